"""Band names: choosing bands by name or number, and matching the bands of two rasters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geoinpaint_engine.errors import InputError, UsageError

BAND_NAMES = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
"""Sentinel-2's bands in the order of the metadata's band_id."""

COMMON_NAMES = {
    "coastal": "B01", "coastalaerosol": "B01", "aerosol": "B01", "blue": "B02", "green": "B03", "red": "B04",
    "rededge": "B05", "rededge1": "B05", "rededge2": "B06", "rededge3": "B07", "nir": "B08", "nir1": "B08",
    "nearinfrared": "B08", "nir08": "B8A",
    "nir2": "B8A", "narrownir": "B8A", "nirnarrow": "B8A", "rededge4": "B8A", "nir09": "B09",
    "watervapour": "B09", "watervapor": "B09", "cirrus": "B10", "swir16": "B11", "swir1": "B11", "swir22": "B12",
    "swir2": "B12",
}  # fmt: skip

_LETTERS = {"r": "B04", "g": "B03", "b": "B02"}
_SENTINEL2 = re.compile(r"b(?:and)?[ _]?0*(\d{1,2})(a?)", re.IGNORECASE)


def canonical(name: str) -> str:
    """One spelling for a band's name: B2, b02 and "Band 2" are all "b02"; other names are only lower-cased."""
    stripped = name.strip()
    match = _SENTINEL2.fullmatch(stripped)
    return f"b{int(match[1]):02d}{match[2].lower()}" if match else stripped.casefold()


def normalise_band_name(name: str | None) -> str:
    """Sentinel-2's name of a band ("B02") for any usual way to write it, else the name as it is.

    >>> [normalise_band_name(n) for n in ("B2", "b8a", "B8, central wavelength 842 nm", "blue", "SWIR 2.2", "VV")]
    ['B02', 'B8A', 'B08', 'B02', 'B12', 'VV']
    """
    if not name:
        return ""
    text = name.strip()
    match = re.match(r"(?:band[ _]?|b)0*(8a|1[0-2]|[1-9])(?:_(?:10|20|60)m)?(?![0-9a-z_.])", text, re.IGNORECASE)
    if match:
        number = match.group(1).upper()
        return "B8A" if number == "8A" else f"B{int(number):02d}"
    return COMMON_NAMES.get(re.sub(r"[\s_.\-]", "", text.lower()), text)


def shown_band(name: str | None) -> str:
    """As `normalise_band_name`, of a band among others of a raster, where R, G and B are colours.

    >>> [shown_band(n) for n in ("R", "red", "B4", "Near Infrared", "")]
    ['B04', 'B04', 'B04', 'B08', '']
    """
    return _LETTERS.get((name or "").strip().lower()) or normalise_band_name(name)


def choose_bands(wanted: Sequence[str | int], names: Sequence[str], *, title: str) -> tuple[int, ...]:
    """1-based numbers of the wanted bands, in the wanted order.

    Args:
        wanted: names (in any usual way: B2, B02 or blue) or 1-based numbers; empty = all.
        names: the raster's band names in its own order.
        title: the raster's name in messages.

    Raises:
        InputError: `band-missing`.
        UsageError: `band-twice`.
    """
    if not wanted:
        return tuple(range(1, len(names) + 1))
    numbers: list[int] = []
    for item in wanted:
        text = str(item).strip()
        number = _number_of(text, names)
        if not number:
            raise InputError(
                "band-missing",
                f"{title} has no band {text!r}.",
                f"Its bands are {', '.join(f'{i} {name}'.strip() for i, name in enumerate(names, 1))}.",
            )
        if number in numbers:
            raise UsageError("band-twice", f"Band {text!r} is named twice.", "Name each band once.")
        numbers.append(number)
    return tuple(numbers)


def _number_of(text: str, names: Sequence[str]) -> int:
    """The 1-based number of the band that a name or a number means; 0 of none."""
    for spelt in (canonical, shown_band):
        spellings = [spelt(name) for name in names]
        if text and spelt(text) in spellings:
            return spellings.index(spelt(text)) + 1
    number = int(text) if text.isdecimal() and len(text) < 10 else 0
    return number if number <= len(names) else 0


def match_bands(
    scene_names: Sequence[str], scene_numbers: Sequence[int], scene_count: int, names: Sequence[str], *, title: str
) -> tuple[int, ...]:
    """For each chosen band of the scene, the 0-based index of the other raster's band that shows the same.

    By name where the other raster names all of them, in whichever of the usual ways (B04, B4, red), else by position
    where the band counts agree (with the whole scene's, or with the chosen bands') and no name says otherwise.

    Args:
        scene_names: names of the chosen bands ("" where the file names none).
        scene_numbers: their 1-based numbers in the scene.
        scene_count: how many bands the whole scene has (alpha aside).
        names: the other raster's band names ("" where it names none).
        title: the other raster's name in messages.

    Raises:
        InputError: `bands-unmatched`.
    """
    for spelt in (canonical, shown_band):
        theirs, wanted = [spelt(name) for name in names], [spelt(name) for name in scene_names]
        if all(name and name in theirs for name in wanted):
            return tuple(theirs.index(name) for name in wanted)
    where = "by name or count"
    alike = [number - 1 for number in scene_numbers]
    for count, places in ((scene_count, alike), (len(scene_numbers), range(len(names)))):
        if len(names) != count:
            continue
        if not _elsewhere(scene_names, scene_numbers, names, places):
            return tuple(places)
        where = "by name, and stand in another order"
    shared = [name for name in scene_names if name and shown_band(name) in map(shown_band, names)]
    raise InputError(
        "bands-unmatched",
        f"The bands of {title} ({len(names)}) do not match those of the scene ({len(scene_numbers)}) {where}.",
        f"Fill those that both have: --bands {','.join(shared)}." if shared
        else "Name the bands alike, or give a file with as many bands as the scene.",
    )  # fmt: skip


def _elsewhere(
    scene_names: Sequence[str], scene_numbers: Sequence[int], names: Sequence[str], places: Sequence[int]
) -> bool:
    """Whether a Sentinel-2 band of the scene stands at another place of the other raster than its own in `places`.

    Names that only count the bands (Band 1, Band 2, ...) say nothing.
    """
    wanted, theirs = [shown_band(name) for name in scene_names], [shown_band(name) for name in names]
    if _counts(wanted, scene_numbers) or _counts(theirs, range(1, len(theirs) + 1)):
        return False
    return any(
        name in BAND_NAMES and name in theirs and theirs[place] != name
        for name, place in zip(wanted, places, strict=True)
    )


def _counts(names: Sequence[str], numbers: Sequence[int]) -> bool:
    return all(name == f"B{number:02d}" for number, name in zip(numbers, names, strict=True))
