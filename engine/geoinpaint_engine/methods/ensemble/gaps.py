"""Fills gaps in the dates with the conditional mean of a normal distribution, given the dates valid there.

The mean and covariance of all dates' bands are estimated by expectation-maximisation (Dempster, Laird & Rubin 1977)
from pixels that may have gaps themselves. The scene is not used, because its values would leak into the evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

ROUNDS = 6  # of expectation-maximisation
RIDGE = 1e-2  # added to the variances, which are about 1
MOST_PIXELS = 20_000  # sampled for the estimate
LEAST_PIXELS = 500  # needed for an estimate
# Most combinations of missing dates that are handled, the most common ones: all that eight dates can have.
MOST_PATTERNS = 256
CHUNK = 8192  # pixels completed at once: few enough for the processor's cache
START = 1e-3  # least eigenvalue of the initial covariance


@dataclass(frozen=True)
class Normal:
    """The normal distribution of a pixel's evidence.

    Args:
        mean: (channels,) float64, in standardised units.
        covariance: (channels, channels) float64.
        owners: (channels,) int64, index of the date that each channel belongs to.
    """

    mean: np.ndarray
    covariance: np.ndarray
    owners: np.ndarray

    @classmethod
    def learn(cls, tables: Sequence[np.ndarray], valids: Sequence[np.ndarray], owners: np.ndarray) -> Normal | None:
        """Estimates the distribution from some windows; None if they have too few pixels.

        Args:
            tables: (channels, n) each, standardised, finite.
            valids: (dates, n) bool each, where a date was observed.
            owners: (channels,) index of the date that each channel belongs to.
        """
        count = sum(valid.shape[1] for valid in valids)
        generator = np.random.default_rng(0)  # the sample does not depend on the job's seed
        sample = np.sort(generator.choice(count, min(count, MOST_PIXELS), replace=False))
        bounds = np.cumsum([0, *(valid.shape[1] for valid in valids)])
        chosen = [sample[(sample >= start) & (sample < stop)] - start for start, stop in pairwise(bounds)]
        table = np.concatenate([window[:, indices] for window, indices in zip(tables, chosen, strict=True)], axis=1)
        valid = np.concatenate([window[:, indices] for window, indices in zip(valids, chosen, strict=True)], axis=1)
        patterns = [(observed[owners], pixels) for observed, pixels in _patterns(valid) if observed.any()]
        if sum(pixels.size for _, pixels in patterns) < LEAST_PIXELS:
            return None
        normal = cls._initial(table.astype(np.float64), valid[owners], owners)
        for _ in range(ROUNDS):
            normal = normal._reestimated(table, patterns)
        return normal

    @classmethod
    def _initial(cls, table: np.ndarray, observed: np.ndarray, owners: np.ndarray) -> Normal:
        """The initial estimate: covariances from pixels where both channels are observed, made positive definite."""
        count = observed.sum(axis=1)
        mean = np.where(observed, table, 0).sum(axis=1) / np.maximum(count, 1)
        centred = np.where(observed, table - mean[:, None], 0)
        pair_count = observed.astype(np.float64) @ observed.T
        values, vectors = np.linalg.eigh(centred @ centred.T / np.maximum(pair_count, 1))
        return cls(mean, (vectors * np.maximum(values, START)) @ vectors.T, owners)

    def _reestimated(self, table: np.ndarray, patterns: Sequence[tuple[np.ndarray, np.ndarray]]) -> Normal:
        """The estimate after another round of expectation-maximisation."""
        products, total, count = np.zeros_like(self.covariance), np.zeros_like(self.mean), 0
        for observed, pixels in patterns:
            centred = table[:, pixels] - self.mean[:, None]
            missing = ~observed
            if missing.any():
                coefficients = self._coefficients(observed)
                centred[missing] = coefficients.T @ centred[observed]
                conditional = (
                    self.covariance[np.ix_(missing, missing)]
                    - coefficients.T @ self.covariance[np.ix_(observed, missing)]
                )
                products[np.ix_(missing, missing)] += pixels.size * conditional
            products += centred @ centred.T
            total += centred.sum(axis=1)
            count += pixels.size
        shift = total / count
        return Normal(self.mean + shift, products / count - np.outer(shift, shift), self.owners)

    def _coefficients(self, observed: np.ndarray) -> np.ndarray:
        """(observed, missing channels) regression coefficients of the missing channels on the observed ones."""
        matrix = self.covariance[np.ix_(observed, observed)]
        return np.linalg.solve(matrix + RIDGE * np.eye(len(matrix)), self.covariance[np.ix_(observed, ~observed)])

    def complete(
        self, table: np.ndarray, valid: np.ndarray, wanted: np.ndarray, *, most: float = np.inf
    ) -> np.ndarray:
        """Fills the gaps of a window in place, except for combinations of dates beyond the MOST_PATTERNS most common.

        Args:
            table: (channels, n) float32, standardised.
            valid: (dates, n) bool.
            wanted: flat indices of the pixels to fill.
            most: largest absolute value that is filled in.

        Returns:
            Flat indices of the wanted pixels whose gaps were not filled.
        """
        valid = valid.take(wanted, axis=1)
        incomplete = np.flatnonzero(~valid.all(axis=0) & valid.any(axis=0))
        gaps = wanted[incomplete]
        unfilled = np.ones(gaps.size, dtype=bool)
        for pattern, members in _patterns(valid.take(incomplete, axis=1)):
            unfilled[members] = False
            observed, pixels = pattern[self.owners], gaps[members]
            coefficients = self._coefficients(observed)
            constant = (self.mean[~observed] - self.mean[observed] @ coefficients).astype(np.float32)[:, None]
            weights = coefficients.T.astype(np.float32)
            rows, missing = np.flatnonzero(observed), np.flatnonzero(~observed)
            for start in range(0, pixels.size, CHUNK):
                chunk = pixels[start : start + CHUNK]
                known = np.empty((rows.size, chunk.size), np.float32)
                for row, values in zip(rows, known, strict=True):
                    table[row].take(chunk, out=values, mode="clip")
                expected = weights @ known
                expected += constant
                np.clip(expected, -most, most, out=expected)
                for row, values in zip(missing, expected, strict=True):
                    table[row][chunk] = values
        return np.asarray(gaps[unfilled])

    def state(self) -> dict[str, np.ndarray]:
        """The distribution as arrays."""
        return dict(vars(self))

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> Normal:
        """The distribution of a `state`."""
        return cls(state["mean"], state["covariance"], state["owners"])


def _patterns(valid: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yields the most common columns of (dates, n) bool, as (dates,) bool, with the indices where they occur."""
    if not valid.size:
        return
    packed = np.packbits(valid, axis=0)
    # integers of up to 16 bits are radix-sorted, which is fast
    codes = packed[0] if len(packed) == 1 else np.ascontiguousarray(packed.T).view(f"S{len(packed)}").ravel()
    order = np.argsort(codes, kind="stable")
    ordered = codes[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    members = np.split(order, starts[1:])
    count = np.array([indices.size for indices in members])
    for pattern in np.argsort(-count, kind="stable")[:MOST_PATTERNS]:
        yield valid[:, members[pattern][0]], members[pattern]
