"""What a gap in one date hides: the mean of a normal distribution, given what the dates show that see the ground there.

Mean and covariance of all dates' bands are found from pixels that have gaps themselves, by expectation-maximisation
(Dempster, Laird & Rubin 1977). The scene is not looked at: what it shows would tell the fit of itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

ROUNDS = 6
RIDGE = 1e-2  # added to the variances, which are about 1
MOST_PIXELS = 20_000  # that are learned from
LEAST_PIXELS = 500  # with fewer nothing is learned
# Combinations of missing dates that are told apart, the most common ones: all that eight dates can have.
MOST_PATTERNS = 256
CHUNK = 8192  # pixels completed at once: few enough for a processor's cache
START = 1e-3  # least eigenvalue of the covariance that is begun with


@dataclass(frozen=True)
class Normal:
    """Normal distribution of a pixel's evidence.

    Args:
        mean: (channels,) float64, standardised as the evidence is.
        covariance: (channels, channels) float64.
        owners: (channels,) int64, the date of each channel.
    """

    mean: np.ndarray
    covariance: np.ndarray
    owners: np.ndarray

    @classmethod
    def learn(cls, tables: Sequence[np.ndarray], valids: Sequence[np.ndarray], owners: np.ndarray) -> Normal | None:
        """The distribution over some windows; None where there are too few pixels to tell.

        Args:
            tables: (channels, n) each, standardised, finite.
            valids: (dates, n) bool each, where a date was observed.
            owners: (channels,) the date of each channel.
        """
        count = sum(valid.shape[1] for valid in valids)
        generator = np.random.default_rng(0)  # which pixels are looked at does not depend on the job's seed
        drawn = np.sort(generator.choice(count, min(count, MOST_PIXELS), replace=False))
        bounds = np.cumsum([0, *(valid.shape[1] for valid in valids)])
        chosen = [drawn[(drawn >= start) & (drawn < stop)] - start for start, stop in pairwise(bounds)]
        table = np.concatenate([one[:, here] for one, here in zip(tables, chosen, strict=True)], axis=1)
        valid = np.concatenate([one[:, here] for one, here in zip(valids, chosen, strict=True)], axis=1)
        patterns = [(seen[owners], places) for seen, places in _patterns(valid) if seen.any()]
        if sum(places.size for _, places in patterns) < LEAST_PIXELS:
            return None
        normal = cls._begun(table.astype(np.float64), valid[owners], owners)
        for _ in range(ROUNDS):
            normal = normal._improved(table, patterns)
        return normal

    @classmethod
    def _begun(cls, table: np.ndarray, seen: np.ndarray, owners: np.ndarray) -> Normal:
        """From each pair of channels where both are seen."""
        count = seen.sum(axis=1)
        mean = np.where(seen, table, 0).sum(axis=1) / np.maximum(count, 1)
        apart = np.where(seen, table - mean[:, None], 0)
        shared = seen.astype(np.float64) @ seen.T
        values, vectors = np.linalg.eigh(apart @ apart.T / np.maximum(shared, 1))
        return cls(mean, (vectors * np.maximum(values, START)) @ vectors.T, owners)

    def _improved(self, table: np.ndarray, patterns: Sequence[tuple[np.ndarray, np.ndarray]]) -> Normal:
        """A round of expectation-maximisation."""
        products, total, count = np.zeros_like(self.covariance), np.zeros_like(self.mean), 0
        for seen, places in patterns:
            apart = table[:, places] - self.mean[:, None]
            lacking = ~seen
            if lacking.any():
                share = self._coefficients(seen)
                apart[lacking] = share.T @ apart[seen]
                left = self.covariance[np.ix_(lacking, lacking)] - share.T @ self.covariance[np.ix_(seen, lacking)]
                products[np.ix_(lacking, lacking)] += places.size * left
            products += apart @ apart.T
            total += apart.sum(axis=1)
            count += places.size
        moved = total / count
        return Normal(self.mean + moved, products / count - np.outer(moved, moved), self.owners)

    def _coefficients(self, seen: np.ndarray) -> np.ndarray:
        """(seen, lacking channels): what a channel that lacks is expected to be off by what the others are."""
        matrix = self.covariance[np.ix_(seen, seen)]
        return np.linalg.solve(matrix + RIDGE * np.eye(len(matrix)), self.covariance[np.ix_(seen, ~seen)])

    def complete(self, table: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Fills the gaps of a window in place; of more than MOST_PATTERNS combinations of dates the rarest are left.

        Args:
            table: (channels, n) float32, standardised.
            valid: (dates, n) bool.

        Returns:
            The places that were left.
        """
        gaps = np.flatnonzero(~valid.all(axis=0) & valid.any(axis=0))
        left = np.ones(gaps.size, dtype=bool)
        for pattern, found in _patterns(valid[:, gaps]):
            left[found] = False
            seen, places = pattern[self.owners], gaps[found]
            share = self._coefficients(seen)
            constant = (self.mean[~seen] - self.mean[seen] @ share).astype(np.float32)[:, None]
            told = share.T.astype(np.float32)
            rows, lacking = np.flatnonzero(seen), np.flatnonzero(~seen)
            for start in range(0, places.size, CHUNK):
                here = places[start : start + CHUNK]
                known = np.empty((rows.size, here.size), np.float32)
                for row, values in zip(rows, known, strict=True):
                    table[row].take(here, out=values, mode="clip")
                for row, values in zip(lacking, told @ known + constant, strict=True):
                    table[row][here] = values
        return np.asarray(gaps[left])

    def state(self) -> dict[str, np.ndarray]:
        """The distribution as arrays."""
        return dict(vars(self))

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> Normal:
        """The distribution of a `state`."""
        return cls(state["mean"], state["covariance"], state["owners"])


def _patterns(valid: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """(dates,) bool and the places that have it, of the most common columns of (dates, n) bool."""
    if not valid.size:
        return
    packed = np.packbits(valid, axis=0)
    # whole numbers of up to 16 bits are sorted by their digits, in no more than two passes
    codes = packed[0] if len(packed) == 1 else np.ascontiguousarray(packed.T).view(f"S{len(packed)}").ravel()
    order = np.argsort(codes, kind="stable")
    ordered = codes[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    places = np.split(order, starts[1:])
    count = np.array([one.size for one in places])
    for pattern in np.argsort(-count, kind="stable")[:MOST_PATTERNS]:
        yield valid[:, places[pattern][0]], places[pattern]
