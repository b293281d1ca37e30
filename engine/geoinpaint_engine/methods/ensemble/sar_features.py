"""Features of Sentinel-1 beyond single pixels: despeckling within fields, texture, means of wide neighbourhoods.

The speckle filter, `filters.within_fields`, smooths windows whose variance is no more than that of speckle, and
preserves edges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.methods.ensemble.filters import LARGEST, gaussian, waves, within_fields

# (radius in px, variance of speckle relative to the scene's) of filters applied in sequence
FILTERS = (((4, 0.5),), ((4, 1.0), (4, 0.3)), ((3, 2.0), (4, 0.5), (8, 0.2)))
TEXTURES = (3.0, 8.0)  # px, standard deviations of the Gaussian windows of the local standard deviation
MEANS = (2.0, 4.0, 8.0, 16.0, 32.0)  # px, standard deviations of the Gaussian means
COUNT = len(FILTERS) + len(TEXTURES) + len(MEANS)  # planes per polarisation
REACH = 64  # px, the largest distance of a pixel that a feature depends on
FOURIER_FEATURES = 250  # the cosine and the sine of half as many random frequencies


def planes(image: np.ndarray) -> np.ndarray:
    """The input planes of the Fourier features: (planes, rows, cols) float32 from (2, rows, cols) standardised SAR."""
    pairs = _planes(image)
    first = next(pairs)
    out = np.empty((len(first) * COUNT, *first.shape[1:]), np.float32)
    out[: len(first)] = first
    for number, pair in enumerate(pairs, 1):
        out[number * len(first) :][: len(first)] = pair
    return out


def _planes(image: np.ndarray) -> Iterator[np.ndarray]:
    """Yields the planes, both polarisations at a time: (2, rows, cols) float32 each."""
    image = np.asarray(image, np.float32)
    for steps in FILTERS:
        despeckled = image
        for radius, speckle in steps:
            despeckled = within_fields(despeckled, radius, speckle)
        yield despeckled
    means = {sigma: _mean(image, sigma) for sigma in {*TEXTURES, *MEANS}}
    squares = image * image
    for sigma in TEXTURES:
        variance = _mean(squares, sigma)
        variance -= means[sigma] * means[sigma]
        np.maximum(variance, 0, out=variance)
        yield np.sqrt(variance, out=variance)
    for sigma in MEANS:
        yield means[sigma]


@dataclass(frozen=True)
class SarFeatures:
    """A layer of random Fourier features of the planes.

    Args:
        mean, deviation: (planes,) float32, mean and standard deviation of the planes over the training windows.
        frequencies: (planes, FOURIER_FEATURES / 2) float32.
    """

    mean: np.ndarray
    deviation: np.ndarray
    frequencies: np.ndarray

    def standard(self, values: np.ndarray) -> np.ndarray:
        """Standardises (planes, n) float32 in place, and returns it."""
        values -= self.mean[:, None]
        values /= self.deviation[:, None]
        return values

    def fourier(self, values: np.ndarray) -> np.ndarray:
        """(FOURIER_FEATURES, n) float32 features of (planes, n) standardised values."""
        return waves(self.frequencies.T @ values)


def draw_sar_features(images: Sequence[np.ndarray], generator: np.random.Generator) -> SarFeatures:
    """Draws the layer, and standardises its inputs on the training windows.

    Args:
        images: (2, rows, cols) standardised SAR of each training window.
        generator: the random generator.
    """
    inputs = [planes(image).astype(np.float64) for image in images]
    mean = np.mean([one.mean(axis=(1, 2)) for one in inputs], axis=0)
    square = np.mean([(one**2).mean(axis=(1, 2)) for one in inputs], axis=0)
    count = len(mean)
    return SarFeatures(
        mean.astype(np.float32),
        np.sqrt(np.maximum(square - mean**2, 1e-6)).astype(np.float32),
        (generator.standard_normal((count, FOURIER_FEATURES // 2)) / np.sqrt(count)).astype(np.float32),
    )


def _mean(image: np.ndarray, sigma: float) -> np.ndarray:
    return gaussian(image, sigma, reach=min(round(3 * sigma), REACH - 2 * LARGEST))
