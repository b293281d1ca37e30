"""The fast preset as a method: better than the simple fills, honest about it, and the same every time."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.errors import Cancelled, InputError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.base import Context
from geoinpaint_engine.methods.ensemble import fit as fitting
from geoinpaint_engine.methods.ensemble import method as methods
from geoinpaint_engine.methods.ensemble.features import SIGMAS, TRUNCATE
from geoinpaint_engine.methods.ensemble.method import FADED, EnsembleMethod
from geoinpaint_engine.methods.ensemble.residual_diffusion import REACH, diffuse
from geoinpaint_engine.methods.ensemble.sar_features import REACH as SAR_REACH
from geoinpaint_engine.methods.ensemble.state import FORMAT
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from tests.engine.conftest import read_raster, write_raster
from tests.engine.runs import make_job, run_here
from tests.engine.scenes import ArraySource, clouds, regression_fill, smooth_noise

SIZE = 96


def place(size=SIZE, *, seed=0, clouded=None):
    """A scene whose relation to its references is not linear, with noise; returns (chip, truth)."""
    kind = smooth_noise((2, size, size), seed=seed, smooth=3, deviation=1.0)
    bands = np.stack([1500 + 400 * kind[0] + 300 * np.abs(kind[1]), 2500 + 500 * np.tanh(2 * kind[0] * kind[1])])
    truth = bands + smooth_noise(bands.shape, seed=seed + 1, smooth=12, deviation=40)
    every = np.ones((size, size), bool)
    references = []
    for number in range(2):
        data = np.stack([1000 + 300 * kind[0], 2000 + 300 * kind[1], 900 + 100 * kind[number]])
        data += smooth_noise(data.shape, seed=seed + 5 + number, smooth=0.5, deviation=15)
        valid = every if clouded is None or number else ~clouded
        references.append(ReferenceChip(np.where(valid, data, 0).astype("f4"), valid, (0, 1)))
    radar = -15 + 2 * kind + smooth_noise(kind.shape, seed=seed + 8, smooth=0.5, deviation=1)
    sar = SarChip(radar.astype("f4"), every)
    hole = clouds(size, 0.25, seed=seed + 2)
    scene = np.where(hole, 9000, truth).astype("f4")
    return Chip(Window(0, 0, size, size), scene, ~hole, hole, tuple(references), sar), truth


def fitted(chip, mode="mt", *, source=None, windows=None, seed=0, control=None):
    method = EnsembleMethod(mode, seed=seed)
    source = source or ArraySource(chip)
    method.fit(source, Context(windows=windows or [chip.window], control=control or Control()))
    return method


def rmse(fill, truth, where):
    return float(np.sqrt(np.mean((fill - truth)[:, where] ** 2)))


def test_the_fill_beats_regression_and_harmonic():
    chip, truth = place()
    fill = fitted(chip).fill(chip)
    assert fill.dtype == np.float32
    ours = rmse(fill, truth, chip.hole)
    assert ours < 0.8 * rmse(regression_fill(replace(chip, sar=None)), truth, chip.hole)
    assert ours < 0.5 * rmse(harmonic_fill(chip.scene, chip.hole, chip.clear), truth, chip.hole)
    np.testing.assert_array_equal(fill[:, chip.clear], chip.scene[:, chip.clear])


@pytest.mark.parametrize("kind", ["smooth", "constant", "one like the other"])
def test_evidence_that_says_little_or_the_same_twice_is_no_obstacle(kind):
    chip, _ = place()
    y, x = np.mgrid[:SIZE, :SIZE]
    smooth = -10 + 3 * np.sin(y / 9) + (y // 12 + x // 16) % 3
    radar = {"smooth": [smooth, smooth - 5], "constant": [0 * smooth - 9, 0 * smooth - 15]}.get(
        kind, [chip.sar.data[0]] * 2
    )
    chip = replace(chip, sar=SarChip(np.stack(radar).astype("f4"), chip.sar.valid), references=())
    fill = fitted(chip, "ms").fill(chip)
    assert np.isfinite(fill).all()
    low, high = chip.scene[:, chip.clear].min(), chip.scene[:, chip.clear].max()
    assert low - 300 < fill[:, chip.hole].min() <= fill[:, chip.hole].max() < high + 300


def test_the_truth_under_the_hole_is_never_looked_at():
    chip, _ = place()
    other = replace(chip, scene=np.where(chip.hole, np.nan, chip.scene))
    np.testing.assert_array_equal(fitted(chip).fill(chip)[:, chip.hole], fitted(other).fill(other)[:, chip.hole])


@pytest.mark.parametrize("mode", ["ms", "ms-mt", "mt-r", "ms-r"])
def test_every_mode_beats_the_harmonic_fill(mode):
    chip, truth = place()
    fill = fitted(chip, mode).fill(chip)
    assert rmse(fill, truth, chip.hole) < 0.8 * rmse(harmonic_fill(chip.scene, chip.hole, chip.clear), truth, chip.hole)


def test_evidence_of_no_use_leaves_the_harmonic_fill_to_win():
    chip, _ = place()
    noise = smooth_noise((3, SIZE, SIZE), seed=77, smooth=0.5).astype("f4")
    smooth = 2000 + smooth_noise((2, SIZE, SIZE), seed=78, smooth=15)
    every = np.ones((SIZE, SIZE), bool)
    useless = replace(
        chip, scene=np.where(chip.hole, 9000, smooth).astype("f4"), references=(ReferenceChip(noise, every, (0, 1)),)
    )
    method = fitted(useless)
    ours = rmse(method.fill(useless), smooth, chip.hole)
    assert ours < 1.1 * rmse(harmonic_fill(useless.scene, chip.hole, chip.clear), smooth, chip.hole)
    assert method.fitted.weights[-1] > 0.5


def test_in_a_large_scene_the_harmonic_fill_is_solved_only_where_it_pays(monkeypatch):
    def weights(told_by_no_date):
        chip, half = place(2 * SIZE)[0], [slice(0, SIZE), slice(SIZE, 2 * SIZE)]
        change = smooth_noise(chip.scene.shape, seed=4, smooth=12, deviation=told_by_no_date)
        chip = replace(chip, scene=(chip.scene + np.where(chip.hole, 0, change)).astype("f4"))
        windows = [chip.within((rows, cols)) for rows in half for cols in half]
        return fitting.fit_chips(windows, "mt", seed=0, shapes=[]).weights

    assert weights(1200)[-1] > 0.2
    few = weights(300)
    assert few[-1] == 0
    assert few.sum() == pytest.approx(1)
    monkeypatch.setattr(fitting, "LEAST_GAIN_HARMONIC", 0.0)
    assert weights(300)[-1] > 0


def test_a_clouded_reference_is_not_used_under_its_clouds():
    clouded = clouds(SIZE, 0.4, seed=31)
    chip, truth = place(clouded=clouded)
    fill = fitted(chip).fill(chip)
    under = chip.hole & clouded
    assert under.any()
    assert rmse(fill, truth, under) < 0.8 * rmse(harmonic_fill(chip.scene, chip.hole, chip.clear), truth, under)


def test_without_any_evidence_at_a_pixel_the_fill_goes_on_harmonically():
    chip, truth = place()
    gone = np.zeros((SIZE, SIZE), bool)
    gone[:, :30] = True
    references = tuple(replace(r, valid=~gone, data=np.where(gone, 0, r.data)) for r in chip.references)
    chip = replace(chip, references=references)
    fill = fitted(chip).fill(chip)
    assert np.isfinite(fill).all()
    lacking = chip.hole & gone
    assert rmse(fill, truth, lacking) < 1.3 * rmse(harmonic_fill(chip.scene, chip.hole, chip.clear), truth, lacking)


def test_ground_restored_under_a_veil_counts_by_how_well_it_is_known():
    chip, truth = place()
    scene_wide = np.linspace(-300, 300, SIZE)[None, :, None]  # what no date shows: brighter to the south
    truth = truth + scene_wide
    chip = replace(chip, scene=np.where(chip.hole, 9000, truth).astype("f4"))
    beside = ndi.binary_dilation(chip.hole, iterations=6) & ~chip.hole
    bare = replace(chip, clear=chip.clear & ~beside, hole=chip.hole | beside)
    method = fitted(bare)
    left_out = rmse(method.fill(bare), truth, chip.hole)

    def filled(off, beside_is):
        scene = np.where(beside, truth + off, chip.scene).astype("f4")
        return method.fill(replace(chip, scene=scene, **beside_is)), scene

    known_roughly, clear = {"rough": beside}, {}
    fill, scene = filled(0.0, known_roughly)
    assert rmse(fill, truth, chip.hole) < 0.95 * left_out  # what is restored well is used
    np.testing.assert_array_equal(fill[:, beside], scene[:, beside])
    wrong = rmse(filled(400.0, known_roughly)[0], truth, chip.hole)
    assert wrong < 0.75 * rmse(filled(400.0, clear)[0], truth, chip.hole)  # but it is not taken for clear ground


def test_rough_ground_far_from_every_hole_changes_nothing():
    chip, _ = place()
    hole = np.zeros_like(chip.hole)
    hole[:20, :20] = True
    chip = replace(chip, hole=hole, clear=~hole)
    far = np.zeros_like(hole)
    far[70:90, 70:90] = True
    method = fitted(chip)
    np.testing.assert_array_equal(method.fill(replace(chip, rough=far)), method.fill(chip))


def test_deep_in_a_hole_no_error_of_its_edge_is_carried(monkeypatch):
    method = fitted(place()[0])
    chip, truth = place(2 * SIZE)
    hole = np.zeros(chip.shape, dtype=bool)
    hole[8:-8, 8:-8] = True
    brighter = np.where(hole, 9000, truth + 300).astype("f4")  # what no date shows, so an error of its edge
    chip = replace(chip, scene=brighter, hole=hole, clear=~hole)
    sought = []

    def diffused(errors, hole, *others, **named):
        sought.append(hole)
        return diffuse(errors, hole, *others, **named)

    monkeypatch.setattr("geoinpaint_engine.methods.ensemble.method.diffuse", diffused)
    fill = method.fill(chip)
    monkeypatch.setattr("geoinpaint_engine.methods.ensemble.method.FADED", 100.0)
    apart = np.abs(fill - method.fill(chip)).max(axis=0)
    far = ndi.distance_transform_edt(hole)
    assert 0 < (far > FADED * REACH).sum() == (hole & ~sought[0]).sum()
    np.testing.assert_array_equal(sought[1], hole)
    assert apart.max() < 0.05 * 300
    assert apart[far < REACH].max() < 0.01 * 300


def test_nothing_clear_gives_nan_and_no_error():
    chip, _ = place(32)
    every = np.ones((32, 32), bool)
    blind = replace(chip, clear=~every, hole=every)
    assert np.isnan(fitted(blind).fill(blind)).all()


@pytest.mark.parametrize("gap", [False, True])
def test_only_what_is_used_is_filled_and_as_in_the_whole_chip(gap):
    chip, _ = place(clouded=clouds(SIZE, 0.2, seed=7))
    if gap:
        valid = np.ones((SIZE, SIZE), bool)
        valid[40:60, 40:60] = False
        chip = replace(chip, references=tuple(replace(one, valid=one.valid & valid) for one in chip.references))
    chip.hole[30:70, 30:70], chip.clear[30:70, 30:70] = True, False
    method, part = fitted(chip), (slice(20, 50), slice(10, 90))
    used = np.zeros_like(chip.hole)
    used[part] = True
    fill, deviation = method.fill_and_deviation(replace(chip, used=used))
    for found, whole in zip((fill, deviation), method.fill_and_deviation(chip), strict=True):
        there = (slice(None), *part)
        np.testing.assert_allclose(found[there], whole[there], rtol=1e-4, atol=1e-2)
    if not gap:
        assert np.isnan(fill[:, 60, 60]).all()


def test_the_hidden_error_tells_the_true_one_and_intervals_cover():
    covered, told = [], []
    for seed in (0, 40, 80):
        chip, truth = place(seed=seed)
        method = fitted(chip)
        fill, deviation = method.fill_and_deviation(chip)
        np.testing.assert_allclose(fill, method.fill(chip), atol=0.5)
        told.append(method.fitted.hidden_rmse / rmse(fill, truth, chip.hole))
        covered.append((np.abs(fill - truth) <= 1.645 * deviation)[:, chip.hole].mean())
        assert np.isnan(deviation[:, chip.clear]).all()
    assert 0.5 < np.mean(told) < 2
    assert 0.83 < np.mean(covered) < 0.97


def test_the_same_seed_gives_the_same_bytes_and_another_does_not():
    chip, _ = place()
    first, again, other = (fitted(chip, seed=seed).fill(chip) for seed in (1, 1, 2))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_a_large_scene_is_learned_from_windows_and_filled_alike_in_any_of_them(monkeypatch):
    for name, value in (("WHOLE", 200), ("SIDE", 64), ("LEARN_PIXELS", 12_000)):
        monkeypatch.setattr(f"geoinpaint_engine.methods.ensemble.windows.{name}", value)
    chip, truth = place(300)
    source = ArraySource(chip)
    method = fitted(chip, source=source, windows=[Window(0, 0, 128, 128)])
    assert 1 < source.reads <= 30
    window = Window(70, 70, 200, 200)
    part = source.chip(window)
    fill = method.fill(part)
    inside = np.zeros(window.shape, bool)
    inside[64:-64, 64:-64] = True
    sees = part.hole & inside
    assert rmse(fill, truth[(slice(None), *window.slices)], sees) < 120
    shifted = Window(62, 80, 200, 200)
    other = method.fill(source.chip(shifted))
    both = Window(140, 150, 50, 50)
    here, there = both.within(window), both.within(shifted)
    difference = np.abs(fill[(slice(None), *here)] - other[(slice(None), *there)])[:, chip.hole[both.slices]]
    assert difference.mean() < 5  # DN


def test_no_more_of_a_window_is_read_than_its_holes_need(tmp_path, monkeypatch):
    """The same fill as from the whole chip, but for the rounding of running sums, which begin elsewhere."""
    make_job(tmp_path, rows=260, cols=300)
    hole = np.zeros((1, 260, 300), "uint8")
    for row, col in ((20, 30), (100, 150), (205, 260)):
        hole[:, row : row + 30, col : col + 25] = 1
    write_raster(tmp_path / "mask.tif", hole)
    looked, chip = [], JobSource.chip
    monkeypatch.setattr(JobSource, "chip", lambda self, window, **kind: looked.append(window.area)
                        or chip(self, window, **kind))  # fmt: skip
    found = []
    for sight in (EnsembleMethod.sight, None):
        monkeypatch.setattr(EnsembleMethod, "sight", sight)
        looked.clear()
        beside = {"uncertainty": f"sd_{sight}.tif"}
        run_here(tmp_path, f"{sight}.tif", beside=beside, mode="mt", tile=128)
        found.append((sum(looked), read_raster(tmp_path / f"{sight}.tif"), read_raster(tmp_path / f"sd_{sight}.tif")))
    (less, *made), (more, *whole) = found
    assert less < 0.9 * more
    for one, other in zip(made, whole, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-3)


def test_a_scene_of_many_pixels_is_fitted_once_with_the_patches_hidden(tmp_path, monkeypatch):
    make_job(tmp_path, rows=260, cols=300)
    hidden, fit = [], EnsembleMethod.fit
    monkeypatch.setattr(
        EnsembleMethod, "fit", lambda self, source, context: hidden.append(context.hidden) or fit(self, source, context)
    )
    few = run_here(tmp_path, "few.tif", mode="mt", tile=128)
    assert hidden == [True, False]
    monkeypatch.setattr(methods, "MANY_PIXELS", 260 * 300)
    hidden.clear()
    many = run_here(tmp_path, "many.tif", mode="mt", tile=128)
    assert hidden == [True]
    assert many["holdout_rmse"] == pytest.approx(few["holdout_rmse"], rel=0.01)
    with pytest.raises(Cancelled):
        run_here(tmp_path, "resumed.tif", mode="mt", tile=128, cancel_after=2)
    run_here(tmp_path, "resumed.tif", mode="mt", tile=128)
    assert hidden == [True, True]  # the resumed run has found the fit
    np.testing.assert_array_equal(read_raster(tmp_path / "resumed.tif"), read_raster(tmp_path / "many.tif"))


def test_a_window_is_read_as_far_as_its_features_look():
    widest = TRUNCATE * max(SIGMAS)
    assert all(EnsembleMethod(mode).halo >= REACH + widest - 1 for mode in ("mt", "mt-r", "ms", "ms-mt"))
    assert all(EnsembleMethod(mode).sight >= SAR_REACH for mode in ("ms", "ms-r", "ms-mt"))


def test_a_fit_survives_as_arrays():
    chip, _ = place(clouded=clouds(SIZE, 0.3, seed=11))
    method = fitted(chip, "ms-mt")
    other = EnsembleMethod("ms-mt")
    other.restore({name: array.copy() for name, array in method.state().items()})
    for one, two in zip(method.fill_and_deviation(chip), other.fill_and_deviation(chip), strict=True):
        np.testing.assert_array_equal(one, two)


@pytest.mark.parametrize("change", ["nothing of it", "another layout"])
def test_arrays_that_are_no_fit_are_refused(change):
    state = fitted(place()[0], "mt").state()
    if change == "nothing of it":
        state = {"threads": np.zeros(1)}
    else:
        state["card"] = np.frombuffer(
            state["card"].tobytes().replace(f'"format": {FORMAT}'.encode(), b'"format": 0'), np.uint8
        )
    with pytest.raises(InputError, match="cannot be used") as caught:
        EnsembleMethod("mt").restore(state)
    assert caught.value.code == "fit-unreadable"


def test_unfitted_it_says_so():
    with pytest.raises(InputError) as caught:
        EnsembleMethod("mt").fill(place(32)[0])
    assert caught.value.code == "not-fitted"


def test_cancel_ends_the_fit():
    chip, _ = place()
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        fitted(chip, control=control)
