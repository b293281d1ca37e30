"""TELEA fill: OpenCV's inpainting by fast marching, band by band."""

from __future__ import annotations

import numpy as np

from geoinpaint_engine.methods.base import ALONE, Context
from geoinpaint_engine.methods.classical.base import ClassicalFill
from geoinpaint_engine.raster.chip import Chip

RADIUS = 3  # px of the neighbourhood that each pixel is computed from
# OpenCV adds up to 2 grey levels per step of the march, and 16-bit integers that overshoot wrap around. In float32,
# with the values scaled to this range, both effects stay far below 1 DN.
LEVELS = 4e6


def telea_fill(chip: Chip, *, radius: int = RADIUS) -> np.ndarray:
    """Fills the hole from its edge inwards (Telea 2004), without evidence.

    Args:
        chip: the scene; nodata pixels are never read.
        radius: px of the neighbourhood that each pixel is computed from.

    Returns:
        (bands, rows, cols) float32 DN: the scene with its hole filled; NaN there if the chip has no clear pixel.
    """
    import cv2

    out = chip.scene.astype(np.float32, copy=True)
    clear = chip.clear_ground
    if not chip.hole.any():
        return out
    if not clear.any():
        out[:, chip.hole] = np.nan
        return out
    unknown = (~clear).astype(np.uint8)
    for band in out:
        known = band[clear]
        low, high = float(known.min()), float(known.max())
        if high == low:
            band[chip.hole] = low
            continue
        factor = LEVELS / (high - low)
        # the march reads some masked pixels: set them to the mean, so that the fill does not depend on their values
        levels = np.where(clear, (band - low) * factor, float(known.mean() - low) * factor).astype(np.float32)
        filled = cv2.inpaint(levels, unknown, radius, cv2.INPAINT_TELEA)
        band[chip.hole] = filled[chip.hole] / factor + low
    return out


class TeleaFill(ClassicalFill):
    """Fast marching from the hole's edge (Telea 2004); see `telea_fill`."""

    name = "telea"
    overlap = 64  # blended, since there is no scene-wide solution that neighbouring windows share
    holes_apart = False
    solves_large_holes = False

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole if nothing is known."""
        return telea_fill(chip)
