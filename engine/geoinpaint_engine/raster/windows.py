"""The windows in which a scene is filled: their layout, what each reads, and how they are blended. Pure geometry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.grid import Window

LEAST_CLEAR = 0.1  # share of clear pixels that a window needs to learn from
LARGEST = 1024  # px a side up to which a window grows to include them


@dataclass(frozen=True)
class FillWindow:
    """One window of the plan.

    Args:
        index: its position in the plan, row by row: the order in which fills are composed, whenever they are computed.
        core: its tile in the regular tiling; cores are disjoint and cover every hole.
        reach: the pixels for which its fill is used: the core, padded by half the overlap on each side.
        read: the chip to read: the reach and its surroundings.
        lacks_clear: whether even the largest chip has too few clear pixels.
    """

    index: int
    core: Window
    reach: Window
    read: Window
    lacks_clear: bool = False


@dataclass(frozen=True)
class BlockCounts:
    """Number of pixels with some property in each block of a grid.

    Args:
        size: px a side of a block.
        counts: (block rows, block cols) int64.
    """

    size: int
    counts: np.ndarray

    def _blocks(self, window: Window) -> tuple[slice, slice]:
        return (
            slice(window.row // self.size, -(-window.row_stop // self.size)),
            slice(window.col // self.size, -(-window.col_stop // self.size)),
        )

    def at_most(self, window: Window) -> int:
        """An upper bound for a window: the sum over all blocks that it touches."""
        return int(self.counts[self._blocks(window)].sum())

    @property
    def total(self) -> int:
        """The sum over the whole grid."""
        return int(self.counts.sum())


def fitted(window: Window, bounds: Window) -> Window:
    """The window moved into `bounds` at its full size where that fits, otherwise cropped to them."""
    height, width = min(window.height, bounds.height), min(window.width, bounds.width)
    row = min(max(window.row, bounds.row), bounds.row_stop - height)
    col = min(max(window.col, bounds.col), bounds.col_stop - width)
    return Window(row, col, height, width)


def plan_windows(
    bounds: Window,
    *,
    tile: int,
    halo: int,
    overlap: int,
    hole_count: Callable[[Window], int],
    extent: Window | None = None,
) -> list[FillWindow]:
    """The windows whose reach touches a hole, row by row.

    Neither the tiling, which starts at the scene's first pixel, nor the chips depend on the extent: a pixel's fill is
    the same however much of the scene is filled. All chips have the same size (tile + overlap + 2 halo), moved inwards
    at the scene's edges, unless the scene itself is smaller.

    Args:
        bounds: the scene's window.
        tile: side of a core in px.
        halo: context read around the reach in px.
        overlap: width in px of the zone in which two neighbours are blended; 0 = none. At most `tile`.
        hole_count: number of hole pixels in a window.
        extent: only holes in it are filled; None = all.

    Raises:
        UsageError: `tile-size`.
    """
    if tile < 1 or halo < 0 or not 0 <= overlap <= tile:
        raise UsageError(
            "tile-size", f"A tile of {tile} px with {overlap} px overlap and {halo} px halo is impossible."
        )
    half = overlap // 2
    size = tile + 2 * (half + halo)
    plan: list[FillWindow] = []
    for core in bounds.blocks(tile):
        reach = core.padded(half, bounds)
        wanted = reach if extent is None else reach.intersection(extent)
        if wanted is None or hole_count(wanted) == 0:
            continue
        read = fitted(Window(core.row - half - halo, core.col - half - halo, size, size), bounds)
        plan.append(FillWindow(len(plan), core, reach, read))
    return plan


def with_clear_ground(
    window: FillWindow,
    bounds: Window,
    clear_count: Callable[[Window], int],
    *,
    least: float = LEAST_CLEAR,
    largest: int = LARGEST,
    step: int = 64,
) -> FillWindow:
    """The window with its chip enlarged until a share of `least` of it is clear, to `largest` px a side at most.

    Args:
        window: a window of the plan.
        bounds: the scene's window.
        clear_count: number of clear pixels in a window.
        least: required share of clear pixels, 0 to 1.
        largest: px a side up to which the chip may grow; one that is larger already does not grow.
        step: px added on each side at a time.
    """
    read = window.read
    while clear_count(read) < least * read.area:
        side = min(max(read.shape) + 2 * step, largest)
        grown = read
        if side > max(read.shape):
            row, col = read.row - (side - read.height) // 2, read.col - (side - read.width) // 2
            grown = fitted(Window(row, col, side, side), bounds)
        if grown.area <= read.area or not grown.contains(window.reach):
            return replace(window, read=read, lacks_clear=True)
        read = grown
    return replace(window, read=read)


def spread(plan: Sequence[FillWindow], most: int) -> list[FillWindow]:
    """At most `most` windows of a plan, evenly spread."""
    return [plan[i] for i in np.unique(np.linspace(0, len(plan) - 1, min(most, len(plan))).astype(int))]


def _ramp(start: int, stop: int, core_start: int, core_stop: int, half: int, first: int, last: int) -> np.ndarray:
    """Blending weights along one axis for pixels start..stop, float64.

    They rise over the 2 * half px around the core's start, fall around its stop, and are 1 at the scene's own edges
    (first, last).
    """
    pixels = np.arange(start, stop, dtype=np.float64) + 0.5
    weights = np.ones(stop - start)
    if half and core_start > first:
        weights = np.minimum(weights, (pixels - (core_start - half)) / (2 * half))
    if half and core_stop < last:
        weights = np.minimum(weights, ((core_stop + half) - pixels) / (2 * half))
    return weights


def blend_weights(window: FillWindow, bounds: Window, overlap: int) -> np.ndarray:
    """(rows, cols) float64 weights over the window's reach, > 0: separable linear ramps across the overlaps.

    Where all neighbours are in the plan, a pixel's weights sum to 1; elsewhere `blended` normalises them.
    """
    half, core, reach = overlap // 2, window.core, window.reach
    rows = _ramp(reach.row, reach.row_stop, core.row, core.row_stop, half, bounds.row, bounds.row_stop)
    cols = _ramp(reach.col, reach.col_stop, core.col, core.col_stop, half, bounds.col, bounds.col_stop)
    return rows[:, None] * cols[None, :]
