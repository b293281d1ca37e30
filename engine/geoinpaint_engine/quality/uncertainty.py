"""Per-pixel uncertainty of a fill: a model of the squared error, calibrated so that its intervals reach their coverage.

Calibration is split conformal on the hold-out patches: one half shapes the model, the other scales it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import nnls

RANGES = (2.0, 8.0)  # px, e-folding distances over which the error grows with the distance to clear ground
COVER = 0.9  # nominal coverage of the intervals
LEAST_PIXELS = 100  # hidden pixels that a calibration needs
MOST_DEVIATIONS = 3.0  # clip of the errors that the band correlation is computed from: limits the weight of outliers
# Hidden patches are smaller than clouds: beyond the distances they cover, the squared error is extrapolated as the
# distance to clear ground to this power (docs/experiments.md).
GROWTH = 0.3
LEAST_BEYOND = 300  # hidden pixels of each half that must be as far from clear ground as the hole's nearest
REACHED = 0.9  # quantile of the hidden pixels' distances up to which the patches are taken to cover them
NORMAL = 1.6448536269514722  # half width of a normal distribution's 90 % interval, in standard deviations


@dataclass(frozen=True)
class ErrorModel:
    """Variance of a fill's error in DN^2: a non-negative linear combination of `_terms` for each band.

    Args:
        factors: (bands, terms) non-negative.
        reach: px to clear ground beyond which the variance is extrapolated with the exponent GROWTH.
    """

    factors: np.ndarray
    reach: float = np.inf

    def deviation(self, spread: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """Standard deviation in DN, (bands, n) float32, of which +-1.645 cover 90 % of the errors.

        Args:
            spread: (bands, n) standard deviation of the ensemble members' predictions, in DN.
            distance: (n,) px to the nearest clear pixel.
        """
        variance = self.factors[:, 2:] @ _growth(distance)  # the terms that all bands share
        variance += self.factors[:, 1, None] * spread**2
        variance += self.factors[:, 0, None]
        return np.sqrt(variance * np.maximum(distance / self.reach, 1.0) ** GROWTH).astype(np.float32)

    def state(self) -> dict[str, np.ndarray]:
        """The model as arrays, for storage."""
        return {"factors": self.factors, "reach": np.array([self.reach])}

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> ErrorModel:
        """Restores the model from its `state`."""
        return cls(state["factors"], float(state["reach"][0]))


def fit_error_model(errors: np.ndarray, spread: np.ndarray, distance: np.ndarray, half: np.ndarray) -> ErrorModel:
    """Fits the error model on hidden ground: one half is used for the fit, the other for the scale (split conformal).

    Args:
        errors: (bands, n) fill minus truth, in DN.
        spread: (bands, n) as in `ErrorModel.deviation`.
        distance: (n,) px to the nearest clear pixel.
        half: (n,) bool, True: used for the fit; False: for the scale. Where one half is empty, the other serves both.
    """
    if half.all() or not half.any():
        fit_half = scale_half = np.ones(half.size, dtype=bool)
    else:
        fit_half, scale_half = half, ~half
    factors = []
    terms = _terms(spread, distance)
    for band, error in enumerate(errors):
        matrix, squared = terms[:, band, fit_half].T.astype(np.float64), error[fit_half].astype(np.float64) ** 2
        norms = np.maximum(np.sqrt((matrix**2).mean(axis=0)), 1e-12)
        # columns normalised, so that the terms' different magnitudes do not ill-condition the least squares
        solution, _ = nnls((matrix / norms).T @ (matrix / norms), (matrix / norms).T @ squared)
        solution = solution / norms
        if not solution.any():
            solution[0] = max(float(squared.mean()), 1e-12)
        expected = np.sqrt(np.maximum(terms[:, band, scale_half].T @ solution, 1e-12))
        factors.append(solution * _scale(np.abs(error[scale_half]) / expected) ** 2)
    return ErrorModel(np.array(factors), max(float(np.quantile(distance, REACHED)), 1.0))


@dataclass(frozen=True)
class HiddenErrors:
    """A fill's errors on the hold-out patches, pixel by pixel.

    Args:
        errors: (bands, n) fill minus truth, in DN.
        own: (bands, n) standard deviation predicted by the method, in DN; NaN where it gives none.
        distance: (n,) px to the nearest clear pixel that is not hidden.
        deciding: (n,) bool, pixels of the patches whose role is "decide"; the others report.
        alike: (n,) importance weights, by similarity to the hole's pixels; None: equal weights.
    """

    errors: np.ndarray
    own: np.ndarray
    distance: np.ndarray
    deciding: np.ndarray
    alike: np.ndarray | None = None

    def beyond(self, distance: float) -> HiddenErrors:
        """The pixels at least `distance` px from clear ground; nearer ones too where either half has too few.

        Beside a contaminated rim, no pixel of the hole has a clear neighbour, so pixels that have one are too easy.
        """
        while distance > 1:
            kept = (self.distance >= distance) & np.isfinite(self.errors).all(axis=0)
            if min((kept & self.deciding).sum(), (kept & ~self.deciding).sum()) >= LEAST_BEYOND:
                alike = None if self.alike is None else self.alike[kept]
                return HiddenErrors(
                    self.errors[:, kept], self.own[:, kept], self.distance[kept], self.deciding[kept], alike
                )
            distance -= 1
        return self

    def expected(self, distance: np.ndarray) -> float | None:
        """Expected RMSE in DN of pixels at these distances from clear ground; None where no patch was filled.

        Args:
            distance: (n,) px to clear ground.
        """
        filled = np.isfinite(self.errors).all(axis=0)
        if not filled.any() or not distance.size:
            return None
        weights = np.ones(int(filled.sum())) if self.alike is None else self.alike[filled].astype(np.float64)
        squared = (self.errors[:, filled].astype(np.float64) ** 2).mean(axis=0)
        typical = np.average(self.distance[filled].astype(np.float64) ** GROWTH, weights=weights)
        growth = (distance.astype(np.float64) ** GROWTH).mean() / typical
        return float(np.sqrt(np.average(squared, weights=weights) * growth))

    def times(self, factor: float) -> HiddenErrors:
        """A copy with the errors multiplied by a factor."""
        return replace(self, errors=self.errors * np.float32(factor))


@dataclass(frozen=True)
class Calibration:
    """Calibrated standard deviations, of which +-1.645 cover 90 % of the hidden ground in each band.

    Args:
        scales: (bands,) factors on the method's own deviation; None where it gives none.
        by_distance: error model of the distance to clear ground alone, for a method that gives none.
        pixels: number of pixels used for the scale.
        covered: empirical coverage, 0 to 1, cross-checked: each half's values against the scale from the other half;
            for deviations by distance, the coverage on the deciding half. NaN where it cannot be measured.
        correlation: (bands, bands) of the errors in units of their standard deviations.
    """

    scales: np.ndarray | None
    by_distance: ErrorModel
    pixels: int
    covered: float
    correlation: np.ndarray

    @property
    def needs_distance(self) -> bool:
        """Whether the deviations follow from the distance to clear ground alone."""
        return self.scales is None

    def deviation(self, own: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """Standard deviation in DN, (bands, n) float32; NaN where a method that usually predicts one does not.

        Args:
            own: (bands, n) as predicted by the method; ignored where it never predicts any.
            distance: (n,) px to clear ground; ignored unless `needs_distance`.
        """
        if self.scales is not None:
            return (self.scales[:, None] * own).astype(np.float32)
        return self.by_distance.deviation(np.zeros((len(self.by_distance.factors), distance.size)), distance)


def calibrate(hidden: HiddenErrors) -> Calibration | None:
    """Calibrates on the hold-out patches (split conformal); None where too few of their pixels were filled.

    A method's own deviation takes the larger of the two halves' scales: each half is a few patches only, and the hole
    may contain ground that one of them lacks. Where the method predicts no deviation, the growth with distance is
    fitted on the deciding half and scaled on the reporting half.
    """
    filled = np.isfinite(hidden.errors).all(axis=0)
    predicted = filled & np.isfinite(hidden.own).all(axis=0)
    # a method that predicts a deviation on part of the ground only is calibrated there
    used = predicted if predicted.sum() >= LEAST_PIXELS else filled
    errors, own, distance = hidden.errors[:, used], hidden.own[:, used], hidden.distance[used]
    deciding, reporting = hidden.deciding[used], ~hidden.deciding[used]
    if reporting.sum() < LEAST_PIXELS:
        return None
    by_distance = fit_error_model(errors, np.zeros_like(errors), distance, deciding)
    if used is not predicted:
        expected = by_distance.deviation(np.zeros_like(errors), distance)
        made = Calibration(None, by_distance, int(reporting.sum()), float("nan"), _correlation(errors / expected))
        inside = np.abs(errors) <= NORMAL * expected
        return replace(made, covered=float(inside[:, deciding].mean())) if deciding.any() else made
    ratios = np.abs(errors) / np.maximum(own, 1e-6)
    by_half = [
        np.array([_scale(ratio) for ratio in ratios[:, half]])
        for half in (deciding, reporting)
        if half.sum() >= LEAST_PIXELS
    ]
    covered = float("nan")
    if len(by_half) == 2:
        other_scale = np.where(deciding, by_half[1][:, None], by_half[0][:, None])
        covered = float((ratios <= NORMAL * other_scale).mean())
    scales = np.max(by_half, axis=0)
    correlation = _correlation(errors / np.maximum(scales[:, None] * own, 1e-6))
    return Calibration(scales, by_distance, int(errors.shape[1]), covered, correlation)


def _correlation(errors: np.ndarray) -> np.ndarray:
    """(bands, bands) correlation (about zero, clipped) of (bands, n) errors in units of their standard deviations."""
    bounded = np.clip(errors, -MOST_DEVIATIONS, MOST_DEVIATIONS).astype(np.float64)
    products = bounded @ bounded.T
    deviations = np.sqrt(np.maximum(np.diag(products), 1e-12))
    correlation = products / np.outer(deviations, deviations)
    np.fill_diagonal(correlation, 1.0)
    return np.asarray(correlation)


def _scale(ratio: np.ndarray) -> float:
    """Conformal factor on the deviations, so that +-1.645 of them reach COVER; from (n,) |errors| in deviations."""
    level = min(1.0, COVER * (ratio.size + 1) / ratio.size)
    return float(np.quantile(ratio, level)) / NORMAL


def _terms(spread: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """(terms, bands, n): constant, ensemble variance, saturating growth with distance over each of RANGES."""
    constant = np.ones_like(spread)
    return np.stack([constant, spread**2, *(growth * constant for growth in _growth(distance))])


def _growth(distance: np.ndarray) -> np.ndarray:
    """(RANGES, n): saturating growth with (n,) distances over each of RANGES."""
    return np.stack([1 - np.exp(-distance / scale_length) for scale_length in RANGES])
