"""What looks like cloud beside the mask: shown after a run in its own colour, filled at a click, detected, repeated."""

import json
import subprocess
import sys

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox

from geoinpaint_qgis.gui import panel_state
from geoinpaint_qgis.gui.mask.contamination import CLOUD, SHADOW, picture_of
from geoinpaint_qgis.gui.run import commands, recipes
from geoinpaint_qgis.gui.run.progress import grouped
from tests.plugin.algorithms import differences
from tests.plugin.scenes import pixels
from tests.plugin.waiting import wait


def add(path, name):
    layer = QgsRasterLayer(str(path), name)
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def walk(dock, soft_edged, tmp_path):
    """The panel with the soft-edged scene, its mask and its dates chosen."""
    scene = add(soft_edged["scene"], "soft_20180705")
    mask = add(soft_edged["mask"], "tight")
    dates = [add(path, path.rsplit("/")[-1][:-4]) for path in soft_edged["dates"]]
    dock.raster.choose(scene)
    dock.mask.layers.tick([mask])
    dock.evidence.references.tick(dates)
    dock.result.output.setFilePath(str(tmp_path / "filled.tif"))
    wait(lambda: not dock.mask.overlay.busy)
    return dock


def run(dock):
    QTest.mouseClick(dock.footer.start, Qt.MouseButton.LeftButton)
    assert dock.running, dock.footer.hint.text()
    wait(lambda: not dock.running)
    assert dock.footer.state == "done", dock.footer.summary.text()


def test_what_a_run_has_left_is_shown_and_filled_at_one_click(walk, soft_edged, tmp_path):
    dock, note = walk, walk.mask.contamination
    assert note.isHidden()
    assert note.picture.empty
    run(dock)
    assert not note.isHidden()
    assert "pixels that the mask leaves out look like cloud" in note.text.text()
    assert "neither filled" in note.text.text()
    assert note.picture.isVisible(), "the red goes when there is a result, this stays"
    image, scene = note.picture._image, dock.raster.scene()
    assert (image.width(), image.height()) == (scene.width(), scene.height())
    assert note.picture._extent == scene.extent()
    colours = {image.pixelColor(col, row).name() for row in range(128) for col in range(128)}
    assert len({"#000000", CLOUD.name(), SHADOW.name()} & colours) == 3, colours
    shown = sum(image.pixelColor(col, row).alpha() > 0 for row in range(128) for col in range(128))
    assert note.text.text().startswith(f"{grouped(shown)} pixels"), "those far from the mask count too"
    before = differences(str(tmp_path / "filled.tif"), soft_edged["scene"])
    QTest.mouseClick(dock.mask.grow, Qt.MouseButton.LeftButton, pos=QPoint(8, dock.mask.grow.height() // 2))
    assert dock.mask.grow.isChecked()
    assert not note.isHidden(), "it is still what the tick speaks of"
    dock.result.output.setFilePath(str(tmp_path / "grown.tif"))
    run(dock)
    assert "they were filled too" in note.text.text()
    after = differences(str(tmp_path / "grown.tif"), soft_edged["scene"])
    assert len(after) > 1.2 * len(before)
    mask = pixels(soft_edged["mask"])
    assert all(mask[row][col] for row, col in before)
    assert sum(not mask[row][col] for row, col in after) > 100
    dock.mask.dilate.setValue(2)
    assert note.isHidden(), "the mask is another"
    assert note.picture.empty


def test_a_broken_picture_is_passed_over():
    assert picture_of("no base64!") is None
    assert picture_of("AAAA") is None


def test_it_is_offered_where_dates_are_looked_at(walk):
    grow = walk.mask.grow
    assert not grow.isHidden()
    walk.evidence.fill.setCurrentIndex(walk.evidence.fill.findData("harmonic"))
    assert grow.isHidden()
    walk.mask.grow.setChecked(True)
    assert "GROW" not in walk.request().parameters("x.tif")
    walk.evidence.cards.choose("dates")
    assert not grow.isHidden()
    assert walk.request().parameters("x.tif")["GROW"] == "auto"


def test_clouds_are_detected_from_the_dates_without_any_mask(walk, soft_edged, tmp_path):
    walk.mask.layers.tick([])
    assert not walk.footer.start.isEnabled()
    walk.mask.detect.setChecked(True)
    assert walk.footer.start.isEnabled()
    wait(lambda: not walk.mask.overlay.busy)
    assert "when it runs" in walk.mask.figures.text()
    dates = walk.evidence.references.ticked()
    walk.evidence.references.tick([])
    assert "another date" in walk.footer.hint.text()
    walk.evidence.references.tick(dates)
    walk.evidence.cards.choose("model")
    assert not walk.footer.start.isEnabled()
    walk.evidence.cards.choose("simple")
    run(walk)
    mask = pixels(soft_edged["mask"])
    filled = differences(str(tmp_path / "filled.tif"), soft_edged["scene"])
    assert sum(mask[row][col] > 0 for row, col in filled) > 0.95 * sum(map(sum, mask))


def test_wishes_are_kept_repeated_and_written_as_commands(walk, project, tmp_path):
    walk.mask.grow.setChecked(True)
    walk.mask.detect.setChecked(True)
    walk.mask.detector.setChecked(True)
    words = commands.geoinpaint(walk.request())
    assert "--detect " in words
    assert "--detector ukis-csmask" in words
    assert "--grow auto" in words
    words = commands.qgis_process(walk.request())
    assert "DETECT=true" in words
    assert "DETECTOR=ukis-csmask" in words
    assert "GROW=auto" in words
    panel_state.write(walk, project)
    job = {"scene": {"path": "s.tif"}, "mask": [{"detect": True}, {"detector": "ukis-csmask"}], "mode": "classical",
           "grow": "auto", "output": {"path": "x.tif"}}  # fmt: skip
    recipe = tmp_path / "x.tif.recipe.json"
    recipe.write_text(json.dumps({"job": job, "inputs": []}), "utf-8")
    rerun = recipes.read(str(recipe))
    assert rerun.parameters["GROW"] == "auto"
    assert rerun.parameters["DETECT"] is True
    assert rerun.parameters["DETECTOR"] == "ukis-csmask"
    walk.mask.grow.setChecked(False)
    walk.mask.detect.setChecked(False)
    walk.mask.detector.setChecked(False)
    panel_state.read(walk, project)
    assert walk.mask.grow.isChecked()
    assert walk.mask.detect.isChecked()
    assert walk.mask.detector.isChecked()


def test_a_network_that_the_engine_lacks_is_offered(walk, tmp_path, monkeypatch):
    """In an environment of the plugin's own; nothing is fetched before the question is answered."""
    monkeypatch.setenv("GEOINPAINT_PYTHON", "")
    monkeypatch.setenv("GEOINPAINT_ENVIRONMENT", str(tmp_path / "env"))
    (tmp_path / "env" / "bin").mkdir(parents=True)
    (tmp_path / "env" / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "env" / "geoinpaint-environment.json").write_text('{"stage": "light"}')
    walk.mask.detector.setChecked(True)
    assert not walk.mask.get.isHidden()
    assert "Get it" in walk.footer.hint.text()
    walk.mask.get.click()
    box = walk.engine.findChild(QMessageBox)
    assert "ukis-csmask" in box.text()
    assert str(tmp_path / "env") in box.text()
    box.reject()
    assert not walk.engine.busy
    for name in ("ukis_csmask-1.0.0", "onnxruntime-1.32.0"):
        place = tmp_path / "env" / "lib" / "python3.11" / "site-packages" / f"{name}.dist-info"
        place.mkdir(parents=True)
        (place / "INSTALLER").write_text("pip")
    walk.engine.refresh()
    assert walk.mask.get.isHidden()
    assert "Get it" not in walk.footer.hint.text()
    walk.mask.detector.setChecked(False)


def test_the_toolbox_asks_the_network(fill, soft_edged, tmp_path, engine_python):
    if subprocess.run([engine_python, "-c", "import onnxruntime, ukis_csmask"], check=False).returncode:
        pytest.skip("the engine's Python has no ukis-csmask")
    found = fill("cloudmask", INPUT=soft_edged["scene"], MASKS=soft_edged["mask"], DETECTOR="ukis-csmask",
                 OUTPUT=str(tmp_path / "both.tif"))  # fmt: skip
    mask, both = pixels(soft_edged["mask"]), pixels(str(tmp_path / "both.tif"))
    assert all(both[row][col] for row in range(128) for col in range(128) if mask[row][col])
    assert found["MASKED_PIXELS"] >= sum(a > 0 for row in mask for a in row)


def test_the_toolbox_makes_a_mask_from_the_dates_alone(fill, soft_edged, tmp_path):
    output = str(tmp_path / "detected.tif")
    found = fill("cloudmask", INPUT=soft_edged["scene"], MASKS=None, REFERENCES=soft_edged["dates"], DETECT=True,
                 OUTPUT=output)  # fmt: skip
    mask = pixels(soft_edged["mask"])
    detected = pixels(output)
    inside = [detected[row][col] for row in range(128) for col in range(128) if mask[row][col]]
    assert sum(inside) > 0.95 * len(inside)
    assert found["MASKED_PIXELS"] > len(inside)


@pytest.mark.parametrize("moment", ["at once", "Looking for cloud", "Measuring", "Filling"])
def test_cancel_ends_a_run_at_every_moment_of_it(walk, tmp_path, moment):
    """The search for cloud, the hold-out and the fill each take a while here."""
    walk.evidence.cards.choose("dates")
    QTest.mouseClick(walk.footer.start, Qt.MouseButton.LeftButton)
    assert walk.running, walk.footer.hint.text()
    state = walk._state

    def come():
        return moment == "at once" or state.message.startswith(moment)

    wait(lambda: come() or not walk.running)
    assert walk.running, f"the run was over before it came to: {moment}"
    assert walk.footer.abandon.isEnabled()
    QTest.mouseClick(walk.footer.abandon, Qt.MouseButton.LeftButton)
    wait(lambda: not walk.running)
    assert walk._preview.empty
    assert walk.last.cancelled
    wait(lambda: not list(tmp_path.glob("filled.tif*")))


def test_it_goes_with_its_project(walk, project):
    run(walk)
    assert not walk.mask.contamination.picture.empty
    project.clear()
    wait(lambda: walk.mask.contamination.picture.empty)
    assert walk.mask.contamination.isHidden()
