"""Driven inside a real QGIS Desktop (run.sh): from a cloudy raster to its fill in four clicks, its evidence found.

The catalogue is a server on this computer (scripts/demo_catalogue.py) of made-up images. The clicks are counted in
result.json; a screenshot of every step goes to DESKTOP_OUT.
"""

import os
import subprocess
import sys

from qgis.core import QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["GEOINPAINT_ROOT"] + "/tests/desktop")

from driving import OUT, ROOT, drive, result, screenshot, wait_until
from driving import click as press

LONGEST = "900"  # seconds that the server stays, whatever becomes of this window


def add(path, name):
    layer = QgsRasterLayer(str(path), name)
    assert layer.isValid(), path
    if layer.bandCount() > 3:
        for setter, band in (("setRedBand", 3), ("setGreenBand", 2), ("setBlueBand", 1)):
            getattr(layer.renderer(), setter)(band)
    QgsProject.instance().addMapLayer(layer)
    return layer


def served():
    """A catalogue of made-up images on this computer, and the address of its server."""
    server = subprocess.Popen(
        ["timeout", LONGEST, os.environ["GEOINPAINT_PYTHON"], str(ROOT / "scripts" / "demo_catalogue.py"),
         str(OUT / "place"), "--size", "384", "--items", "20"], stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return server, server.stdout.readline().split()[-1]


def steps():
    server, address = served()
    try:
        yield from tour(address)
    finally:
        server.terminate()


def tour(address):
    clicks = []

    def click(button):
        assert button.isVisible(), button.text()
        clicks.append(button.text())
        press(button)

    window = iface.mainWindow()
    window.setGeometry(0, 0, 1280, 800)
    yield 500
    QgsSettings().setValue("geoinpaint/catalogue", address)  # as if it had been asked before
    scene = add(OUT / "place" / "scene.tif", "cloudy 2023-06-14")
    for other in window.findChildren(QDockWidget):
        if other.objectName() not in ("Layers", "GeoInpaintDock"):
            other.hide()
    plugin = plugins["geoinpaint_qgis"]
    plugin._action.trigger()
    dock = plugin._dock
    yield 600
    dock.raster.combo.setLayer(scene)
    clicks.append("the raster")
    iface.mapCanvas().setExtent(scene.extent())
    iface.mapCanvas().refresh()
    yield 1000
    result["asks"] = dock.mask.find.asks.text()
    assert "127.0.0.1" in result["asks"]
    screenshot("1_scene_and_whom_it_asks")

    click(dock.mask.find.button)
    yield from wait_until(lambda: finding(dock) is not None, 10, "the window")
    search = finding(dock)
    yield from wait_until(lambda: search.table.rowCount() and search._search is None, 120, "what there is")
    yield 500
    screenshot("2_what_there_is")
    result["offers"] = [search.said.text(), search.run.text()]
    ticked = len(search._ticked())
    last = max(row for row in range(search.table.rowCount()) if is_ticked(search.table, row))
    search.table.scrollToItem(search.table.item(last, 0))
    yield 300
    place_of = search.table.visualItemRect(search.table.item(last, 0))
    at = place_of.center()
    at.setX(place_of.left() + 10)
    QTest.mouseClick(search.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    clicks.append("a tick")
    yield 300
    assert len(search._ticked()) == ticked - 1

    click(search.run)
    yield 500
    screenshot("3_fetching")
    yield from wait_until(lambda: dock.last is not None and not dock.running, 400, "the fill")
    assert dock.footer.state == "done", dock.footer.summary.text()
    result["evidence"] = [len(dock.evidence.references.ticked()), len(dock.evidence.radar.ticked())]
    assert sum(result["evidence"]) == ticked - 1
    yield 1500
    iface.messageBar().clearWidgets()
    yield 500
    screenshot("4_filled")
    result["clicks"], result["summary"] = clicks, dock.footer.summary.text()
    assert len(clicks) == 4, clicks


def is_ticked(table, row):
    return table.item(row, 0).checkState() == Qt.CheckState.Checked


def finding(dock):
    """The window that looks for dates, where it is open."""
    from geoinpaint_qgis.gui.evidence.catalogue_window import CatalogueWindow

    return next((window for window in dock.findChildren(CatalogueWindow) if window.isVisible()), None)


drive(steps())
