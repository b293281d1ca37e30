"""The images of a place in a window, the scene first, smoothed at two scales; and what they say about one of them."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy import ndimage as ndi

FINE, WIDE = 1.2, 3.6  # px: of the Gaussians; single pixels are noise, misregistration and small things
TRUNCATE = 3.0  # deviations over which a Gaussian reaches
MOST_DEVIATIONS = 8.0  # beyond which a date says nothing more
CURVED = 0.3  # weight of the squares among the features, which are standardised
PLAIN = 0.3  # opacity, beside the median of the others and in every band, that needs no model to be told
NEAREST = 0.1  # bright cloud is at least this part of itself brighter than ground
TEXTURE = 1.5  # weight of the logarithm of texture among what tells kinds of ground apart


@dataclass(frozen=True)
class Series:
    """The images of a place in a window, all in the scene's DN.

    Args:
        images: (images, bands, rows, cols) float32, the scene first, then its dates, oldest first.
        valid: (images, rows, cols) bool, where each may be looked at: of the scene outside its hole.
        hole: (rows, cols) bool, the scene's known hole.
    """

    images: np.ndarray
    valid: np.ndarray
    hole: np.ndarray
    fine: np.ndarray = field(init=False)
    wide: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        for name, sigma in (("fine", FINE), ("wide", WIDE)):
            made = [smoothed(image, valid, sigma) for image, valid in zip(self.images, self.valid, strict=True)]
            object.__setattr__(self, name, np.stack(made))

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.hole.shape[0], self.hole.shape[1]


def smoothed(image: np.ndarray, valid: np.ndarray, sigma: float) -> np.ndarray:
    """(bands, rows, cols) float32: Gaussian mean over the valid pixels alone; 0 where there are none near."""
    weight = ndi.gaussian_filter(valid.astype(np.float32), sigma, truncate=TRUNCATE)
    known = weight > 1e-4
    out = np.zeros(image.shape, dtype=np.float32)
    for band, made in zip(image, out, strict=True):
        mean = ndi.gaussian_filter(np.where(valid, band, 0).astype(np.float32), sigma, truncate=TRUNCATE)
        made[known] = mean[known] / weight[known]
    return out


@dataclass(frozen=True)
class Standard:
    """Median and spread of each image's bands: (images, bands) each."""

    level: np.ndarray
    spread: np.ndarray

    @classmethod
    def of(cls, windows: Sequence[Series]) -> Standard:
        """That of some windows' valid pixels, by the median and the median absolute deviation."""
        count, bands = windows[0].images.shape[:2]
        level, spread = np.zeros((count, bands)), np.ones((count, bands))
        for number in range(count):
            values = np.concatenate([one.fine[number][:, one.valid[number]] for one in windows], axis=1)
            if values.shape[1]:
                level[number] = np.median(values, axis=1)
                apart = np.median(np.abs(values - level[number][:, None]), axis=1)
                spread[number] = 1.4826 * apart + 1e-3 * (np.abs(level[number]) + 1)
        return cls(level, spread)

    def score(self, values: np.ndarray, number: int) -> np.ndarray:
        """(bands, rows, cols) in deviations from an image's median."""
        apart = (values - self.level[number][:, None, None]) / self.spread[number][:, None, None]
        return np.clip(apart, -MOST_DEVIATIONS, MOST_DEVIATIONS).astype(np.float32)


def others_of(number: int, count: int) -> list[int]:
    """The images that tell about one: all others; with three dates and more a date is told about by dates alone."""
    return [other for other in range(count) if other != number and (other > 0 or number == 0 or count <= 3)]


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


def evidence(series: Series, standard: Standard, number: int, valid: np.ndarray) -> Evidence:
    """What the other images say about one.

    Args:
        series: the images.
        standard: their medians and spreads.
        number: of the image.
        valid: (images, rows, cols) bool, where each is believed.
    """
    others = others_of(number, len(series.images))
    believed = [valid[other] for other in others]
    count = np.maximum(np.sum(believed, axis=0, dtype=np.float32), 1)
    features: list[np.ndarray] = []
    means = []
    for images in (series.fine, series.wide):
        scores = [standard.score(images[other], other) for other in others]
        total = sum((np.where(b, s, 0) for b, s in zip(believed, scores, strict=True)), np.zeros_like(scores[0]))
        means.append(total / count)
        features += [np.where(b, s, means[-1]) for b, s in zip(believed, scores, strict=True)]
    middle, wide = means
    features.append(CURVED * middle**2)
    texture = np.sqrt(ndi.uniform_filter(((middle - wide) ** 2).mean(axis=0), 3))
    looks = np.concatenate([middle, TEXTURE * np.log(texture + 0.05)[None]]).astype(np.float32)
    return Evidence(np.concatenate(features).astype(np.float32), looks, np.any(believed, axis=0))


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
    values = np.where(valid[others][:, None], series.fine[others], np.float32(np.nan))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # where none is valid there is no median
        usual = np.nanmedian(values, axis=0)
    bright = white[:, None, None]
    share = (series.fine[number] - usual) / np.maximum(bright - usual, NEAREST * bright)
    return np.asarray((share > PLAIN).all(axis=0) & series.valid[number])
