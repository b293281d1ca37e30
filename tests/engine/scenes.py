"""Scenes in memory for the tests of the methods: a chip source cut from one chip, and shapes of clouds."""

from dataclasses import replace

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from scipy import ndimage as ndi

from geoinpaint_engine.methods.classical.regression import regression_of
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.raster.grid import Grid, Window


def clouds(size, share, *, seed=0, smooth=6.0):
    """(size, size) bool with `share` of it cloudy."""
    field = ndi.gaussian_filter(np.random.default_rng(seed).standard_normal((size, size)), smooth)
    return field > np.quantile(field, 1 - share)


def smooth_noise(shape, *, seed=0, smooth=2.0, deviation=500.0):
    """(bands, rows, cols) of the given standard deviation around 0."""
    noise = ndi.gaussian_filter(np.random.default_rng(seed).standard_normal(shape), (0, smooth, smooth))
    return noise * (deviation / noise.std())


def scene(size, bands=2, seed=1):
    """(bands, size, size) float32 of strong contrasts."""
    noise = np.random.default_rng(seed).standard_normal((bands, size, size))
    return (3000 + 8000 * ndi.gaussian_filter(noise, (0, 2, 2))).astype(np.float32)


class ArraySource:
    """A chip source over one chip that covers the whole scene; `hidden` are its hold-out patches."""

    def __init__(self, whole, hidden=None):
        self.whole = whole
        self.hidden = np.zeros(whole.shape, bool) if hidden is None else hidden
        self.grid = Grid(CRS.from_epsg(32633), Affine(10, 0, 5e5, 0, -10, 4.6e6), *whole.shape)
        self.band_names = tuple(f"B{band:02}" for band in range(1, whole.scene.shape[0] + 1))
        self.reads = 0

    def chip(self, window, *, hidden=False):
        self.reads += 1
        s, whole = window.slices, self.whole
        patches = self.hidden[s] if hidden else np.zeros(window.shape, bool)
        return Chip(
            window,
            whole.scene[(slice(None), *s)].copy(),
            whole.clear[s] & ~patches,
            whole.hole[s] | patches,
            tuple(replace(r, data=r.data[(slice(None), *s)].copy(), valid=r.valid[s].copy()) for r in whole.references),
            None
            if whole.sar is None
            else replace(whole.sar, data=whole.sar.data[(slice(None), *s)], valid=whole.sar.valid[s]),
        )


def whole_window(shape):
    return Window(0, 0, *shape)


def regression_fill(chip, **options):
    """The fit on a chip's own clear pixels, and what it makes of its hole."""
    return regression_of(chip, **options).fill(chip)
