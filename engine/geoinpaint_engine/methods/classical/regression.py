"""Regression fill: ridge regression on all bands of all references and SAR, fitted per validity pattern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.methods.classical.evidence import (
    Layout,
    despeckled,
    features_of,
    layout_of,
    patterns_of,
)
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.harmonic import harmonic_fill, reached_from

RIDGE = 1e-2  # penalty on standardised coefficients, relative to the number of pixels
LEAST_PIXELS = 500  # clear pixels that the fit of a pattern needs
# If no pattern has that many: with at least this many a fit with a stronger penalty, with fewer the references' mean,
# scaled to the scene.
FEW_PIXELS = 20
FEW_RIDGE = 2.0  # total penalty of such a fit, in pixels
SAR_PIXELS = 300  # with fewer SAR is not used: its fit would be chance, and the harmonic fill is better
STRIP = 128  # rows whose features are in memory at once
DARK = 0.1  # references darker than the scene by this factor are not scaled to it
MOST_PATTERNS = 64  # patterns stored separately; rarer ones are added to their largest stored subset


@dataclass
class NormalEquations:
    """Normal equations of the scene's regression on the features, one set per validity pattern; additive.

    Args:
        layout: positions of the features.
        bands: number of the scene's bands.
        pivot: (features + bands,) float64, approximate means that are subtracted first, for numerical accuracy.
        counts: number of clear pixels of each pattern.
        sums: (features + bands,) float64 sums of each pattern.
        products: (features + bands, features + bands) float64 sums of products of each pattern.
    """

    layout: Layout
    bands: int
    pivot: np.ndarray
    counts: dict[int, int] = field(default_factory=dict)
    sums: dict[int, np.ndarray] = field(default_factory=dict)
    products: dict[int, np.ndarray] = field(default_factory=dict)

    @classmethod
    def of(cls, chip: Chip) -> NormalEquations:
        """Empty equations for chips with this layout, with the pivot from the chip's clear pixels."""
        layout, bands = layout_of(chip), chip.scene.shape[0]
        equations = cls(layout, bands, np.zeros(layout.features + bands))
        clear = chip.clear_ground
        if clear.any():
            table = np.concatenate([features_of(chip, clear), chip.scene[:, clear]])
            equations.pivot = table.mean(axis=1, dtype=np.float64)
        return equations

    def add(self, chip: Chip, *, sign: int = 1) -> None:
        """Adds the clear pixels of a despeckled chip, or with sign -1 subtracts them."""
        clear = chip.clear_ground
        patterns = patterns_of(chip)[clear]
        table = np.concatenate([features_of(chip, clear), chip.scene[:, clear]]).astype(np.float64)
        table -= self.pivot[:, None]
        for pattern in np.unique(patterns).tolist():
            of_pattern = table if (patterns == pattern).all() else table[:, patterns == pattern]
            kept = self._kept(pattern)
            self.counts[kept] += sign * of_pattern.shape[1]
            self.sums[kept] += sign * of_pattern.sum(axis=1)
            self.products[kept] += sign * (of_pattern @ of_pattern.T)

    def merge(self, other: NormalEquations) -> None:
        """Adds equations with the same pivot."""
        for pattern in other.counts:
            kept = self._kept(pattern)
            self.counts[kept] += other.counts[pattern]
            self.sums[kept] += other.sums[pattern]
            self.products[kept] += other.products[pattern]

    def empty(self) -> NormalEquations:
        """Equations over no pixels, with the same pivot."""
        return NormalEquations(self.layout, self.bands, self.pivot)

    def state(self) -> dict[str, np.ndarray]:
        """The equations as named arrays, patterns in the order in which they were encountered."""
        size = self.layout.features + self.bands
        return {
            "layout": np.array(self.layout.bands, dtype=np.int64),
            "matches": np.array(self.layout.matches, dtype=np.int64),
            "pivot": self.pivot,
            "patterns": np.array(list(self.counts), dtype=np.int64),
            "counts": np.array(list(self.counts.values()), dtype=np.int64),
            "sums": np.array(list(self.sums.values()), dtype=np.float64).reshape(-1, size),
            "products": np.array(list(self.products.values()), dtype=np.float64).reshape(-1, size, size),
        }

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> NormalEquations:
        """The equations of a `state`."""
        layout = Layout(tuple(state["layout"].tolist()), tuple(tuple(match) for match in state["matches"].tolist()))
        equations = cls(layout, len(state["pivot"]) - layout.features, state["pivot"])
        for index, pattern in enumerate(state["patterns"].tolist()):
            equations.counts[pattern] = int(state["counts"][index])
            equations.sums[pattern] = state["sums"][index].copy()
            equations.products[pattern] = state["products"][index].copy()
        return equations

    def copy(self) -> NormalEquations:
        """An independent copy."""
        return NormalEquations(
            self.layout,
            self.bands,
            self.pivot,
            dict(self.counts),
            {pattern: value.copy() for pattern, value in self.sums.items()},
            {pattern: value.copy() for pattern, value in self.products.items()},
        )

    def _kept(self, pattern: int) -> int:
        """The pattern that a pattern's pixels are added to: itself if there is room, else its largest stored subset."""
        if pattern not in self.counts:
            if len(self.counts) >= MOST_PATTERNS and pattern:
                return self._kept(largest_subset(pattern, self.counts, self.layout))
            size = self.layout.features + self.bands
            self.counts[pattern] = 0
            self.sums[pattern] = np.zeros(size)
            self.products[pattern] = np.zeros((size, size))
        return pattern

    def usable(self, pattern: int) -> int:
        """Number of clear pixels that have all evidence of a pattern."""
        return sum(count for other, count in self.counts.items() if other & pattern == pattern)

    def fit(self, pattern: int, *, ridge: float = RIDGE) -> np.ndarray:
        """Ridge regression on the evidence of a pattern, over all clear pixels that have it.

        The penalty is stronger with fewer pixels; with fewer than 20 the references' mean is scaled to the scene's
        level instead.

        Returns:
            (bands, features + 1) float32 coefficients in the features' own units, the last one the intercept; 0 for
            features outside the pattern.
        """
        supersets = [other for other in self.counts if other & pattern == pattern]
        count = self.usable(pattern)
        if count < FEW_PIXELS:
            return self._scaled(pattern, supersets, count)
        if count < LEAST_PIXELS:
            ridge = max(ridge, FEW_RIDGE / count)
        columns = self.layout.columns(pattern)
        targets = np.arange(self.layout.features, self.layout.features + self.bands)
        chosen = np.concatenate([columns, targets])
        mean = sum((self.sums[other][chosen] for other in supersets), np.zeros(chosen.size)) / count
        products = sum(
            (self.products[other][np.ix_(chosen, chosen)] for other in supersets), np.zeros((chosen.size, chosen.size))
        )
        covariance = products / count - np.outer(mean, mean)
        size = columns.size
        deviation = np.sqrt(np.maximum(np.diag(covariance)[:size], 0.0))
        # constant features get the coefficient 0
        scale = np.divide(1.0, deviation, out=np.zeros(size), where=deviation > 1e-6)
        correlation = covariance[:size, :size] * np.outer(scale, scale) + ridge * np.eye(size)
        weights = np.linalg.solve(correlation, covariance[:size, size:] * scale[:, None]) * scale[:, None]
        mean = mean + self.pivot[chosen]
        coefficients = np.zeros((self.bands, self.layout.features + 1))
        coefficients[:, columns] = weights.T
        coefficients[:, -1] = mean[size:] - mean[:size] @ weights
        return coefficients

    def _scaled(self, pattern: int, supersets: Sequence[int], count: int) -> np.ndarray:
        """As `fit`: the mean of the pattern's references times the ratio of the scene's level to theirs, per band."""
        coefficients = np.zeros((self.bands, self.layout.features + 1))
        corresponding = self.layout.same_bands(pattern)
        mean = sum((self.sums[other] for other in supersets), np.zeros(self.pivot.size)) / max(count, 1) + self.pivot
        theirs, ours = mean[corresponding].mean(axis=0), mean[self.layout.features :]
        # bands that are very dark in the references are not scaled
        gain = np.divide(ours, theirs, out=np.ones(self.bands), where=(theirs > DARK * np.abs(ours)) & (ours > 0))
        for band, columns in enumerate(corresponding.T):
            coefficients[band, columns] = gain[band] / len(corresponding)
        return coefficients


def largest_subset(pattern: int, among: dict[int, int], layout: Layout) -> int:
    """The subset of `pattern` in `among` with the most features, then the most pixels; 0 if there is none."""
    subsets = [other for other in among if other & ~pattern == 0 and other]
    return max(subsets, key=lambda other: (layout.columns(other).size, among[other], other), default=0)


@dataclass
class Regression:
    """The fits of a scene, one per validity pattern with enough clear pixels, computed on demand.

    Args:
        equations: the normal equations over the scene's clear ground.
        ridge: penalty on standardised coefficients, relative to the number of pixels.
    """

    equations: NormalEquations
    ridge: float = RIDGE
    _serving: dict[int, int] = field(default_factory=dict)
    _fits: dict[int, np.ndarray] = field(default_factory=dict)

    def serving(self, pattern: int) -> int:
        """The pattern whose fit is used for pixels of this pattern: itself, or its largest fitted subset; 0 if none.

        A pattern is fitted if at least 500 clear pixels have all its evidence. If there is no such pattern, those are
        fitted that have at least half as many pixels as the most common one, or 300 if they contain SAR.
        """
        if pattern not in self._serving:
            layout = self.equations.layout
            subsets = {pattern, *(other & pattern for other in self.equations.counts)} - {0}
            usable = {other: self.equations.usable(other) for other in subsets}
            enough = {other: count for other, count in usable.items() if count >= LEAST_PIXELS}
            if not enough:
                dates = (1 << len(layout.matches)) - 1
                usable |= {other & dates: self.equations.usable(other & dates) for other in subsets if other & dates}
                least = max(max(usable.values(), default=0) / 2, 1)
                enough = {o: count for o, count in usable.items() if count >= (SAR_PIXELS if o & ~dates else least)}
            self._serving[pattern] = largest_subset(pattern, enough, layout)
        return self._serving[pattern]

    def coefficients(self, pattern: int) -> np.ndarray:
        """(bands, features + 1) coefficients of a pattern's fit, the intercept last."""
        if pattern not in self._fits:
            self._fits[pattern] = self.equations.fit(pattern, ridge=self.ridge)
        return self._fits[pattern]

    def served(self, patterns: np.ndarray) -> np.ndarray:
        """For each pixel's pattern the pattern whose fit is used, see `serving`; of the same shape."""
        values, indices = np.unique(patterns, return_inverse=True)
        return np.array([self.serving(int(value)) for value in values], dtype=np.int64)[indices].reshape(patterns.shape)

    def predict(self, chip: Chip, where: np.ndarray, pattern: int) -> np.ndarray:
        """The prediction of a pattern's fit at the pixels `where`, (rows, cols) bool: (bands, n) float32 DN.

        The chip must be despeckled, and the pixels must have all evidence of the pattern.
        """
        coefficients = self.coefficients(pattern)
        used = self.equations.layout.columns(pattern)
        values = np.empty((coefficients.shape[0], int(np.count_nonzero(where))), dtype=np.float32)
        done = 0
        # in strips of rows, to bound the memory of the features of a large hole
        for start in range(0, where.shape[0], STRIP):
            strip = np.zeros_like(where)
            strip[start : start + STRIP] = where[start : start + STRIP]
            table = features_of(chip, strip)[used]
            values[:, done : done + table.shape[1]] = coefficients[:, used] @ table + coefficients[:, -1:]
            done += table.shape[1]
        return values

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The residual, scene minus prediction by each pixel's own fit, at the pixels `where`, (rows, cols) bool.

        Returns:
            (bands, rows, cols) float32 DN, 0 elsewhere; and (rows, cols) bool, where there is a prediction.
        """
        chip = despeckled(chip)
        residual = np.zeros(chip.scene.shape, dtype=np.float32)
        served = np.where(where, self.served(patterns_of(chip)), 0)
        for pattern in sorted(set(np.unique(served).tolist()) - {0}):
            group = served == pattern
            residual[:, group] = chip.scene[:, group] - self.predict(chip, group, pattern)
        return residual, served > 0

    def fill(self, chip: Chip, *, edge: np.ndarray | None = None, rest_edge: np.ndarray | None = None) -> np.ndarray:
        """The prediction plus the harmonic fill of its residual; without evidence the harmonic fill of the scene.

        Pixels with more evidence are filled first, and bound those with less. The residuals around each group are
        relative to its own fit, at pixels of other groups too, so that errors of one fit do not spread to another's.

        Args:
            chip: scene and evidence.
            edge: (bands, rows, cols) float32 residual in DN given at some pixels of the hole, NaN elsewhere.
            rest_edge: (bands, rows, cols) float32 DN given at some pixels without a prediction, NaN elsewhere.

        Returns:
            (bands, rows, cols) float32 DN: the scene with its hole filled; NaN there if nothing is known.
        """
        chip = despeckled(chip)
        known = chip.clear_ground
        patterns = patterns_of(chip)
        served = np.where(chip.hole, self.served(patterns), 0)
        out = chip.scene.astype(np.float32, copy=True)
        rest = chip.hole.copy()
        for pattern in sorted(set(np.unique(served).tolist()) - {0}, key=self._richness, reverse=True):
            group = served == pattern
            has = patterns & pattern == pattern
            out[:, group] = self._fill_group(chip, out, group, known & has, rest & has, pattern, edge)
            known |= group
            rest &= ~group
        if rest.any():
            out[:, rest] = harmonic_fill(out, rest, known, edge=rest_edge)[:, rest]
        return out

    def _richness(self, pattern: int) -> tuple[int, int, int]:
        return self.equations.layout.columns(pattern).size, self.equations.usable(pattern), pattern

    def _fill_group(
        self,
        chip: Chip,
        scene: np.ndarray,
        group: np.ndarray,
        known: np.ndarray,
        passable: np.ndarray,
        pattern: int,
        edge: np.ndarray | None,
    ) -> np.ndarray:
        """(bands, n) DN at the pixels of a group, from the fit of its pattern and the residuals of known pixels."""
        given = np.zeros_like(group) if edge is None else passable & np.isfinite(edge).all(axis=0)
        # if parts of the group touch no known ground, residuals reach them through the rest of the hole
        domain = group if (reached_from(group, known | given) >= group).all() else passable
        ring = known & ndi.binary_dilation(domain)
        residual = np.zeros(chip.scene.shape, dtype=np.float32)
        residual[:, ring] = scene[:, ring] - self.predict(chip, ring, pattern)
        filled = harmonic_fill(residual, domain, ring, edge=edge)[:, group]
        return self.predict(chip, group, pattern) + np.nan_to_num(filled, nan=0.0)


def regression_of(chip: Chip, *, ridge: float = RIDGE) -> Regression:
    """The fits to a single chip, as if it were the whole scene."""
    clean = despeckled(chip)
    equations = NormalEquations.of(clean)
    equations.add(clean)
    return Regression(equations, ridge=ridge)
