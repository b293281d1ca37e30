"""What every method looks like to the run: how large its windows are, one fit per scene, one fill per window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import numpy as np

from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window

Fill = Callable[[Chip], np.ndarray]  # (bands, rows, cols) float32 DN of a chip


class Viewer(Protocol):
    """Whoever looks at fills as they form."""

    def show(self, window: Window, fill: np.ndarray) -> None:
        """Takes in what fills a window: (bands, rows, cols) DN."""


class Method(Protocol):
    """A way to fill holes.

    Attributes:
        tile: side in px of a window's core.
        halo: context in px read around it.
        overlap: width in px of the zone in which neighbouring fills are blended; 0 = none.
        learns_from_trial: whether the method itself looks at the hold-out patches (to stop, to choose): then they stay
            hidden all through, and the trial is part of the fill; else it is tried first, and then sees all ground.
        holes_apart: (may be left out: False) whether a hole's fill depends on no other that it does not touch: then
            holes in a window's surroundings alone are neither hole nor clear in its chip.
        least_clear: share of clear pixels that a window needs; one that has fewer grows to find them.
        fills_without_clear: (may be left out: False) whether it still fills better than a classical fill where a
            window does not find them.
    """

    tile: int
    halo: int
    overlap: int
    learns_from_trial: bool
    least_clear: float

    def fit(
        self, source: ChipSource, windows: Sequence[Window], *, reporter: Reporter, control: Control, hidden: bool
    ) -> None:
        """Learn from the whole scene's clear ground, block by block; `windows` are the chips that will be filled.

        `hidden`: the hold-out patches count as hole, and nothing may be learned from them.
        """

    def fill(self, chip: Chip) -> np.ndarray:
        """(bands, rows, cols) float32 DN for the chip; values count where `chip.hole` (and in `chip.used`),
        NaN where none can be given.

        Must not depend on other windows or their order, and may be called from several threads at once.
        """


@runtime_checkable
class Doubting(Protocol):
    """A method that tells how far its fill may be off."""

    def fill_and_deviation(self, chip: Chip) -> tuple[np.ndarray, np.ndarray]:
        """The fill, the same as `fill` gives, and its standard deviation in DN: (bands, rows, cols) float32 each.

        NaN outside the hole and where the method cannot tell.
        """
