"""The paper preset on chips and scenes: fits, determinism, progress, stop and cancel."""

import numpy as np
import pytest
import torch
from affine import Affine

from geoinpaint_engine.errors import Cancelled, InputError, UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.job import Job, MaskSource, Output, Scene
from geoinpaint_engine.methods.base import Context
from geoinpaint_engine.methods.dip.fit import DipOptions, fit_stack
from geoinpaint_engine.methods.dip.method import DipMethod, window_seed
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions
from geoinpaint_engine.methods.dip.stacks import MODES, Range, build_stack
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.grid import Grid, Window

CPU = torch.device("cpu")


class ArraySource:
    """A chip source over arrays in memory."""

    def __init__(self, chip: Chip):
        self.whole = chip
        self.grid = Grid(None, Affine.identity(), *chip.shape)
        self.band_names = tuple(f"B{k}" for k in range(len(chip.scene)))
        self.read = []

    def chip(self, window: Window, *, hidden: bool = False) -> Chip:
        self.read.append(window)
        rows, cols = window.slices
        whole = self.whole
        return Chip(
            window, whole.scene[:, rows, cols], whole.clear[rows, cols], whole.hole[rows, cols],
            tuple(ReferenceChip(r.data[:, rows, cols], r.valid[rows, cols], r.match) for r in whole.references),
            None if whole.sar is None else SarChip(whole.sar.data[:, rows, cols], whole.sar.valid[rows, cols]),
        )  # fmt: skip


def make_scene(rows=96, cols=80, *, hole=True) -> tuple[Chip, np.ndarray]:
    y, x = np.mgrid[:rows, :cols]
    pattern = 1500 + 600 * np.sin(x / 9) * np.cos(y / 7)
    truth = np.stack([pattern, 0.7 * pattern + 300]).astype(np.float32)
    masked = np.zeros((rows, cols), bool)
    if hole:
        masked[30:50, 20:45] = True
    scene = np.where(masked, 9000, truth).astype(np.float32)
    everywhere = np.ones((rows, cols), bool)
    reference = ReferenceChip((0.9 * truth + 50).astype(np.float32), everywhere, (0, 1))
    sar = SarChip(np.stack([-20 + pattern / 200, -25 + pattern / 200]).astype(np.float32), everywhere)
    return Chip(Window(0, 0, rows, cols), scene, ~masked, masked, (reference,), sar), truth


def make_method(mode="mt", *, steps=2, chip=None, **options) -> DipMethod:
    chip = chip or make_scene()[0]
    method = DipMethod(mode, options=DipOptions(LoopOptions(steps=steps, every=1)), device="cpu", **options)
    method.fit(ArraySource(chip), Context(windows=[chip.window]))
    return method


def test_it_learns_the_hole_from_the_reference():
    chip, truth = make_scene()
    method = make_method("mt", steps=60, chip=chip)
    fill = method.fill(chip)
    assert fill.shape == truth.shape
    assert fill.dtype == np.float32
    error = np.sqrt(np.mean((fill - truth)[:, chip.hole] ** 2))
    spread = truth[:, chip.hole].std()
    # the mean of the clear ground would leave all of the spread
    assert error < 0.6 * spread


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_gives_finite_dn_of_the_whole_chip(mode):
    chip, _ = make_scene()
    fill = make_method(mode).fill(chip)
    assert fill.shape == chip.scene.shape
    assert np.isfinite(fill).all()
    assert fill.min() >= 0
    assert fill.max() <= 2200


def test_same_seed_same_bytes_whatever_came_before():
    chip, _ = make_scene()
    one, other = make_method(seed=3), make_method(seed=4)
    first = one.fill(chip)
    torch.rand(7)
    assert np.array_equal(first, one.fill(chip))
    assert np.array_equal(first, make_method(seed=3).fill(chip))
    assert not np.array_equal(first, other.fill(chip))


def test_windows_have_seeds_of_their_own():
    seeds = {window_seed(0, Window(row, col, 256, 256)) for row in range(0, 2000, 192) for col in range(0, 2000, 192)}
    assert len(seeds) == 121
    assert window_seed(0, Window(0, 0, 8, 8)) != window_seed(1, Window(0, 0, 8, 8))


def test_range_is_taken_from_clear_ground_only():
    chip, truth = make_scene()
    method = make_method(chip=chip)
    assert method.value_range.high == pytest.approx(np.quantile(truth[:, chip.clear], 0.9995), rel=1e-6)
    empty = Chip(chip.window, chip.scene, np.zeros_like(chip.clear), chip.hole, chip.references)
    with pytest.raises(InputError, match="no valid pixel"):
        make_method(chip=empty)


def test_range_of_a_large_scene_is_taken_from_evenly_spread_blocks(monkeypatch):
    monkeypatch.setattr("geoinpaint_engine.methods.dip.method.BLOCK", 8)
    chip, _ = make_scene(96, 96)
    source = ArraySource(chip)
    method = DipMethod("basic", device="cpu")
    method.fit(source, Context(windows=[chip.window]))
    # of 144 blocks every third: at most 64
    assert len(source.read) == 48
    assert method.value_range.high == pytest.approx(2100, rel=0.01)


def test_window_without_clear_ground_is_left_to_the_caller():
    chip, _ = make_scene()
    method = make_method(chip=chip)
    blind = Chip(chip.window, chip.scene, np.zeros_like(chip.clear), chip.hole, chip.references)
    assert np.isnan(method.fill(blind)).all()


def test_steps_are_told_with_their_window():
    chip, _ = make_scene()
    told = []
    method = make_method("basic", chip=chip)
    method.fill(chip, Context(on_step=lambda *step: told.append(step)))
    assert [step[1] for step in told] == [1, 2, 2]
    assert {(step[0], step[2]) for step in told} == {(chip.window, 2)}
    assert told[0][3] > 0


def test_cancel_and_stop():
    chip, _ = make_scene()
    control = Control()
    method = make_method(steps=100_000, chip=chip)
    context = Context(control=control, on_step=lambda *step: control.stop())
    assert np.isfinite(method.fill(chip, context)).all()
    control.cancel()
    with pytest.raises(Cancelled):
        method.fill(chip, context)


def test_a_restored_fit_stops_too():
    chip, _ = make_scene()
    control = Control()
    restored = DipMethod("mt", options=DipOptions(LoopOptions(steps=100_000, every=1)), device="cpu")
    restored.restore(make_method(chip=chip).state())
    assert np.isfinite(restored.fill(chip, Context(control=control, on_step=lambda *step: control.stop()))).all()


def test_preview_shows_the_window():
    chip, _ = make_scene()
    shown = []
    stack = build_stack(chip, "basic", value_range=Range(0.0, 3000.0))
    fit = fit_stack(
        stack, options=DipOptions(LoopOptions(steps=1)), device=CPU, seed=0, preview=shown.append, preview_s=0.0
    )
    assert shown[0].shape == fit.scene.shape == chip.scene.shape
    np.testing.assert_array_equal(shown[0], fit.scene)


def test_holdout_decides_on_hidden_pixels():
    chip, truth = make_scene()
    patch = np.zeros_like(chip.hole)
    patch[60:75, 50:70] = True
    hidden = Chip(chip.window, truth, chip.clear & ~patch, chip.hole | patch, chip.references, chip.sar)
    errors = []
    loop = LoopOptions(steps=25, every=25)
    method = DipMethod("mt", options=DipOptions(loop, stop="holdout"), device="cpu")
    method.fit(ArraySource(chip), Context(windows=[chip.window]))
    fill = method.fill(
        hidden, Context(deciding=lambda window: patch[window.slices], on_step=lambda *step: errors.append(step[4]))
    )
    best = min(error for error in errors if error is not None)
    assert best == pytest.approx(np.sqrt(np.mean((fill - truth)[:, patch] ** 2)), rel=0.05)


def test_rules_need_what_they_need():
    chip, _ = make_scene()
    stack = build_stack(chip, "basic", value_range=Range(0.0, 3000.0))
    for stop, words in (("holdout", "stopping rule needs"), ("soon", "no stopping rule")):
        with pytest.raises(UsageError, match=words):
            fit_stack(stack, options=DipOptions(stop=stop), device=CPU, seed=0)


def test_job_settings_arrive():
    job = Job(
        scene=Scene("a.tif"), mask=[MaskSource("m.tif")], mode="mt", output=Output("o.tif"), steps=7, seed=5,
        reference_use="latest", stop="variance", device="cpu",
    )  # fmt: skip
    method = DipMethod.of(job)
    assert (method.steps, method.seed, method.reference_use, method.options.stop) == (7, 5, "latest", "variance")
    job = Job(scene=Scene("a.tif"), mask=[MaskSource("m.tif")], mode="mt", output=Output("o.tif"))
    assert DipMethod.of(job).steps == 4000
