"""Regression fill: the scene predicted from all bands of all references and SAR, one ridge fit per validity pattern."""

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

RIDGE = 1e-2  # penalty on standardised coefficients, in parts of the number of pixels
LEAST_PIXELS = 500  # clear pixels that a fit of its own needs
# Where no evidence has that many: so many give a fit with a stronger penalty, fewer the references' mean, scaled.
FEW_PIXELS = 20
FEW_RIDGE = 2.0  # penalty of such a fit, in pixels
SAR_PIXELS = 300  # with fewer SAR is not looked at: what it seems to say is chance, and the harmonic fill is better
STRIP = 128  # rows whose features are held at once
DARK = 0.1  # references darker than this part of the scene are not scaled to it
MOST_PATTERNS = 64  # kept apart; rarer ones count as the largest kept subset


@dataclass
class NormalEquations:
    """Sums of products of the features and the scene over clear pixels, one set per validity pattern; additive.

    Args:
        layout: of the evidence.
        bands: of the scene.
        pivot: (features + bands,) float64, taken off before products are formed, so that they lose no digits.
    """

    layout: Layout
    bands: int
    pivot: np.ndarray
    counts: dict[int, int] = field(default_factory=dict)
    sums: dict[int, np.ndarray] = field(default_factory=dict)
    products: dict[int, np.ndarray] = field(default_factory=dict)

    @classmethod
    def of(cls, chip: Chip) -> NormalEquations:
        """Empty equations for chips like this one, the pivot from its clear pixels."""
        layout, bands = layout_of(chip), chip.scene.shape[0]
        equations = cls(layout, bands, np.zeros(layout.features + bands))
        clear = chip.clear_ground
        if clear.any():
            table = np.concatenate([features_of(chip, clear), chip.scene[:, clear]])
            equations.pivot = table.mean(axis=1, dtype=np.float64)
        return equations

    def add(self, chip: Chip, *, sign: int = 1) -> None:
        """Adds the clear pixels of a (despeckled) chip, or takes them away (sign -1)."""
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
        """Adds equations about the same pivot."""
        for pattern in other.counts:
            kept = self._kept(pattern)
            self.counts[kept] += other.counts[pattern]
            self.sums[kept] += other.sums[pattern]
            self.products[kept] += other.products[pattern]

    def empty(self) -> NormalEquations:
        """Equations of no pixel, about the same pivot."""
        return NormalEquations(self.layout, self.bands, self.pivot)

    def state(self) -> dict[str, np.ndarray]:
        """The equations as arrays, in the order in which the patterns were met."""
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
        for number, pattern in enumerate(state["patterns"].tolist()):
            equations.counts[pattern] = int(state["counts"][number])
            equations.sums[pattern] = state["sums"][number].copy()
            equations.products[pattern] = state["products"][number].copy()
        return equations

    def copy(self) -> NormalEquations:
        """Equations that can be added to without changing these."""
        return NormalEquations(
            self.layout,
            self.bands,
            self.pivot,
            dict(self.counts),
            {pattern: value.copy() for pattern, value in self.sums.items()},
            {pattern: value.copy() for pattern, value in self.products.items()},
        )

    def _kept(self, pattern: int) -> int:
        """The pattern under which a pixel is counted; opened if there is room."""
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

        The fewer they are the stronger is the penalty; fewer than 20 tell but how bright the scene is beside the mean
        of its references, which is scaled to it.

        Returns:
            (bands, features + 1) float32 coefficients in the features' own units, the last one the intercept; 0 for
            features outside the pattern.
        """
        those = [other for other in self.counts if other & pattern == pattern]
        count = self.usable(pattern)
        if count < FEW_PIXELS:
            return self._scaled(pattern, those, count)
        if count < LEAST_PIXELS:
            ridge = max(ridge, FEW_RIDGE / count)
        columns = self.layout.columns(pattern)
        targets = np.arange(self.layout.features, self.layout.features + self.bands)
        chosen = np.concatenate([columns, targets])
        mean = sum((self.sums[other][chosen] for other in those), np.zeros(chosen.size)) / count
        products = sum(
            (self.products[other][np.ix_(chosen, chosen)] for other in those), np.zeros((chosen.size, chosen.size))
        )
        covariance = products / count - np.outer(mean, mean)
        size = columns.size
        deviation = np.sqrt(np.maximum(np.diag(covariance)[:size], 0.0))
        # a feature that does not vary says nothing: its coefficient is 0
        scale = np.divide(1.0, deviation, out=np.zeros(size), where=deviation > 1e-6)
        correlation = covariance[:size, :size] * np.outer(scale, scale) + ridge * np.eye(size)
        weights = np.linalg.solve(correlation, covariance[:size, size:] * scale[:, None]) * scale[:, None]
        mean = mean + self.pivot[chosen]
        coefficients = np.zeros((self.bands, self.layout.features + 1))
        coefficients[:, columns] = weights.T
        coefficients[:, -1] = mean[size:] - mean[:size] @ weights
        return coefficients

    def _scaled(self, pattern: int, those: Sequence[int], count: int) -> np.ndarray:
        """As `fit`: the mean of the references of a pattern times the scene's level over theirs, band by band."""
        coefficients = np.zeros((self.bands, self.layout.features + 1))
        same = self.layout.same_bands(pattern)
        mean = sum((self.sums[other] for other in those), np.zeros(self.pivot.size)) / max(count, 1) + self.pivot
        theirs, ours = mean[same].mean(axis=0), mean[self.layout.features :]
        # a band that is dark in the references is not blown up
        gain = np.divide(ours, theirs, out=np.ones(self.bands), where=(theirs > DARK * np.abs(ours)) & (ours > 0))
        for band, columns in enumerate(same.T):
            coefficients[band, columns] = gain[band] / len(same)
        return coefficients


def largest_subset(pattern: int, among: dict[int, int], layout: Layout) -> int:
    """The known pattern with the most features, then the most pixels, whose evidence is all in `pattern`; else 0."""
    subsets = [other for other in among if other & ~pattern == 0 and other]
    return max(subsets, key=lambda other: (layout.columns(other).size, among[other], other), default=0)


@dataclass
class Regression:
    """The fits of a scene: for each validity pattern that occurs, the fit it is served by.

    Args:
        equations: over the scene's clear ground.
        ridge: penalty on standardised coefficients.
    """

    equations: NormalEquations
    ridge: float = RIDGE
    _serving: dict[int, int] = field(default_factory=dict)
    _fits: dict[int, np.ndarray] = field(default_factory=dict)

    def serving(self, pattern: int) -> int:
        """The pattern whose fit serves pixels with this evidence: its own, or the largest subset; 0 if none can.

        A pattern can be fitted if at least 500 clear pixels have all its evidence; where there is none, those can that
        at least half as many have as have any, with SAR among their evidence if 300 have it.
        """
        if pattern not in self._serving:
            layout = self.equations.layout
            subsets = {pattern, *(other & pattern for other in self.equations.counts)} - {0}
            found = {other: self.equations.usable(other) for other in subsets}
            enough = {other: count for other, count in found.items() if count >= LEAST_PIXELS}
            if not enough:
                dates = (1 << len(layout.matches)) - 1
                found |= {other & dates: self.equations.usable(other & dates) for other in subsets if other & dates}
                least = max(max(found.values(), default=0) / 2, 1)
                enough = {o: count for o, count in found.items() if count >= (SAR_PIXELS if o & ~dates else least)}
            self._serving[pattern] = largest_subset(pattern, enough, layout)
        return self._serving[pattern]

    def coefficients(self, pattern: int) -> np.ndarray:
        """(bands, features + 1): the fit on the evidence of a pattern, the intercept last."""
        if pattern not in self._fits:
            self._fits[pattern] = self.equations.fit(pattern, ridge=self.ridge)
        return self._fits[pattern]

    def served(self, patterns: np.ndarray) -> np.ndarray:
        """The pattern of the fit that serves each pixel, 0 where none does."""
        values, places = np.unique(patterns, return_inverse=True)
        return np.array([self.serving(int(value)) for value in values], dtype=np.int64)[places].reshape(patterns.shape)

    def predict(self, chip: Chip, where: np.ndarray, pattern: int) -> np.ndarray:
        """What the fit of a pattern says at the pixels of (rows, cols) bool: (bands, n) float32 in DN.

        The chip is taken as it is (despeckled before); the pixels must have all evidence of the pattern.
        """
        coefficients = self.coefficients(pattern)
        used = self.equations.layout.columns(pattern)
        values = np.empty((coefficients.shape[0], int(np.count_nonzero(where))), dtype=np.float32)
        done = 0
        # strips of rows, so that the features of a large hole are never all in memory
        for start in range(0, where.shape[0], STRIP):
            strip = np.zeros_like(where)
            strip[start : start + STRIP] = where[start : start + STRIP]
            table = features_of(chip, strip)[used]
            values[:, done : done + table.shape[1]] = coefficients[:, used] @ table + coefficients[:, -1:]
            done += table.shape[1]
        return values

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The scene minus what each pixel's own fit says, at the pixels of (rows, cols) bool.

        Returns:
            (bands, rows, cols) float32 in DN, 0 elsewhere, and (rows, cols) bool: where it is known.
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

        Pixels with more evidence are filled first and are the boundary of those with less, whose residual is told
        by their own fit on both sides: so no fit's fault leaks into another's ground.

        Args:
            chip: scene and evidence.
            edge: (bands, rows, cols) float32 residual given at some pixels of the hole, NaN elsewhere.
            rest_edge: the same for the scene's value at pixels that no fit serves.

        Returns:
            (bands, rows, cols) float32 in DN: the scene, filled in the hole; NaN there if nothing is known.
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
        shown: np.ndarray,
        group: np.ndarray,
        known: np.ndarray,
        passable: np.ndarray,
        pattern: int,
        edge: np.ndarray | None,
    ) -> np.ndarray:
        """(bands, n) values of the pixels of a group, from the fit of its pattern and the known pixels around."""
        given = np.zeros_like(group) if edge is None else passable & np.isfinite(edge).all(axis=0)
        # where the group itself does not touch known ground, its residual comes through the rest of the hole
        domain = group if (reached_from(group, known | given) >= group).all() else passable
        ring = known & ndi.binary_dilation(domain)
        residual = np.zeros(chip.scene.shape, dtype=np.float32)
        residual[:, ring] = shown[:, ring] - self.predict(chip, ring, pattern)
        filled = harmonic_fill(residual, domain, ring, edge=edge)[:, group]
        return self.predict(chip, group, pattern) + np.nan_to_num(filled, nan=0.0)


def regression_of(chip: Chip, *, ridge: float = RIDGE) -> Regression:
    """The fits of a scene of which the chip is all that is known."""
    clean = despeckled(chip)
    equations = NormalEquations.of(clean)
    equations.add(clean)
    return Regression(equations, ridge=ridge)
