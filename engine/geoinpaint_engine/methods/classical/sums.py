"""Sums over the clear ground of a scene, formed in one pass with and without the hold-out patches."""

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
    """What a fill sums over clear pixels."""

    def add(self, chip: Chip) -> None:
        """Adds the clear pixels of a chip."""

    def empty(self: S) -> S:
        """Sums over no pixel."""

    def copy(self: S) -> S:
        """Sums that can be added to without changing these."""

    def merge(self: S, other: S) -> None:
        """Adds other sums."""

    def state(self) -> dict[str, np.ndarray]:
        """The sums as arrays."""


S = TypeVar("S", bound=Sums)


@dataclass(frozen=True)
class FullSums(Generic[S]):
    """Sums over all clear ground, left by a fit with patches hidden, and of which source (None: the run's only one)."""

    source: ChipSource | None
    sums: S


def sums_of_scene(blocks: Blocks, of: Callable[[Chip], S]) -> tuple[S, S | None]:
    """Sums over the clear ground of a scene, read once.

    Args:
        blocks: reads the scene.
        of: makes empty sums for chips like the given one; its clear pixels are the pivot, if one is needed.

    Returns:
        The sums over what may be learned from now, and those with the hidden patches added; None where nothing is
        hidden, or it is not known what.
    """
    sums: S | None = None
    back: S | None = None
    known = True
    windows = list(blocks.bounds.blocks(BLOCK))
    with blocks.parallel_map(lambda w: despeckled(blocks.chip(w)), windows) as chips:
        for window, chip in zip(windows, chips, strict=True):
            if sums is None and not chip.clear_ground.any():
                # nothing to learn yet; patches without any clear ground in their block would be lost
                known = known and not _any(blocks.patches(window))
                continue
            if sums is None:
                sums = of(chip)
                back = sums.empty()
            sums.add(chip)
            patches = blocks.patches(window)
            if patches is None:
                known = False
            elif back is not None and patches.any():
                back.add(replace(chip, clear=patches & chip.hole, hole=chip.hole & ~patches))
    if sums is None:  # nothing is clear: a fit that serves no pixel
        return of(blocks.chip(Window(0, 0, 1, 1))), None
    if not known or back is None:
        return sums, None
    full = sums.copy()
    full.merge(back)
    return sums, full


def _any(pixels: np.ndarray | None) -> bool:
    return pixels is not None and bool(pixels.any())


@dataclass
class SceneSums(Generic[S]):
    """The sums of the last fit; those of a fit with the patches hidden serve the fit that follows without them.

    Args:
        make: empty sums for chips like the given one; its clear pixels are the pivot, if one is needed.
        read: sums from their `state`.
    """

    make: Callable[[Chip], S]
    read: Callable[[Mapping[str, np.ndarray]], S]
    now: S | None = None
    _full: FullSums[S] | None = None

    def learn(self, blocks: Blocks, source: ChipSource, *, hidden: bool) -> S:
        """The sums of the whole scene."""
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
        """Takes the parts of a `state`; returns the sums of the last fit."""
        self.now = self.read(state["now"]) if "now" in state else None
        self._full = FullSums(None, self.read(state["spare"])) if "spare" in state else None
        return self.now
