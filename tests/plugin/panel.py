"""How the tests press the panel's buttons."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from tests.plugin.waiting import wait


def layer(project, name):
    return project.mapLayersByName(name)[0]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def run(dock):
    click(dock.footer.start)
    assert dock.running, dock.footer.hint.text()
    wait(lambda: not dock.running)
