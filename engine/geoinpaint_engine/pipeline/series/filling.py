"""Each date of a series as a job: which dates it is filled from, and the run that fills it."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, wait
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import EngineError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import Job, MaskSource, Output, Reference, Scene, takes_device
from geoinpaint_engine.pipeline import recipe
from geoinpaint_engine.pipeline.memory_return import return_memory
from geoinpaint_engine.pipeline.opening import open_job_scene
from geoinpaint_engine.pipeline.run import run
from geoinpaint_engine.pipeline.series.masking import skip
from geoinpaint_engine.pipeline.series.neighbours import neighbours
from geoinpaint_engine.pipeline.series.state import CLOUDS, DEVIATION, FILLED, FLAG, MASK, Date, Series
from geoinpaint_engine.pipeline.series.steps import SideBySide, Step, Steps, make_folder
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.raster.fills import MemoryFillStore
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.masks import unmasked_scene
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.thread_pool import thread_pool
from geoinpaint_engine.raster.work_folder import WorkFolder, remove
from geoinpaint_engine.raster.write import compose, finish
from geoinpaint_engine.surplus import without_surplus

RECIPE = f"{FILLED}.recipe.json"
LANES = 2  # dates filled side by side: more would need the memory of more


def plan_jobs(series: Series, folder: Path, *, again: Callable[[Date], bool] = lambda date: False) -> None:
    """Gives every date that has none its job; those that have one keep it, whatever dates were added.

    Only the threads of a fill that is still to be made are those of this run, where they decide on no pixel.

    Args:
        series: its masks made.
        folder: of the series.
        again: whether a date that has a job is to be filled from the dates that there are now.
    """
    usable = [date for date in series.dates if date.usable]
    for date in usable:
        if date.job is None or again(date):
            date.job = _job(series, date, usable, folder)
        elif recipe_of(date, folder) is None and not takes_device(date.job):
            date.job = msgspec.structs.replace(date.job, threads=series.options.threads)


def keep_what_is_there(date: Date, folder: Path) -> bool:
    """Of a date that could not be filled again: goes back to the job of the fill that it has; whether it has one.

    Args:
        date: whose job is set.
        folder: of the series.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        document = json.loads((folder / date.name / RECIPE).read_text(encoding="utf-8"))
        given, date.job = date.job, msgspec.convert(document["job"], Job)
        if recipe_of(date, folder) is not None:
            return True
        date.job = given
    return False


def _job(series: Series, date: Date, usable: Sequence[Date], folder: Path) -> Job:
    options, place = series.options, folder / date.name
    days, shares = [one.date for one in usable], [one.cloudy_share for one in usable]
    near = [usable[number] for number in neighbours(days, shares, usable.index(date), options.around)]
    judged = all((folder / one.name / CLOUDS).exists() for one in (date, *near))
    masked = date.state == "masked"
    job = Job(
        scene=Scene(date.path, options.resolution),
        mask=[MaskSource(path=str(place / MASK))] + [MaskSource(nodata=True)] * options.nodata,
        mode=options.mode, preset=options.preset, fill=options.fill, bands=options.bands, seed=options.seed,
        threads=options.threads, grow=options.grow if masked else "none",
        references=[reference_to(one, folder, judged=judged) for one in near] if masked else [],
        judged=str(place / CLOUDS) if masked and judged else None,
        output=Output(
            path=str(place / FILLED), format="cog", fill_flag=str(place / FLAG),
            uncertainty=str(place / DEVIATION) if masked else None,
        ),
    )  # fmt: skip
    return without_surplus(job)


def reference_to(date: Date, folder: Path, *, judged: bool = False) -> Reference:
    """A date as a reference of others: used where its mask, or what was judged of it, says that it is clear."""
    mask = str(folder / date.name / MASK) if date.state == "masked" else None
    mask = str(folder / date.name / CLOUDS) if judged else mask
    return Reference(path=date.path, mask=mask, date=date.date)


def recipe_of(date: Date, folder: Path) -> dict[str, Any] | None:
    """The recipe of a date that is filled as its job says; None where that is still to be done."""
    place = folder / date.name
    if date.job is None or (place / f"{FILLED}.partial").exists() or not (place / FILLED).exists():
        return None
    with suppress(OSError, ValueError):
        document = json.loads((place / RECIPE).read_text(encoding="utf-8"))
        if isinstance(document, dict) and document.get("job") in [msgspec.to_builtins(job) for job in _ways(date.job)]:
            return document
    return None


def _ways(job: Job) -> tuple[Job, Job]:
    """A job, and its variant without uncertainty for where the error cannot be measured."""
    return job, msgspec.structs.replace(job, output=msgspec.structs.replace(job.output, uncertainty=None))


def fill_dates(series: Series, folder: Path, steps: Steps, *, threads: int, span: tuple[float, float]) -> None:
    """Fills every unfinished date; one that cannot be filled is left out with a warning.

    Args:
        series: its jobs planned.
        folder: of the series.
        steps: the run.
        threads: number of threads for all of it.
        span: of the progress.
    """
    left = [date for date in series.dates if date.usable and recipe_of(date, folder) is None]
    return_memory()
    control, progress = Control(steps.control), SideBySide(*span, len(left))
    lanes = _at_once(left, steps, threads)

    def fill(number: int, threads: int | None = None) -> None:
        with steps.step(left[number].name, progress.place(number), control) as step:
            _fill_or_skip(left[number], folder, step, steps, threads=threads)
            step.reporter.progress(1.0)
        return_memory()

    together = len(left) // lanes * lanes if lanes > 1 else 0
    _side_by_side(partial(fill, threads=math.ceil(threads / lanes)), range(together), lanes, control)
    for number in range(together, len(left)):  # with all threads
        fill(number)


def _at_once(dates: Sequence[Date], steps: Steps, threads: int) -> int:
    """How many dates are filled side by side: two, as one alone keeps no more than one processor busy for long.

    Where a network computes, threads decide on the last digits, and so each date has all of them.
    """
    alone = steps.workers or steps.scheduler is not None or any(date.job and takes_device(date.job) for date in dates)
    return 1 if alone else max(min(LANES, threads, len(dates)), 1)


def _side_by_side(work: Callable[[int], None], numbers: Iterable[int], lanes: int, control: Control) -> None:
    """Calls `work` for each number, in so many threads; the first failure ends all of them.

    Args:
        work: ends soon once `control` is cancelled.
        numbers: what it is called with, in this order.
        lanes: number of threads.
        control: cancelled at a failure.
    """
    with thread_pool(lanes, name="date") as submit:
        try:
            pending = {submit(work, number) for number in numbers}
            while pending:
                # a wait without limit could not be interrupted everywhere
                finished, pending = wait(pending, timeout=0.2, return_when=FIRST_EXCEPTION)
                for future in finished:
                    future.result()
        except BaseException:
            control.cancel()  # what is under way ends at its next step
            raise


def _fill_or_skip(date: Date, folder: Path, step: Step, steps: Steps, *, threads: int | None) -> None:
    try:
        _fill(date, make_folder(folder / date.name), step, steps, threads=threads)
    except Exception as error:
        filled = (folder / date.name / FILLED).exists()
        skip(date, error, steps, means="keeps its fill" if filled else "cannot be filled")
        remove(folder / date.name / f"{FILLED}.partial")
        date.state = "masked"  # it serves the others all the same


def _fill(date: Date, place: Path, step: Step, steps: Steps, *, threads: int | None) -> None:
    if date.job is None:
        return
    if date.state == "clear":
        _take_over(date.job, place, step)
        return
    way: dict[str, Any] = {
        "resume": True, "workers": steps.workers, "scheduler": steps.scheduler, "threads": threads,
        "reporter": step.reporter, "control": step.control, "workspace": step.workspace,
    }  # fmt: skip
    measured, unmeasured = _ways(date.job)
    jobs.check(measured)
    try:
        run(measured, **way)
    except EngineError as error:
        if error.code != "uncertainty-unmeasured":
            raise
        run(unmeasured, **way)


def _take_over(job: Job, place: Path, step: Step) -> None:
    """Writes a date without a cloud as it is, in the form of the others."""
    with ExitStack() as stack:
        stack.enter_context(gdal_env())
        scene = stack.enter_context(open_job_scene(job, warn=step.reporter.warning))
        work = stack.enter_context(WorkFolder(place / FILLED))
        step.workspace.add(work)
        mask = unmasked_scene(scene, work / "codes.tif", check=step.control.check)
        stack.callback(mask.close)
        output, flag = work / "output.tif", work / "fill_flag.tif"
        compose(
            scene, mask, MemoryFillStore(mask), [], output, flag=flag, compressed=False,
            progress=step.reporter.progress, check=step.control.check,
        )  # fmt: skip
        recipe.tag(output, job)
        figures = {"hole_pixels": 0, "filled_pixels": 0, "unfilled_pixels": 0, "holdout_rmse": None}
        document = recipe.recipe(job, [job.scene.path], figures, step.reporter.warnings)
        write_whole(work / "recipe.text", (json.dumps(document, indent=1, default=str) + "\n").encode(), durable=False)
        moves = [(work / "recipe.text", place / RECIPE), (finish(flag, sparse=True), place / FLAG)]
        with step.workspace.finishing(step.control):
            publish([*moves, (finish(output, cog=True), place / FILLED)])


def told_error(figures: dict[str, Any]) -> tuple[float, str] | None:
    """(error, unit) that a date's fill announces: under its hole where that is known, else on hidden ground."""
    for name in ("hole_rmse", "holdout_rmse"):
        value = figures.get(name)
        if isinstance(value, int | float) and math.isfinite(value):
            return float(value), str(figures.get("holdout_unit", ""))
    return None
