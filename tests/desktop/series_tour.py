"""Driven inside a real QGIS Desktop (run.sh): a series of real dates filled, played by the temporal controller, and its
time profile at a click. A screenshot of every step goes to DESKTOP_OUT, with result.json.
"""

import os
import shutil
import sys

import processing
from osgeo import gdal
from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QPushButton, QToolButton
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["GEOINPAINT_ROOT"] + "/tests/desktop")

from driving import OUT, ROOT, drive, result, screenshot, wait_until

DATA = ROOT.parent / "shared" / "data" / "s2bench" / "ts_rome"
DATES = ("2018-06-10", "2018-06-25", "2018-07-05", "2018-07-20", "2018-07-30", "2018-08-09")
CANVAS = iface.mapCanvas()


def shown():
    """The names of the layers that the map shows at its time."""
    time = CANVAS.mapSettings().temporalRange()
    layers = CANVAS.mapSettings().layers()
    return [layer.name() for layer in layers if layer.temporalProperties().isVisibleInTemporalRange(time)]


def tour():
    scenes = OUT / "dates"
    shutil.rmtree(scenes, ignore_errors=True)
    scenes.mkdir()
    for date in DATES:
        shutil.copyfile(DATA / f"S2_{date}.tif", scenes / f"S2_{date}.tif")
    for window in iface.mainWindow().findChildren(QDockWidget):
        window.hide()
    yield 500
    shutil.rmtree(OUT / "rome", ignore_errors=True)
    call = {"FOLDER": str(scenes), "DETECT": True, "DILATE": 3, "MODE": "classical", "OUTPUT": str(OUT / "rome")}
    found = processing.runAndLoadResults("geoinpaint:fillseries", call)
    result["found"] = found
    assert found["FILLED_DATES"] > 0
    yield 1500
    project = QgsProject.instance()
    group = project.layerTreeRoot().findGroup("rome")
    names = [node.layer().name() for node in group.findLayers()]
    assert sorted(names) == [f"rome {date}" for date in DATES], names
    iface.mainWindow().findChild(QDockWidget, "Layers").show()
    cloudy, place = max(
        ((date, where_filled(OUT / "rome" / date / "fill_flag.tif")) for date in DATES), key=lambda one: one[1]
    )
    layer = project.mapLayersByName(f"rome {cloudy}")[0]
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    yield 1500
    screenshot("1_loaded")

    # the temporal controller, as a user opens and plays it
    action = next(a for a in iface.mainWindow().findChildren(QAction) if a.objectName() == "mActionTemporalController")
    action.trigger()
    yield 800
    panel = next(w for w in iface.mainWindow().findChildren(QDockWidget) if w.objectName() == "Temporal Controller")
    buttons = {b.objectName(): b for kind in (QPushButton, QToolButton) for b in panel.findChildren(kind)}
    buttons["mNavigationAnimated"].click()
    yield 500
    clock = CANVAS.temporalController()
    menu = buttons["mSetRangeButton"].menu()
    next(action for action in menu.actions() if "Project" in action.text()).trigger()
    yield 500
    result["frames"] = [clock.totalFrameCount(), clock.frameDuration().seconds()]
    assert result["frames"][1] == 24 * 3600
    yield 800
    screenshot("2_controller")
    seen = []
    clock.updateTemporalRange.connect(lambda _: seen.append(tuple(shown())))
    clock.setFramesPerSecond(8)
    clock.playForward()
    yield from wait_until(
        lambda: clock.currentFrameNumber() >= clock.totalFrameCount() - 1, 60, "the end of the series"
    )
    clock.pause()
    yield 800
    result["seen"] = sorted(set(seen))
    assert {len(names) for names in seen} == {1}, seen
    renderer = layer.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (4, 3, 2)
    assert {name for names in seen for name in names} == {f"rome {date}" for date in DATES}
    clock.setCurrentFrameNumber(26)
    yield 1500
    screenshot("3_played")

    # the time profile, from the menu of a date
    menu = iface.layerTreeView().menuProvider().createContextMenu()
    offered = {action.objectName(): action for action in menu.actions()}
    offered["GeoInpaintTimeProfile"].trigger()
    dock = plugins["geoinpaint_qgis"]._dock
    window = dock.times.window
    yield 600
    _, row, col = place
    extent, pixel = layer.extent(), layer.rasterUnitsPerPixelX()
    filled = QgsPointXY(extent.xMinimum() + (col + 0.5) * pixel, extent.yMaximum() - (row + 0.5) * pixel)
    at = CANVAS.getCoordinateTransform().transform(CANVAS.mapSettings().layerToMapCoordinates(layer, filled))
    QTest.mouseClick(CANVAS.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    yield from wait_until(lambda: window.moments and not window.reading, 20, "the dates")
    yield 500
    result["profile"] = [(one.date, one.kind, one.values[-1], one.deviations[-1]) for one in window.moments]
    assert dict((one.date, one.kind) for one in window.moments)[cloudy] == "filled"
    screenshot("4_time_profile")
    window.band.setCurrentIndex(1)
    yield 500
    screenshot("5_time_profile_of_a_band")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    yield 300
    assert dock.times.window is None
    QApplication.processEvents()


def where_filled(path):
    """(pixels, row, column of the middle) of the longest run of filled pixels in a row."""
    flag = gdal.Open(str(path)).ReadAsArray()
    best = (0, 0, 0)
    for row in range(flag.shape[0]):
        run = 0
        for col in range(flag.shape[1] + 1):
            if col < flag.shape[1] and flag[row, col] == 1:
                run += 1
            else:
                best, run = max(best, (run, row, col - run // 2 - 1)), 0
    return best


drive(tour())
