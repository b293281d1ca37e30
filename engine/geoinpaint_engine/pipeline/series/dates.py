"""Finds the dates of a series and their masks: scenes of a folder, files, or items of a STAC catalogue."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geoinpaint_engine.errors import EngineError, InputError, UsageError
from geoinpaint_engine.job import LARGEST_FILE, MaskSource
from geoinpaint_engine.pipeline.journal import size_and_time
from geoinpaint_engine.pipeline.series.state import Date, LeftOut, Options
from geoinpaint_engine.raster.scene import Warn
from geoinpaint_engine.sentinel.band_files import ANY, beginnings, files_of, is_band_set
from geoinpaint_engine.sentinel.classes import DEFAULT_SCL_CLASSES, has_classification
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product
from geoinpaint_engine.sentinel.radiometry import find_date

RASTERS = (".tif", ".tiff", ".jp2", ".vrt")
VECTORS = (".gpkg", ".geojson", ".shp")
BESIDE_SCENES = ("_mask", "_scl")  # usual suffixes of masks beside scenes, whatever the options say


@dataclass(frozen=True)
class Found:
    """A scene with its classification, and its date where the path does not contain one."""

    path: str
    classification: str | None = None
    date: str = ""


def scenes_of(inputs: Sequence[str], options: Options) -> list[Found]:
    """The scenes in the inputs: rasters and products of a folder, data of a STAC item, else the file itself.

    `scene_mask.tif` and `scene_SCL.tif` are not scenes where `scene.tif` is one.

    Args:
        inputs: paths of folders, rasters, products and STAC items or collections (.json).
        options: of the series, whose suffixes distinguish masks from scenes.

    Raises:
        InputError: `file-missing`, `series-empty`, `item-unreadable`, `item-assets`.
    """
    found: list[Found] = []
    for text in inputs:
        path = Path(text)
        if path.suffix.lower() == ".json":
            found += items_of(path)
        elif path.is_dir() and not _is_product(path):
            found += _scenes_in(path, options)
        elif not os.path.lexists(text) and not _is_product(path) and "://" not in text and not text.startswith("/vsi"):
            raise InputError("file-missing", f"There is no file {text}.", "Check the path.")
        else:
            found.append(Found(text))
    once = {os.path.realpath(one.path): one for one in reversed(found)}
    scenes = _without_masks([one for one in found if once[os.path.realpath(one.path)] is one])
    if not scenes:
        raise InputError(
            "series-empty", f"No scene lies in {', '.join(inputs)}.",
            "Name a folder of GeoTIFFs or Sentinel-2 products, or the files themselves.",
        )  # fmt: skip
    return scenes


def _scenes_in(folder: Path, options: Options) -> list[Found]:
    """The scenes of a folder; files whose names differ only in the band are one scene."""
    groups = beginnings(folder)
    parts = {file for files in groups.values() for file in files}
    alone = [str(part) for part in folder.iterdir() if part not in parts and _is_scene(part, options)]
    return [Found(path) for path in sorted([*alone, *(str(folder / f"{before}{ANY}") for before in groups)])]


def _is_scene(path: Path, options: Options) -> bool:
    """Whether an entry of a folder is a scene, and not the mask of one."""
    if path.name.startswith("."):
        return False
    if path.is_dir() or path.suffix.lower() == ".zip":
        return _is_product(path)
    masks = [suffix for suffix in (options.mask_suffix, options.scl_suffix) if suffix]
    return path.suffix.lower() in RASTERS and not any(path.stem.endswith(suffix) for suffix in masks)


def _without_masks(found: Sequence[Found]) -> list[Found]:
    """The scenes whose names are not those of a mask or classification of another one."""
    scenes = {_beginning(one.path) for one in found}

    def beside(name: str) -> bool:
        return any(name.lower().endswith(end) and name[: -len(end)] in scenes for end in BESIDE_SCENES)

    return [one for one in found if not beside(_beginning(one.path))]


def _beginning(path: str) -> str:
    """A path without its extension; for several files, the common part of their names."""
    place = Path(path)
    several = ANY in place.name
    return str(place.parent / (place.name.partition(ANY)[0].rstrip("_-.") if several else place.stem))


def _is_product(path: Path) -> bool:
    with suppress(EngineError):
        return is_product(path)
    return True  # a damaged one: reported when it is opened


def items_of(path: Path) -> list[Found]:
    """The scenes of a STAC item, of a list of items, or of the local items of a collection or catalogue.

    Raises:
        InputError: `item-unreadable`, `item-assets`.
    """
    document = _json(path)
    if document.get("type") not in ("Collection", "Catalog"):
        return _scenes_of_items(document, path)
    links = [link for link in _objects(document.get("links")) if link.get("rel") == "item"]
    places = [Path(_beside(str(link.get("href", "")), path)) for link in links]
    if not places:
        raise InputError("item-unreadable", f"{path} is a collection without an item.", "Name an item.")
    return [scene for place in places for scene in _scenes_of_items(_json(place), place)]


def _scenes_of_items(document: dict[str, Any], path: Path) -> list[Found]:
    """The scenes of an item, or of a list of items."""
    kind = document.get("type")
    if kind not in ("Feature", "FeatureCollection"):
        raise InputError("item-unreadable", f"{path} is no STAC item, and no collection of some.", "Name an item.")
    items = [document] if kind == "Feature" else _objects(document.get("features"))
    return [_scene_of_item(item, path) for item in items]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _objects(value: object) -> list[dict[str, Any]]:
    """The objects in a list of a document; other values are dropped."""
    return [one for one in _list(value) if isinstance(one, dict)]


def _json(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError(f"it has more than {LARGEST_FILE} bytes")
        document = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(document, dict):
            raise ValueError("it is no object")
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError("item-unreadable", f"The STAC item {path} cannot be read: {why}.", "Check it.") from error
    return document


def _scene_of_item(item: dict[str, Any], path: Path) -> Found:
    """The raster of an item that has all its bands, and its classification."""
    assets = item.get("assets")
    assets = assets if isinstance(assets, dict) else {}
    assets = {str(key): asset for key, asset in assets.items() if isinstance(asset, dict) and "href" in asset}
    hrefs = {key: str(asset["href"]) for key, asset in assets.items()}
    classes = next((href for key, href in hrefs.items() if key.lower() == "scl"), None)
    data = [key for key in hrefs if "data" in _list(assets[key].get("roles")) and key.lower() != "scl"]
    rasters = [key for key in data if Path(hrefs[key].split("?")[0]).suffix.lower() in (*RASTERS, ".zip", ".safe")]
    if len(rasters) > 1 and is_band_set(path):
        return Found(str(path))
    if len(rasters) != 1:
        raise InputError(
            "item-assets", f"The STAC item {path} has {len(rasters)} rasters with the role data, and not one.",
            "Put one file a band beside the item, which lies in a file of its own; or bring them into one raster.",
        )  # fmt: skip
    properties = item.get("properties")
    properties = properties if isinstance(properties, dict) else {}
    # only a well-formed date: it names a folder, and an item may contain anything
    when = find_date(str(properties.get("datetime") or properties.get("start_datetime") or ""))
    place = _beside(hrefs[rasters[0]], path)
    return Found(place, None if classes is None else _beside(classes, path), when)


def _beside(href: str, path: Path) -> str:
    """The target of a link of a document; relative ones are resolved against the document's folder."""
    href = href.removeprefix("file://")
    if "://" in href:
        return f"/vsicurl/{href}" if href.startswith("http") else href
    return href if href.startswith("/vsi") else os.path.normpath(path.parent / href)


def dates_of(
    scenes: Iterable[Found], options: Options, *, taken: Iterable[str] = (), warn: Warn
) -> tuple[list[Date], list[LeftOut]]:
    """The dates of scenes, oldest first, and the scenes left out: unreadable, without a date or without a mask.

    Args:
        scenes: as `scenes_of` finds them.
        options: of the series.
        taken: names in use by other dates.
        warn: called with (code, message) for each scene left out: `date-skipped`.
    """
    left: list[LeftOut] = []
    dated: list[tuple[str, Found, list[MaskSource]]] = []
    for scene in scenes:
        try:
            date = scene.date or resolve_scene(scene.path, resolution=options.resolution).date
            if not date:
                raise InputError(
                    "date-unknown", f"Nothing tells the date of {scene.path}.",
                    "Name the file with it, such as scene_2024-04-05.tif.",
                )  # fmt: skip
            dated.append((date, scene, mask_sources(scene, options)))
        except InputError as error:
            left.append(LeftOut(scene.path, error.code, str(error)))
            warn("date-skipped", f"{scene.path} is left out: {error} [{error.code}]")
    names = set(taken)
    made = []
    for date, scene, sources in sorted(dated, key=lambda entry: (entry[0], entry[1].path)):
        name = date if date not in names else f"{date}_{_plain(Path(scene.path).stem)}"
        while name in names:
            name += "_"
        names.add(name)
        made.append(Date(name=name, path=scene.path, date=date, mask=sources, stamp=stamp_of(scene.path)))
    return made, left


def stamp_of(path: str) -> list[int]:
    """[total size in bytes, latest modification time in ns] of a scene's files."""
    if not is_band_set(path):
        return size_and_time(Path(path))
    parts = [size_and_time(file) for file in files_of(path)]
    return [sum(part[0] for part in parts if part), max(part[1] for part in parts if part)]


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.")[:100] or "scene"


def mask_sources(scene: Found, options: Options) -> list[MaskSource]:
    """The mask sources of a scene.

    Raises:
        InputError: `date-unmasked`.
        UsageError: `mask-missing`: the options allow for no mask, of this scene or any other.
    """
    classes = options.scl_classes or list(DEFAULT_SCL_CLASSES)
    sources = []
    for suffix, values in ((options.mask_suffix, None), (options.scl_suffix, classes)):
        beside = None if suffix is None else _file_beside(scene.path, suffix)
        if beside is not None:
            sources.append(MaskSource(path=beside, classes=values))
    if not sources and scene.classification is not None:
        sources.append(MaskSource(path=scene.classification, classes=classes))
    elif not sources and has_classification(scene.path):
        sources.append(MaskSource(path=scene.path, classes=options.scl_classes or None))
    sources += [MaskSource(nodata=True)] * options.nodata + [MaskSource(detect=True)] * options.detect
    sources += [MaskSource(detector=options.detector)] if options.detector is not None else []
    if sources:
        return sources
    if options.mask_suffix is None and options.scl_suffix is None:
        raise UsageError(
            "mask-missing", f"There is no mask that defines what is to be filled in {scene.path}.",
            "Add --mask-suffix, --scl-suffix, --detect, --detector or --mask-nodata.",
        )  # fmt: skip
    raise InputError(
        "date-unmasked", f"No mask lies beside {scene.path}.",
        f"Put {Path(scene.path).stem}{options.mask_suffix or options.scl_suffix}.tif there, or add --detect or "
        "--detector.",
    )  # fmt: skip


def _file_beside(path: str, suffix: str) -> str | None:
    """The file beside a scene whose name is the scene's plus a suffix."""
    scene = Path(path)
    if ANY in scene.name:  # of several files what they have in common
        scene = scene.with_name(scene.name.partition(ANY)[0].rstrip("_-."))
    for ending in (scene.suffix, *RASTERS, *VECTORS):
        beside = scene.with_name(f"{scene.stem}{suffix}{ending}")
        if beside.is_file():
            return str(beside)
    return None
