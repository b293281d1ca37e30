"""What the classical fills share: a fit over the whole scene, and holes larger than a window solved once for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.methods.base import Context, Method
from geoinpaint_engine.methods.classical.blocks import BLOCK, Blocks, inner_sides
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.solvers.overview import OVERVIEW_PIXELS, Overview


class ClassicalFill(Method):
    """A classical fill. Unfitted it takes each chip for the whole scene.

    Where a hole goes on beyond a window, what flows into it from its edge is solved once for the scene, on an overview,
    and is the windows' boundary: the `carried` field where there is evidence, the scene itself where there is none.
    A fill without evidence needs nothing more than this class and `fill`.

    Args:
        scene_date: ISO date of the scene, "" where unknown.
        overview_pixels: largest number of cells of the overview.
    """

    holes_apart = True
    solves_large_holes = True

    def __init__(self, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> None:
        self.scene_date = scene_date
        self._overview_pixels = overview_pixels
        self._bounds: Window | None = None
        self._carried: Overview | None = None
        self._rest: Overview | None = None

    # --- what a fill with evidence says of itself ------------------------------------------------------------------

    def learn(self, blocks: Blocks, source: ChipSource, *, hidden: bool) -> None:
        """Learns from all clear ground of the scene, block by block; nothing by default."""

    def learned(self) -> dict[str, np.ndarray]:
        """What `learn` has learned, as arrays."""
        return {}

    def relearn(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes what `learned` has told in place of learning."""

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The field that is carried into the hole, (bands, rows, cols), and (rows, cols) bool: where evidence is.

        Wanted at the pixels of `where`. By default there is no evidence anywhere.
        """
        return chip.scene, np.zeros(chip.shape, dtype=bool)

    def predicted(self, chip: Chip, where: np.ndarray, carried: np.ndarray) -> np.ndarray:
        """(bands, n) values of the hole at some pixels with evidence, from the `carried` field, (bands, n), there."""
        return carried

    # --- the method --------------------------------------------------------------------------------------------------

    def fit(self, source: ChipSource, context: Context) -> None:
        """Learns from all clear ground of the scene, block by block, and solves holes larger than a window."""
        self._bounds = source.grid.window
        self._carried = self._rest = None
        blocks = Blocks(source, context.control, context.hidden, context.threads)
        self.learn(blocks, source, hidden=context.hidden)
        if self.solves_large_holes and self._goes_on_beyond_a_chip(blocks, context.windows):
            self._solve_overviews(blocks)

    def state(self) -> dict[str, np.ndarray]:
        """All that the last fit has learned, by name, and what a fit that follows may use of it."""
        overviews = {"carried": self._carried, "rest": self._rest}
        arrays = {f"{part}.{k}": v for part, kept in overviews.items() if kept for k, v in kept.state().items()}
        arrays |= {f"learned.{name}": array for name, array in self.learned().items()}
        if self._bounds is not None:
            arrays["bounds"] = np.array([*self._bounds.shape], dtype=np.int64)
        return arrays

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` of the same fill in place of a fit."""
        parts = parts_of(state)
        self._bounds = Window(0, 0, *state["bounds"].tolist()) if "bounds" in state else None
        self.relearn(parts.get("learned", {}))
        self._carried, self._rest = (
            Overview.from_state(parts[name]) if name in parts else None for name in ("carried", "rest")
        )

    @property
    def solved_beyond_windows(self) -> bool:
        """Whether the last fit met a hole that goes on beyond a window, and solved it on an overview."""
        return self._carried is not None or self._rest is not None

    def edge(self, chip: Chip) -> np.ndarray | None:
        """The carried field where a hole with evidence goes on beyond a chip: (bands, rows, cols), else NaN."""
        return self._edge(chip, self._carried)

    def rest_edge(self, chip: Chip) -> np.ndarray | None:
        """The scene's values where a hole without evidence goes on beyond a chip: (bands, rows, cols), else NaN."""
        return self._edge(chip, self._rest)

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
            return outer, chip, clear, *self.field(chip, chip.hole | _beside(chip.hole, clear))

        every = list(blocks.bounds.blocks(max(BLOCK // field.factor, 1) * field.factor))
        with blocks.parallel_map(prepared, every) as parts:
            for block, found in zip(every, parts, strict=True):
                if found is None:
                    continue
                outer, chip, clear, values, evidence = found
                field.add(block, outer, values, chip.hole & evidence, clear & evidence)
                if (chip.hole & ~evidence).any():
                    without.append(block)
        self._carried = field if field.solve() else None
        for block in without:
            outer = block.padded(1, blocks.bounds)
            chip = blocks.chip(outer)
            clear = chip.clear_ground
            evidence = self.field(chip, chip.hole | clear)[1]
            lacking = chip.hole & ~evidence
            beside = chip.hole & evidence & ndi.binary_dilation(lacking)
            scene = chip.scene.copy()
            scene[:, beside] = self._beside_evidence(chip, beside)
            rest.add(block, outer, scene, lacking, clear | (beside & np.isfinite(scene).all(axis=0)))
        self._rest = rest if rest.solve() else None

    def _beside_evidence(self, chip: Chip, where: np.ndarray) -> np.ndarray:
        """(bands, n) values of the hole at some pixels with evidence, the field taken from the overview."""
        carried = np.zeros((chip.scene.shape[0], int(np.count_nonzero(where))), dtype=np.float32)
        if self._carried is not None:
            rows, cols = np.nonzero(where)
            carried = self._carried.values_at(rows + chip.window.row, cols + chip.window.col)
        return self.predicted(chip, where, carried)


def _beside(hole: np.ndarray, clear: np.ndarray) -> np.ndarray:
    """The clear pixels beside a hole: the only ones whose values flow into it."""
    return clear & ndi.binary_dilation(hole)


def parts_of(state: Mapping[str, np.ndarray]) -> dict[str, dict[str, np.ndarray]]:
    """Arrays named `part.name` by part and name; names without a part are left out."""
    parts: dict[str, dict[str, np.ndarray]] = {}
    for name, array in state.items():
        part, dot, key = name.partition(".")
        if dot:
            parts.setdefault(part, {})[key] = array
    return parts
