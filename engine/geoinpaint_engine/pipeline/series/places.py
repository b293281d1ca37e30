"""Time series at points and in polygons, and warnings for those outside the series."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from affine import Affine

from geoinpaint_engine.job import Area
from geoinpaint_engine.pipeline.series.curves import Place, Value, curve, has_ndvi
from geoinpaint_engine.pipeline.series.polygons import polygon_curves
from geoinpaint_engine.pipeline.series.state import FILLED, Date
from geoinpaint_engine.pipeline.series.steps import Steps
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.mask_layers import open_shapes
from geoinpaint_engine.raster.scene import as_spec

MOST_NAMED = 3  # of the places that lie elsewhere


def check_polygons(polygons: Area) -> None:
    """Checks that a file of polygons can be read, before any work is done.

    Raises:
        InputError: those of `open_shapes`.
    """
    open_shapes(as_spec(polygons.path), Grid(None, Affine.identity(), 1, 1), polygons.layer)


def curves_of(
    points: Sequence[Place], polygons: Area | None, dates: Sequence[Date], folder: Path, steps: Steps
) -> list[tuple[Place, list[Value]]]:
    """The time series of points and of a file's polygons; warns of empty ones.

    Args:
        points: in the scenes' CRS units.
        polygons: a vector file and its layer, or None.
        dates: those that are filled, oldest first.
        folder: of the series.
        steps: the run.

    Raises:
        InputError: those of `polygon_curves`.
    """
    warn = steps.reporter.warning
    if not points and polygons is None:
        return []
    if not has_ndvi(folder / dates[0].name / FILLED):
        warn("ndvi-bands", "The scenes have no red and near-infrared bands: no curves are drawn.")
        return []
    curves = [(place, curve(place, dates, folder)) for place in points]
    outside = [f"{place.name} ({place.x:.10g}, {place.y:.10g})" for place, values in curves if not values]
    if outside:
        warn(
            "place-outside", f"No date shows {_named(outside)}: give points within the scenes, in units of their CRS.",
        )  # fmt: skip
    if polygons is not None:
        found = polygon_curves(polygons, dates, folder, warn=warn, check=steps.control.check)
        outside = [place.name for place, values in found if not values]
        if outside:
            warn(
                "place-outside",
                f"No date shows {len(outside)} of the {len(found)} polygons in {Path(polygons.path).name} "
                f"({_named(outside)}): check their place and CRS.",
            )
        curves += [(place, values) for place, values in found if values]
    return curves


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
