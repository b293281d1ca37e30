"""The vegetation index (NDVI) of places over the dates of a series: clear, cloudy and filled values, with bands."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.pipeline.series.state import DEVIATION, FILLED, FLAG, Date
from geoinpaint_engine.pipeline.uncertainty_file import CORRELATION
from geoinpaint_engine.quality.reflectance import reflectance_of
from geoinpaint_engine.raster.bands import shown_band
from geoinpaint_engine.raster.scene import Scene, is_nodata, open_scene
from geoinpaint_engine.raster.write import FILLED as IS_FILLED
from geoinpaint_engine.raster.write import UNFILLED
from geoinpaint_engine.sentinel.product_spec import resolve_scene
from geoinpaint_engine.sentinel.products import is_product

RED, INFRARED = ("B04",), ("B08", "B8A")
KINDS = {IS_FILLED: "filled", UNFILLED: "cloudy"}  # by the fill flag; else clear
NORMAL = 1.645  # standard deviations that hold 90 %


@dataclass(frozen=True)
class Place:
    """A point in the scenes' CRS units, and what it is called; of a polygon the middle of its pixels."""

    name: str
    x: float
    y: float
    polygon: bool = False


@dataclass(frozen=True)
class Value:
    """NDVI of a place on a date; of a polygon the mean of its clear and filled pixels.

    Args:
        date: ISO date.
        kind: clear, filled (a polygon: in part at least), or cloudy (masked, and not filled).
        ndvi: of the result.
        seen: of the scene as it was, under the mask too.
        deviation: standard deviation of a filled value, NaN where unknown.
        clear_share: of its pixels that hold data those that are the scene's own, 0 to 1.
    """

    date: str
    kind: str
    ndvi: float
    seen: float
    deviation: float
    clear_share: float = 1.0

    @property
    def band(self) -> tuple[float, float]:
        """What holds the truth of nine in ten filled values."""
        return self.ndvi - NORMAL * self.deviation, self.ndvi + NORMAL * self.deviation


def ndvi(red: np.ndarray, infrared: np.ndarray) -> np.ndarray:
    """(infrared - red) / (infrared + red) of reflectances; NaN where there is neither."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((infrared - red) / (infrared + red))


def ndvi_deviation(
    red: np.ndarray, infrared: np.ndarray, red_deviation: np.ndarray, infrared_deviation: np.ndarray,
    correlation: float = 0.0,
) -> np.ndarray:  # fmt: skip
    """The standard deviation of NDVI by first-order propagation of the bands' own.

    Args:
        red, infrared: reflectances.
        red_deviation, infrared_deviation: their standard deviations.
        correlation: of their errors; what is green instead of bare is wrong in both, one up and one down.
    """
    one, two = infrared * red_deviation, red * infrared_deviation
    with np.errstate(divide="ignore", invalid="ignore"):
        both = np.sqrt(np.maximum(one**2 + two**2 - 2 * correlation * one * two, 0))
        return np.asarray(2 * both / (infrared + red) ** 2)


def error_correlation(deviations: rasterio.DatasetReader, numbers: tuple[int, int]) -> float:
    """Correlation of the errors of two bands (0-based), from an uncertainty file; 0 where it has none."""
    with suppress(ValueError, TypeError, IndexError):
        told = json.loads(deviations.tags().get(CORRELATION, ""))
        return max(-1.0, min(1.0, float(told[numbers[0]][numbers[1]])))
    return 0.0


def curve(place: Place, dates: Sequence[Date], folder: Path) -> list[Value]:
    """The values of a place on the dates that are filled, less those whose image ends before it or is no data there.

    Args:
        place: the place.
        dates: those that are filled, oldest first.
        folder: of the series.
    """
    found = [_value(place, date, folder) for date in dates]
    return [value for value in found if value is not None]


def has_ndvi(path: Path) -> bool:
    """Whether a raster has a red and a near-infrared band."""
    with open_scene(str(path)) as scene:
        return red_and_infrared(scene) is not None


def red_and_infrared(scene: Scene) -> tuple[int, int] | None:
    """0-based numbers of the red and the near-infrared band; None where one is missing."""
    known = [shown_band(name) for name in scene.descriptions]
    found = [next((known.index(name) for name in wanted if name in known), None) for wanted in (RED, INFRARED)]
    return None if found[0] is None or found[1] is None else (found[0], found[1])


@dataclass(frozen=True)
class _Pixel:
    """Red and near infrared of a pixel: reflectances (or DN where no scale is known), the pixel and the scale."""

    ground: np.ndarray
    there: Window
    numbers: tuple[int, int]
    scale: float


def _pixel_of(scene: Scene, place: Place) -> _Pixel | None:
    """The pixel of a place; None where the scene ends before it, has no such bands, or holds no data there."""
    col, row = (math.floor(part) for part in ~scene.grid.transform @ (place.x, place.y))
    numbers = red_and_infrared(scene)
    if not (0 <= row < scene.grid.height and 0 <= col < scene.grid.width) or numbers is None:
        return None
    there = Window(col, row, 1, 1)
    read = scene.handles.get().read([scene.numbers[number] for number in numbers], window=there)[:, 0, 0]
    if any(is_nodata(np.asarray(one), scene.nodata[band]) for one, band in zip(read, numbers, strict=True)):
        return None
    unit = reflectance_of(scene)
    scale, offset = (1.0, 0.0) if unit is None else (unit.scale, unit.offset)
    return _Pixel(read * scale + offset, there, numbers, scale)


def _value(place: Place, date: Date, folder: Path) -> Value | None:
    at = folder / date.name
    with open_scene(str(at / FILLED)) as scene:
        pixel, names = _pixel_of(scene, place), scene.band_names
    if pixel is None:
        return None
    kind = KINDS.get(int(_read(at / FLAG, pixel.there, [1])[0]), "clear")
    now, deviation = float(ndvi(*pixel.ground)), math.nan
    if kind == "filled" and (at / DEVIATION).exists():
        with rasterio.open(at / DEVIATION) as deviations:
            together = error_correlation(deviations, pixel.numbers)
        red, infrared = pixel.ground
        one, two = _read(at / DEVIATION, pixel.there, [number + 1 for number in pixel.numbers]) * pixel.scale
        deviation = float(ndvi_deviation(red, infrared, one, two, together))
    clear = kind == "clear"
    return Value(date.date, kind, now, now if clear else _seen(date, names, place), deviation, float(clear))


def open_seen(date: Date, names: Sequence[str]) -> Scene:
    """The scene of a date as it was; of a product the named bands."""
    resolution = None if date.job is None else date.job.scene.resolution
    return open_scene(resolve_scene(date.path, bands=names if is_product(date.path) else (), resolution=resolution))


def _seen(date: Date, names: Sequence[str], place: Place) -> float:
    """NDVI of the scene as it was; NaN where it held no data, or is gone."""
    with suppress(InputError), open_seen(date, names) as scene:
        pixel = _pixel_of(scene, place)
        return math.nan if pixel is None else float(ndvi(*pixel.ground))
    return math.nan


def _read(path: Path, there: Window, bands: Sequence[int]) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(list(bands), window=there)[:, 0, 0].astype(np.float64)


def table(curves: Sequence[tuple[Place, Sequence[Value]]]) -> str:
    """The curves as comma-separated values."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["place", "x", "y", "date", "kind", "ndvi", "low", "high", "seen", "clear_share"])
    for place, values in curves:
        for value in values:
            numbers = [value.ndvi, *value.band, value.seen]
            writer.writerow([place.name, place.x, place.y, value.date, value.kind,
                             *("" if not math.isfinite(one) else f"{one:.5f}" for one in numbers),
                             f"{value.clear_share:.5g}"])  # fmt: skip
    return out.getvalue()
