"""How far a fill can be trusted at a pixel: a model of the squared error, scaled so that its intervals cover."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import nnls

RANGES = (2.0, 8.0)  # px, over which the error grows with the distance to clear ground
COVER = 0.9
LEAST_PIXELS = 100  # hidden pixels that a calibration needs
MOST_DEVIATIONS = 3.0  # of an error that the correlation of bands is told by: a few large ones do not decide alone
# Hidden patches are smaller than clouds: beyond what they reach the squared error grows with the distance to clear
# ground to this power (docs/experiments.md).
GROWTH = 0.3
LEAST_BEYOND = 300  # hidden pixels of each half that must be as far from clear ground as the hole's nearest
REACHED = 0.9  # share of the hidden pixels that are nearer than what the patches reach
NORMAL = 1.6448536269514722  # half width of a normal distribution's 90 % interval, in standard deviations


@dataclass(frozen=True)
class ErrorModel:
    """Variance of the fill in DN^2: a sum of terms, one set of factors a band.

    Args:
        factors: (bands, terms) non-negative.
        reach: px to clear ground, beyond which it grows as GROWTH says.
    """

    factors: np.ndarray
    reach: float = np.inf

    def deviation(self, spread: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """Standard deviation in DN such that +-1.645 of them cover 90 %: (bands, n) float32.

        Args:
            spread: (bands, n) standard deviation of the heads' predictions.
            distance: (n,) px to the nearest clear pixel.
        """
        variance = np.einsum("bt,tbn->bn", self.factors, _terms(spread, distance))
        return np.sqrt(variance * np.maximum(distance / self.reach, 1.0) ** GROWTH).astype(np.float32)

    def state(self) -> dict[str, np.ndarray]:
        """The model as arrays."""
        return {"factors": self.factors, "reach": np.array([self.reach])}

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> ErrorModel:
        """The model of a `state`."""
        return cls(state["factors"], float(state["reach"][0]))


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
            solution[0] = max(float(right.mean()), 1e-12)
        expected = np.sqrt(np.maximum(terms[:, band, scales].T @ solution, 1e-12))
        factors.append(solution * _scale(np.abs(error[scales]) / expected) ** 2)
    return ErrorModel(np.array(factors), max(float(np.quantile(distance, REACHED)), 1.0))


@dataclass(frozen=True)
class HiddenErrors:
    """What a fill made of the hold-out patches.

    Args:
        errors: (bands, n) fill less truth in DN.
        own: (bands, n) the standard deviation that the method itself gives, in DN; NaN where it gives none.
        distance: (n,) px to the nearest clear pixel that is not hidden.
        deciding: (n,) bool, the pixels of the deciding half.
        alike: (n,) weights, how much a pixel is like those of the hole; None = all the same.
    """

    errors: np.ndarray
    own: np.ndarray
    distance: np.ndarray
    deciding: np.ndarray
    alike: np.ndarray | None = None

    def beyond(self, distance: float) -> HiddenErrors:
        """The pixels that are at least so many px from clear ground, or nearer where too few of either half are.

        A hole whose rim is contaminated has no pixel beside clear ground, and none that is as well known as those.
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
        """The RMSE to be expected, in DN, of pixels so far from clear ground; None where no patch was filled.

        Args:
            distance: (n,) px to clear ground.
        """
        good = np.isfinite(self.errors).all(axis=0)
        if not good.any() or not distance.size:
            return None
        weights = np.ones(int(good.sum())) if self.alike is None else self.alike[good].astype(np.float64)
        squared = (self.errors[:, good].astype(np.float64) ** 2).mean(axis=0)
        beside = np.average(self.distance[good].astype(np.float64) ** GROWTH, weights=weights)
        growth = (distance.astype(np.float64) ** GROWTH).mean() / beside
        return float(np.sqrt(np.average(squared, weights=weights) * growth))

    def times(self, factor: float) -> HiddenErrors:
        """The same with errors so many times as large."""
        return replace(self, errors=self.errors * np.float32(factor))


@dataclass(frozen=True)
class Calibration:
    """Standard deviations such that +-1.645 of them cover 90 % of hidden ground, each band by itself.

    Args:
        scales: (bands,) what a method's own deviation is multiplied by; None where it gives none.
        by_distance: of the distance to clear ground alone, for a method that gives none.
        pixels: that they were scaled on.
        covered: share of a half's values within +-1.645 of what the other half alone would give: it has no part in
            that scale. Of deviations by distance, that of the deciding half.
        correlation: (bands, bands) of the errors, each in its own standard deviations.
    """

    scales: np.ndarray | None
    by_distance: ErrorModel
    pixels: int
    covered: float
    correlation: np.ndarray

    def deviation(self, own: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """Standard deviation in DN: (bands, n) float32, NaN where the method usually gives its own and here does not.

        Args:
            own: (bands, n) as given by the method; not looked at where it never gives any.
            distance: (n,) px to clear ground.
        """
        if self.scales is not None:
            return (self.scales[:, None] * own).astype(np.float32)
        return self.by_distance.deviation(np.zeros((len(self.by_distance.factors), distance.size)), distance)


def calibrate(found: HiddenErrors) -> Calibration | None:
    """The calibration from the hold-out patches (split conformal); None where too few of their pixels were filled.

    A method's own deviation is scaled as the half that asks for more would have it: the halves are few patches, and
    what one of them misses the hole may hold. Where the method gives none, the deciding half shapes the growth with
    distance, and the reporting half scales.
    """
    good = np.isfinite(found.errors).all(axis=0)
    known = good & np.isfinite(found.own).all(axis=0)
    # a method that has an opinion on some of the ground is asked there alone
    used = known if known.sum() >= LEAST_PIXELS else good
    errors, own, distance = found.errors[:, used], found.own[:, used], found.distance[used]
    deciding, reporting = found.deciding[used], ~found.deciding[used]
    if reporting.sum() < LEAST_PIXELS:
        return None
    by_distance = fit_error_model(errors, np.zeros_like(errors), distance, deciding)
    if used is not known:
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
        other = np.where(deciding, by_half[1][:, None], by_half[0][:, None])
        covered = float((ratios <= NORMAL * other).mean())
    scales = np.max(by_half, axis=0)
    correlation = _correlation(errors / np.maximum(scales[:, None] * own, 1e-6))
    return Calibration(scales, by_distance, int(errors.shape[1]), covered, correlation)


def _correlation(errors: np.ndarray) -> np.ndarray:
    """(bands, bands): how the errors of bands go together, from (bands, n) errors in standard deviations."""
    bounded = np.clip(errors, -MOST_DEVIATIONS, MOST_DEVIATIONS).astype(np.float64)
    products = bounded @ bounded.T
    size = np.sqrt(np.maximum(np.diag(products), 1e-12))
    found = products / np.outer(size, size)
    np.fill_diagonal(found, 1.0)
    return np.asarray(found)


def _scale(ratio: np.ndarray) -> float:
    """What deviations are multiplied by, so that +-1.645 of them cover: from (n,) |errors| in deviations."""
    level = min(1.0, COVER * (ratio.size + 1) / ratio.size)
    return float(np.quantile(ratio, level)) / NORMAL


def _terms(spread: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """(terms, bands, n): constant, disagreement, growth with distance."""
    one = np.ones_like(spread)
    grown = [(1 - np.exp(-distance / reach))[None] * one for reach in RANGES]
    return np.stack([one, spread**2, *grown])
