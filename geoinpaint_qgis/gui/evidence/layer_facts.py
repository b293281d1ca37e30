"""Facts about a layer without reading it: its file, its date, how much of a scene its extent covers."""

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
    """What GDAL opens a raster layer by; empty where it is no file."""
    return layer.source() if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal" else ""


def date_of(layer: QgsMapLayer) -> str:
    """A layer's date by its name or its file's, as YYYY-MM-DD; empty where neither has one."""
    return date_in(layer.name()) or date_in(os.path.basename(file_of(layer)))


def days_between(scene: Optional[QgsMapLayer], layer: QgsMapLayer) -> Optional[int]:
    """Days from a scene to a layer, later ones positive; None where either has no date."""
    first, second = (date_of(scene) if scene is not None else ""), date_of(layer)
    if not first or not second:
        return None
    return (datetime.date.fromisoformat(second) - datetime.date.fromisoformat(first)).days


def days_text(days: int) -> str:
    """Days from the scene, short: later ones with a plus."""
    return tr("same day") if days == 0 else tr("{days} d").format(days=f"{days:+d}".replace("-", "\u2212"))


def date_in(name: str) -> str:
    """The first date in a name, as YYYY-MM-DD; empty where there is none."""
    for match in _DATE.finditer(name):
        with contextlib.suppress(ValueError):  # such as 31 June
            return datetime.date(*map(int, match.groups())).isoformat()
    return ""


def overlap(scene: Optional[QgsRasterLayer], layer: QgsMapLayer) -> Optional[float]:
    """The share of a scene's extent that a layer's covers; None where that is unknown."""
    if scene is None or scene.extent().isEmpty() or not scene.crs().isValid() or not layer.crs().isValid():
        return None
    try:
        transform = QgsCoordinateTransform(layer.crs(), scene.crs(), QgsProject.instance())
        there = transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return None
    if not there.intersects(scene.extent()):
        return 0.0  # what intersect() gives then differs between versions of QGIS
    common = there.intersect(scene.extent())
    return common.width() * common.height() / (scene.extent().width() * scene.extent().height())
