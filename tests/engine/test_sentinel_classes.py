"""Cloud classes: the text of class lists, the SCL, level 1C's classification and its older polygons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.features
from rasterio.crs import CRS

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.sentinel.classes import (
    DEFAULT_SCL_CLASSES,
    classification_spec,
    cloud_source,
    parse_cloud_gml,
    read_cloud_gml,
    resolve_mask,
)
from geoinpaint_engine.sentinel.products import open_product
from tests.engine.safe_maker import EPSG, ULX, ULY, cloud_gml_text, make_safe

GRID = Grid(CRS.from_epsg(EPSG), rasterio.Affine(10, 0, ULX, 0, -10, ULY), 60, 60)
SQUARE = [(ULX, ULY), (ULX + 300, ULY), (ULX + 300, ULY - 300), (ULX, ULY - 300), (ULX, ULY)]


def test_a_level_2a_product_brings_its_scl(tmp_path: Path) -> None:
    scl = np.full((30, 30), 4, np.uint8)
    scl[3:9, 5:12] = 9
    made = make_safe(tmp_path, size=60, scl=scl)
    for path in (made.folder, made.zipped(tmp_path / "p.zip")):
        source = cloud_source(open_product(path))
        assert source.classes == DEFAULT_SCL_CLASSES
        with rasterio.open(source.spec.path) as opened:
            assert np.array_equal(opened.read(1), scl)
            assert opened.crs.to_epsg() == EPSG
            assert opened.transform.a == 20
        expected = np.kron(scl == 9, np.ones((2, 2))).astype(bool)
        assert np.array_equal(open_mask(source.spec, GRID, classes=source.classes).read(GRID.window), expected)


def test_level_1c_classification_by_kind(tmp_path: Path) -> None:
    kinds = np.zeros((3, 10, 10), np.uint8)
    kinds[0, 1:3] = 1
    kinds[1, 2:5] = 255
    kinds[2, 7] = 1
    made = make_safe(tmp_path, level="1C", size=60, classification=kinds)
    product = open_product(made.zipped(tmp_path / "p.zip"))
    for names, bands in ((("opaque", "cirrus"), [0, 1]), (("snow",), [2]), (("opaque", "cirrus", "snow"), [0, 1, 2])):
        source = cloud_source(product, kinds=names)
        with rasterio.open(source.spec.path) as opened:
            assert opened.count == 1
            assert np.array_equal(opened.read(1) != 0, (kinds[bands] != 0).any(0))
            assert opened.transform[:6] == (60, 0, ULX, 0, -60, ULY)
        expected = np.kron((kinds[bands] != 0).any(0), np.ones((6, 6))).astype(bool)
        assert np.array_equal(open_mask(source.spec, GRID, classes=source.classes).read(GRID.window), expected)
    with pytest.raises(UsageError):
        classification_spec(product.classification, kinds=["fog"])


def test_two_high_values_do_not_cancel(tmp_path: Path) -> None:
    kinds = np.full((3, 10, 10), 128, np.uint8)
    made = make_safe(tmp_path, level="1C", size=60, classification=kinds)
    with rasterio.open(cloud_source(open_product(made.folder)).spec.path) as opened:
        assert (opened.read(1) != 0).all()


def test_cloud_polygons_of_an_older_product(tmp_path: Path) -> None:
    other = [(x + 600, y) for x, y in SQUARE]
    gml = cloud_gml_text([SQUARE, other])
    made = make_safe(tmp_path, level="1C", baseline="02.07", size=60, cloud_gml=gml)
    clouds = read_cloud_gml(next(made.folder.rglob("*.gml")))
    assert clouds.crs == f"EPSG:{EPSG}"
    transform = rasterio.Affine(10, 0, ULX, 0, -10, ULY)
    mask = rasterio.features.rasterize(clouds.polygons, out_shape=(60, 100), transform=transform)
    assert mask.sum() == 2 * 900
    assert mask[:30, :30].all()
    source = cloud_source(open_product(made.zipped(tmp_path / "p.zip")))
    layer = open_mask(source.spec, GRID, classes=source.classes)
    assert layer.overlaps
    assert np.array_equal(layer.read(GRID.window), mask[:, :60] == 1)


def test_a_clear_product_masks_nothing(tmp_path: Path) -> None:
    made = make_safe(tmp_path, level="1C", baseline="02.07", size=60, cloud_gml=cloud_gml_text([]))
    source = cloud_source(open_product(made.folder))
    assert not open_mask(source.spec, GRID, classes=source.classes).read(GRID.window).any()


def test_polygons_of_other_kinds_and_holes() -> None:
    assert parse_cloud_gml(cloud_gml_text([SQUARE], kind="CIRRUS").encode(), label="x").polygons
    assert not parse_cloud_gml(cloud_gml_text([SQUARE], kind="CIRRUS").encode(), label="x", kinds=["opaque"]).polygons
    hole = "<gml:interior><gml:LinearRing><gml:posList>1 1 2 1 2 2 1 1</gml:posList></gml:LinearRing></gml:interior>"
    text = cloud_gml_text([SQUARE]).replace("</gml:exterior>", f"</gml:exterior>{hole}")
    (polygon,) = parse_cloud_gml(text.encode(), label="x").polygons
    assert polygon["coordinates"][1] == [[1, 1], [2, 1], [2, 2], [1, 1]]  # type: ignore[index]
    empty = parse_cloud_gml(cloud_gml_text([]).encode(), label="x")
    assert empty.polygons == ()


@pytest.mark.parametrize(
    "text",
    [
        "no xml",
        '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "b">]><m>&a;</m>',
        '<?xml version="1.0"?><!DOCTYPE m SYSTEM "file:///etc/passwd"><m/>',
        cloud_gml_text([SQUARE]).replace("600300", "six"),
        cloud_gml_text([SQUARE]).replace("</gml:posList>", " 1</gml:posList>"),
        cloud_gml_text([SQUARE[:2]]),
    ],
)
def test_broken_polygons_are_told(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_cloud_gml(text.encode("utf-8"), label="MSK_CLOUDS_B00.gml")
    assert caught.value.code == "xml-invalid"
    with pytest.raises(InputError):
        parse_cloud_gml(text.encode("utf-16"), label="MSK_CLOUDS_B00.gml")


def test_a_product_without_cloud_mask_is_told(tmp_path: Path) -> None:
    made = make_safe(tmp_path, level="1C", size=60)
    with pytest.raises(InputError) as caught:
        cloud_source(open_product(made.folder))
    assert caught.value.code == "cloud-mask-missing"


def test_mask_paths_of_the_user(tmp_path: Path) -> None:
    scl = np.full((30, 30), 4, np.uint8)
    scl[3:9, 5:12] = 11
    two = make_safe(tmp_path, size=60, scl=scl)
    assert resolve_mask(two.folder).classes == DEFAULT_SCL_CLASSES
    snow = resolve_mask(two.folder, classes=[11])
    assert open_mask(snow.spec, GRID, classes=snow.classes).read(GRID.window).sum() == 4 * 42
    kinds = np.zeros((3, 10, 10), np.uint8)
    kinds[1, 0, 0] = 1
    one = make_safe(tmp_path, level="1C", size=60, classification=kinds, cloud_gml=cloud_gml_text([SQUARE]))
    for pattern, pixels in (("MSK_CLASSI_B00.jp2", 36), ("MSK_CLOUDS_B00.gml", 900)):
        file = next(one.folder.rglob(pattern))
        beside = set(file.parent.iterdir())
        source = resolve_mask(file)
        assert open_mask(source.spec, GRID, classes=source.classes).read(GRID.window).sum() == pixels
        assert set(file.parent.iterdir()) == beside
    plain = resolve_mask("clouds.gpkg", classes=[3, 1])
    assert (plain.spec.path, plain.classes) == ("clouds.gpkg", (1, 3))
