"""Nothing gets in: virtual rasters that lead elsewhere, products, archives and formats that hold more than pixels."""

import os
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from scipy.io import netcdf_file

from geoinpaint_engine.errors import EngineError, InputError
from geoinpaint_engine.raster.admission import admit
from geoinpaint_engine.raster.handles import open_raster, own_process
from geoinpaint_engine.raster.mask_layers import open_mask
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.sentinel.product_spec import product_spec
from geoinpaint_engine.sentinel.products import open_product
from tests.engine.conftest import ROOT
from tests.engine.hostile_files import GRID, PYTHON, RAW, raster, read_all, shapes, vrt
from tests.engine.raster_maker import values, write_raster
from tests.engine.safe_maker import make_safe

own_process()  # as a command does first


# --- virtual rasters ------------------------------------------------------------


def test_sources_beside_a_virtual_raster_are_read(tmp_path):
    raster(tmp_path / "a.tif")
    (tmp_path / "below").mkdir()
    raster(tmp_path / "below" / "b.tif")
    (tmp_path / "inner.vrt").write_text(vrt("a.tif", relative=1))
    for source, relative in (("a.tif", 1), (tmp_path / "a.tif", 0), ("below/b.tif", 1), ("inner.vrt", 1)):
        (tmp_path / "scene.vrt").write_text(vrt(source, relative=relative))
        read_all(tmp_path / "scene.vrt")


@pytest.mark.parametrize("name", ["missing.tif", "a." + "9" * 400 + ".tif"])
def test_a_source_that_is_no_file_is_named(tmp_path, name):
    (tmp_path / "scene.vrt").write_text(vrt(name, relative=1))
    with pytest.raises(InputError) as caught:
        read_all(tmp_path / "scene.vrt")
    assert caught.value.code == "file-missing"


def test_sources_elsewhere_are_refused_unless_the_user_names_the_folder(tmp_path, monkeypatch):
    for name in ("own", "other", "other2"):
        (tmp_path / name).mkdir()
    target = raster(tmp_path / "other" / "a.tif")
    (tmp_path / "own" / "link.tif").symlink_to(target)
    scene = tmp_path / "own" / "scene.vrt"
    for source, relative in ((target, 0), ("../other/a.tif", 1), ("link.tif", 1), ("../own/../other/a.tif", 1)):
        scene.write_text(vrt(source, relative=relative))
        monkeypatch.delenv("GEOINPAINT_SOURCES", raising=False)
        with pytest.raises(InputError) as caught:
            read_all(scene)
        assert caught.value.code == "vrt-source-outside"
        monkeypatch.setenv("GEOINPAINT_SOURCES", os.pathsep.join([str(tmp_path / "other2"), str(tmp_path / "other")]))
        read_all(scene)


def test_the_option_names_the_folder_of_the_sources(geoinpaint, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "other").mkdir()
    raster(tmp_path / "other" / "a.tif")
    (tmp_path / "own" / "scene.vrt").write_text(vrt("../other/a.tif", relative=1))
    assert geoinpaint("info", "own/scene.vrt").last["code"] == "vrt-source-outside"
    assert geoinpaint("info", "own/scene.vrt", env={"GEOINPAINT_SOURCES": str(tmp_path)}).code == 3
    assert geoinpaint("info", "own/scene.vrt", "--sources", tmp_path / "other").code == 0


@pytest.mark.parametrize("name", ["scene.vrt", "scene.tif", "scene.jp2"])
def test_raw_and_derived_bands_are_refused_whatever_the_name(tmp_path, name):
    (tmp_path / "secret").write_bytes(b"x" * 100)
    scene = tmp_path / name
    python = PYTHON.format(file=str(tmp_path / "ran"))
    texts = [
        RAW.format(file="/etc/passwd", relative=0),
        RAW.format(file="secret", relative=1),
        vrt("a.tif", relative=1, band='subClass="VRTDerivedRasterBand"'),
        vrt("a.tif", relative=1).replace("<SimpleSource>", python + "<SimpleSource>"),
        vrt("a.tif", relative=1).replace("<VRTDataset ", '<VRTDataset subClass="VRTProcessedDataset" '),
        vrt(RAW.format(file="/etc/passwd", relative=0).replace("<", "&lt;").replace(">", "&gt;")),
        "<!DOCTYPE a [<!ENTITY b 'c'>]>" + vrt("a.tif", relative=1),
    ]
    raster(tmp_path / "a.tif")
    for text in texts:
        scene.write_text(text)
        with pytest.raises(InputError) as caught:
            read_all(scene)
        assert caught.value.code in ("vrt-refused", "vrt-source-outside")
    assert not (tmp_path / "ran").exists()


def test_parts_beside_a_raster_are_no_virtual_rasters(tmp_path):
    for ending in (".ovr", ".msk"):
        scene = raster(tmp_path / f"scene{ending[1:]}.tif")
        scene.with_name(scene.name + ending).write_text(RAW.format(file="/etc/passwd", relative=0))
        with pytest.raises(InputError, match="virtual raster"):
            read_all(scene)


def test_overviews_named_in_metadata_lie_beside_the_raster(tmp_path):
    scene = raster(tmp_path / "scene.tif")
    (tmp_path / "inner.vrt").write_text(RAW.format(file="/etc/passwd", relative=0))
    for name in ("/etc/passwd", str(tmp_path / "inner.vrt")):
        scene.with_name("scene.tif.aux.xml").write_text(
            f'<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">{name}</MDI></Metadata></PAMDataset>'
        )
        with pytest.raises(InputError) as caught:
            read_all(scene)
        assert caught.value.code in ("vrt-source-outside", "vrt-refused")


def test_virtual_rasters_within_virtual_rasters_end(tmp_path):
    raster(tmp_path / "a.tif")
    (tmp_path / "0.vrt").write_text(vrt("a.tif", relative=1))
    for depth in range(1, 8):
        (tmp_path / f"{depth}.vrt").write_text(vrt(f"{depth - 1}.vrt", relative=1))
    read_all(tmp_path / "3.vrt")
    (tmp_path / "loop.vrt").write_text(vrt("loop.vrt", relative=1))
    wide = vrt("0.vrt", relative=1)
    source = wide[wide.index("<SimpleSource>") : wide.index("</VRTRasterBand>")]
    (tmp_path / "wide1.vrt").write_text(wide.replace(source, source * 200))
    (tmp_path / "wide2.vrt").write_text(wide.replace(source, source.replace("0.vrt", "wide1.vrt") * 200))
    for name in ("7.vrt", "loop.vrt", "wide2.vrt"):
        with pytest.raises(InputError) as caught:
            admit(str(tmp_path / name))
        assert caught.value.code == "vrt-refused"


def test_python_in_a_virtual_raster_does_not_run_where_the_environment_allows_it(geoinpaint, tmp_path):
    raster(tmp_path / "a.tif")
    text = vrt("a.tif", relative=1, band='subClass="VRTDerivedRasterBand"')
    (tmp_path / "scene.vrt").write_text(
        text.replace("<SimpleSource>", PYTHON.format(file=str(tmp_path / "ran")) + "<SimpleSource>")
    )
    done = geoinpaint("info", "scene.vrt", env={"GDAL_VRT_ENABLE_PYTHON": "YES"})
    assert done.last["code"] == "vrt-refused"
    assert not (tmp_path / "ran").exists()


# --- products ------------------------------------------------------------


@pytest.mark.parametrize("zipped", [False, True])
def test_a_product_with_a_virtual_raster_among_its_images_is_refused(tmp_path, zipped):
    made = make_safe(tmp_path, level="2A", size=60)
    image = next(made.folder.rglob("*B02*10m.jp2"))
    for hostile, text in (
        (image, RAW.format(file="/etc/passwd", relative=0)),
        (image.with_name(image.name + ".ovr"), RAW.format(file="/etc/passwd", relative=0)),
        (image.with_name(image.name + ".aux.xml"),
         '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">/a</MDI></Metadata></PAMDataset>'),
    ):  # fmt: skip
        before = hostile.read_bytes() if hostile.exists() else None
        hostile.write_text(text)
        path = made.zipped(tmp_path / "product.zip") if zipped else made.folder
        with pytest.raises(InputError) as caught:
            open_product(path)
        assert caught.value.code == "product-unreadable"
        hostile.unlink()
        if before is not None:
            hostile.write_bytes(before)
    path = made.zipped(tmp_path / "product.zip") if zipped else made.folder
    spec = product_spec(open_product(path))
    with open_raster(spec.path) as dataset:  # the engine's own virtual raster is opened
        assert dataset.count == 4


def test_metadata_that_name_a_file_outside_of_the_product_are_refused(tmp_path):
    made = make_safe(tmp_path, level="2A", size=60)
    text = made.metadata.read_text()
    start = text.index("<IMAGE_FILE>") + len("<IMAGE_FILE>")
    made.metadata.write_text(text[:start] + "GRANULE/../../../" + text[start:])
    with pytest.raises(InputError, match="outside its product"):
        open_product(made.folder)


# --- NetCDF and HDF --------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["{}", 'NETCDF:"{}":B02', "netcdf:{}:B02", 'HDF5:"{}"://data/B02', "HDF4_SDS:UNKNOWN:{}:0"]
)
@pytest.mark.parametrize("kind", ["classic", "hdf5", "hdf4"])
def test_netcdf_and_hdf_are_refused_with_a_way_out(tmp_path, kind, name):
    file = tmp_path / "cube.nc"
    if kind == "classic":
        with netcdf_file(file, "w") as made:
            made.createDimension("y", 4)
            made.createDimension("x", 5)
            made.createVariable("B02", "i2", ("y", "x"))[:] = 7
    else:
        file.write_bytes({"hdf5": b"\x89HDF\r\n\x1a\n", "hdf4": b"\x0e\x03\x13\x01"}[kind] + bytes(100))
    with pytest.raises(InputError, match="not opened") as caught:
        open_raster(name.format(file))
    assert caught.value.code == "netcdf-refused"
    assert "gdal_translate '" in caught.value.hint
    file.unlink()
    with pytest.raises(InputError) as caught:
        open_raster(name.format(file))
    assert caught.value.code == "file-missing"


def test_so_is_a_scene_named_by_its_variable(tmp_path):
    with netcdf_file(tmp_path / "cube.nc", "w") as made:
        made.createDimension("y", 4)
        made.createVariable("B02", "i2", ("y",))[:] = 7
    done = subprocess.run(
        [sys.executable, "-m", "geoinpaint_engine", "inpaint", 'NETCDF:"cube.nc":B02', "--mask-nodata", "--mode",
         "classical", "--fill", "harmonic", "-o", "out.tif"],
        cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )  # fmt: skip
    assert done.returncode == 3
    assert "gdal_translate 'NETCDF:\"cube.nc\":B02' cube.tif" in done.stderr


# --- GDAL as a whole ------------------------------------------------------------


def test_gdal_has_no_other_drivers_and_no_settings_of_the_environment(tmp_path):
    code = (
        "import os\nfrom geoinpaint_engine.raster import handles, gdal_guard\nimport rasterio, pyogrio\n"
        "handles.own_process()\n"
        "with rasterio.Env() as env: names = set(env.drivers())\n"
        "assert names <= gdal_guard.ALLOWED, names - gdal_guard.ALLOWED\n"
        "assert set(pyogrio.list_drivers()) <= gdal_guard.ALLOWED\n"
        "assert not gdal_guard.surplus_drivers\n"
        "assert 'PNG' not in names and 'GTiff' in names, 'GDAL_SKIP of the user'\n"
        "from rasterio._env import get_gdal_config\n"
        "assert get_gdal_config('GDAL_VRT_ENABLE_PYTHON') in (None, 'NO', False)\n"
        "assert pyogrio.get_gdal_config_option('GML_SKIP_RESOLVE_ELEMS') == 'ALL'\n"
        "assert 'OGR_SQLITE_LOAD_EXTENSIONS' not in os.environ and 'GDAL_DRIVER_PATH' not in os.environ\n"
        "from rasterio.crs import CRS; CRS.from_epsg(32633).to_wkt()\n"
    )
    hostile = {
        "GDAL_VRT_ENABLE_PYTHON": "YES", "GDAL_DRIVER_PATH": str(tmp_path), "GML_SKIP_RESOLVE_ELEMS": "NONE",
        "OGR_SQLITE_LOAD_EXTENSIONS": "x.so", "GDAL_DATA": "/nowhere", "PROJ_DATA": "/nowhere", "PROJ_LIB": "/nowhere",
        "GDAL_SKIP": "PNG",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "engine"), **hostile},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_gml_leaves_no_file_beside_itself(tmp_path):
    gml = tmp_path / "area.gml"
    gml.write_text(
        '<ogr:FeatureCollection xmlns:ogr="http://ogr" xmlns:gml="http://www.opengis.net/gml"><gml:featureMember>'
        "<ogr:a><ogr:g><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>500010,4999990 "
        "500100,4999990 500100,4999900 500010,4999990</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs>"
        "</gml:Polygon></ogr:g></ogr:a></gml:featureMember></ogr:FeatureCollection>"
    )
    assert open_mask(gml, GRID).read(GRID.window).any()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["area.gml"]


def test_devices_and_pipes_are_no_inputs(tmp_path):
    os.mkfifo(tmp_path / "pipe.tif")
    for path in ("/dev/zero", tmp_path / "pipe.tif"):
        for opening in (read_all, shapes, lambda path: open_mask(str(path), GRID)):
            with pytest.raises(EngineError) as caught:
                opening(path)
            assert caught.value.code == "file-not-regular"


def test_an_archive_holds_no_virtual_raster(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.vrt", RAW.format(file="/etc/passwd", relative=0))
        archive.write(raster(tmp_path / "b.tif"), "b.tif")
    read_all(f"/vsizip/{tmp_path}/a.zip/b.tif")
    with pytest.raises(InputError):
        read_all(f"/vsizip/{tmp_path}/a.zip/a.vrt")
    (tmp_path / "c.vrt").write_text(vrt(f"/vsizip/{tmp_path}/a.zip/a.vrt"))
    with pytest.raises(InputError) as caught:
        read_all(tmp_path / "c.vrt")
    assert caught.value.code == "vrt-source-outside"


def test_values_are_those_of_the_sources(tmp_path):
    data = values((1, 40, 50))
    write_raster(tmp_path / "a.tif", data)
    (tmp_path / "scene.vrt").write_text(vrt("a.tif", relative=1))
    with open_scene(tmp_path / "scene.vrt") as scene:
        assert np.array_equal(scene.read(scene.grid.window)[0], data)
