"""How much the hidden patches are like the hole, told from the other dates: an error on land says little of the sea."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geoinpaint_engine.quality.contamination.series import gaussian
from geoinpaint_engine.quality.density_ratio import DensityRatio, Moments
from geoinpaint_engine.quality.holdout import Patch
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.source import JobSource

FINE, WIDE, TEXTURE = 1.5, 6.0, 3.0  # px: of the Gaussian means that are looked at
REACH = 4.0  # deviations over which a Gaussian reaches
HALO = 18  # px around a window that they reach
DARKEST = 0.01  # of what is usual: what is darker is not told apart
MOST = 10.0  # largest weight: an error may differ more from place to place than what is learned
PIXELS = 4000  # of the hole in a window that are looked at, at most


def patch_weights(
    source: JobSource, patches: Sequence[Patch], cores: Sequence[Window], area: Area | None = None, *, threads: int = 1
) -> list[np.ndarray]:
    """For each patch (n,) float32 weights of its hidden pixels: density of the evidence under the hole over theirs.

    Args:
        source: the scene, its mask and its other dates.
        patches: what was hidden.
        cores: the parts of the scene whose holes are looked at.
        area: only what is filled in it counts; None = all.
        threads: that look at cores side by side.

    Returns:
        All 1 where there is no other date, or too little of hole or patches to tell.
    """
    weights = [np.ones(patch.pixels, dtype=np.float32) for patch in patches]
    if not source.references:
        return weights
    usual = _usual(source, patches)

    def under_hole(core: Window) -> np.ndarray | None:
        hole = source.mask.hole_in(core, area)
        if not hole.any():
            return None
        found = _features(source, core, usual)[:, hole]
        return found[:, :: -(-found.shape[1] // PIXELS)]

    with parallel_map(lambda p: _features(source, p.window, usual)[:, p.hidden], patches, threads, name="like") as made:
        beside = list(made)
    with parallel_map(under_hole, cores, threads, name="like") as looked:
        under = [found for found in looked if found is not None]
    if not under or not beside:
        return weights
    ratio = DensityRatio.between(Moments.of(beside), Moments.of(under))
    return weights if ratio is None else [ratio.weights(features, MOST) for features in beside]


def _usual(source: JobSource, patches: Sequence[Patch]) -> np.ndarray:
    """(bands,) DN of the dates on the patches: their scale, by which logarithms are kept from running off."""
    means = [_mean(source, patch.window)[:, patch.hidden] for patch in patches]
    return np.asarray(np.maximum(np.median(np.concatenate(means, axis=1), axis=1), 1e-6))


def _features(source: JobSource, window: Window, usual: np.ndarray) -> np.ndarray:
    """(features, rows, cols) float32 of a window: logarithms of the dates' mean at two scales, and of its texture."""
    outer = window.padded(HALO, source.grid.window)
    scaled = _mean(source, outer) / usual[:, None, None]
    near, wide = (np.stack([_gaussian(band, sigma) for band in scaled]) for sigma in (FINE, WIDE))
    texture = np.sqrt(_gaussian(((scaled - near) ** 2).mean(axis=0), TEXTURE))
    features = np.concatenate([near, wide, texture[None]])
    return np.log(np.maximum(features, DARKEST)).astype(np.float32)[(slice(None), *window.within(outer))]


def _gaussian(plane: np.ndarray, sigma: float) -> np.ndarray:
    return gaussian(plane.astype(np.float32, copy=False), sigma, reach=REACH)


def _mean(source: JobSource, window: Window) -> np.ndarray:
    """(bands, rows, cols) float32 DN: the mean of the dates that show a pixel, 0 where none does."""
    total, count = np.zeros((len(source.band_names), *window.shape), np.float32), np.zeros(window.shape, np.float32)
    for reference in source.references:
        data, seen = reference.read(window)
        seen &= np.isfinite(data[list(reference.match)]).all(axis=0)
        for band, number in zip(total, reference.match, strict=True):
            band += data[number] if seen.all() else np.where(seen, data[number], np.float32(0))
        count += seen
    total /= np.maximum(count, 1)
    return total
