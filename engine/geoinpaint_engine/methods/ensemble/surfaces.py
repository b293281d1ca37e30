"""Fills of a hole from the image alone, their weights and the size of their errors, learned on hidden ground.

No fill from the image alone is the best one everywhere: fields want lines followed far, hills hardly. So several are
made and weighed by how they fill pieces of the scene's own clear ground, in the shape of its holes (stacking).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.ensemble.folds import FOLDS, draw_folds
from geoinpaint_engine.methods.ensemble.ridge_heads import weigh
from geoinpaint_engine.quality.uncertainty import ErrorModel, fit_error_model
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.coherent import LINES, Lines, coherent_fill
from geoinpaint_engine.solvers.flow import DOWN, RIGHT, equations, solver
from geoinpaint_engine.solvers.harmonic import harmonic_fill

FINE, STRONG = Lines(sigma=2.0), Lines(strength=5.0)
FADES = 25.0  # px over which what is said at the edge fades to the scene's mean level
SURFACES = ("harmonic", "coherent", "fine lines", "strong lines", "fading")
ENOUGH = 20_000  # hidden pixels that are filled to weigh the surfaces
LEAST_HIDDEN = 200  # that weights need
RELATIVE_TOLERANCE = 1e-4  # of the fading surface, in parts of the largest value at the edge


@dataclass(frozen=True)
class Blend:
    """What was learned of a scene.

    Args:
        level: (bands,) mean of clear ground in DN.
        weights: (SURFACES,) non-negative, summing to 1.
        errors: the error model, or None where too little ground could be hidden.
        hidden_rmse: of the blend on the hidden ground in DN; NaN where unknown.
    """

    level: np.ndarray
    weights: np.ndarray
    errors: ErrorModel | None
    hidden_rmse: float

    def state(self) -> dict[str, np.ndarray]:
        """The blend as arrays."""
        arrays = {"level": self.level, "weights": self.weights, "hidden_rmse": np.array([self.hidden_rmse])}
        return arrays if self.errors is None else arrays | self.errors.state()

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> Blend:
        """The blend of a `state`."""
        errors = ErrorModel.from_state(state) if "factors" in state else None
        return cls(state["level"], state["weights"], errors, float(state["hidden_rmse"][0]))


def surfaces(
    values: np.ndarray,
    hole: np.ndarray,
    clear: np.ndarray,
    level: np.ndarray,
    *,
    wanted: Sequence[bool] = (True,) * len(SURFACES),
    edge: np.ndarray | None = None,
) -> np.ndarray:
    """The fills of a hole, from the image alone.

    Args:
        values: (bands, rows, cols) float32 DN, looked at where clear.
        hole, clear: (rows, cols) bool, disjoint.
        level: (bands,) DN.
        wanted: which are made; the others are 0.
        edge: (bands, rows, cols), values given at some pixels of the hole, NaN elsewhere; None = none are.

    Returns:
        (SURFACES, bands, n) float32, the hole's pixels in row-major order; NaN where nothing is known.
    """
    makers = (
        lambda: harmonic_fill(values, hole, clear, edge=edge)[:, hole],
        *(lambda lines=lines: coherent_fill(values, hole, clear, edge=edge, lines=lines)[:, hole]
          for lines in (LINES, FINE, STRONG)),
        lambda: _fading(values, hole, clear, level, goes_on=edge is not None),
    )  # fmt: skip
    out = np.zeros((len(SURFACES), len(values), int(np.count_nonzero(hole))), dtype=np.float32)
    for surface, make, needed in zip(out, makers, wanted, strict=True):
        if needed:
            surface[:] = make()
    return out


def learn(chips: Sequence[Chip], shapes: Sequence[np.ndarray], *, seed: int, control: Control) -> Blend:
    """The blend for a scene, from the clear ground of some of its windows.

    Args:
        chips: the windows, disjoint.
        shapes: (rows, cols) bool each, holes of the scene.
        seed: of what is hidden.
        control: asked before each piece.
    """
    generator = np.random.default_rng(np.random.SeedSequence((seed, 4)))
    known = [chip.clear_ground & ~chip.hole for chip in chips]
    ground = np.concatenate([chip.scene[:, clear] for chip, clear in zip(chips, known, strict=True)], axis=1)
    level = ground.mean(axis=1, dtype=np.float64) if ground.size else np.zeros(len(ground))
    folds = [draw_folds(clear, shapes, generator) for clear in known]
    errors: list[np.ndarray] = []
    spreads: list[np.ndarray] = []
    distances: list[np.ndarray] = []
    half: list[np.ndarray] = []
    for number in range(1, FOLDS + 1):
        for chip, clear, fold in zip(chips, known, folds, strict=True):
            hidden = fold == number
            if not hidden.any() or sum(one.size for one in distances) >= ENOUGH:
                continue
            control.check()
            made = surfaces(chip.scene, hidden, clear & ~hidden, level)
            errors.append(made - chip.scene[:, hidden])
            spreads.append(made.std(axis=0))
            distances.append(ndi.distance_transform_edt(~(clear & ~hidden))[hidden])
            half.append(np.full(len(distances[-1]), len(half) % 2 == 0))
    # the coherent fill where nothing tells: the best one on the average
    weights, model, rmse = np.eye(len(SURFACES))[SURFACES.index("coherent")], None, float("nan")
    if sum(one.size for one in distances) >= LEAST_HIDDEN:
        off = np.concatenate(errors, axis=2)
        weights = weigh(off.reshape(len(SURFACES), -1))
        ours = np.tensordot(weights, off, axes=1)
        rmse = float(np.sqrt((ours**2).mean()))
        distance, scatter = np.concatenate(distances), np.concatenate(spreads, axis=1)
        model = fit_error_model(ours, scatter, distance, np.concatenate(half))
    return Blend(level, weights, model, rmse)


def _fading(values: np.ndarray, hole: np.ndarray, clear: np.ndarray, level: np.ndarray, *, goes_on: bool) -> np.ndarray:
    """(bands, n): the screened Laplace equation about the level; NaN where nothing is known, here or farther on."""
    known = clear & np.isfinite(values).all(axis=0)
    if not known.any() and not goes_on:
        return np.full((len(values), int(np.count_nonzero(hole))), np.nan, dtype=np.float32)
    rows, cols = hole.shape
    links = [(DOWN, np.ones((rows - 1, cols), np.float32)), (RIGHT, np.ones((rows, cols - 1), np.float32))]
    about = (values - level[:, None, None]).astype(np.float32)
    matrix, right = equations(about, hole, known, links, leak=1 / FADES**2)
    tolerance = RELATIVE_TOLERANCE * np.abs(right).max(axis=0, initial=0.0)
    return np.asarray(solver(matrix, *np.nonzero(hole))(right, tolerance).T + level[:, None], dtype=np.float32)
