"""The heads: ridge regressions on groups of the features, from Gram matrices formed once, and their weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import LinAlgError, cho_factor, cho_solve, eigh
from scipy.optimize import nnls


@dataclass(frozen=True)
class RidgeHead:
    """A head: the groups of features it looks at, and its ridge penalty in parts of the number of pixels."""

    groups: tuple[str, ...]
    ridge: float


_SMOOTH = ("smooth0", "smooth1", "smooth2", "smooth3")
HEADS = (
    RidgeHead(("pixel",), 1e-2),
    RidgeHead(("pixel",), 1e-1),
    RidgeHead(("pixel", "near"), 1e-3),
    RidgeHead(("pixel", *_SMOOTH), 1e-3),
    RidgeHead(("pixel", "near", "smooth1", "smooth2"), 1e-3),
    RidgeHead(("pixel", "near", *_SMOOTH), 3e-2),
    RidgeHead(("pixel", "near", "smooth1", "smooth2", "fourier"), 1e-2),
    RidgeHead(("pixel", "near", *_SMOOTH, "fourier"), 1e-1),
)
# With SAR, beside the others, which look at the references alone where there are any.
SAR_HEADS = (
    RidgeHead(("pixel", *_SMOOTH, "sar", "sar_fourier"), 3e-2),
    RidgeHead(("pixel", "near", *_SMOOTH, "fourier", "sar", "sar_fourier"), 1e-1),
)
# Weights are shrunk towards each other by this part of the mean squared error: the errors of the heads are alike, and
# what tells them apart on a few hidden patches is partly chance.
EVENNESS = 0.02


def heads_for(sar: bool) -> tuple[RidgeHead, ...]:
    """The heads of a scene with or without SAR."""
    return HEADS + SAR_HEADS if sar else HEADS


@dataclass
class GramMatrix:
    """Products of features and targets over pixels, additive.

    Args:
        products: (features + bands, features + bands) float64; the last feature is the constant 1.
    """

    products: np.ndarray

    @classmethod
    def empty(cls, features: int, bands: int) -> GramMatrix:
        """No pixels."""
        return cls(np.zeros((features + bands, features + bands)))

    def add(self, table: np.ndarray) -> None:
        """Adds pixels: (features + bands, pixels) float32, features above targets."""
        self.products += table @ table.T

    def without(self, other: GramMatrix) -> GramMatrix:
        """These pixels less some of them."""
        return GramMatrix(self.products - other.products)

    def pixels(self, bands: int) -> int:
        """Number of pixels."""
        return round(float(self.products[-bands - 1, -bands - 1]))


def solve(gram: GramMatrix, bands: int, head: RidgeHead, groups: dict[str, slice]) -> np.ndarray:
    """The head's ridge regression on standardised features with an intercept that is not penalised.

    Returns:
        (features, bands) float32, 0 for features outside the head's groups.
    """
    size = len(gram.products) - bands
    coefficients = np.zeros((size, bands))
    # whether a piece of evidence is there concerns every head
    columns = np.concatenate([np.arange(size)[groups[name]] for name in (*head.groups, "valid")])
    count = gram.products[size - 1, size - 1]
    if not count:
        return coefficients.astype(np.float32)
    mean, level = gram.products[size - 1, columns] / count, gram.products[size - 1, size:] / count
    covariance = gram.products[np.ix_(columns, columns)] / count - np.outer(mean, mean)
    right = gram.products[columns, size:] / count - np.outer(mean, level)
    deviation = np.sqrt(np.maximum(np.diag(covariance), 0))
    # a feature that does not vary says nothing
    scale = np.divide(1.0, deviation, out=np.zeros_like(deviation), where=deviation > 1e-3)
    matrix = covariance * np.outer(scale, scale)
    matrix[np.diag_indices_from(matrix)] += head.ridge
    weights = _solved(matrix, right * scale[:, None], least=head.ridge) * scale[:, None]
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
