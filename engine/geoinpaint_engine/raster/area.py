"""The area in which holes are filled: a box, the polygons of a vector file, or their intersection."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.mask_layers import VectorMask, open_vector
from geoinpaint_engine.raster.scene import Warn, as_spec, ignore_warnings


@dataclass(frozen=True)
class Area:
    """A part of a scene. Safe to read from several threads.

    Args:
        window: the box around it, within the scene.
        shapes: of the box only the pixels whose centre they cover; None = all.
    """

    window: Window
    shapes: VectorMask | None = None

    def inside(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: which pixels of a window lie in the area."""
        inside = np.zeros(window.shape, dtype=bool)
        common = self.window.intersection(window)
        if common is not None:
            inside[common.within(window)] = True if self.shapes is None else self.shapes.read(common)
        return inside


def open_area(
    grid: Grid,
    *,
    extent: tuple[float, float, float, float] | None = None,
    path: str | Path | None = None,
    layer: str | None = None,
    warn: Warn = ignore_warnings,
) -> Area | None:
    """The area within a box, within the shapes of a vector file, or within both; None = the whole scene.

    Args:
        grid: the scene's grid.
        extent: (xmin, ymin, xmax, ymax) in the scene's CRS units.
        path: a vector file that OGR opens, in any CRS.
        layer: its layer, where it has several.
        warn: called with (code, message).

    Raises:
        UsageError: `extent-outside`.
        InputError: `file-missing`, `area-unreadable`, `area-layer-missing`, `area-no-polygons`, `area-empty`,
            `area-no-overlap`.
    """
    if extent is None and path is None:
        return None
    window = grid.window if extent is None else grid.window_of_bounds(_upright(extent, grid))
    if window is None:
        raise UsageError("extent-outside", "The extent does not meet the scene.", "Give it in the scene's CRS units.")
    if path is None:
        return Area(window)
    shapes = open_vector(as_spec(path), grid, layer, role="area", warn=warn)
    if shapes.empty:
        raise InputError("area-empty", f"The area {shapes.title} holds no shape.", "Draw or select one.")
    around = window_around(shapes, grid)
    common = None if around is None else around.intersection(window)
    if common is None:
        raise InputError(
            "area-no-overlap",
            f"The area {shapes.title} does not overlap the {'scene' if extent is None else 'extent in the scene'}.",
            "Check its coordinate reference system and place.",
        )
    return Area(common, shapes)


def _upright(extent: tuple[float, float, float, float], grid: Grid) -> tuple[float, float, float, float]:
    """A box drawn over a scene without georeference: QGIS shows its rows at negative y, rasterio counts them up."""
    xmin, ymin, xmax, ymax = extent
    return extent if grid.georeferenced or ymax > 0 else (xmin, -ymax, xmax, -ymin)


def window_around(shapes: VectorMask, grid: Grid) -> Window | None:
    """The box around those shapes that meet the scene."""
    if shapes.box is None:
        return None
    col, row, col_stop, row_stop = shapes.box
    first_row, first_col = math.floor(row), math.floor(col)
    around = Window(first_row, first_col, math.ceil(row_stop) - first_row, math.ceil(col_stop) - first_col)
    return around.intersection(grid.window)
