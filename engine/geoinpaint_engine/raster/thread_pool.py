"""A pool of threads of which none is working when its context ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Submit(Protocol):
    """Submits a call to the pool."""

    def __call__(self, work: Callable[Given, Result], *arguments: Given.args, **named: Given.kwargs) -> Future[Result]:
        """See `concurrent.futures.Executor.submit`."""


class _Gate:
    """Counts calls in progress, and admits none once closed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._in_progress = 0
        self._open = True

    def through(self, work: Callable[Given, Result], *arguments: Given.args, **named: Given.kwargs) -> Result:
        """Runs a call; raises CancelledError if the gate is closed."""
        with self._changed:
            if not self._open:
                raise CancelledError
            self._in_progress += 1
        try:
            return work(*arguments, **named)
        finally:
            with self._changed:
                self._in_progress -= 1
                self._changed.notify_all()

    def close(self) -> None:
        """Closes the gate, and waits for all calls in progress."""
        with self._changed:
            self._open = False
            self._changed.wait_for(lambda: not self._in_progress)


@contextmanager
def thread_pool(count: int, *, name: str) -> Iterator[Submit]:
    """Yields a function that submits calls to threads; however the context ends, no call is in progress then.

    Shutting down an executor waits for the threads that it knows, but a signal may arrive between starting a thread and
    registering it; so calls are counted here.

    Args:
        count: number of threads.
        name: prefix of the threads' names.
    """
    gate, pool = _Gate(), ThreadPoolExecutor(count, thread_name_prefix=name)

    def submit(work: Callable[Given, Result], *arguments: Given.args, **named: Given.kwargs) -> Future[Result]:
        return pool.submit(lambda: gate.through(work, *arguments, **named))

    try:
        yield submit
    finally:
        pool.shutdown(cancel_futures=True)
        gate.close()
