"""Opens rasters: one handle per thread and process, with GDAL's errors translated to the engine's."""

from __future__ import annotations

import math
import os
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import rasterio
from rasterio._err import CPLE_BaseError  # raised for errors of GDAL without a class of their own in rasterio
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioError

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster import gdal_guard, libtiff
from geoinpaint_engine.raster.admission import admit, admit_dataset, is_on_network
from geoinpaint_engine.raster.shared import Shared

MAX_PIXELS = 2 * 10**10  # 140,000 x 140,000: more than any Sentinel-2 mosaic, and far below a corrupt header
MAX_BANDS = 2048

LEAST_PIXEL, LARGEST_PIXEL = 1e-30, 1e30  # area in CRS units squared

# the last one is raised when rasterio decodes a message of GDAL that quotes a damaged file
GDAL_ERRORS = (RasterioError, CPLE_BaseError, UnicodeDecodeError)


def own_process() -> None:
    """Permanent settings for a process of the engine's own (command or worker); call it before anything is opened."""
    gdal_guard.lock_down()
    libtiff.quiet()
    _ignore_missing_georeference()


def _ignore_missing_georeference() -> None:
    # reported once, by a warning of our own (scene.py)
    warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)


@contextmanager
def _borrowed() -> Iterator[None]:
    with warnings.catch_warnings(), gdal_guard.network_shut():
        _ignore_missing_georeference()
        yield


process_borrowed = Shared(_borrowed)
"""Settings for a host process such as a notebook, in effect while entered.

Shared by the module, because neither `catch_warnings` nor GDAL's settings are safe with several threads.
"""


def gdal_env(**options: Any) -> rasterio.Env:
    """The GDAL settings for opening and writing files; side files (.aux.xml) are used by default."""
    return rasterio.Env(**{"GDAL_PAM_ENABLED": True, **options})


def unreadable(title: str, cause: Exception) -> InputError:
    """The error for a file that GDAL cannot read."""
    detail = str(cause).splitlines()[0].strip().rstrip(".") if str(cause) else type(cause).__name__
    if isinstance(cause, UnicodeDecodeError):  # GDAL's message quotes the damaged bytes
        detail = "its metadata is no text"
    if title in detail:
        return InputError("raster-unreadable", f"{detail}.", "Give a raster that GDAL can open.")
    return InputError(
        "raster-unreadable",
        f"{title} cannot be read as a raster: {detail}.",
        "Check the address, and whether its server gives it out." if is_on_network(title) else
        "Check that the file is complete and that GDAL can open it.",
    )  # fmt: skip


@contextmanager
def reading(title: str) -> Iterator[None]:
    """Translates GDAL's errors while reading `title` to an InputError that names it."""
    try:
        yield
    except CRSError as error:
        raise InputError(
            "crs-unknown",
            f"The coordinate reference system of {title} cannot be used: {str(error).splitlines()[0].rstrip('.')}.",
            "Assign a known one, for example with gdal_edit.py -a_srs.",
        ) from error
    except GDAL_ERRORS as error:
        raise unreadable(title, error.__cause__ if isinstance(error.__cause__, Exception) else error) from error


@contextmanager
def examined(path: str, *, title: str = "") -> Iterator[rasterio.DatasetReader]:
    """Opens a raster to inspect it; GDAL's errors in the meantime are raised as errors of this file.

    Raises:
        InputError: those of `open_raster`, and `crs-unknown`.
    """
    title = title or path
    with reading(title), open_raster(path, title=title) as dataset:
        yield dataset


def open_raster(path: str, *, title: str = "") -> rasterio.DatasetReader:
    """Opens a raster for reading, if it is admissible (`admission.py`).

    Raises:
        InputError: `raster-unreadable`, and those of `admit` and `admit_dataset`.
    """
    title = title or path
    drivers = admit(path, title)
    try:
        with gdal_env():
            dataset = rasterio.DatasetReader(path, driver=list(drivers))
    except (*GDAL_ERRORS, ValueError) as error:
        raise unreadable(title, error) from error
    try:
        _check_size(dataset, title)
        admit_dataset(dataset, path, title)
    except InputError:
        dataset.close()
        raise
    return dataset


def _check_size(dataset: rasterio.DatasetReader, title: str) -> None:
    if dataset.width * dataset.height > MAX_PIXELS or dataset.count > MAX_BANDS:
        raise InputError(
            "raster-too-large",
            f"{title} claims {dataset.width} x {dataset.height} pixels in {dataset.count} bands.",
            "Check the file, or cut out the part that is needed.",
        )
    a, b, c, d, e, f = dataset.transform[:6]
    if not (all(map(math.isfinite, (a, b, c, d, e, f))) and LEAST_PIXEL < abs(a * e - b * d) < LARGEST_PIXEL):
        raise InputError(
            "raster-unreadable", f"The georeference of {title} makes no sense: its pixels have no size.",
            "Check that the file is complete, or assign it another, for example with gdal_edit.py -a_ullr.",
        )  # fmt: skip


class Handles:
    """One open dataset per thread and process, because GDAL's handles cannot be shared between them.

    Args:
        opener: opens a dataset; called once in each thread that needs it.
    """

    def __init__(self, opener: Callable[[], Any]) -> None:
        self._opener = opener
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[Any] = []

    def get(self) -> Any:
        """The calling thread's dataset."""
        held = getattr(self._local, "held", None)
        if held is None or held[0] != os.getpid():
            held = (os.getpid(), self._opener())
            self._local.held = held
            with self._lock:
                self._opened.append(held)
        return held[1]

    def close(self) -> None:
        """Closes all datasets that this process has opened; a later `get` opens a new one."""
        with self._lock:
            opened, self._opened = self._opened, []
            self._local = threading.local()
        for pid, dataset in opened:
            if pid == os.getpid():
                dataset.close()
