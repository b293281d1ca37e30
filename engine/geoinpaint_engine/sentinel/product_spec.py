"""Chosen bands of a Sentinel-2 product on one resolution, as a virtual raster; what to open for a path of a user."""

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


def band_files(store: Store) -> dict[tuple[str, int], list[str]]:
    """Files of the bands in a product by (name, resolution in metres), one a granule; level 1C files name no metres."""
    native = dict.fromkeys(("B02", "B03", "B04", "B08"), 10) | dict.fromkeys(("B01", "B09", "B10"), 60)
    found: dict[tuple[str, int], list[str]] = {}
    for name in store.find(r"GRANULE/[^/]+/IMG_DATA/(?:R\d0m/)?[^/]+\.jp2"):
        band = band_of_image(name)
        metres = re.search(r"_(10|20|60)m\.jp2$", name)
        if band:
            found.setdefault((band, int(metres.group(1)) if metres else native.get(band, 20)), []).append(name)
    return found


def _product_around(path: Path) -> Path | None:
    """The product that a granule's folder or metadata file belongs to; None of anything else."""
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    if (not path.is_dir() and path.suffix.lower() != ".xml") or folder.parent.name != "GRANULE":
        return None
    product = folder.parent.parent
    return product if locate(product) is not None else None


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


def _require_ground(product: Product, band: ProductBand, grid: Grid) -> None:
    """Errors: InputError bands-unreadable where a band's file shows other ground than the image's grid."""
    apart = [abs(one - other) for one, other in zip(band.grid.bounds_xy, grid.bounds_xy, strict=True)]
    if band.grid.crs != grid.crs or max(apart) > max(grid.pixel_size) / 2:
        raise InputError(
            "bands-unreadable", f"The band {band.name} of {product.title} shows other ground than the others.",
            "Choose bands that lie on each other.",
        )  # fmt: skip


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
            f"The file of band {band.name} in {product.title} has another size than the metadata say.",
            "Download the product again, or choose other bands.",
        )


def _resampling(band: ProductBand, metres: int) -> str:
    return "nearest" if band.resolution == metres else "bilinear" if band.resolution > metres else "average"


def _grid_at(band: ProductBand, metres: int) -> Grid:
    """The grid of a band's extent with pixels of another size."""
    factor = band.resolution / metres
    own = band.grid.transform
    transform = Affine(own.a / factor, own.b / factor, own.c, own.d / factor, own.e / factor, own.f)
    return Grid(band.grid.crs, transform, round(band.grid.height * factor), round(band.grid.width * factor))
