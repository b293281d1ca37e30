"""The interface of all methods: one fit per scene, one fill per window, and the context of both."""

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

Fill = Callable[[Chip], np.ndarray]  # returns (bands, rows, cols) float32 DN


class Viewer(Protocol):
    """Receives fills while they are computed."""

    def show(self, window: Window, fill: np.ndarray) -> None:
        """Receives the current fill of a window: (bands, rows, cols) DN."""


class StepObserver(Protocol):
    """Receives the progress of an optimisation."""

    def __call__(self, window: Window, step: int, steps: int, loss: float | None, holdout_rmse: float | None) -> None:
        """Called after `step` of at most `steps` in a window, with the loss and the hold-out RMSE in DN, if known."""


class Nobody:
    """A viewer and step observer that ignores everything."""

    def show(self, window: Window, fill: np.ndarray) -> None:
        """Does nothing."""

    def __call__(self, window: Window, step: int, steps: int, loss: float | None, holdout_rmse: float | None) -> None:
        """Does nothing."""


def none_decide(window: Window) -> np.ndarray:
    """(rows, cols) bool, all False: no pixel of the window is used for decisions."""
    return np.zeros(window.shape, dtype=bool)


@dataclass(frozen=True)
class Context:
    """A method's inputs besides the pixels: the same for its fit and its fills, after resuming, and on workers.

    Args:
        windows: the windows that will be filled, halo included.
        hidden: whether the hold-out patches count as hole while fitting; then nothing may be learned from them.
        threads: of the whole run, shared by windows filled in parallel.
        control: requests of the user (cancel, stop), checked at every block and step.
        deciding: returns for a window, as (rows, cols) bool, the hidden pixels that may be used for decisions, such as
            when to stop.
        viewer: receives the fill of a window as it improves.
        on_step: called at the steps of an optimisation.
        warn: called with (code, message) for each warning to the user.
    """

    windows: Sequence[Window] = ()
    hidden: bool = False
    threads: int = 1
    control: Control = field(default_factory=Control)
    deciding: Callable[[Window], np.ndarray] = none_decide
    viewer: Viewer = field(default_factory=Nobody)
    on_step: StepObserver = field(default_factory=Nobody)
    warn: Warn = ignore_warnings


ALONE = Context()  # for a single chip filled outside a run


class Method(ABC):
    """A method of filling holes.

    Attributes:
        name: used in figures and warnings.
        tile: px a side of a window's core.
        halo: px of context read around it.
        overlap: width in px of the zone in which neighbouring fills are blended; 0: none.
        learns_from_holdout: whether the method itself uses the hold-out patches (to stop, to choose). If so, they stay
            hidden throughout, and the fill is also the hold-out run; if not, the hold-out run comes first, and the
            method is then fitted again on all clear ground, unless it is `fitted_once`.
        holes_apart: whether a hole's fill is independent of holes that it does not touch. If so, holes that lie only in
            a window's surroundings are neither hole nor clear in its chip.
        sight: px around a window's holes that their fill depends on, so that no more of its chip is read; None: all.
        least_clear: share of clear pixels that a window needs, 0 to 1; windows with fewer are enlarged.
        fills_without_clear: whether it beats a classical fill even in windows that stay below `least_clear`.
        tells_deviation: whether `fill_and_deviation` gives standard deviations.
        device: where it computes, as reported in the events.
        steps: most optimisation steps per window; None: no optimisation, and a request to stop early has no effect.
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
        """The device that computes, such as "cpu" or "cuda:0"."""
        return "cpu"

    @property
    def steps(self) -> int | None:
        """Most optimisation steps per window; None without optimisation."""
        return None

    def at_once(self, windows: Sequence[Window], threads: int) -> int:
        """Number of these windows that one process fills in parallel; by default one per thread of the run."""
        return threads

    def fitted_once(self, shape: tuple[int, int]) -> bool:
        """Whether the fit to a scene of (rows, cols) looks at so little of it that the hold-out patches are no loss.

        The fit with the patches hidden then also makes the fill.
        """
        return False

    @abstractmethod
    def fit(self, source: ChipSource, context: Context) -> None:
        """Fits to the whole scene's clear ground, block by block, with bounded memory."""

    @abstractmethod
    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills a chip: (bands, rows, cols) float32 DN, of which only `chip.hole` (within `chip.used`) is used.

        NaN where no value can be predicted. Must not depend on other windows or their order; must be thread-safe.
        """

    def fill_and_deviation(self, chip: Chip, context: Context = ALONE) -> tuple[np.ndarray, np.ndarray]:
        """The fill, the same as that of `fill`, and its standard deviation in DN: (bands, rows, cols) float32 each.

        The standard deviation is NaN outside the hole and where it is unknown: by default everywhere.
        """
        return self.fill(chip, context), np.full(chip.scene.shape, np.nan, dtype=np.float32)

    @abstractmethod
    def state(self) -> dict[str, np.ndarray]:
        """Everything that `fit` has learned, as named arrays, including what a later fit may reuse."""

    @abstractmethod
    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores a fit from its `state`: every fill then has the same bytes."""
