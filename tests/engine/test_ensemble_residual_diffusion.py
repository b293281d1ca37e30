"""Errors diffused into the hole along ground that looks alike, and SAR without its speckle."""

import numpy as np
import pytest

from geoinpaint_engine.methods.ensemble.evidence import Stack
from geoinpaint_engine.methods.ensemble.features import draw_features
from geoinpaint_engine.methods.ensemble.filters import filtered, within_fields
from geoinpaint_engine.methods.ensemble.residual_diffusion import (
    REACH,
    SAR_REACH,
    Conductance,
    conductance,
    diffuse,
    roughness,
)
from geoinpaint_engine.methods.ensemble.ridge_heads import heads_for
from geoinpaint_engine.methods.ensemble.sar_features import FILTERS, draw_sar_features, planes
from geoinpaint_engine.methods.ensemble.sar_features import REACH as RADAR_LOOKS
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from tests.engine.scenes import clouds, smooth_noise

SIZE = 60


def fields(rng, *, noise=0.1):
    """Two fields, left and right of column 30, as evidence of two channels with noise."""
    left = np.arange(SIZE)[None, :] < 30
    kinds = np.stack([np.where(left, -1.0, 1.0), np.where(left, 0.5, -0.5)]) * np.ones((2, SIZE, SIZE))
    return (kinds + noise * rng.standard_normal((2, SIZE, SIZE))).astype("f4")


def stack_of(data, radar=0):
    return Stack(data, np.ones((1, *data.shape[1:]), bool), radar)


@pytest.mark.parametrize("direct", [True, False])
def test_where_all_ground_is_alike_it_is_the_harmonic_fill(rng, monkeypatch, direct):
    monkeypatch.setattr("geoinpaint_engine.solvers.flow.DIRECT_PIXELS", 10**6 if direct else 10)
    errors = smooth_noise((3, SIZE, SIZE), seed=1, smooth=3, deviation=50).astype("f4")
    hole = clouds(SIZE, 0.3, seed=2)
    alike = Conductance(np.ones((SIZE - 1, SIZE)), np.ones((SIZE, SIZE - 1)), 1e6)
    found = diffuse(errors, hole, ~hole, alike, image=errors, ground=~hole)
    np.testing.assert_allclose(found, harmonic_fill(errors, hole, ~hole)[:, hole], atol=0.05)


def test_what_is_said_in_one_field_does_not_cross_into_the_other(rng):
    data = fields(rng)
    hole = np.zeros((SIZE, SIZE), bool)
    hole[20:40, 20:40] = True
    errors = np.where(np.arange(SIZE) < 30, 100.0, -40.0) * np.ones((1, SIZE, SIZE))
    found = np.zeros((SIZE, SIZE))
    found[hole] = diffuse(
        errors, hole, ~hole, conductance(stack_of(data), roughness([data])), image=errors, ground=~hole
    )[0]
    plain = harmonic_fill(errors, hole, ~hole)[0]
    off, harmonic = (np.abs(made - errors[0])[hole].mean() for made in (found, plain))
    assert off < 0.35 * harmonic


@pytest.mark.parametrize("shape", [(250, 300), (251, 297)])
def test_large_holes_are_solved_nearly_as_well_on_cells(rng, monkeypatch, shape):
    kinds = (np.arange(shape[1]) // 37 + np.arange(shape[0])[:, None] // 41) % 2 * 3.0
    data = (kinds + 0.3 * rng.standard_normal((2, *shape))).astype("f4")
    hole = clouds(300, 0.6, seed=2)[: shape[0], : shape[1]]
    noise = smooth_noise((2, 300, 300), seed=1, smooth=12, deviation=40)[:, : shape[0], : shape[1]]
    errors = (40 * (kinds - 1.5) + noise).astype("f4")  # borders of fields fall within cells
    along = conductance(stack_of(data), roughness([data]))
    pull = np.zeros(shape, "f4")
    pull[100:120] = 0.1
    made = []
    for most in (10**6, 10):
        monkeypatch.setattr("geoinpaint_engine.methods.ensemble.residual_diffusion.DIRECT_PIXELS", most)
        monkeypatch.setattr("geoinpaint_engine.solvers.flow.DIRECT_PIXELS", most)
        made.append(diffuse(errors, hole, ~hole, along, image=errors, ground=~hole, pull=pull))
    assert made[1].dtype == np.float32
    assert np.sqrt(((made[1] - made[0]) ** 2).mean()) < 0.2 * np.sqrt((made[0] ** 2).mean())


def test_it_fades_with_distance_and_is_nothing_where_nothing_is_known(rng):
    hole = np.zeros((SIZE, 3 * SIZE), bool)
    hole[:, 10:] = True
    data = np.zeros((1, *hole.shape), "f4")
    along = conductance(stack_of(data), roughness([data]))
    found = np.zeros(hole.shape)
    found[hole] = diffuse(np.full((1, *hole.shape), 80.0), hole, ~hole, along, image=data, ground=~hole)[0]
    assert found[30, 10] > 70
    assert found[30, 10 + int(REACH)] == pytest.approx(80 / np.e, rel=0.1)
    every = np.ones(hole.shape, bool)
    assert not diffuse(np.full((1, *hole.shape), 80.0), every, ~every, along, image=data, ground=~every).any()


def test_a_pixel_known_roughly_is_drawn_to_its_value_the_more_the_better_it_is_known():
    hole = np.ones((SIZE, SIZE), bool)
    hole[0] = False
    alike = Conductance(np.ones((SIZE - 1, SIZE)), np.ones((SIZE, SIZE - 1)), 1e3)
    errors = np.zeros((1, SIZE, SIZE), "f4")
    errors[:, 30] = 50.0
    found = [np.zeros((SIZE, SIZE)) for _ in range(3)]
    for one, pull in zip(found, (0.0, 0.1, 10.0), strict=True):
        row = np.zeros((SIZE, SIZE), "f4")
        row[30] = pull
        one[hole] = diffuse(errors, hole, ~hole, alike, image=errors, ground=~hole, pull=row)[0]
    # along a column it is a string between 0 at the edge and the pull: height 50 pull / (pull + 1 / 30)
    np.testing.assert_allclose([one[30, 20] for one in found], [0, 37.5, 49.8], atol=0.5)


def test_sar_alone_carries_far_and_references_count_before_it(rng):
    data = np.concatenate([fields(rng), rng.standard_normal((2, SIZE, SIZE)).astype("f4")])
    both, radar = stack_of(data, 2), stack_of(data[2:], 2)
    assert conductance(radar, 1.0).reach == SAR_REACH > conductance(both, 1.0).reach == REACH
    np.testing.assert_array_equal(conductance(both, 1.0).down, conductance(stack_of(data[:2]), 1.0).down)


def test_beside_sar_alone_errors_follow_the_lines_of_the_scene():
    rows, cols = np.mgrid[:SIZE, :SIZE]
    errors = (80 * np.sin((rows - 0.9 * cols) / 4))[None].astype("f4")
    hole = np.hypot(rows - 30, cols - 30) < 12
    same = np.ones((SIZE, SIZE), "f4")
    off = []
    for follows in (True, False):
        along = Conductance(same[1:], same[:, 1:], 1000.0, follows)
        found = diffuse(errors, hole, ~hole, along, image=np.where(hole, 9000, errors), ground=~hole)
        off.append(np.abs(found - errors[:, hole]).mean())
    assert off[0] < 0.7 * off[1]
    assert conductance(stack_of(errors, 1), 1.0).follows
    assert not conductance(stack_of(np.concatenate([errors, errors]), 1), 1.0).follows


def test_a_part_of_the_conductance_is_that_of_the_part(rng):
    data, box = fields(rng), (slice(5, 30), slice(12, 50))
    whole, part = conductance(stack_of(data), 0.1), conductance(stack_of(data[:, 5:30, 12:50]), 0.1)
    np.testing.assert_array_equal(whole.within(box).down, part.down)
    np.testing.assert_array_equal(whole.within(box).right, part.right)


@pytest.mark.parametrize("steps", FILTERS)
def test_the_filter_averages_speckle_and_keeps_fields_apart(rng, steps):
    truth = 2 * fields(rng, noise=0)
    noisy = truth + 0.5 * rng.standard_normal(truth.shape)
    fast = noisy.astype("f4")
    for radius, speckle in steps:
        fast = within_fields(fast, radius, speckle)
    for found in (filtered(noisy, steps), fast):
        assert (found - truth)[:, :, :10].std() < 0.4 * (noisy - truth).std()
        assert np.abs(found[0, :, 34] - found[0, :, 25]).mean() > 0.5 * 4


def test_nothing_is_looked_at_beyond_the_reach(rng):
    image = rng.standard_normal((2, 200, 200)).astype("f4")
    other = image.copy()
    other[:, :, 100 + RADAR_LOOKS + 1 :] += 3
    np.testing.assert_allclose(planes(image)[:, :, :100], planes(other)[:, :, :100], atol=1e-5)


def test_the_planes_are_standardised_and_drawn_by_the_seed(rng):
    image = rng.standard_normal((2, 90, 90)).astype("f4")
    one, again, other = (draw_sar_features([image], np.random.default_rng(seed)) for seed in (1, 1, 2))
    standard = one.standard(planes(image).reshape(one.mean.size, -1))
    np.testing.assert_allclose(standard.mean(axis=1), 0, atol=1e-3)
    np.testing.assert_allclose(standard.std(axis=1), 1, atol=1e-2)
    assert (one.frequencies == again.frequencies).all()
    assert (one.frequencies != other.frequencies).any()


def test_beside_references_sar_has_heads_of_its_own(rng):
    data = rng.standard_normal((5, 40, 40)).astype("f4")
    features = draw_features([Stack(data, np.ones((2, 40, 40), bool), 2)], seed=0, fourier=8)
    groups = features.groups

    def table_of(shown):
        stack, every = Stack(shown, np.ones((2, 40, 40), bool), 2), np.ones((40, 40), bool)
        return np.concatenate(list(next(features.blocks(stack, every))[1].values()))

    table = table_of(data)
    np.testing.assert_array_equal(table[groups["pixel"]].reshape(3, 40, 40), data[:3])
    changed = data.copy()
    changed[3:] += 1
    apart = (table != table_of(changed)).any(axis=1)
    assert not apart[: groups["sar"].start].any()
    assert apart[groups["sar"]].any()
    assert apart[groups["sar_fourier"]].all()
    assert {name for head in heads_for(True) for name in head.groups} <= set(groups)


def test_in_a_large_scene_likeness_is_measured_in_what_its_layers_see(rng):
    data, borders = rng.standard_normal((3, SIZE, SIZE)).astype("f4"), fields(rng)
    stack = stack_of(np.concatenate([data, borders]))
    seen = conductance(stack, roughness([borders]), borders)
    expected = conductance(stack_of(borders), roughness([borders]))
    np.testing.assert_array_equal(seen.down, expected.down)
    np.testing.assert_array_equal(seen.right, expected.right)
    radar = stack_of(data, radar=3)
    np.testing.assert_array_equal(conductance(radar, 1.0, borders).down, conductance(radar, 1.0).down)
