"""Selects bands of a Sentinel-2 product at one resolution, as a virtual raster, and resolves paths given by users."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import rasterio
from affine import Affine
from rasterio.errors import RasterioIOError

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.admission import local_file
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.spec import RasterSpec
from geoinpaint_engine.sentinel.products import (
    IMAGE_DRIVERS,
    Product,
    ProductBand,
    band_of_image,
    is_product,
    locate,
    open_product,
)
from geoinpaint_engine.sentinel.radiometry import plain_spec
from geoinpaint_engine.sentinel.store import Store
from geoinpaint_engine.sentinel.vrt import BandSource, vrt_text

RESOLUTIONS = (10, 20, 60)
DEFAULT_RESOLUTION = 10


def product_spec(product: Product, *, bands: Sequence[str | int] = (), resolution: int | None = None) -> RasterSpec:
    """Builds a virtual raster of selected bands of a product at one resolution; it is read lazily.

    DN are kept; radiometry is per band (offset -0.1 since processing baseline 04.00).

    Args:
        product: the opened product.
        bands: names, or 1-based numbers among the bands of the resolution; empty = all bands of the resolution.
        resolution: 10, 20 or 60 m; None = 10, or the finest of a multi-file image. Coarser bands are interpolated
            bilinearly, finer ones averaged.

    Raises:
        UsageError: `resolution-invalid`, `band-twice`.
        InputError: `band-missing`, `product-incomplete`.
    """
    finest = min(band.resolution for band in product.bands) if product.loose else DEFAULT_RESOLUTION
    metres = finest if resolution is None else resolution
    if resolution is not None and metres not in RESOLUTIONS:
        raise UsageError(
            "resolution-invalid", f"A Sentinel-2 product has no resolution of {metres} m.", "Choose 10, 20 or 60."
        )
    native = [band for band in product.bands if band.resolution == metres]
    chosen = _chosen_bands(product, native, bands, metres)
    grid = _grid_at((native or chosen)[0], metres)
    _require_readable(product, chosen, grid)
    tags = {"ACQUISITIONDATETIME": product.date, "PROCESSING_BASELINE": product.baseline}
    return RasterSpec(
        path=vrt_text(
            grid, [_source_of(band, metres) for band in chosen], nodata=product.nodata, dtype=product.dtype,
            tags={key: value for key, value in tags.items() if value},
        ),
        names=tuple(band.name for band in chosen),
        radiometry=tuple(band.radiometry for band in chosen),
        nodata=product.nodata,
        date=product.date,
        label=product.path,
    )  # fmt: skip


def resolve_scene(
    path: str | Path, *, bands: Sequence[str | int] = (), resolution: int | None = None, date: str = ""
) -> RasterSpec:
    """Resolves a path given by the user, a Sentinel-2 product or a plain raster, to the raster to open.

    `bands` and `resolution` select from a product; a plain raster is described as it is (its bands are selected on
    opening).

    Raises:
        EngineError: those of `open_product` and `product_spec`.
        InputError: `raster-unreadable`, `not-a-product`, `item-assets`.
    """
    if is_product(path):
        spec = product_spec(open_product(path), bands=bands, resolution=resolution)
        return spec if not date else RasterSpec(**{**vars(spec), "date": date})
    inner = local_file(str(path)) if str(path).startswith("SENTINEL2_") else None
    if inner is not None and is_product(inner):
        open_product(inner)  # checks what the driver would follow
    local = Path(path)
    if product := _product_around(local):
        raise InputError(
            "not-a-product", f"{local.name} is a granule of the product {product.name}, which is opened as a whole.",
            f"Name {product}.",
        )  # fmt: skip
    if local.is_dir() or local.suffix.lower() in (".zip", ".safe"):
        raise InputError(
            "not-a-product",
            f"{path} is not a Sentinel-2 product: it contains no MTD_MSIL1C.xml or MTD_MSIL2A.xml"
            f"{', nor metadata under the long names used before 2016-12' if (local / 'GRANULE').is_dir() else ''}.",
            "Name a raster file, a .SAFE folder, its metadata file or the zip as downloaded.",
        )
    if local.suffix.lower() == ".json" and local.is_file():
        raise InputError(
            "item-assets", f"{path} is not a STAC item with one file for each band beside it.",
            "Name the raster itself.",
        )  # fmt: skip
    if resolution is not None:
        raise UsageError(
            "resolution-invalid", f"{path} is not a Sentinel-2 product, and has only one resolution.",
            "Leave the resolution out.",
        )  # fmt: skip
    return plain_spec(str(path), date=date)


def band_files(store: Store) -> dict[tuple[str, int], list[str]]:
    """Band files of a product by (name, resolution in metres), one per granule; level 1C file names lack the metres."""
    native = dict.fromkeys(("B02", "B03", "B04", "B08"), 10) | dict.fromkeys(("B01", "B09", "B10"), 60)
    found: dict[tuple[str, int], list[str]] = {}
    for name in store.find(r"GRANULE/[^/]+/IMG_DATA/(?:R\d0m/)?[^/]+\.jp2"):
        band = band_of_image(name)
        metres = re.search(r"_(10|20|60)m\.jp2$", name)
        if band:
            found.setdefault((band, int(metres.group(1)) if metres else native.get(band, 20)), []).append(name)
    return found


def _product_around(path: Path) -> Path | None:
    """The product that a granule's folder or metadata file belongs to; None for other paths."""
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    if (not path.is_dir() and path.suffix.lower() != ".xml") or folder.parent.name != "GRANULE":
        return None
    product = folder.parent.parent
    return product if locate(product) is not None else None


def _chosen_bands(
    product: Product, native: Sequence[ProductBand], bands: Sequence[str | int], metres: int
) -> list[ProductBand]:
    """The bands given by name or number, or all native ones.

    Raises:
        InputError: `band-missing`.
        UsageError: `band-twice`.
    """
    chosen = [_choose(product, native, band) for band in bands] or list(native)
    if not chosen:
        raise InputError(
            "band-missing",
            f"{product.title} has no band at {metres} m.",
            "Choose another resolution or name the bands.",
        )
    twice = next((band.name for i, band in enumerate(chosen) if band in chosen[:i]), None)
    if twice:
        raise UsageError("band-twice", f"Band {twice} is named twice.", "Name each band once.")
    return chosen


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


def _require_readable(product: Product, bands: Sequence[ProductBand], grid: Grid) -> None:
    """Requires the files of the bands to be complete and, in a multi-file image, to cover the same extent."""
    if product.loose:
        for band in bands:
            _require_same_extent(product, band, grid)
        return
    files = band_files(product.store)
    for band in bands:
        _require_files(product, band, files)


def _require_same_extent(product: Product, band: ProductBand, grid: Grid) -> None:
    """Requires a band's file to cover the image's extent.

    Raises:
        InputError: `bands-unreadable`.
    """
    differences = [abs(one - other) for one, other in zip(band.grid.bounds_xy, grid.bounds_xy, strict=True)]
    if band.grid.crs != grid.crs or max(differences) > max(grid.pixel_size) / 2:
        raise InputError(
            "bands-unreadable", f"The band {band.name} of {product.title} does not cover the same area as the others.",
            "Choose bands of the same extent.",
        )  # fmt: skip


def _require_files(product: Product, band: ProductBand, files: Mapping[tuple[str, int], Sequence[str]]) -> None:
    """Requires the files of a band to exist and to open.

    GDAL's driver would read zeros for a missing file, and for one that it has failed to open before.

    Raises:
        InputError: `product-incomplete`.
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
    """For products of several granules, the count that lack a band's file, as "N of the M granules of "; else ""."""
    return f"{product.tiles - len(names)} of the {product.tiles} granules of " if product.tiles > 1 else ""


def _require_file(product: Product, band: ProductBand, name: str) -> None:
    """Requires a band's file to open and to have the size that the metadata give.

    Raises:
        InputError: `product-incomplete`.
    """
    try:
        with gdal_env(), rasterio.DatasetReader(product.store.gdal_path(name), driver=list(IMAGE_DRIVERS)) as source:
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
            f"The file of band {band.name} in {product.title} differs in size from the metadata.",
            "Download the product again, or choose other bands.",
        )


def _source_of(band: ProductBand, metres: int) -> BandSource:
    resampling = "nearest" if band.resolution == metres else "bilinear" if band.resolution > metres else "average"
    return BandSource(band.subdataset, band.index, band.grid.shape, band.name, band.radiometry, resampling)


def _grid_at(band: ProductBand, metres: int) -> Grid:
    """The grid of a band's extent, with pixels of another size."""
    factor = band.resolution / metres
    own = band.grid.transform
    transform = Affine(own.a / factor, own.b / factor, own.c, own.d / factor, own.e / factor, own.f)
    return Grid(band.grid.crs, transform, round(band.grid.height * factor), round(band.grid.width * factor))
