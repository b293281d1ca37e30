"""A query about a mask and its answer, as plain values; survey.py evaluates it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, List, Optional, Tuple

if TYPE_CHECKING:  # numpy would slow the plugin's loading
    import numpy as np


@dataclass(frozen=True)
class RasterMask:
    """A raster of which every value but 0, or the listed classes, is to be filled."""

    path: str
    classes: Tuple[int, ...] = ()


@dataclass(frozen=True)
class ShapeMask:
    """Shapes to be filled, as WKB in the scene's CRS."""

    shapes: Tuple[bytes, ...]


@dataclass(frozen=True)
class MaskQuery:
    """What to look at: a scene's file and its mask sources, which add up.

    `within` is west, south, east, north in the scene's CRS: nothing is filled outside it, nor outside `area`.
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
    """The mask on a (coarse) grid, and its figures.

    Attributes:
        mask: (rows, cols) bool.
        bounds: west, south, east, north of the mask, in the scene's CRS.
        share: of the scene that will be filled, 0 to 1.
        holes: number of holes.
        largest: the longer side of the largest hole's box, in metres (or pixels where the scale is unknown).
        unit: "m" or "px".
        pixels: of the scene that will be filled.
        exact: whether every pixel was read.
        transform, projection: of the mask's grid, as GDAL has them.
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
