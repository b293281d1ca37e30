"""Asynchronous output by a thread of its own, so that a reader that has stopped blocks nobody."""

from __future__ import annotations

import os
import select
import threading
import time
from collections import deque
from contextlib import suppress

MANY_LINES = 200  # waiting lines from which on those that later ones make good are left out


class Outbox:
    """A text stream over a file descriptor that takes every word at once; safe to write to from several threads.

    A reader that is gone is no failure: what is left is thrown away.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: deque[bytes] = deque()
        self._changed = threading.Condition()
        self._writing = False
        self._gone = False
        threading.Thread(target=self._deliver, name="outbox", daemon=True).start()

    def write(self, text: str) -> int:
        """Takes a text; bytes of names that are not UTF-8 are escaped as in JSON."""
        with self._changed:
            if not self._gone:
                self._waiting.append(text.encode("utf-8", "backslashreplace"))
                self._changed.notify_all()
        return len(text)

    def flush(self) -> None:
        """Nothing to do: output is queued already."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return os.isatty(self._descriptor)

    @property
    def crowded(self) -> bool:
        """Whether the reader is so far behind that messages superseded by later ones should be skipped."""
        return len(self._waiting) > MANY_LINES

    def drain(self, seconds: float) -> bool:
        """Wait until all is delivered, or for the given time; returns whether it is."""
        end = time.monotonic() + seconds
        with self._changed:
            while self._waiting or self._writing:
                left = end - time.monotonic()
                if left <= 0:
                    return False
                self._changed.wait(left)
        return True

    def _deliver(self) -> None:
        while True:
            with self._changed:
                while not self._waiting:
                    self._changed.wait()
                data, self._writing = self._waiting.popleft(), True
            try:
                while data:
                    data = data[os.write(self._descriptor, data) :]
            except OSError:
                with self._changed:
                    self._gone = True
                    self._waiting.clear()
            with self._changed:
                self._writing = False
                self._changed.notify_all()


def write_soon(descriptor: int, text: str, seconds: float = 0.5) -> None:
    """Write a short text if the reader accepts it within the given time; fails silently."""
    with suppress(OSError, ValueError):  # Windows selects sockets alone
        if not select.select([], [descriptor], [], seconds)[1]:
            return
    with suppress(OSError):
        os.write(descriptor, text.encode("utf-8", "backslashreplace"))
