"""Scales DN to the values in [0, 1] that networks see; used in training and in mode model alike."""

from __future__ import annotations

import numpy as np

from geoinpaint_engine.methods.network.card import Scaling

SAMPLED_PIXELS = 2_000_000  # enough for the 0.5 % quantile, and few enough to keep in memory
SHOWN_RANGE = (-0.25, 1.25)  # networks see values clipped to this range, because others are rare in training


def stride_of(area: int) -> int:
    """Stride in rows and columns with which a scene of `area` pixels is sampled for the scaling."""
    return max(1, int(np.ceil(np.sqrt(area / SAMPLED_PIXELS))))


def quantile_range(values: np.ndarray, scaling: Scaling) -> tuple[np.ndarray, np.ndarray]:
    """DN that are mapped to 0 and 1: the scaling's quantiles of (bands, n) values, as (bands, 1, 1) float32 each.

    Without values, they are 0 and 1.
    """
    bands = values.shape[0]
    if not values.shape[1]:
        return np.zeros((bands, 1, 1), dtype=np.float32), np.ones((bands, 1, 1), dtype=np.float32)
    low, high = np.quantile(values, (scaling.low, scaling.high), axis=1).astype(np.float32)
    return low[:, None, None], high[:, None, None]
