"""Chips of made ground with holes, references and SAR, and fills of them window by window."""

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.base import Context
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.grid import Window
from tests.engine.scenes import clouds, smooth_noise


def make_chip(size=96, share=0.35, bands=3, seed=0):
    """A scene that two other dates tell most of, with clouds on all of them."""
    ground = 1500 + smooth_noise((bands + 1, size, size), seed=seed)
    truth = 1.2 * ground[:bands] + 200 + smooth_noise((bands, size, size), seed=seed + 1, smooth=12, deviation=50)
    hole = clouds(size, share, seed=seed)
    references = tuple(
        ReferenceChip(
            (ground * factor + smooth_noise(ground.shape, seed=seed + 3 + n, deviation=30)).astype(np.float32),
            ~clouds(size, 0.3, seed=seed + 7 + n),
            tuple(range(bands)),
            date,
        )
        for n, (factor, date) in enumerate(((0.9, "2021-05-01"), (1.0, "2021-06-20")))
    )
    sar = SarChip((ground[:2] / 300 - 15).astype(np.float32), np.ones_like(hole))
    chip = Chip(Window(0, 0, size, size), np.where(hole, 0, truth).astype(np.float32), ~hole, hole, references, sar)
    return chip, truth.astype(np.float32)


def fit(fill, source, windows, *, hidden=False, control=None, **options):
    method = classical_fill(fill, **options)
    method.fit(source, Context(windows=windows, control=control or Control(), hidden=hidden))
    return method


def chips_of(source, tile, halo):
    bounds = source.grid.window
    return [core.padded(halo, bounds) for core in bounds.blocks(tile)]


def fill_by_windows(method, source, tile, halo, *, order=1):
    """The fill of a scene put together from windows, in either order of the windows."""
    bounds = source.grid.window
    out = source.whole.scene.copy()
    for core in list(bounds.blocks(tile))[::order]:
        window = core.padded(halo, bounds)
        filled = method.fill(source.chip(window))
        out[(slice(None), *core.slices)] = filled[(slice(None), *core.within(window))]
    return out


def big_scene(size, share=None, *, seed=0):
    """A rough scene with a hole that spreads over many windows."""
    values = 2500 + smooth_noise((2, size, size), seed=seed, smooth=1.5, deviation=600)
    values += smooth_noise((2, size, size), seed=seed + 1, smooth=size / 12, deviation=600)
    if share is None:
        rows, cols = np.mgrid[:size, :size]
        hole = np.hypot(rows - 0.48 * size, cols - 0.52 * size) < 0.44 * size
        hole ^= ndi.binary_dilation(hole, iterations=8) & clouds(size, 0.5, smooth=3)
    else:
        hole = clouds(size, share, smooth=size / 25)
    return Chip(Window(0, 0, size, size), np.where(hole, 0, values).astype(np.float32), ~hole, hole), values
