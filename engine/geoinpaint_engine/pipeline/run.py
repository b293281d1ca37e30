"""Runs a job: opens its inputs, plans, fits, fills window by window, composes the result and publishes it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.registry import simple_fill
from geoinpaint_engine.pipeline.destination import Destination, Filling, open_files
from geoinpaint_engine.pipeline.holdout_run import HoldoutRun
from geoinpaint_engine.pipeline.journal import Journal, identity
from geoinpaint_engine.pipeline.library_threads import one_thread_each
from geoinpaint_engine.pipeline.lighting import lighting, relighting_error
from geoinpaint_engine.pipeline.metrics import holdout_figures, uncertainty_figures
from geoinpaint_engine.pipeline.opening import Inputs, input_files, open_inputs, open_job_scene
from geoinpaint_engine.pipeline.plan import Plan, make_plan, mask_figures
from geoinpaint_engine.pipeline.provenance import Provenance
from geoinpaint_engine.pipeline.stages import FIGURES_END, MASK_END
from geoinpaint_engine.pipeline.uncertainty_file import Deviations, calibration_of, unmeasured
from geoinpaint_engine.pipeline.window_runner import (
    Fills,
    Pool,
    Threads,
    WindowRunner,
)
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.quality.holdout import MARGIN
from geoinpaint_engine.quality.shade import RemainingError
from geoinpaint_engine.quality.uncertainty import Calibration
from geoinpaint_engine.raster.decoded_store import stored_in
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.surplus import surplus, without_surplus


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
    destination: Destination | None = None,
    threads: int | None = None,
) -> dict[str, Any]:
    """Runs a job; returns the figures of the result event.

    Args:
        job: the job, its paths absolute.
        reporter: receives all events.
        control: queried for the user's requests (cancel, stop).
        workspace: cleans up after a failure.
        dry_run: checks everything and plans, but fills nothing.
        resume: continues from what a run of the same job left in `<output>.partial/`, and keeps that on failure.
        workers: number of processes that fill the windows; 0 = threads of this process.
        scheduler: address of a Dask scheduler whose workers fill the windows, or None.
        destination: where the result goes; None = the files that the job names.
        threads: number of threads, for a run that shares the processor with others; None = as many as the job says.

    Raises:
        EngineError: see docs/errors.md; no output file has been written then.
    """
    if dry_run and resume:
        raise UsageError("resume-dry-run", "A dry run resumes nothing.", "Use --dry-run or --resume, not both.")
    for code, message in surplus(job):
        reporter.warning(code, message)
    job, threads = without_surplus(job), threads or thread_count(job.threads)
    with ExitStack() as stack:
        stack.enter_context(gdal_env())
        stack.enter_context(one_thread_each)
        opened = _open(
            job, stack, reporter, control, workspace, destination, threads=threads, dry_run=dry_run, resume=resume
        )
        opened.reporter.started(**opened.plan.figures)
        opened.reporter.progress(MASK_END)
        # a dry run must fail where the run would: a single worker shows whether workers can start
        count = min(workers, 1) if dry_run else workers
        pool = stack.enter_context(_pool(job, workspace, workers=count, scheduler=scheduler, threads=threads))
        holdout = opened.draw_holdout()
        if dry_run:
            reporter.result({}, {**opened.plan.figures, "job": json.loads(jobs.to_json(job))})
            return opened.plan.figures
        figures = opened.carry_out(pool, holdout)
    reporter.progress(1.0)
    reporter.result({name: str(path) for name, path in opened.destination.outputs.items()}, figures)
    return figures


def thread_count(threads: int) -> int:
    """The number of threads requested; 0 = the number of processors that this process may use."""
    if threads:
        return threads
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _open(
    job: Job,
    stack: ExitStack,
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
    destination: Destination | None,
    *,
    threads: int,
    dry_run: bool,
    resume: bool,
) -> Run:
    """Opens a job's inputs, creates its work folder and plans its windows."""
    started = time.monotonic()
    provenance = Provenance()
    provenance.note(input_files(job))
    scene = stack.enter_context(open_job_scene(job, warn=reporter.warning))
    files = [*input_files(job), *scene.files]
    provenance.note(files)
    if destination is None:
        destination = open_files(job, files, stack, dry_run=dry_run, resume=resume)
    journal = None
    if destination.work is not None:
        if not dry_run:
            stack.enter_context(stored_in(destination.work))
        if resume:
            journal = Journal(destination.work, identity(job, files, threads=threads))
        else:
            workspace.add(destination.work)
    inputs = open_inputs(
        job, scene, destination.folder, journal, threads=threads, reporter=reporter, control=control
    )
    stack.callback(inputs.mask.close)
    if inputs.source.judged is not None:
        stack.callback(inputs.source.judged.close)
    provenance.note(inputs.files)
    plan = make_plan(job, inputs, threads=threads, warn=reporter.warning)
    return Run(job, inputs, plan, destination, journal, provenance, reporter, control, workspace, threads, started)


def _pool(
    job: Job, workspace: Workspace, *, workers: int, scheduler: str | None, threads: int
) -> AbstractContextManager[Pool]:
    """The pool that fills the windows: threads, processes, or a cluster's workers."""
    if not workers and scheduler is None:
        return nullcontext(Threads(threads))
    from geoinpaint_engine.pipeline.distributed.cluster import open_cluster

    return open_cluster(job, workers=workers, scheduler=scheduler, threads=threads, at_end=workspace.at_end)


@dataclass(frozen=True)
class Run:
    """A job whose inputs are opened and whose windows are planned.

    Args:
        job: the job, without surplus evidence.
        inputs: its opened rasters.
        plan: its windows and the method that fills them.
        destination: where the result goes.
        journal: of a resumable run, or None.
        provenance: the state of the inputs when they were opened.
        reporter: receives all events.
        control: queried for the user's requests.
        workspace: excludes cleaning up while results are being published.
        threads: number of threads.
        started: time.monotonic() at the start.
    """

    job: Job
    inputs: Inputs
    plan: Plan
    destination: Destination
    journal: Journal | None
    provenance: Provenance
    reporter: Reporter
    control: Control
    workspace: Workspace
    threads: int
    started: float

    @property
    def scene(self) -> Scene:
        """What is filled."""
        return self.inputs.scene

    @property
    def uncertainty_wanted(self) -> bool:
        """Whether the standard deviation of the fill is written."""
        return self.job.output.uncertainty is not None

    def draw_holdout(self) -> HoldoutRun | None:
        """Draws the hold-out patches; None where none are wanted, or there is too little clear ground.

        Their baseline is a simple fill: the nearest date pasted in, or the harmonic fill where there is no date.

        Raises:
            InputError: `uncertainty-unmeasured`: nothing can be hidden, and the uncertainty is wanted.
        """
        if not jobs.measures_holdout(self.job):
            return None
        source = self.inputs.source
        holdout = HoldoutRun.draw(
            source, self.plan.windows, seed=self.job.seed, unshown=self.plan.unshown, simple=simple_fill(source)
        )
        if holdout:
            return holdout
        if self.uncertainty_wanted:
            raise unmeasured()
        self.reporter.warning(
            "holdout-none",
            f"Too little clear ground lies {MARGIN} px or more from mask and nodata to hide any: the error was not "
            "measured.",
        )
        return None

    def carry_out(self, pool: Pool, holdout: HoldoutRun | None) -> dict[str, Any]:
        """Fills, composes and publishes; returns the figures of the result event."""
        fills = self._fill(pool, holdout)
        calibration = calibration_of(holdout) if self.uncertainty_wanted else None
        left = None if fills.lit is None or holdout is None else relighting_error(self.inputs.source, holdout.fills())
        relit = lighting(fills.lit, left, self.inputs.mask, self.plan.windows, self.inputs.area)
        figures = {
            **holdout_figures(
                holdout, self.scene, self.plan.windows, self.inputs.area, squared_left=relit.squared_left,
                threads=self.threads,
            ),
            "uncertainty": uncertainty_figures(calibration),
        }
        self.reporter.progress(FIGURES_END)
        filling = self._filling(fills, calibration, left)
        composed = self.destination.compose(filling)
        figures |= {
            **mask_figures(self.plan.stats), "unshown_share": self.plan.figures.get("unshown_share"),
            "windows": len(self.plan.windows), "filled_pixels": composed.filled,
            "unfilled_pixels": composed.unfilled, "device": self.plan.method.device,
            "seconds": round(time.monotonic() - self.started, 2),
        }  # fmt: skip
        if relit.pixels:
            figures["lit_pixels"] = relit.pixels
            self.reporter.warning(
                "shadow-lit",
                f"{relit.pixels:,} px of what was filled look like shadow: as grow is auto, the ground that is seen "
                "in it was kept, made as bright as the fill.",
            )
        if composed.unfilled:
            self.reporter.warning(
                "pixels-unfilled",
                f"{composed.unfilled} masked pixels could not be filled: there is no data to fill from.",
            )
        self.destination.publish(filling, holdout, figures, self._finishing())
        return figures

    @contextmanager
    def _finishing(self) -> Iterator[None]:
        """Entered while results are published; checks first that the inputs have not changed since they were opened."""
        self.provenance.check()
        with self.workspace.finishing(self.control):
            yield

    def _fill(self, pool: Pool, holdout: HoldoutRun | None) -> Fills:
        return WindowRunner(
            method=self.plan.method, fallback=self.plan.fallback, source=self.inputs.source,
            windows=self.plan.windows, holdout=holdout, deviations_wanted=self.uncertainty_wanted,
            folder=self.destination.work, pool=pool, journal=self.journal, threads=self.threads,
            viewer=self.destination.viewer(self.inputs, self.reporter), reporter=self.reporter, control=self.control,
        ).run()  # fmt: skip

    def _filling(self, fills: Fills, calibration: Calibration | None, left: RemainingError | None) -> Filling:
        deviations = None
        if calibration is not None:
            deviations = Deviations(
                self.scene, self.inputs.mask, calibration, fills.deviations, self.plan.overlap, fills.lit, left
            )
        return Filling(
            self.job, self.inputs, self.plan, fills, deviations, self.threads, self.reporter,
            self.control.check,
        )  # fmt: skip
