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

# a memory layer's content is not saved with a project: its shape is, under these names
SHAPE_KEY, AREA_KEY = "geoinpaint/drawn", "geoinpaint/area"
UNDO_LIMIT = 100


class Strokes:
    """A shape that strokes are added to and cut out of, with its history."""

    def __init__(self, shape: Optional[QgsGeometry] = None) -> None:
        self._history: List[QgsGeometry] = [shape or QgsGeometry()]
        self._now = 0

    @property
    def shape(self) -> QgsGeometry:
        """The shape as it is now; empty where nothing is drawn."""
        return self._history[self._now]

    @property
    def can_undo(self) -> bool:
        """Whether there is a stroke to take back."""
        return self._now > 0

    @property
    def can_redo(self) -> bool:
        """Whether a stroke was taken back."""
        return self._now < len(self._history) - 1

    def add(self, stroke: QgsGeometry) -> None:
        """Add a stroke."""
        stroke = _polygons(stroke)
        if not stroke.isEmpty():
            self._put(stroke if self.shape.isEmpty() else _polygons(self.shape.combine(stroke)))

    def subtract(self, stroke: QgsGeometry) -> None:
        """Cut a stroke out."""
        stroke = _polygons(stroke)
        if not stroke.isEmpty() and not self.shape.isEmpty():
            self._put(_polygons(self.shape.difference(stroke)))

    def clear(self) -> None:
        """Take everything away; can be undone."""
        if not self.shape.isEmpty():
            self._put(QgsGeometry())

    def undo(self) -> None:
        """Take the last stroke back."""
        self._now = max(self._now - 1, 0)

    def redo(self) -> None:
        """Make the stroke taken back last again."""
        self._now = min(self._now + 1, len(self._history) - 1)

    def _put(self, shape: QgsGeometry) -> None:
        self._history = [*self._history[: self._now + 1], shape][-UNDO_LIMIT:]
        self._now = len(self._history) - 1


def _polygons(geometry: QgsGeometry) -> QgsGeometry:
    """The areas of a geometry, made valid: a freehand stroke may cross itself."""
    if geometry is None or geometry.isNull() or geometry.isEmpty():
        return QgsGeometry()
    valid = geometry if geometry.isGeosValid() else geometry.makeValid()
    parts = [part for part in valid.asGeometryCollection() if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry]
    return QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()


class DrawnMask(QObject):
    """The drawn mask of a project: makes its layer at the first stroke, keeps layer and strokes the same.

    `changed` after every change of the shape, also when the user removes the layer.
    """

    changed = pyqtSignal()
    key = SHAPE_KEY
    color = "214,40,40,255"

    def title(self) -> str:
        """What the layer is called."""
        return tr("Drawn mask")

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layer_id = ""
        self.strokes = Strokes()
        project.layersAdded.connect(self._adopt)
        project.layersWillBeRemoved.connect(self._forget)
        self._adopt(list(project.mapLayers().values()))

    def let_go(self) -> None:
        """Stop following the project; the layer stays."""
        self._project.layersAdded.disconnect(self._adopt)
        self._project.layersWillBeRemoved.disconnect(self._forget)

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of the drawn mask, or None where nothing has been drawn."""
        layer = self._project.mapLayer(self._layer_id) if self._layer_id else None
        return layer if isinstance(layer, QgsVectorLayer) else None

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn."""
        return self.layer is None or self.strokes.shape.isEmpty()

    def stroke(self, shape: QgsGeometry, crs: QgsCoordinateReferenceSystem, *, subtract: bool) -> None:
        """Add or subtract a stroke given in a CRS."""
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
        """Take the last stroke back."""
        self.strokes.undo()
        self._store()

    def redo(self) -> None:
        """Make it again."""
        self.strokes.redo()
        self._store()

    def clear(self) -> None:
        """Take everything away; can be undone."""
        self.strokes.clear()
        self._store()

    def make_layer(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Make the layer, empty, in a CRS; the first stroke would make it in its own."""
        layer = QgsVectorLayer("MultiPolygon", self.title(), "memory")
        layer.setCrs(crs)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # saved below, so QGIS need not warn when it closes
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
        """Take up the drawn mask of a project that has just been opened."""
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
    """The drawn area of a project: where holes are filled."""

    key = AREA_KEY
    color = "40,110,200,255"

    def title(self) -> str:
        return tr("Drawn area")


def is_drawn(layer: QgsMapLayer) -> bool:
    """Whether a layer is a drawn mask or area."""
    return any(layer.customProperty(key, None) is not None for key in (SHAPE_KEY, AREA_KEY))


def _style(layer: QgsVectorLayer, color: str) -> None:
    """An outline only: the overlay shows the area."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": color, "outline_width": "0.4", "outline_style": "solid"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def stroke_crs(scene: Optional[QgsRasterLayer], project: QgsProject) -> QgsCoordinateReferenceSystem:
    """The CRS a drawn mask is kept in: the scene's, so that the strokes lie on its grid."""
    return scene.crs() if scene is not None and scene.crs().isValid() else project.crs()
