import json
import re

import numpy as np
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio.crs import CRS
from rasterio.warp import transform as transform_points
from scipy import ndimage

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.classes import parse_classes
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.holes import HoleCounter
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.masks import (
    CLEAR,
    HOLE,
    NOTHING,
    block_counts,
    coded,
    dilated,
    masked_window,
    materialise_mask,
)
from geoinpaint_engine.raster.scene import open_scene
from tests.engine.raster_maker import NORTH_UP, ROTATED, SOUTH_UP, values, write_raster
from tests.engine.vectors import polygon_wkb, ring_of, write_vector


@pytest.fixture
def scene(tmp_path):
    with open_scene(write_raster(tmp_path / "scene.tif", values((2, 100, 120)))) as opened:
        yield opened


def test_classes_as_people_write_them():
    assert parse_classes("3, 8-10") == {3, 8, 9, 10}
    assert parse_classes("8 - 10;3") == {3, 8, 9, 10}
    assert parse_classes("7") == {7}
    for bad in ("", "cloud", "10-8", "3,,x", "8-"):
        with pytest.raises(UsageError) as caught:
            parse_classes(bad)
        assert caught.value.code == "classes-unreadable"


def test_raster_mask_by_value_and_class(tmp_path, scene):
    classes = np.zeros((1, 100, 120), dtype="uint8")
    classes[0, 10:20, 10:20], classes[0, 30:40, 30:40], classes[0, 50, 50] = 3, 9, 255
    path = write_raster(tmp_path / "scl.tif", classes, nodata=255)
    window = Window(5, 5, 60, 60)
    for wanted, expected in [(None, (classes[0] == 3) | (classes[0] == 9)), ({8, 9}, classes[0] == 9)]:
        mask = open_mask(path, scene.grid, classes=wanted).read(window)
        np.testing.assert_array_equal(mask, expected[window.slices])


def test_of_a_mask_with_several_bands_the_first_is_read_alone(tmp_path, scene):
    bands = np.zeros((3, *scene.grid.shape), "float32")
    bands[0, 2:5, 3:9], bands[1:] = 1, 7
    write_raster(tmp_path / "mask.tif", bands)
    mask = open_mask(str(tmp_path / "mask.tif"), scene.grid)
    np.testing.assert_array_equal(mask.read(scene.grid.window), bands[0] > 0)
    assert mask._layer.count == 1


def test_nan_and_outside_of_a_raster_mask_keep(tmp_path, scene):
    data = np.full((1, 20, 20), np.nan, dtype="float32")
    data[0, :5] = 1
    path = write_raster(tmp_path / "m.tif", data, transform=NORTH_UP @ Affine.translation(90, 90))
    mask = open_mask(path, scene.grid).read(scene.grid.window)
    assert mask.sum() == 5 * 20
    assert mask[90:95, 90:110].all()


@pytest.mark.parametrize("transform", [NORTH_UP, SOUTH_UP, ROTATED])
@pytest.mark.parametrize("crs", [None, "EPSG:4326", "EPSG:32632"])
@pytest.mark.parametrize("ending", ["gpkg", "geojson", "shp"])
def test_pixels_whose_centre_is_inside_a_polygon_are_masked(tmp_path, transform, crs, ending):
    outline, inner = [(10.2, 20.7), (60.4, 20.7), (60.4, 70.2), (10.2, 70.2)], [(30, 30), (40, 30), (40, 45), (30, 45)]
    wkb = polygon_wkb(ring_of(transform, outline, crs), ring_of(transform, inner, crs))
    path = write_vector(tmp_path / f"clouds.{ending}", [wkb], crs=crs or "EPSG:32633")
    data = values((1, 100, 120))
    with open_scene(write_raster(tmp_path / "s.tif", data, transform=transform)) as scene:
        layer = open_mask(path, scene.grid)
        assert layer.overlaps
        mask = layer.read(scene.grid.window)
        expected = np.zeros((100, 120), dtype=bool)
        expected[21:70, 10:60] = True
        expected[30:45, 30:40] = False
        # corners are off by up to 1e-7 degrees in GeoJSON: pixels on an inner edge may differ
        assert (mask != expected).sum() <= (0 if crs is None else 30)
        window = Window(17, 33, 40, 50)
        np.testing.assert_array_equal(layer.read(window), mask[window.slices])


def test_a_vector_without_crs_is_in_the_scenes(tmp_path, scene):
    path = write_vector(
        tmp_path / "c.shp", [polygon_wkb(ring_of(NORTH_UP, [(5, 5), (15, 5), (15, 15), (5, 15)]))], crs=None
    )
    told = []
    mask = open_mask(path, scene.grid, warn=lambda code, message: told.append(code))
    assert mask.read(scene.grid.window).sum() == 100
    assert told == ["crs-assumed"]


def test_a_world_polygon_and_long_edges(tmp_path):
    """A frame in degrees around everything is clipped before it is reprojected; its long edges bend as they should."""
    data = np.ones((1, 300, 300), dtype="uint8")
    wide = write_raster(tmp_path / "wide.tif", data, transform=Affine(300, 0, 450000, 0, -300, 5045000))
    world = polygon_wkb([(-180, -90), (180, -90), (180, 45.1), (-180, 45.1), (-180, -90)])
    path = write_vector(tmp_path / "w.gpkg", [world], crs="EPSG:4326")
    with open_scene(wide) as scene:
        mask = open_mask(path, scene.grid).read(scene.grid.window)
        rows, cols = np.mgrid[:300, :300] + 0.5
        xs, ys = scene.grid.transform @ (cols, rows)
        _, lats = transform_points("EPSG:32633", "EPSG:4326", xs.ravel().tolist(), ys.ravel().tolist())
        expected = np.reshape(lats, (300, 300)) < 45.1
        assert 0 < expected.sum() < expected.size
        assert (mask != expected).sum() <= 3


def test_vector_layers(tmp_path, scene):
    path = tmp_path / "c.gpkg"
    small, large = ([(5, 5), (5 + n, 5), (5 + n, 5 + n), (5, 5 + n)] for n in (10, 20))
    write_vector(path, [polygon_wkb(ring_of(NORTH_UP, small))], layer="small")
    write_vector(path, [polygon_wkb(ring_of(NORTH_UP, large))], layer="large", append=True)
    told = []
    first = open_mask(path, scene.grid, warn=lambda code, message: told.append(code))
    assert first.read(scene.grid.window).sum() == 100
    assert told == ["mask-first-layer"]
    assert open_mask(path, scene.grid, layer="large").read(scene.grid.window).sum() == 400
    with pytest.raises(InputError, match="no layer 'clouds'") as caught:
        open_mask(path, scene.grid, layer="clouds")
    assert caught.value.code == "mask-layer-missing"
    with pytest.raises(InputError, match=r"m\.tif is a raster, which has no layer 'clouds'\. Leave") as caught:
        open_mask(write_raster(tmp_path / "m.tif", np.ones((1, 9, 9), "uint8")), scene.grid, layer="clouds")
    assert caught.value.code == "mask-layer-missing"


def test_multipolygons_curves_and_z(tmp_path, scene):
    def square(at):
        return [
            [x, y, 100.0] for x, y in ring_of(NORTH_UP, [(at, at), (at + 10, at), (at + 10, at + 10), (at, at + 10)])
        ]

    shape = {"type": "MultiPolygon", "coordinates": [[square(5)], [square(30)]]}
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    feature = {"type": "Feature", "properties": {}, "geometry": shape}
    nothing = {"type": "Feature", "properties": {}, "geometry": None}
    path = tmp_path / "m.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature, nothing]}))
    assert open_mask(path, scene.grid).read(scene.grid.window).sum() == 200


def test_points_and_rubbish_are_refused(tmp_path, scene):
    point = b"\x01" + (1).to_bytes(4, "little") + np.array([500100, 4999900], dtype="<f8").tobytes()
    path = write_vector(tmp_path / "p.gpkg", [point], geometry_type="Point")
    with pytest.raises(InputError, match="no polygons") as caught:
        open_mask(path, scene.grid)
    assert caught.value.code == "mask-no-polygons"
    rubbish = tmp_path / "r.gpkg"
    rubbish.write_bytes(b"rubbish" * 100)
    with pytest.raises(InputError, match=r"r\.gpkg") as caught:
        open_mask(rubbish, scene.grid)
    assert caught.value.code == "mask-unreadable"
    with pytest.raises(InputError, match="no file"):
        open_mask(tmp_path / "gone.gpkg", scene.grid)


def test_dilation_is_a_disk_and_does_not_depend_on_the_window(tmp_path, scene):
    point = np.zeros((21, 21), dtype=bool)
    point[10, 10] = True
    rows, cols = np.mgrid[-10:11, -10:11]
    np.testing.assert_array_equal(dilated(point, 3), rows**2 + cols**2 <= 9)
    data = (np.random.default_rng(3).random((1, 100, 120)) > 0.997).astype("uint8")
    layer = open_mask(write_raster(tmp_path / "m.tif", data), scene.grid)
    whole = masked_window([layer], scene, scene.grid.window, nodata=False, dilate=4.5)
    np.testing.assert_array_equal(whole, dilated(data[0] > 0, 4.5))
    for window in scene.grid.window.blocks(17):
        part = masked_window([layer], scene, window, nodata=False, dilate=4.5)
        np.testing.assert_array_equal(part, whole[window.slices])


@given(st.integers(0, 10**6), st.integers(1, 60), st.integers(1, 60), st.integers(2, 25), st.floats(0.02, 0.9))
@settings(max_examples=50, deadline=None)
def test_holes_counted_by_blocks_equal_the_whole(seed, height, width, size, share):
    generator = np.random.default_rng(seed)
    hole = generator.random((height, width)) < share
    counter = HoleCounter(width)
    for block in Window(0, 0, height, width).blocks(size):
        counter.add(block, hole[block.slices])
    labels, number = ndimage.label(hole, structure=np.ones((3, 3)))
    largest = int(np.bincount(labels.ravel())[1:].max(initial=0))
    assert counter.result() == (number, largest)
    counts = block_counts(hole, size)
    for block in Window(0, 0, height, width).blocks(size):
        assert counts[block.row // size, block.col // size] == hole[block.slices].sum()


def test_sources_add_up_and_nodata_stays_unless_named(tmp_path):
    data = values((2, 100, 120))
    data[:, 60:70, 60:70] = 0  # nodata in all bands, half of it under the mask
    data[1, 20, 20] = 0  # nodata in one band only
    square = np.zeros((1, 100, 120), dtype="uint8")
    square[0, 65:80, 60:70] = 1
    other = np.zeros((1, 100, 120), dtype="uint8")
    other[0, 5:10, 5:10] = 1
    paths = [write_raster(tmp_path / "a.tif", square), write_raster(tmp_path / "b.tif", other)]
    with open_scene(write_raster(tmp_path / "s.tif", data, nodata=0)) as scene:
        layers = [open_mask(path, scene.grid) for path in paths]
        mask = materialise_mask(layers, scene, tmp_path / "mask.tif")
        codes = mask.read(scene.grid.window)
        expected = np.full((100, 120), CLEAR)
        expected[60:70, 60:70] = expected[20, 20] = NOTHING
        expected[70:80, 60:70] = expected[5:10, 5:10] = HOLE
        np.testing.assert_array_equal(codes, expected)
        stats = mask.stats
        assert (stats.hole_pixels, stats.holes, stats.largest_hole) == (125, 2, 100)
        assert stats.valid_pixels == 100 * 120 - 100
        assert stats.clear_pixels == 100 * 120 - 100 - 1 - 125
        assert stats.share == pytest.approx(125 / (100 * 120 - 101))
        assert mask.hole_count(Window(0, 0, 30, 30)) == 25
        assert mask.clear_count(Window(0, 0, 10, 10)) == 75
        assert mask.hole_blocks.total == 125

        named = materialise_mask(layers, scene, tmp_path / "named.tif", nodata=True)
        expected[60:70, 60:70] = expected[20, 20] = HOLE
        np.testing.assert_array_equal(named.read(scene.grid.window), expected)
        only = materialise_mask([], scene, tmp_path / "only.tif", nodata=True)
        assert only.stats.hole_pixels == 101


def test_mask_errors(tmp_path, scene):
    def make(name, data, **options):
        return open_mask(write_raster(tmp_path / name, data.astype("uint8"), **options), scene.grid)

    empty = make("e.tif", np.zeros((1, 100, 120)))
    full = make("f.tif", np.ones((1, 100, 120)))
    away = make("a.tif", np.ones((1, 100, 120)), transform=NORTH_UP @ Affine.translation(5000, 0))
    ring = ring_of(NORTH_UP, [(905, 5), (915, 5), (915, 15)])
    shape = open_mask(write_vector(tmp_path / "v.gpkg", [polygon_wkb(ring)]), scene.grid)
    other = make("o.tif", np.ones((1, 100, 120)), crs="EPSG:32655")
    cases = [([empty], "mask-empty"), ([full], "mask-covers-all"), ([empty, away], "mask-empty")]
    cases += [([layer], "mask-no-overlap") for layer in (away, shape, other)]
    for layers, code in cases:
        with pytest.raises(InputError) as caught:
            materialise_mask(layers, scene, tmp_path / "mask.tif")
        assert caught.value.code == code
    with pytest.raises(UsageError, match="No mask"):
        materialise_mask([], scene, tmp_path / "mask.tif")
    with pytest.raises(UsageError, match="grown by"):
        materialise_mask([full], scene, tmp_path / "mask.tif", dilate=1e9)
    told = []
    part = make("p.tif", np.arange(12000).reshape(1, 100, 120) < 500)
    materialise_mask([part, away], scene, tmp_path / "mask.tif", warn=lambda code, message: told.append(code))
    assert told == ["mask-source-outside"]


def test_a_mask_that_declares_its_own_value_no_data_is_told(tmp_path, scene):
    cloud = np.zeros((1, 100, 120), dtype="uint8")
    cloud[:, :20, :20] = 255
    for nodata, told in ((255, r"m255\.tif declares 255 no data"), (7, "declares 7"), (0, None)):
        path = write_raster(tmp_path / f"m{nodata}.tif", cloud if nodata == 255 else 0 * cloud, nodata=nodata)
        with pytest.raises(InputError) as caught:
            materialise_mask([open_mask(path, scene.grid)], scene, tmp_path / "mask.tif")
        assert caught.value.code == "mask-empty"
        assert re.search(told or "not zero, or of the listed classes", str(caught.value))


def test_a_mask_that_leaves_nothing_says_what_is_there(tmp_path, scene):
    scl = np.full((1, 100, 120), 4, dtype="uint8")
    scl[:, :50] = 5
    path = write_raster(tmp_path / "scl.tif", scl, nodata=255)
    many = write_raster(tmp_path / "many.tif", np.arange(12000).reshape(1, 100, 120).astype("uint16"))
    ring = ring_of(NORTH_UP, [(10.1, 5.1), (10.3, 5.1), (10.3, 5.3)])
    small = write_vector(tmp_path / "small.gpkg", [polygon_wkb(ring)])
    for sources, nodata, told in (
        ([open_mask(path, scene.grid, classes=[3, 8, 9])], False, r"has 4, 5 there, and none of the classes 3, 8, 9:"),
        ([open_mask(path, scene.grid, classes=[255])], False, r"scl\.tif declares 255 no data"),
        ([open_mask(many, scene.grid, classes=[60000])], False, r"has 0, 4, .*, 44, \.\.\. there, and none"),
        ([open_mask(small, scene.grid)], False, r"No pixel's centre lies in the shapes of .*small\.gpkg"),
        ([], True, "It declares no nodata: do so"),
    ):
        with pytest.raises(InputError, match=told) as caught:
            materialise_mask(sources, scene, tmp_path / "mask.tif", nodata=nodata)
        assert caught.value.code == "mask-empty"
    plain = write_raster(tmp_path / "plain.tif", np.ones((1, 20, 20), dtype="uint8"), nodata=0)
    with open_scene(plain) as full, pytest.raises(InputError, match="All of its pixels hold data"):
        materialise_mask([], full, tmp_path / "mask.tif", nodata=True)


def test_a_classification_without_classes_is_told(tmp_path, scene):
    scl = np.full((1, 100, 120), 4, dtype="uint8")
    scl[:, :50, :60], scl[:, 50:, :60], scl[:, :20, 60:] = 5, 8, 6
    classified = write_raster(tmp_path / "scl.tif", scl)
    with pytest.raises(InputError, match=r"scl\.tif has many values: name those .* classes=3,8-10") as caught:
        materialise_mask([open_mask(classified, scene.grid)], scene, tmp_path / "mask.tif")
    assert caught.value.code == "mask-covers-all"

    told = []
    scl[:, 60:] = 0
    some = write_raster(tmp_path / "some.tif", scl)
    three = write_raster(tmp_path / "three.tif", np.where(scl > 6, 0, scl))
    for source, classes in ((some, None), (some, [8]), (three, None)):
        mask = open_mask(source, scene.grid, classes=classes)
        materialise_mask([mask], scene, tmp_path / "mask.tif", warn=lambda code, message: told.append((code, message)))
    assert [code for code, _ in told] == ["mask-many-values"]
    assert "some.tif" in told[0][1]


def test_a_scene_without_valid_pixels(tmp_path):
    path = write_raster(tmp_path / "s.tif", np.zeros((2, 30, 30), dtype="uint16"), nodata=0)
    with open_scene(path) as scene:
        mask = open_mask(write_raster(tmp_path / "m.tif", np.ones((1, 30, 30), dtype="uint8")), scene.grid)
        with pytest.raises(InputError, match="no valid pixel") as caught:
            materialise_mask([mask], scene, tmp_path / "mask.tif")
        assert caught.value.code == "scene-no-valid-pixel"


def test_shapes_over_a_scene_without_georeference(tmp_path):
    path = write_raster(tmp_path / "s.tif", values((1, 50, 60)), crs=None, transform=None)
    down = [(5, -5), (15, -5), (15, -25), (5, -25), (5, -5)]
    up = [(x, -y) for x, y in down]
    with open_scene(path) as scene:
        for name, ring in (("down.gpkg", down), ("up.gpkg", up)):
            mask = open_mask(write_vector(tmp_path / name, [polygon_wkb(ring)], crs=None), scene.grid)
            assert mask.read(Window(5, 5, 20, 10)).all()
            assert mask.read(scene.grid.window).sum() == 200


def test_the_crs_of_a_scene_counts_for_masks(tmp_path):
    data = values((1, 40, 50))
    with open_scene(write_raster(tmp_path / "s.tif", data, crs=CRS.from_epsg(32632))) as scene:
        ring = ring_of(NORTH_UP, [(5, 5), (15, 5), (15, 15), (5, 15)])
        assert not open_mask(write_vector(tmp_path / "c.gpkg", [polygon_wkb(ring)]), scene.grid).overlaps


def test_what_there_is_to_fill_in_a_part(tmp_path):
    path = write_raster(tmp_path / "s.tif", values((1, 2200, 1500)))
    hole = np.random.default_rng(2).random((2200, 1500)) < 0.02
    hole[1000:1300, 700:1100] = True
    write_raster(tmp_path / "m.tif", hole[None].astype("uint8"))
    extent = Window(900, 650, 1250, 777)  # more than one block each way
    with open_scene(path) as scene:
        mask = materialise_mask([open_mask(tmp_path / "m.tif", scene.grid)], scene, tmp_path / "codes.tif")
        stats = mask.stats_in(Area(extent))
        assert mask.stats_in(None) == mask.stats
        mask.close()
    labels, number = ndimage.label(hole[extent.slices], np.ones((3, 3)))
    assert (stats.hole_pixels, stats.holes) == (hole[extent.slices].sum(), number)
    assert stats.largest_hole == np.bincount(labels.ravel())[1:].max()
    assert stats.clear_pixels == (~hole).sum()


@given(codes=arrays(np.uint8, (5, 7), elements=st.integers(0, 7)), wanted=st.lists(st.integers(0, 7), min_size=1))
def test_codes_among_some_are_those_of_numpy(codes, wanted):
    np.testing.assert_array_equal(coded(codes, wanted), np.isin(codes, wanted))
