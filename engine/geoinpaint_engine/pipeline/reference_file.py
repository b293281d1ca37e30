"""Writes a reference to a file: the clear-sky composite of several scenes, or the mean of several SAR images."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Literal

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline import opening as inputs
from geoinpaint_engine.pipeline.provenance import Provenance
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.sentinel.classes import resolve_mask
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product
from geoinpaint_engine.sentinel.reference import SceneInput, build_reference, build_sar_reference
from geoinpaint_engine.sentinel.sar import SarInput, SpeckleFilter


def write_reference(
    scenes: Sequence[tuple[str, str | None, list[int] | None]],
    output: str,
    *,
    statistic: Literal["mean", "median"],
    like: str | None,
    bands: Sequence[str | int],
    sar: bool,
    sar_units: Literal["auto", "db", "linear"],
    speckle: Literal["none", "lee"],
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
) -> None:
    """Write the clear-sky reference of (path, mask or None, its classes or None), or the average of SAR images."""
    for path, mask, classes in scenes:
        if sar and (mask or classes):
            raise UsageError("usage", f"A mask is given for {path}, but Sentinel-1 sees through clouds.",
                             "Leave mask= and classes= out.")  # fmt: skip
        if classes is not None and mask is None and not is_product(path):
            raise UsageError("reference-classes", f"Classes are given for {path}, but no mask that has them.",
                             "Add mask=FILE to it.")  # fmt: skip
    scenes = _each_once(scenes, reporter)
    read = [path for scene in scenes for path in scene[:2] if path is not None] + ([like] if like else [])
    target = inputs.check_outputs({"output": output}, inputs=read)["output"]
    provenance = Provenance()
    provenance.note(read)
    watch: dict[str, Any] = {
        "warn": reporter.warning, "check": control.check, "ready": provenance.check, "progress": reporter.progress,
    }  # fmt: skip
    grid_like = resolve_scene(like) if like else None
    with gdal_env():
        if sar:
            figures = build_sar_reference(
                [SarInput(path, sar_units) for path, _, _ in scenes], target, like=grid_like,
                speckle=SpeckleFilter() if speckle == "lee" else None, **watch,
            )  # fmt: skip
        else:
            dates = [
                SceneInput(resolve_scene(path, bands=bands if is_product(path) else ()), _clouds(path, mask, classes))
                for path, mask, classes in scenes
            ]
            # a product's virtual raster holds just the chosen bands; those of a plain file are chosen at its opening
            rest = () if any(is_product(path) for path, _, _ in scenes) else bands
            figures = build_reference(dates, target, statistic=statistic, like=grid_like, bands=rest, **watch)
    reporter.result({"output": str(target)}, asdict(figures))


def _each_once(
    scenes: Sequence[tuple[str, str | None, list[int] | None]], reporter: Reporter
) -> list[tuple[str, str | None, list[int] | None]]:
    """The scenes without duplicates of a file, which would count twice; warns of them: `reference-twice`."""
    first: dict[str, tuple[str, str | None, list[int] | None]] = {}
    for scene in scenes:
        if first.setdefault(os.path.realpath(scene[0]), scene) is not scene:
            reporter.warning("reference-twice", f"The scene {scene[0]} is named more than once; it is used once.")
    return list(first.values())


def _clouds(path: str, mask: str | None, classes: list[int] | None) -> tuple[Any, ...]:
    """The cloud mask of a scene: the given one, or a product's own classification."""
    if mask is not None:
        return (resolve_mask(mask, classes=classes),)
    return (resolve_mask(path, classes=classes),) if is_product(path) else ()
