"""Band names: choosing bands by name or number, and matching the bands of two rasters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoinpaint_engine.errors import InputError, UsageError

_SENTINEL2 = re.compile(r"b(?:and)?[ _]?0*(\d{1,2})(a?)", re.IGNORECASE)


def canonical(name: str) -> str:
    """One spelling for a band's name: B2, b02 and "Band 2" are all "b02"; other names are only lower-cased."""
    stripped = name.strip()
    match = _SENTINEL2.fullmatch(stripped)
    return f"b{int(match[1]):02d}{match[2].lower()}" if match else stripped.casefold()


def choose_bands(wanted: Sequence[str | int], names: Sequence[str], *, title: str) -> tuple[int, ...]:
    """1-based numbers of the wanted bands, in the wanted order.

    Args:
        wanted: names (as in `names`, spelling of B2/B02 and case aside) or 1-based numbers; empty = all.
        names: the raster's band names in its own order.
        title: the raster's name in messages.

    Raises:
        InputError: `band-missing`.
        UsageError: `band-twice`.
    """
    if not wanted:
        return tuple(range(1, len(names) + 1))
    spellings = [canonical(name) for name in names]
    numbers: list[int] = []
    for item in wanted:
        text = str(item).strip()
        if text and canonical(text) in spellings:
            number = spellings.index(canonical(text)) + 1
        elif text.isdigit() and 1 <= int(text) <= len(names):
            number = int(text)
        else:
            raise InputError(
                "band-missing",
                f"{title} has no band {text!r}.",
                f"Its bands are {', '.join(f'{i} {name}'.strip() for i, name in enumerate(names, 1))}.",
            )
        if number in numbers:
            raise UsageError("band-twice", f"Band {text!r} is named twice.", "Name each band once.")
        numbers.append(number)
    return tuple(numbers)


def match_bands(
    scene_names: Sequence[str], scene_numbers: Sequence[int], scene_count: int, names: Sequence[str], *, title: str
) -> tuple[int, ...]:
    """For each chosen band of the scene, the 0-based index of the other raster's band that shows the same.

    By name where the other raster names all of them, else by position where the band counts agree (with the whole
    scene's, or with the chosen bands').

    Args:
        scene_names: names of the chosen bands ("" where the file names none).
        scene_numbers: their 1-based numbers in the scene.
        scene_count: how many bands the whole scene has (alpha aside).
        names: the other raster's band names ("" where it names none).
        title: the other raster's name in messages.

    Raises:
        InputError: `bands-unmatched`.
    """
    spellings = [canonical(name) for name in names]
    wanted = [canonical(name) for name in scene_names]
    if all(name and name in spellings for name in wanted):
        return tuple(spellings.index(name) for name in wanted)
    if len(names) == scene_count:
        return tuple(number - 1 for number in scene_numbers)
    if len(names) == len(scene_numbers):
        return tuple(range(len(names)))
    raise InputError(
        "bands-unmatched",
        f"The bands of {title} ({len(names)}) do not match those of the scene ({len(scene_numbers)}) by name or count.",
        "Name the bands alike, or give a file with as many bands as the scene.",
    )
