import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize

from geoinpaint_engine.raster.shapes import clipped, densified, moved, polygons_of_wkb


def ring_wkb(order, ring):
    return struct.pack(order + "I", len(ring)) + np.asarray(ring, dtype=order + "f8").tobytes()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("code", "dimensions"), [(3, 2), (1003, 3), (2003, 3), (3003, 4), (0x80000003, 3)])
def test_polygons_in_every_dialect(order, code, dimensions):
    generator = np.random.default_rng(0)
    rings = [generator.random((5, dimensions)) for _ in range(2)]
    wkb = struct.pack(order + "BII", order == "<", code, 2) + b"".join(ring_wkb(order, ring) for ring in rings)
    (polygon,) = polygons_of_wkb(wkb)
    for found, ring in zip(polygon, rings, strict=True):
        np.testing.assert_array_equal(found, ring[:, :2])


def test_collections_points_and_rubbish():
    square = struct.pack("<BII", 1, 3, 1) + ring_wkb("<", [(0, 0), (1, 0), (1, 1), (0, 0)])
    point = struct.pack("<BIdd", 1, 1, 5, 6)
    line = struct.pack("<BIIdddd", 1, 2, 2, 1, 2, 3, 4)
    collection = struct.pack("<BII", 1, 7, 4) + point + square + line + square
    assert len(polygons_of_wkb(collection)) == 2
    assert polygons_of_wkb(struct.pack("<BII", 1, 3, 0)) == []
    for bad in (b"", b"\x01", square[:-3], struct.pack("<BII", 1, 99, 0), struct.pack("<BIII", 1, 3, 1, 10**9)):
        with pytest.raises(ValueError):
            polygons_of_wkb(bad)


def raster_of(polygon):
    if not polygon:
        return np.zeros((20, 20), dtype=np.uint8)
    return rasterize([{"type": "Polygon", "coordinates": [ring.tolist() for ring in polygon]}], out_shape=(20, 20))


@given(st.lists(st.tuples(st.floats(-30, 50), st.floats(-30, 50)), min_size=3, max_size=9))
@settings(max_examples=150, deadline=None)
def test_clipping_changes_nothing_inside_the_box(points):
    # moved unevenly, so that no edge between round numbers runs through the centres of pixels
    ring = np.array([*points, points[0]]) + np.array((0.123456, 0.345678))
    cut = clipped([ring], (-2.0, -2.0, 22.0, 22.0))
    for part in cut:
        assert part.min() >= -2
        assert part.max() <= 22
    assert (raster_of(cut) != raster_of([ring])).sum() <= 1  # an edge that just misses a centre may move by 1e-15


def test_far_polygons_vanish_and_holes_survive():
    square = np.array([(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)], dtype=float)
    assert clipped([square + 50], (-1, -1, 10, 10)) == []
    inner = square / 3 + 3
    assert len(clipped([square, inner], (-1, -1, 10, 10))) == 2
    assert len(clipped([square, inner + 50], (-1, -1, 10, 10))) == 1


def test_densified_edges_keep_the_line():
    ring = np.array([(0, 0), (10, 0), (10, 3), (0, 0)], dtype=float)
    dense = densified(ring, 1.0)
    assert np.hypot(*np.diff(dense, axis=0).T).max() <= 1 + 1e-9
    for corner in ring:
        assert (dense == corner).all(axis=1).any()
    np.testing.assert_array_equal(densified(ring, 100.0), ring)


def test_what_cannot_be_mapped_is_left_out():
    square = np.array([(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)], dtype=float)
    assert moved([square], lambda points: points + np.inf) == []
    assert len(moved([square, square / 2], lambda points: points + 1)) == 2
