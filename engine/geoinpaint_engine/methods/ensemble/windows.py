"""Chooses the training windows: the whole of a small scene, random windows of a large one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.events import Control
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window

WHOLE = 512  # px: a scene up to this size on each side is one training window
SIDE = 192  # px a side of the training windows of a larger scene
LEARN_PIXELS = 120_000  # clear pixels that are enough for a fit
CANDIDATES = 96  # windows read at most to find them
LEAST_CLEAR = 0.4  # share of clear pixels that a training window needs
FEW_SHAPES = 16  # windows at most whose holes give the folds their shapes
LEAST_HOLE = 64  # px of hole that such a window needs


def learned_from(
    source: ChipSource, windows: Sequence[Window], *, seed: int, control: Control, hidden: bool
) -> tuple[list[Chip], list[np.ndarray]]:
    """The training chips, and the holes of some windows, (rows, cols) bool each, as shapes of the folds.

    Args:
        source: the scene and its evidence.
        windows: the windows that will be filled, halo included; half of the training windows intersect them.
        seed: of the random choice.
        control: checked at every window; raises to cancel.
        hidden: whether the hold-out patches count as hole.
    """
    bounds = source.grid.window
    if max(bounds.shape) <= WHOLE:
        chip = source.chip(bounds, hidden=hidden)
        return [chip], [chip.hole] if chip.hole.sum() >= LEAST_HOLE else []
    generator = np.random.default_rng(np.random.SeedSequence((seed, 3)))
    blocks = list(bounds.blocks(SIDE))
    near = sorted({block for block in blocks if any(block.intersection(window) for window in windows)})
    order = [*_shuffled(blocks, generator)[: CANDIDATES // 2], *_shuffled(near, generator)[: CANDIDATES // 2]]
    # alternate between windows anywhere and near holes, each block once
    order = list(dict.fromkeys(block for pair in _alternated(order, CANDIDATES // 2) for block in pair))
    chips: list[Chip] = []
    shapes: list[np.ndarray] = []
    poorer: list[Chip] = []
    pixels = 0
    for block in order:
        control.check()
        chip = source.chip(block, hidden=hidden)
        clear_pixels = int(chip.clear_ground.sum())
        if chip.hole.sum() >= LEAST_HOLE and len(shapes) < FEW_SHAPES:
            shapes.append(chip.hole)
        if clear_pixels < LEAST_CLEAR * block.area:
            poorer.append(chip)
            continue
        chips.append(chip)
        pixels += clear_pixels
        if pixels >= LEARN_PIXELS:
            break
    return chips or sorted(poorer, key=lambda chip: -int(chip.clear.sum()))[:8], shapes


def _shuffled(blocks: Sequence[Window], generator: np.random.Generator) -> list[Window]:
    return [blocks[index] for index in generator.permutation(len(blocks))]


def _alternated(order: Sequence[Window], half: int) -> list[tuple[Window, ...]]:
    """Pairs up the first and the second half of a list."""
    first, second = order[:half], order[half:]
    longest = max(len(first), len(second))
    return [tuple(part[i] for part in (first, second) if i < len(part)) for i in range(longest)]
