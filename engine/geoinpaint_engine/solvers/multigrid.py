"""Conjugate gradients with a geometric multigrid preconditioner, for the equations of irregular holes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import splu

COARSEST = 2000  # unknowns that are solved directly
DAMPING = 0.8  # of the Jacobi smoother
# for `splu`: the matrices are symmetric and positive definite, which needs no pivots and less time
SYMMETRIC: dict[str, Any] = {
    "permc_spec": "MMD_AT_PLUS_A", "diag_pivot_thresh": 0.0, "options": {"SymmetricMode": True},
}  # fmt: skip
_ROW = 256  # rows looked at as one
SWEEPS = 1  # before and after the coarse correction


class Multigrid:
    """A symmetric V-cycle that approximates the inverse of a hole's Laplacian.

    Each level joins 2 x 2 pixels; values come back by bilinear interpolation of the cells' centres, and the coarse
    equations are the Galerkin product, so that holes of any shape and boundary keep their meaning on every level.

    Args:
        matrix: (n, n) symmetric positive definite.
        rows, cols: (n,) place of each unknown on the pixel grid.
    """

    def __init__(self, matrix: sp.csr_array, rows: np.ndarray, cols: np.ndarray) -> None:
        self._levels: list[tuple[sp.csr_array, sp.csr_array, sp.csr_array, np.ndarray]] = []
        matrix = matrix.astype(np.float32)
        rows, cols = rows.astype(np.int32), cols.astype(np.int32)
        while matrix.shape[0] > COARSEST:
            up, rows, cols = interpolation(rows, cols)
            down = up.T.tocsr()
            damped = (DAMPING / matrix.diagonal()).astype(np.float32)[:, None]
            self._levels.append((matrix, up, down, damped))
            matrix = (down @ (matrix @ up)).tocsr()
        self._coarsest = splu(matrix.astype(np.float64).tocsc(), **SYMMETRIC)

    def __call__(self, residual: np.ndarray) -> np.ndarray:
        """One V-cycle on (n, bands), of its type; float32 inside, as it only steers the conjugate gradients."""
        return self._cycle(residual.astype(np.float32, copy=False), 0).astype(residual.dtype, copy=False)

    def _cycle(self, right: np.ndarray, level: int) -> np.ndarray:
        if level == len(self._levels):
            return self._coarsest.solve(right.astype(np.float64)).astype(np.float32)
        matrix, up, down, damped = self._levels[level]
        found = damped * right
        for _ in range(SWEEPS - 1):
            found += damped * (right - matrix @ found)
        found += up @ self._cycle(down @ (right - matrix @ found), level + 1)
        for _ in range(SWEEPS):
            found += damped * (right - matrix @ found)
        return found


def interpolation(rows: np.ndarray, cols: np.ndarray) -> tuple[sp.csr_array, np.ndarray, np.ndarray]:
    """Bilinear interpolation from the 2 x 2 cells that hold an unknown to the unknowns.

    A cell without an unknown is left out: it stands for known values, whose correction is 0.

    Returns:
        (n, cells) float32, and the rows and columns of the cells, (cells,) each.
    """
    cell_row, cell_col = rows >> 1, cols >> 1
    stride = int(cell_col.max()) + 3
    # the table has a margin of one cell on each side, so that neighbours need no check of the bounds
    home = (cell_row.astype(np.int64) + 1) * stride + cell_col + 1
    table = np.zeros((int(cell_row.max()) + 3) * stride, dtype=bool)
    table[home] = True
    places = np.flatnonzero(table)
    number = np.full(table.size, -1, dtype=np.int32)
    number[places] = np.arange(places.size, dtype=np.int32)
    down_up = np.where(rows & 1, stride, -stride)
    left_right = np.where(cols & 1, 1, -1)
    pixels, cells, weights = [], [], []
    everyone = np.arange(rows.size, dtype=np.int32)
    for shift, weight in ((0, 9 / 16), (down_up, 3 / 16), (left_right, 3 / 16), (down_up + left_right, 1 / 16)):
        cell = number[home + shift]
        there = cell >= 0
        pixels.append(everyone[there])
        cells.append(cell[there])
        weights.append(np.full(pixels[-1].size, weight, dtype=np.float32))
    matrix = sp.csr_array(
        (np.concatenate(weights), (np.concatenate(pixels), np.concatenate(cells))), shape=(rows.size, places.size)
    )
    return matrix, (places // stride - 1).astype(np.int32), (places % stride - 1).astype(np.int32)


def conjugate_gradients(
    matrix: sp.csr_array,
    right: np.ndarray,
    precondition: Callable[[np.ndarray], np.ndarray],
    *,
    tolerance: np.ndarray,
    iterations: int = 100,
) -> np.ndarray:
    """Solves `matrix @ x = right` for all columns at once by preconditioned conjugate gradients.

    Args:
        matrix: (n, n) symmetric positive definite.
        right: (n, bands) float64, or float32 where a residual of 1e-5 of the largest value will do.
        precondition: maps (n, bands) to (n, bands), symmetric.
        tolerance: (bands,) largest absolute residual left in any equation.
        iterations: at most so many; the solution so far is returned then.

    Returns:
        (n, bands), of the right side's type.
    """
    solution = np.zeros_like(right)
    residual = right.copy()
    direction = np.zeros_like(right)
    old = np.ones(right.shape[1], dtype=right.dtype)
    for _ in range(iterations):
        if (_largest(residual) <= tolerance).all():
            break
        guess = precondition(residual)
        new = _dots(residual, guess)
        # a column that is solved already has nothing left to divide by
        direction *= np.divide(new, old, out=np.zeros_like(new), where=old > 0)
        direction += guess
        image = matrix @ direction
        curvature = _dots(direction, image)
        step = np.divide(new, curvature, out=np.zeros_like(new), where=curvature > 0)
        solution += step * direction
        image *= step
        residual -= image
        old = new
    return solution


def _dots(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(columns,) products of the columns of two (n, columns)."""
    return np.array([mine @ theirs for mine, theirs in zip(one.T, other.T, strict=True)], dtype=one.dtype)


def _largest(values: np.ndarray) -> np.ndarray:
    """(columns,) largest absolute value of (n, columns), looked for in long rows: short ones are slow."""
    rows, columns = values.shape
    whole = rows - rows % _ROW
    long = np.abs(values[:whole].reshape(-1, _ROW * columns)).max(axis=0, initial=0.0)
    rest = np.abs(values[whole:]).max(axis=0, initial=0.0)
    return np.maximum(long.reshape(_ROW, columns).max(axis=0), rest)
