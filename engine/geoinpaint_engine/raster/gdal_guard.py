"""Restricts GDAL in this process: allowed formats only, no network, no dangerous settings from the environment.

Rasters and vectors are untrusted data: GDAL follows links to servers and files in VRT, GeoJSON, WMS descriptions,
.aux.xml files and even names. `lock_down` is called before anything is opened (by `own_process` in raster/handles.py)
in the engine's commands and workers; in a foreign process, such as a notebook's, `network_shut` restricts what can be
restored afterwards. Only the user can allow network access, by an option of the command line or the variable that it
sets for the workers; jobs and data cannot.
"""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rasterio
from rasterio import _env as rasterio_env

RASTER_DRIVERS = (
    *("GTiff", "COG", "VRT", "SENTINEL2", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JPEG2000"),
    *("ENVI", "EHdr", "HFA", "AAIGrid", "PNG", "JPEG", "BMP", "GPKG", "MEM"),
)
VECTOR_DRIVERS = (
    *("GPKG", "GeoJSON", "GeoJSONSeq", "ESRI Shapefile", "FlatGeobuf", "GML", "KML", "LIBKML", "MapInfo File"),
    *("MEM", "Memory"),
)
ALLOWED = frozenset((*RASTER_DRIVERS, *VECTOR_DRIVERS))

NETWORK_VARIABLE = "GEOINPAINT_NETWORK"  # "1" = allowed by the user; inherited by workers

# variables of GDAL and PROJ that the environment may set: limits, performance, and locations of their data
_KEPT = frozenset({"GDAL_SKIP", "GDAL_CACHEMAX", "GDAL_NUM_THREADS", "GDAL_MAX_DATASET_POOL_SIZE", "CPL_DEBUG"})
_DATA = {"GDAL_DATA": "gdalvrt.xsd", "PROJ_DATA": "proj.db", "PROJ_LIB": "proj.db"}
_PREFIXES = ("GDAL_", "CPL_", "OGR_", "PROJ_", "VSI", "VRT_", "GML_", "GPKG_", "LIBKML_", "JP2", "SENTINEL2_")
_FIXED = {
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    "GDAL_VRT_ENABLE_RAWRASTERBAND": "NO",
    "GDAL_PYTHON_DRIVER_PATH": "",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "PROJ_NETWORK": "OFF",
    # GDAL's default cache, 5 % of the machine's memory, exceeds what a bounded run may use. GDAL reads the setting
    # once, at the first block in any thread, so rasterio.Env would be too late. In MB; a user's value takes precedence.
    # Blocks shared by windows are cached by `decoded.py`.
    "GDAL_CACHEMAX": os.environ.get("GDAL_CACHEMAX", "64"),
}
# The first two block the /vsicurl/ family; the last one everything that uses curl directly, such as a link to a CRS:
# curl does not know such a kind of proxy, and fails before it connects.
_NO_NETWORK = {
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "none",
    "GDAL_HTTP_PROXY": "refused://",
}
_NETWORK_PREFIXES = ("GDAL_HTTP_", "CPL_VSIL_CURL_")  # kept in the environment if the network is allowed

_lock = threading.Lock()
_locked_down: bool | None = None


def network_allowed() -> bool:
    """Whether the user has allowed GDAL to read from the network."""
    return os.environ.get(NETWORK_VARIABLE) == "1"


def lock_down() -> None:
    """Applies the restrictions to this process; once, and again if the user's permission for the network changes.

    They apply to both copies of GDAL, rasterio's and pyogrio's, for the life of the process.
    """
    global _locked_down
    with _lock:
        if _locked_down == network_allowed():
            return
        _clean_environment()
        if _locked_down is None:
            _skip_drivers()
        _locked_down = network_allowed()


@contextmanager
def network_shut() -> Iterator[None]:
    """Blocks the network and code execution by GDAL while entered, for processes that are not the engine's own.

    Formats and environment of the process are unchanged; `admission` opens only what it knows in any case.
    """
    options = {name: value for name, value in _FIXED.items() if name != "GDAL_CACHEMAX"}
    if not network_allowed():
        options |= _NO_NETWORK
    import pyogrio

    # not by rasterio.Env, which belongs to one thread: the last user, in any thread, restores the settings
    of_rasterio = {name: rasterio_env.get_gdal_config(name, normalize=False) for name in options}
    of_pyogrio = {name: pyogrio.get_gdal_config_option(name) for name in options}
    for name, value in options.items():
        rasterio_env.set_gdal_config(name, value)
    pyogrio.set_gdal_config_options(options)
    try:
        yield
    finally:
        for name, before in of_rasterio.items():
            if before is None:
                rasterio_env.del_gdal_config(name)
            else:
                rasterio_env.set_gdal_config(name, before)
        pyogrio.set_gdal_config_options(of_pyogrio)


def _clean_environment() -> None:
    """Removes variables that control GDAL and PROJ from the environment, except a few harmless ones."""
    network = network_allowed()
    for name in list(os.environ):
        if not name.upper().startswith(_PREFIXES) or name in _KEPT:
            continue
        if name in _DATA and (Path(os.environ[name]) / _DATA[name]).is_file():
            continue
        if network and name.startswith(_NETWORK_PREFIXES) and _NO_NETWORK.get(name) != os.environ[name]:
            continue
        del os.environ[name]
    os.environ.update(_FIXED)
    if not network:
        os.environ.update(_NO_NETWORK)
        for name in ("NO_PROXY", "no_proxy"):  # hosts that curl would connect to without the proxy
            os.environ.pop(name, None)


def _skip_drivers() -> None:
    """Deregisters all formats that are not allowed.

    GDAL drops the formats in GDAL_SKIP when it registers drivers, and the existing formats are known only afterwards;
    so each copy registers twice.
    """
    # fewer formats than allowed do no harm
    unwanted = {name.strip() for name in os.environ.pop("GDAL_SKIP", "").split(",") if name.strip()}
    allowed = ALLOWED - unwanted
    with rasterio.Env() as env:
        names = set(env.drivers())
    os.environ["GDAL_SKIP"] = ",".join(sorted(names - allowed))
    rasterio_env._have_registered_drivers = False
    with rasterio.Env() as env:
        left = set(env.drivers())
    # pyogrio's copy may have other formats, and would complain about those it lacks
    del os.environ["GDAL_SKIP"]
    from pyogrio import _ogr, list_drivers

    os.environ["GDAL_SKIP"] = ",".join(sorted(set(list_drivers()) - allowed))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _ogr._register_drivers()
    del os.environ["GDAL_SKIP"]
    global surplus_drivers
    surplus_drivers = frozenset((left | set(list_drivers())) - ALLOWED)


surplus_drivers: frozenset[str] = frozenset()
"""Formats that could not be deregistered: none with the locked versions, as a test checks."""
