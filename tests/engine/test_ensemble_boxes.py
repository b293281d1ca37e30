"""Boxes around the pixels that a fill depends on."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.ndimage as ndi

from geoinpaint_engine.methods.ensemble.boxes import ALIGNED, boxes_of


@pytest.mark.parametrize("share", [1e-4, 4e-4, 2e-3, 1.0])
def test_boxes_hold_every_pixel_once_and_begin_where_cells_do(rng, share):
    pixels = ndi.binary_dilation(rng.random((301, 419)) < share, iterations=12)
    boxes = boxes_of(pixels)
    held = np.zeros(pixels.shape, int)
    for rows, cols in boxes:
        held[rows, cols] += 1
        assert pixels[rows, cols].any()
        assert rows.start % ALIGNED == cols.start % ALIGNED == 0
        assert rows.stop % ALIGNED == 0 or rows.stop == 301
        assert cols.stop % ALIGNED == 0 or cols.stop == 419
    assert held.max() == 1
    assert held[pixels].all()


def test_pieces_that_are_far_apart_are_cut_off_and_others_are_not():
    pixels = np.zeros((200, 300), bool)
    pixels[10:30, 10:30] = pixels[100:120, 12:40] = pixels[100:120, 250:270] = pixels[130:140, 251:260] = True
    found = [(rows.start, rows.stop, cols.start, cols.stop) for rows, cols in boxes_of(pixels)]
    assert sorted(found) == [(8, 32, 8, 32), (96, 120, 8, 40), (96, 144, 248, 272)]
    assert boxes_of(np.zeros((20, 20), bool)) == []
