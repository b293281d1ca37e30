"""How far two rasters of one grid differ, as a raster, made away from the window."""

from __future__ import annotations

import os
from typing import Any, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal
from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from geoinpaint_qgis.translate import tr

BLOCK = 1024


class DifferenceTask(QgsTask):
    """Writes the mean absolute difference of two rasters of one grid; `made` carries the file, or nothing."""

    made = pyqtSignal(str)

    def __init__(self, before: str, after: str, output: str, *, bands: Sequence[int], scales: Sequence[float]) -> None:
        super().__init__(tr("GeoInpaint: difference"), QgsTask.Flag.CanCancel)
        self._files = before, after, output
        self._bands, self._scales = list(bands), list(scales)
        self._fine = False

    def run(self) -> bool:
        try:
            self._fine = difference(*self._files, bands=self._bands, scales=self._scales, task=self)
        except RuntimeError:  # with GDAL's exceptions on
            self._fine = False
        return self._fine

    def finished(self, fine: bool) -> None:
        self.made.emit(self._files[2] if fine else "")


def difference(
    before: str,
    after: str,
    output: str,
    *,
    bands: Sequence[int],
    scales: Sequence[float],
    task: Optional[QgsTask] = None,
) -> bool:
    """Write |after - before|, averaged over the bands, as Float32; 0 (kept) is nodata. False where it cannot be.

    Args:
        before, after: what GDAL opens; the same grid, the same stored values where nothing was filled.
        output: the file.
        bands: for each band of `after` the band of `before` (from 1).
        scales: what a stored step of 1 means in each band of `after`.
        task: asked whether to go on, told how far it is.
    """
    first, second = gdal.Open(before), gdal.Open(after)
    if first is None or second is None or _size(first) != _size(second) or len(bands) != second.RasterCount:
        return False
    cols, rows = _size(second)
    factors = np.abs(np.asarray(scales, dtype="f4"))[:, None]
    options = ["COMPRESS=DEFLATE", "TILED=YES", "BIGTIFF=IF_SAFER"]
    target = gdal.GetDriverByName("GTiff").Create(output, cols, rows, 1, gdal.GDT_Float32, options)
    if target is None:
        return False
    target.SetGeoTransform(second.GetGeoTransform())
    target.SetProjection(second.GetProjection())
    target.GetRasterBand(1).SetNoDataValue(0)
    for top in range(0, rows, BLOCK):
        for left in range(0, cols, BLOCK):
            if task is not None and task.isCanceled():
                target = None
                os.remove(output)
                return False
            window = left, top, min(BLOCK, cols - left), min(BLOCK, rows - top)
            change = _window(second, window, None) - _window(first, window, bands)
            mean = (np.abs(change).reshape(len(bands), -1) * factors).mean(axis=0)
            target.GetRasterBand(1).WriteRaster(*window, mean.astype("f4").tobytes(), buf_type=gdal.GDT_Float32)
        if task is not None:
            task.setProgress(100 * (top + BLOCK) / (rows + BLOCK))
    target.FlushCache()
    return True


def _size(dataset: Any) -> Tuple[int, int]:
    return dataset.RasterXSize, dataset.RasterYSize


def _window(dataset: Any, window: Tuple[int, int, int, int], bands: Optional[Sequence[int]]) -> np.ndarray:
    """The stored values of some bands, None: all; flat."""
    data = dataset.ReadRaster(*window, buf_type=gdal.GDT_Float32, band_list=None if bands is None else list(bands))
    return np.nan_to_num(np.frombuffer(data, dtype="f4"))
