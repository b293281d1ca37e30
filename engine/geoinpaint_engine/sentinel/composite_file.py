"""Writes a composite of several dates to a GeoTIFF, block by block, with the number of valid dates as last band."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.output import check_tiff, writing
from geoinpaint_engine.raster.profile import TILE
from geoinpaint_engine.raster.publication import publish
from geoinpaint_engine.raster.source import COUNT_BAND
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.raster.work_folder import WorkFolder
from geoinpaint_engine.raster.write import finish

Check = Callable[[], None]
Progress = Callable[[float], None]
Blocks = Iterable[tuple[Window, np.ndarray, np.ndarray]]
"""A window, its (bands, rows, cols) values, and its (rows, cols) number of valid dates."""

LARGEST_COUNT = 2**24  # largest integer up to which float32 represents every integer


@dataclass(frozen=True)
class CompositeFormat:
    """The metadata of a composite's file.

    Args:
        grid: grid of the composite.
        names: names of the bands, without the count band.
        radiometry: scale and offset of each band.
        dtype: data type of all bands.
        nodata: nodata value.
        tags: tags of the file; empty values are left out.
    """

    grid: Grid
    names: tuple[str, ...]
    radiometry: tuple[Radiometry, ...]
    dtype: np.dtype
    nodata: float
    tags: Mapping[str, str] = field(default_factory=dict)

    def profile(self) -> dict[str, Any]:
        """Rasterio's profile of the file."""
        grid = self.grid
        profile: dict[str, Any] = {
            "driver": "GTiff", "dtype": self.dtype.name, "count": len(self.names) + 1, "height": grid.height,
            "width": grid.width, "nodata": self.nodata, "tiled": True, "blockxsize": TILE, "blockysize": TILE,
            "interleave": "band", "compress": "deflate", "predictor": 3 if self.dtype.kind == "f" else 2,
            "photometric": "minisblack", "bigtiff": "if_safer",
        }  # fmt: skip
        return profile | ({"crs": grid.crs, "transform": grid.transform} if grid.georeferenced else {})


@dataclass(frozen=True)
class Hooks:
    """Callbacks while a composite is written.

    Args:
        check: called for each window; raises an exception to cancel.
        ready: called when the file is complete, before it is moved into place; raises an exception to discard it.
        progress: called with the completed fraction, 0 to 1.
    """

    check: Check = lambda: None
    ready: Check = lambda: None
    progress: Progress = lambda fraction: None


def write_composite(
    output: Path, layout: CompositeFormat, blocks: Blocks, *, cog: bool, hooks: Hooks
) -> tuple[int, int]:
    """Writes the blocks with their counts, and moves the file into place.

    Returns:
        Number of pixels with a valid date, and sum of the counts.

    Raises:
        InputError: `reference-no-valid-pixel`.
        ResourceError: those of `writing`.
    """
    with WorkFolder(output) as folder:
        temporary = folder / "reference.tif"
        with writing(output):
            covered, total = _write_blocks(temporary, layout, blocks, hooks)
        if covered == 0:
            raise InputError(
                "reference-no-valid-pixel",
                "No date has a valid pixel on this grid.",
                "Check the extents, the masks and the nodata values.",
            )
        with writing(output):
            check_tiff(temporary)
        hooks.ready()
        publish([(finish(temporary, cog=cog), output)])
    return covered, total


def _write_blocks(path: Path, layout: CompositeFormat, blocks: Blocks, hooks: Hooks) -> tuple[int, int]:
    covered = total = done = 0
    bands = list(range(1, len(layout.names) + 1))
    largest = np.iinfo(layout.dtype).max if layout.dtype.kind in "iu" else LARGEST_COUNT
    with gdal_env(GDAL_PAM_ENABLED=False), rasterio.open(path, "w", **layout.profile()) as out:
        out.descriptions = (*layout.names, COUNT_BAND)
        out.scales = (*(band.scale for band in layout.radiometry), 1.0)
        out.offsets = (*(band.offset for band in layout.radiometry), 0.0)
        out.update_tags(**{key: value for key, value in layout.tags.items() if value})
        for window, data, count in blocks:
            hooks.check()
            out.write(data, indexes=bands, window=window.ranges)
            out.write(np.minimum(count, largest).astype(layout.dtype), len(bands) + 1, window=window.ranges)
            covered += int(np.count_nonzero(count))
            total += int(count.sum())
            done += window.area
            hooks.progress(done / layout.grid.window.area)
    return covered, total
