"""Coherent fill: continues the values at a hole's edge along the lines of the image, such as field edges and roads.

The steady state of coherence-enhancing anisotropic diffusion, steered by the structure tensor of the known ground
(Weickert 1998). The tensor is itself filled harmonically into the hole. Where the ground has no dominant direction, the
result is that of the harmonic fill, apart from diagonal neighbours.
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

NOISE_SIGMA = 1.0  # px, standard deviation of the smoothing before gradients are taken
TRUNCATE = 3.0  # standard deviations at which the Gaussian kernels are cut off
# Share of known weight under the kernel below which the tensor is filled harmonically instead of averaged.
LEAST_WEIGHT = 0.02
# Pairs of neighbours, with the (rows, cols) offset from the first pixel to the second.
_PAIRS = ((DOWN, (1, 0)), (RIGHT, (0, 1)), (DOWN_RIGHT, (1, 1)), (DOWN_LEFT, (1, -1)))
_EIGHT = np.ones((3, 3), dtype=bool)


@dataclass(frozen=True)
class Lines:
    """Parameters of the structure tensor and of the diffusion along it.

    Args:
        sigma: px, standard deviation of the Gaussian that averages directions.
        strength: anisotropy: the ratio of conductances along and across a line is exp(2 * strength) at coherence 1.
    """

    sigma: float = 4.0
    strength: float = 2.5

    @property
    def reach(self) -> int:
        """Radius in px of the pixels that a structure tensor depends on."""
        return round(TRUNCATE * self.sigma) + round(TRUNCATE * NOISE_SIGMA) + 1


LINES = Lines()


def coherent_fill(
    values: np.ndarray, hole: np.ndarray, clear: np.ndarray, *, edge: np.ndarray | None = None, lines: Lines = LINES
) -> np.ndarray:
    """Fills the hole by diffusion along the lines of the known ground, which are common to all bands.

    Values stay within the range of those at the hole's edge. There is no flow across the array's edge, or to pixels
    that are neither hole nor clear.

    Args:
        values: (bands, rows, cols) in any unit; read only where clear. Pixels that are not finite in all bands are not
            clear.
        hole: (rows, cols) bool, the pixels to fill.
        clear: (rows, cols) bool, where the values are known; the hole wins where both are set.
        edge: (bands, rows, cols), values given at some pixels of the hole (where it extends beyond the array), NaN at
            all others; they are kept and treated as known.
        lines: parameters of the lines.

    Returns:
        (bands, rows, cols) float32: the values, with the hole filled; NaN there if nothing is known. Parts of the hole
        that touch no known pixel take the value of the nearest known one.
    """

    def solve(part: np.ndarray, unknown: np.ndarray, known: np.ndarray, valid: np.ndarray) -> np.ndarray:
        return solve_flow(part, unknown, known, conductances(structure_tensor(part, valid, unknown, lines), lines))

    return fill_parts(values, hole, clear, solve, edge=edge, structure=_EIGHT, margin=lines.reach)


def structure_tensor(values: np.ndarray, clear: np.ndarray, hole: np.ndarray, lines: Lines = LINES) -> np.ndarray:
    """The structure tensor around and in a hole: averaged products of gradients, summed over the bands.

    Args:
        values: (bands, rows, cols), read where clear.
        clear: (rows, cols) bool, the pixels whose gradients are used.
        hole: (rows, cols) bool, into which the tensor is filled.
        lines: parameters of the lines.

    Returns:
        (3, rows, cols) float32 in squared units, the components xx, xy and yy (x to the right, y down); 0 where
        unknown.
    """
    products = np.zeros((3, *clear.shape), dtype=np.float32)
    clear_weight = _mean(clear.astype(np.float32), NOISE_SIGMA)
    for band in values:
        smoothed = _mean(np.where(clear, band, 0).astype(np.float32), NOISE_SIGMA) / np.maximum(clear_weight, 1e-6)
        padded = np.pad(smoothed, 1, mode="edge")
        right, down = padded[1:-1, 2:] - padded[1:-1, :-2], padded[2:, 1:-1] - padded[:-2, 1:-1]
        for plane, product in zip(products, (right * right, right * down, down * down), strict=True):
            plane += product
    # a gradient needs all neighbours clear
    with_gradient = ndi.binary_erosion(clear, structure=_EIGHT, border_value=True)
    weight = _mean(with_gradient.astype(np.float32), lines.sigma)
    averaged = weight > LEAST_WEIGHT
    means = np.stack([_mean(np.where(with_gradient, plane, 0), lines.sigma) for plane in products])
    tensor = np.where(averaged, means / np.maximum(weight, 1e-6), 0).astype(np.float32)
    return np.nan_to_num(harmonic_fill(tensor, hole & ~averaged, averaged & (hole | clear)), nan=0.0)


def conductances(tensor: np.ndarray, lines: Lines = LINES) -> Links:
    """Conductances between the 8 neighbours, larger along the lines of a `structure_tensor` than across them."""
    xx, xy, yy = tensor
    total = xx + yy
    # coherence is the difference of the eigenvalues over their sum: 1 for a single direction, 0 for none; in flat parts
    # of a hole rounding can make the difference exceed the sum
    limit = np.maximum(total, np.hypot(yy - xx, 2 * xy))
    scale = np.divide(1.0, limit, out=np.zeros_like(total), where=total > 0)
    cosine, sine = (yy - xx) * scale, -2 * xy * scale
    links = []
    for (first, second), (row, col) in _PAIRS:
        length = row * row + col * col
        along = np.exp(lines.strength * (cosine * (col * col - row * row) + sine * (2 * row * col)) / length) / length
        links.append(((first, second), (along[first] + along[second]) / 2))
    return links


def _mean(plane: np.ndarray, sigma: float) -> np.ndarray:
    return np.asarray(ndi.gaussian_filter(plane, sigma, mode="nearest", truncate=TRUNCATE))
