"""The action “Run again” in the menu of layers that have a recipe beside them."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from geoinpaint_qgis.gui import dialogs
from geoinpaint_qgis.gui.run import recipes
from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.translate import tr


class LayerMenu:
    """Adds the action to the menu of each result, including those of projects opened later.

    `say` shows a message at a level.
    """

    def __init__(self, iface: Any, project: QgsProject, say: Callable[[str, Any], None]) -> None:
        self._iface, self._project, self._say = iface, project, say
        self.action = QAction(QIcon(icon_path("geoinpaint")), tr("Run GeoInpaint again…"))
        self.action.setObjectName("GeoInpaintRunAgain")
        self.action.triggered.connect(self._triggered)
        kind = QgsRasterLayer().type()  # the enumeration's name depends on the version of QGIS
        iface.addCustomActionForLayerType(self.action, "", kind, False)
        project.layersAdded.connect(self._offer)
        self._offer(list(project.mapLayers().values()))

    def detach(self) -> None:
        """Removes the action from all menus."""
        self._project.layersAdded.disconnect(self._offer)
        self._iface.removeCustomActionForLayerType(self.action)
        self.action.deleteLater()

    def _offer(self, layers: Sequence[QgsMapLayer]) -> None:
        for layer in layers:
            if recipes.recipe_of(layer):
                self._iface.addCustomActionForLayer(self.action, layer)

    def _triggered(self) -> None:
        path = recipes.recipe_of(self._iface.activeLayer())
        if path:
            self.run_again(path)

    def run_again(self, path: str) -> Any:
        """Shows the dialog of the algorithm that created a result, with its values and a new output file."""
        try:
            again = recipes.read(path)
        except recipes.NotRerunnable as error:
            self._say(str(error), Qgis.MessageLevel.Warning)
            return None
        for note in again.notes:
            self._say(note, Qgis.MessageLevel.Warning)
        return dialogs.show_dialog(again.algorithm, again.parameters)
