"""Runs a cloud detection network over a whole scene, block by block with a halo; the result is a mask source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

import numpy as np
import rasterio

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.job import MaskSource
from geoinpaint_engine.raster.align import SENTINEL2_SCALE
from geoinpaint_engine.raster.bands import normalise_band_name
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.mask_layers import MaskLayer, open_detected
from geoinpaint_engine.raster.masks import mask_profile
from geoinpaint_engine.raster.output import check_tiff, writing
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.scene import Scene, ignore_warnings, open_scene
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.detectors import Detector, Level, level_of, open_detector
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product
from geoinpaint_engine.sentinel.unit_check import REFLECTANCE_BELOW, spread

DEGREE = 111_320.0  # metres
AT_ONCE = 4  # blocks, each with a network of its own: about 0.4 GB
SIDE, LOOKED_AT = 256, 8  # px a side and number of the blocks that the unit of floats is inferred from


def detector_layers(
    sources: Sequence[MaskSource], path: str, folder: PurePath, *, resolution: int | None = None, threads: int,
    check: Callable[[], None],
) -> list[MaskLayer]:  # fmt: skip
    """The masks of the detectors among the mask sources; arguments and errors as in `_detected_by`."""
    names = dict.fromkeys(source.detector for source in sources if source.detector is not None)
    return [_detected_by(name, path, folder, resolution=resolution, threads=threads, check=check) for name in names]


def _detected_by(
    name: str, path: str, folder: PurePath, *, resolution: int | None = None, threads: int, check: Callable[[], None]
) -> MaskLayer:
    """A mask source: cloud and shadow that a detector finds in a scene.

    Args:
        name: of the detector.
        path: of the scene; of its bands the detector takes those that it knows, whichever are to be filled.
        folder: the work folder, where it is stored.
        resolution: of a product, in metres.
        threads: that work on blocks side by side.
        check: called for each block; raises to cancel.

    Raises:
        UsageError: `detector-unknown`.
        InputError: `detector-bands`, `detector-picture`, and those of opening the scene.
        ResourceError: `detector-missing`, `disk-full`, ...
    """
    detector, level = open_detector(name), level_of(path)
    bands = _bands(name, detector, path, resolution)
    spec = resolve_scene(path, bands=bands, resolution=resolution)
    stored = folder / f"{name}.tif"
    with open_scene(spec, bands=() if is_product(path) else bands, warn=ignore_warnings) as scene:
        radiometry = _radiometry(scene)
        names = tuple(normalise_band_name(band) for band in scene.descriptions)
        factor = max(1, round(detector.metres / _metres(scene.grid)))
        blocks = list(scene.grid.window.blocks(detector.side * factor))
        with writing(stored), gdal_env(), rasterio.open(stored, "w", **mask_profile(scene.grid)) as out, parallel_map(
            lambda block: _classes(detector, scene, radiometry, names, level, block, factor), blocks,
            min(threads, AT_ONCE), name="detector",
        ) as parts:  # fmt: skip
            for block, part in zip(blocks, parts, strict=True):
                check()
                if part.any():
                    out.write(part, 1, window=block.ranges)
        check_tiff(stored, sparse=True)
        return open_detected(stored, scene.grid)


def _bands(name: str, detector: Detector, path: str, resolution: int | None) -> list[str]:
    """The names of the scene's bands that a detector uses, as in the scene."""
    with open_scene(resolve_scene(path, resolution=resolution), warn=ignore_warnings) as scene:
        known = {normalise_band_name(band): band for band in scene.descriptions}
        title = scene.title
    missing = [band for band in detector.needed if band not in known]
    if missing:
        raise InputError(
            "detector-bands", f"{title} has no band named {missing[0]}, which the detector {name} looks at.",
            f"It takes {', '.join(detector.needed)}: name the bands, or mask by other dates (--detect) or classes.",
        )  # fmt: skip
    every = (*detector.needed, *detector.better_with)
    return [known[band] for band in (every if all(band in known for band in every) else detector.needed)]


def _radiometry(scene: Scene) -> tuple[Radiometry, ...]:
    """How a scene's DN become reflectance; what declares nothing counts as Sentinel-2's DN, or as reflectance by level.

    Raises:
        InputError: `detector-picture`.
    """
    if any(not band.plain for band in scene.radiometry):
        return scene.radiometry
    if scene.dtype.itemsize == 1:
        raise InputError(
            "detector-picture", f"{scene.title} is a picture of 8 bits, which tells no reflectance.",
            "Give the bands as they were delivered (16 bits), or mask by other dates (--detect).",
        )  # fmt: skip
    if scene.dtype.kind == "f" and _level(scene) <= REFLECTANCE_BELOW:
        return scene.radiometry
    return (Radiometry(SENTINEL2_SCALE, 0.0),) * scene.count


def _level(scene: Scene) -> float:
    """The 0.9 quantile of a scene's values in some of its blocks; 0 where they hold none."""
    blocks, found = list(scene.grid.window.blocks(SIDE)), []
    for number in spread(len(blocks)):
        data, valid = scene.read(blocks[number])
        if valid.any():
            found.append(float(np.quantile(data[:, valid], 0.9)))
        if len(found) == LOOKED_AT:
            break
    return float(np.median(found)) if found else 0.0


def _metres(grid: Grid) -> float:
    """The pixel size in metres; degrees are converted as at the equator, and an unknown size is taken as 10 m."""
    if grid.crs is None:
        return 10.0
    unit = DEGREE if grid.crs.is_geographic else float(grid.crs.linear_units_factor[1])
    return min(grid.pixel_size) * unit


def _classes(
    detector: Detector, scene: Scene, radiometry: tuple[Radiometry, ...], names: tuple[str, ...], level: Level,
    block: Window, factor: int,
) -> np.ndarray:  # fmt: skip
    """(rows, cols) uint8 classes of a block, 0 where the scene holds nothing; `factor` px a side are one to it."""
    outer = block.padded(detector.halo * factor, scene.grid.window)
    data, valid = scene.read(outer)
    inner = block.within(outer)
    if not valid[inner].any():
        return np.zeros(block.shape, dtype=np.uint8)
    values = [band.value_of(part.astype(np.float32)) for band, part in zip(radiometry, data, strict=True)]
    reflectance = means(np.stack(values), valid, factor)
    found = detector.classes(reflectance, names, level).repeat(factor, axis=0).repeat(factor, axis=1)
    return np.where(valid, found[: outer.height, : outer.width], 0)[inner].astype(np.uint8)


def means(values: np.ndarray, valid: np.ndarray, factor: int) -> np.ndarray:
    """(bands, rows / factor, cols / factor) float32: the means of what is valid in squares, 0 where nothing is.

    Args:
        values: (bands, rows, cols).
        valid: (rows, cols) bool.
        factor: px a side of the squares; those at the lower and right edge may be smaller.
    """
    known = np.concatenate([np.where(valid, values, 0), valid[None]]).astype(np.float32)
    for axis in (1, 2):
        known = np.add.reduceat(known, np.arange(0, known.shape[axis], factor), axis=axis)
    return np.asarray(known[:-1] / np.maximum(known[-1:], 1), dtype=np.float32)
