"""A query about a mask and its answer as plain values; survey.py evaluates it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, List, Optional, Tuple

if TYPE_CHECKING:  # importing numpy would slow down loading the plugin
    import numpy as np


@dataclass(frozen=True)
class RasterMask:
    """A raster whose non-zero pixels, or whose listed classes, are masked."""

    path: str
    classes: Tuple[int, ...] = ()


@dataclass(frozen=True)
class ShapeMask:
    """Polygons to mask, as WKB in the scene's CRS."""

    shapes: Tuple[bytes, ...]


@dataclass(frozen=True)
class MaskQuery:
    """A scene's file and its mask sources, which are combined.

    `within` is (west, south, east, north) in the scene's CRS: nothing is filled outside of it, nor outside of `area`.
    """

    scene: str
    rasters: Tuple[RasterMask, ...] = ()
    shapes: Tuple[ShapeMask, ...] = ()
    nodata: bool = False
    dilate: int = 0
    within: Optional[Tuple[float, float, float, float]] = None
    area: Optional[ShapeMask] = None


@dataclass
class MaskSurvey:
    """The mask on a (possibly coarser) grid, and its figures.

    Attributes:
        mask: (rows, cols) bool.
        bounds: (west, south, east, north) of the mask in the scene's CRS.
        share: share of the scene to be filled, 0 to 1.
        holes: number of holes.
        largest: longer side of the largest hole's bounding box, in metres (or pixels if the scale is unknown).
        unit: "m" or "px".
        pixels: number of pixels to be filled.
        exact: whether every pixel was read.
        transform, projection: those of the mask's grid, as in GDAL.
        unread: files that could not be read.
    """

    mask: np.ndarray
    bounds: Tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    share: float = 0.0
    holes: int = 0
    largest: float = 0.0
    unit: str = "px"
    pixels: float = 0.0
    exact: bool = True
    transform: Tuple[float, ...] = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
    projection: str = ""
    unread: List[str] = field(default_factory=list)
