"""Paper runs that each want all of a machine's cores take turns of about a second, instead of contending at every step.

The threads of a step wait for each other some hundred times. Where two runs have a thread for every core, each wait is
for a thread that the other run keeps off its core: together they are many times slower than one after the other.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

SLICE_S = 1.0
POLL_S = 0.01
ASK_S = 0.1  # between two looks at the user's wishes while waiting


class TimeSlices:
    """A place among the runs of this user on this machine; whoever dies gives its place back.

    Args:
        folder: where the lock files are, the same for all runs.
        places: runs that work at the same time.
        slice_s: seconds after which a place is handed on, if somebody waits.
    """

    def __init__(self, folder: Path, *, places: int = 1, slice_s: float = SLICE_S) -> None:
        self._queue = FileLock(folder / "geoinpaint-queue.lock")
        self._places = [FileLock(folder / f"geoinpaint-turn-{number}.lock") for number in range(places)]
        self._slice_s = slice_s
        self._held: FileLock | None = None
        self._since = 0.0

    @contextmanager
    def taken(self, check: Callable[[], None]) -> Iterator[Callable[[], None]]:
        """Holds a place during the block; call what it yields between two steps.

        Args:
            check: called while waiting; may raise.
        """
        self._take(check)
        try:
            yield lambda: self._hand_on(check)
        finally:
            self._leave()

    def _hand_on(self, check: Callable[[], None]) -> None:
        if time.monotonic() - self._since < self._slice_s:
            return
        try:
            self._queue.acquire(blocking=False)
        except Timeout:  # somebody waits
            self._leave()
            self._take(check)
        else:
            self._queue.release()
            self._since = time.monotonic()

    def _take(self, check: Callable[[], None]) -> None:
        # only the first in the queue looks for a place, so that nobody is overtaken
        while True:
            try:
                self._queue.acquire(timeout=ASK_S, poll_interval=POLL_S)
                break
            except Timeout:
                check()
        try:
            asked = time.monotonic()
            while self._held is None:
                for place in self._places:
                    with suppress(Timeout):
                        place.acquire(blocking=False)
                        self._held = place
                        break
                else:
                    time.sleep(POLL_S)
                    if time.monotonic() - asked > ASK_S:
                        check()
                        asked = time.monotonic()
        finally:
            self._queue.release()
        self._since = time.monotonic()

    def _leave(self) -> None:
        if self._held is not None:
            self._held.release()
            self._held = None


@contextmanager
def core_time_slices(threads: int, check: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """Time slices among the runs of this user that have so many threads; one thread disturbs nobody and takes none.

    Args:
        threads: of one step.
        check: see `TimeSlices.taken`.
    """
    # of no name that scratch folders have: it stays when those of dead runs are swept
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
    with TimeSlices(folder, places=max(1, (os.cpu_count() or 1) // threads)).taken(check) as hand_on:
        yield hand_on
