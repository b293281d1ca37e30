"""Third stage beside a mask that leaves rims: findings that are rather ground that has changed than a rim.

The rim of a cloud or shadow fades out within a few px of its mask and has the spectrum of cloud or of darkness. A field
that was ploughed between the dates is as different far from the mask as near it. Taken for cloud, it would be lost as
evidence on its own other part, under the mask.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination.growth import EIGHT, Flags
from geoinpaint_engine.quality.contamination.neighbourhoods import MOST_OPACITY
from geoinpaint_engine.quality.contamination.signals import Signal

TOWARDS = 0.8  # share of the squared deviation towards cloud (or darkness) above which it is cloud (or shadow)
CLOUD_RIM, SHADOW_RIM = 4.7, 2.5  # px from the mask up to which a finding is a rim
FARTHEST = 40.0  # px from the mask up to which findings are examined: the halo of a window shows them the mask
BEYOND = 2.5  # px from the mask beyond which findings are measured as wholes
CLOUD_PIXELS, SHADOW_PIXELS = 400, 800  # size of such a whole above which it is a cloud or shadow of its own
BESIDE, ALONG = 1.5, 3.0  # px: width of the ring beside the mask, and sigma of the mean along it
DARK_RING = 0.24  # mean share of the light taken there, above which the shadow goes on beyond it
DEEP, DEEP_REACH, DEEP_MEAN = 0.53, 9, 1.5  # share of the light that a shadow takes somewhere; within px; sigma in px


@dataclass(frozen=True)
class _Surroundings:
    """What the rules need of a window, (rows, cols) each.

    Args:
        seen: bool, clear of the mask and shown by another image.
        distance: px from the mask.
        cell: px a side of a cell.
    """

    seen: np.ndarray
    distance: np.ndarray
    cell: int

    def mean(self, values: np.ndarray, of: np.ndarray, sigma: float) -> np.ndarray:
        """Gaussian mean over the pixels `of`; 0 where there are none near."""
        weight = ndi.gaussian_filter(of.astype(np.float32), sigma / self.cell)
        total = ndi.gaussian_filter(np.where(of, values, 0).astype(np.float32), sigma / self.cell)
        return np.asarray(np.where(weight > 1e-3, total / np.maximum(weight, 1e-3), 0))

    def whole_pixels(self, flags: np.ndarray) -> np.ndarray:
        """Size in px of the connected component that a flagged pixel belongs to, beyond the rim; 0 elsewhere."""
        labels, count = ndi.label(flags & (self.distance > BEYOND), EIGHT)
        sizes = self.cell**2 * np.bincount(labels.ravel(), minlength=count + 1)
        sizes[0] = 0
        return np.asarray(sizes[labels])


def changed_ground(flags: Flags, signal: Signal, hole: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: flagged pixels that are rather ground that has changed than cloud or shadow.

    Args:
        flags: of the scene, revised.
        signal: that they were derived from.
        hole: (rows, cols) bool, the mask.
    """
    if not flags.either.any() or not hole.any():
        return np.zeros(hole.shape, dtype=bool)
    distance = signal.cell * ndi.distance_transform_edt(~hole)
    around = _Surroundings(signal.known & ~hole, distance, signal.cell)
    changed = _not_cloud(flags.cloud, signal, around) | _not_shadow(flags.shadow, signal, around)
    return changed & around.seen & (distance <= FARTHEST)


def _not_cloud(cloud: np.ndarray, signal: Signal, around: _Surroundings) -> np.ndarray:
    return (
        cloud & (_share(signal.cloud, signal.total) <= TOWARDS) & (around.distance > CLOUD_RIM)
        & (around.whole_pixels(cloud) <= CLOUD_PIXELS)
    )  # fmt: skip


def _not_shadow(shadow: np.ndarray, signal: Signal, around: _Surroundings) -> np.ndarray:
    darkening = signal.darkening.clip(*MOST_OPACITY)
    ring = around.mean(darkening, around.seen & (around.distance <= BESIDE * around.cell), ALONG)
    means = np.where(around.seen, around.mean(darkening, around.seen, DEEP_MEAN), -1).astype(np.float32)
    side = 2 * max(round(DEEP_REACH / around.cell), 1) + 1
    deepest = cv2.dilate(means, np.ones((side, side), np.uint8))
    return (
        shadow & (_share(signal.shadow, signal.total) <= TOWARDS) & (around.distance > SHADOW_RIM)
        & (around.whole_pixels(shadow) <= SHADOW_PIXELS) & (ring <= DARK_RING) & (deepest <= DEEP)
    )  # fmt: skip


def _share(deviations: np.ndarray, total: np.ndarray) -> np.ndarray:
    """(rows, cols): share of the squared deviation that lies towards cloud or darkness."""
    return np.asarray(deviations**2 / np.maximum(total, 1e-6))
