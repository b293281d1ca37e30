"""Sentinel-2 products (.SAFE folder, metadata file or zip): their metadata, bands and masks."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 # DOCTYPE is refused, see store.py

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

from geoinpaint_engine.errors import InputError, ResourceError
from geoinpaint_engine.raster.bands import BAND_NAMES, normalise_band_name
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.band_files import is_band_set, open_bands
from geoinpaint_engine.sentinel.radiometry import find_date, sentinel_radiometry
from geoinpaint_engine.sentinel.store import Store, elements, parse_xml, text_of, zip_store

GDAL_TYPES = {"uint8": "Byte", "uint16": "UInt16", "int16": "Int16", "float32": "Float32"}  # of multi-file images
IMAGE_DRIVERS = ("GTiff", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID")  # GTiff: some archives convert the files
# the compact format since 2016-12, and the long names before
_METADATA = re.compile(r"MTD_MSIL(?:1C|2A)\.xml|S2[A-Z]_(?:OPER|USER)_MTD_SAFL(?:1C|2A)_.*\.xml")


@dataclass(frozen=True)
class ProductBand:
    """A band of a product.

    Args:
        name: "B01" ... "B12", "B8A".
        resolution: native pixel size in metres.
        subdataset: subdataset of GDAL's SENTINEL2 driver with the band.
        index: 1-based number of the band in it.
        grid: grid of the subdataset.
        radiometry: scale and offset that convert DN to reflectance.
    """

    name: str
    resolution: int
    subdataset: str
    index: int
    grid: Grid
    radiometry: Radiometry


@dataclass(frozen=True)
class Product:
    """A Sentinel-2 product.

    Args:
        path: path given by the user.
        level: "1C" or "2A".
        baseline: processing baseline, such as "04.00".
        date: ISO date of acquisition.
        bands: the bands, in the order of BAND_NAMES.
        scl: GDAL path of the scene classification at 20 m (level 2A), or "".
        classification: GDAL path of the cloud classification (level 1C since baseline 04.00), or "".
        store: access to its files.
        cloud_gml: path in the store of an older product's cloud mask, or "".
        tiles: number of granules; products before 2016-12 may have several.
        loose: whether it is a multi-file image (`band_files.py`), not a product as delivered.
        dtype, nodata: data type (GDAL's name) and nodata value of the bands.
    """

    path: str
    level: str
    baseline: str
    date: str
    bands: tuple[ProductBand, ...]
    scl: str
    classification: str
    store: Store
    cloud_gml: str
    tiles: int = 1
    loose: bool = False
    dtype: str = "UInt16"
    nodata: float = 0

    @property
    def title(self) -> str:
        """Short name of the product, for messages."""
        return Path(self.path).name

    def band(self, name: str) -> ProductBand:
        """Looks up a band by name.

        Raises:
            InputError: `band-missing`.
        """
        for band in self.bands:
            if band.name == normalise_band_name(name):
                return band
        raise InputError(
            "band-missing",
            f"{self.title} has no band {name}.",
            f"Its bands are {', '.join(band.name for band in self.bands)}.",
        )


def is_product(path: str | Path) -> bool:
    """Whether a path is a Sentinel-2 product: a folder or zip with its metadata file, or the metadata file itself.

    Multi-file images (`band_files.py`) count as products too.

    Raises:
        InputError: `product-unreadable` (damaged zip).
    """
    return locate(Path(path)) is not None or is_band_set(path)


def open_product(path: str | Path) -> Product:
    """Opens the product at a path: reads its metadata, and finds its bands and masks.

    Raises:
        InputError: `not-a-product`, `product-unreadable`, `xml-invalid`, `product-incomplete`, `bands-unreadable`.
        ResourceError: `driver-missing`.
    """
    require_drivers()
    found = locate(Path(path))
    if found is None and is_band_set(path):
        return _multi_file_product(path)
    if found is None:
        raise InputError(
            "not-a-product",
            f"{path} is not a Sentinel-2 product: it contains no MTD_MSIL1C.xml or MTD_MSIL2A.xml.",
            "Name the .SAFE folder, its metadata file or the zip as downloaded.",
        )
    store, main = found
    root = parse_xml(store.read(main), main)
    _check_names(root, main)
    store.check_images()
    level = "2A" if "2A" in root.tag else "1C"
    images = [(element.text or "").strip() for element in elements(root, "IMAGE_FILE", "IMAGE_FILE_2A")]
    folder = r"GRANULE/[^/]+/"
    scl = store.find(folder + r"IMG_DATA/(?:.*/)?[^/]*SCL(?:_[^/]*)?_20m\.jp2")
    classification = store.find(folder + r"QI_DATA/(?:.*_)?MSK_CLASSI_B00\.jp2")
    gml = store.find(folder + r"QI_DATA/(?:.*_)?MSK_CLOUDS_?[^/]*B00[^/]*\.gml")
    return Product(
        path=str(path),
        level=level,
        baseline=text_of(root, "PROCESSING_BASELINE"),
        date=find_date(text_of(root, "PRODUCT_START_TIME", "DATATAKE_SENSING_START")) or find_date(Path(path).name),
        bands=_read_bands(store, main, root, images),
        scl=store.gdal_path(scl[0]) if scl else "",
        classification=store.gdal_path(classification[0]) if classification else "",
        store=store,
        cloud_gml=gml[0] if gml else "",
        tiles=len(elements(root, "Granule", "Granules")) or 1,
    )


def _multi_file_product(path: str | Path) -> Product:
    """Opens a multi-file image as a product.

    Raises:
        InputError: `bands-unreadable`, and the errors of opening a file.
    """
    bands, classes, date = open_bands(path)
    title = Path(path).name
    types, nodata_values = {band.dtype for band in bands}, {band.nodata for band in bands}
    if len(types) > 1 or len(nodata_values) > 1:
        raise InputError(
            "bands-unreadable", f"The bands of {title} differ in {'data type' if len(types) > 1 else 'nodata value'}.",
            "Convert them to a common one (gdal_translate -ot, -a_nodata).",
        )  # fmt: skip
    dtype, nodata = types.pop(), nodata_values.pop()
    if dtype not in GDAL_TYPES:
        raise InputError(
            "bands-unreadable", f"The bands of {title} are {dtype}.", f"Convert them to one of {', '.join(GDAL_TYPES)}."
        )
    return Product(
        path=str(path), level="2A" if classes else "", baseline="", date=date,
        bands=tuple(ProductBand(band.name, band.metres, band.path, 1, band.grid, band.radiometry) for band in bands),
        scl=classes, classification="", store=Store(Path(path).absolute()), cloud_gml="", loose=True,
        dtype=GDAL_TYPES[dtype], nodata=(math.nan if dtype.startswith("float") else 0) if nodata is None else nodata,
    )  # fmt: skip


def require_drivers() -> None:
    """Requires GDAL drivers for Sentinel-2 products and JPEG 2000.

    Raises:
        ResourceError: `driver-missing`.
    """
    with rasterio.Env() as env:
        drivers = env.drivers()
    if "SENTINEL2" not in drivers:
        raise ResourceError(
            "driver-missing",
            "This build of GDAL has no SENTINEL2 driver, so Sentinel-2 products cannot be opened.",
            "Use the rasterio wheel from PyPI, or convert the bands to GeoTIFF.",
        )
    if not set(IMAGE_DRIVERS[1:]) & set(drivers):
        raise ResourceError(
            "driver-missing",
            "This build of GDAL cannot read JPEG 2000, so Sentinel-2 products cannot be opened.",
            "Use the rasterio wheel from PyPI, or convert the bands to GeoTIFF.",
        )


def locate(path: Path) -> tuple[Store, str] | None:
    """The file store of a product and the name of its metadata file; None if the path is not a product."""
    path = path.absolute()
    if path.is_dir():
        names = sorted(entry.name for entry in path.iterdir() if _METADATA.fullmatch(entry.name))
        return (Store(path), names[0]) if names else None
    if path.suffix.lower() == ".zip" and path.is_file():
        return zip_store(path, _METADATA)
    if _METADATA.fullmatch(path.name) and path.is_file():
        return Store(path.parent), path.name
    return None


def _read_bands(store: Store, main: str, root: ElementTree.Element, images: Sequence[str]) -> tuple[ProductBand, ...]:
    quantification, offsets = _radiometry_of(root)
    listed = {name for image in images if (name := band_of_image(image))}
    bands: dict[str, ProductBand] = {}
    for subdataset in _subdatasets(store, main):
        match = re.search(r":(10|20|60)m:EPSG_\d+$", subdataset)
        if not match:
            continue
        with _open_subdataset(subdataset, store) as source:
            grid = Grid(source.crs, source.transform, source.height, source.width)
            for index in source.indexes:
                name = normalise_band_name(source.tags(index).get("BANDNAME") or source.descriptions[index - 1])
                # the driver reports all bands of the level, including those that the product does not list
                if name not in BAND_NAMES or (listed and name not in listed):
                    continue
                if name in bands:
                    raise InputError(
                        "product-several-zones",
                        f"{main} spans several UTM zones.",
                        "Stack one granule's bands instead (gdalbuildvrt -separate), and name that.",
                    )
                radiometry = sentinel_radiometry(quantification, offsets.get(name, 0.0))
                bands[name] = ProductBand(name, int(match.group(1)), subdataset, index, grid, radiometry)
    if not bands:
        raise InputError(
            "product-incomplete",
            f"{main} lists no bands that GDAL can open.",
            "Download the product again.",
        )
    return tuple(bands[name] for name in BAND_NAMES if name in bands)


def _radiometry_of(root: ElementTree.Element) -> tuple[float, dict[str, float]]:
    """Quantification value, and the offset of each band that has one (added to DN before division)."""
    text = text_of(root, "BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE")
    try:
        quantification = float(text or 10_000)
        offsets = {
            BAND_NAMES[int(element.get("band_id", ""))]: float(element.text or 0)
            for element in elements(root, "BOA_ADD_OFFSET", "RADIO_ADD_OFFSET")
        }
    except (ValueError, IndexError) as error:
        raise InputError(
            "product-unreadable", f"The product's radiometric metadata are invalid ({error}).", "Download it again."
        ) from error
    if not quantification > 0:
        raise InputError(
            "product-unreadable", f"The product's quantification value is {text}.", "Download the product again."
        )
    return quantification, offsets


def band_of_image(image: str) -> str:
    """Band name in an IMAGE_FILE entry of the metadata, or ""."""
    match = re.search(r"_(B(?:0[1-9]|1[0-2]|8A))(?:_(?:10|20|60)m)?(?:\.jp2)?$", image)
    return match.group(1) if match else ""


def _check_names(root: ElementTree.Element, main: str) -> None:
    """Refuses metadata that refer to files outside the product.

    Raises:
        InputError: `product-unreadable`.
    """
    for element in root.iter():
        for text in (element.text or "", *element.attrib.values()):
            if ".." in re.split(r"[/\\]", text.strip()):
                raise InputError(
                    "product-unreadable", f"{main} refers to a file outside its product.", "Download the product again."
                )


def _subdatasets(store: Store, main: str) -> list[str]:
    with _open_subdataset(store.gdal_path(main), store) as source:
        return list(source.subdatasets)


@contextmanager
def _open_subdataset(path: str, store: Store) -> Iterator[rasterio.DatasetReader]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)  # the container of subdatasets has no georeference
            source = rasterio.open(path, driver="SENTINEL2")
    except RasterioIOError as error:
        raise InputError(
            "product-incomplete",
            f"GDAL cannot open the product {store.container.name} ({error}).",
            "Download the complete product again.",
        ) from error
    with source:
        yield source


