"""The panel's layout: sections in a scrolling column, with the run's footer always visible."""

from __future__ import annotations

from typing import Iterable, Tuple

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from geoinpaint_qgis.gui.widgets import Column

MARGIN, SPACING = 8, 8  # px


def lay_out_sections(parts: Iterable[QWidget], footer: QWidget) -> Tuple[QWidget, Column]:
    """Creates the widget that contains all sections, and its scrolling column."""
    inner = QWidget()
    rows = QVBoxLayout(inner)
    rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    rows.setSpacing(SPACING)
    for part in parts:
        rows.addWidget(part)
    rows.addStretch(1)
    whole = QWidget()
    outer = QVBoxLayout(whole)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    column = Column(inner)
    outer.addWidget(column, 1)
    outer.addWidget(footer)
    return whole, column
