"""Distances to what is known: exact, and the same bits wherever the array lies in memory."""

from __future__ import annotations

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.raster.distance import distance_to, within_square


def test_distances_are_exact_in_every_call(rng):
    known = rng.random((81, 77)) < 0.01
    exact = ndi.distance_transform_edt(~known).astype("f4")
    for size in range(1, 60):
        kept = np.empty(37 * size, np.uint8)  # so that the next arrays lie elsewhere
        np.testing.assert_array_equal(distance_to(known.copy()), exact)
        del kept


def test_where_nothing_is_known_all_is_far():
    assert distance_to(np.zeros((5, 7), bool)).min() > 1e6


def test_a_square_reaches_as_far_as_the_larger_of_rows_and_columns(rng):
    known = rng.random((200, 300)) < 0.002
    far = ndi.distance_transform_cdt(~known, metric="chessboard")
    for reach in (0, 1, 12.5, 25.0, 75.0, 1e4):
        np.testing.assert_array_equal(within_square(known, reach), far <= reach)
    assert not within_square(np.zeros((9, 9), bool), 100).any()
