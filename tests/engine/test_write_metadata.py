"""What describes a scene describes its output too."""

from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from rasterio.enums import ColorInterp
from rasterio.io import MemoryFile

from geoinpaint_engine.raster.scene import open_scene
from tests.engine.composing import constant, fill_scene, holes
from tests.engine.raster_maker import NORTH_UP, ROTATED, SOUTH_UP, values, write_raster


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


def test_a_mask_band_is_written_beside_bands_that_threads_compress(tmp_path, capfd):
    """GDAL's threads read tags of the file that it leaves while it writes the mask: it prints errors, or worse."""
    data = values((6, 1100, 1100))
    shown = np.ones((1100, 1100), dtype=bool)
    shown[:, 60:90] = False
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        path = write_raster(tmp_path / "s.tif", data, mask=shown, interleave="band")
    hole = np.zeros((1100, 1100), dtype=bool)
    hole[10:20, 50:70] = True
    for _ in range(5):
        output, _ = fill_scene(tmp_path, path, hole, constant(90), threads=4)
    assert capfd.readouterr().err == ""
    with rasterio.open(output) as filled:
        np.testing.assert_array_equal(filled.dataset_mask() > 0, shown)


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


def test_memory_files_open(tmp_path):
    data = values((1, 20, 20))
    path = write_raster(tmp_path / "s.tif", data)
    with MemoryFile(Path(path).read_bytes()) as memory, open_scene(memory.name) as scene:
        np.testing.assert_array_equal(scene.read(scene.grid.window)[0], data)
