"""Blocks worked on by several threads, their results in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

from geoinpaint_engine.raster.grid import Window

Part = TypeVar("Part")


def ahead(work: Callable[[Window], Part], blocks: Sequence[Window], threads: int, *, name: str) -> Iterator[Part]:
    """What `work` makes of each block, in the blocks' order, with at most `threads` + 1 of them under way."""
    if threads <= 1:
        yield from map(work, blocks)
        return
    with ThreadPoolExecutor(threads, thread_name_prefix=name) as pool:
        left = iter(blocks)
        waiting = [pool.submit(work, block) for block in islice(left, threads + 1)]
        while waiting:
            part = waiting.pop(0).result()
            waiting += [pool.submit(work, block) for block in islice(left, 1)]
            yield part
