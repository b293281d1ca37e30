"""Evaluates a mask before a run: which pixels of a scene would be filled, how many, and in how many holes.

Reads by QGIS's GDAL on the scene's grid, or on a coarser one for large scenes. Does not use Qt; any thread.
"""

from __future__ import annotations

import math
from typing import Callable, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from geoinpaint_qgis.gui.mask.mask_query import MaskQuery, MaskSurvey, RasterMask, ShapeMask

SIDE = 1024  # px; longer side of the grid at most


class NotReadable(Exception):
    """The scene cannot be read."""


def survey(question: MaskQuery, *, stopped: Callable[[], bool] = lambda: False) -> MaskSurvey:
    """Evaluates a mask.

    Raises:
        NotReadable: the scene cannot be read.
    """
    scene = _open(question.scene)
    if scene is None:
        raise NotReadable(question.scene)
    step = max(math.ceil(max(scene.RasterXSize, scene.RasterYSize) / SIDE), 1)
    cols, rows = -(-scene.RasterXSize // step), -(-scene.RasterYSize // step)
    transform = _coarser(shown_transform(scene), step)
    projection = scene.GetProjection()
    mask = np.zeros((rows, cols), dtype=bool)
    unread = []
    for source in question.rasters:
        if stopped():
            break
        found = _raster(source, transform, projection, (cols, rows))
        if found is None:
            unread.append(source.path)
        else:
            mask |= found
    for shapes in question.shapes:
        mask |= _shapes(shapes, transform, projection, (cols, rows))
    valid = _valid(scene, (cols, rows))
    if question.nodata:
        mask |= ~valid
    if question.dilate and mask.any():
        mask = _grown(mask, question.dilate / step)
    if not question.nodata:
        mask &= valid
    if question.within is not None:
        mask &= _inside(question.within, transform, (rows, cols))
    if question.area is not None:
        mask &= _shapes(question.area, transform, projection, (cols, rows))
    holes, longest = _holes(mask)
    metre, unit = _pixel(transform, projection)
    west, north = transform[0], transform[3]
    bounds = (west, north + rows * transform[5], west + cols * transform[1], north)
    return MaskSurvey(
        mask=mask, bounds=bounds, share=float(mask.mean()), holes=holes,
        largest=longest * (metre if unit == "m" else step), unit=unit, exact=step == 1, unread=unread,
        pixels=float(mask.mean()) * scene.RasterXSize * scene.RasterYSize, transform=transform, projection=projection,
    )  # fmt: skip


def _open(path: str) -> "gdal.Dataset":
    try:
        return gdal.Open(path)
    except RuntimeError:  # if GDAL raises exceptions
        return None


def shown_transform(dataset: "gdal.Dataset") -> Tuple[float, ...]:
    """The transform of a raster as QGIS shows it: without a georeference, rows are at negative y."""
    return dataset.GetGeoTransform(can_return_null=True) or (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def _coarser(transform: Sequence[float], step: int) -> Tuple[float, ...]:
    x, width, x_turn, y, y_turn, height = transform
    return (x, width * step, x_turn * step, y, y_turn * step, height * step)


def _memory(size: Tuple[int, int], transform: Sequence[float], projection: str) -> "gdal.Dataset":
    dataset = gdal.GetDriverByName("MEM").Create("", size[0], size[1], 1, gdal.GDT_Byte)
    dataset.SetGeoTransform(transform)
    dataset.SetProjection(projection)
    return dataset


def _read(band: "gdal.Band", size: Tuple[int, int], kind: int, dtype: str) -> np.ndarray:
    data = band.ReadRaster(buf_xsize=size[0], buf_ysize=size[1], buf_type=kind)
    return np.frombuffer(data, dtype=dtype).reshape(size[1], size[0])


def _raster(
    source: RasterMask, transform: Sequence[float], projection: str, size: Tuple[int, int]
) -> Optional[np.ndarray]:
    there = _open(source.path)
    if there is None:
        return None
    target = gdal.GetDriverByName("MEM").Create("", size[0], size[1], 1, gdal.GDT_Float32)
    target.SetGeoTransform(transform)
    target.SetProjection(projection)
    if not projection or not there.GetProjection():
        # without a CRS, positions are known in pixels only, so the grids must be equal
        values = _read(there.GetRasterBand(1), size, gdal.GDT_Float32, "f4")
    else:
        one = gdal.Translate("", there, format="VRT", bandList=[1])
        gdal.Warp(target, one, resampleAlg="near")  # 0 outside of the source and where it has nodata
        values = _read(target.GetRasterBand(1), size, gdal.GDT_Float32, "f4")
    values = np.nan_to_num(values)
    return np.isin(values, source.classes) if source.classes else values != 0


def _shapes(source: ShapeMask, transform: Sequence[float], projection: str, size: Tuple[int, int]) -> np.ndarray:
    target = _memory(size, transform, projection)
    reference = osr.SpatialReference()
    if projection:
        reference.ImportFromWkt(projection)
    store = ogr.GetDriverByName("Memory").CreateDataSource("shapes")
    layer = store.CreateLayer("shapes", reference if projection else None, ogr.wkbUnknown)
    for wkb in source.shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(target, [1], layer, burn_values=[1])
    return _read(target.GetRasterBand(1), size, gdal.GDT_Byte, "u1") > 0


def _valid(scene: "gdal.Dataset", size: Tuple[int, int]) -> np.ndarray:
    """Valid pixels of the scene's first band."""
    band = scene.GetRasterBand(1)
    if band.GetMaskFlags() & gdal.GMF_ALL_VALID:
        return np.ones((size[1], size[0]), dtype=bool)
    return _read(band.GetMaskBand(), size, gdal.GDT_Byte, "u1") > 0


def _inside(box: Tuple[float, float, float, float], transform: Sequence[float], shape: Tuple[int, int]) -> np.ndarray:
    """Pixels with centres in a box in the grid's CRS."""
    x0, width, x_turn, y0, y_turn, height = transform
    row, col = np.mgrid[0 : shape[0], 0 : shape[1]] + 0.5
    x, y = x0 + width * col + x_turn * row, y0 + y_turn * col + height * row
    west, south, east, north = box
    return (west <= x) & (x <= east) & (south <= y) & (y <= north)


def _grown(mask: np.ndarray, pixels: float) -> np.ndarray:
    """Dilates by a disk, as the engine does."""
    rows, cols = mask.shape
    near = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Byte)
    near.GetRasterBand(1).WriteRaster(0, 0, cols, rows, mask.astype("u1").tobytes())
    far = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Float32)
    gdal.ComputeProximity(near.GetRasterBand(1), far.GetRasterBand(1), ["VALUES=1", "DISTUNITS=PIXEL"])
    return _read(far.GetRasterBand(1), (cols, rows), gdal.GDT_Float32, "f4") <= pixels


def _holes(mask: np.ndarray) -> Tuple[int, float]:
    """Number of connected components (8-connected), and the longer side of the largest one's bounding box in px."""
    if not mask.any():
        return 0, 0.0
    rows, cols = mask.shape
    band = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Byte)
    band.GetRasterBand(1).WriteRaster(0, 0, cols, rows, mask.astype("u1").tobytes())
    store = ogr.GetDriverByName("Memory").CreateDataSource("holes")
    layer = store.CreateLayer("holes", None, ogr.wkbPolygon)
    inside = band.GetRasterBand(1)
    gdal.Polygonize(inside, inside, layer, -1, ["8CONNECTED=8"])
    boxes = [(f.GetGeometryRef().GetArea(), f.GetGeometryRef().GetEnvelope()) for f in layer]
    west, east, south, north = max(boxes)[1]
    return len(boxes), max(east - west, north - south)


def _pixel(transform: Sequence[float], projection: str) -> Tuple[float, str]:
    """Pixel size in metres if known, else in pixels, with its unit."""
    if not projection:
        return 1.0, "px"
    reference = osr.SpatialReference()
    reference.ImportFromWkt(projection)
    side = math.hypot(transform[1], transform[4])
    if reference.IsGeographic():
        # along the meridian, where a degree is 111.2 km everywhere
        return abs(transform[5]) * 111_195.0, "m"
    return side * (reference.GetLinearUnits() or 1.0), "m"
