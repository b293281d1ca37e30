"""A time profile: the values of a filled series over its dates, at a point clicked on the map."""

from __future__ import annotations

import time
from typing import Any, Iterator, List, Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from geoinpaint_qgis.gui.compare.map_window import MapWindow
from geoinpaint_qgis.gui.compare.profile_legend import Entry, Legend
from geoinpaint_qgis.gui.compare.profile_plot import COVERING
from geoinpaint_qgis.gui.compare.time_data import NDVI, Moment, TimeSeries, table
from geoinpaint_qgis.gui.compare.time_plot import TimePlot, legend_marks
from geoinpaint_qgis.gui.widgets import labelled, small_print
from geoinpaint_qgis.translate import tr

MARKER = QColor(255, 200, 0)
AT_A_TIME_S = 0.05  # seconds of reading before the window processes events again


class PointTool(QgsMapTool):
    """Signals clicks; `clicked` carries the point in the map's CRS."""

    clicked = pyqtSignal(QgsPointXY)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._marker: Optional[QgsVertexMarker] = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.mapPoint())

    def mark(self, point: QgsPointXY) -> None:
        """Marks the current point on the map."""
        if self._marker is None:
            self._marker = QgsVertexMarker(self.canvas())
            self._marker.setColor(MARKER)
            self._marker.setPenWidth(3)
            self._marker.setIconSize(14)
        self._marker.setCenter(point)

    def detach(self) -> None:
        """Removes the mark, and itself from the canvas."""
        canvas = self.canvas()
        canvas.unsetMapTool(self)
        if self._marker is not None:
            canvas.scene().removeItem(self._marker)
            self._marker = None


class TimeWindow(MapWindow):
    """The plot beside the map; while it is open, a click on the map selects the point."""

    def __init__(self, canvas: QgsMapCanvas, series: TimeSeries, title: str, parent: Any) -> None:
        super().__init__(canvas, parent)
        self.setWindowTitle(tr("GeoInpaint: time profile of {series}").format(series=title))
        self.series = series
        self.moments: List[Moment] = []
        self._coming: Optional[Iterator[Optional[Moment]]] = None
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._read)
        self.band = QComboBox()
        self.band.addItems(series.names)
        self.band.setCurrentIndex(len(series.names) - 1 if series.names[-1] == NDVI else 0)
        self.band.currentIndexChanged.connect(self._show)
        self.place = QLineEdit()
        self.place.setPlaceholderText(tr("click on the map, or x, y"))
        self.place.returnPressed.connect(self._typed)
        self.copy = QPushButton(tr("&Copy table"))
        self.copy.setToolTip(tr("Put the values of all dates on the clipboard, for a spreadsheet"))
        self.copy.setAutoDefault(False)  # Return is for the point's field
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self.plot = TimePlot()
        self.legend = Legend([Entry(text, draw=draw) for text, draw in legend_marks(self.palette())])
        self.note = small_print()
        top = QHBoxLayout()
        top.addWidget(labelled(tr("&Band"), self.band))
        top.addWidget(self.band)
        top.addWidget(labelled(tr("&Place"), self.place))
        top.addWidget(self.place, 1)
        top.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.legend)
        column.addWidget(self.plot, 1)
        column.addWidget(self.note)
        self.closed.connect(self._clean_up)
        self._show()
        self.point_tool = PointTool(canvas)
        self.point_tool.clicked.connect(self.look)
        self.take_map(self.point_tool)

    @property
    def reading(self) -> bool:
        """Whether dates remain to be read."""
        return self._coming is not None

    def look(self, point: QgsPointXY) -> None:
        """Shows the values at a point in the map's CRS, date by date as they are read."""
        self.point_tool.mark(point)
        self.place.setText(f"{point.x():.10g}, {point.y():.10g}")
        self.moments = []
        self._coming = self.series.moments(point, self._canvas.mapSettings().destinationCrs())
        self._clock.start()

    def _read(self) -> None:
        until = time.monotonic() + AT_A_TIME_S
        while self._coming is not None and time.monotonic() < until:
            try:
                moment = next(self._coming)
            except StopIteration:
                self._coming = None
                self._clock.stop()
            else:
                self.moments += [] if moment is None else [moment]
        self._show()

    def _clean_up(self) -> None:
        """Closes the series' files, which must not be open when QGIS exits."""
        self._clock.stop()
        self._coming = None
        self.series.close()

    def _typed(self) -> None:
        parts = self.place.text().replace(",", " ").split()
        try:
            x, y = map(float, parts)
        except ValueError:
            self.note.setText(tr("Write the place as x, y in the units of the map."))
            return
        self.look(QgsPointXY(x, y))

    def _copy(self) -> None:
        QApplication.clipboard().setText(table(self.series.names, self.moments, COVERING))

    def _show(self, *_: object) -> None:
        hint = tr("Click on the map.")
        if self.place.text():
            hint = tr("Reading…") if self.reading else tr("The series shows nothing here.")
        self.plot.show_moments(self.moments, max(self.band.currentIndex(), 0), hint)
        self.copy.setEnabled(bool(self.moments))
        note = tr("Click elsewhere for another place; rest the mouse on a date for its value; Escape closes.")
        if self.series.lost:
            lost = tr("{count} scenes are not where they were: what they show is left out.")
            note = f"{lost.format(count=len(self.series.lost))} {note}"
        self.note.setText(note)
