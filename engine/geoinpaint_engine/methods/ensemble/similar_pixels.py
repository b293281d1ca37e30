"""What the heads miss at a pixel, told by the clear pixels whose evidence is most alike.

A nearest-neighbour regression on the heads' errors. Ridge regressions leave what is peculiar to a kind of ground (a
crop that was cut between two of the dates), and pixels of that kind lie elsewhere in the scene. It pays where there are
few dates, and is used where hidden ground shows that it does.
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

NEIGHBOURS = 10  # pixels whose errors are averaged
MOST_CANDIDATES = 8_000  # clear pixels that are looked among
LEAST_CANDIDATES = 500  # fewer tell no kinds of ground apart
MOST_DIMENSIONS = 16  # of what pixels are compared by
WHITENING = 0.5  # of the principal components; 0: as large as they are, 1: all of variance 1
# Neighbours may be up to 1 + this times as far as the nearest: the fill's error grows by 0.3 %, the search takes a
# sixth of the time.
INEXACTNESS = 2.0
LEAF = 32  # candidates in a leaf of the tree that is searched
CHUNK = 16_384  # pixels that are looked for at once
SAME = 1e-6  # distance within which a candidate is the pixel itself


def _fields(features: Features, stack: Stack, wanted: np.ndarray) -> np.ndarray:
    """(kept, n) float32 of wanted pixels: the mean of a pixel's evidence and its field's, so that noise says less."""
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
    """Clear pixels and what the heads miss there.

    Args:
        axes: (kept, dimensions) float32, by which pixels are compared.
        places: (n, dimensions) float32, the clear pixels along these axes.
        missed: (bands, n) float32, truth less prediction in DN.
    """

    axes: np.ndarray
    places: np.ndarray
    missed: np.ndarray

    @cached_property
    def _tree(self) -> cKDTree:
        from scipy.spatial import cKDTree  # not needed by most fills, and slow to import

        return cKDTree(self.places, leafsize=LEAF)

    def correction(self, features: Features, stack: Stack, wanted: np.ndarray) -> np.ndarray:
        """(bands, n) float32 DN: what the heads miss at wanted pixels, in row-major order.

        Args:
            features: of the scene.
            stack: the evidence of a window.
            wanted: (rows, cols) bool.
        """
        fields = _fields(features, stack, wanted)
        found = np.empty((len(self.missed), fields.shape[1]), np.float32)
        for start in range(0, fields.shape[1], CHUNK):
            found[:, start : start + CHUNK] = self.mean_missed(fields[:, start : start + CHUNK].T @ self.axes)
        return found

    def mean_missed(self, places: np.ndarray) -> np.ndarray:
        """(bands, n) float32 DN: the mean error of the candidates nearest to (n, dimensions), without itself."""
        distances, nearest = self._tree.query(places, k=NEIGHBOURS + 1, eps=INEXACTNESS)
        itself = distances[:, :1] < SAME
        return np.asarray(self.missed[:, np.where(itself, nearest[:, 1:], nearest[:, :-1])].mean(axis=2))

    def state(self) -> dict[str, np.ndarray]:
        """The pixels as arrays."""
        return {"axes": self.axes, "places": self.places, "missed": self.missed}

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> SimilarPixels:
        """The pixels of a `state`."""
        return cls(state["axes"], state["places"], state["missed"])


@dataclass(frozen=True)
class Candidates:
    """Clear pixels that are drawn from some windows, and what several sets of heads miss there.

    Args:
        axes: (kept, dimensions) float32, by which pixels are compared.
        places: (n, dimensions) float32.
        fold: (n,) int, which fold hides them; 0 = none.
        missed: (sets, bands, n) float32, truth less the mean of a set's heads, in DN.
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
        """A random choice of clear pixels, or None where there are too few.

        Args:
            features: of the scene.
            windows: of each the evidence, (rows, cols) bool of clear pixels, (bands, rows, cols) targets in DN, and
                (rows, cols) int of folds.
            sets: (heads, features, bands) float32 each.
            seed: of the choice.
        """
        generator = np.random.default_rng(np.random.SeedSequence((seed, 5)))
        share = min(1.0, MOST_CANDIDATES / max(1, sum(int(clear.sum()) for _, clear, _, _ in windows)))
        chosen = [clear & (generator.random(clear.shape) < share) for _, clear, _, _ in windows]
        if sum(int(one.sum()) for one in chosen) < LEAST_CANDIDATES:
            return None
        means = [heads.mean(axis=0) for heads in sets]
        fields, folds, missed = [], [], []
        for (stack, _, targets, fold), here in zip(windows, chosen, strict=True):
            fields.append(_fields(features, stack, here))
            folds.append(fold[here])
            missed.append(targets[:, here] - np.stack(features.predict(stack, here, means)))
        axes = _axes(np.concatenate(fields, axis=1))
        return cls(axes, np.concatenate(fields, axis=1).T @ axes, np.concatenate(folds), np.concatenate(missed, axis=2))

    def outside(self, fold: int, number: int) -> SimilarPixels:
        """Those that a fold does not hide, with the errors of a set of heads by its number."""
        kept = self.fold != fold
        return SimilarPixels(self.axes, self.places[kept], self.missed[number][:, kept])

    def all(self, number: int, share: float) -> SimilarPixels:
        """All of them, with a share of the errors of a set of heads."""
        return SimilarPixels(self.axes, self.places, (share * self.missed[number]).astype(np.float32))
