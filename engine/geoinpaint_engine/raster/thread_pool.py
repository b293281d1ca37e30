"""A pool of threads that have left what they work on when its context ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Submit(Protocol):
    """Hands a call to the pool."""

    def __call__(self, work: Callable[Given, Result], *arguments: Given.args, **named: Given.kwargs) -> Future[Result]:
        """See `concurrent.futures.Executor.submit`."""


class _Gate:
    """Counts the calls under way, and lets none in once it is closed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._under_way = 0
        self._open = True

    def through(self, work: Callable[Given, Result], *arguments: Given.args, **named: Given.kwargs) -> Result:
        """Raises CancelledError where it is closed."""
        with self._changed:
            if not self._open:
                raise CancelledError
            self._under_way += 1
        try:
            return work(*arguments, **named)
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()

    def close(self) -> None:
        """Returns when no call is under way any more."""
        with self._changed:
            self._open = False
            self._changed.wait_for(lambda: not self._under_way)


@contextmanager
def thread_pool(count: int, *, name: str) -> Iterator[Submit]:
    """How to hand work to so many threads; no call is under way when the context ends, however it ends.

    A pool that is shut down waits for the threads that it knows. A signal may come between a thread's start and that,
    which is why the calls are counted here.

    Args:
        count: of threads.
        name: of the threads.
    """
    gate, pool = _Gate(), ThreadPoolExecutor(count, thread_name_prefix=name)

    def submit(work: Callable[Given, Result], *arguments: Given.args, **named: Given.kwargs) -> Future[Result]:
        return pool.submit(lambda: gate.through(work, *arguments, **named))

    try:
        yield submit
    finally:
        pool.shutdown(cancel_futures=True)
        gate.close()
