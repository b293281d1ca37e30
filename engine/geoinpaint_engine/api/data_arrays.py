"""Interprets xarray DataArrays: dims, CRS, transform, names, nodata, scale, date. Does not import xarray.

Follows the CF conventions and the attributes that rioxarray, odc-geo and stackstac write; none of them is required.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeGuard

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.errors import CRSError

from geoinpaint_engine.api.arrays import Image, known_dtype
from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.spec import Radiometry

if TYPE_CHECKING:
    from xarray import DataArray

TIME = "time"
_NAMES = {
    "X": ("x", "lon", "longitude", "easting"),
    "Y": ("y", "lat", "latitude", "northing"),
}
_STANDARD = {
    "X": ("projection_x_coordinate", "longitude", "grid_longitude"),
    "Y": ("projection_y_coordinate", "latitude", "grid_latitude"),
}
_UNEVEN = 0.1  # tolerance in pixels for coordinates to be evenly spaced, as they may be rounded
_OWN_UNITS = ("_FillValue", "missing_value", "nodata", "add_offset", "offsets", "valid_min", "valid_max", "valid_range")


def is_data_array(value: object) -> TypeGuard[DataArray]:
    """Whether a value is an xarray DataArray; False if xarray has not been imported."""
    kind = type(value)
    return kind.__module__.partition(".")[0] == "xarray" and kind.__name__ == "DataArray"


@dataclass(frozen=True)
class Axes:
    """Names of a DataArray's dimensions; `band` is None if it has a single band and no dimension for it."""

    band: str | None
    y: str
    x: str

    @property
    def order(self) -> tuple[str, ...]:
        """The dimensions in the order band, y, x."""
        return (self.y, self.x) if self.band is None else (self.band, self.y, self.x)


def axes_of(array: DataArray, *, title: str) -> Axes:
    """Identifies the dimensions.

    Raises:
        UsageError: `array-dims`.
    """
    dims = [str(dim) for dim in array.dims]
    y, x = (_axis(array, dims, axis) for axis in ("Y", "X"))
    if y is None or x is None:
        raise UsageError(
            "array-dims", f"The dimensions of {title}, {', '.join(dims)}, do not distinguish rows and columns.",
            "Rename those to y and x.",
        )  # fmt: skip
    others = [dim for dim in dims if dim not in (y, x)]
    if len(others) > 1:
        raise UsageError(
            "array-dims", f"{title} has the dimensions {' and '.join(others)} beside y and x.",
            "Select one date, so that it has bands, rows and columns.",
        )  # fmt: skip
    return Axes(others[0] if others else None, y, x)


def _axis(array: DataArray, dims: Sequence[str], axis: str) -> str | None:
    named = [dim for dim in dims if dim.lower() in _NAMES[axis]]
    marked = [dim for dim in dims if dim in array.coords and _marks(array.coords[dim].attrs, axis)]
    return next(iter([*named, *marked]), None)


def _marks(attrs: Any, axis: str) -> bool:
    return attrs.get("axis") == axis or attrs.get("standard_name") in _STANDARD[axis]


def image_of_data_array(array: DataArray, *, title: str) -> Image:
    """Converts a DataArray with dimensions in any order to an image, with its declared metadata.

    Raises:
        UsageError: `array-dims`, `array-shape`, `array-dtype`.
        InputError: `array-coordinates`, `crs-unknown`.
    """
    axes = axes_of(array, title=title)
    data = np.asarray(array.transpose(*axes.order).values)
    data = known_dtype(data[None] if axes.band is None else data, title=title)
    if not data.size:
        raise UsageError("array-shape", f"{title} has the shape {array.shape}.", "Give an array that is not empty.")
    count = len(data)
    return Image(
        data, grid_of_data_array(array, axes, title=title), nodata=_nodata(array, data.dtype),
        names=_band_names(array, axes, count), radiometry=_radiometry(array.attrs, count), date=date_of(array),
    )  # fmt: skip


def grid_of_data_array(array: DataArray, axes: Axes, *, title: str) -> Grid:
    """The grid of a DataArray: from its coordinates, or from its grid mapping, or without a georeference.

    Raises:
        InputError: `array-coordinates`, `crs-unknown`.
    """
    shape = array.sizes[axes.y], array.sizes[axes.x]
    mapping = _grid_mapping(array)
    declared = _declared_transform(mapping)
    found = _transform_of_coordinates(array, axes, declared, title=title)
    if found is None:
        found = declared
    elif declared is not None and _agree(found, declared, shape):
        found = declared  # avoids rounding
    if found is None:
        return Grid(None, Affine.identity(), *shape)
    return Grid(_crs(array, mapping, title=title), found, *shape)


def _grid_mapping(array: DataArray) -> dict[Any, Any]:
    """Attributes of the variable that describes the CRS; empty if there is none."""
    named = [array.encoding.get("grid_mapping"), array.attrs.get("grid_mapping"), "spatial_ref", "crs"]
    scalars = [name for name, coord in array.coords.items() if coord.ndim == 0]
    for name in [*named, *scalars]:
        if name in array.coords:
            attrs = dict(array.coords[name].attrs)
            if any(key in attrs for key in ("crs_wkt", "spatial_ref", "GeoTransform")):
                return attrs
    return {}


def _declared_transform(mapping: dict[Any, Any]) -> Affine | None:
    text = mapping.get("GeoTransform")
    if text is None:
        return None
    numbers = [float(part) for part in (text.split() if isinstance(text, str) else text)]
    return Affine.from_gdal(*numbers) if len(numbers) == 6 else None


def _transform_of_coordinates(array: DataArray, axes: Axes, declared: Affine | None, *, title: str) -> Affine | None:
    """The transform from the coordinates of the pixel centres; None if there are none.

    Raises:
        InputError: `array-coordinates`.
    """
    steps = {}
    for dim in (axes.x, axes.y):
        if dim not in array.coords or array.coords[dim].dtype.kind not in "iuf":
            return None
        values = np.asarray(array.coords[dim].values, dtype=np.float64)
        step = (values[-1] - values[0]) / (len(values) - 1) if len(values) > 1 else 0.0
        if not np.isfinite(values).all() or np.abs(values - values[0] - step * np.arange(len(values))).max() > (
            _UNEVEN * abs(step)
        ):
            raise InputError(
                "array-coordinates", f"The coordinates {dim} of {title} are not evenly spaced.",
                "Bring it onto a regular grid first.",
            )  # fmt: skip
        steps[dim] = (values[0], step)
    (x, dx), (y, dy) = steps[axes.x], steps[axes.y]
    if not dx and not dy:
        return declared  # the coordinates of a single pixel do not determine its size
    dx, dy = dx or abs(dy), dy or -abs(dx)
    return Affine(dx, 0.0, x - dx / 2, 0.0, dy, y - dy / 2)


def _agree(a: Affine, b: Affine, shape: tuple[int, int]) -> bool:
    """Whether two transforms place the corners of a grid within a hundredth of a pixel of each other."""
    rows, cols = shape
    size = max(abs(a.a), abs(a.e))
    corners = [(0, 0), (cols, 0), (0, rows), (cols, rows)]
    return all(
        max(abs(p - q) for p, q in zip(a @ corner, b @ corner, strict=True)) < 0.01 * size for corner in corners
    )


def _crs(array: DataArray, mapping: dict[Any, Any], *, title: str) -> CRS | None:
    named = [mapping.get("crs_wkt"), mapping.get("spatial_ref"), array.attrs.get("crs")]
    for name in ("epsg", "proj:epsg", "proj:code"):
        if name in array.coords and array.coords[name].ndim == 0:
            named.append(array.coords[name].item())
    for text in named:
        if text:
            try:
                return CRS.from_user_input(text)
            except (CRSError, TypeError, ValueError) as error:
                raise InputError(
                    "crs-unknown", f"The coordinate reference system of {title} cannot be used: {error}.",
                    "Assign a known one, for example with rio.write_crs.",
                ) from error  # fmt: skip
    return None


def _nodata(array: DataArray, dtype: np.dtype) -> float | None:
    """The declared nodata value; NaN for floats without one."""
    for name in ("_FillValue", "missing_value", "nodata"):
        value = array.attrs.get(name)
        if value is not None and np.ndim(value) == 0:
            held = dtype.kind == "f" or float(value).is_integer()
            return float(value) if held else None
    return None


def _band_names(array: DataArray, axes: Axes, count: int) -> tuple[str, ...]:
    if axes.band is not None and axes.band in array.coords:
        values = array.coords[axes.band].values
        if values.ndim == 1 and values.dtype.kind in "UOT" and all(isinstance(value, str) for value in values):
            return tuple(str(value) for value in values)
    long_name = array.attrs.get("long_name")
    if isinstance(long_name, tuple | list) and len(long_name) == count:
        return tuple(str(name) for name in long_name)
    return ()


def _radiometry(attrs: Any, count: int) -> tuple[Radiometry, ...]:
    """Scale and offset of each band; () if undeclared."""
    scales, offsets = (
        _per_band(attrs.get(one, attrs.get(many, plain)), count)
        for one, many, plain in (("scale_factor", "scales", 1.0), ("add_offset", "offsets", 0.0))
    )
    found = tuple(Radiometry(*pair) for pair in zip(scales, offsets, strict=True))
    return () if all(band.plain for band in found) else found


def _per_band(value: Any, count: int) -> list[float]:
    numbers = [float(number) for number in np.ravel(value)]
    return numbers if len(numbers) == count else numbers[:1] * count


def date_of(array: DataArray) -> str:
    """ISO date of the scalar time coordinate, or ""."""
    if TIME in array.coords and array.coords[TIME].ndim == 0:
        text = str(array.coords[TIME].values)[:10]
        return text if len(text) == 10 and text[4] + text[7] == "--" else ""
    return ""


def by_date(array: DataArray) -> Iterator[DataArray]:
    """The dates of a DataArray along its time dimension, in its order; without that dimension, the DataArray itself."""
    if TIME not in array.dims:
        yield array
        return
    for number in range(array.sizes[TIME]):
        yield array.isel({TIME: number})


def with_bands(array: DataArray, axes: Axes, numbers: Sequence[int]) -> DataArray:
    """Selects bands by 0-based number, in the given order, together with their names."""
    if axes.band is None or list(numbers) == list(range(array.sizes[axes.band])):
        return array
    chosen = array.isel({axes.band: list(numbers)})
    names = array.attrs.get("long_name")
    if isinstance(names, tuple | list) and len(names) == array.sizes[axes.band]:
        chosen.attrs["long_name"] = tuple(names[number] for number in numbers)
    return chosen


def uncertainty_like(array: DataArray, values: np.ndarray) -> DataArray:
    """float32 deviations with the dims, coords and attributes of a scene, except offset and nodata."""
    out = array.copy(data=values).rename("uncertainty")
    out.attrs = {name: value for name, value in array.attrs.items() if name not in _OWN_UNITS}
    return out


def transposed(array: np.ndarray, dims: Sequence[Any], axes: Axes) -> np.ndarray:
    """Transposes values whose axes are `dims` to (bands, rows, cols), as a view."""
    view = array.transpose([list(dims).index(dim) for dim in axes.order])
    return view[None] if axes.band is None else view


def one_band(image: Image) -> Image:
    """The first band alone, for masks."""
    return replace(image, data=image.data[:1], valid=None if image.valid is None else image.valid[:1], names=())
