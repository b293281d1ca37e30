"""Small pictures of a date of a series: as it was, with its mask, and filled."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import numpy as np
from rasterio.enums import Resampling

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.pipeline.series.state import FILLED, FLAG, Date
from geoinpaint_engine.raster.handles import gdal_env, open_raster
from geoinpaint_engine.raster.scene import Scene, open_scene
from geoinpaint_engine.report.parts import shown_bands
from geoinpaint_engine.report.pictures import outline, png, stretch_of
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product

SIDE = 220  # px of a picture's longer side, at most


def pictures_of(date: Date, folder: Path) -> list[bytes]:
    """PNGs of the scene with the outline of what was filled, and of the result; one stretch, of the clear ground.

    None where the scene is gone, or damaged, since it was filled.
    """
    with suppress(InputError):
        return _pictures_of(date, folder)
    return []


def _pictures_of(date: Date, folder: Path) -> list[bytes]:
    place = folder / date.name
    resolution = None if date.job is None else date.job.scene.resolution
    with gdal_env(), open_scene(str(place / FILLED)) as filled:
        names = filled.band_names if is_product(date.path) else ()
        with open_scene(resolve_scene(date.path, bands=names, resolution=resolution), bands=_bands(date)) as scene:
            bands = shown_bands(filled)
            before, after = _small(scene, bands), _small(filled, bands)
        with open_raster(str(place / FLAG)) as flag:
            hole = flag.read(1, out_shape=before.shape[1:], resampling=Resampling.nearest) > 0
    stretch = stretch_of(after.reshape(len(after), -1))
    shown = stretch.rgb(before)
    shown[outline(hole)] = (255, 0, 170)
    return [png(shown), png(stretch.rgb(after))]


def _bands(date: Date) -> list[str | int]:
    return [] if date.job is None or is_product(date.path) else date.job.bands


def _small(scene: Scene, bands: tuple[int, ...]) -> np.ndarray:
    """(bands, rows, cols) float32, thinned out to `SIDE`."""
    rows, cols = scene.grid.shape
    step = max(1.0, max(rows, cols) / SIDE)
    shape = max(1, round(rows / step)), max(1, round(cols / step))
    numbers = [scene.numbers[band] for band in bands]
    return scene.handles.get().read(numbers, out_shape=(len(bands), *shape), resampling=Resampling.nearest).astype(
        np.float32
    )
