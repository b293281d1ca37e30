"""Cloud and shadow in a window: matched filters on what does not follow from the other images, cores grown to rims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination.growth import EIGHT, Flags, flagged
from geoinpaint_engine.quality.contamination.learning import Model
from geoinpaint_engine.quality.contamination.neighbourhoods import revised
from geoinpaint_engine.quality.contamination.series import Series, plain_cloud
from geoinpaint_engine.quality.contamination.signals import (
    Rivals,
    Signal,
    Told,
    rivals_of,
    signal_alone,
    signals_of,
)

HALO = 40  # px around a window that its judgement looks at


LEAST_CLEAR = 200  # px that the mean of clear ground needs
MOST_FLAGGED = 0.8  # share of a date beyond which it is no cloud but another season
LEAST = 0.001  # opacity of what is cloud or shadow at all
DOUBTFUL = 0.5  # squared deviations that a change has by chance
RESTORABLE = 1.7  # deviations of clear ground that cloud or shadow may add where the scene without it is still used
RESTLESS = 0.02  # noise, in parts of bright cloud, of ground on which farther ground says too little
QUIET = 0.01  # the same of ground on which it says more than what is seen through cloud or shadow
FEW_IMAGES = 4  # up to which each may be the cause of what another shows
MOST_RESTORED = 0.6  # opacity up to which ground shows through
ROLLS = 6  # places to which the mask is moved to see what clear ground does there
LOOKED_AT = 3  # px from one pixel to the next of those that cloud is looked for in before a scene is learned again
RIM, APART = 2, 8  # px: width of the rim by which a mask is judged, and how far from it ground is another's
RAGGED = 0.41  # share of the rim, beyond what clear ground shows by chance, from which on a mask leaves rims


@dataclass(frozen=True)
class Judgement:
    """What a window shows; (rows, cols) each unless said otherwise.

    Args:
        cloud, shadow: bool, of the scene outside its hole; no pixel is both.
        opacity: float32 of these, 0 to 1 of a cloud, negative: the share of light that a shadow takes; 0 elsewhere.
        restored: (bands, rows, cols) float32 DN, the scene with cloud and shadow taken off.
        seen: bool, cloud or shadow through which ground shows that does not follow from farther ground nearly as well.
        restorable: bool, cloud or shadow so thin that `restored` says more than farther ground.
        dates: (dates, rows, cols) bool, where a date shows cloud or shadow; of a single date it is not looked at.
        valid: (images, rows, cols) bool, where each image was believed.
    """

    cloud: np.ndarray
    shadow: np.ndarray
    opacity: np.ndarray
    restored: np.ndarray
    seen: np.ndarray
    restorable: np.ndarray
    dates: np.ndarray
    valid: np.ndarray

    def of_bands(self, count: int) -> Judgement:
        """The same of a scene with so many bands: where some were not looked at, none can be restored."""
        if len(self.restored) == count:
            return self
        restored = np.zeros((count, *self.restored.shape[1:]), np.float32)
        none = np.zeros_like(self.restorable)
        return replace(self, restored=restored, seen=none, restorable=none)


def judge(model: Model, series: Series, *, masked: bool = True, ragged: bool = True) -> Judgement:
    """Cloud and shadow in a window: of the dates first, then of the scene by what of the dates is believed.

    Args:
        model: of the scene.
        series: the window, HALO px wider on each side than what is to be told.
        masked: whether the scene has a mask at all: then only what is certain is told beside one that leaves no rims.
        ragged: whether the mask leaves rims, see `leaves_rims`.
    """
    if masked and not ragged and len(series.images) == 2:
        # beside a good mask: of two images none tells which of them has changed
        return _untouched(series)
    told, plain = _seen(model, series, series.valid)
    signals = told.signals
    dates = _dates(series, signals, plain)
    valid = believed_dates(series, dates)
    if (valid != series.valid).any():
        # with many dates what the others show now matters for the scene alone
        numbers = range(1 if len(signals) > FEW_IMAGES else len(signals))
        signals = told.again(valid, numbers).signals
        for number in numbers:
            plain[number] = plain_cloud(series, valid, number, model.white)
    rivals = rivals_of(signals, 0)
    signal, flags = scene_flags(model, series, signals[0], plain[0], rivals, masked=masked, ragged=ragged)
    return judgement_of(model, series, signal, flags, dates, valid)


def coarse_findings(model: Model, windows: Sequence[Series]) -> list[np.ndarray]:
    """(rows, cols) bool of each window: cloud and shadow in a scene without a mask, dilated; from every third pixel.

    A coarse pass suffices, because its findings are only left out of the second fit and never written.
    """
    coarse, found = replace(model, cell=LOOKED_AT * model.cell), []
    for one in windows:
        seen = judge(coarse, one.every(LOOKED_AT), masked=False, ragged=False)
        near = cv2.dilate((seen.cloud | seen.shadow).view(np.uint8), EIGHT.view(np.uint8))
        whole = np.repeat(np.repeat(near.view(bool), LOOKED_AT, axis=0), LOOKED_AT, axis=1)
        found.append(whole[: one.shape[0], : one.shape[1]])
    return found


def judgement_of(
    model: Model, series: Series, signal: Signal, flags: Flags, dates: np.ndarray, valid: np.ndarray
) -> Judgement:
    """What a scene's signal and flags come to.

    Args:
        model: of the scene.
        series: the window.
        signal, flags: of the scene.
        dates: (dates, rows, cols) bool, where each shows cloud or shadow.
        valid: (images, rows, cols) bool, where each image is believed.
    """
    cloud, shadow = flags.cloud & series.valid[0], flags.shadow & series.valid[0]
    shadow &= ~cloud | (signal.shadow > signal.cloud)
    cloud &= ~shadow
    if not cloud.any() and not shadow.any():
        return replace(_untouched(series), dates=dates, valid=valid)
    opacity = np.where(cloud, signal.opacity.clip(LEAST, 1), np.where(shadow, -signal.darkening.clip(LEAST, 1), 0))
    # what is not far from noise may as well be the ground itself: shrunk towards no change (James & Stein 1961)
    told = np.where(
        cloud, np.maximum(signal.cloud, 2 * flags.cloud_rim), np.maximum(signal.shadow, 2 * flags.shadow_rim)
    )
    sure = 1 - np.minimum(DOUBTFUL / np.maximum(told, 1e-3) ** 2, 1)
    added = sure * np.where(
        cloud, signal.to_cloud * np.maximum(signal.opacity, 0), signal.to_shadow * np.maximum(signal.darkening, 0)
    )
    size = np.sqrt((added**2).mean(axis=0))
    seen = (cloud | shadow) & (np.abs(opacity) < MOST_RESTORED) & (signal.noise > QUIET * model.white.mean())
    return Judgement(
        cloud, shadow, opacity.astype(np.float32),
        np.where(cloud | shadow, series.images[0] - added, series.images[0]).astype(np.float32),
        seen, seen & (size < RESTORABLE * signal.noise) & (signal.noise > RESTLESS * model.white.mean()), dates, valid,
    )  # fmt: skip


def judged_dates(model: Model, series: Series) -> np.ndarray:
    """(images, rows, cols) bool: where each image is believed in a window."""
    if len(series.images) <= 2:
        return series.valid
    told, plain = _seen(model, series, series.valid)
    return believed_dates(series, _dates(series, told.signals, plain))


def _seen(model: Model, series: Series, valid: np.ndarray) -> tuple[Told, list[np.ndarray]]:
    """The signals of the images, and where each shows plain cloud."""
    plain = [plain_cloud(series, valid, number, model.white) for number in range(len(series.images))]
    return Told.of(model, series, valid), plain


def _untouched(series: Series) -> Judgement:
    """The judgement of a window that tells nothing."""
    none, date = np.zeros(series.shape, dtype=bool), np.zeros((len(series.images) - 1, *series.shape), dtype=bool)
    return Judgement(none, none, none.astype(np.float32), series.images[0], none, none, date, series.valid)


def leaves_rims(model: Model, windows: Sequence[Series], valid: Sequence[np.ndarray]) -> bool:
    """Whether a mask leaves cloud or shadow beside it; see `rims_left`.

    Args:
        model: of the scene.
        windows: of the scene.
        valid: (images, rows, cols) bool each, where each image is believed.
    """
    seen = []
    for one, believed in zip(windows, valid, strict=True):
        if one.hole.any():
            signals = signals_of(model, one, believed)
            seen.append((one, signals[0], plain_cloud(one, believed, 0, model.white), rivals_of(signals, 0)))
    return rims_left(seen)


def rims_left(seen: Sequence[tuple[Series, Signal, np.ndarray, Rivals]]) -> bool:
    """Whether a mask leaves cloud or shadow beside it.

    The share of its rim that looks like it is compared with what the same mask, mirrored and moved over clear ground,
    finds there by chance.

    Args:
        seen: windows of the scene with holes: the images, the scene's signal, (rows, cols) bool its plain cloud, and
            what else may be the cause.
    """
    rim = chance = np.zeros(2)
    for one, signal, plain, rivals in seen:
        apart = signal.cell * ndi.distance_transform_edt(~one.hole) > APART
        rim = rim + _on_rim(flagged(signal, plain, rivals, one.hole), one, one.hole, signal.cell)
        for number in range(ROLLS):
            mirrored = one.hole[::-1] if number % 2 else one.hole[:, ::-1]
            moved = np.roll(mirrored, (number * one.shape[0] // ROLLS, number * one.shape[1] // (ROLLS - 1)), (0, 1))
            chance = chance + _on_rim(flagged(signal, plain, rivals, moved), one, moved, signal.cell, apart)
    share, usual = (float(found[0] / max(found[1], 1)) for found in (rim, chance))
    return share - usual > RAGGED * (1 - usual)


def _on_rim(
    flags: Flags, series: Series, hole: np.ndarray, cell: int, within: np.ndarray | None = None
) -> np.ndarray:
    """(2,): pixels of a hole's rim that are flagged, and all of them."""
    rim = series.valid[0] & ~hole & (cell * ndi.distance_transform_edt(~hole) <= RIM)
    if within is not None:
        rim &= within
    return np.array([(flags.either & rim).sum(), rim.sum()])


def scene_flags(
    model: Model, series: Series, signal: Signal, plain: np.ndarray, rivals: Rivals, *, masked: bool, ragged: bool
) -> tuple[Signal, Flags]:
    """The scene's signal, where no date shows the ground that beside its own clear ground, and what it tells."""
    hole = series.hole if ragged else None
    certain = not ragged and masked
    flags = flagged(signal, plain, rivals, hole, certain=certain)
    lacking = series.valid[0] & ~signal.known
    clear = series.valid[0] & signal.known & ~flags.either
    if lacking.any() and clear.sum() >= LEAST_CLEAR:
        signal = signal.where(signal_alone(model, series, clear), lacking)
        flags = flagged(signal, plain, rivals, hole, certain=certain)
    if certain:
        return signal, flags
    return signal, revised(flags, signal, hole, two_images=len(series.images) == 2, close=model.close)


def _dates(series: Series, signals: Sequence[Signal], plain: Sequence[np.ndarray]) -> np.ndarray:
    """(dates, rows, cols) bool: where each date shows cloud or shadow."""
    dates = np.zeros((len(signals) - 1, *series.shape), dtype=bool)
    if len(dates) < 2:
        return dates
    for number in range(1, len(signals)):
        rivals = rivals_of(signals, number)
        dates[number - 1] = date_flags(signals[number], plain[number], rivals, series.valid[number])
    return dates


def date_flags(signal: Signal, plain: np.ndarray, rivals: Rivals, seen: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: where a date shows cloud or shadow for certain.

    Args:
        signal: of the date.
        plain: (rows, cols) bool, its plain cloud.
        rivals: see `signals.rivals_of`.
        seen: (rows, cols) bool, where it may be looked at.
    """
    told = flagged(signal, plain, rivals, certain=True).either
    certain = ndi.binary_dilation(plain, EIGHT) if plain.any() else plain
    if (told & seen & ~certain).sum() > MOST_FLAGGED * max((seen & ~certain).sum(), 1):
        return certain  # so much is no cloud but another season
    return told


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
