"""Classifies a project's layers: local rasters, other dates, radar, results of the plugin."""

from __future__ import annotations

import math
import re
from typing import Any, List, Optional, Sequence

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsRasterLayer

from geoinpaint_qgis.gui.run.recipes import recipe_of
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing.style import MADE_KEY

_POLARISATION = re.compile(r"(?:^|[^a-z])(vv|vh|hh|hv)(?:[^a-z]|$)", re.IGNORECASE)
_OPTICAL = re.compile(r"(?:b\d{1,2}a?|red|green|blue|nir|swir\d?)", re.IGNORECASE)
_COLOURS = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
_FLOATS = (Qgis.DataType.Float32, Qgis.DataType.Float64)
SAMPLE = 64  # px; side of the sample by which a raster's content is judged


def has_pixels(layer: Optional[QgsMapLayer]) -> bool:
    """Whether a layer is a raster with values, as opposed to pictures from a tile or map service."""
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.providerType() == "wms":
        return False
    provider = layer.dataProvider()
    return bool(provider.xSize() and provider.ySize()) and provider.dataType(1) not in _COLOURS


def is_own_result(layer: QgsMapLayer) -> bool:
    """Whether a layer was created by a fill: a result, which has a recipe, or an accompanying raster."""
    return bool(layer.customProperty(MADE_KEY, "") or recipe_of(layer))


def without_pixels(project: QgsProject) -> List[QgsMapLayer]:
    """Rasters that can neither be filled nor be masks."""
    return [x for x in project.mapLayers().values() if isinstance(x, QgsRasterLayer) and not has_pixels(x)]


def start_layer(project: QgsProject, active: Optional[QgsMapLayer]) -> Optional[QgsRasterLayer]:
    """The raster to start with: the active layer, else the topmost; never one created by a fill."""
    order = [active, *project.layerTreeRoot().layerOrder()]
    fit = [layer for layer in order if layer is not None and has_pixels(layer) and not is_own_result(layer)]
    # a single band is often a mask, and radar is evidence
    several = [layer for layer in fit if layer is active or (layer.bandCount() > 1 and not may_be_radar(layer))]
    return next(iter([*several, *fit]), None)


def looks_like_radar(layer: QgsRasterLayer) -> bool:
    """Whether a raster looks like Sentinel-1: bands named VV or VH, or two bands with values in dB."""
    names = sources.band_names(layer)
    if any(_POLARISATION.search(name) for name in names):
        return True
    if layer.bandCount() != 2 or any(_OPTICAL.fullmatch(name.strip()) for name in names):
        return False
    provider = layer.dataProvider()
    if provider.dataType(1) not in _FLOATS:
        return False
    values = sample_values(provider)
    return bool(values) and sum(value < 0 for value in values) > len(values) / 2


def may_be_radar(layer: QgsRasterLayer) -> bool:
    """Whether a raster may be Sentinel-1: two bands without other names, or bands that look like it."""
    optical = any(_OPTICAL.fullmatch(name.strip()) for name in sources.band_names(layer))
    return (layer.bandCount() == 2 and not optical) or looks_like_radar(layer)


def sample_values(provider: Any) -> Sequence[float]:
    """A sample of values of a raster's first band."""
    columns, rows = min(provider.xSize(), SAMPLE), min(provider.ySize(), SAMPLE)
    block = provider.block(1, provider.extent(), columns, rows)
    found = (block.value(row, column) for row in range(rows) for column in range(columns) if block.isValid())
    nodata = provider.sourceNoDataValue(1) if provider.sourceHasNoDataValue(1) else math.nan
    return [value for value in found if math.isfinite(value) and value != nodata]
