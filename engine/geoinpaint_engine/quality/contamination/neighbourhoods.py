"""Second stage of the detection: Gaussian means over neighbourhoods decide where single pixels are ambiguous.

Cloud and shadow are smooth; ground that has changed is brighter here and darker there, and seldom darker by a quarter
in every band over many pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination.growth import EIGHT, Flags
from geoinpaint_engine.quality.contamination.signals import Signal

AROUND = 2.5  # px, sigma of the Gaussian means
MOST, MOST_OPACITY = (-6.0, 12.0), (-0.5, 1.2)  # clipping of deviations, and of opacity, before the means
CERTAIN = 7.0  # mean deviations that a cloud must reach somewhere
FAINT, FAINT_OPACITY, FAINT_PIXELS = 1.5, 0.015, 12  # thresholds of a faint cloud: mean deviations, opacity, size
TOWARDS_FAINT = 0.8  # share of its squared deviation that must lie towards cloud
VEIL, FALLING = 0.8, 0.2  # mean deviations of a veil beside a cloud, and their increase per px of distance
VEIL_OPACITY, VEIL_REACH = 0.02, 16  # and its opacity; px from the cloud
DARK, DARK_DEVIATIONS, DARK_PIXELS = 0.25, 0.8, 40  # thresholds of a shadow: share of light taken, deviations, size
DUSK_REACH = 12  # px, largest distance of its rim


@dataclass(frozen=True)
class Thresholds:
    """Thresholds for a cloud or shadow as a whole.

    Args:
        towards_cloud: share of the squared deviation towards cloud, median over a cloud's pixels.
        towards_shadow: the same of a shadow, towards darkness.
        dusk: mean share of the light taken at a shadow's rim.
        dusk_deviations: mean deviations there.
    """

    towards_cloud: float
    towards_shadow: float
    dusk: float
    dusk_deviations: float


USUAL = Thresholds(towards_cloud=0.35, towards_shadow=0.5, dusk=0.12, dusk_deviations=0.5)
# Second look, at a scene learned without what the first one found: clear ground is predicted better, so that cloud and
# shadow stand out.
STRICT = Thresholds(towards_cloud=0.6, towards_shadow=0.7, dusk=0.18, dusk_deviations=1.0)


@dataclass(frozen=True)
class Means:
    """Neighbourhood means of a signal, (rows, cols) float32 each, named as in `Signal`.

    Args:
        cloud, shadow: deviations.
        opacity: of cloud.
        darkening: share of light taken by shadow.
        cell: px a side of the signal's cells.
    """

    cloud: np.ndarray
    shadow: np.ndarray
    opacity: np.ndarray
    darkening: np.ndarray
    cell: int = 1

    @classmethod
    def of(cls, signal: Signal) -> Means:
        """Means of a signal over its known pixels."""
        known, around = signal.known, AROUND / signal.cell
        weight = np.maximum(ndi.gaussian_filter(known.astype(np.float32), around), 1e-3)

        def mean(values: np.ndarray, limits: tuple[float, float]) -> np.ndarray:
            clipped = np.where(known, np.clip(values, *limits), np.float32(0)).astype(np.float32)
            return np.asarray(ndi.gaussian_filter(clipped, around) / weight)

        return cls(
            mean(signal.cloud, MOST), mean(signal.shadow, MOST), mean(signal.opacity, MOST_OPACITY),
            mean(signal.darkening, MOST_OPACITY), signal.cell,
        )  # fmt: skip


def revised(
    flags: Flags, signal: Signal, hole: np.ndarray | None = None, *, two_images: bool = False, close: bool = False
) -> Flags:
    """Flags revised by neighbourhood means.

    Args:
        flags: from `growth.flagged`.
        signal: that they were derived from.
        hole: (rows, cols) bool, a mask that leaves rims: parts connected to it are kept. None: no such mask.
        two_images: whether a cloud must be significant as a whole; of only two images, either may be the changed one.
        close: whether this is the second look, see `Model.close`.
    """
    means = Means.of(signal)
    seed = ndi.binary_dilation(hole, EIGHT) if hole is not None and hole.any() else None
    thresholds = STRICT if close else USUAL
    shadow = whole_shadows(signal, means, thresholds)
    if seed is not None:
        shadow |= _touching(flags.shadow, seed)
    cloud = flags.cloud
    if two_images:
        cloud = whole_clouds(cloud, signal, means, thresholds, seed)
    elif close:
        cloud = cloud | faint_clouds(signal, means)
    return replace(flags, cloud=with_veils(cloud, means), shadow=shadow)


def _touching(pixels: np.ndarray, seed: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the connected components that touch the seed."""
    labels, count = ndi.label(pixels, EIGHT)
    touches = np.bincount(labels[seed], minlength=count + 1) > 0
    touches[0] = False
    return np.asarray(touches[labels])


def faint_clouds(signal: Signal, means: Means) -> np.ndarray:
    """(rows, cols) bool: small or dim clouds that are significant in the mean over many pixels only.

    Requires several dates: a single one does not show how much the ground itself varies.

    Args:
        signal: of the image.
        means: of the signal.
    """
    faint = (means.cloud > FAINT) & (means.opacity > FAINT_OPACITY) & (means.cloud > means.shadow) & signal.known
    labels, count = ndi.label(ndi.binary_opening(faint), EIGHT)
    kept = means.cell**2 * np.bincount(labels.ravel(), minlength=count + 1) >= FAINT_PIXELS
    kept &= _towards_cloud(signal, faint, labels, count) >= TOWARDS_FAINT
    kept[0] = False
    return np.asarray(kept[labels])


def _towards_cloud(signal: Signal, pixels: np.ndarray, labels: np.ndarray, count: int) -> np.ndarray:
    """(count + 1,): per component, the median share of the squared deviation that lies towards cloud."""
    towards = np.where(pixels, signal.cloud**2 / np.maximum(signal.total, 1e-6), 0)
    return np.asarray(ndi.median(towards, labels, np.arange(count + 1)))


def whole_clouds(
    cloud: np.ndarray, signal: Signal, means: Means, thresholds: Thresholds, seed: np.ndarray | None = None
) -> np.ndarray:
    """(rows, cols) bool: the clouds that are certain somewhere and deviate mainly towards cloud.

    Args:
        cloud: (rows, cols) bool, flagged by single pixels.
        signal: of the image.
        means: of the signal.
        thresholds: of the image.
        seed: (rows, cols) bool; components that touch it are kept. None: none.
    """
    labels, count = ndi.label(cloud, EIGHT)
    if not count:
        return cloud
    kept = np.asarray(ndi.maximum(means.cloud, labels, np.arange(count + 1))) >= CERTAIN
    kept &= _towards_cloud(signal, cloud, labels, count) >= thresholds.towards_cloud
    if seed is not None:
        kept |= np.bincount(labels[seed], minlength=count + 1) > 0
    kept[0] = False
    return np.asarray(kept[labels])


def with_veils(cloud: np.ndarray, means: Means) -> np.ndarray:
    """(rows, cols) bool: clouds grown over the veils that fade out beside them.

    Args:
        cloud: (rows, cols) bool.
        means: of the signal.
    """
    if not cloud.any():
        return cloud
    distance = means.cell * ndi.distance_transform_edt(~cloud)
    veil = (means.cloud > VEIL + FALLING * distance) & (means.opacity > VEIL_OPACITY) & (distance <= VEIL_REACH)
    return np.asarray(ndi.binary_propagation(cloud, mask=cloud | veil, structure=EIGHT))


def whole_shadows(signal: Signal, means: Means, thresholds: Thresholds) -> np.ndarray:
    """(rows, cols) bool: neighbourhoods that are darker in every band, and their rims.

    The share of light taken discriminates shadow better than its significance: fields and water vary widely, but
    their variation does not darken whole neighbourhoods by a quarter in all bands.

    Args:
        signal: of the image.
        means: of the signal.
        thresholds: of the image.
    """
    dark = (means.darkening > DARK) & (means.shadow > DARK_DEVIATIONS) & (means.shadow > means.cloud) & signal.known
    labels, count = ndi.label(ndi.binary_opening(dark), EIGHT)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    sizes[0] = 0
    towards = np.where(dark, signal.shadow**2 / np.maximum(signal.total, 1e-6), 0)
    towards_enough = np.asarray(ndi.median(towards, labels, np.arange(count + 1))) >= thresholds.towards_shadow
    core = ((means.cell**2 * sizes >= DARK_PIXELS) & towards_enough)[labels]
    if not core.any():
        return np.asarray(core)
    in_reach = means.cell * ndi.distance_transform_edt(~core) <= DUSK_REACH
    rim = (means.darkening > thresholds.dusk) & (means.shadow > thresholds.dusk_deviations) & in_reach
    return np.asarray(ndi.binary_dilation(ndi.binary_propagation(core, mask=core | rim, structure=EIGHT)))
