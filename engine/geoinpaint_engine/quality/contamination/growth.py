"""Hysteresis thresholding of the signals: certain cores of cloud and shadow, and the rims connected to them or a mask.

Throughout, a *deviation* is a matched filter's output in standard deviations of clear ground.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination.signals import Signal

EIGHT = np.ones((3, 3), dtype=bool)
CROSS = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))


@dataclass(frozen=True)
class Limits:
    """Thresholds for cloud (or shadow): deviations, and opacity (or share of light taken), 0 to 1.

    Args:
        core, core_opacity: of a core of at least CORE_PIXELS.
        rim, rim_opacity: of a rim connected to a core.
    """

    core: float
    core_opacity: float
    rim: float
    rim_opacity: float


CLOUD = Limits(core=4.0, core_opacity=0.10, rim=1.6, rim_opacity=0.012)
SHADOW = Limits(core=4.0, core_opacity=0.15, rim=2.0, rim_opacity=0.05)
STRONG = Limits(core=7.0, core_opacity=0.25, rim=0.0, rim_opacity=0.0)  # of a core of STRONG_PIXELS: small clouds
DEEP = 0.4  # share of the light that a certain shadow takes
CORE_PIXELS, STRONG_PIXELS = 12, 4  # smallest cores
REACH = 12  # px, largest distance of a rim from its core
RING, ALONG = 2, 5.0  # px: width of the ring beside the mask, and sigma of the mean along it
RING_MOST = 4.0  # deviations at which a pixel is clipped in that mean
RING_LEAST = 0.8  # mean deviation above which the ring is cloud (or shadow)
HANGING = 3.0  # deviations that a part connected to the mask only must reach somewhere
EXPLAINED = 0.5  # share of the squared deviation that must lie towards cloud (or shadow)


@dataclass(frozen=True)
class Flags:
    """Flagged pixels, (rows, cols) each.

    Args:
        cloud, shadow: bool.
        cloud_rim, shadow_rim: float32, mean deviation along the hole's edge; 0 elsewhere.
    """

    cloud: np.ndarray
    shadow: np.ndarray
    cloud_rim: np.ndarray
    shadow_rim: np.ndarray

    @property
    def either(self) -> np.ndarray:
        """(rows, cols) bool: cloud or shadow."""
        return self.cloud | self.shadow


def flagged(
    signal: Signal, plain: np.ndarray, rivals: tuple[np.ndarray | float, np.ndarray | float],
    hole: np.ndarray | None = None,
    *,
    certain: bool = False,
) -> Flags:  # fmt: skip
    """Flags cloud and shadow in an image.

    Args:
        signal: of the image.
        plain: (rows, cols) bool, see `series.plain_cloud`.
        rivals: see `signals.rivals_of`.
        hole: (rows, cols) bool, a mask that leaves rims: parts connected to it are flagged too. None: no such mask.
        certain: flag only parts that contain a STRONG or DEEP pixel, as beside a good mask.
    """
    if hole is None or not hole.any():
        nothing = np.zeros(signal.cloud.shape, dtype=np.float32)
        return Flags(*_connected(signal, plain, rivals, None, certain=certain), nothing, nothing)
    cloud, shadow = _connected(signal, plain, rivals, ndi.binary_dilation(hole, EIGHT))
    rims = [_beside_mask(one, signal.known, hole, signal.cell) for one in (signal.cloud, signal.shadow)]
    cloud |= (rims[0] > RING_LEAST) & (rims[0] >= rims[1])
    shadow |= (rims[1] > RING_LEAST) & (rims[1] > rims[0])
    return Flags(cloud, shadow, *rims)


def _connected(
    signal: Signal,
    opaque: np.ndarray,
    rivals: tuple[np.ndarray | float, np.ndarray | float],
    seed: np.ndarray | None,
    *,
    certain: bool = False,
) -> tuple[np.ndarray, np.ndarray]:
    """(rows, cols) bool each, cloud and shadow: certain cores, and the rims connected to them or to the seed."""
    strong = (signal.cloud > STRONG.core) & (signal.opacity > STRONG.core_opacity)
    deep = (signal.shadow > STRONG.core) & (signal.darkening > DEEP)
    if certain and not strong.any() and not deep.any():
        return strong, deep
    towards_cloud = (signal.cloud**2 > EXPLAINED * signal.total) & (signal.cloud > rivals[0])
    towards_shadow = (signal.shadow**2 > EXPLAINED * signal.total) & (signal.shadow > rivals[1])
    least = -(-CORE_PIXELS // signal.cell**2)
    cloud_cores = _large(_opened(towards_cloud & _over(signal.cloud, signal.opacity, CLOUD)), least)
    cloud_cores |= _large(_opened(opaque), least)
    cloud_cores |= _large(towards_cloud & strong, -(-STRONG_PIXELS // signal.cell**2))
    shadow_cores = _large(_opened(towards_shadow & _over(signal.shadow, signal.darkening, SHADOW)), least)
    if certain:
        cloud_cores = _containing(cloud_cores, strong)
        shadow_cores = _containing(shadow_cores, deep)
    rims = (
        (signal.cloud > CLOUD.rim) & (signal.opacity > CLOUD.rim_opacity),
        (signal.shadow > SHADOW.rim) & (signal.darkening > SHADOW.rim_opacity),
    )
    return (
        _grown(cloud_cores, rims[0], seed, signal.cloud, signal.cell),
        _grown(shadow_cores, rims[1], seed, signal.shadow, signal.cell),
    )


def _beside_mask(deviations: np.ndarray, known: np.ndarray, hole: np.ndarray, cell: int) -> np.ndarray:
    """(rows, cols) float32: mean deviation along the ring beside the hole; 0 elsewhere.

    A rim may be significant as a whole where no single pixel is.
    """
    ring = known & ~hole & ndi.binary_dilation(hole, EIGHT, iterations=max(RING // cell, 1))
    if not ring.any():
        return np.zeros_like(deviations)
    weight = ndi.gaussian_filter(ring.astype(np.float32), ALONG / cell)
    mean = ndi.gaussian_filter(np.where(ring, np.clip(deviations, -RING_MOST, RING_MOST), 0), ALONG / cell)
    return np.asarray(np.where(ring, mean / np.maximum(weight, 1e-3), 0), dtype=np.float32)


def _opened(pixels: np.ndarray) -> np.ndarray:
    """Morphological opening of (rows, cols) bool by a cross of 3 px; pixels beyond the edge are False."""
    if not pixels.any():
        return pixels
    eroded = cv2.erode(pixels.view(np.uint8), CROSS, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return np.asarray(cv2.dilate(eroded, CROSS, borderType=cv2.BORDER_CONSTANT, borderValue=0)).view(bool)


def _within(pixels: np.ndarray, reach: float) -> np.ndarray:
    """(rows, cols) bool: the pixels at most `reach` px from a True pixel."""
    away = np.logical_not(pixels).view(np.uint8)
    return np.asarray(cv2.distanceTransform(away, cv2.DIST_L2, cv2.DIST_MASK_PRECISE) <= reach)


def _over(deviations: np.ndarray, amplitude: np.ndarray, limits: Limits) -> np.ndarray:
    return np.asarray((deviations > limits.core) & (amplitude > limits.core_opacity))


def _containing(pixels: np.ndarray, certain: np.ndarray) -> np.ndarray:
    """The connected components that contain a certain pixel."""
    count, labels = cv2.connectedComponents(pixels.view(np.uint8), connectivity=8)
    kept = np.bincount(labels[certain & pixels], minlength=count) > 0
    return np.asarray(kept[labels] & pixels)


def _large(pixels: np.ndarray, least: int) -> np.ndarray:
    """The connected components of at least `least` pixels."""
    if not pixels.any():
        return pixels
    _, labels, found, _ = cv2.connectedComponentsWithStats(pixels.view(np.uint8), connectivity=8)
    sizes = found[:, cv2.CC_STAT_AREA]
    sizes[0] = 0
    return np.asarray((sizes >= least)[labels])


def _grown(
    cores: np.ndarray, rim: np.ndarray, seed: np.ndarray | None, deviations: np.ndarray, cell: int
) -> np.ndarray:
    """Cores grown over the rim pixels connected to them, up to REACH px away, then dilated by a pixel.

    Parts connected to the seed only are kept where they have CORE_PIXELS and reach HANGING deviations somewhere.
    """
    seeds = cores
    if seed is not None:
        near = _within(seed, REACH / cell)
        labels, count = ndi.label(rim & near, EIGHT)
        if count:
            numbers = np.arange(count + 1)
            kept = np.asarray(ndi.maximum(deviations, labels, numbers)) > HANGING
            kept &= np.bincount(labels.ravel(), minlength=count + 1) >= -(-CORE_PIXELS // cell**2)
            touches = np.bincount(labels[seed], minlength=count + 1) > 0
            kept &= touches
            kept[0] = False
            seeds = cores | kept[labels]
    if not seeds.any():
        return seeds
    near = _within(cores, REACH / cell) if cores.any() else np.zeros_like(cores)
    grown = ndi.binary_propagation(seeds, mask=seeds | (rim & near), structure=EIGHT)
    return np.asarray(ndi.binary_dilation(grown) if cell == 1 else grown)
