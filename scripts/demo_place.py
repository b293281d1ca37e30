"""A small STAC catalogue of made-up Sentinel-2 and Sentinel-1 images, and a cloudy scene that it serves to fill."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.crs import CRS
from rasterio.io import MemoryFile
from rasterio.transform import Affine, from_origin
from rasterio.warp import transform_bounds
from scipy import ndimage

OPTICAL, RADAR = "sentinel-2-l2a", "sentinel-1-rtc"
UTM = CRS.from_epsg(32633)
ORIGIN = from_origin(500_000, 4_600_000, 10, 10)
NAMES = ("B02", "B03", "B04", "B08")
OFFSET = 1000  # DN, of processing baseline 04.00 and later


def write_cog(
    path: Path, data: np.ndarray, transform: Affine, crs: CRS = UTM, *, nodata: float | None = 0, **how: Any
) -> None:
    """(rows, cols) as a cloud-optimised GeoTIFF."""
    data = data[None] if data.ndim == 2 else data
    profile = {
        "driver": "GTiff", "dtype": data.dtype, "count": len(data), "height": data.shape[1], "width": data.shape[2],
        "crs": crs, "transform": transform, "nodata": nodata,
    }  # fmt: skip
    with MemoryFile() as memory:
        with memory.open(**profile) as out:
            out.write(data)
        with memory.open() as source:
            rasterio.shutil.copy(source, path, driver="COG", COMPRESS="DEFLATE", **{"BLOCKSIZE": 512, **how})


def write_item(
    folder: Path, name: str, collection: str, date: str, files: Mapping[str, Path], transform: Affine,
    shape: tuple[int, int], crs: CRS = UTM, *, assets: Mapping[str, Mapping[str, Any]] | None = None, **properties: Any,
) -> Path:  # fmt: skip
    """A STAC item beside its files; `assets` adds to what stands in an asset."""
    rows, cols = shape
    west, north = transform @ (0, 0)
    east, south = transform @ (cols, rows)
    box = transform_bounds(crs, "EPSG:4326", west, south, east, north)
    ring = [[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]], [box[0], box[1]]]
    item = {
        "type": "Feature", "stac_version": "1.0.0", "stac_extensions": [], "id": name, "collection": collection,
        "geometry": {"type": "Polygon", "coordinates": [ring]}, "bbox": list(box),
        "properties": {"datetime": f"{date}T10:00:31Z", **properties},
        "assets": {
            key: {
                "href": f"./{path.name}", "type": "image/tiff; application=geotiff; profile=cloud-optimized",
                "roles": ["data"], "file:size": path.stat().st_size, "proj:shape": list(shape),
                **(assets or {}).get(key, {}),
            }
            for key, path in files.items()
        },
        "links": [],
    }  # fmt: skip
    place = folder / f"{name}.json"
    place.write_text(json.dumps(item))
    return place


def noise(rng: np.random.Generator, size: int, smooth: float) -> np.ndarray:
    """(size, size) smooth noise of deviation 1."""
    out = ndimage.gaussian_filter(rng.standard_normal((size, size)).astype(np.float32), smooth, mode="wrap")
    return out / out.std()


def make_place(
    folder: Path, *, size: int = 512, items: int = 24, tile: int | None = None, block: int = 512, seed: int = 3
) -> Path:
    """Makes a cloudy scene, its mask, the truth and a catalogue of other dates and radar; returns the catalogue.

    Args:
        folder: where.
        size: side of the scene in pixels.
        items: images of the catalogue, a quarter of them radar.
        tile: side of the catalogue's images in pixels; None = twice the scene's.
        block: side of the blocks of their files in pixels.
        seed: of the numbers.
    """
    places = folder / "catalogue"
    places.mkdir(parents=True, exist_ok=True)
    land = _Land(np.random.default_rng(seed), tile or 2 * size)
    corner = (land.side - size) // 2 + 17  # not on the edge of a block
    day = datetime.date(2023, 6, 14)
    radars = items // 4
    for number in range(items - radars):
        when = day + datetime.timedelta(days=int(5 * (number - (items - radars) // 2)))
        share = float(land.rng.choice([0.0, 0.02, 0.1, 0.3, 0.6, 0.9])) if when != day else 0.3
        truth, cloudy = land.image(when), land.clouds(share)
        data = truth.copy()
        data[:, cloudy] = 7000 + 500 * land.rng.standard_normal((4, int(cloudy.sum())))
        dn = (data + OFFSET).round().astype(np.uint16)
        _write_date(places, land, when, dn, cloudy, orbit=22 if number % 2 else 122, block=block)
        if when == day:
            cut = (slice(None), slice(corner, corner + size), slice(corner, corner + size))
            spot = ORIGIN @ Affine.translation(corner, corner)
            _write_scene(folder / "scene.tif", dn[cut], spot, NAMES, day)
            _write_scene(folder / "truth.tif", (truth[cut] + OFFSET).round().astype(np.uint16), spot, NAMES, day)
            _write_mask(folder / "mask.tif", ndimage.binary_dilation(cloudy, iterations=2)[cut[1:]], spot)
    for number in range(radars):
        _write_pass(places, land, day + datetime.timedelta(days=int(6 * (number - radars // 2) + 1)), number, block)
    return places


class _Land:
    """The ground of the place, and what its images show of it.

    Args:
        rng: draws the ground, then what differs from image to image.
        side: in pixels.
    """

    def __init__(self, rng: np.random.Generator, side: int) -> None:
        self.rng, self.side = rng, side
        self.ground = np.stack([noise(rng, side, 3 + band) for band in range(3)])
        self.texture = np.stack([noise(rng, side, 1) for _ in NAMES])
        self.green = noise(rng, side, 12)

    def image(self, when: datetime.date) -> np.ndarray:
        """(4, side, side) DN of a clear day, without the offset."""
        ground, green = self.ground, self.green
        season = np.sin(2 * np.pi * (when.timetuple().tm_yday - 80) / 365)
        bands = [1200 + 250 * ground[0] + 90 * ground[1] - season * 120 * (green > 0),
                 1400 + 260 * ground[0] + 120 * ground[1], 1500 + 300 * ground[0] - season * 250 * (green > 0),
                 2600 + 350 * ground[2] + season * 900 * (green > 0)]  # fmt: skip
        out = np.stack(bands) + 40 * self.texture + 15 * self.rng.standard_normal((4, self.side, self.side))
        return out.clip(150, 12_000)

    def clouds(self, share: float) -> np.ndarray:
        """(side, side) bool, True on that share of it."""
        field = noise(self.rng, self.side, self.side / 20)
        return field > np.quantile(field, 1 - share) if share else np.zeros((self.side, self.side), bool)

    def echo(self, number: int) -> np.ndarray:
        """(side, side) float32 linear power of VV (0) or VH (1), with speckle."""
        decibel = -11 - 6 * number + 1.5 * self.ground[0] + 1.2 * self.ground[2]
        return (10 ** (decibel / 10) * self.rng.gamma(4.4, 1 / 4.4, (self.side, self.side))).astype(np.float32)


def _write_date(
    places: Path, land: _Land, when: datetime.date, dn: np.ndarray, cloudy: np.ndarray, *, orbit: int, block: int
) -> None:
    """An optical image of the catalogue: a file for each band, its classification at 20 m, its item."""
    scl = np.where(cloudy, 9, np.where(land.green > 0, 4, 5)).astype(np.uint8)
    stem = f"S2A_{when:%Y%m%d}_33TUG"
    files = {}
    for band, values in zip(NAMES, dn, strict=True):
        files[band] = places / f"{stem}_{band}.tif"
        write_cog(files[band], values, ORIGIN, PREDICTOR="STANDARD", BLOCKSIZE=block)
    files["SCL"] = places / f"{stem}_SCL.tif"
    write_cog(files["SCL"], scl[::2, ::2], ORIGIN @ Affine.scale(2), OVERVIEW_RESAMPLING="NEAREST")
    radiometry = {"raster:bands": [{"nodata": 0, "scale": 0.0001, "offset": -0.1, "spatial_resolution": 10}]}
    write_item(
        places, stem, OPTICAL, when.isoformat(), files, ORIGIN, (land.side, land.side),
        assets={name: radiometry for name in NAMES} | {"SCL": {"proj:shape": [land.side // 2, land.side // 2]}},
        **{"eo:cloud_cover": round(100 * float(cloudy.mean()), 2), "sat:relative_orbit": orbit,
           "s2:processing_baseline": "05.09", "platform": "sentinel-2a"},
    )  # fmt: skip


def _write_pass(places: Path, land: _Land, when: datetime.date, number: int, block: int) -> None:
    """A radar image of the catalogue."""
    files = {}
    for polarisation, name in enumerate(("vv", "vh")):
        files[name] = places / f"S1A_{when:%Y%m%d}_rtc_{name}.tif"
        write_cog(
            files[name], land.echo(polarisation), ORIGIN, nodata=None, PREDICTOR="FLOATING_POINT", BLOCKSIZE=block
        )
    write_item(
        places, f"S1A_{when:%Y%m%d}_rtc", RADAR, when.isoformat(), files, ORIGIN, (land.side, land.side),
        **{"sat:orbit_state": "ascending" if number % 2 else "descending", "sat:relative_orbit": 117 + number % 2},
    )  # fmt: skip


def _write_mask(path: Path, mask: np.ndarray, transform: Affine) -> None:
    with rasterio.open(
        path, "w", driver="GTiff", dtype="uint8", count=1, height=mask.shape[0], width=mask.shape[1], crs=UTM,
        transform=transform, compress="deflate",
    ) as out:  # fmt: skip
        out.write(mask.astype("uint8"), 1)


def _write_scene(path: Path, data: np.ndarray, transform: Affine, names: Sequence[str], day: datetime.date) -> None:
    with rasterio.open(
        path, "w", driver="GTiff", dtype=data.dtype, count=len(data), height=data.shape[1], width=data.shape[2],
        crs=UTM, transform=transform, compress="deflate",
    ) as out:  # fmt: skip
        out.write(data)
        out.descriptions = tuple(names)
        out.scales, out.offsets = (1e-4,) * len(data), (-0.1,) * len(data)
        out.update_tags(ACQUISITIONDATETIME=day.isoformat())
