"""Converts references to the scene's units, inferred from clear ground where a file does not declare its scale."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR, HoleMask
from geoinpaint_engine.raster.scene import Warn
from geoinpaint_engine.raster.source import JobSource, Reference
from geoinpaint_engine.sentinel.unit_check import Read, checked_units, common_ground, spread


def in_scene_units(source: JobSource, *, warn: Warn) -> JobSource:
    """Converts references that clearly have other units than the scene to the scene's.

    Only pairs where a side declares no scale are compared. Reflectance against DN (a factor of 10,000) is converted,
    with the warning `reference-units-assumed`; other implausible ratios only cause `reference-units`, an offset of
    1,000 DN over all ground `reference-offset`.

    Args:
        source: the scene, its mask and its references.
        warn: called with (code, message).
    """
    references = list(source.references)
    undeclared = [number for number, reference in enumerate(references) if not _declared(source, reference)]
    scale, offset = (
        np.array([getattr(r, name) for r in source.scene.radiometry], dtype=np.float32)[:, None]
        for name in ("scale", "offset")
    )
    reads = [_matched_reader(references[number]) for number in undeclared]
    samples = common_ground(_clear_windows(source.mask), lambda window: _read_clear(source, window), reads)
    for number, sample in zip(undeclared, samples, strict=True):
        if sample is None:
            continue
        layer = references[number].layer
        factor, warnings = checked_units(
            *(values * scale + offset for values in sample),
            names=("The scene", f"The reference {layer.title}"),
            dtypes=(source.scene.dtype, layer.dtype),
        )
        if factor != 1:
            references[number] = references[number].times(factor, source.scene)
        for code, message in warnings:
            warn(code, message)
    return source.with_references(references)


def _declared(source: JobSource, reference: Reference) -> bool:
    """Whether scene and reference both declare their scale."""
    return not any(r.plain for r in (*source.scene.radiometry, *reference.layer.radiometry))


def _read_clear(source: JobSource, window: Window) -> tuple[np.ndarray, np.ndarray]:
    data, valid = source.scene.read_bands(window)
    return data, valid.all(axis=0) & (source.mask.read(window) == CLEAR)


def _matched_reader(reference: Reference) -> Read:
    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        data, valid = reference.read(window)
        return data[list(reference.match)], valid

    return read


def _clear_windows(mask: HoleMask) -> Iterator[Window]:
    """Windows with clear ground, spread over the scene."""
    blocks = mask.clear_blocks
    rows, cols = np.nonzero(blocks.counts * 2 >= max(int(blocks.counts.max()), 1))
    for number in spread(len(rows)):
        window = Window(int(rows[number]) * blocks.size, int(cols[number]) * blocks.size, blocks.size, blocks.size)
        inside = window.intersection(mask.grid.window)
        if inside is not None:
            yield inside


def factors(source: JobSource) -> tuple[float, ...]:
    """The unit factors of the references, oldest first, which workers need to read them identically."""
    return tuple(reference.factor for reference in source.references)


def with_factors(source: JobSource, given: tuple[float, ...]) -> JobSource:
    """The source with the references multiplied by `given`, as returned by `factors`."""
    pairs = zip(source.references, given, strict=True)
    return source.with_references([r if f == 1 else r.times(f, source.scene) for r, f in pairs])
