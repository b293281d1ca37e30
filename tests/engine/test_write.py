"""Composing the output: the scene bit for bit, with the blended fills in its hole."""

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from hypothesis import given, settings
from hypothesis import strategies as st

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.profile import in_dtype
from geoinpaint_engine.raster.write import overview_factors
from tests.engine.composing import constant, fill_scene, holes
from tests.engine.raster_maker import values, write_raster

ALL_DTYPES = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float32", "float64"]


@pytest.mark.parametrize("dtype", ALL_DTYPES)
@pytest.mark.parametrize("cog", [False, True])
def test_equals_the_scene_outside_the_mask_in_every_dtype(tmp_path, dtype, cog):
    data = values((3, 300, 280), dtype)
    if np.dtype(dtype).kind in "iu":
        info = np.iinfo(dtype)
        data[:, 0, :2] = info.min, info.max
    path = write_raster(tmp_path / "s.tif", data)
    hole = holes(data.shape[1:])
    hole[0, :5] = False
    output, done = fill_scene(tmp_path, path, hole, constant(99.6), cog=cog)
    with rasterio.open(output) as filled, rasterio.open(tmp_path / "flag.tif") as flag:
        got = filled.read()
        assert got.dtype == np.dtype(dtype)
        np.testing.assert_array_equal(got[:, ~hole], data[:, ~hole])
        expected = np.float32(99.6) if np.dtype(dtype).kind == "f" else 100
        np.testing.assert_allclose(got[:, hole].astype(float), expected, rtol=1e-6)
        np.testing.assert_array_equal(flag.read(1), hole)
        assert cog or filled.overviews(1)  # GDAL gives a COG this small none
        assert filled.block_shapes[0] == (512, 512)
        assert filled.compression.name == "deflate"
        layout = filled.tags(ns="IMAGE_STRUCTURE").get("LAYOUT")
        assert (layout == "COG") == cog
    assert (done.filled, done.unfilled) == (hole.sum(), 0)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_a_cog_has_the_same_bytes_whether_or_not_what_it_is_made_of_is_compressed(tmp_path, dtype):
    made = []
    for compressed in (False, True):
        folder = tmp_path / str(compressed)
        folder.mkdir()
        path = write_raster(folder / "s.tif", values((3, 600, 580), dtype))
        output, _ = fill_scene(folder, path, holes((600, 580)), constant(99.6), cog=True, compressed=compressed)
        made.append(output.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("masked", [False, True])
def test_a_cog_has_the_means_of_its_pixels_as_overviews(tmp_path, masked):
    data = values((2, 1100, 900), "uint16")
    mask = np.ones((1100, 900), dtype=bool)
    mask[:200, :300] = not masked
    path = write_raster(tmp_path / "s.tif", data, mask=mask if masked else None)
    output, _ = fill_scene(tmp_path, path, holes((1100, 900)), constant(99.6), cog=True)
    with rasterio.open(output) as filled, rasterio.open(output, overview_level=0) as half:
        assert filled.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert filled.overviews(1) == [2, 4]
        pixels, valid = filled.read().astype(float), filled.dataset_mask() > 0
        means = pixels.reshape(2, 550, 2, 450, 2).mean(axis=(2, 4))
        kept = valid.reshape(550, 2, 450, 2).all(axis=(1, 3))
        assert np.abs(half.read() - means)[:, kept].max() <= 0.5
        np.testing.assert_array_equal(half.dataset_mask() > 0, kept)


def test_nodata_stays_and_is_never_made(tmp_path):
    data = values((2, 80, 70))
    data[:, 10:15, 10:15] = 0
    data[1, 30, 30] = 0
    path = write_raster(tmp_path / "s.tif", data, nodata=0)
    hole = np.zeros((80, 70), dtype=bool)
    hole[5:40, 5:40] = True
    output, done = fill_scene(tmp_path, path, hole, constant(0))
    with rasterio.open(output) as filled:
        got = filled.read()
        gone = data == 0
        assert (got[gone] == 0).all()
        assert (got[:, hole][~gone[:, hole]] == 1).all()
        np.testing.assert_array_equal(got[:, ~hole], data[:, ~hole])
    assert done.filled == 35 * 35 - 25
    output, done = fill_scene(tmp_path, path, hole, constant(0), nodata=True)
    with rasterio.open(output) as filled:
        assert (filled.read()[:, hole] == 1).all()
    assert done.filled == 35 * 35


@pytest.mark.parametrize("dtype", ALL_DTYPES)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_numbers_fit_the_dtype_and_avoid_nodata(dtype, data):
    kind = np.dtype(dtype)
    whole = kind.kind in "iu"
    low, high = (np.iinfo(kind).min, np.iinfo(kind).max) if whole else (-1e6, 1e6)
    nodata = data.draw(st.sampled_from([None, low, high, 0, 1]))
    beside = [float(nodata)] if nodata is not None else []
    number = st.one_of(st.floats(-1e20, 1e20), st.floats(-3, 300), st.sampled_from([float(low), float(high), *beside]))
    wanted = np.array(data.draw(st.lists(number, min_size=1, max_size=9)))
    got = in_dtype(wanted, kind, nodata)
    assert got.dtype == kind
    if nodata is not None:
        assert (got != kind.type(nodata)).all()
    if whole:
        for value, result in zip(wanted, got, strict=True):
            exact = min(max(round(float(value)), int(low)), int(high))
            assert int(result) == exact or (exact == nodata and abs(int(result) - exact) == 1)
    else:
        np.testing.assert_allclose(got, np.clip(wanted, np.finfo(kind).min, np.finfo(kind).max), rtol=1e-5, atol=1e-30)


def test_neighbouring_fills_are_blended_in_any_order(tmp_path):
    data = values((2, 150, 160), "float64")
    path = write_raster(tmp_path / "s.tif", data)
    hole = np.zeros((150, 160), dtype=bool)
    hole[20:130, 20:140] = True

    def by_window(window, bands):
        return np.random.default_rng([window.row, window.col]).random((bands, *window.shape)).astype(np.float32) * 1000

    outputs = []
    for name, order in (("a", 1), ("b", -1)):
        folder = tmp_path / name
        folder.mkdir()
        outputs.append(fill_scene(folder, path, hole, by_window, order=order)[0])
    assert outputs[0].read_bytes() == outputs[1].read_bytes()

    def ramp(window, bands):
        rows, cols = np.mgrid[window.row : window.row_stop, window.col : window.col_stop]
        return np.stack([rows * 1.0, cols * 2.0]).astype(np.float32)

    output, _ = fill_scene(tmp_path, path, hole, ramp)  # where all agree the blend is what they agree on
    with rasterio.open(output) as filled:
        rows, cols = np.nonzero(hole)
        np.testing.assert_allclose(filled.read()[:, hole], np.stack([rows * 1.0, cols * 2.0]), atol=1e-9)
    output, done = fill_scene(tmp_path, path, hole, ramp, skip=(4,))  # and so it is beside a window that is missing
    with rasterio.open(output) as filled, rasterio.open(tmp_path / "flag.tif") as flag:
        code = flag.read(1)
        assert done.unfilled == (code == 2).sum() == 32 * 20
        rows, cols = np.nonzero(code == 1)
        np.testing.assert_allclose(filled.read()[:, code == 1], np.stack([rows * 1.0, cols * 2.0]), atol=1e-9)


@pytest.mark.parametrize("cog", [False, True])
def test_any_number_of_threads_writes_the_same_bytes(tmp_path, cog):
    data = values((2, 1100, 1250), "uint16")  # four blocks, and overviews
    path = write_raster(tmp_path / "s.tif", data)
    hole = np.zeros(data.shape[1:], dtype=bool)
    hole[990:1060, 1000:1060] = hole[20:60, 1100:1200] = hole[1080:, :70] = True

    def by_window(window, bands):
        return np.random.default_rng([window.row, window.col]).random((bands, *window.shape)).astype(np.float32) * 1000

    written = []
    for threads in (1, 2, 5):
        folder = tmp_path / str(threads)
        folder.mkdir()
        output, done = fill_scene(folder, path, hole, by_window, cog=cog, threads=threads)
        written.append((output.read_bytes(), (folder / "flag.tif").read_bytes(), done))
    assert written[0] == written[1] == written[2]
    with rasterio.open(output) as filled:
        assert filled.overviews(1)
        np.testing.assert_array_equal(filled.read()[:, ~hole], data[:, ~hole])


def test_what_no_window_fills_stays_and_is_flagged(tmp_path):
    data = values((2, 150, 160))
    path = write_raster(tmp_path / "s.tif", data)
    hole = np.zeros((150, 160), dtype=bool)
    hole[20:130, 20:140] = True

    def holed(window, bands):
        out = np.full((bands, *window.shape), 50, dtype=np.float32)
        rows = np.arange(window.row, window.row_stop)
        out[1, (rows >= 60) & (rows < 70)] = np.nan
        return out

    output, done = fill_scene(tmp_path, path, hole, holed, overlap=0, skip=(0,))
    with rasterio.open(output) as filled, rasterio.open(tmp_path / "flag.tif") as flag:
        left = np.zeros_like(hole)
        left[60:70] = left[:48, :48] = True
        code = flag.read(1)
        np.testing.assert_array_equal(code, np.where(hole, np.where(left, 2, 1), 0))
        np.testing.assert_array_equal(filled.read()[:, code != 1], data[:, code != 1])
        assert (filled.read()[:, code == 1] == 50).all()
    assert done.unfilled == (hole & left).sum()


def test_extent_limits_what_is_filled_and_nothing_else(tmp_path):
    data = values((1, 150, 160))
    path = write_raster(tmp_path / "s.tif", data)
    hole = np.zeros((150, 160), dtype=bool)
    hole[20:130, 20:140] = True

    def by_window(window, bands):
        return np.random.default_rng([window.row, window.col]).random((bands, *window.shape)).astype(np.float32) * 1000

    extent = Window(33, 40, 50, 61)
    with rasterio.open(fill_scene(tmp_path, path, hole, by_window)[0]) as filled:
        whole = filled.read()
    with rasterio.open(fill_scene(tmp_path, path, hole, by_window, extent=extent)[0]) as filled:
        part = filled.read()
    inside = np.zeros_like(hole)
    inside[extent.slices] = True
    np.testing.assert_array_equal(part[:, inside], whole[:, inside])
    np.testing.assert_array_equal(part[:, ~inside], data[:, ~inside])


def test_overviews_end_at_a_small_one():
    assert overview_factors(200, 256) == []
    assert overview_factors(1000, 300) == [2, 4]
    assert overview_factors(10980, 10980) == [2, 4, 8, 16, 32, 64]
