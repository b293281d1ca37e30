"""Admits rasters and vectors: only local files that refer to nothing else, unless the user permits more.

A virtual raster (VRT) is an XML text that refers to other files. It is checked here before GDAL opens it: its sources
must be in its own folder, or in one that the user has allowed, and it may only read them.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree  # nosec B405 # parsed by plain_xml only

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.gdal_guard import RASTER_DRIVERS, network_allowed
from geoinpaint_engine.raster.plain_xml import MAX_BYTES, parse_plain_xml

if TYPE_CHECKING:
    import rasterio

SOURCES_VARIABLE = "GEOINPAINT_SOURCES"  # folders allowed by the user, separated as in PATH; inherited by workers
MAX_DEPTH = 4  # nesting of virtual rasters
MAX_SOURCES = 20_000  # of a virtual raster, including those of nested ones

_PLAIN_DRIVERS = tuple(name for name in RASTER_DRIVERS if name != "VRT")
# HDF, and so NetCDF-4, may read pixels from any file (external storage, links, virtual datasets), and GDAL's NetCDF
# drivers open it under any name, also from within other rasters: neither is opened.
_SCIENTIFIC = re.compile(rb"CDF[\x01\x02\x05]|\x89HDF\r\n\x1a\n|\x0e\x03\x13\x01")
_VARIABLE = re.compile(
    r"(?:NETCDF|HDF5|HDF4_\w+(?::\w+)?):(?P<quote>[\"']?)(?P<path>.+?)(?P=quote)(?::[^/\\]*|:*//.*)?$", re.IGNORECASE
)
_ARCHIVE = re.compile(r"/vsi(?:zip|tar|gzip|7z|rar)/")
_NETWORK = re.compile(r"/vsi(?:curl|s3|gs|az|adls|oss|swift)(?:_streaming)?[/?]|(?:https?|s3|gs|az|oss|swift)://")
_PART = re.compile(r"(?:GTIFF_DIR:(?:off:)?\d+|SENTINEL2_L\w+|GPKG):")
_PART_END = re.compile(r":(?:\d+m|TCI|PREVIEW|TRUE_COLOR):EPSG_\d+$")
HEAD = 1024  # bytes in which GDAL looks for the signature of a virtual raster
_VRT_MARK = b"<VRTDataset"
_BESIDE = (".ovr", ".msk", ".msk.ovr", ".ovr.ovr", ".aux", ".rrd")
_BASE = ":::BASE:::"

_DATASET_KINDS = (None, "VRTDataset", "VRTWarpedDataset")
_BAND_KINDS = (None, "VRTSourcedRasterBand", "VRTWarpedRasterBand")
_REFUSED_TAGS = frozenset(
    ("PixelFunctionType", "PixelFunctionCode", "PixelFunctionLanguage", "Group", "ArraySource", "ProcessingSteps",
     "PansharpeningOptions", "DEMPath", "SrcRPCTransformer", "DstRPCTransformer")
)  # fmt: skip
_SOURCE_TAGS = frozenset(("SourceFilename", "SourceDataset"))
POINTERS = frozenset(("OVERVIEW_FILE", "X_DATASET", "Y_DATASET"))  # metadata items that refer to other rasters
_REFUSED_OPTIONS = frozenset(("ROOT_PATH",))  # open options that change what a source's name refers to


class OwnText(str):
    """A text written by the engine that GDAL opens in place of a file name, such as a product's virtual raster."""

    __slots__ = ()


def trusted_folders() -> tuple[str, ...]:
    """Folders allowed by the user for sources of virtual rasters, with links resolved."""
    named = os.environ.get(SOURCES_VARIABLE, "")
    return tuple(os.path.realpath(folder) for folder in named.split(os.pathsep) if folder)


def is_on_network(path: str) -> bool:
    """Whether GDAL would read a path from a server."""
    return _NETWORK.search(path) is not None


def admit(path: str, title: str = "") -> tuple[str, ...]:
    """Checks a raster or vector, and returns the drivers that may open it; every path passes here before GDAL opens it.

    Raises:
        InputError: `file-missing`, `file-not-regular`, `path-network`, `vrt-refused`, `vrt-source-outside`,
            `netcdf-refused`.
    """
    title = title or path
    if isinstance(path, OwnText):
        return RASTER_DRIVERS
    if path.startswith("/vsimem/"):  # exists in this process only, written by its own program
        return ("GTiff",)
    if is_on_network(path) and (network_allowed() or not os.path.lexists(path)):
        if network_allowed():
            return _PLAIN_DRIVERS
        raise InputError(
            "path-network",
            f"{title} lies on the network, which the engine does not read unless you allow it.",
            "Download it, or add --network.",
        )
    file = _existing(path)
    if file is None:
        raise InputError("file-missing", f"There is no file {title}.", "Check the path.")
    _check_regular(file, title)
    for beside in _beside(file):
        if is_virtual(beside):
            raise _refused(str(beside), f"lies beside {title} as a part of it")
    if _is_scientific(file):
        raise _scientific(title, path, file)
    if file.is_file() and str(file) == path and is_virtual(file):
        _check_vrt_file(file, _Checking(title))
        return RASTER_DRIVERS
    return _PLAIN_DRIVERS


def _existing(path: str) -> Path | None:
    try:
        file = local_file(path)
        return file if file is not None and file.exists() else None
    except (OSError, ValueError):  # ValueError: not a valid file name
        return None


def local_file(path: str) -> Path | None:
    """The local file that a GDAL path refers to: itself, or the container of a subdataset or archive member.

    None for kinds of paths that are not admitted.
    """
    variable = _VARIABLE.match(path)
    if variable is not None and not os.path.lexists(path):
        return Path(variable["path"])
    prefix = _PART.match(path)
    if prefix is not None and not os.path.lexists(path):
        path = _PART_END.sub("", path[prefix.end() :])
    if not path.startswith("/vsi") or os.path.lexists(path):
        return Path(path) if path and not path.startswith("<") else None
    while (archive := _ARCHIVE.match(path)) is not None:
        path = path[archive.end() :]
        if path.startswith("{") and "}" in path:
            path = path[1 : path.rindex("}")]
    if path.startswith("/vsi"):
        return None
    whole = Path(path)
    return next((part for part in (whole, *whole.parents) if _is_file(part)), whole)


def admit_dataset(dataset: rasterio.DatasetReader, path: str, title: str) -> None:
    """Checks that an opened raster does not refer to other files by metadata that only GDAL can read.

    Raises:
        InputError: `vrt-source-outside`.
    """
    if isinstance(path, OwnText):
        return
    file = local_file(path)
    if file is None:  # on the network, as allowed by the user
        return
    folders = (os.path.realpath(file.parent), *trusted_folders())
    checking = _Checking(title)
    for space in ("OVERVIEWS", "GEOLOCATION"):
        for key, name in dataset.tags(ns=space).items():
            if key in POINTERS:
                based = name.startswith(_BASE)  # relative to the raster's own name
                _check_source(name.removeprefix(_BASE), file.parent if based else None, folders, checking)
    if dataset.driver == "HFA":  # may keep its pixels in another file
        for name in dataset.files:
            _check_source(name, None, folders, checking)


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except (OSError, ValueError):  # ValueError: not a valid file name
        return False


def _check_regular(file: Path, title: str) -> None:
    mode = file.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise InputError(
            "file-not-regular", f"{title} is a device, a pipe or a socket, and no file.", "Name a regular file."
        )


def is_virtual(file: Path) -> bool:
    """Whether GDAL would open a file as a virtual raster, whatever its name."""
    try:
        with file.open("rb") as stream:
            return virtual_head(stream.read(HEAD))
    except OSError:  # GDAL reports why it cannot be read
        return False


def _is_scientific(file: Path) -> bool:
    """Whether a file is NetCDF or HDF, by its signature."""
    try:
        with file.open("rb") as stream:
            return _SCIENTIFIC.match(stream.read(8)) is not None
    except OSError:  # a folder; otherwise GDAL reports why it cannot be read
        return False


def _scientific(title: str, path: str, file: Path) -> InputError:
    name = path if path != str(file) else f'NETCDF:"{file}":VARIABLE'
    return InputError(
        "netcdf-refused",
        f"{title} is NetCDF or HDF, which may lead to other files and is not opened.",
        f"Make a GeoTIFF of each variable: gdal_translate '{name}' {file.stem}.tif; gdalinfo {file.name} lists them.",
    )


def virtual_head(head: bytes) -> bool:
    """As `is_virtual`, for the first `HEAD` bytes of a file."""
    return _VRT_MARK in head


def _beside(file: Path) -> Iterator[Path]:
    """Files from which GDAL reads overviews and masks, whatever their format."""
    for ending in _BESIDE if file.name else ():
        for name in (file.name + ending, file.name + ending.upper(), file.stem + ending, file.stem + ending.upper()):
            place = file.with_name(name)
            if place != file and _is_file(place):
                yield place


def _within(file: Path | str, folders: Iterable[str]) -> bool:
    real = os.path.realpath(file)
    return any(os.path.commonpath((real, folder)) == folder for folder in folders if _same_drive(real, folder))


def _same_drive(one: str, other: str) -> bool:
    return os.path.splitdrive(one)[0].lower() == os.path.splitdrive(other)[0].lower()


def _outside(title: str, source: str) -> InputError:
    return InputError(
        "vrt-source-outside",
        f"{title} leads to {_short(source)}, which lies outside its folder.",
        "Put it beside the file, or allow its folder with --sources FOLDER.",
    )


def _refused(title: str, why: str) -> InputError:
    return InputError(
        "vrt-refused", f"The virtual raster {title} {why}, which is not opened.",
        "Make a GeoTIFF of it with gdal_translate.",
    )  # fmt: skip


def _too_deep(title: str) -> InputError:
    return _refused(title, f"has virtual rasters within virtual rasters, more than {MAX_DEPTH} deep")


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:80]}...{text[-30:]}"


@dataclass
class _Checking:
    """State of checking a virtual raster and those nested in it."""

    title: str
    left: int = MAX_SOURCES
    under_way: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise _refused(self.title, f"has more than {MAX_SOURCES} sources")


def _check_vrt_file(file: Path, checking: _Checking) -> int:
    """Checks a virtual raster; returns the number of its sources, including nested ones."""
    real = os.path.realpath(file)
    if real in checking.under_way:
        raise _refused(checking.title, "is a source of itself")
    if real not in checking.counts:
        if len(checking.under_way) >= MAX_DEPTH:
            raise _too_deep(checking.title)
        if file.stat().st_size > MAX_BYTES:
            raise _refused(checking.title, f"has {file.stat().st_size} bytes")
        checking.under_way.append(real)
        checking.counts[real] = _check_vrt_text(file.read_bytes(), file.parent, checking)
        checking.under_way.pop()
    else:
        checking.take(checking.counts[real])
    return checking.counts[real]


def _check_vrt_text(text: bytes, folder: Path, checking: _Checking) -> int:
    try:
        root = parse_plain_xml(text)
    except ValueError as error:
        raise _refused(checking.title, f"is no plain XML ({error})") from error
    if root.tag != "VRTDataset":
        raise _refused(checking.title, f"begins with {_short(root.tag)}")
    for element in root.iter():
        _check_element(element, checking.title)
    folders = (os.path.realpath(folder), *trusted_folders())
    count = 0
    for name, relative in _sources(root):
        checking.take(1)
        count += 1
        if name.lstrip().startswith("<"):
            checking.under_way.append("")
            if len(checking.under_way) > MAX_DEPTH:
                raise _too_deep(checking.title)
            count += _check_vrt_text(name.encode(), folder, checking)
            checking.under_way.pop()
            continue
        count += _check_source(name, folder if relative else None, folders, checking)
    return count


def _check_source(name: str, base: Path | None, folders: tuple[str, ...], checking: _Checking) -> int:
    """Checks a source that is a file; returns the number of sources in it."""
    if network_allowed() and _NETWORK.match(name):
        return 0
    # the contents of archives and products are not checked, and may be virtual rasters themselves
    file = local_file(name) if not name.startswith(("/vsi", "SENTINEL2_", "GPKG:")) else None
    if file is None or "://" in name:
        raise _outside(checking.title, name)
    place = file if base is None else base / file
    if not _within(place, folders):
        raise _outside(checking.title, name)
    if not _is_file(place):
        raise InputError(
            "file-missing", f"A source of {checking.title}, {_short(name)}, is no file.", "Check its path in the VRT."
        )
    return _check_vrt_file(place, checking) if is_virtual(place) else 0


def _sources(root: ElementTree.Element) -> Iterator[tuple[str, bool]]:
    """Yields (name, whether it is relative to the virtual raster's folder) of everything that is read."""
    for element in root.iter():
        if element.tag in _SOURCE_TAGS:
            yield (element.text or "").strip(), element.get("relativeToVRT", "0").strip() not in ("", "0")
        elif element.tag == "MDI" and element.get("key") in POINTERS:
            yield (element.text or "").strip(), False


def _check_element(element: ElementTree.Element, title: str) -> None:
    kind = element.get("subClass")
    allowed = _DATASET_KINDS if element.tag == "VRTDataset" else _BAND_KINDS
    if kind not in allowed:
        raise _refused(title, f"is of the kind {_short(kind or '')}")
    if element.tag in _REFUSED_TAGS:
        raise _refused(title, f"uses {element.tag}")
    if element.tag == "OOI" and (element.get("key") or "").upper() in _REFUSED_OPTIONS:
        raise _refused(title, f"opens a source with {element.get('key')}")
