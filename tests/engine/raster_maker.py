"""Small rasters for the tests, written with rasterio."""

from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

NORTH_UP = Affine(10, 0, 500000, 0, -10, 5000000)
SOUTH_UP = Affine(10, 0, 500000, 0, 10, 4990000)
ROTATED = Affine.translation(500000, 5000000) @ Affine.rotation(-20) @ Affine.scale(10, -10)


def values(shape: tuple[int, int, int], dtype: str = "uint16", *, seed: int = 0) -> np.ndarray:
    """(bands, rows, cols): smooth ground with some noise, 500 to 4000 (20 to 240 in 8 bits), no zeros."""
    bands, rows, cols = shape
    generator = np.random.default_rng(seed)
    r, c = np.mgrid[:rows, :cols]
    ground = np.stack([np.sin(r / 17 + b) + np.cos(c / 23 - b) for b in range(bands)])
    ground = 2000 + 600 * ground + generator.normal(0, 40, shape)
    if np.dtype(dtype).itemsize == 1:
        ground = (ground - 2000) / (26 if dtype == "uint8" else 40) + (130 if dtype == "uint8" else 0)
    return ground.astype(dtype)


def write_raster(path: Path, data: np.ndarray, **options) -> Path:
    """Writes (bands, rows, cols) as a GeoTIFF; options as rasterio's profile, and names, scales, offsets, tags,
    colorinterp, mask ((rows, cols) bool)."""
    after = {key: options.pop(key) for key in ("names", "scales", "offsets", "tags", "colorinterp") if key in options}
    mask = options.pop("mask", None)
    profile = {"driver": "GTiff", "crs": "EPSG:32633", "transform": NORTH_UP, **options}
    profile = {key: value for key, value in profile.items() if value is not None}
    bands, rows, cols = data.shape
    with rasterio.open(path, "w", count=bands, height=rows, width=cols, dtype=data.dtype.name, **profile) as out:
        if "names" in after:
            out.descriptions = tuple(after.pop("names"))
        if "tags" in after:
            out.update_tags(**after.pop("tags"))
        for key, value in after.items():
            setattr(out, key, value)
        out.write(data)
        if mask is not None:
            out.write_mask(mask)
    return path
