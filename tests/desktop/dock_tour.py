"""Driven inside a real QGIS Desktop (run.sh): a real cloudy scene from an empty project to a compared result.

A screenshot of every step goes to DESKTOP_OUT, with result.json. A step yields milliseconds to wait. Ends with
os._exit: no question is asked.
"""

import itertools
import json
import os
import shutil
import sys
import time

from osgeo import gdal
from qgis.core import QgsContrastEnhancement, QgsMultiBandColorRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import iface, plugins, reloadPlugin, unloadPlugin

sys.path.insert(0, os.environ["GEOINPAINT_ROOT"] + "/tests/desktop")

from driving import OUT, ROOT, click, drive, engines, result, screenshot, wait_until

DATA = ROOT.parent / "shared" / "data" / "s2bench"
WORK = OUT / "scenes"
CLOUDY, DATES, RANGE = "2018-07-05", ("2018-06-25", "2018-07-20"), (700, 2600)
gaps = []
CANVAS = iface.mapCanvas()


def drag(points, modifier=Qt.KeyboardModifier.NoModifier):
    """Drag over the map, as shares of its width and height."""
    place = CANVAS.viewport()
    at = [QPoint(int(x * CANVAS.width()), int(y * CANVAS.height())) for x, y in points]
    QTest.mouseMove(place, at[0])
    QTest.mousePress(place, Qt.MouseButton.LeftButton, modifier, at[0])
    for first, second in itertools.pairwise(at):
        for step in range(1, 9):
            QTest.mouseMove(place, first + (second - first) * step / 8)
            QTest.qWait(20)  # the screen tells of the pointer late on a busy machine
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, modifier, at[-1])


def at(x, y):
    """A place on the map, given as shares of its width and height."""
    return QPoint(int(x * CANVAS.width()), int(y * CANVAS.height()))


def add(path, name):
    layer = QgsRasterLayer(str(path), name)
    assert layer.isValid(), path
    if layer.bandCount() > 3:
        renderer = QgsMultiBandColorRenderer(layer.dataProvider(), 4, 3, 2)
        for color, band in (("Red", 4), ("Green", 3), ("Blue", 2)):
            stretch = QgsContrastEnhancement(layer.dataProvider().dataType(band))
            stretch.setContrastEnhancementAlgorithm(
                QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
            )
            stretch.setMinimumValue(RANGE[0] - 500 * (color == "Red"))
            stretch.setMaximumValue(RANGE[1])
            getattr(renderer, f"set{color}ContrastEnhancement")(stretch)
        layer.setRenderer(renderer)
    QgsProject.instance().addMapLayer(layer)
    return layer


def assert_no_scrolling(dock):
    """The window has 1280 x 800 px."""
    beyond = dock.column.verticalScrollBar().maximum()
    assert beyond == 0, f"{beyond} px of the panel are out of sight"


def prepare():
    """Copies of the scenes, and their cloud mask with the scene's georeference."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    for date in (CLOUDY, *DATES):
        shutil.copy(DATA / "ts_rome" / f"S2_{date}.tif", WORK / f"rome_{date}.tif")
    scene = gdal.Open(str(WORK / f"rome_{CLOUDY}.tif"))
    mask = gdal.Translate("", str(DATA / "masks" / "ts_2018-07-05_16.png"), format="MEM", bandList=[1])
    mask.SetGeoTransform(scene.GetGeoTransform())
    mask.SetProjection(scene.GetProjection())
    gdal.Translate(str(WORK / f"clouds_{CLOUDY}.tif"), mask)


def steps():
    gdal.UseExceptions()
    prepare()
    gdal.DontUseExceptions()
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1280, 800)
    yield 500
    mask = add(WORK / f"clouds_{CLOUDY}.tif", f"clouds_{CLOUDY}")
    others = [add(WORK / f"rome_{date}.tif", f"rome_{date}") for date in DATES]
    scene = add(WORK / f"rome_{CLOUDY}.tif", f"rome_{CLOUDY}")
    for other in window.findChildren(QDockWidget):
        if other.objectName() not in ("Layers", "GeoInpaintDock"):
            other.hide()
    plugin = plugins["geoinpaint_qgis"]
    plugin._action.trigger()
    dock = plugin._dock
    yield 600
    dock.raster.combo.setLayer(scene)
    CANVAS.setExtent(scene.extent())
    CANVAS.refresh()
    yield 1200
    screenshot("1_opened")

    # draw a stroke with each tool, cut, take back
    click(dock.mask.tools["brush"])
    yield 200
    drag([(0.3, 0.75), (0.42, 0.8)])
    yield 900
    drag([(0.35, 0.7), (0.37, 0.85)], Qt.KeyboardModifier.ShiftModifier)
    yield 900
    screenshot("2_drawn")
    result["drawn"] = dock.mask.figures.text()
    click(dock.mask.undo)
    yield 600
    result["undone"] = dock.mask.figures.text()
    assert result["undone"] != result["drawn"]
    dock.mask.stop_drawing()

    dock.mask.layers.tick([mask])
    dock.mask.dilate.setValue(2)
    dock.evidence.references.tick(others)
    yield 1200
    assert_no_scrolling(dock)
    screenshot("3_masked")
    for part, name in ((dock.evidence, "3_ready"), (dock.method, "3_ready_below"), (dock.mask, "3_mask_again")):
        click(part.fold)  # the others make room
        yield 700
        assert not part.folded
        assert_no_scrolling(dock)
        screenshot(name)
    result["mask"] = dock.mask.figures.text()
    result["hint"] = dock.footer.hint.text()
    assert dock.footer.start.isEnabled(), dock.footer.hint.text()

    # an area of exact shape, clicked on the map; what it leaves of the mask is seen at once
    area = dock.raster.area
    area.combo.setCurrentIndex(area.combo.findData("polygon"))
    yield 300
    assert not dock.footer.start.isEnabled()
    for x, y in ((0.25, 0.15), (0.8, 0.3), (0.5, 0.85)):
        QTest.mouseClick(CANVAS.viewport(), Qt.MouseButton.LeftButton, pos=at(x, y))
        yield 200
    QTest.mouseClick(CANVAS.viewport(), Qt.MouseButton.RightButton, pos=at(0.5, 0.85))
    yield from wait_until(lambda: dock.mask.figures.text() != result["mask"], 10, "the figures within the area")
    yield 500
    screenshot("3a_area")
    result["area"] = dock.mask.figures.text()
    assert dock.request().area is not None
    assert dock.footer.start.isEnabled()
    dock.raster.area.stop_drawing()
    area.combo.setCurrentIndex(area.combo.findData("whole"))
    QgsProject.instance().removeMapLayer(area.drawn.layer.id())
    yield from wait_until(lambda: dock.mask.figures.text() == result["mask"], 10, "the figures of the whole")

    last = [time.monotonic(), time.thread_time()]

    def tick():
        now = [time.monotonic(), time.thread_time()]
        gaps.append((now[0] - last[0], now[1] - last[1]))
        last[:] = now

    timer = QTimer(window)
    timer.timeout.connect(tick)
    timer.start(10)
    click(dock.footer.start)
    seen = []
    while dock.running:
        if not dock._preview.empty and not seen:
            seen.append(1)
            screenshot("4_running")
        yield 50
    timer.stop()
    result["longest_gap_s"] = max(wall for wall, _ in gaps[1:])
    result["longest_gap_cpu_s"] = max(cpu for _, cpu in gaps[1:])  # what is left of it on an idle machine
    result["summary"], result["trust"] = dock.footer.summary.text(), dock.footer.trust.text()
    assert dock.footer.state == "done", dock.footer.summary.text()
    result["preview_seen"] = bool(seen)
    yield 1500
    iface.messageBar().clearWidgets()  # that the task is done; the panel says so too
    yield 300
    assert_no_scrolling(dock)
    if not dock.mask.contamination.isHidden():
        result["beside"] = dock.mask.contamination.text.text()
        screenshot("5a_beside")
        dock.mask.contamination.set_visible(False)
        yield 300
    screenshot("5_filled")
    assert dock.last.result().renderer().type() == scene.renderer().type()

    click(dock.footer.swipe_button)
    yield from wait_until(lambda: dock.comparisons.comparison.ready, 10, "swipe")
    QTest.mouseMove(CANVAS.viewport(), QPoint(CANVAS.width() // 2, CANVAS.height() // 3))
    yield 600
    screenshot("6_swipe")
    click(dock.footer.blink_button)
    yield from wait_until(lambda: dock.comparisons.comparison.ready, 10, "blink")
    assert CANVAS.mapTool() is None or type(CANVAS.mapTool()).__name__ != "SwipeTool"
    yield 1000
    click(dock.footer.blink_button)
    click(dock.footer.difference_button)
    layers = QgsProject.instance().mapLayers
    made = "geoinpaint/made"
    yield from wait_until(
        lambda: [x for x in layers().values() if x.customProperty(made) == "difference"], 60, "difference"
    )
    yield 1500
    screenshot("7_difference")

    # a profile along a line over the map
    click(dock.footer.profile_button)
    yield 500
    drag([(0.3, 0.12), (0.85, 0.45)])
    yield 800
    screenshot("7a_profile")
    profile = dock.comparisons.profile.profile
    assert any(profile.filled)
    assert not all(profile.filled)
    dock.comparisons.profile.close()

    # again, from the menu of the result, whose recipe lies beside it
    offered = {}
    for layer in (scene, dock.last.result()):
        iface.setActiveLayer(layer)
        menu = iface.layerTreeView().menuProvider().createContextMenu()
        offered[layer.name()] = "GeoInpaintRunAgain" in [action.objectName() for action in menu.actions()]
    result["again_offered"] = offered
    assert list(offered.values()) == [False, True], offered
    dialog = dock.menu.run_again(f"{dock.last.result().source()}.recipe.json")
    yield 800
    screenshot("7c_again")
    dialog.close()

    dock.copy_command("geoinpaint")  # what was drawn is saved beside the result for it
    result["command"] = QApplication.clipboard().text()
    assert list(WORK.glob("*.mask-*.gpkg"))
    dock.mask.drawn.clear()
    iface.messageBar().clearWidgets()

    # a run that must fail: nothing to fill
    dock.mask.layers.tick([])
    dock.mask.nodata.setChecked(True)
    yield 300
    click(dock.footer.start)
    yield from wait_until(lambda: not dock.running, 30, "failure")
    assert dock.footer.state == "failed"
    result["failure"] = dock.footer.summary.text()
    yield 2500
    screenshot("7b_failed")
    assert iface.messageBar().currentItem().text() == result["failure"], "QGIS's own word lies over it"
    iface.messageBar().clearWidgets()
    dock.mask.layers.tick([mask])

    if os.environ.get("GEOINPAINT_TORCH") == "1":
        dock.evidence.cards.choose("dates")
        dock.evidence.preset.setCurrentIndex(dock.evidence.preset.findData("paper"))  # which takes long enough
        yield 300

        # the fill is seen as it forms, and stopped early: the best so far is kept, and can be compared
        click(dock.footer.start)
        yield from wait_until(lambda: not dock._preview.empty, 300, "the first preview")
        first = dock._preview._image.copy()
        screenshot("8_network")
        yield from wait_until(lambda: not dock._preview.empty and dock._preview._image != first, 240, "another preview")
        result["steps_seen"] = dock.footer.headline.text()
        screenshot("8a_network_later")
        click(dock.footer.keep)
        yield from wait_until(lambda: not dock.running, 120, "the end after Stop")
        assert dock.footer.state == "done", dock.footer.summary.text()
        assert "Stopped early" in dock.footer.summary.text()
        kept = dock.last.result()
        assert kept is not None
        assert kept.name() == f"rome_{CLOUDY}_inpainted_mt"
        recipe = json.loads((WORK / f"{kept.name()}.tif.recipe.json").read_text())
        result["kept"] = [dock.footer.summary.text(), recipe["figures"]["seconds"]]
        click(dock.footer.swipe_button)
        yield from wait_until(lambda: dock.comparisons.comparison.ready, 10, "swipe of what was kept")
        QTest.mouseMove(CANVAS.viewport(), QPoint(CANVAS.width() // 2, CANVAS.height() // 3))
        yield 600
        screenshot("8b_kept")
        click(dock.footer.swipe_button)

        click(dock.footer.start)
        yield from wait_until(lambda: "tep" in dock.footer.headline.text(), 240, "first step")
        yield 2000
        assert engines()
        begun = time.monotonic()
        click(dock.footer.abandon)
        yield from wait_until(lambda: not dock.running, 5, "cancel")
        result["cancel_s"] = time.monotonic() - begun
        yield from wait_until(lambda: not engines(), 5, "the end of the process")
        yield 1000
        assert not list(WORK.glob("*.partial")), list(WORK.iterdir())
        screenshot("9_cancelled")

    items = len(CANVAS.scene().items())
    for _ in range(2):
        assert reloadPlugin("geoinpaint_qgis") is not False
        yield 500
    assert unloadPlugin("geoinpaint_qgis")
    yield 500
    result["items"] = [items, len(CANVAS.scene().items())]
    left = [type(item).__name__ for item in CANVAS.scene().items()]
    assert not {"Picture", "Sides"} & set(left), left
    assert not [d for d in window.findChildren(QDockWidget) if d.objectName() == "GeoInpaintDock"]
    screenshot("10_unloaded")


drive(steps())
