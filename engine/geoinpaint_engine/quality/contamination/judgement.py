"""Cloud and shadow in a window: matched filters on what does not follow from the other images, cores grown to rims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination.learning import Model, kind_of
from geoinpaint_engine.quality.contamination.series import NEAREST, Series, evidence, plain_cloud, smoothed

HALO = 64  # px around a window that its judgement looks at


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
CORE_PIXELS, STRONG_PIXELS = 12, 4
REACH = 12  # px over which a rim hangs on its core
RING, ALONG = 2, 5.0  # px: width of the rim that is looked at as a whole, and how far along the mask's edge
RING_MOST = 4.0  # deviations of a pixel that count there
RING_LEAST = 0.8  # mean deviation from which on a rim is cloud (or shadow)
HANGING = 3.0  # deviations that what hangs on the mask alone must reach somewhere
EXPLAINED = 0.5  # share of the deviation that must lie towards cloud (or shadow)
STEADY = 4.0  # dates that ground counts as unchanged beside those that show how much it changes
MOST_CHANGE = 25.0  # variance of a date in parts of the usual that counts
LEAST_CHANGE = 0.5
ALONE = 20.0  # px: of the mean that the scene is judged against where no date shows the ground
LEAST_CLEAR = 200  # px that such a mean needs
DARKEST = 0.02  # ground is never taken to be darker than this part of bright cloud
MOST_FLAGGED = 0.8  # share of a date beyond which it is no cloud but another season
LEAST = 0.001  # opacity of what is cloud or shadow at all
DOUBTFUL = 2.0  # squared deviations that a change has by chance
RESTORABLE = 1.7  # deviations of clear ground that cloud or shadow may add where the scene without it is still used
MOST_RESTORED = 0.6  # opacity up to which ground shows through
EIGHT = np.ones((3, 3), dtype=bool)


@dataclass(frozen=True)
class Signal:
    """What an image shows in a window beyond what follows from the others; (rows, cols) float32 each.

    Args:
        cloud, shadow: deviations towards either.
        opacity: of the cloud, and
        darkening: share of the light that a shadow takes.
        total: squared deviation in all directions.
        to_cloud, to_shadow: (bands, rows, cols) float32 DN, what full opacity (full darkness) adds to the ground.
        noise: standard deviation of clear ground in DN.
        known: (rows, cols) bool, where there is any evidence.
    """

    cloud: np.ndarray
    shadow: np.ndarray
    opacity: np.ndarray
    darkening: np.ndarray
    total: np.ndarray
    to_cloud: np.ndarray
    to_shadow: np.ndarray
    noise: np.ndarray
    known: np.ndarray

    def noisier(self, variance: np.ndarray) -> Signal:
        """The same where clear ground varies so many times as much."""
        root = np.sqrt(variance).astype(np.float32)
        return replace(
            self, cloud=self.cloud / root, shadow=self.shadow / root, total=self.total / variance,
            noise=self.noise * root,
        )  # fmt: skip

    def where(self, other: Signal, there: np.ndarray) -> Signal:
        """The other signal in some places (rows, cols), this one elsewhere."""
        pairs = {name: (getattr(self, name), value) for name, value in vars(other).items()}
        return Signal(**{name: np.where(there, theirs, ours) for name, (ours, theirs) in pairs.items()})


@dataclass(frozen=True)
class Judgement:
    """What a window shows; (rows, cols) each unless said otherwise.

    Args:
        cloud, shadow: bool, of the scene outside its hole; no pixel is both.
        opacity: float32 of these, 0 to 1 of a cloud, negative: the share of light that a shadow takes; 0 elsewhere.
        restored: (bands, rows, cols) float32 DN, the scene with cloud and shadow taken off.
        restorable: bool, cloud or shadow so thin that `restored` says more than farther ground.
        dates: (dates, rows, cols) bool, where a date shows cloud or shadow.
    """

    cloud: np.ndarray
    shadow: np.ndarray
    opacity: np.ndarray
    restored: np.ndarray
    restorable: np.ndarray
    dates: np.ndarray


def judge(model: Model, series: Series, valid: np.ndarray | None = None) -> Judgement:
    """Cloud and shadow in a window.

    Args:
        model: of the scene.
        series: the window, HALO px wider on each side than what is to be told.
        valid: (images, rows, cols) bool, where each image is believed; None = where it is valid.
    """
    believed = series.valid if valid is None else valid
    signals = [_signal(model, series, believed, number) for number in range(len(series.images))]
    if len(signals) >= 3:
        signals[0] = signals[0].noisier(_restlessness(signals[1:], believed[1:], len(model.white)))
    opaque = [plain_cloud(series, believed, number, model.white) for number in range(len(signals))]
    dates = np.zeros((len(signals) - 1, *series.shape), dtype=bool)
    for number in range(1, len(signals)):
        told = np.logical_or(*_flagged(signals[number], opaque[number], _rivals(signals, number), None))
        seen, plain = series.valid[number], ndi.binary_dilation(opaque[number], EIGHT)
        if (told & seen & ~plain).sum() > MOST_FLAGGED * max((seen & ~plain).sum(), 1):
            told = plain  # so much is no cloud but another season
        dates[number - 1] = told
    beside = ndi.binary_dilation(series.hole, EIGHT) if series.hole.any() else None
    rivals = _rivals(signals, 0)
    signal = signals[0]
    cloud, shadow = _flagged(signal, opaque[0], rivals, beside)
    lacking = series.valid[0] & ~signal.known
    if lacking.any():
        clear = series.valid[0] & signal.known & ~cloud & ~shadow
        if clear.sum() >= LEAST_CLEAR:
            signal = signal.where(_signal_alone(model, series, clear), lacking)
            cloud, shadow = _flagged(signal, opaque[0], rivals, beside)
    rims = [_beside_mask(one, signal.known, series.hole) for one in (signal.cloud, signal.shadow)]
    cloud |= (rims[0] > RING_LEAST) & (rims[0] >= rims[1])
    shadow |= (rims[1] > RING_LEAST) & (rims[1] > rims[0])
    cloud, shadow = cloud & series.valid[0], shadow & series.valid[0]
    shadow &= ~cloud | (signal.shadow > signal.cloud)
    cloud &= ~shadow
    opacity = np.where(cloud, signal.opacity.clip(LEAST, 1), np.where(shadow, -signal.darkening.clip(LEAST, 1), 0))
    # what is not far from noise may as well be the ground itself: shrunk towards no change (James & Stein 1961)
    told = np.where(cloud, np.maximum(signal.cloud, 2 * rims[0]), np.maximum(signal.shadow, 2 * rims[1]))
    sure = 1 - np.minimum(DOUBTFUL / np.maximum(told, 1e-3) ** 2, 1)
    added = sure * np.where(
        cloud, signal.to_cloud * np.maximum(signal.opacity, 0), signal.to_shadow * np.maximum(signal.darkening, 0)
    )
    size = np.sqrt((added**2).mean(axis=0))
    return Judgement(
        cloud, shadow, opacity.astype(np.float32),
        np.where(cloud | shadow, series.images[0] - added, series.images[0]).astype(np.float32),
        (cloud | shadow) & (size < RESTORABLE * signal.noise) & (np.abs(opacity) < MOST_RESTORED),
        dates,
    )  # fmt: skip


def believed_dates(series: Series, dates: np.ndarray) -> np.ndarray:
    """(images, rows, cols) bool: where each image is believed once the dates were judged.

    A date is not believed where it shows cloud or shadow and another date does not. What shows in all of them is kept:
    the last that is known of the ground is worth more than nothing.

    Args:
        series: the images.
        dates: (dates, rows, cols) bool, where each shows cloud or shadow.
    """
    valid = series.valid.copy()
    if len(dates) < 2:
        return valid
    bad = dates & valid[1:]
    good = (valid[1:] & ~bad).any(axis=0)
    valid[1:] &= ~(bad & good)
    return valid


def _signal(model: Model, series: Series, valid: np.ndarray, number: int) -> Signal:
    predictor = model.predictors[number]
    if predictor is None:
        return _nothing(series)
    told = evidence(series, model.standard, number, valid)
    known = told.known & series.valid[number]
    ground = predictor.predict(told.features)
    residual = series.fine[number] - ground
    return _matched(residual, ground, predictor.covariances, kind_of(told.looks, predictor.kinds), model.white, known)


def _nothing(series: Series) -> Signal:
    """What shows where nothing can be told."""
    none, bands = np.zeros(series.shape, np.float32), np.zeros(series.images.shape[1:], np.float32)
    return Signal(none, none, none, none, none + 1, bands, bands, none + 1, np.zeros(series.shape, dtype=bool))


def _signal_alone(model: Model, series: Series, clear: np.ndarray) -> Signal:
    """The scene beside the mean of its own clear ground around."""
    ground = smoothed(series.fine[0], clear, ALONE)
    residual = series.fine[0] - ground
    values = residual[:, clear][:, :: max(1, int(clear.sum()) // 5000)]
    covariance = np.atleast_2d(np.cov(values)) + 1e-6 * np.eye(len(values))
    everywhere = np.zeros(series.shape, dtype=np.int16)
    return _matched(residual, ground, covariance[None], everywhere, model.white, series.valid[0])


def _matched(
    residual: np.ndarray, ground: np.ndarray, covariances: np.ndarray, kind: np.ndarray, white: np.ndarray,
    known: np.ndarray,
) -> Signal:  # fmt: skip
    """The matched filter towards cloud and towards shadow.

    With d the direction, r what is left and C its covariance, the amplitude is d'C^-1 r / d'C^-1 d, and its standard
    deviation is (d'C^-1 d)^-1/2.

    Args:
        residual, ground: (bands, rows, cols) DN.
        covariances: (kinds, bands, bands).
        kind: (rows, cols) of each pixel.
        white: (bands,) of bright cloud.
        known: (rows, cols) bool.
    """
    bright = white[:, None, None]
    to_cloud = np.maximum(bright - np.maximum(ground, 0), NEAREST * bright).astype(np.float32)
    to_shadow = -np.maximum(ground, DARKEST * bright).astype(np.float32)
    out = {name: np.zeros(kind.shape, np.float32) for name in ("cloud", "shadow", "opacity", "darkening")}
    total, noise = np.ones(kind.shape, np.float32), np.ones(kind.shape, np.float32)
    for number, covariance in enumerate(covariances):
        at = known & (kind == number)
        if not at.any():
            continue
        inverse, left = np.linalg.inv(covariance).astype(np.float32), residual[:, at]
        total[at], noise[at] = ((inverse @ left) * left).sum(axis=0), np.sqrt(np.trace(covariance) / len(covariance))
        for deviations, amplitude, direction in (("cloud", "opacity", to_cloud), ("shadow", "darkening", to_shadow)):
            towards = direction[:, at]
            weighed = inverse @ towards
            size, match = (weighed * towards).sum(axis=0), (weighed * left).sum(axis=0)
            out[deviations][at], out[amplitude][at] = match / np.sqrt(size), match / size
    return Signal(**out, total=total, to_cloud=to_cloud, to_shadow=to_shadow, noise=noise, known=known)


def _restlessness(dates: Sequence[Signal], valid: np.ndarray, bands: int) -> np.ndarray:
    """(rows, cols) variance in parts of the usual: of ground that changes from date to date, where dates tell."""
    total, count = np.zeros(valid.shape[1:]), np.zeros(valid.shape[1:])
    for date, believed in zip(dates, valid, strict=True):
        seen = date.known & believed
        share = np.maximum(ndi.gaussian_filter(seen.astype(np.float32), 1.5), 1e-3)
        change = ndi.gaussian_filter(np.where(seen, np.minimum(date.total / bands, MOST_CHANGE), 0), 1.5) / share
        total += np.where(seen, change, 0)
        count += seen
    return np.asarray(np.maximum((STEADY + total) / (STEADY + count), LEAST_CHANGE))


def _rivals(signals: Sequence[Signal], number: int) -> tuple[np.ndarray | float, np.ndarray | float]:
    """What else may be the cause of a cloud (a shadow) in an image: a shadow (a cloud) in another.

    With three dates and more what the dates have in common decides.
    """
    others = [signal for other, signal in enumerate(signals) if other != number]
    if not others or len(signals) > 3:
        return 0.0, 0.0
    return np.max([one.shadow for one in others], axis=0), np.max([one.cloud for one in others], axis=0)


def _flagged(
    signal: Signal, opaque: np.ndarray, rivals: tuple[np.ndarray | float, np.ndarray | float], seed: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray]:
    """(rows, cols) bool each, cloud and shadow: certain cores, and what hangs on them or on the seed."""
    cloudy = (signal.cloud**2 > EXPLAINED * signal.total) & (signal.cloud > rivals[0])
    shaded = (signal.shadow**2 > EXPLAINED * signal.total) & (signal.shadow > rivals[1])
    cores = _sized(ndi.binary_opening(cloudy & _over(signal.cloud, signal.opacity, CLOUD)), CORE_PIXELS)
    cores |= _sized(ndi.binary_opening(opaque), CORE_PIXELS)
    cores |= _sized(cloudy & _over(signal.cloud, signal.opacity, STRONG), STRONG_PIXELS)
    dark = _sized(ndi.binary_opening(shaded & _over(signal.shadow, signal.darkening, SHADOW)), CORE_PIXELS)
    return (
        _grown(cores, (signal.cloud > CLOUD.rim) & (signal.opacity > CLOUD.rim_opacity), seed, signal.cloud),
        _grown(dark, (signal.shadow > SHADOW.rim) & (signal.darkening > SHADOW.rim_opacity), seed, signal.shadow),
    )


def _beside_mask(deviations: np.ndarray, known: np.ndarray, hole: np.ndarray) -> np.ndarray:
    """(rows, cols) float32: mean deviation of the pixels beside the hole along its edge; 0 farther away.

    A rim that no pixel tells for certain may still be plain on the whole.
    """
    ring = known & ~hole & ndi.binary_dilation(hole, EIGHT, iterations=RING)
    if not ring.any():
        return np.zeros_like(deviations)
    share = ndi.gaussian_filter(ring.astype(np.float32), ALONG)
    mean = ndi.gaussian_filter(np.where(ring, np.clip(deviations, -RING_MOST, RING_MOST), 0), ALONG)
    return np.asarray(np.where(ring, mean / np.maximum(share, 1e-3), 0), dtype=np.float32)


def _over(deviations: np.ndarray, amplitude: np.ndarray, limits: Limits) -> np.ndarray:
    return np.asarray((deviations > limits.core) & (amplitude > limits.core_opacity))


def _sized(pixels: np.ndarray, least: int) -> np.ndarray:
    """The connected parts that have so many pixels."""
    labels, _ = ndi.label(pixels, EIGHT)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray((sizes >= least)[labels])


def _grown(cores: np.ndarray, rim: np.ndarray, seed: np.ndarray | None, deviations: np.ndarray) -> np.ndarray:
    """Cores with their rims: pixels that hang on a core at most REACH px away, and one more.

    What hangs on the seed alone counts where it is large and somewhere plain enough.
    """
    start = cores
    if seed is not None:
        near = ndi.distance_transform_edt(~seed) <= REACH
        labels, count = ndi.label(rim & near, EIGHT)
        if count:
            numbers = np.arange(count + 1)
            plain = np.asarray(ndi.maximum(deviations, labels, numbers)) > HANGING
            plain &= np.bincount(labels.ravel(), minlength=count + 1) >= CORE_PIXELS
            hangs = np.bincount(labels[seed], minlength=count + 1) > 0
            plain &= hangs
            plain[0] = False
            start = cores | plain[labels]
    if not start.any():
        return start
    near = ndi.distance_transform_edt(~cores) <= REACH if cores.any() else np.zeros_like(cores)
    grown = ndi.binary_propagation(start, mask=start | (rim & near), structure=EIGHT)
    return np.asarray(ndi.binary_dilation(grown))
