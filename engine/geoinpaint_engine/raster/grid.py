"""Grids and windows: pure geometry in pixels, without any reading or writing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from affine import Affine
from rasterio.crs import CRS


@dataclass(frozen=True, order=True)
class Window:
    """A rectangle of pixels: first row, first column, and its size in rows and columns."""

    row: int
    col: int
    height: int
    width: int

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.height, self.width

    @property
    def row_stop(self) -> int:
        """The row after the last one."""
        return self.row + self.height

    @property
    def col_stop(self) -> int:
        """The column after the last one."""
        return self.col + self.width

    @property
    def area(self) -> int:
        """Number of pixels."""
        return self.height * self.width

    @property
    def ranges(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """((row, row_stop), (col, col_stop)), the form rasterio accepts as a window."""
        return (self.row, self.row_stop), (self.col, self.col_stop)

    @property
    def slices(self) -> tuple[slice, slice]:
        """(row slice, column slice) into an array of the whole grid."""
        return slice(self.row, self.row_stop), slice(self.col, self.col_stop)

    def within(self, outer: Window) -> tuple[slice, slice]:
        """(row slice, column slice) of this window in an array that covers `outer`."""
        row, col = self.row - outer.row, self.col - outer.col
        return slice(row, row + self.height), slice(col, col + self.width)

    def intersection(self, other: Window) -> Window | None:
        """The common part, or None where there is none."""
        row, col = max(self.row, other.row), max(self.col, other.col)
        height = min(self.row_stop, other.row_stop) - row
        width = min(self.col_stop, other.col_stop) - col
        return Window(row, col, height, width) if height > 0 and width > 0 else None

    def contains(self, other: Window) -> bool:
        """Whether `other` lies wholly inside."""
        return (
            self.row <= other.row
            and self.col <= other.col
            and self.row_stop >= other.row_stop
            and self.col_stop >= other.col_stop
        )

    def padded(self, pixels: int, bounds: Window) -> Window:
        """Grown by `pixels` on each side, cut to `bounds`."""
        row, col = max(self.row - pixels, bounds.row), max(self.col - pixels, bounds.col)
        row_stop = min(self.row_stop + pixels, bounds.row_stop)
        col_stop = min(self.col_stop + pixels, bounds.col_stop)
        return Window(row, col, row_stop - row, col_stop - col)

    def blocks(self, size: int) -> Iterator[Window]:
        """Disjoint windows of at most `size` x `size` pixels that cover this one, row by row."""
        for row in range(self.row, self.row_stop, size):
            for col in range(self.col, self.col_stop, size):
                yield Window(row, col, min(size, self.row_stop - row), min(size, self.col_stop - col))


@dataclass(frozen=True)
class Grid:
    """The raster grid of a scene: where each pixel lies on the ground.

    Args:
        crs: coordinate reference system, or None where the file carries none.
        transform: affine map from (column, row) in pixels to (x, y) in CRS units; may be rotated or south-up.
        height: rows.
        width: columns.
    """

    crs: CRS | None
    transform: Affine
    height: int
    width: int

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.height, self.width

    @property
    def window(self) -> Window:
        """The window that covers the whole grid."""
        return Window(0, 0, self.height, self.width)

    @property
    def pixel_size(self) -> tuple[float, float]:
        """(along columns, along rows): length of a pixel's sides in CRS units."""
        t = self.transform
        return math.hypot(t.a, t.d), math.hypot(t.b, t.e)

    @property
    def bounds_xy(self) -> tuple[float, float, float, float]:
        """(xmin, ymin, xmax, ymax) in CRS units of the box around all four corners."""
        corners = [self.transform @ (c, r) for c in (0, self.width) for r in (0, self.height)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def georeferenced(self) -> bool:
        """Whether the grid has a georeference: a CRS, or at least a transform that is not the identity."""
        return self.crs is not None or self.transform != Affine.identity()

    def window_transform(self, window: Window) -> Affine:
        """The transform of a window's own (0, 0)."""
        return self.transform @ Affine.translation(window.col, window.row)

    def sub(self, window: Window) -> Grid:
        """The grid of a window."""
        return Grid(self.crs, self.window_transform(window), window.height, window.width)

    def window_of_bounds(self, bounds_xy: tuple[float, float, float, float]) -> Window | None:
        """The smallest window that covers (xmin, ymin, xmax, ymax) in CRS units, cut to the grid; None if outside."""
        xmin, ymin, xmax, ymax = bounds_xy
        inverse = ~self.transform
        points = [inverse @ (x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
        cols, rows = zip(*points, strict=True)
        # a millionth of a pixel of slack, so that bounds given on pixel edges do not take one pixel more
        col, row = math.floor(min(cols) + 1e-6), math.floor(min(rows) + 1e-6)
        col_stop, row_stop = math.ceil(max(cols) - 1e-6), math.ceil(max(rows) - 1e-6)
        return Window(row, col, row_stop - row, col_stop - col).intersection(self.window)
