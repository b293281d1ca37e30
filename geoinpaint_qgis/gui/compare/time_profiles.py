"""The action “Time profile” in the menu of layers of a filled series, and the window that it opens."""

from __future__ import annotations

import os
from typing import Any, Callable, List, Optional, Sequence

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from geoinpaint_qgis.gui.compare.time_data import TimeSeries, folder_of
from geoinpaint_qgis.gui.compare.time_window import TimeWindow
from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.translate import tr


class TimeProfiles(QObject):
    """Adds the action to the menu of each date of a series, and to the Raster menu.

    `say` shows a message at a level.
    """

    def __init__(self, iface: Any, project: QgsProject, say: Callable[[str, Any], None]) -> None:
        super().__init__()
        self._iface, self._project, self._say = iface, project, say
        self.window: Optional[TimeWindow] = None
        self.action = QAction(QIcon(icon_path("geoinpaint")), tr("GeoInpaint time profile…"))
        self.action.setObjectName("GeoInpaintTimeProfile")
        self.action.triggered.connect(self.show_profile)
        kind = QgsRasterLayer().type()  # the enumeration's name depends on the version of QGIS
        iface.addCustomActionForLayerType(self.action, "", kind, False)
        iface.addPluginToRasterMenu(tr("GeoInpaint"), self.action)
        project.layersAdded.connect(self._offer)
        project.layersWillBeRemoved.connect(self._layers_go)
        self._offer(list(project.mapLayers().values()))

    def detach(self) -> None:
        """Closes the window and removes the action from all menus."""
        self._project.layersAdded.disconnect(self._offer)
        self._project.layersWillBeRemoved.disconnect(self._layers_go)
        self._close()
        self._iface.removeCustomActionForLayerType(self.action)
        self._iface.removePluginRasterMenu(tr("GeoInpaint"), self.action)
        self.action.deleteLater()

    def show_profile(self) -> None:
        """Opens the window for the series of the active layer, or for the only series of the project."""
        folder = folder_of(self._iface.activeLayer())
        others = {folder_of(layer) for layer in self._project.mapLayers().values()} - {""}
        if not folder and len(others) == 1:
            folder = others.pop()
        if not folder:
            self._say(
                tr("Choose a date of a filled series in the layer list first; Fill a series of dates makes one."),
                Qgis.MessageLevel.Info,
            )
            return
        self._close()
        try:
            series = TimeSeries(folder)
        except (OSError, ValueError):
            self._say(tr("The series in {folder} cannot be read.").format(folder=folder), Qgis.MessageLevel.Warning)
            return
        canvas = self._iface.mapCanvas()
        self.window = TimeWindow(canvas, series, os.path.basename(folder), self._iface.mainWindow())
        self.window.closed.connect(self._closed)
        self.window.show()

    def _offer(self, layers: Sequence[QgsMapLayer]) -> None:
        for layer in layers:
            if folder_of(layer):
                self._iface.addCustomActionForLayer(self.action, layer)

    def _layers_go(self, ids: List[str]) -> None:
        """Closes the window when the last layer of its series is removed."""
        if self.window is None:
            return
        folder = self.window.series.folder
        left = [layer for key, layer in self._project.mapLayers().items() if key not in ids]
        if all(folder_of(layer) != folder for layer in left):
            self._close()

    def _close(self) -> None:
        if self.window is not None:
            self.window.close()

    def _closed(self) -> None:
        self.window = None
