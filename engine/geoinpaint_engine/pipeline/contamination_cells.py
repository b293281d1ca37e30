"""The images of a window for the screening: at full resolution, or downsampled to cells where a scene is large."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from geoinpaint_engine.quality.contamination import Series
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.sentinel.radiometry import bands_of_ground

LARGE = 4_000_000  # px of a scene beyond which it is judged in cells, and only near its hole: the rest costs minutes
CELL = 2  # px of a cell's side: clouds are larger, and it takes a third of the time


def series_of(source: JobSource, window: Window, cell: int = 1) -> Series:
    """The scene and its references in a window, in the scene's DN and those of its bands that show ground."""
    chip, shown = source.chip(window), bands_of_ground(source.scene.descriptions)
    pieces = [([chip.scene[number] for number in shown], chip.clear & ~chip.hole)]
    for one in chip.references:
        finite = np.all([np.isfinite(one.data[number]).all() for number in one.match])
        seen = one.valid if finite else one.valid & np.isfinite(one.matched).all(axis=0)
        bands = [one.data[one.match[number]] for number in shown]
        pieces.append((bands if finite else [np.nan_to_num(band) for band in bands], seen))
    made = [means(bands, seen, cell) for bands, seen in pieces]
    hole = holes(chip.hole, made[0][1], cell)
    return Series(np.stack([image for image, _ in made]), np.stack([seen for _, seen in made]), hole)


def means(image: Sequence[np.ndarray] | np.ndarray, seen: np.ndarray, cell: int) -> tuple[np.ndarray, np.ndarray]:
    """(bands, rows, cols) means over the valid pixels of each cell, and (rows, cols) bool, the cells that have any.

    Args:
        image: (bands, rows, cols) float32, or its bands.
        seen: (rows, cols) bool.
        cell: px of a cell's side; those of the last row and column may not be whole.
    """
    if cell == 1:
        return np.asarray(image, np.float32), seen
    count = _sums(seen.astype(np.float32), cell)
    whole = bool(seen.all())
    sums = np.stack([_sums(band if whole else band * seen, cell) for band in image])
    sums /= np.maximum(count, 1)
    return sums, count > 0


def holes(hole: np.ndarray, seen: np.ndarray, cell: int) -> np.ndarray:
    """(rows, cols) bool: the cells with pixels of the hole and no valid ones.

    Args:
        hole: (rows, cols) bool of pixels.
        seen: of cells, see `means`.
        cell: px of a cell's side.
    """
    return hole if cell == 1 else (_sums(hole.astype(np.float32), cell) > 0) & ~seen


def spread(values: np.ndarray, cell: int, shape: tuple[int, int]) -> np.ndarray:
    """Upsamples (..., rows, cols) cells to pixels by repetition, cropped to `shape` pixels."""
    for axis in (-2, -1) if cell > 1 else ():
        values = values.repeat(cell, axis)
    return values[..., : shape[0], : shape[1]]


def spread_smoothly(values: np.ndarray, inner: tuple[slice, slice], cell: int, shape: tuple[int, int]) -> np.ndarray:
    """Upsamples (bands, rows, cols) cells to pixels by linear interpolation.

    Args:
        values: (bands, rows, cols) float32 of cells, including those around the wanted ones.
        inner: rows and columns of the wanted cells.
        cell: px a side of a cell.
        shape: (rows, cols) of the result in pixels.
    """
    fine = np.stack([cv2.resize(band, None, fx=cell, fy=cell, interpolation=cv2.INTER_LINEAR) for band in values])
    rows, cols = (slice(part.start * cell, part.start * cell + size) for part, size in zip(inner, shape, strict=True))
    return fine[:, rows, cols]


def cells_of(window: Window, cell: int) -> Window:
    """The window of cells that covers a window of pixels."""
    row, col = window.row // cell, window.col // cell
    return Window(row, col, -(-window.row_stop // cell) - row, -(-window.col_stop // cell) - col)


def pixels_of(cells: Window, cell: int, bounds: Window) -> Window:
    """The window of pixels that cells cover, within `bounds`, the whole scene, whose origin is that of a cell."""
    pixels = Window(cells.row * cell, cells.col * cell, cells.height * cell, cells.width * cell)
    return pixels.intersection(bounds) or pixels


def _sums(plane: np.ndarray, cell: int) -> np.ndarray:
    """Sums of (rows, cols) float32 over cells; beyond the edge is nothing."""
    rows, cols = (-size % cell for size in plane.shape)
    if rows or cols:
        plane = cv2.copyMakeBorder(plane, 0, rows, 0, cols, cv2.BORDER_CONSTANT, value=0)
    size = plane.shape[1] // cell, plane.shape[0] // cell
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA)) * np.float32(cell * cell)
