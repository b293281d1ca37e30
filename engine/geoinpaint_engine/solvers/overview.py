"""Harmonic fields over holes larger than a window: solved once on coarse cells, then refined window by window."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.solvers.flow import BANDS_TOGETHER, RELATIVE_TOLERANCE, solver

OVERVIEW_PIXELS = 4_000_000  # largest number of cells of the overview


def factor_for(shape: tuple[int, int], limit: int = OVERVIEW_PIXELS) -> int:
    """The smallest side of a cell in px for which a grid of (rows, cols) pixels has at most `limit` cells."""
    factor = max(1, math.isqrt(shape[0] * shape[1] // limit))
    while math.ceil(shape[0] / factor) * math.ceil(shape[1] / factor) > limit:
        factor += 1
    return factor


@dataclass(frozen=True)
class _Cells:
    """The n cells of a block that contain unknown pixels.

    Args:
        row, col: (n,) int32 coordinates on the overview.
        centre: (n, 2) float64 mean row and column of the cell's unknown pixels, in pixels of the grid.
        right, below: (n,) number of links between unknown pixels across the cell's right and lower side.
        known: (n,) total conductance of the links to known pixels.
        inflow: (n, bands) sum of conductance times value over these links.
    """

    row: np.ndarray
    col: np.ndarray
    centre: np.ndarray
    right: np.ndarray
    below: np.ndarray
    known: np.ndarray
    inflow: np.ndarray


class Overview:
    """A harmonic field on cells of `factor` x `factor` pixels, by finite volumes.

    Each cell with unknown pixels is one unknown, at their mean position. Flow between cells and from known pixels is
    summed over the links between pixels, so that a ragged hole keeps its true boundary and boundary values.

    Args:
        shape: (rows, cols) of the grid.
        bands: number of bands.
        limit: largest number of cells.
    """

    def __init__(self, shape: tuple[int, int], bands: int, *, limit: int = OVERVIEW_PIXELS) -> None:
        self.factor = factor_for(shape, limit)
        self.shape = math.ceil(shape[0] / self.factor), math.ceil(shape[1] / self.factor)
        self.bands = bands
        self._blocks: list[_Cells] = []
        self._number = np.zeros((0, 0), dtype=np.int32)
        self._values = np.zeros((0, bands), dtype=np.float32)

    def add(self, block: Window, outer: Window, values: np.ndarray, unknown: np.ndarray, known: np.ndarray) -> None:
        """Adds a block whose first row and column are multiples of the factor.

        Args:
            block: disjoint from the others; together they cover all unknown pixels.
            outer: the block padded by one pixel (clipped to the grid), which the arrays cover.
            values: (bands, rows, cols), read where known.
            unknown, known: (rows, cols) bool, the unknown and the known pixels, disjoint.
        """
        if not unknown.any():
            return
        self._blocks.append(_cells_of(block, outer, values, unknown, known, self.factor))

    def solve(self) -> bool:
        """Solves for the cells' values, whatever the order of the blocks; False if there is nothing to solve."""
        if not self._blocks:
            return False
        cells = _Cells(*(np.concatenate([getattr(b, name) for b in self._blocks]) for name in _Cells.__annotations__))
        self._blocks.clear()
        order = np.lexsort((cells.col, cells.row))
        cells = _Cells(*(getattr(cells, name)[order] for name in _Cells.__annotations__))
        self._number = np.full(self.shape, -1, dtype=np.int32)
        self._number[cells.row, cells.col] = np.arange(order.size, dtype=np.int32)
        self._values = _solve(_flow_balance(cells, self._number), cells)
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
        # cells are numbered in row-major order
        number[state["cells"]] = np.arange(state["cells"].size, dtype=np.int32)
        field._number, field._values = number.reshape(rows, cols), state["values"]
        return field

    def values_at(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """The field at (n,) rows and cols of the grid, bilinear between cells that have a value: (bands, n) float32.

        NaN where none of the surrounding cells is connected to known ground.
        """
        total = np.zeros((rows.size, self.bands))
        weight = np.zeros(rows.size)
        y, x = (rows + 0.5) / self.factor - 0.5, (cols + 0.5) / self.factor - 0.5
        top, left = np.floor(y).astype(np.int64), np.floor(x).astype(np.int64)
        for down in (0, 1):
            for right in (0, 1):
                row, col = top + down, left + right
                inside = (row >= 0) & (col >= 0) & (row < self.shape[0]) & (col < self.shape[1])
                index = np.where(inside, self._number[np.where(inside, row, 0), np.where(inside, col, 0)], -1)
                bilinear = np.abs(1 - down - (y - top)) * np.abs(1 - right - (x - left))
                has_value = (index >= 0) & np.isfinite(self._values[index, 0])
                total[has_value] += bilinear[has_value, None] * self._values[index[has_value]]
                weight[has_value] += bilinear[has_value]
        out = np.full((self.bands, rows.size), np.nan, dtype=np.float32)
        found = weight > 1e-6
        out[:, found] = (total[found] / weight[found, None]).T
        return out


def _cells_of(
    block: Window, outer: Window, values: np.ndarray, unknown: np.ndarray, known: np.ndarray, factor: int
) -> _Cells:
    core = block.within(outer)
    inside = np.zeros_like(unknown)
    inside[core] = unknown[core]
    rows, cols = np.nonzero(inside)
    cell_row, cell_col = (rows + outer.row) // factor, (cols + outer.col) // factor
    first_row, first_col = block.row // factor, block.col // factor
    width = math.ceil(block.width / factor)
    height = math.ceil(block.height / factor)
    cell = (cell_row - first_row) * width + (cell_col - first_col)
    size = width * height
    counts = np.bincount(cell, minlength=size)
    present = np.flatnonzero(counts)
    centre = np.stack(
        [np.bincount(cell, place + start, size)[present] for place, start in ((rows, outer.row), (cols, outer.col))], 1
    ) / counts[present, None]  # fmt: skip
    row_of, col_of = np.zeros(size), np.zeros(size)
    row_of[present], col_of[present] = centre.T
    conductance = np.zeros(size)
    inflow = np.zeros((size, values.shape[0]))
    crossing = {}
    for name, (down, right) in {"above": (-1, 0), "below": (1, 0), "left": (0, -1), "right": (0, 1)}.items():
        r, c = rows + down, cols + right
        exists = (r >= 0) & (c >= 0) & (r < unknown.shape[0]) & (c < unknown.shape[1])
        r, c = np.where(exists, r, 0), np.where(exists, c, 0)
        leaves = ((r + outer.row) // factor != cell_row) | ((c + outer.col) // factor != cell_col)
        crossing[name] = np.bincount(cell[exists & leaves & unknown[r, c]], minlength=size)[present]
        edge = np.flatnonzero(exists & known[r, c])
        # conductance of the path from the known pixel to the cell's centre, through the pixels in between
        at = cell[edge]
        distance = np.abs(r[edge] + outer.row - row_of[at]) if down else np.abs(c[edge] + outer.col - col_of[at])
        weight = 1.0 / np.maximum(distance, 1.0)
        conductance += np.bincount(at, weight, size)
        for band in range(values.shape[0]):
            inflow[:, band] += np.bincount(at, weight * values[band, r[edge], c[edge]], size)
    return _Cells(
        (present // width + first_row).astype(np.int32),
        (present % width + first_col).astype(np.int32),
        centre,
        crossing["right"],
        crossing["below"],
        conductance[present],
        inflow[present],
    )


def _flow_balance(cells: _Cells, number: np.ndarray) -> sp.csr_array:
    """The matrix of the cells' flow balance: (n, n) float64, symmetric."""
    count = cells.row.size
    diagonal = cells.known.copy()
    rows, cols, data = [], [], []
    for links, axis, (down, right) in ((cells.below, 0, (1, 0)), (cells.right, 1, (0, 1))):
        first = np.flatnonzero(links)
        second = number[cells.row[first] + down, cells.col[first] + right]
        distance = np.maximum(np.abs(cells.centre[second, axis] - cells.centre[first, axis]), 1.0)
        weight = links[first] / distance
        diagonal += np.bincount(first, weight, count) + np.bincount(second, weight, count)
        rows += [first, second]
        cols += [second, first]
        data += [-weight, -weight]
    all_cells = np.arange(count)
    rows.append(all_cells)
    cols.append(all_cells)
    data.append(diagonal)
    positions = np.concatenate(rows).astype(np.int32), np.concatenate(cols).astype(np.int32)
    return sp.csr_array((np.concatenate(data), positions), shape=(count, count))


def _solve(matrix: sp.csr_array, cells: _Cells) -> np.ndarray:
    """(n, bands) float32 values of the cells; NaN where not connected to known ground."""
    values: np.ndarray = np.full(cells.inflow.shape, np.nan, dtype=np.float32)
    count, component = connected_components(matrix, directed=False)
    touches_known = np.bincount(component, cells.known, count) > 0
    reached = np.flatnonzero(touches_known[component])
    if not reached.size:
        return values
    if reached.size < values.shape[0]:
        matrix = sp.csr_array(matrix[reached][:, reached])
    known = cells.known[reached][:, None]
    solve = solver(matrix, cells.row[reached], cells.col[reached])
    for start in range(0, values.shape[1], BANDS_TOGETHER):
        bands = slice(start, start + BANDS_TOGETHER)
        inflow = cells.inflow[reached, bands]
        edge_values = np.divide(inflow, known, out=np.zeros_like(inflow), where=known > 0)[cells.known[reached] > 0]
        mean = edge_values.mean(axis=0)
        right_side = inflow - known * mean
        tolerance = RELATIVE_TOLERANCE * np.maximum(np.ptp(edge_values, axis=0), 1e-6 * np.abs(mean))
        values[reached, bands] = solve(right_side, tolerance) + mean
    return values
