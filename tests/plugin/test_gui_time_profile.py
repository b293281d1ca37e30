"""The time profile of a filled series: what a click on the map tells is what the engine tells of the same place."""

import csv
import json
import math
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from geoinpaint_qgis.gui.compare.time_data import CLEAR, CLOUDY, FILLED, TimeSeries, dates_in, folder_of
from tests.plugin import scenes
from tests.plugin.test_gui_profile import near
from tests.plugin.waiting import wait

DATES = ("2018-07-05", "2018-07-10", "2018-07-30")
NAMES = ("B02", "B04", "B08")
WEST, NORTH = scenes.ORIGIN
UNDER_CLOUD, BESIDE = (WEST + 505, NORTH - 455), (WEST + 105, NORTH - 105)


def run_engine(engine_python, *arguments):
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [engine_python, "-m", "geoinpaint_engine", "series", *map(str, arguments)], check=False,
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(root / "engine")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def series(tmp_path_factory, engine_python, qgis_app):
    """A series of three dates with scale and offset, that of the middle cloudy; one date declares neither."""
    folder = tmp_path_factory.mktemp("series ä")
    scenes_in = folder / "in"
    scenes_in.mkdir()
    for number, date in enumerate(DATES):
        path = scenes_in / f"S2_{date}.tif"
        planes = [
            scenes.grid(lambda row, col, band=band: 9000 if number == 1 and scenes.in_hole(row, col)  # noqa: B023
                        else 1000 * (number < 2) + scenes.ground(row, col, 3 * band, 2 * number))  # noqa: B023
            for band in range(3)
        ]  # fmt: skip
        scenes.write(path, planes, names=NAMES)
        if number < 2:
            file = gdal.Open(str(path), gdal.GA_Update)
            for band in (1, 2, 3):
                file.GetRasterBand(band).SetScale(0.0001)
                file.GetRasterBand(band).SetOffset(-0.1)
            file = None
        hole = scenes.grid(lambda row, col: int(number == 1 and scenes.in_hole(row, col)))  # noqa: B023
        scenes.write(scenes_in / f"S2_{date}_mask.tif", [hole], dtype=gdal.GDT_Byte)
    points = [f"{x},{y},{name}" for name, (x, y) in (("cloud", UNDER_CLOUD), ("clear", BESIDE))]
    run_engine(engine_python, scenes_in, "-o", folder / "rome", "--mask-suffix", "_mask", "--mode", "classical",
               "--threads", 1, "--point", points[0], "--point", points[1])  # fmt: skip
    return folder / "rome"


@pytest.fixture
def opened(dock, project, series):
    """The window of the series, whose layers are in the project."""
    for date in DATES:
        project.addMapLayer(QgsRasterLayer(str(series / date / "filled.tif"), f"rome {date}"))
    layer = project.mapLayersByName(f"rome {DATES[0]}")[0]
    dock._iface.mapCanvas().setDestinationCrs(layer.crs())
    dock._iface.mapCanvas().setExtent(layer.extent())
    dock._iface.setActiveLayer(layer)
    dock.times.action.trigger()
    return dock.times.window


def told_by_engine(series, name):
    lines = (series / "curves.csv").read_text(encoding="utf-8").splitlines()
    return [row for row in csv.DictReader(lines) if row["place"] == name]


@pytest.mark.parametrize(("name", "place"), [("cloud", UNDER_CLOUD), ("clear", BESIDE)])
def test_it_tells_what_the_engine_tells_of_a_place(series, name, place):
    crs = QgsCoordinateReferenceSystem("EPSG:32633")
    profile = TimeSeries(str(series))
    assert profile.names == [*NAMES, "NDVI"]
    moments = list(profile.moments(QgsPointXY(*place), crs))
    rows = told_by_engine(series, name)
    assert [one.date for one in moments] == [row["date"] for row in rows] == list(DATES)
    for moment, row in zip(moments, rows):  # noqa: B905 - Python 3.9
        assert moment.kind == row["kind"] == (FILLED if name == "cloud" and moment.date == DATES[1] else CLEAR)
        assert moment.values[3] == pytest.approx(float(row["ndvi"]), abs=1e-5)
        if moment.kind == FILLED:
            assert moment.values[3] + 1.645 * moment.deviations[3] == pytest.approx(float(row["high"]), abs=1e-5)
            assert moment.seen[3] == pytest.approx(float(row["seen"]), abs=1e-5)
            assert moment.seen[:3] == pytest.approx([0.8] * 3)
    # the third date declares no scale: its DN are told as reflectance, as the others are
    row, col = int((NORTH - place[1]) // 10), int((place[0] - WEST) // 10)
    assert moments[2].values[0] == pytest.approx(scenes.ground(row, col, 0, 4) / 10_000)
    assert profile.lost == []


def test_a_place_in_another_crs_and_one_elsewhere(series):
    profile = TimeSeries(str(series))
    utm, degrees = (QgsCoordinateReferenceSystem(name) for name in ("EPSG:32633", "EPSG:4326"))
    from qgis.core import QgsCoordinateTransform, QgsProject

    there = QgsCoordinateTransform(utm, degrees, QgsProject.instance()).transform(QgsPointXY(*UNDER_CLOUD))
    here = [one.values for one in profile.moments(QgsPointXY(*UNDER_CLOUD), utm)]
    assert [one.values for one in profile.moments(there, degrees)] == here
    assert list(profile.moments(QgsPointXY(0, 0), utm)) == [None] * 3


def test_what_could_not_be_filled_and_scenes_that_are_gone(series, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(series, copy)
    crs, point = QgsCoordinateReferenceSystem("EPSG:32633"), QgsPointXY(*UNDER_CLOUD)
    recipe = copy / DATES[1] / "filled.tif.recipe.json"
    document = json.loads(recipe.read_text())
    document["job"]["scene"]["path"] = str(tmp_path / "gone.tif")
    recipe.write_text(json.dumps(document))
    profile = TimeSeries(str(copy))
    filled = list(profile.moments(point, crs))[1]
    assert math.isnan(filled.seen[0])
    assert not math.isnan(filled.values[0])
    assert profile.lost == [DATES[1]]
    flag = gdal.Open(str(copy / DATES[1] / "fill_flag.tif"), gdal.GA_Update)
    flag.GetRasterBand(1).Fill(2)
    flag = None
    cloudy = list(TimeSeries(str(copy)).moments(point, crs))[1]
    assert cloudy.kind == CLOUDY
    assert math.isnan(cloudy.values[0])
    assert cloudy.seen[0] == pytest.approx(filled.values[0])


def test_a_scene_with_one_file_a_band_shows_what_a_cloud_shows(series, tmp_path):
    copy, bands = tmp_path / "copy", tmp_path / "S2_2018-07-10"
    shutil.copytree(series, copy)
    bands.mkdir()
    scene = series.parent / "in" / f"S2_{DATES[1]}.tif"
    for number, name in enumerate(NAMES, 1):
        gdal.Translate(str(bands / f"{name}.tif"), str(scene), bandList=[number])
    recipe = copy / DATES[1] / "filled.tif.recipe.json"
    document = json.loads(recipe.read_text())
    crs, point = QgsCoordinateReferenceSystem("EPSG:32633"), QgsPointXY(*UNDER_CLOUD)
    for path in (bands, bands / "*", bands / "item.json"):
        document["job"]["scene"]["path"] = str(path)
        recipe.write_text(json.dumps(document))
        profile = TimeSeries(str(copy))
        assert list(profile.moments(point, crs))[1].seen[:3] == pytest.approx([0.8] * 3)
        assert profile.lost == []
        profile.close()


def test_a_catalogue_leads_to_no_file_elsewhere(series, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(series, copy)
    item = copy / DATES[0] / f"{DATES[0]}.json"
    document = json.loads(item.read_text())
    document["assets"]["filled"]["href"] = str(series / DATES[0] / "filled.tif")
    item.write_text(json.dumps(document))
    assert [one.date for one in dates_in(str(copy))] == list(DATES[1:])
    (copy / "collection.json").write_text("[]")
    with pytest.raises(ValueError):
        TimeSeries(str(copy))


def test_a_click_on_the_map_shows_the_dates(opened, dock, project):
    assert opened is not None
    canvas = dock._iface.mapCanvas()
    items = len(canvas.scene().items())
    assert opened.band.currentText() == "NDVI"
    place = canvas.getCoordinateTransform().transform(QgsPointXY(*UNDER_CLOUD))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y())))
    wait(lambda: not opened.reading)
    assert [one.kind for one in opened.moments] == [CLEAR, FILLED, CLEAR]
    picture = opened.plot.grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    for colour in ("#d55e00", "#808080"):
        assert any(near(QColor(name), QColor(colour)) for name in drawn), colour
    told = [opened.plot.description_at(x) for x in range(opened.plot.width())]
    assert any(text.startswith(f"{DATES[1]}: ") and "90 % band" in text for text in told)
    assert {text.partition(":")[0] for text in told} == {"", *DATES}
    QTest.mouseClick(opened.copy, Qt.MouseButton.LeftButton)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["date", "kind", "B02 value", "B02 low"]
    assert [line.split("\t")[:2] for line in lines[1:]] == [
        [date, kind]
        for date, kind in zip(DATES, (CLEAR, FILLED, CLEAR))  # noqa: B905 - Python 3.9
    ]
    # a place that is typed; and one where there is nothing
    opened.place.setText("500105, 4999895")
    QTest.keyClick(opened.place, Qt.Key.Key_Return)
    wait(lambda: not opened.reading)
    assert [one.kind for one in opened.moments] == [CLEAR] * 3
    opened.place.setText("here")
    QTest.keyClick(opened.place, Qt.Key.Key_Return)
    assert "x, y" in opened.note.text()
    opened.look(QgsPointXY(0, 0))
    wait(lambda: not opened.reading)
    assert not opened.moments
    assert not opened.copy.isEnabled()
    opened.close()
    assert dock.times.window is None
    assert len(canvas.scene().items()) == items


def test_it_is_offered_for_dates_of_a_series_and_goes_with_them(opened, dock, project, said):
    first = project.mapLayersByName(f"rome {DATES[0]}")[0]
    assert folder_of(first)
    assert folder_of(project.mapLayersByName("scene")[0]) == ""
    for date in DATES[:2]:
        project.removeMapLayer(project.mapLayersByName(f"rome {date}")[0].id())
    assert dock.times.window is opened
    project.removeMapLayer(project.mapLayersByName(f"rome {DATES[2]}")[0].id())
    assert dock.times.window is None
    dock.times.action.trigger()
    assert dock.times.window is None
    assert "Choose a date of a filled series" in said[0]
