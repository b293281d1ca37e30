"""Undeclared nodata of Sentinel-1 in dB: 0 dB where nothing was measured, as opposed to values clipped at 0 dB."""

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
    """A raster in dB with one or both polarisations.

    Args:
        spec: the raster.
        numbers: 1-based numbers of the VV and VH bands.
        radiometry: their scale and offset.
        grid: grid of the raster.
    """

    spec: RasterSpec
    numbers: tuple[int, ...]
    radiometry: Radiometry
    grid: Grid


def zero_is_a_gap(rasters: Sequence[Backscatter], grid: Grid) -> bool:
    """Whether 0 means no data in the VV and VH of a date, which lie in one raster, or in two on the same grid.

    It does if values above 0 dB show that nothing was clipped there; if more pixels are 0 in both polarisations than in
    only one (clipped bright ground is mostly 0 in VV alone); or if more than 5 % of the pixels are 0. The part on the
    scene's grid is read until this is decided.

    Args:
        rasters: one raster with one or both polarisations, or one of each.
        grid: grid of the scene.
    """
    both = single = 0
    window = _overlap(grid, rasters[0].grid)
    for blocks in _blocks(rasters, window):
        if any((raster.radiometry.value_of(block) > 0).any() for raster, block in zip(rasters, blocks, strict=True)):
            return True
        zero = np.concatenate(blocks) == 0
        gaps = zero.all(axis=0)
        both += int(np.count_nonzero(gaps))
        single += int(np.count_nonzero(zero.any(axis=0) & ~gaps))
    both_given = sum(len(raster.numbers) for raster in rasters) > 1
    return both > _FILLED_SHARE * window.area or (both_given and both > single)


def _overlap(grid: Grid, raster_grid: Grid) -> Window:
    """The window of a raster that overlaps the scene's grid; the whole raster if that is unknown or empty."""
    if not (raster_grid.georeferenced and grid.georeferenced):
        return raster_grid.window
    bounds = bounds_in(grid, raster_grid.crs)
    return (raster_grid.window_of_bounds(bounds) if bounds else None) or raster_grid.window


def _blocks(rasters: Sequence[Backscatter], window: Window) -> Iterator[list[np.ndarray]]:
    """Reads (polarisations, rows, cols) of each raster, in blocks of rows."""
    with ExitStack() as stack:
        sources = [stack.enter_context(examined(raster.spec.path, title=raster.spec.title)) for raster in rasters]
        rows = max(1, _BLOCK // window.width)
        for row in range(window.row, window.row_stop, rows):
            block = Window(row, window.col, min(rows, window.row_stop - row), window.width)
            with reading(rasters[0].spec.title):
                yield [
                    source.read(list(raster.numbers), window=block.ranges)
                    for raster, source in zip(rasters, sources, strict=True)
                ]
