"""The hole of a scene: combines, dilates and counts mask sources, and stores the result block by block."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

import numpy as np
import rasterio
from scipy import ndimage

from geoinpaint_engine.dilation import whole_dilation
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import Handles, gdal_env, open_raster, reading
from geoinpaint_engine.raster.holes import HoleCounter
from geoinpaint_engine.raster.mask_layers import MaskLayer
from geoinpaint_engine.raster.mask_stats import MaskStats, require_usable, warn_of_sources
from geoinpaint_engine.raster.output import check_tiff, writing
from geoinpaint_engine.raster.scene import Scene, Warn, ignore_warnings
from geoinpaint_engine.raster.windows import BlockCounts

# Codes of mask.tif. NOTHING: neither clear nor to be filled (nodata). CONTAMINATED: unmasked cloud or shadow;
# not used, and unchanged. VEILED: so thin that the restored ground is used, though for no measurement. ADDED
# and ADDED_VEIL: the same two where they are added to the mask (`--grow auto`), and filled.
CLEAR, HOLE, CONTAMINATED, NOTHING, VEILED, ADDED, ADDED_VEIL = 0, 1, 2, 3, 4, 5, 6
FILLED = (HOLE, ADDED, ADDED_VEIL)
COUNT_BLOCK = 64  # px a side of the blocks whose pixels are counted; divides every block the scene is streamed in


def coded(codes: np.ndarray, wanted: Sequence[int]) -> np.ndarray:
    """Where codes are among some; for so few, a tenth of the time of `np.isin`."""
    found = codes == wanted[0]
    for code in wanted[1:]:
        found |= codes == code
    return found


class HoleMask:
    """The stored mask of a scene; safe to read from several threads.

    Attributes:
        path: a tiled uint8 GeoTIFF on the scene's grid with the codes above.
        grid: the scene's grid.
        stats: what there is to fill.
        hole_blocks: hole pixels per block.
        clear_blocks: clear pixels per block.
        fills_nodata: whether nodata was named as a mask source, so that nodata pixels are filled too.
    """

    def __init__(
        self,
        path: PurePath,
        grid: Grid,
        *,
        stats: MaskStats,
        hole_blocks: BlockCounts,
        clear_blocks: BlockCounts,
        fills_nodata: bool,
    ) -> None:
        self.path = path
        self.grid = grid
        self.stats = stats
        self.hole_blocks = hole_blocks
        self.clear_blocks = clear_blocks
        self.fills_nodata = fills_nodata
        self._handles = Handles(lambda: open_raster(str(path)))

    def read(self, window: Window) -> np.ndarray:
        """(rows, cols) uint8 codes."""
        with reading(str(self.path)):
            return self._handles.get().read(1, window=window.ranges)

    def hole(self, window: Window) -> np.ndarray:
        """(rows, cols) bool, True where a pixel is to be filled."""
        if self.hole_blocks.at_most(window) == 0:
            return np.zeros(window.shape, dtype=bool)
        return coded(self.read(window), FILLED)

    def hole_in(self, window: Window, area: Area | None) -> np.ndarray:
        """(rows, cols) bool, True where a pixel is to be filled and lies in the area (None = everywhere)."""
        hole = self.hole(window)
        return hole if area is None or not hole.any() else hole & area.inside(window)

    def hole_count(self, window: Window, area: Area | None = None) -> int:
        """Number of hole pixels of a window in the area (None = everywhere)."""
        return int(np.count_nonzero(self.hole_in(window, area)))

    def clear_count(self, window: Window) -> int:
        """Number of clear pixels in a window."""
        return int(np.count_nonzero(self.read(window) == CLEAR))

    def stats_in(self, area: Area | None) -> MaskStats:
        """Statistics of the mask within an area (None = the whole scene); holes are clipped at its edge.

        The valid and the clear ground are the whole scene's: it is learned from everywhere.
        """
        if area is None:
            return self.stats
        counter, pixels = HoleCounter(self.grid.width), 0
        for block in area.window.blocks(16 * COUNT_BLOCK):
            hole = self.hole_in(block, area)
            counter.add(block, hole)
            pixels += int(np.count_nonzero(hole))
        holes, largest = counter.result()
        return replace(self.stats, hole_pixels=pixels, holes=holes, largest_hole=largest)

    def close(self) -> None:
        """Closes the file in all threads."""
        self._handles.close()


def dilated(mask: np.ndarray, pixels: float) -> np.ndarray:
    """A (rows, cols) bool mask dilated by a disk: all pixels whose centres lie within `pixels` px of a masked one."""
    if pixels <= 0 or not mask.any():
        return mask
    return ndimage.distance_transform_edt(~mask) <= pixels


def masked_window(
    layers: Sequence[MaskLayer], scene: Scene, window: Window, *, nodata: bool, dilate: float
) -> np.ndarray:
    """(rows, cols) bool: the sources combined and dilated; a pixel does not depend on the window it is read in."""
    halo = math.ceil(dilate)
    outer = window.padded(halo, scene.grid.window)
    mask = np.zeros(outer.shape, dtype=bool)
    for layer in layers:
        mask |= layer.read(outer)
    if nodata:
        mask |= ~scene.read_valid(outer).all(axis=0)
    return dilated(mask, dilate)[window.within(outer)]


def block_counts(mask: np.ndarray, size: int) -> np.ndarray:
    """(block rows, block cols) int64: number of True pixels of a (rows, cols) mask in each block."""
    rows = np.add.reduceat(mask.view(np.uint8), np.arange(0, mask.shape[0], size), axis=0, dtype=np.uint16)
    return np.add.reduceat(rows, np.arange(0, mask.shape[1], size), axis=1, dtype=np.int64)


def mask_profile(grid: Grid) -> dict[str, object]:
    """Profile (for rasterio) of a tiled, compressed uint8 mask."""
    return {
        "driver": "GTiff",
        "dtype": "uint8",
        "count": 1,
        "height": grid.height,
        "width": grid.width,
        "crs": grid.crs,
        "transform": grid.transform,
        "tiled": True,
        "blockxsize": 512,
        "blockysize": 512,
        "compress": "deflate",
        "zlevel": 1,
        "sparse_ok": True,
        "bigtiff": "if_safer",
    }


def materialise_mask(
    layers: Sequence[MaskLayer],
    scene: Scene,
    path: PurePath,
    *,
    nodata: bool = False,
    dilate: int = 0,
    needs_clear: bool = True,
    warn: Warn = ignore_warnings,
    check: Callable[[], None] = lambda: None,
) -> HoleMask:
    """Combines the mask sources over the whole scene and stores the result, with one block in memory at a time.

    A pixel is to be filled where any source masks it after dilation and the scene holds data in at least one band;
    with `nodata`, the scene's nodata pixels are a source themselves.

    Args:
        layers: mask sources on the scene's grid.
        scene: the scene.
        path: GeoTIFF to write.
        nodata: whether the scene's nodata is to be filled.
        dilate: radius in px by which the sources are grown.
        needs_clear: whether a mask that leaves no clear ground is an error: nothing could be filled from.
        warn: called with (code, message): `mask-source-outside`, `mask-many-values`, `scene-zeros`.
        check: called for each block; raises to cancel.

    Raises:
        UsageError: `mask-none`, `dilate-range`.
        InputError: `mask-empty`, `mask-no-overlap`, `mask-covers-all`, `scene-no-valid-pixel`, and
            those of reading the scene and the sources.
        ResourceError: `disk-full`, `write-failed`.
    """
    if not layers and not nodata:
        raise UsageError(
            "mask-none", "No mask is given.", "Name what is to be filled with --mask, --scl or --mask-nodata."
        )
    dilate = whole_dilation(dilate)
    grid = scene.grid
    counts = _Counts(grid)
    with writing(path), gdal_env(), rasterio.open(path, "w", **mask_profile(grid)) as out:
        for block in grid.window.blocks(scene.block):
            check()
            masked = masked_window(layers, scene, block, nodata=nodata, dilate=dilate)
            valid = scene.read_valid(block)
            some, every = valid.any(axis=0), valid.all(axis=0)
            hole = masked if nodata else masked & some
            empty = ~masked & every & scene.read_empty(block)
            clear = ~masked & every & ~empty
            codes = np.where(hole, np.uint8(HOLE), np.where(clear, np.uint8(CLEAR), np.uint8(NOTHING)))
            if codes.any():  # sparse file: blocks that are never written read as 0 = CLEAR
                out.write(codes, 1, window=block.ranges)
            counts.add(
                block, hole=hole, clear=clear, valid=int(np.count_nonzero(some)),
                masked_nodata=int(np.count_nonzero(masked & ~hole)), empty=int(np.count_nonzero(empty)),
            )  # fmt: skip
    with writing(path):
        check_tiff(path, sparse=True)
    stats = counts.stats()
    if counts.empty:
        cure = " (gdal_edit.py -a_nodata 0 declares it)"
        if nodata:
            cure = ", but are not filled as nodata before it is declared (gdal_edit.py -a_nodata 0)"
        warn(
            "scene-zeros",
            f"{counts.empty:,} px of {scene.title} outside the mask are 0 in every band, and it declares no nodata: "
            f"they are taken to be empty{cure}.",
        )
    require_usable(stats, layers, scene, masked_nodata=counts.masked_nodata, needs_clear=needs_clear)
    warn_of_sources(layers, warn)
    return HoleMask(
        path, grid, stats=stats, hole_blocks=counts.holes.result(), clear_blocks=counts.clears.result(),
        fills_nodata=nodata,
    )  # fmt: skip


class _Blocks:
    """Counts pixels in blocks of COUNT_BLOCK while a scene is gone through in larger ones."""

    def __init__(self, grid: Grid) -> None:
        shape = -(-grid.height // COUNT_BLOCK), -(-grid.width // COUNT_BLOCK)
        self._counts = np.zeros(shape, dtype=np.int64)

    def add(self, block: Window, pixels: np.ndarray) -> None:
        """Adds the (rows, cols) bool pixels of a block that begins at a multiple of COUNT_BLOCK."""
        row, col, part = block.row // COUNT_BLOCK, block.col // COUNT_BLOCK, block_counts(pixels, COUNT_BLOCK)
        self._counts[row : row + part.shape[0], col : col + part.shape[1]] = part

    @property
    def total(self) -> int:
        """All of them."""
        return int(self._counts.sum())

    def result(self) -> BlockCounts:
        """The counts."""
        return BlockCounts(COUNT_BLOCK, self._counts)


class _Counts:
    """What a mask holds, counted while it is written: blocks come row by row, as `Window.blocks` gives them."""

    def __init__(self, grid: Grid) -> None:
        self.holes, self.clears = _Blocks(grid), _Blocks(grid)
        self.valid = self.masked_nodata = self.empty = 0
        self._counter = HoleCounter(grid.width)

    def add(
        self, block: Window, *, hole: np.ndarray, clear: np.ndarray, valid: int, masked_nodata: int, empty: int
    ) -> None:
        """Adds the (rows, cols) bool hole and clear pixels of the next block, and the number of its other ones."""
        self.holes.add(block, hole)
        self.clears.add(block, clear)
        self._counter.add(block, hole)
        self.valid += valid
        self.masked_nodata += masked_nodata
        self.empty += empty

    def stats(self) -> MaskStats:
        """Its statistics."""
        number, largest = self._counter.result()
        return MaskStats(self.holes.total, self.valid, self.clears.total, number, largest)


def unmasked_scene(scene: Scene, path: PurePath, *, check: Callable[[], None] = lambda: None) -> HoleMask:
    """The mask of a scene that has none: its nodata is neither clear nor a hole.

    Raises:
        InputError: those of reading the scene.
        ResourceError: `disk-full`, `write-failed`.
    """
    valid_pixels = 0
    with writing(path), gdal_env(), rasterio.open(path, "w", **mask_profile(scene.grid)) as out:
        for block in scene.grid.window.blocks(scene.block):
            check()
            valid = scene.read_valid(block)
            valid_pixels += int(np.count_nonzero(valid.any(axis=0)))
            clear = valid.all(axis=0) & ~scene.read_empty(block)
            if not clear.all():
                out.write(np.where(clear, CLEAR, NOTHING).astype(np.uint8), 1, window=block.ranges)
    with writing(path):
        check_tiff(path, sparse=True)
    return reopen_mask(path, scene.grid, stats=MaskStats(0, valid_pixels, valid_pixels, 0, 0), fills_nodata=False)


def reopen_mask(path: PurePath, grid: Grid, *, stats: MaskStats, fills_nodata: bool) -> HoleMask:
    """Opens a mask stored by `materialise_mask` and recounts its pixels, with one block in memory at a time.

    Args:
        path: the stored mask.
        grid: the scene's grid.
        stats: what was found when it was made.
        fills_nodata: whether nodata was a mask source.

    Raises:
        InputError: `raster-unreadable`.
    """
    holes, clears = _Blocks(grid), _Blocks(grid)
    with reading(str(path)), open_raster(str(path)) as dataset:
        for block in grid.window.blocks(16 * COUNT_BLOCK):
            codes = dataset.read(1, window=block.ranges)
            holes.add(block, coded(codes, FILLED))
            clears.add(block, codes == CLEAR)
    return HoleMask(
        path, grid, stats=stats, hole_blocks=holes.result(), clear_blocks=clears.result(), fills_nodata=fills_nodata
    )
