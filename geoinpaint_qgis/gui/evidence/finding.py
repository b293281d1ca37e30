"""Opens the window *Find dates and radar* for what the panel asks, and takes what it has fetched into the project."""

from __future__ import annotations

import os
from typing import Callable, List, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QWidget

from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.translate import tr


def problem_of(request: Request) -> Optional[str]:
    """Why nothing can be looked for yet, in one sentence; None where it can."""
    if request.scene is None:
        return tr("Choose the raster to fill.")
    if not request.masks and not request.nodata and request.classification is None and not request.detector:
        return tr("Say what to fill first: dates are looked for that show it.")
    return None


def show_window(
    request: Request, project: QgsProject, take: Callable[[List[str], List[str]], None], parent: QWidget
) -> QWidget:
    """Show the window; `take` is given the files of other dates and of radar that were fetched."""
    from geoinpaint_qgis.gui.evidence.catalogue_window import CatalogueWindow  # takes its time to load

    window = CatalogueWindow(request, project, parent)
    window.fetched.connect(take)
    window.show()
    return window


def layers_of(files: List[str], project: QgsProject) -> List[QgsRasterLayer]:
    """The layers of files: those of the project where it has them, else new ones in it."""
    known = {
        os.path.realpath(layer.source()): layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsRasterLayer)
    }
    found = []
    for file in files:
        layer = known.get(os.path.realpath(file))
        if layer is None:
            layer = QgsRasterLayer(file, os.path.splitext(os.path.basename(file))[0])
            if not layer.isValid():
                continue
            project.addMapLayer(layer)
            node = project.layerTreeRoot().findLayer(layer.id())
            if node is not None:  # evidence must not hide the scene
                node.setItemVisibilityChecked(False)
        found.append(layer)
    return found
