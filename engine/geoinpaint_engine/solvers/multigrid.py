"""Conjugate gradients with a geometric multigrid preconditioner, for linear systems on irregular holes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import splu

COARSEST = 2000  # unknowns of the largest level that is solved directly
DAMPING = 0.8  # of the Jacobi smoother
# options of `splu` for symmetric positive definite matrices: no pivoting, which takes less time
SYMMETRIC: dict[str, Any] = {
    "permc_spec": "MMD_AT_PLUS_A", "diag_pivot_thresh": 0.0, "options": {"SymmetricMode": True},
}  # fmt: skip
_ROW = 256  # rows reduced at once
SWEEPS = 1  # smoothing sweeps before and after the coarse correction


class Multigrid:
    """A symmetric V-cycle that approximates the inverse of a hole's Laplacian.

    Each level aggregates 2 x 2 pixels. Prolongation is bilinear interpolation between cell centres, restriction its
    transpose, and coarse matrices are Galerkin products, so that holes of any shape and their boundary conditions are
    represented on every level.

    Args:
        matrix: (n, n) symmetric positive definite.
        rows, cols: (n,) grid coordinates of each unknown.
    """

    def __init__(self, matrix: sp.csr_array, rows: np.ndarray, cols: np.ndarray) -> None:
        self._levels: list[tuple[sp.csr_array, sp.csr_array, sp.csr_array, np.ndarray]] = []
        matrix = matrix.astype(np.float32)
        rows, cols = rows.astype(np.int32), cols.astype(np.int32)
        while matrix.shape[0] > COARSEST:
            prolongation, rows, cols = interpolation(rows, cols)
            restriction = prolongation.T.tocsr()
            jacobi = (DAMPING / matrix.diagonal()).astype(np.float32)[:, None]
            self._levels.append((matrix, prolongation, restriction, jacobi))
            matrix = (restriction @ (matrix @ prolongation)).tocsr()
        self._coarsest = splu(matrix.astype(np.float64).tocsc(), **SYMMETRIC)

    def __call__(self, residual: np.ndarray) -> np.ndarray:
        """Applies one V-cycle to (n, bands), in float32, which suffices for a preconditioner; keeps the dtype."""
        return self._cycle(residual.astype(np.float32, copy=False), 0).astype(residual.dtype, copy=False)

    def _cycle(self, right: np.ndarray, level: int) -> np.ndarray:
        if level == len(self._levels):
            return self._coarsest.solve(right.astype(np.float64)).astype(np.float32)
        matrix, prolongation, restriction, jacobi = self._levels[level]
        solution = jacobi * right
        for _ in range(SWEEPS - 1):
            solution += jacobi * (right - matrix @ solution)
        solution += prolongation @ self._cycle(restriction @ (right - matrix @ solution), level + 1)
        for _ in range(SWEEPS):
            solution += jacobi * (right - matrix @ solution)
        return solution


def interpolation(rows: np.ndarray, cols: np.ndarray) -> tuple[sp.csr_array, np.ndarray, np.ndarray]:
    """Bilinear interpolation to the unknowns from the 2 x 2 cells that contain any.

    Cells without unknowns are left out: their pixels are known, and their correction is 0.

    Args:
        rows, cols: (n,) int32 grid coordinates of the unknowns.

    Returns:
        The (n, cells) float32 prolongation matrix, and the (cells,) int32 rows and columns of the cells.
    """
    cell_row, cell_col = rows >> 1, cols >> 1
    stride = int(cell_col.max()) + 3
    # flat indices in a table padded by one cell on each side, so that neighbours need no bounds checks
    position = (cell_row.astype(np.int64) + 1) * stride + cell_col + 1
    occupied = np.zeros((int(cell_row.max()) + 3) * stride, dtype=bool)
    occupied[position] = True
    occupied_at = np.flatnonzero(occupied)
    index_at = np.full(occupied.size, -1, dtype=np.int32)
    index_at[occupied_at] = np.arange(occupied_at.size, dtype=np.int32)
    down_up = np.where(rows & 1, stride, -stride)
    left_right = np.where(cols & 1, 1, -1)
    pixels, cells, weights = [], [], []
    unknowns = np.arange(rows.size, dtype=np.int32)
    for shift, weight in ((0, 9 / 16), (down_up, 3 / 16), (left_right, 3 / 16), (down_up + left_right, 1 / 16)):
        cell = index_at[position + shift]
        exists = cell >= 0
        pixels.append(unknowns[exists])
        cells.append(cell[exists])
        weights.append(np.full(pixels[-1].size, weight, dtype=np.float32))
    matrix = sp.csr_array(
        (np.concatenate(weights), (np.concatenate(pixels), np.concatenate(cells))), shape=(rows.size, occupied_at.size)
    )
    return matrix, (occupied_at // stride - 1).astype(np.int32), (occupied_at % stride - 1).astype(np.int32)


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
        right: (n, bands) float64, or float32 if a residual of 1e-5 of the largest value is enough.
        precondition: symmetric linear map of (n, bands) to (n, bands).
        tolerance: (bands,) largest absolute residual of any equation.
        iterations: upper bound, after which the current iterate is returned.

    Returns:
        (n, bands) of the right side's dtype.
    """
    solution = np.zeros_like(right)
    residual = right.copy()
    direction = np.zeros_like(right)
    old = np.ones(right.shape[1], dtype=right.dtype)
    for _ in range(iterations):
        if (_largest(residual) <= tolerance).all():
            break
        preconditioned = precondition(residual)
        new = _dots(residual, preconditioned)
        # columns that have converged to a zero residual get a zero step
        direction *= np.divide(new, old, out=np.zeros_like(new), where=old > 0)
        direction += preconditioned
        image = matrix @ direction
        curvature = _dots(direction, image)
        step = np.divide(new, curvature, out=np.zeros_like(new), where=curvature > 0)
        solution += step * direction
        image *= step
        residual -= image
        old = new
    return solution


def _dots(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(columns,) dot products of corresponding columns of two (n, columns)."""
    return np.array([mine @ theirs for mine, theirs in zip(one.T, other.T, strict=True)], dtype=one.dtype)


def _largest(values: np.ndarray) -> np.ndarray:
    """(columns,) largest absolute value of (n, columns), reduced over long rows because NumPy is slow on short ones."""
    rows, columns = values.shape
    whole = rows - rows % _ROW
    of_long_rows = np.abs(values[:whole].reshape(-1, _ROW * columns)).max(axis=0, initial=0.0)
    of_rest = np.abs(values[whole:]).max(axis=0, initial=0.0)
    return np.maximum(of_long_rows.reshape(_ROW, columns).max(axis=0), of_rest)
