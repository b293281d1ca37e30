"""Mode basic of the fast preset: fills from the image alone, weighed on hidden ground."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.errors import Cancelled, InputError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.base import Context
from geoinpaint_engine.methods.ensemble.image import ImageMethod
from geoinpaint_engine.methods.ensemble.surfaces import SURFACES, surfaces
from geoinpaint_engine.quality.uncertainty import NORMAL
from geoinpaint_engine.raster.checkpoint import packed, unpacked
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.solvers.coherent import coherent_fill
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from tests.engine.scenes import ArraySource, clouds, smooth_noise

SIZE = 96


def place(kind, size=SIZE, share=0.2):
    """A scene of fields in stripes, of hills, or of noise about a level; returns (chip, truth)."""
    rows, cols = np.mgrid[:size, :size]
    stripes = np.sin((rows - 0.9 * cols) / 5)
    truth = {
        "fields": 2000 + 500 * np.stack([stripes, -stripes]) + smooth_noise((2, size, size), smooth=1, deviation=20),
        "hills": 2000 + smooth_noise((2, size, size), smooth=10, deviation=300),
        "noise": 2000 + smooth_noise((2, size, size), smooth=1.0, deviation=300),
    }[kind]
    hole = clouds(size, share, seed=3)
    chip = Chip(Window(0, 0, size, size), np.where(hole, 9000, truth).astype("f4"), ~hole, hole)
    return chip, truth


def fitted(chip, *, source=None, windows=None, seed=0, control=None):
    method = ImageMethod(seed=seed)
    context = Context(windows=windows or [chip.window], control=control or Control())
    method.fit(source or ArraySource(chip), context)
    return method


def rmse(fill, truth, where):
    return float(np.sqrt(np.mean((fill - truth)[:, where] ** 2)))


@pytest.mark.parametrize("kind", ["fields", "hills", "noise"])
def test_the_blend_is_as_good_as_the_best_of_its_fills(kind):
    chip, truth = place(kind)
    method = fitted(chip)
    fill = method.fill(chip)
    assert fill.dtype == np.float32
    np.testing.assert_array_equal(fill[:, chip.clear], chip.scene[:, chip.clear])
    every = surfaces(chip.scene, chip.hole, chip.clear, method.fitted.level)
    assert every.shape == (len(SURFACES), 2, chip.hole.sum())
    best = min(float(np.sqrt(np.mean((one - truth[:, chip.hole]) ** 2))) for one in every)
    assert rmse(fill, truth, chip.hole) < 1.03 * best


def test_lines_are_followed_on_fields_and_the_level_is_kept_to_in_noise():
    chip, truth = place("fields")
    fill = fitted(chip).fill(chip)
    assert rmse(fill, truth, chip.hole) < 0.7 * rmse(harmonic_fill(chip.scene, chip.hole, chip.clear), truth, chip.hole)
    weights = dict(zip(SURFACES, fitted(place("noise")[0]).fitted.weights, strict=True))
    assert weights["fading"] == max(weights.values())


def test_the_truth_under_the_hole_is_never_looked_at():
    chip, _ = place("fields")
    other = replace(chip, scene=np.where(chip.hole, np.nan, chip.scene))
    np.testing.assert_array_equal(fitted(chip).fill(chip)[:, chip.hole], fitted(other).fill(other)[:, chip.hole])


def test_intervals_cover_and_do_not_change_the_fill():
    chip, truth = place("hills", size=160)
    method = fitted(chip)
    fill, deviation = method.fill_and_deviation(chip)
    np.testing.assert_array_equal(fill, method.fill(chip))
    assert np.isnan(deviation[:, chip.clear]).all()
    inside = np.abs(fill - truth)[:, chip.hole] <= NORMAL * deviation[:, chip.hole]
    assert 0.75 < inside.mean() < 0.99  # hidden patches are smaller than the hole


def test_too_little_ground_to_hide_gives_the_coherent_fill_and_no_interval():
    chip, _ = place("hills", size=14)
    method = fitted(chip)
    fill, deviation = method.fill_and_deviation(chip)
    np.testing.assert_array_equal(fill, coherent_fill(chip.scene, chip.hole, chip.clear))
    assert np.isnan(deviation).all()


def test_nothing_clear_gives_nan_and_no_error():
    chip, _ = place("hills", size=32)
    every = np.ones(chip.shape, bool)
    blind = replace(chip, clear=~every, hole=every)
    assert np.isnan(fitted(blind).fill(blind)).all()


def test_seeds_windows_and_a_kept_fit_give_the_same_bytes():
    chip, _ = place("fields")
    fill = fitted(chip).fill(chip)
    np.testing.assert_array_equal(fitted(chip).fill(chip), fill)
    restored = ImageMethod()
    restored.restore(unpacked(packed(fitted(chip).state())))
    np.testing.assert_array_equal(restored.fill_and_deviation(chip)[0], fill)
    assert np.isfinite(restored.fill_and_deviation(chip)[1][:, chip.hole]).all()
    assert restored.fitted.hidden_rmse == fitted(chip).fitted.hidden_rmse


def test_a_hole_larger_than_a_window_has_no_seam():
    chip, _ = place("hills", size=240)
    rows, cols = np.mgrid[:240, :240]
    hole = np.hypot(rows - 120, cols - 120) < 90
    chip = replace(chip, hole=hole, clear=~hole)
    source, bounds = ArraySource(chip), chip.window
    windows = [core.padded(80, bounds) for core in bounds.blocks(60)]
    method = fitted(chip, source=source, windows=windows)
    whole = fitted(chip).fill(chip)
    for window in windows[5:7]:  # in the middle, where the hole goes on on all sides
        part = method.fill(source.chip(window))
        assert np.isfinite(part).all()
        inner = ndi.binary_erosion(np.ones(window.shape, bool), iterations=60) & hole[window.slices]
        if inner.any():
            assert np.abs(part - whole[(slice(None), *window.slices)])[:, inner].mean() < 25


def test_unfitted_it_says_so_and_a_cancel_ends_the_fit():
    chip, _ = place("hills")
    with pytest.raises(InputError, match="Nothing was learned"):
        ImageMethod().fill(chip)
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        fitted(chip, control=control)


def test_no_torch_is_loaded():
    code = "import sys, geoinpaint_engine.methods.ensemble.image; print('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
