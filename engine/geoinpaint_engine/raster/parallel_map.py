"""A map over blocks by several threads, its results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.thread_pool import Submit, thread_pool

Part = TypeVar("Part")


@contextmanager
def parallel_map(
    work: Callable[[Window], Part], blocks: Sequence[Window], threads: int, *, name: str
) -> Iterator[Iterator[Part]]:
    """What `work` makes of each block, in the blocks' order, with at most `threads` + 1 of them under way.

    No block is under way any more when the context ends, however it ends: what `work` reads may be closed then.

    Args:
        work: called for each block; by the thread that asks for the results where one thread is enough.
        blocks: to work on.
        threads: that work side by side.
        name: of the threads.
    """
    if threads <= 1:
        yield map(work, blocks)
        return
    with thread_pool(threads, name=name) as submit:
        yield _in_order(submit, work, blocks, threads + 1)


def _in_order(
    submit: Submit, work: Callable[[Window], Part], blocks: Sequence[Window], at_once: int
) -> Iterator[Part]:
    left = iter(blocks)
    waiting: deque[Future[Part]] = deque(submit(work, block) for block in islice(left, at_once))
    while waiting:
        part = waiting.popleft().result()
        waiting.extend(submit(work, block) for block in islice(left, 1))
        yield part
