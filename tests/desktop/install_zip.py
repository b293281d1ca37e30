"""Driven inside a real QGIS Desktop (--code): the built zip through the plugin installer, a fill, unload, uninstall.

Environment: GEOINPAINT_ZIP, GEOINPAINT_SCENES (a folder with scene.tif, mask.tif and earlier.tif), GEOINPAINT_PYTHON,
DESKTOP_OUT. To be run in a profile without the plugin, by ../shared/qgis/run_desktop.sh.
"""

import json
import os
import sys
import threading
import time
import traceback
from pathlib import Path

import processing
import pyplugin_installer
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import active_plugins, iface, loadPlugin, plugin_paths, startPlugin, unloadPlugin

OUT = Path(os.environ["DESKTOP_OUT"])
SCENES = Path(os.environ["GEOINPAINT_SCENES"])
NAME = "geoinpaint_qgis"
result = {}


def screenshot(name):
    QApplication.processEvents()
    QApplication.primaryScreen().grabWindow(0).save(str(OUT / f"{name}.png"))


def finish(code):
    (OUT / "result.json").write_text(json.dumps(result, indent=1, default=str))
    sys.stdout.flush()
    os._exit(code)


def docks():
    return [dock.objectName() for dock in iface.mainWindow().findChildren(QDockWidget)]


def steps():
    yield 500
    registry = QgsApplication.processingRegistry()
    assert registry.providerById("geoinpaint") is None
    before = (set(docks()), threading.active_count())
    begun = time.monotonic()
    pyplugin_installer.instance().installFromZipFile(os.environ["GEOINPAINT_ZIP"])
    result["install_s"] = time.monotonic() - begun
    yield 500
    assert NAME in active_plugins, active_plugins
    result["installed_in"] = sys.modules[NAME].__file__
    assert "profiles" in result["installed_in"]

    output = str(OUT / "filled.tif")
    answer = processing.runAndLoadResults(
        "geoinpaint:classicalfill",
        {
            "INPUT": str(SCENES / "scene.tif"),
            "MASKS": [str(SCENES / "mask.tif")],
            "REFERENCES": [str(SCENES / "earlier.tif")],
            "OUTPUT": output,
        },
    )
    result["filled"] = answer["FILLED_PIXELS"]
    layers = QgsProject.instance().mapLayers().values()
    result["layers"] = [layer.name() for layer in layers]
    assert "scene_inpainted_regression" in result["layers"]
    node = QgsProject.instance().layerTreeRoot().findLayer(next(iter(layers)).id())
    assert node.parent().name() == "GeoInpaint"
    yield 800
    screenshot("installed")

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
    assert registry.providerById("geoinpaint") is None
    assert not any((Path(path) / NAME).exists() for path in plugin_paths)
    after = (set(docks()), threading.active_count())
    assert after[0] == before[0], after[0] - before[0]
    assert after[1] <= before[1]


run = steps()


def step():
    try:
        QTimer.singleShot(next(run), step)
    except StopIteration:
        finish(0)
    except BaseException:
        result["error"] = traceback.format_exc()
        screenshot("failed")
        finish(1)


QTimer.singleShot(110000, lambda: (screenshot("watchdog"), finish(3)))
QTimer.singleShot(1500, step)
