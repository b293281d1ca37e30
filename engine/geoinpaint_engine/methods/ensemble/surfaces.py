"""Fills of a hole from the image alone, with their weights and error model, fitted on hidden ground.

No such fill is best everywhere: between fields lines should be followed far, in hills hardly. Several are therefore
stacked: weighted by their errors on hidden pieces of the scene's own clear ground, shaped like its holes.
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
FADES = 25.0  # px over which edge values fade to the scene's mean level in the fading surface
SURFACES = ("harmonic", "coherent", "fine lines", "strong lines", "fading")
ENOUGH = 20_000  # hidden pixels that are enough to fit the weights
LEAST_HIDDEN = 200  # hidden pixels needed to fit the weights
RELATIVE_TOLERANCE = 1e-4  # residual of the fading surface's equations, relative to the largest right side


@dataclass(frozen=True)
class Blend:
    """The fit to a scene.

    Args:
        level: (bands,) mean of clear ground in DN.
        weights: (SURFACES,) non-negative, summing to 1.
        errors: the error model, or None if too little ground could be hidden.
        hidden_rmse: RMSE of the weighted sum on hidden ground in DN; NaN if unknown.
    """

    level: np.ndarray
    weights: np.ndarray
    errors: ErrorModel | None
    hidden_rmse: float

    def state(self) -> dict[str, np.ndarray]:
        """The fit as named arrays."""
        arrays = {"level": self.level, "weights": self.weights, "hidden_rmse": np.array([self.hidden_rmse])}
        return arrays if self.errors is None else arrays | self.errors.state()

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> Blend:
        """The fit of a `state`."""
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
    """Fills a hole from the image alone, with each surface.

    Args:
        values: (bands, rows, cols) float32 DN, read where clear.
        hole, clear: (rows, cols) bool, disjoint.
        level: (bands,) mean of the scene's clear ground in DN.
        wanted: whether to compute each surface; the others are 0.
        edge: (bands, rows, cols), values given at some pixels of the hole, NaN elsewhere; None: no values are given.

    Returns:
        (SURFACES, bands, n) float32, the hole's pixels in row-major order; NaN where nothing is known.
    """
    solvers = (
        lambda: harmonic_fill(values, hole, clear, edge=edge)[:, hole],
        *(lambda lines=lines: coherent_fill(values, hole, clear, edge=edge, lines=lines)[:, hole]
          for lines in (LINES, FINE, STRONG)),
        lambda: _fading(values, hole, clear, level, goes_on=edge is not None),
    )  # fmt: skip
    out = np.zeros((len(SURFACES), len(values), int(np.count_nonzero(hole))), dtype=np.float32)
    for surface, solve, needed in zip(out, solvers, wanted, strict=True):
        if needed:
            surface[:] = solve()
    return out


def learn(chips: Sequence[Chip], shapes: Sequence[np.ndarray], *, seed: int, control: Control) -> Blend:
    """Fits the weights and the error model to the clear ground of some windows of a scene.

    Args:
        chips: disjoint windows.
        shapes: (rows, cols) bool each, holes of the scene, whose shapes the folds take.
        seed: of the folds.
        control: checked before each piece; raises to cancel.
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
            if not hidden.any() or sum(distance_part.size for distance_part in distances) >= ENOUGH:
                continue
            control.check()
            fills = surfaces(chip.scene, hidden, clear & ~hidden, level)
            errors.append(fills - chip.scene[:, hidden])
            spreads.append(fills.std(axis=0))
            distances.append(ndi.distance_transform_edt(~(clear & ~hidden))[hidden])
            half.append(np.full(len(distances[-1]), len(half) % 2 == 0))
    # without enough hidden ground the coherent fill, which is best on average
    weights, model, rmse = np.eye(len(SURFACES))[SURFACES.index("coherent")], None, float("nan")
    if sum(distance_part.size for distance_part in distances) >= LEAST_HIDDEN:
        all_errors = np.concatenate(errors, axis=2)
        weights = weigh(all_errors.reshape(len(SURFACES), -1))
        blended = np.tensordot(weights, all_errors, axes=1)
        rmse = float(np.sqrt((blended**2).mean()))
        distance, spread = np.concatenate(distances), np.concatenate(spreads, axis=1)
        model = fit_error_model(blended, spread, distance, np.concatenate(half))
    return Blend(level, weights, model, rmse)


def _fading(values: np.ndarray, hole: np.ndarray, clear: np.ndarray, level: np.ndarray, *, goes_on: bool) -> np.ndarray:
    """(bands, n): solves the screened Laplace equation about `level`; NaN if nothing is known, here or beyond."""
    known = clear & np.isfinite(values).all(axis=0)
    if not known.any() and not goes_on:
        return np.full((len(values), int(np.count_nonzero(hole))), np.nan, dtype=np.float32)
    rows, cols = hole.shape
    links = [(DOWN, np.ones((rows - 1, cols), np.float32)), (RIGHT, np.ones((rows, cols - 1), np.float32))]
    about = (values - level[:, None, None]).astype(np.float32)
    matrix, right = equations(about, hole, known, links, leak=1 / FADES**2)
    tolerance = RELATIVE_TOLERANCE * np.abs(right).max(axis=0, initial=0.0)
    return np.asarray(solver(matrix, *np.nonzero(hole))(right, tolerance).T + level[:, None], dtype=np.float32)
