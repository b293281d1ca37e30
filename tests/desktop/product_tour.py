"""Driven inside a real QGIS Desktop (run.sh): a Sentinel-2 product from the folder button to the compared result.

Environment: PRODUCT, a .SAFE folder as make_product.py makes it.
"""

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QInputDialog
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["GEOINPAINT_ROOT"] + "/tests/desktop")

from driving import OUT, answer_file_dialog, click, drive, result, screenshot, wait_until

PRODUCT = Path(os.environ["PRODUCT"]).resolve()
CANVAS = iface.mapCanvas()


def answer_resolution(after_ms):
    """Accept the first resolution that is offered, once it is."""

    def answer():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QInputDialog):
            QTimer.singleShot(200, answer)
            return
        result["resolutions"] = dialog.comboBoxItems()
        screenshot("0_resolution")
        dialog.accept()

    QTimer.singleShot(after_ms, answer)


def lightness(image, left, right):
    """The mean lightness of a part of an image of the map, 0 to 255."""
    found = [
        image.pixelColor(x, y).lightness()
        for x in range(int(left * image.width()), int(right * image.width()), 7)
        for y in range(image.height() // 10, 9 * image.height() // 10, 7)
    ]
    return sum(found) / len(found)


def shown():
    """What the map shows now, with everything that lies over it."""
    QApplication.processEvents()
    return CANVAS.grab().toImage()


def in_the_designer():
    """Each ready-made model in QGIS's designer: no step is painted red."""
    from processing.modeler.ModelerDialog import ModelerDialog

    provider = QgsApplication.processingRegistry().providerById("geoinpaint")
    for name in ("fillbyclassification", "fillfromscenes", "filldatesofaplace"):
        designer = ModelerDialog.create(provider.algorithm(name).create())
        designer.setGeometry(0, 0, 1280, 800)
        designer.show()
        yield 1500
        screenshot(f"8_{name}")
        picture = designer.view().grab().toImage()
        red = sum(
            color.red() > 190 and color.green() < 70 and color.blue() < 70
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
            for color in (picture.pixelColor(x, y),)
        )
        result[f"red pixels of {name}"] = red
        assert red == 0, name
        designer.setDirty(False)
        designer.close()
        yield 300


def steps():
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1280, 800)
    yield 500
    for other in window.findChildren(QDockWidget):
        if other.objectName() not in ("Layers", "GeoInpaintDock"):
            other.hide()
    plugins["geoinpaint_qgis"]._action.trigger()
    dock = plugins["geoinpaint_qgis"]._dock
    yield 600
    answer_file_dialog(PRODUCT)
    answer_resolution(2500)
    dock.raster.open_button.menu().actions()[1].trigger()  # which opens a window of its own and waits for it
    scene = dock.raster.scene()
    assert scene is not None
    result["scene"] = scene.name()
    assert dock.raster.scene().width() * 10 == scene.extent().width()
    result["classification"] = dock.mask.classification.currentLayer().name()
    dock.mask.preset.menu().actions()[0].trigger()
    yield from wait_until(lambda: "%" in dock.mask.figures.text(), 120, "the figures of the mask")
    result["mask"] = dock.mask.figures.text()
    CANVAS.setExtent(scene.extent())
    CANVAS.refresh()
    yield from wait_until(lambda: not CANVAS.isDrawing(), 60, "the map")
    yield 500
    screenshot("1_opened")
    extent = scene.extent()
    x, y = extent.xMinimum() + 0.445 * extent.width(), extent.yMaximum() - 0.43 * extent.height()
    CANVAS.setExtent(QgsRectangle(x - 0.12 * extent.width(), y - 1, x + 0.12 * extent.width(), y + 1))
    CANVAS.refresh()
    yield from wait_until(lambda: not CANVAS.isDrawing(), 60, "the map near the cloud")
    yield 500
    screenshot("2_cloud")
    bright = lightness(shown(), 0.0, 1.0)

    click(dock.footer.start)
    while dock.running:
        if not dock._preview.empty and "preview" not in result:
            result["preview"] = lightness(shown(), 0.0, 1.0)
            screenshot("3_running")
        yield 50
    assert dock.footer.state == "done", dock.footer.summary.text()
    result["summary"], result["trust"] = dock.footer.summary.text(), dock.footer.trust.text()
    filled = dock.last.result()
    assert Path(filled.source()).parent == PRODUCT.parent, filled.source()
    iface.messageBar().clearWidgets()
    yield from wait_until(lambda: not CANVAS.isDrawing(), 60, "the result")
    yield 1000
    screenshot("4_filled")
    result["lightness"] = [bright, lightness(shown(), 0.0, 1.0)]
    if "preview" in result:
        result["lightness"].append(result["preview"])
    assert min(result["lightness"]) > 25, "black"

    click(dock.footer.swipe_button)
    yield from wait_until(lambda: dock.comparisons.comparison.ready, 60, "swipe")
    QTest.mouseMove(CANVAS.viewport(), QPoint(CANVAS.width() // 2, CANVAS.height() // 3))
    yield 800
    screenshot("5_swipe")
    sides = [lightness(shown(), 0.05, 0.15), lightness(shown(), 0.85, 0.95)]  # clear ground on both sides
    result["swipe"] = sides
    assert min(sides) > 25, "black"
    click(dock.footer.swipe_button)

    click(dock.footer.difference_button)
    yield from wait_until(lambda: dock.footer.difference_button.isEnabled(), 600, "difference")
    layers = QgsProject.instance().mapLayers().values()
    assert [layer for layer in layers if layer.customProperty("geoinpaint/made") == "difference"]
    yield from wait_until(lambda: not CANVAS.isDrawing(), 60, "the difference")
    yield 1000
    screenshot("6_difference")

    click(dock.footer.profile_button)
    yield 500
    across = 0.1 * extent.width()
    dock.comparisons.profile.look(*(type(extent.center())(x + sign * across, y) for sign in (-1, 1)))
    yield 800
    screenshot("7_profile")
    profile = dock.comparisons.profile.profile
    result["filled_share_of_line"] = sum(profile.filled) / len(profile.filled)
    assert 0.2 < result["filled_share_of_line"] < 0.9
    dock.comparisons.profile.close()
    yield from in_the_designer()
    for path in PRODUCT.parent.glob("*_inpainted_*"):
        result.setdefault("files", []).append(path.name)
        path.unlink()
    assert OUT.exists()


drive(steps())
