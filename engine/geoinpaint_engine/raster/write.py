"""Composes the output: the scene, bit for bit, with the blended fills in its hole; overviews or COG; the fill flag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.enums import ColorInterp, Resampling

from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.fills import FillStore, blended
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.masks import HoleMask, mask_profile
from geoinpaint_engine.raster.output import check_tiff, writing
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.profile import TILE, copy_metadata, in_dtype, tiff_profile, zlevel
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.windows import FillWindow

KEPT, FILLED, UNFILLED = 0, 1, 2  # codes of the fill-flag file
OVERVIEW_END = 256  # px: the smallest overview is about this size; of a COG it is a tile
# Disk space, in sizes of the uncompressed GeoTIFF, that suffices for a COG of it.
_COG_ROOM = 2


class Beside(Protocol):
    """A file of its own, written block by block where something is filled."""

    def computed(self, block: Window, filled: np.ndarray, windows: Sequence[FillWindow]) -> np.ndarray:
        """What is written of a block; called by several threads.

        Args:
            block: of the scene.
            filled: (bands, rows, cols) bool, the values that were filled.
            windows: those of the plan that reach into it.
        """

    def write(self, block: Window, values: np.ndarray) -> None:
        """Writes it; called by one thread."""


@dataclass(frozen=True)
class ComposedBlock:
    """A block of the filled scene.

    Args:
        window: of the scene.
        data: (bands, rows, cols) in the scene's dtype.
        code: (rows, cols) uint8: KEPT, FILLED (in the bands that hold data there) or UNFILLED.
        filled: (bands, rows, cols) bool: the values that were filled.
        beside: what is written beside it, None where nothing was filled or wanted.
    """

    window: Window
    data: np.ndarray
    code: np.ndarray
    filled: np.ndarray
    beside: np.ndarray | None


@dataclass(frozen=True)
class Composed:
    """Numbers of pixels filled, and of masked pixels (inside the area) that could not be."""

    filled: int
    unfilled: int


def compose(
    scene: Scene,
    mask: HoleMask,
    store: FillStore,
    plan: Sequence[FillWindow],
    path: Path,
    *,
    overlap: int = 0,
    area: Area | None = None,
    flag: Path | None = None,
    beside: Beside | None = None,
    compressed: bool = True,
    threads: int = 1,
    progress: Callable[[float], None] = lambda fraction: None,
    check: Callable[[], None] = lambda: None,
) -> Composed:
    """Writes the filled scene in one pass over its blocks, as a tiled GeoTIFF without overviews.

    Args:
        scene: the scene.
        mask: its stored mask.
        store: the fills of the plan's windows; pixels of windows without one keep their values.
        plan: the windows, in the order in which they are blended.
        path: GeoTIFF to write (a temporary file; see `finish` and `publish`).
        overlap: the plan's overlap in px.
        area: only pixels in it are filled; None = everywhere.
        flag: where to write the fill flag (uint8: 0 kept, 1 filled in the bands that hold data, 2 masked but not
            filled), or None.
        beside: a file that is written with it, or None.
        compressed: whether to compress it; not worth its time where a COG is made of it.
        threads: number of threads that compose and compress; they do not change the bytes.
        progress: called with the share done, 0 to 1.
        check: called for each block; raises to cancel.

    Raises:
        InputError: the scene cannot be read.
        ResourceError: `disk-full`, `write-failed`.
    """
    filled = unfilled = 0
    with writing(path), gdal_env(GDAL_TIFF_INTERNAL_MASK=True), ExitStack() as stack:
        out = stack.enter_context(_create(path, scene, threads, compressed=compressed))
        flags = stack.enter_context(rasterio.open(flag, "w", **mask_profile(scene.grid))) if flag else None
        blocks = stack.enter_context(
            composed_blocks(
                scene, mask, store, plan, overlap=overlap, area=area, threads=threads, progress=progress, check=check,
                beside=None if beside is None else beside.computed,
            )
        )
        for block in blocks:
            window, code = block.window, block.code
            out.write(block.data, indexes=list(range(1, scene.count + 1)), window=window.ranges)
            _write_opacity(out, scene, mask, window, code)
            if flags is not None and code.any():
                flags.write(code, 1, window=window.ranges)
            if beside is not None and block.beside is not None:
                beside.write(window, block.beside)
            filled += int(np.count_nonzero(code == FILLED))
            unfilled += int(np.count_nonzero(code == UNFILLED))
    with writing(path):
        check_tiff(path)
        if flag is not None:
            check_tiff(flag, sparse=True)
    return Composed(filled, unfilled)


@contextmanager
def composed_blocks(
    scene: Scene,
    mask: HoleMask,
    store: FillStore,
    plan: Sequence[FillWindow],
    *,
    overlap: int = 0,
    area: Area | None = None,
    threads: int = 1,
    beside: Callable[[Window, np.ndarray, Sequence[FillWindow]], np.ndarray] | None = None,
    progress: Callable[[float], None] = lambda fraction: None,
    check: Callable[[], None] = lambda: None,
) -> Iterator[Iterator[ComposedBlock]]:
    """The filled scene, block by block in order; see `compose`. `threads` blocks are composed in parallel.

    `beside` is `Beside.computed`.
    """
    blocks = list(scene.grid.window.blocks(scene.block))
    touching = _windows_by_block(plan, blocks)

    def compose_block(window: Window) -> ComposedBlock:
        windows = touching.get(window, [])
        data, code, filled = _composed_block(scene, mask, store, windows, window, overlap, area)
        values = None if beside is None or not filled.any() else beside(window, filled, windows)
        return ComposedBlock(window, data, code, filled, values)

    def reported(parts: Iterator[ComposedBlock]) -> Iterator[ComposedBlock]:
        for done, part in enumerate(parts, 1):
            check()
            yield part
            progress(done / len(blocks))

    with parallel_map(compose_block, blocks, threads, name="compose") as parts:
        yield reported(parts)


def _create(path: Path, scene: Scene, threads: int, *, compressed: bool) -> rasterio.io.DatasetWriter:
    """Creates the output with all metadata; never with a side file (.aux.xml)."""
    scene.handles.get()  # opened before PAM is switched off, so that a scene's own .aux.xml is respected
    with gdal_env(GDAL_PAM_ENABLED=False, GDAL_TIFF_INTERNAL_MASK=True):
        profile = tiff_profile(scene)
        if not compressed:
            for option in ("compress", "zlevel", "predictor"):
                profile.pop(option, None)
        # GDAL's compressing threads read tags of the bands' directory that it frees when a mask's is written in between
        out = rasterio.open(path, "w", **profile, num_threads=1 if scene.masked else threads)
        copy_metadata(scene, out)
    return out


def _windows_by_block(plan: Sequence[FillWindow], blocks: Sequence[Window]) -> dict[Window, list[FillWindow]]:
    """For each block the windows whose reach meets it, in the plan's order."""
    if not blocks:
        return {}
    size_rows, size_cols = blocks[0].shape
    by_corner = {(block.row // size_rows, block.col // size_cols): block for block in blocks}
    found: dict[Window, list[FillWindow]] = {}
    for window in sorted(plan, key=lambda item: item.index):
        reach = window.reach
        for row in range(reach.row // size_rows, (reach.row_stop - 1) // size_rows + 1):
            for col in range(reach.col // size_cols, (reach.col_stop - 1) // size_cols + 1):
                found.setdefault(by_corner[row, col], []).append(window)
    return found


def _composed_block(
    scene: Scene,
    mask: HoleMask,
    store: FillStore,
    windows: Sequence[FillWindow],
    block: Window,
    overlap: int,
    area: Area | None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The data, the flag codes and the filled values of a block, as in `ComposedBlock`."""
    data, valid = scene.read_bands(block)
    code = np.full(block.shape, KEPT, dtype=np.uint8)
    hole = mask.hole_in(block, area)
    if not hole.any():
        return data, code, np.broadcast_to(hole, data.shape)
    code[hole] = UNFILLED
    fill = blended(store, windows, block, scene.grid.window, hole, bands=scene.count, overlap=overlap)
    finite = np.isfinite(fill).all(axis=0)
    usable = np.zeros_like(hole)
    usable[hole] = finite
    code[usable] = FILLED
    # nodata stays nodata, band by band, unless it was named as a source
    filled = np.broadcast_to(usable, data.shape) if mask.fills_nodata else usable & valid
    for band, (change, nodata) in enumerate(zip(filled, scene.nodata, strict=True)):
        data[band][change] = in_dtype(fill[band][change[hole]], scene.dtype, nodata)
    return data, code, filled


def _write_opacity(
    out: rasterio.io.DatasetWriter, scene: Scene, mask: HoleMask, block: Window, code: np.ndarray
) -> None:
    """Copies the scene's alpha or mask band, with filled nodata pixels made opaque so that the fill is visible."""
    opened = (code == FILLED) & mask.fills_nodata
    if scene.alpha is not None:
        alpha = scene.read_alpha(block)
        top = np.iinfo(scene.dtype).max if scene.dtype.kind in "iu" else 1
        alpha[opened & (alpha == 0)] = top
        out.write(alpha, scene.count + 1, window=block.ranges)
    elif scene.masked:
        out.write_mask(np.where(opened, 255, scene.read_own_mask(block)).astype(np.uint8), window=block.ranges)


def overview_factors(height: int, width: int, *, end: int = OVERVIEW_END) -> list[int]:
    """Powers of two down to an overview of about `end` px."""
    factors, factor = [], 2
    while max(height, width) / factor > end / 2 and max(height, width) > end:
        factors.append(factor)
        factor *= 2
    return factors


def finish(path: Path, *, cog: bool = False, sparse: bool = False, threads: int = 1) -> Path:
    """Adds overviews to a composed GeoTIFF, and converts it to a cloud-optimised one if wanted.

    Args:
        path: the temporary file.
        cog: whether to write a cloud-optimised GeoTIFF; quickest from an uncompressed file.
        sparse: whether tiles may be missing on purpose (a COG has them all).
        threads: number of threads that average and compress; they do not change the bytes.

    Returns:
        The finished temporary file, ready for `publish`.

    Raises:
        ResourceError: `disk-full`, `write-failed`.
    """
    with writing(path), gdal_env(), rasterio.open(path) as dataset:
        palette = dataset.colorinterp[0] == ColorInterp.palette
        factors = overview_factors(dataset.height, dataset.width, end=TILE if cog else OVERVIEW_END)
        dtype = np.dtype(dataset.dtypes[0])
    level = str(6 if palette else zlevel(dtype))
    # for overviews, GDAL takes threads and compression level from settings, and compression threads from an option
    settings = {"GDAL_PAM_ENABLED": False, "GDAL_TIFF_INTERNAL_MASK": True, "GDAL_NUM_THREADS": str(threads)}
    with writing(path), gdal_env(**settings, ZLEVEL_OVERVIEW=level):
        if factors:  # for a COG too: GDAL would compress the overviews that it makes for one twice
            with rasterio.open(path, "r+", num_threads=threads) as dataset:
                dataset.build_overviews(factors, Resampling.nearest if palette else Resampling.average)
            check_tiff(path, sparse=sparse)
        if not cog:
            return path
        predictor = "NO" if palette else "FLOATING_POINT" if dtype.kind == "f" else "STANDARD"
        return _as_cog(path, LEVEL=level, PREDICTOR=predictor, NUM_THREADS=str(threads))


def _as_cog(path: Path, **options: str) -> Path:
    """Converts a GeoTIFF to a cloud-optimised one beside it, which replaces it."""
    target = path.with_name(path.stem + ".cog.tif")
    # GDAL removes its half when it fails: a disk that was full then has room again
    with writing(path, room=_COG_ROOM * path.stat().st_size):
        try:
            rasterio.shutil.copy(path, target, driver="COG", COMPRESS="DEFLATE", BIGTIFF="IF_SAFER", **options)
        except SystemError as error:  # rasterio's, for a failure without a cause from GDAL
            raise OSError("GDAL has not told why") from error
        check_tiff(target)
        path.unlink()
    return target
