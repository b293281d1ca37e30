import threading

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from rasterio.enums import ColorInterp

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec
from tests.engine.raster_maker import ROTATED, SOUTH_UP, values, write_raster

ALL_DTYPES = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float32", "float64"]


@pytest.mark.parametrize("dtype", ALL_DTYPES)
def test_reads_every_dtype_as_it_is(tmp_path, dtype):
    data = values((3, 40, 50), dtype)
    with open_scene(write_raster(tmp_path / "s.tif", data)) as scene:
        window = Window(3, 5, 20, 30)
        read, valid = scene.read(window)
        assert read.dtype == np.dtype(dtype)
        np.testing.assert_array_equal(read, data[(slice(None), *window.slices)])
        assert valid.all()
        assert scene.read_valid(window).all()


@pytest.mark.parametrize("transform", [SOUTH_UP, ROTATED, Affine(0.0001, 0, 15, 0, -0.0001, 45)])
def test_keeps_the_grid(tmp_path, transform):
    with open_scene(write_raster(tmp_path / "s.tif", values((1, 20, 30)), transform=transform)) as scene:
        assert scene.grid.transform.almost_equals(transform)
        assert scene.grid.shape == (20, 30)


def test_bands_by_name_and_number(tmp_path):
    path = write_raster(tmp_path / "s.tif", values((4, 10, 10)), names=["B02", "B03", "B04", "B8A"])
    with open_scene(path, bands=["B8a", "2", "b2"]) as scene:
        assert scene.numbers == (4, 2, 1)
        assert scene.band_names == ("B8A", "B03", "B02")
    with pytest.raises(InputError, match="no band 'B12'") as caught:
        open_scene(path, bands=["B12"])
    assert caught.value.code == "band-missing"
    assert "B8A" in caught.value.hint
    with pytest.raises(UsageError, match="twice"):
        open_scene(path, bands=["B02", "1"])


def test_nodata_alpha_and_masks_make_pixels_invalid(tmp_path):
    data = values((3, 10, 12))
    data[1, 2, 3] = 0
    with open_scene(write_raster(tmp_path / "n.tif", data, nodata=0)) as scene:
        _, valid = scene.read_bands(scene.grid.window)
        assert (~valid).sum() == 1
        assert not valid[1, 2, 3]
    shown = np.ones((10, 12), dtype=bool)
    shown[4, 5] = False
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        path = write_raster(tmp_path / "m.tif", data, mask=shown)
    for masked in (path, write_raster(tmp_path / "ext.tif", data, mask=shown)):
        with open_scene(masked) as scene:
            assert scene.masked
            np.testing.assert_array_equal(scene.read(scene.grid.window)[1], shown)
    alpha = np.concatenate([data, (shown * 65535)[None].astype("uint16")])
    colours = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha]
    with open_scene(write_raster(tmp_path / "a.tif", alpha, colorinterp=colours, photometric="rgb")) as scene:
        assert (scene.count, scene.alpha) == (3, 4)
        np.testing.assert_array_equal(scene.read(scene.grid.window)[1], shown)


@pytest.mark.parametrize("nodata", [None, np.nan, -9999])
def test_nan_is_no_data_declared_or_not_and_infinity_is_not(tmp_path, nodata):
    data = values((2, 10, 10), "float32")
    data[0, 3, 4] = np.nan
    with open_scene(write_raster(tmp_path / "n.tif", data, nodata=nodata)) as scene:
        assert (~scene.read_bands(scene.grid.window)[1]).sum() == 1
        assert not scene.read_valid(scene.grid.window)[0, 3, 4]
    for bad in (np.inf, -np.inf, np.finfo("float32").min):
        data[0, 3, 4] = bad
        with (
            open_scene(write_raster(tmp_path / "u.tif", data, nodata=nodata)) as scene,
            pytest.raises(InputError, match="infinity or numbers beyond") as caught,
        ):
            scene.read(scene.grid.window)
        assert caught.value.code == "scene-not-finite"
        with open_scene(tmp_path / "u.tif") as scene:
            assert scene.read(Window(5, 5, 5, 5))[1].all()


def test_lowest_float_as_nodata(tmp_path):
    data = values((1, 6, 6), "float32")
    data[0, 1, 1] = np.finfo("float32").min
    with open_scene(write_raster(tmp_path / "s.tif", data, nodata=float(np.finfo("float32").min))) as scene:
        assert (~scene.read(scene.grid.window)[1]).sum() == 1


def test_what_is_known_beforehand_counts(tmp_path):
    data = values((2, 6, 6))
    data[:, 0, 0] = 0
    path = write_raster(tmp_path / "s.tif", data, scales=[0.5, 0.25], offsets=[1.0, 2.0])
    with open_scene(path, bands=[2]) as scene:
        assert scene.radiometry == (Radiometry(0.25, 2.0),)
    spec = RasterSpec(
        str(path), names=("B02", "B08"), radiometry=(Radiometry(1e-4, -0.1),) * 2, nodata=0, date="2022-05-01"
    )
    with open_scene(spec, bands=["B08"]) as scene:
        assert (scene.numbers, scene.band_names, scene.date) == ((2,), ("B08",), "2022-05-01")
        assert scene.radiometry == (Radiometry(1e-4, -0.1),)
        assert not scene.read(scene.grid.window)[1][0, 0]


def test_vrt_and_jp2_open(tmp_path):
    data = values((3, 32, 32))
    tif = write_raster(tmp_path / "s.tif", data)
    rasterio.shutil.copy(tif, tmp_path / "s.vrt", driver="VRT")
    write_raster(tmp_path / "s.jp2", data, driver="JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES")
    for path in ("s.vrt", "s.jp2"):
        with open_scene(tmp_path / path) as scene:
            np.testing.assert_array_equal(scene.read(scene.grid.window)[0], data)
            assert str(tmp_path / path) in scene.files


def test_no_georeference_is_told(tmp_path):
    told = []
    path = write_raster(tmp_path / "s.tif", values((1, 8, 8)), crs=None, transform=None)
    with open_scene(path, warn=lambda code, message: told.append(code)) as scene:
        assert not scene.grid.georeferenced
    assert told == ["no-georeference"]


def test_bad_files_are_named(tmp_path):
    good = write_raster(tmp_path / "s.tif", values((2, 300, 300)))
    half = tmp_path / "half.tif"
    half.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    with pytest.raises(InputError, match=r"half\.tif") as caught, open_scene(half) as scene:
        scene.read(scene.grid.window)
    assert caught.value.code == "raster-unreadable"
    text = tmp_path / "text.tif"
    text.write_text("no raster at all")
    with pytest.raises(InputError, match=r"text\.tif"):
        open_scene(text)
    with pytest.raises(InputError, match=r"There is no file .*gone\.tif"):
        open_scene(tmp_path / "gone.tif")


def test_complex_and_absurd_rasters_are_refused(tmp_path):
    path = write_raster(tmp_path / "c.tif", np.ones((1, 4, 4), dtype="complex64"))
    with pytest.raises(InputError, match="complex") as caught:
        open_scene(path)
    assert caught.value.code == "complex-dtype"
    vrt = tmp_path / "huge.vrt"
    vrt.write_text(
        '<VRTDataset rasterXSize="900000" rasterYSize="900000"><VRTRasterBand dataType="Byte" band="1"/></VRTDataset>'
    )
    with pytest.raises(InputError, match="900000") as caught:
        open_scene(vrt)
    assert caught.value.code == "raster-too-large"


def test_threads_have_handles_of_their_own(tmp_path):
    data = values((2, 256, 256))
    with open_scene(write_raster(tmp_path / "s.tif", data, tiled=True, blockxsize=64, blockysize=64)) as scene:
        wrong, seen = [], set()

        def work(seed):
            generator = np.random.default_rng(seed)
            seen.add(id(scene.handles.get()))
            for row, col in generator.integers(0, 200, (30, 2)):
                window = Window(int(row), int(col), 50, 50)
                if not np.array_equal(scene.read(window)[0], data[(slice(None), *window.slices)]):
                    wrong.append(window)

        threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not wrong
    assert len(seen) == 4


@pytest.mark.parametrize("kind", ["image", "cutline", "soft"])
def test_an_alpha_band_that_looks_like_an_image_is_told(kind, tmp_path):
    shape, generator = (200, 180), np.random.default_rng(4)
    data = generator.integers(1, 200, (3, *shape)).astype("uint8")
    across = np.linspace(-20, 20, shape[1])[None] + np.zeros(shape)
    fourth = {
        "image": generator.integers(60, 180, shape), "cutline": np.where(across > 0, 255, 0),
        "soft": np.clip(across * 40 + 128, 0, 255),
    }[kind].astype("uint8")  # fmt: skip
    colours = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha]
    every = np.concatenate([data, fourth[None]])
    path = write_raster(tmp_path / "a.tif", every, colorinterp=colours, photometric="rgb")
    told = []
    with open_scene(path, warn=lambda code, message: told.append((code, message))) as scene:
        assert scene.count == 3
    assert [code for code, _ in told] == (["alpha-copied"] if kind == "image" else [])
    assert all("-colorinterp_4" in message for _, message in told)
