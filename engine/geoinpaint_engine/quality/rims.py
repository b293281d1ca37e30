"""Whether a mask leaves cloud or shadow beside it, told from the image alone: its rim beside those of masks elsewhere.

The rings beside the mask are compared with the ground farther away by matched filters towards brightness and towards
darkness. The same mask, mirrored and moved over clear ground, tells what its rings show by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import scipy.ndimage as ndi

RINGS = 8  # px from the mask that are looked at, ring by ring
WIDEST = 6  # px of a rim
FAR = 9  # px from the mask on, ground is taken to be free of it
AROUND = 10.0  # px, deviation of the mean of that ground
REACH = 2.5  # deviations of it
COARSE = 4  # times
LEAST_WEIGHT = 0.02  # of that ground near a pixel, for its mean to be one
MASKS = 16  # mirrored and moved
LEAST_MASKS = 6
TRIES = 60
MOST_FAR = 20_000  # px of it that its variance is told from
LEAST_FAR, LEAST_RING = 300, 20  # px of ground, and of a ring
LEAST_SHARE = 0.1  # of the rim's length that a moved mask must have on clear ground
CERTAIN, GOES_ON = 2.5, 1.5  # deviations of the moved masks' rings, for a rim to be told, and to go on
SPREAD = 0.03  # deviation that rings have at least
MOST = 6.0  # deviations of a pixel that count
BRIGHT = 3.0  # times the brightest band of the ground: cloud
QUIET = 0.01  # of the ground's level: deviation that every band has at least


@dataclass(frozen=True)
class View:
    """A part of a scene: (bands, rows, cols) DN, (rows, cols) bool of its hole and its clear ground."""

    scene: np.ndarray
    hole: np.ndarray
    clear: np.ndarray


@dataclass(frozen=True)
class _Rings:
    """Sums over the pixels of each ring: (2, RINGS) deviations towards cloud and shadow, (RINGS,) number of pixels."""

    sums: np.ndarray
    pixels: np.ndarray

    def __add__(self, other: _Rings) -> _Rings:
        return _Rings(self.sums + other.sums, self.pixels + other.pixels)

    @property
    def means(self) -> np.ndarray:
        """(2, RINGS), NaN for rings of hardly any pixel."""
        return np.where(self.pixels >= LEAST_RING, self.sums / np.maximum(self.pixels, 1), np.nan)


def rim_width(views: Sequence[View], *, seed: int) -> int | None:
    """How many px beside the mask look like cloud or shadow, by all views together; 0: no more than by chance.

    None where there is too little clear ground to tell.

    Args:
        views: parts of one scene, of any size.
        seed: of the places that the mask is moved to.
    """
    generator = np.random.default_rng(np.random.SeedSequence((seed, 6)))
    nothing = _Rings(np.zeros((2, RINGS)), np.zeros(RINGS))
    here, elsewhere = nothing, [nothing] * MASKS
    for view in views:
        rings = _rings(view.scene, view.hole, view.clear)
        if rings is None:
            continue
        moved = _moved(view, generator)
        if len(moved) >= LEAST_MASKS:
            here = here + rings
            elsewhere = [one + moved[number % len(moved)] for number, one in enumerate(elsewhere)]
    if not np.isfinite(here.means[0, 0]):
        return None
    return max(_width(here.means[kind], np.stack([one.means[kind] for one in elsewhere])) for kind in (0, 1))


def _width(ring: np.ndarray, chance: np.ndarray) -> int:
    """The width of a rim from the means of its rings (RINGS,), and of those of moved masks (masks, RINGS)."""
    spread = chance.std(axis=0) + SPREAD
    above = (ring - chance.mean(axis=0)) / spread
    drop, drops = ring[0] - ring[3:].min(), chance[:, 0] - chance[:, 3:].min(axis=1)
    # NaN, of rings that are not there, is no rim
    if not (above[0] > CERTAIN and drop - drops.mean() > CERTAIN * (drops.std() + SPREAD)):
        return 0
    return int(np.argmin(np.append(above[:WIDEST] > GOES_ON, False)))


def _rings(scene: np.ndarray, hole: np.ndarray, clear: np.ndarray) -> _Rings | None:
    """The rings beside a mask; None where there is too little ground to compare them with."""
    if not hole.any():
        return None
    distance = ndi.distance_transform_edt(~hole)
    ground = clear & ~hole
    far = ground & (distance >= FAR)
    weight = _around(far.astype(np.float32))
    known = weight > LEAST_WEIGHT
    near, beside = ground & known & (distance <= RINGS), np.flatnonzero(far & known)
    if beside.size < LEAST_FAR:
        return None
    beside = beside[:: -(-beside.size // MOST_FAR)]
    values = scene.reshape(len(scene), -1)
    level = values[:, beside].mean(axis=1, dtype=np.float64)
    if level.mean() <= 0:  # decibels, differences: no brightness
        return None
    mean = np.stack([_around(np.where(far, band, 0).astype(np.float32)) for band in scene])
    mean /= np.maximum(weight, LEAST_WEIGHT)
    covariance = np.atleast_2d(np.cov(values[:, beside] - mean.reshape(values.shape)[:, beside]))
    covariance += (QUIET * level.mean()) ** 2 * np.eye(len(scene))
    apart = scene[:, near] - mean[:, near]
    sums, pixels = np.zeros((2, RINGS)), np.zeros(RINGS)
    number = np.ceil(distance[near]).astype(int) - 1
    pixels += np.bincount(number, minlength=RINGS)
    for kind, towards in enumerate((BRIGHT * level.max() - level, -level)):
        filtered = np.linalg.solve(covariance, towards)
        deviations = np.clip(filtered @ apart / np.sqrt(filtered @ towards), 0, MOST)
        sums[kind] = np.bincount(number, deviations, minlength=RINGS)
    return _Rings(sums, pixels)


def _around(plane: np.ndarray) -> np.ndarray:
    """The Gaussian mean of a (rows, cols) float32 plane, made at a quarter of its resolution."""
    rows, cols = plane.shape
    small = cv2.resize(plane, (max(cols // COARSE, 1), max(rows // COARSE, 1)), interpolation=cv2.INTER_AREA)
    small = ndi.gaussian_filter(small, AROUND / COARSE, truncate=REACH)
    return np.asarray(cv2.resize(small, (cols, rows), interpolation=cv2.INTER_LINEAR))


def _moved(view: View, generator: np.random.Generator) -> list[_Rings]:
    """The rings of the mask mirrored and moved round the view, on clear ground alone."""
    free = view.clear & ~view.hole & (ndi.distance_transform_edt(~view.hole) > RINGS)
    length = np.count_nonzero(_rim(view.hole) & view.clear)
    made: list[_Rings] = []
    for _ in range(TRIES):
        hole = view.hole[:: 1 - 2 * int(generator.integers(2)), :: 1 - 2 * int(generator.integers(2))]
        hole = np.roll(hole, (int(generator.integers(hole.shape[0])), int(generator.integers(hole.shape[1]))), (0, 1))
        if np.count_nonzero(_rim(hole) & free) < LEAST_SHARE * length:
            continue
        rings = _rings(view.scene, hole, free)
        if rings is not None:
            made.append(rings)
        if len(made) == MASKS:
            break
    return made


def _rim(hole: np.ndarray) -> np.ndarray:
    return np.asarray(ndi.binary_dilation(hole, iterations=4) & ~hole)
