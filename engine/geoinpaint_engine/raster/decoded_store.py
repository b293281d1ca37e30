"""Decoded blocks on disk, of rasters that take long to decode, for a run that reads them again and again.

Each date of a series is read for up to a dozen others, several times each. What took long to decode, JPEG 2000 above
all, is written uncompressed to files without a name: whatever ends the process, the system frees their space.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BufferedRandom
from pathlib import Path

import numpy as np

from geoinpaint_engine.raster.grid import Window

SLOW_NS = 2.0  # time for decoding a byte above which a block is stored: deflate takes 4, JPEG 2000 80, the store 0.2
SHARE, MOST_BYTES = 1 / 3, 64 * 2**30  # of the free space, and bytes, that all files together may take
MOST_SHARE = 1 / 2  # of the free space, beyond which rasters give way to what else fills the disk, such as the outputs
LOOKED = 64  # blocks read between two looks at the free space
RECENT = 16  # blocks over which the cost of storing is averaged
IDLE_S = 60.0  # a raster that was not read for so long gives way to others
FILES_SHARE = 1 / 4  # of the files that the process may have open
FEW_FILES = 64  # and as many where that is not known

_store: DecodedStore | None = None


@dataclass
class _File:
    """The stored blocks of a raster: their places in a file, which have the order in which they were decoded."""

    file: BufferedRandom
    places: dict[Window, tuple[int, tuple[int, ...], np.dtype]] = field(default_factory=dict)
    size: int = 0
    used: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class DecodedStore:
    """Blocks of rasters on disk; safe to use from several threads.

    Args:
        folder: where its files are created.

    Attributes:
        cost: mean time for the last few blocks to be stored or read again, in ns a byte. On a slow disk or a network,
            it exceeds what decoding takes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._most_files = folder, _most_files()
        self.cost = 0.0
        self._files: dict[Hashable, _File] = {}
        self._lock = threading.Lock()
        self._open = True
        self._reads = 0

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(one.size for one in self._files.values())

    def read(self, raster: Hashable, block: Window) -> np.ndarray | None:
        """A block as it was given to `keep`; None where it is not stored."""
        with self._lock:
            self._reads += 1
            if self._reads % LOOKED == 0:
                self._give_way()
            held = self._files.get(raster)
            if held is None or block not in held.places:
                return None
            held.used = time.monotonic()
            start, shape, dtype = held.places[block]
        values, began = np.empty(shape, dtype), time.perf_counter_ns()
        with held.lock, suppress(OSError):
            if not held.file.closed:
                held.file.seek(start)
                if held.file.readinto(values.data.cast("B")) == values.nbytes:
                    self._note(began, values.nbytes)
                    return values
        return None

    def keep(self, raster: Hashable, block: Window, values: np.ndarray) -> None:
        """Stores a block, if there is space for it; never fails."""
        with self._lock:
            if not self._open or not self._has_space(values.nbytes):
                return
            held = self._files.get(raster)
            try:
                if held is None:
                    if len(self._files) >= self._most_files:
                        self._drop(min(self._files, key=lambda one: self._files[one].used))
                    held = _File(tempfile.TemporaryFile(dir=self._folder))  # noqa: SIM115 # closed by `_drop`
                    self._files[raster] = held
                held.used = time.monotonic()
                if block in held.places:
                    return
                with held.lock:
                    began = time.perf_counter_ns()
                    held.file.seek(held.size)
                    held.file.write(np.ascontiguousarray(values).data.cast("B"))
                    held.file.flush()
                    self._note(began, values.nbytes)
            except OSError:  # the disk is full, or the folder is gone
                self._open = False
                self._drop(raster)
                return
            held.places[block] = held.size, values.shape, values.dtype
            held.size += values.nbytes

    def _note(self, began: int, size: int) -> None:
        self.cost += ((time.perf_counter_ns() - began) / max(size, 1) - self.cost) / RECENT

    def close(self) -> None:
        """Frees the files' space."""
        with self._lock:
            self._open = False
            for raster in list(self._files):
                self._drop(raster)

    def _has_space(self, more: int) -> bool:
        """Whether so many bytes may be added; frees those of idle rasters, the one read longest ago first."""
        limit = min(MOST_BYTES, SHARE * self._space())
        now = time.monotonic()
        for raster, one in sorted(self._files.items(), key=lambda item: item[1].used):
            if self.size + more <= limit or now - one.used < IDLE_S:
                break
            self._drop(raster)
        return self.size + more <= limit

    def _space(self) -> int:
        """Free bytes of the disk, and those of the files; 0 where the folder is gone."""
        try:
            return shutil.disk_usage(self._folder).free + self.size
        except OSError:
            return 0

    def _give_way(self) -> None:
        """Frees rasters, the one read longest ago first, while they take too much of a disk that has become full."""
        space = self._space()
        for raster, _ in sorted(self._files.items(), key=lambda item: item[1].used):
            if self.size <= MOST_SHARE * space:
                break
            self._drop(raster)

    def _drop(self, raster: Hashable) -> None:
        held = self._files.pop(raster, None)
        if held is not None:
            with held.lock, suppress(OSError):  # what could not be written
                held.file.close()


def _most_files() -> int:
    """How many rasters are kept at most: each holds a file open, and long series have hundreds."""
    try:
        import resource
    except ModuleNotFoundError:  # on Windows
        return FEW_FILES
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return FEW_FILES if most == resource.RLIM_INFINITY else max(int(FILES_SHARE * most), 1)


def store() -> DecodedStore | None:
    """The store of the run under way; None: there is none."""
    return _store


@contextmanager
def stored_in(folder: Path) -> Iterator[None]:
    """While entered, blocks that took long to decode are stored on the disk of a folder; within another: in that one's.

    Args:
        folder: of the run, on a disk with space for its outputs.
    """
    global _store
    if _store is not None:
        yield
        return
    _store = mine = DecodedStore(folder)
    try:
        yield
    finally:
        _store = None
        mine.close()


def _reset() -> None:
    """Leaves the store to the process that has forked: its files have one position for both."""
    global _store
    _store = None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset)
