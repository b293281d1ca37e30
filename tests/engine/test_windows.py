import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.windows import BlockCounts, FillWindow, blend_weights, plan_windows, with_clear_ground


@st.composite
def plans(draw):
    height, width = draw(st.integers(1, 90)), draw(st.integers(1, 90))
    tile = draw(st.integers(4, 40))
    overlap = draw(st.integers(0, tile))
    halo = draw(st.integers(0, 20))
    hole = np.zeros((height, width), dtype=bool)
    for _ in range(draw(st.integers(0, 4))):
        row, col = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        hole[row : row + draw(st.integers(1, 30)), col : col + draw(st.integers(1, 30))] = True
    bounds = Window(0, 0, height, width)
    extent = None
    if draw(st.booleans()):
        row, col = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        extent = Window(row, col, draw(st.integers(1, height - row)), draw(st.integers(1, width - col)))
    return hole, bounds, tile, overlap, halo, extent


def planned(hole, bounds, tile, overlap, halo, extent):
    return plan_windows(
        bounds,
        tile=tile,
        halo=halo,
        overlap=overlap,
        extent=extent,
        hole_count=lambda window: int(hole[window.slices].sum()),
    )


@given(plans())
@settings(max_examples=150, deadline=None)
def test_windows_cover_the_hole_and_cores_are_disjoint(case):
    hole, bounds, _, _, halo, extent = case
    plan = planned(*case)
    wanted = hole.copy()
    if extent is not None:
        wanted[:] = False
        wanted[extent.slices] = hole[extent.slices]
    cores = np.zeros(hole.shape, dtype=int)
    reached = np.zeros(hole.shape, dtype=bool)
    for number, window in enumerate(plan):
        cores[window.core.slices] += 1
        reached[window.reach.slices] = True
        assert window.index == number
        assert window.reach.contains(window.core)
        assert window.read.contains(window.reach)
        assert bounds.contains(window.read)
        assert wanted[window.reach.slices].any()
        around = window.reach.padded(halo, bounds)
        assert window.read.contains(around)
    assert cores.max(initial=0) <= 1
    assert (cores[wanted] == 1).all()
    assert reached[wanted].all()


@given(plans())
@settings(max_examples=150, deadline=None)
def test_weights_of_a_hole_pixel_sum_to_one(case):
    hole, bounds, tile, overlap, halo, _ = case
    total = np.zeros(hole.shape)
    for window in planned(hole, bounds, tile, overlap, halo, None):
        weights = blend_weights(window, bounds, overlap)
        assert weights.shape == window.reach.shape
        assert (weights > 0).all()
        total[window.reach.slices] += weights
    np.testing.assert_allclose(total[hole], 1.0, atol=1e-12)


@given(plans())
@settings(max_examples=60, deadline=None)
def test_extent_does_not_change_what_a_window_reads(case):
    whole = {w.core: (w.reach, w.read) for w in planned(*case[:5], None)}
    for window in planned(*case):
        assert whole[window.core] == (window.reach, window.read)


def test_chips_keep_their_size_at_the_edges():
    bounds = Window(0, 0, 700, 900)
    plan = plan_windows(bounds, tile=192, halo=0, overlap=64, hole_count=lambda window: 1)
    assert {window.read.shape for window in plan} == {(256, 256)}


def test_impossible_tiles_are_told():
    with pytest.raises(UsageError, match="overlap"):
        plan_windows(Window(0, 0, 9, 9), tile=4, halo=0, overlap=5, hole_count=lambda window: 1)


def test_a_window_grows_to_clear_ground():
    bounds = Window(0, 0, 2000, 2000)
    clear = np.zeros(bounds.shape, dtype=bool)
    clear[:, 1300:] = True
    window = FillWindow(0, Window(900, 1000, 128, 128), Window(900, 1000, 128, 128), Window(868, 968, 192, 192))

    def count(part):
        return int(clear[part.slices].sum())

    grown = with_clear_ground(window, bounds, count)
    assert count(grown.read) >= 0.1 * grown.read.area
    assert grown.read.contains(window.read)
    assert max(grown.read.shape) <= 1024
    assert not grown.lacks_clear
    lonely = with_clear_ground(window, bounds, lambda part: 0)
    assert lonely.lacks_clear
    assert lonely.read.shape == (1024, 1024)


def test_growth_ends_at_the_scene():
    bounds = Window(0, 0, 300, 200)
    window = FillWindow(0, bounds, bounds, bounds)
    assert with_clear_ground(window, bounds, lambda part: 0).lacks_clear
    assert with_clear_ground(window, bounds, lambda part: part.area) == window


def test_block_counts_bound_the_count():
    counts = BlockCounts(10, np.array([[1, 2], [4, 8]]))
    assert counts.at_most(Window(0, 0, 10, 10)) == 1
    assert counts.at_most(Window(0, 9, 10, 2)) == 3
    assert counts.at_most(Window(9, 9, 2, 2)) == counts.total == 15
