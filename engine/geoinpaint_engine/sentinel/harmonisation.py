"""Converts references to the scene's units, inferred from clear ground where a file declares none."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR, HoleMask
from geoinpaint_engine.raster.scene import Warn
from geoinpaint_engine.raster.source import JobSource, Reference
from geoinpaint_engine.sentinel.unit_check import Read, checked_units, common_ground, spread


def in_scene_units(source: JobSource, *, warn: Warn) -> JobSource:
    """The source with each reference that clearly has other units converted to the scene's.

    Only where a side declares no scale: reflectance against DN (a factor of 10,000) is converted, and `warn` is told
    `reference-units-assumed`; other levels that do not go together are told as `reference-units`, an offset of 1,000 DN
    on all ground as `reference-offset`.

    Args:
        source: the scene, its mask and its references.
        warn: called with (code, message).
    """
    references = list(source.references)
    asked = [number for number, reference in enumerate(references) if not _declared(source, reference)]
    scale, offset = (
        np.array([getattr(r, name) for r in source.scene.radiometry], dtype=np.float32)[:, None]
        for name in ("scale", "offset")
    )
    reads = [_matched(references[number]) for number in asked]
    samples = common_ground(_places(source.mask), lambda window: _clear(source, window), reads)
    for number, sample in zip(asked, samples, strict=True):
        if sample is None:
            continue
        layer = references[number].layer
        factor, told = checked_units(
            *(values * scale + offset for values in sample),
            names=("The scene", f"The reference {layer.title}"),
            dtypes=(source.scene.dtype, layer.dtype),
        )
        if factor != 1:
            references[number] = references[number].times(factor, source.scene)
        for code, message in told:
            warn(code, message)
    return source.with_references(references)


def _declared(source: JobSource, reference: Reference) -> bool:
    """Whether both sides declare their units."""
    return not any(r.plain for r in (*source.scene.radiometry, *reference.layer.radiometry))


def _clear(source: JobSource, window: Window) -> tuple[np.ndarray, np.ndarray]:
    data, valid = source.scene.read_bands(window)
    return data, valid.all(axis=0) & (source.mask.read(window) == CLEAR)


def _matched(reference: Reference) -> Read:
    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        data, valid = reference.read(window)
        return data[list(reference.match)], valid

    return read


def _places(mask: HoleMask) -> Iterator[Window]:
    """Windows with clear ground, from all over the scene."""
    blocks = mask.clear_blocks
    rows, cols = np.nonzero(blocks.counts * 2 >= max(int(blocks.counts.max()), 1))
    for at in spread(len(rows)):
        window = Window(int(rows[at]) * blocks.size, int(cols[at]) * blocks.size, blocks.size, blocks.size)
        inside = window.intersection(mask.grid.window)
        if inside is not None:
            yield inside


def factors(source: JobSource) -> tuple[float, ...]:
    """The factor of each reference, oldest first, which workers need to read them identically."""
    return tuple(reference.factor for reference in source.references)


def with_factors(source: JobSource, given: tuple[float, ...]) -> JobSource:
    """The source with the references multiplied by these `factors`."""
    pairs = zip(source.references, given, strict=True)
    return source.with_references([r if f == 1 else r.times(f, source.scene) for r, f in pairs])
