"""Rasters in GDAL's memory: arrays that can be opened by path in all threads of this process, until released."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import PurePosixPath
from types import TracebackType

import numpy as np
import rasterio
from rasterio.io import MemoryFile

from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.spec import MEMORY, Radiometry

_numbers = itertools.count()


class MemoryFolder:
    """A folder in GDAL's memory, removed on exit with all rasters created in it.

    Attributes:
        path: path of the folder.
    """

    def __init__(self) -> None:
        self.path = PurePosixPath(f"{MEMORY}{next(_numbers)}")

    def __enter__(self) -> MemoryFolder:
        # rasterio removes the whole folder together with the file that it was created for
        self._held = MemoryFile(dirname=self.path.name, filename="held")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def add(
        self,
        name: str,
        array: np.ndarray,
        grid: Grid,
        *,
        names: Sequence[str] = (),
        nodata: float | None = None,
        radiometry: Sequence[Radiometry] = (),
        date: str = "",
    ) -> str:
        """Copies (bands, rows, cols) into a raster; returns its path.

        Args:
            name: name used in messages, unique in the folder.
            array: values of a dtype that GeoTIFF supports.
            grid: grid of the raster, with or without a georeference.
            names: names of the bands; empty = unnamed.
            nodata: the value that means "no data", or None.
            radiometry: scale and offset of each band; empty = undeclared.
            date: ISO date or "".
        """
        path = str(self.path / name)
        profile = {
            "driver": "GTiff", "dtype": array.dtype.name, "count": array.shape[0], "height": grid.height,
            "width": grid.width, "nodata": nodata, "interleave": "band", "photometric": "minisblack", "tiled": True,
            "blockxsize": 512, "blockysize": 512, "bigtiff": "if_safer",
        }  # fmt: skip
        if grid.georeferenced:
            profile |= {"crs": grid.crs, "transform": grid.transform}
        with rasterio.open(path, "w", **profile) as out:
            if names:
                out.descriptions = tuple(text or None for text in names)
            if radiometry:
                out.scales = tuple(band.scale for band in radiometry)
                out.offsets = tuple(band.offset for band in radiometry)
            if date:
                out.update_tags(DATE=date)
            out.write(array)
        return path
