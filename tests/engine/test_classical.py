"""The classical fills on chips and, through their classes, on scenes larger than a window."""

import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from geoinpaint_engine.errors import Cancelled, UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.base import Context
from geoinpaint_engine.methods.classical import ratio
from geoinpaint_engine.methods.classical.base import ClassicalFill
from geoinpaint_engine.methods.classical.paste import nearest_first, paste_fill
from geoinpaint_engine.methods.classical.telea import telea_fill
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.modes import FILLS
from geoinpaint_engine.raster.chip import Chip, ReferenceChip
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from geoinpaint_engine.solvers.overview import Overview, factor_for
from tests.engine.chips import big_scene, chips_of, fill_by_windows, fit, make_chip
from tests.engine.scenes import ArraySource, clouds, regression_fill, smooth_noise


@pytest.mark.parametrize("fill", FILLS)
def test_every_fill_fills_all_and_only_the_hole(fill):
    chip, truth = make_chip()
    dark = replace(chip, scene=np.where(chip.hole, -5e4, chip.scene).astype(np.float32))
    filled = classical_fill(fill).fill(chip)
    assert filled.dtype == np.float32
    assert filled.shape == chip.scene.shape
    np.testing.assert_array_equal(filled[:, chip.clear], chip.scene[:, chip.clear])
    assert np.isfinite(filled[:, chip.hole]).all()
    error = np.sqrt(np.mean((filled - truth)[:, chip.hole] ** 2))
    assert error < 1.2 * truth.std()
    # nothing of what lies under the mask shines through
    np.testing.assert_array_equal(classical_fill(fill).fill(dark)[:, chip.hole], filled[:, chip.hole])


@pytest.mark.parametrize("fill", FILLS)
def test_bad_values_and_nodata_do_not_spread(fill):
    chip, _ = make_chip()
    scene = chip.scene.copy()
    clear = chip.clear.copy()
    nodata = np.zeros_like(clear)
    nodata[:20, :30] = True
    clear &= ~nodata
    scene[:, nodata] = -32768
    scene[:, chip.hole] = np.nan
    rows, cols = np.nonzero(clear)
    scene[0, rows[:50], cols[:50]] = np.inf
    one = chip.references[0]
    data = one.data.copy()
    data[:, 40:50, 40:50] = np.nan
    chip = replace(chip, scene=scene, clear=clear, hole=chip.hole & ~nodata,
                   references=(replace(one, data=data), chip.references[1]))  # fmt: skip
    filled = classical_fill(fill).fill(chip)[:, chip.hole]
    assert np.isfinite(filled).all()
    assert 0 < filled.min() < filled.max() < 6000


@pytest.mark.parametrize("fill", FILLS)
def test_nothing_clear_and_no_evidence_is_not_filled(fill):
    chip, _ = make_chip(size=32)
    bare = replace(chip, clear=np.zeros_like(chip.clear), references=(), sar=None)
    assert np.isnan(classical_fill(fill).fill(bare)[:, bare.hole]).all()


def test_ratio_follows_the_reference_and_the_edge():
    chip, _ = make_chip()
    reference = np.maximum(chip.references[1].data, 500)
    double = replace(chip, scene=np.where(chip.hole, 0, 2 * reference[:3]).astype(np.float32),
                     references=(ReferenceChip(reference, np.ones_like(chip.hole), (0, 1, 2)),))  # fmt: skip
    filled = ratio.ratio_fill(double)
    np.testing.assert_allclose(filled[:, chip.hole], 2 * reference[:3][:, chip.hole], rtol=1e-4)


def test_ratio_does_not_explode_over_dark_references():
    chip, _ = make_chip()
    dark = replace(chip.references[1], data=np.where(chip.clear, 0.0, chip.references[1].data).astype(np.float32),
                   valid=np.ones_like(chip.hole))  # fmt: skip
    dark.data[:, :60] = np.abs(chip.references[1].data[:, :60])
    filled = ratio.ratio_fill(replace(chip, references=(dark,)))
    assert np.abs(filled[:, chip.hole]).max() < 2e6
    assert np.isfinite(filled).all()


def test_paste_takes_the_nearest_date():
    assert nearest_first(["2021-01-01", "2021-05-30", "2021-06-30", ""], "2021-06-02") == [1, 2, 0, 3]
    assert nearest_first(["2021-06-01", "2021-06-03"], "2021-06-02") == [1, 0]
    assert nearest_first(["2021-01-01", "2021-05-30", ""], "") == [2, 1, 0]
    chip, _ = make_chip()
    one, two = chip.references
    later = paste_fill(chip)
    earlier = paste_fill(chip, scene_date="2021-05-05")
    both = chip.hole & one.valid & two.valid
    only = chip.hole & one.valid & ~two.valid
    np.testing.assert_array_equal(later[:, both], two.data[:3][:, both])
    np.testing.assert_array_equal(earlier[:, both], one.data[:3][:, both])
    np.testing.assert_array_equal(later[:, only], one.data[:3][:, only])
    neither = chip.hole & ~one.valid & ~two.valid
    assert neither.any()
    assert np.isfinite(later[:, neither]).all()


def test_telea_keeps_the_digits_of_16_bit_and_of_reflectance():
    chip, _ = make_chip()
    filled = telea_fill(chip)
    assert len(np.unique(filled[0, chip.hole])) > 1000  # not the 256 levels of a byte
    tiny = telea_fill(replace(chip, scene=chip.scene / np.float32(1e4)))
    np.testing.assert_allclose(tiny[:, chip.hole] * 1e4, filled[:, chip.hole], atol=0.5)
    flat = np.full_like(chip.scene, 321.0)
    np.testing.assert_array_equal(telea_fill(replace(chip, scene=flat)), flat)


def test_an_unknown_fill_is_refused():
    with pytest.raises(UsageError) as caught:
        classical_fill("magic")
    assert caught.value.code == "unknown-fill"


def test_a_fit_of_the_whole_scene_equals_the_fit_of_the_one_chip():
    chip, _ = make_chip()
    source = ArraySource(chip)
    for fill, expected in (("regression", regression_fill(chip)), ("ratio", ratio.ratio_fill(chip))):
        got = fit(fill, source, [chip.window]).fill(chip)
        np.testing.assert_allclose(got, expected, atol=0.01)


def test_a_fit_uses_ground_outside_the_window(monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.methods.classical.sums.BLOCK", 32)
    chip, truth = make_chip(size=96)
    source = ArraySource(chip)
    method = fit("regression", source, [chip.window])
    window = Window(20, 20, 24, 24)  # has too little clear ground of its own
    part = source.chip(window)
    error = np.abs(method.fill(part) - truth[(slice(None), *window.slices)])[:, part.hole].mean()
    alone = np.abs(regression_fill(part) - truth[(slice(None), *window.slices)])[:, part.hole].mean()
    assert error < 0.7 * alone


def test_hidden_patches_are_not_learned_from():
    chip, _ = make_chip()
    hidden = np.zeros(chip.shape, bool)
    hidden[:, :30] = chip.clear[:, :30]
    spoilt = replace(chip, scene=np.where(hidden, 40000, chip.scene).astype(np.float32))
    one = fit("regression", ArraySource(chip, hidden), [chip.window], hidden=True)
    other = fit("regression", ArraySource(spoilt, hidden), [chip.window], hidden=True)
    views = (
        ArraySource(chip, hidden).chip(chip.window, hidden=True),
        ArraySource(spoilt, hidden).chip(chip.window, hidden=True),
    )
    np.testing.assert_array_equal(one.fill(views[0])[:, views[0].hole], other.fill(views[1])[:, views[1].hole])
    seen = fit("regression", ArraySource(spoilt, hidden), [chip.window]).fill(chip)
    assert not np.allclose(seen[:, chip.hole], one.fill(chip)[:, chip.hole], atol=1)


def test_cancelling_ends_the_fit():
    chip, _ = make_chip(size=32)
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        fit("regression", ArraySource(chip), [chip.window], control=control)


def test_factor_of_the_overview():
    assert factor_for((1000, 1000), 4_000_000) == 1
    assert factor_for((10980, 10980), 4_000_000) == 6
    assert factor_for((2000, 2000), 4_000_000) == 1
    assert factor_for((2001, 2000), 4_000_000) == 2
    assert factor_for((7, 5), 1) == 7


def test_an_overview_of_whole_pixels_is_the_exact_solution():
    hole = clouds(60, 0.5)
    values = 2000 + smooth_noise((2, 60, 60))
    overview = Overview((60, 60), 2)
    bounds = Window(0, 0, 60, 60)
    for block in bounds.blocks(16):
        outer = block.padded(1, bounds)
        s = outer.slices
        overview.add(block, outer, values[(slice(None), *s)], hole[s], ~hole[s])
    assert overview.solve()
    rows, cols = np.nonzero(hole)
    exact = harmonic_fill(values, hole, ~hole)
    np.testing.assert_allclose(overview.values_at(rows, cols), exact[:, hole], atol=0.05)


@pytest.mark.parametrize(("share", "fill"), [(None, "harmonic"), (0.8, "harmonic"), (0.6, "ratio"), (0.6, "paste")])
def test_a_hole_larger_than_a_window_is_within_a_dn_of_the_exact_solution(share, fill, monkeypatch):
    size, tile, halo = 288, 96, 64
    chip, values = big_scene(size, share)
    if fill != "harmonic":
        ground = (0.7 * values + smooth_noise((2, size, size), seed=9, deviation=100)).astype(np.float32)
        chip = replace(chip, references=(ReferenceChip(ground, clouds(size, 0.5, seed=4, smooth=20), (0, 1)),))
    monkeypatch.setattr("geoinpaint_engine.methods.classical.base.BLOCK", 100)
    source = ArraySource(chip)
    method = fit(fill, source, chips_of(source, tile, halo), overview_pixels=size * size // 9)  # cells of 3 x 3
    assert method.solved_beyond_windows
    exact = classical_fill(fill).fill(chip)
    got = fill_by_windows(method, source, tile, halo)
    error = (got - exact)[:, chip.hole]
    assert np.sqrt(np.mean(error**2)) < 1.0
    np.testing.assert_array_equal(fill_by_windows(method, source, tile, halo, order=-1), got)


@pytest.mark.slow
@pytest.mark.parametrize("share", [None, 0.8])
def test_a_scene_of_a_megapixel_with_the_cells_of_a_whole_tile(share):
    tile, halo = ClassicalFill.tile, ClassicalFill.halo
    chip, _ = big_scene(1024, share)
    source = ArraySource(chip)
    method = fit("harmonic", source, chips_of(source, tile, halo), overview_pixels=1024 * 1024 // 36)
    got = fill_by_windows(method, source, tile, halo)
    error = (got - classical_fill("harmonic").fill(chip))[:, chip.hole]
    assert np.sqrt(np.mean(error**2)) < 1.0


def test_a_hole_larger_than_a_window_by_regression():
    chip, _ = make_chip(size=256, share=0.7)
    source = ArraySource(chip)
    method = fit("regression", source, chips_of(source, 64, 32), overview_pixels=256 * 256 // 16)
    got = fill_by_windows(method, source, 64, 32)
    exact = fit("regression", source, [chip.window]).fill(chip)
    assert np.sqrt(np.mean((got - exact)[:, chip.hole] ** 2)) < 3.0
    assert np.isfinite(got[:, chip.hole]).all()


def test_holes_inside_the_chips_need_no_overview():
    hole = np.zeros((256, 256), bool)
    hole[40:60, 100:140] = hole[180:200, 30:90] = True
    values = (2000 + smooth_noise((1, 256, 256))).astype(np.float32)
    chip = Chip(Window(0, 0, 256, 256), values, ~hole, hole)
    source = ArraySource(chip)
    method = classical_fill("harmonic")
    method.fit(source, Context(windows=chips_of(source, 128, 32)))
    assert not method.solved_beyond_windows
    exact = harmonic_fill(values, hole, ~hole)
    np.testing.assert_allclose(fill_by_windows(method, source, 128, 32)[:, hole], exact[:, hole], atol=0.05)


def test_the_room_needs_no_torch():
    rooms = "geoinpaint_engine.methods.fills, geoinpaint_engine.quality.metrics"
    code = f"import sys, {rooms}; print('torch' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ), check=True
    )
    assert done.stdout.strip() == "False"
