"""Shadow under a mask that is lit: colours and detail are the ground's, brightness is the fill's."""

import json

import numpy as np
import pytest
import rasterio
from scipy import ndimage as ndi

from geoinpaint_engine.quality.shade import RELIT, relight, remaining_error
from tests.engine.clouded_scenes import REFERENCES, SIZE, errors, fields
from tests.engine.conftest import read_raster, write_raster

CHANGE = np.diag([60.0, 80.0, 100.0, 300.0]) ** 2
MASK = np.zeros((SIZE, SIZE), bool)
MASK[30:90, 30:90] = True


@pytest.fixture
def ground(rng):
    """A place, and a fill of it that mistakes vegetation for soil, more than dark for bright."""
    truth = fields(rng, dates=1)[0]
    growth = 7 * ndi.gaussian_filter(rng.normal(0, 1, truth.shape[1:]), 2)
    return truth, truth + growth * np.array([-60, -80, -100, 300])[:, None, None] + rng.normal(0, 20, truth.shape)


def rmse(image, truth, there):
    return np.sqrt(((image - truth)[:, there] ** 2).mean())


@pytest.mark.parametrize("light", [(0.5, 0.5, 0.5, 0.5), (0.55, 0.5, 0.47, 0.42), (0.3, 0.3, 0.3, 0.3)])
def test_ground_in_shadow_is_lit(ground, light):
    truth, fill = ground
    measured = np.where(MASK, truth * np.array(light)[:, None, None], truth)
    image, weight = relight(measured, fill, MASK, CHANGE)
    there = weight.any(axis=0)
    assert there[35:85, 35:85].all()
    assert not (there & ~MASK).any()
    assert rmse(image, truth, there) < 0.7 * rmse(fill, truth, there)


@pytest.mark.parametrize("value", [0, 400, 900, 9000])
def test_one_value_under_the_mask_is_no_ground(ground, value):
    truth, fill = ground
    assert not relight(np.where(MASK, np.full_like(truth, value), truth), fill, MASK, CHANGE)[1].any()


def test_ground_in_the_light_and_cloud_stay_as_they_are_filled(ground):
    truth, fill = ground
    for measured in (truth, truth * 0.6 + 2500):
        assert not relight(measured, fill, MASK, CHANGE)[1].any()


@pytest.mark.parametrize("light", [(0.5, 0.5), (0.85, 0.4), (0.6, 0.45)])
def test_what_is_left_of_the_error_is_told_by_ground_without_any_shadow(ground, rng, light):
    """Of each band; the patches are other ground than the hole, and as small as they are."""
    truth, fill = ground
    hole, patches = np.zeros((2, SIZE, SIZE), bool)
    hole[20:70, 20:100] = patches[80:110, 20:50] = patches[80:110, 60:90] = True
    image, weight = relight(truth * np.linspace(*light, 4)[:, None, None], fill, hole, CHANGE)
    there = weight.any(axis=0)
    assert there.sum() > 3000
    told = remaining_error([(truth, fill, patches)], CHANGE)
    factor = told.factor(weight.mean(axis=0)[there] / RELIT)
    true = np.sqrt((((image - truth) ** 2)[:, there]).mean(axis=1))
    announced = np.sqrt(((factor * (fill - truth)[:, there]) ** 2).mean(axis=1))
    assert (true < (fill - truth)[:, there].std(axis=1)).all()
    assert true / announced == pytest.approx(np.ones(4), rel=0.35)


@pytest.mark.parametrize("unit", [1e-4, 0.1, 1e3])
def test_no_unit_of_the_scene_changes_what_is_lit(ground, unit):
    truth, fill = ground
    measured = np.where(MASK, 0.5 * truth, truth)
    image, weight = relight(measured, fill, MASK, CHANGE)
    other, weight_of_other = relight(unit * measured, unit * fill, MASK, unit**2 * CHANGE)
    assert other / unit == pytest.approx(image, rel=1e-3, abs=0.1)
    assert weight_of_other == pytest.approx(weight, abs=1e-3)
    told, of_other = (remaining_error([(s * truth, s * fill, MASK)], s**2 * CHANGE) for s in (1, unit))
    assert of_other.ratio == pytest.approx(told.ratio, rel=1e-2)


def test_ground_that_never_changes_is_not_lit_and_nothing_is_told_of_it(ground):
    truth, fill = ground
    measured = np.where(MASK, 0.5 * truth, truth)
    assert not relight(measured, fill, MASK, 0 * CHANGE)[1].any()
    assert np.isfinite(relight(measured, fill, MASK, np.full((4, 4), 100.0))[0]).all()  # bands that change alike
    assert remaining_error([(truth, fill, MASK)], 0 * CHANGE) is None


def test_what_differs_from_the_fill_more_than_ground_changes_counts_for_little(ground, rng):
    truth, fill = ground
    light = 0.5 + 0.2 * ndi.gaussian_filter(rng.normal(0, 1, truth.shape), (0, 2, 2)) / 0.14  # each band's own
    measured = np.where(MASK, truth * np.clip(light, 0.2, 0.8), truth)
    image, weight = relight(measured, fill, MASK, CHANGE)
    there = weight.any(axis=0)
    assert weight[:, there].mean() < 0.3
    assert rmse(image, truth, there) < 1.5 * rmse(fill, truth, there)


@pytest.mark.parametrize("offset", [0, 1000])
def test_shadow_in_the_mask_is_lit_where_what_is_found_is_added(tmp_path, rng, fill, offset):
    """Also where DN begin at 1000, as in products of 2022 and later; what is told of the error follows."""
    images = fields(rng, change=0.2)
    truth = images[0].copy()
    shade = ndi.gaussian_filter(np.where(MASK, 0.55, 0), 2)
    images[0] = truth * (1 - shade)
    for number, image in enumerate(images):
        path = tmp_path / (f"reference_{number}.tif" if number else "scene.tif")
        write_raster(path, (image + offset).round().astype("uint16"), names=("B02", "B03", "B04", "B08"))
        with rasterio.open(path, "r+") as out:
            out.scales, out.offsets = [1e-4] * 4, [-offset * 1e-4] * 4
    mask = ndi.binary_erosion(MASK, iterations=2)
    write_raster(tmp_path / "mask.tif", mask[None].astype("uint8"))
    written = {"path": "filled.tif", "uncertainty": "sd.tif"}
    told, sd, off = {}, {}, {}
    for grow in ("none", "auto"):
        figures = fill(mode="mt", references=REFERENCES, grow=grow, output=written)[-1]["figures"]
        told[grow], sd[grow] = figures["hole_rmse"], np.nanmean(read_raster(tmp_path / "sd.tif")[:, mask])
        off[grow] = errors(tmp_path, truth + offset, mask)
    assert off["auto"] < 0.8 * off["none"]
    assert told["auto"] < 0.9 * told["none"]
    assert sd["auto"] < 0.9 * sd["none"]
    assert figures["lit_pixels"] > 0.8 * mask.sum()
    recipe = json.loads((tmp_path / "filled.tif.recipe.json").read_text())
    assert recipe["figures"]["lit_pixels"] == figures["lit_pixels"]


def test_calm_ground_in_reflectance_is_lit_too(tmp_path, rng, fill):
    """Over water a fill errs by some 1e-4 of reflectance: its square is small, and not nothing."""
    calm = 0.004 + 2e-5 * (fields(rng, dates=1)[0] % 50)
    for number in range(3):
        image = (calm + rng.normal(0, 1e-4, calm.shape)).astype(np.float32)
        image = image if number else np.where(MASK, 0.5 * image, image)
        path = tmp_path / (f"reference_{number}.tif" if number else "scene.tif")
        write_raster(path, image, names=("B02", "B03", "B04", "B08"))
    write_raster(tmp_path / "mask.tif", MASK[None].astype("uint8"))
    references = [{"path": f"reference_{number}.tif"} for number in (1, 2)]
    assert fill(mode="mt", references=references, grow="auto")[-1]["figures"]["lit_pixels"] > 0.5 * MASK.sum()
