"""The base of all plots: the widget, and the frame with labelled axes and its coordinate transform."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Sequence, Tuple

from qgis.PyQt.QtCore import QPointF, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from geoinpaint_qgis.figure import Figure

Range = Tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """The drawing area of a plot in pixels, and the ranges of its two axes."""

    area: QRectF
    across: Range
    up: Range

    def x(self, value: float) -> float:
        """Horizontal position of a value, in widget pixels."""
        first, last = self.across
        return float(self.area.left() + (value - first) / ((last - first) or 1.0) * self.area.width())

    def at(self, across: float, up: float) -> QPointF:
        """Position of a point given in axis values."""
        low, high = self.up
        return QPointF(self.x(across), self.area.bottom() - (up - low) / ((high - low) or 1.0) * self.area.height())

    def draw(self, painter: QPainter, ink: QColor, under: Sequence[Tuple[float, str]]) -> None:
        """Draws the axes: labels at the ends of the vertical axis, and texts below positions of the horizontal one."""
        area, line = self.area, painter.fontMetrics().height()
        painter.setPen(QPen(ink, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.topLeft())
        for value, y in zip(reversed(self.up), (area.top(), area.bottom())):
            box = QRectF(0, y - line / 2, area.left() - 6, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _label(value))
        for place, text in under:
            wide = painter.fontMetrics().boundingRect(text).width() + 4
            left = min(max(self.x(place) - wide / 2, area.left()), area.right() - wide)
            painter.drawText(QRectF(left, area.bottom() + 3, wide, line), Qt.AlignmentFlag.AlignCenter, text)


class PlotWidget(QWidget):
    """A widget with a plot, drawn in the theme's text colour."""

    def __init__(self, name: str, size: QSize) -> None:
        super().__init__()
        self._size = size
        self._ink = QLabel(self)  # style sheets of themes colour labels, but do not change the palette
        self._ink.hide()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ink.ensurePolished()
        ink = self._ink.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(ink)
        hint = self.draw(painter, ink)
        if hint:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)
        painter.end()

    @abstractmethod
    def draw(self, painter: QPainter, ink: QColor) -> str:
        """Draws the plot; returns a text to show instead if there is nothing to draw."""


def frame_in(painter: QPainter, rect: QRect, across: Range, up: Range) -> Frame:
    """The frame that fits into a widget, leaving space for its labels."""
    left = max(painter.fontMetrics().boundingRect(_label(value)).width() for value in up) + 10
    line = painter.fontMetrics().height()
    return Frame(QRectF(rect).adjusted(left, line / 2 + 2, -10, -line - 8), across, up)


def _label(value: float) -> str:
    return f"{Figure(value):.5g}"
