"""The classical fills as methods of a job: fitted once per scene, applied window by window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.classical import paste, ratio
from geoinpaint_engine.classical.evidence import clear_of, despeckled
from geoinpaint_engine.classical.harmonic import harmonic_fill
from geoinpaint_engine.classical.overview import OVERVIEW_PIXELS, Overview
from geoinpaint_engine.classical.regression import NormalEquations, Regression, regression_of
from geoinpaint_engine.classical.telea import telea_fill
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window

FILLS = ("regression", "harmonic", "ratio", "paste", "telea")
BLOCK = 512  # pixels on a side read at once while a scene is fitted


def make(fill: str, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> Classical:
    """A classical fill by name: regression, harmonic, ratio, paste or telea.

    Args:
        fill: the name.
        scene_date: ISO date of the scene for paste, "" where unknown.
        overview_pixels: largest number of cells on which holes larger than a window are solved.

    Raises:
        UsageError: there is no such fill.
    """
    if fill not in FILLS:
        raise UsageError("unknown-fill", f"There is no classical fill '{fill}'.", f"Choose one of {', '.join(FILLS)}.")
    return Classical(fill, scene_date=scene_date, overview_pixels=overview_pixels)


@dataclass
class _Fit:
    """What was learned from a scene, with or without its hidden patches."""

    regression: Regression | None = None
    guard: np.ndarray | None = None
    field: Overview | None = None
    rest: Overview | None = None


class Classical:
    """A classical fill; see `make`. Unfitted it takes each chip for the whole scene.

    Args:
        fill: one of FILLS.
        scene_date: ISO date of the scene, or "".
        overview_pixels: largest number of cells of the overview.
    """

    tile = 512
    halo = 256
    learns_from_trial = False
    least_clear = 0.0

    def __init__(self, fill: str, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> None:
        self.name = fill
        # TELEA has no scene-wide solution that windows could agree on
        self.overlap = 64 if fill == "telea" else 0
        self._scene_date = scene_date
        self._overview_pixels = overview_pixels
        self._bounds: Window | None = None
        self._fit = _Fit()

    def fit(
        self,
        source: ChipSource,
        windows: Sequence[Window],
        *,
        reporter: Reporter,
        control: Control,
        hidden: bool = False,
    ) -> None:
        """Learns from all clear ground of the scene, block by block, and solves holes larger than a window.

        Args:
            source: the scene and its evidence.
            windows: the chips that will be filled, halo included.
            reporter: not used, the fit is short beside the fills.
            control: asked at every block.
            hidden: the hold-out patches count as hole.
        """
        self._bounds = source.grid.window
        self._fit = _Fit()
        blocks = _Blocks(source, control, hidden)
        if self.name == "regression":
            self._fit.regression = _fit_regression(blocks)
        elif self.name == "ratio":
            self._fit.guard = _fit_guard(blocks)
        if self.name != "telea" and self._goes_on_beyond_a_chip(blocks, windows):
            self._solve_overviews(blocks)

    def fill(self, chip: Chip) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole where nothing is known."""
        fit = self._fit
        edge, rest_edge = self._edge(chip, fit.field), self._edge(chip, fit.rest)
        if self.name == "regression":
            return (fit.regression or regression_of(chip)).fill(chip, edge=edge, rest_edge=rest_edge)
        if self.name == "ratio":
            return ratio.ratio_fill(chip, guard=fit.guard, edge=edge, rest_edge=rest_edge)
        if self.name == "paste":
            return paste.paste_fill(chip, scene_date=self._scene_date, rest_edge=rest_edge)
        if self.name == "telea":
            return telea_fill(chip)
        return harmonic_fill(chip.scene, chip.hole, clear_of(chip), edge=rest_edge)

    @property
    def solved_beyond_windows(self) -> bool:
        """Whether the last fit met a hole that goes on beyond a window, and solved it on an overview."""
        return self._fit.field is not None or self._fit.rest is not None

    @staticmethod
    def _goes_on_beyond_a_chip(blocks: _Blocks, windows: Sequence[Window]) -> bool:
        """Whether a hole crosses the side of a chip that is not the scene's own."""
        bounds = blocks.bounds
        if all(window == bounds for window in windows):
            return False
        hole = blocks.hole()
        return any(bool((hole[window.slices] & _inner_sides(window, bounds)).any()) for window in windows)

    def _solve_overviews(self, blocks: _Blocks) -> None:
        """Solves the field that the evidence leaves over, then the scene itself where there is no evidence."""
        shape, limit = blocks.bounds.shape, self._overview_pixels
        field, rest = (Overview(shape, blocks.bands, limit=limit) for _ in range(2))
        without: list[Window] = []
        for block in blocks.bounds.blocks(max(BLOCK // field.factor, 1) * field.factor):
            outer = block.padded(1, blocks.bounds)
            if not blocks.hole()[outer.slices].any():
                continue
            chip = blocks.chip(outer)
            clear = clear_of(chip)
            values, evidence = self._field(chip, chip.hole | clear)
            field.add(block, outer, values, chip.hole & evidence, clear & evidence)
            if (chip.hole & ~evidence).any():
                without.append(block)
        self._fit.field = field if field.solve() else None
        for block in without:
            outer = block.padded(1, blocks.bounds)
            chip = blocks.chip(outer)
            clear = clear_of(chip)
            evidence = self._field(chip, chip.hole | clear)[1]
            lacking = chip.hole & ~evidence
            beside = chip.hole & evidence & ndi.binary_dilation(lacking)
            scene = chip.scene.copy()
            scene[:, beside] = self._roughly(chip, beside)
            rest.add(block, outer, scene, lacking, clear | (beside & np.isfinite(scene).all(axis=0)))
        self._fit.rest = rest if rest.solve() else None

    def _field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The field that is carried into the hole, (bands, rows, cols), and (rows, cols) bool: where evidence is."""
        if self.name == "regression" and self._fit.regression is not None:
            return self._fit.regression.field(chip, where)
        if self.name == "ratio" and self._fit.guard is not None:
            quotient, _, evidence = ratio.ratio_field(chip, self._fit.guard)
            return quotient, evidence
        if self.name == "paste":
            values, evidence = paste.paste_field(chip, scene_date=self._scene_date)
            return np.zeros_like(values), evidence
        return chip.scene, np.zeros(chip.shape, dtype=bool)

    def _roughly(self, chip: Chip, where: np.ndarray) -> np.ndarray:
        """(bands, n) values of the hole at some pixels with evidence, the field taken from the overview."""
        rows, cols = np.nonzero(where)
        if self.name == "paste" or self._fit.field is None:
            return paste.paste_field(chip, scene_date=self._scene_date)[0][:, where]
        carried = self._fit.field.values_at(rows + chip.window.row, cols + chip.window.col)
        if self.name == "ratio" and self._fit.guard is not None:
            return ratio.ratio_field(chip, self._fit.guard)[1][:, where] * carried
        # the residual of a scene of zeros is minus the prediction
        assert self._fit.regression is not None
        nothing = replace(chip, scene=np.zeros_like(chip.scene))
        return carried - self._fit.regression.field(nothing, where)[0][:, where]

    def _edge(self, chip: Chip, overview: Overview | None) -> np.ndarray | None:
        """The overview's values on the sides of a chip where the hole goes on: (bands, rows, cols), else NaN."""
        if overview is None or self._bounds is None:
            return None
        rows, cols = np.nonzero(chip.hole & _inner_sides(chip.window, self._bounds))
        if not rows.size:
            return None
        edge = np.full(chip.scene.shape, np.nan, dtype=np.float32)
        edge[:, rows, cols] = overview.values_at(rows + chip.window.row, cols + chip.window.col)
        return edge


class _Blocks:
    """Reads a scene block by block, as often as the fit needs."""

    def __init__(self, source: ChipSource, control: Control, hidden: bool) -> None:
        self.bounds = source.grid.window
        self.bands = len(source.band_names)
        self._source = source
        self._control = control
        self._hidden = hidden
        self._hole: np.ndarray | None = None

    def chip(self, window: Window) -> Chip:
        self._control.check()
        return self._source.chip(window, hidden=self._hidden)

    def each(self, visit: Callable[[Chip], None]) -> None:
        """Visits every block of the scene once, row by row, and notes the hole in passing."""
        hole = np.zeros(self.bounds.shape, dtype=bool)
        for block in self.bounds.blocks(BLOCK):
            chip = self.chip(block)
            hole[block.slices] = chip.hole
            visit(chip)
        self._hole = hole

    def hole(self) -> np.ndarray:
        """The hole of the whole scene: (rows, cols) bool, a byte a pixel."""
        if self._hole is None:
            self.each(lambda chip: None)
        assert self._hole is not None
        return self._hole


def _fit_regression(blocks: _Blocks) -> Regression:
    equations: list[NormalEquations] = []

    def visit(chip: Chip) -> None:
        if not equations and not clear_of(chip).any():
            return
        if not equations:
            equations.append(NormalEquations.of(chip))
        equations[0].add(chip)

    blocks.each(lambda chip: visit(despeckled(chip)))
    if not equations:  # nothing is clear: a regression that serves no pixel
        equations.append(NormalEquations.of(blocks.chip(Window(0, 0, 1, 1))))
    return Regression(equations[0])


def _fit_guard(blocks: _Blocks) -> np.ndarray:
    total, count = np.zeros(blocks.bands), [0]

    def visit(chip: Chip) -> None:
        mean, known = ratio.reference_mean(chip)
        there = known & clear_of(chip)
        total[:] += mean[:, there].sum(axis=1, dtype=np.float64)
        count[0] += int(np.count_nonzero(there))

    blocks.each(visit)
    return ratio.guard_from(total, count[0])


def _inner_sides(window: Window, bounds: Window) -> np.ndarray:
    """(rows, cols) bool: the outermost pixels of a window, on the sides that are not the scene's own."""
    sides = np.zeros(window.shape, dtype=bool)
    sides[0] |= window.row > bounds.row
    sides[-1] |= window.row_stop < bounds.row_stop
    sides[:, 0] |= window.col > bounds.col
    sides[:, -1] |= window.col_stop < bounds.col_stop
    return sides
