"""Checks that the references are other dates: a copy of the scene would fill clouds with themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.job import Job
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR, HOLE
from geoinpaint_engine.raster.scene import Warn
from geoinpaint_engine.raster.source import JobSource, Reference

SAME = 0.99  # share of pixels alike from which on two rasters are one image: no two dates come near it
LEAST = 50  # pixels for a verdict, of the hole and of clear ground each
BLOCKS, BLOCK = 4, 256  # number of compared blocks with hole and clear ground, and px a side


def require_other_files(job: Job) -> None:
    """Raises UsageError `reference-is-scene` where the scene's file is named as its reference."""
    scene = os.path.realpath(job.scene.path)
    for entry in job.references:
        if os.path.realpath(entry.path) == scene:
            raise _is_scene(entry.path)


def require_other_images(source: JobSource, *, warn: Warn) -> None:
    """Looks for references that hold the scene's own image; reads a block where a reference is another date.

    Args:
        source: the scene, its mask and its references.
        warn: called with (code, message): `reference-is-fill` of one that equals the scene on its clear ground alone.

    Raises:
        UsageError: `reference-is-scene` where it equals the scene under the hole too.
    """
    for reference in source.references:
        same_clear, same_hole = _alike(source, reference)
        if same_clear and same_hole:
            raise _is_scene(reference.layer.title)
        if same_clear:
            warn(
                "reference-is-fill",
                f"The reference {reference.layer.title} equals the scene on clear ground, as a fill of it does: the "
                "error on hidden ground then says nothing. Name another date.",
            )


def _is_scene(name: str) -> UsageError:
    return UsageError(
        "reference-is-scene", f"The reference {name} is the scene itself, with the same clouds.", "Name another date."
    )


def _alike(source: JobSource, reference: Reference) -> tuple[bool, bool]:
    """Whether a reference equals the scene on clear ground, and under the hole."""
    clear, hole = np.zeros(2), np.zeros(2)  # pixels alike, and all of them
    for block in _with_both(source):
        theirs, valid = reference.read(block)
        ours, known = source.scene.read_bands(block)
        codes, seen = source.mask.read(block), valid & known.all(axis=0)
        if not seen.any() or float(np.ptp(ours[:, seen])) == 0:
            continue  # ground of one value is alike on all dates
        tolerance = 0.5 if source.scene.dtype.kind in "iu" else 1e-5 * np.abs(ours)
        same = (np.abs(theirs[list(reference.match)] - ours) <= tolerance).all(axis=0)
        for counted, code in ((clear, CLEAR), (hole, HOLE)):
            there = seen & (codes == code)
            counted += np.count_nonzero(same & there), np.count_nonzero(there)
        if clear[0] < SAME * clear[1]:
            return False, False
    same_clear, same_hole = (bool(one[1] >= LEAST and one[0] >= SAME * one[1]) for one in (clear, hole))
    return same_clear, same_hole


def _with_both(source: JobSource) -> Iterator[Window]:
    """Some blocks with a part of the hole and clear ground."""
    found = 0
    for block in source.grid.window.blocks(BLOCK):
        if found < BLOCKS and source.mask.hole(block).any() and source.mask.clear_count(block):
            found += 1
            yield block
