"""The series as a STAC collection with an item for each date: plain JSON, with relative links, so that it can be moved.

STAC 1.1.0 with the projection extension 2.0.0; what was measured of a fill stands in properties `geoinpaint:...`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.warp import transform_geom

from geoinpaint_engine import __version__
from geoinpaint_engine.pipeline.series.filling import RECIPE, told_error
from geoinpaint_engine.pipeline.series.state import DEVIATION, FILLED, FLAG, MASK, Date
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.scene import grid_of

COLLECTION, PAGE, CURVES, CUBE = "collection.json", "series.html", "curves.csv", "cube.zarr"
VERSION = "1.1.0"
PROJECTION = "https://stac-extensions.github.io/projection/v2.0.0/schema.json"
GEOTIFF, COG = "image/tiff; application=geotiff", "image/tiff; application=geotiff; profile=cloud-optimized"
# file in a date's folder: key of its asset, title, media type, role
ASSETS = (
    (FILLED, "filled", "The scene, filled", COG, "data"),
    (FLAG, "fill_flag", "0 kept, 1 filled, 2 could not be filled", GEOTIFF, "metadata"),
    (DEVIATION, "uncertainty", "Standard deviation of the fill", GEOTIFF, "metadata"),
    (MASK, "mask", "What was to be filled", GEOTIFF, "metadata"),
    (RECIPE, "recipe", "How it was made", "application/json", "metadata"),
)
BESIDE = (
    (PAGE, "page", "The series at a glance", "text/html", "overview"),
    (CURVES, "curves", "Vegetation index over time", "text/csv", "data"),
    (CUBE, "cube", "All dates as one cube", "application/vnd+zarr", "data"),
)


def write_item(date: Date, figures: Mapping[str, Any], folder: Path, *, collection: str) -> None:
    """Writes the item of a filled date into its folder.

    Args:
        date: the date.
        figures: of its fill.
        folder: of the series.
        collection: its id.
    """
    place = folder / date.name
    with rasterio.open(place / FILLED) as dataset:
        grid, names = grid_of(dataset), dataset.descriptions
        bands = [
            {"name": name or f"band {number}", "data_type": dtype, **_nodata(nodata)}
            for number, (name, dtype, nodata) in enumerate(
                zip(names, dataset.dtypes, dataset.nodatavals, strict=True), 1
            )
        ]
    found = [asset for asset in ASSETS if (place / asset[0]).exists()]
    assets = {key: _asset(name, title, kind, role) for name, key, title, kind, role in found}
    assets["filled"]["bands"] = bands
    if "uncertainty" in assets:
        assets["uncertainty"]["bands"] = [{"name": band["name"], "data_type": "float32"} for band in bands]
    where = _where(grid)
    document = {
        "type": "Feature", "stac_version": VERSION, "stac_extensions": [PROJECTION] if where["geometry"] else [],
        "id": f"{collection}-{date.name}", "collection": collection, **where,
        "properties": {
            "datetime": f"{date.date}T00:00:00Z", **_projection(grid), "geoinpaint:version": __version__,
            **_measured(date, figures),
        },
        "links": [
            {"rel": "root", "href": f"../{COLLECTION}", "type": "application/json"},
            {"rel": "parent", "href": f"../{COLLECTION}", "type": "application/json"},
            {"rel": "collection", "href": f"../{COLLECTION}", "type": "application/json"},
        ],
        "assets": assets,
    }  # fmt: skip
    _write(place / f"{date.name}.json", document)


def write_collection(dates: Sequence[Date], folder: Path, *, collection: str) -> None:
    """Writes the collection of a series over the items that `write_item` has written.

    Args:
        dates: those with an item, oldest first.
        folder: of the series.
        collection: its id.
    """
    items = [json.loads((folder / date.name / f"{date.name}.json").read_text(encoding="utf-8")) for date in dates]
    # scenes that lie nowhere have no box, and a collection has to have one
    boxes = [item["bbox"] for item in items if "bbox" in item] or [[-180, -90, 180, 90]]
    box = [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]
    beside = [asset for asset in BESIDE if (folder / asset[0]).exists()]
    document = {
        "type": "Collection", "stac_version": VERSION, "stac_extensions": [], "id": collection,
        "title": f"{folder.name}, filled",
        "description": f"{len(dates)} dates of one place, the cloudy ground of each filled from the others.",
        "license": "other",
        "extent": {
            "spatial": {"bbox": [box]},
            "temporal": {"interval": [[f"{dates[0].date}T00:00:00Z", f"{dates[-1].date}T00:00:00Z"]]},
        },
        "links": [
            {"rel": "root", "href": f"./{COLLECTION}", "type": "application/json"},
            *({"rel": "item", "href": f"./{date.name}/{date.name}.json", "type": "application/geo+json"}
              for date in dates),
        ],
        "assets": {key: _asset(name, title, kind, role) for name, key, title, kind, role in beside},
    }  # fmt: skip
    _write(folder / COLLECTION, document)


def id_of(folder: Path) -> str:
    """The id of a folder's collection."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", folder.name).strip("-.") or "series"


def _write(path: Path, document: dict[str, Any]) -> None:
    write_whole(path, (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode())


def _asset(name: str, title: str, kind: str, role: str) -> dict[str, Any]:
    return {"href": f"./{name}", "title": title, "type": kind, "roles": [role]}


def _nodata(value: float | None) -> dict[str, Any]:
    if value is None:
        return {}
    return {"nodata": value if np.isfinite(value) else str(value)}


def _where(grid: Grid) -> dict[str, Any]:
    """Geometry and bounding box in WGS84; no geometry where the scene lies nowhere."""
    if grid.crs is None:
        return {"geometry": None}
    rows, cols = grid.shape
    ring = [grid.transform @ corner for corner in ((0, 0), (cols, 0), (cols, rows), (0, rows), (0, 0))]
    shape = transform_geom(grid.crs, "EPSG:4326", {"type": "Polygon", "coordinates": [ring]}, precision=7)
    points = [[float(x), float(y)] for x, y in shape["coordinates"][0]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return {
        "bbox": [min(xs), min(ys), max(xs), max(ys)],
        "geometry": {"type": "Polygon", "coordinates": [points]},
    }


def _projection(grid: Grid) -> dict[str, Any]:
    if grid.crs is None:
        return {}
    authority = grid.crs.to_authority()
    return {
        "proj:code": ":".join(authority) if authority else None,
        **({} if authority else {"proj:wkt2": grid.crs.to_wkt()}),
        "proj:shape": list(grid.shape), "proj:transform": [*map(float, grid.transform)][:6],
    }  # fmt: skip


def _measured(date: Date, figures: Mapping[str, Any]) -> dict[str, Any]:
    told = told_error(dict(figures))
    return {
        "geoinpaint:masked_share": round(date.cloudy_share, 6),
        "geoinpaint:filled_pixels": figures.get("filled_pixels", 0),
        "geoinpaint:unfilled_pixels": figures.get("unfilled_pixels", 0),
        "geoinpaint:references": [] if date.job is None else [one.date for one in date.job.references],
        **({} if told is None else {"geoinpaint:expected_rmse": told[0], "geoinpaint:unit": told[1]}),
    }  # fmt: skip
