"""The parts of the fast preset: evidence without gaps, hidden layers, heads, folds, and the error model."""

from dataclasses import replace

import numpy as np
import pytest
import scipy.ndimage as ndi

from geoinpaint_engine.methods.ensemble import ridge_heads
from geoinpaint_engine.methods.ensemble.density_ratio import density_ratios
from geoinpaint_engine.methods.ensemble.evidence import (
    CLIP,
    Stack,
    fill_gaps,
    scaling_of,
    stack_of,
    standardised,
)
from geoinpaint_engine.methods.ensemble.features import CHUNK, DENSE, SIGHT, draw_features
from geoinpaint_engine.methods.ensemble.filters import cells_of, gaussian, waves, within_fields
from geoinpaint_engine.methods.ensemble.folds import FOLDS, GAP, draw_folds
from geoinpaint_engine.methods.ensemble.ridge_heads import HEADS, GramMatrix, RidgeHead, solve, weigh
from geoinpaint_engine.methods.ensemble.robust_weights import robust_weights
from geoinpaint_engine.quality.density_ratio import MOST
from geoinpaint_engine.quality.uncertainty import fit_error_model
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.distance import within_square
from geoinpaint_engine.raster.grid import Window
from tests.engine.scenes import clouds, smooth_noise


def chip_of(size=48, *, references=2, sar=True, seed=0, cloudy=None):
    """A chip of 3 bands whose references have their bands in reverse order; `cloudy` hides part of the first."""
    ground = 2000 + smooth_noise((3, size, size), seed=seed)
    every = np.ones((size, size), bool)
    others = []
    for number in range(references):
        data = (ground * (0.8 + 0.3 * number) + smooth_noise(ground.shape, seed=seed + 9 + number, deviation=20))[::-1]
        valid = every if number or cloudy is None else ~cloudy
        others.append(ReferenceChip(np.where(valid, data, 0).astype("f4"), valid, (2, 1, 0)))
    radar = SarChip((ground[:2] / 500 - 20).astype("f4"), every) if sar else None
    hole = clouds(size, 0.3, seed=seed + 1)
    scene = np.where(hole, 9000, ground).astype("f4")
    return Chip(Window(0, 0, size, size), scene, ~hole, hole, tuple(others), radar), ground


@pytest.mark.parametrize(("mode", "channels", "pieces"), [("mt", 6, 2), ("ms", 2, 1), ("ms-mt", 8, 3)])
def test_the_stack_holds_what_the_mode_looks_at(mode, channels, pieces):
    chip, _ = chip_of()
    stack = stack_of(chip, mode, scaling_of([chip], mode))
    assert stack.data.shape == (channels, 48, 48)
    assert stack.valid.shape == (pieces, 48, 48)
    assert stack.known.all() == (pieces > 0)


def test_the_stack_is_standardised_over_valid_pixels_of_all_windows():
    cloudy = clouds(48, 0.4, seed=5)
    chips = [chip_of(cloudy=cloudy)[0], chip_of(seed=20)[0]]
    scaling = scaling_of(chips, "mt")
    values = np.concatenate([chips[0].references[0].data[:, ~cloudy], chips[1].references[0].data.reshape(3, -1)], 1)
    np.testing.assert_allclose(scaling.mean[:3], values.mean(axis=1), rtol=1e-5)
    np.testing.assert_allclose(scaling.deviation[:3], values.std(axis=1), rtol=1e-4)


def test_where_little_is_known_a_gap_in_one_date_is_bridged_by_the_same_band_of_the_others():
    cloudy = clouds(48, 0.4, seed=5)
    chip, _ = chip_of(cloudy=cloudy)
    stack = stack_of(chip, "mt", replace(scaling_of([chip], "mt"), dates=None))
    np.testing.assert_allclose(stack.data[:3, cloudy], stack.data[3:, cloudy], atol=1e-6)
    assert not np.allclose(stack.data[:3, ~cloudy], stack.data[3:, ~cloudy], atol=1e-3)
    assert (stack.valid[0] == ~cloudy).all()


def test_what_is_not_finite_is_not_valid_and_outliers_are_cut():
    chip, _ = chip_of()
    chip.references[0].data[0, 3, 4] = np.nan
    chip.references[1].data[1, 5, 6] = 6e7
    stack = stack_of(chip, "mt", scaling_of([chip], "mt"))
    assert np.isfinite(stack.data).all()
    assert not stack.valid[0, 3, 4]
    assert np.abs(stack.data).max() <= CLIP


EVERY = np.ones((48, 48), bool)


def whole_table(features, stack, where=EVERY):
    """(features, n) of some pixels, all chunks together."""
    return np.concatenate([np.concatenate(list(found.values())) for _, found in features.blocks(stack, where)], axis=1)


def test_the_features_of_a_chunk_are_those_of_the_window(monkeypatch):
    chip, _ = chip_of()
    stack = stack_of(chip, "ms-mt", scaling_of([chip], "ms-mt"))
    features = draw_features([stack], seed=3, fourier=16)
    assert CHUNK > 48 * 48
    whole = whole_table(features, stack)
    assert whole.shape == (features.count, 48 * 48)
    monkeypatch.setattr("geoinpaint_engine.methods.ensemble.features.CHUNK", 331)
    np.testing.assert_allclose(whole_table(features, stack), whole, atol=1e-5)
    some = clouds(48, 0.2, seed=9)
    places = np.concatenate([here for here, _ in features.blocks(stack, some)])
    np.testing.assert_array_equal(places, np.flatnonzero(some))
    np.testing.assert_allclose(whole_table(features, stack, some), whole[:, some.ravel()], atol=1e-5)


@pytest.mark.parametrize("share", [0.02, 0.5])
def test_a_prediction_is_the_product_with_the_features_it_needs(rng, share):
    chip, _ = chip_of()
    stack = stack_of(chip, "ms-mt", scaling_of([chip], "ms-mt"))
    features = draw_features([stack], seed=3, fourier=16)
    head, other = rng.standard_normal((2, features.count, 3)).astype("f4")
    for name in ("near", "smooth0", "sar"):
        head[features.groups[name]] = 0
    other[features.groups["near"], 1] = other[features.groups["smooth3"], 0] = 0
    some = clouds(48, share, seed=9)
    assert (some.mean() > DENSE) == (share > 0.1)
    some[[0, -1]] = some[:, [0, -1]] = some[:, -2:].any()
    table, planes = whole_table(features, stack, some), features.planes(stack, features.used_by(head + other))
    for coefficients in (head, other):
        product = features.predict(stack, some, coefficients)
        np.testing.assert_allclose(product, coefficients.T @ table, rtol=1e-3, atol=2e-3)
        np.testing.assert_array_equal(features.predict(stack, some, coefficients, planes), product)
    assert features.used_by(head) == features.groups.keys() - {"near", "smooth0", "sar"}
    asked = next(features.blocks(stack, some, ["fourier", "pixel"]))[1]
    assert list(asked) == ["pixel", "fourier"]


def test_gaps_beyond_the_sight_of_a_pixel_do_not_matter_to_it(rng):
    chip, _ = chip_of(160, sar=False, cloudy=clouds(160, 0.4, seed=5))
    scaling = scaling_of([chip], "mt")
    whole, part = stack_of(chip, "mt", scaling), standardised(chip, "mt", scaling)
    wanted = np.zeros((160, 160), bool)
    wanted[69:90, 71:80] = True
    fill_gaps(part, chip, "mt", scaling, within_square(wanted, SIGHT))
    assert (part.data != whole.data).any()
    features = draw_features([whole], seed=3, fourier=16)
    head = rng.standard_normal((features.count, 3)).astype("f4")
    np.testing.assert_array_equal(features.predict(part, wanted, head), features.predict(whole, wanted, head))


@pytest.mark.parametrize("side", [2, 4])
def test_cells_are_interpolated_alike_at_all_pixels_and_at_some(rng, side):
    cells = cells_of(rng.standard_normal((3, 27, 38)).astype("f4"), side)
    places = np.flatnonzero(rng.random((27, 38)) < 0.3)
    found = cells.taps(places)(cells.values.reshape(3, -1))
    np.testing.assert_allclose(found, cells.full().reshape(3, -1)[:, places], atol=1e-5)


def test_waves_are_cosines_and_sines():
    angles = np.linspace(-600, 600, 5000, dtype="f4")[None]
    np.testing.assert_allclose(waves(angles), [*np.cos(angles), *np.sin(angles)], atol=1e-5)


@pytest.mark.parametrize("sigma", [2.0, 4.0, 8.0])
def test_wide_means_of_cells_are_gaussian_means(rng, sigma):
    data = ndi.gaussian_filter(rng.standard_normal((1, 101, 118)), (0, 1, 1)).astype("f4")
    exact = ndi.gaussian_filter(data[0], sigma, mode="nearest", truncate=3.0)
    found = gaussian(data, sigma, reach=round(3 * sigma))[0]
    assert found.shape == exact.shape
    inside = (slice(24, -24), slice(24, -24))  # beyond the edge a cell goes on, not its outermost pixels
    assert np.sqrt(((found - exact)[inside] ** 2).mean()) < 0.04 * exact[inside].std()


def test_means_within_fields_average_noise_and_keep_borders(rng):
    truth = np.where(np.arange(90) < 45, -2, 2) * np.ones((1, 71, 90))
    found = within_fields((truth + 0.4 * rng.standard_normal(truth.shape)).astype("f4"), 4, 0.5)
    assert (found - truth)[..., :36].std() < 0.15
    assert (found[..., 48] - found[..., 41]).mean() > 3


def test_neighbours_are_the_shifted_evidence():
    chip, _ = chip_of(references=1, sar=False)
    stack = stack_of(chip, "mt", scaling_of([chip], "mt"))
    features = draw_features([stack], seed=3, fourier=4)
    table = whole_table(features, stack).reshape(features.count, 48, 48)
    near = table[features.groups["near"]].reshape(8, 3, 48, 48)
    np.testing.assert_array_equal(near[0][:, 1:, 1:], stack.data[:, :-1, :-1])
    np.testing.assert_array_equal(near[7][:, :-1, :-1], stack.data[:, 1:, 1:])
    np.testing.assert_array_equal(table[features.groups["pixel"]], stack.data)
    assert (table[-1] == 1).all()


def test_many_channels_are_compressed():
    chip, _ = chip_of(references=12)
    stack = stack_of(chip, "ms-mt", scaling_of([chip], "ms-mt"))
    features = draw_features([stack], seed=0, fourier=8)
    assert features.components.shape == (36, 32)
    assert len(whole_table(features, stack)) == features.count


def test_a_head_finds_the_ridge_solution(rng):
    table = rng.standard_normal((500, 6)).astype("f4")
    table[:, -1] = 1
    targets = (table[:, :3] @ rng.standard_normal((3, 2)) + 5 + 0.1 * rng.standard_normal((500, 2))).astype("f4")
    gram_matrices = GramMatrix.empty(6, 2)
    both = np.concatenate([table, targets], axis=1).T
    gram_matrices.add(both[:, :200])
    gram_matrices.add(both[:, 200:])
    groups = {"pixel": slice(0, 3), "valid": slice(3, 3), "other": slice(3, 5), "one": slice(5, 6)}
    found = solve(gram_matrices, 2, RidgeHead(("pixel",), 0.1), groups)
    x, y = table[:, :3].astype(float), targets.astype(float)
    z = (x - x.mean(0)) / x.std(0)
    weights = np.linalg.solve(z.T @ z / 500 + 0.1 * np.eye(3), z.T @ (y - y.mean(0)) / 500) / x.std(0)[:, None]
    np.testing.assert_allclose(found[:3], weights, rtol=1e-3)
    np.testing.assert_allclose(found[5], y.mean(0) - x.mean(0) @ weights, rtol=1e-3)
    assert not found[3:5].any()
    assert gram_matrices.pixels(2) == 500
    half = GramMatrix.empty(6, 2)
    half.add(both[:, :200])
    rest = GramMatrix.empty(6, 2)
    rest.add(both[:, 200:])
    np.testing.assert_allclose(gram_matrices.without(half).products, rest.products, atol=1e-3)


def test_heads_know_their_groups():
    chip, _ = chip_of()
    stack = stack_of(chip, "ms-mt", scaling_of([chip], "ms-mt"))
    groups = draw_features([stack], seed=0).groups
    assert {name for head in HEADS for name in head.groups} <= set(groups)


def test_weights_favour_the_head_with_small_errors_and_sum_to_one(rng):
    errors = np.stack([10 * rng.standard_normal(4000), rng.standard_normal(4000), 30 * rng.standard_normal(4000)])
    weights = weigh(errors)
    assert weights.sum() == pytest.approx(1)
    assert (weights >= 0).all()
    assert weights[1] > 0.7
    assert np.std(weights @ errors) < 1.5


def test_weights_of_equal_heads_are_even(rng):
    error = rng.standard_normal(1000)
    np.testing.assert_allclose(ridge_heads.weigh(np.stack([error] * 4)), 0.25, atol=1e-3)


def test_folds_are_disjoint_pieces_of_clear_ground_away_from_the_hole():
    hole = clouds(96, 0.3, seed=4)
    fold = draw_folds(~hole, [hole], np.random.default_rng(0))
    assert set(np.unique(fold)) == set(range(FOLDS + 1))
    assert not (fold[hole] > 0).any()
    rows, cols = np.nonzero(fold)
    for down, right in ((GAP, 0), (-GAP, 0), (0, GAP), (0, -GAP)):
        inside = (rows + down >= 0) & (rows + down < 96) & (cols + right >= 0) & (cols + right < 96)
        assert not hole[rows[inside] + down, cols[inside] + right].any()
    counts = np.bincount(fold.ravel())[1:]
    assert (counts <= 0.16 * (~hole).sum()).all()
    again = draw_folds(~hole, [hole], np.random.default_rng(0))
    assert (again == fold).all()


def test_without_a_hole_discs_are_hidden():
    assert (draw_folds(np.ones((40, 40), bool), [], np.random.default_rng(0)) > 0).any()


def test_intervals_cover_nine_tenths_where_errors_grow_with_distance(rng):
    distance = rng.uniform(1, 30, 8000)
    spread = np.abs(rng.standard_normal((2, 8000))) * 20
    true = np.sqrt(30**2 + 2 * spread**2 + 100**2 * (1 - np.exp(-distance / 8)))
    errors = true * rng.standard_normal((2, 8000))
    first = np.arange(8000) < 4000
    model = fit_error_model(errors[:, first], spread[:, first], distance[first], np.arange(4000) % 2 == 0)
    found = model.deviation(spread[:, ~first], distance[~first])
    covered = (np.abs(errors[:, ~first]) <= 1.645 * found).mean()
    assert 0.88 < covered < 0.92
    assert np.corrcoef(found[0], true[0, ~first])[0, 1] > 0.8


def test_clear_ground_like_that_under_the_hole_counts_more():
    kind = smooth_noise((2, 80, 80), seed=3, smooth=8, deviation=1.0).astype("f4")
    hole = (kind[0] > 0.5) & clouds(80, 0.6, seed=2)
    stack = Stack(kind, np.ones((1, 80, 80), bool))
    (weight,) = density_ratios([stack], [~hole], [hole])
    assert weight[~hole & (kind[0] > 1)].mean() > 2 * weight[~hole & (kind[0] < 0)].mean()
    assert weight.min() >= 1 / MOST - 1e-6
    assert weight.max() <= MOST + 1e-6


def test_where_the_hole_is_like_the_rest_all_ground_counts_alike():
    kind = np.random.default_rng(0).standard_normal((2, 80, 80)).astype("f4")
    hole = clouds(80, 0.4, seed=2)
    stack = Stack(kind, np.ones((1, 80, 80), bool))
    (weight,) = density_ratios([stack], [~hole], [hole])
    assert weight.std() < 0.5
    (without,) = density_ratios([stack], [np.ones((80, 80), bool)], [np.zeros((80, 80), bool)])
    assert (without == 1).all()


def test_a_cloud_left_in_the_clear_ground_counts_next_to_nothing(rng):
    evidence = rng.standard_normal((4, 3000)).astype("f4")
    targets = rng.standard_normal((3, 4)) @ evidence * 200 + 20 * rng.standard_normal((3, 3000))
    targets[:, :200] = 7000 + 500 * rng.standard_normal((3, 200))
    halves = [slice(0, 1000), slice(1000, 3000)]
    one, two = robust_weights([evidence[:, half] for half in halves], [targets[:, half] for half in halves])
    assert one[:200].max() < 0.02
    assert one[200:].min() > 0.5 < two.min()
    assert np.concatenate([one, two]).mean() == pytest.approx(1, rel=1e-5)


def test_too_few_pixels_are_all_alike(rng):
    (weight,) = robust_weights([np.zeros((2, 20))], [1e6 * rng.standard_normal((1, 20)) ** 3])
    assert (weight == 1).all()
