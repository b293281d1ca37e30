"""A scene read block by block while a fill learns from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

import numpy as np

from geoinpaint_engine.events import Control
from geoinpaint_engine.raster.chip import Chip, ChipSource, HoleSource
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.parallel_map import parallel_map

BLOCK = 512  # pixels on a side read at once while a scene is fitted
MOST_AHEAD = 8  # blocks read at the same time, whatever the threads
T = TypeVar("T")


class Blocks:
    """Reads a scene block by block.

    Args:
        source: the scene and its evidence.
        control: asked at every block.
        hidden: whether the hold-out patches count as hole.
        threads: that read at the same time.
    """

    def __init__(self, source: ChipSource, control: Control, hidden: bool, threads: int = 1) -> None:
        self.bounds = source.grid.window
        self.bands = len(source.band_names)
        self._source = source
        self._control = control
        self._hidden = hidden
        self._threads = min(threads, MOST_AHEAD)

    def parallel_map(
        self, work: Callable[[Window], T], windows: Sequence[Window]
    ) -> AbstractContextManager[Iterator[T]]:
        """The work of each window in their order, that of the next few done meanwhile by other threads."""
        return parallel_map(work, windows, self._threads, name="fit")

    def chip(self, window: Window) -> Chip:
        """The chip of a window."""
        self._control.check()
        return self._source.chip(window, hidden=self._hidden)

    def hole(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: the hole of a window; the scene is read only where the source knows it no other way."""
        self._control.check()
        if isinstance(self._source, HoleSource):
            return self._source.hole(window, hidden=self._hidden)
        return self.chip(window).hole

    def patches(self, window: Window) -> np.ndarray | None:
        """(rows, cols) bool: what is hidden now and may be learned from later; None where that is not known."""
        if self._hidden and isinstance(self._source, HoleSource):
            return self._source.hidden_pixels(window)
        return None


def inner_sides(window: Window, bounds: Window) -> np.ndarray:
    """(rows, cols) bool: the outermost pixels of a window, on the sides that are not the scene's own."""
    sides = np.zeros(window.shape, dtype=bool)
    sides[0] |= window.row > bounds.row
    sides[-1] |= window.row_stop < bounds.row_stop
    sides[:, 0] |= window.col > bounds.col
    sides[:, -1] |= window.col_stop < bounds.col_stop
    return sides
