"""Opens the window *Find dates and radar* for the panel's request, and adds what it fetched to the project."""

from __future__ import annotations

import os
from typing import Callable, List, Optional
from urllib.parse import urlsplit

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QDialog, QWidget

from geoinpaint_qgis import settings
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.interface import CATALOGUES
from geoinpaint_qgis.translate import tr


def catalogue() -> str:
    """The configured catalogue: a name, a URL or a folder."""
    return settings.load().catalogue or next(iter(CATALOGUES))


def store_catalogue(text: str) -> None:
    """Stores a catalogue in the settings, unless its URL may contain a password or a key."""
    if "@" not in text and "?" not in text:
        settings.save("catalogue", text.strip())


def host(text: str) -> str:
    """The server of a catalogue; empty for a folder on this computer."""
    return CATALOGUES.get(text.strip()) or urlsplit(text.strip()).netloc.rpartition("@")[2]


def server_note() -> str:
    """A sentence that names the server that a search contacts, and its typical download size."""
    found = host(catalogue())
    return tr("Asks {host} (a few MB)").format(host=found) if found else tr("Looks in a folder of this computer")


def problem_of(request: Request) -> Optional[str]:
    """A sentence on why a search is not possible yet; None if it is."""
    return tr("Choose the raster to fill.") if request.scene is None else None


def show_window(
    request: Request,
    project: QgsProject,
    take: Callable[[List[str], List[str]], None],
    run: Callable[[], None],
    parent: QWidget,
) -> QDialog:
    """Shows the window, which searches at once, as the panel has already named the catalogue.

    Without a mask, clouds are to be detected from the dates found.

    Args:
        request: the panel's current request.
        project: the project.
        take: called with the fetched files of other dates and of radar.
        run: called after that, if the user wants to fill at once.
        parent: the panel.
    """
    from geoinpaint_qgis.gui.evidence.catalogue_window import CatalogueWindow  # imported here, as loading takes time

    request.detect = request.detect or not request.says_what_to_fill
    window = CatalogueWindow(request, project, parent)
    window.fetched.connect(take)
    window.run_wanted.connect(run)
    window.show()
    window.search()
    return window


def layers_of(files: List[str], project: QgsProject) -> List[QgsRasterLayer]:
    """Layers of files: existing ones of the project, else new ones added to it."""
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
            if node is not None:  # evidence must not cover the scene
                node.setItemVisibilityChecked(False)
        found.append(layer)
    return found
