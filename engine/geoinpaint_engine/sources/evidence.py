"""Writes a fetched date to files: its bands and classification on the scene's grid, and its STAC item."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from geoinpaint_engine.errors import EngineError, InputError, UsageError
from geoinpaint_engine.raster.align import SENTINEL2_SCALE, AlignedLayer, open_aligned
from geoinpaint_engine.raster.attribution import TAG
from geoinpaint_engine.raster.bands import normalise_band_name
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import gdal_env, open_raster
from geoinpaint_engine.raster.masks import CLEAR, HoleMask
from geoinpaint_engine.raster.output import writing
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.scene import Scene, Warn
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.raster.write import finish
from geoinpaint_engine.sentinel.classes import NOT_CLEAR
from geoinpaint_engine.sentinel.items import POLARISATIONS, SCENE_CLASSES, Item, radiometry_of
from geoinpaint_engine.sentinel.unit_check import spread
from geoinpaint_engine.sources.offsets import checked_offset
from geoinpaint_engine.sources.remote_raster import remote_chip
from geoinpaint_engine.sources.secrets import unsigned, without_secrets
from geoinpaint_engine.sources.survey import CLASSES, Candidate, Place, read_classes
from geoinpaint_engine.sources.transport import Transport

BLOCK = 1024  # px; side of the blocks read and written
SAMPLE = 200_000  # px of clear ground on which the offset is checked
ITEMS_TAG = "STAC_ITEMS"  # tag with the ids of a file's items; also marks files written by this module
ATTRIBUTION = "Contains modified Copernicus Sentinel data {year}"
_COLOURS = {
    0: (0, 0, 0), 1: (255, 0, 0), 2: (64, 64, 64), 3: (131, 60, 12), 4: (0, 170, 0), 5: (255, 230, 90),
    6: (0, 60, 255), 7: (128, 128, 128), 8: (190, 190, 190), 9: (255, 255, 255), 10: (100, 200, 255),
    11: (255, 150, 255),
}  # fmt: skip


@dataclass(frozen=True)
class Fetched:
    """A fetched date in the evidence folder.

    Args:
        date: ISO date.
        path: file name of its bands.
        mask: file name of its classification, or "".
        items: ids of its STAC items.
        key: hash of the grid, bands and items that its files depend on, see `key_of`.
        note: how its offset was corrected, or "".
    """

    date: str
    path: str
    mask: str
    items: tuple[str, ...]
    key: str
    note: str = ""

    @property
    def attribution(self) -> str:
        """The attribution that is required for publishing the data."""
        return ATTRIBUTION.format(year=self.date[:4])


@dataclass(frozen=True)
class FetchContext:
    """What fetching needs to know about the scene and its environment.

    Args:
        scene: the scene.
        mask: the scene's stored mask.
        place: part of the scene for which evidence is needed.
        folder: folder of the resulting files.
        chips: folder of the fetched raster windows.
        work: a temporary folder, from which complete files are moved into place.
        transport: the transport used for fetching.
        sign: signs URLs.
        warn: called with (code, message).
        check: raises an exception to cancel.
    """

    scene: Scene
    mask: HoleMask
    place: Place
    folder: Path
    chips: Path
    work: Path
    transport: Transport
    sign: Callable[[str], str]
    warn: Warn
    check: Callable[[], None]

    def chip(self, item: Item, name: str) -> Path | None:
        """Fetches a band's pixels as a small file; None if the file does not overlap the place."""
        band = item.bands[name]
        kind = CLASSES if name == SCENE_CLASSES else ""
        found = remote_chip(
            band.href, self.place.grid, self.chips, self.transport, bands=(band.number,), kind=kind, sign=self.sign
        )
        return None if found is None else found.path


def key_of(candidate: Candidate, names: Sequence[str], place: Place) -> str:
    """A short hash of everything that a date's files depend on."""
    grid = place.grid
    text = repr((
        grid.crs and grid.crs.to_wkt(), tuple(grid.transform), grid.shape, tuple(names),
        [(item.id, unsigned(item.bands[names[0]].href)) for item in candidate.items],
    ))  # fmt: skip
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def require_free(candidate: Candidate, names: Sequence[str], folder: Path) -> None:
    """Raises UsageError `output-is-input` if a date's files would replace files of other origin."""
    bands, classes, item = (folder / name for name in _files(candidate, names))
    foreign = [path for path in (bands, classes) if path.exists() and not _made_here(path)]
    foreign += [item] if item.exists() and not bands.exists() else []
    if foreign:
        raise UsageError(
            "output-is-input", f"{foreign[0]} was not made by geoinpaint find, which would replace it.",
            "Name another folder for the evidence.",
        )  # fmt: skip


def _files(candidate: Candidate, names: Sequence[str]) -> tuple[str, str, str]:
    """File names of a date's bands, classification and item."""
    stem = f"{'S1' if tuple(names) == POLARISATIONS else 'S2'}_{candidate.date}"
    return f"{stem}.tif", f"{stem}_scl.tif", f"{stem}.json"


def _made_here(path: Path) -> bool:
    with suppress(EngineError), open_raster(str(path)) as dataset:
        return ITEMS_TAG in dataset.tags()
    return False


def write_date(candidate: Candidate, names: Sequence[str], context: FetchContext) -> Fetched:
    """Writes a date's bands, classification and item, after fetching what is missing of them.

    Raises:
        InputError: `source-...`, `evidence-empty`.
        ResourceError: `source-...`, `disk-full`, ...
    """
    radar = tuple(names) == POLARISATIONS
    key = key_of(candidate, names, context.place)
    bands, scene_classes, item = _files(candidate, names)
    layers, items = _layers(candidate, names, context)
    try:
        classes = None if radar else _classes(items, context)
        declared = [_declared_radiometry(item, names, row) for item, row in zip(items, layers, strict=True)]
        mosaic, radiometry, note = Mosaic(layers, declared), declared[0], ""
        if not radar:
            radiometry, note = _with_checked_offset(mosaic, names, declared[0], classes, context)
        if note:
            context.warn("evidence-offset", f"The offset of {candidate.date} differs from its catalogue: {note}.")
        tags = {
            "ACQUISITIONDATETIME": items[0].time, TAG: ATTRIBUTION.format(year=candidate.date[:4]),
            ITEMS_TAG: " ".join(item.id for item in items), "STAC_COLLECTION": items[0].collection,
        }  # fmt: skip
        files = [(_write(mosaic, names, radiometry, tags, context), context.folder / bands)]
    finally:
        for layer in (layer for row in layers for layer in row):
            layer.close()
    if classes is not None:
        files.append((_write_classes(classes, tags, context), context.folder / scene_classes))
    document = context.work / "item.json"
    features = [without_secrets(item.document) for item in items]
    document.write_text(json.dumps({"type": "FeatureCollection", "features": features}, indent=1))
    publish([*files, (document, context.folder / item)])
    mask = "" if classes is None else scene_classes
    return Fetched(candidate.date, bands, mask, tuple(item.id for item in items), key, note)


def _layers(
    candidate: Candidate, names: Sequence[str], context: FetchContext
) -> tuple[list[list[AlignedLayer]], list[Item]]:
    """The bands of each item on the grid, for as many items as are needed to cover it."""
    layers: list[list[AlignedLayer]] = []
    items: list[Item] = []
    for item in candidate.items:
        context.check()
        paths = [context.chip(item, name) for name in names]
        if any(path is None for path in paths):
            continue
        layers.append([open_aligned(str(path), context.place.grid, warn=context.warn) for path in paths])
        items.append(item)
        if _covered(layers, context.place):
            break
    if not layers:
        raise InputError(
            "evidence-empty", f"The images of {candidate.date} do not cover this place.", "Leave that date out."
        )
    return layers, items


def _covered(layers: Sequence[Sequence[AlignedLayer]], place: Place) -> bool:
    """Whether the first bands together cover every pixel."""
    for block in place.grid.window.blocks(BLOCK):
        covered = np.zeros(block.shape, dtype=bool)
        for row in layers:
            covered |= row[0].read(block)[1]
        if not covered.all():
            return False
    return True


def _declared_radiometry(item: Item, names: Sequence[str], layers: Sequence[AlignedLayer]) -> tuple[Radiometry, ...]:
    """Scale and offset of each band: from the item or the file, for radar from the file alone."""
    if tuple(names) == POLARISATIONS:
        return tuple(layer.radiometry[0] for layer in layers)
    pairs = zip(names, layers, strict=True)
    return tuple(radiometry_of(item, item.bands[name], layer.radiometry[0])[0] for name, layer in pairs)


class Mosaic:
    """A date's bands from several items: each pixel from the first item that covers it, all in the first item's DN.

    Args:
        layers: the bands of each item, on a common grid.
        radiometry: the bands' radiometry of each item.
    """

    def __init__(self, layers: Sequence[Sequence[AlignedLayer]], radiometry: Sequence[tuple[Radiometry, ...]]) -> None:
        self._layers, self._radiometry = layers, radiometry
        self.count = len(layers[0])
        self.dtype = np.result_type(*(layer.dtype for row in layers for layer in row))

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """(bands, rows, cols) float32 DN, 0 where invalid, and (rows, cols) bool validity."""
        data = np.zeros((self.count, *window.shape), dtype=np.float32)
        known = np.zeros(window.shape, dtype=bool)
        for row, item_radiometry in zip(self._layers, self._radiometry, strict=True):
            parts = [layer.read(window) for layer in row]
            added = np.all([valid for _, valid in parts], axis=0) & ~known
            for band, (values, _) in enumerate(parts):
                gain, shift = item_radiometry[band].to(self._radiometry[0][band])
                data[band][added] = values[0][added] * gain + shift
            known |= added
        return data, known


def _with_checked_offset(
    mosaic: Mosaic, names: Sequence[str], declared: tuple[Radiometry, ...], classes: np.ndarray | None,
    context: FetchContext,
) -> tuple[tuple[Radiometry, ...], str]:  # fmt: skip
    """Checks a date's offset on clear ground; returns its radiometry, and how it was corrected ("" if unchanged)."""
    scene = context.scene
    ours: list[np.ndarray] = []
    theirs: list[np.ndarray] = []
    scene_names = [normalise_band_name(name) for name in scene.descriptions]
    common = [(scene_names.index(name), number) for number, name in enumerate(names) if name in scene_names]
    top, left = context.place.window.row, context.place.window.col
    blocks = list(context.place.grid.window.blocks(256))
    for number in spread(len(blocks)):
        if sum(part.shape[1] for part in ours) >= SAMPLE or not common:
            break
        block = blocks[number]
        scene_block = Window(block.row + top, block.col + left, *block.shape)
        both = context.mask.read(scene_block) == CLEAR
        if classes is not None:
            both &= ~np.isin(classes[block.slices], NOT_CLEAR)
        if not both.any():
            continue
        values, valid = scene.read_bands(scene_block)
        data, valid_there = mosaic.read(block)
        both &= valid_there & valid.all(axis=0)
        ours.append(np.stack([_reflectance(values[i][both], scene.radiometry[i]) for i, _ in common]))
        theirs.append(np.stack([declared[j].value_of(data[j][both]) for _, j in common]))
    if not ours:
        return declared, ""
    corrected, note = checked_offset(np.concatenate(ours, axis=1), np.concatenate(theirs, axis=1), declared)
    return corrected, note


def _reflectance(values: np.ndarray, radiometry: Radiometry) -> np.ndarray:
    """Reflectance of the scene's DN; integers without a declared scale are taken as Sentinel-2's."""
    if radiometry.plain and values.dtype.kind in "iu":
        radiometry = Radiometry(SENTINEL2_SCALE, 0.0)
    return radiometry.value_of(values.astype(np.float32))


def _classes(items: Sequence[Item], context: FetchContext) -> np.ndarray | None:
    """(rows, cols) uint8 scene classes of a date, 0 where unknown; None if no item has a classification."""
    classes = np.zeros(context.place.grid.shape, dtype=np.uint8)
    found = False
    for item in items:
        if SCENE_CLASSES in item.bands:
            values, valid = read_classes(
                item.bands[SCENE_CLASSES], context.place, context.place.grid, context.chips, context.transport,
                sign=context.sign,
            )  # fmt: skip
            found = True
            classes = np.where((classes == 0) & valid, values, classes)
    return classes if found else None


def _profile(context: FetchContext, dtype: np.dtype, count: int) -> dict[str, Any]:
    grid = context.place.grid
    return {
        "driver": "GTiff", "dtype": dtype, "count": count, "height": grid.height, "width": grid.width, "crs": grid.crs,
        "transform": grid.transform, "nodata": math.nan if dtype.kind == "f" else 0, "tiled": True, "blockxsize": 256,
        "blockysize": 256, "compress": "deflate", "BIGTIFF": "IF_SAFER",
    }  # fmt: skip


def _write(
    mosaic: Mosaic, names: Sequence[str], radiometry: Sequence[Radiometry], tags: dict[str, str], context: FetchContext
) -> Path:
    """Writes the bands as a cloud-optimised GeoTIFF to the work folder; DN are kept, nodata is 0, or NaN for floats."""
    path = context.work / "bands.tif"
    dtype = np.dtype(mosaic.dtype)
    with writing(path), gdal_env(), rasterio.open(path, "w", **_profile(context, dtype, mosaic.count)) as out:
        out.descriptions = tuple(names)
        out.scales, out.offsets = [band.scale for band in radiometry], [band.offset for band in radiometry]
        out.update_tags(**tags)
        for block in context.place.grid.window.blocks(BLOCK):
            context.check()
            data, known = mosaic.read(block)
            if dtype.kind == "f":
                data[:, ~known] = np.nan
            else:
                limits = np.iinfo(dtype)
                data = np.where(known, np.rint(data).clip(max(limits.min, 1), limits.max), 0)
            out.write(data.astype(dtype), window=block.ranges)
    return finish(path, cog=True)


def _write_classes(classes: np.ndarray, tags: dict[str, str], context: FetchContext) -> Path:
    path = context.work / "classes.tif"
    with writing(path), gdal_env(), rasterio.open(path, "w", **_profile(context, classes.dtype, 1)) as out:
        out.descriptions = (SCENE_CLASSES,)
        out.write_colormap(1, _COLOURS)
        out.update_tags(**tags)
        out.write(classes, 1)
    return finish(path, cog=True)
