"""Renders PNG pictures: true colour with a common stretch, marked holes, colour-coded differences."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import scipy.ndimage as ndi

PERCENTILES = (1.0, 99.0)
GAMMA = 0.8  # brightens the picture, because most ground is dark
MARK = (255, 0, 170)  # magenta, which neither ground nor clouds show
CLOUDY, SHADED = np.array([255.0, 215.0, 0.0]), np.array([0.0, 120.0, 255.0])
HATCH = 8  # px; spacing of the hatching
# blue and orange are a colour-blind safe pair
BELOW, LEVEL, ABOVE = np.array([[33, 102, 172], [247, 247, 247], [217, 95, 2]], dtype=np.float64)


@dataclass(frozen=True)
class Stretch:
    """A linear stretch: the values of each shown band that map to black and white, (bands, 1, 1) float64 each."""

    low: np.ndarray
    high: np.ndarray

    def rgb(self, data: np.ndarray) -> np.ndarray:
        """Converts (1 or 3, rows, cols) values to (rows, cols, 3) uint8; NaN becomes black."""
        share = np.clip((np.nan_to_num(data.astype(np.float64)) - self.low) / (self.high - self.low), 0, 1)
        shown = np.moveaxis(np.rint(share**GAMMA * 255), 0, -1).astype(np.uint8)
        return np.repeat(shown, 3, axis=2) if shown.shape[2] == 1 else shown


def stretch_of(values: np.ndarray) -> Stretch:
    """The stretch from the 1st to the 99th percentile of (bands, n) values."""
    finite = values[:, np.isfinite(values).all(axis=0)]
    if finite.shape[1] == 0:
        finite = np.array([[0.0, 1.0]] * len(values))
    low, high = np.percentile(finite.astype(np.float64), PERCENTILES, axis=1)
    # constant bands are shown as medium grey
    flat = high - low < 1e-9
    low, high = np.where(flat, low - 1, low), np.where(flat, high + 1, high)
    return Stretch(low[:, None, None], high[:, None, None])


def marked(rgb: np.ndarray, hole: np.ndarray) -> np.ndarray:
    """Returns a copy of a (rows, cols, 3) uint8 picture with a (rows, cols) bool hole outlined and hatched."""
    out = rgb.copy()
    rows, cols = np.indices(hole.shape)
    out[hole & ((rows + cols) % HATCH == 0)] = MARK
    out[outline(hole)] = MARK
    return out


def outline(hole: np.ndarray) -> np.ndarray:
    """The boundary pixels of a hole: (rows, cols) bool."""
    return hole & ~ndi.binary_erosion(hole, border_value=1)


def difference(values: np.ndarray, where: np.ndarray, limit: float, backdrop: np.ndarray) -> np.ndarray:
    """Colours a difference from blue (-limit) over white (0) to orange (+limit), over a faint grey picture.

    Args:
        values: (rows, cols) differences.
        where: (rows, cols) bool: pixels to colour.
        limit: absolute value of the full colour, > 0.
        backdrop: (rows, cols, 3) uint8 picture, shown in grey elsewhere.

    Returns:
        (rows, cols, 3) uint8.
    """
    share = np.clip(np.nan_to_num(values) / limit, -1, 1)[..., None]
    colours = np.where(share < 0, LEVEL + share * (LEVEL - BELOW), LEVEL + share * (ABOVE - LEVEL))
    faint = 90 + 0.3 * backdrop.mean(axis=2, keepdims=True)
    return np.rint(np.where(where[..., None], colours, faint)).astype(np.uint8)


def veiled(rgb: np.ndarray, opacity: np.ndarray) -> np.ndarray:
    """Overlays cloud in yellow and shadow in blue on a greyscale version of a (rows, cols, 3) uint8 picture.

    Args:
        rgb: the picture.
        opacity: (rows, cols), positive for cloud and negative for shadow.
    """
    grey = np.repeat(rgb.mean(axis=2, keepdims=True), 3, axis=2)
    colour = np.where((opacity > 0)[..., None], CLOUDY, SHADED)
    return np.rint(np.where((opacity != 0)[..., None], 0.4 * grey + 0.6 * colour, grey)).astype(np.uint8)


def png(rgb: np.ndarray) -> bytes:
    """Encodes a (rows, cols, 3) uint8 picture as PNG."""
    encoded, data = cv2.imencode(".png", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_PNG_COMPRESSION, 7])
    if not encoded:
        raise ValueError(f"a picture of {rgb.shape} cannot be encoded")
    return bytes(data)
