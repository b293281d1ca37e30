"""Silences libtiff, whose messages on stderr only duplicate the errors that GDAL raises."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache
from pathlib import Path

import rasterio

# where rasterio's wheels for Linux and Windows, and for macOS, contain it; other builds are not silenced
_CARRIED = ("../rasterio.libs/*tiff*", ".dylibs/*tiff*")


@cache
def quiet() -> None:
    """Disables the error output of rasterio's copy of libtiff permanently; GDAL still raises the errors."""
    place = Path(rasterio.__file__).parent
    for path in (found for pattern in _CARRIED for found in place.glob(pattern)):
        with suppress(OSError, AttributeError):
            setter = ctypes.CDLL(str(path)).TIFFSetErrorHandler
            setter.argtypes, setter.restype = [ctypes.c_void_p], ctypes.c_void_p
            setter(None)
