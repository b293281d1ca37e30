"""Stacks: what each mode makes the network produce, where it counts, and the way back to DN."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.dip.stacks import (
    MODES,
    Range,
    build_stack,
    merged_references,
    pad_to,
    padded_side,
    range_of,
    sar_as_bands,
    scaled_sar,
)
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.grid import Window

RANGE = Range(0.0, 4000.0)


def make_chip(*, bands=5, rows=12, cols=10, references=2, sar=True) -> Chip:
    rng = np.random.default_rng(0)
    scene = rng.uniform(100, 3900, (bands, rows, cols)).astype(np.float32)
    hole = np.zeros((rows, cols), bool)
    hole[2:5, 3:7] = True
    clear = ~hole
    clear[-1] = False  # nodata
    scene[:, ~clear] = 9000
    dates = []
    for number in range(references):
        valid = np.ones((rows, cols), bool)
        valid[number] = False
        # one band more than the scene, in front
        data = rng.uniform(100, 3900, (bands + 1, rows, cols)).astype(np.float32) * valid
        dates.append(ReferenceChip(data, valid, tuple(range(1, bands + 1)), f"2020-01-0{number + 1}"))
    composite = None
    if sar:
        valid = np.ones((rows, cols), bool)
        valid[:, 0] = False
        composite = SarChip(rng.uniform(-30, 3, (2, rows, cols)).astype(np.float32) * valid, valid)
    return Chip(Window(0, 0, rows, cols), scene, clear, hole, tuple(dates), composite)


@pytest.mark.parametrize(
    ("mode", "channels"), [("basic", 5), ("ms", 7), ("mt", 10), ("ms-mt", 12), ("ms-r", 5), ("mt-r", 5)]
)
def test_channels_and_weights_of_a_mode(mode, channels):
    chip = make_chip()
    stack = build_stack(chip, mode, value_range=RANGE)
    assert stack.target.shape == stack.weight.shape == (channels, 12, 10)
    assert stack.target.dtype == stack.weight.dtype == np.float32
    assert (stack.target[stack.weight == 0] == 0).all()
    # only the scene is masked; evidence counts wherever it is valid, under the hole too
    if not stack.residual:
        assert (stack.weight[:5] == chip.clear).all()
    if mode in ("mt", "ms-mt"):
        assert stack.weight[5:10].all()
    if mode in ("ms", "ms-mt"):
        assert (stack.weight[-2:] == chip.sar.valid).all()
    low = -1.0 if stack.residual else 0.0
    assert stack.target.min() >= low
    assert stack.target.max() <= 1.0


def test_residuals_add_up_to_the_scene():
    chip = make_chip()
    for mode in ("ms-r", "mt-r"):
        stack = build_stack(chip, mode, value_range=RANGE)
        counts = stack.weight[0] > 0
        np.testing.assert_allclose(stack.decoded(stack.target)[:, counts], chip.scene[:, counts], atol=0.01)
        assert not counts[chip.hole].any()
    # a base that is not valid does not count, but there is one
    stack = build_stack(chip, "ms-r", value_range=RANGE)
    assert not stack.weight[:, :, 0].any()
    assert np.isfinite(stack.base).all()


def test_ms_r_cycles_vv_vh_and_their_mean():
    scaled = np.stack([np.full((2, 2), 0.2), np.full((2, 2), 0.6)]).astype(np.float32)
    assert sar_as_bands(scaled, 5)[:, 0, 0].tolist() == pytest.approx([0.2, 0.6, 0.4, 0.2, 0.6])


def test_sar_scale():
    data = np.array([-25.0, -12.5, 0.0, 3.0, -40.0], np.float32)
    chip = SarChip(np.stack([data, data])[:, None], np.ones((1, 5), bool))
    scaled = scaled_sar(chip)
    assert scaled[0, 0].tolist() == pytest.approx([0, 0.5, 1, 1, 0])
    assert scaled[1, 0].tolist() == pytest.approx([1 - 25 / 32.5, 1 - 12.5 / 32.5, 1, 1, 0])


def test_reference_uses():
    first, second = make_chip().references
    ((mean, mean_valid),) = merged_references((first, second), use="mean")
    assert mean_valid.all()
    np.testing.assert_allclose(mean[:, 5], (first.matched[:, 5] + second.matched[:, 5]) / 2, rtol=1e-6)
    np.testing.assert_allclose(mean[:, 0], second.matched[:, 0], rtol=1e-6)
    ((latest, _),) = merged_references((first, second), use="latest")
    np.testing.assert_allclose(latest[:, 5], second.matched[:, 5])
    np.testing.assert_allclose(latest[:, 1], first.matched[:, 1])
    each = merged_references((first, second), use="stack")
    assert [valid.sum() for _, valid in each] == [110, 110]
    with pytest.raises(UsageError, match="no reference use"):
        merged_references((first,), use="median")
    assert build_stack(make_chip(), "mt", value_range=RANGE, reference_use="stack").channels == 15
    # a difference has one counterpart
    assert build_stack(make_chip(), "mt-r", value_range=RANGE, reference_use="stack").channels == 5


def test_pixels_without_any_valid_reference_do_not_count():
    chip = make_chip(references=1)
    stack = build_stack(chip, "mt", value_range=RANGE)
    assert not stack.weight[5:, 0].any()
    assert stack.weight[5:, 1:].all()


def test_range_is_that_of_the_bulk_and_never_below_the_data():
    values = np.concatenate([np.linspace(200, 3000, 100_000), [65535.0]])
    fitted = range_of(values)
    assert fitted.low == 0
    assert 2990 < fitted.high <= 3000
    assert range_of(np.linspace(-500.0, 500.0, 10_001)).low == pytest.approx(-499.5)
    assert range_of(np.zeros(10)).high > 0
    with pytest.raises(InputError, match="no valid pixel"):
        range_of(np.array([np.nan]))


@given(st.floats(-1e4, 0), st.floats(1, 1e5), st.floats(0, 1))
def test_range_there_and_back(low, high, share):
    fitted = Range(low, high)
    value = low + share * (high - low)
    back = fitted.restored(fitted.scaled(np.array([value])))[0]
    assert back == pytest.approx(value, abs=1e-5 * (high - low))


def test_missing_evidence_is_told():
    with pytest.raises(UsageError, match="needs a reference"):
        build_stack(make_chip(references=0), "ms-mt", value_range=RANGE)
    for mode in ("ms", "ms-r"):
        with pytest.raises(UsageError, match="needs SAR"):
            build_stack(make_chip(sar=False), mode, value_range=RANGE)
    with pytest.raises(UsageError, match="no mode"):
        build_stack(make_chip(), "mt-ms", value_range=RANGE)
    assert len(MODES) == 6


@pytest.mark.parametrize(("rows", "cols"), [(1, 1), (12, 10), (100, 250)])
def test_padding_keeps_the_image(rows, cols):
    values = np.random.default_rng(0).random((2, rows, cols)).astype(np.float32)
    sides = tuple(padded_side(side, multiple=64, smallest=128) for side in (rows, cols))
    out, inner = pad_to(values, sides)
    assert out.shape[1:] == sides
    assert not any(side % 64 for side in sides)
    assert min(sides) >= 128
    assert np.array_equal(out[:, inner[0], inner[1]], values)
