"""Curves of polygons over a series: the mean of clear and filled pixels, told from what lies elsewhere."""

import csv
import json

import numpy as np
import pyogrio
import pytest
import rasterio

from geoinpaint_engine import fill_series
from geoinpaint_engine.errors import InputError
from tests.engine.conftest import read_raster
from tests.engine.series_maker import CLEAR, DATES, make_dates
from tests.engine.vectors import polygon_wkb, ring_of, write_vector

CORNERS = {"field": [(20.3, 10.3), (60.2, 12.4), (58.3, 50.2), (24.2, 47.3)],
           "beside": [(90, 80), (100, 80), (100, 92), (90, 92)],
           "elsewhere": [(900, 900), (910, 900), (910, 910)]}  # fmt: skip
WAY = {"mask_suffix": "_mask", "mode": "classical", "threads": 1}


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    """A folder with three scenes in `in` and their series in `out`."""
    place = tmp_path_factory.mktemp("series")
    make_dates(place / "in", range(3))
    fill_series(place / "in", output=place / "out", **WAY)
    return place


def write_named(path, names, crs, transform):
    wkbs = [polygon_wkb(ring_of(transform, CORNERS[name], crs)) for name in names]
    pyogrio.raw.write(path, np.array(wkbs, dtype=object), [np.array(names, dtype=object)], ["Name"],
                      crs=crs or "EPSG:32633", geometry_type="Polygon")  # fmt: skip
    return path


def curves(series, polygons):
    """(rows by place, warnings) of the curves that a file of polygons gives."""
    result = fill_series([], output=series / "out", resume=True, polygons=polygons, **WAY)
    with (series / "out" / "curves.csv").open() as file:
        rows = list(csv.DictReader(file))
    return {
        name: [row for row in rows if row["place"] == name] for name in dict.fromkeys(row["place"] for row in rows)
    }, [(code, message) for _, code, message in result.warnings]


def ndvi_of(values):
    red, infrared = values[2].astype(float), values[3].astype(float)
    return (infrared - red) / (infrared + red)


@pytest.mark.parametrize(("name", "crs"), [("in.gpkg", None), ("degrees.geojson", "EPSG:4326")])
def test_means_are_those_of_the_pixels_inside(series, tmp_path, name, crs):
    with rasterio.open(series / "out" / DATES[0] / "filled.tif") as dataset:
        transform = dataset.transform
    polygons = write_named(tmp_path / name, list(CORNERS), crs, transform)
    found, warnings = curves(series, polygons)
    assert list(found) == ["field", "beside"]
    assert [row["date"] for row in found["field"]] == list(DATES[:3])
    inside = rasterio.features.rasterize(
        [({"type": "Polygon", "coordinates": [[*CORNERS["field"], CORNERS["field"][0]]]}, 1)], out_shape=(96, 104)
    ).astype(bool)
    for number, row in enumerate(found["field"]):
        at = series / "out" / DATES[number]
        index, flag = ndvi_of(read_raster(at / "filled.tif")), read_raster(at / "fill_flag.tif")[0]
        filled = inside & (flag == 1)
        assert float(row["ndvi"]) == pytest.approx(index[inside].mean(), abs=2e-5)
        assert float(row["clear_share"]) == pytest.approx(1 - filled.sum() / inside.sum(), abs=1e-4)
        assert row["kind"] == ("clear" if number == CLEAR else "filled")
        if number == CLEAR:
            assert row["low"] == ""
            assert row["seen"] == row["ndvi"]
            continue
        was = ndvi_of(read_raster(series / "in" / f"scene_{DATES[number]}.tif"))
        assert float(row["seen"]) == pytest.approx(was[inside].mean(), abs=2e-5)
        assert abs(was[inside].mean() - index[inside].mean()) > 0.001
        values, off = (read_raster(at / part).astype(float) for part in ("filled.tif", "uncertainty.tif"))
        with rasterio.open(at / "uncertainty.tif") as dataset:
            together = json.loads(dataset.tags()["GEOINPAINT_ERROR_CORRELATION"])[2][3]
        assert abs(together) > 0.1, "or the test says nothing of it"
        one, two = values[3] * off[2], values[2] * off[3]
        both = np.sqrt(one**2 + two**2 - 2 * together * one * two)
        deviation = (2 * both / (values[2] + values[3]) ** 2)[filled].sum() / inside.sum()
        assert float(row["high"]) - float(row["ndvi"]) == pytest.approx(1.645 * deviation, rel=2e-3)
    told = [message for code, message in warnings if code == "place-outside"]
    assert len(told) == 1
    assert "1 of the 3 polygons" in told[0]
    assert "elsewhere" in told[0]
    page = (series / "out" / "series.html").read_text()
    assert "field (mean of a polygon around 500" in page


def test_points_and_polygons_elsewhere_are_told(series, tmp_path):
    far = write_vector(tmp_path / "far.geojson", [polygon_wkb([(500, 400), (600, 400), (600, 500), (500, 400)])])
    result = fill_series([], output=series / "out", resume=True, polygons=far, points=[("sea", 1.0, 2.0)], **WAY)
    told = [message for _, code, message in result.warnings if code == "place-outside"]
    assert len(told) == 2
    assert "sea (1, 2)" in told[0]
    assert "1 of the 1 polygons" in told[1]
    assert "polygon 1" in told[1]
    lines = (series / "out" / "curves.csv").read_text().splitlines()
    assert len(lines) == 1, "the table tells that there is nothing"


def test_a_file_without_polygons_is_refused_before_the_work(tmp_path):
    make_dates(tmp_path / "in", range(2), rows=24, cols=24)
    points = {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [15, 41]}}]}  # fmt: skip
    (tmp_path / "points.geojson").write_text(json.dumps(points))
    (tmp_path / "broken.gpkg").write_text("no database")
    for name, code in (("points.geojson", "shapes-no-polygons"), ("broken.gpkg", "shapes-unreadable"),
                       ("none.gpkg", "file-missing")):  # fmt: skip
        with pytest.raises(InputError) as raised:
            fill_series(tmp_path / "in", output=tmp_path / "out", polygons=tmp_path / name, **WAY)
        assert raised.value.code == code
    assert not (tmp_path / "out").exists()
