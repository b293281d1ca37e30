"""Properties of a layer that are known without reading it: file, date, overlap with a scene."""

from __future__ import annotations

import contextlib
import datetime
import os
import re
from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
)

from geoinpaint_qgis.translate import tr

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")


def file_of(layer: QgsMapLayer) -> str:
    """The path by which GDAL opens a raster layer; empty if it is not a file."""
    return layer.source() if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal" else ""


def date_of(layer: QgsMapLayer) -> str:
    """A layer's date (YYYY-MM-DD) from its name or its file's; empty if there is none."""
    return date_in(layer.name()) or date_in(os.path.basename(file_of(layer)))


def days_between(scene: Optional[QgsMapLayer], layer: QgsMapLayer) -> Optional[int]:
    """Days from a scene to a layer, positive if later; None if a date is unknown."""
    first, second = (date_of(scene) if scene is not None else ""), date_of(layer)
    if not first or not second:
        return None
    return (datetime.date.fromisoformat(second) - datetime.date.fromisoformat(first)).days


def days_text(days: int) -> str:
    """Days from the scene as short text, with a sign."""
    return tr("same day") if days == 0 else tr("{days} d").format(days=f"{days:+d}".replace("-", "\u2212"))


def date_in(name: str) -> str:
    """The first date (YYYY-MM-DD) in a name; empty if there is none."""
    for match in _DATE.finditer(name):
        with contextlib.suppress(ValueError):  # invalid dates, such as 31 June
            return datetime.date(*map(int, match.groups())).isoformat()
    return ""


def overlap(scene: Optional[QgsRasterLayer], layer: QgsMapLayer) -> Optional[float]:
    """Share of a scene's extent that a layer's extent covers; None if unknown."""
    if scene is None or scene.extent().isEmpty() or not scene.crs().isValid() or not layer.crs().isValid():
        return None
    try:
        transform = QgsCoordinateTransform(layer.crs(), scene.crs(), QgsProject.instance())
        there = transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return None
    if not there.intersects(scene.extent()):
        return 0.0  # QGIS versions differ in what intersect() returns for disjoint rectangles
    common = there.intersect(scene.extent())
    return common.width() * common.height() / (scene.extent().width() * scene.extent().height())
