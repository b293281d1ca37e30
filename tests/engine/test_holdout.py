import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.quality import holdout
from geoinpaint_engine.quality.holdout import Patch, PatchFill, blinded, draw_patches, hidden_mask, holdout_figures
from geoinpaint_engine.quality.metrics import rmse
from geoinpaint_engine.raster.grid import Window
from tests.engine.scenes import clouds


def read_arrays(clear, hole):
    """A reader over whole arrays, (rows, cols) bool each."""
    return lambda window: (clear[window.slices], hole[window.slices])


def world(size, share, *, smooth=8.0, nodata_rows=0, seed=0):
    hole = clouds(size, share, smooth=smooth, seed=seed)
    clear = ~hole
    clear[:nodata_rows] = False
    hole[:nodata_rows] = False
    return clear, hole, Window(0, 0, size, size)


@pytest.mark.parametrize(("size", "share"), [(96, 0.2), (128, 0.45), (256, 0.5), (300, 0.1)])
@pytest.mark.parametrize("seed", [0, 5])
def test_patches_keep_to_the_rules(size, share, seed):
    clear, hole, bounds = world(size, share, nodata_rows=10)
    patches = draw_patches(read_arrays(clear, hole), bounds, seed=seed)
    assert len(patches) >= 2
    hidden = hidden_mask(patches, bounds)
    assert hidden.sum() == sum(patch.pixels for patch in patches)  # disjoint
    assert clear[hidden].all()
    assert 500 <= hidden.sum() <= 0.15 * clear.sum()
    assert ndi.distance_transform_edt(clear)[hidden].min() >= 6
    by_role = [hidden_mask(patches, bounds, role=role) for role in ("decide", "report")]
    assert not (by_role[0] & by_role[1]).any()
    shares = [mask.sum() / hidden.sum() for mask in by_role]
    assert min(shares) > 0.3


@pytest.mark.parametrize("side", [30, 60, 90])
def test_a_rectangular_hole_lends_its_shape_too(side):
    hole = np.zeros((240, 240), bool)
    hole[60 : 60 + side, 80 : 80 + side] = True
    patches = draw_patches(read_arrays(~hole, hole), Window(0, 0, 240, 240), seed=0)
    assert sum(patch.pixels for patch in patches) >= 500
    assert {patch.role for patch in patches} == {"decide", "report"}


def test_the_seed_decides_and_the_block_view_does_not_matter():
    clear, hole, bounds = world(200, 0.3)

    def same(one, other):
        return len(one) == len(other) and all(
            a.window == b.window and a.role == b.role and (a.hidden == b.hidden).all()
            for a, b in zip(one, other, strict=True)
        )

    one = draw_patches(read_arrays(clear, hole), bounds, seed=1)
    assert same(one, draw_patches(lambda w: (clear[w.slices].copy(), hole[w.slices].copy()), bounds, seed=1))
    assert not same(one, draw_patches(read_arrays(clear, hole), bounds, seed=2))
    windows = [hidden_mask(one, window) for window in bounds.blocks(64)]
    parts = np.zeros(bounds.shape, bool)
    for window, part in zip(bounds.blocks(64), windows, strict=True):
        parts[window.slices] = part
    np.testing.assert_array_equal(parts, hidden_mask(one, bounds))


def test_too_little_clear_ground_hides_nothing():
    clear, hole, bounds = world(96, 0.2)
    assert draw_patches(read_arrays(clear & (np.arange(96) < 20), hole), bounds, seed=0) == []
    assert draw_patches(read_arrays(~hole, np.zeros_like(hole)), bounds, seed=0) == []
    everywhere = np.ones_like(hole)
    assert draw_patches(read_arrays(~everywhere, everywhere), bounds, seed=0) == []
    speckled = np.random.default_rng(0).random((96, 96)) < 0.2  # no place is 6 px from a hole
    assert draw_patches(read_arrays(~speckled, speckled), bounds, seed=0) == []


def test_specks_are_grown():
    hole = np.zeros((200, 200), bool)
    hole[::60, ::60] = True
    patches = draw_patches(read_arrays(~hole, hole), Window(0, 0, 200, 200), seed=0)
    assert min(patch.pixels for patch in patches) >= 12


def test_a_large_scene_is_read_in_small_windows_and_the_number_hidden_is_bounded(monkeypatch):
    tile = clouds(512, 0.3, smooth=15)
    bounds = Window(0, 0, 8192, 8192)
    reads = []

    def read(window):
        reads.append(window.area)
        rows = np.arange(window.row, window.row_stop) % 512
        cols = np.arange(window.col, window.col_stop) % 512
        hole = tile[np.ix_(rows, cols)]
        return ~hole, hole

    monkeypatch.setattr(holdout, "MOST_PIXELS", 60_000)
    patches = draw_patches(read, bounds, seed=3)
    assert 30_000 < sum(patch.pixels for patch in patches) <= 60_000
    assert len(patches) <= 64
    assert max(reads) <= 256 * 256
    assert len(reads) < 32 * 32 + 3100


def test_figures_are_of_the_reporting_patches_beside_the_simple_fill():
    clear, hole, bounds = world(128, 0.3)
    patches = draw_patches(read_arrays(clear, hole), bounds, seed=0)
    rng = np.random.default_rng(0)
    truth = rng.integers(500, 3000, (3, 128, 128)).astype(np.uint16)
    noise = np.where(hidden_mask(patches, bounds, role="report"), 100.0, 900.0)
    fills = []
    for patch in patches:
        window = patch.window.padded(8, bounds)
        s = (slice(None), *window.slices)
        fill = truth[s] + noise[window.slices] * np.where(rng.random(window.shape) < 0.5, 1, -1)
        fills.append(PatchFill(patch, window, truth[s], fill.astype(np.float32), truth[s] + 250.0))
    got = holdout_figures(fills)
    assert got["pixels"] == hidden_mask(patches, bounds, role="report").sum()
    assert got["patches"] == sum(patch.role == "report" for patch in patches)
    assert got["rmse_dn"] == pytest.approx(100)
    assert got["mae_reflectance"] == pytest.approx(0.01)
    assert got["simple_rmse_dn"] == pytest.approx(250)
    assert 0 < got["ssim"] < 1
    assert holdout_figures(fills, role="decide")["rmse_dn"] == pytest.approx(900)
    assert holdout_figures(fills, known_scale=False)["rmse_reflectance"] is None
    assert rmse(fills[0].fill, fills[0].truth) > 0


def test_nothing_measured_is_none():
    got = holdout_figures([])
    assert got["pixels"] == 0
    assert got["rmse_dn"] is None
    assert got["simple_ssim"] is None


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.8])
def test_patches_are_blind_as_the_hole_is(share):
    sides = [10, 12, 14, 16, 18, 20] * 3
    patches = [
        Patch(Window(0, 0, side, side), np.ones((side, side), bool), ("decide", "report")[number % 2])
        for number, side in enumerate(sides)
    ]
    unshown = [patch.pixels if number < 2 else 0 for number, patch in enumerate(patches)]
    made = blinded(patches, unshown, share)
    for role in ("decide", "report"):
        mine = [(one, count) for one, count in zip(made, unshown, strict=True) if one.role == role]
        blind = sum(one.pixels if one.blind else count for one, count in mine)
        assert abs(blind / sum(one.pixels for one, _ in mine) - share) < 0.15
        assert any(not one.blind and count == 0 for one, count in mine)
    assert not any(one.blind for one in blinded(patches, [patch.pixels for patch in patches], share))


def test_one_patch_of_a_role_stays_as_it_is():
    box = np.ones((20, 20), bool)
    pair = [Patch(Window(0, 0, 20, 20), box, "decide"), Patch(Window(0, 40, 20, 20), box, "report")]
    assert not any(one.blind for one in blinded(pair, [0, 0], 0.9))
