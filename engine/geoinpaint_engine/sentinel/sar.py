"""Sentinel-1: finds VV and VH, converts to dB, averages dates in linear power, and filters speckle on request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Literal

import numpy as np
import rasterio
from scipy import ndimage

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.align import AlignedLayer, open_aligned, require_real
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import examined, reading
from geoinpaint_engine.raster.scene import Warn, as_spec, band_radiometry, grid_of, ignore_warnings, nodata_of
from geoinpaint_engine.raster.source import holds_one_value
from geoinpaint_engine.raster.spec import RasterSpec
from geoinpaint_engine.sentinel.sar_gaps import Backscatter, zero_is_a_gap

Units = Literal["auto", "db", "linear"]

POLARISATIONS = ("VV", "VH")

LEE_SIDE = 7  # px; side of the filter window
GRD_LOOKS = 4.4  # equivalent number of looks of a high-resolution Sentinel-1 IW GRD image
_SAMPLE = 256  # px; side of the blocks sampled to determine the units
_UNLIKELY_DB, _UNLIKELY_POWER = 60.0, 1e3


@dataclass(frozen=True)
class SarInput:
    """A Sentinel-1 raster, and the units of its values: "auto", "db" or "linear" (power, not amplitude)."""

    source: str | Path | RasterSpec
    units: Units = "auto"


@dataclass(frozen=True)
class SpeckleFilter:
    """Parameters of the Lee filter: odd side of its window in pixels, and equivalent number of looks of one date."""

    side: int = LEE_SIDE
    looks: float = GRD_LOOKS

    def __post_init__(self) -> None:
        """Validates the parameters.

        Raises:
            UsageError: `speckle-invalid`.
        """
        if self.side < 3 or self.side % 2 == 0 or self.side > 51 or not 0 < self.looks < 1e4:
            raise UsageError(
                "speckle-invalid",
                f"A speckle filter of {self.side} px and {self.looks:g} looks is not possible.",
                "Give an odd side from 3 to 51 and a positive number of looks.",
            )


@dataclass(frozen=True)
class _Layer:
    """An aligned raster, the 0-based bands of VV and VH (None if absent), and whether its values are dB."""

    aligned: AlignedLayer
    bands: tuple[int | None, int | None]
    in_db: bool

    def decibels(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reads a raster in dB: (2, rows, cols) float32, 0 where invalid; (rows, cols) int64, 1 where valid."""
        data, valid = self.aligned.read_bands(window)
        db = np.zeros((2, *window.shape), dtype=np.float32)
        known: np.ndarray = np.zeros(window.shape, dtype=bool)
        if None not in self.bands:
            numbers = [band for band in self.bands if band is not None]
            for i, band in enumerate(numbers):
                db[i] = self.aligned.radiometry[band].value_of(data[band].astype(np.float64))
            known = np.logical_and(valid[numbers].all(axis=0), np.isfinite(db).all(axis=0))
        return np.where(known, db, np.float32(0)), known.astype(np.int64)

    def power(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reads linear power: (2, rows, cols) float64, 0 where invalid; and (2, rows, cols) bool validity."""
        data, valid = self.aligned.read_bands(window)
        power = np.zeros((2, *window.shape))
        known = np.zeros((2, *window.shape), dtype=bool)
        for i, band in enumerate(self.bands):
            if band is None:
                continue
            value = self.aligned.radiometry[band].value_of(data[band].astype(np.float64))
            if self.in_db:
                value = power_of(value)
            known[i] = valid[band] & (value > 0)
            power[i] = np.where(known[i], value, 0.0)
        return power, known


class SarComposite:
    """Mean of one or more Sentinel-1 dates on the scene's grid; safe to read from several threads.

    Use `open_sar`.

    Attributes:
        grid: the grid it is read on.
        files: paths of the files read.
        overlaps: whether any of them overlaps the grid.
    """

    def __init__(self, layers: Sequence[_Layer], grid: Grid, *, speckle: SpeckleFilter | None) -> None:
        self._layers = tuple(layers)
        self._speckle = speckle
        self.grid = grid
        self.files = tuple(file for layer in self._layers for file in layer.aligned.files)
        self.overlaps = any(layer.aligned.overlaps for layer in self._layers)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reads (2, rows, cols) float32 VV and VH in dB, 0 where invalid, and (rows, cols) bool: both are valid.

        The values do not depend on the window's position and size: the speckle filter reads beyond its edges.
        """
        db, count = self.read_counted(window)
        return db, count > 0

    def read_counted(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """As `read`, with the (rows, cols) int64 number of valid dates instead of the validity."""
        if self._speckle is None and len(self._layers) == 1 and self._layers[0].in_db:
            return self._layers[0].decibels(window)  # avoids converting to power and back
        outer = window if self._speckle is None else window.padded(self._speckle.side // 2, self.grid.window)
        total = np.zeros((2, *outer.shape))
        count = np.zeros((2, *outer.shape), dtype=np.int64)
        for layer in self._layers:
            power, known = layer.power(outer)
            total += power
            count += known
        mean = total / np.maximum(count, 1)
        if self._speckle is not None:
            looks = self._speckle.looks * np.maximum(count, 1)
            mean = np.stack(
                [
                    lee_filter(band, valid=n > 0, looks=look, side=self._speckle.side)
                    for band, n, look in zip(mean, count, looks, strict=True)
                ]
            )
        inside = (slice(None), *window.within(outer))
        mean, dates = mean[inside], count[inside].min(axis=0)
        db = np.where(dates > 0, db_of(np.where(mean > 0, mean, 1.0)), 0.0)
        return db.astype(np.float32), dates

    def without_blank(self, *, warn: Warn) -> SarComposite:
        """The composite without rasters that hold one value only, which show nothing of the ground: `sar-blank`.

        Raises:
            InputError: `sar-empty` where a polarisation has no other raster.
        """
        used: list[_Layer] = []
        blank: list[_Layer] = []
        for layer in self._layers:
            (blank if holds_one_value(layer.aligned) else used).append(layer)
        why = "holds one value only, which shows nothing of the ground"
        if blank and any(all(layer.bands[i] is None for layer in used) for i in range(len(POLARISATIONS))):
            raise InputError(
                "sar-empty", f"The Sentinel-1 image {blank[0].aligned.title} {why}.", "Give another, or leave it out."
            )
        for layer in blank:
            warn("sar-blank", f"The Sentinel-1 image {layer.aligned.title} {why}: it is not used.")
            layer.aligned.close()
        return SarComposite(used, self.grid, speckle=self._speckle) if blank else self

    def close(self) -> None:
        """Closes the files of all threads."""
        for layer in self._layers:
            layer.aligned.close()


def open_sar(
    inputs: Sequence[SarInput], grid: Grid, *, speckle: SpeckleFilter | None = None, warn: Warn = ignore_warnings
) -> SarComposite:
    """Opens Sentinel-1 rasters to be read as a composite on a grid.

    Bands are identified by name ("VV", "Sigma0_VH_db"), a single band also by the file name; otherwise two bands are
    taken as VV and VH in that order. VV and VH may be in separate files, if both are given in the same order of dates.
    Where a file declares no nodata, 0 is nodata in linear power; in dB, `zero_is_a_gap` decides.

    Args:
        inputs: the rasters; dates are averaged per pixel in linear power, over the valid values.
        grid: grid of the scene.
        speckle: filter applied to the mean, or None.
        warn: called with (code, message): `sar-units-unlikely`, and the warnings of `open_aligned`.

    Raises:
        UsageError: `sar-none`.
        InputError: `sar-bands`, `sar-empty`, and those of `open_aligned`.
    """
    if not inputs:
        raise UsageError("sar-none", "No SAR raster is given.", "Name at least one with VV and VH.")
    rasters = _with_zero_as_nodata([_inspect(item, warn) for item in inputs], grid)
    layers = [_Layer(open_aligned(raster.spec, grid, warn=warn), raster.bands, raster.in_db) for raster in rasters]
    for i, polarisation in enumerate(POLARISATIONS):
        if all(layer.bands[i] is None for layer in layers):
            titles = ", ".join(layer.aligned.title for layer in layers)
            raise InputError(
                "sar-bands", f"There is no {polarisation} in {titles}.", "Give Sentinel-1 rasters with VV and VH."
            )
    return SarComposite(layers, grid, speckle=speckle)


@dataclass(frozen=True)
class _Raster:
    """A raster as inspected: the 0-based bands of VV and VH, and whether its values are dB.

    `declares_nodata` is whether it declares a nodata value.
    """

    spec: RasterSpec
    bands: tuple[int | None, int | None]
    in_db: bool
    declares_nodata: bool
    backscatter: Backscatter


def _inspect(item: SarInput, warn: Warn) -> _Raster:
    spec = as_spec(item.source)
    with examined(spec.path, title=spec.title) as source:
        names = spec.names or tuple(text or "" for text in source.descriptions)
        bands = find_polarisations(names, spec.title)
        numbers = tuple(band + 1 for band in bands if band is not None)
        require_real(source, numbers, spec.title)
        radiometry = spec.radiometry[numbers[0] - 1] if spec.radiometry else band_radiometry(source, numbers[0])
        declared = nodata_of(source, numbers[0], spec)
        values = _sample(source, numbers[0], declared)
        grid = grid_of(source)
    if not values.size:
        raise InputError("sar-empty", f"{spec.title} holds no valid value.", "Check its nodata value.")
    median = float(np.median(radiometry.value_of(values)))
    in_db = item.units == "db" or (item.units == "auto" and median < 0)
    if not in_db and median < 0:
        raise UsageError(
            "sar-units-wrong", f"{spec.title} is to be read as linear power, but most of its values are negative.",
            "Read it as dB, or leave the units at auto.",
        )  # fmt: skip
    if abs(median) > (_UNLIKELY_DB if in_db else _UNLIKELY_POWER) or (in_db and median > 0):
        warn(
            "sar-units-unlikely",
            f"{spec.title} is read as {'dB' if in_db else 'linear power'}, but its median is {median:.4g}; "
            "leave the units at auto, or give calibrated backscatter.",
        )
    return _Raster(spec, bands, in_db, declared is not None, Backscatter(spec, numbers, radiometry, grid))


def _with_zero_as_nodata(rasters: Sequence[_Raster], grid: Grid) -> list[_Raster]:
    """Sets 0 as nodata in rasters that declare none but evidently use it so."""
    undeclared = [raster for raster in rasters if raster.in_db and not raster.declares_nodata]
    separate: list[list[_Raster]] = [[], []]  # VV and VH in separate files, by date
    for raster in undeclared:
        if None in raster.bands:
            separate[raster.bands.index(None) == 0].append(raster)
    pairs = [pair for pair in zip(*separate, strict=False) if pair[0].backscatter.grid == pair[1].backscatter.grid]
    date_of = {id(raster): pair for pair in pairs for raster in pair}
    out = []
    for raster in rasters:
        zero_is_nodata = not raster.in_db
        if raster in undeclared:
            date = date_of.get(id(raster), (raster,))
            zero_is_nodata = zero_is_a_gap([member.backscatter for member in date], grid)
        if zero_is_nodata and not raster.declares_nodata:
            raster = replace(raster, spec=replace(raster.spec, nodata=0.0))
        out.append(raster)
    return out


def find_polarisations(names: Sequence[str], title: str) -> tuple[int | None, int | None]:
    """0-based positions of VV and VH among a raster's bands, None for a missing one.

    Args:
        names: names of the bands, "" where undeclared.
        title: path of the file, whose name may give the polarisation of a single band.

    Raises:
        InputError: `sar-bands`.
    """
    polarisations = [_polarisation(name) for name in names]
    if len(names) == 1 and not polarisations[0]:
        polarisations = [_polarisation(PurePath(title).name)]
    found = tuple(polarisations.index(p) if p in polarisations else None for p in POLARISATIONS)
    if found != (None, None):
        return found[0], found[1]
    if len(names) == 2 and not any(_other_polarisation(name) for name in names):
        return 0, 1
    raise InputError(
        "sar-bands",
        f"{title} has no bands named VV and VH.",
        "Name its bands, or give a file with exactly two, VV first.",
    )


def _polarisation(text: str) -> str:
    """The polarisation if a name contains exactly one of VV and VH, else ""."""
    found = {match.upper() for match in re.findall(r"(?<![A-Za-z])(VV|VH)(?![A-Za-z])", text, re.IGNORECASE)}
    return found.pop() if len(found) == 1 else ""


def _other_polarisation(text: str) -> bool:
    return bool(re.search(r"(?<![A-Za-z])(HH|HV)(?![A-Za-z])", text, re.IGNORECASE))


def _sample(source: rasterio.DatasetReader, number: int, nodata: float | None) -> np.ndarray:
    """Valid non-zero values of a band (1-based), float64: of nine blocks, else of the decimated band."""
    rows = sorted({max(0, (source.height - _SAMPLE) * i // 2) for i in range(3)})
    cols = sorted({max(0, (source.width - _SAMPLE) * i // 2) for i in range(3)})
    places = [
        ((row, min(row + _SAMPLE, source.height)), (col, min(col + _SAMPLE, source.width)))
        for row in rows
        for col in cols
    ]
    with reading(source.name):
        values = _valid_nonzero(np.concatenate([source.read(number, window=place).ravel() for place in places]), nodata)
        if not values.size:
            shape = min(source.height, 1024), min(source.width, 1024)
            values = _valid_nonzero(source.read(number, out_shape=shape), nodata)
    return values


def _valid_nonzero(pixels: np.ndarray, nodata: float | None) -> np.ndarray:
    values = pixels.astype(np.float64)
    return values[np.isfinite(values) & (values != 0) & (True if nodata is None else values != nodata)]


def power_of(db: np.ndarray) -> np.ndarray:
    """Converts dB to linear power: 10^(dB / 10)."""
    return np.power(10.0, db / 10.0)


def db_of(power: np.ndarray) -> np.ndarray:
    """Converts positive linear power to dB: 10 log10(power)."""
    return 10.0 * np.log10(power)


def lee_filter(power: np.ndarray, *, valid: np.ndarray, looks: np.ndarray | float, side: int = LEE_SIDE) -> np.ndarray:
    """Filters speckle (Lee 1980, doi:10.1109/TPAMI.1980.4766994) in linear power, using valid pixels only.

    With m and v the mean and variance in the window, and c^2 = 1 / looks the squared coefficient of variation of
    speckle: out = m + k (power - m), k = max(0, v - c^2 m^2) / ((1 + c^2) v).

    Args:
        power: (rows, cols) float64.
        valid: (rows, cols) bool.
        looks: equivalent number of looks, scalar or (rows, cols).
        side: odd side of the window in pixels.

    Returns:
        (rows, cols) float64, 0 where invalid.
    """
    weights = valid.astype(np.float64)
    filled = np.where(valid, power, 0.0)
    number = np.maximum(_box_sum(weights, side), 1.0)
    mean = _box_sum(filled, side) / number
    variance = np.maximum(_box_sum(filled * filled, side) / number - mean * mean, 0.0)
    speckle = 1.0 / np.asarray(looks, dtype=np.float64)
    signal = np.maximum(variance - speckle * mean * mean, 0.0) / (1.0 + speckle)
    gain = np.divide(signal, variance, out=np.zeros_like(mean), where=variance > 0)
    return np.where(valid, mean + gain * (filled - mean), 0.0)


def _box_sum(values: np.ndarray, side: int) -> np.ndarray:
    """Sum over a square window, computed independently per pixel: running sums would depend on the array's origin."""
    ones = np.ones(side)
    rows = ndimage.correlate1d(values, ones, axis=0, mode="constant")
    return ndimage.correlate1d(rows, ones, axis=1, mode="constant")
