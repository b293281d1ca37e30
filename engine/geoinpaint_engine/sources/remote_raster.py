"""Reads a window of a remote raster into a small file: only its bytes are fetched, and GDAL decodes them.

GDAL itself asks no server: the bytes that a window needs (tiff_layout.py) are laid at their own places in an otherwise
empty local file, which it opens as what it is. The network stays shut for whatever a file may point to.
"""

from __future__ import annotations

import hashlib
import math
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import rasterio
from rasterio.enums import MaskFlags
from rasterio.windows import Window as RasterioWindow

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.align import bounds_in, whole_pixel_shift
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import gdal_env, open_raster, reading
from geoinpaint_engine.raster.scene import grid_of
from geoinpaint_engine.sources.jp2_layout import tile_ranges
from geoinpaint_engine.sources.secrets import unsigned
from geoinpaint_engine.sources.tiff_layout import directories, merged
from geoinpaint_engine.sources.transport import Transport

FIRST_BYTES = 1 << 15  # that are fetched to begin with: of most files they hold every directory
OF_OVERVIEWS = 1 << 17  # where an overview is wanted: of a COG the smallest ones come right behind
STEP = 1 << 15  # bytes of any further look at a directory
GAP = 1 << 17  # bytes fetched for nothing rather than in one request more: a tenth of a second at 1 MB/s
AT_ONCE = 1 << 24  # bytes of one request, which are held in memory
HOP = 1 << 11  # bytes of a look at the beginning of a tile
WHOLE = 1 << 21  # bytes of a JPEG 2000 that is fetched whole: stepping over its tiles would take longer
ROWS = 512  # read and written at once
PADDING = 8  # pixels around what the scene covers, for interpolation


@dataclass(frozen=True)
class Chip:
    """A window of a raster as a small GeoTIFF.

    Args:
        path: the file, in the raster's own CRS, values and pixels (or an overview's).
        bands: of the raster, 1-based, in the file's order.
    """

    path: Path
    bands: tuple[int, ...]


class SparseFile:
    """The parts of a remote file that have been fetched, each at its own place in a local file.

    Args:
        path: the local file, made here.
        url: the remote one.
        transport: fetches.
        first: bytes that are fetched to begin with.
    """

    def __init__(self, path: Path, url: str, transport: Transport, first: int = FIRST_BYTES) -> None:
        self._url, self._transport = url, transport
        self._held: list[tuple[int, int]] = []
        head = transport.head(url, first)
        self.size = head.size
        self._stream = path.open("wb+")
        self._put(0, head.data)
        try:
            self._stream.truncate(self.size)
        except (OSError, OverflowError) as error:
            self._stream.close()
            raise InputError(
                "source-content", f"{_name(url)} is said to have {self.size:,} bytes, more than a file can have.",
                "Leave that date out.",
            ) from error  # fmt: skip

    def __enter__(self) -> SparseFile:
        return self

    def __exit__(self, *exception: object) -> None:
        self._stream.close()

    def read_at(self, offset: int, length: int) -> bytes:
        """Bytes, fetched first where they are not held."""
        if offset >= self.size:
            return b""
        self.hold([(offset, offset + length)], step=STEP)
        self._stream.seek(offset)
        return self._stream.read(length)

    def peek(self, offset: int, length: int) -> bytes:
        """Bytes as `read_at`, where they are few and the next ones are far away."""
        self.hold([(offset, min(offset + length, self.size))], step=HOP)
        self._stream.seek(offset)
        return self._stream.read(length) if offset < self.size else b""

    def hold(self, ranges: list[tuple[int, int]], *, step: int = 1) -> None:
        """Fetches those of the ranges that are not held, in as few requests as is sensible."""
        missing = [part for start, stop in ranges for part in self._missing(start, min(stop, self.size))]
        for start, stop in merged(missing, GAP):
            for at in range(start, stop, AT_ONCE):
                until = min(max(min(at + AT_ONCE, stop), at + step), self.size)
                part = self._transport.part(self._url, at, until)
                if part.size != self.size:
                    raise InputError(
                        "source-content", f"{_name(self._url)} has changed while it was read.", "Run the command again."
                    )
                self._put(at, part.data)
        self._stream.flush()

    def _missing(self, start: int, stop: int) -> list[tuple[int, int]]:
        out = []
        for held_start, held_stop in self._held:
            if held_stop <= start or held_start >= stop:
                continue
            if held_start > start:
                out.append((start, held_start))
            start = max(start, held_stop)
        return [*out, (start, stop)] if start < stop else out

    def _put(self, start: int, data: bytes) -> None:
        self._stream.seek(start)
        self._stream.write(data)
        self._held = merged([*self._held, (start, start + len(data))], 0)


def remote_chip(
    url: str,
    grid: Grid,
    folder: Path,
    transport: Transport,
    *,
    bands: tuple[int, ...] = (),
    finest: float = 0.0,
    kind: str = "",
    sign: Callable[[str], str] = lambda url: url,
) -> Chip | None:
    """What of a remote raster lies on the scene's grid, with some pixels around it; None where nothing does.

    A chip that is there already is not fetched again.

    Args:
        url: of a TIFF or JPEG 2000; or the path of a local raster.
        grid: the scene's.
        folder: where chips are kept.
        transport: fetches.
        bands: 1-based; none = all.
        finest: side of a pixel in units of `grid` below which an overview does; 0 = full resolution.
        kind: how the chip's name begins, so that some can be kept longer than others.
        sign: makes the address valid, just before it is asked.

    Raises:
        InputError: `source-content`, `source-denied`, ..., `raster-unreadable`.
        ResourceError: `source-failed`, ...
    """
    key = repr((unsigned(url), grid.crs and grid.crs.to_wkt(), tuple(grid.transform), grid.shape, bands, finest))
    name = kind + hashlib.sha256(key.encode()).hexdigest()[:24]
    path, nothing = folder / f"{name}.tif", folder / f"{name}.none"
    if nothing.exists():
        return None
    if path.exists():
        with open_raster(str(path)) as kept:
            return Chip(path, bands or tuple(kept.indexes))
    if not url.startswith(("http://", "https://")):
        chip = _cut(url, url, grid, path, bands, None)
    else:
        handle, local = tempfile.mkstemp(suffix=".jp2" if is_jp2(url) else ".tif", dir=folder)
        os.close(handle)
        try:
            with SparseFile(Path(local), sign(url), transport, OF_OVERVIEWS if finest else FIRST_BYTES) as sparse:
                chip = _cut(local, url, grid, path, bands, sparse, finest)
        finally:
            Path(local).unlink(missing_ok=True)
    if chip is None:
        nothing.touch()
    return chip


def _cut(
    local: str, url: str, grid: Grid, path: Path, bands: tuple[int, ...], sparse: SparseFile | None, finest: float = 0.0
) -> Chip | None:
    """Reads the window from a local file, whose bytes are fetched first where it is a sparse one, and writes it."""
    jp2 = is_jp2(url)
    images = [] if sparse is None or jp2 else directories(sparse.read_at, _name(url))
    if sparse is not None and jp2 and sparse.size <= WHOLE:
        sparse.hold([(0, sparse.size)])
    with open_raster(local, title=_name(url)) as dataset:
        full = grid_of(dataset)
        if full.crs is None:
            raise InputError(
                "source-content", f"{_name(url)} does not say where it lies (ground control points are not enough).",
                "Choose a terrain-corrected product (RTC).",
            )  # fmt: skip
        level = None if jp2 else _level(full, grid, dataset.overviews(1), finest)  # its tiles are fetched whole
        options: dict[str, Any] = {} if level is None else {"overview_level": level}
        window = _window(full, grid, 1 if level is None else dataset.overviews(1)[level])
    if window is None:
        return None
    # a local file may be of any format: it has been opened, and so admitted, above
    options["driver"] = ("JP2OpenJPEG" if jp2 else "GTiff") if sparse else None
    if sparse is not None and jp2:
        sparse.hold(tile_ranges(sparse.peek, sparse.size, window, _name(url)))
    with gdal_env(), reading(_name(url)), rasterio.open(local, **options) as dataset:
        window = window.intersection(Window(0, 0, dataset.height, dataset.width))
        if window is None:
            return None
        if sparse is not None and not jp2:
            shown = [image for image in images if (image.height, image.width) == dataset.shape]
            sparse.hold([part for image in shown for part in image.blocks(window)])
        chosen = bands or tuple(dataset.indexes)
        temporary = path.with_suffix(".new")
        _copy(dataset, chosen, window, temporary)
    temporary.replace(path)
    return Chip(path, chosen)


def _copy(dataset: rasterio.DatasetReader, bands: tuple[int, ...], window: Window, path: Path) -> None:
    """Writes a window of an open raster, with what it declares, as a GeoTIFF."""
    whole = RasterioWindow(window.col, window.row, window.width, window.height)
    profile = {
        "driver": "GTiff", "dtype": np.result_type(*(dataset.dtypes[i - 1] for i in bands)), "count": len(bands),
        "height": window.height, "width": window.width, "crs": dataset.crs, "nodata": dataset.nodata,
        "transform": dataset.window_transform(whole), "compress": "deflate", "BIGTIFF": "IF_SAFER",
    }  # fmt: skip
    flags = dataset.mask_flag_enums[0]
    masked = MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags
    with gdal_env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "w", **profile) as out:
        out.scales, out.offsets = [dataset.scales[i - 1] for i in bands], [dataset.offsets[i - 1] for i in bands]
        out.update_tags(**{key: value for key, value in dataset.tags().items() if key != "AREA_OR_POINT"})
        for row in range(0, window.height, ROWS):
            rows = min(ROWS, window.height - row)
            there = RasterioWindow(window.col, window.row + row, window.width, rows)
            here = RasterioWindow(0, row, window.width, rows)
            out.write(dataset.read(list(bands), window=there), window=here)
            if masked:
                out.write_mask(dataset.read_masks(1, window=there), window=here)


def _level(full: Grid, grid: Grid, factors: list[int], finest: float) -> int | None:
    """The overview whose pixels are as large as they may be; None = the full resolution."""
    if not finest:
        return None
    own = _pixel(full, grid)
    fitting = [number for number, factor in enumerate(factors) if own * factor <= finest * 1.05]
    return max(fitting, key=lambda number: factors[number], default=None)


def _pixel(full: Grid, grid: Grid) -> float:
    """Side of a pixel in units of `grid`."""
    bounds = bounds_in(full, grid.crs)
    if bounds is None:
        return max(full.pixel_size)
    return math.sqrt(abs((bounds[2] - bounds[0]) * (bounds[3] - bounds[1])) / (full.width * full.height))


def _window(full: Grid, grid: Grid, factor: int) -> Window | None:
    """The pixels of an image (`factor` times smaller than `full`) that the scene's grid covers, padded."""
    bounds = bounds_in(grid, full.crs)
    if bounds is None:
        return None
    found = full.window_of_bounds(bounds)
    if found is None:
        return None
    row, col = found.row // factor, found.col // factor
    row_stop, col_stop = -(-found.row_stop // factor), -(-found.col_stop // factor)
    smaller = Window(0, 0, -(-full.height // factor), -(-full.width // factor))
    padding = 0 if factor == 1 and whole_pixel_shift(full, grid) is not None else PADDING
    return Window(row, col, row_stop - row, col_stop - col).padded(padding, smaller)


def is_jp2(url: str) -> bool:
    """Whether an address is that of a JPEG 2000, by its ending."""
    return urlsplit(url).path.lower().endswith(".jp2")


def _name(url: str) -> str:
    """How messages call a remote file: without what may hold a signature."""
    return urlsplit(url).path.rpartition("/")[2] if "://" in url else Path(url).name


