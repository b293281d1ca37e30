"""The one way through: a job is opened, planned, fitted, filled window by window, composed and put in place."""

from __future__ import annotations

import json
import os
import time
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.registry import simple_fill
from geoinpaint_engine.pipeline import recipe
from geoinpaint_engine.pipeline.holdout_run import HoldoutRun
from geoinpaint_engine.pipeline.journal import Journal, identity
from geoinpaint_engine.pipeline.metrics import holdout_figures, uncertainty_figures
from geoinpaint_engine.pipeline.opening import Inputs, check_outputs, input_files, open_inputs, open_job_scene
from geoinpaint_engine.pipeline.plan import Plan, make_plan, mask_figures
from geoinpaint_engine.pipeline.preview import Preview
from geoinpaint_engine.pipeline.provenance import Provenance
from geoinpaint_engine.pipeline.uncertainty_file import UncertaintyFile, calibration_of, unmeasured
from geoinpaint_engine.pipeline.window_runner import (
    COMPOSE_END,
    FILL_END,
    MASK_END,
    Fills,
    Pool,
    Threads,
    WindowRunner,
)
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.quality.reflectance import reflectance_of
from geoinpaint_engine.quality.uncertainty import Calibration
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.work_folder import WorkFolder, scratch_folder
from geoinpaint_engine.raster.write import Composed, compose, finish

Moves = list[tuple[Path, Path]]  # (temporary file, its place) of each


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
    for code, message in jobs.surplus(job):
        reporter.warning(code, message)
    job = jobs.without_surplus(job)
    with ExitStack() as stack:
        stack.enter_context(gdal_env())
        opened = _open(job, stack, reporter, control, workspace, dry_run=dry_run, resume=resume)
        opened.reporter.started(**opened.plan.figures)
        opened.reporter.progress(MASK_END)
        # a dry run fails where the run would: one worker shows whether workers start
        count = min(workers, 1) if dry_run else workers
        pool = stack.enter_context(_pool(job, workspace, workers=count, scheduler=scheduler))
        holdout = opened.draw_holdout()
        if dry_run:
            reporter.result({}, {**opened.plan.figures, "job": json.loads(jobs.to_json(job))})
            return opened.plan.figures
        figures = opened.carry_out(pool, holdout)
    reporter.progress(1.0)
    reporter.result({name: str(path) for name, path in opened.outputs.items()}, figures)
    return figures


def thread_count(job: Job) -> int:
    """The job's threads; 0 = the processors that this process may use."""
    if job.threads:
        return job.threads
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _open(
    job: Job,
    stack: ExitStack,
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
    *,
    dry_run: bool,
    resume: bool,
) -> Run:
    """The run of a job: its inputs opened, its work folder made, its windows planned."""
    started = time.monotonic()
    provenance = Provenance()
    provenance.note(input_files(job))
    scene = stack.enter_context(open_job_scene(job, warn=reporter.warning))
    files = [*input_files(job), *scene.files]
    provenance.note(files)
    outputs = _outputs(job, files)
    folder = _work_folder(outputs, stack, dry_run=dry_run, resume=resume)
    if not resume:
        workspace.add(folder)
    journal = Journal(folder, identity(job, files, threads=thread_count(job))) if resume else None
    inputs = open_inputs(job, scene, folder, journal, threads=thread_count(job), reporter=reporter, control=control)
    stack.callback(inputs.mask.close)
    if inputs.source.judged is not None:
        stack.callback(inputs.source.judged.close)
    provenance.note(inputs.files)
    plan = make_plan(job, inputs, threads=thread_count(job), warn=reporter.warning)
    return Run(job, inputs, plan, outputs, folder, journal, provenance, reporter, control, workspace, started)


def _work_folder(outputs: dict[str, Path], stack: ExitStack, *, dry_run: bool, resume: bool) -> Path:
    if dry_run:
        WorkFolder(outputs["output"]).check()
        return stack.enter_context(scratch_folder())
    return stack.enter_context(WorkFolder(outputs["output"], resume=resume, outputs=outputs.values()))


def _outputs(job: Job, files: list[str]) -> dict[str, Path]:
    """Every file that the job writes, checked."""
    named = {name: getattr(job.output, name) for name in ("fill_flag", "uncertainty")} | {"output": job.output.path}
    # the whole name, ending and all: x.tif and x.tiff in one folder have a recipe each
    named["report"] = job.report
    return check_outputs({**named, "recipe": f"{job.output.path}.recipe.json"}, inputs=files)


def _pool(job: Job, workspace: Workspace, *, workers: int, scheduler: str | None) -> AbstractContextManager[Pool]:
    """Those who fill the windows."""
    if not workers and scheduler is None:
        return nullcontext(Threads(thread_count(job)))
    from geoinpaint_engine.pipeline.distributed.cluster import open_cluster

    return open_cluster(job, workers=workers, scheduler=scheduler, threads=thread_count(job), at_end=workspace.at_end)


@dataclass(frozen=True)
class Run:
    """A job that is opened and planned.

    Args:
        job: the job, without surplus evidence.
        inputs: its opened rasters.
        plan: its windows and the method that fills them.
        outputs: the files to write, by name.
        folder: the work folder.
        journal: of a run that may be resumed, or None.
        provenance: the state of the inputs when they were opened.
        reporter: told of all that happens.
        control: the user's wishes.
        workspace: keeps a sweep and the moving of results apart.
        started: time.monotonic() at its beginning.
    """

    job: Job
    inputs: Inputs
    plan: Plan
    outputs: dict[str, Path]
    folder: Path
    journal: Journal | None
    provenance: Provenance
    reporter: Reporter
    control: Control
    workspace: Workspace
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
        """The hidden patches of the run, or None where none are wanted or there is too little clear ground for any.

        They are compared with a simple fill: the nearest date pasted in, or the harmonic fill where there is none.

        Raises:
            InputError: `uncertainty-unmeasured`: nothing can be hidden, and the uncertainty is wanted.
        """
        if not jobs.measures_holdout(self.job):
            return None
        source = self.inputs.source
        holdout = HoldoutRun.draw(source, self.plan.windows, seed=self.job.seed, simple=simple_fill(source))
        if holdout:
            return holdout
        if self.uncertainty_wanted:
            raise unmeasured()
        self.reporter.warning(
            "holdout-none", "There is too little clear ground to hide any: the error was not measured."
        )
        return None

    def carry_out(self, pool: Pool, holdout: HoldoutRun | None) -> dict[str, Any]:
        """Fills, composes, and puts every file in its place; returns the figures."""
        fills = self._fill(pool, holdout)
        calibration = calibration_of(holdout) if self.uncertainty_wanted else None
        figures = {
            **holdout_figures(holdout, self.scene, self.plan.windows, self.inputs.area),
            "uncertainty": uncertainty_figures(calibration),
        }
        rasters, composed = self._write(fills, calibration)
        figures |= {
            **mask_figures(self.plan.stats), "windows": len(self.plan.windows), "filled_pixels": composed.filled,
            "unfilled_pixels": composed.unfilled, "device": self.plan.method.device,
            "seconds": round(time.monotonic() - self.started, 2),
        }  # fmt: skip
        if composed.unfilled:
            self.reporter.warning(
                "pixels-unfilled",
                f"{composed.unfilled} masked pixels could not be filled: there is no data to fill from.",
            )
        texts = self._write_texts(rasters[-1][0], holdout, figures)
        self.provenance.check()
        with self.workspace.finishing(self.control):
            publish([*texts, *rasters])
        return figures

    def _fill(self, pool: Pool, holdout: HoldoutRun | None) -> Fills:
        preview = Preview(self.scene, self.inputs.mask, self.folder, self.reporter, area=self.inputs.area)
        return WindowRunner(
            method=self.plan.method, fallback=self.plan.fallback, source=self.inputs.source,
            windows=self.plan.windows, holdout=holdout, deviations_wanted=self.uncertainty_wanted, folder=self.folder,
            pool=pool, journal=self.journal, threads=thread_count(self.job), viewer=preview, reporter=self.reporter,
            control=self.control,
        ).run()  # fmt: skip

    def _write(self, fills: Fills, calibration: Calibration | None) -> tuple[Moves, Composed]:
        """Compose the rasters in the work folder, the output last."""
        scene, mask, threads = self.scene, self.inputs.mask, thread_count(self.job)
        output, uncertainty = self.folder / "output.tif", self.folder / "uncertainty.tif"
        flag = self.folder / "fill_flag.tif" if "fill_flag" in self.outputs else None
        with nullcontext() if calibration is None else UncertaintyFile(
            uncertainty, scene, mask, calibration, deviations=fills.deviations, overlap=self.plan.overlap,
            threads=threads,
        ) as beside:  # fmt: skip
            composed = compose(
                scene, mask, fills.values, self.plan.windows, output, overlap=self.plan.overlap,
                area=self.inputs.area, flag=flag, beside=beside, threads=threads, progress=self._composed,
                check=self.control.check,
            )  # fmt: skip
        recipe.tag(output, self.job)
        moves = [(finish(output, cog=self.job.output.format == "cog"), self.outputs["output"])]
        if flag is not None:
            moves.insert(0, (flag, self.outputs["fill_flag"]))
        if calibration is not None:
            moves.insert(0, (finish(uncertainty, sparse=True), self.outputs["uncertainty"]))
        return moves, composed

    def _composed(self, part: float) -> None:
        self.reporter.progress(FILL_END + (COMPOSE_END - FILL_END) * part, message="writing")

    def _write_texts(self, output: Path, holdout: HoldoutRun | None, figures: dict[str, Any]) -> Moves:
        """Write the recipe, and the report if it is wanted, in the work folder."""
        document = recipe.recipe(self.job, input_files(self.job), figures)
        texts = {"recipe": json.dumps(document, indent=1, default=str) + "\n"}
        if "report" in self.outputs:
            from geoinpaint_engine.report.parts import Ran
            from geoinpaint_engine.report.report import report

            self.reporter.progress(COMPOSE_END, message="writing the report")
            source = self.inputs.source
            texts["report"] = report(
                Ran(
                    self.job, source, output, self.inputs.area, figures, document, holdout.fills() if holdout else [],
                    simple_fill(source), reflectance_of(self.scene), self.reporter.warnings, self.control.check,
                )
            )  # fmt: skip
        moves = []
        for name, text in texts.items():
            write_whole(self.folder / f"{name}.text", text.encode("utf-8", "replace"), durable=False)
            moves.append((self.folder / f"{name}.text", self.outputs[name]))
        return moves
