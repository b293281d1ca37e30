"""How far a pixel is from the nearest one that is known."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR, HoleMask

REACH = 128  # px: what is farther counts as so far


def distance_to_clear(
    mask: HoleMask, window: Window, *, hidden: Callable[[Window], np.ndarray] | None = None
) -> np.ndarray:
    """(rows, cols) float32 px to the nearest clear pixel, at most REACH, which bounds what is read.

    Args:
        mask: the stored mask.
        window: of the scene.
        hidden: tells the (rows, cols) bool pixels of a window that count as not clear, or None.
    """
    outer = window.padded(REACH, mask.grid.window)
    clear = mask.read(outer) == CLEAR
    if hidden is not None:
        clear &= ~hidden(outer)
    if not clear.any():
        return np.full(window.shape, REACH, dtype=np.float32)
    distance = ndi.distance_transform_edt(~clear)[window.within(outer)]
    return np.minimum(distance, REACH).astype(np.float32)
