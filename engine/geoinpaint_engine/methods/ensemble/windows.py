"""The windows of a scene that a fit is made from: all of a small one, random ones of a large one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.events import Control
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window

WHOLE = 512  # px: a scene of at most this size on each side is learned from as one window
SIDE = 192  # px of the windows that a larger scene is learned from
LEARN_PIXELS = 120_000  # clear pixels that are read for it, at most
CANDIDATES = 96  # windows looked at to find them, at most
LEAST_CLEAR = 0.4  # share of clear pixels in a window that is worth its reading
FEW_SHAPES = 16  # holes that lend their shapes, at most
LEAST_HOLE = 64  # px of a hole that lends its shape


def learned_from(
    source: ChipSource, windows: Sequence[Window], *, seed: int, control: Control, hidden: bool
) -> tuple[list[Chip], list[np.ndarray]]:
    """The chips to learn from, and shapes of holes, (rows, cols) bool each.

    Args:
        source: the scene and its evidence.
        windows: the chips that will be filled, halo included; half of what is learned from lies in them.
        seed: of the draw.
        control: asked at every window.
        hidden: the hold-out patches count as hole.
    """
    bounds = source.grid.window
    if max(bounds.shape) <= WHOLE:
        chip = source.chip(bounds, hidden=hidden)
        return [chip], [chip.hole] if chip.hole.sum() >= LEAST_HOLE else []
    generator = np.random.default_rng(np.random.SeedSequence((seed, 3)))
    everywhere = list(bounds.blocks(SIDE))
    near = sorted({block for block in everywhere if any(block.intersection(window) for window in windows)})
    order = [*_shuffled(everywhere, generator)[: CANDIDATES // 2], *_shuffled(near, generator)[: CANDIDATES // 2]]
    # far and near in turns, each block once
    order = list(dict.fromkeys(block for pair in _turns(order, CANDIDATES // 2) for block in pair))
    chips: list[Chip] = []
    shapes: list[np.ndarray] = []
    poorer: list[Chip] = []
    pixels = 0
    for block in order:
        control.check()
        chip = source.chip(block, hidden=hidden)
        count = int(chip.clear_ground.sum())
        if chip.hole.sum() >= LEAST_HOLE and len(shapes) < FEW_SHAPES:
            shapes.append(chip.hole)
        if count < LEAST_CLEAR * block.area:
            poorer.append(chip)
            continue
        chips.append(chip)
        pixels += count
        if pixels >= LEARN_PIXELS:
            break
    return chips or sorted(poorer, key=lambda chip: -int(chip.clear.sum()))[:8], shapes


def _shuffled(blocks: Sequence[Window], generator: np.random.Generator) -> list[Window]:
    return [blocks[index] for index in generator.permutation(len(blocks))]


def _turns(order: Sequence[Window], half: int) -> list[tuple[Window, ...]]:
    """The first and the second half of a list, pairwise."""
    first, second = order[:half], order[half:]
    longest = max(len(first), len(second))
    return [tuple(part[i] for part in (first, second) if i < len(part)) for i in range(longest)]
