"""Base class of the classical fills: a fit to the whole scene, and one solution for holes larger than a window."""

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
    """A classical fill. Unfitted, it treats each chip as the whole scene.

    If a hole extends beyond a window, the harmonic field in it is solved once for the scene, on an overview, whose
    values are the boundary condition of the windows. The field is the one that the fill carries into the hole where
    there is evidence (such as the regression's residual), and the scene itself where there is none. Subclasses without
    evidence implement only `fill`.

    Args:
        scene_date: ISO date of the scene, "" if unknown.
        overview_pixels: largest number of cells of the overview.

    Attributes:
        solves_large_holes: whether holes larger than a window are solved on an overview.
    """

    holes_apart = True
    solves_large_holes = True

    def __init__(self, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> None:
        self.scene_date = scene_date
        self._overview_pixels = overview_pixels
        self._bounds: Window | None = None
        self._carried: Overview | None = None
        self._rest: Overview | None = None

    # --- overridden by fills with evidence -------------------------------------------------------------------------

    def learn(self, blocks: Blocks, source: ChipSource, *, hidden: bool) -> None:
        """Fits to all clear ground of the scene, block by block; by default does nothing."""

    def learned(self) -> dict[str, np.ndarray]:
        """What `learn` has fitted, as named arrays."""
        return {}

    def relearn(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores what `learned` returned."""

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The field to carry into the hole, (bands, rows, cols), and where there is evidence, (rows, cols) bool.

        Needed at the pixels of `where`, (rows, cols) bool. By default there is no evidence anywhere.
        """
        return chip.scene, np.zeros(chip.shape, dtype=bool)

    def predicted(self, chip: Chip, where: np.ndarray, carried: np.ndarray) -> np.ndarray:
        """(bands, n) fill at the pixels `where`, which have evidence, given the `carried` field there, (bands, n)."""
        return carried

    # --- the method --------------------------------------------------------------------------------------------------

    def fit(self, source: ChipSource, context: Context) -> None:
        """Fits to all clear ground of the scene, block by block, and solves holes larger than a window."""
        self._bounds = source.grid.window
        self._carried = self._rest = None
        blocks = Blocks(source, context.control, context.hidden, context.threads)
        self.learn(blocks, source, hidden=context.hidden)
        if self.solves_large_holes and self._goes_on_beyond_a_chip(blocks, context.windows):
            self._solve_overviews(blocks)

    def state(self) -> dict[str, np.ndarray]:
        """Everything that the last fit has learned, as named arrays, including what a later fit may reuse."""
        overviews = {"carried": self._carried, "rest": self._rest}
        arrays = {f"{part}.{k}": v for part, kept in overviews.items() if kept for k, v in kept.state().items()}
        arrays |= {f"learned.{name}": array for name, array in self.learned().items()}
        if self._bounds is not None:
            arrays["bounds"] = np.array([*self._bounds.shape], dtype=np.int64)
        return arrays

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores a fit from the `state` of the same kind of fill."""
        parts = parts_of(state)
        self._bounds = Window(0, 0, *state["bounds"].tolist()) if "bounds" in state else None
        self.relearn(parts.get("learned", {}))
        self._carried, self._rest = (
            Overview.from_state(parts[name]) if name in parts else None for name in ("carried", "rest")
        )

    @property
    def solved_beyond_windows(self) -> bool:
        """Whether the last fit solved a hole that extends beyond a window on an overview."""
        return self._carried is not None or self._rest is not None

    def edge(self, chip: Chip) -> np.ndarray | None:
        """The carried field where a hole with evidence extends beyond the chip.

        Returns:
            (bands, rows, cols) float32, NaN elsewhere; None if no hole does, or none was solved.
        """
        return self._edge(chip, self._carried)

    def rest_edge(self, chip: Chip) -> np.ndarray | None:
        """The scene where a hole without evidence extends beyond the chip: as `edge`, in DN."""
        return self._edge(chip, self._rest)

    def _edge(self, chip: Chip, overview: Overview | None) -> np.ndarray | None:
        """The overview's values on the chip's sides where the hole extends beyond; as `edge`."""
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
        """Whether a hole crosses a chip's side within the scene."""
        bounds = blocks.bounds
        for window in windows:
            sides = inner_sides(window, bounds)
            if not sides.any():
                continue
            if (blocks.hole(window) & sides).any():
                return True
        return False

    def _solve_overviews(self, blocks: Blocks) -> None:
        """Solves the carried field where there is evidence, then the scene itself where there is none."""
        shape, limit = blocks.bounds.shape, self._overview_pixels
        field, rest = (Overview(shape, blocks.bands, limit=limit) for _ in range(2))
        blocks_without_evidence: list[Window] = []

        def prepared(block: Window) -> tuple[Window, Chip, np.ndarray, np.ndarray, np.ndarray] | None:
            outer = block.padded(1, blocks.bounds)
            if not blocks.hole(outer).any():
                return None
            chip = blocks.chip(outer)
            clear = chip.clear_ground
            return outer, chip, clear, *self.field(chip, chip.hole | _beside(chip.hole, clear))

        all_blocks = list(blocks.bounds.blocks(max(BLOCK // field.factor, 1) * field.factor))
        with blocks.parallel_map(prepared, all_blocks) as parts:
            for block, part in zip(all_blocks, parts, strict=True):
                if part is None:
                    continue
                outer, chip, clear, values, evidence = part
                field.add(block, outer, values, chip.hole & evidence, clear & evidence)
                if (chip.hole & ~evidence).any():
                    blocks_without_evidence.append(block)
        self._carried = field if field.solve() else None
        for block in blocks_without_evidence:
            outer = block.padded(1, blocks.bounds)
            chip = blocks.chip(outer)
            clear = chip.clear_ground
            evidence = self.field(chip, chip.hole | clear)[1]
            no_evidence = chip.hole & ~evidence
            border = chip.hole & evidence & ndi.binary_dilation(no_evidence)
            scene = chip.scene.copy()
            scene[:, border] = self._beside_evidence(chip, border)
            rest.add(block, outer, scene, no_evidence, clear | (border & np.isfinite(scene).all(axis=0)))
        self._rest = rest if rest.solve() else None

    def _beside_evidence(self, chip: Chip, where: np.ndarray) -> np.ndarray:
        """(bands, n) fill at the pixels `where`, which have evidence, with the carried field of the overview."""
        carried = np.zeros((chip.scene.shape[0], int(np.count_nonzero(where))), dtype=np.float32)
        if self._carried is not None:
            rows, cols = np.nonzero(where)
            carried = self._carried.values_at(rows + chip.window.row, cols + chip.window.col)
        return self.predicted(chip, where, carried)


def _beside(hole: np.ndarray, clear: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the clear pixels next to the hole, the only ones linked to it."""
    return clear & ndi.binary_dilation(hole)


def parts_of(state: Mapping[str, np.ndarray]) -> dict[str, dict[str, np.ndarray]]:
    """Groups arrays named `part.name` by part, then name; names without a part are left out."""
    parts: dict[str, dict[str, np.ndarray]] = {}
    for name, array in state.items():
        part, dot, key = name.partition(".")
        if dot:
            parts.setdefault(part, {})[key] = array
    return parts
