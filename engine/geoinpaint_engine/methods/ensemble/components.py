"""The components of the evidence that the hidden layers are made of, fewer than it has channels.

Most of what many dates show is common to them. In a large scene, where smoothing every channel is what takes longest,
the layers therefore see the directions in which the evidence predicts the bands best, and the principal components of
what is left.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

REST = 8  # principal components besides one direction a band
RIDGE = 1e-2  # of the regression that gives the directions, relative to the channels' variance, which is about 1
WHITENING = 0.5  # of the components; 0: none, 1: all have variance 1
LEAST_PIXELS = 1000  # of clear ground that a regression on many dates needs


def principal_components(tables: Sequence[np.ndarray], most: int) -> np.ndarray:
    """(channels, most) float32: the leading principal components, about 0, of (channels, n) each."""
    table = np.concatenate(tables, axis=1).astype(np.float64)
    _, vectors = np.linalg.eigh(table @ table.T)
    return np.asarray(vectors[:, ::-1][:, :most], dtype=np.float32)


def predictive_components(evidence: Sequence[np.ndarray], targets: Sequence[np.ndarray]) -> np.ndarray | None:
    """(channels, bands + REST) float32, partly whitened; None where the evidence has no more channels, or few pixels.

    Args:
        evidence: (channels, n) float32 of each window, standardised, at its clear pixels.
        targets: (bands, n) float32 of each, the scene there.
    """
    (channels, bands), pixels = (len(evidence[0]), len(targets[0])), sum(part.shape[1] for part in evidence)
    if channels <= bands + REST or pixels < LEAST_PIXELS:
        return None
    table, wanted = (np.concatenate(parts, axis=1).astype(np.float64) for parts in (evidence, targets))
    table -= table.mean(axis=1, keepdims=True)
    covariance = table @ table.T / pixels
    predicting = np.linalg.solve(covariance + RIDGE * np.eye(channels), table @ wanted.T / pixels)
    first, _ = np.linalg.qr(predicting)
    left = np.eye(channels) - first @ first.T
    _, vectors = np.linalg.eigh(left @ covariance @ left)
    components = np.concatenate([first, vectors[:, ::-1][:, :REST]], axis=1)
    variances = (components * (covariance @ components)).sum(axis=0)
    return (components * np.maximum(variances, 1e-6) ** (-WHITENING / 2)).astype(np.float32)
