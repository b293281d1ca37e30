"""Map tools that draw a mask or an area: polygon, freehand and brush; a stroke adds, with Shift it subtracts."""

from __future__ import annotations

import math
from typing import Any, Callable, List, Optional, Tuple

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

POLYGON, FREEHAND, BRUSH = "polygon", "freehand", "brush"
KINDS = (POLYGON, FREEHAND, BRUSH)
ADDS, CUTS = QColor(214, 40, 40), QColor(40, 110, 200)
SMALLEST_BRUSH, LARGEST_BRUSH = 2, 200  # px on screen
BRUSH_SEGMENTS = 6  # per quarter circle

Done = Callable[[QgsGeometry, bool], None]


class MaskTool(QgsMapTool):
    """Draws strokes; `done` is called with each in the map's CRS, and whether it is subtracted.

    Polygon: click the corners, finish by the right button or Enter, Backspace removes the last corner.
    Freehand and brush: drag. Escape cancels a stroke. Brush: [ and ] change its size.
    """

    def __init__(
        self,
        canvas: QgsMapCanvas,
        kind: str,
        done: Done,
        history: Callable[[bool], None],
        *,
        colors: Tuple[QColor, QColor] = (ADDS, CUTS),
    ) -> None:
        super().__init__(canvas)
        self.kind = kind
        self._colors = colors
        self.radius = 12  # px on screen
        self._done = done
        self._history = history
        self._points: List[QgsPointXY] = []
        self._subtract = False
        self._dragging = False
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._ring = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._ring.setFillColor(QColor(0, 0, 0, 0))
        self._color(False)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def detach(self) -> None:
        """Removes its rubber bands, and itself from the canvas."""
        canvas = self.canvas()
        if canvas is not None:
            canvas.unsetMapTool(self)
            for band in (self._band, self._ring):
                canvas.scene().removeItem(band)

    def deactivate(self) -> None:
        self._give_up()
        self._ring.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        super().deactivate()

    # --- mouse and keys ---

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton and self.kind == POLYGON:
            self._finish()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self._points:
            self._color(_subtracts(event))
        self._points.append(event.mapPoint())
        self._dragging = self.kind != POLYGON
        self._draw(event.mapPoint())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self.kind == BRUSH:
            self._draw_ring(event.mapPoint())
        if not self._points:
            self._color(_subtracts(event))
        elif self._dragging:
            if self._far_enough(event.mapPoint()):
                self._points.append(event.mapPoint())
            self._draw(None)
        else:
            self._draw(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._finish()

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        if self.kind == POLYGON:
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._give_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.kind == POLYGON:
            self._finish()
        elif key == Qt.Key.Key_Backspace and self.kind == POLYGON and self._points:
            self._points.pop()
            self._draw(None)
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight) and self.kind == BRUSH:
            self.set_radius(self.radius * (0.8 if key == Qt.Key.Key_BracketLeft else 1.25))
        elif control and key == Qt.Key.Key_Z:
            self._history(shift)
        elif control and key == Qt.Key.Key_Y:
            self._history(True)
        else:
            return
        event.accept()  # otherwise QGIS handles the key; Backspace would delete selected features

    def set_radius(self, pixels: float) -> None:
        """Sets the brush's radius on screen in px."""
        self.radius = int(min(max(round(pixels), SMALLEST_BRUSH), LARGEST_BRUSH))

    # --- strokes ---

    def stroke(self, extra: Optional[QgsPointXY] = None) -> QgsGeometry:
        """The area drawn so far, with an additional point."""
        points = [*self._points, *([extra] if extra is not None else [])]
        if self.kind == BRUSH:
            if not points:
                return QgsGeometry()
            line = QgsGeometry.fromPolylineXY(points) if len(points) > 1 else QgsGeometry.fromPointXY(points[0])
            return line.buffer(self.radius * self.canvas().mapUnitsPerPixel(), BRUSH_SEGMENTS)
        return QgsGeometry.fromPolygonXY([[*points, points[0]]]) if len(points) > 2 else QgsGeometry()

    def _far_enough(self, point: QgsPointXY) -> bool:
        last, step = self._points[-1], 2 * self.canvas().mapUnitsPerPixel()
        return math.hypot(point.x() - last.x(), point.y() - last.y()) >= step

    def _finish(self) -> None:
        shape, subtract = self.stroke(), self._subtract
        self._give_up()
        if not shape.isEmpty():
            self._done(shape, subtract)

    def _give_up(self) -> None:
        self._points = []
        self._dragging = False
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    # --- drawn ---

    def _color(self, subtract: bool) -> None:
        self._subtract = subtract
        color = self._colors[subtract]
        self._band.setStrokeColor(color)
        self._band.setFillColor(QColor(color.red(), color.green(), color.blue(), 60))
        self._band.setWidth(2)
        self._ring.setStrokeColor(color)

    def _draw(self, extra: Optional[QgsPointXY]) -> None:
        shape = self.stroke(extra)
        if shape.isEmpty():
            points = [*self._points, *([extra] if extra is not None else [])]
            shape = QgsGeometry.fromPolylineXY(points) if len(points) > 1 else QgsGeometry()
        if shape.isEmpty():
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        else:
            self._band.setToGeometry(shape, None)

    def _draw_ring(self, point: QgsPointXY) -> None:
        radius = self.radius * self.canvas().mapUnitsPerPixel()
        self._ring.setToGeometry(QgsGeometry.fromPointXY(point).buffer(radius, 2 * BRUSH_SEGMENTS), None)


def _subtracts(event: Any) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
