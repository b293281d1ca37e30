"""Makes small but real Sentinel-2 products (.SAFE folders and their zips) that GDAL's SENTINEL2 driver opens."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

ALL_BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
METRES = {
    "B01": 60, "B02": 10, "B03": 10, "B04": 10, "B05": 20, "B06": 20, "B07": 20,
    "B08": 10, "B8A": 20, "B09": 60, "B10": 60, "B11": 20, "B12": 20,
}  # fmt: skip
ULX, ULY = 600_000, 4_700_040
EPSG = 32633


@dataclass(frozen=True)
class MadeProduct:
    """Where a made product lies, and the reflectance it was made from."""

    folder: Path
    metadata: Path
    granule: Path
    reflectance: Mapping[str, np.ndarray]  # band -> (rows, cols) at the band's own resolution

    def zipped(self, to: Path, *, compression: int = zipfile.ZIP_DEFLATED) -> Path:
        """The product as it would be downloaded: one zip with the .SAFE folder in it."""
        with zipfile.ZipFile(to, "w", compression) as archive:
            for path in sorted(self.folder.rglob("*")):
                archive.write(path, path.relative_to(self.folder.parent))
        return to


def reflectance_of(band: str, size: int, *, seed: int = 7) -> np.ndarray:
    """(rows, cols) float64 reflectance of smooth fields with some texture, `size` pixels of 10 m wide."""
    side = size * 10 // METRES[band]
    step = METRES[band]
    y, x = np.mgrid[0:side, 0:side] * step + step / 2
    number = ALL_BANDS.index(band)
    wave = np.sin(x / 300 + number) * np.cos(y / 370 - number / 3)
    texture = np.random.default_rng(seed + number).uniform(-0.01, 0.01, (side, side))
    return 0.2 + 0.02 * number + 0.08 * wave + texture


def write_jp2(path: Path, data: np.ndarray, metres: int) -> None:
    """(bands, rows, cols) integers as a lossless, georeferenced JPEG 2000."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(
        path, "w", driver="JP2OpenJPEG", width=data.shape[2], height=data.shape[1], count=data.shape[0],
        dtype=data.dtype, crs=f"EPSG:{EPSG}", transform=Affine(metres, 0, ULX, 0, -metres, ULY),
        QUALITY=100, REVERSIBLE="YES",
    ) as target:  # fmt: skip
        target.write(data)


def make_safe(
    parent: Path,
    *,
    level: str = "2A",
    baseline: str = "04.00",
    date: str = "20220615",
    size: int = 120,
    bands: Sequence[str] | None = None,
    nodata_rows: int = 0,
    scl: np.ndarray | None = None,
    classification: np.ndarray | None = None,
    cloud_gml: str | None = None,
    ground: Callable[[str, int], np.ndarray] = reflectance_of,
) -> MadeProduct:
    """Writes a product under `parent`.

    Args:
        parent: folder that gets the .SAFE folder.
        level: "1C" or "2A".
        baseline: processing baseline; from 04.00 on the DN carry the offset -1000 and the metadata says so.
        date: sensing date, YYYYMMDD.
        size: side in pixels of 10 m; a multiple of 6.
        bands: bands present; None = all of the level.
        nodata_rows: rows of 60 m at the top without data (DN 0) in every band.
        scl: (size/2, size/2) uint8 scene classification of a level 2A product.
        classification: (3, size/6, size/6) uint8 cloud classification (opaque, cirrus, snow).
        cloud_gml: text of an older product's cloud mask file.
        ground: (band, size) -> (rows, cols) reflectance at the band's own resolution.
    """
    two = level == "2A"
    present = tuple(bands) if bands is not None else tuple(b for b in ALL_BANDS if not (two and b == "B10"))
    offset = -1000 if float(baseline) >= 4 else 0
    stamp, tile = f"{date}T100559", "T33TUF"
    name = f"S2A_MSIL{level}_{stamp}_N{baseline.replace('.', '')}_R022_{tile}_{date}T150000"
    folder = parent / f"{name}.SAFE"
    granule = folder / "GRANULE" / f"L{level}_{tile}_A036459_{date}T101216"

    images: list[str] = []
    reflectance: dict[str, np.ndarray] = {}

    def store(image: str, data: np.ndarray, metres: int) -> None:
        where = granule / "IMG_DATA" / (f"R{metres}m" if two else "")
        suffix = f"_{metres}m" if two else ""
        path = where / f"{tile}_{stamp}_{image}{suffix}.jp2"
        write_jp2(path, data, metres)
        images.append(path.relative_to(folder).with_suffix("").as_posix())

    for band in present:
        metres = METRES[band]
        reflectance[band] = ground(band, size)
        dn = np.clip(np.rint(reflectance[band] * 10_000) - offset, 1, 65_535).astype(np.uint16)
        dn[: nodata_rows * 60 // metres] = 0
        store(band, dn[None], metres)
    if two:
        classes = scl if scl is not None else np.full((size // 2, size // 2), 4, np.uint8)
        store("SCL", classes[None], 20)
    if classification is not None:
        write_jp2(granule / "QI_DATA" / "MSK_CLASSI_B00.jp2", classification, 60)
    if cloud_gml is not None:
        (granule / "QI_DATA").mkdir(parents=True, exist_ok=True)
        (granule / "QI_DATA" / "MSK_CLOUDS_B00.gml").write_text(cloud_gml)

    (granule / "MTD_TL.xml").write_text(_tile_xml(level, size))
    metadata = folder / f"MTD_MSIL{level}.xml"
    metadata.write_text(_product_xml(level, baseline, offset, date, name, granule.name, images))
    (folder / "manifest.safe").write_text("<xfdu/>")
    return MadeProduct(folder, metadata, granule, reflectance)


def cloud_gml_text(polygons_xy: Sequence[Sequence[tuple[float, float]]], *, kind: str = "OPAQUE") -> str:
    """An older product's cloud mask: outer rings in CRS units."""
    members = "".join(
        f"""<eop:MaskFeature gml:id="{kind}.{i}"><eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">{kind}</eop:maskType>
<eop:extentOf><gml:Polygon gml:id="{kind}.{i}_Polygon"><gml:exterior><gml:LinearRing>
<gml:posList srsDimension="2">{" ".join(f"{x:g} {y:g}" for x, y in ring)}</gml:posList>
</gml:LinearRing></gml:exterior></gml:Polygon></eop:extentOf></eop:MaskFeature>"""
        for i, ring in enumerate(polygons_xy)
    )
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="MSK_CLOUDS">
<gml:name>MSK_CLOUDS_B00</gml:name>
<gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG:8.7:{EPSG}">
<gml:lowerCorner>600000 4690000</gml:lowerCorner><gml:upperCorner>609000 4700040</gml:upperCorner>
</gml:Envelope></gml:boundedBy>
<eop:maskMembers>{members}</eop:maskMembers></eop:Mask>
"""


def _tile_xml(level: str, size: int) -> str:
    sizes = "".join(
        f'<Size resolution="{m}"><NROWS>{size * 10 // m}</NROWS><NCOLS>{size * 10 // m}</NCOLS></Size>'
        f'<Geoposition resolution="{m}"><ULX>{ULX}</ULX><ULY>{ULY}</ULY><XDIM>{m}</XDIM><YDIM>-{m}</YDIM></Geoposition>'
        for m in (10, 20, 60)
    )
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<n1:Level-{level}_Tile_ID xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/S2_PDI_Level-{level}_Tile_Metadata.xsd">
<n1:General_Info><TILE_ID metadataLevel="Brief">T33TUF</TILE_ID></n1:General_Info>
<n1:Geometric_Info><Tile_Geocoding metadataLevel="Brief">
<HORIZONTAL_CS_NAME>WGS84 / UTM zone 33N</HORIZONTAL_CS_NAME><HORIZONTAL_CS_CODE>EPSG:{EPSG}</HORIZONTAL_CS_CODE>
{sizes}</Tile_Geocoding></n1:Geometric_Info>
</n1:Level-{level}_Tile_ID>
"""


def _product_xml(
    level: str, baseline: str, offset: int, date: str, name: str, granule: str, images: Sequence[str]
) -> str:
    iso = f"{date[:4]}-{date[4:6]}-{date[6:]}"
    if level == "2A":
        quantification = (
            '<QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>'
            '<AOT_QUANTIFICATION_VALUE unit="none">1000.0</AOT_QUANTIFICATION_VALUE>'
            '<WVP_QUANTIFICATION_VALUE unit="cm">1000.0</WVP_QUANTIFICATION_VALUE></QUANTIFICATION_VALUES_LIST>'
        )
        group, item = "BOA_ADD_OFFSET_VALUES_LIST", "BOA_ADD_OFFSET"
    else:
        quantification = '<QUANTIFICATION_VALUE unit="none">10000</QUANTIFICATION_VALUE>'
        group, item = "Radiometric_Offset_List", "RADIO_ADD_OFFSET"
    offsets = ""
    if offset:
        offsets = "".join(f'<{item} band_id="{i}">{offset}</{item}>' for i in range(len(ALL_BANDS)))
        offsets = f"<{group}>{offsets}</{group}>"
    files = "".join(f"<IMAGE_FILE>{image}</IMAGE_FILE>" for image in images)
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<n1:Level-{level}_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-{level}.xsd">
<n1:General_Info>
<Product_Info>
<PRODUCT_START_TIME>{iso}T10:05:59.024Z</PRODUCT_START_TIME><PRODUCT_STOP_TIME>{iso}T10:05:59.024Z</PRODUCT_STOP_TIME>
<PRODUCT_URI>{name}.SAFE</PRODUCT_URI><PROCESSING_LEVEL>Level-{level}</PROCESSING_LEVEL>
<PRODUCT_TYPE>S2MSI{level}</PRODUCT_TYPE><PROCESSING_BASELINE>{baseline}</PROCESSING_BASELINE>
<Datatake datatakeIdentifier="GS2A_{date}T100559_036459_N{baseline}"><SPACECRAFT_NAME>Sentinel-2A</SPACECRAFT_NAME>
<DATATAKE_SENSING_START>{iso}T10:05:59.024Z</DATATAKE_SENSING_START></Datatake>
<Query_Options completeSingleTile="true"><PRODUCT_FORMAT>SAFE_COMPACT</PRODUCT_FORMAT></Query_Options>
<Product_Organisation><Granule_List><Granule datastripIdentifier="S2A_OPER_MSI_L{level}_DS" imageFormat="JPEG2000"
 granuleIdentifier="S2A_OPER_MSI_L{level}_TL_VGS4_{granule}">{files}</Granule></Granule_List></Product_Organisation>
</Product_Info>
<Product_Image_Characteristics>
<Special_Values><SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_INDEX>0</SPECIAL_VALUE_INDEX></Special_Values>
{quantification}{offsets}
</Product_Image_Characteristics>
</n1:General_Info>
</n1:Level-{level}_User_Product>
"""
