"""The uncertainty file: intervals that cover what they say, on the scene's grid, the same however it was made."""

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.transform import from_origin
from scipy import ndimage as ndi

from geoinpaint_engine.errors import Cancelled, InputError, UsageError
from geoinpaint_engine.pipeline.uncertainty_file import DIGITS, rounded
from geoinpaint_engine.quality.uncertainty import ErrorModel, HiddenErrors, calibrate, fit_error_model
from geoinpaint_engine.raster.distance import REACH, distance_to_clear
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.mask_stats import MaskStats
from geoinpaint_engine.raster.masks import reopen_mask
from tests.engine.conftest import read_raster, write_raster
from tests.engine.measured import NAMES, REFERENCES, WAYS, place
from tests.engine.runs import run_here
from tests.engine.scenes import clouds

OUTPUT = {"path": "filled.tif", "uncertainty": "doubt.tif"}


@pytest.mark.parametrize("way", WAYS)
def test_nine_of_ten_hole_pixels_lie_within_the_interval(tmp_path, fill, way):
    truth, hole = place(tmp_path)
    figures = fill(**WAYS[way], output=OUTPUT)[-1]["figures"]
    deviation, filled = read_raster(tmp_path / "doubt.tif"), read_raster(tmp_path / "filled.tif")
    assert np.isfinite(deviation[:, hole]).all()
    assert np.isnan(deviation[:, ~hole]).all()
    inside = np.abs(filled.astype(float) - truth)[:, hole] <= 1.645 * deviation[:, hole]
    assert 0.82 < inside.mean() < 0.97
    basis = "the method's own deviation" if way == "fast" else "distance to clear ground"
    assert figures["uncertainty"]["basis"] == basis
    assert 0.8 < figures["uncertainty"]["covered_by_90"] < 0.98


def test_the_file_has_the_scenes_grid_names_and_scale(tmp_path, fill):
    place(tmp_path)
    events = fill(**WAYS["fast"], output={**OUTPUT, "fill_flag": "flag.tif"})
    assert events[-1]["outputs"]["uncertainty"] == str(tmp_path / "doubt.tif")
    with rasterio.open(tmp_path / "doubt.tif") as out, rasterio.open(tmp_path / "scene.tif") as scene:
        assert (out.shape, out.crs, out.transform) == (scene.shape, scene.crs, scene.transform)
        assert (out.descriptions, out.scales, out.offsets) == (NAMES, scene.scales, (0.0, 0.0))
        assert set(out.dtypes) == {"float32"}
        assert np.isnan(out.nodata)
        assert "1.645" in out.tags()["GEOINPAINT_MEANING"]
        together = np.array(json.loads(out.tags()["GEOINPAINT_ERROR_CORRELATION"]))
        assert together.shape == (out.count, out.count)
        assert np.array_equal(np.diag(together), np.ones(out.count))


def test_a_band_that_keeps_its_nodata_has_no_deviation(tmp_path, fill):
    _, hole = place(tmp_path)
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        data = scene.read()
        rows, cols = (index[:40] for index in np.nonzero(hole))
        data[0, rows, cols] = 0
        scene.write(data)
        scene.nodata = 0
    fill(**WAYS["harmonic"], output={**OUTPUT, "fill_flag": "flag.tif"})
    flag, deviation = read_raster(tmp_path / "flag.tif")[0], read_raster(tmp_path / "doubt.tif")
    assert (read_raster(tmp_path / "filled.tif")[0] == 0).sum() == 40
    np.testing.assert_array_equal(flag, hole)  # its other band is filled there
    np.testing.assert_array_equal(np.isfinite(deviation[1]), hole)
    hole[rows, cols] = False
    np.testing.assert_array_equal(np.isfinite(deviation[0]), hole)


def test_harmonic_doubt_grows_away_from_clear_ground(tmp_path, fill):
    _, hole = place(tmp_path)
    fill(**WAYS["harmonic"], output=OUTPUT)
    deviation, distance = read_raster(tmp_path / "doubt.tif"), ndi.distance_transform_edt(hole)
    assert deviation[:, hole & (distance > 6)].mean() > 1.5 * deviation[:, hole & (distance < 1.5)].mean()


@pytest.mark.parametrize("way", WAYS)
def test_asking_for_it_changes_no_bit_of_the_fill(tmp_path, fill, way):
    place(tmp_path)
    # the recipe's tags say what was asked for except the outputs, so the whole file must be the same
    fill(**WAYS[way], output=OUTPUT)
    asked = (tmp_path / "filled.tif").read_bytes()
    fill(**WAYS[way])
    assert (tmp_path / "filled.tif").read_bytes() == asked


def test_the_paper_preset_measures_for_it(tmp_path, fill):
    _, hole = place(tmp_path, 96)
    figures = fill(mode="mt", preset="paper", steps=2, threads=1, references=REFERENCES, output=OUTPUT)[-1]["figures"]
    assert figures["holdout_rmse"] is not None
    assert np.isfinite(read_raster(tmp_path / "doubt.tif")[:, hole]).all()


def test_a_killed_run_gives_the_same_file(tmp_path, monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.methods.ensemble.method.EnsembleMethod.halo", 16)
    monkeypatch.setattr("geoinpaint_engine.methods.ensemble.method.EnsembleMethod.overlap", 16)
    place(tmp_path, 150)
    document = {**WAYS["fast"], "tile": 64}
    run_here(tmp_path, "whole.tif", **document, beside={"uncertainty": "whole_doubt.tif"})
    parts = {"uncertainty": "parts_doubt.tif"}
    with pytest.raises(Cancelled):
        # the first attempt does not ask for it: what it left must not be taken for enough
        run_here(tmp_path, "parts.tif", cancel_after=2, **document)
    with pytest.raises(Cancelled):
        run_here(tmp_path, "parts.tif", cancel_after=4, **document, beside=parts)
    assert list((tmp_path / "parts.tif.partial" / "deviations").glob("*.npy"))
    run_here(tmp_path, "parts.tif", **document, beside=parts)
    for kind in ("", "_doubt"):
        assert (tmp_path / f"parts{kind}.tif").read_bytes() == (tmp_path / f"whole{kind}.tif").read_bytes()


@pytest.mark.slow
def test_workers_give_the_same_file(tmp_path, geoinpaint):
    pytest.importorskip("distributed")
    place(tmp_path, 360)
    for name, options in (("alone", ()), ("workers", ("--workers", 2))):
        done = geoinpaint(
            "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "mt", "--reference", "reference_1.tif", "--tile",
            128, "--threads", 1, "-o", f"{name}.tif", "--uncertainty", f"{name}_doubt.tif", *options, timeout=300,
        )  # fmt: skip
        assert done.code == 0, done.stderr
    assert next(event for event in done.events if event["event"] == "started")["windows"] > 1
    for kind in ("", "_doubt"):
        assert (tmp_path / f"alone{kind}.tif").read_bytes() == (tmp_path / f"workers{kind}.tif").read_bytes()


def test_without_a_holdout_it_is_refused(tmp_path, fill):
    place(tmp_path, 64)
    with pytest.raises(UsageError) as caught:
        fill(**WAYS["harmonic"], output=OUTPUT, holdout=False)
    assert caught.value.code == "uncertainty-without-holdout"


def test_too_little_clear_ground_is_said_and_nothing_is_written(tmp_path, fill):
    place(tmp_path, 48)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(InputError) as caught:
        fill(**WAYS["harmonic"], output=OUTPUT)
    assert caught.value.code == "uncertainty-unmeasured"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


# --- the calibration -----------------------------------------------------------------------------------------------


def hidden(rng, own):
    """Errors of 4000 pixels in two bands that are three times as large as `own` says, with heavy tails."""
    size = np.full((2, 4000), 20.0) * rng.uniform(0.5, 2, 4000)
    errors = 3 * size * rng.standard_t(5, size.shape)
    return HiddenErrors(errors, np.where(own, size, np.nan), rng.uniform(1, 20, 4000), np.arange(4000) < 2000)


def test_a_methods_own_deviation_is_scaled_until_it_covers(rng):
    made = calibrate(hidden(rng, own=True))
    assert made.scales is not None
    other = hidden(rng, own=True)
    inside = np.abs(other.errors) <= 1.645 * made.deviation(other.own, other.distance)
    assert 0.88 < inside.mean() < 0.92
    assert made.covered == pytest.approx(0.9, abs=0.03)
    assert made.pixels == 4000


@pytest.mark.parametrize("own", [True, False])
def test_errors_of_bands_that_go_apart_are_told(rng, own):
    found = hidden(rng, own=own)
    one = found.errors[0]
    found.errors[1] = -0.8 * one + 0.6 * found.errors[1]
    found.errors[1, 7] = 1e6 * np.sign(one[7])  # what nothing shows does not decide alone
    correlation = calibrate(found).correlation
    assert correlation[0, 1] == pytest.approx(-0.8, abs=0.05)
    assert np.array_equal(correlation, correlation.T)
    assert np.array_equal(np.diag(correlation), [1, 1])


def test_what_is_expected_of_a_hole_is_told_by_the_patches_that_are_like_it(rng):
    found = hidden(rng, own=True)
    rough = np.arange(4000) % 2 == 0
    errors = np.where(rough, 10 * found.errors, found.errors)
    under = np.full(50, float((found.distance**0.3).mean()) ** (1 / 0.3))
    smooth_alone = np.sqrt((found.errors[:, ~rough] ** 2).mean())
    every = HiddenErrors(errors, found.own, found.distance, found.deciding).expected(under)
    alike = HiddenErrors(errors, found.own, found.distance, found.deciding, np.where(rough, 1e-6, 1.0))
    assert every == pytest.approx(np.sqrt((errors**2).mean()))
    assert alike.expected(under) == pytest.approx(smooth_alone, rel=0.05)
    near = alike.beyond(5.0)
    assert near.alike is not None
    assert near.alike.size == near.distance.size < 4000
    assert alike.expected(np.zeros(0)) is None


def test_the_half_that_errs_more_scales(rng):
    found = hidden(rng, own=True)
    errors = np.where(found.deciding, 2 * found.errors, found.errors)
    unlike = calibrate(HiddenErrors(errors, found.own, found.distance, found.deciding))
    alike = calibrate(found)
    np.testing.assert_allclose(unlike.scales, 2 * alike.scales, rtol=0.1)
    assert unlike.covered < 0.85  # one half's scale does not hold for the other, and that is told


def test_beyond_what_the_patches_reach_the_deviation_grows_and_up_to_there_it_does_not(rng):
    errors, distance = 20 * rng.standard_normal((1, 4000)), rng.uniform(1, 10, 4000)
    model = fit_error_model(errors, np.zeros_like(errors), distance, np.arange(4000) < 2000)
    assert model.reach == pytest.approx(9.1, abs=0.1)  # nine of ten are nearer
    reach = model.reach
    near, far, farther = model.deviation(np.zeros((1, 3)), np.array([reach, 16 * reach, 256 * reach]))[0]
    assert near == pytest.approx(20, rel=0.1)
    assert 16**0.15 * near <= far < 1.1 * 16**0.15 * near
    assert farther == pytest.approx(16**0.15 * far, rel=0.01)
    kept = ErrorModel.from_state(model.state())
    assert kept.reach == reach
    np.testing.assert_array_equal(kept.factors, model.factors)


def test_where_the_method_cannot_tell_neither_can_the_file(rng):
    found = hidden(rng, own=np.arange(4000) % 2 == 0)
    made = calibrate(found)
    deviation = made.deviation(found.own, found.distance)
    assert np.isnan(deviation[:, 1::2]).all()
    assert np.isfinite(deviation[:, ::2]).all()


def test_too_few_pixels_calibrate_nothing(rng):
    found = hidden(rng, own=False)
    few = slice(None, None, 30)
    parts = (found.errors[:, few], found.own[:, few], found.distance[few], found.deciding[few])
    assert calibrate(HiddenErrors(*parts)) is None


def test_distance_is_that_of_the_whole_scene_in_any_block(tmp_path):
    hole = clouds(600, 0.4, seed=2, smooth=20.0)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"), transform=from_origin(0, 0, 10, 10), tiled=True)
    mask = _mask(tmp_path / "mask.tif", hole)
    expected = np.minimum(ndi.distance_transform_edt(hole), REACH)
    for block in Window(0, 0, 600, 600).blocks(256):
        np.testing.assert_allclose(distance_to_clear(mask, block), expected[block.slices], rtol=1e-6)
    patch = np.zeros_like(hole)
    patch[100:200, 100:200] = True
    window = Window(120, 120, 40, 40)
    found = distance_to_clear(mask, window, hidden=lambda outer: patch[outer.slices])
    expected = np.minimum(ndi.distance_transform_edt(hole | patch), REACH)
    np.testing.assert_allclose(found, expected[window.slices], rtol=1e-6)


def _mask(path, hole):
    grid = Grid(CRS.from_epsg(32633), Affine(10, 0, 0, 0, -10, 0), *hole.shape)
    stats = MaskStats(int(hole.sum()), hole.size, int((~hole).sum()), 1, int(hole.sum()))
    return reopen_mask(path, grid, stats=stats, fills_nodata=False)


def test_pixels_beside_clear_ground_tell_nothing_of_a_hole_that_has_none():
    distance = np.tile(np.arange(1.0, 11.0), 200)
    deciding = np.arange(2000) % 20 < 10
    found = HiddenErrors(distance[None], distance[None], distance, deciding)
    assert found.beyond(1.0) is found
    assert found.beyond(5.0).distance.min() == 5
    # where too few are as far, the farthest of which there are enough
    assert found.beyond(40.0).distance.min() == 8


def test_deviations_are_written_to_12_binary_digits():
    values = np.random.default_rng(0).lognormal(3, 2, 10_000).astype(np.float32)
    written = rounded(values)
    assert np.abs(written / values - 1).max() <= 2.0**-DIGITS
    assert not (written.view(np.uint32) & 0xFFF).any()
    special = np.array([np.nan, np.inf, 0.0], np.float32)
    assert np.array_equal(rounded(special), special, equal_nan=True)
