"""A cache of decoded raster blocks shared by all threads: windows overlap, and decoding costs more than copying.

GDAL caches blocks per dataset handle, so that blocks shared by windows of two threads would be decoded twice. Virtual
rasters do not expose their sources' block layout; theirs is chosen for Sentinel-2's files.
"""

from __future__ import annotations

import itertools
import os
import threading
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from concurrent.futures import Future
from functools import cached_property
from typing import Any

import numpy as np

from geoinpaint_engine.raster.admission import is_virtual, local_file
from geoinpaint_engine.raster.decoded_store import SLOW_NS, store
from geoinpaint_engine.raster.file_facts import TIMES_TELL, state_of
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import Handles

KEPT_BYTES = 256 * 2**20  # limit for all rasters together
SIDE = 512  # px; least side of a cached block; smaller blocks of a file are decoded together
VIRTUAL_SIDE = 1024  # px; likewise for files without a block layout of their own
LARGEST_BYTES = KEPT_BYTES // 8  # blocks above this are not cached, such as those of files with a single block
BAND = 2048  # px; height of the bands of windows that are read together, see `in_bands`

_lock = threading.Lock()
_open: weakref.WeakSet[DecodedBlocks] = weakref.WeakSet()
_request_numbers = itertools.count()  # numbers requests, to find the least recently used block


class DecodedBlocks:
    """Bands of a raster, read through the cache; safe to use from several threads.

    Args:
        handles: opens the raster.
        numbers: 1-based band numbers.
        dtype: data type of the result; None = that of the bands.
        content: with the files behind it, determines the raster's values; None: unknown, and never stored on disk.
    """

    def __init__(
        self, handles: Handles, numbers: Sequence[int], dtype: np.dtype | None = None, content: Hashable = None
    ) -> None:
        self._handles, self._numbers, self._dtype, self._content = handles, list(numbers), dtype, content
        # for each block, the number of its last request, and its content once it is decoded
        self._blocks: OrderedDict[Window, tuple[int, Future[np.ndarray | None]]] = OrderedDict()
        self._bytes = 0

    def read(self, window: Window) -> np.ndarray:
        """Reads (bands, rows, cols) of a window inside the raster, as a copy."""
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
        """Rows and columns of a block, and the window of the whole raster; registers the raster with the cache."""
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
            self._blocks[block] = next(_request_numbers), held
        if not mine:
            values = held.result()
            # the thread that was reading it has failed, and raises the error itself
            return self._decoded(block) if values is None else values
        try:
            values = self._stored(block)
        except BaseException:
            with _lock:
                self._blocks.pop(block, None)
            held.set_result(None)
            raise
        with _lock:
            # under one lock, so that no block is evicted before it is counted
            held.set_result(values)
            if self._blocks.get(block, (0, None))[1] is held:  # otherwise closed in the meantime
                self._bytes += values.nbytes
            _evict()
        return values

    def _oldest(self) -> int | None:
        """Number of the last request for the least recently used block; None while it is being read."""
        asked, held = next(iter(self._blocks.values()), (0, None))
        return asked if held is not None and held.done() else None

    def _drop_oldest(self) -> None:
        _, (_, held) = self._blocks.popitem(last=False)
        values = held.result()
        self._bytes -= 0 if values is None else values.nbytes

    def _stored(self, block: Window) -> np.ndarray:
        """A block from the disk, where it was stored because it took long to decode; else decoded."""
        kept = store()
        if kept is None or self._raster is None:
            return self._decoded(block)
        found = kept.read(self._raster, block)
        if found is not None:
            return found
        began = time.perf_counter_ns()
        values = self._decoded(block)
        if time.perf_counter_ns() - began > max(SLOW_NS, kept.cost) * values.nbytes:
            kept.keep(self._raster, block, values)
        return values

    @cached_property
    def _raster(self) -> Hashable:
        """What tells the raster from others in the store; None: it is not stored."""
        if self._content is None or not TIMES_TELL:
            return None
        dataset = self._handles.get()
        dtype = np.dtype(self._dtype or np.result_type(*(dataset.dtypes[number - 1] for number in self._numbers)))
        files = {name: local_file(name) for name in dataset.files}
        # what a virtual raster reads through another one is not listed, and could change unseen
        if any(file is not None and name != dataset.name and is_virtual(file) for name, file in files.items()):
            return None
        states = tuple(None if file is None else state_of([file]) for file in files.values())
        return self._content, tuple(self._numbers), dtype.str, str(states)

    def _decoded(self, block: Window) -> np.ndarray:
        return np.asarray(self._handles.get().read(self._numbers, window=block.ranges, out_dtype=self._dtype))


def _reset() -> None:
    """Resets the cache in a forked process, which has none of the threads that might hold the lock."""
    global _lock
    _lock = threading.Lock()
    for one in list(_open):
        one._blocks, one._bytes = OrderedDict(), 0


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset)


def _evict() -> None:
    """Evicts the least recently used blocks until the cache is within its limit."""
    rasters = list(_open)
    while sum(one._bytes for one in rasters) > KEPT_BYTES:
        ages = [(age, place) for place, one in enumerate(rasters) if (age := one._oldest()) is not None]
        if not ages:
            return
        rasters[min(ages)[1]]._drop_oldest()


def _shape(dataset: Any, number: int) -> tuple[int, int]:
    """(rows, cols) of the blocks in which a raster is decoded, multiples of the file's own blocks."""
    side = VIRTUAL_SIDE if dataset.driver == "VRT" else SIDE
    rows, cols = dataset.block_shapes[number - 1]
    width = cols * max(side // cols, 1)
    # for strips as wide as the raster, as many as make up a block
    return rows * max(side * side // (width * rows), 1), width


def in_bands(windows: Iterable[Any], place: Callable[[Any], Window]) -> list[Any]:
    """Orders windows so that overlapping ones are read soon after each other.

    In row-major order, more than the cache holds is read between two rows; so windows are read in columns within bands.

    Args:
        windows: windows of a scene, or objects with a window.
        place: returns the window of an object.
    """

    def order(one: Any) -> tuple[int, int, int]:
        window = place(one)
        return window.row // BAND, window.col, window.row

    return sorted(windows, key=order)
