"""Screens a window for cloud and shadow: matched filters on the residuals of each image, cores grown to whole clouds.

An image is *valid* at a pixel where it shows ground that may be used; the *hole* is masked. *Judgement* is the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.quality.contamination.changed_ground import changed_ground
from geoinpaint_engine.quality.contamination.growth import EIGHT, Flags, flagged
from geoinpaint_engine.quality.contamination.learning import Model
from geoinpaint_engine.quality.contamination.neighbourhoods import revised
from geoinpaint_engine.quality.contamination.series import Series, plain_cloud
from geoinpaint_engine.quality.contamination.signals import (
    Rivals,
    Signal,
    Signals,
    rivals_of,
    signal_alone,
    signals_of,
)

HALO = 40  # px around a window that its screening needs

LEAST_CLEAR = 200  # clear pixels that their mean needs, where no date shows the ground
MOST_FLAGGED = 0.8  # flagged share of a date beyond which it is taken for another season instead
LEAST = 0.001  # lower bound of the opacity of a flagged pixel
DOUBTFUL = 0.5  # squared deviations expected by chance, for the shrinkage
RESTORABLE = 1.7  # deviations of clear ground up to which the ground seen through cloud or shadow is used
RESTLESS = 0.02  # noise (fraction of bright cloud) above which it is used: the fill is inaccurate there
QUIET = 0.01  # noise (fraction of bright cloud) below which the fill is more accurate than what is seen through
FEW_IMAGES = 4  # up to which all signals are recomputed once the dates are screened
MOST_RESTORED = 0.6  # opacity up to which ground is visible through cloud or shadow
ROLLS = 6  # mirrored and moved masks of the null distribution
LOOKED_AT = 3  # px between the pixels screened before the second fit
RIM, APART = 2, 8  # px: width of the rim that tests a mask; least distance of moved rims from the mask
RAGGED = 0.41  # flagged share of the rim, as a share of what chance leaves, above which a mask leaves rims


@dataclass(frozen=True)
class Judgement:
    """Findings in a window; (rows, cols) each unless said otherwise.

    Args:
        cloud, shadow: bool, of the scene outside its hole; disjoint.
        opacity: float32, -1 to 1: opacity of cloud; of shadow the share of light taken, negative; 0 elsewhere.
        restored: (bands, rows, cols) float32 DN, the scene with cloud and shadow removed; unchanged where a finding is
            rather ground that has changed (`changed_ground`).
        seen: bool, cloud or shadow so thin that ground is visible through it, and more accurately than a fill; and
            ground that has changed.
        restorable: bool, the part of `seen` that is accurate enough to learn from.
        dates: (dates, rows, cols) bool, where a date shows cloud or shadow; all False for a single date.
        valid: (images, rows, cols) bool, where each image was used.
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
        """The judgement for a scene of `count` bands: where some were not screened, nothing is restorable."""
        if len(self.restored) == count:
            return self
        restored = np.zeros((count, *self.restored.shape[1:]), np.float32)
        none = np.zeros_like(self.restorable)
        return replace(self, restored=restored, seen=none, restorable=none)


def judge(model: Model, series: Series, *, masked: bool = True, ragged: bool = True) -> Judgement:
    """Finds cloud and shadow in a window: in the dates first, then in the scene from the dates' clear pixels.

    Args:
        model: of the scene.
        series: the images of the window, padded by HALO px on each side.
        masked: whether the scene has a mask; beside one that leaves no rims, only certain findings are flagged.
        ragged: whether the mask leaves rims, see `leaves_rims`.
    """
    if masked and not ragged and len(series.images) == 2:
        # beside a good mask, two images cannot show which of them has changed
        return _untouched(series)
    screened, plain = _seen(model, series, series.valid)
    signals = screened.signals
    dates = _dates(series, signals, plain)
    valid = believed_dates(series, dates)
    if (valid != series.valid).any():
        # with many dates, the rejected pixels hardly affect the dates' own signals
        numbers = range(1 if len(signals) > FEW_IMAGES else len(signals))
        signals = screened.again(valid, numbers).signals
        for number in numbers:
            plain[number] = plain_cloud(series, valid, number, model.white)
    rivals = rivals_of(signals, 0)
    signal, flags = scene_flags(model, series, signals[0], plain[0], rivals, masked=masked, ragged=ragged)
    return judgement_of(model, series, signal, flags, dates, valid, ragged=ragged)


def coarse_findings(model: Model, windows: Sequence[Series]) -> list[np.ndarray]:
    """(rows, cols) bool of each window: cloud and shadow in a scene without a mask, dilated; from every third pixel.

    A coarse pass suffices, because its findings are only left out of the second fit and never written.
    """
    coarse, found = replace(model, cell=LOOKED_AT * model.cell), []
    for one in windows:
        seen = judge(coarse, one.every(LOOKED_AT), masked=False, ragged=False)
        dilated = cv2.dilate((seen.cloud | seen.shadow).view(np.uint8), EIGHT.view(np.uint8))
        full_resolution = np.repeat(np.repeat(dilated.view(bool), LOOKED_AT, axis=0), LOOKED_AT, axis=1)
        found.append(full_resolution[: one.shape[0], : one.shape[1]])
    return found


def judgement_of(
    model: Model, series: Series, signal: Signal, flags: Flags, dates: np.ndarray, valid: np.ndarray, *, ragged: bool
) -> Judgement:
    """The judgement from a scene's signal and flags.

    Args:
        model: of the scene.
        series: the images of the window.
        signal, flags: of the scene.
        dates: (dates, rows, cols) bool, where each shows cloud or shadow.
        valid: (images, rows, cols) bool, where each image is used.
        ragged: whether the mask leaves rims: findings beside it may be ground that has changed, which is used as it is.
    """
    cloud, shadow = flags.cloud & series.valid[0], flags.shadow & series.valid[0]
    shadow &= ~cloud | (signal.shadow > signal.cloud)
    cloud &= ~shadow
    if not cloud.any() and not shadow.any():
        return replace(_untouched(series), dates=dates, valid=valid)
    opacity = np.where(cloud, signal.opacity.clip(LEAST, 1), np.where(shadow, -signal.darkening.clip(LEAST, 1), 0))
    # estimates near the noise level are shrunk towards no change (James & Stein 1961)
    deviation = np.where(
        cloud, np.maximum(signal.cloud, 2 * flags.cloud_rim), np.maximum(signal.shadow, 2 * flags.shadow_rim)
    )
    shrinkage = 1 - np.minimum(DOUBTFUL / np.maximum(deviation, 1e-3) ** 2, 1)
    added = shrinkage * np.where(
        cloud, signal.to_cloud * np.maximum(signal.opacity, 0), signal.to_shadow * np.maximum(signal.darkening, 0)
    )
    changed = changed_ground(flags, signal, series.hole) & (cloud | shadow) if ragged else np.zeros_like(cloud)
    added = np.where(changed, np.float32(0), added)
    size = np.sqrt((added**2).mean(axis=0))
    seen = (cloud | shadow) & (np.abs(opacity) < MOST_RESTORED) & (signal.noise > QUIET * model.white.mean())
    restorable = seen & (size < RESTORABLE * signal.noise) & (signal.noise > RESTLESS * model.white.mean())
    return Judgement(
        cloud, shadow, opacity.astype(np.float32),
        np.where(cloud | shadow, series.images[0] - added, series.images[0]).astype(np.float32),
        seen | changed, restorable | changed, dates, valid,
    )  # fmt: skip


def judged_dates(model: Model, series: Series) -> np.ndarray:
    """(images, rows, cols) bool: where each image of a window is used, once the dates are screened."""
    if len(series.images) <= 2:
        return series.valid
    screened, plain = _seen(model, series, series.valid)
    return believed_dates(series, _dates(series, screened.signals, plain))


def _seen(model: Model, series: Series, valid: np.ndarray) -> tuple[Signals, list[np.ndarray]]:
    """The signals of the images, and where each shows plain cloud."""
    plain = [plain_cloud(series, valid, number, model.white) for number in range(len(series.images))]
    return Signals.of(model, series, valid), plain


def _untouched(series: Series) -> Judgement:
    """The judgement of a window without findings."""
    none, date = np.zeros(series.shape, dtype=bool), np.zeros((len(series.images) - 1, *series.shape), dtype=bool)
    return Judgement(none, none, none.astype(np.float32), series.images[0], none, none, date, series.valid)


def leaves_rims(model: Model, windows: Sequence[Series], valid: Sequence[np.ndarray]) -> bool:
    """Whether a mask leaves cloud or shadow along its edge; see `rims_left`.

    Args:
        model: of the scene.
        windows: sampled windows of the scene.
        valid: (images, rows, cols) bool each, where each image is used.
    """
    seen = []
    for one, believed in zip(windows, valid, strict=True):
        if one.hole.any():
            signals = signals_of(model, one, believed)
            seen.append((one, signals[0], plain_cloud(one, believed, 0, model.white), rivals_of(signals, 0)))
    return rims_left(seen)


def rims_left(seen: Sequence[tuple[Series, Signal, np.ndarray, Rivals]]) -> bool:
    """Whether a mask leaves cloud or shadow along its edge.

    Compares the flagged share of its rim with the share flagged by chance, for the same mask mirrored and moved over
    clear ground.

    Args:
        seen: windows of the scene with holes: the images, the scene's signal, (rows, cols) bool its plain cloud, and
            its rivals (`signals.rivals_of`).
    """
    rim = chance = np.zeros(2)
    for one, signal, plain, rivals in seen:
        far = signal.cell * ndi.distance_transform_edt(~one.hole) > APART
        rim = rim + _on_rim(flagged(signal, plain, rivals, one.hole), one, one.hole, signal.cell)
        for number in range(ROLLS):
            mirrored = one.hole[::-1] if number % 2 else one.hole[:, ::-1]
            moved = np.roll(mirrored, (number * one.shape[0] // ROLLS, number * one.shape[1] // (ROLLS - 1)), (0, 1))
            chance = chance + _on_rim(flagged(signal, plain, rivals, moved), one, moved, signal.cell, far)
    flagged_share, chance_share = (float(counts[0] / max(counts[1], 1)) for counts in (rim, chance))
    return flagged_share - chance_share > RAGGED * (1 - chance_share)


def _on_rim(
    flags: Flags, series: Series, hole: np.ndarray, cell: int, within: np.ndarray | None = None
) -> np.ndarray:
    """(2,): number of flagged pixels in a hole's rim, and of all its pixels."""
    rim = series.valid[0] & ~hole & (cell * ndi.distance_transform_edt(~hole) <= RIM)
    if within is not None:
        rim &= within
    return np.array([(flags.either & rim).sum(), rim.sum()])


def scene_flags(
    model: Model, series: Series, signal: Signal, plain: np.ndarray, rivals: Rivals, *, masked: bool, ragged: bool
) -> tuple[Signal, Flags]:
    """The scene's signal, taken from its own clear ground where no date shows the ground, and its flags."""
    hole = series.hole if ragged else None
    certain = not ragged and masked
    flags = flagged(signal, plain, rivals, hole, certain=certain)
    no_evidence = series.valid[0] & ~signal.known
    clear = series.valid[0] & signal.known & ~flags.either
    if no_evidence.any() and clear.sum() >= LEAST_CLEAR:
        signal = signal.where(signal_alone(model, series, clear), no_evidence)
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
    """(rows, cols) bool: where a date certainly shows cloud or shadow.

    Args:
        signal: of the date.
        plain: (rows, cols) bool, its plain cloud.
        rivals: see `signals.rivals_of`.
        seen: (rows, cols) bool, where it is valid.
    """
    flags = flagged(signal, plain, rivals, certain=True).either
    certain = ndi.binary_dilation(plain, EIGHT) if plain.any() else plain
    if (flags & seen & ~certain).sum() > MOST_FLAGGED * max((seen & ~certain).sum(), 1):
        return certain  # that much change is another season, not cloud
    return flags


def believed_dates(series: Series, dates: np.ndarray) -> np.ndarray:
    """(images, rows, cols) bool: where each image is used, once the dates are screened.

    A date is rejected where it shows cloud or shadow and another date does not. Where all of them do, they are kept:
    the only evidence on the ground is better than none.

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
