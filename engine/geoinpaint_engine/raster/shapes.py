"""Polygons of vector files: parsed from WKB, cut to a box, split into short edges, brought into pixel coordinates."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np

Ring = np.ndarray  # (points, 2) float64 x and y; first point = last point
Polygon = list[Ring]  # the outline, then its holes

MAX_PIECES = 10_000  # of an edge: what is longer than that many steps is no edge on this earth

_POLYGON, _MULTI, _COLLECTION, _SURFACE, _TIN, _TRIANGLE = 3, 6, 7, 15, 16, 17


def polygons_of_wkb(wkb: bytes) -> list[Polygon]:
    """All polygons in a WKB geometry (ISO, EWKB or old 2.5D; either byte order); points and lines have none.

    Raises:
        ValueError: not WKB, or cut short.
    """
    try:
        return _parse(wkb, 0)[0]
    except struct.error as error:
        raise ValueError("geometry cut short") from error
    except RecursionError as error:
        raise ValueError("geometries lie too deep within each other") from error


def _parse(wkb: bytes, at: int) -> tuple[list[Polygon], int]:
    order = "<" if wkb[at : at + 1] == b"\x01" else ">"
    (code,) = struct.unpack_from(order + "I", wkb, at + 1)
    at += 5
    flags, code = code & 0xE0000000, code & 0x1FFFFFFF
    kind, iso = code % 1000, code // 1000
    dimensions = 2 + (bool(flags & 0x80000000) or iso in (1, 3)) + (bool(flags & 0x40000000) or iso in (2, 3))
    if flags & 0x20000000:  # EWKB: a reference-system number follows
        at += 4
    if kind in (_POLYGON, _TRIANGLE):
        return _parse_polygon(wkb, at, order, dimensions)
    if kind == 1:
        return [], at + 8 * dimensions
    (count,) = struct.unpack_from(order + "I", wkb, at)
    at += 4
    if kind == 2:
        return [], at + 8 * dimensions * count
    if kind not in (4, 5, _MULTI, _COLLECTION, _SURFACE, _TIN):
        raise ValueError(f"geometry type {kind} is not supported")
    found: list[Polygon] = []
    for _ in range(count):
        parts, at = _parse(wkb, at)
        found += parts
    return found, at


def _parse_polygon(wkb: bytes, at: int, order: str, dimensions: int) -> tuple[list[Polygon], int]:
    (rings,) = struct.unpack_from(order + "I", wkb, at)
    at += 4
    polygon: Polygon = []
    for _ in range(rings):
        (points,) = struct.unpack_from(order + "I", wkb, at)
        at += 4
        if at + points * dimensions * 8 > len(wkb):
            raise ValueError("geometry cut short")
        numbers = np.frombuffer(wkb, dtype=order + "f8", count=points * dimensions, offset=at)
        polygon.append(numbers.reshape(points, dimensions)[:, :2].astype(np.float64))
        at += points * dimensions * 8
    return ([polygon] if polygon and len(polygon[0]) >= 4 else []), at


def clipped(polygon: Polygon, box: tuple[float, float, float, float]) -> Polygon:
    """The polygon cut to (xmin, ymin, xmax, ymax), edge by edge of the box (Sutherland and Hodgman 1974).

    Parts may stay joined by edges along the box, which do not matter where the box is larger than what is drawn.
    Empty where nothing is left.
    """
    xmin, ymin, xmax, ymax = box
    rings = []
    for number, ring in enumerate(polygon):
        points = ring[:-1]
        for axis, limit, sign in ((0, xmin, 1.0), (0, xmax, -1.0), (1, ymin, 1.0), (1, ymax, -1.0)):
            points = _cut(points, axis, limit, sign)
        if len(points) >= 3:
            rings.append(np.vstack([points, points[:1]]))
        elif number == 0:
            return []
    return rings


def _cut(points: np.ndarray, axis: int, limit: float, sign: float) -> np.ndarray:
    """An open ring cut to one side of an axis-parallel line: sign * (coordinate - limit) >= 0."""
    if len(points) == 0:
        return points
    side = sign * (points[:, axis] - limit)
    inside = side >= 0
    if inside.all():
        return points
    if not inside.any():
        return points[:0]
    following = np.roll(points, -1, axis=0)
    crosses = inside != np.roll(inside, -1)
    share = np.zeros(len(points))
    share[crosses] = side[crosses] / (side[crosses] - np.roll(side, -1)[crosses])
    crossing = points + share[:, None] * (following - points)
    crossing[:, axis] = limit
    both = np.stack([points, crossing], axis=1).reshape(-1, 2)
    return both[np.stack([inside, crosses], axis=1).reshape(-1)]


def densified(ring: Ring, longest: float) -> Ring:
    """The ring with points added so that no edge is longer than `longest`: straight edges bend when reprojected."""
    steps = np.diff(ring, axis=0)
    pieces = np.clip(np.ceil(np.hypot(steps[:, 0], steps[:, 1]) / longest), 1, MAX_PIECES).astype(np.int64)
    if pieces.max(initial=1) == 1:
        return ring
    edge = np.repeat(np.arange(len(pieces)), pieces)
    first = np.repeat(np.cumsum(pieces) - pieces, pieces)
    share = (np.arange(len(edge)) - first) / pieces[edge]
    return np.vstack([ring[edge] + share[:, None] * steps[edge], ring[-1:]])


def moved(polygon: Polygon, transform: Callable[[np.ndarray], np.ndarray]) -> Polygon:
    """The polygon with each ring's points mapped, rings with a point that cannot be mapped left out."""
    rings = []
    for number, ring in enumerate(polygon):
        points = transform(ring)
        if np.isfinite(points).all():
            rings.append(points)
        elif number == 0:
            return []
    return rings
