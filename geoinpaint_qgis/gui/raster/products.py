"""Sentinel-2 products as layers: the bands of a .SAFE folder or zip by resolution, and its classification."""

from __future__ import annotations

import os
import re
import zipfile
from typing import List, Tuple

from osgeo import gdal
from qgis.core import QgsRasterLayer

from geoinpaint_qgis.processing import layers as sources

_BANDS = re.compile(r"^SENTINEL2_L(?:1C|2A):.+:(?P<resolution>10|20|60)m:EPSG_\d+$")
_CLASSES = re.compile(r"_SCL_20m\.jp2$", re.IGNORECASE)


def resolutions(path: str) -> List[Tuple[int, str]]:
    """The resolutions of a product in metres, finest first, each with GDAL's name of its subdataset."""
    try:
        product = gdal.Open(path)
    except RuntimeError:  # if GDAL raises exceptions
        product = None
    if product is None:
        return []
    found = []
    for name, _ in product.GetSubDatasets():
        match = _BANDS.match(name)
        if match:
            found.append((int(match["resolution"]), name))
    return sorted(found)


def metadata_of(path: str) -> str:
    """The path by which GDAL opens a product: a folder's metadata file, else the path itself."""
    if os.path.isdir(path):
        names = [name for name in sorted(os.listdir(path)) if re.match(r"MTD_MSIL(1C|2A)\.xml$", name)]
        return os.path.join(path, names[0]) if names else path
    return path


def name_of(path: str) -> str:
    """Name of a product."""
    parts = [part for part in re.split(r"[\\/]", path) if part and not part.startswith("MTD_")]
    return sources.Source(name=parts[-1]).stem if parts else path


def classification(path: str) -> str:
    """Path of a product's scene classification; empty if it has none, as at level 1C."""
    if path.lower().endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if _CLASSES.search(name)]
        return f"/vsizip/{path}/{names[0]}" if names else ""
    root = path if os.path.isdir(path) else os.path.dirname(path)
    for folder, _, files in os.walk(root):
        for name in sorted(files):
            if _CLASSES.search(name):
                return os.path.join(folder, name)
    return ""


def open_layer(uri: str, path: str, resolution: int) -> QgsRasterLayer:
    """A layer of a product's bands of one resolution."""
    return QgsRasterLayer(uri, f"{name_of(path)}_{resolution}m", "gdal")
