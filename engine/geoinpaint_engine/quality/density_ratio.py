"""Density ratio of the features of two places, for importance weighting under covariate shift (Shimodaira 2000).

Both densities are normal with a common covariance (Fisher's discriminant), so the log ratio is linear in the features.
Flattened and bounded, it weights what was learned in one place for use in the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SHRINKAGE = 0.1  # of the covariance towards its diagonal
MOST = 2.5  # largest weight; the smallest is its inverse
FLATTENED = 0.5  # exponent of the density ratio
LEAST_PIXELS = 100  # needed of each place


@dataclass(frozen=True)
class Moments:
    """Number of pixels, (looks,) mean and (looks, looks) covariance of the features ("looks") of a place."""

    count: int
    mean: np.ndarray
    covariance: np.ndarray

    @classmethod
    def of(cls, tables: Sequence[np.ndarray]) -> Moments:
        """Moments of (looks, n) tables, pooled."""
        count = sum(table.shape[1] for table in tables)
        total = sum((table.sum(axis=1, dtype=np.float64) for table in tables), np.zeros(len(tables[0])))
        mean = total / max(count, 1)
        products = np.zeros((len(mean), len(mean)))
        for table in tables:
            centred = table - mean[:, None]
            products += centred @ centred.T
        return cls(count, mean, products / max(count, 1))


@dataclass(frozen=True)
class DensityRatio:
    """The ratio, as its logarithm: `direction` (looks,) times the looks, minus `middle`."""

    direction: np.ndarray
    middle: float

    @classmethod
    def between(cls, here: Moments, there: Moments) -> DensityRatio | None:
        """The density `there` over that `here`; None where either has fewer than LEAST_PIXELS pixels."""
        if min(here.count, there.count) < LEAST_PIXELS or not here.mean.size:
            return None
        count = here.count + there.count
        covariance = (here.count * here.covariance + there.count * there.covariance) / count
        covariance = (1 - SHRINKAGE) * covariance + (SHRINKAGE * np.diag(covariance) + 1e-12) * np.eye(len(covariance))
        direction = np.linalg.solve(covariance, there.mean - here.mean)
        return cls(direction, direction @ (here.mean + there.mean) / 2)

    def weights(self, looks: np.ndarray, most: float = MOST) -> np.ndarray:
        """Importance weights (...) float32 of (looks, ...), between 1 / most and most."""
        score = np.tensordot(self.direction, looks, axes=1) - self.middle
        return np.asarray(np.exp(np.clip(FLATTENED * score, -np.log(most), np.log(most))), dtype=np.float32)
