"""Corrections by similar pixels: used where kinds of ground differ in what no regression tells, and only there."""

from dataclasses import replace

import numpy as np

from geoinpaint_engine.methods.ensemble import fit as fitting
from geoinpaint_engine.methods.ensemble import similar_pixels
from geoinpaint_engine.methods.ensemble.similar_pixels import NEIGHBOURS, SimilarPixels
from geoinpaint_engine.methods.ensemble.state import from_arrays, to_arrays
from geoinpaint_engine.raster.chip import Chip, ReferenceChip
from geoinpaint_engine.raster.grid import Window
from tests.engine.scenes import clouds, smooth_noise
from tests.engine.test_ensemble_method import fitted, rmse

SIZE = 128


def fields(*, peculiar):
    """Fields of forty crops, each with values of its own on two dates; (chip, truth). Peculiar: in the scene too."""
    rng = np.random.default_rng(5)
    crop = np.kron(rng.integers(0, 40, (16, 16)), np.ones((8, 8), int))
    dates = 1000 + 2000 * rng.random((2, 2, 40))
    told = dates[:, 0].mean(axis=0) if not peculiar else 1000 + 2000 * rng.random(40)
    truth = np.stack([told[crop], 0.5 * told[crop] + 300])
    truth += smooth_noise(truth.shape, seed=3, smooth=0.5, deviation=20)
    every = np.ones((SIZE, SIZE), bool)
    references = [
        ReferenceChip(
            (one[:, crop] + smooth_noise(truth.shape, seed=7 + number, smooth=0.5, deviation=20)).astype("f4"),
            every, (0, 1),
        )
        for number, one in enumerate(dates)
    ]  # fmt: skip
    hole = clouds(SIZE, 0.25, seed=2)
    scene = np.where(hole, 9000, truth).astype("f4")
    return Chip(Window(0, 0, SIZE, SIZE), scene, ~hole, hole, tuple(references), None), truth


def test_crops_that_went_ways_of_their_own_are_told_by_their_like(monkeypatch):
    chip, truth = fields(peculiar=True)
    method = fitted(chip)
    assert method.fitted.similar is not None
    with_them = rmse(method.fill(chip), truth, chip.hole)
    monkeypatch.setattr(fitting, "LEAST_GAIN", 1.0)
    without = fitted(chip)
    assert without.fitted.similar is None
    assert with_them < 0.9 * rmse(without.fill(chip), truth, chip.hole)
    assert method.fitted.hidden_rmse < 0.9 * without.fitted.hidden_rmse


def test_where_a_regression_tells_nearly_all_they_are_left_out(monkeypatch):
    monkeypatch.setattr(fitting, "LEAST_GAIN", fitting.LEAST_GAIN_LARGE)
    chip, _ = fields(peculiar=False)
    assert fitted(chip).fitted.similar is None


def test_fills_by_them_are_whole_and_the_same_from_arrays_and_in_parts():
    chip, _ = fields(peculiar=True)
    method = fitted(chip)
    fill, deviation = method.fill_and_deviation(chip)
    assert np.isfinite(fill).all()
    assert np.isfinite(deviation[:, chip.hole]).all()
    kept = from_arrays(to_arrays(method.fitted))
    assert all(np.array_equal(array, to_arrays(kept)[name]) for name, array in to_arrays(method.fitted).items())
    again = fitted(chip)
    again.restore(method.state())
    assert np.array_equal(again.fill(chip), fill)
    used = np.zeros_like(chip.hole)
    used[: SIZE // 2] = chip.hole[: SIZE // 2]
    part = method.fill(replace(chip, used=used))
    assert np.allclose(part[:, used], fill[:, used], atol=0.5)


def test_a_pixel_is_corrected_by_its_nearest_and_not_by_itself(monkeypatch, rng):
    monkeypatch.setattr(similar_pixels, "INEXACTNESS", 0.0)
    places, missed = rng.random((600, 3)).astype("f4"), rng.random((2, 600)).astype("f4")
    sought = np.concatenate([places[:5], rng.random((5, 3)).astype("f4")])
    order = np.argsort(np.linalg.norm(sought[:, None] - places, axis=2), axis=1)
    chosen = np.concatenate([order[:5, 1 : NEIGHBOURS + 1], order[5:, :NEIGHBOURS]])
    found = SimilarPixels(np.eye(3, dtype="f4"), places, missed).mean_missed(sought)
    assert np.allclose(found, missed[:, chosen].mean(axis=2))
