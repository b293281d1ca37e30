"""Distances to what is known: exact, and the same bits wherever the array lies in memory."""

from __future__ import annotations

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.raster.distance import distance_to, within_reach


def test_distances_are_exact_in_every_call(rng):
    known = rng.random((81, 77)) < 0.01
    exact = ndi.distance_transform_edt(~known).astype("f4")
    for size in range(1, 60):
        kept = np.empty(37 * size, np.uint8)  # so that the next arrays lie elsewhere
        np.testing.assert_array_equal(distance_to(known.copy()), exact)
        del kept


def test_where_nothing_is_known_all_is_far():
    assert distance_to(np.zeros((5, 7), bool)).min() > 1e6


def test_what_is_within_reach_is_as_far_as_the_distances_tell(rng):
    known = rng.random((200, 300)) < 0.002
    for reach in (0, 1, 5, 12.5, 25.0, 75.0):  # 5, 25, 75: distances of whole pixels too
        np.testing.assert_array_equal(within_reach(known, reach), distance_to(known) <= reach)
    assert not within_reach(np.zeros((9, 9), bool), 100).any()
