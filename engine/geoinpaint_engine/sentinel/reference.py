"""References built from many dates: the clear-sky mean or median of optical scenes, and the mean of SAR dates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import examined
from geoinpaint_engine.raster.output import check_output
from geoinpaint_engine.raster.profile import TILE, in_dtype
from geoinpaint_engine.raster.scene import Warn, as_spec, grid_of, ignore_warnings, open_scene
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec
from geoinpaint_engine.sentinel.aligned_dates import AlignedDate, in_common_units, open_date
from geoinpaint_engine.sentinel.classes import CloudSource
from geoinpaint_engine.sentinel.composite_file import Blocks, Check, CompositeFormat, Hooks, Progress, write_composite
from geoinpaint_engine.sentinel.sar import SarComposite, SarInput, SpeckleFilter, open_sar

Statistic = Literal["mean", "median"]

STACK_BYTES = 128 * 2**20  # memory for the pixels of all dates in one window
MAX_BLOCK = 1024  # px; tile size of the products' JPEG 2000 files


@dataclass(frozen=True)
class SceneInput:
    """An optical scene (path or resolved raster), and the cloud masks to apply to it."""

    source: str | Path | RasterSpec
    clouds: tuple[CloudSource, ...] = ()


@dataclass(frozen=True)
class ReferenceFigures:
    """Statistics of a composite: number of dates, pixels, pixels with a valid date, and mean count over these."""

    dates: int
    pixels: int
    covered: int
    mean_count: float


def build_reference(
    scenes: Sequence[SceneInput],
    output: Path,
    *,
    statistic: Statistic = "median",
    like: str | Path | RasterSpec | None = None,
    bands: Sequence[str | int] = (),
    cog: bool = False,
    warn: Warn = ignore_warnings,
    check: Check = lambda: None,
    ready: Check = lambda: None,
    progress: Progress = lambda fraction: None,
) -> ReferenceFigures:
    """Writes the per-pixel mean or median of valid values over dates, with the number of valid dates as last band.

    The output takes dtype, DN, band names and nodata (0 or NaN if undeclared) from the newest scene, or from the first
    if any date is unknown.

    Args:
        scenes: the scenes with their cloud masks.
        output: GeoTIFF to write; it appears only when complete.
        statistic: "mean" or "median".
        like: raster whose grid is used; None = the first scene's.
        bands: names or numbers of the bands; empty = all of that scene. Bands of the others match by name or position.
        cog: write a cloud-optimised GeoTIFF.
        warn: called with (code, message).
        check: called for each window; raises an exception to cancel.
        ready: called when the file is complete, before it is moved into place; raises an exception to discard it.
        progress: called with the completed fraction, 0 to 1.

    Raises:
        UsageError: `reference-none`, `statistic-invalid`, and those of `check_output`.
        InputError: `reference-no-valid-pixel`, and those of `open_scene`, `open_aligned`, `open_mask`.
        ResourceError: of `writing`.
    """
    if not scenes:
        raise UsageError("reference-none", "No scene is given to build a reference from.", "Name at least one.")
    if statistic not in ("mean", "median"):
        raise UsageError("statistic-invalid", f"{statistic!r} is not a statistic.", "Choose mean or median.")
    specs = [as_spec(item.source) for item in scenes]
    target_index = max(range(len(specs)), key=lambda i: specs[i].date) if all(s.date for s in specs) else 0
    with ExitStack() as stack:
        target = stack.enter_context(open_scene(specs[target_index], bands=bands, warn=warn))
        grid = _grid_of(like if like is not None else specs[0])
        dates = []
        for item, spec in zip(scenes, specs, strict=True):
            dates.append(open_date(spec, item.clouds, target, grid, warn))
            stack.callback(dates[-1].layer.close)
        dates = in_common_units(dates, target_index, target, warn)
        check_output(output, [file for date in dates for file in (date.layer.title, *date.layer.files)])
        nodata = target.nodata[0]
        if nodata is None:
            nodata = math.nan if target.dtype.kind == "f" else 0.0
        names = tuple(name or f"B{i}" for i, name in enumerate(target.descriptions, 1))
        tags = {
            "REFERENCE_STATISTIC": statistic,
            "REFERENCE_DATES": ",".join(spec.date for spec in specs if spec.date),
        }
        layout = CompositeFormat(grid, names, target.radiometry, target.dtype, nodata, tags)
        blocks = _optical_blocks(dates, layout, statistic)
        covered, total = write_composite(output, layout, blocks, cog=cog, hooks=Hooks(check, ready, progress))
    return ReferenceFigures(len(scenes), grid.window.area, covered, total / max(covered, 1))


def _optical_blocks(dates: Sequence[AlignedDate], layout: CompositeFormat, statistic: Statistic) -> Blocks:
    for window in layout.grid.window.blocks(_block_size(len(dates), len(layout.names), statistic)):
        values, count = _statistic_of(dates, window, statistic)
        out = np.stack([in_dtype(band, layout.dtype, layout.nodata) for band in values])
        out[:, count == 0] = layout.nodata
        yield window, out, count


def build_sar_reference(
    inputs: Sequence[SarInput],
    output: Path,
    *,
    like: str | Path | RasterSpec | None = None,
    speckle: SpeckleFilter | None = None,
    cog: bool = False,
    warn: Warn = ignore_warnings,
    check: Check = lambda: None,
    ready: Check = lambda: None,
    progress: Progress = lambda fraction: None,
) -> ReferenceFigures:
    """Writes the mean of Sentinel-1 dates in linear power: float32 VV and VH in dB, nodata NaN, and a count band.

    Args:
        inputs: the rasters with their units.
        output: GeoTIFF to write; it appears only when complete.
        like: raster whose grid is used; None = the first input's.
        speckle: filter applied to the mean, or None.
        cog: write a cloud-optimised GeoTIFF.
        warn: called with (code, message).
        check: called for each window; raises an exception to cancel.
        ready: called when the file is complete, before it is moved into place; raises an exception to discard it.
        progress: called with the completed fraction, 0 to 1.

    Raises:
        EngineError: those of `open_sar`, `check_output` and `writing`.
        InputError: `reference-no-valid-pixel`.
    """
    if not inputs:
        raise UsageError("sar-none", "No SAR raster is given.", "Name at least one with VV and VH.")
    grid = _grid_of(like if like is not None else inputs[0].source)
    composite = open_sar(inputs, grid, speckle=speckle, warn=warn)
    try:
        check_output(output, composite.files)
        tags = {"REFERENCE_STATISTIC": "mean of linear power", "UNITS": "dB"}
        layout = CompositeFormat(grid, ("VV", "VH"), (Radiometry(),) * 2, np.dtype(np.float32), math.nan, tags)
        blocks = _sar_blocks(composite, grid)
        covered, total = write_composite(output, layout, blocks, cog=cog, hooks=Hooks(check, ready, progress))
    finally:
        composite.close()
    return ReferenceFigures(len(inputs), grid.window.area, covered, total / max(covered, 1))


def _sar_blocks(composite: SarComposite, grid: Grid) -> Blocks:
    for window in grid.window.blocks(TILE):
        db, count = composite.read_counted(window)
        db[:, count == 0] = np.nan
        yield window, db, count


def _grid_of(source: str | Path | RasterSpec) -> Grid:
    spec = as_spec(source)
    with examined(spec.path, title=spec.title) as dataset:
        return grid_of(dataset)


def _block_size(dates: int, bands: int, statistic: Statistic) -> int:
    """Window side in pixels, a multiple of 128, for which the values of all dates fit into STACK_BYTES."""
    layers_held = dates if statistic == "median" else 1
    side = math.isqrt(STACK_BYTES // (4 * bands * layers_held))
    return min(MAX_BLOCK, max(128, side // 128 * 128))


def _statistic_of(dates: Sequence[AlignedDate], window: Window, statistic: Statistic) -> tuple[np.ndarray, np.ndarray]:
    """(bands, rows, cols) mean or median of the valid values, 0 without any; and (rows, cols) their number."""
    bands = len(dates[0].match)
    count = np.zeros(window.shape, dtype=np.int64)
    if statistic == "mean":
        total = np.zeros((bands, *window.shape))
        for date in dates:
            data, clear = date.read(window)
            np.add(total, data, out=total, where=clear)
            count += clear
        return total / np.maximum(count, 1), count
    stack = np.empty((len(dates), bands, *window.shape), dtype=np.float32)
    for layer, date in zip(stack, dates, strict=True):
        data, clear = date.read(window)
        layer[:] = np.where(clear, data, np.float32(np.inf))
        count += clear
    stack.sort(axis=0)  # invalid values, which are infinite, sort last
    middle = np.stack([np.maximum(count - 1, 0) // 2, count // 2])
    middle = np.broadcast_to(np.minimum(middle, len(dates) - 1)[:, None], (2, bands, *window.shape))
    pair = np.take_along_axis(stack, middle, axis=0)
    return np.where(count > 0, pair.mean(axis=0, dtype=np.float64), 0.0), count
