"""Weights of clear pixels by the similarity of their evidence to that under the hole (covariate shift).

Clear ground is not a representative sample of the hole: a cloud may cover the only mountain. The evidence is known on
both, so that its density ratio can be estimated (`quality/density_ratio.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.features import SIGMAS, smoothed
from geoinpaint_engine.quality.density_ratio import DensityRatio, Moments

WIDE = range(2, len(SIGMAS))  # indices of the Gaussian means that are compared, besides the evidence itself


def density_ratios(
    stacks: Sequence[Stack], clear: Sequence[np.ndarray], hole: Sequence[np.ndarray]
) -> list[np.ndarray]:
    """Weights of the pixels of some windows: the density of their evidence under the hole over that on clear ground.

    Args:
        stacks: the evidence of each window.
        clear: (rows, cols) bool each, the clear pixels with evidence.
        hole: (rows, cols) bool each, the pixels of the hole with evidence.

    Returns:
        (rows, cols) float32 each, flattened and bounded by `DensityRatio`; all 1 if hole or clear ground are too small.
    """
    inputs = [np.concatenate([stack.data, *(smoothed(stack.data, number) for number in WIDE)]) for stack in stacks]
    on_clear, under_hole = (
        Moments.of([values[:, mask] for values, mask in zip(inputs, masks, strict=True)]) for masks in (clear, hole)
    )
    ratio = DensityRatio.between(on_clear, under_hole)
    if ratio is None:
        return [np.ones(mask.shape, np.float32) for mask in clear]
    return [ratio.weights(values) for values in inputs]
