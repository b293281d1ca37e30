"""Converts the inputs of a fill, paths and arrays, to the entries of a job; arrays are copied into GDAL's memory."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import index
from typing import TYPE_CHECKING, Any, TypeAlias, Union

import numpy as np

from geoinpaint_engine.api.arrays import Image, image_of_array
from geoinpaint_engine.api.data_arrays import TIME, by_date, image_of_data_array, is_data_array, one_band
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.paths import checked
from geoinpaint_engine.raster.classes import parse_classes
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.memory import MemoryFolder
from geoinpaint_engine.raster.scene import open_scene
from geoinpaint_engine.sentinel.product_spec import resolve_scene

if TYPE_CHECKING:
    from xarray import DataArray

Raster: TypeAlias = Union[str, os.PathLike[str], np.ndarray, "DataArray"]  # xarray may not be there
Classes: TypeAlias = int | str | Iterable[int] | None


@dataclass(frozen=True)
class Mask:
    """A mask with classes or a layer, if not simply all non-zero pixels are masked.

    Args:
        source: path of a raster, of a vector or of a Sentinel-2 product (its own classification), or an array
            (rows, cols).
        classes: values to fill: numbers, one number, or a text such as "3,8-10"; None = all non-zero values.
        layer: layer of a vector file that has several.
    """

    source: Raster
    classes: Classes = None
    layer: str | None = None


@dataclass(frozen=True)
class Reference:
    """Another date of the same place, with a mask or a date.

    Args:
        source: a path or an array (bands, rows, cols).
        mask: pixels not to be used, as a path or an array (rows, cols).
        classes: values of `mask` not to be used, as in `Mask`; None = all non-zero values.
        date: YYYY-MM-DD, or a date of Python, NumPy or pandas; None: from the source, if it has one.
    """

    source: Raster
    mask: Raster | None = None
    classes: Classes = None
    date: str | datetime.date | np.datetime64 | None = None


@dataclass(frozen=True)
class Sar:
    """A Sentinel-1 image with explicit units.

    Args:
        source: a path or an array (bands, rows, cols) with VV and VH, identified by name or in this order.
        units: auto, db or linear (power).
    """

    source: Raster
    units: str = "auto"


def is_array(value: object) -> bool:
    """Whether a value is an array, not a path."""
    return isinstance(value, np.ndarray) or is_data_array(value)


def entries_of(value: Any, title: str) -> list[tuple[Any, str]]:
    """One or several values as (value, name in messages) each.

    A DataArray with a time dimension, and an array (dates, bands, rows, cols), are their dates.
    """
    if value is None:
        return []
    several = isinstance(value, Sequence) and not isinstance(value, str)
    if is_data_array(value) and TIME in value.dims:
        several, value = True, list(by_date(value))
    if isinstance(value, np.ndarray) and value.ndim == 4:
        several, value = True, list(value)
    if not several:
        return [(value, title)]
    return [(item, f"{title}[{number}]") for number, item in enumerate(value)]


class Entries:
    """Builds the entries of a job.

    Args:
        memory: an entered memory folder, to which arrays are copied.
        scene: the scene to fill.
        resolution: resolution of a product in metres.
    """

    def __init__(self, memory: MemoryFolder, scene: Raster, *, resolution: int | None = None) -> None:
        self._memory = memory
        self._scene = scene
        self._resolution = resolution
        self._grid: Grid | None = None
        self.image: Image | None = None

    def scene(self) -> dict[str, Any]:
        """The entry of the scene."""
        if not is_array(self._scene):
            kept = {} if self._resolution is None else {"resolution": self._resolution}
            return {"path": _path(self._scene, "scene"), **kept}
        self.image = image_of(self._scene, "scene")
        if getattr(self._scene, "dtype", None) == np.dtype(bool):
            raise UsageError("array-dtype", "scene is of the dtype bool, which cannot be filled.", "Give numbers.")
        self._grid = self.image.grid
        return {"path": self.image.store(self._memory, "scene")}

    def masks(self, masks: Any, *, title: str = "mask") -> list[dict[str, Any]]:
        """The entries of the mask."""
        found = []
        for value, name in entries_of(masks, title):
            mask = value if isinstance(value, Mask) else Mask(value)
            found.append(_given(
                path=self.place(mask.source, name, flat=True), layer=mask.layer,
                classes=_classes(mask.classes),
            ))  # fmt: skip
        return found

    def references(self, references: Any) -> list[dict[str, Any]]:
        """The entries of the references.

        Raises:
            UsageError: `reference-is-scene`.
        """
        found: list[dict[str, Any]] = []
        placed: list[tuple[Raster, str]] = []
        for value, name in entries_of(references, "references"):
            entry = value if isinstance(value, Reference) else Reference(value)
            if entry.source is self._scene and is_array(entry.source):
                raise UsageError(
                    "reference-is-scene", f"The reference {name} is the scene itself, with the same clouds.",
                    "Name another date.",
                )  # fmt: skip
            # an array that is given again has one path, as a file has
            again = (path for source, path in placed if _same_array(source, entry.source))
            path = next(again, None) or self.place(entry.source, name)
            placed.append((entry.source, path))
            found.append(_given(
                path=path, date=iso_date(entry.date),
                mask=None if entry.mask is None else self.place(entry.mask, f"{name}.mask", flat=True),
                classes=_classes(entry.classes),
            ))  # fmt: skip
        return found

    def sar(self, sar: Any) -> list[dict[str, Any]]:
        """The entries of the Sentinel-1 images."""
        found = []
        for value, name in entries_of(sar, "sar"):
            entry = value if isinstance(value, Sar) else Sar(value)
            found.append({"path": self.place(entry.source, name), "units": entry.units})
        return found

    def place(self, value: Any, title: str, *, flat: bool = False) -> str:
        """The path of a raster: as given, or of the copy of an array in memory."""
        if not is_array(value):
            return _path(value, title)
        image = image_of(value, title)
        if flat:
            if len(image.data) != 1:
                raise UsageError("array-shape", f"{title} has {len(image.data)} bands.", "Give a mask of (rows, cols).")
            image = one_band(image)
        return self._on_scene(image, title).store(self._memory, title)

    def _on_scene(self, image: Image, title: str) -> Image:
        """Places an array without a georeference on the scene's grid.

        Raises:
            UsageError: `array-shape`.
        """
        if image.grid.georeferenced:
            return image
        if self._grid is None:
            with open_scene(resolve_scene(_path(self._scene, "scene"), resolution=self._resolution)) as scene:
                self._grid = scene.grid
        if image.grid.shape != self._grid.shape:
            raise UsageError(
                "array-shape",
                "{} has {} x {} pixels, and the scene {} x {}.".format(title, *image.grid.shape, *self._grid.shape),
                "Give arrays of the scene's rows and columns, or DataArrays with coordinates.",
            )
        return image.on(self._grid)


def _same_array(one: Raster, other: Raster) -> bool:
    """Whether two values are the same array, or NumPy arrays on the same memory, such as two selections of a cube."""
    if not is_array(one):
        return False
    if one is other or type(one) is not np.ndarray or type(other) is not np.ndarray:
        return one is other
    return bool(one.__array_interface__ == other.__array_interface__)


def image_of(value: Any, title: str) -> Image:
    """Converts an array of either type to the engine's form."""
    return image_of_data_array(value, title=title) if is_data_array(value) else image_of_array(value, title=title)


def _path(value: Any, title: str) -> str:
    """Converts a value to a path.

    Raises:
        UsageError: `array-kind`.
    """
    try:
        return checked(os.fsdecode(value))
    except TypeError as error:
        kind = type(value)
        package = kind.__module__.partition(".")[0]
        name = kind.__name__ if package == "builtins" else f"{package}.{kind.__name__}"
        cure = "Give a NumPy array, an xarray DataArray or a path."
        if name == "xarray.Dataset":
            cure = f"Give its variables as the bands of one DataArray: {title}.to_dataarray(dim='band')."
        elif hasattr(value, "__array__"):  # Dask, PyTorch, ...: the caller decides whether to load it all into memory
            cure = f"Give numpy.asarray({title}), an xarray DataArray or a path."
        raise UsageError("array-kind", f"{title} is of the type {name}, neither an array nor a path.", cure) from error


def vector_path(value: Any, title: str) -> str:
    """Converts what stands for shapes to a path.

    Raises:
        UsageError: `array-kind`.
    """
    try:
        return checked(os.fsdecode(value))
    except TypeError as error:
        raise UsageError(
            "array-kind", f"{title} is of the type {type(value).__name__}, which is no path.",
            "Give the path of a file with shapes.",
        ) from error  # fmt: skip


def _classes(classes: Classes) -> list[int] | None:
    """Parses classes in any of the accepted forms.

    Raises:
        UsageError: `classes-unreadable`.
    """
    if classes is None:
        return None
    if isinstance(classes, str):
        return sorted(parse_classes(classes))
    try:
        return [index(number) for number in (classes if isinstance(classes, Iterable) else [classes])]
    except TypeError as error:
        raise UsageError(
            "classes-unreadable", f"{classes!r} is not a list of classes.", "Give whole numbers, such as [3, 8, 9, 10]."
        ) from error


def iso_date(date: str | datetime.date | np.datetime64 | None) -> str | None:
    """YYYY-MM-DD of a date of any type; strings are passed through and checked by the job."""
    return date if date is None or isinstance(date, str) else str(date)[:10]


def _given(**fields: Any) -> dict[str, Any]:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}


def several(bands: str | int | Iterable[str | int]) -> list[str | int]:
    """A list of one or several bands, from any container."""
    if isinstance(bands, str):
        return [bands]
    try:
        return list(bands)  # type: ignore[arg-type]
    except TypeError:
        return [bands]  # type: ignore[list-item]


def builtin(value: Any) -> Any:
    """Converts NumPy scalars and arrays to Python's own types, as a job needs them; recursively in lists."""
    if isinstance(value, np.generic | np.ndarray):
        return value.tolist()
    return [builtin(part) for part in value] if isinstance(value, list | tuple) else value
