"""The legend of a profile, in as many rows as its width requires."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

SAMPLE, GAP, BETWEEN = 26, 5, 14  # px; width of a sample, space before its text, space between entries


@dataclass(frozen=True)
class Entry:
    """A text with its line, colour or symbol; `ink`: a line in the text colour."""

    text: str
    pen: Optional[QPen] = None
    fill: Optional[QColor] = None
    ink: bool = False
    draw: Optional[Callable[[QPainter, QPointF], None]] = None


class Legend(QWidget):
    """Entries side by side, wrapped to rows."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = list(entries)
        self._ink = QLabel(self)  # style sheets of themes colour labels, but do not change the palette
        self._ink.hide()
        self.setAccessibleName(", ".join(entry.text for entry in entries))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row_height * (1 + max((row for _, row, _ in self._places(width)), default=0))

    def sizeHint(self) -> QSize:
        return QSize(460, self.heightForWidth(460))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._row_height)

    @property
    def _row_height(self) -> int:
        return int(self.fontMetrics().height()) + 4

    def _places(self, width: int) -> List[Tuple[Entry, int, int]]:
        """Each entry with its row and its horizontal position."""
        found, row, x = [], 0, 0
        for entry in self.entries:
            wide = SAMPLE + GAP + self.fontMetrics().boundingRect(entry.text).width() + 4
            if x and x + wide > width:
                row, x = row + 1, 0
            found.append((entry, row, x))
            x += wide + BETWEEN
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ink.ensurePolished()
        ink = self._ink.palette().color(QPalette.ColorRole.WindowText)
        high = self._row_height
        for entry, row, x in self._places(self.width()):
            middle = row * high + high / 2
            if entry.pen is not None:
                pen = QPen(entry.pen)
                pen.setColor(ink if entry.ink else pen.color())
                painter.setPen(pen)
                painter.drawLine(QPointF(x, middle), QPointF(x + SAMPLE, middle))
            elif entry.draw is not None:
                entry.draw(painter, QPointF(x + SAMPLE / 2, middle))
            elif entry.fill is not None:
                painter.fillRect(QRectF(x, middle - 5, SAMPLE, 10), entry.fill)
            painter.setPen(ink)
            box = QRectF(x + SAMPLE + GAP, row * high, self.width(), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.text)
        painter.end()
