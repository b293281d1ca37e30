"""Matched filters towards cloud and towards shadow, on the residuals of an image against its prediction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace

import cv2
import numpy as np

from geoinpaint_engine.quality.contamination.beside_gaps import scores_beside_gaps
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

STEADY = 4.0  # weight of the prior "no extra change", in dates
AROUND = 1.5  # px, sigma of the mean of squared residuals
MOST_CHANGE = 25.0  # a date's relative variance is clipped here
LEAST_CHANGE = 0.5  # lower bound of the variance estimated from the dates
ALONE = 20.0  # px, sigma of the mean of clear ground that serves as prediction where no date shows the ground
LEAST_NOISE = 1e-4  # lower bound of the noise, as a fraction of bright cloud
MOST_AGAIN = 0.25  # changed share of a window above which its whole signal is recomputed
DARKEST = 0.02  # lower bound of the ground's brightness, as a fraction of bright cloud


Rivals = tuple[np.ndarray | float, np.ndarray | float]


@dataclass(frozen=True)
class Signal:
    """Matched-filter outputs of an image in a window; (rows, cols) float32 unless said otherwise.

    Args:
        cloud, shadow: deviation towards each, in standard deviations.
        opacity: amplitude of the cloud.
        darkening: amplitude of the shadow: the share of light it takes.
        total: squared Mahalanobis distance of the residual.
        to_cloud, to_shadow: (bands, rows, cols) DN, what full opacity (full darkness) adds to the ground.
        noise: standard deviation of clear ground in DN, mean over bands.
        known: (rows, cols) bool, where other images give a prediction.
        cell: px a side of the signal's cells: 1, or more where the scene was downsampled.
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
        """The signal with the residuals' variance multiplied by `variance` (rows, cols)."""
        root = np.sqrt(variance).astype(np.float32)
        return replace(
            self, cloud=self.cloud / root, shadow=self.shadow / root, total=self.total / variance,
            noise=self.noise * root,
        )  # fmt: skip

    def where(self, other: Signal, there: np.ndarray) -> Signal:
        """The other signal where `there` (rows, cols) is True, this one elsewhere."""
        pairs = {name: (getattr(self, name), value) for name, value in vars(other).items() if name != "cell"}
        both = {name: np.where(there, theirs, ours) for name, (ours, theirs) in pairs.items()}
        return Signal(**both, cell=self.cell)


def signals_of(model: Model, series: Series, valid: np.ndarray) -> list[Signal]:
    """The signal of each image, the scene's first.

    Args:
        model: of the scene.
        series: the images.
        valid: (images, rows, cols) bool, where each is used.
    """
    return Signals.of(model, series, valid).signals


@dataclass(frozen=True)
class Signals:
    """The signals of a window's images with their inputs, so that they can be updated where the valid pixels change.

    Args:
        model: of the scene.
        series: the images.
        scores: of each image, the standardised images that predict it.
        valid: (images, rows, cols) bool, where each is used.
        alone: each image's signal, before the dates' variance is accounted for.
    """

    model: Model
    series: Series
    scores: Sequence[Scores]
    valid: np.ndarray
    alone: Sequence[Signal]

    @classmethod
    def of(cls, model: Model, series: Series, valid: np.ndarray) -> Signals:
        """Computes the signals of all images."""
        dates = model.standard.scores(series)
        scores = [scores_beside_gaps(model.standard, series, dates), *[dates] * (len(series.images) - 1)]
        alone = [signal_by(model, series, own_scores, valid, number) for number, own_scores in enumerate(scores)]
        return cls(model, series, scores, valid, alone)

    def again(self, valid: np.ndarray, numbers: Collection[int]) -> Signals:
        """Updates the signals of the images `numbers` for new valid pixels; the others are kept."""
        alone = [
            signal_again(self.model, self.series, self.scores[number], valid, number, one, self.valid)
            if number in numbers else one for number, one in enumerate(self.alone)
        ]  # fmt: skip
        return replace(self, valid=valid, alone=alone)

    @property
    def signals(self) -> list[Signal]:
        """The signal of each image, the scene's first, which accounts for the dates' variance."""
        scene, *dates = self.alone
        if len(dates) >= 2:
            scene = scene.noisier(change_variance(dates, self.valid[1:], len(self.model.white)))
        return [scene, *dates]


def signal_by(model: Model, series: Series, scores: Scores, valid: np.ndarray, number: int) -> Signal:
    """The signal of image `number` from scores (for the scene: `scores_beside_gaps`)."""
    predictor = model.predictors[number]
    if predictor is None:
        return replace(nothing(series), cell=model.cell)
    seen = predicted(scores, number, valid, predictor.slopes)
    return _signal(model, predictor, series.fine[number], series.valid[number], *seen)


def signal_again(
    model: Model, series: Series, scores: Scores, valid: np.ndarray, number: int, before: Signal, was: np.ndarray
) -> Signal:
    """Updates `signal_by` for new valid pixels: recomputed only where those changed, and beside.

    Args:
        model, series, scores, valid, number: see `signal_by`.
        before: the signal for the previous valid pixels.
        was: (images, rows, cols) bool, the previous valid pixels.
    """
    predictor, others = model.predictors[number], others_of(number, len(valid))
    changed = np.any([valid[other] != was[other] for other in others], axis=0)
    if predictor is None or not changed.any():
        return before
    # a pixel's kind depends on the texture of its neighbourhood
    around = cv2.dilate(changed.view(np.uint8), np.ones((5, 5), np.uint8)).view(bool)
    if around.mean() > MOST_AGAIN:
        return signal_by(model, series, scores, valid, number)
    places = np.flatnonzero(cv2.dilate(changed.view(np.uint8), np.ones((3, 3), np.uint8)))
    seen = predicted_at(places, np.flatnonzero(around), scores, number, valid, predictor.slopes)
    image = series.fine[number].reshape(len(model.white), 1, -1)[..., places]
    new = _signal(model, predictor, image, series.valid[number].reshape(1, -1)[:, places], *seen)
    updated = {}
    for name in (field.name for field in fields(Signal) if field.name != "cell"):
        updated[name] = getattr(before, name).copy()
        updated[name].reshape(*updated[name].shape[:-2], -1)[..., places] = getattr(new, name)[..., 0, :]
    return Signal(**updated, cell=before.cell)


def _signal(
    model: Model, predictor: Predictor, image: np.ndarray, there: np.ndarray, ground: np.ndarray, looks: np.ndarray,
    known: np.ndarray,
) -> Signal:  # fmt: skip
    """The signal of an image (bands, rows, cols), valid `there` (rows, cols), from the outputs of `predicted`."""
    ground += predictor.intercept[:, None, None].astype(np.float32)
    known &= there
    kind = kind_of(looks, predictor.kinds)
    found = _matched(image - ground, ground, predictor.covariances, kind, model.white, known)
    return replace(found, cell=model.cell)


def nothing(series: Series) -> Signal:
    """The signal of an image without a predictor: known nowhere."""
    none, bands = np.zeros(series.shape, np.float32), np.zeros(series.images[0].shape, np.float32)
    return Signal(none, none, none, none, none + 1, bands, bands, none + 1, np.zeros(series.shape, dtype=bool))


def signal_alone(model: Model, series: Series, clear: np.ndarray) -> Signal:
    """The scene's signal against the wide mean of its own clear ground (rows, cols bool)."""
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
    """The matched filters towards cloud and towards shadow.

    With d the direction, r the residual and C its covariance, the amplitude is d'C^-1 r / d'C^-1 d, and its standard
    deviation (d'C^-1 d)^-1/2.

    Args:
        residual, ground: (bands, rows, cols) DN; ground is the prediction.
        covariances: (kinds, bands, bands) of the residuals.
        kind: (rows, cols) int, kind of ground of each pixel.
        white: (bands,) DN of bright cloud.
        known: (rows, cols) bool, where to apply them.
    """
    bright = white[:, None, None].astype(np.float32)
    to_cloud = np.maximum(bright - np.maximum(ground, 0), np.float32(NEAREST) * bright)
    to_shadow = -np.maximum(ground, np.float32(DARKEST) * bright)
    # pixels sorted by kind, so that each kind is a contiguous slice
    places = np.flatnonzero(known)
    there = kind.ravel()[places]
    places = places[np.argsort(there, kind="stable")]
    ends = np.cumsum(np.bincount(there, minlength=len(covariances)))
    residuals, cloudwards, shadowwards = (
        np.take(one.reshape(len(one), -1), places, axis=1) for one in (residual, to_cloud, to_shadow)
    )
    quiet, least = np.diag((QUIETEST * white) ** 2), (LEAST_NOISE * white.mean()) ** 2
    names = ("cloud", "shadow", "opacity", "darkening", "total", "noise")
    sorted_outputs = {name: np.empty(len(places), np.float32) for name in names}
    for covariance, start, end in zip(covariances, [0, *ends[:-1]], ends, strict=True):
        part = slice(start, end)
        inverse = np.linalg.inv(covariance).astype(np.float32)
        part_residuals = residuals[:, part]
        filtered = inverse @ part_residuals
        sorted_outputs["total"][part] = np.einsum("bn,bn->n", filtered, part_residuals)
        sorted_outputs["noise"][part] = np.sqrt(max(np.diag(covariance - quiet).mean(), least))
        for deviations, amplitude, direction in (
            ("cloud", "opacity", cloudwards), ("shadow", "darkening", shadowwards),
        ):  # fmt: skip
            towards = direction[:, part]
            size, match = np.einsum("bn,bn->n", inverse @ towards, towards), np.einsum("bn,bn->n", filtered, towards)
            sorted_outputs[deviations][part], sorted_outputs[amplitude][part] = match / np.sqrt(size), match / size
    out = {}
    for name, values in sorted_outputs.items():
        plane = np.full(kind.shape, 1 if name in ("total", "noise") else 0, np.float32)
        plane.ravel()[places] = values
        out[name] = plane
    cloud, shadow, opacity, darkening, total, noise = (out[name] for name in names)
    return Signal(cloud, shadow, opacity, darkening, total, to_cloud, to_shadow, noise, known)


def change_variance(dates: Sequence[Signal], valid: np.ndarray, bands: int) -> np.ndarray:
    """(rows, cols) relative variance of the residuals, 1 = as the model has it, estimated from the dates' residuals."""
    return variance_of([change_of(date, believed, bands) for date, believed in zip(dates, valid, strict=True)])


def change_of(date: Signal, believed: np.ndarray, bands: int) -> tuple[np.ndarray, np.ndarray]:
    """A date's relative squared residual, local mean, (rows, cols) float32; and (rows, cols) bool where it is known."""
    seen = date.known & believed
    share = np.maximum(gaussian(seen.astype(np.float32), AROUND), 1e-3)
    change = gaussian(np.where(seen, np.minimum(date.total / bands, MOST_CHANGE), 0).astype(np.float32), AROUND)
    return np.where(seen, change / share, np.float32(0)), seen


def variance_of(changes: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """(rows, cols) `change_variance` from the dates' `change_of`, with a prior of STEADY dates at 1."""
    total, count = (np.sum([one[part] for one in changes], axis=0, dtype=np.float32) for part in (0, 1))
    return np.asarray(np.maximum((STEADY + total) / (STEADY + count), LEAST_CHANGE))


def rivals_of(signals: Sequence[Signal], number: int) -> Rivals:
    """The competing explanations of a cloud (a shadow) in an image: deviations of a shadow (a cloud) in another one.

    0 with three dates or more, where the dates' agreement decides.
    """
    others = [signal for other, signal in enumerate(signals) if other != number]
    if not others or len(signals) > 3:
        return 0.0, 0.0
    return np.max([one.shadow for one in others], axis=0), np.max([one.cloud for one in others], axis=0)
