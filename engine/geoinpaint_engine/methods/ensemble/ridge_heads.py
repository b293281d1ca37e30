"""The heads: ridge regressions on groups of features, solved from shared Gram matrices, and their stacking weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import LinAlgError, cho_factor, cho_solve, eigh
from scipy.optimize import nnls


@dataclass(frozen=True)
class RidgeHead:
    """A head: the groups of features that it uses, and its ridge penalty relative to the number of pixels."""

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
# Additional heads with SAR; the others use only the references, if there are any.
SAR_HEADS = (
    RidgeHead(("pixel", *_SMOOTH, "sar", "sar_fourier"), 3e-2),
    RidgeHead(("pixel", "near", *_SMOOTH, "fourier", "sar", "sar_fourier"), 1e-1),
)
# Penalty that shrinks the weights towards equality, relative to the mean squared error: the heads' errors are similar,
# and their differences on a few hidden patches are partly chance.
EVENNESS = 0.02


def heads_for(sar: bool) -> tuple[RidgeHead, ...]:
    """The heads for a scene with or without SAR."""
    return HEADS + SAR_HEADS if sar else HEADS


@dataclass
class GramMatrix:
    """Sums over pixels of products of features and targets; additive.

    Args:
        products: (features + bands, features + bands) float64; the last feature, before the bands, is the constant 1.
    """

    products: np.ndarray

    @classmethod
    def empty(cls, features: int, bands: int) -> GramMatrix:
        """The sums over no pixels."""
        return cls(np.zeros((features + bands, features + bands)))

    def add(self, table: np.ndarray) -> None:
        """Adds pixels: (features + bands, pixels) float32, features first."""
        self.products += table @ table.T

    def without(self, other: GramMatrix) -> GramMatrix:
        """The sums without some of the pixels."""
        return GramMatrix(self.products - other.products)

    def pixels(self, bands: int) -> int:
        """Number of pixels, or the sum of their weights if weighted."""
        return round(float(self.products[-bands - 1, -bands - 1]))


def solve(gram: GramMatrix, bands: int, head: RidgeHead, groups: dict[str, slice]) -> np.ndarray:
    """Solves a head's ridge regression on standardised features, with an unpenalised intercept.

    Args:
        gram: the sums over the training pixels.
        bands: number of bands.
        head: the groups and the penalty.
        groups: columns of each group of features.

    Returns:
        (features, bands) float32, 0 for features outside the head's groups.
    """
    size = len(gram.products) - bands
    coefficients = np.zeros((size, bands))
    # every head uses the validity masks
    columns = np.concatenate([np.arange(size)[groups[name]] for name in (*head.groups, "valid")])
    count = gram.products[size - 1, size - 1]
    if not count:
        return coefficients.astype(np.float32)
    mean, level = gram.products[size - 1, columns] / count, gram.products[size - 1, size:] / count
    covariance = gram.products[np.ix_(columns, columns)] / count - np.outer(mean, mean)
    right_side = gram.products[columns, size:] / count - np.outer(mean, level)
    deviation = np.sqrt(np.maximum(np.diag(covariance), 0))
    # constant features get no coefficient
    scale = np.divide(1.0, deviation, out=np.zeros_like(deviation), where=deviation > 1e-3)
    matrix = covariance * np.outer(scale, scale)
    matrix[np.diag_indices_from(matrix)] += head.ridge
    weights = _solved(matrix, right_side * scale[:, None], least=head.ridge) * scale[:, None]
    coefficients[columns] = weights
    coefficients[size - 1] = level - mean @ weights
    return coefficients.astype(np.float32)


def _solved(matrix: np.ndarray, right: np.ndarray, *, least: float) -> np.ndarray:
    """Solves a symmetric system whose eigenvalues are at least `least`, apart from rounding.

    With nearly collinear features (smooth or constant layers) rounding errors can exceed the penalty and make the
    matrix indefinite; its eigenvalues are then clipped to `least`.
    """
    try:
        return np.asarray(cho_solve(cho_factor(matrix), right))
    except LinAlgError:
        values, vectors = eigh(matrix)
        return np.asarray(vectors @ ((vectors.T @ right) / np.maximum(values, least)[:, None]))


def weigh(errors: np.ndarray, *, evenness: float = EVENNESS) -> np.ndarray:
    """The convex combination of fills with the least squared error on hidden ground (stacking).

    Args:
        errors: (fills, samples), prediction minus truth.
        evenness: penalty towards equal weights, relative to the mean squared error.

    Returns:
        (fills,) float64, non-negative, summing to 1.
    """
    count = len(errors)
    products = errors.astype(np.float64) @ errors.T / max(errors.shape[1], 1)
    mean = np.trace(products) / count
    if not np.isfinite(mean) or mean <= 0:
        return np.full(count, 1 / count)
    products += (evenness * mean + 1e-9 * mean) * np.eye(count)
    root = np.linalg.cholesky(products).T
    # the weights' sum as one more equation, weighted so heavily that it holds
    heavy = 1e3 * float(np.abs(root).max())
    weights, _ = nnls(np.vstack([root, np.full(count, heavy)]), np.append(np.zeros(count), heavy))
    return np.asarray(weights / weights.sum())
