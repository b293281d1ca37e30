"""The part of the hole that no other date shows: its fill is worse, so the hold-out needs its share of such ground."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.pipeline.patch_weights import most_of
from geoinpaint_engine.quality.holdout import Patch
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.scene import Warn
from geoinpaint_engine.raster.source import JobSource

PARTLY = 0.05  # share of the hole without other dates from which on it counts
MOST = 0.99  # share that counts at most: where blind patches cannot be filled, the others still tell the error


def unshown_share(source: JobSource, cores: Sequence[Window], area: Area | None = None) -> float:
    """Share of the hole that no reference shows, 0 to 1; of large cores a part is read.

    Args:
        source: the scene, its mask and its other dates.
        cores: windows of the scene.
        area: only holes in it count; None = everywhere.
    """
    pixels = unshown = 0
    for core in cores:
        hole = source.mask.hole_in(core, area)
        if hole.any():
            part = most_of(hole, core)
            hole = hole[part.within(core)]
            if source.mask.fills_nodata:
                hole = hole & source.hole(part)  # nodata without any evidence stays
            pixels += int(np.count_nonzero(hole))
            unshown += int(np.count_nonzero(_unshown(source, part, hole)))
    return unshown / max(pixels, 1)


def warn_of_unshown(share: float, *, sar: bool, warn: Warn) -> None:
    """Warns where the dates show a part of the hole only: `ground-unshown`.

    Args:
        share: see `unshown_share`.
        sar: whether Sentinel-1 serves to fill too.
        warn: called with (code, message).
    """
    if share < PARTLY:
        return
    part = "the ground" if share > MOST else f"about {share:.0%} of the ground"
    rest = "Sentinel-1 and the image alone" if sar else "the image alone"
    warn(
        "ground-unshown",
        f"No other date shows {part} that is to be filled: it is filled from {rest}, which is less exact. "
        "Add dates that show it.",
    )


def unshown_pixels(source: JobSource, patches: Sequence[Patch]) -> list[np.ndarray]:
    """For each patch, (n,) bool: which of its hidden pixels no reference shows; all of a blind one."""
    return [
        np.ones(patch.pixels, dtype=bool) if patch.blind
        else _unshown(source, patch.window, patch.hidden)[patch.hidden]
        for patch in patches
    ]  # fmt: skip


def _unshown(source: JobSource, window: Window, wanted: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the wanted pixels of a window that no reference shows; reads no more of them than it takes."""
    left = wanted.copy()
    for reference in source.references:
        if not left.any():
            break
        left &= ~reference.read(window)[1]
    return left


def balanced(weights: Sequence[np.ndarray], unshown: Sequence[np.ndarray], share: float) -> list[np.ndarray]:
    """Weights of hidden pixels such that those without other dates have their share of the total.

    Args:
        weights: for each patch (n,) float32, by what the other dates show; without them, all count alike.
        unshown: for each patch (n,) bool, see `unshown_pixels`.
        share: of the hole, see `unshown_share`; MOST at most.

    Returns:
        The weights as they are where the patches have one kind of ground only.
    """
    without = np.concatenate(unshown)
    shown_total = float(np.concatenate(weights)[~without].sum())
    if shown_total <= 0 or not without.any():
        return list(weights)
    share = min(share, MOST)
    alike = share / (1 - share) * shown_total / np.count_nonzero(without)
    return [np.where(kind, np.float32(alike), one) for one, kind in zip(weights, unshown, strict=True)]
