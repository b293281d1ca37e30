"""Cloud and shadow told by whole neighbourhoods: what a single pixel leaves open, the pixels around it decide.

Ground that has changed is brighter here and darker there, seldom darker by a quarter in every band over many pixels;
cloud and shadow are smooth.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination.growth import EIGHT, Flags
from geoinpaint_engine.quality.contamination.signals import Signal

AROUND = 2.5  # px: of the Gaussian means
MOST, MOST_OPACITY = (-6.0, 12.0), (-0.5, 1.2)  # deviations, and opacity, that count in a mean
CERTAIN = 7.0  # mean deviations that a cloud must reach somewhere
FAINT, FAINT_OPACITY, FAINT_PIXELS = 1.5, 0.015, 12  # mean deviations and opacity of a small or dim cloud, its size
TOWARDS_FAINT = 0.8  # share of its squared deviation that must lie towards cloud
VEIL, FALLING = 0.8, 0.2  # mean deviations of a veil beside a cloud, and how many more are asked for a px farther
VEIL_OPACITY, VEIL_REACH = 0.02, 16
DARK, DARK_DEVIATIONS, DARK_PIXELS = 0.25, 0.8, 40  # mean share of the light that a shadow takes, ...
DUSK_REACH = 12  # px over which its rim hangs on it


@dataclass(frozen=True)
class Asked:
    """What clouds and shadows must show as a whole.

    Args:
        towards_cloud: share of the squared deviation that must lie towards cloud, in the middle of a cloud's pixels.
        towards_shadow: the same of a shadow: it takes light from every band, as far as the usual of the bands tells.
        dusk: mean share of the light that a shadow takes at its rim, and
        dusk_deviations: mean deviations there.
    """

    towards_cloud: float
    towards_shadow: float
    dusk: float
    dusk_deviations: float


USUAL = Asked(towards_cloud=0.35, towards_shadow=0.5, dusk=0.12, dusk_deviations=0.5)
# Of a scene that was learned without what a first look found: clear ground is told closer, cloud and shadow stand out.
STRICT = Asked(towards_cloud=0.6, towards_shadow=0.7, dusk=0.18, dusk_deviations=1.0)


@dataclass(frozen=True)
class Means:
    """Means over a pixel's neighbourhood, (rows, cols) float32 each: deviations, opacity, and share of light taken.

    `cell` is that of the signal.
    """

    cloud: np.ndarray
    shadow: np.ndarray
    opacity: np.ndarray
    darkening: np.ndarray
    cell: int = 1

    @classmethod
    def of(cls, signal: Signal) -> Means:
        """Those of a signal, over what is known."""
        known, around = signal.known, AROUND / signal.cell
        share = np.maximum(ndi.gaussian_filter(known.astype(np.float32), around), 1e-3)

        def mean(values: np.ndarray, limits: tuple[float, float]) -> np.ndarray:
            seen = np.where(known, np.clip(values, *limits), np.float32(0)).astype(np.float32)
            return np.asarray(ndi.gaussian_filter(seen, around) / share)

        return cls(
            mean(signal.cloud, MOST), mean(signal.shadow, MOST), mean(signal.opacity, MOST_OPACITY),
            mean(signal.darkening, MOST_OPACITY), signal.cell,
        )  # fmt: skip


def settled(
    flags: Flags, signal: Signal, hole: np.ndarray | None = None, *, doubted: bool = False, close: bool = False
) -> Flags:
    """Flags as the neighbourhoods have them.

    Args:
        flags: by single pixels and what hangs on them.
        signal: that they were told from.
        hole: (rows, cols) bool, a mask that leaves rims: what hangs on it is kept.
        doubted: whether a cloud must be certain as a whole: of two images none tells which of them has changed.
        close: whether the scene was learned without what a first look found.
    """
    means = Means.of(signal)
    seed = ndi.binary_dilation(hole, EIGHT) if hole is not None and hole.any() else None
    asked = STRICT if close else USUAL
    shadow = whole_shadows(signal, means, asked)
    if seed is not None:
        shadow |= _touching(flags.shadow, seed)
    cloud = flags.cloud
    if doubted:
        cloud = whole_clouds(cloud, signal, means, asked, seed)
    elif close:
        cloud = cloud | faint_clouds(signal, means)
    return replace(flags, cloud=with_veils(cloud, means), shadow=shadow)


def _touching(pixels: np.ndarray, seed: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the connected parts that touch the seed."""
    labels, count = ndi.label(pixels, EIGHT)
    touches = np.bincount(labels[seed], minlength=count + 1) > 0
    touches[0] = False
    return np.asarray(touches[labels])


def faint_clouds(signal: Signal, means: Means) -> np.ndarray:
    """(rows, cols) bool: small and dim clouds that no single pixel tells for certain, but the mean over many does.

    Several dates say how ground changes there; what a single one says is too little.

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
    """(count + 1,): the share of the squared deviation that lies towards cloud, in the middle of each part's pixels."""
    towards = np.where(pixels, signal.cloud**2 / np.maximum(signal.total, 1e-6), 0)
    return np.asarray(ndi.median(towards, labels, np.arange(count + 1)))


def whole_clouds(
    cloud: np.ndarray, signal: Signal, means: Means, asked: Asked, seed: np.ndarray | None = None
) -> np.ndarray:
    """(rows, cols) bool: the clouds that are certain somewhere, and differ towards cloud more than in other ways.

    Args:
        cloud: (rows, cols) bool, what single pixels tell.
        signal: of the image.
        means: of the signal.
        asked: of a cloud as a whole.
        seed: (rows, cols) bool; what touches it is kept as it is.
    """
    labels, count = ndi.label(cloud, EIGHT)
    if not count:
        return cloud
    kept = np.asarray(ndi.maximum(means.cloud, labels, np.arange(count + 1))) >= CERTAIN
    kept &= _towards_cloud(signal, cloud, labels, count) >= asked.towards_cloud
    if seed is not None:
        kept |= np.bincount(labels[seed], minlength=count + 1) > 0
    kept[0] = False
    return np.asarray(kept[labels])


def with_veils(cloud: np.ndarray, means: Means) -> np.ndarray:
    """(rows, cols) bool: clouds with the veils that fade out beside them.

    Args:
        cloud: (rows, cols) bool.
        means: of the signal.
    """
    if not cloud.any():
        return cloud
    distance = means.cell * ndi.distance_transform_edt(~cloud)
    veil = (means.cloud > VEIL + FALLING * distance) & (means.opacity > VEIL_OPACITY) & (distance <= VEIL_REACH)
    return np.asarray(ndi.binary_propagation(cloud, mask=cloud | veil, structure=EIGHT))


def whole_shadows(signal: Signal, means: Means, asked: Asked) -> np.ndarray:
    """(rows, cols) bool: what is darker in every band over a neighbourhood, and its rim.

    How much light is missing tells more of a shadow than how far that is from chance: over fields and water chance
    is wide, but it does not take a quarter of all light from everything.

    Args:
        signal: of the image.
        means: of the signal.
        asked: of a shadow as a whole.
    """
    dark = (means.darkening > DARK) & (means.shadow > DARK_DEVIATIONS) & (means.shadow > means.cloud) & signal.known
    labels, count = ndi.label(ndi.binary_opening(dark), EIGHT)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    sizes[0] = 0
    towards = np.where(dark, signal.shadow**2 / np.maximum(signal.total, 1e-6), 0)
    flat = np.asarray(ndi.median(towards, labels, np.arange(count + 1))) >= asked.towards_shadow
    core = ((means.cell**2 * sizes >= DARK_PIXELS) & flat)[labels]
    if not core.any():
        return np.asarray(core)
    near = means.cell * ndi.distance_transform_edt(~core) <= DUSK_REACH
    dusk = (means.darkening > asked.dusk) & (means.shadow > asked.dusk_deviations) & near
    return np.asarray(ndi.binary_dilation(ndi.binary_propagation(core, mask=core | dusk, structure=EIGHT)))
