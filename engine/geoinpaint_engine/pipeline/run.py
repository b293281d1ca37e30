"""The one way through: a job is opened, planned, fitted, filled window by window, composed and put in place."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import Any

import numpy as np

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import Method
from geoinpaint_engine.methods.classical.methods import Classical
from geoinpaint_engine.methods.registry import choose_fallback, choose_method
from geoinpaint_engine.pipeline import opening as inputs
from geoinpaint_engine.pipeline import recipe
from geoinpaint_engine.pipeline.holdout_run import Trial
from geoinpaint_engine.pipeline.journal import Journal, identity
from geoinpaint_engine.pipeline.metrics import trial_figures, uncertainty_figures
from geoinpaint_engine.pipeline.plan import make_plan, mask_figures, plan_figures
from geoinpaint_engine.pipeline.preview import Preview
from geoinpaint_engine.pipeline.uncertainty_file import UncertaintyFile, calibration_of, unmeasured
from geoinpaint_engine.pipeline.window_runner import FILL_END, MASK_END, Fills, Pool, Threads, fill_plan, simple_fill
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.quality.reflectance import reflectance_of
from geoinpaint_engine.quality.uncertainty import Calibration
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.masks import HoleMask, materialise_mask
from geoinpaint_engine.raster.output import WorkFolder, publish
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import LARGEST, FillWindow
from geoinpaint_engine.raster.write import Composed, compose, finish
from geoinpaint_engine.sentinel.harmonisation import in_scene_units

REPORT_START = 0.98  # of the run's progress


def run(
    job: Job,
    *,
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
    dry_run: bool = False,
    resume: bool = False,
    workers: int = 0,
    scheduler: str | None = None,
) -> dict[str, Any]:
    """Carry out a job; returns the figures that the result event carries.

    Args:
        job: the job, its paths absolute.
        reporter: told of all that happens.
        control: asked for the user's wishes.
        workspace: sweeps up after a failure.
        dry_run: check everything and plan, but fill nothing.
        resume: go on from what a run of the same job has left in `<output>.partial/`, and leave it there on failure.
        workers: processes that fill the windows; 0 = the threads of this one.
        scheduler: address of a Dask scheduler whose workers fill the windows, or None.

    Raises:
        EngineError: see docs/errors.md; then no output file has been written.
    """
    if dry_run and resume:
        raise UsageError("resume-dry-run", "A dry run resumes nothing.", "Use --dry-run or --resume, not both.")
    started = time.monotonic()
    for code, message in jobs.surplus(job):
        reporter.warning(code, message)
    job = jobs.without_surplus(job)
    with ExitStack() as stack:
        stack.enter_context(gdal_env())
        scene = stack.enter_context(inputs.open_job_scene(job, warn=reporter.warning))
        outputs = _outputs(job, [*inputs.input_files(job), *scene.files])
        if dry_run:
            WorkFolder(outputs["output"]).check()
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="geoinpaint-")))
        else:
            folder = stack.enter_context(WorkFolder(outputs["output"], resume=resume))
        if not resume:
            workspace.add(folder)
        files = [*inputs.input_files(job), *scene.files]
        journal = Journal(folder, identity(job, files, threads=thread_count(job))) if resume else None
        source, mask = _open(job, scene, folder, journal, reporter, control)
        stack.callback(mask.close)
        area = inputs.open_job_area(scene, job, warn=reporter.warning)
        preview = Preview(scene, mask, folder, reporter, area=area)
        trial: Trial | None = None

        def deciding(window: Window) -> np.ndarray:
            return trial.deciding(window) if trial is not None else np.zeros(window.shape, dtype=bool)

        method = choose_method(
            job, scene, threads=thread_count(job), deciding=deciding, preview=preview, warn=reporter.warning
        )
        plan, overlap = make_plan(method, scene, mask, area, tile=job.tile)
        if not plan:
            raise _nothing_in_it(job)
        fallback = _fallback(method, source, plan, threads=thread_count(job), reporter=reporter)
        stats = mask.stats_in(area)
        planned = plan_figures(job, method, stats, plan, threads=thread_count(job))
        reporter.started(**planned)
        reporter.progress(MASK_END)
        # a dry run fails where the run would: one worker shows whether workers start
        count = min(workers, 1) if dry_run else workers
        pool = stack.enter_context(_pool(job, workspace, workers=count, scheduler=scheduler))
        trial = make_trial(job, source, plan, reporter=reporter)
        if dry_run:
            reporter.result({}, {**planned, "job": json.loads(jobs.to_json(job))})
            return planned
        fills = fill_plan(
            method, source, plan, folder, trial=trial, pool=pool, journal=journal,
            preview=preview, reporter=reporter, control=control, doubt=job.output.uncertainty is not None,
            fallback=fallback,
        )  # fmt: skip
        calibration = calibration_of(trial) if job.output.uncertainty is not None else None
        figures = {**trial_figures(trial, scene, plan, area), "uncertainty": uncertainty_figures(calibration)}
        finished, composed = _write(
            job, scene, mask, fills, plan, folder, overlap=overlap, area=area, outputs=outputs,
            calibration=calibration, reporter=reporter, control=control,
        )  # fmt: skip
        figures |= {
            **mask_figures(stats), "windows": len(plan), "filled_pixels": composed.filled,
            "unfilled_pixels": composed.unfilled, "device": getattr(method, "device", "cpu"),
            "seconds": round(time.monotonic() - started, 2),
        }  # fmt: skip
        if composed.unfilled:
            reporter.warning(
                "pixels-unfilled",
                f"{composed.unfilled} masked pixels could not be filled: there is no data to fill from.",
            )
        document = recipe.recipe(job, inputs.input_files(job), figures)
        papers = {"recipe": json.dumps(document, indent=1, default=str) + "\n"}
        if "report" in outputs:
            from geoinpaint_engine.report.parts import Ran
            from geoinpaint_engine.report.report import report

            reporter.progress(REPORT_START, message="writing the report")
            papers["report"] = report(
                Ran(
                    job, source, finished[-1][0], area, figures, document, trial.fills() if trial else [],
                    simple_fill(source), reflectance_of(scene), reporter.warnings, control.check,
                )
            )  # fmt: skip
        finished = [*_write_papers(papers, folder, outputs), *finished]
        with workspace.finishing(control):
            publish(finished)
    reporter.progress(1.0)
    reporter.result({name: str(path) for name, path in outputs.items()}, figures)
    return figures


def _pool(job: Job, workspace: Workspace, *, workers: int, scheduler: str | None) -> AbstractContextManager[Pool]:
    """Those who fill the windows."""
    if not workers and scheduler is None:
        return nullcontext(Threads(thread_count(job)))
    from geoinpaint_engine.pipeline.distributed.cluster import open_cluster

    return open_cluster(job, workers=workers, scheduler=scheduler, threads=thread_count(job), at_end=workspace.at_end)


def thread_count(job: Job) -> int:
    """The job's threads; 0 = the processors that this process may use."""
    if job.threads:
        return job.threads
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _fallback(
    method: Method, source: JobSource, plan: Sequence[FillWindow], *, threads: int, reporter: Reporter
) -> Classical | None:
    """What fills the starved windows of a plan, None where there are none, or where the method fills them better."""
    starved = sum(window.starved for window in plan)
    if not starved or getattr(method, "fills_without_clear", False):
        return None
    fallback = choose_fallback(source, threads=threads)
    reporter.warning(
        "window-starved",
        f"{starved} of {len(plan)} windows have under 10 % clear ground, even grown to {LARGEST} px: they get the "
        f"classical fill {fallback.name} instead.",
    )
    return fallback


def make_trial(job: Job, source: JobSource, plan: Sequence[FillWindow], *, reporter: Reporter) -> Trial | None:
    """The hidden patches of a run, or None where none are wanted or there is too little clear ground to hide any.

    They are compared with a simple fill: the nearest date pasted in, or the harmonic fill where there is none.

    Raises:
        InputError: `uncertainty-unmeasured`: nothing can be hidden, and the uncertainty is wanted.
    """
    by_default = job.mode in ("classical", "model") or job.preset == "fast" or job.stop == "holdout"
    by_default |= job.output.uncertainty is not None
    wanted = by_default if job.holdout is None else job.holdout
    if not wanted:
        return None
    trial = Trial.draw(source, plan, seed=job.seed, simple=simple_fill(source))
    if not trial:
        if job.output.uncertainty is not None:
            raise unmeasured()
        reporter.warning("holdout-none", "There is too little clear ground to hide any: the error was not measured.")
        return None
    return trial


def _open(
    job: Job, scene: Scene, folder: Path, journal: Journal | None, reporter: Reporter, control: Control
) -> tuple[JobSource, HoleMask]:
    """The source of chips, its evidence checked, and the stored mask."""
    warn = reporter.warning
    inputs.require_other_dates(job)
    layers, nodata = inputs.open_mask_sources(scene, job.mask, warn=warn)
    references = [inputs.open_job_reference(scene, entry, warn=warn) for entry in job.references]
    sar = inputs.open_job_sar(scene, job, warn=warn)
    mask = None if journal is None else journal.mask(scene.grid)
    if mask is None:
        mask = materialise_mask(
            layers, scene, folder / "mask.tif", nodata=nodata, dilate=job.dilate, warn=warn, check=control.check
        )
        if journal is not None:
            journal.note_mask(mask)
    source = JobSource(scene, mask, references=references, sar=sar)
    inputs.require_evidence(source, warn=warn)
    return in_scene_units(source, warn=warn), mask


def _write(
    job: Job,
    scene: Scene,
    mask: HoleMask,
    fills: Fills,
    plan: Sequence[FillWindow],
    folder: Path,
    *,
    overlap: int,
    area: Area | None,
    outputs: dict[str, Path],
    calibration: Calibration | None,
    reporter: Reporter,
    control: Control,
) -> tuple[list[tuple[Path, Path]], Composed]:
    """Compose the output and its companions in the work folder; returns (temporary file, its place) of each."""
    flag = folder / "fill_flag.tif" if "fill_flag" in outputs else None
    doubts = folder / "uncertainty.tif"
    threads = thread_count(job)
    with nullcontext() if calibration is None else UncertaintyFile(
        doubts, scene, mask, calibration, deviations=fills.deviations, overlap=overlap, threads=threads
    ) as beside:  # fmt: skip
        composed = compose(
            scene, mask, fills.values, plan, folder / "output.tif", overlap=overlap, area=area,
            flag=flag, beside=beside, threads=threads,
            progress=lambda part: reporter.progress(FILL_END + (0.98 - FILL_END) * part, message="writing"),
            check=control.check,
        )  # fmt: skip
    recipe.tag(folder / "output.tif", job)
    output = finish(folder / "output.tif", cog=job.output.format == "cog")
    finished = [(output, outputs["output"])]
    if flag is not None:
        finished.insert(0, (flag, outputs["fill_flag"]))
    if calibration is not None:
        finished.insert(0, (finish(doubts, sparse=True), outputs["uncertainty"]))
    return finished, composed


def _nothing_in_it(job: Job) -> UsageError:
    """The error of an extent or an area that holds no hole."""
    code, name = ("extent-without-hole", "extent") if job.area is None else ("area-without-hole", "area")
    return UsageError(code, f"No pixel of the mask lies in the {name}.", f"Choose another {name}, or leave it out.")


def _outputs(job: Job, files: list[str]) -> dict[str, Path]:
    """Every file that the job writes, checked."""
    named = {name: getattr(job.output, name) for name in ("fill_flag", "uncertainty")} | {"output": job.output.path}
    # the whole name, ending and all: x.tif and x.tiff in one folder have a recipe each
    named["report"] = job.report
    return inputs.check_outputs({**named, "recipe": f"{job.output.path}.recipe.json"}, inputs=files)


def _write_papers(papers: dict[str, str], folder: Path, outputs: dict[str, Path]) -> list[tuple[Path, Path]]:
    """Write texts by name in the work folder; returns (temporary file, its place) of each."""
    written = []
    for name, text in papers.items():
        write_whole(folder / f"{name}.text", text.encode("utf-8", "replace"), durable=False)
        written.append((folder / f"{name}.text", outputs[name]))
    return written
