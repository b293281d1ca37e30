"""Make a Sentinel-2-like set with a known truth: a cloudy scene, earlier dates, Sentinel-1, and cloud masks.

    python scripts/demo_scene.py FOLDER [--size 320] [--seed 7]

Writes scene.tif (cloudy), truth.tif (the same without clouds), clouds.gpkg and clouds.tif (what is to be filled),
reference_<date>.tif (the last one with clouds of its own: reference_<date>_clouds.tif), sar.tif (VV, VH in dB).
uint16, 10 m, UTM 33N, bands B02 B03 B04 B08, reflectance = DN / 10000. The same seed gives the same pixels.
"""

from __future__ import annotations

import argparse
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio.raw
import rasterio
import rasterio.features
from rasterio.crs import CRS
from rasterio.transform import from_origin
from scipy import ndimage, spatial

BANDS = ("B02", "B03", "B04", "B08")
PIXEL_M = 10
CRS_UTM = CRS.from_epsg(32633)
ORIGIN = (500_000, 4_650_000)
TARGET = ("2024-07-04", 185)
DATES = (("2024-04-05", 95), ("2024-05-20", 140), ("2024-06-19", 170))  # ISO date, day of the year

# reflectance in B02, B03, B04, B08
SOIL = np.array([0.09, 0.12, 0.16, 0.24])
LEAF = np.array([0.03, 0.06, 0.035, 0.42])
FOREST = np.array([0.025, 0.045, 0.03, 0.33])
WATER = np.array([0.06, 0.055, 0.04, 0.02])
ROAD = np.array([0.13, 0.14, 0.15, 0.19])
ROOF = np.array([0.17, 0.17, 0.20, 0.25])

# crops: day of the year at which the leaves come and go, and how dense they get
CROPS = np.array([[60, 190, 0.95], [130, 270, 0.90], [95, 225, 0.75], [40, 320, 0.80], [150, 250, 0.60]])


@dataclass(frozen=True)
class Ground:
    """What lies on the ground, the same on every date; all arrays (rows, cols)."""

    crop: np.ndarray  # index into CROPS
    vigour: np.ndarray  # how dense the crop stands, per field and within it
    shift_days: np.ndarray  # sowing date of each field
    forest: np.ndarray
    water: np.ndarray
    road: np.ndarray
    roof: np.ndarray
    relief: np.ndarray


def smooth_noise(rng: np.random.Generator, size: int, scale_px: float) -> np.ndarray:
    """(size, size) noise with structures of about `scale_px`, mean 0 and standard deviation 1."""
    noise = ndimage.gaussian_filter(rng.standard_normal((size, size)), scale_px, mode="wrap")
    return (noise - noise.mean()) / noise.std()


def make_ground(rng: np.random.Generator, size: int) -> Ground:
    """Fields between roads, a river, woods and a village."""
    rows, cols = np.mgrid[:size, :size].astype(float)
    tilt = np.deg2rad(24)
    along, across = rows * np.cos(tilt) + cols * np.sin(tilt), cols * np.cos(tilt) - rows * np.sin(tilt)
    # fields are long strips: distances across count double
    seeds = rng.uniform(-size, 2 * size, (round(9 * (size / 26) ** 2), 2))
    tree = spatial.cKDTree(seeds * (1.0, 1.9))
    field = tree.query(np.stack([along.ravel(), across.ravel() * 1.9], 1))[1].reshape(size, size)
    fields = field.max() + 1
    vigour = rng.uniform(0.75, 1.1, fields)[field] * (1 + 0.06 * smooth_noise(rng, size, 4))
    river = np.abs(cols - size * (0.62 + 0.16 * np.sin(rows / size * 5.2) + 0.03 * np.sin(rows / size * 21)))
    road = (np.abs(along - 0.55 * size) < 1.1) | (np.abs(across - 0.12 * size) < 0.8)
    road |= np.abs(np.hypot(rows - 1.2 * size, cols + 0.1 * size) - 0.95 * size) < 0.8
    centre = np.hypot(rows - 0.56 * size, cols - 0.28 * size)
    roof = (ndimage.gaussian_filter(rng.standard_normal((size, size)), 0.8) > 0.22) & (centre < 0.11 * size)
    return Ground(
        crop=rng.integers(0, len(CROPS), fields)[field],
        vigour=vigour,
        shift_days=rng.normal(0, 9, fields)[field],
        forest=(smooth_noise(rng, size, size / 18) > 1.15) & (river > 9),
        water=river < 4.5,
        road=road & (river > 4),
        roof=roof,
        relief=1 + 0.05 * ndimage.sobel(smooth_noise(rng, size, size / 9), axis=1) * size / 30,
    )


def leaf_cover(ground: Ground, day: int) -> np.ndarray:
    """(rows, cols) share of the ground that leaves cover on a day of the year."""
    start, end, density = np.moveaxis(CROPS[ground.crop], -1, 0)
    days = day - ground.shift_days
    up, down = 1 / (1 + np.exp(-(days - start) / 8)), 1 / (1 + np.exp((days - end) / 9))
    return np.clip(density * up * down * ground.vigour, 0, 1)


def reflectance(ground: Ground, day: int, rng: np.random.Generator) -> np.ndarray:
    """(4, rows, cols) surface reflectance on a day of the year, with the sensor's noise and a little haze."""
    cover = leaf_cover(ground, day)
    image = SOIL[:, None, None] * (1 - cover) + LEAF[:, None, None] * cover
    season = 0.8 + 0.2 * np.sin((day - 80) / 365 * 2 * np.pi)
    for where, colour in ((ground.forest, FOREST * season), (ground.road, ROAD), (ground.roof, ROOF)):
        image = np.where(where, colour[:, None, None], image)
    image = np.where(ground.water, WATER[:, None, None] * (1 + 0.002 * (day - 180)), image)
    image = ndimage.gaussian_filter(image * ground.relief, (0, 0.55, 0.55))  # the optics
    size = image.shape[-1]
    haze = 0.004 * (1 + smooth_noise(rng, size, size / 4)) * np.array([1.5, 1.1, 0.9, 0.5])[:, None, None]
    return np.clip(image + haze + rng.normal(0, 0.0012, image.shape), 0.001, 1)


def make_clouds(rng: np.random.Generator, size: int, share: float) -> tuple[np.ndarray, np.ndarray]:
    """(opacity 0 to 1, shadow 0 to 1), both (rows, cols): clouds over about `share` of the image."""
    field = smooth_noise(rng, size, size / 14) + 0.25 * smooth_noise(rng, size, size / 50)
    opacity = np.clip((field - np.quantile(field, 1 - share)) * 1.6, 0, 1) ** 0.5
    shadow = ndimage.shift(opacity, (size * 0.05, -size * 0.035), order=1, mode="constant")
    return opacity, 0.6 * shadow * (1 - opacity)


def under_clouds(image: np.ndarray, opacity: np.ndarray, shadow: np.ndarray) -> np.ndarray:
    """(bands, rows, cols) reflectance with clouds over it and their shadow on it."""
    cloud = np.array([0.78, 0.76, 0.75, 0.80])[:, None, None]
    return image * (1 - shadow) * (1 - opacity) + cloud * opacity


def make_sar(ground: Ground, day: int, rng: np.random.Generator, looks: int = 5) -> np.ndarray:
    """(2, rows, cols) VV and VH in dB with speckle of `looks` looks."""
    cover = leaf_cover(ground, day)
    layers = []
    for bare, leaves, wood, city in ((-13.0, -9.5, -8.5, -3.0), (-21.0, -15.5, -13.5, -10.0)):
        db = bare + (leaves - bare) * cover
        for where, value in ((ground.forest, wood), (ground.roof, city), (ground.road, bare - 3), (ground.water, -23)):
            db = np.where(where, value, db)
        power = 10 ** (db / 10) * rng.gamma(looks, 1 / looks, db.shape)
        layers.append(10 * np.log10(power))
    return np.stack(layers).astype("float32")


def write_raster(path: Path, data: np.ndarray, names: tuple[str, ...], date: str = "") -> None:
    """Write (bands, rows, cols) as a tiled GeoTIFF with band names."""
    profile = {
        "driver": "GTiff",
        "dtype": data.dtype,
        "count": data.shape[0],
        "height": data.shape[1],
        "width": data.shape[2],
        "crs": CRS_UTM,
        "transform": from_origin(*ORIGIN, PIXEL_M, PIXEL_M),
        "tiled": True,
        "blockxsize": 128,
        "blockysize": 128,
        "compress": "deflate",
    }
    with rasterio.open(path, "w", **profile) as dst:
        dst.write(data)
        for index, name in enumerate(names, 1):
            dst.set_band_description(index, name)
        if date:
            dst.update_tags(TIFFTAG_DATETIME=date.replace("-", ":") + " 10:00:00")


def polygon_wkb(rings: list[list[tuple[float, float]]]) -> bytes:
    """A polygon as well-known binary."""
    head = struct.pack("<BII", 1, 3, len(rings))
    return head + b"".join(
        struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *point) for point in ring) for ring in rings
    )


def write_shapes(path: Path, mask: np.ndarray) -> None:
    """Write the outlines of a (rows, cols) bool mask as a GeoPackage."""
    transform = from_origin(*ORIGIN, PIXEL_M, PIXEL_M)
    shapes = rasterio.features.shapes(mask.astype("uint8"), mask=mask, transform=transform)
    geometry = np.array([polygon_wkb(shape["coordinates"]) for shape, _ in shapes], dtype=object)
    pyogrio.raw.write(
        path,
        geometry,
        [np.arange(len(geometry))],
        ["id"],
        driver="GPKG",
        layer="clouds",
        geometry_type="Polygon",
        crs="EPSG:32633",
    )


def dn(image: np.ndarray) -> np.ndarray:
    """Reflectance as uint16 DN."""
    return np.clip(np.round(image * 10_000), 1, 65_535).astype("uint16")


def make(folder: Path, *, size: int = 320, seed: int = 7) -> None:
    """Write the whole set into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    ground = make_ground(rng, size)
    truth = reflectance(ground, TARGET[1], rng)
    opacity, shadow = make_clouds(rng, size, 0.22)
    mask = ndimage.binary_dilation((opacity > 0) | (shadow > 0.02), iterations=2)
    cloudy = np.where(mask, under_clouds(truth, opacity, shadow), truth)
    write_raster(folder / "truth.tif", dn(truth), BANDS, TARGET[0])
    write_raster(folder / "scene.tif", dn(cloudy), BANDS, TARGET[0])
    write_raster(folder / "clouds.tif", mask[None].astype("uint8"), ("clouds",))
    write_shapes(folder / "clouds.gpkg", mask)
    for number, (date, day) in enumerate(DATES, 1):
        image = reflectance(ground, day, rng)
        if number == len(DATES):
            opacity, shadow = make_clouds(rng, size, 0.12)
            own = ndimage.binary_dilation((opacity > 0) | (shadow > 0.02), iterations=2)
            image = np.where(own, under_clouds(image, opacity, shadow), image)
            write_raster(folder / f"reference_{date}_clouds.tif", own[None].astype("uint8"), ("clouds",))
        write_raster(folder / f"reference_{date}.tif", dn(image), BANDS, date)
    write_raster(folder / "sar.tif", make_sar(ground, TARGET[1], rng), ("VV", "VH"), TARGET[0])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=320, help="rows and columns")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    make(arguments.folder, size=arguments.size, seed=arguments.seed)
