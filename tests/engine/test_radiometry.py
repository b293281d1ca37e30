"""What plain files tell: band names, dates, scale and offset."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from geoinpaint_engine.raster.bands import BAND_NAMES, normalise_band_name
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.radiometry import band_names, date_of, find_date, plain_spec, radiometry_of_tags


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("B2", "B02"), ("b02", "B02"), ("Band 2", "B02"), ("band_12", "B12"), ("B8A", "B8A"), ("b8a", "B8A"),
        ("B08A", "B8A"), ("B8", "B08"), ("B08_10m", "B08"), ("B4, central wavelength 665 nm", "B04"), ("blue", "B02"),
        ("Red Edge 2", "B06"), ("nir08", "B8A"), ("NIR", "B08"), ("swir16", "B11"), ("SWIR_2", "B12"),
        ("VV", "VV"), ("B13", "B13"), ("B2x", "B2x"), ("NDVI", "NDVI"), ("", ""), (None, ""),
    ],
)  # fmt: skip
def test_band_names(written: str | None, name: str) -> None:
    assert normalise_band_name(written) == name


def test_names_of_a_file_are_normalised_only_where_they_name_bands_once() -> None:
    assert band_names(["B2", "B3", "NDVI"]) == ("B02", "B03", "NDVI")
    assert band_names(["B2", "blue"]) is None
    assert band_names(["VV", "VH"]) is None
    assert band_names(["B2", None]) is None
    assert band_names(BAND_NAMES) == BAND_NAMES


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("S2_2018-10-08.tif", "2018-10-08"), ("T33TUF_20220615T100559_B02.jp2", "2022-06-15"),
        ("2022:06:15 10:05:59", "2022-06-15"), ("2022-06-15T10:05:59.024Z", "2022-06-15"),
        ("20181008T100559", "2018-10-08"), ("tile_20181340.tif", ""), ("2019-02-30", ""), ("201810081", ""),
        ("scene.tif", ""), ("12345678", ""),
    ],
)  # fmt: skip
def test_dates(text: str, date: str) -> None:
    assert find_date(text) == date


def test_which_date_wins() -> None:
    assert (
        date_of({"ACQUISITIONDATETIME": "2020-01-02", "TIFFTAG_DATETIME": "2024:01:01 00:00:00"}, "x") == "2020-01-02"
    )
    assert date_of({"TIFFTAG_DATETIME": "2024:01:01 00:00:00"}, "folder_20190101/S2_20181008.tif") == "2018-10-08"
    assert date_of({"TIFFTAG_DATETIME": "2024:01:01 00:00:00"}, "scene.tif") == "2024-01-01"
    assert date_of({}, "scene.tif") == ""


def test_metadata_of_products_in_tags() -> None:
    tags = {"BOA_QUANTIFICATION_VALUE": "10000"}
    assert radiometry_of_tags(tags, [{"BOA_ADD_OFFSET": "-1000"}, {}]) == (
        Radiometry(1e-4, -0.1),
        Radiometry(1e-4, 0.0),
    )
    assert radiometry_of_tags({"QUANTIFICATION_VALUE": "10000", "RADIO_ADD_OFFSET": "-1000"}, [{}]) == (
        Radiometry(1e-4, -0.1),
    )
    assert radiometry_of_tags({"PROCESSING_BASELINE": "05.09"}, [{}]) is None
    assert radiometry_of_tags({"QUANTIFICATION_VALUE": "none"}, [{}]) is None


def make(path: Path, *, count: int = 2, scales: tuple[float, ...] = (), photometric: str | None = None) -> str:
    extra = {"photometric": photometric, "alpha": "yes"} if photometric else {}
    with rasterio.open(path, "w", driver="GTiff", width=4, height=4, count=count, dtype="uint16", **extra) as target:
        target.write(np.ones((count, 4, 4), np.uint16))
        for i in range(1, 3):
            target.set_band_description(i, f"B{i + 1}")
        if scales:
            target.scales = scales
            target.offsets = (-0.1,) * count
    return str(path)


def test_a_plain_file_keeps_its_names_unless_asked(tmp_path: Path) -> None:
    path = make(tmp_path / "scene_20181008.tif")
    assert plain_spec(path).names is None
    spec = plain_spec(path, normalise=True)
    assert (spec.names, spec.date, spec.radiometry) == (("B02", "B03"), "2018-10-08", None)


def test_alpha_is_not_counted(tmp_path: Path) -> None:
    path = make(tmp_path / "rgba.tif", count=4, photometric="rgb")
    with rasterio.open(path, "r+") as target:
        target.set_band_description(3, "B4")
    spec = plain_spec(path, scale=1e-4, offset=-0.1, normalise=True)
    assert spec.names == ("B02", "B03", "B04")
    assert spec.radiometry == (Radiometry(1e-4, -0.1),) * 3


def test_what_is_given_wins_over_the_file(tmp_path: Path) -> None:
    path = make(tmp_path / "a.tif", scales=(1e-4, 1e-4))
    assert plain_spec(path).radiometry is None  # raster/ reads scale and offset itself
    assert plain_spec(path, offset=0.0).radiometry == (Radiometry(1e-4, 0.0),) * 2
    assert plain_spec(path, scale=2e-4).radiometry == (Radiometry(2e-4, 0.0),) * 2
