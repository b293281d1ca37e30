"""Which bands most dates of a series have, and which dates do not go with them, such as a mask among scenes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.bands import match_bands


class Bands(NamedTuple):
    """The names of a raster's bands ("" where it names none), and the 1-based numbers of those that are filled."""

    names: tuple[str, ...]
    chosen: tuple[int, ...]


def common_bands(of_dates: Sequence[Bands]) -> Bands:
    """Those that match the bands of most dates, in both directions; of equally many the more bands.

    >>> common_bands([Bands(("",), (1,)), Bands(("B02", "B03"), (1, 2))]).names
    ('B02', 'B03')
    """
    dates = Counter(of_dates)

    def alike(one: Bands) -> int:
        return sum(count for other, count in dates.items() if _serves(one, other) and _serves(other, one))

    return max(dates, key=lambda one: (alike(one), len(one.names)))


def require_match(bands: Bands, most: Bands, *, title: str) -> None:
    """Raises InputError `bands-unmatched` where a date with other bands than most is no evidence for them."""
    if not _serves(bands, most):
        raise InputError(
            "bands-unmatched",
            f"The bands of {title} ({len(bands.names)}) do not match those of most dates ({len(most.names)}) by "
            "name, count or order.",
            "Leave it out, or name the bands alike.",
        )


def _serves(bands: Bands, scene: Bands) -> bool:
    """Whether a raster with some bands is evidence for a scene with others."""
    names = [scene.names[number - 1] for number in scene.chosen]
    try:
        match_bands(names, scene.chosen, len(scene.names), bands.names, title="")
    except InputError:
        return False
    return True
