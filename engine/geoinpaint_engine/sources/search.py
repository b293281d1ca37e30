"""Searches a catalogue for items of a place and time: a STAC API through pystac-client, or a folder."""

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

MOST_ITEMS = 500  # of a search
PAGE = 100  # items of one answer; a server may give fewer
LARGEST_ITEM = 1 << 22  # bytes of an item in a folder
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
    """The items of Sentinel-2, or of Sentinel-1, that touch a box between two dates (both included), by time.

    Of more than MOST_ITEMS the catalogue's first are taken, and `evidence-many` is told.

    Raises:
        InputError: `catalogue-invalid`, and those of `Transport`.
        ResourceError: `stac-missing`, and those of `Transport`.
    """
    wanted = tuple(collections) or (catalogue.radar if radar else catalogue.optical)
    if catalogue.remote:
        found = _asked(catalogue, box, first, last, wanted, transport, warn)
    else:
        found = (item for item in _in_folder(Path(catalogue.place), check) if not wanted or item.collection in wanted)
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
        return True  # not in the item: its files will show it
    west, south, east, north = (*bounds[:2], *bounds[len(bounds) // 2 :][:2])
    return bool(west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1])


def _in_folder(folder: Path, check: Callable[[], None]) -> Iterator[Item]:
    """The items in a folder and below, such as a static catalogue's; no link is followed."""
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


def _asked(
    catalogue: Catalogue, box: Box, first: date, last: date, collections: Sequence[str], transport: Transport,
    warn: Warn,
) -> Iterable[Item]:  # fmt: skip
    try:
        from pystac_client import Client
    except ImportError as error:
        raise ResourceError(
            "stac-missing", "Catalogues are asked by the package pystac-client, which is not installed.",
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
            return [item for item in (item_of(one, _own_address(one, catalogue)) for one in documents) if item]
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
    except Exception as error:  # of many kinds: whatever a document lacks is met where it is first looked for
        raise InputError(
            "catalogue-invalid", f"{catalogue.title} gave no answer that a STAC catalogue gives: {_line(error)}.",
            "Check the URL: it is that of the catalogue's root.",
        ) from error  # fmt: skip


def _too_many(catalogue: Catalogue) -> tuple[str, str]:
    return "evidence-many", (
        f"{catalogue.title} has more than {MOST_ITEMS} images of this place and time, of which the first {MOST_ITEMS} "
        f"that it names are looked at: choose fewer days before and after, or name the collection."
    )


def _own_address(document: dict[str, Any], catalogue: Catalogue) -> str:
    links = document.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "self" and str(link.get("href", "")).startswith("http"):
            return str(link["href"])
    return f"{catalogue.place}/"


def _line(error: Exception) -> str:
    text = str(error).splitlines()[0].strip().rstrip(".") if str(error) else type(error).__name__
    text = re.sub(r"https?://\S+", lambda found: unsigned(found.group()), text)
    return text if len(text) <= 200 else text[:197] + "..."
