"""Checks a date's radiometric offset against the scene, on ground that is clear in both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.unit_check import OFFSET, undeclared_offset

BELOW, SHARE = -0.02, 0.01  # least reflectance of any ground; share of pixels below it that may be noise


def checked_offset(
    ours: np.ndarray, theirs: np.ndarray, radiometry: tuple[Radiometry, ...]
) -> tuple[tuple[Radiometry, ...], str]:
    """Corrects the radiometry of a date's bands where clear ground contradicts it.

    An offset of 0.1 common to all bands is distinguished from seasonal change by a regression in every band
    (sentinel/unit_check.py). Reflectance clearly below 0 in a band shows that the offset was applied twice.

    Args:
        ours: (bands, n) reflectance of the scene on common clear ground.
        theirs: (bands, n) reflectance of the date according to `radiometry`.
        radiometry: declared radiometry of the date's bands.

    Returns:
            The radiometry, and a description of the correction, "" if there was none.
    """
    if theirs.size == 0:
        return radiometry, ""
    negative = [float((values < BELOW).mean(axis=1).max()) for values in (theirs, ours)]
    twice = all(band.offset < 0 for band in radiometry) and negative[0] > SHARE > negative[1]
    # the date is darker (1) or brighter (-1) than the scene by the offset, in every band
    sign = 1 if twice else undeclared_offset(ours, theirs)
    if not sign:
        return radiometry, ""
    shift = sign * OFFSET
    corrected = tuple(replace(band, offset=_rounded(band.offset + shift)) for band in radiometry)
    return corrected, (
        f"its values are {'lower' if sign > 0 else 'higher'} than the scene's by about {OFFSET:g} of reflectance in "
        f"every band, the offset of processing baseline 04.00: {corrected[0].offset:g} is used instead of "
        f"{radiometry[0].offset:g}"
    )


def _rounded(offset: float) -> float:
    """Rounds off floating-point error: -0.1 + 0.1 becomes 0."""
    return round(offset, 6) + 0.0
