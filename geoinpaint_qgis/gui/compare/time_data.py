"""A filled series at a point: the clear, filled and cloudy values of its dates, for each band and NDVI."""

from __future__ import annotations

import contextlib
import json
import math
import os
import re
import uuid
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)

from geoinpaint_qgis import interface
from geoinpaint_qgis.gui.compare.profile_data import stored_values, values_of_date
from geoinpaint_qgis.gui.evidence.layer_facts import date_in, file_of
from geoinpaint_qgis.gui.raster import products
from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.processing.units import Units, matching_bands, units_of

COLLECTION, FILLED_NAME = "collection.json", "filled.tif"  # file names in a series (docs/series.md)
CLEAR, FILLED, CLOUDY = "clear", "filled", "cloudy"
KINDS = (CLEAR, FILLED, CLOUDY)  # by values of the fill flag
RED, INFRARED = ("B04", "B4", "RED"), ("B08", "B8", "NIR", "B8A")
NDVI = "NDVI"
CORRELATION = "GEOINPAINT_ERROR_CORRELATION"  # tag of an uncertainty file: JSON, one row per band
LARGEST_TEXT = 50_000_000  # bytes of a catalogue that is read
_BAND_FILE = re.compile(r"(?:.*[_.-])?(?P<name>B\d[\dA])(?:[_-]\d0m)?\.(?:tiff?|jp2)", re.IGNORECASE)
FINEST = 10  # metres; resolution of a product if its job names none


@dataclass(frozen=True)
class DateFiles:
    """A date of a series, and the paths of its files; empty if missing."""

    date: str
    filled: str
    flag: str
    uncertainty: str
    recipe: str


@dataclass(frozen=True)
class Moment:
    """The values at a point on a date.

    Attributes:
        date: ISO date.
        kind: CLEAR, FILLED, or CLOUDY (masked, but could not be filled).
        values: values by band, followed by NDVI if available; NaN if unknown or CLOUDY.
        deviations: standard deviations of FILLED values, else NaN.
        seen: the scene's own values where it is not CLEAR; NaN elsewhere, and if it no longer exists.
    """

    date: str
    kind: str
    values: List[float]
    deviations: List[float]
    seen: List[float]


def folder_of(layer: Optional[QgsMapLayer]) -> str:
    """The folder of the series that a layer is a filled date of; empty if none."""
    path = file_of(layer) if layer is not None else ""
    folder = os.path.dirname(os.path.dirname(path))
    is_date = os.path.basename(path) == FILLED_NAME and os.path.isfile(os.path.join(folder, COLLECTION))
    return folder if is_date else ""


def dates_in(folder: str) -> List[DateFiles]:
    """The dates in a series' catalogue, oldest first, with files inside its folder only.

    Raises:
        OSError, ValueError: the catalogue cannot be read.
    """
    found = []
    links = _read(os.path.join(folder, COLLECTION)).get("links")
    for link in links if isinstance(links, list) else []:
        if not isinstance(link, dict) or link.get("rel") != "item":
            continue
        place = _within(folder, folder, link.get("href"))
        if not place:
            continue
        item = _read(place)
        assets = item.get("assets")
        assets = assets if isinstance(assets, dict) else {}
        files = {
            key: _within(folder, os.path.dirname(place), asset.get("href"))
            for key, asset in assets.items()
            if isinstance(asset, dict)
        }
        properties = item.get("properties")
        date = date_in(str(properties.get("datetime"))) if isinstance(properties, dict) else ""
        if date and files.get("filled"):
            others = (files.get(key, "") for key in ("fill_flag", "uncertainty", "recipe"))
            found.append(DateFiles(date, files["filled"], *others))
    return sorted(found, key=lambda one: (one.date, one.filled))


def _read(path: str) -> Dict[str, Any]:
    if os.path.getsize(path) > LARGEST_TEXT:
        raise ValueError(path)
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    if not isinstance(document, dict):
        raise ValueError(path)
    return document


def _within(root: str, base: str, href: Any) -> str:
    """Resolves a document's reference to a file; empty if the file is missing, or outside of the root folder."""
    path = os.path.realpath(os.path.join(base, href)) if isinstance(href, str) and href else ""
    return path if path.startswith(os.path.realpath(root) + os.sep) and os.path.isfile(path) else ""


class TimeSeries:
    """A series whose dates are opened on first use.

    Attributes:
        dates: oldest first.
        names: names of the bands, and of NDVI if it can be computed.
        lost: dates whose scene no longer exists, among those opened so far.

    Raises:
        OSError, ValueError: the series cannot be read.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.dates = dates_in(folder)
        if not self.dates:
            raise ValueError(folder)
        self.lost: List[str] = []
        self._layers: Dict[str, Optional[QgsRasterLayer]] = {}
        self._virtual: Dict[str, str] = {}  # virtual rasters of multi-file images, by path
        first = self._layer(self.dates[0].filled)
        if first is None:
            raise ValueError(self.dates[0].filled)
        self._units = units_of(first.dataProvider(), 1)
        bands = layers.band_names(first)
        self._vegetation = _red_and_infrared(bands)
        self.names = [name or str(number) for number, name in enumerate(bands, 1)]
        self.names += [NDVI] if self._vegetation else []

    def close(self) -> None:
        """Closes its files."""
        self._layers = {}
        for made in self._virtual.values():
            gdal.Unlink(made)
        self._virtual = {}

    def moments(self, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> Iterator[Optional[Moment]]:
        """The values at a point in a CRS for each date; None for dates that do not cover it."""
        for date in self.dates:
            try:
                yield self._moment(date, point, crs)
            except QgsCsException:  # outside the domain of the date's CRS
                yield None

    def _moment(self, date: DateFiles, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> Optional[Moment]:
        filled = self._layer(date.filled)
        if filled is None:
            return None
        place = _moved(point, crs, filled.crs())
        bands = self._bands(filled)
        units = [units_of(filled.dataProvider(), band or 1) for band in bands]
        factor = self._factor(filled, units[0])
        values = [
            factor * unit.shown(stored_values(filled, band, [place])[0]) if band else math.nan
            for band, unit in zip(bands, units)
        ]
        if all(math.isnan(value) for value in values):
            return None
        kind = self._kind(date, place)
        nothing = [math.nan] * len(values)
        deviations, seen = nothing, nothing
        uncertainty = self._layer(date.uncertainty) if kind == FILLED else None
        if uncertainty is not None and uncertainty.bandCount() == filled.bandCount():
            deviations = [
                factor * abs(unit.scale) * stored_values(uncertainty, band, [place])[0] if band else math.nan
                for band, unit in zip(bands, units)
            ]
        if kind == FILLED:
            shown = self._seen(date, filled, place)
            seen = [factor * shown[band - 1] if band else math.nan for band in bands]
        elif kind == CLOUDY:
            values, seen = nothing, values
        if self._vegetation:
            red, infrared = self._vegetation
            together = error_correlation(date.uncertainty, bands[red], bands[infrared]) if kind == FILLED else 0.0
            noise = ndvi_deviation(values[red], values[infrared], deviations[red], deviations[infrared], together)
            values = [*values, ndvi(values[red], values[infrared])]
            deviations = [*deviations, noise]
            seen = [*seen, ndvi(seen[red], seen[infrared])]
        return Moment(date.date, kind, values, deviations, seen)

    def _bands(self, layer: QgsRasterLayer) -> List[Optional[int]]:
        """1-based number of a date's band for each band of the series, by name or position; None if missing."""
        count = len(self.names) - bool(self._vegetation)
        names = layers.band_names(layer)
        wanted = self.names[:count]
        if len(set(names)) == len(names) and any(name in names for name in wanted):
            return [names.index(name) + 1 if name in names else None for name in wanted]
        return list(range(1, count + 1)) if layer.bandCount() == count else [None] * count

    def _factor(self, layer: QgsRasterLayer, units: Units) -> float:
        """Factor that converts a date's values to the first date's, which may declare a scale where this does not."""
        if (units == Units()) == (self._units == Units()):
            return 1.0
        scale = interface.SENTINEL2_SCALE
        return scale if units == Units() else 1 / scale

    def _kind(self, date: DateFiles, place: QgsPointXY) -> str:
        flag = self._layer(date.flag)
        value = stored_values(flag, 1, [place])[0] if flag is not None else math.nan
        return KINDS[int(value)] if value in range(len(KINDS)) else CLEAR

    def _seen(self, date: DateFiles, filled: QgsRasterLayer, place: QgsPointXY) -> List[float]:
        """The scene's values for each of the result's bands, in the result's units."""
        scene, chosen = self._scene(date, filled)
        if scene is None:
            return [math.nan] * filled.bandCount()
        there = _moved(place, filled.crs(), scene.crs())
        bands = matching_bands(scene, filled, chosen=[number for number in chosen if isinstance(number, int)])
        return [band[0] for band in values_of_date(scene, scene, filled, [there], bands)]

    def _scene(self, date: DateFiles, filled: QgsRasterLayer) -> Tuple[Optional[QgsRasterLayer], Sequence[Any]]:
        """The scene of a date according to its recipe, and the bands selected from it."""
        job: Mapping[str, Any] = {}
        with contextlib.suppress(OSError, ValueError):
            found = _read(date.recipe).get("job") if date.recipe else None
            job = found if isinstance(found, dict) else {}
        scene, bands = job.get("scene"), job.get("bands")
        scene = scene if isinstance(scene, dict) else {}
        path = str(scene.get("path") or "")
        chosen = bands if isinstance(bands, list) else []
        files = band_files(path, layers.band_names(filled))
        if files:
            return self._layer(self._together(path, files)), chosen
        if not os.path.exists(path):  # refuses GDAL's virtual file systems too
            self.lost += [] if date.date in self.lost else [date.date]
            return None, []
        if layers.is_product(path):
            metres = scene.get("resolution") or FINEST
            path = dict(products.resolutions(products.metadata_of(path))).get(metres, "")
        return self._layer(path), chosen

    def _together(self, path: str, files: Mapping[str, str]) -> str:
        """A virtual raster in memory of a multi-file image."""
        if path not in self._virtual:
            made = f"/vsimem/geoinpaint_{uuid.uuid4().hex}.vrt"
            image = gdal.BuildVRT(made, list(files.values()), separate=True)
            for number, name in enumerate(files, 1):
                image.GetRasterBand(number).SetDescription(name)
            image.FlushCache()
            self._virtual[path] = made
        return self._virtual[path]

    def _layer(self, path: str) -> Optional[QgsRasterLayer]:
        if path and path not in self._layers:
            plain = QgsRasterLayer.LayerOptions(False)  # without a default style, which would read the file
            layer = QgsRasterLayer(path, os.path.basename(path), "gdal", plain)
            self._layers[path] = layer if layer.isValid() else None
        return self._layers[path] if path else None


def band_files(path: str, names: Sequence[str]) -> Dict[str, str]:
    """The files of a multi-file image (a folder, a prefix followed by *, or a STAC item beside them) for some bands.

    Returns them by band name; empty if it is not a multi-file image.
    """
    folder, last = os.path.split(path)
    if os.path.isdir(path):
        folder, last = path, "*"
    beginning = last.partition("*")[0] if "*" in last else ""
    if not os.path.isdir(folder) or not ("*" in last or last.lower().endswith(".json")):
        return {}
    found = {}
    for file in sorted(os.listdir(folder)):
        match = _BAND_FILE.fullmatch(file[len(beginning) :]) if file.startswith(beginning) else None
        name = match["name"].upper() if match else ""
        if name in names and name not in found:
            found[name] = os.path.join(folder, file)
    return found


def ndvi(red: float, infrared: float) -> float:
    """(infrared - red) / (infrared + red) of reflectances; NaN if undefined."""
    return (infrared - red) / (infrared + red) if infrared + red else math.nan


def ndvi_deviation(
    red: float, infrared: float, red_deviation: float, infrared_deviation: float, correlation: float
) -> float:
    """Standard deviation of NDVI by first-order propagation from those of its bands, whose errors are correlated."""
    if not infrared + red:
        return math.nan
    one, two = infrared * red_deviation, red * infrared_deviation
    both = one**2 + two**2 - 2 * correlation * one * two
    return 2 * math.sqrt(max(both, 0.0)) / (infrared + red) ** 2 if math.isfinite(both) else math.nan


def error_correlation(path: str, one: Optional[int], two: Optional[int]) -> float:
    """Correlation of the errors of two bands (1-based), from an uncertainty file; 0 if unknown."""
    dataset = gdal.Open(path) if path and one and two else None
    if dataset is None:
        return 0.0
    with contextlib.suppress(ValueError, TypeError, IndexError):
        correlation = json.loads(dataset.GetMetadataItem(CORRELATION) or "")
        return max(-1.0, min(1.0, float(correlation[one - 1][two - 1])))
    return 0.0


def table(names: Sequence[str], moments: Sequence[Moment], covering: float) -> str:
    """The values as tab-separated text; `covering`: standard deviations from a value to the ends of its range."""
    rows = [["date", "kind", *(f"{name} {part}" for name in names for part in ("value", "low", "high", "seen"))]]
    for moment in moments:
        row = [moment.date, moment.kind]
        for value, deviation, seen in zip(moment.values, moment.deviations, moment.seen):
            row += [_number(part) for part in (value, value - covering * deviation, value + covering * deviation, seen)]
        rows.append(row)
    return "\n".join("\t".join(row) for row in rows) + "\n"


def _number(value: float) -> str:
    return f"{value:.6g}" if math.isfinite(value) else ""


def _red_and_infrared(names: Sequence[str]) -> Optional[Tuple[int, int]]:
    """0-based numbers of the red and the near-infrared band."""
    known = [name.upper() for name in names]
    found = [next((known.index(name) for name in wanted if name in known), None) for wanted in (RED, INFRARED)]
    return None if found[0] is None or found[1] is None else (found[0], found[1])


def _moved(point: QgsPointXY, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> QgsPointXY:
    if not source.isValid() or not target.isValid():
        return point
    return QgsCoordinateTransform(source, target, QgsProject.instance()).transform(point)
