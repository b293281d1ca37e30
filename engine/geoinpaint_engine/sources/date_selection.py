"""Which dates predict the scene best together: forward selection on its clear ground, in coarse pixels of two bands.

Days tell how alike two dates are; the dates themselves tell it better. A few more than are wanted are looked at, in an
overview, and chosen one after the other: each is the one with which a linear regression of the scene on what is chosen
leaves least, weighed by the share of the hole that it shows. docs/experiments.md has what else was tried.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from geoinpaint_engine.raster.align import open_aligned
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import CLEAR
from geoinpaint_engine.sources.evidence import FetchContext
from geoinpaint_engine.sources.ranking import LEAST_CLEAR
from geoinpaint_engine.sources.remote_raster import remote_chip
from geoinpaint_engine.sources.survey import LOOKS, Candidate, means

SPARE = 2  # dates examined beyond the requested number
MOST_LOOKED_AT = 16
LEAST_GROUND = 200  # coarse pixels of clear ground, below which nothing is learned
PAIRS = (("B04", "B08"), ("B04", "B8A"))  # what the two bands are where the scene has them
RIDGE = 1e-3  # of the mean variance of what is regressed on
BLOCK = 1024  # px read at once


def bands_looked_at(names: Sequence[str]) -> tuple[str, ...]:
    """Red and near infrared of some bands, else the first two."""
    return next((pair for pair in PAIRS if set(pair) <= set(names)), tuple(names[:2]))


def scene_seen(context: FetchContext) -> tuple[np.ndarray, np.ndarray]:
    """(bands, rows, cols) float32 means of the scene on `Place.coarse`, and (rows, cols) bool: all of it is clear."""
    place = context.place
    factor = round(max(place.coarse.pixel_size) / max(place.grid.pixel_size))
    values = np.zeros((context.scene.count, *place.coarse.shape), dtype=np.float32)
    clear = np.zeros(place.coarse.shape, dtype=bool)
    for block in place.grid.window.blocks(factor * max(1, BLOCK // factor)):
        context.check()
        moved = Window(block.row + place.window.row, block.col + place.window.col, *block.shape)
        data, valid = context.scene.read_bands(moved)
        known = (context.mask.read(moved) == CLEAR) & valid.all(axis=0)
        rows = slice(block.row // factor, -(-block.row_stop // factor))
        cols = slice(block.col // factor, -(-block.col_stop // factor))
        clear[rows, cols] = means(known, factor) == 1
        for band, part in zip(values, data, strict=True):
            band[rows, cols] = means(np.where(known, part, 0), factor)
    return values, clear


def date_seen(candidate: Candidate, names: Sequence[str], context: FetchContext) -> np.ndarray:
    """(bands, rows, cols) float32 of a date's first item on `Place.coarse`, NaN where it shows nothing or is cloudy.

    Raises:
        As `remote_chip`.
    """
    coarse, item = context.place.coarse, candidate.items[0]
    out = np.full((len(names), *coarse.shape), np.nan, dtype=np.float32)
    for values, name in zip(out, names, strict=True):
        band = item.bands[name]
        chip = remote_chip(
            band.href, context.place.grid, context.chips, context.transport, bands=(band.number,),
            finest=max(coarse.pixel_size), kind=LOOKS, sign=context.sign,
        )  # fmt: skip
        if chip is not None:
            layer = open_aligned(str(chip.path), coarse)
            try:
                data, valid = layer.read(coarse.window)
            finally:
                layer.close()
            values[valid] = data[0][valid]
    if candidate.clear is not None:
        out[:, ~candidate.clear] = np.nan
    return out


def select_dates(
    scene: np.ndarray, clear: np.ndarray, dates: Mapping[int, np.ndarray], shown: Mapping[int, float],
    before: Mapping[int, bool], most: int,
) -> list[int]:  # fmt: skip
    """Dates that predict a scene best together, by forward selection, the first chosen first.

    None are where there is too little ground.
    Where there are dates before the scene's and after it, so there are among several that are chosen.

    Args:
        scene: (bands, rows, cols).
        clear: (rows, cols) bool.
        dates: by number (bands, rows, cols), NaN where not clear.
        shown: by number, the share of the hole that a date shows, 0 to 1.
        before: by number, whether a date is before the scene's.
        most: dates that are chosen.
    """
    if clear.sum() < LEAST_GROUND:
        return []
    wanted = _centred(scene[:, clear])
    columns = {n: _centred(values[:, clear]) for n, values in dates.items() if shown[n] >= LEAST_CLEAR}
    chosen: list[int] = []
    left = float((wanted**2).sum())
    while columns.keys() - set(chosen) and len(chosen) < most and left > 0:
        others = [number for number in columns if number not in chosen]
        if 0 < len(chosen) == most - 1 and len({before[one] for one in chosen}) == 1:
            others = [number for number in others if before[number] != before[chosen[0]]] or others
        rest = {n: _left(wanted, np.concatenate([columns[one] for one in (*chosen, n)])) for n in others}
        best = max(others, key=lambda n: (shown[n] * math.log(left / max(rest[n], 1e-9 * left)), -n))
        left = min(left, rest[best])
        chosen.append(best)
    return chosen


def _centred(values: np.ndarray) -> np.ndarray:
    """(bands, n) float64 minus the mean of each band; 0 (neutral) where unknown."""
    known = np.isfinite(values)
    counts = np.maximum(known.sum(axis=1, keepdims=True), 1)
    mean = np.where(known, values, 0).sum(axis=1, keepdims=True, dtype=np.float64) / counts
    return np.where(known, values - mean, 0).astype(np.float64)


def _left(wanted: np.ndarray, columns: np.ndarray) -> float:
    """What a ridge regression of (bands, n) on (columns, n) leaves, as a sum of squares."""
    gram, both = columns @ columns.T, columns @ wanted.T
    ridge = RIDGE * max(float(np.trace(gram)) / len(gram), 1e-9) * np.eye(len(gram))
    weights = np.linalg.solve(gram + ridge, both)
    return float(((wanted - weights.T @ columns) ** 2).sum())
