"""Relights shadow that is filled (`quality/shade.py`), and corrects the announced error for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.quality.holdout import PatchFill, hidden_mask
from geoinpaint_engine.quality.shade import RELIT, RemainingError, relight, remaining_error
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.fills import FillStore
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import HoleMask
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.source import JobSource
from geoinpaint_engine.raster.windows import FillWindow


def with_shadow_lit(source: JobSource, fill: np.ndarray, window: Window) -> tuple[np.ndarray, np.ndarray | None]:
    """A fill with the ground that is visible through thin cloud and shadow blended in, and shadow relit.

    Args:
        source: the run's.
        fill: (bands, rows, cols) float32 DN.
        window: the window of the fill.

    Returns:
        (bands, rows, cols) DN; and (rows, cols) float32, the weight of relit ground as a fraction of its largest, 0 to
        1; None where nothing was added to the mask.
    """
    blended = source.with_ground_seen(fill, window)
    covariance = change_of(source)
    if covariance is None:
        return blended, None
    candidates, zero = source.may_be_shaded(window), dark_level(source.scene)[:, None, None]
    candidates &= np.isfinite(fill).all(axis=0)
    if not candidates.any():
        return blended, candidates.astype(np.float32)
    data, valid = source.scene.read_bands(window)
    image, weight = relight(data - zero, fill - zero, candidates & valid.all(axis=0), covariance)
    return np.where(weight > 0, image + zero, blended), weight.mean(axis=0) / np.float32(RELIT)


def change_of(source: JobSource) -> np.ndarray | None:
    """(bands, bands) DN^2: covariance of cloud-free ground's residuals; None where shadow cannot be relit."""
    change = None if source.judged is None else source.judged.change
    return change if change is not None and len(change) == len(source.band_names) else None


def dark_level(scene: Scene) -> np.ndarray:
    """(bands,) float32 DN of zero reflectance."""
    return np.array([-radiometry.offset / radiometry.scale for radiometry in scene.radiometry], np.float32)


def relighting_error(source: JobSource, fills: Sequence[PatchFill]) -> RemainingError | None:
    """Remaining error after relighting, measured on the hidden patches; None where not applicable or measurable."""
    change = change_of(source)
    if change is None or not fills:
        return None
    dark = dark_level(source.scene)[:, None, None]
    return remaining_error(
        [(one.truth - dark, one.fill - dark, hidden_mask([one.patch], one.window)) for one in fills], change
    )


@dataclass(frozen=True)
class Lighting:
    """The extent of relighting among the filled pixels.

    Args:
        pixels: number of relit pixels.
        squared_left: remaining share of the mean squared error over all filled pixels, 0 to 1.
    """

    pixels: int = 0
    squared_left: float = 1.0


def lighting(
    store: FillStore | None, left: RemainingError | None, mask: HoleMask, windows: Sequence[FillWindow],
    area: Area | None = None,
) -> Lighting:  # fmt: skip
    """Counts the relit pixels and averages their remaining error.

    Args:
        store: weights of relit ground, by window, or None.
        left: remaining error after relighting; None: unchanged.
        mask: the stored mask.
        windows: of the plan.
        area: only pixels filled in it are counted; None = everywhere.
    """
    if store is None:
        return Lighting()
    squared, pixels, count = 0.0, 0, 0
    for window in windows:
        weights = store.get(window)
        hole = mask.hole_in(window.core, area)
        count += int(np.count_nonzero(hole))
        if weights is None:
            squared += float(np.count_nonzero(hole))
            continue
        share = np.nan_to_num(weights[0][window.core.within(window.reach)][hole])
        pixels += int(np.count_nonzero(share))
        squared += float(len(share) if left is None else left.squared(share).sum())
    return Lighting(pixels, squared / count if count else 1.0)
