"""The fast preset as a method of the run: fitted once on windows of clear ground, applied window by window."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.job import Job
from geoinpaint_engine.methods.base import ALONE, Context, Method
from geoinpaint_engine.methods.ensemble.evidence import base_of, stack_of
from geoinpaint_engine.methods.ensemble.fit import Fit, fit_chips, side_by_side
from geoinpaint_engine.methods.ensemble.residual_diffusion import REACH, conductance, diffuse
from geoinpaint_engine.methods.ensemble.sar_features import REACH as SAR_REACH
from geoinpaint_engine.methods.ensemble.state import from_arrays, to_arrays
from geoinpaint_engine.methods.ensemble.windows import learned_from
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.modes import EVIDENCE_MODES
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.distance import distance_to, within_reach
from geoinpaint_engine.solvers.harmonic import harmonic_fill

PLAIN = "plain."  # before the names of what the plain regression has learned
# Conductance from a pixel that is known roughly to its own value; between neighbours that look alike it is 1. Its error
# is smooth, so one such pixel says little more than all around it do.
PULL = 0.1
# px of the side of the cells for which the heads' spread is told once: it varies less than the evidence, and an error
# model blurs it.
CELL = 4
ROUGHLY = 1e-4  # tolerance of the harmonic fill where it is one of several: well under a DN
FADED = 3.0  # reaches of an error beyond which, into a hole, it has faded: to a twentieth at most
FELT = 1.0  # reaches of an error beyond which it is not felt: 0.1 DN RMS, where fills are off by a hundred


class EnsembleMethod(Method):
    """Evidence as input: see fit.py. Unfitted it cannot fill.

    A scene with too few clear pixels for it gets the plain regression, which makes do with what there is.

    Args:
        mode: ms, ms-r, mt, mt-r or ms-mt.
        seed: decides the hidden layers, the windows learned from, and what is hidden in turn.
    """

    tile = 768
    halo = 48  # as far as an error is felt, and from there as far as the widest mean looks; means of SAR look farther
    overlap = 32
    holes_apart = True
    sight = halo
    least_clear = 0.1
    tells_deviation = True
    fills_without_clear = True  # learned from the scene: deep in a large hole it is still ahead of the regression

    def __init__(self, mode: str, *, seed: int = 0) -> None:
        self.mode, self.seed = mode, seed
        if EVIDENCE_MODES[mode].sar:
            self.halo = self.sight = SAR_REACH
        self._fit: Fit | None = None
        self._plain = classical_fill("regression")

    @classmethod
    def of(cls, job: Job) -> EnsembleMethod:
        """The method that a job asks for."""
        return cls(job.mode, seed=job.seed)

    @property
    def fitted(self) -> Fit:
        """What was learned.

        Raises:
            InputError: `not-fitted`.
        """
        if self._fit is None:
            raise InputError("not-fitted", "Nothing was learned from the scene yet.", "Fit before filling.")
        return self._fit

    def state(self) -> dict[str, np.ndarray]:
        """What was learned."""
        if self._fit is None:
            return {}
        plain = self._plain.state() if self._fit.insufficient else {}
        return to_arrays(self._fit) | {f"{PLAIN}{name}": array for name, array in plain.items()}

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` in place of a fit, of the same scene and evidence."""
        self._fit = from_arrays(state) if state else None
        plain = {name.removeprefix(PLAIN): array for name, array in state.items() if name.startswith(PLAIN)}
        if plain:
            self._plain.restore(plain)

    def fit(self, source: ChipSource, context: Context) -> None:
        """Learns from the clear ground of the scene, or of random windows of a large one, half of them to be filled."""
        chips, shapes = learned_from(
            source, context.windows, seed=self.seed, control=context.control, hidden=context.hidden
        )
        self._fit = fit_chips(chips, self.mode, seed=self.seed, shapes=shapes, control=context.control)
        if self._fit.insufficient:
            self._plain.fit(source, context)

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN: the scene, and the fill in the hole; NaN where nothing is known."""
        return self._fill(chip, deviation=False)[0]

    def fill_and_deviation(self, chip: Chip, context: Context = ALONE) -> tuple[np.ndarray, np.ndarray]:
        """The fill, and its standard deviation in DN: (bands, rows, cols) float32 each.

        +-1.645 standard deviations cover 90 % of hidden ground. NaN outside the hole, where there is no evidence, and
        where too little ground could be hidden to tell.
        """
        return self._fill(chip, deviation=True)

    def _fill(self, chip: Chip, *, deviation: bool) -> tuple[np.ndarray, np.ndarray]:
        fit = self.fitted
        if fit.insufficient:
            return self._plain.fill(chip), np.full(chip.scene.shape, np.nan, np.float32)
        stack = stack_of(chip, fit.mode, fit.scaling)
        known, clear = stack.known, chip.clear_ground
        wide = np.full(chip.scene.shape, np.nan, np.float32)
        doubted = deviation and fit.errors is not None
        if not known.any() or (fit.weights[-1] == 1.0 and not doubted):
            return harmonic_fill(chip.scene, chip.hole, clear), wide
        base = base_of(chip, fit.mode, fit.level, fit.spread, fit.scaling)
        veiled = _veiled(chip) & known
        lacking, used = chip.hole & ~known, (chip.hole & known) | veiled
        if chip.used is not None:
            # what lacks evidence goes on from what is filled beside it
            used &= chip.used | ndi.binary_dilation(lacking, np.ones((3, 3), bool)) if lacking.any() else chip.used
        rough = _rough_near_hole(chip) & known | veiled
        sure, along = clear & ~rough, conductance(stack, fit.rough)
        # errors fade on the way: those that begin too far from what is used are not felt there
        near = within_reach(used, FELT * along.reach)
        heard = rough & near
        sought = (chip.hole & known & near) | heard
        # the diffusion looks at the hole's edge alone, and at what is known roughly
        wanted = used | heard | (ndi.binary_dilation(sought, structure=np.ones((3, 3), bool)) & sure & known)
        # the fill must not change by a bit where its deviation is asked for, and so is a head of its own
        heads = [fit.combined, *([side_by_side(fit.heads)] if doubted else [])]
        told, speaks = _one_a_cell(used)
        predicted = fit.features.predict(stack, wanted, heads, some=[None, told][: len(heads)])
        field = np.zeros(chip.scene.shape, np.float32)
        field[:, wanted] = predicted[0]
        if fit.similar is not None:
            field[:, wanted] += fit.similar.correction(fit.features, stack, wanted)
        found = np.nan_to_num(chip.scene) - base
        share = np.float32(1 - fit.weights[-1])
        errors = share * found - field
        pull = np.float32(PULL) * heard if heard.any() else None
        # so far inside that no error comes there: known to be 0, like the ground beside a hole
        deep = sought & ~within_reach((sure & wanted) | heard, FADED * along.reach)
        errors[:, deep] = 0
        fill = field[:, sought]
        fill[:, ~deep[sought]] += diffuse(
            errors, sought & ~deep, (sure & wanted) | deep, along, image=found, ground=sure & known, pull=pull
        )
        if share < 1:
            smooth = harmonic_fill(found, (chip.hole & known) | rough, sure & known, tolerance=ROUGHLY)
            fill += (1 - share) * np.nan_to_num(smooth[:, sought])
        out = chip.scene.astype(np.float32, copy=True)
        out[:, sought] = base[:, sought] + fill
        out[:, ((chip.hole & known) | veiled) & ~used] = np.nan
        out[:, rough & ~veiled] = chip.scene[:, rough & ~veiled]
        if lacking.any():
            out = harmonic_fill(out, lacking, sure | rough | used)
        if doubted and fit.errors is not None and used.any():
            distance = distance_to(clear)[used] if clear.any() else np.full(used.sum(), 1e3)
            spread = predicted[1].reshape(len(fit.heads), len(field), -1).std(axis=0)
            wide[:, used] = fit.errors.deviation(spread[:, speaks], distance)
        if fit.weights[-1] == 1.0:
            out = harmonic_fill(chip.scene, chip.hole, clear)
        return out, wide


def _one_a_cell(used: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of each cell its first used pixel: (rows, cols) bool; and (n,) which of these each used one has."""
    rows, cols = np.nonzero(used)
    cells = (rows // CELL) * (used.shape[1] // CELL + 1) + cols // CELL
    first = np.full((used.shape[0] // CELL + 1) * (used.shape[1] // CELL + 1), -1, np.intp)
    first[cells[::-1]] = np.arange(cells.size)[::-1]
    chosen = first[cells] == np.arange(cells.size)
    told = np.zeros_like(used)
    told[rows[chosen], cols[chosen]] = True
    # numbers among the chosen ones, in row-major order
    return told, (np.cumsum(chosen) - 1)[first[cells]]


def _veiled(chip: Chip) -> np.ndarray:
    """(rows, cols) bool: what is known roughly, and written too."""
    return np.zeros(chip.shape, dtype=bool) if chip.veiled is None else chip.veiled


def _rough_near_hole(chip: Chip) -> np.ndarray:
    """(rows, cols) bool: what is known roughly, near enough to the hole to say something of it."""
    if chip.rough is None or not chip.rough.any() or not chip.hole.any():
        return np.zeros(chip.shape, dtype=bool)
    return np.asarray(chip.rough & within_reach(chip.hole, REACH))
