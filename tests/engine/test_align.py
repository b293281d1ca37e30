import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.warp import transform as transform_points

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.align import open_aligned, to_scene_dn, whole_pixel_shift
from geoinpaint_engine.raster.bands import choose_bands, match_bands
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec
from tests.engine.raster_maker import NORTH_UP, ROTATED, SOUTH_UP, values, write_raster

GREY_ALPHA = (ColorInterp.gray, ColorInterp.undefined, ColorInterp.alpha)
UTM33 = CRS.from_epsg(32633)
UTM32 = CRS.from_epsg(32632)


def plane(grid, crs=UTM33):
    """A field that is linear in UTM 33 coordinates, at the pixel centres of a grid: (rows, cols), and its step a px."""
    rows, cols = np.mgrid[: grid.height, : grid.width] + 0.5
    xs, ys = grid.transform @ (cols, rows)
    if grid.crs != crs:
        moved = transform_points(grid.crs, crs, xs.ravel().tolist(), ys.ravel().tolist())
        xs, ys = (np.reshape(v, rows.shape) for v in moved)
    return 0.1 * (xs - 499000) + 0.03 * (ys - 4985000) + 10


def test_the_same_grid_is_read_as_it_is(tmp_path):
    data = values((2, 40, 50))
    data[0, 5, 6] = 0
    grid = Grid(UTM33, NORTH_UP, 40, 50)
    layer = open_aligned(write_raster(tmp_path / "r.tif", data, nodata=0), grid)
    assert layer.exact
    assert layer.overlaps
    read, valid = layer.read(Window(2, 3, 30, 40))
    assert read.dtype == np.float32
    expected = data[:, 2:32, 3:43].astype("float32")
    expected[:, ~valid] = 0
    np.testing.assert_array_equal(read[:, valid], expected[:, valid])
    assert (~valid).sum() == 1
    assert not valid[3, 3]


@pytest.mark.parametrize("transform", [NORTH_UP, SOUTH_UP, ROTATED])
def test_whole_pixel_shifts_are_exact_and_outside_is_invalid(tmp_path, transform):
    data = values((1, 40, 50))
    path = write_raster(tmp_path / "r.tif", data, transform=transform)
    grid = Grid(UTM33, transform @ Affine.translation(-4, 7), 40, 50)
    layer = open_aligned(path, grid)
    assert layer.exact
    read, valid = layer.read(grid.window)
    np.testing.assert_array_equal(read[0, :33, 4:], data[0, 7:, :46])
    assert valid[:33, 4:].all()
    assert valid.sum() == 33 * 46
    assert (read[0][~valid] == 0).all()


def test_grids_that_do_not_align_have_no_shift():
    grid = Grid(UTM33, NORTH_UP, 100, 100)
    assert whole_pixel_shift(grid, grid) == (0, 0)
    assert whole_pixel_shift(grid, Grid(UTM33, NORTH_UP @ Affine.translation(0.3, 0), 100, 100)) is None
    assert whole_pixel_shift(grid, Grid(UTM33, NORTH_UP @ Affine.scale(2), 50, 50)) is None
    assert whole_pixel_shift(grid, Grid(UTM33, NORTH_UP @ Affine.rotation(1), 100, 100)) is None
    assert whole_pixel_shift(grid, Grid(UTM32, NORTH_UP, 100, 100)) is None


def foreign_source():
    """A grid in UTM 32 that covers the test scenes."""
    (x,), (y,) = transform_points(UTM33, UTM32, [500500], [4999500])
    return Grid(UTM32, Affine(10, 0, x - 3000, 0, -10, y + 3000), 600, 600)


SOURCES = {
    "other CRS": foreign_source(),
    "20 m": Grid(UTM33, Affine(20, 0, 498000, 0, -20, 5002000), 300, 300),
    "2 m": Grid(UTM33, Affine(2, 0, 499500, 0, -2, 5000600), 1200, 1200),
    "half a pixel off": Grid(UTM33, Affine(10, 0, 498005, 0, -10, 5002003), 500, 500),
    "rotated": Grid(UTM33, Affine.translation(498000, 5001500) @ Affine.rotation(15) @ Affine.scale(12, -12), 500, 500),
    "degrees": Grid(CRS.from_epsg(4326), Affine(1e-4, 0, 14.97, 0, -1e-4, 45.18), 600, 700),
}
TARGETS = {
    "north-up": Grid(UTM33, NORTH_UP, 80, 90),
    "south-up": Grid(UTM33, Affine(10, 0, 500000, 0, 10, 4999000), 80, 90),
    "rotated": Grid(UTM33, ROTATED, 80, 90),
}


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("target", TARGETS)
def test_a_plane_stays_a_plane_on_any_grid(tmp_path, source, target):
    data = plane(SOURCES[source])[None].astype("float32")
    path = write_raster(tmp_path / "r.tif", data, crs=SOURCES[source].crs, transform=SOURCES[source].transform)
    grid = TARGETS[target]
    layer = open_aligned(path, grid)
    assert not layer.exact
    read, valid = layer.read(grid.window)
    assert valid.all()
    assert np.abs(read[0] - plane(grid)).max() < 0.1  # a pixel is a step of 1
    window = Window(11, 17, 33, 40)
    part, _ = layer.read(window)
    np.testing.assert_allclose(part, read[(slice(None), *window.slices)], atol=5e-3)


def test_nodata_does_not_leak_into_its_neighbours(tmp_path):
    data = np.full((2, 100, 100), 1000, dtype="uint16")
    data[:, 40:60, 40:60] = 0
    data[1, 10, 10] = 0
    path = write_raster(tmp_path / "r.tif", data, nodata=0)
    layer = open_aligned(path, Grid(UTM33, NORTH_UP @ Affine.translation(0.4, 0.3), 99, 99))
    read, valid = layer.read(layer.grid.window)
    np.testing.assert_allclose(read[:, valid], 1000, rtol=1e-6)
    assert not valid[42:57, 42:57].any()
    assert 18**2 < (~valid).sum() < 22**2


@pytest.mark.parametrize("shift", [(3, 2), (0.4, 0.3)])
def test_masks_and_alpha_of_the_source_count(tmp_path, shift):
    data = np.full((2, 60, 60), 700, dtype="uint16")
    shown = np.ones((60, 60), dtype=bool)
    shown[:, 30:] = False
    data[:, ~shown] = 65000
    with_mask = write_raster(tmp_path / "m.tif", data, mask=shown)
    alpha = np.concatenate([data, shown[None].astype("uint16") * 65535])
    with_alpha = write_raster(tmp_path / "a.tif", alpha, colorinterp=list(GREY_ALPHA))
    grid = Grid(UTM33, NORTH_UP @ Affine.translation(*shift), 50, 50)
    for path in (with_mask, with_alpha):
        layer = open_aligned(path, grid)
        assert layer.count == 2
        read, valid = layer.read(grid.window)
        assert valid[:, :26].all()
        assert not valid[:, 31:].any()
        np.testing.assert_allclose(read[:, valid], 700, rtol=1e-6)


def test_nan_of_a_reference_is_just_invalid(tmp_path):
    data = values((2, 40, 40), "float32")
    data[0, 5, 5] = np.nan
    data[1, 6, 6] = np.inf
    path = write_raster(tmp_path / "r.tif", data)
    exact = open_aligned(path, Grid(UTM33, NORTH_UP, 40, 40))
    assert (~exact.read(exact.grid.window)[1]).sum() == 2
    between = open_aligned(path, Grid(UTM33, NORTH_UP @ Affine.translation(0.5, 0.5), 39, 39))
    read, valid = between.read(between.grid.window)
    assert np.isfinite(read).all()
    assert not valid[5, 5]


def test_classes_are_never_interpolated(tmp_path):
    generator = np.random.default_rng(1)
    classes = generator.choice([0, 3, 8, 11], (1, 60, 60)).astype("uint8")
    path = write_raster(tmp_path / "c.tif", classes, transform=Affine(20, 0, 500000, 0, -20, 5000000))
    layer = open_aligned(path, Grid(UTM33, NORTH_UP, 120, 120), classes=True)
    read, valid = layer.read(layer.grid.window)
    assert valid.all()
    np.testing.assert_array_equal(read[0], np.kron(classes[0], np.ones((2, 2))))


def test_far_away_is_invalid_and_told_by_overlaps(tmp_path):
    path = write_raster(tmp_path / "r.tif", values((1, 30, 30)), crs="EPSG:32655")
    layer = open_aligned(path, Grid(UTM33, NORTH_UP, 20, 20))
    assert not layer.overlaps
    assert not layer.read(layer.grid.window)[1].any()
    beside = Grid(CRS.from_epsg(32655), NORTH_UP @ Affine.translation(50, 0), 9, 9)
    moved = open_aligned(path, beside)
    assert moved.exact
    assert not moved.overlaps


def test_without_georeference_shapes_must_agree(tmp_path):
    bare = write_raster(tmp_path / "b.tif", values((1, 30, 40)), crs=None, transform=None)
    placed = write_raster(tmp_path / "p.tif", values((1, 30, 40)))
    nowhere = Grid(None, Affine.identity(), 30, 40)
    told = []

    def warn(code, message):
        told.append(code)

    assert open_aligned(bare, nowhere, warn=warn).exact
    assert told == []
    assert open_aligned(placed, nowhere, warn=warn).exact
    assert open_aligned(bare, Grid(UTM33, NORTH_UP, 30, 40), warn=warn).exact
    assert told == ["assumed-aligned"] * 2
    for path in (bare, placed):
        with pytest.raises(InputError, match="differ in size") as caught:
            open_aligned(path, Grid(None, Affine.identity(), 31, 40))
        assert caught.value.code == "grid-mismatch"


def test_one_missing_crs_is_assumed(tmp_path):
    path = write_raster(tmp_path / "r.tif", values((1, 60, 60)), crs=None)
    told = []
    for crs, shift in [(UTM33, 0), (UTM33, 0.5), (None, 0.5), (None, 3)]:
        grid = Grid(crs, NORTH_UP @ Affine.translation(shift, 0), 40, 40)
        layer = open_aligned(path, grid, warn=lambda code, message: told.append(code))
        assert layer.read(grid.window)[1].all()
    assert told == ["crs-assumed"] * 2


def test_a_local_crs_is_an_error(tmp_path):
    local = CRS.from_wkt('LOCAL_CS["somewhere",UNIT["metre",1]]')
    path = write_raster(tmp_path / "r.tif", values((1, 20, 20)), crs=local)
    with pytest.raises(InputError, match=r"r\.tif") as caught:
        open_aligned(path, Grid(UTM33, NORTH_UP, 20, 20))
    assert caught.value.code == "crs-unknown"


def test_bands_match_by_name_then_by_position():
    def match(scene, theirs, numbers=None, count=None):
        return match_bands(scene, numbers or range(1, len(scene) + 1), count or len(scene), theirs, title="r")

    assert match(["B02", "B8A"], ["b8a", "B03", "B2"]) == (2, 0)
    assert match(["red", "green", "blue"], ["B02", "B03", "B04"]) == (2, 1, 0)
    assert match(["B8", "B04"], ["Red", "NIR", "SWIR 1"]) == (1, 0)
    assert match(["vv", "NDVI"], ["ndvi", "VV"]) == (1, 0)
    assert match(["", ""], ["B02", "B03"]) == (0, 1)
    assert match(["B08", "B02"], ["", "", "", ""], [4, 1], 4) == (3, 0)
    assert match(["B08", "B02"], ["", ""], [4, 1], 4) == (0, 1)
    assert match(["B02", "B03", "B08"], ["B02", "B03", "B8A"]) == (0, 1, 2)
    assert match(["B02", "B03", "B04", "B08"], ["Band 1", "Band 2", "Band 3", "Band 4"]) == (0, 1, 2, 3)  # a count
    assert match(["Band 3", "Band 1"], ["B02", "B03", "B04"], [3, 1], 3) == (2, 0)
    assert match(["B02", "B03", "B04"], ["NDVI", "B09", "B02_old"]) == (0, 1, 2)
    for theirs in (["B04", "B03", "B02", "B8A"], ["red", "green", "blue", "NDVI"]):  # not in the scene's order
        with pytest.raises(InputError, match=r"by name, and stand in another order\.") as caught:
            match(["B02", "B03", "B04", "B08"], theirs)
        assert caught.value.hint == "Fill those that both have: --bands B02,B03,B04."
    with pytest.raises(InputError, match="do not match") as caught:
        match(["B02", "B03"], ["B02", "B04", "B08"])
    assert (caught.value.code, caught.value.hint) == ("bands-unmatched", "Fill those that both have: --bands B02.")
    with pytest.raises(InputError, match="Name the bands alike"):
        match(["", ""], ["B02", "B04", "B08"])


def test_bands_are_chosen_in_any_usual_way_of_writing_them():
    names = ["red", "G", "Band 2", "nir", "NDVI"]
    assert choose_bands(["B04", "b03", "blue", "B8", "ndvi"], names, title="s") == (1, 2, 3, 4, 5)
    assert choose_bands([2, "1"], names, title="s") == (2, 1)
    for wanted in ("B11", 6, 0, "\N{SUPERSCRIPT TWO}", "9" * 5000):
        with pytest.raises(InputError, match="Its bands are 1 red, 2 G") as caught:
            choose_bands([wanted], names, title="s")
        assert caught.value.code == "band-missing"


def test_radiometry_goes_into_the_scenes_dn():
    before, after = Radiometry(1e-4, 0.0), Radiometry(1e-4, -0.1)
    told = []

    def warn(code, message):
        told.append((code, message))

    def carry(theirs, ours, integers=(True, True)):
        gain, shift = to_scene_dn((theirs,), (ours,), integers=integers, title="r.tif", warn=warn)
        return gain[0] * 3000 + shift[0]

    assert carry(before, after) == pytest.approx(4000)
    assert carry(after, before) == pytest.approx(2000)
    assert carry(after, after) == pytest.approx(3000)
    assert told == []
    assert carry(Radiometry(), after) == pytest.approx(4000)
    assert carry(after, Radiometry()) == pytest.approx(2000)
    assert [code for code, _ in told] == ["radiometry-assumed"] * 2
    assert told[0][1].startswith("r.tif declares no")
    assert told[1][1].startswith("The scene declares no")
    assert carry(Radiometry(), Radiometry()) == 3000
    told.clear()
    gain, shift = to_scene_dn((Radiometry(),), (after,), integers=(False, True), title="r.tif", warn=warn)
    assert 0.3 * gain[0] + shift[0] == pytest.approx(4000, rel=1e-5)  # reflectance in floats
    assert told == []


def test_a_spec_overrides_the_file(tmp_path):
    data = values((2, 20, 20))
    data[0, 3:6, 3:6] = 7
    spec = RasterSpec(
        str(write_raster(tmp_path / "r.tif", data)), ("B02", "B03"), (Radiometry(2.0),) * 2, nodata=7, date="2020-01-01"
    )
    for shift in (0, 0.5):
        layer = open_aligned(spec, Grid(UTM33, NORTH_UP @ Affine.translation(shift, shift), 19, 19))
        assert (layer.names, layer.date, layer.radiometry[1].scale) == (("B02", "B03"), "2020-01-01", 2.0)
        assert (~layer.read(layer.grid.window)[1]).any()


@pytest.mark.parametrize("transform", [NORTH_UP, NORTH_UP @ Affine.translation(0.3, 0.4)])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_fill_values_that_nobody_declared_are_no_data(tmp_path, transform, dtype):
    data = values((2, 40, 50), dtype)
    data[0, 5:8, 6:9] = np.finfo(dtype).min
    layer = open_aligned(write_raster(tmp_path / "r.tif", data, transform=transform), Grid(UTM33, NORTH_UP, 40, 50))
    read, valid = layer.read(Window(0, 0, 40, 50))
    assert not valid[6, 7]
    assert valid[20:30, 20:30].all()
    assert np.abs(read).max() <= 2 * np.abs(data[1]).max()
