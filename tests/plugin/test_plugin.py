"""The plugin's life: loaded, used, unloaded, loaded again; nothing is left behind."""

import configparser
import re
import sys
import threading
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QDockWidget

from geoinpaint_qgis import classFactory

ROOT = Path(__file__).parents[2]


def metadata():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.fixture
def load(qgis_app):
    """Make the plugin as QGIS does; whatever happens, it is unloaded at the end."""
    made = []

    def make(iface=None):
        made.append(classFactory(iface))
        return made[-1]

    yield make
    for plugin in made:
        plugin.unload()


def test_loads_and_unloads_twice_and_leaves_nothing_behind(load):
    registry = QgsApplication.processingRegistry()
    threads = threading.active_count()
    providers = {provider.id() for provider in registry.providers()}
    for _ in range(2):
        plugin = load()
        plugin.initGui()
        assert registry.algorithmById("geoinpaint:inpaint") is not None
        plugin.unload()
        assert {provider.id() for provider in registry.providers()} == providers
    assert threading.active_count() == threads


def test_plugin_with_a_window_leaves_nothing_behind(load, qgis_iface):
    window = qgis_iface.mainWindow()

    def docks():
        QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete
        QCoreApplication.processEvents()
        return [dock.objectName() for dock in window.findChildren(QDockWidget)]

    before = docks()
    for _ in range(2):
        plugin = load(qgis_iface)
        plugin.initGui()
        assert "GeoInpaintDock" in docks()
        plugin.unload()
        assert docks() == before
    assert QgsApplication.processingRegistry().providerById("geoinpaint") is None


def test_options_page_comes_and_goes_with_the_plugin(load, qgis_iface, monkeypatch):
    registered = []
    monkeypatch.setattr(qgis_iface, "registerOptionsWidgetFactory", registered.append, raising=False)
    monkeypatch.setattr(qgis_iface, "unregisterOptionsWidgetFactory", registered.remove, raising=False)
    plugin = load(qgis_iface)
    plugin.initGui()
    assert [factory.title() for factory in registered] == ["GeoInpaint"]
    plugin.unload()
    assert registered == []


def test_init_processing_alone_suffices_and_may_come_twice(load):
    registry = QgsApplication.processingRegistry()
    plugin = load()
    plugin.initProcessing()
    plugin.initProcessing()
    assert len(registry.providerById("geoinpaint").algorithms()) == 12
    plugin.unload()
    assert registry.providerById("geoinpaint") is None


def test_loading_brings_in_neither_torch_nor_the_engine(load):
    plugin = load()
    plugin.initGui()
    plugin.unload()
    assert "torch" not in sys.modules
    assert not [name for name in sys.modules if name.startswith("geoinpaint_engine")]


def test_runner_needs_no_qt():
    for file in (ROOT / "geoinpaint_qgis/runner").glob("*.py"):
        assert "qgis.PyQt" not in file.read_text(encoding="utf-8"), file
        assert "qgis.core" not in file.read_text(encoding="utf-8"), file


def test_version_stands_in_one_place():
    text = (ROOT / "engine/geoinpaint_engine/__init__.py").read_text(encoding="utf-8")
    assert re.search(r'__version__ = "(.+)"', text)[1] == metadata()["version"]


@pytest.mark.parametrize(
    "key",
    ["name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository",
     "homepage", "changelog", "tags", "category", "icon", "experimental"],
)  # fmt: skip
def test_metadata_has_what_the_repository_asks_for(key):
    assert metadata()[key].strip()


def test_metadata_tells_about_dependencies_and_processing():
    values = metadata()
    assert values["hasProcessingProvider"] == "yes"
    assert "plugin" not in values["name"].lower()
    for word in ("External dependencies", "torch", "rasterio", "download"):
        assert word in values["about"]
    assert (ROOT / "geoinpaint_qgis" / values["icon"]).exists()


def test_resource_file_lists_exactly_the_icons():
    listed = {element.text for element in ElementTree.parse(ROOT / "resources.qrc").iter("file")}
    icons = {f"geoinpaint_qgis/icons/{file.name}" for file in (ROOT / "geoinpaint_qgis/icons").glob("*.svg")}
    assert listed == icons


def test_qt_is_imported_only_through_qgis():
    for file in (ROOT / "geoinpaint_qgis").rglob("*.py"):
        assert not re.search(r"^\s*(from|import) PyQt", file.read_text(encoding="utf-8"), re.MULTILINE), file
