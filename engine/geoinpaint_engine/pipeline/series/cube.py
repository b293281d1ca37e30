"""The dates of a series as one Zarr cube that xarray opens: CF time and coordinates, chunks for time and for space."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from geoinpaint_engine.errors import InputError, ResourceError
from geoinpaint_engine.pipeline.series.catalogue import CUBE
from geoinpaint_engine.pipeline.series.state import DEVIATION, FILLED, FLAG, Date, Options
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.output import writing
from geoinpaint_engine.raster.scene import grid_of, open_scene
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product

SIDE, DATES = 256, 16  # px a side of a chunk, and dates in it: small enough for a map, long enough for a curve
STRIP_VALUES = 30_000_000  # values of all dates that are held at once
EPOCH = datetime.date(1970, 1, 1)


def require_zarr() -> None:
    """Raises ResourceError `zarr-missing` where the packages are not installed."""
    try:
        import zarr  # noqa: F401
    except ImportError as error:
        raise ResourceError(
            "zarr-missing", "The package zarr is not installed, and a cube needs it.",
            "Install it with: pip install 'geoinpaint-engine[xarray]'.",
        ) from error  # fmt: skip


def require_alike(dates: Sequence[Date], options: Options) -> None:
    """Checks that scenes can become one cube, before hours go into their fills.

    Args:
        dates: those that have been read; of one that is gone or damaged since, `write_cube` checks the fill.
        options: of their series.

    Raises:
        InputError: `cube-grids`: they differ in grid, bands or dtype.
    """
    first: tuple[str, Any] | None = None
    for date in dates:
        try:
            spec = resolve_scene(date.path, bands=options.bands, resolution=options.resolution)
            with gdal_env(), open_scene(spec, bands=() if is_product(date.path) else options.bands) as scene:
                kind = scene.grid, scene.descriptions, scene.dtype
        except InputError:
            continue
        first = first or (date.name, kind)
        if kind != first[1]:
            raise _unlike(date.name, first[0])


def _unlike(name: str, first: str) -> InputError:
    return InputError(
        "cube-grids", f"{name} and {first} differ in grid, bands or dtype.",
        f"Bring the scenes onto one grid first, or make no cube (and remove {CUBE} where there is one).",
    )  # fmt: skip


def write_cube(dates: Sequence[Date], folder: Path, *, check: Callable[[], None]) -> Path:
    """Writes the cube of the filled dates into the folder of their series, atomically; returns its path.

    Variables: `filled` (time, band, y, x) in the dtype of the scenes, `fill_flag` (time, y, x), and `uncertainty`
    (time, band, y, x) float32, NaN where nothing was filled. Zarr format 2, as all readers know it. Memory is bounded
    by a strip of rows.

    Args:
        dates: those that are filled, oldest first.
        folder: of the series.
        check: called for each strip; raises to cancel.

    Raises:
        InputError: `cube-grids`: the dates differ in grid, bands or dtype.
        ResourceError: `zarr-missing`, `disk-full`, `write-failed`.
    """
    require_zarr()
    import zarr

    target, work = folder / CUBE, folder / f"{CUBE}.partial"
    with ExitStack() as stack, writing(target):
        shutil.rmtree(work, ignore_errors=True)
        scenes = [stack.enter_context(rasterio.open(folder / date.name / FILLED)) for date in dates]
        _check_alike(scenes, dates)
        grid, first = grid_of(scenes[0]), scenes[0]
        group = zarr.open_group(str(work), mode="w", zarr_format=2)
        _write_coordinates(group, grid, first, dates)
        shape = (len(dates), first.count, *grid.shape)
        layers = {
            "filled": _array(group, "filled", shape, first.dtypes[0], fill=first.nodata),
            "uncertainty": _array(group, "uncertainty", shape, "float32", fill=float("nan")),
            "fill_flag": _array(group, "fill_flag", (shape[0], *shape[2:]), "uint8", fill=0),
        }
        numbers = {"scales": first.scales, "offsets": first.offsets}
        layers["filled"].attrs.update({name: list(map(float, values)) for name, values in numbers.items()})
        rows = max(SIDE, STRIP_VALUES // (len(dates) * first.count * grid.width) // SIDE * SIDE)
        for start in range(0, grid.height, rows):
            check()
            strip = Window(start, 0, min(rows, grid.height - start), grid.width)
            _write_strip(layers, scenes, dates, folder, strip)
        zarr.consolidate_metadata(str(work))
        shutil.rmtree(target, ignore_errors=True)
        work.rename(target)
    return target


def _check_alike(scenes: Sequence[rasterio.DatasetReader], dates: Sequence[Date]) -> None:
    """Raises InputError `cube-grids`."""
    first = scenes[0]
    for scene, date in zip(scenes, dates, strict=True):
        if (grid_of(scene), scene.descriptions, scene.dtypes) != (grid_of(first), first.descriptions, first.dtypes):
            raise _unlike(date.name, dates[0].name)


def _write_coordinates(group: Any, grid: Grid, first: rasterio.DatasetReader, dates: Sequence[Date]) -> None:
    days = np.array([(datetime.date.fromisoformat(date.date) - EPOCH).days for date in dates], np.int64)
    time = _coordinate(group, "time", days)
    time.attrs.update({"units": f"days since {EPOCH}", "calendar": "proleptic_gregorian", "standard_name": "time"})
    names = [name or f"band {number}" for number, name in enumerate(first.descriptions, 1)]
    _coordinate(group, "band", np.array(names))
    step = grid.transform
    degrees = grid.crs is not None and grid.crs.is_geographic
    for name, count, size, origin, known in (
        ("y", grid.height, step.e, step.f, {"standard_name": "latitude", "units": "degrees_north"}),
        ("x", grid.width, step.a, step.c, {"standard_name": "longitude", "units": "degrees_east"}),
    ):
        made = _coordinate(group, name, origin + size * (np.arange(count) + 0.5))
        plane = {"standard_name": f"projection_{name}_coordinate", "units": "m"}
        made.attrs.update({"axis": name.upper(), **(known if degrees else plane)})
    place = group.create_array("spatial_ref", shape=(), dtype="int32", fill_value=0)
    place.attrs["_ARRAY_DIMENSIONS"] = []
    if grid.crs is not None:
        transform = " ".join(repr(float(value)) for value in grid.transform.to_gdal())
        place.attrs.update({"crs_wkt": grid.crs.to_wkt(), "spatial_ref": grid.crs.to_wkt(), "GeoTransform": transform})


def _coordinate(group: Any, name: str, values: np.ndarray) -> Any:
    made = group.create_array(name, shape=values.shape, chunks=values.shape, dtype=values.dtype)
    made[...] = values
    made.attrs["_ARRAY_DIMENSIONS"] = [name]
    return made


def _array(group: Any, name: str, shape: tuple[int, ...], dtype: str, *, fill: float | None) -> Any:
    """An array whose chunks reach over some dates and one band."""
    chunks = (min(DATES, shape[0]), *([1] if len(shape) == 4 else []), min(SIDE, shape[-2]), min(SIDE, shape[-1]))
    made = group.create_array(name, shape=shape, chunks=chunks, dtype=dtype, fill_value=fill)
    made.attrs["_ARRAY_DIMENSIONS"] = ["time", *(["band"] if len(shape) == 4 else []), "y", "x"]
    made.attrs["grid_mapping"] = "spatial_ref"
    return made


def _write_strip(
    layers: dict[str, Any], scenes: Sequence[rasterio.DatasetReader], dates: Sequence[Date], folder: Path, strip: Window
) -> None:
    rows = slice(strip.row, strip.row_stop)
    layers["filled"][:, :, rows] = np.stack([scene.read(window=strip.ranges) for scene in scenes])
    layers["fill_flag"][:, rows] = np.stack([_read(folder / date.name / FLAG, strip)[0] for date in dates])
    wide = np.full((len(dates), scenes[0].count, *strip.shape), np.nan, np.float32)
    for number, date in enumerate(dates):
        if (folder / date.name / DEVIATION).exists():
            wide[number] = _read(folder / date.name / DEVIATION, strip)
    layers["uncertainty"][:, :, rows] = wide


def _read(path: Path, strip: Window) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(window=strip.ranges)
