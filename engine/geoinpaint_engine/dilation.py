"""The permitted numbers of pixels by which a mask is grown: a single rule for jobs, series, options and the API."""

from __future__ import annotations

from operator import index
from textwrap import shorten
from typing import Annotated

from msgspec import Meta

from geoinpaint_engine.errors import UsageError

MAX_DILATION = 500  # px; blocks of the mask are read with this margin

Dilation = Annotated[int, Meta(ge=0, le=MAX_DILATION)]


def whole_dilation(pixels: object) -> int:
    """Validates a number of pixels by which a mask is grown.

    Raises:
        UsageError: `dilate-range`.
    """
    try:
        whole = index(pixels)  # type: ignore[arg-type]
    except TypeError:
        whole = -1
    if not 0 <= whole <= MAX_DILATION:
        raise UsageError(
            "dilate-range", f"A mask cannot be grown by {_formatted(pixels)} px.",
            f"Give whole px from 0 to {MAX_DILATION}."
        )
    return whole


def _formatted(pixels: object) -> str:
    try:
        return shorten(str(pixels), 20) or "''"
    except ValueError:  # Python does not format integers with thousands of digits
        return "[...]"
