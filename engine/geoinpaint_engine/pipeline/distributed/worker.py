"""What a Dask worker does: it opens the job itself, takes the fit it is sent, and fills the windows it is given."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from geoinpaint_engine import __version__
from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import ResourceError
from geoinpaint_engine.pipeline import opening as inputs
from geoinpaint_engine.pipeline.holdout_run import Trial
from geoinpaint_engine.pipeline.window_runner import Filled, Keeping, Task, not_keeping, simple_fill
from geoinpaint_engine.quality.holdout import Patch
from geoinpaint_engine.raster.checkpoint import unpacked
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import MaskStats, reopen_mask
from geoinpaint_engine.raster.scene import ignore_warnings
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import FillWindow
from geoinpaint_engine.sentinel.harmonisation import with_factors


@dataclass(frozen=True)
class Orders:
    """All that a worker needs beside the files of the job.

    Args:
        run: name of the run, so that its files are opened once.
        phase: number of the task within the run.
        engine: version of the engine that asks.
        job: the job as JSON, its paths absolute.
        threads: of the run as a whole.
        mask: the bytes of the stored mask, and
        stats, fills_nodata: what belongs to it.
        factors: of the references, see `units.factors`.
        patches: the trial's, None without one.
        hidden: whether they count as hole.
        keep: whether fills are wanted.
        doubt: whether the method's own standard deviations are.
        state: the fit, as `checkpoint.packed`.
        fallback: that of what fills starved windows, None where the method fills all.
    """

    run: str
    phase: int
    engine: str
    job: bytes
    threads: int
    mask: bytes
    stats: MaskStats
    fills_nodata: bool
    factors: tuple[float, ...]
    patches: tuple[Patch, ...] | None
    hidden: bool
    keep: bool
    doubt: bool
    state: bytes
    fallback: bytes | None


class _Silent:
    """Where nobody looks at a preview."""

    def show(self, window: Window, fill: np.ndarray) -> None:
        """Looks at nothing."""


class _Opened:
    """The files of one run, and the task of its present phase."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._run, self._phase = "", -1
        self._files = ExitStack()
        self._task: Task | None = None
        self._source: JobSource | None = None

    def task(self, orders: Orders) -> Task:
        """The task of the orders; what is open for them already is used again."""
        with self._lock:
            if self._run != orders.run or self._source is None:
                self.close()
                self._source = self._open(orders)
                self._run, self._phase = orders.run, -1
            if self._phase != orders.phase or self._task is None:
                self._task, self._phase = _task(orders, self._source), orders.phase
            return self._task

    def close(self) -> None:
        """Closes the files."""
        self._files.close()
        self._run, self._phase, self._task, self._source = "", -1, None, None

    def _open(self, orders: Orders) -> JobSource:
        if orders.engine != __version__:
            raise ResourceError(
                "worker-version", f"A worker has version {__version__} of the engine, the run {orders.engine}.",
                "Install the same version everywhere.",
            )  # fmt: skip
        job = msgspec.json.decode(orders.job, type=jobs.Job)
        self._files = stack = ExitStack()
        folder = Path(tempfile.mkdtemp(prefix="geoinpaint-", dir=_scratch()))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        (folder / "mask.tif").write_bytes(orders.mask)
        scene = stack.enter_context(inputs.open_job_scene(job, warn=ignore_warnings))
        mask = reopen_mask(folder / "mask.tif", scene.grid, stats=orders.stats, fills_nodata=orders.fills_nodata)
        stack.callback(mask.close)
        references = [inputs.open_job_reference(scene, entry, warn=ignore_warnings) for entry in job.references]
        sar = inputs.open_job_sar(scene, job, warn=ignore_warnings)
        return with_factors(JobSource(scene, mask, references=references, sar=sar), orders.factors)


def _scratch() -> str | None:
    """The worker's own folder, which Dask removes even where the worker was killed; None outside of one."""
    from distributed import get_worker

    try:
        return str(get_worker().local_directory)
    except ValueError:
        return None


def _task(orders: Orders, source: JobSource) -> Task:
    from geoinpaint_engine.methods.registry import choose_fallback, choose_method

    job = msgspec.json.decode(orders.job, type=jobs.Job)
    trial = None
    if orders.patches is not None:
        trial = Trial(source, (), orders.patches, simple=simple_fill(source))

    def deciding(window: Window) -> np.ndarray:
        return trial.deciding(window) if trial is not None else np.zeros(window.shape, dtype=bool)

    method = choose_method(
        job, source.scene, threads=orders.threads, deciding=deciding, preview=_Silent(), warn=ignore_warnings
    )
    if not isinstance(method, Keeping):
        raise not_keeping(method)
    method.restore(unpacked(orders.state))
    fallback = None
    if orders.fallback is not None:
        fallback = choose_fallback(source, threads=orders.threads)
        fallback.restore(unpacked(orders.fallback))
    seen = source if trial is None else trial.source
    return Task(seen, method, trial, hidden=orders.hidden, keep=orders.keep, doubt=orders.doubt, fallback=fallback)


_opened = _Opened()
atexit.register(_opened.close)


def take(orders: Orders) -> Orders:
    """The orders as they are: a task of their own, so that each worker is sent them once."""
    return orders


def fill_window(orders: Orders, window: FillWindow) -> Filled:
    """Fills one window of a run."""
    return _opened.task(orders)(window)


def about() -> tuple[str, int]:
    """(version of the engine, process id) of a worker."""
    return __version__, os.getpid()
