"""Tracks the files and processes of an unfinished run, and cleans them up unless it finishes."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from geoinpaint_engine.errors import Cancelled
from geoinpaint_engine.events import Control
from geoinpaint_engine.raster.work_folder import remove


class Workspace:
    """The files and processes of an unfinished run, cleaned up unless it finishes.

    One lock keeps the two ends apart: either the result is moved into place, or everything is removed.
    """

    def __init__(self) -> None:
        self._paths: list[Path] = []
        self._ends: list[Callable[[], None]] = []
        self._lock = threading.RLock()
        self._closed = False
        self.in_finish = False
        self.finished = False

    def add(self, path: Path) -> Path:
        """Register a file or folder to remove if the run fails."""
        with self._lock:
            self._paths.append(path)
        return path

    def at_end(self, end: Callable[[], None]) -> None:
        """Register a function that ends the processes of the run; called however the run ends."""
        with self._lock:
            self._ends.append(end)

    @contextlib.contextmanager
    def finishing(self, control: Control) -> Iterator[None]:
        """Blocks cleaning up while results are moved into place; raises Cancelled if the run was cancelled before."""
        with self._lock:
            control.check()
            if self._closed:
                raise Cancelled()
            self.in_finish = True
            try:
                yield
                self.finished = True
            finally:
                self.in_finish = False

    def sweep(self) -> None:
        """Remove all remains of the run."""
        with self._lock:
            self._closed = True
            for end in self._ends:
                with contextlib.suppress(Exception):
                    end()
            for path in self._paths:
                if path.is_dir() and not path.is_symlink():
                    remove(path)
                else:
                    with contextlib.suppress(OSError):
                        path.unlink()
