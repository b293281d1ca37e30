"""Values that flow from known pixels into a hole, with a conductance for each pair of neighbours: sparse equations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import scipy.ndimage as ndi
import scipy.sparse as sp
from scipy.sparse.linalg import splu

from geoinpaint_engine.solvers.multigrid import SYMMETRIC, Multigrid, conjugate_gradients

# Largest hole solved by a direct factorisation; beyond it multigrid is faster and needs less memory.
DIRECT_PIXELS = 40_000
# Bands solved together: enough to share the matrix, few enough to bound the memory of the vectors.
BANDS_TOGETHER = 4
# Largest residual of an equation, in parts of the range of the known values at the hole's edge, if none is asked for.
RELATIVE_TOLERANCE = 1e-7

Part = tuple[slice, slice]
Links = Sequence[tuple[tuple[Part, Part], np.ndarray]]
_ALL, _FIRST, _LAST = slice(None), slice(None, -1), slice(1, None)
# Where the one and the other pixel of each pair of neighbours lie; (rows, cols) slices of the window.
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
    """The equations of the hole's pixels, in row-major order: what flows in equals what flows out.

    Args:
        values: (layers, rows, cols) of a floating type, which the equations have too; looked at on known pixels beside
            the hole alone, and where there is a pull.
        hole: (rows, cols) bool, the sought pixels.
        known: (rows, cols) bool, disjoint.
        links: pairs of neighbours (DOWN, RIGHT, ...), each with its conductances, of the shape of either part.
        leak: conductance from each pixel to 0.
        pull: (rows, cols) conductance from each sought pixel to its own value, which is known with an error; None: 0.

    Returns:
        (n, n) symmetric, positive definite where every part of the hole touches a known pixel or there is a leak; and
        (n, layers) right sides.
    """
    kind, width = values.dtype, hole.shape[1] + 2
    rows, cols = np.nonzero(hole)
    # a margin of one pixel on each side, so that no neighbour is looked for beyond the array
    home = (rows + 1) * width + cols + 1
    count = home.size
    place = np.full((hole.shape[0] + 2) * width, -1, dtype=np.int32)
    place[home] = np.arange(count, dtype=np.int32)
    seen = np.pad(known, 1).ravel()
    diagonal = np.full(count, leak, dtype=kind)
    right = np.zeros((count, len(values)), dtype=kind)
    if pull is not None:
        diagonal += pull[hole]
        right += pull[hole][:, None] * values[:, hole].T
    entries: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for (one, two), weight in links:
        down, across = (_start(there) - _start(here) for here, there in zip(one, two, strict=True))
        for here, sign in ((one, 1), (two, -1)):
            spread = np.zeros(hole.shape, dtype=kind)
            spread[here] = weight
            conductance, step = spread[rows, cols], sign * (down * width + across)
            to = place[home + step]
            edge = np.flatnonzero(seen[home + step])
            beside = values[:, rows[edge] + sign * down, cols[edge] + sign * across]
            right[edge] += conductance[edge][:, None] * beside.T
            diagonal[edge] += conductance[edge]
            inner = to >= 0
            diagonal += conductance * inner
            entries[step] = to, -conductance
    entries[0] = np.arange(count, dtype=np.int32), diagonal
    # neighbours in the order of their numbers, so that the rows need no sorting
    order = sorted(entries)
    numbers = np.stack([entries[step][0] for step in order], axis=1)
    there = numbers >= 0
    begins = np.concatenate([[0], np.cumsum(there.sum(axis=1))]).astype(np.int32)
    data = np.stack([entries[step][1] for step in order], axis=1)[there]
    return sp.csr_array((data, numbers[there], begins), shape=(count, count)), right


def _start(part: slice) -> int:
    """Where a slice begins."""
    return part.start or 0


def even(shape: tuple[int, int]) -> Links:
    """The 4 neighbours of each pixel, all with conductance 1: the Laplace equation."""
    rows, cols = shape
    return ((DOWN, np.ones((rows - 1, cols), dtype=np.float32)), (RIGHT, np.ones((rows, cols - 1), dtype=np.float32)))


def solve_flow(
    values: np.ndarray, hole: np.ndarray, known: np.ndarray, links: Links, *, tolerance: float = RELATIVE_TOLERANCE
) -> np.ndarray:
    """The values of the hole's pixels into which as much flows as out of them.

    Args:
        values: (bands, rows, cols), looked at on known pixels beside the hole alone.
        hole: (rows, cols) bool, each of its parts touching a known pixel by a link.
        known: (rows, cols) bool, disjoint.
        links: pairs of neighbours with their conductances.
        tolerance: largest residual of an equation, in parts of the range of the known values at the hole's edge.

    Returns:
        (bands, n) float32, row by row.
    """
    edge = known & ndi.binary_dilation(hole, structure=np.ones((3, 3), dtype=bool))
    seen = values[:, edge].astype(np.float64)
    # solved about the mean, so that rounding counts in parts of the contrast and a flat edge is filled exactly
    mean = seen.mean(axis=1)
    about = np.zeros(values.shape)
    about[:, edge] = seen - mean[:, None]
    matrix, right = equations(about, hole, edge, links)
    solve = solver(matrix, *np.nonzero(hole))
    largest = tolerance * np.ptp(seen, axis=1)
    result = np.empty((len(values), matrix.shape[0]), dtype=np.float32)
    for start in range(0, len(values), BANDS_TOGETHER):
        bands = slice(start, start + BANDS_TOGETHER)
        result[bands] = (solve(right[:, bands], largest[bands]) + mean[bands]).T
    return result


def solver(matrix: sp.csr_array, rows: np.ndarray, cols: np.ndarray) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """A function that solves `matrix @ x = right` for (n, bands) right sides and (bands,) largest residuals.

    Args:
        matrix: (n, n) symmetric positive definite, of unknowns on a grid.
        rows, cols: (n,) places of the unknowns.
    """
    if matrix.shape[0] <= DIRECT_PIXELS:
        factors = splu(matrix.tocsc(), **SYMMETRIC)
        return lambda right, tolerance: factors.solve(right)
    grids = Multigrid(matrix, rows, cols)
    return lambda right, tolerance: conjugate_gradients(matrix, right, grids, tolerance=tolerance)
