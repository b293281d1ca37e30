"""Quiets libtiff: its own lines on stderr stand beside the error that GDAL raises, and say nothing more."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from functools import cache
from pathlib import Path

import rasterio

# where rasterio's wheels for Linux and Windows, and for macOS, carry it; another build's keeps its lines
_CARRIED = ("../rasterio.libs/*tiff*", ".dylibs/*tiff*")


@cache
def quiet() -> None:
    """Takes the printing of errors from rasterio's copy of libtiff, for good; GDAL raises them all the same."""
    place = Path(rasterio.__file__).parent
    for path in (found for pattern in _CARRIED for found in place.glob(pattern)):
        with suppress(OSError, AttributeError):
            setter = ctypes.CDLL(str(path)).TIFFSetErrorHandler
            setter.argtypes, setter.restype = [ctypes.c_void_p], ctypes.c_void_p
            setter(None)
