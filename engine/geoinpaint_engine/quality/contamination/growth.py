"""From signals to pixels: certain cores of cloud and shadow, and the rims that hang on them or on a mask."""

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
    """From where on something is cloud (or shadow): in standard deviations of clear ground, and as opacity, 0 to 1.

    Args:
        core: deviations, and
        core_opacity: of a certain core of at least CORE_PIXELS.
        rim: deviations, and
        rim_opacity: of what hangs on one.
    """

    core: float
    core_opacity: float
    rim: float
    rim_opacity: float


CLOUD = Limits(core=4.0, core_opacity=0.10, rim=1.6, rim_opacity=0.012)
SHADOW = Limits(core=4.0, core_opacity=0.15, rim=2.0, rim_opacity=0.05)
STRONG = Limits(core=7.0, core_opacity=0.25, rim=0.0, rim_opacity=0.0)  # a small cloud that is no doubt one
DEEP = 0.4  # share of the light that a certain shadow takes
CORE_PIXELS, STRONG_PIXELS = 12, 4
REACH = 12  # px over which a rim hangs on its core
RING, ALONG = 2, 5.0  # px: width of the rim that is looked at as a whole, and how far along the mask's edge
RING_MOST = 4.0  # deviations of a pixel that count there
RING_LEAST = 0.8  # mean deviation from which on a rim is cloud (or shadow)
HANGING = 3.0  # deviations that what hangs on the mask alone must reach somewhere
EXPLAINED = 0.5  # share of the deviation that must lie towards cloud (or shadow)


@dataclass(frozen=True)
class Flags:
    """(rows, cols) each: bool where cloud and where shadow is, float32 mean deviation of the rim beside the hole."""

    cloud: np.ndarray
    shadow: np.ndarray
    cloud_rim: np.ndarray
    shadow_rim: np.ndarray

    @property
    def either(self) -> np.ndarray:
        """(rows, cols) bool."""
        return self.cloud | self.shadow


def flagged(
    signal: Signal, plain: np.ndarray, rivals: tuple[np.ndarray | float, np.ndarray | float],
    hole: np.ndarray | None = None,
    *,
    certain: bool = False,
) -> Flags:  # fmt: skip
    """Cloud and shadow in an image.

    Args:
        signal: of the image.
        plain: (rows, cols) bool, see `series.plain_cloud`.
        rivals: see `signals.rivals_of`.
        hole: (rows, cols) bool, a mask that leaves rims: what hangs on it is told too. None: there is no such mask.
        certain: whether only what is no doubt cloud or shadow is told, and what hangs on it: beside a good mask.
    """
    if hole is None or not hole.any():
        nothing = np.zeros(signal.cloud.shape, dtype=np.float32)
        return Flags(*_hanging(signal, plain, rivals, None, certain=certain), nothing, nothing)
    cloud, shadow = _hanging(signal, plain, rivals, ndi.binary_dilation(hole, EIGHT))
    rims = [_beside_mask(one, signal.known, hole, signal.cell) for one in (signal.cloud, signal.shadow)]
    cloud |= (rims[0] > RING_LEAST) & (rims[0] >= rims[1])
    shadow |= (rims[1] > RING_LEAST) & (rims[1] > rims[0])
    return Flags(cloud, shadow, *rims)


def _hanging(
    signal: Signal,
    opaque: np.ndarray,
    rivals: tuple[np.ndarray | float, np.ndarray | float],
    seed: np.ndarray | None,
    *,
    certain: bool = False,
) -> tuple[np.ndarray, np.ndarray]:
    """(rows, cols) bool each, cloud and shadow: certain cores, and what hangs on them or on the seed."""
    strong = (signal.cloud > STRONG.core) & (signal.opacity > STRONG.core_opacity)
    deep = (signal.shadow > STRONG.core) & (signal.darkening > DEEP)
    if certain and not strong.any() and not deep.any():
        return strong, deep
    cloudy = (signal.cloud**2 > EXPLAINED * signal.total) & (signal.cloud > rivals[0])
    shaded = (signal.shadow**2 > EXPLAINED * signal.total) & (signal.shadow > rivals[1])
    least = -(-CORE_PIXELS // signal.cell**2)
    cores = _sized(_opened(cloudy & _over(signal.cloud, signal.opacity, CLOUD)), least)
    cores |= _sized(_opened(opaque), least)
    cores |= _sized(cloudy & strong, -(-STRONG_PIXELS // signal.cell**2))
    dark = _sized(_opened(shaded & _over(signal.shadow, signal.darkening, SHADOW)), least)
    if certain:
        cores = _holding(cores, strong)
        dark = _holding(dark, deep)
    rims = (
        (signal.cloud > CLOUD.rim) & (signal.opacity > CLOUD.rim_opacity),
        (signal.shadow > SHADOW.rim) & (signal.darkening > SHADOW.rim_opacity),
    )
    return (
        _grown(cores, rims[0], seed, signal.cloud, signal.cell), _grown(dark, rims[1], seed, signal.shadow, signal.cell)
    )  # fmt: skip


def _beside_mask(deviations: np.ndarray, known: np.ndarray, hole: np.ndarray, cell: int) -> np.ndarray:
    """(rows, cols) float32: mean deviation of the pixels beside the hole along its edge; 0 farther away.

    A rim that no pixel tells for certain may still be plain on the whole.
    """
    ring = known & ~hole & ndi.binary_dilation(hole, EIGHT, iterations=max(RING // cell, 1))
    if not ring.any():
        return np.zeros_like(deviations)
    share = ndi.gaussian_filter(ring.astype(np.float32), ALONG / cell)
    mean = ndi.gaussian_filter(np.where(ring, np.clip(deviations, -RING_MOST, RING_MOST), 0), ALONG / cell)
    return np.asarray(np.where(ring, mean / np.maximum(share, 1e-3), 0), dtype=np.float32)


def _opened(pixels: np.ndarray) -> np.ndarray:
    """What is left of (rows, cols) bool without what is narrower than a cross of 3 px; beyond the edge is nothing."""
    if not pixels.any():
        return pixels
    least = cv2.erode(pixels.view(np.uint8), CROSS, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return np.asarray(cv2.dilate(least, CROSS, borderType=cv2.BORDER_CONSTANT, borderValue=0)).view(bool)


def _within(pixels: np.ndarray, reach: float) -> np.ndarray:
    """(rows, cols) bool: at most `reach` px from one of the pixels."""
    away = np.logical_not(pixels).view(np.uint8)
    return np.asarray(cv2.distanceTransform(away, cv2.DIST_L2, cv2.DIST_MASK_PRECISE) <= reach)


def _over(deviations: np.ndarray, amplitude: np.ndarray, limits: Limits) -> np.ndarray:
    return np.asarray((deviations > limits.core) & (amplitude > limits.core_opacity))


def _holding(pixels: np.ndarray, certain: np.ndarray) -> np.ndarray:
    """The connected parts that hold a certain pixel."""
    count, labels = cv2.connectedComponents(pixels.view(np.uint8), connectivity=8)
    holds = np.bincount(labels[certain & pixels], minlength=count) > 0
    return np.asarray(holds[labels] & pixels)


def _sized(pixels: np.ndarray, least: int) -> np.ndarray:
    """The connected parts that have so many pixels."""
    if not pixels.any():
        return pixels
    _, labels, found, _ = cv2.connectedComponentsWithStats(pixels.view(np.uint8), connectivity=8)
    sizes = found[:, cv2.CC_STAT_AREA]
    sizes[0] = 0
    return np.asarray((sizes >= least)[labels])


def _grown(
    cores: np.ndarray, rim: np.ndarray, seed: np.ndarray | None, deviations: np.ndarray, cell: int
) -> np.ndarray:
    """Cores with their rims: pixels that hang on a core at most REACH px away, and one more.

    What hangs on the seed alone counts where it is large and somewhere plain enough.
    """
    start = cores
    if seed is not None:
        near = _within(seed, REACH / cell)
        labels, count = ndi.label(rim & near, EIGHT)
        if count:
            numbers = np.arange(count + 1)
            plain = np.asarray(ndi.maximum(deviations, labels, numbers)) > HANGING
            plain &= np.bincount(labels.ravel(), minlength=count + 1) >= -(-CORE_PIXELS // cell**2)
            hangs = np.bincount(labels[seed], minlength=count + 1) > 0
            plain &= hangs
            plain[0] = False
            start = cores | plain[labels]
    if not start.any():
        return start
    near = _within(cores, REACH / cell) if cores.any() else np.zeros_like(cores)
    grown = ndi.binary_propagation(start, mask=start | (rim & near), structure=EIGHT)
    return np.asarray(ndi.binary_dilation(grown) if cell == 1 else grown)
