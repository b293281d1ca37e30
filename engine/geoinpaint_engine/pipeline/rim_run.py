"""Screens the rim of a mask from the scene alone, where there are no dates to do so (`quality/rims.py`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import rasterio
import scipy.ndimage as ndi

from geoinpaint_engine.quality.rims import WIDEST, View, rim_width
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.masks import CLEAR, CONTAMINATED, HOLE, HoleMask, mask_profile, reopen_mask
from geoinpaint_engine.raster.output import check_tiff, move_raster, writing
from geoinpaint_engine.raster.scene import Warn
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.sentinel.radiometry import bands_of_ground

WHOLE = 1024  # px: a scene up to this size on each side is screened as a whole
GROWN = 3  # px of growth that the warning suggests where the rim cannot be judged
SIDE, VIEWS = 512, 12  # px a side and number of the windows sampled from a larger one


def without_rim(source: JobSource, *, seed: int, warn: Warn, check: Callable[[], None]) -> JobSource:
    """Codes clear ground along the mask's edge that looks like cloud or shadow as contaminated, so that it is not used.

    Args:
        source: the scene and its mask, whose file is replaced where there is such ground.
        seed: of the random placements that the rim is compared with.
        warn: called with (code, message): `contaminated-rim`, `rim-not-judged`.
        check: called for each block; raises to cancel.

    Raises:
        InputError: those of reading the scene.
        ResourceError: `disk-full`, `write-failed`.
    """
    views = []
    for window in _sampled_windows(source.mask):
        check()
        chip, rim = source.chip(window), source.mask.read(window) == CONTAMINATED  # from an earlier run, on resume
        ground = chip.scene[bands_of_ground(source.scene.descriptions)]
        views.append(View(ground, chip.hole & ~rim, chip.clear_ground | rim))
    width = rim_width(views, seed=seed)
    clear = source.mask.stats.clear_pixels
    if width is None and source.references and clear:
        warn(
            "rim-not-judged",
            f"Too few pixels of the scene are clear ({clear:,}) to tell whether cloud or shadow lies beside the mask: "
            f"if it may, grow the mask by {GROWN} px.",
        )
    if not width:
        return source
    mask, pixels = _with_rim(source.mask, width, check)
    warn(
        "contaminated-rim",
        f"{pixels:,} px beside the mask look like cloud or shadow by the image alone: they are not used, and stay as "
        f"they are; growing the mask by {width} px would fill them.",
    )
    return source.with_mask(mask)


def _sampled_windows(mask: HoleMask) -> list[Window]:
    """The scene, or evenly spread windows of a large one that have both hole and clear ground."""
    bounds = mask.grid.window
    if max(bounds.shape) <= WHOLE:
        return [bounds]
    found = [block for block in bounds.blocks(SIDE) if mask.hole_blocks.at_most(block) and mask.clear_count(block)]
    return [found[i] for i in np.unique(np.linspace(0, len(found) - 1, min(VIEWS, len(found))).astype(int))]


def _with_rim(mask: HoleMask, width: int, check: Callable[[], None]) -> tuple[HoleMask, int]:
    """The mask with a contaminated rim of `width` px, and the number of the rim's pixels."""
    path, bounds, pixels, previous_rim = mask.path.with_name("rim.tif"), mask.grid.window, 0, 0
    with writing(path), gdal_env(), rasterio.open(path, "w", **mask_profile(mask.grid)) as out:
        for block in bounds.blocks(SIDE):
            check()
            outer = block.padded(WIDEST, bounds)
            codes = mask.read(outer)
            previous_rim += int(np.count_nonzero(codes[block.within(outer)] == CONTAMINATED))
            codes, hole = np.where(codes == CONTAMINATED, np.uint8(CLEAR), codes), codes == HOLE
            if hole.any():
                rim = (codes == CLEAR) & (ndi.distance_transform_edt(~hole) <= width)
                codes = np.where(rim, np.uint8(CONTAMINATED), codes)
            codes = codes[block.within(outer)]
            pixels += int(np.count_nonzero(codes == CONTAMINATED))
            if codes.any():  # sparse file: blocks that are never written read as 0 = CLEAR
                out.write(codes, 1, window=block.ranges)
    check_tiff(path, sparse=True)
    mask.close()
    move_raster(path, mask.path)
    old = mask.stats
    stats = replace(old, clear_pixels=old.clear_pixels + previous_rim - pixels)
    return reopen_mask(mask.path, mask.grid, stats=stats, fills_nodata=mask.fills_nodata), pixels
