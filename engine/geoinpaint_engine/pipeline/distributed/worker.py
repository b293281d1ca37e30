"""The worker's side: opens the job's files itself, restores the fit that it is sent, and fills single windows."""

from __future__ import annotations

import atexit
import math
import os
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass

import msgspec

from geoinpaint_engine import __version__
from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import ResourceError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.base import Context, none_decide
from geoinpaint_engine.pipeline import opening as inputs
from geoinpaint_engine.pipeline.holdout_run import HoldoutRun
from geoinpaint_engine.pipeline.library_threads import one_thread_each
from geoinpaint_engine.pipeline.window_runner import Filled, Task
from geoinpaint_engine.quality.holdout import Patch
from geoinpaint_engine.raster.checkpoint import unpacked
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import own_process
from geoinpaint_engine.raster.judged import write_files
from geoinpaint_engine.raster.mask_stats import MaskStats
from geoinpaint_engine.raster.masks import reopen_mask
from geoinpaint_engine.raster.scene import ignore_warnings
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import FillWindow
from geoinpaint_engine.raster.work_folder import scratch_folder
from geoinpaint_engine.sentinel.harmonisation import with_factors

STEPS_INTERVAL_S = 0.3  # least interval between two steps that a worker reports


@dataclass(frozen=True)
class TaskSpec:
    """Everything that a worker needs besides the job's files.

    Args:
        run: identifier of the run, whose files a worker opens once.
        phase: number of the task within the run.
        engine: version of the engine that sends the task.
        job: the job as JSON, with absolute paths.
        threads: of the whole run.
        mask: bytes of the stored mask.
        stats, fills_nodata: the mask's attributes.
        judged: bytes of the screening's stored files by name, see `raster.judged`; empty without screening.
        factors: of the references' units, see `sentinel.harmonisation.factors`.
        patches: the hold-out patches, None without a hold-out run.
        hidden: whether the patches count as hole.
        keep: whether fills are wanted.
        deviations_wanted: whether the method's own standard deviations are wanted.
        state: the fit, as `checkpoint.packed`.
        fallback: the fallback's fit, likewise; None: the method fills all windows.
    """

    run: str
    phase: int
    engine: str
    job: bytes
    threads: int
    mask: bytes
    stats: MaskStats
    fills_nodata: bool
    judged: dict[str, bytes]
    factors: tuple[float, ...]
    patches: tuple[Patch, ...] | None
    hidden: bool
    keep: bool
    deviations_wanted: bool
    state: bytes
    fallback: bytes | None


class _Opened:
    """The open files of a run, and the task of its current phase."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._run, self._phase = "", -1
        self._files = ExitStack()
        self._task: Task | None = None
        self._source: JobSource | None = None
        self.control = Control()

    def task(self, spec: TaskSpec) -> Task:
        """The task of a spec; reuses files that are open already."""
        with self._lock:
            if self._run != spec.run or self._source is None:
                self.close()
                self._source = self._open(spec)
                self._run, self._phase, self.control = spec.run, -1, Control()
            if self._phase != spec.phase or self._task is None:
                self._task, self._phase = _task(spec, self._source, self.control), spec.phase
            return self._task

    def stop(self, run: str) -> None:
        """Asks the windows of a run that this worker is filling to stop early, with the best fill so far."""
        if self._run == run:
            self.control.stop()

    def close(self) -> None:
        """Closes the files."""
        self._files.close()
        self._run, self._phase, self._task, self._source = "", -1, None, None

    def _open(self, spec: TaskSpec) -> JobSource:
        if spec.engine != __version__:
            raise ResourceError(
                "worker-version", f"A worker has version {__version__} of the engine, the run {spec.engine}.",
                "Install the same version everywhere.",
            )  # fmt: skip
        own_process()
        job = msgspec.json.decode(spec.job, type=jobs.Job)
        self._files = stack = ExitStack()
        folder = stack.enter_context(scratch_folder(_scratch()))
        (folder / "mask.tif").write_bytes(spec.mask)
        scene = stack.enter_context(inputs.open_job_scene(job, warn=ignore_warnings))
        mask = reopen_mask(folder / "mask.tif", scene.grid, stats=spec.stats, fills_nodata=spec.fills_nodata)
        stack.callback(mask.close)
        references = inputs.open_references(
            scene, job.references, judged=job.judged is not None, warn=ignore_warnings
        )
        sar = inputs.open_job_sar(scene, job, warn=ignore_warnings)
        source = with_factors(JobSource(scene, mask, references=references, sar=sar), spec.factors)
        judged = write_files(folder, spec.judged)
        if judged is None:
            return source
        stack.callback(judged.close)
        return source.with_judged(mask, judged)


def _scratch() -> str | None:
    """The worker's own folder, which Dask removes even if the worker is killed; None outside a worker."""
    from distributed import get_worker

    try:
        return str(get_worker().local_directory)
    except ValueError:
        return None


def _task(spec: TaskSpec, source: JobSource, control: Control) -> Task:
    from geoinpaint_engine.methods.registry import choose_fallback, choose_method, simple_fill

    job = msgspec.json.decode(spec.job, type=jobs.Job)
    holdout = None
    if spec.patches is not None:
        holdout = HoldoutRun(source, (), spec.patches, simple=simple_fill(source))
    method = choose_method(job, source.scene, warn=ignore_warnings)
    method.restore(unpacked(spec.state))
    fallback = None
    if spec.fallback is not None:
        fallback = choose_fallback(source)
        fallback.restore(unpacked(spec.fallback))
    context = Context(
        hidden=spec.hidden, threads=spec.threads, control=control, on_step=_Steps(spec.run),
        deciding=none_decide if holdout is None else holdout.deciding,
    )  # fmt: skip
    return Task(
        source if holdout is None else holdout.source, method, context, holdout, hidden=spec.hidden,
        keep=spec.keep, deviations_wanted=spec.deviations_wanted, fallback=fallback,
    )  # fmt: skip


class _Steps:
    """A step observer that sends the steps to the run's process, a few times per second at most."""

    def __init__(self, run: str) -> None:
        self._topic, self._last = steps_topic(run), -math.inf

    def __call__(self, window: Window, step: int, steps: int, loss: float | None, holdout_rmse: float | None) -> None:
        """Sends one step."""
        from distributed import get_worker

        now = time.monotonic()
        if step < steps and now - self._last < STEPS_INTERVAL_S:
            return
        self._last = now
        place = (window.row, window.col, window.height, window.width)
        get_worker().log_event(self._topic, (place, step, steps, loss, holdout_rmse))


def steps_topic(run: str) -> str:
    """The Dask topic on which a run's steps are sent."""
    return f"geoinpaint-steps-{run}"


_opened = _Opened()
atexit.register(_opened.close)


def scattered(spec: TaskSpec) -> TaskSpec:
    """Returns the spec: a Dask task of its own, so that each worker receives it only once."""
    return spec


def fill_window(spec: TaskSpec, window: FillWindow) -> Filled:
    """Fills one window of a run."""
    with one_thread_each:
        return _opened.task(spec)(window)


def stop(run: str) -> None:
    """Asks the windows of a run that this process is filling to stop early, with the best fill so far."""
    _opened.stop(run)


def about() -> tuple[str, int]:
    """(engine version, process id) of this worker."""
    return __version__, os.getpid()
