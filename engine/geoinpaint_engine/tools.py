"""What the engine does besides filling: write masks and references, tell about itself and a scene."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Literal

import rasterio

from geoinpaint_engine import inputs, recipe
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.job import MaskSource
from geoinpaint_engine.lifecycle import Workspace
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.masks import HOLE, mask_profile, materialise_mask
from geoinpaint_engine.raster.output import WorkFolder, check_tiff, publish, writing
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.raster.write import finish
from geoinpaint_engine.sentinel.classes import resolve_mask
from geoinpaint_engine.sentinel.products import is_product, open_product, resolve_scene
from geoinpaint_engine.sentinel.reference import SceneInput, build_reference, build_sar_reference
from geoinpaint_engine.sentinel.sar import SarInput, SpeckleFilter


def write_mask(
    scene_path: str,
    sources: Sequence[MaskSource],
    output: str,
    *,
    dilate_px: int,
    reporter: Reporter,
    control: Control,
    workspace: Workspace,
) -> None:
    """Write what the sources mask together on the scene's grid: uint8, 1 = fill, 0 = keep."""
    with gdal_env(), open_scene(resolve_scene(scene_path), warn=reporter.warning) as scene:
        read = [scene_path, *scene.files, *(source.path for source in sources if source.path)]
        target = inputs.check_outputs({"output": output}, inputs=read)["output"]
        with WorkFolder(target) as folder:
            workspace.add(folder)
            layers, nodata = inputs.open_mask_sources(scene, sources, warn=reporter.warning)
            mask = materialise_mask(
                layers, scene, folder / "codes.tif", nodata=nodata, dilate=dilate_px, needs_clear=False,
                warn=reporter.warning, check=control.check,
            )  # fmt: skip
            written = folder / "mask.tif"
            with writing(target), rasterio.open(written, "w", **mask_profile(scene.grid)) as out:
                out.set_band_description(1, "mask")
                for block in scene.grid.window.blocks(scene.block):
                    control.check()
                    hole = mask.hole(block)
                    if hole.any():
                        out.write(hole.astype("uint8") * HOLE, 1, window=block.ranges)
            mask.close()
            check_tiff(written, sparse=True)
            with workspace.finishing(control):
                publish([(finish(written, sparse=True), target)])
        stats = mask.stats
        reporter.result(
            {"output": str(target)},
            {
                "hole_pixels": stats.hole_pixels, "hole_share": round(stats.share, 6), "holes": stats.holes,
                "largest_hole_pixels": stats.largest_hole, "clear_pixels": stats.clear_pixels,
                "pixel_size": scene.grid.pixel_size,
            },
        )  # fmt: skip


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
    read = [path for scene in scenes for path in scene[:2] if path is not None] + ([like] if like else [])
    target = inputs.check_outputs({"output": output}, inputs=read)["output"]
    watch: dict[str, Any] = {
        "warn": reporter.warning, "check": control.check, "progress": reporter.progress,
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


def _clouds(path: str, mask: str | None, classes: list[int] | None) -> tuple[Any, ...]:
    """What masks the clouds of a scene: its mask, else of a product its own classification."""
    if mask is not None:
        return (resolve_mask(mask, classes=classes),)
    return (resolve_mask(path, classes=classes),) if is_product(path) else ()


def about_engine() -> dict[str, Any]:
    """Versions, devices and what this installation can do."""
    found: dict[str, Any] = {"versions": recipe.versions(), "python": sys.executable, "devices": ["cpu"]}
    found["stage"] = "full" if "torch" in found["versions"] else "light"
    if found["stage"] == "full":
        import torch

        found["devices"] = [
            *(["cuda"] if torch.cuda.is_available() else []),
            *(["mps"] if torch.backends.mps.is_available() else []),
            "cpu",
        ]
    with rasterio.Env() as env:
        drivers = env.drivers()
    found["drivers"] = {name: name in drivers for name in ("GTiff", "COG", "JP2OpenJPEG", "SENTINEL2", "GPKG")}
    return found


def about_scene(path: str, resolution: int | None) -> dict[str, Any]:
    """What the engine sees of a raster or product: size, bands, radiometry, date, own cloud mask."""
    with gdal_env(), open_scene(resolve_scene(path, resolution=resolution)) as scene:
        figures: dict[str, Any] = {
            "path": path, "width": scene.grid.width, "height": scene.grid.height,
            "bands": list(scene.band_names), "dtype": scene.dtype.name,
            "nodata": [value if value is None else float(value) for value in scene.nodata],
            "crs": scene.grid.crs.to_string() if scene.grid.crs else None, "pixel_size": list(scene.grid.pixel_size),
            "bounds": list(scene.grid.bounds_xy), "date": scene.date, "alpha": scene.alpha is not None,
            "radiometry": [[radiometry.scale, radiometry.offset] for radiometry in scene.radiometry],
        }  # fmt: skip
    if is_product(path):
        product = open_product(path)
        figures |= {"level": product.level, "baseline": product.baseline}
    return json.loads(json.dumps(figures))


def models_table() -> dict[str, Any]:
    """The trained models that --model knows by name, with what their cards say."""
    from geoinpaint_engine.models.table import list_models, user_folder

    return {
        "folder": str(user_folder()),
        "models": [
            {
                "name": model.name, "title": model.card.title, "bands": list(model.card.bands), "ships": model.ships,
                "path": str(model.path), "licence": model.card.licence, "terms": model.card.terms,
                "data": model.card.data, "figures": model.card.figures, "sha256": model.card.sha256,
                "warnings": list(model.card.warnings),
            }
            for model in list_models()
        ],
    }  # fmt: skip
