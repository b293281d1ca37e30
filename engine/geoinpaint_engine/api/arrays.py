"""Arrays in the engine's form: (bands, rows, cols) with grid, band names and nodata."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from affine import Affine

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.memory import MemoryFolder
from geoinpaint_engine.raster.spec import Radiometry

DTYPES = ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64")


@dataclass(frozen=True)
class Image:
    """An array with its metadata.

    Args:
        data: (bands, rows, cols) of one of `DTYPES`.
        grid: its grid; without a georeference where none is known.
        valid: (bands, rows, cols) bool, or None if only `nodata` marks invalid pixels.
        nodata: the value that means "no data", or None.
        names: names of the bands; empty if unnamed.
        radiometry: scale and offset of each band; empty if undeclared.
        date: ISO date or "".
    """

    data: np.ndarray
    grid: Grid
    valid: np.ndarray | None = None
    nodata: float | None = None
    names: tuple[str, ...] = ()
    radiometry: tuple[Radiometry, ...] = ()
    date: str = ""

    def on(self, grid: Grid) -> Image:
        """The same image on another grid of the same shape."""
        return replace(self, grid=grid)

    def store(self, memory: MemoryFolder, title: str) -> str:
        """Copies the image into GDAL's memory, invalid pixels as one nodata value; returns its path.

        Raises:
            UsageError: `array-nodata`.
        """
        data, nodata = self.data, self.nodata
        if data.dtype.kind == "f":
            if nodata is not None and not np.isnan(nodata):
                data = np.where(data == data.dtype.type(nodata), np.nan, data)
            nodata = np.nan
        if self.valid is not None and not self.valid.all():
            if nodata is None:
                nodata = unused_value(data[self.valid], data.dtype, title=title)
            data = np.where(self.valid, data, data.dtype.type(nodata))
        return memory.add(
            title, data, self.grid, names=self.names, nodata=nodata, radiometry=self.radiometry, date=self.date
        )


def image_of_array(array: np.ndarray, *, title: str) -> Image:
    """A NumPy array, (bands, rows, cols) or (rows, cols), masked or not, as an image without a georeference.

    Raises:
        UsageError: `array-shape`, `array-dtype`.
    """
    data, valid = np.ma.getdata(array), None
    if data.ndim not in (2, 3) or not data.size:
        raise UsageError(
            "array-shape", f"{title} has the shape {data.shape}.", "Give (bands, rows, cols), or (rows, cols)."
        )
    if np.ma.getmask(array) is not np.ma.nomask:
        valid = ~np.ma.getmaskarray(array)
        valid = valid[None] if valid.ndim == 2 else valid
    data = known_dtype(data[None] if data.ndim == 2 else data, title=title)
    return Image(data, Grid(None, Affine.identity(), *data.shape[1:]), valid)


def known_dtype(data: np.ndarray, *, title: str) -> np.ndarray:
    """The array in a dtype that the engine supports; booleans become 0 and 1.

    Raises:
        UsageError: `array-dtype`.
    """
    if data.dtype == bool:
        return data.astype(np.uint8)
    if data.dtype.name not in DTYPES:
        raise UsageError(
            "array-dtype", f"{title} is of the dtype {data.dtype.name}, which cannot be filled.",
            "Give integers of at most 64 bits, float32 or float64.",
        )  # fmt: skip
    return data.astype(data.dtype.newbyteorder("="), copy=False)


def unused_value(values: np.ndarray, dtype: np.dtype, *, title: str) -> float:
    """An integer that no valid pixel has, to use as nodata: 0, else the dtype's largest, else any.

    Raises:
        UsageError: `array-nodata`.
    """
    limits = np.iinfo(dtype)
    for value in (0, int(limits.max), int(limits.min)):
        # a value that no float represents exactly cannot be declared as nodata
        if int(float(value)) == value and not (values == value).any():
            return value
    taken = np.unique(values)
    gaps = np.flatnonzero(np.diff(taken.astype(object)) > 1)
    if not len(gaps):
        raise UsageError(
            "array-nodata", f"{title} uses every value of {dtype.name}, and none is left to stand for masked pixels.",
            "Give it in a wider dtype.",
        )  # fmt: skip
    return int(taken[gaps[0]]) + 1
