"""Windows as Dask tasks: workers of this machine, one a process, or those of a scheduler that runs already."""

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

CONNECT_S = 15.0  # a scheduler that does not answer for so long is not there
START_S = 60.0  # workers of this machine that are not there by then will not come
WITHOUT_WORKERS_S = 60.0  # a run waits so long for a cluster that has lost all its workers
POLL_S = 0.2
STOP_AGAIN_S = 1.0

_SETTINGS = {
    # the fit of a large scene is sent on purpose, once a worker
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.scheduler.allowed-failures": 3,
    "distributed.comm.timeouts.connect": f"{CONNECT_S:.0f}s",
    "distributed.logging": {"distributed": "critical"},
}


@contextmanager
def open_cluster(
    job: Job, *, workers: int, scheduler: str | None, threads: int, at_end: Callable[[Callable[[], None]], None]
) -> Iterator[Cluster]:
    """Connects to a scheduler, or starts workers on this machine; closes what it has started, however it ends.

    Args:
        job: the job, its paths absolute and the same for every worker.
        workers: processes to start on this machine; 0 with a scheduler.
        scheduler: address of one that runs (tcp://host:port or tls://host:port), or None.
        threads: of the run as a whole, as one process would use them: they decide on the last digits of a network.
        at_end: told what ends the started processes at once, for an end that does not come through here.

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
        started = None if scheduler else _start(distributed, workers, job)
        try:
            if started is not None:
                at_end(started.kill)
            client = _connect(distributed, started.address if started is not None else str(scheduler))
            try:
                _check(client, workers)
                yield Cluster(client, job, threads)
            finally:
                _aside(client.close, wait=sys.exc_info()[0] is None)
        finally:
            if started is not None:
                _stop(started, failed=sys.exc_info()[0] is not None)


@dataclass
class _Local:
    """The scheduler and the workers of this machine."""

    cluster: Any

    @property
    def address(self) -> str:
        return str(self.cluster.scheduler_address)

    def kill(self) -> None:
        """Ends the workers now, in the middle of whatever they do."""
        for nanny in list(self.cluster.workers.values()):
            nanny.auto_restart = False
            process = getattr(nanny, "process", None)
            pid = getattr(process, "pid", None)
            if pid:
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)


def _start(distributed: Any, workers: int, job: Job) -> _Local:
    devices = _gpus(job)
    specification = {
        number: {
            "cls": distributed.Nanny,
            "options": {
                "nthreads": 1,
                "dashboard": False,
                "silence_logs": logging.CRITICAL,
                "env": {"CUDA_VISIBLE_DEVICES": devices[number % len(devices)]} if devices else {},
            },
        }
        for number in range(workers)
    }
    options = {"host": "127.0.0.1", "port": 0, "dashboard": False, "dashboard_address": None}
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
    """The GPUs that workers are spread over, as CUDA_VISIBLE_DEVICES names them; empty where none is used."""
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
    _aside(started.cluster.close, wait=not failed)


def _aside(close: Callable[[], Any], *, wait: bool) -> None:
    """Closes in good order; after a failure nobody waits for it."""

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


def _check(client: Any, workers: int) -> None:
    """Whether there are workers, and whether they have this engine."""
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
    """A `Pool` of Dask workers; what they fill is gathered here, by one writer.

    Args:
        client: connected to a scheduler.
        job: the job.
        threads: of the run as a whole.
    """

    def __init__(self, client: Any, job: Job, threads: int) -> None:
        self._client, self._job, self._threads = client, job, threads
        self._run, self._phase = uuid.uuid4().hex, 0

    def each(self, task: Task, windows: Sequence[FillWindow], *, deliver: Deliver, control: Control) -> None:
        """See `Pool`. A worker that is lost costs its windows: others fill them.

        Raises:
            ResourceError: `worker-lost`, `workers-failed`; and what filling raises.
        """
        self._phase += 1
        spec = self._client.submit(scattered, self._spec(task), key=f"spec-{self._run}-{self._phase}")
        ready: queue.SimpleQueue[Any] = queue.SimpleQueue()
        under_way: dict[str, tuple[Any, FillWindow]] = {}
        left, most, looked = iter(windows), 0, 0.0
        alone_since: float | None = None
        told_to_stop = 0.0
        if task.method.steps is not None:
            self._client.subscribe_topic(steps_topic(self._run), _step_handler(task))
        while True:
            now = time.monotonic()
            if now - looked > 2.0:  # workers come and go
                cores, looked = sum(self._client.ncores().values()), now
                alone_since = None if cores else alone_since or now
                most = max(2 * cores, 2)
            if alone_since is not None and now - alone_since > WITHOUT_WORKERS_S:
                raise ResourceError("workers-failed", "The Dask scheduler has lost all its workers.", "Start new ones.")
            while len(under_way) < most and (window := next(left, None)) is not None:
                key = f"window-{self._run}-{self._phase}-{window.index}"
                future = self._client.submit(fill_window, spec, window, key=key, pure=False)
                under_way[key] = future, window
                future.add_done_callback(ready.put)
            if not under_way:
                return
            control.check()
            if control.stop_requested and now - told_to_stop > STOP_AGAIN_S:
                # again and again: a worker may have joined, or have been between two windows
                self._client.run(stop, self._run, on_error="ignore")
                told_to_stop = now
            try:
                done = ready.get(timeout=POLL_S)
            except queue.Empty:
                continue
            future, window = under_way.pop(done.key)
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
    """Hands the steps that workers tell to the run's own observer."""

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
