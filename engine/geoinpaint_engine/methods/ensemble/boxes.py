"""Boxes around the pixels that a fill depends on: what lies between holes that are far apart is not computed."""

from __future__ import annotations

import numpy as np

Box = tuple[slice, slice]
ALIGNED = 8  # px: boxes begin and end at multiples, so that cells of up to so many pixels are those of the whole
GAP = 16  # px of rows or columns between two boxes at least: each box has a cost of its own


def boxes_of(pixels: np.ndarray) -> list[Box]:
    """Disjoint rectangles that hold all True pixels of (rows, cols) bool, as their rows and columns.

    Rectangles are cut in two, again and again, at the widest gap of empty rows or columns (recursive XY cut, Nagy &
    Seth 1984).
    """
    if not pixels.any():
        return []
    (rows, row_gap), (cols, col_gap) = (
        _span(np.flatnonzero(pixels.any(axis=1 - axis)), pixels.shape[axis]) for axis in (0, 1)
    )
    by_rows = row_gap.stop - row_gap.start >= col_gap.stop - col_gap.start
    gap = row_gap if by_rows else col_gap
    if gap.stop - gap.start < GAP:
        return [(rows, cols)]
    boxes: list[Box] = []
    for start, stop in ((0, gap.start), (gap.stop, pixels.shape[0 if by_rows else 1])):
        for one, other in boxes_of(pixels[start:stop] if by_rows else pixels[:, start:stop]):
            down, right = (start, 0) if by_rows else (0, start)
            boxes.append((slice(one.start + down, one.stop + down), slice(other.start + right, other.stop + right)))
    return boxes


def _span(places: np.ndarray, size: int) -> tuple[slice, slice]:
    """The extent of (n,) ascending places of `size`, and the widest gap between two: aligned outwards and inwards."""
    widest = int(np.diff(places, append=places[-1]).argmax())
    before, after = int(places[widest]) + 1, int(places[min(widest + 1, places.size - 1)])
    start, stop = -(-before // ALIGNED) * ALIGNED, after // ALIGNED * ALIGNED
    end = min(-(-(int(places[-1]) + 1) // ALIGNED) * ALIGNED, size)
    return slice(int(places[0]) // ALIGNED * ALIGNED, end), slice(start, max(start, stop))
