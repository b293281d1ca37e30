"""The contract of all methods: what they are given beside the pixels, one fit per scene, one fill per window."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

import numpy as np

from geoinpaint_engine.events import Control
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.scene import Warn, ignore_warnings

Fill = Callable[[Chip], np.ndarray]  # (bands, rows, cols) float32 DN of a chip


class Viewer(Protocol):
    """Receives fills while they are computed."""

    def show(self, window: Window, fill: np.ndarray) -> None:
        """Takes in what fills a window: (bands, rows, cols) DN."""


class StepObserver(Protocol):
    """Whoever follows an optimisation."""

    def __call__(self, window: Window, step: int, steps: int, loss: float | None, holdout_rmse: float | None) -> None:
        """Takes in that `step` of at most `steps` is done in a window; the hold-out error is in DN."""


class _Nobody:
    """Looks at nothing and follows nothing."""

    def show(self, window: Window, fill: np.ndarray) -> None:
        """Looks at nothing."""

    def __call__(self, window: Window, step: int, steps: int, loss: float | None, holdout_rmse: float | None) -> None:
        """Follows nothing."""


def none_decide(window: Window) -> np.ndarray:
    """(rows, cols) bool: no pixel of a window decides."""
    return np.zeros(window.shape, dtype=bool)


@dataclass(frozen=True)
class Context:
    """What a method is given beside the pixels, the same for its fit and its fills, after a resume and on workers too.

    Args:
        windows: the chips that will be filled.
        hidden: whether the hold-out patches count as hole while fitting; then nothing may be learned from them.
        threads: of the whole run; windows run side by side and share them.
        control: the user's wishes, asked at every block and step.
        deciding: (rows, cols) bool: the pixels of a window that are hidden and may decide (when to stop).
        viewer: shown the fill of a window as it forms.
        on_step: called at the steps of an optimisation.
        warn: called with (code, message) of what the user should know.
    """

    windows: Sequence[Window] = ()
    hidden: bool = False
    threads: int = 1
    control: Control = field(default_factory=Control)
    deciding: Callable[[Window], np.ndarray] = none_decide
    viewer: Viewer = field(default_factory=_Nobody)
    on_step: StepObserver = field(default_factory=_Nobody)
    warn: Warn = ignore_warnings


ALONE = Context()  # of a single chip that is filled by itself


class Method(ABC):
    """A way to fill holes.

    Attributes:
        name: in figures and warnings.
        tile: side in px of a window's core.
        halo: context in px read around it.
        overlap: width in px of the zone in which neighbouring fills are blended; 0 = none.
        learns_from_holdout: whether the method itself looks at the hold-out patches (to stop, to choose): then they
            stay hidden all through, and the hold-out run is part of the fill; else it is tried first, and then sees
            all ground.
        holes_apart: whether a hole's fill depends on no other that it does not touch: then holes in a window's
            surroundings alone are neither hole nor clear in its chip.
        sight: px around a window's holes that their fill depends on: no more of its chip is read; None: all of it.
        least_clear: share of clear pixels that a window needs; one that has fewer grows to find them.
        fills_without_clear: whether it still fills better than a classical fill where a window does not find them.
        tells_deviation: whether `fill_and_deviation` can be asked.
        device: where it computes, as reported in the events.
        steps: of the optimisation of a window, at most; None = it has none, and a wish to stop means nothing to it.
    """

    name: str = ""
    tile: int = 768
    halo: int = 128
    overlap: int = 0
    learns_from_holdout: ClassVar[bool] = False
    holes_apart: bool = False
    sight: int | None = None
    least_clear: ClassVar[float] = 0.0
    fills_without_clear: ClassVar[bool] = False
    tells_deviation: ClassVar[bool] = False

    @property
    def device(self) -> str:
        """Where it computes."""
        return "cpu"

    @property
    def steps(self) -> int | None:
        """Steps of the optimisation of a window, at most; None where it has none."""
        return None

    def at_once(self, windows: Sequence[Window], threads: int) -> int:
        """How many of these windows are filled at the same time by one process: one a thread of the run."""
        return threads

    @abstractmethod
    def fit(self, source: ChipSource, context: Context) -> None:
        """Learns from the whole scene's clear ground, block by block."""

    @abstractmethod
    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN for the chip; values count where `chip.hole` (and in `chip.used`),
        NaN where none can be given.

        Must not depend on other windows or their order, and may be called from several threads at once.
        """

    def fill_and_deviation(self, chip: Chip, context: Context = ALONE) -> tuple[np.ndarray, np.ndarray]:
        """The fill, the same as `fill` gives, and its standard deviation in DN: (bands, rows, cols) float32 each.

        NaN outside the hole and where the method cannot tell, as by default.
        """
        return self.fill(chip, context), np.full(chip.scene.shape, np.nan, dtype=np.float32)

    @abstractmethod
    def state(self) -> dict[str, np.ndarray]:
        """All that `fit` has learned, and what a fit that follows may use of it."""

    @abstractmethod
    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes a `state` in place of a fit: every fill is the same, byte for byte."""
