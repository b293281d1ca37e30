"""How much a clear pixel is like those under the hole, told from the evidence alone: weights for what is learned.

Clear ground is not a fair sample of the hole: a cloud may lie on the only mountain. The evidence is known on both, so
its density ratio is, too (`quality/density_ratio.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.features import SIGMAS, smoothed
from geoinpaint_engine.quality.density_ratio import DensityRatio, Moments

WIDE = range(2, len(SIGMAS))  # the Gaussian means that are looked at


def density_ratios(
    stacks: Sequence[Stack], clear: Sequence[np.ndarray], hole: Sequence[np.ndarray]
) -> list[np.ndarray]:
    """Weights of the pixels of some windows: density of the evidence under the hole over that beside it, flattened.

    Args:
        stacks: the evidence of each window.
        clear: (rows, cols) bool each, the clear pixels with evidence.
        hole: (rows, cols) bool each, the pixels of the hole with evidence.

    Returns:
        (rows, cols) float32 each; all 1 where hole or clear ground are too small to tell.
    """
    looks = [np.concatenate([stack.data, *(smoothed(stack.data, number) for number in WIDE)]) for stack in stacks]
    beside, under = (
        Moments.of([look[:, there] for look, there in zip(looks, where, strict=True)]) for where in (clear, hole)
    )
    ratio = DensityRatio.between(beside, under)
    if ratio is None:
        return [np.ones(there.shape, np.float32) for there in clear]
    return [ratio.weights(look) for look in looks]
