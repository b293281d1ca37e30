"""The panel's part about the raster to fill: chosen from the project or opened, and described."""

from __future__ import annotations

import os
from typing import Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from geoinpaint_qgis.gui.parts import Section, small_print, tool
from geoinpaint_qgis.gui.progress import grouped
from geoinpaint_qgis.translate import tr


def raster_filter() -> str:
    """The kinds of files that are offered."""
    return tr("Rasters (*.tif *.tiff *.jp2 *.vrt);;All (*)")


class RasterPart(Section):
    """The raster to fill. `changed` carries it, `problem` a sentence."""

    changed = pyqtSignal(object)
    problem = pyqtSignal(str)

    def __init__(self, project: QgsProject) -> None:
        super().__init__("1", tr("Raster to fill"))
        self._project = project
        self.combo = QgsMapLayerComboBox()
        self.combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.combo.setAccessibleName(tr("Raster to fill"))
        self.combo.setMinimumContentsLength(10)
        self.combo.layerChanged.connect(self._changed)
        add = tool("add", tr("Open a raster file"), tr("Add a file to the project and fill it"), self._open_file)
        self.row(self.combo, add, stretch=0)
        self.about = small_print()
        self.add(self.about)
        self.about.setText(describe(self.scene()))

    def scene(self) -> Optional[QgsRasterLayer]:
        """The raster to fill."""
        layer = self.combo.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def _changed(self, layer: Optional[QgsMapLayer]) -> None:
        self.about.setText(describe(self.scene()))
        self.changed.emit(self.scene())

    def _open_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, tr("Open a raster"), "", raster_filter())
        if file:
            self.open(file)

    def open(self, file: str) -> None:
        """Add a file to the project and choose it."""
        layer = QgsRasterLayer(file, os.path.splitext(os.path.basename(file))[0])
        if layer.isValid():
            self._project.addMapLayer(layer)
            self.combo.setLayer(layer)
        else:
            self.problem.emit(tr("{name} cannot be opened as a raster.").format(name=os.path.basename(file)))


def describe(scene: Optional[QgsRasterLayer]) -> str:
    """A raster's size, bands and nodata, with a word of warning where its grid is in degrees."""
    if scene is None:
        return tr("Add a raster to the project, or open a file.")
    provider = scene.dataProvider()
    parts = [
        tr("{columns} × {rows} pixels").format(columns=grouped(scene.width()), rows=grouped(scene.height())),
        tr("{count} bands").format(count=scene.bandCount()) if scene.bandCount() != 1 else tr("1 band"),
    ]
    if provider is not None:
        parts.append(provider.dataTypeName(1) if hasattr(provider, "dataTypeName") else "")
        if provider.sourceHasNoDataValue(1):
            parts.append(tr("nodata {value:g}").format(value=provider.sourceNoDataValue(1)))
    if scene.crs().isValid():
        parts.append(scene.crs().authid())
    text = " · ".join(part for part in parts if part)
    if scene.crs().isGeographic():
        text += ". " + tr("The grid is in degrees: pixels are not square on the ground.")
    return text
