"""Detectors: networks of packages that tell cloud and shadow from one image, as a mask source."""

import json
import subprocess
import sys

import numpy as np
import pytest
import rasterio
from scipy import ndimage as ndi

import geoinpaint_engine as gi
from geoinpaint_engine.sentinel.detectors import level_of
from tests.engine.conftest import read_raster, write_raster

NAMES = ("B02", "B03", "B04", "B08")
SIX = (*NAMES, "B11", "B12")
WHITE = np.array([1.0, 0.98, 0.97, 1.05, 0.8, 0.6])[:, None, None]


def image(rng, rows=256, cols=256, *, bands=4, radius=50, centre=None):
    """(bands, rows, cols) DN of fields under a round cloud with billows, and (rows, cols) its opacity."""
    parcel = np.kron(rng.random((-(-rows // 16), -(-cols // 16))), np.ones((16, 16)))[:rows, :cols]
    green = np.array((300, 500, 350, 3200, 1600, 800), float)[:bands, None, None]
    soil = np.array((900, 1200, 1500, 2300, 2900, 2300), float)[:bands, None, None]
    ground = green * parcel + soil * (1 - parcel) + rng.normal(0, 25, (bands, rows, cols))
    down, right = np.mgrid[:rows, :cols]
    inside = radius - np.hypot(down - rows / 2, right - (centre or cols / 2))
    billows = ndi.gaussian_filter(rng.standard_normal((rows, cols)), 4) * 14
    opacity = np.clip(inside / 20 + 0.3 * billows, 0, 0.95) * (inside > 0)
    cloud = 7000 * WHITE[:bands] * (1 + 0.08 * billows)
    return (ground * (1 - opacity) + cloud * opacity).clip(1).astype(np.uint16), opacity


@pytest.fixture
def csmask():
    pytest.importorskip("onnxruntime", reason="needs the extra [clouds]")
    return pytest.importorskip("ukis_csmask", reason="needs the extra [clouds]")


def found(scene):
    """(rows, cols) bool."""
    return gi.detect_clouds(scene, detector="ukis-csmask", threads=1)


@pytest.mark.parametrize("bands", [4, 6])
def test_a_cloud_is_found(csmask, tmp_path, rng, bands):
    data, opacity = image(rng, bands=bands)
    mask = found(write_raster(tmp_path / "scene.tif", data, names=SIX[:bands], tags={"PRODUCT_TYPE": "S2MSI1C"}))
    assert mask[opacity > 0.5].mean() > 0.9
    assert mask[opacity == 0].mean() < 0.05


def test_scale_offset_and_units_are_the_scene_s_own(csmask, tmp_path, rng):
    data, _ = image(rng)
    plain = found(write_raster(tmp_path / "plain.tif", data, names=NAMES))
    shifted = write_raster(tmp_path / "shifted.tif", data + np.uint16(1000), names=NAMES)
    with rasterio.open(shifted, "r+") as out:
        out.scales, out.offsets = [1e-4] * 4, [-0.1] * 4
    reflectance = write_raster(tmp_path / "reflectance.tif", (data / 1e4).astype(np.float32), names=NAMES)
    dn = write_raster(tmp_path / "dn.tif", data.astype(np.float32), names=NAMES)
    assert plain.any()
    for scene in (shifted, reflectance, dn):
        assert (found(scene) != plain).mean() < 1e-3


def test_a_large_scene_is_read_in_blocks_and_gives_the_same_whatever_the_threads(csmask, tmp_path, rng):
    """Two blocks, the first of 2048 px; the cloud lies across their border, and the mask shows no seam there."""
    data, opacity = image(rng, 128, 2300, centre=2048)
    scene = write_raster(tmp_path / "scene.tif", data, names=NAMES)
    masks = [gi.detect_clouds(scene, detector="ukis-csmask", threads=threads) for threads in (1, 3)]
    assert (masks[0] == masks[1]).all()
    assert masks[0][opacity > 0.5].mean() > 0.9
    steps = (masks[0][:, 1:] != masks[0][:, :-1]).sum(axis=0)
    assert steps[2047] <= steps[1900:2200].max()  # no more changes at the border of blocks than elsewhere


def test_the_order_of_bands_and_a_choice_of_them_do_not_matter(csmask, geoinpaint, tmp_path, rng):
    data, _ = image(rng)
    plain = found(write_raster(tmp_path / "scene.tif", data, names=NAMES))
    turned = found(write_raster(tmp_path / "turned.tif", data[::-1], names=NAMES[::-1]))
    assert (turned == plain).all()
    done = geoinpaint(
        "inpaint", tmp_path / "scene.tif", "--detector", "ukis-csmask", "--bands", "B08", "--mode", "classical",
        "--fill", "harmonic", "-o", "filled.tif", "--fill-flag", "flag.tif",
    )  # fmt: skip
    assert done.code == 0, done.stderr
    assert ((read_raster(tmp_path / "flag.tif")[0] > 0) == plain).all()
    filled = read_raster(tmp_path / "filled.tif")
    assert filled.shape[0] == 1
    assert (filled[0][~plain] == data[3][~plain]).all()
    recipe = json.loads((tmp_path / "filled.tif.recipe.json").read_text())
    assert recipe["job"]["mask"] == [{"detector": "ukis-csmask"}]
    assert recipe["versions"]["ukis-csmask"]


def test_nodata_is_no_cloud_and_a_small_scene_is_read(csmask, tmp_path, rng):
    data, opacity = image(rng, 60, 70, radius=25)
    data[:, :20] = 0
    mask = found(write_raster(tmp_path / "scene.tif", data, names=NAMES, nodata=0))
    assert not mask[:20].any()
    assert mask[20:][opacity[20:] > 0.5].mean() > 0.8


def test_what_does_not_fit_is_said_in_one_sentence(csmask, tmp_path, rng):
    data, _ = image(rng, 64, 64)
    for name, values, names, code in (
        ("three", data[:3], NAMES[:3], "detector-bands"), ("nameless", data, (), "detector-bands"),
        ("picture", (data // 256 + 1).astype(np.uint8), NAMES, "detector-picture"),
    ):  # fmt: skip
        scene = write_raster(tmp_path / f"{name}.tif", values, names=names, photometric="minisblack", alpha="no")
        with pytest.raises(gi.InputError) as raised:
            found(scene)
        assert raised.value.code == code


def test_a_missing_package_is_named_with_what_installs_it(tmp_path, rng):
    scene = write_raster(tmp_path / "scene.tif", image(rng, 64, 64)[0], names=NAMES)
    lines = [
        "import sys", "sys.modules['onnxruntime'] = None",  # as if it were not installed
        "from geoinpaint_engine.__main__ import main",
        f"sys.argv = ['geoinpaint', 'mask', {str(scene)!r}, '--detector', 'ukis-csmask', '-o', 'm.tif', '--json']",
        "main()",
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    error = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, error["code"]) == (4, "detector-missing")
    assert 'pip install "geoinpaint-engine[clouds]"' in error["hint"]


def test_of_a_series_it_masks_each_date_by_itself(csmask, geoinpaint, tmp_path, rng):
    """As `detect_clouds` does; by the command line, and of a cube."""
    dates = ("2024-04-05", "2024-04-15", "2024-04-25")
    images = np.stack([image(rng, 128, 128, radius=radius)[0] for radius in (30, 0, 40)])
    (tmp_path / "in").mkdir()
    paths = [write_raster(tmp_path / "in" / f"scene_{date}.tif", data, names=NAMES)
             for date, data in zip(dates, images, strict=True)]  # fmt: skip
    done = geoinpaint("series", tmp_path / "in", "-o", "out", "--detector", "ukis-csmask", "--mode", "classical")
    assert done.code == 0, done.stderr
    assert [date["state"] for date in done.last["figures"]["dates"]] == ["filled", "clear", "filled"]
    told = [found(path) for path in (paths[0], paths[2])]
    for date, mask in zip((dates[0], dates[2]), told, strict=True):
        assert (read_raster(tmp_path / "out" / date / "mask.tif")[0].astype(bool) == mask).all()
    xr = pytest.importorskip("xarray")
    cube = xr.DataArray(
        images[:2], dims=("time", "band", "y", "x"),
        coords={"time": np.array(dates[:2], "datetime64[ns]"), "band": list(NAMES)},
    )  # fmt: skip
    result = gi.fill_series(cube, detector="ukis-csmask", mode="classical", threads=1)
    assert {date: figures["hole_pixels"] for date, figures in result.figures.items()} == {dates[0]: told[0].sum()}


def test_a_detector_that_nobody_knows_is_refused():
    with pytest.raises(gi.UsageError, match=r"There is no detector nobody") as raised:
        gi.fill(np.ones((4, 32, 32), np.uint16), None, detector="nobody")
    assert raised.value.code == "detector-unknown"


@pytest.mark.parametrize(
    ("name", "tags", "level"),
    [
        ("S2A_MSIL1C_20180901T100031_N0206.tif", {}, "1C"), ("S2A_MSIL2A_20180901T100031.tif", {}, "2A"),
        ("scene.tif", {}, "2A"), ("scene.tif", {"PROCESSING_LEVEL": "Level-1C"}, "1C"),
        ("S2_L1C.tif", {"PROCESSING_LEVEL": "Level-2A"}, "2A"), ("x.tif", {"PRODUCT_TYPE": "S2MSI1C"}, "1C"),
        ("field_11C.tif", {}, "2A"),
    ],
)  # fmt: skip
def test_the_level_is_the_product_s(tmp_path, name, tags, level):
    path = write_raster(tmp_path / name, np.ones((1, 8, 8), np.uint16), tags=tags)
    assert level_of(str(path)) == level
