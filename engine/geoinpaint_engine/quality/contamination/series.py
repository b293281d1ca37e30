"""The images of a place in a window, smoothed at two scales, and the features that predict one of them from the others.

The scene comes first, then its dates, oldest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

FINE, WIDE = 1.2, 3.6  # px, sigmas of the Gaussians: single pixels are noise, misregistration and small objects
TRUNCATE = 3.0  # sigmas at which the Gaussians are truncated
LEAST_WEIGHT = 1e-4  # of the valid pixels in a mean, below which it is unknown
MOST_DEVIATIONS = 8.0  # standardised values are clipped here
CURVED = 0.3  # weight of the squares among the standardised features
PLAIN = 0.3  # opacity against the median of the other images, in every band, that is cloud without a model
NEAREST = 0.1  # smallest distance from ground to bright cloud, as a fraction of the latter
CHUNK = 8192  # pixels per chunk, so that their features fit into the processor's cache
MOST_OTHERS = 16  # images that predict one: more add little, and the cost grows with their cube
TEXTURE = 1.5  # weight of log texture among the looks, which the kinds of ground are clustered by


@dataclass(frozen=True)
class Series:
    """The images of a place in a window, all in the scene's DN.

    Args:
        images: (bands, rows, cols) float32 each, the scene first, then its dates, oldest first.
        valid: (images, rows, cols) bool, where each shows ground; the scene's outside its hole.
        hole: (rows, cols) bool, the scene's masked hole.
        fine, wide: the images smoothed at the two scales; computed where not given.
    """

    images: Sequence[np.ndarray] | np.ndarray
    valid: np.ndarray
    hole: np.ndarray
    fine: Sequence[np.ndarray] = field(default=())
    wide: Sequence[np.ndarray] = field(default=())

    def __post_init__(self) -> None:
        for name, sigma in (("fine", FINE), ("wide", WIDE)):
            if not len(getattr(self, name)):
                made = [smoothed(image, valid, sigma) for image, valid in zip(self.images, self.valid, strict=True)]
                object.__setattr__(self, name, tuple(made))

    @classmethod
    def joined(cls, parts: Sequence[Series]) -> Series:
        """Series of the same window concatenated, the first one's image as the scene; reuses their smoothed images."""
        images, fine, wide = (tuple(one for part in parts for one in getattr(part, name))
                              for name in ("images", "fine", "wide"))  # fmt: skip
        return cls(images, np.concatenate([part.valid for part in parts]), parts[0].hole, fine, wide)

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.hole.shape[0], self.hole.shape[1]

    def every(self, step: int) -> Series:
        """The series subsampled to every `step`-th pixel of rows and columns, after smoothing at full resolution."""
        images, fine, wide = (
            tuple(np.ascontiguousarray(one[:, ::step, ::step]) for one in every)
            for every in (self.images, self.fine, self.wide)
        )
        thin = (slice(None, None, step),) * 2
        return Series(images, np.ascontiguousarray(self.valid[(..., *thin)]), self.hole[thin].copy(), fine, wide)


def smoothed(image: np.ndarray, valid: np.ndarray, sigma: float) -> np.ndarray:
    """(bands, rows, cols) float32: Gaussian mean over the valid pixels (normalised convolution); 0 far from any."""
    out = np.where(valid, image, np.float32(0))
    for band in out:
        band[:] = gaussian(band, sigma)
    if not valid.all():
        weight = gaussian(valid.astype(np.float32), sigma)
        known = weight > LEAST_WEIGHT
        np.divide(out, weight, out=out, where=known)
        out *= known
    return out


def smoothed_at(places: np.ndarray, image: np.ndarray, valid: np.ndarray, sigma: float) -> np.ndarray:
    """(bands, n) float32: `smoothed` at these row-major indices only, to the last bit."""
    out = np.empty((len(image), places.size), np.float32)
    for values, band in zip(out, image, strict=True):
        values[:] = gaussian(np.where(valid, band, np.float32(0)), sigma).ravel()[places]
    if not valid.all():
        weight = gaussian(valid.astype(np.float32), sigma).ravel()[places]
        known = weight > LEAST_WEIGHT
        np.divide(out, weight, out=out, where=known)
        out *= known
    return out


def gaussian(plane: np.ndarray, sigma: float, *, reach: float = TRUNCATE) -> np.ndarray:
    """Gaussian mean, (rows, cols) float32. OpenCV's is several times faster than SciPy's and equal up to rounding.

    Args:
        plane: (rows, cols) float32.
        sigma: in px.
        reach: truncation in sigmas.
    """
    side = 2 * int(reach * sigma + 0.5) + 1
    return np.asarray(cv2.GaussianBlur(plane, (side, side), sigma, borderType=cv2.BORDER_REFLECT))


@dataclass(frozen=True)
class Standard:
    """Robust location and scale of each image's bands, for standardisation: (images, bands) each."""

    level: np.ndarray
    spread: np.ndarray

    @classmethod
    def of(cls, windows: Sequence[Series]) -> Standard:
        """Median and scaled median absolute deviation over the windows' valid pixels."""
        count, bands = len(windows[0].images), len(windows[0].images[0])
        level, spread = np.zeros((count, bands)), np.ones((count, bands))
        for number in range(count):
            values = np.concatenate([one.fine[number][:, one.valid[number]] for one in windows], axis=1)
            if values.shape[1]:
                level[number] = np.median(values, axis=1)
                apart = np.median(np.abs(values - level[number][:, None]), axis=1)
                found = 1.4826 * apart + 1e-3 * np.abs(level[number])
                spread[number] = np.where(found > 0, found, 1)
        return cls(level, spread)

    def scores(self, series: Series) -> Scores:
        """Standardises the smoothed images of a series, clipped at MOST_DEVIATIONS."""
        fine, wide = (
            tuple(self.score(image, number) for number, image in enumerate(images))
            for images in (series.fine, series.wide)
        )
        return Scores(fine, wide)

    def score(self, values: np.ndarray, number: int) -> np.ndarray:
        """(bands, ...) smoothed values of an image, standardised and clipped."""
        shape = (-1, *[1] * (values.ndim - 1))
        standardised = values * (1 / self.spread[number]).reshape(shape).astype(np.float32)
        standardised -= (self.level[number] / self.spread[number]).reshape(shape).astype(np.float32)
        return np.clip(standardised, -MOST_DEVIATIONS, MOST_DEVIATIONS, out=standardised)


@dataclass(frozen=True)
class Scores:
    """Standardised smoothed images of a series, at two scales: (bands, rows, cols) float32 each.

    `changes`: where and how `fine` differs for predicting the scene, see `beside_gaps`; None: nowhere.
    """

    fine: Sequence[np.ndarray]
    wide: Sequence[np.ndarray]
    changes: FineChanges | None = None

    def at(self, places: np.ndarray) -> Scores:
        """The scores at these row-major indices, which ascend, as a window of one row."""
        fine, wide = (tuple(image.reshape(len(image), 1, -1)[..., places] for image in images)
                      for images in (self.fine, self.wide))  # fmt: skip
        return Scores(fine, wide, None if self.changes is None else self.changes.at(places))


@dataclass(frozen=True)
class FineChanges:
    """Fine scores of a small part of a window's pixels, in place of others.

    Args:
        places: their row-major indices, ascending.
        values: of each image, (bands, n) float32; None: the image keeps its own.
    """

    places: np.ndarray
    values: Sequence[np.ndarray | None]

    def put(self, number: int, start: int, scores: np.ndarray) -> None:
        """Changes an image's (bands, n) scores of the pixels from `start` on, in place."""
        values = self.values[number]
        if values is not None:
            first, last = np.searchsorted(self.places, (start, start + scores.shape[1]))
            scores[:, self.places[first:last] - start] = values[:, first:last]

    def at(self, places: np.ndarray) -> FineChanges:
        """The changes in a window of one row of these pixels, row-major indices that ascend."""
        found = np.searchsorted(places, self.places)
        among = places[np.minimum(found, len(places) - 1)] == self.places
        return FineChanges(found[among], [None if one is None else one[:, among] for one in self.values])


def others_of(number: int, count: int) -> list[int]:
    """Indices of the images that predict image `number` (0 is the scene), at most MOST_OTHERS.

    All others; with three dates or more, dates are predicted from dates only. Of more than MOST_OTHERS dates, those
    nearest in time, or for the scene, whose position in time is unknown, evenly spread ones.
    """
    others = [other for other in range(count) if other != number and (other > 0 or number == 0 or count <= 3)]
    if len(others) <= MOST_OTHERS:
        return others
    if number == 0:
        return [others[place] for place in np.linspace(0, len(others) - 1, MOST_OTHERS).round().astype(int)]
    return sorted(sorted(others, key=lambda other: (abs(other - number), other))[:MOST_OTHERS])


@dataclass(frozen=True)
class Evidence:
    """The predictors of an image, from the others.

    Args:
        features: (features, rows, cols) float32: both scales of each image, gaps filled with the mean of the others,
            and the squared mean.
        looks: (looks, rows, cols) float32: the images' mean and its log texture, which determine the kind of ground.
        known: (rows, cols) bool, where at least one image is valid.
    """

    features: np.ndarray
    looks: np.ndarray
    known: np.ndarray


def evidence(scores: Scores, number: int, valid: np.ndarray) -> Evidence:
    """The predictors of an image, from the others.

    Args:
        scores: of the images.
        number: index of the image.
        valid: (images, rows, cols) bool, where each is used.
    """
    others = others_of(number, len(valid))
    gaps = [None if valid[other].all() else ~valid[other] for other in others]
    count = np.maximum(valid[others].sum(axis=0, dtype=np.float32), 1)
    bands, shape = len(scores.fine[0]), valid.shape[1:]
    features = np.empty(((2 * len(others) + 1) * bands, *shape), dtype=np.float32)
    means = []
    for place, images in enumerate((scores.fine, scores.wide)):
        here = features[place * len(others) * bands :][: len(others) * bands].reshape(len(others), bands, *shape)
        for one, other, gap in zip(here, others, gaps, strict=True):
            np.copyto(one, images[other])
            if gap is not None:
                np.copyto(one, 0, where=gap)
        means.append(here.sum(axis=0) / count)
        for one, gap in zip(here, gaps, strict=True):
            if gap is not None:
                np.copyto(one, means[-1], where=gap)
    middle, wide = means
    np.multiply(middle, CURVED * middle, out=features[-bands:])
    return Evidence(features, _looks(middle, wide), np.asarray(valid[others].any(axis=0)))


def predicted(
    scores: Scores, number: int, valid: np.ndarray, slopes: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Applies a regression to `evidence`: (outputs, rows, cols) features times slopes, the looks, and `known`.

    Args:
        scores, number, valid: as in `evidence`.
        slopes: (features, outputs).
    """
    out, (middle, wide), known = _predicted(scores, number, valid, slopes)
    return out, _looks(middle, wide), known


def predicted_at(
    places: np.ndarray, around: np.ndarray, scores: Scores, number: int, valid: np.ndarray, slopes: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """`predicted` at selected pixels only, as a window of one row: (outputs, 1, n) etc.

    Args:
        places: (n,) row-major indices of the pixels.
        around: (m,) row-major indices of these and their neighbours, ascending.
        scores, number, valid, slopes: as in `predicted`.
    """
    there = valid.reshape(len(valid), 1, -1)[..., around]
    out, (middle, wide), known = _predicted(scores.at(around), number, there, slopes)
    variance = np.zeros(valid.shape[1:], np.float32)
    variance.ravel()[around] = _local_variance(middle, wide)[0]
    chosen = np.isin(around, places, assume_unique=True)
    looks = _with_texture(middle[..., chosen], _texture(variance).ravel()[None, places])
    return out[..., chosen], looks, known[..., chosen]


def _predicted(
    scores: Scores, number: int, valid: np.ndarray, slopes: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The regression's outputs, the mean of the other images at both scales, and `known`.

    Computed in chunks of pixels, so that the features stay in the processor's cache.
    """
    others, (bands, shape) = others_of(number, len(valid)), (len(scores.fine[0]), valid.shape[1:])
    images = [[every[other].reshape(bands, -1) for other in others] for every in (scores.fine, scores.wide)]
    seen, pixels = valid[others].reshape(len(others), -1), shape[0] * shape[1]
    weights = np.ascontiguousarray(slopes.T, dtype=np.float32)
    out, means = np.empty((len(weights), pixels), np.float32), np.empty((2, bands, pixels), np.float32)
    table = np.empty((slopes.shape[0], CHUNK), np.float32)
    for start in range(0, pixels, CHUNK):
        here = slice(start, min(start + CHUNK, pixels))
        there = seen[:, here]
        gaps = [None if one.all() else ~one for one in there]
        count = np.maximum(there.sum(axis=0, dtype=np.float32), 1)
        features = table[:, : there.shape[1]]
        for place, every in enumerate(images):
            rows = features[place * len(others) * bands :][: len(others) * bands].reshape(len(others), bands, -1)
            for row, image, other, gap in zip(rows, every, others, gaps, strict=True):
                row[:] = image[:, here]
                if place == 0 and scores.changes is not None:
                    scores.changes.put(other, start, row)
                if gap is not None:
                    row *= ~gap
            mean = rows.sum(axis=0)
            mean /= count
            means[place, :, here] = mean
            for row, gap in zip(rows, gaps, strict=True):
                if gap is not None:
                    row += mean * gap
        np.multiply(means[0, :, here], CURVED * means[0, :, here], out=features[-bands:])
        np.matmul(weights, features, out=out[:, here])
    known = np.asarray(valid[others].any(axis=0))
    return out.reshape(-1, *shape), means.reshape(2, bands, *shape), known


def _looks(fine_mean: np.ndarray, wide_mean: np.ndarray) -> np.ndarray:
    """(looks, rows, cols) from the mean of the other images at both scales."""
    return _with_texture(fine_mean, _texture(_local_variance(fine_mean, wide_mean)))


def _local_variance(fine_mean: np.ndarray, wide_mean: np.ndarray) -> np.ndarray:
    """(rows, cols) squared difference of the scales, mean over bands: local variance before averaging."""
    return np.asarray(((fine_mean - wide_mean) ** 2).mean(axis=0))


def _texture(variance: np.ndarray) -> np.ndarray:
    return np.asarray(np.sqrt(cv2.blur(variance, (3, 3), borderType=cv2.BORDER_REFLECT)))


def _with_texture(fine_mean: np.ndarray, texture: np.ndarray) -> np.ndarray:
    return np.concatenate([fine_mean, TEXTURE * np.log(texture + np.float32(0.05))[None]])


def plain_cloud(series: Series, valid: np.ndarray, number: int, white: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: cloud that is detected without a model, however much of the image it covers.

    In every band, its opacity against the median of the other images exceeds PLAIN. Needs two other images, because a
    single one may be in shadow itself.

    Args:
        series: the images.
        valid: (images, rows, cols) bool, where each is used.
        number: index of the image.
        white: (bands,) DN of bright cloud.
    """
    others = others_of(number, len(series.images))
    if len(others) < 2:
        return np.zeros(series.shape, dtype=bool)
    bright = white.astype(np.float32)
    # prefilter: the minimum is a cheap lower bound of the median, and rules most pixels out
    minimum = np.full(series.shape, bright[0])
    for other in others:
        np.minimum(minimum, np.where(valid[other], series.fine[other][0], bright[0]), out=minimum)
    threshold = minimum + np.float32(PLAIN) * np.maximum(bright[0] - minimum, np.float32(NEAREST) * bright[0])
    threshold = np.minimum(threshold, np.float32(1 - NEAREST * (1 - PLAIN)) * bright[0])
    maybe = series.valid[number] & (series.fine[number][0] > np.float32(0.999) * threshold)
    if not maybe.any():
        return maybe
    plain = np.ones(int(maybe.sum()), dtype=bool)
    for band in range(len(bright)):
        usual = _median(np.stack([series.fine[other][band][maybe] for other in others]), valid[others][:, maybe])
        plain &= _towards(series.fine[number][band][maybe], usual, bright[band]) > PLAIN
    maybe[maybe] = plain
    return maybe


def _towards(values: np.ndarray, usual: np.ndarray, bright: np.float32) -> np.ndarray:
    """Opacity: the share of the way from `usual` to bright cloud."""
    return np.asarray((values - usual) / np.maximum(bright - usual, np.float32(NEAREST) * bright))


def _median(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """(...) median over the valid ones of (images, ...); NaN where there are none."""
    count = valid.sum(axis=0)
    ordered = list(np.where(valid, values, np.float32(np.inf)))
    for step in range(len(ordered)):  # odd-even transposition sort of whole planes
        for low in range(step % 2, len(ordered) - 1, 2):
            pair = ordered[low], ordered[low + 1]
            ordered[low], ordered[low + 1] = np.minimum(*pair), np.maximum(*pair)
    if count.min(initial=len(ordered)) == len(ordered):
        return np.asarray((ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2)
    planes = np.stack(ordered)
    places = np.maximum(count - 1, 0) // 2, np.minimum(count // 2, len(ordered) - 1)
    low, high = (np.take_along_axis(planes, place[None], axis=0)[0] for place in places)
    middle = (low + high) / 2
    return np.asarray(np.where(count > 0, middle, np.float32(np.nan)))
