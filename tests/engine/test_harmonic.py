import numpy as np
import pytest
from scipy import ndimage as ndi
from scipy.sparse.linalg import spsolve

from geoinpaint_engine.solvers import flow, harmonic
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from tests.engine.scenes import clouds, scene


def plane(rows, cols):
    r, c = np.mgrid[:rows, :cols]
    return np.stack([10.0 * r + 3.0 * c, 500.0 - 7.0 * r]).astype(np.float32)


def test_a_plane_is_filled_exactly_and_the_rest_is_untouched():
    values = plane(40, 50)
    hole = clouds(60, 0.3)[5:45, 5:55]
    hole[[0, -1]] = hole[:, [0, -1]] = False
    spoilt = values.copy()
    spoilt[:, hole] = 9000
    filled = harmonic_fill(spoilt, hole, ~hole)
    assert filled.dtype == np.float32
    np.testing.assert_allclose(filled, values, atol=1e-2)
    np.testing.assert_array_equal(filled[:, ~hole], values[:, ~hole])


def test_every_value_is_the_mean_of_its_neighbours_also_at_nodata_and_edges():
    hole = clouds(24, 0.5)
    nodata = np.zeros_like(hole)
    nodata[8:12, 5:20] = True
    hole &= ~nodata
    clear = ~hole & ~nodata
    values = scene(24, bands=1)
    values[:, nodata] = -1e6
    filled = harmonic_fill(values, hole, clear)
    used = harmonic.reached_from(hole, clear)
    known = used | clear
    for row, col in np.argwhere(used):
        beside = [(row + r, col + c) for r, c in ((0, 1), (1, 0), (0, -1), (-1, 0))]
        around = [filled[0, r, c] for r, c in beside if 0 <= r < 24 and 0 <= c < 24 and known[r, c]]
        assert filled[0, row, col] == pytest.approx(np.mean(around, dtype=np.float64), abs=0.01)


@pytest.mark.parametrize("share", [0.1, 0.6])
def test_multigrid_is_within_a_twentieth_of_a_dn_of_the_direct_solution(monkeypatch, share):
    hole = clouds(220, share, smooth=5)
    hole[100:180, 30:200] = True
    clear = ~hole
    clear[:40, :90] = False  # nodata with holes at its edge
    values = scene(220, bands=5)
    reached = hole & harmonic.reached_from(hole, clear)
    matrix, _ = flow.equations(values.astype(float), reached, clear, flow.even(hole.shape))
    assert abs(matrix - matrix.T).max() == 0
    exact = harmonic_fill(values, hole, clear)
    monkeypatch.setattr(flow, "DIRECT_PIXELS", 100)
    fast = harmonic_fill(values, hole, clear)
    assert 0 < np.abs(fast - exact).max() < 0.05


def test_direct_solution_solves_the_equations():
    hole = clouds(30, 0.4)
    values = scene(30, bands=1)
    matrix, _ = flow.equations(values.astype(float), hole, ~hole, flow.even(hole.shape))
    right = np.zeros((30, 30))
    shown = np.where(hole, 0, values[0].astype(float))
    right[1:] += shown[:-1]
    right[:-1] += shown[1:]
    right[:, 1:] += shown[:, :-1]
    right[:, :-1] += shown[:, 1:]
    expected = spsolve(matrix.tocsc(), right[hole])
    np.testing.assert_allclose(harmonic_fill(values, hole, ~hole)[0, hole], expected, atol=1e-2)


def test_parts_cut_off_by_nodata_take_the_nearest_value_or_stay_unknown():
    values = plane(12, 20)[:1]
    clear = np.zeros((12, 20), bool)
    clear[:, :4] = True
    hole = np.zeros_like(clear)
    hole[2:10, 6:15] = True
    filled = harmonic_fill(values, hole, clear)
    np.testing.assert_array_equal(filled[0, 5, 6:15], np.full(9, values[0, 5, 3]))
    assert np.isnan(harmonic_fill(values, hole, clear, nearest=False)[:, hole]).all()
    assert np.isnan(harmonic_fill(values, hole, np.zeros_like(clear))[:, hole]).all()


def test_values_that_are_not_finite_are_not_learned_from():
    values = plane(20, 20)
    hole = np.zeros((20, 20), bool)
    hole[5:15, 5:15] = True
    values[:, hole] = np.nan
    values[0, 4, 8] = np.inf
    values[1, 10, 15] = np.nan
    filled = harmonic_fill(values, hole, ~hole)
    assert np.isfinite(filled[:, hole]).all()
    np.testing.assert_allclose(filled[:, hole], plane(20, 20)[:, hole], atol=12)


def test_nothing_to_fill_is_returned_as_it_is():
    values = plane(8, 9)
    np.testing.assert_array_equal(harmonic_fill(values, np.zeros((8, 9), bool), np.ones((8, 9), bool)), values)


@pytest.mark.slow
def test_a_hole_of_a_million_pixels_in_four_bands():
    hole = clouds(1440, 0.5, smooth=25)
    values = scene(1440, bands=4)
    filled = harmonic_fill(values, hole, ~hole)
    around = sum(np.roll(filled, shift, axis) for shift in (1, -1) for axis in (1, 2)) / 4
    inner = ndi.binary_erosion(hole)
    inner[[0, -1]] = inner[:, [0, -1]] = False
    assert np.abs(filled - around)[:, inner].max() < 0.01
