"""Mask and area drawn by hand: strokes with undo and redo, and their layer, which is saved with the project."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from geoinpaint_qgis.translate import tr

# the content of memory layers is not saved with a project, so the shape is stored under these keys
SHAPE_KEY, AREA_KEY = "geoinpaint/drawn", "geoinpaint/area"
UNDO_LIMIT = 100


class Strokes:
    """A shape that strokes are added to or subtracted from, with its history."""

    def __init__(self, shape: Optional[QgsGeometry] = None) -> None:
        self._history: List[QgsGeometry] = [shape or QgsGeometry()]
        self._now = 0

    @property
    def shape(self) -> QgsGeometry:
        """The current shape; empty if nothing is drawn."""
        return self._history[self._now]

    @property
    def can_undo(self) -> bool:
        """Whether a stroke can be undone."""
        return self._now > 0

    @property
    def can_redo(self) -> bool:
        """Whether a stroke can be redone."""
        return self._now < len(self._history) - 1

    def add(self, stroke: QgsGeometry) -> None:
        """Adds a stroke."""
        stroke = _polygons(stroke)
        if not stroke.isEmpty():
            self._put(stroke if self.shape.isEmpty() else _polygons(self.shape.combine(stroke)))

    def subtract(self, stroke: QgsGeometry) -> None:
        """Subtracts a stroke."""
        stroke = _polygons(stroke)
        if not stroke.isEmpty() and not self.shape.isEmpty():
            self._put(_polygons(self.shape.difference(stroke)))

    def clear(self) -> None:
        """Removes everything; can be undone."""
        if not self.shape.isEmpty():
            self._put(QgsGeometry())

    def undo(self) -> None:
        """Undoes the last stroke."""
        self._now = max(self._now - 1, 0)

    def redo(self) -> None:
        """Redoes the last undone stroke."""
        self._now = min(self._now + 1, len(self._history) - 1)

    def _put(self, shape: QgsGeometry) -> None:
        self._history = [*self._history[: self._now + 1], shape][-UNDO_LIMIT:]
        self._now = len(self._history) - 1


def _polygons(geometry: QgsGeometry) -> QgsGeometry:
    """The polygons of a geometry, made valid, because freehand strokes may intersect themselves."""
    if geometry is None or geometry.isNull() or geometry.isEmpty():
        return QgsGeometry()
    valid = geometry if geometry.isGeosValid() else geometry.makeValid()
    parts = [part for part in valid.asGeometryCollection() if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry]
    return QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()


class DrawnMask(QObject):
    """The drawn mask of a project: creates its layer at the first stroke, and keeps layer and strokes consistent.

    `changed` signals every change of the shape, including removal of the layer by the user.
    """

    changed = pyqtSignal()
    key = SHAPE_KEY
    color = "214,40,40,255"

    def title(self) -> str:
        """Name of the layer."""
        return tr("Drawn mask")

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layer_id = ""
        self.strokes = Strokes()
        project.layersAdded.connect(self._adopt)
        project.layersWillBeRemoved.connect(self._forget)
        self._adopt(list(project.mapLayers().values()))

    def shut_down(self) -> None:
        """Stops following the project; the layer remains."""
        self._project.layersAdded.disconnect(self._adopt)
        self._project.layersWillBeRemoved.disconnect(self._forget)

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """Layer of the drawn mask, or None if nothing has been drawn."""
        layer = self._project.mapLayer(self._layer_id) if self._layer_id else None
        return layer if isinstance(layer, QgsVectorLayer) else None

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return self.layer is None or self.strokes.shape.isEmpty()

    def stroke(self, shape: QgsGeometry, crs: QgsCoordinateReferenceSystem, *, subtract: bool) -> None:
        """Adds or subtracts a stroke in a CRS."""
        if self.layer is None:
            if subtract:
                return
            self.make_layer(crs)
        here = QgsGeometry(shape)
        if self.layer.crs() != crs and crs.isValid():
            here.transform(QgsCoordinateTransform(crs, self.layer.crs(), self._project))
        (self.strokes.subtract if subtract else self.strokes.add)(here)
        self._store()

    def undo(self) -> None:
        """Undoes the last stroke."""
        self.strokes.undo()
        self._store()

    def redo(self) -> None:
        """Redoes it."""
        self.strokes.redo()
        self._store()

    def clear(self) -> None:
        """Removes everything; can be undone."""
        self.strokes.clear()
        self._store()

    def make_layer(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Creates the empty layer in a CRS; otherwise the first stroke creates it in its own CRS."""
        layer = QgsVectorLayer("MultiPolygon", self.title(), "memory")
        layer.setCrs(crs)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # saved below, so QGIS need not warn on closing
        layer.setCustomProperty(self.key, "")
        _style(layer, self.color)
        self._layer_id = layer.id()
        self.strokes = Strokes()
        self._project.addMapLayer(layer)

    def _store(self) -> None:
        layer = self.layer
        if layer is None:
            return
        provider = layer.dataProvider()
        provider.truncate()
        if not self.strokes.shape.isEmpty():
            feature = QgsFeature(layer.fields())
            shape = QgsGeometry(self.strokes.shape)
            shape.convertToMultiType()
            feature.setGeometry(shape)
            provider.addFeatures([feature])
        layer.setCustomProperty(self.key, self.strokes.shape.asWkt(8) if not self.strokes.shape.isEmpty() else "")
        layer.updateExtents()
        layer.triggerRepaint()
        self._project.setDirty(True)
        self.changed.emit()

    def _adopt(self, layers: List[QgsMapLayer]) -> None:
        """Adopts the drawn mask of a project that has just been opened."""
        for layer in layers:
            shape = layer.customProperty(self.key, None)
            if shape is None or not isinstance(layer, QgsVectorLayer) or layer.id() == self._layer_id:
                continue
            self._layer_id = layer.id()
            self.strokes = Strokes(QgsGeometry.fromWkt(str(shape)) if shape else None)
            self._store()

    def _forget(self, ids: List[str]) -> None:
        if self._layer_id in ids:
            self._layer_id = ""
            self.strokes = Strokes()
            self.changed.emit()


class DrawnArea(DrawnMask):
    """The drawn area of a project, to which the fill is limited."""

    key = AREA_KEY
    color = "40,110,200,255"

    def title(self) -> str:
        return tr("Drawn area")


def is_drawn(layer: QgsMapLayer) -> bool:
    """Whether a layer is a drawn mask or area."""
    return any(layer.customProperty(key, None) is not None for key in (SHAPE_KEY, AREA_KEY))


def _style(layer: QgsVectorLayer, color: str) -> None:
    """Styles the layer as an outline, because the overlay shows the area."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": color, "outline_width": "0.4", "outline_style": "solid"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def stroke_crs(scene: Optional[QgsRasterLayer], project: QgsProject) -> QgsCoordinateReferenceSystem:
    """CRS of a drawn mask: the scene's, so that strokes match its grid."""
    return scene.crs() if scene is not None and scene.crs().isValid() else project.crs()
