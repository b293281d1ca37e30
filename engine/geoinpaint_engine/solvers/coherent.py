"""Coherent fill: what lies at a hole's edge goes on along the lines of the image, as fields, roads and shores do.

Anisotropic diffusion steered by the structure tensor of the known ground (Weickert 1998, coherence-enhancing
diffusion), solved to its end. Inside the hole the directions are themselves a harmonic fill of those around it. Where
the ground has no direction this is the harmonic fill, but for diagonal neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.solvers.flow import DOWN, DOWN_LEFT, DOWN_RIGHT, RIGHT, Links, solve_flow
from geoinpaint_engine.solvers.harmonic import (
    fill_parts,
    harmonic_fill,
)

NOISE_SIGMA = 1.0  # px: finer than this is no direction
TRUNCATE = 3.0  # standard deviations that the means look far
# Under this share of weight within reach the tensor is carried on instead of averaged.
LEAST_WEIGHT = 0.02
# Rows and columns from the one to the other pixel of each pair of neighbours.
_PAIRS = ((DOWN, (1, 0)), (RIGHT, (0, 1)), (DOWN_RIGHT, (1, 1)), (DOWN_LEFT, (1, -1)))
_EIGHT = np.ones((3, 3), dtype=bool)


@dataclass(frozen=True)
class Lines:
    """How lines are looked for and followed.

    Args:
        sigma: px that directions are averaged over.
        strength: how much more flows along a line than across: exp(2 * strength) where all is one direction.
    """

    sigma: float = 4.0
    strength: float = 2.5

    @property
    def reach(self) -> int:
        """How far a direction is looked for, in px."""
        return round(TRUNCATE * self.sigma) + round(TRUNCATE * NOISE_SIGMA) + 1


LINES = Lines()


def coherent_fill(
    values: np.ndarray, hole: np.ndarray, clear: np.ndarray, *, edge: np.ndarray | None = None, lines: Lines = LINES
) -> np.ndarray:
    """Fills the hole by diffusion along the lines of the known ground, the same lines for all bands.

    No value lies outside the range of those at the hole's edge. Nothing flows across the array's edge or towards
    pixels that are neither hole nor clear.

    Args:
        values: (bands, rows, cols) of any unit; looked at only where clear. Pixels that are not finite in all bands
            are not clear.
        hole: (rows, cols) bool, True where a value is to be found.
        clear: (rows, cols) bool, True where the values are known; hole wins where both are set.
        edge: (bands, rows, cols), values given at some pixels of the hole (where it goes on beyond the array), NaN
            at all others; they are kept and act as known.
        lines: how lines are looked for and followed.

    Returns:
        (bands, rows, cols) float32: the given values, and the fill in the hole; NaN there if nothing is known. Parts
        of the hole that touch no known pixel take the nearest one's value.
    """

    def solve(part: np.ndarray, inside: np.ndarray, known: np.ndarray, told: np.ndarray) -> np.ndarray:
        return solve_flow(part, inside, known, conductances(structure_tensor(part, told, inside, lines), lines))

    return fill_parts(values, hole, clear, solve, edge=edge, structure=_EIGHT, margin=lines.reach)


def structure_tensor(values: np.ndarray, clear: np.ndarray, hole: np.ndarray, lines: Lines = LINES) -> np.ndarray:
    """Averaged products of gradients (xx, xy, yy; x to the right), summed over the bands, around and in a hole.

    Args:
        values: (bands, rows, cols), looked at where clear.
        clear: (rows, cols) bool, the pixels that tell directions.
        hole: (rows, cols) bool, where directions are carried on to.
        lines: how lines are looked for.

    Returns:
        (3, rows, cols) float32 in squared units; 0 where nothing is told.
    """
    products = np.zeros((3, *clear.shape), dtype=np.float32)
    share = _mean(clear.astype(np.float32), NOISE_SIGMA)
    for band in values:
        calm = _mean(np.where(clear, band, 0).astype(np.float32), NOISE_SIGMA) / np.maximum(share, 1e-6)
        wide = np.pad(calm, 1, mode="edge")
        across, down = wide[1:-1, 2:] - wide[1:-1, :-2], wide[2:, 1:-1] - wide[:-2, 1:-1]
        for plane, product in zip(products, (across * across, across * down, down * down), strict=True):
            plane += product
    # a gradient needs all its neighbours
    sure = ndi.binary_erosion(clear, structure=_EIGHT, border_value=True)
    weight = _mean(sure.astype(np.float32), lines.sigma)
    told = weight > LEAST_WEIGHT
    means = np.stack([_mean(np.where(sure, plane, 0), lines.sigma) for plane in products])
    tensor = np.where(told, means / np.maximum(weight, 1e-6), 0).astype(np.float32)
    return np.nan_to_num(harmonic_fill(tensor, hole & ~told, told & (hole | clear)), nan=0.0)


def conductances(tensor: np.ndarray, lines: Lines = LINES) -> Links:
    """How well values flow between the 8 neighbours, more along the lines of a `structure_tensor` than across."""
    xx, xy, yy = tensor
    total = xx + yy
    # the difference of the eigenvalues over their sum is the coherence: 1 where all is one direction, 0 where none is;
    # in a hole's flat parts rounding leaves a tensor whose eigenvalues differ by more than their sum
    limit = np.maximum(total, np.hypot(yy - xx, 2 * xy))
    scale = np.divide(1.0, limit, out=np.zeros_like(total), where=total > 0)
    cosine, sine = (yy - xx) * scale, -2 * xy * scale
    links = []
    for (one, two), (row, col) in _PAIRS:
        length = row * row + col * col
        along = np.exp(lines.strength * (cosine * (col * col - row * row) + sine * (2 * row * col)) / length) / length
        links.append(((one, two), (along[one] + along[two]) / 2))
    return links


def _mean(plane: np.ndarray, sigma: float) -> np.ndarray:
    return np.asarray(ndi.gaussian_filter(plane, sigma, mode="nearest", truncate=TRUNCATE))
