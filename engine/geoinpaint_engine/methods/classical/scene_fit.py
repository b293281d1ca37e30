"""What a classical fill learns from a whole scene in one pass: sums over clear ground, with and without the patches."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.classical import ratio
from geoinpaint_engine.methods.classical.evidence import despeckled
from geoinpaint_engine.methods.classical.regression import NormalEquations
from geoinpaint_engine.raster.chip import Chip, ChipSource, HoleSource
from geoinpaint_engine.raster.grid import Window

BLOCK = 512  # pixels on a side read at once while a scene is fitted
MOST_AHEAD = 8  # blocks read at the same time, whatever the threads
T = TypeVar("T")


class Blocks:
    """Reads a scene block by block.

    Args:
        source: the scene and its evidence.
        control: asked at every block.
        hidden: whether the hold-out patches count as hole.
        threads: that read at the same time.
    """

    def __init__(self, source: ChipSource, control: Control, hidden: bool, threads: int = 1) -> None:
        self.bounds = source.grid.window
        self.bands = len(source.band_names)
        self._source = source
        self._control = control
        self._hidden = hidden
        self._threads = min(threads, MOST_AHEAD)

    def ahead(self, work: Callable[[Window], T], windows: Sequence[Window]) -> Iterator[T]:
        """The work of each window in their order, that of the next few done meanwhile by other threads."""
        if self._threads <= 1:
            yield from map(work, windows)
            return
        with ThreadPoolExecutor(self._threads, thread_name_prefix="ahead") as pool:
            waiting: deque[Future[T]] = deque()
            try:
                for window in windows:
                    waiting.append(pool.submit(work, window))
                    if len(waiting) > self._threads:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def chip(self, window: Window) -> Chip:
        """The chip of a window."""
        self._control.check()
        return self._source.chip(window, hidden=self._hidden)

    def hole(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: the hole of a window; the scene is read only where the source knows it no other way."""
        self._control.check()
        if isinstance(self._source, HoleSource):
            return self._source.hole(window, hidden=self._hidden)
        return self.chip(window).hole

    def patches(self, window: Window) -> np.ndarray | None:
        """(rows, cols) bool: what is hidden now and may be learned from later; None where that is not known."""
        if self._hidden and isinstance(self._source, HoleSource):
            return self._source.hidden_pixels(window)
        return None


@dataclass
class GuardSums:
    """The sum of the mean reference over clear pixels with evidence, (bands,) float64, and their number."""

    total: np.ndarray
    count: int = 0

    @classmethod
    def of(cls, chip: Chip) -> GuardSums:
        """Empty sums for chips like this one."""
        return cls(np.zeros(chip.scene.shape[0]))

    def add(self, chip: Chip) -> None:
        """Adds the clear pixels of a chip."""
        mean, known = ratio.reference_mean(chip)
        there = known & chip.clear_ground
        self.total += mean[:, there].sum(axis=1, dtype=np.float64)
        self.count += int(np.count_nonzero(there))

    def empty(self) -> GuardSums:
        """Sums over no pixel."""
        return GuardSums(np.zeros_like(self.total))

    def copy(self) -> GuardSums:
        """Sums that can be added to without changing these."""
        return GuardSums(self.total.copy(), self.count)

    def merge(self, other: GuardSums) -> None:
        """Adds other sums."""
        self.total += other.total
        self.count += other.count

    def state(self) -> dict[str, np.ndarray]:
        """The sums as arrays."""
        return {"total": self.total, "count": np.array([self.count], dtype=np.int64)}

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> GuardSums:
        """The sums of a `state`."""
        return cls(state["total"], int(state["count"][0]))


S = TypeVar("S", NormalEquations, GuardSums)


def learn(blocks: Blocks, of: Callable[[Chip], S]) -> tuple[S, S | None]:
    """Sums over the clear ground of a scene, read once.

    Args:
        blocks: reads the scene.
        of: makes empty sums for chips like the given one; its clear pixels are the pivot, if one is needed.

    Returns:
        The sums over what may be learned from now, and those with the hidden patches added; None where nothing is
        hidden, or it is not known what.
    """
    sums: S | None = None
    back: S | None = None
    known = True
    windows = list(blocks.bounds.blocks(BLOCK))
    for window, chip in zip(windows, blocks.ahead(lambda w: despeckled(blocks.chip(w)), windows), strict=True):
        if sums is None and not chip.clear_ground.any():
            # nothing to learn yet; patches without any clear ground in their block would be lost
            known = known and not _any(blocks.patches(window))
            continue
        if sums is None:
            sums = of(chip)
            back = sums.empty()
        sums.add(chip)
        patches = blocks.patches(window)
        if patches is None:
            known = False
        elif back is not None and patches.any():
            back.add(replace(chip, clear=patches & chip.hole, hole=chip.hole & ~patches))
    if sums is None:  # nothing is clear: a fit that serves no pixel
        return of(blocks.chip(Window(0, 0, 1, 1))), None
    if not known or back is None:
        return sums, None
    full = sums.copy()
    full.merge(back)
    return sums, full


def _any(pixels: np.ndarray | None) -> bool:
    return pixels is not None and bool(pixels.any())


def inner_sides(window: Window, bounds: Window) -> np.ndarray:
    """(rows, cols) bool: the outermost pixels of a window, on the sides that are not the scene's own."""
    sides = np.zeros(window.shape, dtype=bool)
    sides[0] |= window.row > bounds.row
    sides[-1] |= window.row_stop < bounds.row_stop
    sides[:, 0] |= window.col > bounds.col
    sides[:, -1] |= window.col_stop < bounds.col_stop
    return sides
