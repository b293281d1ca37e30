"""The report of a run: what was filled, from which evidence, and how accurately."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from geoinpaint_engine.job import Job
from geoinpaint_engine.modes import DEFAULT_FILL, EVIDENCE_MODES
from geoinpaint_engine.raster.overview import SceneOverview, scene_overview
from geoinpaint_engine.report.page import Folded, Items, Part, Section, Table, Text, Verbatim, page
from geoinpaint_engine.report.parts import (
    RunRecord,
    close_parts,
    digits,
    scene_parts,
    shown_bands,
    simple_name,
    trust_parts,
)
from geoinpaint_engine.report.pictures import stretch_of

SIDE = 800  # px; longer side of a picture at most


def report(record: RunRecord) -> str:
    """Renders the report of a run as an HTML page.

    Memory use is bounded by a block of the scene, and by pictures of at most 800 px a side.

    Raises:
        InputError: a file could not be read.
    """
    scene = record.source.scene
    bands = shown_bands(scene)
    whole = scene_overview(
        record.source, record.output, scene.grid.window, bands=bands, side=SIDE, area=record.area, check=record.check
    )
    stretch = stretch_of(
        np.concatenate([whole.chip.scene[:, whole.chip.clear], whole.fill[:, whole.chip.hole]], axis=1)
    )
    sections = [Section("The scene and its fill", scene_parts(record, whole, stretch, bands))]
    if whole.step > 1:
        sections.append(Section("A close look", close_parts(record, stretch, bands)))
    sections += [
        Section("How far to trust it", trust_parts(record, stretch, bands)),
        Section("The evidence", _evidence_parts(record, whole)),
        Section("Warnings", [_warnings(record.warnings)]),
        Section("How it was made", _recipe_parts(record)),
    ]
    return page(f"Fill of {Path(record.job.scene.path).name}", _lead(record), sections)


# --- words ---------------------------------------------------------------------------------------------------------


def _lead(record: RunRecord) -> list[str]:
    figures = record.figures
    holes = "hole" if figures["holes"] == 1 else "holes"
    filled = (
        f"{figures['filled_pixels']:,} pixels in {figures['holes']:,} {holes} were filled by "
        f"{_method_name(record.job)}; every other pixel is the scene's own, value for value."
    )
    if figures["unfilled_pixels"]:
        filled += f" {figures['unfilled_pixels']:,} masked pixels could not be filled."
    if figures.get("lit_pixels"):
        filled += (
            f" {figures['lit_pixels']:,} of them look like shadow, in which the ground remains visible: it was "
            "kept, brightened to the level of the fill. How much this reduces the error was measured on clear ground "
            "with simulated shadow."
        )
    if figures["holdout_rmse"] is None:
        return [filled, "The error was not measured, because no clear ground was hidden."]
    error, simple, unit = figures["holdout_rmse"], figures["holdout_rmse_simple"], figures["holdout_unit"]
    beside = "" if simple is None else f", {digits(simple)} for a simple fill ({simple_name(record)})"
    accuracy = f"On hidden clear ground the error (RMSE) is {digits(error)} {unit}{beside}."
    if figures.get("hole_rmse") is not None:
        accuracy += f" Under the hole, about {digits(figures['hole_rmse'])} {unit} is expected{_hole_range(record)}."
    return [filled, accuracy]


def _hole_range(record: RunRecord) -> str:
    """A clause such as ", 0.01 at its edge to 0.02 at its deepest point"; "" if unknown."""
    found = record.figures["holdout"].get("hole_range")
    if found is None:
        return ""
    scale = record.unit.scale if record.unit else 1.0
    near, far = (digits(end["rmse_dn"] * scale) for end in found)
    return f", {near} at its edge to {far} at its deepest point"


def _method_name(job: Job) -> str:
    if job.mode == "classical":
        return f"the classical fill {job.fill or DEFAULT_FILL}"
    if job.mode == "model":
        return f"the trained model {job.model}"
    return f"mode {job.mode} ({EVIDENCE_MODES[job.mode].title}) of the {job.preset} preset"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"


def _warnings(warnings: Sequence[tuple[str, str]]) -> Part:
    return Items([f"{message} [{code}]" for code, message in warnings]) if warnings else Text("None.")


# --- evidence and recipe -------------------------------------------------------------------------------------------


def _evidence_parts(record: RunRecord, whole: SceneOverview) -> list[Part]:
    source = record.source
    rows: list[list[str | None]] = []
    for reference, pixels in zip(source.references, whole.covered, strict=True):
        difference = _days_apart(source.scene.date, reference.date)
        rows.append(
            [Path(reference.layer.title).name, reference.date or "unknown", difference, _share(pixels, whole.pixels)]
        )
    if whole.covered_by_sar is not None:
        for entry in record.job.sar:
            name = f"{Path(entry.path).name} (Sentinel-1, {entry.units})"
            rows.append([name, "", "", _share(whole.covered_by_sar, whole.pixels)])
    date = f"The scene's date is {source.scene.date}." if source.scene.date else "The scene's date is not known."
    if not rows:
        return [Text(f"{date} Only the scene itself was used.")]
    if unshown := record.figures.get("unshown_share"):
        date += f" About {unshown:.1%} of what was to be filled is shown by no other date."
    return [
        Text(date),
        *(Text(f"{text}.") for text in record.recipe.get("attribution", ())),
        Table("What was used besides the scene", ["Layer", "Date", "From the scene", "Valid under the mask"], rows),
    ]


def _days_apart(scene: str, other: str) -> str:
    try:
        days = (datetime.date.fromisoformat(other[:10]) - datetime.date.fromisoformat(scene[:10])).days
    except ValueError:
        return ""
    return "same day" if days == 0 else f"{abs(days)} days {'later' if days > 0 else 'earlier'}"


def _recipe_parts(record: RunRecord) -> list[Part]:
    figures, recipe = record.figures, record.recipe
    rows = [
        ["Output", record.job.output.path], ["Bands", ", ".join(record.source.band_names)],
        ["Masked", f"{figures['hole_pixels']:,} pixels, {figures['hole_share']:.1%} of the usable ground"],
        ["Filled", f"{figures['filled_pixels']:,} pixels"], ["Holes", f"{figures['holes']:,}"],
        ["Largest hole", f"{figures['largest_hole_pixels']:,} pixels"], ["Windows", f"{figures['windows']:,}"],
        ["Device", str(figures["device"])], ["Seconds", f"{figures['seconds']:,}"], ["Seed", str(record.job.seed)],
    ]  # fmt: skip
    inputs = [[entry["path"], f"{entry.get('bytes', 0):,}" if "bytes" in entry else None, entry.get("sha256")]
              for entry in recipe["inputs"]]  # fmt: skip
    return [
        Table("The run", ["What", "Value"], rows),
        Folded("Files", Table("The files that were read", ["File", "Bytes", "SHA-256"], inputs)),
        Folded("Versions", Table("The programs", ["Program", "Version"], list(recipe["versions"].items()))),
        Folded("The job, to run it again (geoinpaint run JOB.json)", Verbatim(json.dumps(recipe["job"], indent=1))),
    ]
