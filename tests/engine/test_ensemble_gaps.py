"""Gaps of one date that are completed by what the others show."""

import numpy as np
import pytest

from geoinpaint_engine.methods.ensemble import gaps
from geoinpaint_engine.methods.ensemble.evidence import scaling_of, stack_of
from geoinpaint_engine.methods.ensemble.gaps import LEAST_PIXELS, Normal
from geoinpaint_engine.raster.chip import Chip, ReferenceChip
from geoinpaint_engine.raster.grid import Window
from tests.engine.scenes import clouds, smooth_noise

OWNERS = np.repeat(np.arange(3), 2)  # three dates of two bands


def dates(rng, count=8000, *, share=0.3):
    """(6, count) of a known covariance, its gaps at 0; the whole; (3, count) where it is seen; the covariance."""
    mixed = rng.standard_normal((6, 6))
    covariance = mixed @ mixed.T / 6 + 0.2 * np.eye(6)
    whole = np.linalg.cholesky(covariance) @ rng.standard_normal((6, count)) + np.arange(6)[:, None] / 10
    valid = rng.random((3, count)) > share
    return np.where(valid[OWNERS], whole, 0).astype("f4"), whole, valid, covariance


def test_mean_and_covariance_are_found_although_no_date_is_whole(rng):
    table, _, valid, covariance = dates(rng)
    found = Normal.learn([table[:, :3000], table[:, 3000:]], [valid[:, :3000], valid[:, 3000:]], OWNERS)
    np.testing.assert_allclose(found.mean, np.arange(6) / 10, atol=0.05)
    np.testing.assert_allclose(found.covariance, covariance, atol=0.15)


def test_gaps_get_the_mean_given_what_is_seen_and_nothing_else_changes(rng):
    table, whole, valid, covariance = dates(rng)
    filled = table.copy()
    Normal.learn([table], [valid], OWNERS).complete(filled, valid, np.arange(valid.shape[1]))
    there = valid[OWNERS] | ~valid.any(axis=0)
    np.testing.assert_array_equal(filled[there], table[there])
    middle = ~valid[1] & valid[0] & valid[2]
    seen = OWNERS != 1
    share = np.linalg.solve(covariance[np.ix_(seen, seen)], covariance[np.ix_(seen, ~seen)])
    average = np.arange(6)[:, None] / 10
    told = (share.T @ (whole - average)[np.ix_(seen, middle)]) + average[~seen]
    np.testing.assert_allclose(filled[np.ix_(~seen, middle)], told, atol=0.25)


def test_of_too_few_pixels_nothing_is_learned(rng):
    table, _, valid, _ = dates(rng, LEAST_PIXELS - 1)
    assert Normal.learn([table], [valid], OWNERS) is None


def test_the_rarest_combinations_of_dates_are_left(rng, monkeypatch):
    table, _, valid, _ = dates(rng)
    valid[:] = True
    valid[0, :100] = valid[1, 100:110] = False
    table[~valid[OWNERS]] = 7
    normal = Normal.learn([table], [valid], OWNERS)
    monkeypatch.setattr(gaps, "MOST_PATTERNS", 1)
    normal.complete(table, valid, np.arange(valid.shape[1]))
    assert not (table[:2, :100] == 7).any()
    assert (table[2:4, 100:110] == 7).all()


def test_more_than_eight_dates_are_told_apart(rng):
    owners = np.arange(20)
    shared = rng.standard_normal(4000)
    table = (shared + 0.1 * rng.standard_normal((20, 4000))).astype("f4")
    valid = np.ones((20, 4000), bool)
    valid[0, ::7] = valid[19, ::5] = False
    filled = np.where(valid, table, 0)
    Normal.learn([filled], [valid], owners).complete(filled, valid, np.arange(valid.shape[1]))
    assert np.abs(filled - table).max() < 1


@pytest.mark.parametrize("count", [1, 2])
def test_evidence_that_differs_in_band_and_date_is_told_better_than_by_the_other_dates_mean(count):
    size = 64
    ground = 2000 + smooth_noise((2, size, size), seed=3)
    cloudy, every = clouds(size, 0.3, seed=5), np.ones((size, size), bool)
    # in the last date each band shows what the other shows in the first ones
    truths = [ground + smooth_noise(ground.shape, seed=20 + number, deviation=10) for number in range(count)]
    truths.append(ground[::-1] + smooth_noise(ground.shape, seed=9, deviation=10))
    valids = [every] * count + [~cloudy]
    seen = tuple(
        ReferenceChip(np.where(valid, truth, 0).astype("f4"), valid, (0, 1))
        for truth, valid in zip(truths, valids, strict=True)
    )
    hole = clouds(size, 0.2, seed=7)
    chip = Chip(Window(0, 0, size, size), ground.astype("f4"), ~hole, hole, seen)
    scaling = scaling_of([chip], "mt")
    last = slice(2 * count, None)
    told = stack_of(chip, "mt", scaling).data[last] * scaling.deviation[last, None, None]
    off = told + scaling.mean[last, None, None] - truths[-1]
    assert np.sqrt((off[:, cloudy] ** 2).mean()) < 0.2 * ground.std()
