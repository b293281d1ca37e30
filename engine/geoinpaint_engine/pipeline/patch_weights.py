"""Importance weights of the hidden patches: how similar their ground is to that under the hole, by the other dates.

An error measured on land says little about a hole at sea.
"""

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

FINE, WIDE, TEXTURE = 1.5, 6.0, 3.0  # px, sigmas of the Gaussian means that the features consist of
REACH = 4.0  # truncation of the Gaussians, in sigmas
HALO = 18  # px around a window that the features need
DARKEST = 0.01  # features are clipped here before the logarithm, relative to the median
MOST = 10.0  # largest weight; larger than for learning, because errors vary more from place to place
PIXELS = 4000  # hole pixels per window at most
# Px a side up to which a core is looked at whole; of a larger one, the part of so many px a side that has most hole:
# reading all dates over all cores costs more than all else in this measurement.
WHOLE, PART = 512, 256


def patch_weights(
    source: JobSource, patches: Sequence[Patch], cores: Sequence[Window], area: Area | None = None, *,
    means: Sequence[np.ndarray | None] = (), threads: int = 1,
) -> list[np.ndarray]:  # fmt: skip
    """For each patch, (n,) float32 weights of its hidden pixels: the features' density under the hole over theirs.

    Args:
        source: the scene, its mask and its other dates.
        patches: the hidden patches.
        cores: windows of the scene whose holes are sampled.
        area: only holes in it count; None = everywhere.
        means: of each patch, `mean_around`, where it is known already.
        threads: number of cores processed in parallel.

    Returns:
        All 1 where there is no other date, or too few pixels of hole or patches for an estimate.
    """
    weights = [np.ones(patch.pixels, dtype=np.float32) for patch in patches]
    if not source.references:
        return weights
    known = dict(enumerate(means))

    def mean_of(number: int) -> np.ndarray:
        mean = known.get(number)
        return mean_around(source, patches[number]) if mean is None else mean

    with parallel_map(mean_of, range(len(patches)), threads, name="like") as read:
        found = list(read)
    level = _typical_level(source, patches, found)
    of_patches = [
        _hidden(source, patch, _features(mean, level)) for patch, mean in zip(patches, found, strict=True)
    ]

    def under_hole(core: Window) -> np.ndarray | None:
        hole = source.mask.hole_in(core, area)
        if not hole.any():
            return None
        part = most_of(hole, core)
        hole, outer = hole[part.within(core)], _outer(source, part)
        mean = _mean(source, outer)
        hole &= mean[(slice(None), *part.within(outer))].any(axis=0)  # what no date shows is like no ground
        if not hole.any():
            return None
        features = _features(mean, level)[(slice(None), *part.within(outer))][:, hole]
        return features[:, :: -(-features.shape[1] // PIXELS)]

    with parallel_map(under_hole, cores, threads, name="like") as core_features:
        of_hole = [features for features in core_features if features is not None]
    if not of_hole or not of_patches:
        return weights
    ratio = DensityRatio.between(Moments.of(of_patches), Moments.of(of_hole))
    return weights if ratio is None else [ratio.weights(features, MOST) for features in of_patches]


def mean_around(source: JobSource, patch: Patch) -> np.ndarray:
    """(bands, rows, cols) float32 DN: the dates' mean over a patch and the surroundings that its features need."""
    return _mean(source, _outer(source, patch.window))


def most_of(hole: np.ndarray, core: Window) -> Window:
    """The part of a core that is looked at: all of a small one, of a large one the block with most hole.

    The block is shrunk by the features' reach, so that no block of a file beside it is decoded for them.
    """
    if max(core.shape) <= WHOLE:
        return core
    most = max(core.blocks(PART), key=lambda block: np.count_nonzero(hole[block.within(core)]))
    inner = Window(most.row + HALO, most.col + HALO, most.height - 2 * HALO, most.width - 2 * HALO)
    return inner if min(inner.shape) > 0 and hole[inner.within(core)].any() else most


def _outer(source: JobSource, window: Window) -> Window:
    """The window with the surroundings that its features need."""
    return window.padded(HALO, source.grid.window)


def _hidden(source: JobSource, patch: Patch, values: np.ndarray) -> np.ndarray:
    """(planes, n): what (planes, rows, cols) over a patch and its surroundings hold at its hidden pixels."""
    return values[(slice(None), *patch.window.within(_outer(source, patch.window)))][:, patch.hidden]


def _typical_level(source: JobSource, patches: Sequence[Patch], means: Sequence[np.ndarray]) -> np.ndarray:
    """(bands,) DN: the dates' median on the patches, by which the features are normalised before the logarithm."""
    hidden = [_hidden(source, patch, mean) for patch, mean in zip(patches, means, strict=True)]
    return np.asarray(np.maximum(np.median(np.concatenate(hidden, axis=1), axis=1), 1e-6))


def _features(mean: np.ndarray, level: np.ndarray) -> np.ndarray:
    """(features, rows, cols) float32 of the dates' mean: its logarithms at two scales, and that of its texture."""
    scaled = mean / level[:, None, None]
    near, wide = (np.stack([_gaussian(band, sigma) for band in scaled]) for sigma in (FINE, WIDE))
    texture = np.sqrt(_gaussian(((scaled - near) ** 2).mean(axis=0), TEXTURE))
    features = np.concatenate([near, wide, texture[None]])
    return np.log(np.maximum(features, DARKEST)).astype(np.float32)


def _gaussian(plane: np.ndarray, sigma: float) -> np.ndarray:
    return gaussian(plane.astype(np.float32, copy=False), sigma, reach=REACH)


def _mean(source: JobSource, window: Window) -> np.ndarray:
    """(bands, rows, cols) float32 DN: mean of the dates that are valid at a pixel, 0 where none is."""
    total, count = np.zeros((len(source.band_names), *window.shape), np.float32), np.zeros(window.shape, np.float32)
    for reference in source.references:
        data, seen = reference.read(window)
        seen &= np.isfinite(data[list(reference.match)]).all(axis=0)
        for band, number in zip(total, reference.match, strict=True):
            band += data[number] if seen.all() else np.where(seen, data[number], np.float32(0))
        count += seen
    total /= np.maximum(count, 1)
    return total
