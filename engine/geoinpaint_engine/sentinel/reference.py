"""References built from many dates: the clear-sky mean or median of optical scenes, and the mean of SAR dates."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import rasterio

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.align import AlignedLayer, open_aligned, to_scene_dn
from geoinpaint_engine.raster.bands import match_bands
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import examined, gdal_env
from geoinpaint_engine.raster.mask_layers import MaskLayer, open_mask
from geoinpaint_engine.raster.output import check_output, check_tiff, writing
from geoinpaint_engine.raster.profile import TILE, in_dtype
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.scene import Scene, Warn, as_spec, grid_of, ignore_warnings, open_scene
from geoinpaint_engine.raster.source import COUNT_BAND
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec
from geoinpaint_engine.raster.work_folder import WorkFolder
from geoinpaint_engine.raster.write import finish
from geoinpaint_engine.sentinel.classes import CloudSource
from geoinpaint_engine.sentinel.sar import SarComposite, SarInput, SpeckleFilter, open_sar
from geoinpaint_engine.sentinel.unit_check import checked_units, common_ground, spread

Statistic = Literal["mean", "median"]
Check = Callable[[], None]
Progress = Callable[[float], None]

STACK_BYTES = 128 * 2**20  # memory for the pixels of all dates in one window
SAMPLE_BLOCK = 64  # px; side of the blocks sampled to determine the units
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


@dataclass(frozen=True)
class _Date:
    """A scene on the common grid; target DN = DN * gain + shift, in the bands `match`."""

    layer: AlignedLayer
    match: tuple[int, ...]
    gain: np.ndarray
    shift: np.ndarray
    clouds: tuple[MaskLayer, ...]

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reads (bands, rows, cols) float32 in the target's DN and bands, and (rows, cols) bool: clear in all bands."""
        data, valid = self.layer.read_bands(window)
        matched = list(self.match)
        clear: np.ndarray = np.logical_and.reduce(valid[matched], axis=0)
        for cloud in self.clouds:
            if clear.any():
                clear &= ~cloud.read(window)
        return data[matched] * self.gain[:, None, None] + self.shift[:, None, None], clear


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
            dates.append(_open_date(spec, item.clouds, target, grid, warn))
            stack.callback(dates[-1].layer.close)
        dates = _in_common_units(dates, target_index, target, warn)
        check_output(output, [file for date in dates for file in (date.layer.title, *date.layer.files)])
        nodata = target.nodata[0]
        if nodata is None:
            nodata = math.nan if target.dtype.kind == "f" else 0.0

        def blocks() -> Iterable[tuple[Window, np.ndarray, np.ndarray]]:
            for window in grid.window.blocks(_block_size(len(dates), target.count, statistic)):
                values, count = _statistic_of(dates, window, statistic)
                out = np.stack([in_dtype(band, target.dtype, nodata) for band in values])
                out[:, count == 0] = nodata
                yield window, out, count

        names = tuple(name or f"B{i}" for i, name in enumerate(target.descriptions, 1))
        tags = {
            "REFERENCE_STATISTIC": statistic,
            "REFERENCE_DATES": ",".join(spec.date for spec in specs if spec.date),
        }
        profile = _profile(grid, target.dtype, target.count + 1, nodata)
        covered, total = _write(
            output, blocks(), profile, names, target.radiometry, tags, grid, cog, check, ready, progress
        )  # fmt: skip
    return ReferenceFigures(len(scenes), grid.window.area, covered, total / max(covered, 1))


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
        profile = _profile(grid, np.dtype(np.float32), 3, math.nan)
        plain = (Radiometry(),) * 2
        tags = {"REFERENCE_STATISTIC": "mean of linear power", "UNITS": "dB"}
        blocks = _sar_blocks(composite, grid)
        covered, total = _write(output, blocks, profile, ("VV", "VH"), plain, tags, grid, cog, check, ready, progress)
    finally:
        composite.close()
    return ReferenceFigures(len(inputs), grid.window.area, covered, total / max(covered, 1))


def _sar_blocks(composite: SarComposite, grid: Grid) -> Iterable[tuple[Window, np.ndarray, np.ndarray]]:
    for window in grid.window.blocks(TILE):
        db, count = composite.read_counted(window)
        db[:, count == 0] = np.nan
        yield window, db, count


def _grid_of(source: str | Path | RasterSpec) -> Grid:
    spec = as_spec(source)
    with examined(spec.path, title=spec.title) as dataset:
        return grid_of(dataset)


def _open_date(spec: RasterSpec, clouds: Sequence[CloudSource], target: Scene, grid: Grid, warn: Warn) -> _Date:
    layer = open_aligned(spec, grid, warn=warn)
    match = match_bands(target.descriptions, target.positions, target.all_count, layer.names, title=layer.title)
    gain, shift = to_scene_dn(
        tuple(layer.radiometry[i] for i in match),
        target.radiometry,
        integers=(np.dtype(layer.dtype).kind in "iu", target.dtype.kind in "iu"),
        title=layer.title,
        warn=warn,
    )
    masks = tuple(open_mask(cloud.spec, grid, classes=cloud.classes, warn=warn) for cloud in clouds)
    return _Date(layer, match, gain, shift, masks)


def _in_common_units(dates: Sequence[_Date], target_index: int, target: Scene, warn: Warn) -> list[_Date]:
    """Converts dates to common units where not all declare their scale."""
    converted, base = list(dates), dates[target_index]
    undeclared_target = any(r.plain for r in target.radiometry)
    undeclared = [
        number for number, date in enumerate(dates)
        if date is not base and (undeclared_target or any(date.layer.radiometry[i].plain for i in date.match))
    ]  # fmt: skip
    scale = np.array([r.scale for r in target.radiometry], dtype=np.float32)
    offset = np.array([r.offset for r in target.radiometry], dtype=np.float32)
    blocks = list(base.layer.grid.window.blocks(SAMPLE_BLOCK))
    sample_windows = (blocks[number] for number in spread(len(blocks)))
    samples = common_ground(sample_windows, base.read, [dates[number].read for number in undeclared])
    for number, sample in zip(undeclared, samples, strict=True):
        if sample is None:
            continue
        layer = dates[number].layer
        factor, warnings = checked_units(
            *(values * scale[:, None] + offset[:, None] for values in sample),
            names=(base.layer.title, layer.title), dtypes=(base.layer.dtype, layer.dtype),
        )  # fmt: skip
        zero = offset / scale
        shift = (converted[number].shift + zero) * np.float32(factor) - zero
        converted[number] = replace(converted[number], gain=converted[number].gain * np.float32(factor), shift=shift)
        for code, message in warnings:
            warn(code, message)
    return converted


def _block_size(dates: int, bands: int, statistic: Statistic) -> int:
    """Window side in pixels, a multiple of 128, for which the values of all dates fit into STACK_BYTES."""
    layers_held = dates if statistic == "median" else 1
    side = math.isqrt(STACK_BYTES // (4 * bands * layers_held))
    return min(MAX_BLOCK, max(128, side // 128 * 128))


def _statistic_of(dates: Sequence[_Date], window: Window, statistic: Statistic) -> tuple[np.ndarray, np.ndarray]:
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


def _profile(grid: Grid, dtype: np.dtype, count: int, nodata: float) -> dict[str, Any]:
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "dtype": dtype.name,
        "count": count,
        "height": grid.height,
        "width": grid.width,
        "nodata": nodata,
        "tiled": True,
        "blockxsize": TILE,
        "blockysize": TILE,
        "interleave": "band",
        "compress": "deflate",
        "predictor": 3 if dtype.kind == "f" else 2,
        "photometric": "minisblack",
        "bigtiff": "if_safer",
    }
    return profile | ({"crs": grid.crs, "transform": grid.transform} if grid.georeferenced else {})


def _write(
    output: Path,
    blocks: Iterable[tuple[Window, np.ndarray, np.ndarray]],
    profile: dict[str, Any],
    names: Sequence[str],
    radiometry: Sequence[Radiometry],
    tags: dict[str, str],
    grid: Grid,
    cog: bool,
    check: Check,
    ready: Check,
    progress: Progress,
) -> tuple[int, int]:
    """Writes the blocks with their counts and moves the file into place.

    Returns:
        Number of pixels with a valid date, and sum of the counts.
    """
    covered = total = done = 0
    bands = list(range(1, len(names) + 1))
    dtype = np.dtype(profile["dtype"])
    top = np.iinfo(dtype).max if dtype.kind in "iu" else 2**24
    with WorkFolder(output) as folder:
        temporary = folder / "reference.tif"
        with writing(output), gdal_env(GDAL_PAM_ENABLED=False), rasterio.open(temporary, "w", **profile) as out:
            out.descriptions = (*names, COUNT_BAND)
            out.scales = (*(r.scale for r in radiometry), 1.0)
            out.offsets = (*(r.offset for r in radiometry), 0.0)
            out.update_tags(**{key: value for key, value in tags.items() if value})
            for window, data, count in blocks:
                check()
                out.write(data, indexes=bands, window=window.ranges)
                out.write(np.minimum(count, top).astype(dtype), len(names) + 1, window=window.ranges)
                covered += int(np.count_nonzero(count))
                total += int(count.sum())
                done += window.area
                progress(done / grid.window.area)
        if covered == 0:
            raise InputError(
                "reference-no-valid-pixel",
                "No date has a valid pixel on this grid.",
                "Check the extents, the masks and the nodata values.",
            )
        with writing(output):
            check_tiff(temporary)
        ready()
        publish([(finish(temporary, cog=cog), output)])
    return covered, total
