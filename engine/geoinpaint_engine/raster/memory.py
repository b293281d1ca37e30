"""Rasters in GDAL's memory: arrays that can be opened by path, in all threads of this process, until released."""

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
    """A folder in GDAL's memory, with all rasters created in it, removed on exit.

    Attributes:
        path: its path; GeoTIFFs that are written under it stay in memory.
    """

    def __init__(self) -> None:
        self.path = PurePosixPath(f"{MEMORY}{next(_numbers)}")

    def __enter__(self) -> MemoryFolder:
        # rasterio removes the whole folder with the file that it was made for
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
        """Copies (bands, rows, cols) into a raster and returns its path.

        Args:
            name: what it is called in messages, unique in the folder.
            array: of a dtype that GeoTIFF knows.
            grid: where it lies; without a georeference it carries none.
            names: of its bands; none = not named.
            nodata: the value that means "no data", or None.
            radiometry: scale and offset of each band; none = not declared.
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
