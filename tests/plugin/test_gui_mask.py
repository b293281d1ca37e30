"""The mask in the panel: its figures beside the engine's own, drawn with real mouse events, saved with the project."""

import json
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from geoinpaint_qgis.gui.map_image import MapImage
from geoinpaint_qgis.gui.mask import overlay as overlays
from geoinpaint_qgis.gui.mask.drawing_tools import BRUSH, FREEHAND, POLYGON, MaskTool
from geoinpaint_qgis.gui.mask.drawn_mask import DrawnMask, Strokes
from geoinpaint_qgis.gui.mask.overlay import MaskOverlay, query_of, sentence
from geoinpaint_qgis.gui.mask.survey import MaskQuery, MaskSurvey, NotReadable, RasterMask, ShapeMask, survey
from geoinpaint_qgis.gui.request import Request
from tests.plugin import scenes
from tests.plugin.waiting import wait

HOLE_PIXELS = len(scenes.HOLE[0]) * len(scenes.HOLE[1])
WEST, NORTH = scenes.ORIGIN
ROOT = Path(__file__).parents[2]


def square(x, y, side):
    return QgsGeometry.fromRect(QgsRectangle(x, y, x + side, y + side))


# --- figures ---------------------------------------------------------------------------------------------------------


def test_figures_are_those_of_the_engine(place, tmp_path, engine_python):
    found = survey(MaskQuery(place["scene"], (RasterMask(place["scl"], (9,)),), dilate=3))
    answer = subprocess.run(
        [engine_python, "-m", "geoinpaint_engine", "mask", place["scene"], "-o", str(tmp_path / "m.tif"), "--scl",
         place["scl"], "--scl-classes", "9", "--dilate", "3", "--json"],
        cwd=ROOT / "engine", capture_output=True, text=True, check=True,
    )  # fmt: skip
    figures = json.loads(answer.stdout.strip().splitlines()[-1])["figures"]
    assert found.exact
    assert int(found.mask.sum()) == figures["hole_pixels"]
    assert found.holes == figures["holes"]


def test_sources_add_up_and_the_largest_hole_has_a_length(place):
    corner = bytes(square(WEST, NORTH - 50, 50).asWkb())
    found = survey(MaskQuery(place["scene"], (RasterMask(place["mask"]),), (ShapeMask((corner,)),)))
    assert int(found.mask.sum()) == HOLE_PIXELS + 25
    assert found.holes == 2
    assert (found.largest, found.unit) == (300.0, "m")  # 30 rows of 10 m
    assert found.mask[:5, :5].all()
    assert sentence(found) == "8.7 % will be filled: 2 holes, largest 300 m"


def test_a_raster_without_georeference_is_looked_at_as_qgis_shows_it(tmp_path):
    path = str(tmp_path / "plain.tif")
    made = gdal.GetDriverByName("GTiff").Create(path, 96, 90, 1)
    made.GetRasterBand(1).Fill(7)
    made.FlushCache()
    del made
    shape = (ShapeMask((bytes(square(10, -50, 40).asWkb()),)),)  # rows 10 to 50
    found = survey(MaskQuery(path, shapes=shape, within=(0, -20, 96, 0)))
    assert (int(found.mask.sum()), found.unit) == (40 * 10, "px")
    assert found.mask[10:20, 10:50].all()
    assert QgsRasterLayer(path).extent() == QgsRectangle(*found.bounds)


def test_nodata_counts_only_where_it_is_asked_for(tmp_path):
    plane = scenes.grid(lambda row, col: 0 if row < 10 else 100)
    path = scenes.write(tmp_path / "nodata.tif", [plane], nodata=0)
    everything = (ShapeMask((bytes(square(WEST, NORTH - 960, 960).asWkb()),)),)
    assert survey(MaskQuery(path, nodata=True)).mask.sum() == 960
    assert survey(MaskQuery(path, shapes=everything)).mask.sum() == 96 * 86
    assert survey(MaskQuery(path, shapes=everything, nodata=True)).mask.all()


def test_large_scenes_are_looked_at_coarsely(place, monkeypatch):
    monkeypatch.setattr("geoinpaint_qgis.gui.mask.survey.SIDE", 40)
    found = survey(MaskQuery(place["scene"], (RasterMask(place["mask"]),)))
    assert not found.exact
    assert found.mask.shape == (32, 32)
    assert found.share == pytest.approx(HOLE_PIXELS / scenes.SIZE**2, rel=0.1)
    assert sentence(found).startswith("About")


def test_what_cannot_be_read_is_told(place, tmp_path):
    missing = str(tmp_path / "missing.tif")
    assert survey(MaskQuery(place["scene"], (RasterMask(missing),))).unread == [missing]
    with pytest.raises(NotReadable):
        survey(MaskQuery(missing))


def test_sentences():
    import numpy as np

    empty = np.zeros((2, 2), dtype=bool)
    assert sentence(None) == ""
    assert "empty" in sentence(MaskSurvey(empty))
    assert sentence(MaskSurvey(empty, share=0.0412, holes=1, largest=1234, unit="m")) == (
        "4.1 % will be filled: 1 hole, largest 1.2 km"
    )


def test_a_layer_in_another_crs_lies_where_it_should(place, qgis_app):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "degrees", "memory")
    there = square(WEST + 100, NORTH - 500, 300)
    from qgis.core import QgsCoordinateTransform

    utm, degrees = QgsCoordinateReferenceSystem("EPSG:32633"), QgsCoordinateReferenceSystem("EPSG:4326")
    there.transform(QgsCoordinateTransform(utm, degrees, QgsProject.instance()))
    feature = QgsFeature(layer.fields())
    feature.setGeometry(there)
    layer.dataProvider().addFeatures([feature])
    question = query_of(Request(scene=QgsRasterLayer(place["scene"], "scene"), masks=[layer]))
    found = survey(question)
    assert 850 <= found.mask.sum() <= 950
    assert found.mask[35, 25]


def test_overlay_looks_away_from_the_window_and_leaves_nothing(place, qgis_app):
    canvas = QgsMapCanvas()
    items = len(canvas.scene().items())
    overlay = MaskOverlay(canvas)
    said = []
    overlay.said.connect(said.append)
    scene = QgsRasterLayer(place["scene"], "scene")
    overlay.follow(Request(scene=scene, masks=[QgsRasterLayer(place["mask"], "mask")]))
    wait(lambda: not overlay.busy)
    assert said == ["8.5 % will be filled: 1 hole, largest 300 m"]
    overlay.follow(Request(scene=scene))
    wait(lambda: not overlay.busy)
    assert said[-1] == ""
    overlay.follow(Request(scene=scene, nodata=True))
    overlay.detach()
    assert len(canvas.scene().items()) == items


def test_overlay_lies_over_the_hole(place, qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(192, 192)
    scene = QgsRasterLayer(place["scene"], "scene")
    canvas.setDestinationCrs(scene.crs())
    canvas.setExtent(scene.extent())
    answer = survey(MaskQuery(place["scene"], (RasterMask(place["mask"]),)))
    picture = MapImage(canvas)
    picture.show_image(overlays.mask_image(answer.mask, overlays.RED), scene.extent(), scene.crs())
    image = canvas.grab().toImage()
    row, column = 2 * 45, 2 * 53  # two screen pixels for each of the scene's, the hole's middle
    inside, outside = image.pixelColor(column, row), image.pixelColor(20, 20)
    assert inside.red() - inside.green() > 40
    assert outside.red() == outside.green()
    picture.detach()


# --- strokes ---------------------------------------------------------------------------------------------------------


def test_overlay_follows_the_filter_and_the_edits_of_a_mask_layer(place, qgis_app):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633&field=kind:string", "clouds", "memory")
    made = []
    for kind, x in (("cloud", 0), ("other", 100)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(square(WEST + x, NORTH - 50, 50))
        feature["kind"] = kind
        made.append(feature)
    layer.dataProvider().addFeatures(made)
    scene = QgsRasterLayer(place["scene"], "scene")
    shown = MaskOverlay(QgsMapCanvas())
    request = Request(scene=scene, masks=[layer])
    shown.follow(request)
    shown.follow(request)
    pixels = lambda: int(shown.answer.mask.sum()) if shown.answer is not None else 0  # noqa: E731
    wait(lambda: pixels() == 50)
    layer.setSubsetString("kind = 'cloud'")
    wait(lambda: pixels() == 25)
    layer.startEditing()
    another = QgsFeature(layer.fields())
    another.setGeometry(square(WEST + 200, NORTH - 100, 100))
    layer.addFeature(another)
    wait(lambda: pixels() == 125)
    layer.rollBack()
    wait(lambda: pixels() == 25)
    shown.detach()
    layer.setSubsetString("")
    assert not shown.busy


def test_strokes_add_subtract_undo_and_redo():
    strokes = Strokes()
    strokes.add(square(0, 0, 10))
    strokes.add(square(5, 0, 10))
    assert strokes.shape.area() == pytest.approx(150)
    strokes.subtract(square(0, 0, 5))
    assert strokes.shape.area() == pytest.approx(125)
    strokes.undo()
    strokes.undo()
    assert strokes.shape.area() == pytest.approx(100)
    strokes.redo()
    assert strokes.shape.area() == pytest.approx(150)
    strokes.add(square(100, 100, 1))
    assert not strokes.can_redo
    for _ in range(9):
        strokes.undo()
    assert strokes.shape.isEmpty()
    assert not strokes.can_undo


def test_a_stroke_that_crosses_itself_is_mended():
    eight = QgsGeometry.fromPolygonXY([[QgsPointXY(*p) for p in ((0, 0), (10, 10), (10, 0), (0, 10), (0, 0))]])
    strokes = Strokes()
    strokes.add(eight)
    assert strokes.shape.isGeosValid()
    assert strokes.shape.area() == pytest.approx(50)


@pytest.fixture
def project(qgis_app):
    project = QgsProject.instance()
    yield project
    project.clear()


def test_drawing_is_saved_with_the_project_and_can_go_on(project, tmp_path):
    drawn = DrawnMask(project)
    drawn.stroke(square(0, 0, 10), QgsCoordinateReferenceSystem("EPSG:32633"), subtract=False)
    assert drawn.layer.featureCount() == 1
    assert project.write(str(tmp_path / "p.qgs"))
    project.clear()
    assert drawn.empty
    assert project.read(str(tmp_path / "p.qgs"))
    assert not drawn.empty
    assert next(drawn.layer.getFeatures()).geometry().area() == pytest.approx(100)
    drawn.stroke(square(10, 0, 10), QgsCoordinateReferenceSystem("EPSG:32633"), subtract=False)
    assert drawn.strokes.shape.area() == pytest.approx(200)
    drawn.shut_down()


def test_removing_the_layer_forgets_the_drawing(project):
    drawn = DrawnMask(project)
    drawn.stroke(square(0, 0, 10), QgsCoordinateReferenceSystem("EPSG:32633"), subtract=False)
    told = []
    drawn.changed.connect(lambda: told.append(drawn.empty))
    project.removeMapLayer(drawn.layer.id())
    assert told == [True]
    drawn.stroke(square(0, 0, 1), QgsCoordinateReferenceSystem("EPSG:32633"), subtract=True)
    assert drawn.layer is None  # nothing to cut out of
    drawn.shut_down()


# --- tools -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(400, 400)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    canvas.setExtent(QgsRectangle(0, 0, 400, 400))
    canvas.show()
    yield canvas
    canvas.close()


class Drawing:
    """A tool on a canvas, and what it has drawn."""

    def __init__(self, canvas, kind):
        self.strokes, self.history, self.place = [], [], canvas.viewport()
        self.tool = MaskTool(canvas, kind, lambda shape, cut: self.strokes.append((shape, cut)), self.history.append)
        self.canvas = canvas
        canvas.setMapTool(self.tool)

    def click(self, *points, button=Qt.MouseButton.LeftButton, keys=Qt.KeyboardModifier.NoModifier):
        for point in points:
            QTest.mouseClick(self.place, button, keys, QPoint(*point))

    def drag(self, *points, keys=Qt.KeyboardModifier.NoModifier):
        QTest.mousePress(self.place, Qt.MouseButton.LeftButton, keys, QPoint(*points[0]))
        for point in points[1:]:
            # QTest.mouseMove moves the pointer, which the offscreen platform does not have
            at, left = QPointF(*point), Qt.MouseButton.LeftButton
            QApplication.sendEvent(
                self.place, QMouseEvent(QEvent.Type.MouseMove, at, at, left, left, Qt.KeyboardModifier.NoModifier)
            )
        QTest.mouseRelease(self.place, Qt.MouseButton.LeftButton, keys, QPoint(*points[-1]))


def test_polygon_by_clicks_finished_with_the_right_button(canvas):
    drawing = Drawing(canvas, POLYGON)
    drawing.click((100, 100), (200, 100), (300, 350))
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)  # not that one
    drawing.click((200, 200), (100, 200))
    drawing.click((0, 0), button=Qt.MouseButton.RightButton)
    [(shape, cut)] = drawing.strokes
    assert shape.area() == pytest.approx(100 * 100, rel=0.05)
    assert not cut
    drawing.tool.detach()


def test_polygon_with_shift_cuts_and_escape_gives_up(canvas):
    drawing = Drawing(canvas, POLYGON)
    drawing.click((10, 10), (50, 10), (50, 50))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    drawing.click((0, 0), button=Qt.MouseButton.RightButton)
    assert not drawing.strokes
    drawing.click((10, 10), (50, 10), (50, 50), keys=Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert [cut for _, cut in drawing.strokes] == [True]
    drawing.tool.detach()


def test_freehand_follows_the_mouse(canvas):
    drawing = Drawing(canvas, FREEHAND)
    drawing.drag((100, 100), (200, 100), (200, 200), (100, 200))
    [(shape, _)] = drawing.strokes
    assert shape.area() == pytest.approx(100 * 100, rel=0.05)
    drawing.tool.detach()


def test_brush_paints_its_width_and_brackets_change_it(canvas):
    drawing = Drawing(canvas, BRUSH)
    drawing.tool.set_radius(20)
    drawing.drag((100, 200), (200, 200))
    drawing.click((300, 300))
    line, dot = (shape.area() for shape, _ in drawing.strokes)
    assert line == pytest.approx(100 * 40 + 3.14 * 400, rel=0.05)
    assert dot == pytest.approx(3.14 * 400, rel=0.05)
    QTest.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert drawing.tool.radius == 25
    drawing.tool.detach()


def test_control_z_and_y_reach_the_history(canvas):
    drawing = Drawing(canvas, BRUSH)
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert drawing.history == [False, True]
    drawing.tool.detach()


def test_tools_leave_no_rubber_band(canvas):
    def bands():
        return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]

    drawing = Drawing(canvas, BRUSH)
    drawing.drag((100, 200), (200, 200))
    other = QgsMapToolPan(canvas)
    canvas.setMapTool(other)
    drawing.tool.detach()
    assert not bands()
    assert canvas.mapTool() is other
    canvas.unsetMapTool(other)
