"""How far a fill can be trusted at a pixel: a model of the squared error, scaled so that its intervals cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

RANGES = (2.0, 8.0)  # px, over which the error grows with the distance to clear ground
COVER = 0.9
NORMAL = 1.6448536269514722  # half width of a normal distribution's 90 % interval, in standard deviations


@dataclass(frozen=True)
class ErrorModel:
    """Variance of the fill in DN^2: a sum of terms, one set of factors a band.

    Args:
        factors: (bands, terms) non-negative.
    """

    factors: np.ndarray

    def deviation(self, spread: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """Standard deviation in DN such that +-1.645 of them cover 90 %: (bands, n) float32.

        Args:
            spread: (bands, n) standard deviation of the heads' predictions.
            distance: (n,) px to the nearest clear pixel.
        """
        terms = _terms(spread, distance)
        return np.sqrt(np.einsum("bt,tbn->bn", self.factors, terms)).astype(np.float32)


def fit_error_model(errors: np.ndarray, spread: np.ndarray, distance: np.ndarray, half: np.ndarray) -> ErrorModel:
    """The error model from hidden ground; one half of it shapes the model, the other scales it (split conformal).

    Args:
        errors: (bands, n) of the fill in DN.
        spread: (bands, n) as for the model.
        distance: (n,) px.
        half: (n,) bool, True: shapes; False: scales. Where one half is empty the other does both.
    """
    if half.all() or not half.any():
        shapes = scales = np.ones(half.size, dtype=bool)
    else:
        shapes, scales = half, ~half
    factors = []
    terms = _terms(spread, distance)
    for band, error in enumerate(errors):
        matrix, right = terms[:, band, shapes].T.astype(np.float64), error[shapes].astype(np.float64) ** 2
        size = np.maximum(np.sqrt((matrix**2).mean(axis=0)), 1e-12)
        # weighted by the expected size, so that a few large errors do not decide alone
        solution, _ = nnls((matrix / size).T @ (matrix / size), (matrix / size).T @ right)
        solution = solution / size
        if not solution.any():
            solution[0] = max(float(right.mean()), 1e-6)
        expected = np.sqrt(np.maximum(terms[:, band, scales].T @ solution, 1e-6))
        ratio = np.abs(error[scales]) / expected
        count = ratio.size
        level = min(1.0, COVER * (count + 1) / count)
        factors.append(solution * (float(np.quantile(ratio, level)) / NORMAL) ** 2)
    return ErrorModel(np.array(factors))


def _terms(spread: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """(terms, bands, n): constant, disagreement, growth with distance."""
    one = np.ones_like(spread)
    grown = [(1 - np.exp(-distance / reach))[None] * one for reach in RANGES]
    return np.stack([one, spread**2, *grown])
