"""The mean vegetation index (NDVI) of polygons over the dates of a series, read in blocks."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.job import Area
from geoinpaint_engine.pipeline.series.curves import (
    Place,
    Value,
    error_correlation,
    ndvi,
    ndvi_deviation,
    open_seen,
    red_and_infrared,
)
from geoinpaint_engine.pipeline.series.state import DEVIATION, FILLED, FLAG, Date
from geoinpaint_engine.quality.reflectance import reflectance_of
from geoinpaint_engine.raster.area import window_around
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import open_raster
from geoinpaint_engine.raster.mask_layers import VectorMask, open_shapes
from geoinpaint_engine.raster.scene import Scene, Warn, as_spec, open_scene
from geoinpaint_engine.raster.write import FILLED as IS_FILLED
from geoinpaint_engine.raster.write import UNFILLED

SIDE = 512  # px of the blocks that are read


def polygon_curves(
    polygons: Area, dates: Sequence[Date], folder: Path, *, warn: Warn, check: Callable[[], None]
) -> list[tuple[Place, list[Value]]]:
    """The curve of each polygon of a vector file: of each date the mean of the pixels whose centre lies inside.

    The deviation takes the errors of a polygon's filled pixels to be wholly correlated, as those of neighbours nearly
    are: it is the mean of theirs, by the share of the pixels that they are.

    Args:
        polygons: a vector file that OGR opens, in any CRS, and its layer.
        dates: those that are filled, oldest first.
        folder: of the series.
        warn: called with (code, message).
        check: raises to cancel.

    Raises:
        InputError: those of `open_shapes`.
    """
    found: list[tuple[Place, list[Value]]] = []
    known: dict[Grid, list[tuple[str, VectorMask]]] = {}
    for date in dates:
        at = folder / date.name
        with ExitStack() as stack:
            scene = stack.enter_context(open_scene(str(at / FILLED)))
            if scene.grid not in known:
                known[scene.grid] = open_shapes(
                    as_spec(polygons.path), scene.grid, polygons.layer, warn=_quiet if known else warn
                )
            shapes = known[scene.grid]
            if not found:
                found = [(Place(name, math.nan, math.nan, polygon=True), []) for name, _ in shapes]
            for number, (name, shape) in enumerate(shapes):
                check()
                sums = _sums(shape, scene, date, at)
                if sums is None or not sums.pixels:
                    continue
                if math.isnan(found[number][0].x):
                    x, y = scene.grid.transform @ tuple(part / sums.pixels for part in sums.place)
                    found[number] = (Place(name, float(x), float(y), polygon=True), found[number][1])
                found[number][1].append(sums.value(date.date))
    return found


def _quiet(code: str, message: str) -> None:
    """What there is to say of a file was said when it was read for another grid."""


@dataclass
class _Sums:
    """What is summed up over a polygon's pixels that hold data."""

    pixels: int = 0
    clear: int = 0
    filled: int = 0
    place: list[float] = field(default_factory=lambda: [0.0, 0.0])  # columns and rows of their centres
    ndvi: float = 0.0  # of clear and filled ones
    deviation: float = 0.0  # of filled ones
    seen: float = 0.0
    seen_pixels: int = 0

    def take(
        self, block: Window, inside: np.ndarray, index: np.ndarray, *, clear: np.ndarray, filled: np.ndarray
    ) -> None:
        """Adds the pixels of a block: those inside, their NDVI, and which of them are clear and filled."""
        rows, cols = np.nonzero(inside)
        self.pixels += len(rows)
        self.place[0] += float((cols + block.col + 0.5).sum())
        self.place[1] += float((rows + block.row + 0.5).sum())
        self.clear += int(clear.sum())
        self.filled += int(filled.sum())
        own = float(index[clear].sum())
        self.ndvi += own + float(index[filled].sum())
        self.seen += own
        self.seen_pixels += int(clear.sum())

    def add_seen(self, before: Scene, block: Window, hidden: np.ndarray) -> None:
        """Adds what the scene as it was shows where it was to be filled."""
        numbers = red_and_infrared(before)
        if numbers is None:
            return
        red, infrared, there, _ = _ground(before, block, numbers)
        index = ndvi(red, infrared)
        shown = hidden & there & np.isfinite(index)
        self.seen += float(index[shown].sum())
        self.seen_pixels += int(shown.sum())

    def value(self, date: str) -> Value:
        """The polygon on a date."""
        used = self.clear + self.filled
        kind = "cloudy" if not used else "filled" if self.filled else "clear"
        mean = self.ndvi / used if used else math.nan
        seen = self.seen / self.seen_pixels if self.seen_pixels else math.nan
        deviation = self.deviation / used if self.filled else math.nan
        share = self.clear / self.pixels
        return Value(date, kind, mean, mean if share == 1 else seen, deviation, share)


def _sums(shape: VectorMask, scene: Scene, date: Date, at: Path) -> _Sums | None:
    """Sums over the pixels of a polygon; None where it lies elsewhere, or the bands are missing."""
    numbers, window = red_and_infrared(scene), window_around(shape, scene.grid)
    if window is None or numbers is None:
        return None
    sums = _Sums()
    with ExitStack() as stack:
        flags = stack.enter_context(open_raster(str(at / FLAG)))
        deviations = stack.enter_context(open_raster(str(at / DEVIATION))) if (at / DEVIATION).exists() else None
        together = 0.0 if deviations is None else error_correlation(deviations, numbers)
        before: Scene | None = None
        for block in window.blocks(SIDE):
            inside = shape.read(block)
            if not inside.any():
                continue
            red, infrared, there, scale = _ground(scene, block, numbers)
            index = ndvi(red, infrared)
            inside &= there & np.isfinite(index)
            flag = flags.read(1, window=block.ranges)
            filled, cloudy = inside & (flag == IS_FILLED), inside & (flag == UNFILLED)
            clear = inside & ~filled & ~cloudy
            sums.take(block, inside, index, clear=clear, filled=filled)
            if filled.any():
                off = [np.full(int(filled.sum()), np.nan)] * 2
                if deviations is not None:
                    read = deviations.read([number + 1 for number in numbers], window=block.ranges)
                    off = [part[filled].astype(np.float64) * scale for part in read]
                sums.deviation += float(ndvi_deviation(red[filled], infrared[filled], off[0], off[1], together).sum())
            hidden = filled | cloudy
            if hidden.any():
                with suppress(InputError):  # file missing: only clear pixels count as observed
                    before = before or stack.enter_context(open_seen(date, scene.band_names))
                    sums.add_seen(before, block, hidden)
    return sums


def _ground(scene: Scene, block: Window, numbers: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Red and near infrared of a block as reflectances, where both hold data, and the scale from DN."""
    unit = reflectance_of(scene)
    scale, offset = (1.0, 0.0) if unit is None else (unit.scale, unit.offset)
    data, valid = scene.read_bands(block)
    red, infrared = (data[number].astype(np.float64) * scale + offset for number in numbers)
    return red, infrared, np.asarray(valid[numbers[0]] & valid[numbers[1]]), scale
