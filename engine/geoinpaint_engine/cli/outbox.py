"""Output through a thread, so that a reader that has stopped reading blocks no other thread."""

from __future__ import annotations

import os
import select
import threading
import time
from collections import deque
from contextlib import suppress

MANY_LINES = 200  # queued lines above which superseded messages are skipped


class Outbox:
    """A text stream over a file descriptor that never blocks on writing; safe to write to from several threads.

    If the reader is gone, pending output is discarded without an error.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: deque[bytes] = deque()
        self._changed = threading.Condition()
        self._writing = False
        self._gone = False
        threading.Thread(target=self._deliver, name="outbox", daemon=True).start()

    def write(self, text: str) -> int:
        """Queues a text; surrogates, as in file names that are not UTF-8, are escaped with backslashes."""
        with self._changed:
            if not self._gone:
                self._waiting.append(text.encode("utf-8", "backslashreplace"))
                self._changed.notify_all()
        return len(text)

    def flush(self) -> None:
        """Does nothing, because writing happens in the background."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return os.isatty(self._descriptor)

    @property
    def crowded(self) -> bool:
        """Whether the reader is so far behind that messages superseded by later ones should be skipped."""
        return len(self._waiting) > MANY_LINES

    def drain(self, seconds: float) -> bool:
        """Waits until everything is delivered, for at most the given seconds; returns whether it is."""
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
    """Writes a short text if the reader accepts it within the given seconds; failures are ignored."""
    with suppress(OSError, ValueError):  # on Windows, only sockets can be selected
        if not select.select([], [descriptor], [], seconds)[1]:
            return
    with suppress(OSError):
        os.write(descriptor, text.encode("utf-8", "backslashreplace"))
