"""Ground lit again: what shadow under a mask shows, made as bright as the fill.

A shadow leaves the ground's colours and its detail. How much light it takes is told by the fill alone: of what was
measured only that counts which does not lie towards darkness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage as ndi

LIT = 0.8  # weight of the ground that was lit beside the fill, where it differs from that as ground does
DARK, BLACK = 0.8, 0.2  # share of the light that a shadow leaves, at most; with less nothing is seen
BRIGHTEST = 0.95  # the same of each band: real shadows leave three quarters of blue and a quarter of near infrared
STEADY = 1e-6  # of the mean variance, added to each band's: bands that change alike have no inverse
AROUND = 2.0  # px: of the means that are dark
TINT = 16.0  # px: of the means by which bands lack more or less light than others, for shadows are blue
TINTS = 1 / 3, 2.0  # least and most that a band may lack beside the mean of all
MOST_TAKEN = 0.9  # of a band's light; what is left is multiplied by ten at most
SMOOTH = 0.7  # px over which light is alike
DETAIL, BESIDE = 3.0, 8.0  # px: what is narrower is detail, and the neighbourhood in which it is looked for
LEAST_DETAIL = 0.3  # of the fill's: where less was measured, no ground was
# Light that the shadows leave in the first and the last band, under which the error is measured: real ones leave
# more of blue than of near infrared, and bands come by wavelength
SHADOWS = ((0.5, 0.5), (0.8, 0.42))
LEAST_LIT = 50  # px of hidden ground in them, or the error is not told to be any smaller


@dataclass(frozen=True)
class ErrorLeft:
    """What lighting leaves of the fill's error, measured on hidden ground.

    Args:
        left: (bands,) 0 to 1, where as much was lit as on that ground.
        usual: (bands,) the fill's own mean squared error there.
        share: mean weight of lit ground there, in parts of the full one.
    """

    left: np.ndarray
    usual: np.ndarray
    share: float

    def factor(self, share: np.ndarray) -> np.ndarray:
        """(bands, ...) 0 to 1: what is left of the error where lit ground has that `share` (...) of its full weight."""
        left = self.left.reshape(-1, *(1,) * share.ndim)
        return np.asarray(1 - (1 - left) * np.clip(share / self.share, 0, 1), dtype=np.float32)

    def squared(self, share: np.ndarray) -> np.ndarray:
        """(...) 0 to 1: what is left of the squared error, over all bands."""
        parts = self.usual / self.usual.sum()
        return np.asarray(np.tensordot(parts, self.factor(share) ** 2, axes=1))


def lit(
    measured: np.ndarray, fill: np.ndarray, looked_at: np.ndarray, change: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Ground in shadow, lit.

    With f the fill, m what was measured, C the covariance of what a fill misses and d = f q the direction towards
    darkness (q: how much more light than others a band lacks around), the share of light taken is
    a = d'C^-1 (f - m) / d'C^-1 d, and the ground m / (1 - a q).

    Args:
        measured, fill: (bands, rows, cols) float32, 0 = no light; the fill finite where it is looked at.
        looked_at: (rows, cols) bool, where there may be shadow.
        change: (bands, bands) covariance, in the same units squared.

    Returns:
        (bands, rows, cols) float32: the fill and mostly ground that was lit; and the weight of the latter.
    """
    fill = np.where(looked_at, np.maximum(fill, 0), np.float32(0)).astype(np.float32)
    unit = np.sqrt(np.mean(np.diag(change)))
    if not np.isfinite(change).all() or not unit > 0:
        return fill, np.zeros_like(fill)
    # all that follows is without a unit, so that no bound depends on that of the scene
    image, weight = _lit(measured / unit, fill / unit, looked_at, change / unit**2 + STEADY * np.eye(len(change)))
    return np.where(weight > 0, image * unit, fill).astype(np.float32), weight


def _lit(
    measured: np.ndarray, fill: np.ndarray, looked_at: np.ndarray, change: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    shadow = _shadow(measured, fill, looked_at)
    if not shadow.any():
        return fill, np.zeros_like(fill)
    lacking = 1 - _mean(measured, shadow, TINT) / np.maximum(_mean(fill, shadow, TINT), 1e-6)
    tint = np.clip(lacking / np.maximum(lacking.mean(axis=0), 0.05), *TINTS)
    left = 1 - _taken(measured[:, shadow], fill[:, shadow], tint[:, shadow], change)
    light = np.ones(shadow.shape, np.float32)
    light[shadow] = np.log(left)
    taken = 1 - np.exp(_mean(light[None], shadow, SMOOTH)[0])
    apart = np.where(shadow, measured / np.maximum(1 - taken * tint, 1 - MOST_TAKEN) - fill, np.float32(0))
    # what differs more than ground changes is light that varies within a few px, or by how bright ground is
    usual = np.diag(change).astype(np.float32)[:, None, None]
    weight = np.minimum(usual / np.maximum(_mean(apart**2, shadow, BESIDE), 1e-9), 1)
    weight = np.where(shadow, np.float32(LIT) * weight, np.float32(0))
    return fill + weight * apart, weight


def error_left(grounds: Sequence[tuple[np.ndarray, np.ndarray, np.ndarray]], change: np.ndarray) -> ErrorLeft | None:
    """What lighting leaves of the fill's error, measured on hidden clear ground that is put into shadows and lit.

    Args:
        grounds: truth and fill, (bands, rows, cols), 0 = no light, and (rows, cols) bool, where ground was hidden.
        change: see `lit`.

    Returns:
        None where too little ground could be lit to tell.
    """
    after, before, weights, pixels = 0.0, 0.0, 0.0, 0
    for truth, fill, hidden in grounds:
        known = hidden & np.isfinite(truth).all(axis=0) & np.isfinite(fill).all(axis=0)
        truth, fill = (np.where(known, image, 0).astype(np.float32) for image in (truth, fill))
        for light in SHADOWS:
            shaded = truth * np.linspace(*light, len(truth), dtype=np.float32)[:, None, None]
            image, weight = lit(shaded, fill, known, change)
            there = weight.any(axis=0)
            after = after + ((image - truth)[:, there].astype(np.float64) ** 2).sum(axis=1)
            before = before + ((fill - truth)[:, there].astype(np.float64) ** 2).sum(axis=1)
            weights, pixels = weights + float(weight[:, there].mean(axis=0).sum()), pixels + int(there.sum())
    if pixels < LEAST_LIT * len(SHADOWS) or not np.all(before) or not weights:
        return None
    left = np.sqrt(np.minimum(np.asarray(after) / before, 1))
    return ErrorLeft(left, np.asarray(before) / pixels, weights / pixels / LIT)


def _taken(measured: np.ndarray, fill: np.ndarray, tint: np.ndarray, change: np.ndarray) -> np.ndarray:
    """(n,) share of the light that is taken from (bands, n) ground."""
    darkness = fill * tint
    weighed = np.linalg.inv(change).astype(np.float32) @ darkness
    size = np.maximum((weighed * darkness).sum(axis=0), 1e-12)
    return np.asarray(np.clip((weighed * (fill - measured)).sum(axis=0) / size, 0, MOST_TAKEN))


def _shadow(measured: np.ndarray, fill: np.ndarray, looked_at: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: where all bands are darker than the fill, and what was measured varies as ground does."""
    left = _mean(measured, looked_at, AROUND) / np.maximum(_mean(fill, looked_at, AROUND), 1e-6)
    usual = left.mean(axis=0)
    shadow = ndi.binary_opening((usual < DARK) & (usual > BLACK) & (left.max(axis=0) < BRIGHTEST) & looked_at)
    if not shadow.any():
        return np.asarray(shadow)
    seen, sought = (_detail(image, shadow) for image in (measured, fill))
    return np.asarray(shadow & (seen > LEAST_DETAIL * usual * sought))


def _detail(image: np.ndarray, there: np.ndarray) -> np.ndarray:
    """(rows, cols): how much an image varies within a few px."""
    apart = np.where(there, image - _mean(image, there, DETAIL), 0)
    return np.asarray(np.sqrt(_mean(apart**2, there, BESIDE).mean(axis=0)))


def _mean(image: np.ndarray, there: np.ndarray, sigma: float) -> np.ndarray:
    """(bands, rows, cols) float32 Gaussian means over the pixels that are there."""
    share = np.maximum(ndi.gaussian_filter(there.astype(np.float32), sigma), 1e-6)
    return np.stack([ndi.gaussian_filter(np.where(there, band, 0).astype(np.float32), sigma) / share for band in image])
