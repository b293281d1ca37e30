"""What SAR says beyond its pixels: speckle filtered within fields, texture, means over wide surroundings.

The filter, `filters.within_fields`, averages where the window varies no more than speckle does and keeps what varies
more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.methods.ensemble.filters import LARGEST, gaussian, waves, within_fields

# (radius in px, variance that counts as speckle, in parts of the scene's) of filters applied one after the other
FILTERS = (((4, 0.5),), ((4, 1.0), (4, 0.3)), ((3, 2.0), (4, 0.5), (8, 0.2)))
TEXTURES = (3.0, 8.0)  # px, deviation of the windows of the local standard deviation
MEANS = (2.0, 4.0, 8.0, 16.0, 32.0)  # px, deviation of the windows of the means
COUNT = len(FILTERS) + len(TEXTURES) + len(MEANS)  # of the planes of a polarisation
REACH = 64  # px beyond which nothing is looked at
FOURIER_FEATURES = 250  # of half as many frequencies


def planes(image: np.ndarray) -> np.ndarray:
    """What Fourier features are made of: (planes, rows, cols) float32 of (2, rows, cols) standardised SAR."""
    made = _planes(image)
    first = next(made)
    out = np.empty((len(first) * COUNT, *first.shape[1:]), np.float32)
    out[: len(first)] = first
    for number, pair in enumerate(made, 1):
        out[number * len(first) :][: len(first)] = pair
    return out


def _planes(image: np.ndarray) -> Iterator[np.ndarray]:
    """The same, (2, rows, cols) each."""
    image = np.asarray(image, np.float32)
    for steps in FILTERS:
        found = image
        for radius, speckle in steps:
            found = within_fields(found, radius, speckle)
        yield found
    means = {sigma: _mean(image, sigma) for sigma in {*TEXTURES, *MEANS}}
    squares = image * image
    for sigma in TEXTURES:
        varied = _mean(squares, sigma)
        varied -= means[sigma] * means[sigma]
        np.maximum(varied, 0, out=varied)
        yield np.sqrt(varied, out=varied)
    for sigma in MEANS:
        yield means[sigma]


@dataclass(frozen=True)
class SarFeatures:
    """A seeded layer of Fourier features over the planes.

    Args:
        mean, deviation: (planes,) float32 of the planes over the scene's windows.
        frequencies: (planes, FOURIER_FEATURES / 2) float32.
    """

    mean: np.ndarray
    deviation: np.ndarray
    frequencies: np.ndarray

    def standard(self, seen: np.ndarray) -> np.ndarray:
        """(planes, n) float32 of (planes, n) of some pixels, standardised in place: fewer than a window has."""
        seen -= self.mean[:, None]
        seen /= self.deviation[:, None]
        return seen

    def fourier(self, seen: np.ndarray) -> np.ndarray:
        """(FOURIER_FEATURES, n) of (planes, n), standardised."""
        return waves(self.frequencies.T @ seen)


def draw_sar_features(images: Sequence[np.ndarray], generator: np.random.Generator) -> SarFeatures:
    """Draws the layer.

    Args:
        images: (2, rows, cols) standardised SAR of the windows that are learned from.
        generator: of the draw.
    """
    made = [planes(image).astype(np.float64) for image in images]
    mean = np.mean([one.mean(axis=(1, 2)) for one in made], axis=0)
    square = np.mean([(one**2).mean(axis=(1, 2)) for one in made], axis=0)
    count = len(mean)
    return SarFeatures(
        mean.astype(np.float32),
        np.sqrt(np.maximum(square - mean**2, 1e-6)).astype(np.float32),
        (generator.standard_normal((count, FOURIER_FEATURES // 2)) / np.sqrt(count)).astype(np.float32),
    )


def _mean(image: np.ndarray, sigma: float) -> np.ndarray:
    return gaussian(image, sigma, reach=min(round(3 * sigma), REACH - 2 * LARGEST))
