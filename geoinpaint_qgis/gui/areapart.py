"""Where to fill: the whole raster, what the map shows, a box drawn on the map, or around the selected features."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapToolExtent, QgsRubberBand
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QWidget

from geoinpaint_qgis.gui.parts import labelled, tool
from geoinpaint_qgis.translate import tr

WHOLE, MAP, BOX, SELECTION = "whole", "map", "box", "selection"
BLUE = QColor(40, 110, 200)


class AreaRow(QWidget):
    """The choice of the area. `changed` when it has."""

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__()
        self._canvas = canvas
        self._project = project
        self._box: Optional[QgsReferencedRectangle] = None
        self._tool: Optional[QgsMapToolExtent] = None
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setStrokeColor(BLUE)
        self._band.setFillColor(QColor(0, 0, 0, 0))
        self._band.setWidth(2)
        self.combo = QComboBox()
        for key, text in (
            (WHOLE, tr("Whole raster")),
            (MAP, tr("What the map shows")),
            (BOX, tr("Box drawn on the map")),
            (SELECTION, tr("Around the selected features")),
        ):
            self.combo.addItem(text, key)
        self.combo.setToolTip(tr("Only holes in the area are filled; the result covers the whole raster all the same"))
        self.combo.currentIndexChanged.connect(self._chosen)
        self.draw = tool("draw_polygon", tr("Draw the box"), tr("Drag a box on the map"), self._draw, checkable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(labelled(tr("A&rea"), self.combo))
        row.addWidget(self.combo, 1)
        row.addWidget(self.draw)
        self.draw.hide()
        canvas.extentsChanged.connect(self._map_moved)
        canvas.mapToolSet.connect(self._tool_set)
        canvas.selectionChanged.connect(self._selection_changed)

    @property
    def kind(self) -> str:
        """What is chosen."""
        return str(self.combo.currentData())

    def extent(self, scene: Optional[QgsRasterLayer]) -> Optional[QgsRectangle]:
        """The area in the scene's CRS, clipped to the scene; None: all of it; empty where it does not touch it."""
        if self.kind == WHOLE or scene is None:
            return None
        found = self._wanted()
        if found is None:
            return QgsRectangle()
        extent = QgsRectangle(found)
        if found.crs().isValid() and scene.crs().isValid():
            try:
                extent = QgsCoordinateTransform(found.crs(), scene.crs(), self._project).transformBoundingBox(found)
            except QgsCsException:
                return QgsRectangle()
        if not extent.intersects(scene.extent()):
            return QgsRectangle()  # what intersect() gives then differs between versions of QGIS
        return extent.intersect(scene.extent())

    def set_box(self, box: QgsRectangle) -> None:
        """Use a box given in the map's CRS."""
        self._box = QgsReferencedRectangle(box, self._canvas.mapSettings().destinationCrs())
        self.draw.setChecked(False)
        self._show_band()
        self.changed.emit()

    def stop_drawing(self) -> None:
        """Give the map back."""
        self.draw.setChecked(False)

    def take_away(self) -> None:
        """Take tool and box off the map for good."""
        self._canvas.extentsChanged.disconnect(self._map_moved)
        self._canvas.mapToolSet.disconnect(self._tool_set)
        self._canvas.selectionChanged.disconnect(self._selection_changed)
        if self._tool is not None:
            self._canvas.unsetMapTool(self._tool)
            self._tool.deleteLater()
            self._tool = None
        self._canvas.scene().removeItem(self._band)

    def _wanted(self) -> Optional[QgsReferencedRectangle]:
        if self.kind == MAP:
            return QgsReferencedRectangle(self._canvas.extent(), self._canvas.mapSettings().destinationCrs())
        if self.kind == BOX:
            return self._box
        layer = self._canvas.currentLayer()
        layers = [layer, *self._project.mapLayers().values()]
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and layer.selectedFeatureCount():
                return QgsReferencedRectangle(layer.boundingBoxOfSelected(), layer.crs())
        return None

    def _chosen(self) -> None:
        self.draw.setVisible(self.kind == BOX)
        self.draw.setChecked(self.kind == BOX and self._box is None)
        self._show_band()
        self.changed.emit()

    def _draw(self, on: bool) -> None:
        if not on:
            if self._tool is not None and self._canvas.mapTool() is self._tool:
                self._canvas.unsetMapTool(self._tool)
            return
        if self._tool is None:
            self._tool = QgsMapToolExtent(self._canvas)
            self._tool.extentChanged.connect(self.set_box)
        self._canvas.setMapTool(self._tool)

    def _tool_set(self, new: Any, old: Any = None) -> None:
        active = self._tool is not None and new is self._tool
        if self.draw.isChecked() != active:
            self.draw.setChecked(active)

    def _show_band(self) -> None:
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        if self.kind == BOX and self._box is not None:
            transform = QgsCoordinateTransform(
                self._box.crs(), self._canvas.mapSettings().destinationCrs(), self._project
            )
            shape = QgsGeometry.fromRect(self._box)
            try:
                shape.transform(transform)
            except QgsCsException:
                return
            self._band.setToGeometry(shape, None)

    def _map_moved(self) -> None:
        if self.kind == MAP:
            self.changed.emit()

    def _selection_changed(self, *_: object) -> None:
        if self.kind == SELECTION:
            self.changed.emit()
