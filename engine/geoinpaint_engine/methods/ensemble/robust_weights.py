"""Clear ground that is none: an undetected cloud, its shadow, a field just harvested. It counts less in the fit.

Iteratively reweighted least squares with Cauchy's weights (Holland & Welsch 1977), from a plain regression on the
evidence: a pixel whose difference to it is `SCALE` times the usual one counts half.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SCALE = 8.0  # mild: 3 and less take ground for outliers that is only unlike the rest
ROUNDS = 3
RIDGE = 1e-3
LEAST_PIXELS = 100


def robust_weights(evidence: Sequence[np.ndarray], targets: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Weights of the clear pixels of some windows.

    Args:
        evidence: (channels, n) standardised, one entry a window.
        targets: (bands, n) each, in DN.

    Returns:
        (n,) float32 each, positive, of mean 1 over all; all 1 where there are too few pixels to tell.
    """
    counts = [one.shape[1] for one in targets]
    if sum(counts) < LEAST_PIXELS:
        return [np.ones(count, np.float32) for count in counts]
    table = np.concatenate(evidence, axis=1, dtype=np.float64)
    table = np.concatenate([table, np.ones((1, table.shape[1]))])
    sought = np.concatenate(targets, axis=1, dtype=np.float64)
    weight = np.ones(table.shape[1])
    for _ in range(ROUNDS):
        weighted = table * weight
        products = weighted @ table.T
        products += RIDGE * np.trace(products) / len(products) * np.eye(len(products))
        off = sought - np.linalg.solve(products, weighted @ sought.T).T @ table
        usual = 1.4826 * np.median(np.abs(off), axis=1) + 1e-6  # the standard deviation of a normal distribution
        weight = 1 / (1 + ((off / usual[:, None]) ** 2).mean(axis=0) / SCALE**2)
    return np.split((weight / weight.mean()).astype(np.float32), np.cumsum(counts)[:-1])
