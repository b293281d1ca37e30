"""The plugin's life cycle: what it adds to QGIS when loaded, and removes when unloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.processing.provider import GeoInpaintProvider
from geoinpaint_qgis.runner.client import wait_for_endings
from geoinpaint_qgis.translate import tr

FOLDER = Path(__file__).resolve().parent


class GeoInpaintPlugin:
    """Adds the Processing provider and, with a desktop, the panel; `iface` is None in qgis_process."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._provider: Optional[GeoInpaintProvider] = None
        self._translator: Optional[QTranslator] = None
        self._dock: Any = None
        self._action: Optional[QAction] = None
        self._options: Any = None

    def initProcessing(self) -> None:
        """Adds the provider; qgis_process calls only this method."""
        self._translate()
        if self._provider is None:
            self._provider = GeoInpaintProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)
            # the ready-made models can resolve their steps only after the provider is registered
            self._provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Adds the user interface."""
        self.initProcessing()
        if self._iface is not None:
            self._add_dock()
            self._add_options()

    def unload(self) -> None:
        """Removes everything that was added."""
        if self._action is not None:
            self._iface.removePluginRasterMenu(tr("GeoInpaint"), self._action)
            self._iface.removeRasterToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        if self._dock is not None:
            self._dock.close_down()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        wait_for_endings(3.0)

    def _add_dock(self) -> None:
        """Adds the panel, initially hidden, and the action that toggles it."""
        from geoinpaint_qgis.gui.dock import GeoInpaintDock  # imported here, because qgis_process needs no widgets

        window = self._iface.mainWindow()
        self._dock = GeoInpaintDock(self._iface, window)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.hide()
        self._action = QAction(QIcon(icon_path("geoinpaint")), tr("GeoInpaint panel"), window)
        self._action.setObjectName("GeoInpaintPanel")
        self._action.setCheckable(True)
        self._action.toggled.connect(self._dock.setUserVisible)
        self._dock.visibilityChanged.connect(self._action.setChecked)
        self._iface.addPluginToRasterMenu(tr("GeoInpaint"), self._action)
        self._iface.addRasterToolBarIcon(self._action)

    def _add_options(self) -> None:
        """Adds a page to QGIS's options, which opens the set-up in the panel."""
        from geoinpaint_qgis.gui.setup.options_page import PAGE, OptionsFactory

        self._options = OptionsFactory(changed=self._dock.engine.refresh, set_up=self._offer_set_up)
        self._iface.registerOptionsWidgetFactory(self._options)
        window = self._iface.mainWindow()
        self._dock.engine.settings_wanted.connect(lambda: self._iface.showOptionsDialog(window, PAGE))

    def _offer_set_up(self) -> None:
        self._dock.setUserVisible(True)
        self._dock.engine.offer()

    def _translate(self) -> None:
        """Installs the translation for QGIS's language, if there is one."""
        translator = QTranslator()
        locale = QLocale(QgsApplication.instance().locale())
        if self._translator is None and translator.load(locale, "geoinpaint", "_", str(FOLDER / "i18n")):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
