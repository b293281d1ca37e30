"""“Run again” in the layer tree's menu, for layers that have a recipe beside them."""

from __future__ import annotations

from typing import Any, Callable

from qgis.core import Qgis
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu

from geoinpaint_qgis.gui import openings, recipes
from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.translate import tr


class LayerMenu:
    """Adds to the menu while it is being shown; `say` shows a sentence at a level."""

    def __init__(self, iface: Any, say: Callable[[str, Any], None]) -> None:
        self._say = say
        self._view = iface.layerTreeView()
        if self._view is not None:
            self._view.contextMenuAboutToShow.connect(self.fill)

    def take_away(self) -> None:
        """Add to the menu no more."""
        if self._view is not None:
            self._view.contextMenuAboutToShow.disconnect(self.fill)
            self._view = None

    def fill(self, menu: QMenu) -> None:
        """Add what there is for the current layer."""
        path = recipes.recipe_of(self._view.currentLayer())
        if path:
            menu.addSeparator()
            action = menu.addAction(QIcon(icon_path("geoinpaint")), tr("Run GeoInpaint again…"))
            action.setObjectName("GeoInpaintRunAgain")
            action.triggered.connect(lambda: self.run_again(path))

    def run_again(self, path: str) -> Any:
        """Show the dialog of what made a result, with its values; a new file is proposed."""
        try:
            again = recipes.read(path)
        except recipes.NotAgain as error:
            self._say(str(error), Qgis.MessageLevel.Warning)
            return None
        for note in again.notes:
            self._say(note, Qgis.MessageLevel.Warning)
        return openings.show_dialog(again.algorithm, again.parameters)
