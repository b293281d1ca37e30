"""Relights shaded ground: restores the brightness of what is measured in shadow to that of the fill.

A shadow keeps the ground's colours and detail and only takes light. How much light is missing is estimated from the
fill, so of the measurement only the component orthogonal to darkness counts (docs/clouds.md, "Shadow is relit").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage as ndi

RELIT = 0.8  # largest weight of relit ground against the fill
DARK, BLACK = 0.8, 0.2  # bounds of the transmitted light in shadow, mean over bands; below, nothing is visible
BRIGHTEST = 0.95  # the same for each band; real shadows transmit 3/4 of blue and 1/4 of near infrared
STEADY = 1e-6  # ridge on the covariance, of its mean variance: fully correlated bands would make it singular
AROUND = 2.0  # px, sigma of the means in which shadow is detected
TINT = 16.0  # px, sigma of the means that the spectral tint is estimated from (shadows are blue)
TINTS = 1 / 3, 2.0  # bounds of a band's missing light relative to the mean of all bands
MOST_TAKEN = 0.9  # of a band's light: limits the amplification to 10
SMOOTH = 0.7  # px, sigma of the smoothing of the illumination
DETAIL, BESIDE = 3.0, 8.0  # px, sigmas of the high-pass filter and of the neighbourhood in which detail is measured
LEAST_DETAIL = 0.3  # of the fill's detail; with less, the measurement is not of ground (constant values, cloud)
# Synthetic shadows for measuring the error: transmitted light in the first and the last band. Real shadows transmit
# more blue than near infrared, and bands are ordered by wavelength.
SHADOWS = ((0.5, 0.5), (0.8, 0.42))
LEAST_RELIT = 50  # hidden pixels relit per synthetic shadow; with fewer, no smaller error is claimed


@dataclass(frozen=True)
class RemainingError:
    """Remaining error after relighting, relative to the fill's error, measured on hidden ground.

    Args:
        ratio: (bands,) ratio of the errors (RMSE), 0 to 1, where relit ground has the weight `share`.
        fill_error: (bands,) mean squared error of the fill there.
        share: mean weight of relit ground there, as a fraction of RELIT.
    """

    ratio: np.ndarray
    fill_error: np.ndarray
    share: float

    def factor(self, share: np.ndarray) -> np.ndarray:
        """(bands, ...) remaining share of the error, 0 to 1, where relit ground has the weight `share` (...)."""
        ratio = self.ratio.reshape(-1, *(1,) * share.ndim)
        return np.asarray(1 - (1 - ratio) * np.clip(share / self.share, 0, 1), dtype=np.float32)

    def squared(self, share: np.ndarray) -> np.ndarray:
        """(...) remaining share of the squared error, 0 to 1, over all bands."""
        parts = self.fill_error / self.fill_error.sum()
        return np.asarray(np.tensordot(parts, self.factor(share) ** 2, axes=1))


def relight(
    measured: np.ndarray, fill: np.ndarray, candidates: np.ndarray, covariance: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Detects shadow and relights the ground in it.

    With f the fill, m the measurement, C the covariance of the fill's errors and d = f q the direction towards darkness
    (q: a band's missing light relative to the mean of all bands, in the surroundings), the share of light taken is
    a = d'C^-1 (f - m) / d'C^-1 d, and the relit ground m / (1 - a q).

    Args:
        measured, fill: (bands, rows, cols) float32, 0 = no light; the fill finite at the candidates.
        candidates: (rows, cols) bool, where shadow is searched for.
        covariance: (bands, bands) C, in the square of their unit.

    Returns:
        (bands, rows, cols) float32 each: the weighted mean of fill and relit ground, and the weight of the latter, 0 to
        RELIT (0 outside shadow).
    """
    fill = np.where(candidates, np.maximum(fill, 0), np.float32(0)).astype(np.float32)
    unit = np.sqrt(np.mean(np.diag(covariance)))
    if not np.isfinite(covariance).all() or not unit > 0:
        return fill, np.zeros_like(fill)
    # normalised, so that no threshold depends on the scene's unit
    regularised = covariance / unit**2 + STEADY * np.eye(len(covariance))
    image, weight = _relight(measured / unit, fill / unit, candidates, regularised)
    return np.where(weight > 0, image * unit, fill).astype(np.float32), weight


def _relight(
    measured: np.ndarray, fill: np.ndarray, candidates: np.ndarray, covariance: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    shadow = _shadow(measured, fill, candidates)
    if not shadow.any():
        return fill, np.zeros_like(fill)
    lacking = 1 - _mean(measured, shadow, TINT) / np.maximum(_mean(fill, shadow, TINT), 1e-6)
    tint = np.clip(lacking / np.maximum(lacking.mean(axis=0), 0.05), *TINTS)
    transmitted = 1 - _taken(measured[:, shadow], fill[:, shadow], tint[:, shadow], covariance)
    log_light = np.ones(shadow.shape, np.float32)
    log_light[shadow] = np.log(transmitted)
    taken = 1 - np.exp(_mean(log_light[None], shadow, SMOOTH)[0])
    difference = np.where(shadow, measured / np.maximum(1 - taken * tint, 1 - MOST_TAKEN) - fill, np.float32(0))
    # a difference larger than the ground's variance comes from uneven illumination, not from the ground: less weight
    variance = np.diag(covariance).astype(np.float32)[:, None, None]
    weight = np.minimum(variance / np.maximum(_mean(difference**2, shadow, BESIDE), 1e-9), 1)
    weight = np.where(shadow, np.float32(RELIT) * weight, np.float32(0))
    return fill + weight * difference, weight


def remaining_error(
    grounds: Sequence[tuple[np.ndarray, np.ndarray, np.ndarray]], covariance: np.ndarray
) -> RemainingError | None:
    """Measures the error after relighting on hidden clear ground that is put into synthetic shadows (SHADOWS).

    Args:
        grounds: of each patch truth and fill, (bands, rows, cols), 0 = no light, and (rows, cols) bool, where hidden.
        covariance: see `relight`.

    Returns:
        None where too little ground could be relit for a measurement.
    """
    after, before, weights, pixels = 0.0, 0.0, 0.0, 0
    for truth, fill, hidden in grounds:
        known = hidden & np.isfinite(truth).all(axis=0) & np.isfinite(fill).all(axis=0)
        truth, fill = (np.where(known, image, 0).astype(np.float32) for image in (truth, fill))
        for light in SHADOWS:
            shaded = truth * np.linspace(*light, len(truth), dtype=np.float32)[:, None, None]
            image, weight = relight(shaded, fill, known, covariance)
            there = weight.any(axis=0)
            after = after + ((image - truth)[:, there].astype(np.float64) ** 2).sum(axis=1)
            before = before + ((fill - truth)[:, there].astype(np.float64) ** 2).sum(axis=1)
            weights, pixels = weights + float(weight[:, there].mean(axis=0).sum()), pixels + int(there.sum())
    if pixels < LEAST_RELIT * len(SHADOWS) or not np.all(before) or not weights:
        return None
    ratio = np.sqrt(np.minimum(np.asarray(after) / before, 1))
    return RemainingError(ratio, np.asarray(before) / pixels, weights / pixels / RELIT)


def _taken(measured: np.ndarray, fill: np.ndarray, tint: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    """(n,) share of the light taken from (bands, n) ground, 0 to MOST_TAKEN: the matched filter of `relight`."""
    darkness = fill * tint
    filtered = np.linalg.inv(covariance).astype(np.float32) @ darkness
    norm = np.maximum((filtered * darkness).sum(axis=0), 1e-12)
    return np.asarray(np.clip((filtered * (fill - measured)).sum(axis=0) / norm, 0, MOST_TAKEN))


def _shadow(measured: np.ndarray, fill: np.ndarray, candidates: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: where every band is darker than the fill and the measurement has the detail of ground."""
    light = _mean(measured, candidates, AROUND) / np.maximum(_mean(fill, candidates, AROUND), 1e-6)
    mean = light.mean(axis=0)
    shadow = ndi.binary_opening((mean < DARK) & (mean > BLACK) & (light.max(axis=0) < BRIGHTEST) & candidates)
    if not shadow.any():
        return np.asarray(shadow)
    measured_detail, fill_detail = (_detail(image, shadow) for image in (measured, fill))
    return np.asarray(shadow & (measured_detail > LEAST_DETAIL * mean * fill_detail))


def _detail(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """(rows, cols): local standard deviation of an image's high-pass part, over all bands."""
    high_pass = np.where(valid, image - _mean(image, valid, DETAIL), 0)
    return np.asarray(np.sqrt(_mean(high_pass**2, valid, BESIDE).mean(axis=0)))


def _mean(image: np.ndarray, valid: np.ndarray, sigma: float) -> np.ndarray:
    """(bands, rows, cols) float32 Gaussian means over the pixels where `valid` (normalised convolution)."""
    weight = np.maximum(ndi.gaussian_filter(valid.astype(np.float32), sigma), 1e-6)
    return np.stack([ndi.gaussian_filter(np.where(valid, one, 0).astype(np.float32), sigma) / weight for one in image])
