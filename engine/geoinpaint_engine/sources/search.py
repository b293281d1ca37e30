"""Searches a catalogue by place and time: a STAC API through pystac-client, or a folder of items."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from geoinpaint_engine.errors import EngineError, InputError, ResourceError
from geoinpaint_engine.raster.scene import Warn, ignore_warnings
from geoinpaint_engine.sentinel.items import POLARISATIONS, Item, is_number, item_of
from geoinpaint_engine.sources.catalogues import Catalogue
from geoinpaint_engine.sources.secrets import unsigned
from geoinpaint_engine.sources.transport import Transport

MOST_ITEMS = 500  # per search
PAGE = 100  # items requested per page
LARGEST_ITEM = 1 << 22  # bytes of a file in a folder of items
Box = tuple[float, float, float, float]  # west, south, east, north in degrees


def find_items(
    catalogue: Catalogue,
    box: Box,
    first: date,
    last: date,
    *,
    radar: bool,
    transport: Transport,
    collections: Sequence[str] = (),
    warn: Warn = ignore_warnings,
    check: Callable[[], None] = lambda: None,
) -> list[Item]:
    """Searches Sentinel-2 or Sentinel-1 items that intersect a box, between two dates (inclusive), sorted by time.

    Beyond MOST_ITEMS items only the catalogue's first are considered, with the warning `evidence-many`.

    Raises:
        InputError: `catalogue-invalid`, and the errors of `Transport`.
        ResourceError: `stac-missing`, and the errors of `Transport`.
    """
    wanted_collections = tuple(collections) or (catalogue.radar if radar else catalogue.optical)
    if catalogue.remote:
        found = _search_api(catalogue, box, first, last, wanted_collections, transport, warn)
    else:
        items_found = _in_folder(Path(catalogue.place), check)
        found = (item for item in items_found if not wanted_collections or item.collection in wanted_collections)
    items = {}
    for item in found:
        check()
        if first.isoformat() <= item.date <= last.isoformat() and _touches(item, box) and _is_radar(item) == radar:
            items[item.collection, item.id] = item
    return sorted(items.values(), key=lambda item: (item.time, item.id))


def _is_radar(item: Item) -> bool:
    return any(name in item.bands for name in POLARISATIONS)


def _touches(item: Item, box: Box) -> bool:
    bounds = item.document.get("bbox")
    if not isinstance(bounds, list) or len(bounds) not in (4, 6) or not all(map(is_number, bounds)):
        return True  # unknown; reading the files will show it
    west, south, east, north = (*bounds[:2], *bounds[len(bounds) // 2 :][:2])
    return bool(west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1])


def _in_folder(folder: Path, check: Callable[[], None]) -> Iterator[Item]:
    """Yields the items in a folder tree, such as a static catalogue; symbolic links to folders are not followed."""
    for path in sorted(folder.rglob("*.json")):
        check()
        try:
            if path.stat().st_size > LARGEST_ITEM:
                continue
            document = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            continue
        documents = document.get("features", [document]) if isinstance(document, dict) else []
        for one in documents if isinstance(documents, list) else []:
            item = item_of(one, str(path))
            if item is not None:
                yield item


def _search_api(
    catalogue: Catalogue, box: Box, first: date, last: date, collections: Sequence[str], transport: Transport,
    warn: Warn,
) -> Iterable[Item]:  # fmt: skip
    try:
        from pystac_client import Client
    except ImportError as error:
        raise ResourceError(
            "stac-missing", "Searching a catalogue needs the package pystac-client, which is not installed.",
            'Set the engine up again, or: pip install "geoinpaint-engine[stac]".',
        ) from error  # fmt: skip
    from geoinpaint_engine.sources.stac_io import TransportStacIO

    try:
        client = Client.open(catalogue.place, stac_io=TransportStacIO(transport))
        if client.conforms_to("ITEM_SEARCH"):
            search = client.search(
                collections=list(collections) or None, bbox=list(box), max_items=MOST_ITEMS + 1, limit=PAGE,
                datetime=f"{first.isoformat()}T00:00:00Z/{last.isoformat()}T23:59:59Z",
            )  # fmt: skip
            documents: list[dict[str, Any]] = list(search.items_as_dicts())
            if len(documents) > MOST_ITEMS:
                warn(*_too_many(catalogue))
            documents = documents[:MOST_ITEMS]
            return [item for item in (item_of(one, _self_href(one, catalogue)) for one in documents) if item]
        found = []
        for number, one in enumerate(client.get_items(recursive=True)):
            if number >= MOST_ITEMS:
                warn(*_too_many(catalogue))
                break
            item = item_of(one.to_dict(), one.get_self_href() or catalogue.place)
            if item is not None and (not collections or item.collection in collections):
                found.append(item)
        return found
    except EngineError:
        raise
    except Exception as error:  # pystac-client raises many kinds for invalid documents
        raise InputError(
            "catalogue-invalid", f"{catalogue.title} did not answer as a STAC catalogue: {_one_line(error)}.",
            "Check the URL: it must be that of the catalogue's root.",
        ) from error  # fmt: skip


def _too_many(catalogue: Catalogue) -> tuple[str, str]:
    return "evidence-many", (
        f"{catalogue.title} has more than {MOST_ITEMS} images of this place and time, of which only the first "
        f"{MOST_ITEMS} are considered: choose fewer days before and after, or name the collection."
    )


def _self_href(document: dict[str, Any], catalogue: Catalogue) -> str:
    links = document.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "self" and str(link.get("href", "")).startswith("http"):
            return str(link["href"])
    return f"{catalogue.place}/"


def _one_line(error: Exception) -> str:
    text = str(error).splitlines()[0].strip().rstrip(".") if str(error) else type(error).__name__
    text = re.sub(r"https?://\S+", lambda found: unsigned(found.group()), text)
    return text if len(text) <= 200 else text[:197] + "..."
