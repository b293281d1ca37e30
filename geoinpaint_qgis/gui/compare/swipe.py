"""Scene and result on one map: a swipe between them, or a blink."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QObject, QPointF, QRectF, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from geoinpaint_qgis.translate import tr

BLINK_MS = 700
EDGE = 6  # px


class SwipeItem(QgsMapCanvasItem):
    """Two renderings of the map, one on each side of a vertical line."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.images: Dict[str, QImage] = {}
        self.position = 0.5
        self.line = True
        self.setZValue(20)

    def boundingRect(self) -> QRectF:
        return QRectF(-2, -2, self._canvas.width() + 4, self._canvas.height() + 4)

    def updatePosition(self) -> None:
        """Called by QGIS when the map extent changes, which invalidates the renderings."""
        self.images = {}
        self.setRect(self._canvas.extent())

    def paint(self, painter: QPainter, option: Any = None, widget: Optional[QWidget] = None) -> None:
        if len(self.images) < 2:
            return
        width, height = self._canvas.width(), self._canvas.height()
        at = self.position * width
        painter.save()
        painter.translate(QPointF(0, 0) - self.pos())
        parts = (("before", QRectF(0, 0, at, height)), ("after", QRectF(at, 0, width - at, height)))
        for side, part in parts:
            if part.width() > 0:
                painter.setClipRect(part)
                painter.fillRect(part, self._canvas.canvasColor())
                painter.drawImage(QRectF(0, 0, width, height), self.images[side])
                self._label(painter, side, part)
        painter.setClipping(False)
        if self.line:
            for color, thick in ((QColor(0, 0, 0, 160), 4), (QColor(255, 255, 255), 2)):
                painter.setPen(QPen(color, thick))
                painter.drawLine(QPointF(at, 0), QPointF(at, height))
        painter.restore()

    def _label(self, painter: QPainter, side: str, part: QRectF) -> None:
        text = tr("Before") if side == "before" else tr("After")
        painter.setFont(QFont(painter.font().family(), 10, QFont.Weight.Bold))
        box = painter.fontMetrics().boundingRect(text).adjusted(-8, -4, 8, 4)
        if part.width() < box.width() + 2 * EDGE:
            return
        box.moveTop(EDGE)
        box.moveLeft(EDGE if side == "before" else int(part.right()) - box.width() - EDGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawRoundedRect(QRectF(box), 4, 4)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class SwipeTool(QgsMapTool):
    """Moves the line by mouse or arrow keys; the wheel zooms as usual."""

    def __init__(self, canvas: QgsMapCanvas, sides: SwipeItem) -> None:
        super().__init__(canvas)
        self._sides = sides
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        self.move_to(event.pos().x() / max(self.canvas().width(), 1))

    def keyPressEvent(self, event: Any) -> None:
        step = {Qt.Key.Key_Left: -0.05, Qt.Key.Key_Right: 0.05}.get(event.key())
        if step is not None:
            self.move_to(self._sides.position + step)
            event.accept()

    def move_to(self, share: float) -> None:
        """Moves the line to a fraction of the map's width."""
        self._sides.position = min(max(share, 0.0), 1.0)
        self._sides.update()


class Comparison(QObject):
    """Swipe or blink between two layers; `ended` signals that another map tool, or removal of a layer, has ended it."""

    ended = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, project: QgsProject, before: QgsRasterLayer, after: QgsRasterLayer, *, blink: bool
    ) -> None:
        super().__init__()
        self._project = project
        self._canvas = canvas
        self._layers = {"before": before, "after": after}
        self._jobs: Dict[str, QgsMapRendererParallelJob] = {}
        self.sides = SwipeItem(canvas)
        self._previous = canvas.mapTool()
        self.tool: Optional[SwipeTool] = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        canvas.mapCanvasRefreshed.connect(self._render)
        self._project.layersWillBeRemoved.connect(self._removed)
        if blink:
            self.sides.line = False
            self.sides.position = 1.0
            self._timer.start(BLINK_MS)
        else:
            self.tool = SwipeTool(canvas, self.sides)
            canvas.setMapTool(self.tool)
            canvas.mapToolSet.connect(self._tool_changed)
        self._render()

    @property
    def ready(self) -> bool:
        """Whether both sides are rendered."""
        return len(self.sides.images) == 2

    def end(self) -> None:
        """Removes everything from the map; safe to call repeatedly."""
        if not self._layers:
            return
        self._timer.stop()
        self._canvas.mapCanvasRefreshed.disconnect(self._render)
        if self.tool is not None:
            self._canvas.mapToolSet.disconnect(self._tool_changed)
        self._project.layersWillBeRemoved.disconnect(self._removed)
        self._layers = {}
        self._stop_jobs()
        if self.tool is not None and self._canvas.mapTool() is self.tool:
            self._canvas.unsetMapTool(self.tool)
            if self._previous is not None:
                self._canvas.setMapTool(self._previous)
        self._canvas.scene().removeItem(self.sides)
        self.ended.emit()

    def _removed(self, ids: List[str]) -> None:
        if any(layer.id() in ids for layer in self._layers.values()):
            self.end()

    def _tool_changed(self, new: Any, old: Any = None) -> None:
        if new is not self.tool:
            self._previous = None
            self.end()

    def _turn(self) -> None:
        self.sides.position = 1.0 - self.sides.position
        self.sides.update()

    def _stop_jobs(self) -> None:
        for job in self._jobs.values():
            job.finished.disconnect()
            job.cancel()
        self._jobs = {}

    def _render(self) -> None:
        self._stop_jobs()
        self.sides.images = {}
        self.sides.setRect(self._canvas.extent())
        for side, layer in self._layers.items():
            settings = QgsMapSettings(self._canvas.mapSettings())
            settings.setLayers([layer])
            job = QgsMapRendererParallelJob(settings)
            job.finished.connect(lambda side=side: self._rendered(side))
            self._jobs[side] = job
            job.start()

    def _rendered(self, side: str) -> None:
        job = self._jobs.pop(side, None)
        if job is not None:
            self.sides.images[side] = job.renderedImage()
            self.sides.update()
