"""The curve of the error on hidden ground while a network is fitted."""

from __future__ import annotations

from typing import List, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from geoinpaint_qgis.translate import tr


class Curve(QWidget):
    """The error on hidden ground over the run, which should decrease."""

    def __init__(self) -> None:
        super().__init__()
        self._points: List[Tuple[float, float]] = []
        self.setAccessibleName(tr("Error on hidden ground over the run"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(200, 44)

    def show_points(self, points: List[Tuple[float, float]]) -> None:
        """Shows points (fraction of the run, error); hidden for fewer than two."""
        self._points = list(points)
        self.setVisible(len(points) > 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 4, -2, -4)
        errors = [error for _, error in self._points]
        low, high = min(errors), max(errors)
        span = (high - low) or 1.0
        line = QPolygonF(
            [QPointF(area.left() + x * area.width(), area.bottom() - (y - low) / span * area.height())
             for x, y in self._points]
        )  # fmt: skip
        soft = QColor(self.palette().color(QPalette.ColorRole.WindowText))
        soft.setAlpha(50)
        painter.setPen(QPen(soft, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawPolyline(line)
        painter.end()
