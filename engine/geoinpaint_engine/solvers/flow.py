"""Sparse linear systems of steady diffusion from known pixels into a hole, with conductances between neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import scipy.ndimage as ndi
import scipy.sparse as sp
from scipy.sparse.linalg import splu

from geoinpaint_engine.solvers.multigrid import SYMMETRIC, Multigrid, conjugate_gradients

# Pixels of the largest hole solved by direct factorisation; beyond, multigrid is faster and needs less memory.
DIRECT_PIXELS = 40_000
# Bands solved together: enough to share products with the matrix, few enough to bound the vectors' memory.
BANDS_TOGETHER = 4
# Default of the largest residual of an equation, relative to the range of the known values at the hole's edge.
RELATIVE_TOLERANCE = 1e-7

Part = tuple[slice, slice]
Links = Sequence[tuple[tuple[Part, Part], np.ndarray]]
_ALL, _FIRST, _LAST = slice(None), slice(None, -1), slice(1, None)
# Pairs of neighbours as the (rows, cols) slices of the window that hold their first and second pixels.
DOWN: tuple[Part, Part] = ((_FIRST, _ALL), (_LAST, _ALL))
RIGHT: tuple[Part, Part] = ((_ALL, _FIRST), (_ALL, _LAST))
DOWN_RIGHT: tuple[Part, Part] = ((_FIRST, _FIRST), (_LAST, _LAST))
DOWN_LEFT: tuple[Part, Part] = ((_FIRST, _LAST), (_LAST, _FIRST))


def equations(
    values: np.ndarray,
    hole: np.ndarray,
    known: np.ndarray,
    links: Links,
    *,
    leak: float = 0.0,
    pull: np.ndarray | None = None,
) -> tuple[sp.csr_array, np.ndarray]:
    """The flow balance of the hole's pixels, in row-major order: the net flow into each is zero.

    Args:
        values: (layers, rows, cols) of a floating type, which is the equations' too; read only at known pixels next to
            the hole, and where there is a pull.
        hole: (rows, cols) bool, the unknown pixels.
        known: (rows, cols) bool, disjoint from the hole.
        links: pairs of neighbours (DOWN, RIGHT, ...), each with its conductances, of the shape of either slice.
        leak: conductance from each unknown pixel to 0.
        pull: (rows, cols) conductance from each unknown pixel to its own, roughly known value; None: 0.

    Returns:
        The (n, n) matrix, symmetric, and positive definite if there is a leak, or if every connected part of the hole
        touches a known pixel or has a pull; and the (n, layers) right sides.
    """
    dtype, width = values.dtype, hole.shape[1] + 2
    rows, cols = np.nonzero(hole)
    # flat indices in an array padded by one pixel on each side, so that neighbours need no bounds checks
    position = (rows + 1) * width + cols + 1
    count = position.size
    index_at = np.full((hole.shape[0] + 2) * width, -1, dtype=np.int32)
    index_at[position] = np.arange(count, dtype=np.int32)
    is_known = np.pad(known, 1).ravel()
    diagonal = np.full(count, leak, dtype=dtype)
    right_side = np.zeros((count, len(values)), dtype=dtype)
    if pull is not None:
        diagonal += pull[hole]
        right_side += pull[hole][:, None] * values[:, hole].T
    entries: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for (first, second), weight in links:
        down, right = (_start(to) - _start(origin) for origin, to in zip(first, second, strict=True))
        for own, sign in ((first, 1), (second, -1)):
            conductances = np.zeros(hole.shape, dtype=dtype)
            conductances[own] = weight
            conductance, step = conductances[rows, cols], sign * (down * width + right)
            neighbour = index_at[position + step]
            at_edge = np.flatnonzero(is_known[position + step])
            edge_values = values[:, rows[at_edge] + sign * down, cols[at_edge] + sign * right]
            right_side[at_edge] += conductance[at_edge][:, None] * edge_values.T
            diagonal[at_edge] += conductance[at_edge]
            in_hole = neighbour >= 0
            diagonal += conductance * in_hole
            entries[step] = neighbour, -conductance
    entries[0] = np.arange(count, dtype=np.int32), diagonal
    # neighbours by ascending index, so that the matrix rows are sorted
    order = sorted(entries)
    columns = np.stack([entries[step][0] for step in order], axis=1)
    exists = columns >= 0
    row_starts = np.concatenate([[0], np.cumsum(exists.sum(axis=1))]).astype(np.int32)
    data = np.stack([entries[step][1] for step in order], axis=1)[exists]
    return sp.csr_array((data, columns[exists], row_starts), shape=(count, count)), right_side


def _start(part: slice) -> int:
    """The first index of a slice."""
    return part.start or 0


def even(shape: tuple[int, int]) -> Links:
    """Links to the 4 neighbours of each pixel, all with conductance 1: the Laplace equation."""
    rows, cols = shape
    return ((DOWN, np.ones((rows - 1, cols), dtype=np.float32)), (RIGHT, np.ones((rows, cols - 1), dtype=np.float32)))


def solve_flow(
    values: np.ndarray, hole: np.ndarray, known: np.ndarray, links: Links, *, tolerance: float = RELATIVE_TOLERANCE
) -> np.ndarray:
    """Solves for the hole's pixels with zero net flow.

    Args:
        values: (bands, rows, cols), read only at known pixels next to the hole.
        hole: (rows, cols) bool; each of its connected parts must be linked to a known pixel.
        known: (rows, cols) bool, disjoint from the hole.
        links: pairs of neighbours with their conductances, see `equations`.
        tolerance: largest residual of an equation, relative to the range of the known values at the hole's edge.

    Returns:
        (bands, n) float32, the hole's pixels in row-major order.
    """
    edge = known & ndi.binary_dilation(hole, structure=np.ones((3, 3), dtype=bool))
    edge_values = values[:, edge].astype(np.float64)
    # subtract the mean: rounding is then relative to the contrast, and a constant edge is reproduced exactly
    mean = edge_values.mean(axis=1)
    centred = np.zeros(values.shape)
    centred[:, edge] = edge_values - mean[:, None]
    matrix, right_side = equations(centred, hole, edge, links)
    solve = solver(matrix, *np.nonzero(hole))
    largest_residual = tolerance * np.ptp(edge_values, axis=1)
    result = np.empty((len(values), matrix.shape[0]), dtype=np.float32)
    for start in range(0, len(values), BANDS_TOGETHER):
        bands = slice(start, start + BANDS_TOGETHER)
        result[bands] = (solve(right_side[:, bands], largest_residual[bands]) + mean[bands]).T
    return result


def solver(matrix: sp.csr_array, rows: np.ndarray, cols: np.ndarray) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """Returns `solve(right, tolerance)`, which solves `matrix @ x = right`.

    `right` is (n, bands), `tolerance` the (bands,) largest absolute residuals; small systems are solved directly,
    whatever the tolerance.

    Args:
        matrix: (n, n) symmetric positive definite, of unknowns on a grid.
        rows, cols: (n,) grid coordinates of the unknowns.
    """
    if matrix.shape[0] <= DIRECT_PIXELS:
        factorisation = splu(matrix.tocsc(), **SYMMETRIC)
        return lambda right, tolerance: factorisation.solve(right)
    preconditioner = Multigrid(matrix, rows, cols)
    return lambda right, tolerance: conjugate_gradients(matrix, right, preconditioner, tolerance=tolerance)
