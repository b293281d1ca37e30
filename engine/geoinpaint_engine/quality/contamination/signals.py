"""What an image shows beyond what follows from the others: matched filters towards cloud and towards shadow."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace

import cv2
import numpy as np

from geoinpaint_engine.quality.contamination.learning import QUIETEST, Model, Predictor, kind_of
from geoinpaint_engine.quality.contamination.series import (
    NEAREST,
    Scores,
    Series,
    gaussian,
    others_of,
    predicted,
    predicted_at,
    smoothed,
)

STEADY = 4.0  # dates that ground counts as unchanged beside those that show how much it changes
AROUND = 1.5  # px: of the mean of what has changed
MOST_CHANGE = 25.0  # variance of a date in parts of the usual that counts
LEAST_CHANGE = 0.5
ALONE = 20.0  # px: of the mean that the scene is judged against where no date shows the ground
LEAST_NOISE = 1e-4  # of bright cloud: deviation that ground has at least
MOST_AGAIN = 0.25  # share of a window beyond which all of it is told again
DARKEST = 0.02  # ground is never taken to be darker than this part of bright cloud


Rivals = tuple[np.ndarray | float, np.ndarray | float]


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
        cell: px of the side of what is told of: 1, or more of a scene that was made coarser.
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
    cell: int = 1

    def noisier(self, variance: np.ndarray) -> Signal:
        """The same where clear ground varies so many times as much."""
        root = np.sqrt(variance).astype(np.float32)
        return replace(
            self, cloud=self.cloud / root, shadow=self.shadow / root, total=self.total / variance,
            noise=self.noise * root,
        )  # fmt: skip

    def where(self, other: Signal, there: np.ndarray) -> Signal:
        """The other signal in some places (rows, cols), this one elsewhere."""
        pairs = {name: (getattr(self, name), value) for name, value in vars(other).items() if name != "cell"}
        both = {name: np.where(there, theirs, ours) for name, (ours, theirs) in pairs.items()}
        return Signal(**both, cell=self.cell)


def signals_of(model: Model, series: Series, valid: np.ndarray) -> list[Signal]:
    """The signal of each image, the scene's first.

    Args:
        model: of the scene.
        series: the images.
        valid: (images, rows, cols) bool, where each is believed.
    """
    return Told.of(model, series, valid).signals


@dataclass(frozen=True)
class Told:
    """The signals of a window's images, and what they were told from, so that they can be told again.

    Args:
        model: of the scene.
        series: the images.
        scores: of each image those that tell of it.
        valid: (images, rows, cols) bool, where each is believed.
        alone: the signals without what the dates say of how much the ground changes.
    """

    model: Model
    series: Series
    scores: Sequence[Scores]
    valid: np.ndarray
    alone: Sequence[Signal]

    @classmethod
    def of(cls, model: Model, series: Series, valid: np.ndarray) -> Told:
        """Told for the first time."""
        dates = model.standard.scores(series)
        scores = [model.standard.scores_beside_gaps(series, dates), *[dates] * (len(series.images) - 1)]
        alone = [signal_by(model, series, told, valid, number) for number, told in enumerate(scores)]
        return cls(model, series, scores, valid, alone)

    def again(self, valid: np.ndarray, numbers: Collection[int]) -> Told:
        """Some images' signals where each image is believed now; the others' as they were."""
        alone = [
            signal_again(self.model, self.series, self.scores[number], valid, number, one, self.valid)
            if number in numbers else one for number, one in enumerate(self.alone)
        ]  # fmt: skip
        return replace(self, valid=valid, alone=alone)

    @property
    def signals(self) -> list[Signal]:
        """The signal of each image, the scene's first."""
        scene, *dates = self.alone
        if len(dates) >= 2:
            scene = scene.noisier(restlessness(dates, self.valid[1:], len(self.model.white)))
        return [scene, *dates]


def signal_by(model: Model, series: Series, told: Scores, valid: np.ndarray, number: int) -> Signal:
    """The same by scores that are, for the scene, those beside its gaps."""
    predictor = model.predictors[number]
    if predictor is None:
        return replace(nothing(series), cell=model.cell)
    seen = predicted(told, number, valid, predictor.slopes)
    return _signal(model, predictor, series.fine[number], series.valid[number], *seen)


def signal_again(
    model: Model, series: Series, told: Scores, valid: np.ndarray, number: int, before: Signal, was: np.ndarray
) -> Signal:
    """`signal_by`, where it was told before: made anew where others are believed now, and beside that.

    Args:
        model, series, told, valid, number: see `signal_by`.
        before: the signal by where each image was believed before, and
        was: (images, rows, cols) bool, where that was.
    """
    predictor, others = model.predictors[number], others_of(number, len(valid))
    changed = np.any([valid[other] != was[other] for other in others], axis=0)
    if predictor is None or not changed.any():
        return before
    # of a pixel's kind its neighbours tell too
    around = cv2.dilate(changed.view(np.uint8), np.ones((5, 5), np.uint8)).view(bool)
    if around.mean() > MOST_AGAIN:
        return signal_by(model, series, told, valid, number)
    places = np.flatnonzero(cv2.dilate(changed.view(np.uint8), np.ones((3, 3), np.uint8)))
    seen = predicted_at(places, np.flatnonzero(around), told, number, valid, predictor.slopes)
    image = series.fine[number].reshape(len(model.white), 1, -1)[..., places]
    new = _signal(model, predictor, image, series.valid[number].reshape(1, -1)[:, places], *seen)
    both = {}
    for name in (field.name for field in fields(Signal) if field.name != "cell"):
        both[name] = getattr(before, name).copy()
        both[name].reshape(*both[name].shape[:-2], -1)[..., places] = getattr(new, name)[..., 0, :]
    return Signal(**both, cell=before.cell)


def _signal(
    model: Model, predictor: Predictor, image: np.ndarray, there: np.ndarray, ground: np.ndarray, looks: np.ndarray,
    known: np.ndarray,
) -> Signal:  # fmt: skip
    """The signal of (bands, rows, cols) of an image, shown `there`, by what is `predicted` of it."""
    ground += predictor.intercept[:, None, None].astype(np.float32)
    known &= there
    kind = kind_of(looks, predictor.kinds)
    found = _matched(image - ground, ground, predictor.covariances, kind, model.white, known)
    return replace(found, cell=model.cell)


def nothing(series: Series) -> Signal:
    """What shows where nothing can be told."""
    none, bands = np.zeros(series.shape, np.float32), np.zeros(series.images[0].shape, np.float32)
    return Signal(none, none, none, none, none + 1, bands, bands, none + 1, np.zeros(series.shape, dtype=bool))


def signal_alone(model: Model, series: Series, clear: np.ndarray) -> Signal:
    """The scene beside the mean of its own clear ground around."""
    ground = smoothed(series.fine[0], clear, ALONE)
    residual = series.fine[0] - ground
    values = residual[:, clear][:, :: max(1, int(clear.sum()) // 5000)]
    covariance = np.atleast_2d(np.cov(values)) + (LEAST_NOISE * 1e-3 * model.white.mean()) ** 2 * np.eye(len(values))
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
    bright = white[:, None, None].astype(np.float32)
    to_cloud = np.maximum(bright - np.maximum(ground, 0), np.float32(NEAREST) * bright)
    to_shadow = -np.maximum(ground, np.float32(DARKEST) * bright)
    # the pixels by their kind: each kind is a run of them
    places = np.flatnonzero(known)
    there = kind.ravel()[places]
    places = places[np.argsort(there, kind="stable")]
    ends = np.cumsum(np.bincount(there, minlength=len(covariances)))
    values, cloudwards, shadowwards = (
        np.take(one.reshape(len(one), -1), places, axis=1) for one in (residual, to_cloud, to_shadow)
    )
    quiet, least = np.diag((QUIETEST * white) ** 2), (LEAST_NOISE * white.mean()) ** 2
    names = ("cloud", "shadow", "opacity", "darkening", "total", "noise")
    made = {name: np.empty(len(places), np.float32) for name in names}
    for covariance, start, end in zip(covariances, [0, *ends[:-1]], ends, strict=True):
        part = slice(start, end)
        inverse = np.linalg.inv(covariance).astype(np.float32)
        left = values[:, part]
        weighed = inverse @ left
        made["total"][part] = np.einsum("bn,bn->n", weighed, left)
        made["noise"][part] = np.sqrt(max(np.diag(covariance - quiet).mean(), least))
        for deviations, amplitude, direction in (
            ("cloud", "opacity", cloudwards), ("shadow", "darkening", shadowwards),
        ):  # fmt: skip
            towards = direction[:, part]
            size, match = np.einsum("bn,bn->n", inverse @ towards, towards), np.einsum("bn,bn->n", weighed, towards)
            made[deviations][part], made[amplitude][part] = match / np.sqrt(size), match / size
    out = {}
    for name, told in made.items():
        plane = np.full(kind.shape, 1 if name in ("total", "noise") else 0, np.float32)
        plane.ravel()[places] = told
        out[name] = plane
    cloud, shadow, opacity, darkening, total, noise = (out[name] for name in names)
    return Signal(cloud, shadow, opacity, darkening, total, to_cloud, to_shadow, noise, known)


def restlessness(dates: Sequence[Signal], valid: np.ndarray, bands: int) -> np.ndarray:
    """(rows, cols) variance in parts of the usual: of ground that changes from date to date, where dates tell."""
    return variance_of([change_of(date, believed, bands) for date, believed in zip(dates, valid, strict=True)])


def change_of(date: Signal, believed: np.ndarray, bands: int) -> tuple[np.ndarray, np.ndarray]:
    """(rows, cols) float32: how much a date differs from what follows from the others; and bool where that is known."""
    seen = date.known & believed
    share = np.maximum(gaussian(seen.astype(np.float32), AROUND), 1e-3)
    change = gaussian(np.where(seen, np.minimum(date.total / bands, MOST_CHANGE), 0).astype(np.float32), AROUND)
    return np.where(seen, change / share, np.float32(0)), seen


def variance_of(changes: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """(rows, cols) `restlessness` of dates' `change_of`."""
    total, count = (np.sum([one[part] for one in changes], axis=0, dtype=np.float32) for part in (0, 1))
    return np.asarray(np.maximum((STEADY + total) / (STEADY + count), LEAST_CHANGE))


def rivals_of(signals: Sequence[Signal], number: int) -> Rivals:
    """What else may be the cause of a cloud (a shadow) in an image: a shadow (a cloud) in another.

    With three dates and more what the dates have in common decides.
    """
    others = [signal for other, signal in enumerate(signals) if other != number]
    if not others or len(signals) > 3:
        return 0.0, 0.0
    return np.max([one.shadow for one in others], axis=0), np.max([one.cloud for one in others], axis=0)
