"""Downsamples a scene, its fill and its evidence under the hole, for overview pictures."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling

from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.chip import Chip, ReferenceChip
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import gdal_env, reading
from geoinpaint_engine.raster.masks import COUNT_BLOCK, HoleMask, block_counts
from geoinpaint_engine.raster.source import JobSource


@dataclass(frozen=True)
class SceneOverview:
    """A part of a scene in cells of `step` x `step` pixels, each the mean of what it stands for.

    Args:
        window: the part.
        step: side of a cell in px.
        chip: the cells as a chip of the shown bands; references are read under the hole only.
        fill: (bands, rows, cols) float32 DN: the scene, and in the hole what fills it.
        pixels: number of pixels filled.
        covered: for each reference, oldest first, how many of them it shows.
        covered_by_sar: how many of them the SAR shows, None without one.
    """

    window: Window
    step: int
    chip: Chip
    fill: np.ndarray
    pixels: int
    covered: tuple[int, ...]
    covered_by_sar: int | None


def scene_overview(
    source: JobSource,
    output: Path,
    window: Window,
    *,
    bands: Sequence[int],
    side: int,
    area: Area | None = None,
    check: Callable[[], None] = lambda: None,
) -> SceneOverview:
    """Downsamples a part of the scene; memory is bounded by a block and the picture.

    Args:
        source: the scene, its hole and its evidence.
        output: the filled raster, on the same grid and in the same bands.
        window: the part.
        bands: 0-based indices of the bands shown.
        side: cells on the longer side, at most.
        area: only holes in it were filled; None = all.
        check: called for each block; raises to cancel.

    Raises:
        InputError: a file cannot be read.
    """
    step = math.ceil(max(window.shape) / side)
    shape = -(-window.height // step), -(-window.width // step)
    scene = _decimated(source, window, bands, step)
    filled = _Means(shape, len(bands))
    references = [_Means(shape, len(bands)) for _ in source.references]
    covered, by_sar = [0] * len(references), 0
    size = max(source.scene.block // step, 1) * step  # no cell lies in two blocks
    with gdal_env(), rasterio.open(output) as result:
        for block in window.blocks(size):
            check()
            hole = source.mask.hole_in(block, area)
            if not hole.any():
                continue
            at = Window((block.row - window.row) // step, (block.col - window.col) // step, 0, 0)
            with reading(str(output)):
                data = result.read([band + 1 for band in bands], window=block.ranges)
            filled.add(at, data, hole, step)
            for number, reference in enumerate(source.references):
                values, valid = reference.read(block)
                seen = hole & valid
                covered[number] += int(np.count_nonzero(seen))
                references[number].add(at, values[[reference.match[band] for band in bands]], seen, step)
            if source.sar is not None:
                by_sar += int(np.count_nonzero(hole & source.sar.read(block)[1]))
    touched = filled.count > 0
    clear = _all_clear(source.mask, window, step) & ~touched & np.isfinite(scene).all(axis=0)
    match = tuple(range(len(bands)))
    chips = tuple(
        ReferenceChip(means.values(), means.count > 0, match, reference.date)
        for means, reference in zip(references, source.references, strict=True)
    )
    chip = Chip(Window(0, 0, *shape), np.nan_to_num(scene), clear, touched, chips)
    fill = np.where(touched, filled.values(), chip.scene)
    return SceneOverview(
        window, step, chip, fill, int(filled.count.sum()), tuple(covered), None if source.sar is None else by_sar
    )


def around_fullest_hole(mask: HoleMask, *, side: int, area: Area | None = None) -> Window:
    """A window of at most `side` px around the block that has most to fill (in the area; None = anywhere)."""
    bounds = mask.grid.window
    counts = mask.hole_blocks.counts
    if area is not None:
        counts = np.zeros_like(counts)
        for block in bounds.blocks(16 * COUNT_BLOCK):
            if block.intersection(area.window) is not None:
                part = block_counts(mask.hole_in(block, area), COUNT_BLOCK)
                row, col = block.row // COUNT_BLOCK, block.col // COUNT_BLOCK
                counts[row : row + part.shape[0], col : col + part.shape[1]] = part
    row, col = (int(i) * COUNT_BLOCK + COUNT_BLOCK // 2 for i in np.unravel_index(counts.argmax(), counts.shape))
    height, width = min(side, bounds.height), min(side, bounds.width)
    first_row = min(max(row - height // 2, 0), bounds.height - height)
    first_col = min(max(col - width // 2, 0), bounds.width - width)
    return Window(first_row, first_col, height, width)


class _Means:
    """Means over the cells, of some of their pixels."""

    def __init__(self, shape: tuple[int, int], bands: int) -> None:
        self._sums = np.zeros((bands, *shape))
        self.count = np.zeros(shape, dtype=np.int64)

    def add(self, at: Window, data: np.ndarray, where: np.ndarray, step: int) -> None:
        """Takes in (bands, rows, cols) of a block where (rows, cols) bool; `at`: its first cell."""
        rows, cols = (np.arange(0, length, step) for length in where.shape)

        def cells(values: np.ndarray) -> np.ndarray:
            return np.add.reduceat(np.add.reduceat(values, rows, axis=-2), cols, axis=-1)

        here = slice(at.row, at.row + len(rows)), slice(at.col, at.col + len(cols))
        self.count[here] += cells(where.astype(np.int64))
        self._sums[(slice(None), *here)] += cells(np.where(where, data, 0).astype(np.float64))

    def values(self) -> np.ndarray:
        """(bands, rows, cols) float32, 0 where no pixel was taken in."""
        return (self._sums / np.maximum(self.count, 1)).astype(np.float32)


def _decimated(source: JobSource, window: Window, bands: Sequence[int], step: int) -> np.ndarray:
    """(bands, rows, cols) float32 DN, NaN where there is nothing; from the scene's overviews where it has some."""
    scene = source.scene
    numbers = [scene.numbers[band] for band in bands]
    with reading(scene.title):
        data = _cells(scene.handles.get(), numbers, window, step)
    return np.ma.filled(data.astype(np.float32), np.nan)


def _all_clear(mask: HoleMask, window: Window, step: int) -> np.ndarray:
    """(rows, cols) bool: cells that are clear, apart from some pixels at most."""
    with gdal_env(), reading(str(mask.path)), rasterio.open(mask.path) as codes:
        return np.ma.getdata(_cells(codes, [1], window, step))[0] == 0


def _cells(dataset: rasterio.DatasetReader, numbers: list[int], window: Window, step: int) -> np.ma.MaskedArray:
    """(bands, rows, cols) means of the cells of a window; the last ones may be cut by its end."""

    def spans(start: int, length: int) -> list[tuple[int, int, int]]:
        """(first pixel, pixels, cells): the whole cells, and what is left."""
        whole = length // step
        return [span for span in [(start, whole * step, whole), (start + whole * step, length % step, 1)] if span[1]]

    rows = []
    for row, height, down in spans(window.row, window.height):
        parts = [
            dataset.read(
                numbers, window=Window(row, col, height, width).ranges, out_shape=(len(numbers), down, across),
                resampling=Resampling.average, masked=True,
            )
            for col, width, across in spans(window.col, window.width)
        ]  # fmt: skip
        rows.append(np.ma.concatenate(parts, axis=2))
    return np.ma.concatenate(rows, axis=1)
