"""How the error at a hole's edge is diffused into it: along ground that looks alike, and fading with distance.

The Laplace equation with a conductance between neighbouring pixels (anisotropic diffusion after Perona & Malik 1990,
solved to its end as in Levin et al. 2004): high where the evidence is alike on both, low across the border of a field.
A leak, which pulls towards 0 (the screened equation), keeps what is said at the edge from being said far inside. SAR
alone tells fields apart badly: there the lines of the scene's own clear ground guide the flow too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.filters import filtered
from geoinpaint_engine.methods.ensemble.sar_features import FILTERS
from geoinpaint_engine.solvers.coherent import Lines, conductances, structure_tensor
from geoinpaint_engine.solvers.flow import DOWN, RIGHT, Links, equations, solver

# Least conductance, between pixels that have nothing in common, and px over which the error fades where it is 1: other
# dates tell fields apart, and say more than an edge that is farther away; SAR alone does neither as well.
FLOOR, REACH = 0.005, 25.0
SAR_FLOOR, SAR_REACH = 0.1, 1000.0
LINES = Lines(sigma=2.0)  # of the scene, which guide errors beside those of SAR alone
# Largest residual of an equation, in parts of the largest error at the edge: the fill is off by 1 DN then, where what
# is diffused is itself wrong by a hundred.
RELATIVE_TOLERANCE = 2e-2


@dataclass(frozen=True)
class Conductance:
    """How errors are diffused in a window.

    Args:
        down, right: (rows - 1, cols) and (rows, cols - 1), conductance between neighbours, up to about 1.
        reach: px over which errors fade.
        follows: whether errors follow the scene's own lines too.
    """

    down: np.ndarray
    right: np.ndarray
    reach: float
    follows: bool = False

    def within(self, box: tuple[slice, slice]) -> Conductance:
        """That of a part of the window, given by its rows and columns (start and stop)."""
        rows, cols = box
        down, right = self.down[rows.start : rows.stop - 1, cols], self.right[rows, cols.start : cols.stop - 1]
        return Conductance(down, right, self.reach, self.follows)

    def links(self, image: np.ndarray, clear: np.ndarray, hole: np.ndarray) -> Links:
        """The conductances of all pairs of neighbours; see `diffuse`."""
        down, right = self.down, self.right
        if not self.follows:
            return [(DOWN, down), (RIGHT, right)]
        # to a diagonal neighbour by either of the two ways
        falling = (down[:, :-1] * right[1:] + right[:-1] * down[:, 1:]) / 2
        rising = (down[:, 1:] * right[1:] + right[:-1] * down[:, :-1]) / 2
        lines = conductances(structure_tensor(image, clear, hole, LINES), LINES)
        return [
            (pair, (weight * alike).astype(np.float32))
            for (pair, weight), alike in zip(lines, (down, right, falling, rising), strict=True)
        ]


def differences(data: np.ndarray) -> list[np.ndarray]:
    """Mean squared difference between neighbours over the channels of (channels, rows, cols): down, right."""
    found = []
    for one, two in (DOWN, RIGHT):
        total = np.zeros(data[0][one].shape, data.dtype)
        for channel in data:  # one at a time stays in the processor's cache
            apart = channel[two] - channel[one]
            apart *= apart
            total += apart
        total /= data.dtype.type(len(data))
        found.append(total)
    return found


def roughness(windows: Sequence[np.ndarray]) -> float:
    """The median `differences` of some windows of evidence, (channels, rows, cols) each; 1 where there is none."""
    parts = [part.ravel() for data in windows if len(data) for part in differences(data)]
    return max(float(np.median(np.concatenate(parts))), 1e-6) if parts else 1.0


def alike_by(stack: Stack) -> np.ndarray:
    """What tells whether ground is alike: (channels, rows, cols), the references, or SAR without its speckle."""
    return stack.main if stack.sar_channels < len(stack.data) else filtered(stack.sar, FILTERS[-1])


def conductance(stack: Stack, rough: float) -> Conductance:
    """Conductance between the pixels of a window.

    Args:
        stack: the evidence.
        rough: `roughness` of the scene's `looks`.
    """
    alone = stack.sar_channels == len(stack.data)
    floor, reach = (SAR_FLOOR, SAR_REACH) if alone else (FLOOR, REACH)
    down, right = (floor + np.exp(-part / (2 * rough)) for part in differences(alike_by(stack)))
    return Conductance(down, right, reach, alone)


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
    """The errors at the hole's edge, diffused into it.

    Args:
        errors: (layers, rows, cols) of any unit; looked at on clear pixels beside the hole (corners too) alone.
        hole: (rows, cols) bool, True where a value is to be found.
        clear: (rows, cols) bool, True where the errors are known; hole wins where both are set.
        along: conductance between the pixels.
        image: (bands, rows, cols) of any unit, whose lines errors may follow.
        ground: (rows, cols) bool, where it is looked at.
        pull: (rows, cols) conductance from each pixel of the hole to its own error, where that is known roughly.

    Returns:
        (layers, n) float32, the values of the hole's pixels in row-major order; 0 where nothing is known.
    """
    if not hole.any():
        return np.zeros((len(errors), 0), np.float32)
    links = along.links(image, ground & ~hole, hole)
    matrix, right = equations(errors, hole, clear & ~hole, links, leak=1 / along.reach**2, pull=pull)
    largest = np.abs(right).max(axis=0, initial=0.0)
    return np.asarray(solver(matrix, *np.nonzero(hole))(right, RELATIVE_TOLERANCE * largest).T, dtype=np.float32)
