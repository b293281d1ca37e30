"""Metadata that an output inherits from its scene, and conversion of values to its dtype."""

from __future__ import annotations

from typing import Any

import numpy as np
import rasterio
from rasterio.enums import ColorInterp

from geoinpaint_engine.raster.scene import Scene

TILE = 512
_PHOTOMETRIC_RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
_OWN_DOMAINS = {"IMAGE_STRUCTURE", "DERIVED_SUBDATASETS", "SUBDATASETS", "RPC", "xml:VRT", "COLOR_PROFILE", "TIFF"}


def in_dtype(values: np.ndarray, dtype: np.dtype, nodata: float | None) -> np.ndarray:
    """Converts real values to a dtype: rounded to nearest, clipped to its range, never equal to nodata.

    A value that would become nodata is moved to its neighbour, upwards unless nodata is the dtype's largest.

    Args:
        values: any shape, finite.
        dtype: an integer or float dtype.
        nodata: the band's nodata value, or None.
    """
    if dtype.kind == "f":
        info = np.finfo(dtype)
        # in float64, which holds the limits of every float dtype
        out = np.clip(np.asarray(values, dtype=np.float64), float(info.min), float(info.max)).astype(dtype)
        if nodata is None or np.isnan(nodata):
            return out
        with np.errstate(over="ignore"):
            taken = dtype.type(nodata)
        beside = np.nextafter(taken, dtype.type(np.inf if taken < info.max else -np.inf))
        return np.where(out == taken, beside, out)
    limits = np.iinfo(dtype)
    rounded = np.rint(np.asarray(values, dtype=np.float64))
    # the largest 64-bit integers are no floats: compare first, then convert what fits
    high, low = rounded >= float(limits.max), rounded <= float(limits.min)
    out = np.where(high | low, 0.0, rounded).astype(dtype)
    out[high], out[low] = limits.max, limits.min
    if nodata is not None:
        taken = int(nodata)
        out[out == taken] = taken + 1 if taken < limits.max else taken - 1
    return out


def zlevel(dtype: np.dtype) -> int:
    """The deflate level: higher ones hardly compress 16-bit values (1 %) and floats (4 %) further and are slower."""
    return 1 if dtype.kind == "f" or (dtype.kind in "iu" and dtype.itemsize == 2) else 6


def tiff_profile(scene: Scene) -> dict[str, Any]:
    """Profile (for rasterio) of a tiled, compressed GeoTIFF for the scene's chosen bands (and alpha)."""
    dataset = scene.handles.get()
    count = scene.count + (scene.alpha is not None)
    interleave = "band" if str(dataset.profile.get("interleave", "pixel")) == "band" else "pixel"
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "dtype": scene.dtype.name,
        "count": count,
        "height": scene.grid.height,
        "width": scene.grid.width,
        "nodata": scene.nodata[0],
        "tiled": True,
        "blockxsize": TILE,
        "blockysize": TILE,
        "interleave": interleave if count > 1 else "band",
        "compress": "deflate",
        "zlevel": zlevel(scene.dtype),
        "predictor": 3 if scene.dtype.kind == "f" else 2,
        "bigtiff": "if_safer",
    }
    colours = _colours(scene)
    if colours[:3] != _PHOTOMETRIC_RGB or scene.dtype.itemsize > 2:
        profile["photometric"] = "minisblack"
    elif ColorInterp.palette not in colours:
        profile["photometric"] = "rgb"
    if scene.alpha is not None:
        profile["alpha"] = "unspecified"
    if scene.grid.georeferenced:
        profile |= {"crs": scene.grid.crs, "transform": scene.grid.transform}
    if ColorInterp.palette in colours:
        del profile["photometric"]
        profile |= {"predictor": 1, "zlevel": 6}
    return profile


def _colours(scene: Scene) -> tuple[ColorInterp, ...]:
    dataset = scene.handles.get()
    numbers = scene.numbers + ((scene.alpha,) if scene.alpha else ())
    every = dataset.colorinterp
    return tuple(every[i - 1] for i in numbers)


def copy_metadata(scene: Scene, out: rasterio.io.DatasetWriter) -> None:
    """Band names, scale and offset, units, colours, tags, ground control points: before any pixel is written.

    Band statistics are left behind: they are the scene's, not the output's.
    """
    dataset = scene.handles.get()
    numbers = scene.numbers + ((scene.alpha,) if scene.alpha else ())
    palette = _colours(scene)[0] == ColorInterp.palette
    if palette:
        out.write_colormap(1, dataset.colormap(scene.numbers[0]))
    else:
        out.colorinterp = _colours(scene)
    alpha = [dataset.descriptions[scene.alpha - 1]] if scene.alpha else []
    out.descriptions = tuple(name or None for name in (*scene.descriptions, *alpha))
    plain = [1.0] * len(alpha)
    out.scales = tuple([r.scale for r in scene.radiometry] + plain)
    out.offsets = tuple([r.offset for r in scene.radiometry] + [0.0] * len(alpha))
    out.units = tuple(dataset.units[i - 1] or "" for i in numbers)
    out.update_tags(**dataset.tags())
    for domain in set(dataset.tag_namespaces()) - _OWN_DOMAINS:
        if not domain.startswith("xml:"):
            out.update_tags(ns=domain, **dataset.tags(ns=domain))
    for number, source in enumerate(numbers, 1):
        tags = {k: v for k, v in dataset.tags(source).items() if not k.startswith("STATISTICS_")}
        out.update_tags(number, **tags)
    gcps, gcps_crs = dataset.gcps
    if gcps and not scene.grid.georeferenced:
        out.gcps = (gcps, gcps_crs)
    if dataset.rpcs is not None:
        out.rpcs = dataset.rpcs
