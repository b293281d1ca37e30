"""The command line as a user calls it: a process, its files and its exit code."""

import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pyogrio.raw
import pytest
import rasterio
from affine import Affine

from geoinpaint_engine import __version__
from geoinpaint_engine.raster.masks import dilated
from tests.engine.conftest import ROOT, SHARED, field, read_raster, write_raster
from tests.engine.safe_maker import make_safe, reflectance_of

CLASSICAL = ("--mode", "classical", "--mask", "mask.tif", "-o", "filled.tif")
REFERENCES = ("--reference", "reference_1.tif", "--reference", "reference_2.tif")


def test_help_needs_none_of_the_heavy_packages():
    code = (
        "import sys\nfrom geoinpaint_engine.cli.main import cli\n"
        "cli.main(['inpaint', '--help'], standalone_mode=False)\n"
        "heavy = {'numpy', 'torch', 'rasterio', 'scipy', 'msgspec'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "--reference" in done.stdout


def test_version():
    done = subprocess.run(
        [sys.executable, "-m", "geoinpaint_engine", "--version"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )
    assert __version__ in done.stdout


def shapes_of(mask, path, crs="EPSG:32633", transform=None):
    """Write the outlines of a (rows, cols) bool mask as a GeoPackage."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from demo_scene import polygon_wkb

    with rasterio.open(mask) as src:
        found = rasterio.features.shapes(src.read(1), mask=src.read(1) > 0, transform=src.transform)
    geometry = np.array([polygon_wkb(shape["coordinates"]) for shape, _ in found], dtype=object)
    pyogrio.raw.write(
        path, geometry, [np.arange(len(geometry))], ["id"], driver="GPKG", geometry_type="Polygon", crs=crs
    )


def test_the_command_of_the_readme(job_files, geoinpaint):
    folder, truth, hole = job_files
    shapes_of(folder / "mask.tif", folder / "clouds.gpkg")
    done = geoinpaint(
        "inpaint", "scene.tif", "--mask", "clouds.gpkg", "--mode", "ms-mt", *REFERENCES, "--sar", "sar.tif",
         "-o", "filled.tif",
    )  # fmt: skip
    assert done.code == 0, done.stderr
    assert next(event for event in done.events if event["event"] != "progress")["event"] == "started"
    assert done.figures["filled_pixels"] == hole.sum()
    assert (read_raster(folder / "filled.tif")[:, ~hole] == truth[:, ~hole]).all()


def test_options_and_job_file_do_the_same(job_files, geoinpaint):
    folder, *_ = job_files
    by_options = geoinpaint(
        "inpaint", "scene.tif", *CLASSICAL, *REFERENCES, "--dilate", "1", "--seed", "3", "--dry-run"
    )
    job = by_options.figures["job"]
    assert not (folder / "filled.tif").exists()
    (folder / "job.json").write_text(json.dumps(job))
    assert geoinpaint("run", "job.json").code == 0
    first = (folder / "filled.tif").read_bytes()
    assert geoinpaint("inpaint", "scene.tif", *CLASSICAL, *REFERENCES, "--dilate", "1", "--seed", "3").code == 0
    assert (folder / "filled.tif").read_bytes() == first


def test_regression_is_better_than_harmonic_here(job_files, geoinpaint):
    _folder, *_ = job_files
    scores = {}
    for fill in ("regression", "harmonic"):
        done = geoinpaint("inpaint", "scene.tif", *CLASSICAL, *REFERENCES, "--fill", fill)
        assert done.code == 0, done.stderr
        scored = geoinpaint("score", "filled.tif", "truth.tif", "--mask", "mask.tif").figures
        assert scored["largest_difference_outside"] == 0
        scores[fill] = scored["reflectance"]["hole"]["rmse"]
    assert scores["regression"] < 0.5 * scores["harmonic"]


def test_surplus_evidence_is_ignored_with_a_warning(job_files, geoinpaint):
    done = geoinpaint("inpaint", "scene.tif", *CLASSICAL, "--fill", "telea", *REFERENCES, "--sar", "sar.tif")
    assert done.code == 0
    assert {e["code"] for e in done.events if e["event"] == "warning"} >= {"references-unused", "sar-unused"}


def test_a_mask_that_looks_at_no_date_takes_none(job_files, geoinpaint):
    folder, *_ = job_files
    done = geoinpaint("mask", "scene.tif", "--mask", "mask.tif", *REFERENCES, "-o", "all.tif")
    assert (done.code, done.last["code"]) == (2, "usage")
    assert done.last["message"] == "--reference has no effect without --detect."
    assert not (folder / "all.tif").exists()


def test_masks_add_up_and_grow(job_files, geoinpaint):
    folder, _, hole = job_files
    classes = np.zeros((1, *hole.shape), "uint8")
    classes[0, 2:4, 2:4] = 8
    classes[0, 6:8, 2:4] = 4
    write_raster(folder / "scl.tif", classes)
    done = geoinpaint("mask", "scene.tif", "--mask", "mask.tif", "--scl", "scl.tif", "--dilate", "2", "-o", "all.tif")
    assert done.code == 0, done.stderr
    made = read_raster(folder / "all.tif")[0]
    assert set(np.unique(made)) == {0, 1}
    assert made[hole].all()
    assert made[2:4, 2:4].all()
    assert made[12, 20]
    assert not made[8:12, 2:4].any()
    assert done.figures["hole_pixels"] == made.sum()


@pytest.mark.parametrize(("side", "options", "growth"), [
    (10, [], 3), (20, [], 2), (60, [], 1), (10, ["--dilate", "0"], 0), (20, ["--dilate", "4"], 4),
])  # fmt: skip
def test_a_classification_is_grown_by_30_m_unless_told_otherwise(job_files, geoinpaint, side, options, growth):
    folder = job_files[0]
    place = {"crs": "EPSG:32633", "transform": Affine(side, 0, 500_000, 0, -side, 4_600_000)}
    names = ("B02", "B03")
    write_raster(folder / "wide.tif", field(np.random.default_rng(0), bands=2, rows=40, cols=40).astype("uint16"),
                 names=names, **place)  # fmt: skip
    # as it comes: 20 m, also where the scene's pixels have 10
    cell = max(side, 20)
    classes = np.full((1, 40 * side // cell, 40 * side // cell), 4, "uint8")
    classes[0, 7, 8] = 9
    write_raster(folder / "scl.tif", classes, **{**place, "transform": Affine(cell, 0, 500_000, 0, -cell, 4_600_000)})
    alone = np.kron(classes[0] == 9, np.ones((cell // side, cell // side), bool))
    assert geoinpaint("mask", "wide.tif", "--scl", "scl.tif", *options, "-o", "all.tif").code == 0
    np.testing.assert_array_equal(read_raster(folder / "all.tif")[0] > 0, dilated(alone, growth) if growth else alone)
    done = geoinpaint("inpaint", "wide.tif", "--scl", "scl.tif", *options, "--mode", "classical", "--fill", "harmonic",
                      "--dry-run", "-o", "filled.tif")  # fmt: skip
    assert done.figures["job"].get("dilate", 0) == growth


def test_a_mask_may_cover_everything(job_files, geoinpaint):
    folder, _, hole = job_files
    write_raster(folder / "mask.tif", np.ones((1, *hole.shape), "uint8"))
    done = geoinpaint("mask", "scene.tif", "--mask", "mask.tif", "-o", "all.tif")
    assert done.code == 0, done.stderr
    assert read_raster(folder / "all.tif").all()
    assert (done.figures["clear_pixels"], done.figures["hole_share"]) == (0, 1.0)
    # but there is nothing to fill from
    assert geoinpaint("inpaint", "scene.tif", *CLASSICAL, "--fill", "harmonic").last["code"] == "mask-covers-all"


def test_the_mask_of_a_large_scene_may_have_empty_blocks(tmp_path, geoinpaint):
    hole = np.zeros((1, 1300, 1200), "uint8")
    hole[0, 40:90, 700:760] = 1
    write_raster(tmp_path / "scene.tif", np.full((2, *hole.shape[1:]), 900, "uint16"))
    write_raster(tmp_path / "clouds.tif", hole)
    done = geoinpaint("mask", "scene.tif", "--mask", "clouds.tif", "-o", "all.tif")
    assert done.code == 0, done.stderr
    assert (read_raster(tmp_path / "all.tif") == hole).all()


def test_mask_of_a_file_with_commas_in_its_name(job_files, geoinpaint):
    folder, *_ = job_files
    (folder / "mask.tif").rename(folder / "clouds, north.tif")
    assert geoinpaint("mask", "scene.tif", "--mask", "clouds, north.tif,classes=1", "-o", "m.tif").code == 0


def test_reference_of_several_dates(job_files, geoinpaint):
    folder, _truth, hole = job_files
    done = geoinpaint(
        "reference", "reference_1.tif,mask=mask.tif", "reference_2.tif", "--statistic", "mean", "-o", "ref.tif"
    )
    assert done.code == 0, done.stderr
    with rasterio.open(folder / "ref.tif") as src:
        assert src.descriptions == ("B02", "B03", "B04", "count")
        count = src.read(4)
    assert (count[hole] == 1).all()
    assert (count[~hole] == 2).all()
    # its count is no band of the ground: a scene whose bands have no names still matches by their number
    write_raster(folder / "scene.tif", read_raster(folder / "scene.tif"))
    done = geoinpaint("inpaint", "scene.tif", *CLASSICAL, "--fill", "paste", "--reference", "ref.tif")
    assert done.code == 0, done.stderr


def test_a_scene_that_is_named_twice_counts_once_in_a_reference(job_files, geoinpaint):
    folder, *_ = job_files
    done = geoinpaint("reference", "reference_1.tif", "reference_2.tif", folder / "reference_1.tif", "-o", "ref.tif")
    told = [event["message"] for event in done.events if event.get("code") == "reference-twice"]
    assert told == [f"The scene {folder / 'reference_1.tif'} is named more than once; it is used once."]
    assert (read_raster(folder / "ref.tif")[3] == 2).all()


def test_reference_of_sar_dates(job_files, geoinpaint):
    folder, *_ = job_files
    shutil.copy(folder / "sar.tif", folder / "later.tif")
    done = geoinpaint("reference", "--sar", "sar.tif", "later.tif", "--speckle", "lee", "-o", "mean.tif")
    assert done.code == 0, done.stderr
    with rasterio.open(folder / "mean.tif") as src:
        assert src.descriptions == ("VV", "VH", "count")
    assert geoinpaint("inpaint", "scene.tif", *CLASSICAL, "--sar", "mean.tif").code == 0


def test_info_tells_about_scene_and_engine(job_files, geoinpaint):
    figures = geoinpaint("info", "scene.tif").figures
    assert figures["bands"] == ["B02", "B03", "B04"]
    assert figures["crs"] == "EPSG:32633"
    engine = geoinpaint("info").figures
    assert engine["versions"]["geoinpaint_engine"] == __version__
    assert engine["devices"][-1] == "cpu"


def test_info_speaks_to_people_where_nobody_asks_for_json(job_files):
    done = subprocess.run(
        [sys.executable, "-m", "geoinpaint_engine", "info", "scene.tif"],
        cwd=job_files[0],
        capture_output=True,
        text=True,
    )
    assert "bands: B02, B03, B04\n" in done.stderr + done.stdout
    assert "nodata: none (all 3)\n" in done.stderr + done.stdout
    assert not set("[]{}'") & set(done.stdout + done.stderr)


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    """A level 2A product whose own classification has a cloud and its shadow."""
    scl = np.full((60, 60), 4, "uint8")
    scl[20:34, 22:40] = 9
    scl[36:44, 30:40] = 3
    return make_safe(tmp_path_factory.mktemp("product"), scl=scl)


@pytest.mark.parametrize("form", ["folder", "metadata", "zip"])
def test_a_product_is_filled_by_its_own_classification(tmp_path, geoinpaint, product, form):
    path = product.zipped(tmp_path / "product.zip") if form == "zip" else getattr(product, form)
    done = geoinpaint("inpaint", path, "--scl", "--scl-classes", "8-9", "--dilate", "0", "--bands", "B04,B03",
                      "--mode", "classical", "--fill", "harmonic", "-o", "filled.tif")  # fmt: skip
    assert done.code == 0, done.stderr
    assert done.figures["filled_pixels"] == 14 * 18 * 4
    with rasterio.open(tmp_path / "filled.tif") as src:
        assert src.driver == "GTiff"
        assert src.descriptions == ("B04", "B03")
        assert src.scales == (1e-4, 1e-4)
        assert src.offsets == pytest.approx((-0.1, -0.1))


def test_dates_before_and_after_the_offset_agree(tmp_path, geoinpaint, product):
    before = make_safe(
        tmp_path / "before", baseline="03.01", date="20210610",
        ground=lambda band, size: 1.02 * reflectance_of(band, size),
    )  # fmt: skip
    done = geoinpaint(
        "inpaint", product.folder, "--scl", "--bands", "B04,B08", "--mode", "classical", "--fill", "paste",
        "--reference", before.folder, "-o", "filled.tif",
    )  # fmt: skip
    assert done.code == 0, done.stderr
    with rasterio.open(tmp_path / "filled.tif") as src:
        reflectance = src.read(1) * 1e-4 - 0.1
    # pasting one date into the other gives the ground of one or the other, whatever offset its DN have
    ours, theirs = (np.abs(reflectance - one.reflectance["B04"]) for one in (product, before))
    assert np.minimum(ours, theirs).max() < 2e-4
    assert (theirs < 2e-4).any()
    assert (ours > 1e-3).any()


@pytest.mark.data
@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data is absent: a real date of Rome")
def test_a_real_scene_in_degrees(tmp_path, geoinpaint):
    rome = SHARED / "s2bench" / "ts_rome"
    with rasterio.open(rome / "S2_2018-10-08.tif") as src:
        mask = np.zeros((1, *src.shape), "uint8")
        mask[0, 60:140, 80:200] = 1
        write_raster(tmp_path / "mask.tif", mask, crs=src.crs, transform=src.transform)
    done = geoinpaint(
        "inpaint", rome / "S2_2018-10-08.tif", "--mask", "mask.tif", "--bands", "B02,B03,B04,B08",
        "--mode", "classical", "--reference", rome / "S2_2018-09-28.tif", "-o", "filled.tif",
    )  # fmt: skip
    assert done.code == 0, done.stderr
    scored = geoinpaint("score", "filled.tif", "truth.tif", "--mask", "mask.tif")
    assert scored.code == 3  # no such truth
    with rasterio.open(tmp_path / "filled.tif") as out, rasterio.open(rome / "S2_2018-10-08.tif") as src:
        assert out.crs == src.crs
        assert (out.read()[:, mask[0] == 0] == src.read([2, 3, 4, 8])[:, mask[0] == 0]).all()
