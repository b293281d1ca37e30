"""Time slices for paper runs that each use all cores: they take turns of a second, instead of contending at each step.

The threads of a step synchronise some hundred times. If two runs have a thread for every core, each synchronisation
waits for threads that the other run has displaced: together they are many times slower than one after the other.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

SLICE_S = 1.0  # length of a turn
POLL_S = 0.01  # interval of trying to lock a slot
ASK_S = 0.1  # interval of calling `check` while waiting


class TimeSlices:
    """A slot among the runs of this user on this machine, held by a file lock: it is freed if the process dies.

    Args:
        folder: folder of the lock files, common to all runs.
        places: number of runs that work at the same time.
        slice_s: seconds after which a slot is yielded if another run is waiting.
    """

    def __init__(self, folder: Path, *, places: int = 1, slice_s: float = SLICE_S) -> None:
        self._queue = FileLock(folder / "geoinpaint-queue.lock")
        self._places = [FileLock(folder / f"geoinpaint-turn-{number}.lock") for number in range(places)]
        self._slice_s = slice_s
        self._held: FileLock | None = None
        self._since = 0.0

    @contextmanager
    def taken(self, check: Callable[[], None]) -> Iterator[Callable[[], None]]:
        """Holds a slot during the block; yields a function to be called between steps, which may yield the slot.

        Args:
            check: called while waiting; may raise an exception.
        """
        self._take(check)
        try:
            yield lambda: self._yield_slice(check)
        finally:
            self._leave()

    def _yield_slice(self, check: Callable[[], None]) -> None:
        if time.monotonic() - self._since < self._slice_s:
            return
        try:
            self._queue.acquire(blocking=False)
        except Timeout:  # another run is waiting
            self._leave()
            self._take(check)
        else:
            self._queue.release()
            self._since = time.monotonic()

    def _take(self, check: Callable[[], None]) -> None:
        # only the run that holds the queue's lock looks for a slot, so that none is overtaken
        while True:
            try:
                self._queue.acquire(timeout=ASK_S, poll_interval=POLL_S)
                break
            except Timeout:
                check()
        try:
            checked_at = time.monotonic()
            while self._held is None:
                for place in self._places:
                    with suppress(Timeout):
                        place.acquire(blocking=False)
                        self._held = place
                        break
                else:
                    time.sleep(POLL_S)
                    if time.monotonic() - checked_at > ASK_S:
                        check()
                        checked_at = time.monotonic()
        finally:
            self._queue.release()
        self._since = time.monotonic()

    def _leave(self) -> None:
        if self._held is not None:
            self._held.release()
            self._held = None


@contextmanager
def core_time_slices(threads: int, check: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """Time slices among this user's runs with as many threads; runs with a single thread need none.

    Args:
        threads: threads of a step.
        check: see `TimeSlices.taken`.
    """
    # the name must not match those of scratch folders, which are removed when their run is dead
    folder = Path(tempfile.gettempdir()) / f".geoinpaint-turns-{getattr(os, 'getuid', lambda: 0)()}"
    usable = threads > 1
    if usable:
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            usable = os.access(folder, os.W_OK)
        except OSError:
            usable = False
    if not usable:
        yield lambda: None
        return
    with TimeSlices(folder, places=max(1, (os.cpu_count() or 1) // threads)).taken(check) as yield_slice:
        yield yield_slice
