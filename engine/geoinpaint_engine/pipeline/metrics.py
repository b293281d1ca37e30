"""The figures of a result: the announced error and its measurement on hidden ground, and the calibration."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from geoinpaint_engine.pipeline.holdout_run import HoldoutRun, hole_distances
from geoinpaint_engine.quality.reflectance import reflectance_of
from geoinpaint_engine.quality.uncertainty import GROWTH, Calibration
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.windows import FillWindow


def holdout_figures(
    holdout: HoldoutRun | None, scene: Scene, plan: Sequence[FillWindow], area: Area | None = None, *,
    squared_left: float = 1.0, threads: int = 1,
) -> dict[str, Any]:
    """The hold-out figures of the result event: the error in reflectance where the scale is known, else in DN.

    Args:
        holdout: of the run, or None.
        scene: the scene.
        plan: the windows that were filled.
        area: only holes in it were filled; None = everywhere.
        squared_left: remaining share of the mean squared error under the mask after relighting, 0 to 1.
        threads: number of windows looked at in parallel.
    """
    if holdout is None:
        return {
            "holdout_rmse": None,
            "holdout_unit": "not measured",
            "holdout_ssim": None,
            "hole_rmse": None,
            "holdout": None,
        }
    unit = reflectance_of(scene)
    details = holdout.figures(unit)
    distances = hole_distances(holdout.source.mask, plan, area, threads=threads)
    expected = holdout.in_the_hole(distances, area, threads=threads)
    expected = None if expected is None else expected * math.sqrt(squared_left)
    details["hole_rmse_dn"] = None if expected is None else round(expected, 6)
    details["hole_range"] = None if expected is None else expected_range(distances, expected)
    details["hole_rmse_reflectance"] = None if expected is None or unit is None else round(expected * unit.scale, 6)
    ending = "reflectance" if unit else "dn"
    return {
        "holdout_rmse": details[f"rmse_{ending}"],
        "holdout_rmse_simple": details[f"simple_rmse_{ending}"],
        "holdout_unit": "reflectance" if unit else "DN",
        "holdout_ssim": details["ssim"],
        "hole_rmse": details[f"hole_rmse_{ending}"],
        "holdout": {"hidden_pixels": holdout.pixels, **details},
    }


def expected_range(distances: np.ndarray, expected: float) -> list[dict[str, float]]:
    """The expected RMSE in DN at the hole's edge and at its deepest pixel, with their distances to clear ground in px.

    Args:
        distances: (n,) of the hole's pixels to clear ground, in px.
        expected: RMSE over the whole hole, in DN.
    """
    mean_growth = (distances.astype(np.float64) ** GROWTH).mean()
    ends = [float(distances.min()), float(distances.max())]
    return [{"distance": round(d, 1), "rmse_dn": round(expected * math.sqrt(d**GROWTH / mean_growth), 6)} for d in ends]


def uncertainty_figures(calibration: Calibration | None) -> dict[str, Any] | None:
    """The calibration of the standard deviations, for the result event."""
    if calibration is None:
        return None
    basis = "distance to clear ground" if calibration.scales is None else "the method's own deviation"
    covered = None if math.isnan(calibration.covered) else round(calibration.covered, 4)
    return {"basis": basis, "calibration_pixels": calibration.pixels, "covered_by_90": covered}
