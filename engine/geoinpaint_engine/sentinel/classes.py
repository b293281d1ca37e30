"""Cloud masks of Sentinel-2 products: the scene classification, level 1C's classification, cloud GML."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 # DOCTYPE is refused, see store.py

import rasterio
from rasterio.errors import RasterioIOError

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.admission import OwnText, admit
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.plain_xml import MAX_BYTES
from geoinpaint_engine.raster.spec import RasterSpec
from geoinpaint_engine.sentinel.band_files import is_band_set
from geoinpaint_engine.sentinel.products import Product, is_product, open_product
from geoinpaint_engine.sentinel.store import elements, local_name, parse_xml, text_of
from geoinpaint_engine.sentinel.vrt import sum_vrt_text

SCL_PRESETS = {
    "cloud-shadow-cirrus": (3, 8, 9, 10),
    "cloud-cirrus": (8, 9, 10),
    "cloud": (8, 9),
    "shadow": (3,),
    "cirrus": (10,),
    "snow": (11,),
    "cloud-shadow-cirrus-snow": (3, 8, 9, 10, 11),
}
"""SCL classes that can be filled together: 3 cloud shadow; 8 and 9 cloud, medium and high probability; 10 thin
cirrus; 11 snow and ice."""
DEFAULT_SCL_CLASSES = SCL_PRESETS["cloud-shadow-cirrus"]
NOT_CLEAR = (0, 1, *DEFAULT_SCL_CLASSES)  # no data, saturated or defective, and the classes filled by default
SCL_GROWTH_M = 30.0
"""Default dilation of SCL masks in metres: the classification often misses the edges of clouds."""
SCL_DILATION = 3
"""Default dilation in pixels on grids whose pixel size in metres is unknown; assumes 10 m pixels."""


def scl_dilation(grid: Grid) -> int:
    """Default dilation of SCL masks on a grid, in pixels: 30 m, rounded up."""
    if grid.crs is None or not grid.crs.is_projected:
        return SCL_DILATION
    side = min(grid.pixel_size) * grid.crs.linear_units_factor[1]
    return min(max(math.ceil(round(SCL_GROWTH_M / side, 6)), 1), 500)


L1C_KINDS = {"opaque": 1, "cirrus": 2, "snow": 3}
"""1-based bands of level 1C's MSK_CLASSI_B00; each is non-zero where its kind was detected."""
DEFAULT_L1C_KINDS = ("opaque", "cirrus")


@dataclass(frozen=True)
class CloudPolygons:
    """Clouds as vector polygons.

    Args:
        crs: such as "EPSG:32633", or "" if the file gives none.
        polygons: GeoJSON geometries, in CRS units.
    """

    crs: str
    polygons: tuple[dict[str, object], ...]

    def ogr_path(self) -> OwnText:
        """The polygons as GeoJSON text, which OGR opens in place of a file name."""
        collection: dict[str, object] = {"type": "FeatureCollection"}
        if self.crs:
            # the CRS member of the 2008 GeoJSON specification, which GDAL still honours
            collection["crs"] = {
                "type": "name",
                "properties": {"name": f"urn:ogc:def:crs:{self.crs.replace(':', '::')}"},
            }
        collection["features"] = [{"type": "Feature", "properties": {}, "geometry": p} for p in self.polygons]
        return OwnText(json.dumps(collection))


@dataclass(frozen=True)
class CloudSource:
    """A product's own cloud mask, as `raster.mask_layers.open_mask` takes it.

    Args:
        spec: the mask raster, or polygons as GeoJSON text.
        classes: raster values that are masked; None = all non-zero values.
    """

    spec: RasterSpec
    classes: tuple[int, ...] | None = None


def cloud_source(
    product: Product,
    *,
    classes: Sequence[int] = DEFAULT_SCL_CLASSES,
    kinds: Sequence[str] = DEFAULT_L1C_KINDS,
) -> CloudSource:
    """The cloud mask delivered with a product: its SCL, else level 1C's classification, else its cloud GML.

    Args:
        product: the opened product.
        classes: SCL classes to mask.
        kinds: kinds of level 1C's classification to mask: "opaque", "cirrus", "snow".

    Raises:
        InputError: `cloud-mask-missing`, `raster-unreadable`, `xml-invalid`.
        UsageError: `kinds-invalid`.
    """
    if product.scl:
        label = f"{product.path} (SCL)"
        return CloudSource(RasterSpec(product.scl, label=label), tuple(sorted(classes)))
    if product.classification:
        return CloudSource(classification_spec(product.classification, kinds=kinds, label=product.path))
    if product.cloud_gml:
        data = product.store.read(product.cloud_gml)
        polygons = parse_cloud_gml(data, label=product.cloud_gml, kinds=kinds)
        return CloudSource(RasterSpec(polygons.ogr_path(), label=f"{product.path} (MSK_CLOUDS)"))
    raise InputError(
        "cloud-mask-missing",
        f"{product.title} contains no scene classification and no cloud mask.",
        "Give a mask of your own.",
    )


def has_classification(path: str | Path) -> bool:
    """Whether a path may have a cloud mask: a delivered product, or a multi-file image with an SCL."""
    if not is_product(path):
        return False
    product = open_product(path) if is_band_set(path) else None
    return product is None or bool(product.scl)


def resolve_mask(path: str | Path, *, classes: Sequence[int] | None = None) -> CloudSource:
    """Resolves a mask path given by the user: a product, one of its mask files, or any raster or vector.

    Args:
        path: a Sentinel-2 product, its MSK_CLASSI_B00.jp2 or MSK_CLOUDS_B00.gml, or anything that GDAL opens.
        classes: values to mask; None = the default SCL classes for a product, else all non-zero values.

    Raises:
        UsageError: those of `cloud_source`.
        InputError: those of `cloud_source` and `open_product`.
    """
    text = str(path)
    if is_product(path):
        return cloud_source(open_product(path), classes=DEFAULT_SCL_CLASSES if classes is None else classes)
    if classes is None and re.search(r"MSK_CLASSI_B00\.jp2$", text):
        return CloudSource(classification_spec(text))
    if re.search(r"MSK_CLOUDS_[^/\\]*\.gml$", text) and Path(path).is_file():
        # read here, because OGR's GML driver would leave a .gfs file beside it
        return CloudSource(RasterSpec(read_cloud_gml(path).ogr_path(), label=text))
    return CloudSource(RasterSpec(text), None if classes is None else tuple(sorted(classes)))


def classification_spec(path: str, *, kinds: Sequence[str] = DEFAULT_L1C_KINDS, label: str = "") -> RasterSpec:
    """Level 1C's cloud classification (MSK_CLASSI_B00.jp2) as a one-band mask, non-zero at the given kinds.

    Raises:
        InputError: `raster-unreadable`, `band-missing`.
        UsageError: `kinds-invalid`.
    """
    indexes = [_kind_index(kind) for kind in dict.fromkeys(kinds)]
    try:
        with gdal_env(), rasterio.DatasetReader(path, driver=list(admit(path, label or path))) as source:
            grid = Grid(source.crs, source.transform, source.height, source.width)
            count = source.count
    except RasterioIOError as error:
        raise InputError(
            "raster-unreadable", f"The cloud classification of {label or path} cannot be opened ({error}).",
            "Download the product again.",
        ) from error  # fmt: skip
    if max(indexes) > count:
        raise InputError(
            "band-missing", f"The cloud classification of {label or path} has {count} bands where 3 are expected.",
            "Give a mask of your own.",
        )  # fmt: skip
    return RasterSpec(sum_vrt_text(path, indexes, grid), names=("cloud",), label=f"{label or path} (MSK_CLASSI)")


def read_cloud_gml(path: str | Path, *, kinds: Sequence[str] = DEFAULT_L1C_KINDS) -> CloudPolygons:
    """Reads the polygons of a level 1C cloud mask file (MSK_CLOUDS_B00.gml).

    Raises:
        InputError: `vector-unreadable`, `xml-invalid`.
        UsageError: `kinds-invalid`.
    """
    file = Path(path)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise ValueError("the file is too large for a cloud mask")
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError("vector-unreadable", f"{path} cannot be read ({error}).", "Check the path.") from error
    return parse_cloud_gml(data, label=str(path), kinds=kinds)


def parse_cloud_gml(data: bytes, *, label: str, kinds: Sequence[str] = DEFAULT_L1C_KINDS) -> CloudPolygons:
    """Parses the polygons of the given kinds from a cloud mask's GML text; features without a kind always count.

    Raises:
        InputError: `xml-invalid`.
        UsageError: `kinds-invalid`.
    """
    wanted = {kind for kind in kinds if _kind_index(kind)}
    root = parse_xml(data, label)
    srs = next((e.get("srsName", "") for e in root.iter() if e.get("srsName")), "")
    code = re.search(r"EPSG\W+(?:[\d.]*\W+)??(\d{4,6})$", srs)
    polygons: list[dict[str, object]] = []
    # files without MaskFeature elements: the root stands for a single feature of no kind
    features = elements(root, "MaskFeature") or [root]
    for feature in features:
        kind = text_of(feature, "maskType").lower()
        if kind and kind not in wanted:
            continue
        for polygon in elements(feature, "Polygon", "PolygonPatch"):
            rings = _rings(polygon, label)
            if rings:
                polygons.append({"type": "Polygon", "coordinates": rings})
    return CloudPolygons(f"EPSG:{code.group(1)}" if code else "", tuple(polygons))


def _rings(polygon: ElementTree.Element, label: str) -> list[list[list[float]]]:
    """The outer ring followed by the inner rings, as lists of [x, y]."""
    outer: list[list[list[float]]] = []
    inner: list[list[list[float]]] = []
    for boundary in polygon:
        target = outer if local_name(boundary) in ("exterior", "outerBoundaryIs") else inner
        for positions in elements(boundary, "posList"):
            dimension = int(positions.get("srsDimension", "2")) if positions.get("srsDimension", "2").isdigit() else 2
            try:
                numbers = [float(text) for text in (positions.text or "").split()]
            except ValueError as error:
                raise InputError(
                    "xml-invalid", f"{label} has a coordinate that is not a number ({error}).", "Download it again."
                ) from error
            if dimension < 2 or len(numbers) % dimension or len(numbers) < 4 * dimension:
                raise InputError("xml-invalid", f"{label} has a ring that is not closed.", "Download it again.")
            target.append([list(numbers[i : i + 2]) for i in range(0, len(numbers), dimension)])
    return outer + inner if outer else []


def _kind_index(kind: str) -> int:
    try:
        return L1C_KINDS[kind]
    except KeyError:
        raise UsageError(
            "kinds-invalid", f'"{kind}" is not a cloud type of a level 1C product.', "Choose opaque, cirrus or snow."
        ) from None
