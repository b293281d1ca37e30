"""Shadow that is filled, lit where it shows the ground; and what that leaves of the error."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.quality.holdout import PatchFill, hidden_mask
from geoinpaint_engine.quality.shade import LIT, error_left, lit
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


def left_of_error(source: JobSource, fills: Sequence[PatchFill]) -> float:
    """What lighting leaves of the fill's error, 0 to 1, by the hidden patches; 1 where it was not done or told."""
    change = change_of(source)
    if change is None or not fills:
        return 1.0
    dark = no_light(source.scene)[:, None]
    truth = np.concatenate([one.hidden_truth for one in fills], axis=1) - dark
    made = np.concatenate([one.fill[:, hidden_mask([one.patch], one.window)] for one in fills], axis=1) - dark
    known = np.isfinite(made).all(axis=0)
    return error_left(truth[:, known], made[:, known], change)


def squared_left(
    store: FillStore | None, left: float, mask: HoleMask, windows: Sequence[FillWindow], area: Area | None = None
) -> float:
    """What is left of the mean squared error of what is filled, 0 to 1.

    Args:
        store: by how much each window's pixels were lit, or None.
        left: what lighting leaves of an error.
        mask: the stored mask.
        windows: of the plan.
        area: only what is filled in it counts; None = all.
    """
    squared, pixels = 0.0, 0
    for window in windows if store is not None and left < 1 else ():
        told = None if store is None else store.get(window)
        hole = mask.hole_in(window.core, area)
        count = int(np.count_nonzero(hole))
        share = np.zeros(count) if told is None else np.nan_to_num(told[0][window.core.within(window.reach)][hole])
        squared, pixels = squared + float(((1 - (1 - left) * share) ** 2).sum()), pixels + count
    return squared / pixels if pixels else 1.0
