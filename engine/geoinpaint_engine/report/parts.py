"""Parts of a report that show pictures: of the scene, of its fill and of the hold-out patches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.enums import ColorInterp

from geoinpaint_engine.events import written
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import Fill
from geoinpaint_engine.quality.holdout import PatchFill, hidden_mask
from geoinpaint_engine.quality.metrics import Unit, rmse
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.bands import shown_band
from geoinpaint_engine.raster.overview import SceneOverview, around_fullest_hole, scene_overview
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.report import pictures
from geoinpaint_engine.report.page import Part, Picture, Pictures, Table, Text
from geoinpaint_engine.report.pictures import Stretch

CLOSE = 320  # px; side of the close-up of a large scene
PATCHES = 5  # hold-out patches shown at most
TRUE_COLOUR = ("B04", "B03", "B02")
COLOURS = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)


@dataclass(frozen=True)
class RunRecord:
    """The inputs of a report.

    Args:
        job: the job.
        source: the scene, its hole and its evidence.
        output: path of the finished output.
        area: the area that the fill was limited to; None = the whole scene.
        figures: figures of the result event.
        recipe: the recipe document.
        patches: the hold-out patches with their fills; empty without a hold-out run.
        simple: the baseline fill that the figures are compared with.
        unit: unit of the scene's values, None if its scale is unknown.
        warnings: (code, message) of each warning.
        check: called repeatedly; raises an exception to cancel.
    """

    job: Job
    source: JobSource
    output: Path
    area: Area | None
    figures: Mapping[str, Any]
    recipe: Mapping[str, Any]
    patches: Sequence[PatchFill]
    simple: Fill
    unit: Unit | None
    warnings: Sequence[tuple[str, str]]
    check: Callable[[], None] = lambda: None


def simple_name(record: RunRecord) -> str:
    """A short description of the baseline fill."""
    if record.source.references and not record.source.scene.date:
        return "the latest date given pasted in"
    return "the nearest date pasted in" if record.source.references else "from the hole's surroundings alone"


def digits(value: float | None) -> str:
    """A value with four significant digits, formatted for readers."""
    return "not measured" if value is None else written(value, 4)


# --- pictures ------------------------------------------------------------------------------------------------------


def shown_bands(scene: Scene) -> tuple[int, ...]:
    """0-based numbers of the bands to show as red, green and blue; a single band if there are fewer than three."""
    names = [shown_band(name) for name in scene.descriptions]
    if all(name in names for name in TRUE_COLOUR):
        return tuple(names.index(name) for name in TRUE_COLOUR)
    every = scene.handles.get().colorinterp
    colours = [every[number - 1] for number in scene.numbers]
    if all(colour in colours for colour in COLOURS):
        return tuple(colours.index(colour) for colour in COLOURS)
    return (0, 1, 2) if scene.count >= 3 else (0,)


def scene_parts(record: RunRecord, whole: SceneOverview, stretch: Stretch, bands: Sequence[int]) -> list[Part]:
    """Pictures of the whole scene: with its mask, its fill, and the difference to a simple fill."""
    names = ", ".join(record.source.band_names[band] for band in bands)
    colours = f"red, green, blue: {names}" if len(bands) == 3 else names
    size = f"{record.source.grid.width:,} x {record.source.grid.height:,} pixels"
    per_cell = "" if whole.step == 1 else f"; one cell of the picture is {whole.step} x {whole.step} pixels"
    return [
        Text(f"{size}{per_cell}. Shown: {colours}; all pictures have the same stretch."),
        *_overview_parts(record, whole, stretch),
    ]


def close_parts(record: RunRecord, stretch: Stretch, bands: Sequence[int]) -> list[Part]:
    """The pictures of `scene_parts` at full resolution, for the part of a large scene with most to fill."""
    window = around_fullest_hole(record.source.mask, side=CLOSE, area=record.area)
    source, area = record.source, record.area
    close = scene_overview(source, record.output, window, bands=bands, side=CLOSE, area=area, check=record.check)
    place = (
        f"{window.width} x {window.height} pixels, from row {window.row:,} and column {window.col:,}, pixel by pixel."
    )
    return [Text(place), *_overview_parts(record, close, stretch)]


def _overview_parts(record: RunRecord, view: SceneOverview, stretch: Stretch) -> list[Part]:
    """Pictures of the scene, the fill, and its difference to a simple fill."""
    hole = view.chip.hole
    scene, fill = stretch.rgb(view.chip.scene), stretch.rgb(view.fill)
    shown = [
        _picture(pictures.marked(scene, hole), "The scene; what was to be filled is hatched.",
                 "The scene in true colour or its first bands, with the mask outlined and hatched."),
        _picture(fill, "The fill.", "The scene with its holes filled, in the same colours."),
    ]  # fmt: skip
    judged = record.source.judged
    if judged is not None and view.step == 1:  # for a large scene, only the close-up shows it
        opacity = judged.opacity(view.window)
        if opacity.any():
            shown.append(
                _picture(
                    pictures.veiled(scene, opacity),
                    "Cloud (yellow) and shadow (blue) outside the mask, according to the references.",
                    "The scene in grey, with cloud outside the mask in yellow and shadow in blue.",
                )
            )
    simple = record.simple(view.chip)
    scale, unit = (record.unit.scale, record.unit.name) if record.unit else (1.0, "DN")
    deviation = (view.fill - simple).mean(axis=0) * scale
    where = hole & np.isfinite(deviation)
    if not where.any():
        return [Pictures(shown)]
    limit = max(float(np.percentile(np.abs(deviation[where]), 98)), 1e-9)
    limit_text = written(limit, 3)
    shown.append(
        _picture(
            pictures.difference(deviation, where, limit, scene),
            f"The fill minus a simple fill ({simple_name(record)}), mean of the shown bands, in {unit}.",
            f"Difference between the fill and a simple fill in the hole: from -{limit_text} to {limit_text} {unit}.",
        )
    )
    return [Pictures(shown, scale=(f"-{limit_text} {unit}: the fill is darker", "0", f"{limit_text}: brighter"))]


def _picture(rgb: np.ndarray, caption: str, alt: str) -> Picture:
    return Picture(pictures.png(rgb), caption, alt)


# --- trust ---------------------------------------------------------------------------------------------------------


def trust_parts(record: RunRecord, stretch: Stretch, bands: Sequence[int]) -> list[Part]:
    """The error measured on hidden clear ground: text, table and pictures of patches."""
    figures, details = record.figures, record.figures["holdout"]
    parts: list[Part] = []
    if details is None:
        requested = any(code == "holdout-none" for code, _ in record.warnings)
        reason = "There was too little clear ground." if requested else "Ask for it with --holdout on."
        parts.append(Text(f"No clear ground was hidden, so there is no measured error. {reason}"))
    else:
        text = (
            f"{details['hidden_pixels']:,} pixels of clear ground in cloud-shaped patches were hidden and filled like "
            f"the hole. Up to half of them were used to choose the fill; the errors are those of the other half, "
            f"{details['pixels']:,} pixels in {details['patches']} patches."
        )
        largest = max((entry.patch.pixels for entry in record.patches), default=0)
        if figures["largest_hole_pixels"] > 2 * largest:
            text += (
                f" The largest hole ({figures['largest_hole_pixels']:,} pixels) is larger than the largest patch "
                f"({largest:,}). The error to expect under the hole is therefore given too, estimated from the patches "
                "of both halves and from how much farther from clear ground the hole's pixels are; deep inside it the "
                "error is higher than at its edge."
            )
        text += expected_range(details, record.unit)
        parts += [Text(text), _error_table(details, record), *_patch_parts(record, stretch, bands)]
    uncertainty = figures.get("uncertainty")
    if uncertainty:
        coverage = uncertainty["covered_by_90"]
        covered = "" if coverage is None else f"; their 90 % ranges cover {coverage:.1%}"
        parts.append(
            Text(
                f"The uncertainty file holds standard deviations from {uncertainty['basis']}, calibrated on "
                f"{uncertainty['calibration_pixels']:,} hidden pixels{covered}."
            )
        )
    return parts


def expected_range(details: Mapping[str, Any], unit: Unit | None) -> str:
    """A sentence on the error to expect at the edge of the hole and deep inside, "" if it is unknown."""
    ends = details.get("hole_range")
    if ends is None:
        return ""
    scale, name = (unit.scale, unit.name) if unit else (1.0, "DN")
    near, far = (digits(end["rmse_dn"] * scale) for end in ends)
    edge, deepest = (written(end["distance"], 2) for end in ends)
    return (
        f" At the hole's edge, {edge} px from clear ground, the expected error (RMSE) is {near} {name}; at its deepest "
        f"point, {deepest} px from clear ground, {far}."
    )


def _error_table(details: Mapping[str, Any], record: RunRecord) -> Table:
    rows = []
    measures = [("RMSE", "rmse_reflectance", "reflectance"), ("MAE", "mae_reflectance", "reflectance"),
                ("RMSE", "rmse_dn", "DN"), ("MAE", "mae_dn", "DN"), ("SSIM (1 is best)", "ssim", "")]  # fmt: skip
    for name, key, unit in measures:
        ours, simple = details[key], details[f"simple_{key}"]
        if ours is None:
            continue
        ratio = f"{ours / simple:.2f}" if simple and key != "ssim" else ""
        rows.append([f"{name}{f' ({unit})' if unit else ''}", digits(ours), digits(simple), ratio])
    head = ["Measure", "This fill", f"A simple fill ({simple_name(record)})", "Ratio"]
    return Table("The error on hidden clear ground, over all bands", head, rows)


def _patch_parts(record: RunRecord, stretch: Stretch, bands: Sequence[int]) -> list[Part]:
    """The truth, the fill and the simple fill of some of the patches that the error was measured on."""
    chosen = sorted((p for p in record.patches if p.patch.role == "report"), key=lambda p: -p.patch.pixels)[:PATCHES]
    shown = []
    for number, entry in enumerate(chosen, 1):
        hidden = hidden_mask([entry.patch], entry.window)
        where = hidden & np.isfinite(entry.fill).all(axis=0)
        error = rmse(entry.fill[:, where], entry.truth[:, where])
        error_text = f"{digits(error * record.unit.scale)} {record.unit.name}" if record.unit else f"{digits(error)} DN"
        tiles = [("what was there", entry.truth, ""), ("the fill", entry.fill, f", RMSE {error_text}")]
        if entry.simple is not None:
            tiles.append(("a simple fill", entry.simple, ""))
        for name, values, suffix in tiles:
            usable = hidden & np.isfinite(values).all(axis=0)
            rgb = stretch.rgb(np.where(usable, values, entry.truth)[list(bands)])
            if name == "what was there":
                rgb[pictures.outline(hidden)] = pictures.MARK
            caption = f"Patch {number}: {name}{suffix}"
            shown.append(_picture(rgb, caption, f"{caption}; {entry.patch.pixels} hidden pixels."))
    return [Pictures(shown, columns=len(tiles))] if shown else []
