"""Means around each pixel of stacks of channels, beyond the window of which its edge goes on; waves.

Wide means are made of cells of several pixels: what varies within a cell does not survive them anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Cells:
    """A stack that varies slowly, known on cells; between the cells' centres it is interpolated bilinearly.

    Args:
        values: (channels, rows, cols) float32 of the cells.
        side: of a cell in px.
        shape: (rows, cols) of the window; its last cells may reach beyond it.
    """

    values: np.ndarray
    side: int
    shape: tuple[int, int]

    def full(self) -> np.ndarray:
        """(channels, rows, cols) float32 of all pixels."""
        out = np.empty((len(self.values), *self.shape), np.float32)
        for one, found in zip(self.values, out, strict=True):
            _spread(one, self.side, found)
        return out

    def taps(self, places: np.ndarray) -> Taps:
        """Where pixels, given by their numbers in row-major order, lie between the cells."""
        rows, cols = np.divmod(places, self.shape[1])
        (upper, lower, down), (left, right, along) = (
            _between(one, self.side, count) for one, count in zip((rows, cols), self.values.shape[1:], strict=True)
        )
        upper, lower, stay = upper * self.values.shape[2], lower * self.values.shape[2], 1 - down
        return Taps(
            (upper + left, upper + right, lower + left, lower + right),
            (stay * (1 - along), stay * along, down * (1 - along), down * along),
        )


@dataclass(frozen=True)
class Taps:
    """The four cells around each of some pixels, and how much they count: four of (n,) each."""

    cells: tuple[np.ndarray, ...]
    weights: tuple[np.ndarray, ...]

    def __call__(self, values: np.ndarray) -> np.ndarray:
        """(channels, n) float32 of (channels, cells) float32."""
        total = values.take(self.cells[0], axis=1)
        total *= self.weights[0]
        for cells, weights in zip(self.cells[1:], self.weights[1:], strict=True):
            part = values.take(cells, axis=1)
            part *= weights
            total += part
        return total


def _between(pixels: np.ndarray, side: int, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The cells before and after some pixels of a line, and how far they are on the way, float32; the edge goes on."""
    place = np.maximum((pixels + 0.5) / side - 0.5, 0)
    before = place.astype(np.intp)
    return before, np.minimum(before + 1, count - 1), (place - before).astype(np.float32)


def cells_of(data: np.ndarray, side: int) -> Cells:
    """Means of (channels, rows, cols) float32 over cells."""
    values = [_cells(channel, side) for channel in data]
    empty = np.empty((0, *(-(-size // side) for size in data.shape[1:])), np.float32)
    return Cells(np.stack(values) if values else empty, side, (data.shape[1], data.shape[2]))


def gaussian(data: np.ndarray, sigma: float, *, reach: int) -> np.ndarray:
    """Gaussian mean of (channels, rows, cols) float32 that looks `reach` px far, and two cells; `sigma` in px."""
    cell, data = cell_of(sigma), np.asarray(data, np.float32)
    if cell > 1:
        return gaussian_of_cells(cells_of(data, cell), sigma, reach=reach).full()
    out, side = np.empty(data.shape, np.float32), 2 * reach + 1
    for number, channel in enumerate(data):
        cv2.GaussianBlur(channel, (side, side), sigma, out[number], borderType=cv2.BORDER_REPLICATE)
    return out


def gaussian_of_cells(cells: Cells, sigma: float, *, reach: int) -> Cells:
    """The Gaussian mean of what the cells are the means of; see `gaussian`."""
    side = 2 * (reach // cells.side) + 1
    # averaging over a cell and interpolating between cells widen it, too
    left = np.sqrt(sigma**2 - (cells.side**2 - 1) / 12 - cells.side**2 / 6) / cells.side
    out = np.empty_like(cells.values)
    for number, channel in enumerate(cells.values):
        cv2.GaussianBlur(channel, (side, side), left, out[number], borderType=cv2.BORDER_REPLICATE)
    return Cells(out, cells.side, cells.shape)


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


def within_fields(data: np.ndarray, radius: int, most: float, means: Cells | None = None) -> np.ndarray:
    """(channels, rows, cols) float32 through one guided filter whose statistics are made of cells of 2 x 2 px.

    The fast guided filter (He & Sun 2015), see `filtered`; the statistics themselves are those of all pixels.

    Args:
        data: (channels, rows, cols) float32, of variance 1 over the scene.
        radius: in px; of an odd one half a cell less is looked at.
        most: variance that is averaged away, in parts of the scene's.
        means: of cells of 2 px, where they were made before.
    """
    out, rest = np.empty(data.shape, np.float32), np.empty(data.shape[1:], np.float32)
    side, border = (2 * (radius // 2) + 1,) * 2, cv2.BORDER_REPLICATE
    for number, channel in enumerate(np.asarray(data, np.float32)):
        cells = _cells(channel, 2) if means is None else means.values[number]
        mean: np.ndarray = np.asarray(cv2.blur(cells, side, borderType=border))
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
    made = np.empty((2, *angles.shape), np.float32)
    cv2.polarToCart(None, angles, made[0], made[1])  # type: ignore[call-overload]
    return made.reshape(2 * len(angles), -1)
