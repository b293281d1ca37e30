"""From DN to the values in [0, 1] that networks see, the same in training on own scenes and in mode model."""

from __future__ import annotations

import numpy as np

from geoinpaint_engine.methods.network.card import Scaling

# Pixels looked at for the scaling: enough for the 0.5 % quantile, few enough to keep.
SAMPLED_PIXELS = 2_000_000
# Values beyond the range of training are shown to the networks only so far.
SHOWN_RANGE = (-0.25, 1.25)


def stride_of(area: int) -> int:
    """Of how many rows and columns of a scene of `area` pixels one is looked at for the scaling."""
    return max(1, int(np.ceil(np.sqrt(area / SAMPLED_PIXELS))))


def quantile_range(values: np.ndarray, scaling: Scaling) -> tuple[np.ndarray, np.ndarray]:
    """DN that become 0 and 1, the scaling's quantiles of (bands, n) values: (bands, 1, 1) float32 each.

    0 and 1 where there are no values.
    """
    bands = values.shape[0]
    if not values.shape[1]:
        return np.zeros((bands, 1, 1), dtype=np.float32), np.ones((bands, 1, 1), dtype=np.float32)
    low, high = np.quantile(values, (scaling.low, scaling.high), axis=1).astype(np.float32)
    return low[:, None, None], high[:, None, None]
