"""What is to be opened as a raster, and how its numbers translate into physical ones: plain values, no reading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

import numpy as np

MEMORY = "/vsimem/geoinpaint-"  # how the paths of rasters in memory begin; their last part is what they are called


def in_memory(path: str | PurePath) -> bool:
    """Whether a path is the name of a raster in memory."""
    return str(path).startswith(MEMORY)


@dataclass(frozen=True)
class Radiometry:
    """How a band's DN becomes a physical value (reflectance, backscatter): value = DN * scale + offset."""

    scale: float = 1.0
    offset: float = 0.0

    @property
    def plain(self) -> bool:
        """Whether nothing is declared: the DN are the values."""
        return self.scale == 1.0 and self.offset == 0.0

    def value_of(self, dn: np.ndarray) -> np.ndarray:
        """Physical values of DN: DN * scale + offset."""
        return dn * self.scale + self.offset

    def to(self, other: Radiometry) -> tuple[float, float]:
        """(gain, shift) that carry DN of this radiometry into DN of another: other = self * gain + shift."""
        return self.scale / other.scale, (self.offset - other.offset) / other.scale


@dataclass(frozen=True)
class RasterSpec:
    """A raster to open, with what is known about it beyond the file itself.

    Args:
        path: anything GDAL opens: a file, a VRT, a subdataset or /vsizip/ name.
        names: band names in the file's order; None = the file's own descriptions, else B1, B2, ...
        radiometry: one per band; None = the file's own scale and offset.
        nodata: the value that means "no data"; None = as the file declares it.
        date: ISO date (YYYY-MM-DD), or "" where unknown.
        label: how to call it in messages (the path the user gave); "" = `path`.
    """

    path: str
    names: tuple[str, ...] | None = None
    radiometry: tuple[Radiometry, ...] | None = None
    nodata: float | None = None
    date: str = ""
    label: str = ""

    @property
    def title(self) -> str:
        """What to call the raster in messages."""
        name = self.label or self.path
        return name.rpartition("/")[2] if in_memory(name) else name
