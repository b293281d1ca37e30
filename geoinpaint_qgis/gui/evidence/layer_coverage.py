"""How much of the hole each evidence layer covers, and how cloudy it is there, from its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Dict, Optional, Sequence, Tuple

from osgeo import gdal
from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.gui.raster import products
from geoinpaint_qgis.interface import SCL_CLOUDS
from geoinpaint_qgis.processing.values import parse_classes
from geoinpaint_qgis.translate import tr

if TYPE_CHECKING:  # importing numpy would slow down loading the plugin
    import numpy as np

SIDE = 2048  # px; longer side of the grid at most


@dataclass(frozen=True)
class LayerCoverage:
    """Coverage of a layer, as shares from 0 to 1.

    Attributes:
        shown: share of the pixels to fill that the layer shows, without clouds in its product's classification.
        valid: share of the scene for which it has data.
        cloud: cloudy share of its data, according to its product's classification; None without one.
    """

    shown: float
    valid: float
    cloud: Optional[float] = None


@dataclass(frozen=True)
class Place:
    """Source of a layer's pixels: what GDAL opens, and its Sentinel-2 product ("" if none)."""

    path: str
    product: str = ""


class CoverageTask(QgsTask):
    """Reads layers' files in the background; `coverages_known` carries the coverages by path."""

    coverages_known = pyqtSignal(dict)

    def __init__(self, seen: MaskSurvey, places: Sequence[Place]) -> None:
        super().__init__(tr("GeoInpaint: evidence"), QgsTask.Flag.CanCancel)
        self._seen = seen
        self._places = list(places)
        self._coverages: Dict[str, LayerCoverage] = {}

    def run(self) -> bool:
        self._coverages = coverages(self._seen, self._places, stopped=self.isCanceled)
        return not self.isCanceled()

    def finished(self, fine: bool) -> None:
        self.coverages_known.emit(self._coverages if fine else {})


def coverages(
    seen: MaskSurvey, places: Sequence[Place], *, stopped: Callable[[], bool] = lambda: False
) -> Dict[str, LayerCoverage]:
    """Coverage of each raster that can be read."""
    found = {}
    for place in places:
        if stopped():
            break
        try:
            coverage = _coverage(seen, place)
        except (RuntimeError, OSError):  # RuntimeError if GDAL raises exceptions
            coverage = None
        if coverage is not None:
            found[place.path] = coverage
    return found


def _coverage(seen: MaskSurvey, place: Place) -> Optional[LayerCoverage]:
    there = gdal.Open(place.path)
    if there is None or not seen.mask.any() or bool(seen.projection) != bool(there.GetProjection()):
        return None  # without both projections, the grids cannot be related
    valid = _on_grid(seen, _data_mask(there)) > 0
    clouds = _clouds(seen, place.product) if place.product else None
    shown = valid if clouds is None else valid & ~clouds
    cloud = float(clouds[valid].mean()) if clouds is not None and valid.any() else None
    return LayerCoverage(float(shown[seen.mask].mean()), float(valid.mean()), cloud)


def _on_grid(seen: MaskSurvey, source: "gdal.Dataset") -> "np.ndarray":
    """The first band of a raster on the mask's grid, (rows, cols) uint8; 0 outside its extent."""
    import numpy as np

    rows, cols = seen.mask.shape
    target = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Byte)
    target.SetGeoTransform(seen.transform)
    target.SetProjection(seen.projection)
    gdal.Warp(target, source, resampleAlg="near")
    return np.frombuffer(target.GetRasterBand(1).ReadRaster(), dtype="u1").reshape(rows, cols)


def _clouds(seen: MaskSurvey, product: str) -> "Optional[np.ndarray]":
    """Cloud, shadow and cirrus in a product's classification, on the mask's grid; None without one."""
    import numpy as np

    path = products.classification(product)
    there = gdal.Open(path) if path else None
    if there is None:
        return None
    return np.isin(_on_grid(seen, _coarse(there, there.GetRasterBand(1))), parse_classes(SCL_CLOUDS))


def _data_mask(dataset: "gdal.Dataset") -> "gdal.Dataset":
    """Validity of the first band as a byte raster of its own, coarser for large rasters."""
    band = dataset.GetRasterBand(1)
    if band.GetMaskFlags() & gdal.GMF_ALL_VALID:
        mask = _coarse(dataset, None)
        mask.GetRasterBand(1).Fill(255)
        return mask
    return _coarse(dataset, band.GetMaskBand())


def _coarse(dataset: "gdal.Dataset", band: "Optional[gdal.Band]") -> "gdal.Dataset":
    """A band of a raster as bytes, in at most SIDE x SIDE pixels; None: an empty raster."""
    from geoinpaint_qgis.gui.mask.survey import shown_transform  # imports numpy

    cols, rows = _thumbnail(dataset.RasterXSize, dataset.RasterYSize)
    copy = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Byte)
    across, down = dataset.RasterXSize / cols, dataset.RasterYSize / rows
    x, width, x_turn, y, y_turn, height = shown_transform(dataset)
    copy.SetGeoTransform((x, width * across, x_turn * down, y, y_turn * across, height * down))
    copy.SetProjection(dataset.GetProjection())
    if band is not None:
        data = band.ReadRaster(buf_xsize=cols, buf_ysize=rows, buf_type=gdal.GDT_Byte)
        copy.GetRasterBand(1).WriteRaster(0, 0, cols, rows, data)
    return copy


def _thumbnail(cols: int, rows: int) -> Tuple[int, int]:
    shrink = max(cols, rows, SIDE) / SIDE
    return max(int(cols / shrink), 1), max(int(rows / shrink), 1)
