"""Converts fills back to arrays like the scene, with its type, dtype, dims, coords and attributes."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from geoinpaint_engine.api.data_arrays import Axes, axes_of, is_data_array, transposed, uncertainty_like, with_bands


class ResultArray(Protocol):
    """A copy of the scene, to be filled, with conversion back to the scene's type.

    Attributes:
        into: (bands, rows, cols), a writable view of the copy.
    """

    into: np.ndarray

    def filled(self, replaced: np.ndarray) -> Any:
        """The copy in the scene's type; `replaced` is (rows, cols) bool, True where nodata has been given values."""

    def uncertainty(self, values: np.ndarray) -> Any:
        """float32 (bands, rows, cols) in the scene's type."""


def result_array(scene: Any, numbers: tuple[int, ...]) -> ResultArray:
    """Creates the result array of a scene.

    Args:
        scene: the scene as an array.
        numbers: 0-based numbers of the bands that are filled, in order.
    """
    return DataArrayResult(scene, numbers) if is_data_array(scene) else NumpyResult(scene, numbers)


def mask_like(scene: Any, mask: np.ndarray) -> Any:
    """Converts a (rows, cols) bool mask to the scene's type: a DataArray with its y and x, in their order."""
    if not is_data_array(scene):
        return mask
    axes = axes_of(scene, title="scene")
    flat = scene if axes.band is None else scene.isel({axes.band: 0}, drop=True)
    out = flat.copy(data=mask if flat.dims == (axes.y, axes.x) else mask.T).rename("mask")
    out.attrs = {name: value for name, value in scene.attrs.items() if name == "grid_mapping"}
    return out


class NumpyResult:
    """Result of a NumPy array, (bands, rows, cols) or (rows, cols), masked or not."""

    def __init__(self, scene: np.ndarray, numbers: tuple[int, ...]) -> None:
        self._copy = scene.copy() if scene.ndim == 2 else scene[list(numbers)]
        data = np.ma.getdata(self._copy)
        self.into = data[None] if data.ndim == 2 else data

    def filled(self, replaced: np.ndarray) -> np.ndarray:
        """See `ResultArray`."""
        if isinstance(self._copy, np.ma.MaskedArray) and replaced.any():
            self._copy.mask = np.ma.getmaskarray(self._copy) & ~replaced
        return self._copy

    def uncertainty(self, values: np.ndarray) -> np.ndarray:
        """See `ResultArray`."""
        return values[0] if self._copy.ndim == 2 else values


class DataArrayResult:
    """Result of an xarray DataArray."""

    def __init__(self, scene: Any, numbers: tuple[int, ...]) -> None:
        self._axes: Axes = axes_of(scene, title="scene")
        self._scene = with_bands(scene, self._axes, numbers)
        self._values = np.array(self._scene.values)
        self.into = transposed(self._values, self._scene.dims, self._axes)

    def filled(self, replaced: np.ndarray) -> Any:
        """See `ResultArray`."""
        return self._scene.copy(data=self._values)

    def uncertainty(self, values: np.ndarray) -> Any:
        """See `ResultArray`."""
        out = np.empty(self._scene.shape, dtype=np.float32)
        transposed(out, self._scene.dims, self._axes)[...] = values
        return uncertainty_like(self._scene, out)
