"""Euclidean distances from each pixel to the nearest known one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR, HoleMask
from geoinpaint_engine.raster.parallel_map import parallel_map

REACH = 128  # px: what is farther counts as so far


def distance_to(known: np.ndarray) -> np.ndarray:
    """(rows, cols) float32 px from each pixel's centre to that of the nearest one of (rows, cols) bool; huge: none.

    Exact up to 1,400 px.
    """
    return _exact(_distance(known))


def _distance(known: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.distanceTransform((~known).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE))


def _exact(found: np.ndarray) -> np.ndarray:
    """OpenCV's last bit changes from call to call, but the square is a whole number."""
    return np.sqrt(np.rint(np.square(found, dtype=np.float64))).astype(np.float32)


def within_square(known: np.ndarray, reach: float) -> np.ndarray:
    """(rows, cols) bool: what is at most `reach` px from a known pixel along the rows and along the columns.

    Takes a tenth of the time of a distance, whose circle it encloses.
    """
    side = 2 * min(int(reach), max(known.shape)) + 1
    counts = cv2.boxFilter(
        known.view(np.uint8), cv2.CV_32F, (side, side), normalize=False, borderType=cv2.BORDER_CONSTANT
    )
    return np.asarray(counts > 0.5)


def distance_to_clear(
    mask: HoleMask, window: Window, *, hidden: Callable[[Window], np.ndarray] | None = None
) -> np.ndarray:
    """(rows, cols) float32 px to the nearest clear pixel, at most REACH, which bounds what is read.

    Args:
        mask: the stored mask.
        window: of the scene.
        hidden: returns the (rows, cols) bool pixels of a window that do not count as clear, or None.
    """
    outer = window.padded(REACH, mask.grid.window)
    clear = mask.read(outer) == CLEAR
    if hidden is not None:
        clear &= ~hidden(outer)
    if not clear.any():
        return np.full(window.shape, REACH, dtype=np.float32)
    return np.minimum(_exact(_distance(clear)[window.within(outer)]), np.float32(REACH))


def distances_under(
    mask: HoleMask, windows: Sequence[Window], area: Area | None = None, *, threads: int = 1
) -> list[np.ndarray]:
    """`distance_to_clear` of the hole's pixels in each of some windows, those in the area alone: (n,) float32 each."""

    def under(window: Window) -> np.ndarray:
        hole = mask.hole_in(window, area)
        return distance_to_clear(mask, window)[hole] if hole.any() else np.zeros(0, np.float32)

    with parallel_map(under, windows, threads, name="distance") as found:
        return list(found)
