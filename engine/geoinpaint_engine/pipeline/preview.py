"""Live preview of a fill: a small GeoTIFF of the whole scene, rewritten every few seconds and announced by an event."""

from __future__ import annotations

import math
import threading
import time
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling

from geoinpaint_engine.events import Reporter
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import GDAL_ERRORS, gdal_env, reading
from geoinpaint_engine.raster.masks import HoleMask
from geoinpaint_engine.raster.profile import in_dtype
from geoinpaint_engine.raster.scene import Scene

SIDE = 768  # px of the longer side, at most
INTERVAL_S = 2.0


class Preview:
    """A picture of the scene, subsampled to one pixel of every `step` x `step`, with the fills so far.

    Two files alternate, so that a reader of the last one announced is not disturbed; they lie in the work folder and
    are removed with it. Safe to call from several threads.

    Args:
        scene: the scene.
        mask: its stored mask.
        folder: the work folder.
        reporter: receives the path of each new picture.
        area: only holes in it are shown as filled; None = everywhere.
        interval_s: minimum seconds between two pictures.
    """

    def __init__(
        self,
        scene: Scene,
        mask: HoleMask,
        folder: Path,
        reporter: Reporter,
        *,
        area: Area | None = None,
        interval_s: float = INTERVAL_S,
    ) -> None:
        self._scene, self._mask, self._folder, self._reporter = scene, mask, folder, reporter
        self._area = area
        self._interval_s = interval_s
        self.step = math.ceil(max(scene.grid.shape) / SIDE)
        self._lock = threading.Lock()
        self._picture: np.ndarray | None = None
        self._last, self._count = time.monotonic(), 0

    def show(self, window: Window, fill: np.ndarray) -> None:
        """Adds the fill of a window: (bands, rows, cols) DN, used in the hole only, NaN where unknown."""
        with self._lock:
            if self._picture is None:
                self._picture = self._decimated()
            rows, cols = self._places(window)
            if not len(rows) or not len(cols):
                return
            middle = self.step // 2
            inside = np.ix_(rows * self.step + middle - window.row, cols * self.step + middle - window.col)
            values = fill[:, inside[0], inside[1]]
            hole = self._mask.hole_in(window, self._area)[inside] & np.isfinite(values).all(axis=0)
            part = self._picture[:, rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
            for band, nodata in enumerate(self._scene.nodata):
                part[band][hole] = in_dtype(values[band][hole], self._scene.dtype, nodata)
            if time.monotonic() - self._last >= self._interval_s:
                try:
                    self._write()
                except (OSError, *GDAL_ERRORS) as error:  # such as a full disk: the run continues without previews
                    self._reporter.warning("preview-failed", f"No picture of the fill could be written: {error}.")
                    self._interval_s = math.inf
                self._last = time.monotonic()

    def _places(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of the picture whose cells have their central pixel in a window."""
        middle = self.step // 2

        def cells(start: int, stop: int) -> np.ndarray:
            return np.arange(-(-(start - middle) // self.step), -(-(stop - middle) // self.step))

        return cells(window.row, window.row_stop), cells(window.col, window.col_stop)

    def _decimated(self) -> np.ndarray:
        """(bands, rows, cols) in the scene's dtype: the central pixel of every `step` x `step`."""
        scene, step = self._scene, self.step
        grid, dataset, numbers = scene.grid, scene.handles.get(), list(scene.numbers)
        shape = -(-grid.height // step), -(-grid.width // step)
        with reading(scene.title):
            if step == 1:
                return dataset.read(numbers, out_dtype=scene.dtype)
            if any(dataset.overviews(number) for number in numbers):
                # boundless where the last cell is incomplete, so that all cells have the same size
                return dataset.read(
                    numbers, window=((0, shape[0] * step), (0, shape[1] * step)), boundless=True, fill_value=0,
                    out_shape=(scene.count, *shape), out_dtype=scene.dtype, resampling=Resampling.nearest,
                )  # fmt: skip
        picture = np.zeros((scene.count, *shape), scene.dtype)
        for block in grid.window.blocks(scene.block):  # a part at a time: GDAL takes twice as long beyond an edge
            rows, cols = self._places(block)
            if len(rows) and len(cols):
                down, right = rows * step + step // 2 - block.row, cols * step + step // 2 - block.col
                seen = scene.read_raw(block)[:, down[:, None], right]
                picture[:, rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1] = seen
        return picture

    def _write(self) -> None:
        picture = self._picture
        if picture is None:
            return
        grid = self._scene.grid
        profile = {
            "driver": "GTiff", "dtype": picture.dtype, "count": len(picture), "height": picture.shape[1],
            "width": picture.shape[2], "nodata": self._scene.nodata[0], "photometric": "minisblack",
        }  # fmt: skip
        if grid.georeferenced:
            profile |= {"crs": grid.crs, "transform": grid.transform @ rasterio.Affine.scale(self.step)}
        path = self._folder / f"preview_{'ab'[self._count % 2]}.tif"
        temporary = path.with_suffix(".new.tif")
        with gdal_env(GDAL_PAM_ENABLED=False), rasterio.open(temporary, "w", **profile) as out:
            out.write(picture)
            out.descriptions = tuple(name or None for name in self._scene.descriptions)
        temporary.replace(path)
        self._count += 1
        self._reporter.preview(str(path))
