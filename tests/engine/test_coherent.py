"""The fill along the lines of the image: what it solves, what it keeps, and that windows agree."""

import numpy as np
import pytest
from scipy import ndimage as ndi

from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.solvers import coherent, flow
from geoinpaint_engine.solvers.coherent import coherent_fill, conductances, structure_tensor
from geoinpaint_engine.solvers.flow import DOWN, DOWN_LEFT, DOWN_RIGHT, RIGHT, equations
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from tests.engine.chips import big_scene, chips_of, fill_by_windows, fit
from tests.engine.scenes import ArraySource, clouds, scene


def stripes(size, slope, bands=2):
    """Bands of ground 8 px wide that run `slope` rows down a column."""
    rows, cols = np.mgrid[:size, :size]
    wave = np.sin((rows - slope * cols) * np.pi / 8 / np.hypot(1, slope))
    return (2000 + 800 * wave[None] * np.arange(1, bands + 1)[:, None, None]).astype(np.float32)


def disc(size, radius):
    rows, cols = np.mgrid[:size, :size]
    return np.hypot(rows - size / 2, cols - size / 2) < radius


def rmse(filled, truth, hole):
    return float(np.sqrt(np.mean((filled - truth)[:, hole] ** 2)))


# between the 8 neighbours a line is carried on less well
@pytest.mark.parametrize(("slope", "share"), [(0.0, 0.5), (1.0, 0.5), (-1.0, 0.5), (0.5, 0.75), (1000.0, 0.5)])
def test_lines_go_on_through_the_hole_whatever_their_direction(slope, share):
    truth, hole = stripes(96, slope), disc(96, 14)
    filled = coherent_fill(np.where(hole, 0, truth), hole, ~hole)
    assert rmse(filled, truth, hole) < share * rmse(harmonic_fill(truth, hole, ~hole), truth, hole)


def test_each_value_is_the_weighted_mean_of_its_neighbours_also_at_nodata_and_edges():
    hole = clouds(40, 0.4)
    nodata = np.zeros_like(hole)
    nodata[8:12, 5:30] = True
    hole &= ~nodata
    clear = ~hole & ~nodata
    values = scene(40, bands=1)
    filled = coherent_fill(values, hole, clear)[0].astype(np.float64)
    inflow, total = np.zeros((40, 40)), np.zeros((40, 40))
    usable = (hole | clear).astype(np.float64)
    for (one, two), weight in conductances(structure_tensor(values, clear, hole)):
        for here, there in ((one, two), (two, one)):
            inflow[here] += weight * usable[there] * filled[there]
            total[here] += weight * usable[there]
    reached = hole & (np.abs(total) > 0)
    np.testing.assert_allclose((inflow / np.maximum(total, 1e-9))[reached], filled[reached], atol=0.01)


def test_no_value_leaves_the_range_of_the_edge_and_a_flat_edge_is_filled_exactly():
    hole = clouds(80, 0.4)
    values = scene(80)
    edge = ~hole & ndi.binary_dilation(hole, np.ones((3, 3)))
    filled = coherent_fill(values, hole, ~hole)
    for band, known in zip(filled[:, hole], values[:, edge], strict=True):
        assert known.min() - 0.01 <= band.min() < band.max() <= known.max() + 0.01
    flat = np.full((3, 80, 80), 1234.5, np.float32)
    np.testing.assert_array_equal(coherent_fill(flat, hole, ~hole), flat)


def test_the_unit_of_the_values_does_not_matter():
    hole = clouds(60, 0.3)
    values = scene(60)
    filled = coherent_fill(values, hole, ~hole)
    tiny = coherent_fill(values * np.float32(1e-4) - np.float32(0.1), hole, ~hole)
    np.testing.assert_allclose((tiny + 0.1) * 1e4, filled, atol=0.5)


def test_multigrid_is_within_a_twentieth_of_a_dn_of_the_direct_solution(monkeypatch):
    hole, values = clouds(200, 0.5, smooth=8), stripes(200, 0.4) + 0.2 * scene(200)
    exact = coherent_fill(values, hole, ~hole)
    monkeypatch.setattr(flow, "DIRECT_PIXELS", 100)
    fast = coherent_fill(values, hole, ~hole)
    assert 0 < np.abs(fast - exact).max() < 0.05


def test_corners_join_and_what_is_cut_off_takes_the_nearest_value():
    values = np.full((1, 20, 20), 7.0, np.float32)
    hole, clear = np.zeros((20, 20), bool), np.zeros((20, 20), bool)
    clear[:5, :5] = True
    hole[5:8, 5:8] = True  # touches the clear ground at a corner
    hole[12:15, 12:15] = True  # touches nothing
    filled = coherent_fill(values, hole, clear)
    np.testing.assert_array_equal(filled[0, hole], 7.0)
    assert np.isnan(coherent_fill(values, hole, np.zeros_like(clear))[0, hole]).all()


def test_values_given_where_the_hole_goes_on_are_kept():
    values, hole = stripes(64, 0.5), np.zeros((64, 64), bool)
    hole[20:44] = True
    edge = np.full(values.shape, np.nan, np.float32)
    edge[:, 20:44, -1] = 3000.0
    filled = coherent_fill(values, hole, ~hole, edge=edge)
    np.testing.assert_array_equal(filled[:, 20:44, -1], 3000.0)
    without = coherent_fill(values, hole, ~hole)
    assert np.abs(filled - without)[:, 20:44, -4].max() > 10
    assert np.abs(filled - without)[:, :, :12].max() < 10


def test_holes_larger_than_a_window_are_near_the_exact_solution_in_any_order(monkeypatch):
    size, tile, halo = 288, 96, 64
    chip, _ = big_scene(size, 0.6)
    monkeypatch.setattr("geoinpaint_engine.methods.classical.base.BLOCK", 100)
    source = ArraySource(chip)
    method = fit("coherent", source, chips_of(source, tile, halo), overview_pixels=size * size // 9)
    assert method.solved_beyond_windows
    got = fill_by_windows(method, source, tile, halo)
    exact = classical_fill("coherent").fill(chip)
    plain = classical_fill("harmonic").fill(chip)
    # the directions in a hole that goes on are not known to a window: a tenth of what they change
    assert rmse(got, exact, chip.hole) < 0.1 * rmse(plain, exact, chip.hole)
    np.testing.assert_array_equal(fill_by_windows(method, source, tile, halo, order=-1), got)


def test_equations_are_symmetric_and_keep_to_the_type():
    hole, weight = clouds(30, 0.4), np.random.default_rng(0).uniform(0.1, 1, (30, 30)).astype(np.float32)
    links = [(pair, weight[pair[0]]) for pair in (DOWN, RIGHT, DOWN_RIGHT, DOWN_LEFT)]
    for kind in (np.float32, np.float64):
        matrix, right = equations(scene(30).astype(kind), hole, ~hole, links, leak=0.01)
        assert matrix.dtype == right.dtype == kind
        assert abs(matrix - matrix.T).max() == 0
        # all that flows out of a pixel, but for the known and the leak, flows into another
        assert (np.asarray(matrix.sum(axis=1)).ravel() > 0).all()


def test_conductances_stay_within_their_range_where_rounding_leaves_next_to_nothing():
    # what a solver leaves of a flat tensor: eigenvalues of either sign that cancel but for a last bit
    xx = np.full((9, 9), 1e-3, np.float32)
    tensor = np.stack([xx, np.zeros_like(xx), np.nextafter(-xx, np.float32(0), dtype=np.float32)])
    assert (tensor[0] + tensor[2] > 0).all()
    most = np.exp(coherent.LINES.strength) * 1.001
    for _, weight in conductances(tensor):
        assert 0.5 / most < weight.min() <= weight.max() < most


def test_ground_without_direction_spreads_evenly():
    links = conductances(np.zeros((3, 9, 9), np.float32))
    assert [float(weight.max()) for _, weight in links] == [1.0, 1.0, 0.5, 0.5]
    assert coherent.LINES.reach == 16
