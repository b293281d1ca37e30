"""Gaussian, box and guided filters of stacks of channels, with replicated edges; sines and cosines.

Wide means are computed on cells of several pixels, as variation within a cell would be averaged away anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

NARROWEST = 2.0  # least standard deviation of a Gaussian in cells, so that interpolating between them is accurate
LARGEST = 8  # px a side of the largest cells
NEAR_STRIP = 8  # rows whose neighbours are multiplied at once: few enough for the processor's cache


def cell_of(sigma: float) -> int:
    """Px a side of the cells on which a Gaussian mean of standard deviation `sigma` px is computed: 1, 2, 4 or 8."""
    cell = 1
    while cell < LARGEST and sigma / (2 * cell) >= NARROWEST:
        cell *= 2
    return cell


@dataclass(frozen=True)
class Cells:
    """A smooth stack of channels stored on cells; between cell centres it is interpolated bilinearly.

    Args:
        values: (channels, rows, cols) float32, one value per cell.
        side: px a side of a cell.
        shape: (rows, cols) of the window in px; the last cells may extend beyond it.
    """

    values: np.ndarray
    side: int
    shape: tuple[int, int]

    def full(self) -> np.ndarray:
        """(channels, rows, cols) float32: the stack at all pixels."""
        return np.stack(list(self.planes())) if len(self.values) else np.empty((0, *self.shape), np.float32)

    def planes(self) -> Iterator[np.ndarray]:
        """Yields each channel at all pixels, (rows, cols) float32."""
        for cells in self.values:
            size = cells.shape[1] * self.side, cells.shape[0] * self.side
            pixels = cv2.resize(np.ascontiguousarray(cells), size, interpolation=cv2.INTER_LINEAR)
            yield pixels[: self.shape[0], : self.shape[1]]

    def taps(self, places: np.ndarray) -> Taps:
        """The bilinear interpolation at pixels, given by their (n,) flat indices in row-major order."""
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
    """Bilinear interpolation at n pixels: flat indices and weights of the four cells around each, (n,) each."""

    cells: tuple[np.ndarray, ...]
    weights: tuple[np.ndarray, ...]

    def __call__(self, values: np.ndarray) -> np.ndarray:
        """Interpolates (channels, cells) float32 at the pixels: (channels, n) float32."""
        total = values.take(self.cells[0], axis=1)
        total *= self.weights[0]
        for cells, weights in zip(self.cells[1:], self.weights[1:], strict=True):
            part = values.take(cells, axis=1)
            part *= weights
            total += part
        return total


def _between(pixels: np.ndarray, side: int, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Indices of the cells before and after pixels along an axis, clipped, and the float32 weight of the latter."""
    position = np.maximum((pixels + 0.5) / side - 0.5, 0)
    before = position.astype(np.intp)
    return before, np.minimum(before + 1, count - 1), (position - before).astype(np.float32)


def cells_of(data: np.ndarray, side: int) -> Cells:
    """Means of (channels, rows, cols) float32 over cells of `side` px."""
    values = [_cells(channel, side) for channel in data]
    empty = np.empty((0, *(-(-size // side) for size in data.shape[1:])), np.float32)
    return Cells(np.stack(values) if values else empty, side, (data.shape[1], data.shape[2]))


def gaussian(data: np.ndarray, sigma: float, *, reach: int) -> np.ndarray:
    """Gaussian mean of (channels, rows, cols) float32 with `sigma` px, truncated at `reach` px (plus two cells)."""
    cell, data = cell_of(sigma), np.asarray(data, np.float32)
    if cell > 1:
        return gaussian_of_cells(cells_of(data, cell), sigma, reach=reach).full()
    out, side = np.empty(data.shape, np.float32), 2 * reach + 1
    for number, channel in enumerate(data):
        cv2.GaussianBlur(channel, (side, side), sigma, out[number], borderType=cv2.BORDER_REPLICATE)
    return out


def gaussian_of_cells(cells: Cells, sigma: float, *, reach: int) -> Cells:
    """The Gaussian mean of a stack given as means over cells; see `gaussian`."""
    side = 2 * (reach // cells.side) + 1
    # the variances of averaging over a cell and of interpolating between cells are part of the kernel's
    sigma_in_cells = np.sqrt(sigma**2 - (cells.side**2 - 1) / 12 - cells.side**2 / 6) / cells.side
    out = np.empty_like(cells.values)
    for number, channel in enumerate(cells.values):
        cv2.GaussianBlur(channel, (side, side), sigma_in_cells, out[number], borderType=cv2.BORDER_REPLICATE)
    return Cells(out, cells.side, cells.shape)


def _cells(channel: np.ndarray, cell: int) -> np.ndarray:
    """Means of (rows, cols) float32 over cells; the last cells are padded by replicating the edge."""
    rows, cols = (-size % cell for size in channel.shape)
    if rows or cols:
        channel = cv2.copyMakeBorder(channel, 0, rows, 0, cols, cv2.BORDER_REPLICATE)
    size = channel.shape[1] // cell, channel.shape[0] // cell
    return np.asarray(cv2.resize(channel, size, interpolation=cv2.INTER_AREA))


def _spread(cells: np.ndarray, cell: int, out: np.ndarray) -> None:
    """Upsamples cells to (rows, cols) float32 `out` by bilinear interpolation between their centres."""
    size = cells.shape[1] * cell, cells.shape[0] * cell
    if size == out.shape[::-1]:
        cv2.resize(cells, size, out, interpolation=cv2.INTER_LINEAR)
    else:
        out[:] = cv2.resize(cells, size, interpolation=cv2.INTER_LINEAR)[: out.shape[0], : out.shape[1]]


def box(data: np.ndarray, radius: int) -> np.ndarray:
    """Box mean of (channels, rows, cols) float32 over squares of 2 `radius` + 1 px a side."""
    side, out = 2 * radius + 1, np.empty(data.shape, np.float32)
    for number, channel in enumerate(np.asarray(data, np.float32)):
        out[number] = cv2.blur(channel, (side, side), borderType=cv2.BORDER_REPLICATE)
    return out


def filtered(image: np.ndarray, steps: Sequence[tuple[int, float]]) -> np.ndarray:
    """Applies guided filters in sequence to (channels, rows, cols), standardised over the scene.

    The guided filter of He et al. 2010 with the image as its own guide: it smooths windows of low variance and
    preserves edges; a pixel depends on pixels at most twice the radius away.

    Args:
        image: (channels, rows, cols) float32.
        steps: (radius in px, variance below which windows are smoothed, relative to the scene's) of each filter.
    """
    out = np.array(image, np.float32)
    for channel in out:  # one channel at a time fits the processor's cache
        for radius, speckle in steps:
            _filter(channel, radius, speckle)
    return out


def _filter(channel: np.ndarray, radius: int, speckle: float) -> None:
    """Applies one guided filter to (rows, cols) float32, in place."""
    side = (2 * radius + 1, 2 * radius + 1)
    mean = cv2.blur(channel, side, borderType=cv2.BORDER_REPLICATE)
    gain = cv2.blur(channel * channel, side, borderType=cv2.BORDER_REPLICATE)
    gain -= mean * mean
    np.maximum(gain, 0, out=gain)
    gain /= gain + speckle
    channel *= cv2.blur(gain, side, borderType=cv2.BORDER_REPLICATE)
    np.subtract(1, gain, out=gain)
    mean *= gain
    channel += cv2.blur(mean, side, borderType=cv2.BORDER_REPLICATE)


def within_fields(data: np.ndarray, radius: int, most: float, means: Cells | None = None) -> np.ndarray:
    """Smooths (channels, rows, cols) float32 within fields, by one fast guided filter (He & Sun 2015), see `filtered`.

    The filter's coefficients are computed on cells of 2 x 2 px, from the statistics of all pixels.

    Args:
        data: (channels, rows, cols) float32, standardised over the scene.
        radius: in px; rounded down to an even number.
        most: variance below which windows are smoothed, relative to the scene's.
        means: the data's means over cells of 2 px, if precomputed.
    """
    out, offset = np.empty(data.shape, np.float32), np.empty(data.shape[1:], np.float32)
    side, border = (2 * (radius // 2) + 1,) * 2, cv2.BORDER_REPLICATE
    for number, channel in enumerate(np.asarray(data, np.float32)):
        cells = _cells(channel, 2) if means is None else means.values[number]
        mean: np.ndarray = np.asarray(cv2.blur(cells, side, borderType=border))
        gain: np.ndarray = np.asarray(cv2.blur(_cells(channel * channel, 2), side, borderType=border))
        gain -= mean * mean
        np.maximum(gain, 0, out=gain)
        gain /= gain + np.float32(most)
        mean -= gain * mean
        _spread(cv2.blur(gain, side, borderType=border), 2, out[number])
        out[number] *= channel
        _spread(cv2.blur(mean, side, borderType=border), 2, offset)
        out[number] += offset
    return out


def gathered(planes: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """(channels, n) float32: the values of (channels, pixels) at (n,) flat indices."""
    out = np.empty((len(planes), pixels.size), planes.dtype)
    for plane, values in zip(planes, out, strict=True):
        plane.take(pixels, out=values, mode="clip")  # other modes copy, and whole columns take longer
    return out.astype(np.float32, copy=False)


def add_near(
    total: np.ndarray, outputs: np.ndarray, planes: np.ndarray, wanted: np.ndarray, coefficients: np.ndarray
) -> None:
    """Adds the products of the pixels' neighbours and coefficients to some of the outputs, in place.

    Args:
        total: (all outputs, rows, cols) float32, changed where pixels are wanted and beside them.
        outputs: (n,) indices of the outputs.
        planes: (channels, rows, cols) float32; beyond their edges they go on with the same values.
        wanted: (rows, cols) bool.
        coefficients: (n, 8 * channels) float32, neighbour by neighbour in row-major order.
    """
    count, (height, width) = len(outputs), wanted.shape
    by_neighbour = coefficients.reshape(count, 8, -1).transpose(1, 0, 2).reshape(8 * count, -1)
    places = [(down, right) for down in range(3) for right in range(3) if (down, right) != (1, 1)]
    for top in range(0, height, NEAR_STRIP):
        bottom = min(top + NEAR_STRIP, height)
        cols = np.flatnonzero(wanted[top:bottom].any(axis=0))
        if not cols.size:
            continue
        left, right = int(cols[0]), int(cols[-1]) + 1
        part = planes[:, max(top - 1, 0) : bottom + 1, max(left - 1, 0) : right + 1]
        beyond = (0, 0), (int(top == 0), int(bottom == height)), (int(left == 0), int(right == width))
        if np.any(beyond):
            part = np.pad(part, beyond, mode="edge")
        products = (by_neighbour @ part.reshape(len(part), -1)).reshape(8, count, *part.shape[1:])
        for (down, along), product in zip(places, products, strict=True):
            shifted = product[:, down : down + bottom - top, along : along + right - left]
            for output, values in zip(outputs, shifted, strict=True):
                total[output, top:bottom, left:right] += values


def waves(angles: np.ndarray) -> np.ndarray:
    """(2 n, pixels) float32: the cosines of (n, pixels) float32 angles, then the sines."""
    out = np.empty((2, *angles.shape), np.float32)
    cv2.polarToCart(None, angles, out[0], out[1])  # type: ignore[call-overload]
    return out.reshape(2 * len(angles), -1)
