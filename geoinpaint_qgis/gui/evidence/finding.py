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
    """The catalogue that is asked: a name, a URL or a folder."""
    return settings.load().catalogue or next(iter(CATALOGUES))


def keep_catalogue(text: str) -> None:
    """Ask this one from now on too; an address that may hold a password or a key is not kept."""
    if "@" not in text and "?" not in text:
        settings.save("catalogue", text.strip())


def host(text: str) -> str:
    """The server that a catalogue is asked at; empty: it lies on this computer."""
    return CATALOGUES.get(text.strip()) or urlsplit(text.strip()).netloc.rpartition("@")[2]


def told_whom() -> str:
    """Whom a search asks, and how much it takes, for the panel."""
    found = host(catalogue())
    return tr("Asks {host} (a few MB)").format(host=found) if found else tr("Looks in a folder of this computer")


def problem_of(request: Request) -> Optional[str]:
    """Why nothing can be looked for yet, in one sentence; None where it can."""
    return tr("Choose the raster to fill.") if request.scene is None else None


def show_window(
    request: Request,
    project: QgsProject,
    take: Callable[[List[str], List[str]], None],
    run: Callable[[], None],
    parent: QWidget,
) -> QDialog:
    """Show the window, which searches at once: the panel has named the catalogue that it asks.

    Where nothing says yet what to fill, its clouds are to be detected from what is found.

    Args:
        request: what the panel asks for.
        project: the project.
        take: is given the files of other dates and of radar that were fetched.
        run: is called after that, where the user wants to fill at once.
        parent: the panel.
    """
    from geoinpaint_qgis.gui.evidence.catalogue_window import CatalogueWindow  # takes its time to load

    request.detect = request.detect or not request.says_what_to_fill
    window = CatalogueWindow(request, project, parent)
    window.fetched.connect(take)
    window.run_wanted.connect(run)
    window.show()
    window.search()
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
