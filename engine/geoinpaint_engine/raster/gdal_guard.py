"""Restricts GDAL in this process: a list of formats, no network, none of the environment's dangerous settings.

A raster or vector is data, and data from elsewhere may point anywhere: GDAL follows links to servers and files that it
finds in VRT, GeoJSON, WMS descriptions, .aux.xml files and in mere names. `lock_down` is called before anything is
opened (by `own_process` in raster/handles.py) in the engine's commands and workers; in somebody else's process, such as
a notebook's, `network_shut` does what can be undone. Only the user's own
word lifts the ban on the network, an option of the command line or the variable that it sets for the workers; no job
and no data can.
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

NETWORK_VARIABLE = "GEOINPAINT_NETWORK"  # "1" = the user has allowed it; workers inherit it

# of GDAL's and PROJ's variables those that the environment may set: how much and how fast, and where their data lie
_KEPT = frozenset({"GDAL_SKIP", "GDAL_CACHEMAX", "GDAL_NUM_THREADS", "GDAL_MAX_DATASET_POOL_SIZE", "CPL_DEBUG"})
_DATA = {"GDAL_DATA": "gdalvrt.xsd", "PROJ_DATA": "proj.db", "PROJ_LIB": "proj.db"}
_PREFIXES = ("GDAL_", "CPL_", "OGR_", "PROJ_", "VSI", "VRT_", "GML_", "GPKG_", "LIBKML_", "JP2", "SENTINEL2_")
_FIXED = {
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    "GDAL_VRT_ENABLE_RAWRASTERBAND": "NO",
    "GDAL_PYTHON_DRIVER_PATH": "",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "PROJ_NETWORK": "OFF",
    # GDAL's own default, 5 % of the machine's memory, is more than a bounded run may hold; read once, at the first
    # block, whichever thread that is in: an Env is too late or in the wrong thread. In MB; the user's wins. What
    # windows share is kept by `decoded.py`.
    "GDAL_CACHEMAX": os.environ.get("GDAL_CACHEMAX", "64"),
}
# The first two shut the /vsicurl/ family; the last whatever asks curl directly, such as a link to a CRS: curl knows no
# such kind of proxy and gives up before it opens a connection.
_NO_NETWORK = {
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "none",
    "GDAL_HTTP_PROXY": "refused://",
}
_NETWORK_PREFIXES = ("GDAL_HTTP_", "CPL_VSIL_CURL_")  # the environment's, kept where the network is allowed

_lock = threading.Lock()
_locked_down: bool | None = None


def network_allowed() -> bool:
    """Whether the user has allowed GDAL to read from the network."""
    return os.environ.get(NETWORK_VARIABLE) == "1"


def lock_down() -> None:
    """Shut what GDAL is not to do in this process; once, and again when the user's word about the network changes.

    Both copies of GDAL are meant, rasterio's and pyogrio's. What is locked stays so for the life of the process.
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
    """Shuts the network and what runs code for GDAL in a process that is not the engine's own, while it is entered.

    The formats and the environment stay the process's; `admission` opens only what it knows in any case.
    """
    options = {name: value for name, value in _FIXED.items() if name != "GDAL_CACHEMAX"}
    if not network_allowed():
        options |= _NO_NETWORK
    import pyogrio

    # not by rasterio.Env, which belongs to one thread: whoever comes last leaves, in whichever thread
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
    """Takes out of the environment what steers GDAL and PROJ, all but a few settings that can do no harm."""
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
        for name in ("NO_PROXY", "no_proxy"):  # hosts that curl would ask past the proxy
            os.environ.pop(name, None)


def _skip_drivers() -> None:
    """Lets go of every format that is not allowed.

    GDAL drops what GDAL_SKIP names when it registers its formats, and which those are is known only after it has; so
    each copy registers twice.
    """
    # fewer than allowed do no harm
    unwanted = {name.strip() for name in os.environ.pop("GDAL_SKIP", "").split(",") if name.strip()}
    allowed = ALLOWED - unwanted
    with rasterio.Env() as env:
        names = set(env.drivers())
    os.environ["GDAL_SKIP"] = ",".join(sorted(names - allowed))
    rasterio_env._have_registered_drivers = False
    with rasterio.Env() as env:
        left = set(env.drivers())
    # pyogrio's copy may know others, and would complain of those it lacks
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
"""Formats that could not be let go of: none with the locked versions, which a test holds."""
