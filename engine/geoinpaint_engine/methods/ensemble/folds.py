"""Pieces of clear ground that are hidden in turn, shaped like the holes of the scene."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.ndimage as ndi

FOLDS = 4
SHARE = 0.15  # of a window's clear pixels, hidden in each fold
GAP = 2  # px between hidden ground and hole, so that both are filled from clear pixels
LEAST = 30  # hidden pixels of a fold in a window
TRIES = 20


def draw_folds(clear: np.ndarray, shapes: Sequence[np.ndarray], generator: np.random.Generator) -> np.ndarray:
    """Which fold hides a pixel: (rows, cols) int8, 0 = none, 1 to FOLDS.

    Each fold takes a hole's shape, mirrored, turned round the window and cut to SHARE of the clear ground around a
    random pixel of it.

    Args:
        clear: (rows, cols) bool.
        shapes: (any rows, any cols) bool each: holes to take pieces of; a disc where there are none.
        generator: of the draw.
    """
    height, width = clear.shape
    fold = np.zeros(clear.shape, dtype=np.int8)
    # beyond the window nothing is known: no limit there
    allowed = clear & ~ndi.binary_dilation(~clear, iterations=GAP)
    wanted = int(SHARE * np.count_nonzero(clear))
    for number in range(1, FOLDS + 1):
        best = np.zeros(clear.shape, dtype=bool)
        for _ in range(TRIES):
            shape = shapes[int(generator.integers(len(shapes)))] if shapes else _disc(height, width)
            there = _laid(shape, (height, width), generator) & allowed & (fold == 0)
            there = _cut(there, wanted, generator)
            if there.sum() > best.sum():
                best = there
            if best.sum() > 0.7 * wanted:
                break
        if best.sum() >= LEAST:
            fold[best] = number
    return fold


def _laid(shape: np.ndarray, size: tuple[int, int], generator: np.random.Generator) -> np.ndarray:
    """A shape mirrored at random and moved round a window of the given size."""
    if generator.random() < 0.5:
        shape = shape[::-1]
    if generator.random() < 0.5:
        shape = shape[:, ::-1]
    laid = np.zeros(size, dtype=bool)
    rows, cols = min(size[0], shape.shape[0]), min(size[1], shape.shape[1])
    laid[:rows, :cols] = shape[:rows, :cols]
    return np.roll(laid, (int(generator.integers(size[0])), int(generator.integers(size[1]))), (0, 1))


def _cut(there: np.ndarray, most: int, generator: np.random.Generator) -> np.ndarray:
    """The part of at most about `most` pixels around a random one."""
    rows, cols = np.nonzero(there)
    if rows.size <= most:
        return there
    middle = int(generator.integers(rows.size))
    distance = np.maximum(np.abs(rows - rows[middle]), np.abs(cols - cols[middle]))
    near = distance <= np.partition(distance, most)[most]
    cut = np.zeros_like(there)
    cut[rows[near], cols[near]] = True
    return cut


def _disc(height: int, width: int) -> np.ndarray:
    radius = max(2, min(height, width) // 6)
    rows, cols = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    return np.asarray(rows**2 + cols**2 <= radius**2)
