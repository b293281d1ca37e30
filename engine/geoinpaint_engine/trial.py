"""A method put to the test on clear ground: patches hidden, filled like the hole, and compared with what was there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from geoinpaint_engine.quality.holdout import Patch, PatchFill, draw_patches, hidden_mask, holdout_figures
from geoinpaint_engine.quality.metrics import Unit
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR, HOLE, HoleMask
from geoinpaint_engine.raster.source import HiddenPatch, JobSource
from geoinpaint_engine.raster.windows import FillWindow

WINDOWS = 24  # windows in which ground is hidden, at most: more cost time and say no more
MARGIN = 5  # px of true surroundings kept around a patch, which SSIM looks at

Fill = Callable[[Chip], np.ndarray]


@dataclass
class _Record:
    """What is known of one patch: its surroundings as they are, as filled, and as a simple fill makes them."""

    patch: Patch
    window: Window
    truth: np.ndarray
    fill: np.ndarray
    simple: np.ndarray


class Trial:
    """The hidden patches of a run, and what was made of them.

    Args:
        source: the run's source; `hidden` of this object is the same with the patches.
        plan: the run's windows: ground is hidden in their cores only, where it is read anyway.
        seed: of the draw.
        simple: a simple fill to compare with, or None.
    """

    def __init__(self, source: JobSource, plan: Sequence[FillWindow], *, seed: int, simple: Fill | None = None) -> None:
        chosen = [plan[i] for i in np.unique(np.linspace(0, len(plan) - 1, min(WINDOWS, len(plan))).astype(int))]
        cores = [window.core for window in chosen]
        self.patches = draw_patches(_reader(source.mask, cores), source.grid.window, seed=seed)
        self.windows = [window for window in chosen if self._hidden_in(window.core).any()]
        patches = [HiddenPatch(patch.window, patch.hidden) for patch in self.patches]
        self.source = JobSource(source.scene, source.mask, references=source.references, sar=source.sar, hidden=patches)
        self._simple = simple
        self._records = {number: _record(patch, source) for number, patch in enumerate(self.patches)}

    def __bool__(self) -> bool:
        return bool(self.patches)

    @property
    def pixels(self) -> int:
        """Number of hidden pixels."""
        return sum(patch.pixels for patch in self.patches)

    def deciding(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: the hidden pixels of a window that may decide (when to stop, which fill is kept)."""
        return hidden_mask(self.patches, window, role="decide")

    def note(self, window: FillWindow, chip: Chip, fill: np.ndarray) -> None:
        """Take down what a fill of a chip read with `hidden=True` made of the patches in the window's core."""
        if not self._hidden_in(window.core).any():
            return
        simple = self._simple(chip) if self._simple is not None else None
        for record in self._records.values():
            part = record.patch.window.intersection(window.core)
            if part is None:
                continue
            there, here = (slice(None), *part.within(record.window)), (slice(None), *part.within(chip.window))
            record.fill[there] = fill[here]
            if simple is not None:
                record.simple[there] = simple[here]

    def figures(self, unit: Unit | None) -> dict[str, Any]:
        """The error on the reporting half, in DN and in `unit` (the scene's reflectance; None where unknown)."""
        fills = [
            PatchFill(record.patch, record.window, record.truth, record.fill, record.simple if self._simple else None)
            for record in self._records.values()
        ]
        known = {} if unit is None else {"unit": unit}
        figures = holdout_figures(fills, role="report", known_scale=unit is not None, **known)
        return {name: value if value is None else round(value, 6) for name, value in figures.items()}

    def _hidden_in(self, window: Window) -> np.ndarray:
        return hidden_mask(self.patches, window)


def _record(patch: Patch, source: JobSource) -> _Record:
    window = patch.window.padded(MARGIN, source.grid.window)
    truth = source.scene.read_bands(window)[0].astype(np.float32)
    nothing = np.full(truth.shape, np.nan, dtype=np.float32)
    return _Record(patch, window, truth, nothing, nothing.copy())


def _reader(mask: HoleMask, cores: Sequence[Window]) -> Callable[[Window], tuple[np.ndarray, np.ndarray]]:
    """Reads clear ground (in the cores alone) and hole of a window."""

    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        allowed = np.zeros(window.shape, dtype=bool)
        for core in cores:
            part = core.intersection(window)
            if part is not None:
                allowed[part.within(window)] = True
        if not allowed.any():
            return allowed, np.zeros(window.shape, dtype=bool)
        codes = mask.read(window)
        return (codes == CLEAR) & allowed, codes == HOLE

    return read
