"""The heads: ridge regressions on groups of the features, from sums that are formed once, and their weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import LinAlgError, cho_factor, cho_solve, eigh
from scipy.optimize import nnls


@dataclass(frozen=True)
class Expert:
    """A head: the groups of features it looks at, and its ridge penalty in parts of the number of pixels."""

    groups: tuple[str, ...]
    ridge: float


_SMOOTH = ("smooth0", "smooth1", "smooth2", "smooth3")
EXPERTS = (
    Expert(("pixel",), 1e-2),
    Expert(("pixel",), 1e-1),
    Expert(("pixel", "near"), 1e-3),
    Expert(("pixel", *_SMOOTH), 1e-3),
    Expert(("pixel", "near", "smooth1", "smooth2"), 1e-3),
    Expert(("pixel", "near", *_SMOOTH), 3e-2),
    Expert(("pixel", "near", "smooth1", "smooth2", "waves"), 1e-2),
    Expert(("pixel", "near", *_SMOOTH, "waves"), 1e-1),
)
# With SAR, beside the others, which look at the references alone where there are any.
RADAR_EXPERTS = (
    Expert(("pixel", *_SMOOTH, "radar", "echoes"), 3e-2),
    Expert(("pixel", "near", *_SMOOTH, "waves", "radar", "echoes"), 1e-1),
)
# Weights are shrunk towards each other by this part of the mean squared error: the errors of the heads are alike, and
# what tells them apart on a few hidden patches is partly chance.
EVENNESS = 0.02


def experts_for(radar: bool) -> tuple[Expert, ...]:
    """The heads of a scene with or without SAR."""
    return EXPERTS + RADAR_EXPERTS if radar else EXPERTS


@dataclass
class Sums:
    """Products of features and targets over pixels, additive.

    Args:
        products: (features + bands, features + bands) float64; the last feature is the constant 1.
    """

    products: np.ndarray

    @classmethod
    def empty(cls, features: int, bands: int) -> Sums:
        """No pixels."""
        return cls(np.zeros((features + bands, features + bands)))

    def add(self, table: np.ndarray) -> None:
        """Adds pixels: (features + bands, pixels) float32, features above targets."""
        self.products += table @ table.T

    def without(self, other: Sums) -> Sums:
        """These pixels less some of them."""
        return Sums(self.products - other.products)

    def pixels(self, bands: int) -> int:
        """Number of pixels."""
        return round(float(self.products[-bands - 1, -bands - 1]))


def solve(sums: Sums, bands: int, expert: Expert, groups: dict[str, slice]) -> np.ndarray:
    """The head's ridge regression on standardised features with an intercept that is not penalised.

    Returns:
        (features, bands) float32, 0 for features outside the head's groups.
    """
    size = len(sums.products) - bands
    coefficients = np.zeros((size, bands))
    # whether a piece of evidence is there concerns every head
    columns = np.concatenate([np.arange(size)[groups[name]] for name in (*expert.groups, "valid")])
    count = sums.products[size - 1, size - 1]
    if not count:
        return coefficients.astype(np.float32)
    mean, level = sums.products[size - 1, columns] / count, sums.products[size - 1, size:] / count
    covariance = sums.products[np.ix_(columns, columns)] / count - np.outer(mean, mean)
    right = sums.products[columns, size:] / count - np.outer(mean, level)
    deviation = np.sqrt(np.maximum(np.diag(covariance), 0))
    # a feature that does not vary says nothing
    scale = np.divide(1.0, deviation, out=np.zeros_like(deviation), where=deviation > 1e-3)
    matrix = covariance * np.outer(scale, scale)
    matrix[np.diag_indices_from(matrix)] += expert.ridge
    weights = _solved(matrix, right * scale[:, None], least=expert.ridge) * scale[:, None]
    coefficients[columns] = weights
    coefficients[size - 1] = level - mean @ weights
    return coefficients.astype(np.float32)


def _solved(matrix: np.ndarray, right: np.ndarray, *, least: float) -> np.ndarray:
    """The solution for a symmetric matrix whose eigenvalues are at least `least`, but for rounding.

    Evidence that says the same thing many times over (smooth or constant layers) makes rounding exceed the penalty; the
    eigenvalues are then raised to it.
    """
    try:
        return np.asarray(cho_solve(cho_factor(matrix), right))
    except LinAlgError:
        values, vectors = eigh(matrix)
        return np.asarray(vectors @ ((vectors.T @ right) / np.maximum(values, least)[:, None]))


def weigh(errors: np.ndarray, *, evenness: float = EVENNESS) -> np.ndarray:
    """The convex combination of heads with the smallest squared error on hidden ground.

    Args:
        errors: (heads, samples), prediction less truth.
        evenness: how much the weights are drawn towards each other.

    Returns:
        (heads,) non-negative, summing to 1.
    """
    heads = len(errors)
    products = errors.astype(np.float64) @ errors.T / max(errors.shape[1], 1)
    mean = np.trace(products) / heads
    if not np.isfinite(mean) or mean <= 0:
        return np.full(heads, 1 / heads)
    products += (evenness * mean + 1e-9 * mean) * np.eye(heads)
    root = np.linalg.cholesky(products).T
    # the constraint as one more equation, heavy enough to hold
    heavy = 1e3 * float(np.abs(root).max())
    weights, _ = nnls(np.vstack([root, np.full(heads, heavy)]), np.append(np.zeros(heads), heavy))
    return np.asarray(weights / weights.sum())
