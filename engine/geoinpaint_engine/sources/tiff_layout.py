"""Locates the pixels of a window in a TIFF by reading its directories, so that only their bytes are fetched.

TIFF 6.0 and BigTIFF. GDAL does the decoding (remote_raster.py); this finds the bytes that it will read.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.grid import Window

ReadAt = Callable[[int, int], bytes]  # (offset, number of bytes) -> bytes of a file

LARGEST_ARRAY = 1 << 22  # entries of a tag; 2 million blocks are 700,000 x 700,000 pixels
MOST_DIRECTORIES = 64
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_CODES = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q"}
_KIND, _WIDTH, _HEIGHT, _SAMPLES, _ROWS, _PLANAR, _TILE_W, _TILE_H = 254, 256, 257, 277, 278, 284, 322, 323
_OFFSETS, _COUNTS = (324, 273), (325, 279)
_BESIDE = 8  # bytes around a block: COGs store its size before, and repeat its last bytes behind


class _Unsupported(Exception):
    """The bytes are not a TIFF with a structure supported here."""


@dataclass(frozen=True)
class Directory:
    """One image of a TIFF: the full resolution, an overview, or a mask.

    Args:
        overview: whether it is a reduced version of another.
        mask: whether it is a mask.
        height: rows.
        width: columns.
        block: (rows, cols) of a tile or strip.
        planes: 1, or the number of bands if each has its own blocks.
        offsets: file offsets of the blocks, plane by plane.
        counts: sizes of the blocks in bytes.
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
        """Yields the byte range (start, stop) of each block that the window touches."""
        rows, cols = self.block
        across, down = -(-self.width // cols), -(-self.height // rows)
        for plane in range(self.planes):
            for row in range(window.row // rows, -(-window.row_stop // rows)):
                for col in range(window.col // cols, -(-window.col_stop // cols)):
                    index = (plane * down + row) * across + col
                    if index < len(self.offsets) and self.counts[index] > 0:
                        start = int(self.offsets[index])
                        yield max(start - _BESIDE, 0), start + int(self.counts[index]) + _BESIDE


def directories(read_at: ReadAt, title: str) -> list[Directory]:
    """The images of a TIFF, in file order.

    Args:
        read_at: reads bytes at an offset; returns fewer at the end of the file.
        title: name of the file for messages.

    Raises:
        InputError: `source-content`.
    """
    try:
        return list(_walk(read_at))
    except (_Unsupported, struct.error, KeyError, ValueError, OverflowError) as error:
        raise InputError(
            "source-content", f"{title} is not a TIFF that can be read in parts.", "Leave that date out."
        ) from error


def merged(ranges: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    """Sorts ranges, and joins those that are at most `gap` bytes apart."""
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(ranges):
        if joined and start <= joined[-1][1] + gap:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((start, stop))
    return joined


def _walk(read_at: ReadAt) -> Iterator[Directory]:
    head = read_at(0, 16)
    order = {b"II": "<", b"MM": ">"}.get(head[:2])
    if order is None:
        raise _Unsupported
    (version,) = struct.unpack(order + "H", head[2:4])
    if version not in (42, 43):
        raise _Unsupported
    big = version == 43
    (offset,) = struct.unpack(order + ("Q" if big else "I"), head[8:16] if big else head[4:8])
    seen: set[int] = set()
    while offset and len(seen) < MOST_DIRECTORIES:
        if offset in seen:
            raise _Unsupported
        seen.add(offset)
        tags, offset = _entries(read_at, offset, order, big)
        if _WIDTH in tags:
            yield _directory(tags)
    if not seen:
        raise _Unsupported


def _entries(read_at: ReadAt, offset: int, order: str, big: bool) -> tuple[dict[int, np.ndarray], int]:
    """The numeric tags of a directory, and the offset of the next directory (0 = none)."""
    length, step, inline = (8, 20, 8) if big else (2, 12, 4)
    (count,) = struct.unpack(order + ("Q" if big else "H"), read_at(offset, length))
    if count > 4096:
        raise _Unsupported
    body = read_at(offset + length, count * step + inline)
    tags = {}
    for position in range(0, count * step, step):
        tag, kind, entries = struct.unpack(order + ("HHQ" if big else "HHI"), body[position : position + step - inline])
        if entries > LARGEST_ARRAY * 8:
            raise _Unsupported
        size = _SIZES.get(kind, 1) * entries
        data = body[position + step - inline : position + step]
        if size > inline:  # read even if not used here, because GDAL will read it
            data = read_at(struct.unpack(order + ("Q" if big else "I"), data)[0], size)
        if kind in _CODES:
            tags[tag] = np.frombuffer(data[:size], dtype=order + _CODES[kind])
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
        raise _Unsupported
    planes = number(_SAMPLES, 1) if number(_PLANAR, 1) == 2 else 1
    return Directory(
        bool(kind & 1), bool(kind & 4), height, width, block, planes, offsets.astype(np.int64), counts.astype(np.int64)
    )
