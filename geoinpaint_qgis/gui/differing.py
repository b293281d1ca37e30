"""How far two rasters of one grid differ, as a raster, made away from the window."""

from __future__ import annotations

import os
from typing import Any, Optional, Tuple

import numpy as np
from osgeo import gdal
from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from geoinpaint_qgis.translate import tr

BLOCK = 1024


class DifferenceTask(QgsTask):
    """Writes the mean absolute difference of two rasters of one grid; `made` carries the file, or nothing."""

    made = pyqtSignal(str)

    def __init__(self, before: str, after: str, output: str) -> None:
        super().__init__(tr("GeoInpaint: difference"), QgsTask.Flag.CanCancel)
        self._files = before, after, output
        self._fine = False

    def run(self) -> bool:
        try:
            self._fine = difference(*self._files, task=self)
        except RuntimeError:  # with GDAL's exceptions on
            self._fine = False
        return self._fine

    def finished(self, fine: bool) -> None:
        self.made.emit(self._files[2] if fine else "")


def difference(before: str, after: str, output: str, *, task: Optional[QgsTask] = None) -> bool:
    """Write |after - before|, averaged over the bands, as Float32; 0 (kept) is nodata. False where it cannot be."""
    first, second = gdal.Open(before), gdal.Open(after)
    if first is None or second is None or _shape(first) != _shape(second):
        return False
    cols, rows, bands = _shape(first)
    options = ["COMPRESS=DEFLATE", "TILED=YES", "BIGTIFF=IF_SAFER"]
    target = gdal.GetDriverByName("GTiff").Create(output, cols, rows, 1, gdal.GDT_Float32, options)
    if target is None:
        return False
    target.SetGeoTransform(first.GetGeoTransform())
    target.SetProjection(first.GetProjection())
    target.GetRasterBand(1).SetNoDataValue(0)
    for top in range(0, rows, BLOCK):
        for left in range(0, cols, BLOCK):
            if task is not None and task.isCanceled():
                target = None
                os.remove(output)
                return False
            window = left, top, min(BLOCK, cols - left), min(BLOCK, rows - top)
            change = np.abs(_window(second, window) - _window(first, window)).reshape(bands, -1).mean(axis=0)
            target.GetRasterBand(1).WriteRaster(*window, change.astype("f4").tobytes(), buf_type=gdal.GDT_Float32)
        if task is not None:
            task.setProgress(100 * (top + BLOCK) / (rows + BLOCK))
    target.FlushCache()
    return True


def _shape(dataset: Any) -> Tuple[int, int, int]:
    return dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount


def _window(dataset: Any, window: Tuple[int, int, int, int]) -> np.ndarray:
    data = dataset.ReadRaster(*window, buf_type=gdal.GDT_Float32)
    return np.nan_to_num(np.frombuffer(data, dtype="f4"))
