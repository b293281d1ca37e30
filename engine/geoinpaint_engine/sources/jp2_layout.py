"""Locates the tiles of a window in a JPEG 2000 file, so that only their bytes are fetched.

ISO/IEC 15444-1: boxes of annex I, codestream of annex A. GDAL does the decoding (remote_raster.py); tiles are fetched
whole. Sentinel-2 files have no tile index, so the headers of all tiles before the last one needed are read one after
the other.
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


class _Unsupported(Exception):
    """The bytes are not a JPEG 2000 file with a structure supported here."""


@dataclass(frozen=True)
class Tiling:
    """Layout of the tiles, in pixels of the reference grid, and byte range of the tile parts in the file."""

    width: int
    height: int
    tile_width: int
    tile_height: int
    first: int
    end: int

    def tiles(self, window: Window) -> set[int]:
        """Numbers of the tiles that a window touches."""
        across = -(-self.width // self.tile_width)
        rows = range(window.row // self.tile_height, -(-window.row_stop // self.tile_height))
        cols = range(window.col // self.tile_width, -(-window.col_stop // self.tile_width))
        return {row * across + col for row in rows for col in cols}


def tile_ranges(read_at: ReadAt, size: int, window: Window, title: str) -> list[tuple[int, int]]:
    """Byte ranges (start, stop) of all parts of the tiles that a window touches.

    Args:
        read_at: reads bytes at an offset; returns fewer at the end of the file.
        size: file size in bytes.
        window: window in pixels of the full image.
        title: name of the file for messages.

    Raises:
        InputError: `source-content`.
    """
    try:
        tiling = _tiling(read_at, size)
        wanted, ranges = tiling.tiles(window), []
        remaining = {tile: -1 for tile in wanted}  # remaining parts of each tile; -1 = unknown
        for tile, start, stop, parts in _tile_parts(read_at, tiling):
            if tile not in wanted:
                continue
            ranges.append((start, stop + SOT_BYTES))  # a decoder checks whether the next part belongs to the same tile
            known = remaining[tile]
            remaining[tile] = (parts if known < 0 else known) - 1 if parts or known > 0 else -1
            if not any(remaining.values()):
                break
        return ranges
    except (_Unsupported, struct.error) as error:
        raise InputError(
            "source-content", f"{title} is not a JPEG 2000 file that can be read in parts.", "Leave that date out."
        ) from error


def _tiling(read_at: ReadAt, size: int) -> Tiling:
    begin, end = _codestream(read_at, size)
    marker, code, length = struct.unpack(">HHH", read_at(begin, 6))
    if (marker, code) != (SOC, SIZ):
        raise _Unsupported
    _, right, bottom, left, top, tile_width, tile_height, tile_left, tile_top = struct.unpack(
        ">H8I", read_at(begin + 6, 34)
    )
    if left or top or tile_left or tile_top or not (right and bottom and tile_width and tile_height):
        raise _Unsupported  # Sentinel-2 images and tiles start at the origin
    offset = begin + 4 + length
    for _ in range(MOST_MARKERS):
        code, length = struct.unpack(">HH", read_at(offset, 4))
        if code == SOT:
            return Tiling(right, bottom, tile_width, tile_height, offset, end)
        offset += 2 + length
    raise _Unsupported


def _codestream(read_at: ReadAt, size: int) -> tuple[int, int]:
    """Start and stop of the codestream in the file."""
    offset = 0
    if read_at(0, 2) == struct.pack(">H", SOC):
        return 0, size
    for _ in range(MOST_BOXES):
        length, kind = struct.unpack(">I4s", read_at(offset, 8))
        head = 8
        if length == 1:
            (length,), head = struct.unpack(">Q", read_at(offset + 8, 8)), 16
        stop = offset + length if length else size
        if kind == CODESTREAM:
            return offset + head, min(stop, size)
        if stop <= offset:
            break
        offset = stop
    raise _Unsupported


def _tile_parts(read_at: ReadAt, tiling: Tiling) -> Iterator[tuple[int, int, int, int]]:
    """Yields (tile, start, stop, number of its parts or 0 if unknown) of each tile part, in file order."""
    offset = tiling.first
    for _ in range(MOST_TILES):
        head = read_at(offset, SOT_BYTES)
        if len(head) < SOT_BYTES:
            return
        code, _, tile, length, _, parts = struct.unpack(">HHHIBB", head)
        if code != SOT:
            return
        stop = offset + length if length else tiling.end
        if not offset + SOT_BYTES <= stop <= tiling.end:
            raise _Unsupported
        yield tile, offset, stop, parts
        offset = stop
