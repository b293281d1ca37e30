"""A map over several threads with results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from geoinpaint_engine.raster.thread_pool import Submit, thread_pool

Item = TypeVar("Item")
Part = TypeVar("Part")


@contextmanager
def parallel_map(
    work: Callable[[Item], Part], items: Sequence[Item], threads: int, *, name: str
) -> Iterator[Iterator[Part]]:
    """Applies `work` to items, and yields the results in order, with at most `threads` + 1 items in progress.

    When the context ends, for whatever reason, no item is in progress, so that what `work` reads may be closed.

    Args:
        work: called for each item; in the calling thread if one thread suffices.
        items: the items, such as blocks of a scene.
        threads: number of threads.
        name: prefix of the threads' names.
    """
    if threads <= 1:
        yield map(work, items)
        return
    with thread_pool(threads, name=name) as submit:
        yield _in_order(submit, work, items, threads + 1)


def _in_order(submit: Submit, work: Callable[[Item], Part], items: Sequence[Item], at_once: int) -> Iterator[Part]:
    left = iter(items)
    waiting: deque[Future[Part]] = deque(submit(work, item) for item in islice(left, at_once))
    while waiting:
        part = waiting.popleft().result()
        waiting.extend(submit(work, item) for item in islice(left, 1))
        yield part
