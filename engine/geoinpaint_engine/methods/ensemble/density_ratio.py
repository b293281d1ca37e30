"""How much a clear pixel is like those under the hole, told from the evidence alone: weights for what is learned.

Clear ground is not a fair sample of the hole: a cloud may lie on the only mountain. The evidence is known on both, so
its density ratio is, too; here as that of two normal distributions with one covariance (Fisher's discriminant),
bounded, and flattened by an exponent (Shimodaira 2000, covariate shift), so that no few pixels decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.features import SIGMAS, smoothed

SHRINKAGE = 0.1  # of the covariance towards its diagonal
MOST = 2.5  # largest weight, and the inverse of the smallest
FLATTENED = 0.5  # exponent of the density ratio
WIDE = range(2, len(SIGMAS))  # the Gaussian means that are looked at
LEAST_PIXELS = 100  # of clear ground and of the hole


def density_ratios(
    stacks: Sequence[Stack], clear: Sequence[np.ndarray], hole: Sequence[np.ndarray]
) -> list[np.ndarray]:
    """Weights of the pixels of some windows: density of the evidence under the hole over that beside it, flattened.

    Args:
        stacks: the evidence of each window.
        clear: (rows, cols) bool each, the clear pixels with evidence.
        hole: (rows, cols) bool each, the pixels of the hole with evidence.

    Returns:
        (rows, cols) float32 each, between 1 / MOST and MOST; all 1 where hole or clear ground are too small to tell.
    """
    looks = [np.concatenate([stack.data, *(smoothed(stack.data, number) for number in WIDE)]) for stack in stacks]
    sides = [_moments([look[:, there] for look, there in zip(looks, where, strict=True)]) for where in (clear, hole)]
    if min(side[0] for side in sides) < LEAST_PIXELS or not looks[0].shape[0]:
        return [np.ones(there.shape, np.float32) for there in clear]
    (beside, first, one), (under, second, two) = sides
    covariance = (beside * one + under * two) / (beside + under)
    covariance = (1 - SHRINKAGE) * covariance + (SHRINKAGE * np.diag(covariance) + 1e-6) * np.eye(len(covariance))
    direction = np.linalg.solve(covariance, second - first)
    middle = direction @ (first + second) / 2
    scores = [np.tensordot(direction, look, axes=1) - middle for look in looks]
    return [np.exp(np.clip(FLATTENED * score, -np.log(MOST), np.log(MOST))).astype(np.float32) for score in scores]


def _moments(tables: Sequence[np.ndarray]) -> tuple[int, np.ndarray, np.ndarray]:
    """Number, mean and covariance of (channels, n) tables taken together."""
    count = sum(table.shape[1] for table in tables)
    mean = sum((table.sum(axis=1, dtype=np.float64) for table in tables), np.zeros(len(tables[0]))) / max(count, 1)
    products = np.zeros((len(mean), len(mean)))
    for table in tables:
        apart = table - mean[:, None]
        products += apart @ apart.T
    return count, mean, products / max(count, 1)
