"""GDAL virtual rasters (VRT) as XML text, which GDAL opens in place of a file name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree  # nosec B405 # DOCTYPE is refused, see store.py

from geoinpaint_engine.raster.admission import OwnText
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.spec import Radiometry


@dataclass(frozen=True)
class BandSource:
    """Source of a band of a virtual raster.

    Args:
        path: anything that GDAL opens; it covers the same extent as the virtual raster.
        index: 1-based number of the band in the source.
        shape: (rows, cols) of the source.
        name: description of the band.
        radiometry: written as the band's scale and offset.
        resampling: GDAL's name of the method, used if the source's shape differs from the virtual raster's.
    """

    path: str
    index: int
    shape: tuple[int, int]
    name: str
    radiometry: Radiometry
    resampling: str = "nearest"


def vrt_text(
    grid: Grid,
    bands: Sequence[BandSource],
    *,
    nodata: float,
    dtype: str = "UInt16",
    tags: Mapping[str, str] | None = None,
) -> OwnText:
    """XML of a virtual raster with one source per band, each stretched over the whole grid.

    `dtype` is in GDAL's words. Nodata does not spread into its neighbours when a source is resampled.
    """
    root = _dataset(grid)
    if tags:
        metadata = ElementTree.SubElement(root, "Metadata")
        for key, value in tags.items():
            ElementTree.SubElement(metadata, "MDI", key=key).text = value
    for number, band in enumerate(bands, 1):
        element = ElementTree.SubElement(root, "VRTRasterBand", dataType=dtype, band=str(number))
        ElementTree.SubElement(element, "Description").text = band.name
        ElementTree.SubElement(element, "NoDataValue").text = repr(nodata)
        ElementTree.SubElement(element, "Offset").text = repr(band.radiometry.offset)
        ElementTree.SubElement(element, "Scale").text = repr(band.radiometry.scale)
        if band.shape == grid.shape:
            _simple_source(element, band.path, band.index, band.shape, grid.shape, "nearest")
        else:
            # the product declares no nodata; a virtual raster of its own around the source does
            inner = _dataset(Grid(None, grid.transform, *band.shape), georeferenced=False)
            inner_band = ElementTree.SubElement(inner, "VRTRasterBand", dataType=dtype, band="1")
            ElementTree.SubElement(inner_band, "NoDataValue").text = repr(nodata)
            _simple_source(inner_band, band.path, band.index, band.shape, band.shape, "nearest")
            _simple_source(element, ElementTree.tostring(inner, "unicode"), 1, band.shape, grid.shape, band.resampling)
    return OwnText(ElementTree.tostring(root, "unicode"))


def sum_vrt_text(path: str, indexes: Sequence[int], grid: Grid) -> OwnText:
    """XML of a one-band uint8 virtual raster that is non-zero where one of the source's bands is."""
    root = _dataset(grid)
    band = ElementTree.SubElement(root, "VRTRasterBand", dataType="Byte", band="1")
    if len(indexes) > 1:  # GDAL's sum wants two sources; of one it makes garbage
        band.set("subClass", "VRTDerivedRasterBand")
        ElementTree.SubElement(band, "PixelFunctionType").text = "sum"
    for index in indexes:
        _simple_source(band, path, index, grid.shape, grid.shape, "nearest")
    return OwnText(ElementTree.tostring(root, "unicode"))


def _dataset(grid: Grid, *, georeferenced: bool = True) -> ElementTree.Element:
    root = ElementTree.Element("VRTDataset", rasterXSize=str(grid.width), rasterYSize=str(grid.height))
    if georeferenced:
        if grid.crs is not None:
            ElementTree.SubElement(root, "SRS").text = grid.crs.to_wkt()
        ElementTree.SubElement(root, "GeoTransform").text = ", ".join(repr(float(v)) for v in grid.transform.to_gdal())
    return root


def _simple_source(
    band: ElementTree.Element,
    path: str,
    index: int,
    shape: tuple[int, int],
    target_shape: tuple[int, int],
    resampling: str,
) -> None:
    source = ElementTree.SubElement(band, "SimpleSource", resampling=resampling)
    ElementTree.SubElement(source, "SourceFilename", relativeToVRT="0").text = path
    ElementTree.SubElement(source, "SourceBand").text = str(index)
    for tag, (rows, cols) in (("SrcRect", shape), ("DstRect", target_shape)):
        ElementTree.SubElement(source, tag, xOff="0", yOff="0", xSize=str(cols), ySize=str(rows))
