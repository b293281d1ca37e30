"""A window beside the map with its own map tool while it is open."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QGuiApplication
from qgis.PyQt.QtWidgets import QDialog

EDGE = 10  # px


class MapWindow(QDialog):
    """Placed over a corner of the map, whose tool it replaces until it is closed; `closed` signals that.

    Its tool has a method `detach`, which removes the tool and its drawings from the map.
    """

    closed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: Any) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._previous = canvas.mapTool()
        self._tool: Optional[Any] = None

    def take_map(self, tool: Any) -> None:
        """Activates the map tool; call it after laying out the window."""
        corner = QPoint(EDGE, max(self._canvas.height() - self.sizeHint().height() - EDGE, 0))
        self.move(self._on_screen(self._canvas.mapToGlobal(corner)))  # where it covers the map least
        self._tool = tool
        self._canvas.setMapTool(tool)

    def _on_screen(self, corner: QPoint) -> QPoint:
        """The position closest to a corner at which the whole window is on screen."""
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        space, size = screen.availableGeometry(), self.sizeHint()
        x = max(min(corner.x(), space.right() - size.width() - EDGE), space.left())
        return QPoint(x, max(min(corner.y(), space.bottom() - size.height() - 4 * EDGE), space.top()))

    def done(self, code: int) -> None:
        self._end()
        super().done(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        """Restores the map tool; safe to call repeatedly."""
        tool, self._tool = self._tool, None
        if tool is None:
            return
        had_map = self._canvas.mapTool() is tool
        tool.detach()
        if had_map and self._previous is not None:
            self._canvas.setMapTool(self._previous)
        self.closed.emit()
        self.deleteLater()
