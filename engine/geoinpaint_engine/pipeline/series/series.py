"""Runs a whole series: finds, masks, screens and fills its dates, and writes their catalogue and page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import Area
from geoinpaint_engine.pipeline.library_threads import one_thread_each
from geoinpaint_engine.pipeline.run import thread_count
from geoinpaint_engine.pipeline.series import state
from geoinpaint_engine.pipeline.series.catalogue import (
    COLLECTION,
    CUBE,
    CURVES,
    PAGE,
    id_of,
    write_collection,
    write_item,
)
from geoinpaint_engine.pipeline.series.cube import require_alike, require_zarr, write_cube
from geoinpaint_engine.pipeline.series.curves import Place, Value, table
from geoinpaint_engine.pipeline.series.dates import dates_of, scenes_of, stamp_of
from geoinpaint_engine.pipeline.series.filling import fill_dates, keep_what_is_there, plan_jobs, recipe_of, told_error
from geoinpaint_engine.pipeline.series.judging import judge_dates
from geoinpaint_engine.pipeline.series.masking import make_masks
from geoinpaint_engine.pipeline.series.pictures import pictures_of
from geoinpaint_engine.pipeline.series.places import check_polygons, curves_of
from geoinpaint_engine.pipeline.series.state import Date, Options, Series
from geoinpaint_engine.pipeline.series.steps import Steps
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.raster.decoded_store import stored_in
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.output import output_folder, writing
from geoinpaint_engine.raster.work_folder import LOCK, locked
from geoinpaint_engine.report.series_page import DateRow, series_page
from geoinpaint_engine.report.time_plot import Mark, TimePlot

MASKS_END, JUDGED_END, FILLS_END = 0.15, 0.4, 0.97  # progress at the end of each phase
LEAST_DATES = 2


def fill_series(
    inputs: Sequence[str],
    folder: Path,
    options: Options,
    *,
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
    places: Sequence[Place] = (),
    polygons: Area | None = None,
    append: bool = False,
    resume: bool = False,
    redo: Sequence[str] = (),
    redo_improved: bool = False,
    dry_run: bool = False,
    cube: bool = False,
    workers: int = 0,
    scheduler: str | None = None,
) -> dict[str, Any]:
    """Fills every date of a place from the others; returns the figures of the result event.

    Each date's files are published together in a folder of its own, and are not made again if they exist. A run that
    was interrupted anywhere therefore continues with `resume`, to the same bytes.

    Args:
        inputs: folders, rasters, products, STAC items; optional with `resume`.
        folder: of the series; created if missing.
        options: how it is masked and filled.
        reporter: receives all events.
        control: queried for the user's requests.
        workspace: cleans up after a failure.
        places: points for time series of the vegetation index.
        polygons: a vector file, for time series of the mean index in each polygon.
        append: add dates to an existing series, whose dates stay unchanged, byte for byte.
        resume: continue an unfinished series.
        redo: dates (or names of their folders) to fill again, from the dates that the series has now.
        redo_improved: fill again every date whose neighbouring dates have changed.
        cube: write a Zarr cube of all dates too.
        dry_run: only find and report the dates.
        workers, scheduler: what fills the windows, see `pipeline.run`.

    Raises:
        EngineError: see docs/errors.md; finished dates are kept.
    """
    if cube:
        require_zarr()
    with gdal_env(), one_thread_each:
        if polygons is not None:
            check_polygons(polygons)
        if dry_run:
            found, _ = dates_of(scenes_of(inputs, options), options, warn=reporter.warning)
            figures = {"dates": [{"date": date.date, "scene": date.path} for date in found]}
            reporter.result({}, figures)
            return figures
        with _folder(folder):
            resume = resume or bool(redo) or redo_improved
            series = _series(inputs, folder, options, append=append, resume=resume, redo=redo, reporter=reporter)
            steps = Steps(reporter, control, workspace, workers=workers, scheduler=scheduler)
            again = _again(redo, improved=redo_improved)
            with stored_in(folder):
                return _carry_out(series, folder, steps, (places, polygons), again=again, cube=cube)


def _again(redo: Sequence[str], *, improved: bool) -> Callable[[Date], bool]:
    """Whether a date may be filled again; where its neighbouring dates are the same, its fill is kept regardless."""
    return lambda date: improved or date.name in redo or date.date in redo


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Locks the folder of a series for this run while entered."""
    with output_folder(folder):
        with writing(folder / state.NAME):
            lock = locked(folder / LOCK)
        if lock is None:
            raise UsageError(
                "output-busy", f"Another run is working in {folder}.", "Wait for it, end it, or name another folder."
            )
        try:
            _sweep(folder)
            yield
        finally:
            (folder / LOCK).unlink(missing_ok=True)
            lock.release()


def _sweep(folder: Path) -> None:
    """Removes temporary files of a killed run."""
    for text in (state.NAME, PAGE, COLLECTION, CURVES, "*/*.json"):
        for path in folder.glob(f"{text}.*.tmp"):
            if re.fullmatch(r".+\.\d+\.\d+\.tmp", path.name):
                path.unlink(missing_ok=True)


def _series(
    inputs: Sequence[str], folder: Path, options: Options, *, append: bool, resume: bool, redo: Sequence[str],
    reporter: Reporter,
) -> Series:
    """Loads the series with the dates added to it, or creates a new one.

    Raises:
        UsageError: `redo-unknown`, `series-exists`, `series-missing`, `series-mismatch`, `output-is-input`.
        InputError: `series-short`, `series-unreadable`, and those of `scenes_of`.
    """
    known = state.load(folder)
    if known is not None and not (append or resume) and all(recipe_of(date, folder) is None for date in known.dates):
        known = Series(options=options, dates=[])  # of a run without any result: start afresh
    elif known is None:
        if append or (resume and not inputs):
            raise UsageError("series-missing", f"There is no series in {folder}.", "Name its folder, or begin one.")
        if any(path.name != LOCK for path in folder.iterdir()):
            raise UsageError(
                "series-taken", f"The folder {folder} holds other files.", "Name an empty or a new folder."
            )
        known = Series(options=options, dates=[])
    elif not (append or resume):
        raise UsageError(
            "series-exists", f"There is a series in {folder} already.",
            "Add --resume to go on with it, --append to add dates, or name another folder.",
        )  # fmt: skip
    elif inputs:
        known.options = _continued_options(known.options, options, folder)
    _check_known(redo, known)
    _check_unchanged(known, folder)
    if append or not known.dates:
        _add(known, inputs, folder, reporter)
    if len(known.dates) < LEAST_DATES:
        raise InputError(
            "series-short", f"A series needs {LEAST_DATES} dates, and {len(known.dates)} can be used.",
            "Name more scenes of the place.",
        )  # fmt: skip
    known.save(folder)
    return known


def _continued_options(begun: Options, given: Options, folder: Path) -> Options:
    """The options of a continued series: those that it was started with, with the number of threads given now.

    Raises:
        UsageError: `series-mismatch`.
    """
    for name in given.__struct_fields__:
        was, now = getattr(begun, name), getattr(given, name)
        if name != "threads" and was != now:
            option = {"around": "--dates-around", "nodata": "--mask-nodata"}.get(name, "--" + name.replace("_", "-"))
            raise UsageError(
                "series-mismatch",
                f"The series in {folder} was begun with {option} {_said(was)}, and now it is {_said(now)}.",
                "Give the options that it was begun with, or name another folder.",
            )
    return msgspec.structs.replace(begun, threads=given.threads)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return ",".join(map(str, value)) or "none" if isinstance(value, list) else "none" if value is None else str(value)


def _check_known(redo: Sequence[str], series: Series) -> None:
    """Raises UsageError `redo-unknown` where the series does not have a date to be filled again."""
    there = {name for date in series.dates for name in (date.name, date.date)}
    unknown = next((name for name in redo if name not in there), None)
    if unknown is not None:
        raise UsageError(
            "redo-unknown", f"The series has no date {unknown}, which is to be filled again.",
            f"It has {', '.join(date.name for date in series.dates)}.",
        )  # fmt: skip


def _check_unchanged(series: Series, folder: Path) -> None:
    """Raises UsageError `resume-mismatch` where the scene of an unfinished date has changed."""
    for date in series.dates:
        if date.state != "skipped" and recipe_of(date, folder) is None and stamp_of(date.path) != date.stamp:
            raise UsageError(
                "resume-mismatch", f"The series in {folder} cannot go on: {date.path} has changed.",
                "Undo the change, or name another folder.",
            )  # fmt: skip


def _add(series: Series, inputs: Sequence[str], folder: Path, reporter: Reporter) -> None:
    """Adds new scenes to the series; skipped ones are tried again."""
    scenes = scenes_of(inputs, series.options)
    if any(Path(os.path.realpath(one.path)).is_relative_to(os.path.realpath(folder)) for one in scenes):
        raise UsageError("output-is-input", f"Scenes lie in the folder {folder}.", "Name another output folder.")
    series.dates = [date for date in series.dates if date.state != "skipped"]
    there = {os.path.realpath(date.path) for date in series.dates}
    new = [scene for scene in scenes if os.path.realpath(scene.path) not in there]
    taken = [date.name for date in series.dates]
    added, left = dates_of(new, series.options, taken=taken, warn=reporter.warning)
    tried = {os.path.realpath(scene.path) for scene in new}
    series.left_out = [one for one in series.left_out if os.path.realpath(one.path) not in tried] + left
    series.dates += added
    series.dates.sort(key=lambda date: (date.date, date.name))


def _carry_out(
    series: Series, folder: Path, steps: Steps, places: tuple[Sequence[Place], Area | None], *,
    again: Callable[[Date], bool], cube: bool,
) -> dict[str, Any]:
    steps.reporter.started(dates=len(series.dates), mode=series.options.mode)
    for date in series.dates:
        date.code = date.code if date.state == "skipped" else ""
    threads = thread_count(series.options.threads)
    make_masks(series, folder, steps, threads=threads, span=(0.0, MASKS_END))
    cube = cube or (folder / CUBE).exists()  # one that is there must not fall behind
    if cube:
        require_alike([date for date in series.dates if date.usable], series.options)
    judge_dates(series, folder, steps, threads=threads, span=(MASKS_END, JUDGED_END))
    plan_jobs(series, folder, again=again)
    series.save(folder)
    fill_dates(series, folder, steps, threads=threads, span=(JUDGED_END, FILLS_END))
    for date in series.dates:
        if date.usable and recipe_of(date, folder) is None:
            keep_what_is_there(date, folder)
        elif date.state == "skipped":
            with suppress(OSError):
                (folder / date.name).rmdir()  # where there is nothing in it
    series.save(folder)
    done = [(date, recipe) for date in series.dates if (recipe := recipe_of(date, folder)) is not None]
    if not done:
        raise InputError("series-failed", "No date of the series could be filled.", "The warnings say why.")
    steps.reporter.progress(FILLS_END, message="writing the catalogue and the page")
    outputs = {}
    if cube:
        outputs["cube"] = write_cube([date for date, _ in done], folder, check=steps.control.check)
    outputs |= _write_catalogue(series, done, folder, places, steps)
    figures = _figures(series, {date.name: recipe for date, recipe in done})
    steps.reporter.progress(1.0)
    steps.reporter.result({name: str(path) for name, path in outputs.items()}, figures)
    return figures


def _write_catalogue(
    series: Series,
    done: Sequence[tuple[Date, dict[str, Any]]],
    folder: Path,
    places: tuple[Sequence[Place], Area | None],
    steps: Steps,
) -> dict[str, Path]:
    """Writes items, curves, page and collection; returns the files by name."""
    dates, collection = [date for date, _ in done], id_of(folder)
    for date, recipe in done:
        steps.control.check()
        write_item(date, recipe["figures"], folder, collection=collection)
    outputs = {"folder": folder, "collection": folder / COLLECTION, "page": folder / PAGE}
    curves = curves_of(places[0], places[1], dates, folder, steps)
    if curves:
        write_whole(folder / CURVES, table(curves).encode())
        outputs["curves"] = folder / CURVES
    recipes = {date.name: recipe for date, recipe in done}
    rows = [_row(date, recipes.get(date.name), folder) for date in series.dates]
    left = [f"{Path(one.path).name} is left out: {one.message} [{one.code}]" for one in series.left_out]
    text = series_page(f"Series {folder.name}", rows, _plots(curves), left_out=left)
    with steps.workspace.finishing(steps.control):
        write_whole(folder / PAGE, text.encode("utf-8", "replace"))
        write_collection(dates, folder, collection=collection)
    return outputs


def _row(date: Date, recipe: dict[str, Any] | None, folder: Path) -> DateRow:
    kind = _kind(date, filled=recipe is not None)
    masked = None if date.state == "skipped" else date.cloudy_share
    notes = [f"{date.message} [{date.code}]"] if date.code else []
    scene = Path(date.path).name
    if recipe is None or kind != "filled":
        return DateRow(date.name, scene, kind, masked, None, None, None, [], notes)
    figures = recipe["figures"]
    sources = [] if date.job is None else [one.date or "" for one in date.job.references]
    return DateRow(
        date.name, scene, kind, masked, figures["filled_pixels"], figures["unfilled_pixels"], told_error(figures),
        sources, [*notes, *_warnings(recipe)], pictures_of(date, folder),
    )  # fmt: skip


def _kind(date: Date, *, filled: bool) -> str:
    """filled, clear, failed or skipped."""
    if date.state == "skipped":
        return "skipped"
    return "failed" if not filled else "clear" if date.state == "clear" else "filled"


def _warnings(recipe: dict[str, Any]) -> list[str]:
    return [f"{one['message']} [{one['code']}]" for one in recipe.get("warnings", [])]


def _plots(curves: Sequence[tuple[Place, Sequence[Value]]]) -> list[TimePlot]:
    return [
        TimePlot(
            f"{place.name} ({'mean of a polygon around ' if place.polygon else ''}{place.x:.10g}, {place.y:.10g})",
            [Mark(one.date, one.ndvi, *one.band, one.kind != "clear", one.seen) for one in values], "NDVI",
        )
        for place, values in curves
        if values
    ]  # fmt: skip


def _figures(series: Series, recipes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The figures of each date in the result event."""
    told = []
    for date in series.dates:
        recipe = recipes.get(date.name)
        kind = _kind(date, filled=recipe is not None)
        figures = {} if recipe is None else recipe["figures"]
        told.append({
            "name": date.name, "date": date.date, "scene": date.path, "state": kind,
            "masked_share": date.figures.get("hole_share"), "expected_rmse": (told_error(figures) or (None,))[0],
            "unit": figures.get("holdout_unit"), "code": date.code or None,
        })  # fmt: skip
    count = {kind: sum(one["state"] == kind for one in told) for kind in ("filled", "clear", "skipped", "failed")}
    left = [{"scene": one.path, "code": one.code} for one in series.left_out]
    return {**count, "left_out": left, "dates": told}
