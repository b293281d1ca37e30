"""`geoinpaint find` as a run: searches a catalogue for evidence on the scene's hole, and fetches the selection."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from geoinpaint_engine.errors import EngineError, InputError, UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import MaskSource
from geoinpaint_engine.pipeline.mask_file import stored_mask
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.align import bounds_in
from geoinpaint_engine.raster.bands import BAND_NAMES, normalise_band_name
from geoinpaint_engine.raster.handles import GDAL_ERRORS, gdal_env
from geoinpaint_engine.raster.masks import HOLE, mask_profile
from geoinpaint_engine.raster.output import make_output_folder, output_folder, writing
from geoinpaint_engine.raster.scene import Scene, open_scene
from geoinpaint_engine.raster.work_folder import WorkFolder, scratch_folder
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sources.catalogues import catalogue_of
from geoinpaint_engine.sources.evidence import ATTRIBUTION, FetchContext
from geoinpaint_engine.sources.find import Search
from geoinpaint_engine.sources.ranking import Ranked
from geoinpaint_engine.sources.records import RECORD, require_own, write_record
from geoinpaint_engine.sources.signing import signer
from geoinpaint_engine.sources.survey import CLASSES, LOOKS, Place, place_of, preview
from geoinpaint_engine.sources.transport import Transport
from geoinpaint_engine.sources.wanted import Found, Wanted, nothing_chosen

CHIPS = ".chips"  # in the folder: what has been fetched and is not in its place yet, and what was surveyed
DEGREES = "EPSG:4326"
SEARCHED = 50.0  # MB that a search may take beside what is fetched
OWN_PICTURE = "geoinpaint find"  # DESCRIPTION of the pictures that are made here


def find_evidence(
    scene_path: str,
    sources: Sequence[MaskSource],
    folder: str | None,
    *,
    catalogue: str,
    wanted: Wanted,
    fetch: bool,
    date: str | None = None,
    bands: Sequence[str] = (),
    dilate_px: int = 0,
    pictures: str | None = None,
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
) -> dict[str, Any]:
    """Finds the dates and radar images that are most useful for the fill of a scene, and fetches them on request.

    Args:
        scene_path: the scene.
        sources: what is to be filled; of what other dates are to detect it may be anything, so the whole scene counts.
        folder: where evidence goes; made where it is missing. None: nowhere, to list it only; what was surveyed is then
            not kept for a later search.
        catalogue: a known name, a URL, or a folder of items.
        wanted: what is looked for.
        fetch: whether to fetch the selection; otherwise it is only reported.
        date: the scene's, over what the scene says.
        bands: names of the bands to fetch; none = the scene's.
        dilate_px: how much the mask is grown.
        pictures: folder for a small picture of each date (PNG): where it is clear, and what it shows of the hole.
        reporter: receives all events.
        control: the user's requests.
        workspace: what must not outlive a failed run.

    Returns:
        The figures of the result: the candidates as plain values, hosts, megabytes.

    Raises:
        UsageError: `scene-date-missing`, `catalogue-unknown`, `usage` where there is no folder to fetch into, ...
        InputError: `evidence-...`, `source-...`, `scene-not-placed`, ...
        ResourceError: `source-...`, `stac-missing`, ...
    """
    if fetch and folder is None:
        raise UsageError("usage", "No folder is named for what is fetched.", "Name one: -o FOLDER, in Python folder=.")
    place_to_ask = catalogue_of(catalogue)
    with _folder(folder) as target, gdal_env(), open_scene(resolve_scene(scene_path), warn=reporter.warning) as scene:
        require_own(target)
        day = _date_of(scene, date)
        names = _names_of(scene, bands)
        box = _box_of(scene)
        with WorkFolder(target / RECORD) as work, _chips(target) as chips:
            workspace.add(work)
            mask = stored_mask(
                scene, scene_path, _known(sources, scene, work), work, dilate_px=dilate_px,
                warn=reporter.warning, check=control.check,
            )  # fmt: skip
            if not mask.stats.hole_pixels:
                raise InputError("mask-empty", "The mask covers nothing of the scene.", "Check the mask.")
            transport = Transport(headers=place_to_ask.headers, check=control.check)
            transport.allow(wanted.megabytes + SEARCHED)
            context = FetchContext(
                scene, mask, place_of(mask, box, day), target, chips, work, transport, signer(place_to_ask),
                reporter.warning, control.check,
            )  # fmt: skip
            search = Search(
                place_to_ask, names, context, wanted, lambda done, what: reporter.progress(done, message=what)
            )
            found = search.find()
            figures = _figures(found, transport)
            if not (fetch or found.chosen):
                none = nothing_chosen(found, wanted)
                reporter.warning(none.code, str(none))
            if pictures is not None:
                _draw(found, figures, context.place, Path(pictures))
            outputs = {}
            if fetch:
                optical, radar = search.fetch(found)
                outputs["evidence"] = str(write_record(target, place_to_ask, optical, radar, sorted(transport.hosts)))
                for name, images in (("references", optical), ("sar", radar)):
                    figures[name] = [str(target / one.path) for one in images]
                _forget(chips)
            mask.close()
            figures |= {"requests": transport.requests, "megabytes": round(transport.received / 1e6, 3)}
            with workspace.finishing(control):
                pass
    reporter.result(outputs, figures)
    return figures


@contextmanager
def _folder(named: str | None) -> Iterator[Path]:
    """The folder of the evidence, made where it is missing; a temporary one where none is named."""
    if named is None:
        with scratch_folder() as scratch:
            yield scratch
        return
    folder = Path(named)
    with output_folder(folder):
        yield folder


def _known(sources: Sequence[MaskSource], scene: Scene, work: Path) -> list[MaskSource]:
    """The mask sources, with the whole scene masked where the mask is to be detected from dates not fetched yet."""
    known = [source for source in sources if not source.detect]
    if len(known) == len(sources):
        return known
    whole = work / "whole.tif"
    with writing(whole), gdal_env(), rasterio.open(whole, "w", **mask_profile(scene.grid)) as out:
        for block in scene.grid.window.blocks(scene.block):
            out.write(np.full(block.shape, HOLE, dtype=np.uint8), 1, window=block.ranges)
    return [*known, MaskSource(path=str(whole))]


def _box_of(scene: Scene) -> tuple[float, float, float, float]:
    """(west, south, east, north) of the scene in degrees.

    Raises:
        InputError: `scene-not-placed`.
    """
    from rasterio.crs import CRS

    box = None if scene.grid.crs is None else bounds_in(scene.grid, CRS.from_user_input(DEGREES))
    if box is None:
        raise InputError(
            "scene-not-placed", f"{scene.title} does not tell where on the Earth it lies.",
            "Assign it a coordinate reference system (gdal_edit.py -a_srs).",
        )  # fmt: skip
    return box


def _date_of(scene: Scene, given: str | None) -> datetime.date:
    text = given or scene.date
    if not text:
        raise UsageError("scene-date-missing", f"{scene.title} does not tell its date.", "Add --date YYYY-MM-DD.")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError("date-invalid", f"{text!r} is no date.", "Write it as YYYY-MM-DD.") from None


def _names_of(scene: Scene, given: Sequence[str]) -> tuple[str, ...]:
    """The bands to fetch: those requested, else the scene's own.

    Raises:
        UsageError: `evidence-bands`.
    """
    names = tuple(dict.fromkeys(normalise_band_name(name) for name in given or scene.descriptions))
    unknown = [name for name in names if name not in BAND_NAMES]
    if unknown or not names:
        raise UsageError(
            "evidence-bands",
            f"The bands of {scene.title} are not named as Sentinel-2's are"
            f"{f' ({unknown[0]})' if unknown and unknown[0] else ''}.",
            "Name those to fetch, in the scene's order: --bands B02,B03,B04,B08.",
        )
    return names


@contextmanager
def _chips(folder: Path) -> Iterator[Path]:
    """The folder of the fetched chips; incomplete files of a killed run are removed first."""
    chips = folder / CHIPS
    chips.mkdir(exist_ok=True)
    for left in (*chips.glob("tmp*"), *chips.glob("*.new")):
        left.unlink(missing_ok=True)
    try:
        yield chips
    finally:
        with suppress(OSError):
            chips.rmdir()  # where there is nothing in it


def _forget(chips: Path) -> None:
    """Removes temporary files once all is in place, except previews, which a later search reuses."""
    for path in chips.iterdir():
        if not path.name.startswith((CLASSES, LOOKS)):
            path.unlink(missing_ok=True)


def _draw(found: Found, figures: dict[str, Any], place: Place, folder: Path) -> None:
    """Writes a picture of each date, and its path into the figures."""
    make_output_folder(folder)
    paths = [folder / f"{ranked.candidate.date}.png" for ranked in found.optical]
    for path in paths:
        if path.exists() and not _drawn_here(path):
            raise UsageError(
                "output-is-input", f"{path} was not made by geoinpaint find, which would replace it.",
                "Name another folder for the pictures.",
            )  # fmt: skip
    for path, ranked, row in zip(paths, found.optical, figures["candidates"], strict=True):
        image = preview(ranked.candidate, place)
        with writing(path), gdal_env(GDAL_PAM_ENABLED=False), rasterio.open(
            path, "w", driver="PNG", dtype="uint8", count=3, height=image.shape[1], width=image.shape[2],
            DESCRIPTION=OWN_PICTURE,
        ) as out:  # fmt: skip
            out.write(image)
        row["picture"] = str(path)


def _drawn_here(path: Path) -> bool:
    with suppress(EngineError, *GDAL_ERRORS), gdal_env(), rasterio.open(path, driver="PNG") as source:
        return bool(source.tags().get("Description") == OWN_PICTURE)
    return False


def _figures(found: Found, transport: Transport) -> dict[str, Any]:
    chosen = found.chosen
    return {
        "candidates": [_candidate(ranked) for ranked in found.optical],
        "radar": [_candidate(ranked) for ranked in found.radar],
        "scene_orbit": found.orbit,
        "hosts": sorted(transport.hosts),
        "megabytes_chosen": round(sum(one.megabytes for one in chosen), 1),
        "attribution": sorted({ATTRIBUTION.format(year=one.date[:4]) for one in chosen}),
    }


def _candidate(ranked: Ranked) -> dict[str, Any]:
    one = ranked.candidate
    return {
        "date": one.date, "days": one.days, "orbit": one.orbit, "clear_hole": round(one.clear_hole, 3),
        "clear_around": round(one.clear_around, 3), "surveyed": one.clear is not None,
        "megabytes": round(one.megabytes, 1), "worth": ranked.worth, "chosen": ranked.chosen,
        "items": [item.id for item in one.items], "thumbnail": one.items[0].thumbnail,
    }  # fmt: skip
