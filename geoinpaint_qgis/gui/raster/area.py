"""The area to fill: the whole raster, the map extent, a box or polygons drawn on the map, or selected polygons."""

from __future__ import annotations

from typing import Any, Callable, Optional

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
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolExtent, QgsRubberBand
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QWidget

from geoinpaint_qgis.gui.mask import drawing_tools
from geoinpaint_qgis.gui.mask.drawn_mask import DrawnArea, stroke_crs
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.widgets import labelled, tool
from geoinpaint_qgis.translate import tr

WHOLE, MAP, BOX, POLYGON, SELECTION = "whole", "map", "box", "polygon", "selection"
DRAWN = (BOX, POLYGON)
BLUE = drawing_tools.CUTS


class AreaRow(QWidget):
    """The choice of the area; `changed` signals changes.

    Box and map extent are passed on as an extent; drawn or selected polygons as a layer, which limits the fill exactly.
    """

    changed = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, scene: Callable[[], Optional[QgsRasterLayer]]
    ) -> None:
        super().__init__()
        self._canvas = canvas
        self._project = project
        self._scene = scene
        self._box: Optional[QgsReferencedRectangle] = None
        self._tool: Optional[QgsMapTool] = None
        self.drawn = DrawnArea(project, self)
        self.drawn.changed.connect(self._drawing_changed)
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setStrokeColor(BLUE)
        self._band.setFillColor(QColor(0, 0, 0, 0))
        self._band.setWidth(2)
        self.combo = QComboBox()
        for key, text in (
            (WHOLE, tr("Whole raster")),
            (MAP, tr("What the map shows")),
            (BOX, tr("Box drawn on the map")),
            (POLYGON, tr("Polygon drawn on the map")),
            (SELECTION, tr("Selected polygons")),
        ):
            self.combo.addItem(text, key)
        self.combo.setToolTip(tr("Only holes in the area are filled; the result covers the whole raster all the same"))
        self.combo.setMinimumContentsLength(10)
        self.combo.currentIndexChanged.connect(self._chosen)
        self.draw = tool(
            "draw_polygon", tr("Draw the area"),
            tr("Box: drag it on the map. Polygon: click its corners, end with the right button; Shift cuts out."),
            self._draw, checkable=True,
        )  # fmt: skip
        self.wipe = tool("wipe", tr("Clear the drawn area"), tr("Clear the drawn area"), self.drawn.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(labelled(tr("A&rea"), self.combo))
        row.addWidget(self.combo, 1)
        row.addWidget(self.draw)
        row.addWidget(self.wipe)
        self.draw.hide()
        self.wipe.hide()
        canvas.extentsChanged.connect(self._map_moved)
        canvas.mapToolSet.connect(self._tool_set)
        canvas.selectionChanged.connect(self._selection_changed)

    @property
    def kind(self) -> str:
        """The current choice."""
        return str(self.combo.currentData())

    def apply_to(self, request: Request) -> None:
        """Adds the area to a request: an extent, polygons, or what is wrong with it."""
        scene = request.scene
        if self.kind == WHOLE or scene is None:
            return
        layer = self._layer()
        found = self._around(layer)
        if found is None:
            request.area_problem = {
                BOX: tr("Draw the area: drag a box on the map."),
                POLYGON: tr("Draw the area: click its corners on the map, and end with the right button."),
                SELECTION: tr("Select the polygons that are the area, in a layer of the project."),
            }[self.kind]
            return
        extent = self._within(found, scene)
        if extent is None:
            request.area_problem = tr("The area does not touch the raster: choose another, or the whole raster.")
        elif layer is None:
            request.extent = extent
        else:
            request.area = layer
            # a whole layer is a file, to which a command can refer, whereas a selection is not
            request.area_selected = self.kind == SELECTION and layer.selectedFeatureCount() < layer.featureCount()

    def set_box(self, box: QgsRectangle) -> None:
        """Sets a box in the map's CRS."""
        self._box = QgsReferencedRectangle(box, self._canvas.mapSettings().destinationCrs())
        self.draw.setChecked(False)
        self._show_band()
        self.changed.emit()

    def stop_drawing(self) -> None:
        """Restores the previous map tool."""
        self.draw.setChecked(False)

    def detach(self) -> None:
        """Removes tool and box from the map permanently."""
        self._canvas.extentsChanged.disconnect(self._map_moved)
        self._canvas.mapToolSet.disconnect(self._tool_set)
        self._canvas.selectionChanged.disconnect(self._selection_changed)
        self._drop_tool()
        self.drawn.shut_down()
        self._canvas.scene().removeItem(self._band)

    # --- what it comes to ---

    def _layer(self) -> Optional[QgsVectorLayer]:
        """The layer whose polygons are the area; None if there is none, or a box suffices."""
        if self.kind == POLYGON:
            return None if self.drawn.empty else self.drawn.layer
        if self.kind != SELECTION:
            return None
        for layer in (self._canvas.currentLayer(), *self._project.mapLayers().values()):
            if (
                isinstance(layer, QgsVectorLayer)
                and layer.selectedFeatureCount()
                and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
            ):
                return layer
        return None

    def _around(self, layer: Optional[QgsVectorLayer]) -> Optional[QgsReferencedRectangle]:
        """Bounding box of the area; None if nothing is drawn or selected."""
        if self.kind == MAP:
            return QgsReferencedRectangle(self._canvas.extent(), self._canvas.mapSettings().destinationCrs())
        if self.kind == BOX:
            return self._box
        if layer is None:
            return None
        box = layer.boundingBoxOfSelected() if self.kind == SELECTION else layer.extent()
        return QgsReferencedRectangle(box, layer.crs())

    def _within(self, found: QgsReferencedRectangle, scene: QgsRasterLayer) -> Optional[QgsRectangle]:
        """Intersection of a box with the scene, in the scene's CRS; None if there is none."""
        extent = QgsRectangle(found)
        if found.crs().isValid() and scene.crs().isValid():
            try:
                extent = QgsCoordinateTransform(found.crs(), scene.crs(), self._project).transformBoundingBox(found)
            except QgsCsException:
                return None
        # QGIS versions differ in what intersect() returns for disjoint rectangles
        return extent.intersect(scene.extent()) if extent.intersects(scene.extent()) else None

    # --- drawing ---

    def _chosen(self) -> None:
        self.draw.setChecked(False)
        self._drop_tool()
        self.draw.setVisible(self.kind in DRAWN)
        self.wipe.setVisible(self.kind == POLYGON)
        self.wipe.setEnabled(not self.drawn.empty)
        self.draw.setChecked((self.kind == BOX and self._box is None) or (self.kind == POLYGON and self.drawn.empty))
        self._show_band()
        self.changed.emit()

    def _draw(self, on: bool) -> None:
        if not on:
            if self._tool is not None and self._canvas.mapTool() is self._tool:
                self._canvas.unsetMapTool(self._tool)
            return
        if self._tool is None:
            self._tool = self._make_tool()
        self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()

    def _make_tool(self) -> QgsMapTool:
        if self.kind == POLYGON:
            colors = (drawing_tools.CUTS, drawing_tools.ADDS)
            return drawing_tools.MaskTool(
                self._canvas, drawing_tools.POLYGON, self._stroked, self._history, colors=colors
            )
        box = QgsMapToolExtent(self._canvas)
        box.extentChanged.connect(self.set_box)
        return box

    def _drop_tool(self) -> None:
        """Removes the tool; box and polygon have different ones."""
        drawn_with, self._tool = self._tool, None
        if isinstance(drawn_with, drawing_tools.MaskTool):
            drawn_with.detach()
        elif drawn_with is not None:
            self._canvas.unsetMapTool(drawn_with)
            drawn_with.deleteLater()

    def _stroked(self, shape: QgsGeometry, subtract: bool) -> None:
        if self.drawn.layer is None and not subtract:
            self.drawn.make_layer(stroke_crs(self._scene(), self._project))
        self.drawn.stroke(shape, self._canvas.mapSettings().destinationCrs(), subtract=subtract)

    def _history(self, forward: bool) -> None:
        (self.drawn.redo if forward else self.drawn.undo)()

    def _drawing_changed(self) -> None:
        self.wipe.setEnabled(not self.drawn.empty)
        if self.kind == POLYGON:
            self.changed.emit()

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
