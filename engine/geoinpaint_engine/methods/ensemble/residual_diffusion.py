"""Diffuses the prediction's residuals at a hole's edge into the hole: along similar evidence, fading with distance.

The steady state of anisotropic diffusion (Perona & Malik 1990; as a linear system, Levin et al. 2004): a Laplace
equation whose conductance between neighbouring pixels is high where their evidence is similar, and low across field
boundaries. A leak towards 0 (the screened equation) lets residuals fade. SAR alone separates fields poorly: there the
flow also follows the lines of the scene's own clear ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.filters import filtered
from geoinpaint_engine.methods.ensemble.sar_features import FILTERS
from geoinpaint_engine.solvers.cells import diffuse_on_cells
from geoinpaint_engine.solvers.coherent import Lines, conductances, structure_tensor
from geoinpaint_engine.solvers.flow import DIRECT_PIXELS, DOWN, RIGHT, Links, equations, solver

# Least conductance, between pixels with unrelated evidence, and px over which residuals fade where it is 1. Other dates
# separate fields, and are worth more than a distant edge; SAR alone does both less well.
FLOOR, REACH = 0.005, 25.0
SAR_FLOOR, SAR_REACH = 0.1, 1000.0
LINES = Lines(sigma=2.0)  # the scene's lines that residuals follow with SAR alone
# Largest residual of an equation, relative to the largest right side: this shifts the fill by 1 DN, where its error is
# a hundred.
RELATIVE_TOLERANCE = 2e-2
STRIP = 64  # rows compared at once


@dataclass(frozen=True)
class Conductance:
    """The conductances of a window.

    Args:
        down, right: (rows - 1, cols) and (rows, cols - 1) float32, conductance between neighbours, up to about 1.
        reach: px over which residuals fade where the conductance is 1.
        follows: whether the flow also follows the scene's own lines.
    """

    down: np.ndarray
    right: np.ndarray
    reach: float
    follows: bool = False

    def within(self, box: tuple[slice, slice]) -> Conductance:
        """The conductances of a part of the window, given by its rows and columns with start and stop."""
        rows, cols = box
        down, right = self.down[rows.start : rows.stop - 1, cols], self.right[rows, cols.start : cols.stop - 1]
        return Conductance(down, right, self.reach, self.follows)

    def links(self, image: np.ndarray, clear: np.ndarray, hole: np.ndarray) -> Links:
        """The conductances of all pairs of neighbours; image, clear and hole as in `diffuse`."""
        down, right = self.down, self.right
        if not self.follows:
            return [(DOWN, down), (RIGHT, right)]
        # to a diagonal neighbour: mean over both paths of the product of their conductances
        down_right = (down[:, :-1] * right[1:] + right[:-1] * down[:, 1:]) / 2
        down_left = (down[:, 1:] * right[1:] + right[:-1] * down[:, :-1]) / 2
        lines = conductances(structure_tensor(image, clear, hole, LINES), LINES)
        return [
            (pair, (weight * similarity).astype(np.float32))
            for (pair, weight), similarity in zip(lines, (down, right, down_right, down_left), strict=True)
        ]


def differences(data: np.ndarray) -> list[np.ndarray]:
    """Mean squared difference between neighbours over the channels of (channels, rows, cols): [down, right]."""
    means = []
    for one, two in (DOWN, RIGHT):
        total = np.zeros(data[0][one].shape, data.dtype)
        for start in range(0, len(total), STRIP):  # a strip of one channel at a time fits the processor's cache
            rows = slice(start, start + STRIP)
            part = total[rows]
            difference = np.empty_like(part)
            for channel in data:
                np.subtract(channel[two][rows], channel[one][rows], out=difference)
                difference *= difference
                part += difference
        total /= data.dtype.type(len(data))
        means.append(total)
    return means


def roughness(windows: Sequence[np.ndarray]) -> float:
    """Median of the `differences` of some windows of evidence, (channels, rows, cols) each; 1 if there are none."""
    parts = [part.ravel() for data in windows if len(data) for part in differences(data)]
    return max(float(np.median(np.concatenate(parts))), 1e-6) if parts else 1.0


def alike_by(stack: Stack, kept: np.ndarray) -> np.ndarray:
    """The channels that similarity is measured in: (channels, rows, cols), of references `kept`, or despeckled SAR."""
    return filtered(stack.sar, FILTERS[-1]) if stack.sar_only else kept


def conductance(stack: Stack, rough: float, kept: np.ndarray | None = None) -> Conductance:
    """The conductances between the pixels of a window, a Gaussian function of the difference of their evidence.

    Args:
        stack: the evidence.
        rough: `roughness` of the scene's windows in the channels `alike_by`.
        kept: (kept, rows, cols) float32, the main evidence as the hidden layers see it; None: all channels.
    """
    floor = SAR_FLOOR if stack.sar_only else FLOOR
    down, right = differences(alike_by(stack, stack.main if kept is None else kept))
    for one in (down, right):
        one /= -2 * rough
        np.exp(one, out=one)
        one += floor
    return Conductance(down, right, SAR_REACH if stack.sar_only else REACH, stack.sar_only)


def diffuse(
    errors: np.ndarray,
    hole: np.ndarray,
    clear: np.ndarray,
    along: Conductance,
    *,
    image: np.ndarray,
    ground: np.ndarray,
    pull: np.ndarray | None = None,
) -> np.ndarray:
    """Diffuses the residuals at the hole's edge into the hole.

    Args:
        errors: (layers, rows, cols) residuals in any unit; read at clear pixels next to the hole, diagonally too, and
            where there is a pull.
        hole: (rows, cols) bool, the pixels to solve for.
        clear: (rows, cols) bool, where the residuals are known; the hole wins where both are set.
        along: conductances between the pixels.
        image: (bands, rows, cols) in any unit, whose lines the flow may follow.
        ground: (rows, cols) bool, the valid pixels of `image`.
        pull: (rows, cols) conductance from each pixel of the hole to its own, roughly known residual; None: 0.

    Returns:
        (layers, n) float32, the hole's pixels in row-major order; 0 where no residual is known.
    """
    if not hole.any():
        return np.zeros((len(errors), 0), np.float32)
    if not along.follows and np.count_nonzero(hole) > DIRECT_PIXELS:
        return diffuse_on_cells(
            errors, hole, clear & ~hole, along.down, along.right, leak=1 / along.reach**2, pull=pull,
            tolerance=RELATIVE_TOLERANCE,
        )  # fmt: skip
    links = along.links(image, ground & ~hole, hole)
    matrix, right_side = equations(errors, hole, clear & ~hole, links, leak=1 / along.reach**2, pull=pull)
    scale = np.abs(right_side).max(axis=0, initial=0.0)
    return np.asarray(solver(matrix, *np.nonzero(hole))(right_side, RELATIVE_TOLERANCE * scale).T, dtype=np.float32)
