"""The panel on a small screen: its main way needs no scrolling, and what is done folds itself."""

import pytest
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest

from tests.plugin.waiting import wait

SMALL = (360, 669)  # px that a window of QGIS with 1280 x 800 px leaves to the panel


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def small(dock):
    """The panel as large as a small screen lets it be."""
    dock.setFloating(True)
    settled(dock)
    dock.resize(*SMALL)
    settled(dock)
    assert (dock.width(), dock.height()) == SMALL
    return dock


def settled(dock):
    dock.folding.settle()
    wait(lambda: not dock.folding.busy and not dock.mask.overlay.busy and not dock.evidence.busy)
    QCoreApplication.processEvents()


def folded(dock):
    return [name for name in ("raster", "mask", "evidence", "method", "result") if getattr(dock, name).folded]


def scrolls(dock):
    QCoreApplication.processEvents()
    return dock.column.verticalScrollBar().maximum()


def test_the_main_way_fits_a_small_screen_without_scrolling(small, project):
    assert scrolls(small) == 0
    assert "mask" not in folded(small), "the scene is chosen: the next is what to fill"
    small.mask.layers.tick(project.mapLayersByName("mask"))
    settled(small)
    assert scrolls(small) == 0
    assert small.raster.summary.toolTip() == "scene"
    click(small.evidence.fold)
    small.evidence.references.tick(project.mapLayersByName("earlier"))
    settled(small)
    assert scrolls(small) == 0
    assert not small.evidence.folded
    assert small.mask.folded, "what is done folds itself"
    assert "will be filled" in small.mask.summary.toolTip()
    for part in (small.method, small.result, small.raster, small.mask):
        click(part.fold)
        settled(small)
        assert not part.folded
        assert scrolls(small) == 0, part.accessibleName()
    assert small.evidence.summary.toolTip() == "1 date"
    click(small.footer.start)
    assert small.running, small.footer.hint.text()
    settled(small)
    assert scrolls(small) == 0
    wait(lambda: not small.running)
    settled(small)
    assert small.footer.state == "done"
    assert scrolls(small) == 0


def test_on_a_large_screen_nothing_folds_by_itself(dock, project):
    dock.setFloating(True)
    dock.resize(420, 2400)
    for part in (dock.raster, dock.mask, dock.evidence, dock.method, dock.result):
        part.set_folded(False)
    dock.mask.layers.tick(project.mapLayersByName("mask"))
    settled(dock)
    dock.folding.enter(dock.evidence)
    settled(dock)
    assert folded(dock) == []


def test_what_is_not_done_stays_open_while_another_part_is_used(small):
    click(small.evidence.fold)
    settled(small)
    assert not small.evidence.folded
    assert not small.mask.folded, "nothing says what to fill yet"
