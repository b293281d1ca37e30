"""Harmonic fill: solves the Laplace equation over the holes of a window, for all bands at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.solvers.flow import RELATIVE_TOLERANCE, even, solve_flow

_CROSS = ndi.generate_binary_structure(2, 1)


def harmonic_fill(
    values: np.ndarray,
    hole: np.ndarray,
    clear: np.ndarray,
    *,
    edge: np.ndarray | None = None,
    nearest: bool = True,
    tolerance: float = RELATIVE_TOLERANCE,
) -> np.ndarray:
    """Fills the hole with the solution of the Laplace equation: every value is the mean of its 4 neighbours.

    Boundary conditions: clear pixels next to the hole have their values (Dirichlet); there is no flow across the
    array's edge, or to pixels that are neither hole nor clear (Neumann). At the default tolerance the result is within
    0.05 DN of the exact one.

    Args:
        values: (bands, rows, cols) in any unit; read only where clear. Pixels that are not finite in all bands are not
            clear.
        hole: (rows, cols) bool, the pixels to fill.
        clear: (rows, cols) bool, where the values are known; the hole wins where both are set.
        edge: (bands, rows, cols), values given at some pixels of the hole (where it extends beyond the array), NaN at
            all others; they are kept and treated as known.
        nearest: whether parts of the hole that touch no known pixel take the value of the nearest known one; if not,
            they are NaN.
        tolerance: see `solve_flow`.

    Returns:
        (bands, rows, cols) float32: the values, with the hole filled; NaN there if nothing is known.
    """
    return fill_parts(
        values, hole, clear,
        lambda part, inside, known, _: solve_flow(part, inside, known, even(inside.shape), tolerance=tolerance),
        edge=edge, structure=_CROSS, margin=1, nearest=nearest,
    )  # fmt: skip


def fill_parts(
    values: np.ndarray,
    hole: np.ndarray,
    clear: np.ndarray,
    solve: Callable[[np.ndarray, np.ndarray, np.ndarray, np.ndarray], np.ndarray],
    *,
    edge: np.ndarray | None,
    structure: np.ndarray,
    margin: int,
    nearest: bool = True,
) -> np.ndarray:
    """Fills the parts of a hole that touch known pixels with `solve`, and the others with the nearest known value.

    Args:
        values, hole, clear, edge, nearest: as in `harmonic_fill`.
        solve: called with (bands, rows, cols) values and the (rows, cols) bool masks of unknown, known (including given
            edge values) and clear pixels, all of a box around the unknown ones; returns their (bands, n) values.
        structure: (3, 3) bool, the neighbours that are linked.
        margin: px around the unknown pixels that `solve` reads.

    Returns:
        As `harmonic_fill`.
    """
    out = np.array(values, dtype=np.float32)
    clear = clear & ~hole & np.isfinite(out).all(axis=0)
    known, unknown = clear, hole
    if edge is not None:
        given = hole & np.isfinite(edge).all(axis=0)
        out[:, given] = edge[:, given]
        known, unknown = clear | given, hole & ~given
    reached = unknown & reached_from(unknown, known, structure)
    if reached.any():
        box = box_around(reached, margin)
        box_values, unknown_in_box = out[(slice(None), *box)], reached[box]
        box_values[:, unknown_in_box] = solve(box_values, unknown_in_box, known[box], clear[box])
    isolated = unknown & ~reached
    if isolated.any():
        out[:, isolated] = _nearest_known(out, isolated, known) if nearest and known.any() else np.nan
    return out


def reached_from(hole: np.ndarray, clear: np.ndarray, structure: np.ndarray = _CROSS) -> np.ndarray:
    """(rows, cols) bool: the connected components of the hole that touch a clear pixel; by default 4-connected."""
    labels, count = ndi.label(hole, structure=structure)
    touches = np.zeros(count + 1, dtype=bool)
    touches[labels[hole & ndi.binary_dilation(clear, structure=structure)]] = True
    touches[0] = False
    return touches[labels]


def _nearest_known(values: np.ndarray, unknown: np.ndarray, known: np.ndarray) -> np.ndarray:
    """(bands, n): for each unknown pixel the value of the nearest known one."""
    rows, cols = ndi.distance_transform_edt(~known, return_distances=False, return_indices=True)
    return values[:, rows[unknown], cols[unknown]]


def box_around(inside: np.ndarray, margin: int) -> tuple[slice, slice]:
    """The rows and columns of the bounding box of `inside` with a margin in px, clipped at the array's start."""
    rows, cols = (np.flatnonzero(inside.any(axis=axis)) for axis in (1, 0))
    return (
        slice(max(int(rows[0]) - margin, 0), int(rows[-1]) + margin + 1),
        slice(max(int(cols[0]) - margin, 0), int(cols[-1]) + margin + 1),
    )
