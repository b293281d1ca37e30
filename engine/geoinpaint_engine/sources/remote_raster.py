"""Reads a window of a remote raster into a small local file: fetches only the bytes needed, which GDAL then decodes.

GDAL never accesses the network. The bytes that a window needs (tiff_layout.py) are written at their offsets into an
otherwise empty local file, which GDAL opens; so nothing that the file refers to can be fetched from elsewhere.
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

FIRST_BYTES = 1 << 15  # bytes fetched first; for most files they include all directories
OF_OVERVIEWS = 1 << 17  # likewise if an overview is wanted: a COG stores the smallest ones right behind the directories
STEP = 1 << 15  # bytes of any further read of directories
GAP = 1 << 17  # unneeded bytes fetched to save a request; at 1 MB/s they take 0.1 s
AT_ONCE = 1 << 24  # bytes of a request, which are held in memory
HOP = 1 << 11  # bytes read at the beginning of a tile part
WHOLE = 1 << 21  # bytes of a JPEG 2000 up to which it is fetched whole, as reading all tile headers would take longer
ROWS = 512  # rows copied at once
PADDING = 8  # px around the scene's extent, for interpolation


@dataclass(frozen=True)
class Chip:
    """A window of a raster as a small GeoTIFF.

    Args:
        path: path of the file, in the raster's own CRS, values and pixels (or an overview's).
        bands: 1-based band numbers in the raster, in the order of the file.
    """

    path: Path
    bands: tuple[int, ...]


class SparseFile:
    """A local copy of a remote file that holds only the parts fetched so far, at their original offsets.

    Args:
        path: the local file to create.
        url: URL of the remote file.
        transport: the transport used for fetching.
        first: number of bytes fetched initially.
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
                "source-content", f"{_name(url)} reports a size of {self.size:,} bytes, more than a file can have.",
                "Leave that date out.",
            ) from error  # fmt: skip

    def __enter__(self) -> SparseFile:
        return self

    def __exit__(self, *exception: object) -> None:
        self._stream.close()

    def read_at(self, offset: int, length: int) -> bytes:
        """Reads bytes, after fetching those that are missing."""
        if offset >= self.size:
            return b""
        self.fetch([(offset, offset + length)], step=STEP)
        self._stream.seek(offset)
        return self._stream.read(length)

    def peek(self, offset: int, length: int) -> bytes:
        """As `read_at`, but fetches fewer bytes: for short reads that are far apart."""
        self.fetch([(offset, min(offset + length, self.size))], step=HOP)
        self._stream.seek(offset)
        return self._stream.read(length) if offset < self.size else b""

    def fetch(self, ranges: list[tuple[int, int]], *, step: int = 1) -> None:
        """Fetches the missing parts of the ranges, in as few requests as sensible.

        Args:
            ranges: (start, stop) in bytes.
            step: number of bytes to fetch at least from each missing position.
        """
        missing = [part for start, stop in ranges for part in self._missing(start, min(stop, self.size))]
        for start, stop in merged(missing, GAP):
            for position in range(start, stop, AT_ONCE):
                end = min(max(min(position + AT_ONCE, stop), position + step), self.size)
                part = self._transport.part(self._url, position, end)
                if part.size != self.size:
                    raise InputError(
                        "source-content", f"{_name(self._url)} was changed while it was read.", "Run the command again."
                    )
                self._put(position, part.data)
        self._stream.flush()

    def _missing(self, start: int, stop: int) -> list[tuple[int, int]]:
        missing = []
        for fetched_start, fetched_stop in self._held:
            if fetched_stop <= start or fetched_start >= stop:
                continue
            if fetched_start > start:
                missing.append((start, fetched_start))
            start = max(start, fetched_stop)
        return [*missing, (start, stop)] if start < stop else missing

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
    """Cuts the padded extent of the scene's grid out of a raster, into a small GeoTIFF; None if they do not overlap.

    Existing chips are reused.

    Args:
        url: URL of a TIFF or JPEG 2000, or path of a local raster.
        grid: grid of the scene.
        folder: folder of the chips.
        transport: the transport used for fetching.
        bands: 1-based band numbers; empty = all.
        finest: pixel size in units of `grid` up to which an overview suffices; 0 = full resolution.
        kind: prefix of the chip's name, by which some chips are kept longer than others.
        sign: signs the URL just before it is requested.

    Raises:
        InputError: `source-content`, `source-denied`, ..., `raster-unreadable`.
        ResourceError: `source-failed`, ...
    """
    key = repr((unsigned(url), grid.crs and grid.crs.to_wkt(), tuple(grid.transform), grid.shape, bands, finest))
    name = kind + hashlib.sha256(key.encode()).hexdigest()[:24]
    path, empty_marker = folder / f"{name}.tif", folder / f"{name}.none"
    if empty_marker.exists():
        return None
    if path.exists():
        with open_raster(str(path)) as existing:
            return Chip(path, bands or tuple(existing.indexes))
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
        empty_marker.touch()
    return chip


def _cut(
    local: str, url: str, grid: Grid, path: Path, bands: tuple[int, ...], sparse: SparseFile | None, finest: float = 0.0
) -> Chip | None:
    """Copies the window from a local file, after fetching the bytes needed if the file is sparse."""
    jp2 = is_jp2(url)
    images = [] if sparse is None or jp2 else directories(sparse.read_at, _name(url))
    if sparse is not None and jp2 and sparse.size <= WHOLE:
        sparse.fetch([(0, sparse.size)])
    with open_raster(local, title=_name(url)) as dataset:
        full = grid_of(dataset)
        if full.crs is None:
            raise InputError(
                "source-content", f"{_name(url)} is not georeferenced (ground control points are not enough).",
                "Choose a terrain-corrected product (RTC).",
            )  # fmt: skip
        level = None if jp2 else _level(full, grid, dataset.overviews(1), finest)  # JPEG 2000 tiles are fetched whole
        options: dict[str, Any] = {} if level is None else {"overview_level": level}
        window = _window(full, grid, 1 if level is None else dataset.overviews(1)[level])
    if window is None:
        return None
    # local files may be of any format: opening above has checked that it is admitted
    options["driver"] = ("JP2OpenJPEG" if jp2 else "GTiff") if sparse else None
    if sparse is not None and jp2:
        sparse.fetch(tile_ranges(sparse.peek, sparse.size, window, _name(url)))
    with gdal_env(), reading(_name(url)), rasterio.open(local, **options) as dataset:
        window = window.intersection(Window(0, 0, dataset.height, dataset.width))
        if window is None:
            return None
        if sparse is not None and not jp2:
            same_size = [image for image in images if (image.height, image.width) == dataset.shape]
            sparse.fetch([part for image in same_size for part in image.blocks(window)])
        chosen = bands or tuple(dataset.indexes)
        temporary = path.with_suffix(".new")
        _copy(dataset, chosen, window, temporary)
    temporary.replace(path)
    return Chip(path, chosen)


def _copy(dataset: rasterio.DatasetReader, bands: tuple[int, ...], window: Window, path: Path) -> None:
    """Writes a window of an open raster to a GeoTIFF, with its nodata, mask, scale, offset and tags."""
    extent = RasterioWindow(window.col, window.row, window.width, window.height)
    profile = {
        "driver": "GTiff", "dtype": np.result_type(*(dataset.dtypes[i - 1] for i in bands)), "count": len(bands),
        "height": window.height, "width": window.width, "crs": dataset.crs, "nodata": dataset.nodata,
        "transform": dataset.window_transform(extent), "compress": "deflate", "BIGTIFF": "IF_SAFER",
    }  # fmt: skip
    flags = dataset.mask_flag_enums[0]
    masked = MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags
    with gdal_env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "w", **profile) as out:
        out.scales, out.offsets = [dataset.scales[i - 1] for i in bands], [dataset.offsets[i - 1] for i in bands]
        out.update_tags(**{key: value for key, value in dataset.tags().items() if key != "AREA_OR_POINT"})
        for row in range(0, window.height, ROWS):
            rows = min(ROWS, window.height - row)
            source_window = RasterioWindow(window.col, window.row + row, window.width, rows)
            target_window = RasterioWindow(0, row, window.width, rows)
            out.write(dataset.read(list(bands), window=source_window), window=target_window)
            if masked:
                out.write_mask(dataset.read_masks(1, window=source_window), window=target_window)


def _level(full: Grid, grid: Grid, factors: list[int], finest: float) -> int | None:
    """Index of the overview with the largest pixels allowed; None = full resolution."""
    if not finest:
        return None
    native = _pixel(full, grid)
    allowed = [number for number, factor in enumerate(factors) if native * factor <= finest * 1.05]
    return max(allowed, key=lambda number: factors[number], default=None)


def _pixel(full: Grid, grid: Grid) -> float:
    """Pixel size in units of `grid`."""
    bounds = bounds_in(full, grid.crs)
    if bounds is None:
        return max(full.pixel_size)
    return math.sqrt(abs((bounds[2] - bounds[0]) * (bounds[3] - bounds[1])) / (full.width * full.height))


def _window(full: Grid, grid: Grid, factor: int) -> Window | None:
    """The padded window of an image, `factor` times smaller than `full`, that covers the scene's grid."""
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
    """Whether a URL has the suffix of JPEG 2000."""
    return urlsplit(url).path.lower().endswith(".jp2")


def _name(url: str) -> str:
    """Name of a remote file for messages, without the query, which may contain a signature."""
    return urlsplit(url).path.rpartition("/")[2] if "://" in url else Path(url).name


