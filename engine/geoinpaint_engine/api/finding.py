"""Finds other dates and radar in a STAC catalogue, from Python."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geoinpaint_engine.api.entries import Entries, Mask, Raster, Reference, Sar
from geoinpaint_engine.api.running import OnEvent, engine_at_work
from geoinpaint_engine.api.words import PythonReporter
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import mask_source
from geoinpaint_engine.paths import absolute, current_folder
from geoinpaint_engine.pipeline.evidence_run import find_evidence as find_in_catalogue
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.memory import MemoryFolder
from geoinpaint_engine.sources.catalogues import DEFAULT_CATALOGUE
from geoinpaint_engine.sources.records import read_evidence
from geoinpaint_engine.sources.wanted import Wanted


@dataclass(frozen=True)
class Evidence:
    """Evidence for a fill from a catalogue.

    Attributes:
        references: the fetched dates, for `fill`; empty if nothing was fetched.
        sar: the fetched radar images, likewise.
        candidates: the available dates, the best first: `date`, `days`, `clear_hole`, `megabytes`, `chosen`, ...
        radar: the available radar images, likewise.
        attribution: attributions required for publishing derived images.
        figures: hosts, requests, megabytes.
        warnings: (code, message) of each warning.
    """

    references: tuple[Reference, ...] = ()
    sar: tuple[Sar, ...] = ()
    candidates: tuple[Mapping[str, Any], ...] = ()
    radar: tuple[Mapping[str, Any], ...] = ()
    attribution: tuple[str, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict, repr=False)
    warnings: tuple[tuple[str, str], ...] = ()


def find_evidence(
    scene: Raster,
    mask: Raster | Mask | Sequence[Raster | Mask],
    folder: str | os.PathLike[str] | None = None,
    *,
    catalogue: str | os.PathLike[str] = DEFAULT_CATALOGUE,
    fetch: bool = True,
    dates: Sequence[str] = (),
    radar_dates: Sequence[str] = (),
    before: int = 90,
    after: int = 90,
    max_dates: int = 6,
    max_sar: int = 0,
    max_mb: float = 500.0,
    collections: Sequence[str] = (),
    date: str | None = None,
    bands: Sequence[str] = (),
    dilate: int = 0,
    on_event: OnEvent | None = None,
    control: Control | None = None,
) -> Evidence:
    """Finds the dates and radar images in a STAC catalogue that serve a fill best, and fetches the windows needed.

    Contacts only the catalogue and the servers that its items refer to. Needs the extra `stac`.

    Args:
        scene: a path, or a DataArray with a georeference.
        mask: what to fill, as in `fill`.
        folder: folder for the evidence; existing files are not fetched again. Not needed with `fetch=False`.
        catalogue: earth-search, planetary-computer, copernicus; the URL of a STAC API; a folder of STAC items.
        fetch: whether to fetch the selection; otherwise it is only returned.
        dates: YYYY-MM-DD, dates to fetch instead of the best.
        radar_dates: likewise for radar.
        before: days before the scene's date.
        after: days after it.
        max_dates: number of optical dates at most.
        max_sar: number of radar passes at most; 0 = none.
        max_mb: download limit in megabytes.
        collections: collections to search instead of the catalogue's Sentinel-2.
        date: date of the scene, if it does not contain it.
        bands: bands to fetch, such as "B04"; none = the scene's.
        dilate: number of pixels by which the mask is grown.
        on_event: called with each event.
        control: to cancel from another thread.

    Returns:
        The evidence; `fill(scene, mask, references=found.references, sar=found.sar)` fills from it.

    Raises:
        UsageError: `scene-date-missing`, `catalogue-unknown`, ...
        InputError: `evidence-none`, `source-denied`, ...
        ResourceError: `source-unreachable`, `stac-missing`, ...
    """
    reporter, workspace = PythonReporter(on_event), Workspace()
    place = None if folder is None else absolute(os.fsdecode(folder), current_folder())
    wanted = Wanted(
        before, after, max_dates, max_sar or (len(radar_dates) and 1), max_mb, tuple(collections), tuple(dates),
        tuple(radar_dates),
    )  # fmt: skip
    try:
        with engine_at_work(), MemoryFolder() as memory:
            entries = Entries(memory, scene)
            figures = find_in_catalogue(
                entries.scene()["path"], [mask_source(entry) for entry in entries.masks(mask)], place,
                catalogue=os.fsdecode(catalogue), wanted=wanted, fetch=fetch or bool(dates or radar_dates), date=date,
                bands=bands, dilate_px=dilate, reporter=reporter, control=control or Control(), workspace=workspace,
            )  # fmt: skip
    finally:
        workspace.sweep()
    told = None if place is None or "references" not in figures else read_evidence(Path(place))
    return Evidence(
        () if told is None else tuple(_reference(entry) for entry in told.references),
        () if told is None else tuple(Sar(entry["path"]) for entry in told.sar),
        tuple(figures["candidates"]), tuple(figures["radar"]), tuple(figures["attribution"]), figures,
        tuple(reporter.warnings),
    )  # fmt: skip


def _reference(entry: Mapping[str, Any]) -> Reference:
    return Reference(entry["path"], mask=entry.get("mask"), classes=entry.get("classes"), date=entry.get("date"))
