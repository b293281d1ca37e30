"""Cross-validation folds: pieces of clear ground, shaped like the scene's holes, that are hidden in turn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.ndimage as ndi

FOLDS = 4
SHARE = 0.15  # share of a window's clear pixels that each fold hides
GAP = 2  # px between a fold and the hole, so that both are filled from clear pixels
LEAST = 30  # hidden pixels that a fold needs in a window
TRIES = 20  # random placements tried per fold


def draw_folds(clear: np.ndarray, shapes: Sequence[np.ndarray], generator: np.random.Generator) -> np.ndarray:
    """Draws the fold that hides each pixel: (rows, cols) int8, 1 to FOLDS; 0: none.

    Each fold takes a hole's shape, mirrored at random and shifted cyclically in the window, and keeps the part around a
    random pixel that amounts to SHARE of the clear ground.

    Args:
        clear: (rows, cols) bool.
        shapes: (rows, cols) bool each, of any size: holes whose shapes are used; without any, a disc.
        generator: the random generator.
    """
    height, width = clear.shape
    fold = np.zeros(clear.shape, dtype=np.int8)
    # pixels beyond the window are unknown, and do not restrict the folds
    allowed = clear & ~ndi.binary_dilation(~clear, iterations=GAP)
    target = int(SHARE * np.count_nonzero(clear))
    for number in range(1, FOLDS + 1):
        best = np.zeros(clear.shape, dtype=bool)
        for _ in range(TRIES):
            shape = shapes[int(generator.integers(len(shapes)))] if shapes else _disc(height, width)
            piece = _placed(shape, (height, width), generator) & allowed & (fold == 0)
            piece = _cropped(piece, target, generator)
            if piece.sum() > best.sum():
                best = piece
            if best.sum() > 0.7 * target:
                break
        if best.sum() >= LEAST:
            fold[best] = number
    return fold


def _placed(shape: np.ndarray, size: tuple[int, int], generator: np.random.Generator) -> np.ndarray:
    """The shape, mirrored at random and shifted cyclically in a window of the given size."""
    if generator.random() < 0.5:
        shape = shape[::-1]
    if generator.random() < 0.5:
        shape = shape[:, ::-1]
    laid = np.zeros(size, dtype=bool)
    rows, cols = min(size[0], shape.shape[0]), min(size[1], shape.shape[1])
    laid[:rows, :cols] = shape[:rows, :cols]
    return np.roll(laid, (int(generator.integers(size[0])), int(generator.integers(size[1]))), (0, 1))


def _cropped(piece: np.ndarray, most: int, generator: np.random.Generator) -> np.ndarray:
    """The part of about `most` pixels around a random one, by Chebyshev distance."""
    rows, cols = np.nonzero(piece)
    if rows.size <= most:
        return piece
    middle = int(generator.integers(rows.size))
    distance = np.maximum(np.abs(rows - rows[middle]), np.abs(cols - cols[middle]))
    near = distance <= np.partition(distance, most)[most]
    cut = np.zeros_like(piece)
    cut[rows[near], cols[near]] = True
    return cut


def _disc(height: int, width: int) -> np.ndarray:
    radius = max(2, min(height, width) // 6)
    rows, cols = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    return np.asarray(rows**2 + cols**2 <= radius**2)
