import os
import subprocess
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.enums import ColorInterp
from rasterio.io import MemoryFile

from geoinpaint_engine.errors import Cancelled, ResourceError, UsageError
from geoinpaint_engine.raster.fills import FillStore
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.masks import materialise_mask
from geoinpaint_engine.raster.output import LOCK, WorkFolder, check_output, check_tiff, publish
from geoinpaint_engine.raster.profile import in_dtype
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.windows import plan_windows
from geoinpaint_engine.raster.write import compose, finish, overview_factors
from tests.engine.raster_maker import NORTH_UP, ROTATED, SOUTH_UP, values, write_raster

ALL_DTYPES = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float32", "float64"]


def holes(shape, seed=0):
    """(rows, cols) bool with a few blobs."""
    generator = np.random.default_rng(seed)
    hole = np.zeros(shape, dtype=bool)
    for _ in range(4):
        row, col = (int(generator.integers(0, n - 20)) for n in shape)
        hole[row : row + 19, col : col + 17] = True
    return hole


def fill_scene(
    folder,
    path,
    hole,
    fill,
    *,
    bands=(),
    nodata=False,
    overlap=16,
    extent=None,
    cog=False,
    order=1,
    skip=(),
    given=None,
):
    """Takes a scene all the way: mask, windows, fills (a function of the window), composed and published."""
    output = folder / "filled.tif"
    with open_scene(path, bands=bands) as scene, WorkFolder(output) as work:
        mask_file = given or work / "given.tif"
        grid = scene.grid
        write_raster(mask_file, hole[None].astype("uint8"), crs=grid.crs, transform=grid.transform)
        mask = materialise_mask([open_mask(mask_file, grid)], scene, work / "mask.tif", nodata=nodata)
        plan = plan_windows(grid.window, tile=48, halo=8, overlap=overlap, hole_count=mask.hole_count, extent=extent)
        store = FillStore(work / "fills", mask)
        for window in plan[::order]:
            if window.index not in skip:
                store.put(window, fill(window.read, scene.count))
        assert all(store.has(window) == (window.index not in skip) for window in plan)
        flag = work / "flag.tif"
        done = compose(scene, mask, store, plan, work / "out.tif", overlap=overlap, extent=extent, flag=flag)
        publish([(flag, folder / "flag.tif"), (finish(work / "out.tif", cog=cog), output)])
        mask.close()
    assert not list(folder.glob("*.partial"))
    assert not list(folder.glob("*.aux.xml"))
    return output, done


def constant(value):
    return lambda window, bands: np.full((bands, *window.shape), value, dtype=np.float32)


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


@pytest.mark.parametrize("cog", [False, True])
@pytest.mark.parametrize("transform", [NORTH_UP, SOUTH_UP, ROTATED, Affine(1e-4, 0, 15, 0, -1e-4, 45)])
def test_keeps_all_that_describes_the_scene(tmp_path, cog, transform):
    data = values((4, 100, 90))
    path = write_raster(
        tmp_path / "s.tif",
        data,
        transform=transform,
        nodata=7,
        names=["B02", "B03", "B04", "B08"],
        scales=[1e-4] * 4,
        offsets=[-0.1, -0.1, -0.1, 0.25],
        colorinterp=[ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined],
        tags={"AREA_OR_POINT": "Point", "TIFFTAG_DATETIME": "2020:01:02 03:04:05", "mine": "ä & <b>"},
    )
    with rasterio.open(path, "r+") as scene:
        scene.units = ("reflectance",) * 4
        scene.update_tags(2, wavelength="560", STATISTICS_MEAN="17")
        scene.update_tags(ns="MINE", key="value")
    output, _ = fill_scene(tmp_path, path, holes((100, 90)), constant(1000), cog=cog)
    with rasterio.open(path) as scene, rasterio.open(output) as filled:
        for what in ("crs", "nodata", "descriptions", "scales", "offsets", "units", "colorinterp", "shape", "dtypes"):
            assert getattr(filled, what) == getattr(scene, what), what
        assert filled.transform.almost_equals(scene.transform, 1e-12)
        kept = {key: value for key, value in filled.tags().items() if key != "OVR_RESAMPLING_ALG"}
        assert kept == scene.tags()
        assert cog or filled.tags(ns="MINE") == {"key": "value"}  # GDAL drops domains of one's own from a COG
        assert filled.tags(2) == {"wavelength": "560"}


def test_chosen_bands_are_written_in_their_order(tmp_path):
    data = values((4, 60, 60))
    names = ["B02", "B03", "B04", "B08"]
    path = write_raster(tmp_path / "s.tif", data, names=names, scales=[1.0, 2.0, 3.0, 4.0])
    hole = holes((60, 60))
    output, _ = fill_scene(tmp_path, path, hole, constant(5), bands=["B08", "B02"])
    with rasterio.open(output) as filled:
        assert filled.descriptions == ("B08", "B02")
        assert filled.scales == (4.0, 1.0)
        np.testing.assert_array_equal(filled.read()[:, ~hole], data[[3, 0]][:, ~hole])


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
@pytest.mark.parametrize("cog", [False, True])
def test_alpha_is_copied(tmp_path, dtype, cog):
    data = values((4, 80, 70), dtype)
    data[3] = 255
    data[3, :10] = 0
    data[3, 11, 12] = 128
    colours = [ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha]
    path = write_raster(tmp_path / "s.tif", data, colorinterp=colours)
    hole = holes((80, 70))
    hole[5:12] = True
    output, _ = fill_scene(tmp_path, path, hole, constant(90), cog=cog)
    with rasterio.open(output) as filled:
        assert filled.colorinterp == tuple(colours)
        got = filled.read()
        np.testing.assert_array_equal(got[3], data[3])
        kept = ~hole | (data[3] == 0)
        np.testing.assert_array_equal(got[:, kept], data[:, kept])
        assert (got[:3, ~kept] == 90).all()


@pytest.mark.parametrize("internal", [True, False])
@pytest.mark.parametrize("cog", [False, True])
def test_a_mask_band_is_kept(tmp_path, internal, cog):
    data = values((2, 80, 70))
    shown = np.ones((80, 70), dtype=bool)
    shown[:, 60:] = False
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal):
        path = write_raster(tmp_path / "s.tif", data, mask=shown)
    hole = np.zeros((80, 70), dtype=bool)
    hole[10:20, 50:70] = True
    output, _ = fill_scene(tmp_path, path, hole, constant(90), cog=cog)
    assert not output.with_name(output.name + ".msk").exists()
    with rasterio.open(output) as filled:
        np.testing.assert_array_equal(filled.dataset_mask() > 0, shown)
        got = filled.read()
        np.testing.assert_array_equal(got[:, ~(hole & shown)], data[:, ~(hole & shown)])
        assert (got[:, hole & shown] == 90).all()
    output, _ = fill_scene(tmp_path, path, hole, constant(90), nodata=True, cog=cog)
    with rasterio.open(output) as filled:
        assert filled.dataset_mask().all()
        assert (filled.read()[:, hole | ~shown] == 90).all()


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_a_colour_table_is_kept(tmp_path, dtype):
    data = values((1, 60, 60), dtype) % 200
    path = tmp_path / "s.tif"
    table = {i: (i, 255 - i, 7, 255) for i in range(256)}
    with rasterio.open(
        path, "w", driver="GTiff", height=60, width=60, count=1, dtype=dtype, crs="EPSG:32633", transform=NORTH_UP
    ) as out:
        out.write_colormap(1, table)
        out.write(data)
    hole = holes((60, 60))
    output, _ = fill_scene(tmp_path, path, hole, constant(90))
    with rasterio.open(output) as filled:
        assert filled.colorinterp == (ColorInterp.palette,)
        found = filled.colormap(1)
        assert {i: found[i] for i in range(256)} == table
        np.testing.assert_array_equal(filled.read(1)[~hole], data[0][~hole])


def test_no_georeference_and_ground_control_points(tmp_path):
    data = values((1, 60, 60))
    path = write_raster(tmp_path / "s.tif", data, crs=None, transform=None)
    output, _ = fill_scene(tmp_path, path, holes((60, 60)), constant(90))
    with rasterio.open(output) as filled:
        assert filled.crs is None
        assert filled.transform == Affine.identity()
    points = [rasterio.control.GroundControlPoint(r, c, 500000 + c, 5000000 - r) for r in (0, 60) for c in (0, 60)]
    path = tmp_path / "g.tif"
    with rasterio.open(
        path, "w", driver="GTiff", height=60, width=60, count=1, dtype="uint16", gcps=points, crs="EPSG:32633"
    ) as out:
        out.write(data)
    output, _ = fill_scene(tmp_path, path, holes((60, 60)), constant(90))
    with rasterio.open(output) as filled:
        gcps, crs = filled.gcps
        assert len(gcps) == 4
        assert crs.to_epsg() == 32633


@pytest.mark.parametrize(("name", "options"), [("s.jp2", {"QUALITY": "100", "REVERSIBLE": "YES"}), ("s.vrt", {})])
def test_other_formats_become_geotiff(tmp_path, name, options):
    data = values((2, 64, 64))
    tif = write_raster(tmp_path / "source.tif", data)
    path = tmp_path / name
    if name.endswith("vrt"):
        rasterio.shutil.copy(tif, path, driver="VRT")
    else:
        write_raster(path, data, driver="JP2OpenJPEG", **options)
    hole = holes((64, 64))
    output, _ = fill_scene(tmp_path, path, hole, constant(90))
    with rasterio.open(output) as filled:
        assert filled.driver == "GTiff"
        np.testing.assert_array_equal(filled.read()[:, ~hole], data[:, ~hole])


def test_a_scenes_own_side_file_counts(tmp_path):
    """Nodata and CRS may stand in an .aux.xml only; the output carries them itself."""
    data = values((1, 60, 60))
    data[0, :, :5] = 3
    png = tmp_path / "s.png"
    with rasterio.open(tmp_path / "t.png", "w", driver="PNG", height=60, width=60, count=1, dtype="uint16") as out:
        out.write(data)
    (tmp_path / "t.png").rename(png)
    aux = tmp_path / "s.png.aux.xml"
    aux.write_text(
        "<PAMDataset><SRS>EPSG:32633</SRS><GeoTransform>5e5,10,0,5e6,0,-10</GeoTransform>"
        '<PAMRasterBand band="1"><NoDataValue>3</NoDataValue></PAMRasterBand></PAMDataset>'
    )
    (tmp_path / "out").mkdir()
    output, _ = fill_scene(tmp_path / "out", png, holes((60, 60)), constant(90))
    with rasterio.open(output) as filled:
        assert (filled.nodata, filled.crs.to_epsg(), filled.transform) == (3, 32633, NORTH_UP)
        assert (filled.read(1)[:, :5] == 3).all()


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


def test_outputs_are_checked_beforehand(tmp_path):
    scene = write_raster(tmp_path / "s.tif", values((1, 20, 20)))
    (tmp_path / "hard.tif").hardlink_to(scene)
    (tmp_path / "soft.tif").symlink_to(scene)
    check_output(tmp_path / "new.tif", [scene, "/vsizip/x.zip/y.jp2", "SENTINEL2_L1C:x.xml:10m:EPSG_32633"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["hard.tif", "s.tif", "soft.tif"]
    cases = {"s.tif": "output-is-input", "hard.tif": "output-is-input", "soft.tif": "output-is-input"}
    cases |= {"sub/../s.tif": "output-is-input", "gone/new.tif": "output-folder-missing", ".": "output-is-folder"}
    (tmp_path / "sub").mkdir()
    for name, code in cases.items():
        with pytest.raises(UsageError) as caught:
            check_output(tmp_path / name, [scene])
        assert caught.value.code == code, name


def test_the_work_folder_is_removed_unless_resumed(tmp_path):
    output = tmp_path / "o.tif"
    partial = tmp_path / "o.tif.partial"

    def left():
        return sorted(path.name for path in partial.iterdir())

    def interrupted(name, **options):
        with suppress(Cancelled), WorkFolder(output, **options) as work:
            (work / name).touch()
            raise Cancelled()

    interrupted("stale", resume=True)
    with WorkFolder(output) as work:
        assert work == partial
        assert left() == [LOCK]
    assert not partial.exists()
    interrupted("gone")
    assert not partial.exists()
    interrupted("kept", resume=True)
    with WorkFolder(output, resume=True):
        assert left() == [LOCK, "kept"]
    assert not partial.exists()


def test_a_folder_of_someone_elses_is_not_touched(tmp_path):
    partial = tmp_path / "o.tif.partial"
    partial.mkdir()
    (partial / "thesis.txt").touch()
    for resume in (False, True):
        with pytest.raises(UsageError, match="in the way"), WorkFolder(tmp_path / "o.tif", resume=resume):
            pass
    assert (partial / "thesis.txt").exists()


def test_cancelling_leaves_nothing(tmp_path):
    path = write_raster(tmp_path / "s.tif", values((1, 60, 60)))
    before = path.read_bytes()

    def cancel(window, bands):
        raise Cancelled()

    with pytest.raises(Cancelled):
        fill_scene(tmp_path, path, holes((60, 60)), cancel)
    assert [p.name for p in tmp_path.iterdir()] == ["s.tif"]
    assert path.read_bytes() == before


def test_publishing_is_all_or_nothing_and_drops_stale_side_files(tmp_path):
    work = tmp_path / "work"
    work.mkdir()
    for name in ("a", "b"):
        (work / name).write_text("new")
    for ending in (".aux.xml", ".ovr", ".msk"):
        (tmp_path / ("b.tif" + ending)).write_text("of the old one")
    (tmp_path / "b.tif").write_text("old")
    publish([(work / "a", tmp_path / "a.tif"), (work / "b", tmp_path / "b.tif")])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.tif", "b.tif", "work"]
    assert (tmp_path / "b.tif").read_text() == "new"
    (work / "c").write_text("new")
    with pytest.raises(ResourceError):
        publish([(work / "c", tmp_path / "c.tif"), (work / "gone", tmp_path / "d.tif")])
    assert not (tmp_path / "c.tif").exists()


def test_incomplete_tiffs_are_found(tmp_path):
    path = write_raster(tmp_path / "s.tif", values((2, 600, 600)), tiled=True, compress="deflate")
    check_tiff(path)
    os.truncate(path, path.stat().st_size - 500_000)
    with pytest.raises(OSError, match="incomplete"):
        check_tiff(path)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 1 MiB, and a function that remounts it read-only."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.parametrize("cog", [False, True])
@pytest.mark.parametrize("spare", [0, 300_000, 900_000])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, small_disk, cog, spare):
    data = np.random.default_rng(0).integers(1, 60000, (3, 400, 400)).astype("uint16")
    path = write_raster(tmp_path / "s.tif", data)
    (small_disk / "ballast").write_bytes(bytes(1_000_000 - spare))
    with pytest.raises(ResourceError, match="full") as caught:
        fill_scene(small_disk, path, holes((400, 400)), constant(90), cog=cog, given=tmp_path / "given.tif")
    assert caught.value.code == "disk-full"
    assert [p.name for p in small_disk.iterdir()] == ["ballast"]


def test_a_read_only_folder_is_told(small_disk):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(UsageError) as caught:
        check_output(small_disk / "o.tif", [])
    assert caught.value.code == "output-folder-read-only"


def test_overviews_end_at_a_small_one():
    assert overview_factors(200, 256) == []
    assert overview_factors(1000, 300) == [2, 4]
    assert overview_factors(10980, 10980) == [2, 4, 8, 16, 32, 64]


def test_memory_files_open(tmp_path):
    data = values((1, 20, 20))
    path = write_raster(tmp_path / "s.tif", data)
    with MemoryFile(Path(path).read_bytes()) as memory, open_scene(memory.name) as scene:
        np.testing.assert_array_equal(scene.read(scene.grid.window)[0], data)
