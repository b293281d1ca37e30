"""Harmonic fields over holes larger than a window: solved once on coarse cells, refined window by window."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.solvers.flow import BANDS_TOGETHER, RELATIVE_TOLERANCE, solver

OVERVIEW_PIXELS = 4_000_000  # cells of the overview, at most


def factor_for(shape: tuple[int, int], limit: int = OVERVIEW_PIXELS) -> int:
    """The smallest side of a cell in pixels with which the grid of (rows, cols) has at most `limit` cells."""
    factor = max(1, math.isqrt(shape[0] * shape[1] // limit))
    while math.ceil(shape[0] / factor) * math.ceil(shape[1] / factor) > limit:
        factor += 1
    return factor


@dataclass(frozen=True)
class _Cells:
    """The cells of a block that hold sought pixels; n of them.

    Args:
        row, col: (n,) int32 place on the overview.
        centre: (n, 2) float64 mean row and column of the cell's sought pixels, in pixels of the grid.
        right, below: (n,) number of links between sought pixels across the cell's right and lower side.
        known: (n,) conductance of all links to known pixels.
        inflow: (n, bands) conductance times value of these links.
    """

    row: np.ndarray
    col: np.ndarray
    centre: np.ndarray
    right: np.ndarray
    below: np.ndarray
    known: np.ndarray
    inflow: np.ndarray


class Overview:
    """A harmonic field on cells of `factor` x `factor` pixels, in finite volumes.

    Each cell with sought pixels is one unknown at their centre; flow between cells and from known pixels is counted
    link by link, so that a ragged hole keeps its true boundary and its values.

    Args:
        shape: (rows, cols) of the grid.
        bands: of the field.
        limit: largest number of cells.
    """

    def __init__(self, shape: tuple[int, int], bands: int, *, limit: int = OVERVIEW_PIXELS) -> None:
        self.factor = factor_for(shape, limit)
        self.shape = math.ceil(shape[0] / self.factor), math.ceil(shape[1] / self.factor)
        self.bands = bands
        self._blocks: list[_Cells] = []
        self._number = np.zeros((0, 0), dtype=np.int32)
        self._values = np.zeros((0, bands), dtype=np.float32)

    def add(self, block: Window, outer: Window, values: np.ndarray, sought: np.ndarray, known: np.ndarray) -> None:
        """Counts a block whose first row and column are multiples of the factor.

        Args:
            block: disjoint from the others; together they cover all sought pixels.
            outer: the block padded by one pixel (cut to the grid), which the arrays cover.
            values: (bands, rows, cols), looked at where known.
            sought, known: (rows, cols) bool, disjoint.
        """
        if not sought.any():
            return
        self._blocks.append(_count(block, outer, values, sought, known, self.factor))

    def solve(self) -> bool:
        """Solves for the cells' values, in whatever order the blocks came; False where there is nothing to solve."""
        if not self._blocks:
            return False
        cells = _Cells(*(np.concatenate([getattr(b, name) for b in self._blocks]) for name in _Cells.__annotations__))
        self._blocks.clear()
        order = np.lexsort((cells.col, cells.row))
        cells = _Cells(*(getattr(cells, name)[order] for name in _Cells.__annotations__))
        self._number = np.full(self.shape, -1, dtype=np.int32)
        self._number[cells.row, cells.col] = np.arange(order.size, dtype=np.int32)
        self._values = _solve(_flow(cells, self._number), cells)
        return True

    def state(self) -> dict[str, np.ndarray]:
        """The solved field as arrays."""
        return {
            "factor": np.array([self.factor], dtype=np.int64),
            "shape": np.array(self.shape, dtype=np.int64),
            "cells": np.flatnonzero(self._number.ravel() >= 0).astype(np.int64),
            "values": self._values,
        }

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> Overview:
        """The solved field of a `state`."""
        rows, cols = state["shape"].tolist()
        field = cls((rows, cols), state["values"].shape[1])
        field.factor, field.shape = int(state["factor"][0]), (rows, cols)
        number = np.full(rows * cols, -1, dtype=np.int32)
        # the cells are numbered row by row
        number[state["cells"]] = np.arange(state["cells"].size, dtype=np.int32)
        field._number, field._values = number.reshape(rows, cols), state["values"]
        return field

    def values_at(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """The field at pixels of the grid, bilinear between the cells that have a value: (bands, n) float32.

        NaN where neither the pixel's cell nor one beside it is connected to known ground.
        """
        total = np.zeros((rows.size, self.bands))
        weight = np.zeros(rows.size)
        y, x = (rows + 0.5) / self.factor - 0.5, (cols + 0.5) / self.factor - 0.5
        top, left = np.floor(y).astype(np.int64), np.floor(x).astype(np.int64)
        for down in (0, 1):
            for right in (0, 1):
                r, c = top + down, left + right
                inside = (r >= 0) & (c >= 0) & (r < self.shape[0]) & (c < self.shape[1])
                number = np.where(inside, self._number[np.where(inside, r, 0), np.where(inside, c, 0)], -1)
                share = np.abs(1 - down - (y - top)) * np.abs(1 - right - (x - left))
                there = (number >= 0) & np.isfinite(self._values[number, 0])
                total[there] += share[there, None] * self._values[number[there]]
                weight[there] += share[there]
        out = np.full((self.bands, rows.size), np.nan, dtype=np.float32)
        good = weight > 1e-6
        out[:, good] = (total[good] / weight[good, None]).T
        return out


def _count(
    block: Window, outer: Window, values: np.ndarray, sought: np.ndarray, known: np.ndarray, factor: int
) -> _Cells:
    core = block.within(outer)
    inside = np.zeros_like(sought)
    inside[core] = sought[core]
    rows, cols = np.nonzero(inside)
    cell_row, cell_col = (rows + outer.row) // factor, (cols + outer.col) // factor
    first_row, first_col = block.row // factor, block.col // factor
    wide = math.ceil(block.width / factor)
    high = math.ceil(block.height / factor)
    cell = (cell_row - first_row) * wide + (cell_col - first_col)
    size = wide * high
    pixels = np.bincount(cell, minlength=size)
    there = np.flatnonzero(pixels)
    centre = np.stack(
        [np.bincount(cell, place + start, size)[there] for place, start in ((rows, outer.row), (cols, outer.col))], 1
    ) / pixels[there, None]  # fmt: skip
    row_of, col_of = np.zeros(size), np.zeros(size)
    row_of[there], col_of[there] = centre.T
    conductance = np.zeros(size)
    inflow = np.zeros((size, values.shape[0]))
    across = {}
    for name, (down, right) in {"above": (-1, 0), "below": (1, 0), "left": (0, -1), "right": (0, 1)}.items():
        r, c = rows + down, cols + right
        exists = (r >= 0) & (c >= 0) & (r < sought.shape[0]) & (c < sought.shape[1])
        r, c = np.where(exists, r, 0), np.where(exists, c, 0)
        leaves = ((r + outer.row) // factor != cell_row) | ((c + outer.col) // factor != cell_col)
        across[name] = np.bincount(cell[exists & leaves & sought[r, c]], minlength=size)[there]
        edge = np.flatnonzero(exists & known[r, c])
        # a known pixel as far away as the cell's centre: the flow through the pixels in between counts
        at = cell[edge]
        distance = np.abs(r[edge] + outer.row - row_of[at]) if down else np.abs(c[edge] + outer.col - col_of[at])
        weight = 1.0 / np.maximum(distance, 1.0)
        conductance += np.bincount(at, weight, size)
        for band in range(values.shape[0]):
            inflow[:, band] += np.bincount(at, weight * values[band, r[edge], c[edge]], size)
    return _Cells(
        (there // wide + first_row).astype(np.int32),
        (there % wide + first_col).astype(np.int32),
        centre,
        across["right"],
        across["below"],
        conductance[there],
        inflow[there],
    )


def _flow(cells: _Cells, number: np.ndarray) -> sp.csr_array:
    """The equations of the cells: (n, n) float64, symmetric."""
    count = cells.row.size
    diagonal = cells.known.copy()
    rows, cols, data = [], [], []
    for links, axis, (down, right) in ((cells.below, 0, (1, 0)), (cells.right, 1, (0, 1))):
        one = np.flatnonzero(links)
        other = number[cells.row[one] + down, cells.col[one] + right]
        distance = np.maximum(np.abs(cells.centre[other, axis] - cells.centre[one, axis]), 1.0)
        weight = links[one] / distance
        diagonal += np.bincount(one, weight, count) + np.bincount(other, weight, count)
        rows += [one, other]
        cols += [other, one]
        data += [-weight, -weight]
    every = np.arange(count)
    rows.append(every)
    cols.append(every)
    data.append(diagonal)
    place = np.concatenate(rows).astype(np.int32), np.concatenate(cols).astype(np.int32)
    return sp.csr_array((np.concatenate(data), place), shape=(count, count))


def _solve(matrix: sp.csr_array, cells: _Cells) -> np.ndarray:
    """(n, bands) float32 values of the cells; NaN where no known ground is connected."""
    values: np.ndarray = np.full(cells.inflow.shape, np.nan, dtype=np.float32)
    count, part = connected_components(matrix, directed=False)
    anchored = np.bincount(part, cells.known, count) > 0
    reached = np.flatnonzero(anchored[part])
    if not reached.size:
        return values
    if reached.size < values.shape[0]:
        matrix = sp.csr_array(matrix[reached][:, reached])
    known = cells.known[reached][:, None]
    solve = solver(matrix, cells.row[reached], cells.col[reached])
    for start in range(0, values.shape[1], BANDS_TOGETHER):
        bands = slice(start, start + BANDS_TOGETHER)
        inflow = cells.inflow[reached, bands]
        edge = np.divide(inflow, known, out=np.zeros_like(inflow), where=known > 0)[cells.known[reached] > 0]
        mean = edge.mean(axis=0)
        right = inflow - known * mean
        tolerance = RELATIVE_TOLERANCE * np.maximum(np.ptp(edge, axis=0), 1e-6 * np.abs(mean))
        values[reached, bands] = solve(right, tolerance) + mean
    return values
