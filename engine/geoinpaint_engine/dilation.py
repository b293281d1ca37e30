"""By how many pixels a mask may be grown: the one rule of jobs, series, options and the Python API."""

from __future__ import annotations

from operator import index
from textwrap import shorten
from typing import Annotated

from msgspec import Meta

from geoinpaint_engine.errors import UsageError

MAX_DILATION = 500  # px; blocks of the mask are read with as much beside them

Dilation = Annotated[int, Meta(ge=0, le=MAX_DILATION)]


def whole_dilation(pixels: object) -> int:
    """The px by which a mask is grown, as given by a caller.

    Raises:
        UsageError: `dilate-range`.
    """
    try:
        whole = index(pixels)  # type: ignore[arg-type]
    except TypeError:
        whole = -1
    if not 0 <= whole <= MAX_DILATION:
        raise UsageError(
            "dilate-range", f"A mask cannot be grown by {_told(pixels)} px.", f"Give whole px from 0 to {MAX_DILATION}."
        )
    return whole


def _told(pixels: object) -> str:
    try:
        return shorten(str(pixels), 20) or "''"
    except ValueError:  # Python writes no number of thousands of digits
        return "[...]"
