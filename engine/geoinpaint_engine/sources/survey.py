"""Surveys how much of a hole each date shows clearly, by reading its classification coarsely before any download."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from affine import Affine

from geoinpaint_engine.raster.align import open_aligned
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.masks import CLEAR, HOLE, HoleMask
from geoinpaint_engine.sentinel.classes import NOT_CLEAR
from geoinpaint_engine.sentinel.items import SCENE_CLASSES, Band, Item
from geoinpaint_engine.sources.remote_raster import remote_chip
from geoinpaint_engine.sources.transport import Transport

COARSE = 128  # px; longer side of the grid on which clear shares are counted
SMALL = 1024  # px; up to this side the classification is read in full, and so can be reused for fetching
CLASSES, LOOKS = "classes-", "look-"  # name prefixes of the survey's chips, which later searches reuse
MARGIN = 256  # px of evidence around the hole's bounding box, to learn from
BYTES_PER_VALUE = {True: 3.2, False: 1.4}  # compressed; radar (float32) and optical (uint16)


@dataclass(frozen=True)
class Place:
    """The part of a scene for which evidence is needed.

    Args:
        window: window of the scene that is fetched: the hole and ground around it.
        grid: grid of the window.
        coarse: grid of the same extent with larger pixels.
        hole: (rows, cols) float32 on `coarse`: share of each pixel that is to be filled.
        around: (rows, cols) float32 on `coarse`: share of each pixel that is clear.
        box: (west, south, east, north) in degrees.
        date: date of the scene.
    """

    window: Window
    grid: Grid
    coarse: Grid
    hole: np.ndarray
    around: np.ndarray
    box: tuple[float, float, float, float]
    date: date


@dataclass(frozen=True)
class Candidate:
    """A date that a catalogue offers.

    Args:
        items: items of one satellite pass over the place; where they overlap, the first takes precedence.
        days: days from the scene's date, negative if before.
        clear: (rows, cols) bool on `Place.coarse`, or None if no classification was read.
        clear_hole: clear share of the hole, 0 to 1; from the whole image's cloud cover if `clear` is None.
        clear_around: likewise for the clear ground around the hole.
        megabytes: approximate download size of its bands.
    """

    items: tuple[Item, ...]
    days: int
    clear: np.ndarray | None = None
    clear_hole: float = 0.0
    clear_around: float = 0.0
    megabytes: float = 0.0

    @property
    def date(self) -> str:
        """ISO date."""
        return self.items[0].date

    @property
    def orbit(self) -> str:
        """Orbit of the pass, or ""."""
        return self.items[0].orbit


def place_of(mask: HoleMask, box: tuple[float, float, float, float], day: date, *, margin: int = MARGIN) -> Place:
    """The part of a scene for which evidence is needed: the hole's bounding box with a margin."""
    window = _box_of_hole(mask, margin)
    factor = max(1, math.ceil(max(window.shape) / COARSE))
    rows, cols = -(-window.height // factor), -(-window.width // factor)
    shares = np.zeros((2, rows, cols), dtype=np.float32)
    step = factor * max(1, 1024 // factor)
    for block in Window(0, 0, *window.shape).blocks(step):
        scene_block = Window(window.row + block.row, window.col + block.col, *block.shape)
        codes = mask.read(scene_block)
        for number, code in enumerate((HOLE, CLEAR)):
            shares[number][
                block.row // factor : -(-block.row_stop // factor), block.col // factor : -(-block.col_stop // factor)
            ] = means(codes == code, factor)
    grid = mask.grid.sub(window)
    coarse = Grid(grid.crs, grid.transform @ Affine.scale(factor), rows, cols)
    return Place(window, grid, coarse, shares[0], shares[1], box, day)


def passes(items: Iterable[Item], day: date, names: Sequence[str], *, without_own: bool = False) -> list[Candidate]:
    """Groups items by date and orbit, and drops those that lack a band.

    Args:
        items: items of a catalogue.
        day: date of the scene.
        names: names of the required bands.
        without_own: leave out the scene's own date.
    """
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        if (not without_own or item.date != day.isoformat()) and all(name in item.bands for name in names):
            groups.setdefault((item.date, item.orbit), []).append(item)
    return [
        # of an image that was processed twice, the later version comes first
        Candidate(tuple(sorted(group, key=lambda item: item.id, reverse=True)), days_between(day, when))
        for (when, _), group in sorted(groups.items())
    ]


def days_between(day: date, when: str) -> int:
    """Days from a date to an ISO date."""
    return (date.fromisoformat(when) - day).days


def surveyed(
    candidate: Candidate, place: Place, folder: Path, transport: Transport, *, sign: Callable[[str], str]
) -> Candidate:
    """A candidate with its clear shares, from its classification, or from the item's cloud cover if it has none.

    Raises:
        As `remote_chip`.
    """
    clear = np.zeros(place.coarse.shape, dtype=bool)
    known = np.zeros(place.coarse.shape, dtype=bool)
    for item in candidate.items:
        if SCENE_CLASSES not in item.bands:
            share = 1 - (item.cloud_share if item.cloud_share is not None else 0.5)
            return replace(candidate, clear_hole=share, clear_around=share)
        if known.all():
            break
        finest = 0.0 if max(place.grid.shape) <= SMALL else max(place.coarse.pixel_size)
        values, valid = read_classes(
            item.bands[SCENE_CLASSES], place, place.coarse, folder, transport, finest=finest, sign=sign
        )
        valid &= values != 0
        newly_known = valid & ~known
        clear[newly_known] = ~np.isin(values[newly_known], NOT_CLEAR)
        known |= valid
    return replace(
        candidate, clear=clear, clear_hole=_share(clear, place.hole), clear_around=_share(clear, place.around)
    )


def read_classes(
    band: Band,
    place: Place,
    grid: Grid,
    folder: Path,
    transport: Transport,
    *,
    finest: float = 0.0,
    sign: Callable[[str], str],
) -> tuple[np.ndarray, np.ndarray]:
    """(rows, cols) uint8 scene classes on a grid of the place, and (rows, cols) bool validity."""
    chip = remote_chip(
        band.href, place.grid, folder, transport, bands=(band.number,), finest=finest, kind=CLASSES, sign=sign
    )
    if chip is None:
        return np.zeros(grid.shape, dtype=np.uint8), np.zeros(grid.shape, dtype=bool)
    layer = open_aligned(str(chip.path), grid, classes=True)
    classes, known = np.zeros(grid.shape, dtype=np.uint8), np.zeros(grid.shape, dtype=bool)
    try:
        for block in grid.window.blocks(SMALL):
            values, known[block.slices] = layer.read(block)
            classes[block.slices] = values[0].clip(0, 255)
    finally:
        layer.close()
    return classes, known


def preview(candidate: Candidate, place: Place) -> np.ndarray:
    """(3, rows, cols) uint8 RGB: clear ground grey, cloud white; the hole green where clear, else red."""
    clear = np.ones(place.hole.shape, dtype=bool) if candidate.clear is None else candidate.clear
    hole = place.hole > 0.5
    out = np.where(clear, np.uint8(120), np.uint8(245))[None].repeat(3, axis=0)
    for is_clear, colour in ((True, (70, 160, 75)), (False, (205, 80, 70))):
        out[:, hole & (clear == is_clear)] = np.array(colour, dtype=np.uint8)[:, None]
    return out


def megabytes(items: Sequence[Item], names: Sequence[str], place: Place, *, radar: bool = False) -> float:
    """Approximate download size of a date's bands in 10^6 bytes, from the files' sizes if the items give them."""
    total = 0.0
    metres = pixel_metres(place.grid)
    for name in names:
        for item in items[:1]:  # one of several usually covers the place
            band = item.bands[name]
            pixel = band.pixel or metres
            # half a block more at each edge
            padded_size = [length * metres / pixel + 256 for length in place.grid.shape]
            values = padded_size[0] * padded_size[1]
            if band.size and band.shape[0] * band.shape[1]:
                total += min(band.size, band.size * values / (band.shape[0] * band.shape[1]))
            else:
                total += values * BYTES_PER_VALUE[radar]
    return total / 1e6


def pixel_metres(grid: Grid) -> float:
    """Pixel size in metres; degrees are converted as at the equator."""
    size = max(grid.pixel_size)
    return size * 111_320 if grid.crs is not None and grid.crs.is_geographic else size


def _box_of_hole(mask: HoleMask, margin: int) -> Window:
    """The hole's bounding box with a margin, clipped to the scene."""
    counts, size = mask.hole_blocks.counts, mask.hole_blocks.size
    rows, cols = np.nonzero(counts)
    box = Window(
        int(rows.min()) * size, int(cols.min()) * size,
        (int(np.ptp(rows)) + 1) * size, (int(np.ptp(cols)) + 1) * size,
    )  # fmt: skip
    return box.padded(margin, mask.grid.window)


def means(values: np.ndarray, factor: int) -> np.ndarray:
    """(rows, cols) float32 means over squares of `factor` pixels a side, which may be smaller at the edges."""
    rows, cols = (np.arange(0, size, factor) for size in values.shape)
    sums = np.add.reduceat(np.add.reduceat(values.astype(np.float32), rows, axis=0), cols, axis=1)
    heights = np.diff(np.append(rows, values.shape[0]))
    widths = np.diff(np.append(cols, values.shape[1]))
    return sums / (heights[:, None] * widths[None, :])


def _share(clear: np.ndarray, weight: np.ndarray) -> float:
    total = float(weight.sum())
    return float((clear * weight).sum()) / total if total else 1.0
