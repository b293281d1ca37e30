"""The dates of a reference on a common grid: read in the bands, DN and units of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geoinpaint_engine.raster.align import AlignedLayer, open_aligned, to_scene_dn
from geoinpaint_engine.raster.bands import match_bands
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.mask_layers import MaskLayer, open_mask
from geoinpaint_engine.raster.scene import Scene, Warn
from geoinpaint_engine.raster.spec import RasterSpec
from geoinpaint_engine.sentinel.classes import CloudSource
from geoinpaint_engine.sentinel.unit_check import checked_units, common_ground, spread

SAMPLE_BLOCK = 64  # px; side of the blocks sampled to determine the units


@dataclass(frozen=True)
class AlignedDate:
    """A scene on the common grid; target DN = DN * gain + shift, in the bands `match`."""

    layer: AlignedLayer
    match: tuple[int, ...]
    gain: np.ndarray
    shift: np.ndarray
    clouds: tuple[MaskLayer, ...]

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reads (bands, rows, cols) float32 in the target's DN and bands, and (rows, cols) bool: clear in all bands."""
        data, valid = self.layer.read_bands(window)
        matched = list(self.match)
        clear: np.ndarray = np.logical_and.reduce(valid[matched], axis=0)
        for cloud in self.clouds:
            if clear.any():
                clear &= ~cloud.read(window)
        return data[matched] * self.gain[:, None, None] + self.shift[:, None, None], clear


def open_date(spec: RasterSpec, clouds: Sequence[CloudSource], target: Scene, grid: Grid, warn: Warn) -> AlignedDate:
    """Opens a scene with its cloud masks on a grid, to be read in the bands and DN of `target`."""
    layer = open_aligned(spec, grid, warn=warn)
    match = match_bands(target.descriptions, target.positions, target.all_count, layer.names, title=layer.title)
    gain, shift = to_scene_dn(
        tuple(layer.radiometry[i] for i in match),
        target.radiometry,
        integers=(np.dtype(layer.dtype).kind in "iu", target.dtype.kind in "iu"),
        title=layer.title,
        warn=warn,
    )
    masks = tuple(open_mask(cloud.spec, grid, classes=cloud.classes, warn=warn) for cloud in clouds)
    return AlignedDate(layer, match, gain, shift, masks)


def in_common_units(dates: Sequence[AlignedDate], target_index: int, target: Scene, warn: Warn) -> list[AlignedDate]:
    """Converts dates to common units where not all declare their scale."""
    converted, base = list(dates), dates[target_index]
    undeclared_target = any(r.plain for r in target.radiometry)
    undeclared = [
        number for number, date in enumerate(dates)
        if date is not base and (undeclared_target or any(date.layer.radiometry[i].plain for i in date.match))
    ]  # fmt: skip
    scale = np.array([r.scale for r in target.radiometry], dtype=np.float32)
    offset = np.array([r.offset for r in target.radiometry], dtype=np.float32)
    blocks = list(base.layer.grid.window.blocks(SAMPLE_BLOCK))
    sample_windows = (blocks[number] for number in spread(len(blocks)))
    samples = common_ground(sample_windows, base.read, [dates[number].read for number in undeclared])
    for number, sample in zip(undeclared, samples, strict=True):
        if sample is None:
            continue
        layer = dates[number].layer
        factor, warnings = checked_units(
            *(values * scale[:, None] + offset[:, None] for values in sample),
            names=(base.layer.title, layer.title), dtypes=(base.layer.dtype, layer.dtype),
        )  # fmt: skip
        zero = offset / scale
        shift = (converted[number].shift + zero) * np.float32(factor) - zero
        converted[number] = replace(converted[number], gain=converted[number].gain * np.float32(factor), shift=shift)
        for code, message in warnings:
            warn(code, message)
    return converted
