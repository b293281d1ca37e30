"""Values of scene and result along a line, and where they differ."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)

from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.processing.units import Units, units_of

MOST_POINTS = 256


@dataclass(frozen=True)
class Profile:
    """Values along a line.

    Attributes:
        distances: distance of each point from the start, in metres (map units if the CRS is unknown).
        before, after: values by band of scene and result, in the result's units; NaN where there are none.
        deviation: standard deviation of the fill by band, in the result's units; empty if unknown.
        filled: whether scene and result differ at each point, in any band.
        dates: values of each other date, like `after`; NaN where it shows nothing or cannot be compared.
    """

    distances: List[float]
    before: List[List[float]]
    after: List[List[float]]
    filled: List[bool]
    deviation: List[List[float]] = field(default_factory=list)
    dates: List[List[List[float]]] = field(default_factory=list)


def sample(
    scene: QgsRasterLayer,
    result: QgsRasterLayer,
    line: Tuple[QgsPointXY, QgsPointXY],
    crs: QgsCoordinateReferenceSystem,
    *,
    scene_bands: Sequence[int],
    uncertainty: Optional[QgsRasterLayer] = None,
    dates: Sequence[QgsRasterLayer] = (),
) -> Profile:
    """Samples values along a line, at most once per pixel; `scene_bands` are the result's bands in the scene."""
    transform = QgsCoordinateTransform(crs, scene.crs(), QgsProject.instance())
    start, end = (transform.transform(point) if crs.isValid() else point for point in line)
    pixel = min(scene.rasterUnitsPerPixelX(), scene.rasterUnitsPerPixelY()) or 1.0
    count = min(max(math.ceil(start.distance(end) / pixel) + 1, 2), MOST_POINTS)
    shares = [index / (count - 1) for index in range(count)]
    points = [
        QgsPointXY(start.x() + share * (end.x() - start.x()), start.y() + share * (end.y() - start.y()))
        for share in shares
    ]
    measure = QgsDistanceArea()
    measure.setSourceCrs(scene.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(QgsProject.instance().ellipsoid() if scene.crs().isGeographic() else "NONE")
    length = measure.measureLine(start, end)
    stored = [[stored_values(scene, band, points) for band in scene_bands], []]
    stored[1] = [stored_values(result, band, points) for band in range(1, result.bandCount() + 1)]
    filled = [any(not _same(one[index], other[index]) for one, other in zip(*stored)) for index in range(count)]
    units = [units_of(result.dataProvider(), band) for band in range(1, result.bandCount() + 1)]
    before, after = ([[unit.shown(v) for v in band] for unit, band in zip(units, bands)] for bands in stored)
    deviation: List[List[float]] = []
    if uncertainty is not None and uncertainty.bandCount() == result.bandCount():
        found = (stored_values(uncertainty, band, points) for band in range(1, uncertainty.bandCount() + 1))
        deviation = [[abs(unit.scale) * value for value in band] for unit, band in zip(units, found)]
    others = [values_of_date(date, scene, result, points, scene_bands) for date in dates]
    return Profile([share * length for share in shares], before, after, filled, deviation, others)


def values_of_date(
    date: QgsRasterLayer,
    scene: QgsRasterLayer,
    result: QgsRasterLayer,
    points: Sequence[QgsPointXY],
    scene_bands: Sequence[int],
) -> List[List[float]]:
    """Values of another date for each of the result's bands, in its units, at points in the scene's CRS."""
    bands = date_bands(date, scene, result, scene_bands)
    transform = QgsCoordinateTransform(scene.crs(), date.crs(), QgsProject.instance())
    try:
        places = [transform.transform(point) for point in points]
    except QgsCsException:
        return [[math.nan] * len(points)] * result.bandCount()
    found = []
    for number, band in enumerate(bands, 1):
        if band is None:
            found.append([math.nan] * len(points))
            continue
        here, target = units_of(date.dataProvider(), band), units_of(result.dataProvider(), number)
        stored = stored_values(date, band, places)
        if here == Units():  # nothing declared, so assumed to be stored as in the scene
            found.append([target.shown(value) for value in stored])
        elif target == Units():  # reflectance cannot be converted to values of unknown scale
            found.append([math.nan] * len(points))
        else:
            found.append([here.shown(value) for value in stored])
    return found


def date_bands(
    date: QgsRasterLayer, scene: QgsRasterLayer, result: QgsRasterLayer, scene_bands: Sequence[int]
) -> List[Optional[int]]:
    """1-based number of the date's band for each band of the result: by name, else as in the scene; None if missing."""
    names, wanted = layers.band_names(date), layers.band_names(result)
    if len(set(names)) == len(names) and any(name and name in names for name in wanted):
        return [names.index(name) + 1 if name in names else None for name in wanted]
    alike = date.bandCount() == scene.bandCount()
    return [band if alike else None for band in scene_bands]


def stored_values(layer: QgsRasterLayer, band: int, points: Sequence[QgsPointXY]) -> List[float]:
    """Stored values at points, which are equal outside of the fill, whatever units are shown."""
    provider = layer.dataProvider()
    units = units_of(provider, band)
    found = (provider.sample(point, band) for point in points)
    return [units.stored(value) if fine else math.nan for value, fine in found]


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9) or (math.isnan(one) and math.isnan(other))
