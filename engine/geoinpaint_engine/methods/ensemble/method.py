"""The fast preset as a `Method`: fitted once on windows of clear ground, applied window by window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import ALONE, Context, Method
from geoinpaint_engine.methods.ensemble.boxes import Box, boxes_of
from geoinpaint_engine.methods.ensemble.evidence import Stack, base_of, fill_gaps, pieces_of, standardised
from geoinpaint_engine.methods.ensemble.features import SIGHT
from geoinpaint_engine.methods.ensemble.fit import Fit, fit_chips, side_by_side
from geoinpaint_engine.methods.ensemble.residual_diffusion import (
    REACH,
    SAR_REACH,
    Conductance,
    conductance,
    diffuse,
)
from geoinpaint_engine.methods.ensemble.sar_features import REACH as SAR_SIGHT
from geoinpaint_engine.methods.ensemble.state import from_arrays, to_arrays
from geoinpaint_engine.methods.ensemble.windows import LEARN_PIXELS, learned_from
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.modes import EVIDENCE_MODES
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.distance import distance_to, within_square
from geoinpaint_engine.solvers.harmonic import harmonic_fill

MANY_PIXELS = 40 * LEARN_PIXELS  # of a scene that is fitted once
PLAIN = "plain."  # prefix of the plain regression's arrays in a state
# Conductance from a roughly known pixel to its own value; between neighbours with the same evidence it is 1. The errors
# of such values are smooth, so that a pixel adds little to the information of its neighbours.
PULL = 0.1
# px a side of the cells that share one spread of the heads: it varies less than the evidence, and the error model
# smooths it.
CELL = 4
HARMONIC_TOLERANCE = 1e-4  # of the harmonic fill as one member of the blend: well under a DN
FADED = 3.0  # reaches of the diffusion after which the error of a straight edge has faded to a twentieth
# Reaches of the diffusion from the used pixels beyond which none are solved for: leaving those out changes the fill by
# 0.1 DN RMS, where its error is a hundred.
NEAR = 1.0


class EnsembleMethod(Method):
    """Weighted ridge heads on features of the evidence, see `fit.py`; must be fitted before it fills.

    Falls back to the plain regression on scenes with too few clear pixels for the heads.

    Args:
        mode: ms, ms-r, mt, mt-r or ms-mt.
        seed: of the hidden layers, the training windows and the hidden folds.
    """

    tile = 768
    # the reach of the diffusion, plus the radius of the widest mean of the optical evidence; SAR's means are wider
    halo = 48
    overlap = 32
    holes_apart = True
    sight = halo
    least_clear = 0.1
    tells_deviation = True
    fills_without_clear = True  # fitted on the whole scene: deep in a large hole it still beats the regression

    def __init__(self, mode: str, *, seed: int = 0) -> None:
        self.mode, self.seed = mode, seed
        if EVIDENCE_MODES[mode].sar:
            self.halo = self.sight = SAR_SIGHT
        self._fit: Fit | None = None
        self._plain = classical_fill("regression")

    @classmethod
    def of(cls, job: Job) -> EnsembleMethod:
        """The method for a job, unfitted."""
        return cls(job.mode, seed=job.seed)

    @property
    def fitted(self) -> Fit:
        """The scene's fit.

        Raises:
            InputError: `not-fitted`.
        """
        if self._fit is None:
            raise InputError("not-fitted", "Nothing was learned from the scene yet.", "Fit before filling.")
        return self._fit

    def state(self) -> dict[str, np.ndarray]:
        """The fit as named arrays; empty before fitting."""
        if self._fit is None:
            return {}
        plain = self._plain.state() if self._fit.insufficient else {}
        return to_arrays(self._fit) | {f"{PLAIN}{name}": array for name, array in plain.items()}

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores the fit from the `state` of a fit to the same scene and evidence."""
        self._fit = from_arrays(state) if state else None
        plain = {name.removeprefix(PLAIN): array for name, array in state.items() if name.startswith(PLAIN)}
        if plain:
            self._plain.restore(plain)

    def fitted_once(self, shape: tuple[int, int]) -> bool:
        """Whether the scene has so many pixels that others take the place of hidden ones among those learned from."""
        return shape[0] * shape[1] >= MANY_PIXELS

    def fit(self, source: ChipSource, context: Context) -> None:
        """Fits to the clear ground of a small scene, or of random windows of a large one, half of which are filled."""
        chips, shapes = learned_from(
            source, context.windows, seed=self.seed, control=context.control, hidden=context.hidden
        )
        self._fit = fit_chips(chips, self.mode, seed=self.seed, shapes=shapes, control=context.control)
        if self._fit.insufficient:
            self._plain.fit(source, context)

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN: the scene with its hole filled; NaN where no value can be predicted."""
        return self._fill(chip, with_deviation=False)[0]

    def fill_and_deviation(self, chip: Chip, context: Context = ALONE) -> tuple[np.ndarray, np.ndarray]:
        """The fill and its standard deviation in DN: (bands, rows, cols) float32 each.

        +-1.645 standard deviations cover 90 % of hidden ground. NaN outside the hole, where there is no evidence, and
        everywhere if too little ground could be hidden to fit the error model.
        """
        return self._fill(chip, with_deviation=True)

    def _fill(self, chip: Chip, *, with_deviation: bool) -> tuple[np.ndarray, np.ndarray]:
        """As `fill_and_deviation`; the deviation is NaN if not asked for, and does not affect the fill."""
        fit = self.fitted
        deviation = np.full(chip.scene.shape, np.nan, np.float32)
        if fit.insufficient:
            return self._plain.fill(chip), deviation
        clear, pieces = chip.clear_ground, pieces_of(chip, fit.mode)
        known = np.logical_or.reduce([valid for _, valid in pieces])
        with_deviation = with_deviation and fit.errors is not None
        harmonic_only = fit.weights[-1] == 1.0
        if not known.any() or (harmonic_only and not with_deviation):
            return harmonic_fill(chip.scene, chip.hole, clear), deviation
        has_sar = EVIDENCE_MODES[fit.mode].sar and chip.sar is not None
        reach = SAR_REACH if has_sar and len(pieces) == 1 else REACH
        regions = _Regions.of(chip, known, clear, reach=reach)
        seen = np.ones(chip.shape, dtype=bool)  # SAR's features and its diffusion reach across most of a window
        if not has_sar:
            seen = within_square(regions.predicted | regions.target | regions.no_evidence, SIGHT)
        distance = distance_to(clear) if clear.any() else np.full(chip.shape, 1e3, np.float32)
        out = chip.scene.astype(np.float32, copy=True)
        out[:, (regions.hole | regions.veiled) & ~regions.used] = np.nan
        for box in boxes_of(seen):
            part, inside = chip.within(box), regions.within(box)
            parts = [(values[(slice(None), *box)], valid[box]) for values, valid in pieces]
            stack = standardised(part, fit.mode, fit.scaling, parts)
            fill_gaps(stack, part, fit.mode, fit.scaling, seen[box])
            kept = fit.features.kept(stack)
            prediction, spread = _predict(fit, stack, kept, inside, with_spread=with_deviation)
            if spread is not None and fit.errors is not None and inside.used.any():
                found = fit.errors.deviation(spread, distance[box][inside.used])
                deviation[(slice(None), *box)][:, inside.used] = found
            if not harmonic_only:
                flow = conductance(stack, fit.rough, kept)
                out[(slice(None), *box)] = _complete(fit, part, prediction, inside, flow)
        if harmonic_only:
            return harmonic_fill(chip.scene, chip.hole, clear), deviation
        return out, deviation


@dataclass(frozen=True)
class _Regions:
    """The pixels of a chip by the part they play in its fill: (rows, cols) bool each.

    Args:
        hole: pixels of the hole with evidence.
        no_evidence: pixels of the hole without.
        veiled: roughly known pixels that are written too.
        rough: roughly known pixels near the hole, `veiled` included.
        exact: clear pixels whose values are known exactly.
        used: pixels whose fill is used, `no_evidence` aside.
        near_rough: the `rough` pixels close enough to used ones to affect them.
        target: pixels whose residual is found by diffusion.
        predicted: pixels for which the heads predict.
        evidence: pixels with any evidence.
    """

    hole: np.ndarray
    no_evidence: np.ndarray
    veiled: np.ndarray
    rough: np.ndarray
    exact: np.ndarray
    used: np.ndarray
    near_rough: np.ndarray
    target: np.ndarray
    predicted: np.ndarray
    evidence: np.ndarray

    def within(self, box: Box) -> _Regions:
        """The regions of a part of the chip."""
        return _Regions(**{name: pixels[box] for name, pixels in vars(self).items()})

    @classmethod
    def of(cls, chip: Chip, evidence: np.ndarray, clear: np.ndarray, *, reach: float) -> _Regions:
        """The regions of a chip.

        Args:
            chip: the chip.
            evidence: (rows, cols) bool, pixels with any evidence.
            clear: (rows, cols) bool, the chip's clear ground.
            reach: of the diffusion in px.
        """
        hole, no_evidence = chip.hole & evidence, chip.hole & ~evidence
        veiled = _veiled(chip) & evidence
        used = hole | veiled
        if chip.used is not None:
            # pixels without evidence are filled from the fill beside them, which is needed for that
            used &= chip.used | _dilated(no_evidence) if no_evidence.any() else chip.used
        rough = _rough_near_hole(chip) & evidence | veiled
        exact = clear & ~rough
        near_used = within_square(used, NEAR * reach)
        near_rough = rough & near_used
        target = (hole & near_used) | near_rough
        # the diffusion reads residuals at the edge of its targets, and at roughly known pixels
        predicted = used | near_rough | (_dilated(target) & exact & evidence)
        return cls(hole, no_evidence, veiled, rough, exact, used, near_rough, target, predicted, evidence)


def _predict(
    fit: Fit, stack: Stack, kept: np.ndarray, regions: _Regions, *, with_spread: bool
) -> tuple[np.ndarray, np.ndarray | None]:
    """The heads' weighted prediction, and their spread; `kept` are the stack's components, `Features.kept`.

    Returns:
        (bands, rows, cols) float32 DN above the base, 0 where not predicted; and (bands, n) float32 DN, the standard
        deviation over the heads at the used pixels in row-major order, if asked for.
    """
    # one after the other, so that the fill has the same bytes with and without a deviation
    heads = side_by_side(fit.heads) if with_spread else fit.combined
    planes = fit.features.planes(stack, fit.features.used_by(heads), kept)
    combined = fit.features.predict(stack, regions.predicted, fit.combined, planes)
    prediction = np.zeros((len(combined), *regions.predicted.shape), np.float32)
    prediction[:, regions.predicted] = combined
    if fit.similar is not None:
        prediction[:, regions.predicted] += fit.similar.correction(fit.features, stack, regions.predicted)
    if not with_spread:
        return prediction, None
    samples, sample_of = _one_per_cell(regions.used)
    separate = fit.features.predict(stack, samples, heads, planes)
    spread = separate.reshape(len(fit.heads), len(prediction), -1).std(axis=0)
    return prediction, spread[:, sample_of]


def _complete(
    fit: Fit, chip: Chip, prediction: np.ndarray, regions: _Regions, flow: Conductance
) -> np.ndarray:
    """(bands, rows, cols) float32 DN: the chip filled by the prediction plus its diffused edge residuals."""
    base = base_of(chip, fit.mode, fit.level, fit.spread, fit.scaling)
    bands, target, exact = len(base), regions.target, regions.exact
    heads_weight = np.float32(1 - fit.weights[-1])
    edge = exact & regions.predicted
    known = edge | regions.near_rough
    # residuals have faded deep in the hole: 0 there, these pixels bound the equations as the hole's edge does
    deep = target & ~within_square(known, FADED * flow.reach)
    places, residual = np.flatnonzero(known), np.zeros_like(prediction)
    observed = chip.scene.reshape(bands, -1).take(places, axis=1) - base.reshape(bands, -1).take(places, axis=1)
    residual.reshape(bands, -1)[:, places] = (
        heads_weight * observed - prediction.reshape(bands, -1).take(places, axis=1)
    )
    image = chip.scene - base if flow.follows or heads_weight < 1 else chip.scene
    ground = exact & regions.evidence
    places = np.flatnonzero(target)
    fill = prediction.reshape(bands, -1).take(places, axis=1)
    pull = np.float32(PULL) * regions.near_rough if regions.near_rough.any() else None
    diffused = diffuse(residual, target & ~deep, edge | deep, flow, image=image, ground=ground, pull=pull)
    fill[:, ~deep[target]] += diffused
    if heads_weight < 1:
        smooth = harmonic_fill(image, regions.hole | regions.rough, ground, tolerance=HARMONIC_TOLERANCE)
        fill += (1 - heads_weight) * np.nan_to_num(smooth[:, target])
    fill += base.reshape(bands, -1).take(places, axis=1)
    out = chip.scene.astype(np.float32, copy=True)
    out.reshape(bands, -1)[:, places] = fill
    out[:, (regions.hole | regions.veiled) & ~regions.used] = np.nan
    kept = np.flatnonzero(regions.rough & ~regions.veiled)
    out.reshape(bands, -1)[:, kept] = chip.scene.reshape(bands, -1).take(kept, axis=1)
    if regions.no_evidence.any():
        out = harmonic_fill(out, regions.no_evidence, exact | regions.rough | regions.used)
    return out


def _one_per_cell(used: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Samples one used pixel per cell of CELL x CELL px, the first in row-major order.

    Returns:
        (rows, cols) bool, the sampled pixels; and (n,) for each used pixel the index of its cell's sample, both in
        row-major order.
    """
    rows, cols = (-(-size // CELL) for size in used.shape)
    padded = np.zeros((rows * CELL, cols * CELL), dtype=bool)
    padded[: used.shape[0], : used.shape[1]] = used
    cells = padded.reshape(rows, CELL, cols, CELL).transpose(0, 2, 1, 3).reshape(rows * cols, CELL * CELL)
    occupied, first = np.flatnonzero(cells.any(axis=1)), cells.argmax(axis=1)
    row, col = occupied // cols * CELL + first[occupied] // CELL, occupied % cols * CELL + first[occupied] % CELL
    order = np.argsort(row * used.shape[1] + col)
    samples, number = np.zeros_like(used), np.zeros(rows * cols, np.intp)
    samples[row, col] = True
    number[occupied[order]] = np.arange(order.size)
    number_at = number.reshape(rows, cols).repeat(CELL, axis=0).repeat(CELL, axis=1)
    return samples, number_at[: used.shape[0], : used.shape[1]][used]


def _dilated(pixels: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the pixels and their 8 neighbours."""
    return within_square(pixels, 1)


def _veiled(chip: Chip) -> np.ndarray:
    """(rows, cols) bool: roughly known pixels whose fill is written."""
    return np.zeros(chip.shape, dtype=bool) if chip.veiled is None else chip.veiled


def _rough_near_hole(chip: Chip) -> np.ndarray:
    """(rows, cols) bool: roughly known pixels close enough to the hole to affect its fill."""
    if chip.rough is None or not chip.rough.any() or not chip.hole.any():
        return np.zeros(chip.shape, dtype=bool)
    return chip.rough & within_square(chip.hole, REACH)
