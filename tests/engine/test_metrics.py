import importlib.util
import math
from pathlib import Path

import numpy as np
import pytest
from skimage import metrics as ski

from geoinpaint_engine.quality import metrics

BENCH = Path(__file__).parents[2].parent / "shared" / "bench" / "s2bench.py"


@pytest.fixture
def pair():
    rng = np.random.default_rng(3)
    truth = rng.integers(100, 4000, (3, 60, 47)).astype(np.uint16)
    result = np.clip(truth + rng.normal(0, 300, truth.shape), 0, 65535).astype(np.uint16)
    hole = np.zeros(truth.shape[1:], bool)
    hole[7:33, 2:30] = True
    return result, truth, hole


def test_equal_to_scikit_image(pair):
    result, truth, hole = pair
    one, other = result / 2000, truth / 2000
    whole, full = ski.structural_similarity(
        one, other, channel_axis=0, full=True, data_range=1.0, gaussian_weights=True, sigma=1.5,
        use_sample_covariance=False,
    )  # fmt: skip
    got = metrics.score(result, truth, hole)
    assert got["ssim_whole"] == pytest.approx(whole, abs=1e-12)
    assert got["ssim_hole"] == pytest.approx(full[:, hole].mean(), abs=1e-12)
    assert got["psnr_whole"] == pytest.approx(ski.peak_signal_noise_ratio(other, one, data_range=1.0))
    assert got["rmse_whole"] == pytest.approx(math.sqrt(ski.mean_squared_error(other, one)))
    assert metrics.psnr(one, other, data_range=1.0) == pytest.approx(got["psnr_whole"])
    assert metrics.rmse(one, other) == pytest.approx(got["rmse_whole"])
    assert metrics.mae(one[:, hole], other[:, hole]) == pytest.approx(got["mae_hole"])


def test_equal_to_the_benchmark(pair):
    if not BENCH.exists():
        pytest.skip("needs ../shared/bench/s2bench.py")
    spec = importlib.util.spec_from_file_location("s2bench", BENCH)
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    expected = bench.score_arrays(*pair)
    got = metrics.score(*pair)
    assert {name: got[name] for name in expected} == pytest.approx(expected, abs=1e-10)


def test_strips_do_not_change_the_figures(pair):
    assert metrics.score(*pair, strip=7) == pytest.approx(metrics.score(*pair), abs=1e-12)


def test_spectral_angle_is_in_degrees_and_blind_to_brightness():
    truth = np.array([[1.0, 1.0], [0.0, 1.0]])
    result = np.array([[0.0, 5.0], [3.0, 5.0]])
    assert metrics.spectral_angle(result, truth) == pytest.approx([90.0, 0.0], abs=1e-5)


def test_units_scale_the_errors(pair):
    paper, reflectance = (metrics.score(*pair, unit=unit) for unit in (metrics.DN2000, metrics.REFLECTANCE))
    assert reflectance["rmse_hole"] == pytest.approx(paper["rmse_hole"] * 0.2)


def test_pixels_that_are_not_valid_do_not_count(pair):
    result, truth, hole = pair
    valid = np.ones_like(hole)
    valid[40:] = False
    spoilt = result.astype(np.float64)
    spoilt[:, 40:] = np.nan
    got = metrics.score(spoilt, truth, hole, valid=valid)
    assert all(math.isfinite(value) for value in got.values())
    assert got["rmse_whole"] == pytest.approx(metrics.rmse(result[:, :40] / 2000, truth[:, :40] / 2000))


def test_nothing_differs_and_nothing_is_there(pair):
    _, truth, hole = pair
    perfect = metrics.score(truth, truth, hole)
    assert perfect["ssim_hole"] == pytest.approx(1.0)
    assert perfect["psnr_hole"] == math.inf
    empty = metrics.score(truth, truth, np.zeros_like(hole))
    assert math.isnan(empty["ssim_hole"])
    assert math.isnan(empty["rmse_hole"])


def test_images_smaller_than_the_window():
    truth = np.arange(32.0).reshape(2, 4, 4)
    got = metrics.score(truth + 1, truth, np.ones((4, 4), bool))
    assert math.isfinite(got["ssim_whole"])


def test_shapes_that_do_not_fit_are_refused(pair):
    result, truth, hole = pair
    with pytest.raises(ValueError, match="do not fit"):
        metrics.score(result[:2], truth, hole)
