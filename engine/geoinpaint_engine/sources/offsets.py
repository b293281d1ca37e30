"""Checks a date's radiometric offset against the scene, on ground that is clear in both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.unit_check import OFFSET, undeclared_offset

BELOW, SHARE = -0.02, 0.01  # no ground reflects less than that; the share of pixels that may be noise


def checked_offset(
    ours: np.ndarray, theirs: np.ndarray, radiometry: tuple[Radiometry, ...]
) -> tuple[tuple[Radiometry, ...], str]:
    """The radiometry of a date's bands, corrected where clear ground says so, and what was found ("" = nothing).

    An offset of 0.1 that all bands share is told from a change of season by a regression in every band, and by what it
    leaves dark (sentinel/unit_check.py). Ground well below 0 in one of the bands shows an offset applied before.

    Args:
        ours: (bands, n) reflectance of the scene on common clear ground.
        theirs: (bands, n) the date's, by `radiometry`.
        radiometry: of the date's bands, as declared.
    """
    if theirs.size == 0:
        return radiometry, ""
    negative = [float((values < BELOW).mean(axis=1).max()) for values in (theirs, ours)]
    twice = all(band.offset < 0 for band in radiometry) and negative[0] > SHARE > negative[1]
    # the date is darker (1) or brighter (-1) than the scene by the offset, in every band
    side = 1 if twice else undeclared_offset(ours, theirs)
    if not side:
        return radiometry, ""
    shift = side * OFFSET
    corrected = tuple(replace(band, offset=_whole(band.offset + shift)) for band in radiometry)
    return corrected, (
        f"its values are {'lower' if side > 0 else 'higher'} than the scene's by about {OFFSET:g} of reflectance in "
        f"every band, the offset of processing baseline 04.00: {corrected[0].offset:g} is used instead of "
        f"{radiometry[0].offset:g}"
    )


def _whole(offset: float) -> float:
    """Without the last digits of a sum: -0.1 + 0.1 is 0."""
    return round(offset, 6) + 0.0
