"""Makes small Sentinel-2 products as they were until 2016-12: long names, and several granules in one .SAFE folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

from tests.engine.safe_maker import ALL_BANDS, EPSG, METRES, ULX, ULY

STAMP = "20160205T132306"
TILES = ("T33TUF", "T33TVF")


def make_old_safe(
    parent: Path, ground: dict[str, np.ndarray], *, shift_m: int, epsgs: tuple[int, int] = (EPSG, EPSG)
) -> Path:
    """Writes a level 1C product of two granules, the second `shift_m` east of the first; its folder.

    Args:
        parent: folder that gets the .SAFE folder.
        ground: band -> (rows, cols) uint16 DN of both granules together, at the band's own resolution.
        shift_m: a multiple of 60 m, at most the width of a granule, which is all that the second leaves.
        epsgs: of the two granules.
    """
    folder = parent / f"S2A_OPER_PRD_MSIL1C_PDMC_{STAMP}_R022_V20160205T100559_20160205T100559.SAFE"
    listed = []
    for number, (tile, epsg) in enumerate(zip(TILES, epsgs, strict=True)):
        name = f"S2A_OPER_MSI_L1C_TL_EPA__{STAMP}_A003242_{tile}"
        granule = folder / "GRANULE" / f"{name}_N02.01"
        left = ULX + number * shift_m
        sizes = ""
        for band in ALL_BANDS:
            metres = METRES[band]
            width = ground[band].shape[1] - shift_m // metres
            start = number * shift_m // metres
            values = ground[band][:, start : start + width]
            path = granule / "IMG_DATA" / f"{name}_{band}.jp2"
            path.parent.mkdir(parents=True, exist_ok=True)
            with rasterio.open(
                path, "w", driver="JP2OpenJPEG", width=width, height=len(values), count=1, dtype="uint16",
                crs=f"EPSG:{epsg}", transform=Affine(metres, 0, left, 0, -metres, ULY), QUALITY=100, REVERSIBLE="YES",
            ) as target:  # fmt: skip
                target.write(values[None])
        for metres, band in ((10, "B02"), (20, "B05"), (60, "B01")):
            rows, cols = ground[band].shape[0], ground[band].shape[1] - shift_m // metres
            sizes += (
                f'<Size resolution="{metres}"><NROWS>{rows}</NROWS><NCOLS>{cols}</NCOLS></Size>'
                f'<Geoposition resolution="{metres}"><ULX>{left}</ULX><ULY>{ULY}</ULY>'
                f"<XDIM>{metres}</XDIM><YDIM>-{metres}</YDIM></Geoposition>"
            )
        (granule / f"{name.replace('_MSI_', '_MTD_')}.xml").write_text(_tile_xml(tile, epsg, sizes))
        images = "".join(f"<IMAGE_ID>{name}_{band}</IMAGE_ID>" for band in ALL_BANDS)
        listed.append(
            f'<Granule_List><Granules datastripIdentifier="S2A_OPER_MSI_L1C_DS" granuleIdentifier="{granule.name}"'
            f' imageFormat="JPEG2000">{images}</Granules></Granule_List>'
        )
    main = folder / f"S2A_OPER_MTD_SAFL1C_PDMC_{STAMP}_R022_V20160205T100559_20160205T100559.xml"
    main.write_text(_product_xml("".join(listed)))
    return folder


def _tile_xml(tile: str, epsg: int, sizes: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<n1:Level-1C_Tile_ID xmlns:n1="https://psd-12.sentinel2.eo.esa.int/PSD/S2_PDI_Level-1C_Tile_Metadata.xsd">
<n1:General_Info><TILE_ID metadataLevel="Brief">{tile}</TILE_ID></n1:General_Info>
<n1:Geometric_Info><Tile_Geocoding metadataLevel="Brief">
<HORIZONTAL_CS_NAME>WGS84 / UTM zone {epsg % 100}N</HORIZONTAL_CS_NAME>
<HORIZONTAL_CS_CODE>EPSG:{epsg}</HORIZONTAL_CS_CODE>
{sizes}</Tile_Geocoding></n1:Geometric_Info>
</n1:Level-1C_Tile_ID>
"""


def _product_xml(granules: str) -> str:
    names = "".join(f"<BAND_NAME>{band.replace('B0', 'B')}</BAND_NAME>" for band in ALL_BANDS)
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<n1:Level-1C_User_Product xmlns:n1="https://psd-12.sentinel2.eo.esa.int/PSD/User_Product_Level-1C.xsd">
<n1:General_Info>
<Product_Info>
<PRODUCT_START_TIME>2016-02-05T10:05:59.000Z</PRODUCT_START_TIME>
<PRODUCT_STOP_TIME>2016-02-05T10:05:59.000Z</PRODUCT_STOP_TIME>
<PROCESSING_LEVEL>Level-1C</PROCESSING_LEVEL><PRODUCT_TYPE>S2MSI1C</PRODUCT_TYPE>
<PROCESSING_BASELINE>02.01</PROCESSING_BASELINE>
<Datatake datatakeIdentifier="GS2A_20160205T100559_003242_N02.01"><SPACECRAFT_NAME>Sentinel-2A</SPACECRAFT_NAME>
<DATATAKE_SENSING_START>2016-02-05T10:05:59.000Z</DATATAKE_SENSING_START></Datatake>
<Query_Options><Band_List>{names}</Band_List><PRODUCT_FORMAT>SAFE</PRODUCT_FORMAT></Query_Options>
<Product_Organisation>{granules}</Product_Organisation>
</Product_Info>
<Product_Image_Characteristics>
<Special_Values><SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_INDEX>0</SPECIAL_VALUE_INDEX></Special_Values>
<QUANTIFICATION_VALUE unit="none">1000</QUANTIFICATION_VALUE>
</Product_Image_Characteristics>
</n1:General_Info>
</n1:Level-1C_User_Product>
"""
