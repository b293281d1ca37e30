"""Corrects the heads by their mean residual at the clear pixels with the most similar evidence.

A nearest-neighbour regression of the heads' residuals. Ridge regressions miss what is specific to a kind of ground (a
crop cut between two of the dates), of which there are more pixels elsewhere in the scene. It pays with few dates, and
is used if hidden ground shows that it does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.features import WITHIN_FIELDS, Features, smoothed

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

NEIGHBOURS = 10  # pixels whose residuals are averaged
MOST_CANDIDATES = 8_000  # clear pixels that are searched
LEAST_CANDIDATES = 500  # with fewer there is no correction
MOST_DIMENSIONS = 16  # of the space in which pixels are compared
WHITENING = 0.5  # of the principal components; 0: none, 1: all have variance 1
# Neighbours may be up to 1 + this times as far as the nearest: the fill's error grows by 0.3 %, the search takes a
# sixth of the time.
INEXACTNESS = 2.0
LEAF = 32  # candidates in a leaf of the search tree
CHUNK = 16_384  # pixels searched for at once
SAME = 1e-4  # distance below which a candidate is the pixel itself


def _fields(features: Features, stack: Stack, wanted: np.ndarray) -> np.ndarray:
    """(kept, n) float32 at wanted pixels: the mean of a pixel's evidence and its field's, which reduces noise."""
    kept = features.kept(stack)
    fields = smoothed(kept, WITHIN_FIELDS)[:, wanted]
    fields += kept[:, wanted]
    fields /= 2
    return fields


def _axes(fields: np.ndarray) -> np.ndarray:
    """(kept, dimensions) float32: the leading principal components of (kept, n), partly whitened."""
    table = fields.astype(np.float64)
    table -= table.mean(axis=1, keepdims=True)
    values, vectors = np.linalg.eigh(table @ table.T / table.shape[1])
    values, vectors = values[::-1][:MOST_DIMENSIONS], vectors[:, ::-1][:, :MOST_DIMENSIONS]
    return (vectors * np.maximum(values, 1e-6 * max(values[0], 1e-12)) ** (-WHITENING / 2)).astype(np.float32)


@dataclass(frozen=True)
class SimilarPixels:
    """Clear pixels and the heads' residuals there.

    Args:
        axes: (kept, dimensions) float32, axes of the space in which pixels are compared.
        places: (n, dimensions) float32, coordinates of the clear pixels in this space.
        missed: (bands, n) float32 residuals, truth minus prediction in DN.
    """

    axes: np.ndarray
    places: np.ndarray
    missed: np.ndarray

    @cached_property
    def _tree(self) -> cKDTree:
        from scipy.spatial import cKDTree  # not needed by most fills, and slow to import

        return cKDTree(self.places, leafsize=LEAF)

    def correction(self, features: Features, stack: Stack, wanted: np.ndarray) -> np.ndarray:
        """(bands, n) float32 DN to add to the heads' prediction at wanted pixels, in row-major order.

        Args:
            features: the scene's hidden layers.
            stack: the evidence of a window.
            wanted: (rows, cols) bool, the pixels to correct.
        """
        fields = _fields(features, stack, wanted)
        correction = np.empty((len(self.missed), fields.shape[1]), np.float32)
        for start in range(0, fields.shape[1], CHUNK):
            correction[:, start : start + CHUNK] = self.mean_missed(fields[:, start : start + CHUNK].T @ self.axes)
        return correction

    def mean_missed(self, places: np.ndarray) -> np.ndarray:
        """(bands, n) float32 DN: mean residual of the candidates nearest to (n, dimensions), never the pixel itself."""
        distances, nearest = self._tree.query(places, k=NEIGHBOURS + 1, eps=INEXACTNESS)
        itself = distances[:, :1] < SAME
        return np.asarray(self.missed[:, np.where(itself, nearest[:, 1:], nearest[:, :-1])].mean(axis=2))

    def state(self) -> dict[str, np.ndarray]:
        """The pixels as named arrays."""
        return {"axes": self.axes, "places": self.places, "missed": self.missed}

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> SimilarPixels:
        """The pixels of a `state`."""
        return cls(state["axes"], state["places"], state["missed"])


@dataclass(frozen=True)
class Candidates:
    """Clear pixels sampled from some windows, and the residuals of several sets of heads there.

    Args:
        axes: (kept, dimensions) float32, axes of the space in which pixels are compared.
        places: (n, dimensions) float32, coordinates in this space.
        fold: (n,) int8, the fold that hides each pixel; 0: none.
        missed: (sets, bands, n) float32 residuals, truth minus the mean of a set's heads, in DN.
    """

    axes: np.ndarray
    places: np.ndarray
    fold: np.ndarray
    missed: np.ndarray

    @classmethod
    def draw(
        cls,
        features: Features,
        windows: Sequence[tuple[Stack, np.ndarray, np.ndarray, np.ndarray]],
        sets: Sequence[np.ndarray],
        *,
        seed: int,
    ) -> Candidates | None:
        """A random sample of clear pixels, or None if there are too few.

        Args:
            features: the scene's hidden layers.
            windows: for each window its evidence, (rows, cols) bool clear pixels, (bands, rows, cols) targets in DN,
                and (rows, cols) int8 folds.
            sets: coefficients of each set of heads, (heads, features, bands) float32.
            seed: of the sample.
        """
        generator = np.random.default_rng(np.random.SeedSequence((seed, 5)))
        share = min(1.0, MOST_CANDIDATES / max(1, sum(int(clear.sum()) for _, clear, _, _ in windows)))
        chosen = [clear & (generator.random(clear.shape) < share) for _, clear, _, _ in windows]
        if sum(int(pixels.sum()) for pixels in chosen) < LEAST_CANDIDATES:
            return None
        means = [heads.mean(axis=0) for heads in sets]
        fields, folds, missed = [], [], []
        for (stack, _, targets, fold), pixels in zip(windows, chosen, strict=True):
            fields.append(_fields(features, stack, pixels))
            folds.append(fold[pixels])
            planes = features.planes(stack)
            predicted = np.stack([features.predict(stack, pixels, mean, planes) for mean in means])
            missed.append(targets[:, pixels] - predicted)
        all_fields = np.concatenate(fields, axis=1)
        axes = _axes(all_fields)
        return cls(axes, all_fields.T @ axes, np.concatenate(folds), np.concatenate(missed, axis=2))

    def outside(self, fold: int, number: int) -> SimilarPixels:
        """The candidates that a fold does not hide, with the residuals of the set of heads with index `number`."""
        kept = self.fold != fold
        return SimilarPixels(self.axes, self.places[kept], self.missed[number][:, kept])

    def all(self, number: int, share: float) -> SimilarPixels:
        """All candidates, with the residuals of the set of heads with index `number`, times `share`."""
        return SimilarPixels(self.axes, self.places, (share * self.missed[number]).astype(np.float32))
