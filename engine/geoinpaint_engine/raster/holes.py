"""Counts the connected holes of a mask that is read block by block."""

from __future__ import annotations

import cv2
import numpy as np
from scipy import ndimage, sparse
from scipy.sparse.csgraph import connected_components

from geoinpaint_engine.raster.grid import Window

CELLS = 8  # px, of whose multiples a part of a window consists
_EIGHT = np.ones((3, 3), dtype=bool)


class HoleCounter:
    """Number and largest size of the 8-connected holes; blocks come row by row, as `Window.blocks` gives them.

    Holds one row of labels as wide as the scene, and one number per hole part met so far.
    """

    def __init__(self, width: int) -> None:
        self._above = np.zeros(width + 2, dtype=np.int64)  # labels of the row above, one column of margin on each side
        self._below = np.zeros(width + 2, dtype=np.int64)
        self._left = np.zeros(0, dtype=np.int64)
        self._left_of: tuple[int, int] | None = None
        self._row = 0
        self._sizes: list[np.ndarray] = []
        self._pairs: list[np.ndarray] = []
        self._count = 0

    def add(self, window: Window, hole: np.ndarray) -> None:
        """Adds the (rows, cols) bool hole of the next block."""
        if window.row != self._row:
            self._row, self._above = window.row, self._below
            self._below = np.zeros_like(self._above)
        if not hole.any():
            return
        number, labels, found, _ = cv2.connectedComponentsWithStats(hole.view(np.uint8), connectivity=8)
        self._sizes.append(found[1:, cv2.CC_STAT_AREA].astype(np.int64))
        # only the edges meet other blocks
        top, bottom, first, last = (
            np.where(edge > 0, edge.astype(np.int64) + self._count, 0)
            for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1])
        )
        self._count += number - 1
        for step in (0, 1, 2):
            self._join(top, self._above[window.col + step : window.col + step + window.width])
        if self._left_of == (window.row, window.col):
            self._join(first, self._left)
            self._join(first[1:], self._left[:-1])
            self._join(first[:-1], self._left[1:])
        self._left, self._left_of = last, (window.row, window.col_stop)
        self._below[window.col + 1 : window.col_stop + 1] = bottom

    def _join(self, one: np.ndarray, other: np.ndarray) -> None:
        both = (one > 0) & (other > 0)
        if both.any():
            self._pairs.append(np.unique(np.stack([one[both], other[both]]), axis=1))

    def result(self) -> tuple[int, int]:
        """(number of holes, size of the largest in px)."""
        if not self._count:
            return 0, 0
        sizes = np.concatenate(self._sizes)
        if self._pairs:
            ones, others = np.concatenate(self._pairs, axis=1) - 1
            links = sparse.coo_matrix((np.ones(len(ones)), (ones, others)), shape=(self._count, self._count))
            number, group = connected_components(links, directed=False)
            sizes = np.bincount(group, weights=sizes, minlength=number).astype(np.int64)
        return len(sizes), int(sizes.max())


def sight_of(hole: np.ndarray, window: Window, sight: int) -> Window:
    """The part of a window that lies within `sight` px of a hole, as a rectangle; all of it where there is none.

    Args:
        hole: (rows, cols) bool of the window.
        window: on the scene's grid.
        sight: in px.
    """
    if not hole.any():
        return window
    ranges = []
    for axis, size in enumerate(window.shape):
        there = np.flatnonzero(hole.any(axis=1 - axis))
        # means of cells (`methods/ensemble/filters.py`) come out the same where the cells do
        start, stop = max(int(there[0]) - sight, 0) // CELLS * CELLS, -(-(int(there[-1]) + sight + 1) // CELLS) * CELLS
        ranges.append((start, min(stop, size)))
    (top, bottom), (left, right) = ranges
    return Window(window.row + top, window.col + left, bottom - top, right - left)


def holes_reaching(hole: np.ndarray, inner: tuple[slice, slice]) -> np.ndarray:
    """The 8-connected holes that have a pixel in `inner`: (rows, cols) bool.

    Args:
        hole: (rows, cols) bool.
        inner: rows and columns.
    """
    labels, count = ndimage.label(hole, structure=_EIGHT)
    wanted = np.zeros(count + 1, dtype=bool)
    wanted[labels[inner]] = True
    wanted[0] = False
    return wanted[labels]
