"""The profile across the seam: scene, result, other dates and the 90 % band, each told by a legend."""

import math

import pytest
from osgeo import gdal
from qgis.core import QgsPointXY, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QGuiApplication
from qgis.PyQt.QtTest import QTest

from geoinpaint_qgis.gui.compare.profile_data import date_bands, sample
from geoinpaint_qgis.gui.compare.profile_legend import Entry, Legend
from geoinpaint_qgis.gui.compare.profile_plot import DATES, value_range
from tests.plugin import scenes
from tests.plugin.waiting import wait

ROW, FIRST, LAST = 45, 20, 80  # pixels of a line through the hole


def middle(col):
    west, north = scenes.ORIGIN
    return QgsPointXY(west + 10 * col + 5, north - 10 * ROW - 5)


def line(path, band):
    return scenes.pixels(path, band)[ROW][FIRST : LAST + 1]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def filled(dock, project, place):
    """The panel after a run with two other dates and the uncertainty."""
    project.addMapLayer(QgsRasterLayer(place["earliest"], "earliest"))
    dock.mask.layers.tick(project.mapLayersByName("mask"))
    dates = [project.mapLayersByName(name)[0] for name in ("earlier", "earliest")]
    dock.evidence.references.tick(dates)
    dock.result.uncertainty.setChecked(True)
    dock.raster.scene().setName("scene_20181008")
    dock._canvas.setDestinationCrs(dock.raster.scene().crs())
    click(dock.footer.start)
    wait(lambda: not dock.running)
    assert dock.footer.state == "done", dock.footer.summary.text()
    return dock


def test_it_shows_scene_result_dates_and_band_and_says_which_is_which(filled, project, place, tmp_path):
    canvas = filled._canvas
    items = len(canvas.scene().items())
    click(filled.footer.profile_button)
    window = filled.comparisons.profile
    window.look(middle(FIRST), middle(LAST))
    profile = window.profile
    assert len(profile.distances) == 61
    assert profile.distances[-1] == pytest.approx(600)
    assert profile.filled == [40 <= col < 66 for col in range(FIRST, LAST + 1)]
    assert profile.before[0] == line(tmp_path / "scene.tif", 1)
    assert profile.after[2] == line(tmp_path / "scene_inpainted_regression.tif", 3)
    oldest_first = [line(place[name], 2) for name in ("earliest", "earlier")]
    assert [date[1] for date in profile.dates] == oldest_first
    told = [entry.text for entry in window.legend.entries]
    assert told == ["scene", "result", "90 % band", "filled", "2018-09-18 (\u221220 d)", "2018-09-28 (\u221210 d)"]
    picture = window.plot.grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    for colour in DATES[:2]:
        assert any(near(QColor(name), QColor(colour)) for name in drawn), colour
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry()), (screen, window.geometry())
    window.close()
    assert filled.comparisons.profile is None
    assert not filled.footer.profile_button.isChecked()
    assert len(canvas.scene().items()) == items
    assert canvas.mapTool() is None

    click(filled.footer.profile_button)
    project.removeMapLayer(project.mapLayersByName("earliest")[0].id())
    assert filled.comparisons.profile is None, "a date that it shows is gone"
    click(filled.footer.profile_button)
    assert len(filled.comparisons.profile.legend.entries) == 5
    project.removeMapLayer(filled.last.result().id())
    assert filled.comparisons.profile is None


def near(one, other):
    return max(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb())) < 40  # noqa: B905 - Python 3.9


def test_a_date_is_compared_in_the_results_units_by_the_names_of_its_bands(qgis_app, place, tmp_path):
    gdal.Translate(str(tmp_path / "turned.tif"), place["earlier"], bandList=[3, 1, 2])
    scene, result = QgsRasterLayer(place["scene"]), QgsRasterLayer(place["clear"])
    turned = QgsRasterLayer(str(tmp_path / "turned.tif"))
    assert date_bands(turned, scene, result, [1, 2, 3]) == [2, 3, 1]
    other = gdal.Open(str(tmp_path / "turned.tif"), gdal.GA_Update)
    for band in (1, 2, 3):
        other.GetRasterBand(band).SetScale(0.0001)
        other.GetRasterBand(band).SetOffset(-0.1)
    other = None
    declared = QgsRasterLayer(str(tmp_path / "turned.tif"))
    ends = (middle(FIRST), middle(LAST))
    options = {"scene_bands": [1, 2, 3], "dates": [turned, declared]}
    plain = sample(scene, result, ends, scene.crs(), **options).dates
    assert plain[0][0] == line(place["earlier"], 1)
    assert all(math.isnan(value) for value in plain[1][0]), "reflectance beside numbers of an unknown scale"
    gdal.Translate(str(tmp_path / "result.tif"), place["clear"])
    other = gdal.Open(str(tmp_path / "result.tif"), gdal.GA_Update)
    for band in (1, 2, 3):
        other.GetRasterBand(band).SetScale(0.0001)
    other = None
    scaled = sample(scene, QgsRasterLayer(str(tmp_path / "result.tif")), ends, scene.crs(), **options).dates
    assert scaled[0][0] == pytest.approx([0.0001 * value for value in line(place["earlier"], 1)])
    assert scaled[1][0] == pytest.approx([0.0001 * value - 0.1 for value in line(place["earlier"], 1)])


def test_a_cloudy_date_does_not_flatten_the_fill():
    assert value_range([100.0, 200.0, math.nan], [120.0, 9000.0]) == (100.0, 250.0)
    assert value_range([100.0, 200.0], [math.nan, 60.0]) == (60.0, 200.0)
    assert value_range([100.0, 200.0], []) == (100.0, 200.0)
    assert value_range([math.nan], [1.0]) is None


def test_a_legend_takes_as_many_rows_as_it_needs(qgis_app):
    legend = Legend([Entry(f"2018-07-{day} (+{day} d)", fill=QColor("red")) for day in range(10, 16)])
    assert legend.heightForWidth(300) >= 3 * legend.heightForWidth(4000)
    legend.resize(300, legend.heightForWidth(300))
    picture = legend.grab().toImage()
    assert picture.pixelColor(10, legend.height() - 10).name() == "#ff0000", "the last row is painted too"
