"""Where in a TIFF the pixels of a window lie: a walk along its directories, so that only those bytes are fetched.

TIFF 6.0 and BigTIFF. GDAL does the decoding (remote_raster.py); this tells which bytes it will ask for.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.grid import Window

ReadAt = Callable[[int, int], bytes]  # bytes of a file from an offset on, so many of them

LARGEST_ARRAY = 1 << 22  # entries of a directory's array: 2 million blocks are 700,000 x 700,000 pixels
MOST_DIRECTORIES = 64
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_CODES = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q"}
_KIND, _WIDTH, _HEIGHT, _SAMPLES, _ROWS, _PLANAR, _TILE_W, _TILE_H = 254, 256, 257, 277, 278, 284, 322, 323
_OFFSETS, _COUNTS = (324, 273), (325, 279)
_BESIDE = 8  # bytes before and after a block: of a COG, its size and its end once more


class _Damaged(Exception):
    """The bytes are no TIFF that can be walked along."""


@dataclass(frozen=True)
class Directory:
    """One image of a TIFF: the full one, an overview, or the mask of one of them.

    Args:
        overview: whether it is a smaller version of another.
        mask: whether it is a mask.
        height: rows.
        width: columns.
        block: (rows, cols) of a tile or strip.
        planes: 1, or the number of bands where each has blocks of its own.
        offsets: of the blocks, plane after plane.
        counts: their bytes.
    """

    overview: bool
    mask: bool
    height: int
    width: int
    block: tuple[int, int]
    planes: int
    offsets: np.ndarray
    counts: np.ndarray

    def blocks(self, window: Window) -> Iterator[tuple[int, int]]:
        """(start, stop) of the bytes of each block that the window touches."""
        rows, cols = self.block
        across, down = -(-self.width // cols), -(-self.height // rows)
        for plane in range(self.planes):
            for row in range(window.row // rows, -(-window.row_stop // rows)):
                for col in range(window.col // cols, -(-window.col_stop // cols)):
                    at = (plane * down + row) * across + col
                    if at < len(self.offsets) and self.counts[at] > 0:
                        start = int(self.offsets[at])
                        yield max(start - _BESIDE, 0), start + int(self.counts[at]) + _BESIDE


def directories(read_at: ReadAt, title: str) -> list[Directory]:
    """The images of a TIFF, in the order of the file.

    Args:
        read_at: reads the file; fewer bytes at its end.
        title: how to call it in messages.

    Raises:
        InputError: `source-content`.
    """
    try:
        return list(_walk(read_at))
    except (_Damaged, struct.error, KeyError, ValueError, OverflowError) as error:
        raise InputError(
            "source-content", f"{title} is no TIFF of which parts can be read.", "Leave that date out."
        ) from error


def merged(ranges: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    """Ranges in order, joined where no more than `gap` bytes lie between them."""
    out: list[tuple[int, int]] = []
    for start, stop in sorted(ranges):
        if out and start <= out[-1][1] + gap:
            out[-1] = out[-1][0], max(stop, out[-1][1])
        else:
            out.append((start, stop))
    return out


def _walk(read_at: ReadAt) -> Iterator[Directory]:
    head = read_at(0, 16)
    order = {b"II": "<", b"MM": ">"}.get(head[:2])
    if order is None:
        raise _Damaged
    (version,) = struct.unpack(order + "H", head[2:4])
    if version not in (42, 43):
        raise _Damaged
    big = version == 43
    (place,) = struct.unpack(order + ("Q" if big else "I"), head[8:16] if big else head[4:8])
    seen: set[int] = set()
    while place and len(seen) < MOST_DIRECTORIES:
        if place in seen:
            raise _Damaged
        seen.add(place)
        tags, place = _entries(read_at, place, order, big)
        if _WIDTH in tags:
            yield _directory(tags)
    if not seen:
        raise _Damaged


def _entries(read_at: ReadAt, place: int, order: str, big: bool) -> tuple[dict[int, np.ndarray], int]:
    """The numbers of a directory's tags, and the place of the next one."""
    length, step, inline = (8, 20, 8) if big else (2, 12, 4)
    (count,) = struct.unpack(order + ("Q" if big else "H"), read_at(place, length))
    if count > 4096:
        raise _Damaged
    body = read_at(place + length, count * step + inline)
    tags = {}
    for at in range(0, count * step, step):
        tag, kind, number = struct.unpack(order + ("HHQ" if big else "HHI"), body[at : at + step - inline])
        if number > LARGEST_ARRAY * 8:
            raise _Damaged
        size = _SIZES.get(kind, 1) * number
        held = body[at + step - inline : at + step]
        if size > inline:  # read even where nothing here asks for it: GDAL will
            held = read_at(struct.unpack(order + ("Q" if big else "I"), held)[0], size)
        if kind in _CODES:
            tags[tag] = np.frombuffer(held[:size], dtype=order + _CODES[kind])
    (following,) = struct.unpack(order + ("Q" if big else "I"), body[count * step : count * step + inline])
    return tags, following


def _directory(tags: dict[int, np.ndarray]) -> Directory:
    def number(tag: int, default: int) -> int:
        return int(tags[tag][0]) if tag in tags and len(tags[tag]) else default

    kind, width, height = number(_KIND, 0), number(_WIDTH, 0), number(_HEIGHT, 0)
    block = number(_TILE_H, 0) or min(number(_ROWS, height), height), number(_TILE_W, width)
    offsets = next((tags[tag] for tag in _OFFSETS if tag in tags), None)
    counts = next((tags[tag] for tag in _COUNTS if tag in tags), None)
    if offsets is None or counts is None or len(offsets) != len(counts) or min(width, height, *block) < 1:
        raise _Damaged
    planes = number(_SAMPLES, 1) if number(_PLANAR, 1) == 2 else 1
    return Directory(
        bool(kind & 1), bool(kind & 4), height, width, block, planes, offsets.astype(np.int64), counts.astype(np.int64)
    )
