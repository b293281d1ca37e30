"""Detects from the image alone whether a mask leaves cloud or shadow along its edge, and how wide that rim is.

Matched filters towards brightness and towards darkness compare the rings beside the mask with the ground farther away.
The null distribution comes from the same mask, mirrored and moved over clear ground (docs/clouds.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import scipy.ndimage as ndi

RINGS = 8  # one-pixel rings beside the mask that are examined
WIDEST = 6  # px, largest rim width reported
FAR = 9  # px from the mask; ground at least this far is taken as uncontaminated background
AROUND = 10.0  # px, sigma of the Gaussian mean of the background
REACH = 2.5  # truncation of that Gaussian, in sigmas
COARSE = 4  # factor by which planes are downsampled before that Gaussian
LEAST_WEIGHT = 0.02  # smallest Gaussian weight of background near a pixel for its mean to be used
MASKS = 16  # mirrored and moved masks that the null distribution is drawn from
LEAST_MASKS = 6  # with fewer, a view is skipped
TRIES = 60  # random placements tried per view
MOST_FAR = 20_000  # background pixels at most for the covariance
LEAST_FAR, LEAST_RING = 300, 20  # pixels needed of the background, and of a ring
LEAST_SHARE = 0.1  # of the rim's length that a moved mask must have on clear ground
CERTAIN, GOES_ON = 2.5, 1.5  # null standard deviations at which a rim is detected, and at which it extends outwards
SPREAD = 0.03  # lower bound of the null standard deviation
MOST = 6.0  # a pixel's deviation is clipped here
BRIGHT = 3.0  # brightness of cloud, in multiples of the ground's brightest band
QUIET = 0.01  # noise floor of every band, as a fraction of the ground's mean level


@dataclass(frozen=True)
class View:
    """A window of a scene.

    Args:
        scene: (bands, rows, cols) DN.
        hole: (rows, cols) bool.
        clear: (rows, cols) bool, valid ground outside the mask.
    """

    scene: np.ndarray
    hole: np.ndarray
    clear: np.ndarray


@dataclass(frozen=True)
class _Rings:
    """Per ring: (2, RINGS) summed deviations towards cloud and shadow, and (RINGS,) pixel counts."""

    sums: np.ndarray
    pixels: np.ndarray

    def __add__(self, other: _Rings) -> _Rings:
        return _Rings(self.sums + other.sums, self.pixels + other.pixels)

    @property
    def means(self) -> np.ndarray:
        """(2, RINGS) mean deviations; NaN for rings of fewer than LEAST_RING pixels."""
        return np.where(self.pixels >= LEAST_RING, self.sums / np.maximum(self.pixels, 1), np.nan)


def rim_width(views: Sequence[View], *, seed: int) -> int | None:
    """Width in px of the cloud or shadow that the mask leaves along its edge, 0 to WIDEST, pooled over all views.

    Args:
        views: windows of one scene, of any size.
        seed: of the random placements of the moved masks.

    Returns:
        0 where the rim deviates no more than by chance; None where there is too little clear ground to decide.
    """
    generator = np.random.default_rng(np.random.SeedSequence((seed, 6)))
    empty = _Rings(np.zeros((2, RINGS)), np.zeros(RINGS))
    observed, null = empty, [empty] * MASKS
    for view in views:
        rings = _rings(view.scene, view.hole, view.clear)
        if rings is None:
            continue
        moved = _moved(view, generator)
        if len(moved) >= LEAST_MASKS:
            observed = observed + rings
            null = [sums + moved[number % len(moved)] for number, sums in enumerate(null)]
    if not np.isfinite(observed.means[0, 0]):
        return None
    return max(_width(observed.means[kind], np.stack([sums.means[kind] for sums in null])) for kind in (0, 1))


def _width(observed: np.ndarray, null: np.ndarray) -> int:
    """Rim width in px from the ring means (RINGS,) and those of the moved masks (masks, RINGS)."""
    null_deviation = null.std(axis=0) + SPREAD
    z_scores = (observed - null.mean(axis=0)) / null_deviation
    drop, null_drops = observed[0] - observed[3:].min(), null[:, 0] - null[:, 3:].min(axis=1)
    # comparisons with NaN (rings of too few pixels) are False: no rim
    if not (z_scores[0] > CERTAIN and drop - null_drops.mean() > CERTAIN * (null_drops.std() + SPREAD)):
        return 0
    return int(np.argmin(np.append(z_scores[:WIDEST] > GOES_ON, False)))


def _rings(scene: np.ndarray, hole: np.ndarray, clear: np.ndarray) -> _Rings | None:
    """Ring statistics beside a mask; None where there is too little background to compare with."""
    if not hole.any():
        return None
    distance = ndi.distance_transform_edt(~hole)
    ground = clear & ~hole
    background = ground & (distance >= FAR)
    weight = _around(background.astype(np.float32))
    known = weight > LEAST_WEIGHT
    in_rings, background_index = ground & known & (distance <= RINGS), np.flatnonzero(background & known)
    if background_index.size < LEAST_FAR:
        return None
    background_index = background_index[:: -(-background_index.size // MOST_FAR)]
    pixels = scene.reshape(len(scene), -1)
    level = pixels[:, background_index].mean(axis=1, dtype=np.float64)
    if level.mean() <= 0:  # decibels or differences: brightness has no meaning
        return None
    mean = np.stack([_around(np.where(background, band, 0).astype(np.float32)) for band in scene])
    mean /= np.maximum(weight, LEAST_WEIGHT)
    covariance = np.atleast_2d(np.cov(pixels[:, background_index] - mean.reshape(pixels.shape)[:, background_index]))
    covariance += (QUIET * level.mean()) ** 2 * np.eye(len(scene))
    residual = scene[:, in_rings] - mean[:, in_rings]
    sums, counts = np.zeros((2, RINGS)), np.zeros(RINGS)
    ring = np.ceil(distance[in_rings]).astype(int) - 1
    counts += np.bincount(ring, minlength=RINGS)
    for kind, direction in enumerate((BRIGHT * level.max() - level, -level)):
        filtered = np.linalg.solve(covariance, direction)
        deviations = np.clip(filtered @ residual / np.sqrt(filtered @ direction), 0, MOST)
        sums[kind] = np.bincount(ring, deviations, minlength=RINGS)
    return _Rings(sums, counts)


def _around(plane: np.ndarray) -> np.ndarray:
    """Gaussian mean of a (rows, cols) float32 plane, computed at a quarter of its resolution for speed."""
    rows, cols = plane.shape
    small = cv2.resize(plane, (max(cols // COARSE, 1), max(rows // COARSE, 1)), interpolation=cv2.INTER_AREA)
    small = ndi.gaussian_filter(small, AROUND / COARSE, truncate=REACH)
    return np.asarray(cv2.resize(small, (cols, rows), interpolation=cv2.INTER_LINEAR))


def _moved(view: View, generator: np.random.Generator) -> list[_Rings]:
    """Ring statistics of the mask mirrored and moved (cyclically) at random, over clear ground only."""
    allowed = view.clear & ~view.hole & (ndi.distance_transform_edt(~view.hole) > RINGS)
    length = np.count_nonzero(_rim(view.hole) & view.clear)
    found: list[_Rings] = []
    for _ in range(TRIES):
        hole = view.hole[:: 1 - 2 * int(generator.integers(2)), :: 1 - 2 * int(generator.integers(2))]
        hole = np.roll(hole, (int(generator.integers(hole.shape[0])), int(generator.integers(hole.shape[1]))), (0, 1))
        if np.count_nonzero(_rim(hole) & allowed) < LEAST_SHARE * length:
            continue
        rings = _rings(view.scene, hole, allowed)
        if rings is not None:
            found.append(rings)
        if len(found) == MASKS:
            break
    return found


def _rim(hole: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the 4 px beside a hole."""
    return np.asarray(ndi.binary_dilation(hole, iterations=4) & ~hole)
