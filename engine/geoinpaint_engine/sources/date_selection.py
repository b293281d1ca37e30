"""Selects the dates that together predict the scene best, by forward selection on its clear ground.

The days between two dates are a weaker measure of their similarity than the pixels. A few more dates than requested are
read as overviews (coarse pixels, two bands) and added one by one: each step adds the date that most reduces the
residual of a linear regression of the scene on the selected dates, weighted by the share of the hole that it shows
clearly. docs/experiments.md describes the alternatives that were tried.
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
MOST_EXAMINED = 16  # dates examined at most
LEAST_GROUND = 200  # coarse clear pixels needed to fit the regression
PAIRS = (("B04", "B08"), ("B04", "B8A"))  # the two bands used, if the scene has them
RIDGE = 1e-3  # ridge penalty, relative to the mean variance of the regressors
BLOCK = 1024  # px; side of the blocks read


def comparison_bands(names: Sequence[str]) -> tuple[str, ...]:
    """The red and near infrared bands, else the first two."""
    return next((pair for pair in PAIRS if set(pair) <= set(names)), tuple(names[:2]))


def read_scene(context: FetchContext) -> tuple[np.ndarray, np.ndarray]:
    """Means of the scene on `Place.coarse`.

    Returns:
        (bands, rows, cols) float32, and (rows, cols) bool: whether a coarse pixel is clear throughout.
    """
    place = context.place
    factor = round(max(place.coarse.pixel_size) / max(place.grid.pixel_size))
    values = np.zeros((context.scene.count, *place.coarse.shape), dtype=np.float32)
    clear = np.zeros(place.coarse.shape, dtype=bool)
    for block in place.grid.window.blocks(factor * max(1, BLOCK // factor)):
        context.check()
        scene_block = Window(block.row + place.window.row, block.col + place.window.col, *block.shape)
        data, valid = context.scene.read_bands(scene_block)
        known = (context.mask.read(scene_block) == CLEAR) & valid.all(axis=0)
        rows = slice(block.row // factor, -(-block.row_stop // factor))
        cols = slice(block.col // factor, -(-block.col_stop // factor))
        clear[rows, cols] = means(known, factor) == 1
        for band, band_values in zip(values, data, strict=True):
            band[rows, cols] = means(np.where(known, band_values, 0), factor)
    return values, clear


def read_date(candidate: Candidate, names: Sequence[str], context: FetchContext) -> np.ndarray:
    """(bands, rows, cols) float32 of a date's first item on `Place.coarse`, NaN where cloudy or not covered.

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
    """Selects dates that together predict a scene best, by forward selection.

    If dates before and after the scene's are offered, the selection includes both, as far as it has more than one date.

    Args:
        scene: (bands, rows, cols) values of the scene.
        clear: (rows, cols) bool, where the scene is clear.
        dates: (bands, rows, cols) values by date number, NaN where not clear.
        shown: share of the hole that each date shows clearly, 0 to 1.
        before: whether each date is before the scene's.
        most: number of dates to select at most.

    Returns:
            Date numbers in the order of selection; empty if there is too little clear ground.
    """
    if clear.sum() < LEAST_GROUND:
        return []
    target = _centred(scene[:, clear])
    columns = {n: _centred(values[:, clear]) for n, values in dates.items() if shown[n] >= LEAST_CLEAR}
    chosen: list[int] = []
    residual = float((target**2).sum())
    while columns.keys() - set(chosen) and len(chosen) < most and residual > 0:
        others = [number for number in columns if number not in chosen]
        if 0 < len(chosen) == most - 1 and len({before[one] for one in chosen}) == 1:
            others = [number for number in others if before[number] != before[chosen[0]]] or others
        residuals = {n: _residual(target, np.concatenate([columns[one] for one in (*chosen, n)])) for n in others}
        best = max(others, key=lambda n: (shown[n] * math.log(residual / max(residuals[n], 1e-9 * residual)), -n))
        residual = min(residual, residuals[best])
        chosen.append(best)
    return chosen


def _centred(values: np.ndarray) -> np.ndarray:
    """(bands, n) float64 with the mean of each band subtracted; 0 where unknown, which has no influence."""
    known = np.isfinite(values)
    counts = np.maximum(known.sum(axis=1, keepdims=True), 1)
    mean = np.where(known, values, 0).sum(axis=1, keepdims=True, dtype=np.float64) / counts
    return np.where(known, values - mean, 0).astype(np.float64)


def _residual(target: np.ndarray, columns: np.ndarray) -> float:
    """Residual sum of squares of a ridge regression of (bands, n) on (columns, n)."""
    gram, cross = columns @ columns.T, columns @ target.T
    ridge = RIDGE * max(float(np.trace(gram)) / len(gram), 1e-9) * np.eye(len(gram))
    weights = np.linalg.solve(gram + ridge, cross)
    return float(((target - weights.T @ columns) ** 2).sum())
