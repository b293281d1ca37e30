"""Computes a result minus the simple fill of the same job as a raster, in the background."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any, Mapping, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from geoinpaint_qgis.processing.execution import run_job
from geoinpaint_qgis.translate import tr

BLOCK = 1024
FILLED = 90.0  # progress in per cent when the simple fill is done


class DifferenceTask(QgsTask):
    """Lets the engine compute the simple fill, and writes the difference; `made` carries the file or a failure.

    Args:
        result: path that GDAL opens.
        job: job of the simple fill, whose output is removed after reading.
        output: path of the file to write.
        bands: 1-based numbers of the bands to compare.
        scales: shown value per stored unit, for each of them.
    """

    made = pyqtSignal(str, str)

    def __init__(
        self, result: str, job: Mapping[str, Any], output: str, *, bands: Sequence[int], scales: Sequence[float]
    ) -> None:
        super().__init__(tr("GeoInpaint: difference"), QgsTask.Flag.CanCancel)
        self._result, self._job, self._output = result, job, output
        self._bands, self._scales = list(bands), list(scales)
        self._feedback = QgsProcessingFeedback(False)
        self._feedback.progressChanged.connect(lambda percent: self.setProgress(percent * FILLED / 100))
        self._problem = ""

    def cancel(self) -> None:
        self._feedback.cancel()
        super().cancel()

    def run(self) -> bool:
        simple = self._job["output"]["path"]
        try:
            run_job(self._job, self._feedback)
            fine = difference(
                simple, self._result, self._output, bands=self._bands, scales=self._scales, stopped=self.isCanceled
            )
        except (QgsProcessingException, RuntimeError) as error:  # RuntimeError if GDAL raises exceptions
            self._problem = str(error)
            return False
        finally:
            for path in (simple, f"{simple}.recipe.json", f"{simple}.aux.xml"):
                with suppress(OSError):
                    os.remove(path)
        return fine

    def finished(self, fine: bool) -> None:
        problem = self._problem or tr("The difference cannot be made: the result is not what its recipe says.")
        self.made.emit(self._output if fine else "", "" if fine else problem)


def difference(
    simple: str,
    result: str,
    output: str,
    *,
    bands: Sequence[int],
    scales: Sequence[float],
    stopped: Any = lambda: False,
) -> bool:
    """Writes result - simple, averaged over bands, as Float32; 0 is nodata, also outside of the fill.

    Args:
        simple, result: paths that GDAL opens, with the same grid and bands.
        output: path of the file.
        bands: 1-based numbers of the bands to compare.
        scales: shown value per stored unit, for each of them.
        stopped: returns whether to cancel.

    Returns:
        False if the rasters do not match, or if cancelled; no file is written then.
    """
    first, second = gdal.Open(simple), gdal.Open(result)
    if first is None or second is None or _shape(first) != _shape(second):
        return False
    cols, rows = second.RasterXSize, second.RasterYSize
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
            if stopped():
                target = None
                os.remove(output)
                return False
            window = left, top, min(BLOCK, cols - left), min(BLOCK, rows - top)
            more = _window(second, window, bands) - _window(first, window, bands)
            mean = (more.reshape(len(bands), -1) * factors).mean(axis=0)
            target.GetRasterBand(1).WriteRaster(*window, mean.astype("f4").tobytes(), buf_type=gdal.GDT_Float32)
    target.FlushCache()
    return True


def _shape(dataset: Any) -> Tuple[int, int, int]:
    return dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount


def _window(dataset: Any, window: Tuple[int, int, int, int], bands: Optional[Sequence[int]]) -> np.ndarray:
    """The stored values of bands in a window, flattened per band."""
    data = dataset.ReadRaster(*window, buf_type=gdal.GDT_Float32, band_list=list(bands or ()))
    return np.nan_to_num(np.frombuffer(data, dtype="f4"))
