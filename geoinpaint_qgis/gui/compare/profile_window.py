"""A profile across the seam: values of scene and result along a line drawn on the map, filled parts marked."""

from __future__ import annotations

import math
from typing import Any, List, Optional, Sequence

from qgis.core import (
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from geoinpaint_qgis.gui.compare.map_window import MapWindow
from geoinpaint_qgis.gui.compare.profile_data import Profile, sample
from geoinpaint_qgis.gui.compare.profile_legend import Entry, Legend
from geoinpaint_qgis.gui.compare.profile_plot import FILLED, Plot, band_colour, date_pen, result_pen, scene_pen
from geoinpaint_qgis.gui.evidence.layer_facts import date_of, days_between, days_text
from geoinpaint_qgis.gui.widgets import labelled, small_print
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing.units import matching_bands
from geoinpaint_qgis.translate import tr

LINE = QColor(255, 200, 0)
MOST_DATES = 5  # number of dates drawn at most, for legibility


class LineTool(QgsMapTool):
    """Draws a line by dragging; `drawn` carries its end points in the map's CRS."""

    drawn = pyqtSignal(QgsPointXY, QgsPointXY)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._start: Optional[QgsPointXY] = None
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self._band.setColor(LINE)
        self._band.setSecondaryStrokeColor(QColor(0, 0, 0, 160))
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = event.mapPoint()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._start is not None:
            self._show(self._start, event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        start, self._start = self._start, None
        if start is not None and start.distance(event.mapPoint()) > 2 * self.canvas().mapUnitsPerPixel():
            self._show(start, event.mapPoint())
            self.drawn.emit(start, event.mapPoint())

    def detach(self) -> None:
        """Removes the line, and itself from the canvas."""
        canvas = self.canvas()
        canvas.unsetMapTool(self)
        canvas.scene().removeItem(self._band)

    def _show(self, start: QgsPointXY, end: QgsPointXY) -> None:
        self._band.setToGeometry(QgsGeometry.fromPolylineXY([start, end]), None)


class ProfileWindow(MapWindow):
    """The plot beside the map; while it is open, the line is drawn on the map. `closed` signals its end."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        scene: QgsRasterLayer,
        result: QgsRasterLayer,
        parent: Any,
        *,
        uncertainty: Optional[QgsRasterLayer] = None,
        dates: Sequence[QgsRasterLayer] = (),
    ) -> None:
        super().__init__(canvas, parent)
        self.setWindowTitle(tr("GeoInpaint: profile"))
        self._scene, self._result = scene, result
        self._uncertainty = uncertainty
        self._dates = nearest(scene, dates)
        self._bands = matching_bands(scene, result)
        self.profile: Optional[Profile] = None
        self.band = QComboBox()
        for number, name in enumerate(sources.band_names(result), 1):
            self.band.addItem(name or str(number))
        shown = result.renderer().usesBands() if result.renderer() is not None else []
        self.band.setCurrentIndex(min(shown[0], self.band.count()) - 1 if shown else 0)
        self.band.currentIndexChanged.connect(self._show)
        self.plot = Plot()
        top = QHBoxLayout()
        top.addWidget(labelled(tr("&Band"), self.band))
        top.addWidget(self.band, 1)
        column = QVBoxLayout(self)
        column.addLayout(top)
        self.legend = Legend(self._entries())
        column.addWidget(self.legend)
        column.addWidget(self.plot, 1)
        column.addWidget(small_print(tr("Drag another line over the map to look elsewhere; Escape closes.")))
        tool = LineTool(canvas)
        tool.drawn.connect(self.look)
        self.take_map(tool)

    def _entries(self) -> List[Entry]:
        """The entries of the legend."""
        palette = self.palette()
        line = scene_pen(palette.color(QPalette.ColorRole.WindowText))
        found = [Entry(tr("scene"), pen=line, ink=True), Entry(tr("result"), pen=result_pen(palette))]
        if self._uncertainty is not None:
            found.append(Entry(tr("{share} band").format(share="90 %"), fill=band_colour(palette)))
        found.append(Entry(tr("filled"), fill=FILLED))
        return [*found, *(Entry(_named(self._scene, date), pen=date_pen(n)) for n, date in enumerate(self._dates))]

    def look(self, start: QgsPointXY, end: QgsPointXY) -> None:
        """Shows the values along a line in the map's CRS."""
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            self.profile = sample(
                self._scene, self._result, (start, end), crs, scene_bands=self._bands, uncertainty=self._uncertainty,
                dates=self._dates,
            )  # fmt: skip
        except QgsCsException:  # outside the domain of the scene's CRS
            self.profile = None
        self._show()

    def _show(self, *_: object) -> None:
        self.plot.show_profile(self.profile, max(self.band.currentIndex(), 0))


def nearest(scene: QgsRasterLayer, dates: Sequence[QgsRasterLayer]) -> List[QgsRasterLayer]:
    """The dates to draw: those closest to the scene in time, oldest first."""

    def apart(layer: QgsRasterLayer) -> float:
        days = days_between(scene, layer)
        return math.inf if days is None else abs(days)

    chosen = sorted(dates, key=apart)[:MOST_DATES]
    return sorted(chosen, key=lambda layer: (date_of(layer), layer.name()))


def _named(scene: QgsRasterLayer, layer: QgsRasterLayer) -> str:
    """Name of a date in the legend."""
    date, days = date_of(layer), days_between(scene, layer)
    if not date:
        return str(layer.name())
    return date if days is None else f"{date} ({days_text(days)})"
