"""A process-wide context for several threads: entered by the first user, and left by the last."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType


class Shared:
    """A context that several threads may enter at the same time; created for the first, and closed with the last.

    Args:
        make: creates the context.
    """

    def __init__(self, make: Callable[[], AbstractContextManager[object]]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._users = 0
        self._held = ExitStack()

    def __enter__(self) -> None:
        with self._lock:
            if not self._users:
                self._held.enter_context(self._make())
            self._users += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                self._held.close()
