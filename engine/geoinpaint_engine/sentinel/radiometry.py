"""Metadata of plain Sentinel-2 files: band names, scale and offset, date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from rasterio.enums import ColorInterp

from geoinpaint_engine.raster.bands import BAND_NAMES, normalise_band_name
from geoinpaint_engine.raster.handles import examined
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.:/]?(0[1-9]|1[0-2])[-_.:/]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SENSING_TAGS = (
    "PRODUCT_START_TIME", "DATATAKE_1_DATATAKE_SENSING_START", "SENSING_TIME", "ACQUISITIONDATETIME",
    "ACQUISITION_DATE", "ACQUISITION_DATETIME", "DATETIME", "DATE", "TIFFTAG_DATETIME",
)  # fmt: skip
_QUANTIFICATION_TAGS = ("BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE")
_OFFSET_TAGS = ("BOA_ADD_OFFSET", "RADIO_ADD_OFFSET")


def bands_of_ground(names: Sequence[str]) -> list[int]:
    """0-based numbers of the bands that show the ground, leaving out vapour (B09) and cirrus (B10); all if none do."""
    found = [number for number, name in enumerate(names) if normalise_band_name(name) not in ("B09", "B10")]
    return found or list(range(len(names)))


def band_names(descriptions: Sequence[str | None]) -> tuple[str, ...] | None:
    """Normalised names of all bands; None if none is a Sentinel-2 band, or a name is missing or repeated."""
    names = tuple(normalise_band_name(text) for text in descriptions)
    if not any(name in BAND_NAMES for name in names) or len(set(names)) < len(names) or "" in names:
        return None
    return names


def find_date(text: str) -> str:
    """The first date in a text such as "S2_20181008T10.tif" or "2018-10-08", as ISO date; "" if there is none."""
    for year, month, day in _DATE.findall(re.sub(r"(?<=\d)T(?=\d{4,6})", " ", text)):
        try:
            return datetime.date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""


def date_of(tags: Mapping[str, str], name: str) -> str:
    """Acquisition date (ISO) from a raster's tags, else from its file name, else "".

    TIFFTAG_DATETIME is often the time of writing instead of acquisition, so the file name takes precedence over it.
    """
    tags_by_key = {key.upper(): value for key, value in tags.items()}
    for key in _SENSING_TAGS[:-1]:
        found = find_date(tags_by_key.get(key, ""))
        if found:
            return found
    return find_date(PurePath(name).name) or find_date(tags_by_key.get("TIFFTAG_DATETIME", ""))


def radiometry_of_tags(
    tags: Mapping[str, str], band_tags: Sequence[Mapping[str, str]]
) -> tuple[Radiometry, ...] | None:
    """Radiometry from product metadata that GDAL copied into tags: quantification value, and offset per band.

    reflectance = (DN + offset) / quantification; None if there is no quantification value.
    """
    quantification = _number(tags, _QUANTIFICATION_TAGS)
    if quantification is None or quantification <= 0:
        return None
    offsets = [_number(band, _OFFSET_TAGS) for band in band_tags]
    common = _number(tags, _OFFSET_TAGS)
    return tuple(
        sentinel_radiometry(quantification, offset if offset is not None else common or 0.0) for offset in offsets
    )


def sentinel_radiometry(quantification: float, add_offset: float) -> Radiometry:
    """Scale and offset equivalent to reflectance = (DN + add_offset) / quantification."""
    return Radiometry(1.0 / quantification, add_offset / quantification)


def plain_spec(
    path: str,
    *,
    scale: float | None = None,
    offset: float | None = None,
    date: str = "",
    normalise: bool = False,
) -> RasterSpec:
    """Describes a plain raster file by its metadata.

    Radiometry comes from the arguments, else from the bands' scale and offset, else from product metadata in the tags.

    Args:
        path: anything GDAL opens.
        scale: reflectance per DN, overrides the file's for all bands; None = the file's.
        offset: reflectance of DN 0, overrides the file's for all bands; None = the file's, or 0 if `scale` is given.
        date: ISO date, overrides tags and file name.
        normalise: use normalised Sentinel-2 band names; else keep the file's own.

    Raises:
        InputError: `file-missing`, `raster-unreadable`.
    """
    with examined(path) as source:
        tags = source.tags()
        numbers = [i for i, colour in enumerate(source.colorinterp, 1) if colour != ColorInterp.alpha]
        band_tags = [source.tags(i) for i in numbers]
        descriptions = [
            source.descriptions[i - 1] or band.get("BANDNAME") for i, band in zip(numbers, band_tags, strict=True)
        ]
        declared = [Radiometry(source.scales[i - 1], source.offsets[i - 1]) for i in numbers]
    radiometry: tuple[Radiometry, ...] | None = None
    if scale is not None:
        radiometry = (Radiometry(scale, offset or 0.0),) * len(declared)
    elif offset is not None:
        radiometry = tuple(Radiometry(band.scale, offset) for band in declared)
    elif all(band.plain for band in declared):
        radiometry = radiometry_of_tags(tags, band_tags)
    return RasterSpec(
        path=path,
        names=band_names(descriptions) if normalise else None,
        radiometry=radiometry,
        date=date or date_of(tags, path),
        label=path,
    )


def _number(tags: Mapping[str, str], keys: Sequence[str]) -> float | None:
    for key in keys:
        try:
            return float(tags[key])
        except (KeyError, ValueError):
            continue
    return None
