"""The button *Find dates and radar…*, and a line that names the server; no request is sent before it is pressed."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from geoinpaint_qgis.gui.widgets import small_print
from geoinpaint_qgis.translate import tr


class FindButton(QWidget):
    """`wanted` signals that it was pressed; `server_note` returns the text of the line below."""

    wanted = pyqtSignal()

    def __init__(self, server_note: Callable[[], str]) -> None:
        super().__init__()
        self._told_whom = server_note
        self.button = QPushButton(tr("&Find dates and radar…"))
        self.button.setToolTip(tr("Looks in a catalogue for the images that show the hole, and fetches what is needed"))
        self.button.clicked.connect(self.wanted)
        self.asks = small_print()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self.asks)
        self.update_note()

    def update_note(self) -> None:
        """Updates the line that names the server."""
        self.asks.setText(self._told_whom())
