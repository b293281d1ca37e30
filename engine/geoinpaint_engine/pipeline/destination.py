"""Destinations of a run's result: files that are published atomically, or arrays that never touch the disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, Protocol

import numpy as np

from geoinpaint_engine.events import Reporter
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import Nobody, Viewer
from geoinpaint_engine.methods.registry import simple_fill
from geoinpaint_engine.pipeline import recipe
from geoinpaint_engine.pipeline.holdout_run import HoldoutRun
from geoinpaint_engine.pipeline.opening import Inputs, check_outputs, input_files
from geoinpaint_engine.pipeline.plan import Plan
from geoinpaint_engine.pipeline.preview import Preview
from geoinpaint_engine.pipeline.stages import COMPOSE_END, FIGURES_END
from geoinpaint_engine.pipeline.uncertainty_file import Deviations, UncertaintyFile
from geoinpaint_engine.pipeline.window_runner import Fills
from geoinpaint_engine.quality.reflectance import reflectance_of
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.raster.memory import MemoryFolder
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.work_folder import WorkFolder, scratch_folder
from geoinpaint_engine.raster.write import FILLED, UNFILLED, Composed, ComposedBlock, compose, composed_blocks, finish

Moves = list[tuple[Path, Path]]  # (temporary file, its place) of each


@dataclass(frozen=True)
class Filling:
    """A job whose windows are filled, ready to be composed.

    Args:
        job: the job.
        inputs: its opened rasters.
        plan: its windows.
        fills: of the windows.
        deviations: of the fill, or None where they are not wanted.
        threads: of the run.
        reporter: receives all events.
        check: raises to cancel.
    """

    job: Job
    inputs: Inputs
    plan: Plan
    fills: Fills
    deviations: Deviations | None
    threads: int
    reporter: Reporter
    check: Callable[[], None]

    def composed(self, part: float) -> None:
        """Reports the share of the result that is composed, 0 to 1."""
        self.reporter.progress(FIGURES_END + (COMPOSE_END - FIGURES_END) * part, message="writing")


class Destination(Protocol):
    """The destination of a result."""

    @property
    def outputs(self) -> Mapping[str, Path]:
        """The files that are written, by name."""

    @property
    def folder(self) -> PurePath:
        """The folder of the stored mask; in GDAL's memory where nothing touches the disk."""

    @property
    def work(self) -> Path | None:
        """The folder, if it is on disk, else None."""

    def viewer(self, inputs: Inputs, reporter: Reporter) -> Viewer:
        """The viewer that receives fills while they are computed."""

    def compose(self, filling: Filling) -> Composed:
        """Composes the filled scene."""

    def publish(
        self,
        filling: Filling,
        holdout: HoldoutRun | None,
        figures: dict[str, Any],
        finishing: AbstractContextManager[None],
    ) -> None:
        """Publishes the composed result, within `finishing`."""


@dataclass
class FileDestination:
    """Files, made in a work folder beside the output; see `open_files`."""

    outputs: dict[str, Path]
    work: Path
    _moves: Moves = field(default_factory=list)

    @property
    def folder(self) -> PurePath:
        """The work folder."""
        return self.work

    def viewer(self, inputs: Inputs, reporter: Reporter) -> Viewer:
        """The preview, where somebody looks at it."""
        if not reporter.previews:
            return Nobody()
        return Preview(inputs.scene, inputs.mask, self.work, reporter, area=inputs.area)

    def compose(self, filling: Filling) -> Composed:
        """Composes the rasters in the work folder, the output last."""
        scene, mask, job = filling.inputs.scene, filling.inputs.mask, filling.job
        output, uncertainty = self.work / "output.tif", self.work / "uncertainty.tif"
        flag = self.work / "fill_flag.tif" if "fill_flag" in self.outputs else None
        deviations, cog, threads = filling.deviations, job.output.format == "cog", filling.threads
        with (
            nullcontext()
            if deviations is None
            else UncertaintyFile(uncertainty, deviations, threads=threads) as beside
        ):
            composed = compose(
                scene, mask, filling.fills.values, filling.plan.windows, output, overlap=filling.plan.overlap,
                area=filling.inputs.area, flag=flag, beside=beside, compressed=not cog, threads=threads,
                progress=filling.composed, check=filling.check,
            )  # fmt: skip
        recipe.tag(output, job)
        self._moves = [(finish(output, cog=cog, threads=threads), self.outputs["output"])]
        if flag is not None:
            self._moves.insert(0, (flag, self.outputs["fill_flag"]))
        if deviations is not None:
            self._moves.insert(0, (finish(uncertainty, sparse=True, threads=threads), self.outputs["uncertainty"]))
        return composed

    def publish(
        self,
        filling: Filling,
        holdout: HoldoutRun | None,
        figures: dict[str, Any],
        finishing: AbstractContextManager[None],
    ) -> None:
        """Writes the recipe and the report, and moves all files into place."""
        texts = self._write_texts(filling, holdout, figures)
        with finishing:
            publish([*texts, *self._moves])

    def _write_texts(self, filling: Filling, holdout: HoldoutRun | None, figures: dict[str, Any]) -> Moves:
        """Write the recipe, and the report if it is wanted, in the work folder."""
        document = recipe.recipe(
            filling.job, input_files(filling.job), figures, filling.reporter.warnings, threads=filling.threads
        )
        texts = {"recipe": json.dumps(document, indent=1, default=str) + "\n"}
        if "report" in self.outputs:
            from geoinpaint_engine.report.parts import RunRecord
            from geoinpaint_engine.report.report import report

            filling.reporter.progress(COMPOSE_END, message="writing the report")
            source = filling.inputs.source
            texts["report"] = report(
                RunRecord(
                    filling.job, source, self._moves[-1][0], filling.inputs.area, figures, document,
                    holdout.fills() if holdout else [], simple_fill(source), reflectance_of(filling.inputs.scene),
                    filling.reporter.warnings, filling.check,
                )
            )  # fmt: skip
        moves = []
        for name, text in texts.items():
            write_whole(self.work / f"{name}.text", text.encode("utf-8", "replace"), durable=False)
            moves.append((self.work / f"{name}.text", self.outputs[name]))
        return moves


def open_files(job: Job, files: list[str], stack: ExitStack, *, dry_run: bool, resume: bool) -> FileDestination:
    """Checks the files of a job and creates its work folder, which is removed with the stack.

    Args:
        job: the job, its paths absolute.
        files: every file that it reads.
        stack: closed at the end of the run.
        dry_run: write nothing next to the output.
        resume: keep what an earlier run left in the work folder.
    """
    outputs = _outputs(job, files)
    if dry_run:
        WorkFolder(outputs["output"]).check()
        work = stack.enter_context(scratch_folder())
    else:
        work = stack.enter_context(WorkFolder(outputs["output"], resume=resume, outputs=outputs.values()))
    return FileDestination(outputs, work)


def _outputs(job: Job, files: list[str]) -> dict[str, Path]:
    """All files that the job writes, checked."""
    named = {name: getattr(job.output, name) for name in ("fill_flag", "uncertainty")} | {"output": job.output.path}
    # with the extension: x.tif and x.tiff in one folder have a recipe each
    named["report"] = job.report
    return check_outputs({**named, "recipe": f"{job.output.path}.recipe.json"}, inputs=files)


class ArrayDestination:
    """Arrays in this process; nothing is written to disk.

    Args:
        memory: an entered folder in memory, for the stored mask.
        into: (bands, rows, cols) of the scene's chosen bands, whose filled pixels are replaced; None = a new array.

    Attributes:
        filled: the filled scene, (bands, rows, cols) in its dtype.
        code: (rows, cols) uint8: KEPT, FILLED, UNFILLED.
        uncertainty: (bands, rows, cols) float32, NaN where not filled; None unless requested.
    """

    work: Path | None = None

    def __init__(self, memory: MemoryFolder, into: np.ndarray | None = None) -> None:
        self.outputs: dict[str, Path] = {}
        self.folder: PurePath = memory.path
        self._into = into
        self.filled = np.empty((0, 0, 0))
        self.code = np.zeros((0, 0), dtype=np.uint8)
        self.uncertainty: np.ndarray | None = None

    def viewer(self, inputs: Inputs, reporter: Reporter) -> Viewer:
        """A viewer that ignores them."""
        return Nobody()

    def compose(self, filling: Filling) -> Composed:
        """Composes the filled scene into the arrays."""
        inputs, deviations = filling.inputs, filling.deviations
        scene, shape = inputs.scene, inputs.scene.grid.shape
        whole = self._into is None
        self.filled = np.empty((scene.count, *shape), dtype=scene.dtype) if self._into is None else self._into
        self.code = np.zeros(shape, dtype=np.uint8)
        if deviations is not None:
            self.uncertainty = np.full((scene.count, *shape), np.nan, dtype=np.float32)
        with composed_blocks(
            scene, inputs.mask, filling.fills.values, filling.plan.windows, overlap=filling.plan.overlap,
            area=inputs.area, threads=filling.threads, progress=filling.composed, check=filling.check,
            beside=None if deviations is None else deviations.block,
        ) as blocks:  # fmt: skip
            for block in blocks:
                self._take(block, whole=whole)
        counts = np.bincount(self.code.ravel(), minlength=UNFILLED + 1)
        return Composed(int(counts[FILLED]), int(counts[UNFILLED]))

    def _take(self, block: ComposedBlock, *, whole: bool) -> None:
        """Copies a block: all of it, or only its filled values."""
        here = (slice(None), *block.window.slices)
        self.code[here[1:]] = block.code
        if whole:
            self.filled[here] = block.data
        elif block.code.any():
            np.copyto(self.filled[here], block.data, where=block.filled)
        if self.uncertainty is not None and block.beside is not None:
            self.uncertainty[here] = block.beside

    def publish(
        self,
        filling: Filling,
        holdout: HoldoutRun | None,
        figures: dict[str, Any],
        finishing: AbstractContextManager[None],
    ) -> None:
        """Nothing to publish."""
        with finishing:
            pass
