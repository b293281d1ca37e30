"""Sums over the clear ground of a scene, with and without the hold-out patches, in a single pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

import numpy as np

from geoinpaint_engine.methods.classical.blocks import BLOCK, Blocks
from geoinpaint_engine.methods.classical.evidence import despeckled
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.raster.grid import Window


class Sums(Protocol):
    """Sums over clear pixels that a fill is fitted from."""

    def add(self, chip: Chip) -> None:
        """Adds the clear pixels of a chip."""

    def empty(self: S) -> S:
        """Sums over no pixels."""

    def copy(self: S) -> S:
        """An independent copy."""

    def merge(self: S, other: S) -> None:
        """Adds other sums."""

    def state(self) -> dict[str, np.ndarray]:
        """The sums as named arrays."""


S = TypeVar("S", bound=Sums)


@dataclass(frozen=True)
class FullSums(Generic[S]):
    """Sums over all clear ground, kept by a fit with hidden patches, and their source (None: restored from a state)."""

    source: ChipSource | None
    sums: S


def sums_of_scene(blocks: Blocks, of: Callable[[Chip], S]) -> tuple[S, S | None]:
    """Sums over the clear ground of a scene, which is read once.

    Args:
        blocks: reads the scene.
        of: creates empty sums for chips with the layout of the given one, whose clear pixels give the pivot, if needed.

    Returns:
        The sums without the hidden patches, and those with them; the latter are None if nothing is hidden, or it is
        unknown what.
    """
    sums: S | None = None
    patch_sums: S | None = None
    patches_known = True
    windows = list(blocks.bounds.blocks(BLOCK))
    with blocks.parallel_map(lambda w: despeckled(blocks.chip(w)), windows) as chips:
        for window, chip in zip(windows, chips, strict=True):
            if sums is None and not chip.clear_ground.any():
                # no pivot yet, so that patches of this block cannot be summed
                patches_known = patches_known and not _any(blocks.patches(window))
                continue
            if sums is None:
                sums = of(chip)
                patch_sums = sums.empty()
            sums.add(chip)
            patches = blocks.patches(window)
            if patches is None:
                patches_known = False
            elif patch_sums is not None and patches.any():
                patch_sums.add(replace(chip, clear=patches & chip.hole, hole=chip.hole & ~patches))
    if sums is None:  # no clear pixel: empty sums
        return of(blocks.chip(Window(0, 0, 1, 1))), None
    if not patches_known or patch_sums is None:
        return sums, None
    full = sums.copy()
    full.merge(patch_sums)
    return sums, full


def _any(pixels: np.ndarray | None) -> bool:
    return pixels is not None and bool(pixels.any())


@dataclass
class SceneSums(Generic[S]):
    """The sums of the last fit; a fit with hidden patches also keeps the sums of the fit on all ground that follows.

    Args:
        make: creates empty sums, see `sums_of_scene`.
        read: restores sums from their `state`.
    """

    make: Callable[[Chip], S]
    read: Callable[[Mapping[str, np.ndarray]], S]
    now: S | None = None
    _full: FullSums[S] | None = None

    def learn(self, blocks: Blocks, source: ChipSource, *, hidden: bool) -> S:
        """The sums over the whole scene, reusing those that the preceding fit has kept."""
        full_sums, self._full = self._full, None
        if full_sums is not None and not hidden and full_sums.source in (None, source):
            self.now = full_sums.sums
            return self.now
        self.now, full = sums_of_scene(blocks, self.make)
        if hidden and full is not None:
            self._full = FullSums(source, full)
        return self.now

    def state(self) -> dict[str, np.ndarray]:
        """The sums as arrays."""
        kept = {"now": self.now, "spare": None if self._full is None else self._full.sums}
        return {f"{part}.{k}": v for part, sums in kept.items() if sums is not None for k, v in sums.state().items()}

    def restore(self, state: Mapping[str, Mapping[str, np.ndarray]]) -> S | None:
        """Restores from the parts of a `state`; returns the sums of the last fit."""
        self.now = self.read(state["now"]) if "now" in state else None
        self._full = FullSums(None, self.read(state["spare"])) if "spare" in state else None
        return self.now
