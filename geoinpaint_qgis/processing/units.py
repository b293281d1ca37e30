"""A band's stored values and those that QGIS shows: it applies scale and offset, which two files may declare apart.

A result's stored values are its scene's; what is shown of the two can differ, as with a Sentinel-2 product, whose layer
GDAL gives no scale, and whose result declares it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Sequence

from qgis.core import QgsRasterLayer

from geoinpaint_qgis.processing import layers

BANDS_KEY = "geoinpaint/bands"  # of a result: the numbers of the scene's bands that its own are


@dataclass(frozen=True)
class Units:
    """How a band is shown: shown = scale * stored + offset."""

    scale: float = 1.0
    offset: float = 0.0

    def shown(self, stored: float) -> float:
        """What QGIS shows of a stored value."""
        return self.scale * stored + self.offset

    def stored(self, shown: float) -> float:
        """The stored value of one that QGIS shows."""
        return (shown - self.offset) / self.scale


def units_of(provider: Any, band: int) -> Units:
    """The units of a data provider's band (from 1)."""
    return Units(provider.bandScale(band) or 1.0, provider.bandOffset(band))


def translated(value: float, source: Units, target: Units) -> float:
    """A value shown in one band's units, in those of another band with the same stored values."""
    return value if source == target else target.shown(source.stored(value))


def matching_bands(scene: QgsRasterLayer, result: QgsRasterLayer, *, chosen: Sequence[int] = ()) -> List[int]:
    """For each band of the result the scene's band it was made of: as noted or chosen, else by name or position."""
    noted = [int(number) for number in str(result.customProperty(BANDS_KEY, "") or "").split(",") if number]
    for known in (noted, list(chosen)):
        if len(known) == result.bandCount() and max(known) <= scene.bandCount():
            return known
    names, wanted = layers.band_names(scene), layers.band_names(result)
    if len(set(names)) == len(names) and all(name and name in names for name in wanted):
        return [names.index(name) + 1 for name in wanted]
    return [min(band, scene.bandCount()) for band in range(1, result.bandCount() + 1)]
