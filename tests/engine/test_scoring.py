"""`geoinpaint score`: what is compared with what, and what is refused."""

import json

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.events import Reporter
from geoinpaint_engine.job import MaskSource
from geoinpaint_engine.pipeline.score import score_files
from tests.engine.conftest import field, write_raster

HOLE = np.zeros((1, 40, 50), "uint8")
HOLE[0, 10:20, 10:30] = 1
NAMES = ("B02", "B03")


def score(folder, truth="truth.tif"):
    """(figures, codes of the warnings)."""
    reporter = Reporter()
    mask = MaskSource(path=str(folder / "mask.tif"))
    figures = score_files(str(folder / "result.tif"), str(folder / truth), mask, reporter=reporter)
    return figures, [code for code, _ in reporter.warnings]


@pytest.fixture
def files(tmp_path, rng):
    """A result that is 20 DN too high in the hole, and its truth."""
    truth = field(rng, bands=2, rows=40, cols=50).astype("uint16")
    result = truth + np.uint16(20) * HOLE
    write_raster(tmp_path / "truth.tif", truth, names=NAMES)
    write_raster(tmp_path / "result.tif", result, names=NAMES)
    write_raster(tmp_path / "mask.tif", HOLE)
    return tmp_path, truth


def test_the_figures_are_those_of_the_hole(files):
    figures, warnings = score(files[0])
    assert figures["reflectance"]["hole"]["rmse"] == pytest.approx(20e-4)
    assert figures["hole_pixels"] == HOLE.sum()
    assert figures["largest_difference_outside"] == 0
    assert warnings == []
    json.dumps(figures)


def test_no_data_in_both_is_no_difference_and_in_one_alone_is_told(files):
    folder, truth = files
    for name, gaps in (("result", (0, 1)), ("truth", (0, 1)), ("other", (0,))):
        with_gaps = truth.astype("float32")
        with_gaps[0, list(gaps), 0] = np.nan
        write_raster(folder / f"{name}.tif", with_gaps, names=NAMES)
    assert not HOLE[:, :2, 0].any()
    assert score(folder)[0]["largest_difference_outside"] == 0
    assert score(folder, "other.tif")[0]["largest_difference_outside"] is None


def test_bands_are_paired_by_name(files):
    folder, truth = files
    write_raster(folder / "turned.tif", truth[::-1], names=NAMES[::-1])
    assert score(folder, "turned.tif") == score(folder)


@pytest.mark.parametrize(
    ("says", "options"),
    [
        ("EPSG:32634", {"crs": "EPSG:32634"}),
        ("same pixels", {"transform": from_origin(500_010, 4_600_000, 10, 10)}),
        ("same pixels", {"transform": from_origin(500_000, 4_600_000, 20, 20)}),
        ("same pixels", {"transform": from_origin(500_002, 4_600_000, 10, 10)}),
    ],
    ids=["crs", "a pixel off", "larger pixels", "a fifth of a pixel off"],
)
def test_another_grid_is_refused(files, says, options):
    folder, truth = files
    write_raster(folder / "other.tif", truth, names=NAMES, **options)
    with pytest.raises(InputError, match=says) as caught:
        score(folder, "other.tif")
    assert caught.value.code == "score-mismatch"
    assert "gdalwarp" in caught.value.hint


@pytest.mark.parametrize("cut", [np.s_[:1], np.s_[:, :39]], ids=["a band less", "a row less"])
def test_another_size_is_refused(files, cut):
    folder, truth = files
    write_raster(folder / "other.tif", truth[cut])
    with pytest.raises(InputError, match="differ in size or bands"):
        score(folder, "other.tif")


def test_dn_are_not_compared_with_reflectance(files):
    folder, truth = files
    write_raster(folder / "reflectance.tif", (truth / 1e4).astype("float32"), names=NAMES)
    for names in (("result.tif", "reflectance.tif"), ("reflectance.tif", "result.tif")):
        with pytest.raises(InputError, match=r"result\.tif holds DN and .*reflectance\.tif reflectance") as caught:
            score_files(*(str(folder / name) for name in names), MaskSource(path=str(folder / "mask.tif")),
                        reporter=Reporter())  # fmt: skip
        assert caught.value.code == "score-mismatch"


def test_dn_are_not_compared_with_a_picture(files):
    folder, truth = files
    picture = (truth / truth.max() * 255).astype("uint8")
    write_raster(folder / "picture.tif", picture, names=NAMES)
    mask = MaskSource(path=str(folder / "mask.tif"))
    for names in (("result.tif", "picture.tif"), ("picture.tif", "result.tif")):
        with pytest.raises(InputError, match=r"picture\.tif is an 8-bit picture, and .*result\.tif holds DN") as caught:
            score_files(*(str(folder / name) for name in names), mask, reporter=Reporter())
        assert caught.value.code == "score-mismatch"
    write_raster(folder / "result.tif", picture.astype("uint16"), names=NAMES)  # the same numbers in more bits
    assert score(folder, "picture.tif")[0]["dn"]["hole"]["rmse"] == 0


def test_a_missing_georeference_is_told(files):
    folder, truth = files
    write_raster(folder / "bare.tif", truth, crs=None, names=NAMES)
    assert set(score(folder, "bare.tif")[1]) == {"assumed-aligned"}
    write_raster(folder / "no_crs.tif", truth, crs=None, transform=from_origin(500_000, 4_600_000, 10, 10), names=NAMES)
    assert set(score(folder, "no_crs.tif")[1]) == {"crs-assumed"}


def test_another_radiometry_is_told(files):
    folder, truth = files
    write_raster(folder / "declared.tif", truth, names=NAMES)
    with rasterio.open(folder / "declared.tif", "r+") as dst:
        dst.scales, dst.offsets = (1e-4, 1e-4), (-0.1, -0.1)
    assert score(folder, "declared.tif")[1] == ["radiometry-differs"]


@pytest.mark.parametrize(
    ("dtype", "gain", "declared", "unit", "error"),
    [
        ("uint16", 1, None, "reflectance", 20e-4),
        ("int16", 1, None, "reflectance", 20e-4),
        ("float32", 1e-4, None, "reflectance", 20e-4),
        ("uint16", 1, (1e-4, -0.1), "reflectance", 20e-4),
        ("float32", 1, (1e-4, 0.0), "reflectance", 20e-4),
        ("float32", 1, None, "DN", 20.0),
        ("uint8", 1 / 40, None, "DN", 1.0),
    ],
)
def test_units_are_told_by_one_rule(files, dtype, gain, declared, unit, error):
    folder, truth = files
    for name, data in (("truth", truth), ("result", truth + np.uint16(20) * HOLE)):
        scaled = data * gain
        if dtype == "uint8":
            scaled = (truth * gain).astype("uint8") + (HOLE if name == "result" else 0)
        write_raster(folder / f"{name}.tif", scaled.astype(dtype), names=NAMES)
        if declared is not None:
            with rasterio.open(folder / f"{name}.tif", "r+") as out:
                out.scales, out.offsets = [declared[0]] * 2, [declared[1]] * 2
    figures, _ = score(folder)
    assert figures["unit"] == unit
    hole = figures[unit.lower()]["hole"]
    assert hole["rmse"] == pytest.approx(error, rel=1e-3)
    assert hole["ssim"] < 0.9999
    assert ("dn2000" in figures) == (unit == "reflectance")
    if unit == "reflectance":
        assert figures["dn2000"]["hole"]["rmse"] == pytest.approx(5 * error, rel=1e-3)
        assert figures["dn2000"]["hole"]["sam"] == pytest.approx(hole["sam"], abs=1e-4)
