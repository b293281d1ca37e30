"""Converts between stored values and the values that QGIS shows, to which it applies scale and offset.

A result's stored values are its scene's, but the shown values may differ: for example, GDAL gives no scale for the
layer of a Sentinel-2 product, whereas its result declares one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Sequence

from qgis.core import QgsRasterLayer

from geoinpaint_qgis.processing import layers

BANDS_KEY = "geoinpaint/bands"  # layer property of a result: its bands' numbers in the scene


@dataclass(frozen=True)
class Units:
    """Units in which a band is shown: shown = scale * stored + offset."""

    scale: float = 1.0
    offset: float = 0.0

    def shown(self, stored: float) -> float:
        """Converts a stored value to the shown value."""
        return self.scale * stored + self.offset

    def stored(self, shown: float) -> float:
        """Converts a shown value to the stored value."""
        return (shown - self.offset) / self.scale


def units_of(provider: Any, band: int) -> Units:
    """The units of a data provider's band (1-based)."""
    return Units(provider.bandScale(band) or 1.0, provider.bandOffset(band))


def translated(value: float, source: Units, target: Units) -> float:
    """Converts a shown value between two bands with the same stored values."""
    return value if source == target else target.shown(source.stored(value))


def matching_bands(scene: QgsRasterLayer, result: QgsRasterLayer, *, chosen: Sequence[int] = ()) -> List[int]:
    """For each band of the result, its number in the scene: as recorded or chosen, else by name or position."""
    noted = [int(number) for number in str(result.customProperty(BANDS_KEY, "") or "").split(",") if number]
    for known in (noted, list(chosen)):
        if len(known) == result.bandCount() and max(known) <= scene.bandCount():
            return known
    names, wanted = layers.band_names(scene), layers.band_names(result)
    if len(set(names)) == len(names) and all(name and name in names for name in wanted):
        return [names.index(name) + 1 for name in wanted]
    return [min(band, scene.bandCount()) for band in range(1, result.bandCount() + 1)]
