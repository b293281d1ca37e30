"""The classical fills as methods of a job: fitted once per scene, applied window by window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.methods.classical import paste, ratio
from geoinpaint_engine.methods.classical.regression import NormalEquations, Regression, regression_of
from geoinpaint_engine.methods.classical.scene_fit import BLOCK, Blocks, GuardSums, inner_sides, learn
from geoinpaint_engine.methods.classical.telea import telea_fill
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.solvers.coherent import coherent_fill
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from geoinpaint_engine.solvers.overview import OVERVIEW_PIXELS, Overview

FILLS = ("regression", "harmonic", "ratio", "paste", "telea", "coherent")


def make(fill: str, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS, threads: int = 1) -> Classical:
    """A classical fill by name: regression, harmonic, ratio, paste, telea or coherent.

    Args:
        fill: the name.
        scene_date: ISO date of the scene for paste, "" where unknown.
        overview_pixels: largest number of cells on which holes larger than a window are solved.
        threads: read the scene side by side while it is fitted.

    Raises:
        UsageError: there is no such fill.
    """
    if fill not in FILLS:
        raise UsageError("unknown-fill", f"There is no classical fill '{fill}'.", f"Choose one of {', '.join(FILLS)}.")
    return Classical(fill, scene_date=scene_date, overview_pixels=overview_pixels, threads=threads)


@dataclass
class _Fit:
    """What was learned from a scene, with or without its hidden patches."""

    sums: NormalEquations | GuardSums | None = None
    regression: Regression | None = None
    guard: np.ndarray | None = None
    field: Overview | None = None
    rest: Overview | None = None


@dataclass(frozen=True)
class _Spare:
    """Sums over all clear ground, left by a fit with patches hidden, and of which source (None: the run's only one)."""

    source: ChipSource | None
    sums: NormalEquations | GuardSums


class Classical:
    """A classical fill; see `make`. Unfitted it takes each chip for the whole scene.

    Args:
        fill: one of FILLS.
        scene_date: ISO date of the scene, or "".
        overview_pixels: largest number of cells of the overview.
        threads: read the scene side by side while it is fitted.
    """

    tile = 768
    halo = 128
    learns_from_trial = False
    least_clear = 0.0

    def __init__(
        self, fill: str, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS, threads: int = 1
    ) -> None:
        self.name = fill
        # TELEA has no scene-wide solution that windows could agree on, and the coherent fill none along its lines
        self.overlap = 64 if fill in ("telea", "coherent") else 0
        self.holes_apart = fill != "telea"
        self._threads = threads
        self._scene_date = scene_date
        self._overview_pixels = overview_pixels
        self._bounds: Window | None = None
        self._fit = _Fit()
        self._spare: _Spare | None = None

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
        blocks = Blocks(source, control, hidden, self._threads)
        if self.name in ("regression", "ratio"):
            self._learn(blocks, source, hidden)
        if self.name != "telea" and self._goes_on_beyond_a_chip(blocks, windows):
            self._solve_overviews(blocks)

    def _learn(self, blocks: Blocks, source: ChipSource, hidden: bool) -> None:
        """The sums of the whole scene; those of a fit with the patches hidden tell the fit that follows without."""
        spare, self._spare = self._spare, None
        if spare is not None and not hidden and spare.source in (None, source):
            self._use(spare.sums)
            return
        sums: NormalEquations | GuardSums
        full: NormalEquations | GuardSums | None
        if self.name == "regression":
            sums, full = learn(blocks, NormalEquations.of)
        else:
            sums, full = learn(blocks, GuardSums.of)
        self._use(sums)
        if hidden and full is not None:
            self._spare = _Spare(source, full)

    def _use(self, sums: NormalEquations | GuardSums) -> None:
        self._fit.sums = sums
        if isinstance(sums, NormalEquations):
            self._fit.regression = Regression(sums)
        else:
            self._fit.guard = ratio.guard_from(sums.total, sums.count)

    def state(self) -> dict[str, np.ndarray]:
        """All that the last fit has learned, by name, and what a fit that follows may use of it."""
        fit = self._fit
        parts = {
            "sums": fit.sums, "spare": None if self._spare is None else self._spare.sums, "field": fit.field,
            "rest": fit.rest,
        }  # fmt: skip
        arrays = {f"{part}.{k}": v for part, kept in parts.items() if kept is not None for k, v in kept.state().items()}
        if self._bounds is not None:
            arrays["bounds"] = np.array([*self._bounds.shape], dtype=np.int64)
        return arrays

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` of the same fill in place of a fit."""
        parts: dict[str, dict[str, np.ndarray]] = {}
        for name, array in state.items():
            part, _, key = name.partition(".")
            parts.setdefault(part, {})[key] = array
        self._bounds = Window(0, 0, *state["bounds"].tolist()) if "bounds" in state else None
        self._fit, self._spare = _Fit(), None
        sums_of = NormalEquations.from_state if self.name == "regression" else GuardSums.from_state
        if "sums" in parts:
            self._use(sums_of(parts["sums"]))
        if "spare" in parts:
            self._spare = _Spare(None, sums_of(parts["spare"]))
        self._fit.field = Overview.from_state(parts["field"]) if "field" in parts else None
        self._fit.rest = Overview.from_state(parts["rest"]) if "rest" in parts else None

    def fill(self, chip: Chip) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole where nothing is known."""
        fit = self._fit
        edge, rest_edge = self._edge(chip, fit.field), self.rest_edge(chip)
        if self.name == "regression":
            return (fit.regression or regression_of(chip)).fill(chip, edge=edge, rest_edge=rest_edge)
        if self.name == "ratio":
            return ratio.ratio_fill(chip, guard=fit.guard, edge=edge, rest_edge=rest_edge)
        if self.name == "paste":
            return paste.paste_fill(chip, scene_date=self._scene_date, rest_edge=rest_edge)
        if self.name == "telea":
            return telea_fill(chip)
        if self.name == "coherent":
            return coherent_fill(chip.scene, chip.hole, chip.clear_ground, edge=rest_edge)
        return harmonic_fill(chip.scene, chip.hole, chip.clear_ground, edge=rest_edge)

    @property
    def solved_beyond_windows(self) -> bool:
        """Whether the last fit met a hole that goes on beyond a window, and solved it on an overview."""
        return self._fit.field is not None or self._fit.rest is not None

    @staticmethod
    def _goes_on_beyond_a_chip(blocks: Blocks, windows: Sequence[Window]) -> bool:
        """Whether a hole crosses a side of a chip that is not the scene's own."""
        bounds = blocks.bounds
        for window in windows:
            sides = inner_sides(window, bounds)
            if not sides.any():
                continue
            if (blocks.hole(window) & sides).any():
                return True
        return False

    def _solve_overviews(self, blocks: Blocks) -> None:
        """Solves the field that the evidence leaves over, then the scene itself where there is no evidence."""
        shape, limit = blocks.bounds.shape, self._overview_pixels
        field, rest = (Overview(shape, blocks.bands, limit=limit) for _ in range(2))
        without: list[Window] = []

        def prepared(block: Window) -> tuple[Window, Chip, np.ndarray, np.ndarray, np.ndarray] | None:
            outer = block.padded(1, blocks.bounds)
            if not blocks.hole(outer).any():
                return None
            chip = blocks.chip(outer)
            clear = chip.clear_ground
            return outer, chip, clear, *self._field(chip, chip.hole | _beside(chip.hole, clear))

        every = list(blocks.bounds.blocks(max(BLOCK // field.factor, 1) * field.factor))
        for block, found in zip(every, blocks.ahead(prepared, every), strict=True):
            if found is None:
                continue
            outer, chip, clear, values, evidence = found
            field.add(block, outer, values, chip.hole & evidence, clear & evidence)
            if (chip.hole & ~evidence).any():
                without.append(block)
        self._fit.field = field if field.solve() else None
        for block in without:
            outer = block.padded(1, blocks.bounds)
            chip = blocks.chip(outer)
            clear = chip.clear_ground
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
        assert self._fit.regression is not None  # nosec B101 # a reminder for the type checker, not a check
        nothing = replace(chip, scene=np.zeros_like(chip.scene))
        return carried - self._fit.regression.field(nothing, where)[0][:, where]

    def rest_edge(self, chip: Chip) -> np.ndarray | None:
        """The scene's values where a hole without evidence goes on beyond a chip: (bands, rows, cols), else NaN."""
        return self._edge(chip, self._fit.rest)

    def _edge(self, chip: Chip, overview: Overview | None) -> np.ndarray | None:
        """The overview's values on the sides of a chip where the hole goes on: (bands, rows, cols), else NaN."""
        if overview is None or self._bounds is None:
            return None
        rows, cols = np.nonzero(chip.hole & inner_sides(chip.window, self._bounds))
        if not rows.size:
            return None
        edge = np.full(chip.scene.shape, np.nan, dtype=np.float32)
        edge[:, rows, cols] = overview.values_at(rows + chip.window.row, cols + chip.window.col)
        return edge


def _beside(hole: np.ndarray, clear: np.ndarray) -> np.ndarray:
    """The clear pixels beside a hole: the only ones whose values flow into it."""
    return clear & ndi.binary_dilation(hole)
