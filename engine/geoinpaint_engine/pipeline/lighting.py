"""Shadow that is filled, lit where it shows the ground; and what that leaves of the error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.quality.holdout import PatchFill, hidden_mask
from geoinpaint_engine.quality.shade import LIT, ErrorLeft, error_left, lit
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.fills import FillStore
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import HoleMask
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import FillWindow


def with_shadow_lit(source: JobSource, fill: np.ndarray, window: Window) -> tuple[np.ndarray, np.ndarray | None]:
    """A fill where cloud and shadow were added to the mask: mostly the ground that is seen through either.

    Args:
        source: the run's.
        fill: (bands, rows, cols) float32 DN.
        window: where it lies.

    Returns:
        The same; and (rows, cols) float32 0 to 1 by how much shadow was lit, None where nothing was added to the mask.
    """
    seen = source.with_ground_seen(fill, window)
    change = change_of(source)
    if change is None:
        return seen, None
    shaded, dark = source.may_be_shaded(window), no_light(source.scene)[:, None, None]
    shaded &= np.isfinite(fill).all(axis=0)
    if not shaded.any():
        return seen, shaded.astype(np.float32)
    data, valid = source.scene.read_bands(window)
    image, weight = lit(data - dark, fill - dark, shaded & valid.all(axis=0), change)
    return np.where(weight > 0, image + dark, seen), weight.mean(axis=0) / np.float32(LIT)


def change_of(source: JobSource) -> np.ndarray | None:
    """(bands, bands) DN^2 of how ground changes, where shadow may be lit, else None."""
    change = None if source.judged is None else source.judged.change
    return change if change is not None and len(change) == len(source.band_names) else None


def no_light(scene: Scene) -> np.ndarray:
    """(bands,) float32 DN of ground without any light."""
    return np.array([-radiometry.offset / radiometry.scale for radiometry in scene.radiometry], np.float32)


def left_of_error(source: JobSource, fills: Sequence[PatchFill]) -> ErrorLeft | None:
    """What lighting leaves of the fill's error, by the hidden patches; None where it was not done or cannot be told."""
    change = change_of(source)
    if change is None or not fills:
        return None
    dark = no_light(source.scene)[:, None, None]
    return error_left(
        [(one.truth - dark, one.fill - dark, hidden_mask([one.patch], one.window)) for one in fills], change
    )


@dataclass(frozen=True)
class Lighting:
    """What was lit of the pixels that are filled.

    Args:
        pixels: how many.
        squared_left: what is left of the mean squared error of all that is filled, 0 to 1.
    """

    pixels: int = 0
    squared_left: float = 1.0


def lighting(
    store: FillStore | None, left: ErrorLeft | None, mask: HoleMask, windows: Sequence[FillWindow],
    area: Area | None = None,
) -> Lighting:  # fmt: skip
    """Counts what was lit.

    Args:
        store: by how much each window's pixels were lit, or None.
        left: what lighting leaves of an error, or None: all.
        mask: the stored mask.
        windows: of the plan.
        area: only what is filled in it counts; None = all.
    """
    if store is None:
        return Lighting()
    squared, pixels, count = 0.0, 0, 0
    for window in windows:
        told = store.get(window)
        hole = mask.hole_in(window.core, area)
        count += int(np.count_nonzero(hole))
        if told is None:
            squared += float(np.count_nonzero(hole))
            continue
        share = np.nan_to_num(told[0][window.core.within(window.reach)][hole])
        pixels += int(np.count_nonzero(share))
        squared += float(len(share) if left is None else left.squared(share).sum())
    return Lighting(pixels, squared / count if count else 1.0)
