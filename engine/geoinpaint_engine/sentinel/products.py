"""Sentinel-2 products (.SAFE folder, metadata file or zip) as rasters with chosen bands on one resolution."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 # DOCTYPE is refused, see store.py

import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

from geoinpaint_engine.errors import InputError, ResourceError, UsageError
from geoinpaint_engine.raster.admission import local_file
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.spec import Radiometry, RasterSpec
from geoinpaint_engine.sentinel.band_files import is_band_set, open_bands
from geoinpaint_engine.sentinel.radiometry import (
    BAND_NAMES,
    find_date,
    normalise_band_name,
    plain_spec,
    sentinel_radiometry,
)
from geoinpaint_engine.sentinel.store import Store, elements, parse_xml, text_of, zip_store
from geoinpaint_engine.sentinel.vrt import BandSource, vrt_text

RESOLUTIONS = (10, 20, 60)
DEFAULT_RESOLUTION = 10

GDAL_TYPES = {"uint8": "Byte", "uint16": "UInt16", "int16": "Int16", "float32": "Float32"}  # of bands in files
_IMAGE_DRIVERS = ("GTiff", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID")  # TIFF: products may be stored anew
# compact products since 2016-12, and the long names before
_METADATA = re.compile(r"MTD_MSIL(?:1C|2A)\.xml|S2[A-Z]_(?:OPER|USER)_MTD_SAFL(?:1C|2A)_.*\.xml")


@dataclass(frozen=True)
class ProductBand:
    """A band of a product.

    Args:
        name: "B01" ... "B12", "B8A".
        resolution: side of its own pixels in metres.
        subdataset: the subdataset of GDAL's SENTINEL2 driver that holds it.
        index: its 1-based number there.
        grid: the subdataset's grid.
        radiometry: how its DN become reflectance.
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
        path: the path the user gave.
        level: "1C" or "2A".
        baseline: processing baseline, such as "04.00".
        date: ISO date of sensing.
        bands: its bands, in the order of BAND_NAMES.
        scl: GDAL path of the scene classification at 20 m (level 2A), or "".
        classification: GDAL path of the cloud classification (level 1C since baseline 04.00), or "".
        store: where its files lie.
        cloud_gml: name in the store of the cloud mask of older products, or "".
        tiles: number of its granules; products before 2016-12 may have several.
        loose: whether it is an image with one file a band (`band_files.py`), and no product as it was delivered.
        dtype, nodata: of its bands, the type in GDAL's words.
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
        """What to call the product in messages."""
        return Path(self.path).name

    def band(self, name: str) -> ProductBand:
        """The band of that name.

        Errors: InputError band-missing.
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
    """Whether a path is a Sentinel-2 product: a folder or zip with its metadata file, or that file itself.

    An image with one file a band (`band_files.py`) is one too.

    Errors: InputError product-unreadable where a zip is damaged.
    """
    return _locate(Path(path)) is not None or is_band_set(path)


def open_product(path: str | Path) -> Product:
    """The product at a path.

    Errors: InputError not-a-product, product-unreadable, xml-invalid, product-incomplete, bands-unreadable;
    ResourceError driver-missing.
    """
    require_drivers()
    found = _locate(Path(path))
    if found is None and is_band_set(path):
        return _loose_product(path)
    if found is None:
        raise InputError(
            "not-a-product",
            f"{path} is no Sentinel-2 product: there is no MTD_MSIL1C.xml or MTD_MSIL2A.xml.",
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


def _loose_product(path: str | Path) -> Product:
    """An image with one file a band, as a product.

    Raises:
        InputError: `bands-unreadable`, and those of opening a file.
    """
    bands, classes, date = open_bands(path)
    title = Path(path).name
    types, missing = {band.dtype for band in bands}, {band.nodata for band in bands}
    if len(types) > 1 or len(missing) > 1:
        raise InputError(
            "bands-unreadable", f"The bands of {title} differ in {'data type' if len(types) > 1 else 'nodata value'}.",
            "Convert them to one (gdal_translate -ot, -a_nodata).",
        )  # fmt: skip
    dtype, nodata = types.pop(), missing.pop()
    if dtype not in GDAL_TYPES:
        raise InputError(
            "bands-unreadable", f"The bands of {title} are {dtype}.", f"Convert them to one of {', '.join(GDAL_TYPES)}."
        )
    return Product(
        path=str(path), level="2A" if classes else "", baseline="", date=date,
        bands=tuple(ProductBand(one.name, one.metres, one.path, 1, one.grid, one.radiometry) for one in bands),
        scl=classes, classification="", store=Store(Path(path).absolute()), cloud_gml="", loose=True,
        dtype=GDAL_TYPES[dtype], nodata=(math.nan if dtype.startswith("float") else 0) if nodata is None else nodata,
    )  # fmt: skip


def _require_ground(product: Product, band: ProductBand, grid: Grid) -> None:
    """Errors: InputError bands-unreadable where a band's file shows other ground than the image's grid."""
    apart = [abs(one - other) for one, other in zip(band.grid.bounds_xy, grid.bounds_xy, strict=True)]
    if band.grid.crs != grid.crs or max(apart) > max(grid.pixel_size) / 2:
        raise InputError(
            "bands-unreadable", f"The band {band.name} of {product.title} shows other ground than the others.",
            "Choose bands that lie on each other.",
        )  # fmt: skip


def product_spec(product: Product, *, bands: Sequence[str | int] = (), resolution: int | None = None) -> RasterSpec:
    """Chosen bands of a product on one resolution, as a virtual raster that reads lazily.

    Args:
        product: the opened product.
        bands: names, or 1-based numbers among the default bands; empty = all bands of the resolution.
        resolution: 10, 20 or 60 m; None = 10, with one file a band the finest. Coarser bands are interpolated
            bilinearly, finer ones averaged.

    DN are kept; 0 is nodata; radiometry is per band (processing baseline 04.00 and later: offset -0.1).
    Errors: UsageError resolution-invalid, band-twice; InputError band-missing, product-incomplete.
    """
    own = min(band.resolution for band in product.bands) if product.loose else DEFAULT_RESOLUTION
    metres = own if resolution is None else resolution
    if resolution is not None and metres not in RESOLUTIONS:
        raise UsageError(
            "resolution-invalid", f"A Sentinel-2 product has no resolution of {metres} m.", "Choose 10, 20 or 60."
        )
    native = [band for band in product.bands if band.resolution == metres]
    chosen = [_choose(product, native, band) for band in bands] or native
    if not chosen:
        raise InputError(
            "band-missing",
            f"{product.title} has no bands at {metres} m.",
            "Choose another resolution or name the bands.",
        )
    twice = next((band.name for i, band in enumerate(chosen) if band in chosen[:i]), None)
    if twice:
        raise UsageError("band-twice", f"Band {twice} is named twice.", "Name each band once.")
    grid = _grid_at((native or chosen)[0], metres)
    files = {} if product.loose else band_files(product.store)
    for band in chosen:
        if product.loose:
            _require_ground(product, band, grid)
        else:
            _require_files(product, band, files)
    tags = {"ACQUISITIONDATETIME": product.date, "PROCESSING_BASELINE": product.baseline}
    return RasterSpec(
        path=vrt_text(
            grid,
            [
                BandSource(
                    band.subdataset, band.index, band.grid.shape, band.name, band.radiometry, _resampling(band, metres)
                )
                for band in chosen
            ],
            nodata=product.nodata,
            dtype=product.dtype,
            tags={key: value for key, value in tags.items() if value},
        ),
        names=tuple(band.name for band in chosen),
        radiometry=tuple(band.radiometry for band in chosen),
        nodata=product.nodata,
        date=product.date,
        label=product.path,
    )


def resolve_scene(
    path: str | Path, *, bands: Sequence[str | int] = (), resolution: int | None = None, date: str = ""
) -> RasterSpec:
    """What to open for a path of the user's, be it a Sentinel-2 product or a plain raster.

    `bands` and `resolution` choose from a product; a plain raster is described as it is (its bands are chosen when
    it is opened).
    Errors: those of `open_product` and `product_spec`; InputError raster-unreadable, not-a-product.
    """
    if is_product(path):
        spec = product_spec(open_product(path), bands=bands, resolution=resolution)
        return spec if not date else RasterSpec(**{**vars(spec), "date": date})
    held = local_file(str(path)) if str(path).startswith("SENTINEL2_") else None
    if held is not None and is_product(held):
        open_product(held)  # which checks what the driver would follow
    local = Path(path)
    if part := _product_around(local):
        raise InputError(
            "not-a-product", f"{local.name} is a granule of the product {part.name}, which is opened as a whole.",
            f"Name {part}.",
        )  # fmt: skip
    if local.is_dir() or local.suffix.lower() in (".zip", ".safe"):
        raise InputError(
            "not-a-product",
            f"{path} is no Sentinel-2 product: there is no MTD_MSIL1C.xml or MTD_MSIL2A.xml in it"
            f"{', and none of the long names of before 2016-12' if (local / 'GRANULE').is_dir() else ''}.",
            "Name a raster file, a .SAFE folder, its metadata file or the zip as downloaded.",
        )
    if resolution is not None:
        raise UsageError(
            "resolution-invalid", f"{path} is no Sentinel-2 product, and has one resolution.",
            "Leave the resolution out.",
        )  # fmt: skip
    return plain_spec(str(path), date=date)


def _product_around(path: Path) -> Path | None:
    """The product that a granule's folder or metadata file belongs to; None of anything else."""
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    if (not path.is_dir() and path.suffix.lower() != ".xml") or folder.parent.name != "GRANULE":
        return None
    product = folder.parent.parent
    return product if _locate(product) is not None else None


def require_drivers() -> None:
    """Errors: ResourceError driver-missing where this GDAL cannot read Sentinel-2 products."""
    with rasterio.Env() as env:
        drivers = env.drivers()
    if "SENTINEL2" not in drivers:
        raise ResourceError(
            "driver-missing",
            "This build of GDAL has no SENTINEL2 driver, so Sentinel-2 products cannot be opened.",
            "Use the rasterio wheel from PyPI, or convert the bands to GeoTIFF.",
        )
    if not set(_IMAGE_DRIVERS[1:]) & set(drivers):
        raise ResourceError(
            "driver-missing",
            "This build of GDAL cannot read JPEG 2000, so Sentinel-2 products cannot be opened.",
            "Use the rasterio wheel from PyPI, or convert the bands to GeoTIFF.",
        )


def _locate(path: Path) -> tuple[Store, str] | None:
    """Where a product's files lie and the name of its metadata file; None where the path is no product."""
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
    listed = {name for image in images if (name := _band_of_image(image))}
    bands: dict[str, ProductBand] = {}
    for subdataset in _subdatasets(store, main):
        match = re.search(r":(10|20|60)m:EPSG_\d+$", subdataset)
        if not match:
            continue
        with _opened(subdataset, store) as source:
            grid = Grid(source.crs, source.transform, source.height, source.width)
            for index in source.indexes:
                name = normalise_band_name(source.tags(index).get("BANDNAME") or source.descriptions[index - 1])
                # the driver offers bands of its level even where the product lists no file for them
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
    """Quantification value, and the offset of each band that has one (added to the DN)."""
    text = text_of(root, "BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE")
    try:
        quantification = float(text or 10_000)
        offsets = {
            BAND_NAMES[int(element.get("band_id", ""))]: float(element.text or 0)
            for element in elements(root, "BOA_ADD_OFFSET", "RADIO_ADD_OFFSET")
        }
    except (ValueError, IndexError) as error:
        raise InputError(
            "product-unreadable", f"The product's radiometric metadata make no sense ({error}).", "Download it again."
        ) from error
    if not quantification > 0:
        raise InputError(
            "product-unreadable", f"The product's quantification value is {text}.", "Download the product again."
        )
    return quantification, offsets


def _band_of_image(image: str) -> str:
    """Name of the band that an IMAGE_FILE of the metadata shows, or ""."""
    match = re.search(r"_(B(?:0[1-9]|1[0-2]|8A))(?:_(?:10|20|60)m)?(?:\.jp2)?$", image)
    return match.group(1) if match else ""


def _check_names(root: ElementTree.Element, main: str) -> None:
    """Errors: InputError product-unreadable where the metadata name a file outside of the product."""
    for element in root.iter():
        for text in (element.text or "", *element.attrib.values()):
            if ".." in re.split(r"[/\\]", text.strip()):
                raise InputError(
                    "product-unreadable", f"{main} names a file outside of its product.", "Download the product again."
                )


def _subdatasets(store: Store, main: str) -> list[str]:
    with _opened(store.gdal_path(main), store) as source:
        return list(source.subdatasets)


@contextmanager
def _opened(path: str, store: Store) -> Iterator[rasterio.DatasetReader]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)  # the list of subdatasets has no place on earth
            source = rasterio.open(path, driver="SENTINEL2")
    except RasterioIOError as error:
        raise InputError(
            "product-incomplete",
            f"GDAL cannot open the product {store.container.name} ({error}).",
            "Download it again, complete.",
        ) from error
    with source:
        yield source


def _choose(product: Product, native: Sequence[ProductBand], band: str | int) -> ProductBand:
    if isinstance(band, int) or band.isdigit():
        number = int(band)
        if not 1 <= number <= len(native):
            raise InputError(
                "band-missing",
                f"{product.title} has no band number {number} at this resolution.",
                f"Name it, or choose 1 to {len(native)}.",
            )
        return native[number - 1]
    return product.band(band)


def _require_files(product: Product, band: ProductBand, files: Mapping[tuple[str, int], Sequence[str]]) -> None:
    """Errors: InputError product-incomplete where a file of the band is missing or cannot be opened.

    GDAL's driver would read zeros for a file that is not there, and for one that it has failed to open before.
    """
    names = files.get((band.name, band.resolution), ())
    if len(names) < product.tiles:
        raise InputError(
            "product-incomplete",
            f"The file of band {band.name} is missing in {_granules_without(product, names)}{product.title}.",
            "Download the product again, or choose other bands.",
        )
    for name in names:
        _require_file(product, band, name)


def _granules_without(product: Product, names: Sequence[str]) -> str:
    """How many granules of several lack a band's file, as the beginning of what lacks it; "" of a single one."""
    return f"{product.tiles - len(names)} of the {product.tiles} granules of " if product.tiles > 1 else ""


def _require_file(product: Product, band: ProductBand, name: str) -> None:
    """Errors: InputError product-incomplete where a band's file is damaged or of another size."""
    try:
        with gdal_env(), rasterio.DatasetReader(product.store.gdal_path(name), driver=list(_IMAGE_DRIVERS)) as source:
            shape = source.shape
    except RasterioIOError as error:
        raise InputError(
            "product-incomplete",
            f"The file of band {band.name} in {product.title} is damaged.",
            "Download the product again, or choose other bands.",
        ) from error
    if product.tiles == 1 and shape != band.grid.shape:
        raise InputError(
            "product-incomplete",
            f"The file of band {band.name} in {product.title} has another size than the metadata say.",
            "Download the product again, or choose other bands.",
        )


def band_files(store: Store) -> dict[tuple[str, int], list[str]]:
    """Files of the bands in a product by (name, resolution in metres), one a granule; level 1C files name no metres."""
    native = dict.fromkeys(("B02", "B03", "B04", "B08"), 10) | dict.fromkeys(("B01", "B09", "B10"), 60)
    found: dict[tuple[str, int], list[str]] = {}
    for name in store.find(r"GRANULE/[^/]+/IMG_DATA/(?:R\d0m/)?[^/]+\.jp2"):
        band = _band_of_image(name)
        metres = re.search(r"_(10|20|60)m\.jp2$", name)
        if band:
            found.setdefault((band, int(metres.group(1)) if metres else native.get(band, 20)), []).append(name)
    return found


def _resampling(band: ProductBand, metres: int) -> str:
    return "nearest" if band.resolution == metres else "bilinear" if band.resolution > metres else "average"


def _grid_at(band: ProductBand, metres: int) -> Grid:
    """The grid of a band's extent with pixels of another size."""
    factor = band.resolution / metres
    own = band.grid.transform
    transform = Affine(own.a / factor, own.b / factor, own.c, own.d / factor, own.e / factor, own.f)
    return Grid(band.grid.crs, transform, round(band.grid.height * factor), round(band.grid.width * factor))
