"""`geoinpaint score`: a result against the truth, on the same grid and in the same bands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.events import Reporter
from geoinpaint_engine.job import MaskSource
from geoinpaint_engine.pipeline import opening as inputs
from geoinpaint_engine.quality.metrics import score
from geoinpaint_engine.quality.reflectance import dn_unit, paper_unit, reflectance_of
from geoinpaint_engine.raster.align import whole_pixel_shift
from geoinpaint_engine.raster.bands import match_bands
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.scene import Scene, Warn, open_scene
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.unit_check import picture_of, unit_factor


def score_files(result_path: str, truth_path: str, mask: MaskSource, *, reporter: Reporter) -> dict[str, Any]:
    """The figures of a result against the truth; see quality/metrics.py.

    In `dn2000` (the paper's) and `reflectance`, or in `dn` where reflectance is not known (quality/reflectance.py);
    `unit` names the last.

    Bands are paired by name where both rasters name theirs alike, else by position.

    Raises:
        InputError: `score-mismatch` where the two differ in grid, size, bands or units, `mask-empty`.
    """
    with gdal_env(), open_scene(resolve_scene(result_path)) as result, open_scene(resolve_scene(truth_path)) as truth:
        _check_same_grid(result, truth, warn=reporter.warning)
        match = list(
            match_bands(result.descriptions, result.positions, result.count, truth.descriptions, title=truth.title)
        )
        if [result.radiometry[i] for i in range(result.count)] != [truth.radiometry[i] for i in match]:
            reporter.warning(
                "radiometry-differs",
                f"{result.title} and {truth.title} declare different scales or offsets; their DN are compared as "
                "they are.",
            )
        layers, _ = inputs.open_mask_sources(truth, [mask], warn=reporter.warning)
        whole = truth.grid.window
        hole = layers[0].read(whole)
        ours, our_valid = result.read(whole)
        theirs, their_valid = truth.read(whole)
        theirs = theirs[match]
        valid = our_valid & their_valid
        if not (hole & valid).any():
            raise InputError(
                "mask-empty", "The mask has no pixel that both rasters show.", "Give the mask that was filled."
            )
        _check_same_units(
            ours[:, valid], theirs[:, valid], titles=(result.title, truth.title), dtypes=(result.dtype, truth.dtype)
        )
        reflectance = reflectance_of(truth)
        if reflectance is None:
            units = [dn_unit(truth.dtype, theirs[:, valid])]
        else:
            units = [paper_unit(reflectance), reflectance]
        figures: dict[str, Any] = {"unit": units[-1].name}
        for unit in units:
            figures[unit.name.lower()] = _by_region(score(ours, theirs, hole, valid=valid, unit=unit))
        outside = ~hole
        return {
            **figures,
            "hole_pixels": int(np.count_nonzero(hole & valid)),
            "pixels": int(np.count_nonzero(valid)),
            "largest_difference_outside": _largest_difference(ours[:, outside], theirs[:, outside]),
        }


def _largest_difference(ours: np.ndarray, theirs: np.ndarray) -> float | None:
    """The largest absolute difference; None where a value is NaN in one of the two alone."""
    both = np.isnan(ours) & np.isnan(theirs)
    largest = float(np.where(both, 0.0, np.abs(ours.astype("float64") - theirs)).max(initial=0.0))
    return None if np.isnan(largest) else largest


def _check_same_grid(result: Scene, truth: Scene, *, warn: Warn) -> None:
    """Raises InputError `score-mismatch`; warns where a missing georeference leaves it open."""
    if result.grid.shape != truth.grid.shape or result.count != truth.count:
        raise _mismatch(f"{result.title} ({_size(result)}) and {truth.title} ({_size(truth)}) differ in size or bands.")
    ours, theirs = result.grid, truth.grid
    if ours.georeferenced != theirs.georeferenced:
        warn(
            "assumed-aligned",
            f"Only one of {result.title} and {truth.title} carries a georeference; taken as the same grid.",
        )
    if not (ours.georeferenced and theirs.georeferenced):
        return
    if ours.crs is not None and theirs.crs is not None and ours.crs != theirs.crs:
        names = f"{result.title} ({_crs_name(ours)}) and {truth.title} ({_crs_name(theirs)})"
        raise _mismatch(f"{names} have different coordinate reference systems.")
    if (ours.crs is None) != (theirs.crs is None):
        warn("crs-assumed", f"Only one of {result.title} and {truth.title} names a CRS; taken as the same.")
    if whole_pixel_shift(replace(ours, crs=None), replace(theirs, crs=None)) != (0, 0):
        raise _mismatch(f"{result.title} and {truth.title} do not lie on the same pixels (their transforms differ).")


def _check_same_units(
    ours: np.ndarray, theirs: np.ndarray, *, titles: tuple[str, str], dtypes: tuple[np.dtype, np.dtype]
) -> None:
    """Raises InputError `score-mismatch` where (bands, n) values are in different units, judging by their levels."""
    picture = picture_of(ours, theirs, dtypes)
    if picture is not None:
        raise InputError(
            "score-mismatch",
            f"{titles[picture]} is an 8-bit picture, and {titles[1 - picture]} holds DN, as its level tells.",
            "Give both in the same units, and score again.",
        )
    factor = unit_factor(ours, theirs)
    if factor != 1:
        dn, reflectance = titles if factor > 1 else titles[::-1]
        raise InputError(
            "score-mismatch", f"{dn} holds DN and {reflectance} reflectance, as their levels tell.",
            "Give both in the same units (gdal_calc.py), and score again.",
        )  # fmt: skip


def _mismatch(message: str) -> InputError:
    return InputError(
        "score-mismatch", message, "Bring the truth onto the result's grid (gdalwarp -te -tr -t_srs), and score again."
    )


def _crs_name(grid: Grid) -> str:
    return grid.crs.to_string() if grid.crs is not None else "none"


def _by_region(figures: dict[str, float]) -> dict[str, dict[str, float]]:
    """`{"ssim_hole": x}` as `{"hole": {"ssim": x}}`."""
    regions: dict[str, dict[str, float]] = {}
    for key, value in figures.items():
        name, region = key.rsplit("_", 1)
        regions.setdefault(region, {})[name] = round(value, 6)
    return regions


def score_table(figures: dict[str, Any]) -> str:
    """The figures of `score_files` as a table for people."""
    names = ("ssim", "psnr", "rmse", "mae", "sam")
    lines = [f"{'':24}" + "".join(f"{name.upper():>10}" for name in names)]
    for unit in ("dn2000", "reflectance", "dn"):
        if unit not in figures:
            continue
        for region in ("hole", "whole"):
            row = figures[unit][region]
            lines.append(f"{f'{unit} ({region})':24}" + "".join(f"{row[name]:10.4f}" for name in names))
    return "\n".join(lines)


def _size(scene: Scene) -> str:
    return f"{scene.grid.width} x {scene.grid.height}, {scene.count} bands"
