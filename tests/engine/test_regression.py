from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.methods.classical import regression
from geoinpaint_engine.methods.classical.evidence import despeckled
from geoinpaint_engine.methods.classical.regression import NormalEquations, Regression
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from tests.engine.scenes import regression_fill


def smooth(shape, seed, scale=2.0):
    noise = np.random.default_rng(seed).standard_normal(shape)
    return ndi.gaussian_filter(noise, (0, scale, scale)) * 3000 * scale


@pytest.fixture
def world():
    """A scene that is an affine function of two references and despeckled SAR, with a hole in its middle."""
    size = 64
    one, two = 2000 + smooth((3, size, size), 0), 2500 + smooth((2, size, size), 1)
    sar = -12 + smooth((2, size, size), 2) / 1000
    clean = despeckled(Chip(None, None, None, None, (), SarChip(sar, np.ones((size, size), bool)))).sar.data
    truth = np.stack([0.5 * one[0] + 0.2 * two[1] + 300, one[1] - 0.3 * one[2] + 40 * clean[0] + 1000])
    hole = np.zeros((size, size), bool)
    hole[15:50, 12:45] = True
    everywhere = np.ones_like(hole)
    chip = Chip(
        Window(0, 0, size, size),
        np.where(hole, 0, truth).astype(np.float32),
        ~hole,
        hole,
        (
            ReferenceChip(one.astype(np.float32), everywhere, (0, 1), "2020-01-01"),
            ReferenceChip(two.astype(np.float32), everywhere, (0, 1), "2020-02-01"),
        ),
        SarChip(sar.astype(np.float32), everywhere),
    )
    return chip, truth


def test_an_affine_relation_is_found(world):
    chip, truth = world
    filled = regression_fill(chip, ridge=1e-9)
    assert filled.dtype == np.float32
    np.testing.assert_allclose(filled[:, chip.hole], truth[:, chip.hole], atol=0.5)
    np.testing.assert_array_equal(filled[:, chip.clear], chip.scene[:, chip.clear])


def test_values_in_the_hole_are_never_looked_at(world):
    chip, _ = world
    spoilt = np.where(chip.hole, 7e4, chip.scene).astype(np.float32)
    np.testing.assert_array_equal(
        regression_fill(replace(chip, scene=spoilt))[:, chip.hole], regression_fill(chip)[:, chip.hole]
    )


def test_each_pixel_is_served_by_the_evidence_it_has(world):
    chip, truth = world
    valid = np.ones(chip.shape, bool)
    valid[30:, :] = False  # half of the hole lies under the second reference's clouds
    second = replace(chip.references[1], valid=valid, data=np.where(valid, chip.references[1].data, np.nan))
    chip = replace(chip, references=(chip.references[0], second))
    filled = regression_fill(chip, ridge=1e-9)
    upper = chip.hole & valid
    np.testing.assert_allclose(filled[:, upper], truth[:, upper], atol=0.5)
    np.testing.assert_allclose(filled[1, chip.hole], truth[1, chip.hole], atol=0.5)  # band 1 needs the first and SAR


def equations_of(chip, clear=None):
    equations = NormalEquations.of(chip if clear is None else replace(chip, clear=clear))
    equations.add(chip if clear is None else replace(chip, clear=clear))
    return equations


def test_rare_evidence_falls_back_to_the_largest_subset(world):
    chip, _ = world
    assert Regression(equations_of(chip)).serving(0b111) == 0b111
    rare = np.zeros(chip.shape, bool)
    rare[:8, :62] = True  # 496 pixels: too few for a fit of their own where others have more
    one, two = chip.references
    partly = replace(chip, references=(one, replace(two, valid=rare)))
    assert Regression(equations_of(partly)).serving(0b111) == 0b101


def test_small_scenes_use_what_they_have(world):
    chip, _ = world
    clear = np.zeros(chip.shape, bool)
    clear[:8, :62] = True  # 496 pixels, too few for a fit of their own where others have more
    assert Regression(equations_of(chip, clear)).serving(0b111) == 0b111
    rare = np.zeros(chip.shape, bool)
    rare[0, :9] = True  # under half of them
    one, two = chip.references
    partly = replace(chip, references=(one, replace(two, valid=rare)))
    assert Regression(equations_of(partly, clear)).serving(0b111) == 0b101
    # SAR alone needs more
    bare = replace(chip, references=())
    clear[:] = False
    clear[:, :4] = True
    assert Regression(equations_of(bare, clear)).serving(0b1) == 0
    assert Regression(equations_of(chip, clear)).serving(0b111) == 0b011
    clear[:, 4] = True
    assert Regression(equations_of(chip, clear)).serving(0b111) == 0b111
    assert Regression(equations_of(bare, clear)).serving(0b1) == 0b1


def test_next_to_nothing_scales_the_mean_of_the_references(world):
    chip, _ = world
    clear = np.zeros(chip.shape, bool)
    clear[0, :4] = True
    small = replace(chip, clear=clear, sar=None)
    mean = (chip.references[0].data[:2] + chip.references[1].data) / 2
    gain = chip.scene[:, clear].mean(axis=1) / mean[:, clear].mean(axis=1)
    predicted = Regression(equations_of(small)).predict(small, chip.hole, 0b11)
    np.testing.assert_allclose(predicted, gain[:, None] * mean[:, chip.hole], rtol=1e-5)
    restored = Regression(NormalEquations.from_state(equations_of(small).state()))
    np.testing.assert_array_equal(restored.predict(small, chip.hole, 0b11), predicted)


def test_without_evidence_it_is_the_harmonic_fill(world):
    chip, _ = world
    bare = replace(chip, references=(), sar=None)
    np.testing.assert_array_equal(regression_fill(bare), harmonic_fill(chip.scene, chip.hole, chip.clear))
    nothing = np.zeros(chip.shape, bool)
    cloudy = replace(chip, references=tuple(replace(r, valid=nothing) for r in chip.references), sar=None)
    np.testing.assert_array_equal(regression_fill(cloudy), regression_fill(bare))


def test_normal_equations_add_up(world):
    chip, _ = world
    whole = NormalEquations.of(chip)
    whole.add(chip)
    parts = NormalEquations.of(chip)
    for rows in (slice(0, 20), slice(20, 64)):
        part = np.zeros(chip.shape, bool)
        part[rows] = True
        parts.add(replace(chip, clear=chip.clear & part))
    np.testing.assert_allclose(parts.fit(0b111), whole.fit(0b111), rtol=1e-6)
    less = parts.copy()
    less.add(replace(chip, clear=chip.clear & part), sign=-1)
    upper = NormalEquations.of(chip)
    upper.add(replace(chip, clear=chip.clear & ~part))
    np.testing.assert_allclose(less.fit(0b111), upper.fit(0b111), rtol=1e-5, atol=1e-8)
    assert parts.usable(0b111) == int(chip.clear.sum())


def test_the_number_of_patterns_kept_is_bounded(world, monkeypatch):
    chip, _ = world
    monkeypatch.setattr(regression, "MOST_PATTERNS", 3)
    rng = np.random.default_rng(0)
    spotted = tuple(replace(r, valid=rng.random(chip.shape) > 0.5) for r in chip.references)
    chip = replace(chip, references=spotted, sar=replace(chip.sar, valid=rng.random(chip.shape) > 0.5))
    equations = NormalEquations.of(chip)
    equations.add(chip)
    assert len(equations.counts) <= 4
    assert sum(equations.counts.values()) == int(chip.clear.sum())
    assert np.isfinite(regression_fill(chip)).all()


def test_features_that_do_not_vary_or_are_not_finite_do_no_harm(world):
    chip, truth = world
    one = chip.references[0]
    data = one.data.copy()
    data[:, 5, 5] = np.inf
    constant = ReferenceChip(np.full_like(one.data, 1234), one.valid, (0, 1))
    chip = replace(chip, references=(replace(one, data=data), chip.references[1], constant))
    np.testing.assert_allclose(regression_fill(chip, ridge=1e-9)[:, chip.hole], truth[:, chip.hole], atol=0.5)


def test_speckle_is_averaged_in_power_over_valid_pixels():
    rng = np.random.default_rng(0)
    valid = np.ones((60, 60), bool)
    valid[:20] = False
    power = 0.05 * rng.exponential(size=(2, 60, 60))
    decibels = np.where(valid, 10 * np.log10(power), 1e6)
    nothing = np.zeros((60, 60), bool)
    chip = Chip(Window(0, 0, 60, 60), np.zeros((1, 60, 60)), valid, nothing, (), SarChip(decibels, valid))
    clean = despeckled(chip).sar.data[:, 20:]
    assert np.abs(clean - 10 * np.log10(0.05)).mean() < 1.0
    assert clean.std() < 0.2 * decibels[:, 20:].std()
