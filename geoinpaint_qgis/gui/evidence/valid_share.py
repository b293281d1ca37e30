"""What each extra layer can say about the hole: the share of the pixels to fill that it shows."""

from __future__ import annotations

from typing import Callable, Dict, Optional, Sequence, Tuple

from osgeo import gdal
from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.translate import tr


class ValidShareTask(QgsTask):
    """Looks at layers' files away from the window; `told` carries the share by path."""

    told = pyqtSignal(dict)

    def __init__(self, seen: MaskSurvey, paths: Sequence[str]) -> None:
        super().__init__(tr("GeoInpaint: evidence"), QgsTask.Flag.CanCancel)
        self._seen = seen
        self._paths = list(paths)
        self._shares: Dict[str, float] = {}

    def run(self) -> bool:
        self._shares = shares(self._seen, self._paths, stopped=self.isCanceled)
        return not self.isCanceled()

    def finished(self, fine: bool) -> None:
        self.told.emit(self._shares if fine else {})


def shares(seen: MaskSurvey, paths: Sequence[str], *, stopped: Callable[[], bool] = lambda: False) -> Dict[str, float]:
    """The share (0 to 1) of a mask's pixels that each raster has data for; left out where it cannot be read."""
    found = {}
    for path in paths:
        if stopped():
            break
        try:
            share = _share(seen, path)
        except RuntimeError:  # with GDAL's exceptions on
            share = None
        if share is not None:
            found[path] = share
    return found


def _share(seen: MaskSurvey, path: str) -> Optional[float]:
    import numpy as np  # in a task: it would slow the plugin's loading

    there = gdal.Open(path)
    if there is None or not seen.mask.any():
        return None
    rows, cols = seen.mask.shape
    target = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Byte)
    target.SetGeoTransform(seen.transform)
    target.SetProjection(seen.projection)
    if bool(seen.projection) != bool(there.GetProjection()):
        return None  # nothing says where the one lies on the other
    gdal.Warp(target, _data_mask(there), resampleAlg="near")  # leaves 0 where the source ends
    valid = np.frombuffer(target.GetRasterBand(1).ReadRaster(), dtype="u1").reshape(rows, cols) > 0
    return float(valid[seen.mask].mean())


def _data_mask(dataset: "gdal.Dataset") -> "gdal.Dataset":
    """Where the first band has data, as a raster of bytes of its own; coarser where the raster is large."""
    from geoinpaint_qgis.gui.mask.survey import as_shown  # which needs numpy

    band = dataset.GetRasterBand(1)
    size = _thumbnail(dataset.RasterXSize, dataset.RasterYSize)
    mask = gdal.GetDriverByName("MEM").Create("", size[0], size[1], 1, gdal.GDT_Byte)
    across, down = dataset.RasterXSize / size[0], dataset.RasterYSize / size[1]
    x, width, x_turn, y, y_turn, height = as_shown(dataset)
    mask.SetGeoTransform((x, width * across, x_turn * down, y, y_turn * across, height * down))
    mask.SetProjection(dataset.GetProjection())
    if band.GetMaskFlags() & gdal.GMF_ALL_VALID:
        mask.GetRasterBand(1).Fill(255)
    else:
        data = band.GetMaskBand().ReadRaster(buf_xsize=size[0], buf_ysize=size[1], buf_type=gdal.GDT_Byte)
        mask.GetRasterBand(1).WriteRaster(0, 0, size[0], size[1], data)
    return mask


def _thumbnail(cols: int, rows: int, side: int = 2048) -> Tuple[int, int]:
    shrink = max(cols, rows, side) / side
    return max(int(cols / shrink), 1), max(int(rows / shrink), 1)
