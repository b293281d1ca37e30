"""A cache of decoded raster blocks, shared by all threads: windows overlap, and decoding is dearer than copying.

GDAL keeps the blocks of each thread's handle by themselves, so that neighbouring windows of two threads would have the
blocks between them decoded twice. A virtual raster tells no blocks of its own; those of Sentinel-2's files are meant.
"""

from __future__ import annotations

import itertools
import os
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from functools import cached_property
from typing import Any

import numpy as np

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import Handles

KEPT_BYTES = 256 * 2**20  # of all rasters together
SIDE = 512  # px of a block's side, at least; smaller ones of a file are decoded together
VIRTUAL_SIDE = 1024  # the same where a file has no block layout of its own
LARGEST_BYTES = KEPT_BYTES // 8  # of a block beyond which none is kept, such as of a file that is one block
BAND = 2048  # px: height of the parts of a scene whose windows are read side by side, see `in_bands`

_lock = threading.Lock()
_open: weakref.WeakSet[DecodedBlocks] = weakref.WeakSet()
_asked = itertools.count()  # counts requests, to find the least recently used block


class DecodedBlocks:
    """Bands of a raster, read through the cache of decoded blocks; safe to read from several threads.

    Args:
        handles: opens the raster.
        numbers: 1-based, of the bands.
        dtype: what they are read as; None = their own.
    """

    def __init__(self, handles: Handles, numbers: Sequence[int], dtype: np.dtype | None = None) -> None:
        self._handles, self._numbers, self._dtype = handles, list(numbers), dtype
        # of each block when it was last asked for, and what it holds once it is decoded
        self._blocks: OrderedDict[Window, tuple[int, Future[np.ndarray | None]]] = OrderedDict()
        self._bytes = 0

    def read(self, window: Window) -> np.ndarray:
        """(bands, rows, cols) of a window within the raster; a copy that the caller owns."""
        if not self._kept:
            return self._decoded(window)
        out: np.ndarray | None = None
        for block in self._blocks_of(window):
            values, part = self._block(block), block.intersection(window)
            if out is None:
                out = np.empty((len(self._numbers), *window.shape), values.dtype)
            if part is not None:
                out[(slice(None), *part.within(window))] = values[(slice(None), *part.within(block))]
        return self._decoded(window) if out is None else out

    def close(self) -> None:
        """Drops the cached blocks."""
        with _lock:
            self._blocks, self._bytes = OrderedDict(), 0

    @cached_property
    def _layout(self) -> tuple[int, int, Window]:
        """Rows and columns of a block, and the whole raster; it counts as open from its first reading."""
        dataset = self._handles.get()
        with _lock:
            _open.add(self)
        return *_shape(dataset, self._numbers[0]), Window(0, 0, dataset.height, dataset.width)

    @cached_property
    def _kept(self) -> bool:
        """Whether blocks are small enough to be cached."""
        height, width, _ = self._layout
        itemsize = np.dtype(self._dtype or self._handles.get().dtypes[self._numbers[0] - 1]).itemsize
        return height * width * len(self._numbers) * itemsize <= LARGEST_BYTES

    def _blocks_of(self, window: Window) -> Iterable[Window]:
        height, width, bounds = self._layout
        for row in range(window.row // height * height, window.row_stop, height):
            for col in range(window.col // width * width, window.col_stop, width):
                block = Window(row, col, height, width).intersection(bounds)
                if block is not None:
                    yield block

    def _block(self, block: Window) -> np.ndarray:
        with _lock:
            _, held = self._blocks.pop(block, (0, None))
            mine = held is None
            if held is None:
                held = Future()
            self._blocks[block] = next(_asked), held
        if not mine:
            values = held.result()
            # the thread that was reading it has failed, and raises that itself
            return self._decoded(block) if values is None else values
        try:
            values = self._decoded(block)
        except BaseException:
            with _lock:
                self._blocks.pop(block, None)
            held.set_result(None)
            raise
        with _lock:
            # together, so that no block is evicted before it is counted
            held.set_result(values)
            if self._blocks.get(block, (0, None))[1] is held:  # else closed meanwhile
                self._bytes += values.nbytes
            _let_go()
        return values

    def _oldest(self) -> int | None:
        """When the first of the blocks was last requested; None while it is being read."""
        asked, held = next(iter(self._blocks.values()), (0, None))
        return asked if held is not None and held.done() else None

    def _drop_oldest(self) -> None:
        _, (_, held) = self._blocks.popitem(last=False)
        values = held.result()
        self._bytes -= 0 if values is None else values.nbytes

    def _decoded(self, block: Window) -> np.ndarray:
        return np.asarray(self._handles.get().read(self._numbers, window=block.ranges, out_dtype=self._dtype))


def _forget() -> None:
    """Begins anew in a forked process, where no thread goes on decoding and none holds the lock."""
    global _lock
    _lock = threading.Lock()
    for one in list(_open):
        one._blocks, one._bytes = OrderedDict(), 0


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def _let_go() -> None:
    """Evicts the least recently used blocks until the cache is within its limit."""
    rasters = list(_open)
    while sum(one._bytes for one in rasters) > KEPT_BYTES:
        ages = [(age, place) for place, one in enumerate(rasters) if (age := one._oldest()) is not None]
        if not ages:
            return
        rasters[min(ages)[1]]._drop_oldest()


def _shape(dataset: Any, number: int) -> tuple[int, int]:
    """(rows, cols) of the blocks that a raster is decoded in: whole blocks of the file."""
    side = VIRTUAL_SIDE if dataset.driver == "VRT" else SIDE
    rows, cols = dataset.block_shapes[number - 1]
    width = cols * max(side // cols, 1)
    # of strips as wide as the raster so many as make a block
    return rows * max(side * side // (width * rows), 1), width


def in_bands(windows: Iterable[Any], place: Callable[[Any], Window]) -> list[Any]:
    """Windows in an order in which those that overlap are read soon after each other.

    Row by row all that lies between is read before the next row comes, more than is kept; so columns of a few.

    Args:
        windows: of a scene, or what has one.
        place: its window.
    """

    def order(one: Any) -> tuple[int, int, int]:
        window = place(one)
        return window.row // BAND, window.col, window.row

    return sorted(windows, key=order)
