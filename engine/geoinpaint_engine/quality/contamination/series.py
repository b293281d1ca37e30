"""The images of a place in a window, the scene first, smoothed at two scales; and what they say about one of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

FINE, WIDE = 1.2, 3.6  # px: of the Gaussians; single pixels are noise, misregistration and small things
TRUNCATE = 3.0  # deviations over which a Gaussian reaches
MOST_DEVIATIONS = 8.0  # beyond which a date says nothing more
CURVED = 0.3  # weight of the squares among the features, which are standardised
PLAIN = 0.3  # opacity, beside the median of the others and in every band, that needs no model to be told
NEAREST = 0.1  # bright cloud is at least this part of itself brighter than ground
CHUNK = 8192  # pixels looked at together: few enough for a processor's cache
MOST_OTHERS = 16  # images that tell about one: more say little more, and would make the cost grow with their cube
TEXTURE = 1.5  # weight of the logarithm of texture among what tells kinds of ground apart


@dataclass(frozen=True)
class Series:
    """The images of a place in a window, all in the scene's DN.

    Args:
        images: (bands, rows, cols) float32 each, the scene first, then its dates, oldest first.
        valid: (images, rows, cols) bool, where each may be looked at: of the scene outside its hole.
        hole: (rows, cols) bool, the scene's known hole.
        fine, wide: the images smoothed at the two scales; made where they are not given.
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
        """Images of the same window as one series, the first as the scene; nothing is smoothed again."""
        images, fine, wide = (tuple(one for part in parts for one in getattr(part, name))
                              for name in ("images", "fine", "wide"))  # fmt: skip
        return cls(images, np.concatenate([part.valid for part in parts]), parts[0].hole, fine, wide)

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.hole.shape[0], self.hole.shape[1]

    def every(self, step: int) -> Series:
        """The same at every so many pixels along rows and columns; its smoothed images are those of all pixels."""
        images, fine, wide = (
            tuple(np.ascontiguousarray(one[:, ::step, ::step]) for one in every)
            for every in (self.images, self.fine, self.wide)
        )
        thin = (slice(None, None, step),) * 2
        return Series(images, np.ascontiguousarray(self.valid[(..., *thin)]), self.hole[thin].copy(), fine, wide)

    def fine_beside_gaps(self) -> Sequence[np.ndarray]:
        """`fine`, of the dates over the pixels alone that the scene shows too.

        Beside its gaps the scene's mean is one-sided: compared with a date's mean from both sides, every slope of the
        ground would look like a change.
        """
        if self.valid[0].all():
            return self.fine
        seen = (
            smoothed(image, valid & self.valid[0], FINE)
            for image, valid in zip(self.images[1:], self.valid[1:], strict=True)
        )
        square = np.ones((2 * math.ceil(TRUNCATE * FINE) + 1,) * 2, np.uint8)
        shown = np.asarray(cv2.dilate(self.valid[0].view(np.uint8), square)).view(bool)
        dates = [np.where(shown, one, whole) for one, whole in zip(seen, self.fine[1:], strict=True)]
        return (self.fine[0], *dates)


def smoothed(image: np.ndarray, valid: np.ndarray, sigma: float) -> np.ndarray:
    """(bands, rows, cols) float32: Gaussian mean over the valid pixels alone; 0 where there are none near."""
    out = np.where(valid, image, np.float32(0))
    for band in out:
        band[:] = gaussian(band, sigma)
    if not valid.all():
        weight = gaussian(valid.astype(np.float32), sigma)
        known = weight > 1e-4
        np.divide(out, weight, out=out, where=known)
        out *= known
    return out


def gaussian(plane: np.ndarray, sigma: float, *, reach: float = TRUNCATE) -> np.ndarray:
    """(rows, cols) float32 mean; OpenCV's is several times as fast as SciPy's and agrees with it to rounding.

    Args:
        plane: (rows, cols) float32.
        sigma: in px.
        reach: deviations over which it reaches.
    """
    side = 2 * int(reach * sigma + 0.5) + 1
    return np.asarray(cv2.GaussianBlur(plane, (side, side), sigma, borderType=cv2.BORDER_REFLECT))


@dataclass(frozen=True)
class Standard:
    """Median and spread of each image's bands: (images, bands) each."""

    level: np.ndarray
    spread: np.ndarray

    @classmethod
    def of(cls, windows: Sequence[Series]) -> Standard:
        """That of some windows' valid pixels, by the median and the median absolute deviation."""
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
        """A series in deviations from each image's median."""
        return Scores(
            *(tuple(self._score(image, number) for number, image in enumerate(images))
              for images in (series.fine, series.wide))
        )  # fmt: skip

    def scores_beside_gaps(self, series: Series, scores: Scores) -> Scores:
        """The same as evidence on the scene, see `Series.fine_beside_gaps`."""
        if series.valid[0].all():
            return scores
        return replace(
            scores, fine=tuple(self._score(one, number) for number, one in enumerate(series.fine_beside_gaps()))
        )

    def _score(self, values: np.ndarray, number: int) -> np.ndarray:
        scale = (1 / self.spread[number])[:, None, None].astype(np.float32)
        apart = values * scale
        apart -= (self.level[number] / self.spread[number])[:, None, None].astype(np.float32)
        return np.clip(apart, -MOST_DEVIATIONS, MOST_DEVIATIONS, out=apart)


@dataclass(frozen=True)
class Scores:
    """A series in deviations from each image's median, smoothed at two scales: (bands, rows, cols) float32 an image."""

    fine: Sequence[np.ndarray]
    wide: Sequence[np.ndarray]


def others_of(number: int, count: int) -> list[int]:
    """The images that tell about one: all others; with three dates and more a date is told about by dates alone.

    Of many dates those next to a date, and for the scene, whose place among them is not known, some from all of them.
    """
    others = [other for other in range(count) if other != number and (other > 0 or number == 0 or count <= 3)]
    if len(others) <= MOST_OTHERS:
        return others
    if number == 0:
        return [others[place] for place in np.linspace(0, len(others) - 1, MOST_OTHERS).round().astype(int)]
    return sorted(sorted(others, key=lambda other: (abs(other - number), other))[:MOST_OTHERS])


@dataclass(frozen=True)
class Evidence:
    """What the other images say.

    Args:
        features: (features, rows, cols) float32; a gap in one is bridged by the mean of the others.
        looks: (looks, rows, cols) float32: their mean, and its texture: the kind of ground.
        known: (rows, cols) bool, where there is any.
    """

    features: np.ndarray
    looks: np.ndarray
    known: np.ndarray


def evidence(scores: Scores, number: int, valid: np.ndarray) -> Evidence:
    """What the other images say about one.

    Args:
        scores: of the images.
        number: of the image.
        valid: (images, rows, cols) bool, where each is believed.
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
    """The products of `evidence`'s features with slopes, its looks, and where there is any.

    Args:
        scores, number, valid: as in `evidence`.
        slopes: (features, outputs).
    """
    out, (middle, wide), known = _predicted(scores, number, valid, slopes)
    return out, _looks(middle, wide), known


def predicted_at(
    places: np.ndarray, around: np.ndarray, scores: Scores, number: int, valid: np.ndarray, slopes: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The same of some pixels alone, as of a window of one row.

    Args:
        places: (n,) numbers of the pixels in row-major order, and
        around: (m,) of these and their neighbours, in this order.
        scores, number, valid, slopes: as in `predicted`.
    """
    few = Scores(*(tuple(image.reshape(len(image), 1, -1)[..., around] for image in images)
                   for images in (scores.fine, scores.wide)))  # fmt: skip
    out, (middle, wide), known = _predicted(few, number, valid.reshape(len(valid), 1, -1)[..., around], slopes)
    uneven = np.zeros(valid.shape[1:], np.float32)
    uneven.ravel()[around] = _uneven(middle, wide)[0]
    chosen = np.isin(around, places, assume_unique=True)
    looks = _with_texture(middle[..., chosen], _texture(uneven).ravel()[None, places])
    return out[..., chosen], looks, known[..., chosen]


def _predicted(
    scores: Scores, number: int, valid: np.ndarray, slopes: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The products, the mean of the other images at both scales, and where there is any.

    Some pixels at a time, so that the features never leave the processor's cache.
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
            for row, image, gap in zip(rows, every, gaps, strict=True):
                row[:] = image[:, here]
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


def _looks(middle: np.ndarray, wide: np.ndarray) -> np.ndarray:
    """(looks, rows, cols) of the mean of the other images at both scales."""
    return _with_texture(middle, _texture(_uneven(middle, wide)))


def _uneven(middle: np.ndarray, wide: np.ndarray) -> np.ndarray:
    """(rows, cols) how much a pixel differs from what is around it."""
    return np.asarray(((middle - wide) ** 2).mean(axis=0))


def _texture(uneven: np.ndarray) -> np.ndarray:
    return np.asarray(np.sqrt(cv2.blur(uneven, (3, 3), borderType=cv2.BORDER_REFLECT)))


def _with_texture(middle: np.ndarray, texture: np.ndarray) -> np.ndarray:
    return np.concatenate([middle, TEXTURE * np.log(texture + np.float32(0.05))[None]])


def plain_cloud(series: Series, valid: np.ndarray, number: int, white: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: cloud that needs no model to be told, however much of an image it covers.

    It is nearer to bright cloud, in every band, than the median of the other images; one alone may be dark itself.

    Args:
        series: the images.
        valid: (images, rows, cols) bool, where each is believed.
        number: of the image.
        white: (bands,) DN of bright cloud.
    """
    others = others_of(number, len(series.images))
    if len(others) < 2:
        return np.zeros(series.shape, dtype=bool)
    bright = white.astype(np.float32)
    # the median is no less than the least, which tells most pixels apart from cloud
    least = np.full(series.shape, bright[0])
    for other in others:
        np.minimum(least, np.where(valid[other], series.fine[other][0], bright[0]), out=least)
    lowest = least + np.float32(PLAIN) * np.maximum(bright[0] - least, np.float32(NEAREST) * bright[0])
    lowest = np.minimum(lowest, np.float32(1 - NEAREST * (1 - PLAIN)) * bright[0])
    there = series.valid[number] & (series.fine[number][0] > np.float32(0.999) * lowest)
    if not there.any():
        return there
    rest = np.ones(int(there.sum()), dtype=bool)
    for band in range(len(bright)):
        usual = _median(np.stack([series.fine[other][band][there] for other in others]), valid[others][:, there])
        rest &= _towards(series.fine[number][band][there], usual, bright[band]) > PLAIN
    there[there] = rest
    return there


def _towards(values: np.ndarray, usual: np.ndarray, bright: np.float32) -> np.ndarray:
    """The share of the way from what is usual to bright cloud."""
    return np.asarray((values - usual) / np.maximum(bright - usual, np.float32(NEAREST) * bright))


def _median(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """(...) median of the valid ones of (images, ...); NaN where there are none."""
    count = valid.sum(axis=0)
    ordered = list(np.where(valid, values, np.float32(np.inf)))
    for turn in range(len(ordered)):  # odd-even sort: whole planes at once
        for low in range(turn % 2, len(ordered) - 1, 2):
            pair = ordered[low], ordered[low + 1]
            ordered[low], ordered[low + 1] = np.minimum(*pair), np.maximum(*pair)
    if count.min(initial=len(ordered)) == len(ordered):
        return np.asarray((ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2)
    planes = np.stack(ordered)
    places = np.maximum(count - 1, 0) // 2, np.minimum(count // 2, len(ordered) - 1)
    low, high = (np.take_along_axis(planes, place[None], axis=0)[0] for place in places)
    middle = (low + high) / 2
    return np.asarray(np.where(count > 0, middle, np.float32(np.nan)))
