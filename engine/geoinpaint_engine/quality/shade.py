"""Ground lit again: what shadow under a mask shows, made as bright as the fill.

A shadow leaves the ground's colours and its detail. How much light it takes is told by the fill alone: of what was
measured only that counts which does not lie towards darkness.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage as ndi

LIT = 0.8  # weight of the ground that was lit beside the fill, where it differs from that as ground does
DARK, BLACK = 0.8, 0.2  # share of the light that a shadow leaves, at most; with less nothing is seen
BRIGHTEST = 0.95  # the same of each band: real shadows leave three quarters of blue and a quarter of near infrared
AROUND = 2.0  # px: of the means that are dark
TINT = 16.0  # px: of the means by which bands lack more or less light than others, for shadows are blue
TINTS = 1 / 3, 2.0
MOST_TAKEN = 0.9
SMOOTH = 0.7  # px over which light is alike
DETAIL, BESIDE = 3.0, 8.0  # px: what is narrower is detail, and the neighbourhood in which it is looked for
LEAST_DETAIL = 0.3  # of the fill's: where less was measured, no ground was


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


def error_left(truth: np.ndarray, fill: np.ndarray, change: np.ndarray) -> float:
    """The error of clear ground that is darkened and lit at full weight, in parts of the fill's, 0 to 1.

    It does not depend on how much light is taken.

    Args:
        truth, fill: (bands, n), 0 = no light.
        change: see `lit`.
    """
    fill = np.maximum(fill, 0)
    known = (fill > 0).all(axis=0) & np.isfinite(truth).all(axis=0)
    truth, fill = truth[:, known], fill[:, known]
    usual = float(((fill - truth) ** 2).sum())
    if not usual:
        return 1.0
    ground = truth / (1 - _taken(truth, fill, np.ones_like(fill), change, least=-9.0))
    return float(min(np.sqrt(((LIT * ground + (1 - LIT) * fill - truth) ** 2).sum() / usual), 1.0))


def _taken(
    measured: np.ndarray, fill: np.ndarray, tint: np.ndarray, change: np.ndarray, least: float = 0.0
) -> np.ndarray:
    """(n,) share of the light that is taken from (bands, n) ground."""
    darkness = fill * tint
    weighed = np.linalg.inv(change).astype(np.float32) @ darkness
    size = np.maximum((weighed * darkness).sum(axis=0), 1e-12)
    return np.asarray(np.clip((weighed * (fill - measured)).sum(axis=0) / size, least, MOST_TAKEN))


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
