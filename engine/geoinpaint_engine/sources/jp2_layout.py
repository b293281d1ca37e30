"""Where in a JPEG 2000 file the tiles of a window lie: a walk from tile to tile, so that only those bytes are fetched.

ISO/IEC 15444-1: the boxes of annex I, the codestream of annex A. GDAL does the decoding (remote_raster.py); a tile is
read as a whole. Sentinel-2's files have no index of their tiles, so each tile before the last wanted one is stepped
over, a few bytes at its beginning.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.sources.tiff_layout import ReadAt

CODESTREAM = b"jp2c"
SOC, SIZ, SOT, SOD = 0xFF4F, 0xFF51, 0xFF90, 0xFF93
MOST_BOXES, MOST_MARKERS, MOST_TILES = 64, 4096, 65_535
SOT_BYTES = 12


class _Damaged(Exception):
    """The bytes are no JPEG 2000 that can be walked along."""


@dataclass(frozen=True)
class Tiling:
    """How an image is cut into tiles, in pixels of its reference grid, and where in the file the first one begins."""

    width: int
    height: int
    tile_width: int
    tile_height: int
    first: int
    end: int

    def tiles(self, window: Window) -> set[int]:
        """The numbers of the tiles that a window touches."""
        across = -(-self.width // self.tile_width)
        rows = range(window.row // self.tile_height, -(-window.row_stop // self.tile_height))
        cols = range(window.col // self.tile_width, -(-window.col_stop // self.tile_width))
        return {row * across + col for row in rows for col in cols}


def tile_ranges(read_at: ReadAt, size: int, window: Window, title: str) -> list[tuple[int, int]]:
    """(start, stop) of the bytes of each tile that a window touches.

    Args:
        read_at: reads the file; fewer bytes at its end.
        size: of the file in bytes.
        window: in pixels of the full image.
        title: how to call it in messages.

    Raises:
        InputError: `source-content`.
    """
    try:
        tiling = _tiling(read_at, size)
        wanted, out = tiling.tiles(window), []
        left = {tile: -1 for tile in wanted}  # parts of a tile that are still to come; -1 = not known
        for tile, start, stop, parts in _tile_parts(read_at, tiling):
            if tile not in wanted:
                continue
            out.append((start, stop + SOT_BYTES))  # a decoder looks whether the next part is the same tile's
            before = left[tile]
            left[tile] = (parts if before < 0 else before) - 1 if parts or before > 0 else -1
            if not any(left.values()):
                break
        return out
    except (_Damaged, struct.error) as error:
        raise InputError(
            "source-content", f"{title} is no JPEG 2000 of which parts can be read.", "Leave that date out."
        ) from error


def _tiling(read_at: ReadAt, size: int) -> Tiling:
    begin, end = _codestream(read_at, size)
    marker, code, length = struct.unpack(">HHH", read_at(begin, 6))
    if (marker, code) != (SOC, SIZ):
        raise _Damaged
    _, right, bottom, left, top, tile_width, tile_height, tile_left, tile_top = struct.unpack(
        ">H8I", read_at(begin + 6, 34)
    )
    if left or top or tile_left or tile_top or not (right and bottom and tile_width and tile_height):
        raise _Damaged  # an image that does not begin where its tiles do is none of Sentinel-2's
    at = begin + 4 + length
    for _ in range(MOST_MARKERS):
        code, length = struct.unpack(">HH", read_at(at, 4))
        if code == SOT:
            return Tiling(right, bottom, tile_width, tile_height, at, end)
        at += 2 + length
    raise _Damaged


def _codestream(read_at: ReadAt, size: int) -> tuple[int, int]:
    """Where the codestream begins and ends."""
    at = 0
    if read_at(0, 2) == struct.pack(">H", SOC):
        return 0, size
    for _ in range(MOST_BOXES):
        length, kind = struct.unpack(">I4s", read_at(at, 8))
        head = 8
        if length == 1:
            (length,), head = struct.unpack(">Q", read_at(at + 8, 8)), 16
        stop = at + length if length else size
        if kind == CODESTREAM:
            return at + head, min(stop, size)
        if stop <= at:
            break
        at = stop
    raise _Damaged


def _tile_parts(read_at: ReadAt, tiling: Tiling) -> Iterator[tuple[int, int, int, int]]:
    """(tile, start, stop, number of its parts or 0) of each part of a tile, in the file's order."""
    at = tiling.first
    for _ in range(MOST_TILES):
        head = read_at(at, SOT_BYTES)
        if len(head) < SOT_BYTES:
            return
        code, _, tile, length, _, parts = struct.unpack(">HHHIBB", head)
        if code != SOT:
            return
        stop = at + length if length else tiling.end
        if not at + SOT_BYTES <= stop <= tiling.end:
            raise _Damaged
        yield tile, at, stop, parts
        at = stop
