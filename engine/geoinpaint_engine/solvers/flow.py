"""Values that flow from known pixels into a hole, with a conductance for each pair of neighbours: sparse equations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

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
) -> tuple[sp.csr_array, np.ndarray]:
    """The equations of the hole's pixels, in row-major order: what flows in equals what flows out.

    Args:
        values: (layers, rows, cols) of a floating type, which the equations have too; looked at on known pixels beside
            the hole alone.
        hole: (rows, cols) bool, the sought pixels.
        known: (rows, cols) bool, disjoint.
        links: pairs of neighbours (DOWN, RIGHT, ...), each with its conductances, of the shape of either part.
        leak: conductance from each pixel to 0.

    Returns:
        (n, n) symmetric, positive definite where every part of the hole touches a known pixel or there is a leak; and
        (n, layers) right sides.
    """
    count, kind = int(np.count_nonzero(hole)), values.dtype
    place = np.full(hole.shape, -1, dtype=np.int32)
    place[hole] = np.arange(count, dtype=np.int32)
    diagonal = np.full(count, leak, dtype=kind)
    right = np.zeros((count, len(values)), dtype=kind)
    firsts, seconds, entries = [], [], []
    for (one, two), weight in links:
        for here, there in ((one, two), (two, one)):
            edge = hole[here] & known[there]
            to = place[here][edge]
            diagonal[to] += weight[edge]  # a pixel has one neighbour on each side
            right[to] += weight[edge][:, None] * values[(slice(None), *there)][:, edge].T
            both = hole[here] & hole[there]
            diagonal[place[here][both]] += weight[both]
            firsts.append(place[here][both])
            seconds.append(place[there][both])
            entries.append(-weight[both].astype(kind, copy=False))
    itself = np.arange(count, dtype=np.int32)
    rows, cols = np.concatenate([*firsts, itself]), np.concatenate([*seconds, itself])
    return sp.csr_array((np.concatenate([*entries, diagonal]), (rows, cols)), shape=(count, count)), right
