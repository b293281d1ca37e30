"""What the panel lets people choose: bands, area, products, models; what it greys, and what it says of the evidence."""

import sys

import pytest
from qgis.core import (
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest

from geoinpaint_qgis.gui.run import commands, estimate
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.runner.models import canonical
from tests.plugin import scenes
from tests.plugin.algorithms import INSIDE, TRIANGLE, differences
from tests.plugin.panel import click, layer, run
from tests.plugin.trained import model_file, trained_model
from tests.plugin.waiting import wait


@pytest.fixture
def models(tmp_path, monkeypatch):
    """The user's folder of models, empty."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setenv("GEOINPAINT_MODELS", str(folder))
    return folder


def box(left, top, right, bottom):
    """A part of the place by its rows and columns."""
    west, north = scenes.ORIGIN
    return QgsRectangle(west + 10 * left, north - 10 * bottom, west + 10 * right, north - 10 * top)


def choose_area(dock, kind):
    dock.raster.area.combo.setCurrentIndex(dock.raster.area.combo.findData(kind))


# --- bands and area --------------------------------------------------------------------------------------------------


def test_bands_are_ticked_by_name(dock, project, tmp_path):
    combo = dock.raster.bands
    assert [combo.itemText(row) for row in range(combo.count())] == list(scenes.BANDS)
    assert dock.request().bands == []
    combo.setItemCheckState(2, Qt.CheckState.Checked)
    assert dock.request().bands == [3]
    dock.mask.layers.tick([layer(project, "mask")])
    run(dock)
    assert QgsRasterLayer(str(tmp_path / "scene_inpainted_coherent.tif")).bandCount() == 1
    dock.raster.combo.setLayer(layer(project, "sar"))
    assert dock.request().bands == []


def test_the_drawn_box_limits_figures_and_fill(dock, project, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    wait(lambda: "8.5 %" in dock.mask.figures.text())
    choose_area(dock, "box")
    assert "drag a box" in dock.footer.hint.text()
    dock.raster.area.set_box(box(200, 200, 210, 210))
    assert "does not touch" in dock.footer.hint.text()
    dock.raster.area.set_box(box(0, 0, 50, 96))  # ten of the hole's columns
    assert not dock.footer.hint.text()
    assert dock.request().extent == box(0, 0, 50, 96)
    wait(lambda: "3.3 %" in dock.mask.figures.text())
    run(dock)
    filled, scene = scenes.pixels(tmp_path / "scene_inpainted_coherent.tif"), scenes.pixels(tmp_path / "scene.tif")
    changed = {col for row in range(96) for col in range(96) if filled[row][col] != scene[row][col]}
    assert min(changed) == 40
    assert max(changed) == 49


def test_the_box_is_dragged_on_the_map(dock, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    choose_area(dock, "box")
    assert dock.raster.area.draw.isChecked()
    assert canvas.mapTool() is not None
    place = canvas.viewport()
    QTest.mousePress(place, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.rect().center())
    QTest.mouseMove(place, place.rect().center() / 2)
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.rect().center() / 2)
    extent = dock.request().extent
    assert not extent.isEmpty()
    assert layer(QgsProject.instance(), "scene").extent().contains(extent)
    assert canvas.mapTool() is None


def test_map_and_selection_are_areas_too(dock, project, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    choose_area(dock, "map")
    canvas.setExtent(box(10, 10, 20, 20))
    assert dock.request().extent.width() < layer(project, "scene").extent().width()
    choose_area(dock, "selection")
    assert "Select the polygons" in dock.request().missing()
    shapes = QgsVectorLayer("Polygon?crs=EPSG:4326", "shapes", "memory")
    feature = QgsFeature()
    shape = QgsGeometry.fromRect(box(30, 30, 40, 40))
    scene = layer(project, "scene")
    shape.transform(QgsCoordinateTransform(scene.crs(), shapes.crs(), project))
    feature.setGeometry(shape)
    shapes.dataProvider().addFeatures([feature])
    project.addMapLayer(shapes)
    shapes.selectAll()
    request = dock.request()
    assert (request.area, request.area_selected, request.extent) == (shapes, False, None)
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
    shapes.dataProvider().addFeatures([feature])
    assert dock.request().area_selected
    assert commands.problem(dock.request())
    assert commands.problem(commands.saved(dock.request())) is None
    shapes.selectByIds([2])
    assert "does not touch" in dock.request().missing()


def click_on(canvas, col, row, button=Qt.MouseButton.LeftButton, modifier=Qt.KeyboardModifier.NoModifier):
    """Click on the map, at a pixel of the place."""
    west, north = scenes.ORIGIN
    point = canvas.getCoordinateTransform().transform(west + 10 * col, north - 10 * row)
    at = QPoint(round(point.x()), round(point.y()))
    QTest.mouseMove(canvas.viewport(), at)
    QTest.mouseClick(canvas.viewport(), button, modifier, at)


def draw_on(canvas, corners, **kwargs):
    for col, row in corners:
        click_on(canvas, col, row, **kwargs)
    click_on(canvas, *corners[-1], button=Qt.MouseButton.RightButton)


def test_the_drawn_polygon_limits_figures_and_fill_to_its_shape(dock, project, qgis_iface, tmp_path):
    canvas, area = qgis_iface.mapCanvas(), dock.raster.area
    dock.mask.layers.tick([layer(project, "mask")])
    choose_area(dock, "polygon")
    assert area.draw.isChecked()
    assert "click its corners" in dock.footer.hint.text()
    draw_on(canvas, TRIANGLE)
    assert not dock.footer.hint.text()
    assert not dock.request().extent
    draw_on(canvas, [(41, 31), (47, 31), (47, 37), (41, 37)], modifier=Qt.KeyboardModifier.ShiftModifier)
    assert dock.mask.drawn.empty  # they are not the mask's
    assert area.drawn.layer not in dock.mask.layers.listed()
    wanted = {(r, c) for r, c in INSIDE if not (31 < r + 0.5 < 37 and 41 < c + 0.5 < 47)}
    share = 100 * len(wanted) / 96**2
    wait(lambda: f"{share:.0f}." in dock.mask.figures.text() or f"{share - 0.5:.0f}." in dock.mask.figures.text())
    run(dock)
    assert canvas.mapTool() is None
    changed = differences(str(tmp_path / "scene_inpainted_coherent.tif"), str(tmp_path / "scene.tif"))
    assert len(changed ^ wanted) < 0.1 * len(wanted)  # the clicks fall on pixels of the screen
    QTest.mouseClick(area.wipe, Qt.MouseButton.LeftButton)
    assert "click its corners" in dock.request().missing()
    area.drawn.undo()
    assert dock.request().missing() is None
    choose_area(dock, "whole")
    assert dock.request().area is None


def test_the_drawn_area_is_saved_with_the_project(dock, project, tmp_path):
    area = dock.raster.area
    choose_area(dock, "polygon")
    area._stroked(QgsGeometry.fromRect(box(30, 30, 40, 40)), False)
    project.write(str(tmp_path / "p.qgs"))
    project.read(str(tmp_path / "p.qgs"))
    assert not area.drawn.empty
    assert next(area.drawn.layer.getFeatures()).geometry().area() == pytest.approx(100 * 100)
    assert dock.mask.drawn.empty


def test_a_product_comes_with_its_classification(dock, project, product, monkeypatch):
    monkeypatch.setattr(dock.raster, "_ask_resolution", lambda found: next(f for f in found if f[0] == 20))
    for kind in ("folder", "zip"):
        dock.raster.open_product(product[kind])
        scene = dock.raster.scene()
        assert scene.name().endswith("_20m")
        assert scene.isValid()
        classes = dock.mask.classification.currentLayer()
        assert classes.name().endswith("_SCL")
        assert dock.footer.start.isEnabled(), dock.footer.hint.text()
        assert sources.raster(scene, QgsProcessingContext()).path == product[kind if kind == "zip" else "metadata"]
        wait(lambda: "9.0 % will be filled: 1 hole" in dock.mask.figures.text())  # grown by 2 px of 20 m
        project.removeMapLayers([scene.id(), classes.id()])
        dock.mask.classification.setLayer(None)
        wait(lambda: not dock.mask.figures.text())


def test_a_product_is_filled_in_its_own_order_of_bands(dock, project, product, tmp_path, monkeypatch):
    monkeypatch.setattr(dock.raster, "_ask_resolution", lambda found: found[0])
    dock.raster.open_product(product["folder"])
    scene = dock.raster.scene()
    dock.result.output.setFilePath(str(tmp_path / "filled.tif"))
    assert "--resolution 10 --bands B4,B3,B2,B8 " in commands.geoinpaint(dock.request(), windows=False)
    run(dock)
    assert dock.footer.state == "done", dock.footer.summary.text()
    names = sources.band_names(scene)
    expected = [canonical(names[number - 1]) for number in sources.spectral(names)]
    assert len(expected) == 4
    result = QgsRasterLayer(str(tmp_path / "filled.tif"))
    assert [canonical(name) for name in sources.band_names(result)] == expected
    assert result.renderer().type() == scene.renderer().type()


def test_what_is_no_product_is_said(dock, said, tmp_path):
    dock.raster.open_product(str(tmp_path))
    assert "no Sentinel-2 product" in said[-1]


# --- evidence --------------------------------------------------------------------------------------------------------


def test_each_date_says_what_it_shows_of_the_hole(dock, project, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    wait(lambda: "shows" in dock.evidence.references.item(0).text() and not dock.evidence.busy)
    half = scenes.write(
        tmp_path / "half_20190101.tif",
        [scenes.grid(lambda row, col: 0 if col < 53 else 1000)] * 3,  # half of the hole's columns
        nodata=0,
    )
    project.addMapLayer(QgsRasterLayer(half, "half"))
    wait(lambda: not dock.evidence.busy and dock.evidence.references.item(1) is not None)
    wait(lambda: "shows" in dock.evidence.references.item(1).text())
    texts = [dock.evidence.references.item(row).text() for row in range(dock.evidence.references.count())]
    assert texts == [
        "earlier\n2018-09-28 · 100 % valid · shows 100 %",
        "half\n2019-01-01 · 44 % valid · shows 50 %",
    ]


def test_cards_that_need_torch_are_greyed_without_it(dock, project):
    dock.evidence.references.tick([layer(project, "earlier")])
    cards, preset = dock.evidence.cards, dock.evidence.preset
    cards.choose("dates")
    preset.setCurrentIndex(preset.findData("paper"))
    dock.evidence.method.set_lacks_torch(True)
    assert not cards.card("model").isEnabled()
    assert "full stage" in cards.card("model").accessibleDescription()
    assert cards.card("image").isEnabled()
    assert cards.card("dates").isEnabled()
    assert preset.currentData() == "fast"
    assert not preset.model().item(preset.findData("paper")).isEnabled()
    dock.evidence.method.set_lacks_torch(False)
    assert cards.card("model").isEnabled()


def test_the_engines_python_is_asked_for_torch(dock, monkeypatch, engine_python):
    wait(lambda: dock.stage.stage in ("full", "light"))
    assert dock.stage.lacks_torch == (dock.stage.stage == "light")
    monkeypatch.setenv("GEOINPAINT_PYTHON", sys.executable)  # QGIS's own has not all that the engine needs
    assert dock.stage.stage == ""
    dock.stage.look()
    wait(lambda: dock.stage._task is None)
    assert not dock.stage.lacks_torch


# --- trained models --------------------------------------------------------------------------------------------------


def test_models_are_added_described_and_removed(dock, models, tmp_path, said):
    table = dock.evidence.method.models
    dock.evidence.cards.choose("model")
    file = model_file(tmp_path / "mine.safetensors", title="Mine", data="Rome", figures={"rmse": 0.0123},
                      licence="CC0", warnings=["Only a test."])  # fmt: skip
    table.add_file(file)
    wait(lambda: not table.busy)
    assert not said
    names = [model.name for model in table.models]
    table.table.selectRow(names.index("mine"))
    assert table.about.text() == "Mine\nTrained on: Rome\nFigures: rmse 0.0123\nNote: Only a test."
    assert table.table.item(names.index("mine"), 2).text() == "CC0"
    assert dock.request().model == "mine"
    assert (models / "mine.safetensors").exists()
    table.add_file(file)
    wait(lambda: not table.busy)
    assert "already" in said[-1]
    table.table.selectRow(names.index("mine"))
    table.remove_chosen()
    wait(lambda: not table.busy)
    assert not (models / "mine.safetensors").exists()


def test_without_a_model_one_is_asked_for(dock, project, models):
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.cards.choose("model")
    dock.evidence.method.models.refresh()
    if not dock.evidence.method.models.models:
        assert "trained model" in dock.footer.hint.text()
        assert not dock.footer.start.isEnabled()


@pytest.mark.torch
def test_a_model_fills_from_the_panel(dock, project, models, tmp_path, engine_python):
    trained_model(models / "little.safetensors", engine_python)
    table = dock.evidence.method.models
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.cards.choose("model")
    table.refresh("little")
    run(dock)
    assert dock.footer.state == "done", dock.footer.summary.text()
    assert (tmp_path / "scene_inpainted_little.tif").exists()


# --- what is written beside the result -------------------------------------------------------------------------------


def test_report_and_uncertainty_are_written_beside_the_result(dock, project, tmp_path, monkeypatch, said):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile()))
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    dock.result.report.setChecked(True)
    dock.result.uncertainty.setChecked(True)
    run(dock)
    assert dock.footer.state == "done", dock.footer.summary.text()
    stem = "scene_inpainted_regression"
    assert dock.last.result().name() == stem
    root = project.layerTreeRoot()
    beside = layer(project, f"{stem}_uncertainty")
    assert root.findLayer(dock.last.result().id()).isVisible()
    assert not root.findLayer(beside.id()).isVisible()
    assert beside.bandCount() == 3
    middle = beside.dataProvider().sample(beside.extent().center(), 1)
    assert middle[1]
    assert middle[0] > 0
    click(dock.footer.report_button)
    assert opened == [str(tmp_path / f"{stem}_report.html")]
    assert "<html" in (tmp_path / f"{stem}_report.html").read_text(encoding="utf-8")
    (tmp_path / f"{stem}_report.html").unlink()
    click(dock.footer.report_button)
    assert "not there any more" in said[-1]
    dock.result.report.setChecked(False)
    dock.result.uncertainty.setChecked(False)
    run(dock)
    assert not dock.footer.report_button.isVisibleTo(dock.footer)


# --- time ------------------------------------------------------------------------------------------------------------


def test_times_follow_the_hole_and_what_runs_took(dock, project):
    estimate.forget()
    dock.mask.layers.tick([layer(project, "mask")])
    wait(lambda: dock.evidence.method.time.text() == "Will take a few seconds.")
    dock.evidence.cards.choose("image")  # the paper preset fits a network, over a window of 96 x 96
    assert dock.evidence.preset.itemText(0) == "Fast fit: a few seconds"
    assert dock.evidence.preset.itemText(1) == "Network of the paper (2022): about 2 min"
    assert dock.evidence.method.time.text() == "Will take a few seconds."
    dock.evidence.cards.choose("simple")
    request = dock.request()
    before = estimate.estimate(request, 500_000)
    estimate.learn(request, 500_000, 3 * before)
    assert estimate.estimate(request, 500_000) == pytest.approx(3 * before)
    estimate.learn(request, 3, 1000.0)  # too few pixels to say anything
    assert estimate.estimate(request, 500_000) == pytest.approx(3 * before)
    estimate.learn(request, 1000, 1000.0 * before)  # a small run says little of a large one
    assert estimate.estimate(request, 500_000) < 12 * before
    assert estimate.estimate(request, 1000) == pytest.approx(100 * estimate.START_S, rel=0.5), "not beyond all reason"
    estimate.forget()
    assert [estimate.about(seconds) for seconds in (44, 600, 4 * 3600)] == ["about 40 s", "about 10 min", "about 4 h"]
