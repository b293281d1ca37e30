"""Downweights outliers among clear pixels: undetected clouds, their shadows, fields just harvested.

Iteratively reweighted least squares with Cauchy weights (Holland & Welsch 1977) of a linear regression on the evidence:
a pixel whose residual is `SCALE` times the typical one gets half the weight.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SCALE = 8.0  # mild: 3 and less also downweight valid ground that merely differs from the rest
ROUNDS = 3  # of reweighting
RIDGE = 1e-3  # penalty, relative to the mean of the Gram matrix's diagonal
LEAST_PIXELS = 100  # needed for the regression


def robust_weights(evidence: Sequence[np.ndarray], targets: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Robust weights of the clear pixels of some windows.

    Args:
        evidence: for each window (channels, n), standardised.
        targets: for each window (bands, n) in DN.

    Returns:
        For each window (n,) float32, positive, with mean 1 over all windows; all 1 if there are too few pixels.
    """
    counts = [target.shape[1] for target in targets]
    if sum(counts) < LEAST_PIXELS:
        return [np.ones(count, np.float32) for count in counts]
    table = np.concatenate(evidence, axis=1, dtype=np.float64)
    table = np.concatenate([table, np.ones((1, table.shape[1]))])
    truth = np.concatenate(targets, axis=1, dtype=np.float64)
    weight = np.ones(table.shape[1])
    for _ in range(ROUNDS):
        weighted = table * weight
        products = weighted @ table.T
        products += RIDGE * np.trace(products) / len(products) * np.eye(len(products))
        residual = truth - np.linalg.solve(products, weighted @ truth.T).T @ table
        typical = 1.4826 * np.median(np.abs(residual), axis=1) + 1e-6  # standard deviation, if normally distributed
        weight = 1 / (1 + ((residual / typical[:, None]) ** 2).mean(axis=0) / SCALE**2)
    return np.split((weight / weight.mean()).astype(np.float32), np.cumsum(counts)[:-1])
