"""Fills windows as Dask tasks: on worker processes started on this machine, or through a running scheduler."""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geoinpaint_engine import __version__
from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import EngineError, ResourceError, UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import Job
from geoinpaint_engine.pipeline.distributed.worker import TaskSpec, about, fill_window, scattered, steps_topic, stop
from geoinpaint_engine.pipeline.window_runner import Deliver, Filled, Task
from geoinpaint_engine.raster.checkpoint import packed
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.judged import read_files
from geoinpaint_engine.raster.windows import FillWindow
from geoinpaint_engine.sentinel.harmonisation import factors

LOOPBACK = "127.0.0.1"  # the only address that what is started here listens on: it runs what it is sent
CONNECT_S = 15.0  # timeout for connecting to a scheduler
START_S = 60.0  # timeout for the start of workers on this machine
WITHOUT_WORKERS_S = 60.0  # how long a run waits for new workers after losing all
POLL_S = 0.2  # interval of checking for cancel and stop requests
STOP_AGAIN_S = 1.0  # interval of repeating a stop request

_SETTINGS = {
    # the fit of a large scene is sent deliberately, once per worker
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.scheduler.allowed-failures": 3,
    "distributed.comm.timeouts.connect": f"{CONNECT_S:.0f}s",
    "distributed.logging": {"distributed": "critical"},
}


@contextmanager
def open_cluster(
    job: Job, *, workers: int, scheduler: str | None, threads: int, at_end: Callable[[Callable[[], None]], None]
) -> Iterator[Cluster]:
    """Connects to a scheduler, or starts workers on this machine; on exit closes whatever it has started.

    Args:
        job: the job, with absolute paths that are valid on every worker.
        workers: number of processes to start on this machine; 0 with a scheduler.
        scheduler: address of a running scheduler (tcp://host:port or tls://host:port), or None.
        threads: of the whole run, as a single process would use them: they affect the last digits of a network.
        at_end: registers the function that kills the started processes, for exits that bypass this context manager.

    Raises:
        UsageError: `workers-and-scheduler`.
        ResourceError: `dask-missing`, `scheduler-unreachable`, `workers-failed`, `worker-version`.
    """
    if workers and scheduler:
        raise UsageError("workers-and-scheduler", "Workers are asked for here and of a scheduler.", "Name one of both.")
    try:
        import dask
        import distributed
    except ModuleNotFoundError as error:
        raise ResourceError(
            "dask-missing", "Several workers need Dask, which is not installed.",
            "Install the engine's packages for it: pip install 'geoinpaint-engine[distributed]'.",
        ) from error  # fmt: skip
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with dask.config.set(_SETTINGS):
        started = None if scheduler else _start_workers(distributed, workers, job)
        try:
            if started is not None:
                at_end(started.kill)
            client = _connect(distributed, started.address if started is not None else str(scheduler))
            try:
                _check_workers(client, workers)
                yield Cluster(client, job, threads)
            finally:
                _close(client.close, wait=sys.exc_info()[0] is None)
        finally:
            if started is not None:
                _stop(started, failed=sys.exc_info()[0] is not None)


@dataclass
class _Local:
    """The scheduler and the workers started on this machine."""

    cluster: Any

    @property
    def address(self) -> str:
        return str(self.cluster.scheduler_address)

    def kill(self) -> None:
        """Kills the workers immediately."""
        for nanny in list(self.cluster.workers.values()):
            nanny.auto_restart = False
            process = getattr(nanny, "process", None)
            pid = getattr(process, "pid", None)
            if pid:
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)


def _start_workers(distributed: Any, workers: int, job: Job) -> _Local:
    devices = _gpus(job)
    specification = {
        index: {
            "cls": distributed.Nanny,
            "options": {
                "nthreads": 1,
                "host": LOOPBACK,
                "dashboard": False,
                "silence_logs": logging.CRITICAL,
                "env": {"CUDA_VISIBLE_DEVICES": devices[index % len(devices)]} if devices else {},
            },
        }
        for index in range(workers)
    }
    options = {"host": LOOPBACK, "port": 0, "dashboard": False, "dashboard_address": f"{LOOPBACK}:0"}
    try:
        cluster = distributed.SpecCluster(
            workers=specification,
            scheduler={"cls": distributed.Scheduler, "options": options},
            silence_logs=logging.CRITICAL,
            shutdown_on_close=False,
        )
    except (OSError, RuntimeError, TimeoutError) as error:
        raise ResourceError(
            "workers-failed", f"The workers could not be started: {error}.", "Ask for fewer."
        ) from error
    return _Local(cluster)


def _gpus(job: Job) -> list[str]:
    """The GPUs that workers are assigned in turn, as named in CUDA_VISIBLE_DEVICES; empty if none are used."""
    if job.device not in ("auto", "cuda") or job.mode == "classical":
        return []
    given = os.environ.get("CUDA_VISIBLE_DEVICES")
    if given is not None:
        return [name.strip() for name in given.split(",") if name.strip()]
    try:
        import torch
    except ModuleNotFoundError:
        return []
    return [str(number) for number in range(torch.cuda.device_count())]


def _stop(started: _Local, *, failed: bool) -> None:
    if failed:
        started.kill()
    _close(started.cluster.close, wait=not failed)


def _close(close: Callable[[], Any], *, wait: bool) -> None:
    """Closes gracefully; in the background if `wait` is False, as after a failure."""

    def work() -> None:
        with suppress(Exception):
            close()

    if wait:
        work()
    else:
        threading.Thread(target=work, name="close", daemon=True).start()


def _connect(distributed: Any, address: str) -> Any:
    try:
        return distributed.Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError, TypeError) as error:
        raise ResourceError(
            "scheduler-unreachable", f"No Dask scheduler answers at {address}.",
            "Check the address, and that `dask scheduler` runs there with the same version of Dask.",
        ) from error  # fmt: skip


def _check_workers(client: Any, workers: int) -> None:
    """Waits for workers, and checks that they run the same version of the engine."""
    try:
        client.wait_for_workers(max(workers, 1), timeout=START_S if workers else CONNECT_S)
    except TimeoutError as error:
        raise ResourceError(
            "workers-failed", "The Dask scheduler has no workers." if not workers else "The workers did not start.",
            "Start some with `dask worker`." if not workers else "Ask for fewer.",
        ) from error  # fmt: skip
    try:
        found = {version for version, _ in client.run(about).values()}
    except Exception as error:
        raise ResourceError(
            "worker-version", f"The workers cannot run the engine: {type(error).__name__}: {error}.",
            "Install the same version of it everywhere.",
        ) from error  # fmt: skip
    if found != {__version__}:
        raise ResourceError(
            "worker-version", f"The workers have version {', '.join(sorted(found))} of the engine, not {__version__}.",
            "Install the same version everywhere.",
        )  # fmt: skip


class Cluster:
    """A `Pool` of Dask workers; this process gathers their results, and is the only writer.

    Args:
        client: a Dask client connected to a scheduler.
        job: the job.
        threads: of the whole run.
    """

    def __init__(self, client: Any, job: Job, threads: int) -> None:
        self._client, self._job, self._threads = client, job, threads
        self._run, self._phase = uuid.uuid4().hex, 0

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """See `Pool`. If a worker is lost, other workers fill its windows.

        Raises:
            ResourceError: `worker-lost`, `workers-failed`, `scheduler-unreachable`; and whatever filling raises.
        """
        self._phase += 1
        spec = self._client.submit(scattered, self._spec(task), key=f"spec-{self._run}-{self._phase}")
        finished: queue.SimpleQueue[Any] = queue.SimpleQueue()
        running: dict[str, tuple[Any, FillWindow]] = {}
        remaining, most_running, counted_at = iter(windows), 0, 0.0
        without_workers_since: float | None = None
        stop_sent_at = 0.0
        if task.method.steps is not None:
            self._client.subscribe_topic(steps_topic(self._run), _step_handler(task))
        while True:
            now = time.monotonic()
            if now - counted_at > 2.0:  # the number of workers may change
                cores, counted_at = sum(self._client.ncores().values()), now
                without_workers_since = None if cores else without_workers_since or now
                most_running = max(2 * cores, 2)
            if without_workers_since is not None and now - without_workers_since > WITHOUT_WORKERS_S:
                raise ResourceError("workers-failed", "The Dask scheduler has lost all its workers.", "Start new ones.")
            while len(running) < most_running and (window := next(remaining, None)) is not None:
                key = f"window-{self._run}-{self._phase}-{window.index}"
                future = self._client.submit(fill_window, spec, window, key=key, pure=False)
                running[key] = future, window
                future.add_done_callback(finished.put)
            if not running:
                return
            control.check()
            if control.stop_requested and now - stop_sent_at > STOP_AGAIN_S:
                # repeated, because a worker may have joined since, or have been between two windows
                self._client.run(stop, self._run, on_error="ignore")
                stop_sent_at = now
            try:
                done = finished.get(timeout=POLL_S)
            except queue.Empty:
                continue
            future, window = running.pop(done.key)
            deliver(window, _result(future))
            future.release()

    def _spec(self, task: Task) -> TaskSpec:
        mask = task.source.mask
        return TaskSpec(
            run=self._run,
            phase=self._phase,
            engine=__version__,
            job=jobs.to_json(self._job),
            threads=self._threads,
            mask=Path(mask.path).read_bytes(),
            stats=mask.stats,
            fills_nodata=mask.fills_nodata,
            judged={} if task.source.judged is None else read_files(task.source.judged.folder),
            factors=factors(task.source),
            patches=None if task.holdout is None else task.holdout.patches,
            hidden=task.hidden,
            keep=task.keep,
            deviations_wanted=task.deviations_wanted,
            state=packed(task.method.state()),
            fallback=None if task.fallback is None else packed(task.fallback.state()),
        )


def _step_handler(task: Task) -> Callable[[tuple[float, Any]], None]:
    """Passes the optimisation steps that workers report to the run's step observer."""

    def handle(event: tuple[float, Any]) -> None:
        (row, col, height, width), step, steps, loss, holdout_rmse = event[1]
        task.context.on_step(Window(row, col, height, width), step, steps, loss, holdout_rmse)

    return handle


def _result(future: Any) -> Filled:
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError

    try:
        return future.result()
    except EngineError:
        raise
    except KilledWorker as error:
        raise ResourceError(
            "worker-lost", "Workers died again and again over the same window.",
            "They may lack memory: use a smaller --tile, or give each worker more.",
        ) from error  # fmt: skip
    except (FutureCancelledError, OSError, TimeoutError) as error:
        raise ResourceError(
            "scheduler-unreachable", "The connection to the Dask scheduler was lost.",
            "Start the run again; with --resume what is done is kept.",
        ) from error  # fmt: skip
