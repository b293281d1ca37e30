"""Reads a scene block by block for fitting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

import numpy as np

from geoinpaint_engine.events import Control
from geoinpaint_engine.raster.chip import Chip, ChipSource, HoleSource
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.parallel_map import parallel_map

BLOCK = 512  # px a side of the blocks
MOST_AHEAD = 8  # blocks read in parallel at most, whatever the number of threads
T = TypeVar("T")


class Blocks:
    """Reads a scene block by block.

    Args:
        source: the scene and its evidence.
        control: checked at every block; raises to cancel.
        hidden: whether the hold-out patches count as hole.
        threads: number of blocks read in parallel.
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
        """The results of `work` on the windows, in their order, with the next few computed ahead by other threads."""
        return parallel_map(work, windows, self._threads, name="fit")

    def chip(self, window: Window) -> Chip:
        """The chip of a window."""
        self._control.check()
        return self._source.chip(window, hidden=self._hidden)

    def hole(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: the hole of a window, without reading the scene if the source can (`HoleSource`)."""
        self._control.check()
        if isinstance(self._source, HoleSource):
            return self._source.hole(window, hidden=self._hidden)
        return self.chip(window).hole

    def patches(self, window: Window) -> np.ndarray | None:
        """(rows, cols) bool: the hidden patches, which a later fit may use; None if unknown, or without other dates."""
        if not self._hidden or not isinstance(self._source, HoleSource):
            return None
        if self._source.hidden_pixels(window, blind=True).any():
            return None
        return self._source.hidden_pixels(window)


def inner_sides(window: Window, bounds: Window) -> np.ndarray:
    """(rows, cols) bool: the outermost pixels of a window on the sides that lie within the scene."""
    sides = np.zeros(window.shape, dtype=bool)
    sides[0] |= window.row > bounds.row
    sides[-1] |= window.row_stop < bounds.row_stop
    sides[:, 0] |= window.col > bounds.col
    sides[:, -1] |= window.col_stop < bounds.col_stop
    return sides
