"""Describes the engine, a scene, and the installed models."""

from __future__ import annotations

import json
import sys
from typing import Any

import rasterio

from geoinpaint_engine.pipeline import recipe
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product, open_product


def about_engine() -> dict[str, Any]:
    """Versions, devices and capabilities of this installation."""
    facts: dict[str, Any] = {"versions": recipe.versions(), "python": sys.executable, "devices": ["cpu"]}
    facts["stage"] = "full" if "torch" in facts["versions"] else "light"
    if facts["stage"] == "full":
        import torch

        facts["devices"] = [
            *(["cuda"] if torch.cuda.is_available() else []),
            *(["mps"] if torch.backends.mps.is_available() else []),
            "cpu",
        ]
    with rasterio.Env() as env:
        drivers = env.drivers()
    facts["drivers"] = {name: name in drivers for name in ("GTiff", "COG", "JP2OpenJPEG", "SENTINEL2", "GPKG")}
    return facts


def about_scene(path: str, resolution: int | None) -> dict[str, Any]:
    """Size, bands, radiometry and date of a raster or product, as the engine reads it."""
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


def readable_lines(figures: dict[str, Any]) -> list[str]:
    """A description of the engine or of a scene as readable lines."""
    labels = {"pixel_size": "pixel size", "radiometry": "scale and offset"}
    return [f"{labels.get(name, name)}: {_readable(value)}" for name, value in figures.items()]


def _readable(value: Any) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_readable(part)}" for name, part in value.items())
    if isinstance(value, list):
        inner = [" ".join(map(_readable, part)) if isinstance(part, list) else _readable(part) for part in value]
        return ", ".join(inner if len(set(inner)) > 1 or len(inner) < 3 else [f"{inner[0]} (all {len(inner)})"])
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def models_table() -> dict[str, Any]:
    """The trained models that --model knows by name, with the contents of their cards."""
    from geoinpaint_engine.methods.network.table import list_models, user_folder

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
