"""STAC items: dates, orbits, and which asset holds which band, with its scale and offset."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard
from urllib.parse import urljoin, urlsplit

from geoinpaint_engine.raster.bands import BAND_NAMES, normalise_band_name
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.radiometry import find_date

POLARISATIONS = ("VV", "VH")
SCENE_CLASSES = "SCL"  # band name of the scene classification
FIRST_WITH_OFFSET = 4.0  # processing baseline that introduced the offset
OFFSET = -0.1  # reflectance of DN 0 since then
LARGEST_NUMBER = 1e18  # larger values in a document are ignored

_PICTURES = {"thumbnail", "overview", "visual", "metadata", "tiles"}
_RASTERS = ("tif", "tiff", "geotiff", "jp2")


@dataclass(frozen=True)
class Band:
    """Location of a band.

    Args:
        href: URL or path of the file.
        number: 1-based number of the band in the file.
        declared: scale and offset given by the item, or None.
        pixel: pixel size in metres given by the item, or 0.
        size: file size in bytes given by the item, or 0.
        shape: (rows, cols) of the file given by the item, or (0, 0).
    """

    href: str
    number: int = 1
    declared: Radiometry | None = None
    pixel: float = 0.0
    size: int = 0
    shape: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Item:
    """A STAC item.

    Args:
        id: identifier of the item.
        collection: identifier of its collection, or "".
        time: acquisition time, ISO 8601.
        bands: by name: "B02", "SCL", "VV".
        thumbnail: URL or path of the thumbnail, or "".
        properties: the item's properties, unchanged.
        document: the whole item as received.
    """

    id: str
    collection: str
    time: str
    bands: Mapping[str, Band]
    thumbnail: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    document: Mapping[str, Any] = field(default_factory=dict)

    @property
    def date(self) -> str:
        """ISO date of the acquisition, "" if unknown."""
        return find_date(self.time)

    @property
    def cloud_share(self) -> float | None:
        """Cloud cover of the whole image according to the catalogue, 0 to 1, or None."""
        value = self.properties.get("eo:cloud_cover")
        return min(max(float(value) / 100, 0.0), 1.0) if is_number(value) else None

    @property
    def orbit(self) -> str:
        """Pass direction and relative orbit as far as known, such as "descending 22" or "22"."""
        number: object = self.properties.get("sat:relative_orbit")
        if not isinstance(number, int):
            text = " ".join(str(self.properties.get(key, "")) for key in ("s2:product_uri", "title")) + f" {self.id}"
            found = re.search(r"_R(\d{3})(?:_|\b)", text)
            number = int(found.group(1)) if found else ""
        return f"{self.direction} {number}".strip()

    @property
    def direction(self) -> str:
        """Pass direction: "ascending", "descending", or "" if unknown."""
        state = str(self.properties.get("sat:orbit_state", "")).lower()
        return state if state in ("ascending", "descending") else ""

    @property
    def terrain_corrected(self) -> bool:
        """Whether a radar image is radiometrically terrain corrected (RTC)."""
        text = f"{self.collection} {self.id} {self.properties.get('sar:product_type', '')}".lower()
        return "rtc" in text


def item_of(document: Any, base: str) -> Item | None:
    """Parses a STAC item; None if the document is not an item, or has no date or no readable raster asset.

    Args:
        document: parsed JSON.
        base: URL or path that the item came from, which relative hrefs refer to. Items from a server may only refer to
            files on servers; items on disk also to files in their own folder and below.
    """
    if not isinstance(document, dict) or document.get("type") != "Feature" or "assets" not in document:
        return None
    properties = _mapping(document.get("properties"))
    time = str(properties.get("datetime") or properties.get("start_datetime") or "")
    item_id, collection = document.get("id"), str(document.get("collection") or "")
    if not (isinstance(item_id, str) and item_id and (item_id + collection + time).isprintable()):
        return None  # these texts are shown to the user and stored in tags
    assets = _mapping(document["assets"])
    bands: dict[str, Band] = {}
    thumbnail = ""
    for key, asset in assets.items():
        if not isinstance(asset, dict) or not isinstance(asset.get("href"), str):
            continue
        href = _href_of(asset, base)
        roles = {role for role in _list(asset.get("roles")) if isinstance(role, str)}
        if href and (key == "thumbnail" or "thumbnail" in roles):
            thumbnail = thumbnail or href
        if not href or roles & _PICTURES or key.lower() in _PICTURES or not _is_raster(asset, href):
            continue
        for name, band in _bands_of(key, asset, href):
            if name not in bands or _preferred(band, bands[name]):
                bands[name] = band
    if not find_date(time) or not bands:
        return None
    return Item(item_id, collection, time, bands, thumbnail, properties, document)


def radiometry_of(item: Item, band: Band, own: Radiometry) -> tuple[Radiometry, str]:
    """Scale and offset of a Sentinel-2 band, and where they come from.

    Catalogues disagree about the offset of processing baseline 04.00: some store values from which it was already
    removed, while their items still declare it.

    Args:
        item: the item.
        band: one of its bands.
        own: what the file itself declares.

    Returns:
        The radiometry, and a phrase that names its origin.
    """
    declared = band.declared if band.declared is not None and not band.declared.plain else None
    scale = declared.scale if declared else own.scale if not own.plain else 1e-4
    applied = item.properties.get("earthsearch:boa_offset_applied")
    if applied is True:
        return Radiometry(scale, 0.0), "the item says that the offset is applied"
    if declared is not None:
        return declared, "the item"
    if not own.plain:
        return own, "the file"
    for key in ("s2:processing_baseline", "processing:version"):
        try:
            baseline = float(str(item.properties[key]).lstrip("N0") or 0)
        except (KeyError, ValueError):
            continue
        return Radiometry(1e-4, OFFSET if baseline >= FIRST_WITH_OFFSET else 0.0), f"processing baseline {baseline}"
    return Radiometry(1e-4, 0.0), "nothing"


def _href_of(asset: Mapping[str, Any], base: str) -> str:
    """URL or path of an asset, "" if it may not be read."""
    hrefs = [asset["href"]]
    alternate = asset.get("alternate")
    if isinstance(alternate, dict):
        hrefs += [other["href"] for other in alternate.values() if isinstance(other, dict) and "href" in other]
    for href in hrefs:
        with suppress(ValueError):  # malformed URL or path
            found = _resolved(href, base) if isinstance(href, str) else ""
            if found:
                return found
    return ""


def _resolved(href: str, base: str) -> str:
    remote = ("http://", "https://")
    url = urljoin(base, href) if base.startswith(remote) else href
    if url.startswith(remote):
        return url if urlsplit(url).hostname else ""
    if base.startswith(remote) or "://" in href or href.startswith("/vsi"):
        return ""
    folder = Path(base).parent.resolve()
    target = (folder / href).resolve()
    return str(target) if target.is_relative_to(folder) else ""


def _is_raster(asset: Mapping[str, Any], href: str) -> bool:
    suffix = urlsplit(href).path.rpartition(".")[2].lower()
    media_type = str(asset.get("type", "")).lower()
    return suffix in _RASTERS or media_type.startswith(("image/tiff", "image/jp2", "image/vnd.stac.geotiff"))


def _bands_of(key: str, asset: Mapping[str, Any], href: str) -> list[tuple[str, Band]]:
    """Bands in an asset's file, by name."""
    lists = {name: _list(asset.get(name)) for name in ("bands", "eo:bands", "raster:bands")}
    described: list[Any] = next(filter(None, lists.values()), [{}])
    radiometry = lists["raster:bands"] or described
    shape = _list(asset.get("proj:shape"))
    pixel = _number(asset.get("gsd")) or _number(_mapping(radiometry[0]).get("spatial_resolution"))
    size = int(_number(asset.get("file:size")))
    rows_cols = (int(_number(shape[0])), int(_number(shape[1]))) if len(shape) == 2 else (0, 0)
    found = []
    for number, band in enumerate(described, 1):
        if not isinstance(band, dict):
            continue
        names = [str(band.get(name) or "") for name in ("name", "common_name", "eo:common_name")]
        name = _name_of([key, *names] if len(described) == 1 else names)
        if not name:
            continue
        declared = radiometry[number - 1] if number <= len(radiometry) else {}
        merged = {**asset, **_mapping(declared)}
        scale, offset = (merged.get(one, merged.get(f"raster:{one}")) for one in ("scale", "offset"))
        given = scale is not None or offset is not None
        values = Radiometry(_number(scale) or 1.0, _number(offset)) if given else None
        found.append((name, Band(href, number, values, pixel, size, rows_cols)))
    return found


def _name_of(candidates: Sequence[str]) -> str:
    for candidate in candidates:
        text = re.sub(r"[-_](?:jp2|jpeg2000|\d+m)$", "", candidate, flags=re.IGNORECASE)
        if text.upper() in (SCENE_CLASSES, *POLARISATIONS):
            return text.upper()
        if normalise_band_name(text) in BAND_NAMES:
            return normalise_band_name(text)
    return ""


def _preferred(one: Band, other: Band) -> bool:
    """Whether a file is preferable to another of the same band: not JPEG 2000, then the smaller pixels."""

    def rank(band: Band) -> tuple[bool, float]:
        named = re.search(r"[_-](\d+)m\b", urlsplit(band.href).path)
        pixel = band.pixel or (float(named.group(1)) if named else 0.0)
        return urlsplit(band.href).path.lower().endswith(".jp2"), pixel

    return rank(one) < rank(other)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> float:
    """A number of a document; 0 if it is not a number or is too large."""
    return float(value) if is_number(value) else 0.0


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value of a document is a usable number: JSON allows NaN, infinity and any number of digits."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST_NUMBER
