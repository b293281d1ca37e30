"""Means around each pixel of stacks of channels, beyond the window of which its edge goes on; waves.

Wide means are made of cells of several pixels: what varies within a cell does not survive them anyway.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

NARROWEST = 2.0  # cells: least deviation of a Gaussian in cells, so that interpolation between them shows nothing
LARGEST = 8  # px of a cell's side


def cell_of(sigma: float) -> int:
    """Side in px of the cells that a Gaussian mean of deviation `sigma` px is made of: 1, 2, 4 or 8."""
    cell = 1
    while cell < LARGEST and sigma / (2 * cell) >= NARROWEST:
        cell *= 2
    return cell


def gaussian(data: np.ndarray, sigma: float, *, reach: int) -> np.ndarray:
    """Gaussian mean of (channels, rows, cols) float32 that looks `reach` px far, and two cells; `sigma` in px."""
    cell, out = cell_of(sigma), np.empty(data.shape, np.float32)
    side = 2 * (reach // cell) + 1
    # averaging over a cell and interpolating between cells widen it, too
    left = np.sqrt(sigma**2 - (cell**2 - 1) / 12 - cell**2 / 6) / cell
    for number, channel in enumerate(np.asarray(data, np.float32)):
        if cell == 1:
            cv2.GaussianBlur(channel, (side, side), sigma, out[number], borderType=cv2.BORDER_REPLICATE)
        else:
            cells = cv2.GaussianBlur(_cells(channel, cell), (side, side), left, borderType=cv2.BORDER_REPLICATE)
            _spread(cells, cell, out[number])
    return out


def _cells(channel: np.ndarray, cell: int) -> np.ndarray:
    """Means of (rows, cols) float32 over cells; the last ones are filled up by the edge."""
    rows, cols = (-size % cell for size in channel.shape)
    if rows or cols:
        channel = cv2.copyMakeBorder(channel, 0, rows, 0, cols, cv2.BORDER_REPLICATE)
    size = channel.shape[1] // cell, channel.shape[0] // cell
    return np.asarray(cv2.resize(channel, size, interpolation=cv2.INTER_AREA))


def _spread(cells: np.ndarray, cell: int, out: np.ndarray) -> None:
    """(rows, cols) float32 of cells' means, by bilinear interpolation of their centres."""
    size = cells.shape[1] * cell, cells.shape[0] * cell
    if size == out.shape[::-1]:
        cv2.resize(cells, size, out, interpolation=cv2.INTER_LINEAR)
    else:
        out[:] = cv2.resize(cells, size, interpolation=cv2.INTER_LINEAR)[: out.shape[0], : out.shape[1]]


def box(data: np.ndarray, radius: int) -> np.ndarray:
    """Plain mean of (channels, rows, cols) float32 over squares of 2 `radius` + 1 px."""
    side, out = 2 * radius + 1, np.empty(data.shape, np.float32)
    for number, channel in enumerate(np.asarray(data, np.float32)):
        out[number] = cv2.blur(channel, (side, side), borderType=cv2.BORDER_REPLICATE)
    return out


def filtered(image: np.ndarray, steps: Sequence[tuple[int, float]]) -> np.ndarray:
    """(channels, rows, cols), of variance 1 over the scene, through guided filters, one after the other.

    The guided filter of He et al. 2010 with the image as its own guide: it averages where the window varies little and
    keeps what varies more, and it looks no farther than twice its radius.

    Args:
        image: (channels, rows, cols) float32.
        steps: (radius in px, variance that is averaged away, in parts of the scene's) of each filter.
    """
    out = np.array(image, np.float32)
    for channel in out:  # one at a time stays in the processor's cache
        for radius, speckle in steps:
            _filter(channel, radius, speckle)
    return out


def _filter(channel: np.ndarray, radius: int, speckle: float) -> None:
    """One guided filter of (rows, cols) float32, in place."""
    side = (2 * radius + 1, 2 * radius + 1)
    mean = cv2.blur(channel, side, borderType=cv2.BORDER_REPLICATE)
    kept = cv2.blur(channel * channel, side, borderType=cv2.BORDER_REPLICATE)
    kept -= mean * mean
    np.maximum(kept, 0, out=kept)
    kept /= kept + speckle
    channel *= cv2.blur(kept, side, borderType=cv2.BORDER_REPLICATE)
    np.subtract(1, kept, out=kept)
    mean *= kept
    channel += cv2.blur(mean, side, borderType=cv2.BORDER_REPLICATE)


def within_fields(data: np.ndarray, radius: int, most: float) -> np.ndarray:
    """(channels, rows, cols) float32 through one guided filter whose statistics are made of cells of 2 x 2 px.

    The fast guided filter (He & Sun 2015), see `filtered`; the statistics themselves are those of all pixels.

    Args:
        data: (channels, rows, cols) float32, of variance 1 over the scene.
        radius: in px, even.
        most: variance that is averaged away, in parts of the scene's.
    """
    out, rest = np.empty(data.shape, np.float32), np.empty(data.shape[1:], np.float32)
    side, border = (radius + 1, radius + 1), cv2.BORDER_REPLICATE
    for number, channel in enumerate(np.asarray(data, np.float32)):
        mean: np.ndarray = np.asarray(cv2.blur(_cells(channel, 2), side, borderType=border))
        kept: np.ndarray = np.asarray(cv2.blur(_cells(channel * channel, 2), side, borderType=border))
        kept -= mean * mean
        np.maximum(kept, 0, out=kept)
        kept /= kept + np.float32(most)
        mean -= kept * mean
        _spread(cv2.blur(kept, side, borderType=border), 2, out[number])
        out[number] *= channel
        _spread(cv2.blur(mean, side, borderType=border), 2, rest)
        out[number] += rest
    return out


def waves(angles: np.ndarray) -> np.ndarray:
    """(2 n, pixels): the cosines of (n, pixels) float32, then the sines."""
    return np.concatenate(cv2.polarToCart(None, angles))  # type: ignore[call-overload]
