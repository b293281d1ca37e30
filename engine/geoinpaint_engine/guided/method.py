"""The fast preset as a method of the run: fitted once on windows of clear ground, applied window by window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.classical.evidence import clear_of
from geoinpaint_engine.classical.harmonic import harmonic_fill
from geoinpaint_engine.errors import InputError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.guided.carrying import carry, conductance
from geoinpaint_engine.guided.evidence import base_of, stack_of
from geoinpaint_engine.guided.fit import Fit, fit_chips, side_by_side
from geoinpaint_engine.guided.state import from_arrays, to_arrays
from geoinpaint_engine.job import Job
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window

WHOLE = 512  # px: a scene of at most this size on each side is learned from as one window
SIDE = 192  # px of the windows that a larger scene is learned from
LEARN_PIXELS = 120_000  # clear pixels that are read for it, at most
LOOKS = 96  # windows looked at to find them, at most
LEAST_CLEAR = 0.4  # share of clear pixels in a window that is worth its reading
FEW_SHAPES = 16  # holes that lend their shapes, at most
LEAST_HOLE = 64  # px of a hole that lends its shape


class GuidedMethod:
    """Evidence as input: see guided/fit.py. Unfitted it cannot fill.

    Args:
        mode: basic, ms, ms-r, mt, mt-r or ms-mt.
        seed: decides the hidden layers, the windows learned from, and what is hidden in turn.
    """

    tile = 512
    halo = 64
    overlap = 32
    learns_from_trial = False
    holes_apart = True
    least_clear = 0.1
    fills_without_clear = True  # learned from the scene: deep in a large hole it is still ahead of the regression

    def __init__(self, mode: str, *, seed: int = 0) -> None:
        self.mode, self.seed = mode, seed
        self._fit: Fit | None = None

    @classmethod
    def of(cls, job: Job) -> GuidedMethod:
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
        return {} if self._fit is None else to_arrays(self._fit)

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` in place of a fit, of the same scene and evidence."""
        self._fit = from_arrays(state) if state else None

    def fit(
        self, source: ChipSource, windows: Sequence[Window], *, reporter: Reporter, control: Control, hidden: bool
    ) -> None:
        """Learns from the clear ground of the scene, or of random windows of a large one.

        Args:
            source: the scene and its evidence.
            windows: the chips that will be filled, halo included; half of what is learned from lies in them.
            reporter: not used, the fit takes seconds.
            control: asked between the parts of the work; `stop` has nothing to cut short.
            hidden: the hold-out patches count as hole.
        """
        chips, shapes = self._learned_from(source, windows, control, hidden)
        self._fit = fit_chips(chips, self.mode, seed=self.seed, shapes=shapes, control=control)

    def fill(self, chip: Chip) -> np.ndarray:
        """(bands, rows, cols) float32 DN: the scene, and the fill in the hole; NaN where nothing is known."""
        return self._fill(chip, deviation=False)[0]

    def fill_and_deviation(self, chip: Chip) -> tuple[np.ndarray, np.ndarray]:
        """The fill, and its standard deviation in DN: (bands, rows, cols) float32 each.

        +-1.645 standard deviations cover 90 % of hidden ground. NaN outside the hole, where there is no evidence, and
        where too little ground could be hidden to tell.
        """
        return self._fill(chip, deviation=True)

    def _fill(self, chip: Chip, *, deviation: bool) -> tuple[np.ndarray, np.ndarray]:
        fit = self.fitted
        stack = stack_of(chip, fit.mode, fit.scaling)
        known, clear = stack.known, clear_of(chip)
        wide = np.full(chip.scene.shape, np.nan, np.float32)
        doubted = deviation and fit.errors is not None
        if not known.any() or (fit.weights[-1] == 1.0 and not doubted):
            return harmonic_fill(chip.scene, chip.hole, clear), wide
        base = base_of(chip, fit.mode, fit.level, fit.spread, fit.scaling)
        sought, lacking = chip.hole & known, chip.hole & ~known
        used = sought.copy()
        if chip.used is not None and not lacking.any():
            used[:] = False
            used[chip.used] = sought[chip.used]
        # carrying looks at the hole's edge alone
        wanted = used | (ndi.binary_dilation(sought) & clear & known)
        learned = clear & wanted
        # the fill must not change by a bit where its deviation is asked for, and so is a head of its own
        heads = [fit.combined, *([side_by_side(fit.heads)] if doubted else [])]
        predicted = fit.features.predict(stack, wanted, heads)
        field = np.zeros(chip.scene.shape, np.float32)
        field[:, wanted] = predicted[0]
        found = np.nan_to_num(chip.scene) - base
        share = np.float32(1 - fit.weights[-1])
        fill = field[:, sought] + carry(share * found - field, sought, learned, conductance(stack, fit.rough))
        if share < 1:
            fill += (1 - share) * np.nan_to_num(harmonic_fill(found, sought, learned)[:, sought])
        out = chip.scene.astype(np.float32, copy=True)
        out[:, sought] = base[:, sought] + fill
        out[:, sought & ~used] = np.nan
        if lacking.any():
            out = harmonic_fill(out, lacking, clear | sought)
        if doubted and fit.errors is not None and used.any():
            distance = ndi.distance_transform_edt(~clear)[used] if clear.any() else np.full(used.sum(), 1e3)
            spread = predicted[1].reshape(len(fit.heads), len(field), -1).std(axis=0)
            wide[:, used] = fit.errors.deviation(spread[:, used[wanted]], distance)
        if fit.weights[-1] == 1.0:
            out = harmonic_fill(chip.scene, chip.hole, clear)
        return out, wide

    def _learned_from(
        self, source: ChipSource, windows: Sequence[Window], control: Control, hidden: bool
    ) -> tuple[list[Chip], list[np.ndarray]]:
        """The chips to learn from, and shapes of holes."""
        bounds = source.grid.window
        if max(bounds.shape) <= WHOLE:
            chip = source.chip(bounds, hidden=hidden)
            return [chip], [chip.hole] if chip.hole.sum() >= LEAST_HOLE else []
        generator = np.random.default_rng(np.random.SeedSequence((self.seed, 3)))
        everywhere = list(bounds.blocks(SIDE))
        near = sorted({block for block in everywhere if any(block.intersection(window) for window in windows)})
        order = [*_shuffled(everywhere, generator)[: LOOKS // 2], *_shuffled(near, generator)[: LOOKS // 2]]
        # far and near in turns, each block once
        order = list(dict.fromkeys(block for pair in _turns(order, LOOKS // 2) for block in pair))
        chips: list[Chip] = []
        shapes: list[np.ndarray] = []
        poorer: list[Chip] = []
        pixels = 0
        for block in order:
            control.check()
            chip = source.chip(block, hidden=hidden)
            count = int(clear_of(chip).sum())
            if chip.hole.sum() >= LEAST_HOLE and len(shapes) < FEW_SHAPES:
                shapes.append(chip.hole)
            if count < LEAST_CLEAR * block.area:
                poorer.append(chip)
                continue
            chips.append(chip)
            pixels += count
            if pixels >= LEARN_PIXELS:
                break
        return chips or sorted(poorer, key=lambda chip: -int(chip.clear.sum()))[:8], shapes


def _shuffled(blocks: Sequence[Window], generator: np.random.Generator) -> list[Window]:
    return [blocks[index] for index in generator.permutation(len(blocks))]


def _turns(order: Sequence[Window], half: int) -> list[tuple[Window, ...]]:
    """The first and the second half of a list, pairwise."""
    first, second = order[:half], order[half:]
    longest = max(len(first), len(second))
    return [tuple(part[i] for part in (first, second) if i < len(part)) for i in range(longest)]
