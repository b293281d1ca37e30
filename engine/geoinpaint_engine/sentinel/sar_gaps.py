"""Undeclared gaps of Sentinel-1 in dB: 0 dB where nothing was measured, as opposed to ground clipped at 0 dB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.raster.align import bounds_in
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import examined, reading
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec

_FILLED_SHARE = 0.05
_BLOCK = 2**22  # px read at once


@dataclass(frozen=True)
class Backscatter:
    """A raster in dB, or one of its polarisations.

    Args:
        spec: the raster.
        numbers: 1-based numbers of its bands that show VV or VH.
        radiometry: their scale and offset.
        grid: its own.
    """

    spec: RasterSpec
    numbers: tuple[int, ...]
    radiometry: Radiometry
    grid: Grid


def zero_is_a_gap(rasters: Sequence[Backscatter], grid: Grid) -> bool:
    """Whether 0 stands for no data in VV and VH of one date, one raster of both or one of each on one grid.

    It does where values above 0 dB show that nothing was clipped there, where more pixels are 0 in both polarisations
    than in one of them (bright ground, clipped, mostly is so in VV alone), or where more than 5 % are 0. All that lies
    on the scene's grid is looked at, until that is known.

    Args:
        rasters: one or two.
        grid: the scene's.
    """
    both = one = 0
    window = _part_on(grid, rasters[0].grid)
    for blocks in _blocks(rasters, window):
        if any((raster.radiometry.value_of(block) > 0).any() for raster, block in zip(rasters, blocks, strict=True)):
            return True
        zero = np.concatenate(blocks) == 0
        gaps = zero.all(axis=0)
        both += int(np.count_nonzero(gaps))
        one += int(np.count_nonzero(zero.any(axis=0) & ~gaps))
    two = sum(len(raster.numbers) for raster in rasters) > 1
    return both > _FILLED_SHARE * window.area or (two and both > one)


def _part_on(grid: Grid, own: Grid) -> Window:
    """The window of a raster that overlaps the scene's grid; all of it where that is unknown or empty."""
    if not (own.georeferenced and grid.georeferenced):
        return own.window
    bounds = bounds_in(grid, own.crs)
    return (own.window_of_bounds(bounds) if bounds else None) or own.window


def _blocks(rasters: Sequence[Backscatter], window: Window) -> Iterator[list[np.ndarray]]:
    """(polarisations, rows, cols) of each raster, some rows of a window after the others."""
    with ExitStack() as stack:
        sources = [stack.enter_context(examined(raster.spec.path, title=raster.spec.title)) for raster in rasters]
        rows = max(1, _BLOCK // window.width)
        for row in range(window.row, window.row_stop, rows):
            part = Window(row, window.col, min(rows, window.row_stop - row), window.width)
            with reading(rasters[0].spec.title):
                yield [
                    source.read(list(raster.numbers), window=part.ranges)
                    for raster, source in zip(rasters, sources, strict=True)
                ]
