"""The panel as a whole: what it offers and says, and its end."""

import gc
import sys
import threading
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QWidget,
)

from geoinpaint_qgis.gui.dock import GeoInpaintDock
from geoinpaint_qgis.gui.map_image import MapImage
from geoinpaint_qgis.gui.widgets import Column
from geoinpaint_qgis.runner import messages
from tests.plugin import scenes
from tests.plugin.panel import click, layer, run
from tests.plugin.waiting import wait

ROOT = Path(__file__).parents[2]


# --- what it offers --------------------------------------------------------------------------------------------------


def test_run_is_offered_once_everything_is_chosen(dock, project):
    assert not dock.footer.start.isEnabled()
    assert "what to fill" in dock.footer.hint.text()
    dock.mask.layers.tick([layer(project, "mask")])
    assert dock.footer.start.isEnabled()
    assert not dock.footer.hint.text()
    dock.mask.layers.tick([])
    dock.mask.classification.setLayer(layer(project, "scl"))
    assert dock.footer.start.isEnabled()
    dock.mask.classes.setText("3,x")
    assert not dock.footer.start.isEnabled()
    assert "3,8-10" in dock.footer.hint.text()


def test_cards_are_greyed_with_the_reason_until_their_evidence_is_there(dock, project):
    cards = dock.evidence.cards
    assert cards.card("image").isEnabled()
    assert not cards.card("dates").isEnabled()
    assert "another date" in cards.card("dates").accessibleDescription()
    dock.evidence.references.tick([layer(project, "earlier")])
    assert cards.card("dates").isEnabled()
    assert "Sentinel-1" in cards.card("both").accessibleDescription()
    click(cards.card("dates"))
    assert dock.request().label == "mt"
    project.removeMapLayer(layer(project, "earlier").id())
    assert cards.current() == "simple"


def test_lists_hold_what_can_be_meant(dock, project):
    def names(layers):
        return [layers.item(row).text().splitlines()[0] for row in range(layers.count())]

    assert names(dock.mask.layers) == ["mask", "scl"]
    assert names(dock.evidence.references) == ["earlier"]
    assert names(dock.evidence.radar) == ["sar"]


def test_a_preset_sets_classes_and_proposes_dilation(dock, project):
    dock.mask.classification.setLayer(layer(project, "scl"))
    assert dock.mask.dilate.value() == 3
    dock.mask.dilate.setValue(0)
    dock.mask.preset.menu().actions()[2].trigger()
    assert dock.mask.classes.text() == "8-9"
    assert dock.mask.dilate.value() == 3
    request = dock.request()
    assert (request.classification.name(), request.classes, request.dilate) == ("scl", "8-9", 3)


def test_result_is_proposed_beside_the_scene(dock, tmp_path):
    assert dock.result.output.lineEdit().placeholderText() == "scene_inpainted_coherent.tif"
    assert dock.request().output_path() == str(tmp_path / "scene_inpainted_coherent.tif")
    dock.result.output.setFilePath(str(tmp_path / "mine"))
    assert dock.request().output_path() == str(tmp_path / "mine.tif")


def test_without_an_engine_one_sentence_says_so(dock, project, monkeypatch, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    monkeypatch.delenv("GEOINPAINT_PYTHON")
    monkeypatch.setenv("GEOINPAINT_ENVIRONMENT", str(tmp_path / "none"))
    dock.refresh()
    assert not dock.footer.start.isEnabled()
    assert "not set up" in dock.footer.hint.text()


def test_figures_follow_mask_and_drawing(dock, project):
    dock.mask.layers.tick([layer(project, "mask")])
    wait(lambda: "8.5 %" in dock.mask.figures.text())
    west, north = scenes.ORIGIN
    shape = QgsGeometry.fromRect(QgsRectangle(west, north - 50, west + 50, north))
    dock.mask.drawn.stroke(shape, layer(project, "scene").crs(), subtract=False)
    wait(lambda: "2 holes" in dock.mask.figures.text())
    click(dock.mask.undo)
    wait(lambda: "1 hole" in dock.mask.figures.text())


def test_drawing_tools_take_turns_and_give_the_map_back(dock, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    click(dock.mask.tools["polygon"])
    assert canvas.mapTool().kind == "polygon"
    click(dock.mask.tools["brush"])
    assert canvas.mapTool().kind == "brush"
    assert not dock.mask.tools["polygon"].isChecked()
    click(dock.mask.tools["brush"])
    assert canvas.mapTool() is None


def test_every_control_has_a_name_for_screen_readers_and_can_be_reached_by_key(dock):
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QAbstractSpinBox)
    nameless = []
    for widget in (w for kind in kinds for w in dock.widget().findChildren(kind)):
        inner = widget.parent() is not None and isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
        of_qt = widget.objectName().startswith("qt_") or type(widget.parent()).__name__ in (
            "QgsFilterLineEdit",
            "QTableWidget",
        )
        if inner or of_qt or widget.isHidden() or widget.parentWidget().isHidden():
            continue
        texts = (widget.accessibleName(), getattr(widget, "text", str)(), widget.toolTip())
        if not any(texts):
            nameless.append(widget)
        assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus or type(widget.parent()).__name__.startswith("Qgs"), (
            widget
        )
    assert not nameless, [(type(w).__name__, type(w.parent()).__name__, w.objectName()) for w in nameless]


@pytest.mark.parametrize("language", ["", "de", "fr"])
def test_nothing_is_cut_off_at_the_side(request, qgis_app, tmp_path, language):
    sys.path.insert(0, str(ROOT / "scripts"))
    import translations

    translator = QTranslator()
    if language:
        file = tmp_path / "texts.qm"
        file.write_bytes(translations.compiled(translations.translations(dict(translations.languages())[language])))
        assert translator.load(str(file))
    QCoreApplication.installTranslator(translator)
    try:
        dock = request.getfixturevalue("dock")
        dock.raster.area.combo.setCurrentIndex(dock.raster.area.combo.findData("polygon"))
        dock.mask.classification.setLayer(layer(QgsProject.instance(), "scl"))
        column = dock.widget().findChild(Column)
        bar = column.verticalScrollBar().sizeHint().width()
        wait(lambda: column.viewport().width() >= column.widget().minimumSizeHint().width())
        needed = column.widget().minimumSizeHint().width() + bar
        assert needed <= column.minimumSizeHint().width() <= dock.minimumSizeHint().width() <= 500
    finally:
        QCoreApplication.removeTranslator(translator)


def test_it_fits_a_small_screen(dock):
    assert dock.minimumSizeHint().height() < 500
    assert dock.minimumSizeHint().width() < 420


# --- its end ---------------------------------------------------------------------------------------------------------


def test_closing_in_the_middle_of_everything_leaves_nothing_behind(provider, project, qgis_iface, tmp_path):
    canvas, window = qgis_iface.mapCanvas(), qgis_iface.mainWindow()
    gc.collect()
    items, children = len(canvas.scene().items()), len(window.findChildren(QWidget))
    dock = GeoInpaintDock(qgis_iface, window)
    dock.raster.choose(layer(project, "scene"))
    dock.show()
    dock.mask.layers.tick([layer(project, "mask")])
    click(dock.mask.tools["brush"])
    dock.mask.overlay.follow(dock.request(), again=True)
    run(dock)
    click(dock.footer.swipe_button)
    click(dock.footer.start)
    assert dock.running
    dock.close_down()
    dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert canvas.mapTool() is None
    wait(lambda: not QgsApplication.taskManager().activeTasks())
    # Python also lists the threads of QGIS's own pool that it has seen
    wait(lambda: not [t for t in threading.enumerate() if t.name.startswith("geoinpaint")])
    assert not [item for item in canvas.scene().items() if isinstance(item, MapImage)]
    assert len(canvas.scene().items()) == items
    assert len(window.findChildren(QWidget)) == children
    project.addMapLayer(QgsRasterLayer(str(tmp_path / "scene.tif"), "another"))  # nobody listens any more
    assert not list(tmp_path.glob("*.partial"))


# --- before and beside a run -----------------------------------------------------------------------------------------


def test_what_is_wrong_with_the_file_is_told_before_the_run(dock, project, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    for name, words in (("x.png", "must end in .tif"), ("none/x.tif", "does not exist"), ("scene.tif", "overwrite")):
        dock.result.output.setFilePath(str(tmp_path / name))
        assert words in dock.footer.hint.text()
        assert not dock.footer.start.isEnabled()
    (tmp_path / "there.tif").write_bytes(b"")
    dock.result.output.setFilePath(str(tmp_path / "there.tif"))
    assert "replaced" in dock.footer.hint.text()
    assert dock.footer.start.isEnabled()


def test_a_project_closed_in_the_middle_of_a_run_ends_it_and_its_preview(dock, project, place, tmp_path, said):
    dock.mask.layers.tick([layer(project, "mask")])
    click(dock.footer.start)
    dock._on_event({"event": "preview", "path": place["clear"]})
    assert not dock._preview.empty
    project.clear()
    assert not dock.running
    assert said == ["Cancelled; no file was written."]
    assert dock._preview.empty
    assert dock.footer.state == "ready"
    wait(lambda: not QgsApplication.taskManager().activeTasks())
    assert not project.mapLayers()
    wait(dock.raster.isEnabled)
    project.clear()
    assert len(said) == 1


def test_another_scene_brings_the_overlay_back_and_forgets_the_growth(dock, project):
    dock.mask.dilate.setValue(7)
    dock.mask.eye.setChecked(False)
    dock.raster.choose(layer(project, "earlier"))
    assert dock.mask.eye.isChecked()
    assert dock.mask.dilate.value() == 0


def test_the_command_lines_words_do_not_reach_the_panel(qgis_app):
    from geoinpaint_qgis.runner.diagnosis import from_error_event

    event = {"code": "device-unavailable", "message": "There is no cuda here.", "hint": "Choose --device cpu."}
    assert "--" not in from_error_event(event).sentence()
    assert "settings" in from_error_event(event).sentence()
    warned = messages.translated("mask-many-values", "x.tif has 12 values; name classes=3,8-10.")
    assert "classes=" not in warned
