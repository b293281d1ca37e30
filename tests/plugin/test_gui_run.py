"""The panel's runs with the real engine: from its buttons to a styled result, stopped, cancelled and failed."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from tests.plugin import scenes
from tests.plugin.algorithms import differences
from tests.plugin.panel import click, layer, run
from tests.plugin.waiting import PATIENCE_S, wait

ROOT = Path(__file__).parents[2]


def test_a_run_fills_styles_and_groups_and_can_be_compared(dock, project, tmp_path, qgis_iface, said):
    canvas = qgis_iface.mapCanvas()
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    run(dock)
    assert dock.footer.state == "done", dock.footer.summary.text()
    assert (tmp_path / "scene_inpainted_regression.tif").exists()
    assert "780 pixels filled" in dock.footer.summary.text()
    assert "hidden clear ground" in dock.footer.trust.text()
    assert "a simple fill" in dock.footer.trust.text()
    result = layer(project, "scene_inpainted_regression")
    assert project.layerTreeRoot().findGroup("GeoInpaint").findLayer(result.id()) is not None
    assert result.renderer().type() == layer(project, "scene").renderer().type()
    assert dock._preview.empty
    assert dock.result.output.lineEdit().placeholderText() == "scene_inpainted_regression_2.tif"

    before = len(canvas.scene().items())
    click(dock.footer.swipe_button)
    wait(lambda: dock.comparisons.comparison.ready)
    assert len(canvas.scene().items()) == before + 1
    click(dock.footer.blink_button)  # ends the swipe
    wait(lambda: dock.comparisons.comparison.ready)
    assert not dock.footer.swipe_button.isChecked()
    click(dock.footer.blink_button)
    assert len(canvas.scene().items()) == before
    assert canvas.mapTool() is None

    click(dock.footer.difference_button)
    wait(lambda: project.mapLayersByName("scene_inpainted_regression_minus_paste"))
    change = layer(project, "scene_inpainted_regression_minus_paste")
    assert change.dataProvider().sample(change.extent().center(), 1)[1]  # the middle of the scene is in the hole
    assert not [row for row in range(dock.mask.layers.count()) if "minus" in dock.mask.layers.item(row).text()]

    click(dock.footer.swipe_button)
    project.removeMapLayer(result.id())
    assert dock.comparisons.comparison is None
    assert dock.footer.state == "ready"
    assert not said


def test_another_map_tool_ends_the_swipe(dock, project, qgis_iface):
    from qgis.gui import QgsMapToolPan

    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.fill.setCurrentIndex(dock.evidence.fill.findData("telea"))
    run(dock)
    click(dock.footer.swipe_button)
    other = QgsMapToolPan(qgis_iface.mapCanvas())
    qgis_iface.mapCanvas().setMapTool(other)
    assert dock.comparisons.comparison is None
    assert not dock.footer.swipe_button.isChecked()
    assert qgis_iface.mapCanvas().mapTool() is other
    qgis_iface.mapCanvas().unsetMapTool(other)


def test_previews_show_over_the_map_in_the_scenes_stretch(dock, project, place):
    dock.mask.layers.tick([layer(project, "mask")])
    click(dock.footer.start)
    before = set(project.mapLayers())
    dock._on_event({"event": "preview", "path": place["clear"]})
    assert not dock._preview.empty
    assert set(project.mapLayers()) == before
    wait(lambda: not dock.running)
    assert dock._preview.empty


def test_a_failure_is_told_with_its_cause_and_log(dock, project, said, monkeypatch, tmp_path):
    empty = scenes.write(tmp_path / "empty.tif", [scenes.grid(lambda row, col: 0)])
    project.addMapLayer(QgsRasterLayer(empty, "empty"))
    dock.mask.layers.tick([layer(project, "empty")])
    run(dock)
    assert dock.footer.state == "failed"
    assert "nothing to fill" in dock.footer.summary.text()
    wait(lambda: said)  # after what QGIS says of the failed task
    assert said == [dock.footer.summary.text()]
    assert not dock.footer.compare.isVisibleTo(dock.footer)
    dock.copy_diagnostics()
    assert "nothing to fill" in QApplication.clipboard().text()
    dock.show_log()
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    boxes += dock.findChildren(QMessageBox)
    assert boxes
    for box in set(boxes):
        box.close()


@pytest.mark.parametrize("name", ["scene", "earlier", "mask"])
def test_a_layer_whose_file_is_gone_is_not_filled_from_what_qgis_still_draws(dock, project, tmp_path, name):
    moved = tmp_path / f"moved_{name}.tif"
    source = layer(project, name).source()
    moved.write_bytes(Path(source).read_bytes())
    gone = QgsRasterLayer(str(moved), "gone")
    project.addMapLayer(gone)
    roles = {"scene": layer(project, "scene"), "earlier": layer(project, "earlier"), "mask": layer(project, "mask")}
    roles[name] = gone
    dock.raster.choose(roles["scene"])
    dock.mask.layers.tick([roles["mask"]])
    dock.evidence.references.tick([roles["earlier"]])
    moved.unlink()
    click(dock.footer.start)
    wait(lambda: not dock.running)
    assert not list(tmp_path.glob("*inpainted*"))
    assert f"The file of the layer gone is not there any more: {moved}" in _shown(dock)


def _shown(dock):
    return f"{dock.footer.summary.text()} {dock.footer.hint.text()}"


def test_a_run_whose_raster_is_removed_from_the_project_ends_with_its_result(dock, project, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    click(dock.footer.start)
    assert dock.running
    project.removeMapLayer(layer(project, "scene").id())
    wait(lambda: not dock.running)
    assert dock.footer.state == "done", dock.footer.summary.text()
    assert "780 pixels filled" in dock.footer.summary.text()
    assert layer(project, "scene_inpainted_regression").isValid()


def test_cancel_leaves_no_file(dock, project, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    click(dock.footer.start)
    click(dock.footer.abandon)
    wait(lambda: not dock.running)
    assert dock.footer.state == "failed"
    assert "no file" in dock.footer.summary.text()
    from geoinpaint_qgis.runner.client import wait_for_endings

    assert wait_for_endings(PATIENCE_S)
    assert [path.name for path in tmp_path.iterdir()] == ["scene.tif"]


def shown_command(action):
    action.trigger()
    return shlex.split(QApplication.clipboard().text())


def test_the_engines_command_runs_as_it_was_copied_with_what_was_drawn(dock, project, tmp_path, said):
    dock.mask.layers.tick([layer(project, "mask")])
    west, north = scenes.ORIGIN
    shape = QgsGeometry.fromRect(QgsRectangle(west, north - 50, west + 50, north))
    dock.mask.drawn.stroke(shape, layer(project, "scene").crs(), subtract=False)
    assert shown_command(dock.footer.copy_qgis)[:3] == ["qgis_process", "run", "geoinpaint:classicalfill"]
    words = shown_command(dock.footer.copy_engine)
    assert said == ["The command is on the clipboard."] * 2
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, env=environ, check=False)
    assert done.returncode == 0, done.stderr
    assert len(differences(tmp_path / "scene_inpainted_coherent.tif", tmp_path / "scene.tif")) > 780
    assert len(list(tmp_path.glob("*.mask-*.gpkg"))) == 1  # the same shapes are written once


def test_stop_is_offered_only_where_there_is_a_best_so_far_and_cancel_always(dock, project):
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    click(dock.evidence.cards.card("dates"))
    assert dock.request().preset == "fast"
    click(dock.footer.start)
    assert dock.footer.abandon.isEnabled()
    wait(lambda: dock._state.hole_pixels is not None)  # the engine has said what it will do
    assert not dock.footer.keep.isVisibleTo(dock.footer)
    dock._on_event({"event": "started", "stoppable": True})
    assert dock.footer.keep.isVisibleTo(dock.footer)
    click(dock.footer.keep)
    assert not dock.footer.keep.isEnabled()
    assert "best so far" in dock.footer.headline.text()
    assert dock.footer.abandon.isEnabled()
    click(dock.footer.abandon)
    wait(lambda: not dock.running)
    assert dock.footer.state == "failed"


@pytest.mark.slow
@pytest.mark.torch
def test_the_network_can_be_stopped_with_the_best_so_far(dock, project, tmp_path):
    dock.mask.layers.tick([layer(project, "mask")])
    dock.evidence.references.tick([layer(project, "earlier")])
    click(dock.evidence.cards.card("dates"))
    dock.evidence.preset.setCurrentIndex(dock.evidence.preset.findData("paper"))  # which takes long enough
    click(dock.footer.start)
    wait(lambda: dock.footer.headline.text().startswith("Step"))
    click(dock.footer.keep)
    assert not dock.footer.keep.isEnabled()
    assert dock.footer.abandon.isEnabled()
    wait(lambda: not dock.running)
    assert dock.footer.state == "done", dock.footer.summary.text()
    assert (tmp_path / "scene_inpainted_mt.tif").exists()
