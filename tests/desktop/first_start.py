"""Driven inside a real QGIS Desktop (run.sh with PLUGIN=zip): the first day with the built zip.

Through the plugin installer, the engine set up offline from a folder of wheels, a fill, a batch with a broken scene, a
cancelled run, uninstalled. Environment: GEOINPAINT_ZIP, GEOINPAINT_WHEELS, GEOINPAINT_BASE_PYTHON (for which the wheels
are).
"""

import json
import os
import re
import sys
import threading
import time
from pathlib import Path

import processing
import pyplugin_installer
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog, QPushButton
from qgis.utils import active_plugins, iface, loadPlugin, plugin_paths, plugins, startPlugin, unloadPlugin

ROOT = os.environ["GEOINPAINT_ROOT"]
sys.path[:0] = [ROOT, f"{ROOT}/tests/desktop"]

from driving import OUT, answer_file_dialog, click, drive, engines, result, screenshot, wait_until  # noqa: E402

from tests.plugin import scenes  # noqa: E402

sys.path.remove(ROOT)  # the plugin under test is the one that will be installed

NAME = "geoinpaint_qgis"
WHEELS = os.environ["GEOINPAINT_WHEELS"]
REGISTRY = QgsApplication.processingRegistry()
SCENES = OUT / "scenes ä"


def docks():
    return [dock.objectName() for dock in iface.mainWindow().findChildren(QDockWidget)]


def install():
    begun = time.monotonic()
    pyplugin_installer.instance().installFromZipFile(os.environ["GEOINPAINT_ZIP"])
    result["install_s"] = time.monotonic() - begun
    yield 500
    assert NAME in active_plugins, active_plugins
    result["installed_in"] = sys.modules[NAME].__file__
    assert "profiles" in result["installed_in"]


def set_up():
    """The light stage, offline, with the buttons of the panel."""
    settings = sys.modules[f"{NAME}.settings"]
    settings.save("base_python", os.environ["GEOINPAINT_BASE_PYTHON"])
    plugins[NAME]._action.trigger()
    yield 800
    box = plugins[NAME]._dock.engine
    assert "not set up" in box.label.text()
    assert REGISTRY.algorithmById("geoinpaint:inpaint").canExecute()[0] is False
    screenshot("first_start")
    wheels = OUT / "wheels ö"
    wheels.unlink(missing_ok=True)
    wheels.symlink_to(WHEELS)
    answer_file_dialog(wheels)
    click(next(button for button in box.buttons.findChildren(QPushButton) if "ffline" in button.text()))
    yield from wait_until(lambda: box.dialog is not None, 30, "the question")
    yield 500
    result["asked"] = [box.dialog.light.text(), box.dialog.full.text(), box.dialog.free.text(), box.dialog.card.text()]
    screenshot("set_up")
    click(box.dialog.go)
    begun, said, widths = time.monotonic(), [], set()
    while box.busy and time.monotonic() - begun < 390:
        widths.add(plugins[NAME]._dock.width())
        if box.busy and said[-1:] != [box.label.text()]:
            said.append(box.label.text())
            if said[-1].startswith("Installing") and "setting_up" not in result:
                result["setting_up"] = said[-1]
                screenshot("setting_up")
        yield 50
    assert not box.busy
    result["set_up_s"] = time.monotonic() - begun
    result["set_up_said"] = said
    assert len(widths) == 1, widths
    assert any(re.fullmatch(r"Fetching [a-z0-9-]+ \(\d+ of \d+\)", text) for text in said), said
    assert any(re.fullmatch(r"Installing [a-z0-9-]+ \(\d+ of \d+\)", text) for text in said), said
    result["said"] = box.label.text()
    yield 300
    screenshot("set_up_done")
    assert "test fill" in box.label.text(), box.label.text()
    assert REGISTRY.algorithmById("geoinpaint:inpaint").canExecute()[0] is True


def make_scenes():
    SCENES.mkdir(exist_ok=True)
    for name in ("a", "b", "broken"):
        scenes.scene(SCENES / f"{name}.tif")
    whole = (SCENES / "broken.tif").read_bytes()
    (SCENES / "broken.tif").write_bytes(whole[: len(whole) // 2])  # the head is there, the pixels are not
    scenes.scene(SCENES / "earlier.tif", date=3, cloudy=False)
    scenes.mask(SCENES / "mask.tif")
    options = {"width": 5000, "height": 5000}
    gdal.Translate(str(SCENES / "large.tif"), str(SCENES / "a.tif"), **options)
    gdal.Translate(str(SCENES / "large_mask.tif"), str(SCENES / "mask.tif"), **options)


def values(name, mask="mask"):
    return {
        "INPUT": str(SCENES / f"{name}.tif"),
        "MASKS": [str(SCENES / f"{mask}.tif")],
        "REFERENCES": [str(SCENES / "earlier.tif")],
    }


def fill_one():
    answer = processing.runAndLoadResults(
        "geoinpaint:classicalfill", {**values("a"), "OUTPUT": str(OUT / "filled.tif")}
    )
    result["filled"] = answer["FILLED_PIXELS"]
    layers = QgsProject.instance().mapLayers().values()
    assert [layer.name() for layer in layers] == ["a_inpainted_regression"]
    node = QgsProject.instance().layerTreeRoot().findLayer(next(iter(layers)).id())
    assert node.parent().name() == "GeoInpaint"
    yield 800
    screenshot("filled")


def batch_of_three():
    """Three scenes, the second of which is broken, in QGIS's own batch window."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    newer = Qgis.QGIS_VERSION_INT >= 34000
    rows = [
        {
            "PARAMETERS": {key: value if newer else repr(value) for key, value in values(name).items()},
            "OUTPUTS": {"OUTPUT": str(SCENES / f"{name}_batch.tif")},
        }
        for name in ("a", "broken", "b")
    ]
    file = OUT / "batch.json"
    file.write_text(json.dumps({"format": "batch_3.40", "rows": rows} if newer else rows))
    dialog = BatchAlgorithmDialog(REGISTRY.createAlgorithmById("geoinpaint:classicalfill"), iface.mainWindow())
    QFileDialog.getOpenFileName = lambda *_, **__: (str(file), "")
    dialog.mainWidget().load()
    dialog.show()
    yield 800

    def batched():
        return sorted(path.name for path in SCENES.glob("*_batch.tif"))

    click(dialog.runButton())
    yield from wait_until(lambda: "b_batch.tif" in batched() and not engines(), 120, "the third scene of the batch")
    yield 1000
    screenshot("batch")
    written = batched()
    result["batch"] = written
    assert written == ["a_batch.tif", "b_batch.tif"], written
    dialog.close()


def cancel_one():
    """A run that would take long, cancelled: the process is gone at once, and no file is left."""

    def written():
        return [path.name for path in SCENES.glob("large_filled*")]

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    output = str(SCENES / "large_filled.tif")
    parameters = {**values("large", "large_mask"), "REFERENCES": [], "FILL": "harmonic", "OUTPUT": output}
    ended = []
    algorithm = REGISTRY.createAlgorithmById("geoinpaint:classicalfill")
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda fine, _: ended.append(fine))
    QgsApplication.taskManager().addTask(task)
    yield from wait_until(engines, 20, "the engine's start")
    yield from wait_until(written, 60, "its first file")
    result["cancelled_with"] = written()
    begun = time.monotonic()
    feedback.cancel()
    yield from wait_until(lambda: ended, 5, "the end of the task")
    result["cancel_s"] = time.monotonic() - begun
    yield from wait_until(lambda: not engines(), 5, "the end of the process")
    result["gone_s"] = time.monotonic() - begun
    assert ended == [False]
    assert not written(), written()


def uninstall():
    assert unloadPlugin(NAME)
    yield 300
    begun = time.monotonic()
    assert loadPlugin(NAME)
    assert startPlugin(NAME)
    result["load_s"] = time.monotonic() - begun
    yield 300
    pyplugin_installer.instance().uninstallPlugin(NAME, quiet=True)
    yield 500
    assert NAME not in active_plugins
    assert REGISTRY.providerById("geoinpaint") is None
    assert not any((Path(path) / NAME).exists() for path in plugin_paths)
    assert "GeoInpaintDock" not in docks()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("geoinpaint")]


def tour():
    yield 500
    iface.mainWindow().setGeometry(0, 0, 1280, 800)
    assert REGISTRY.providerById("geoinpaint") is None
    make_scenes()
    yield from install()
    yield from set_up()
    yield from fill_one()
    yield from batch_of_three()
    yield from cancel_one()
    yield from uninstall()


drive(tour())
