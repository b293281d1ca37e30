"""Sentinel-2 products as inputs: the folder, its zip, and the layer that QGIS makes of one of its band groups."""

import shutil
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

from geoinpaint_qgis.processing import layers
from tests.plugin import scenes
from tests.plugin.algorithms import run


@pytest.mark.parametrize("kind", ["folder", "metadata", "zip"])
def test_product_is_masked_by_its_own_classification(provider, product, tmp_path, kind):
    results = run(
        provider,
        "cloudmask",
        {"INPUT": product[kind], "OUTPUT": str(tmp_path / "mask.tif")},
    )
    assert results["MASKED_PIXELS"] == 4 * 10 * 20  # classes have 20 m, the mask 10 m
    assert QgsRasterLayer(results["OUTPUT"]).width() == results_width(product)


def test_a_zip_is_a_product_by_its_content_whatever_its_name(provider, product, tmp_path):
    for name in ("rome.zip", "S2A_MSIL2A (1).zip"):
        copy = tmp_path / "as downloaded" / name
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(product["zip"], copy)
        results = run(provider, "cloudmask", {"INPUT": str(copy), "OUTPUT": str(tmp_path / "mask.tif")})
        assert results["MASKED_PIXELS"] == 4 * 10 * 20
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("MTD_MSIL2A.xml.txt", "")
    assert not layers.is_product(str(other))
    other.write_text("no zip")
    assert not layers.is_product(str(other))


def results_width(product):
    from osgeo import gdal

    path = next(Path(product["folder"]).rglob("*B02*.jp2"))
    return gdal.Open(str(path)).RasterXSize


def hole_of(provider, product, tmp_path):
    """A mask of the product's upper left corner, as a raster on its grid."""
    from osgeo import gdal

    band = gdal.Open(str(next(Path(product["folder"]).rglob("*B02*.jp2"))))
    path = tmp_path / "hole.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), band.RasterXSize, band.RasterYSize, 1, gdal.GDT_Byte)
    made.SetGeoTransform(band.GetGeoTransform())
    made.SetProjection(band.GetProjection())
    made.GetRasterBand(1).WriteRaster(20, 30, 10, 10, bytes([1]) * 100)
    del made
    return str(path)


def test_product_is_filled_from_its_folder(provider, product, tmp_path):
    mask = hole_of(provider, product, tmp_path)
    results = run(
        provider,
        "classicalfill",
        {"INPUT": product["folder"], "MASKS": [mask], "FILL": "harmonic", "OUTPUT": str(tmp_path / "out.tif")},
    )
    assert results["FILLED_PIXELS"] == 100
    layer = QgsRasterLayer(results["OUTPUT"])
    assert layer.bandCount() == 4  # the bands of 10 m
    assert layer.bandName(1).endswith("B02")


def test_layer_of_a_band_group_is_the_product_at_its_resolution(provider, product, tmp_path):
    layer = QgsRasterLayer(f"SENTINEL2_L2A:{product['metadata']}:20m:EPSG_32633", "group", "gdal")
    assert layer.isValid()
    mask = hole_of(provider, product, tmp_path)
    results = run(
        provider,
        "classicalfill",
        {"INPUT": layer, "MASKS": [mask], "FILL": "harmonic", "OUTPUT": str(tmp_path / "out.tif")},
    )
    assert QgsRasterLayer(results["OUTPUT"]).width() == results_width(product) // 2
    assert scenes.pixels(results["OUTPUT"])


def test_an_extent_needs_the_product_as_a_layer(provider, product, tmp_path):
    with pytest.raises(QgsProcessingException, match="scene as a layer"):
        run(
            provider,
            "classicalfill",
            {
                "INPUT": product["folder"],
                "MASK_NODATA": True,
                "FILL": "harmonic",
                "EXTENT": "0,1,0,1",
                "OUTPUT": str(tmp_path / "out.tif"),
            },
        )
