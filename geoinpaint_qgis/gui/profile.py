"""A profile across the seam: values of scene and result along a line drawn on the map, what was filled marked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from geoinpaint_qgis.gui.parts import labelled, small_print
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.translate import tr

MOST_POINTS = 256
LINE = QColor(255, 200, 0)


@dataclass(frozen=True)
class Profile:
    """Values along a line.

    Attributes:
        distances: from the line's beginning, in metres (map units where the CRS is unknown), one a point.
        before, after: a list of values for each band of scene and result; NaN where there is none.
        filled: whether scene and result differ at a point, in any band.
    """

    distances: List[float]
    before: List[List[float]]
    after: List[List[float]]
    filled: List[bool]


def sample(
    scene: QgsRasterLayer,
    result: QgsRasterLayer,
    line: Tuple[QgsPointXY, QgsPointXY],
    crs: QgsCoordinateReferenceSystem,
    *,
    scene_bands: Sequence[int],
) -> Profile:
    """Values along a line given in a CRS, at most one for each pixel; `scene_bands` are those of the result's bands."""
    transform = QgsCoordinateTransform(crs, scene.crs(), QgsProject.instance())
    start, end = (transform.transform(point) if crs.isValid() else point for point in line)
    pixel = min(scene.rasterUnitsPerPixelX(), scene.rasterUnitsPerPixelY()) or 1.0
    count = min(max(math.ceil(start.distance(end) / pixel) + 1, 2), MOST_POINTS)
    shares = [index / (count - 1) for index in range(count)]
    points = [
        QgsPointXY(start.x() + share * (end.x() - start.x()), start.y() + share * (end.y() - start.y()))
        for share in shares
    ]
    measure = QgsDistanceArea()
    measure.setSourceCrs(scene.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(QgsProject.instance().ellipsoid() if scene.crs().isGeographic() else "NONE")
    length = measure.measureLine(start, end)
    before = [_values(scene, band, points) for band in scene_bands]
    after = [_values(result, band, points) for band in range(1, result.bandCount() + 1)]
    filled = [any(not _same(one[index], other[index]) for one, other in zip(before, after)) for index in range(count)]
    return Profile([share * length for share in shares], before, after, filled)


def _values(layer: QgsRasterLayer, band: int, points: Sequence[QgsPointXY]) -> List[float]:
    provider = layer.dataProvider()
    found = (provider.sample(point, band) for point in points)
    return [value if fine else math.nan for value, fine in found]


def _same(one: float, other: float) -> bool:
    return one == other or (math.isnan(one) and math.isnan(other))


def matching_bands(scene: QgsRasterLayer, result: QgsRasterLayer) -> List[int]:
    """For each band of the result the scene's band it was made of: by name, else by position."""
    names, wanted = sources.band_names(scene), sources.band_names(result)
    if len(set(names)) == len(names) and all(name and name in names for name in wanted):
        return [names.index(name) + 1 for name in wanted]
    return [min(band, scene.bandCount()) for band in range(1, result.bandCount() + 1)]


class LineTool(QgsMapTool):
    """Draws a line by dragging; `drawn` carries its ends in the map's CRS."""

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

    def take_away(self) -> None:
        """Remove the line, and itself from the canvas."""
        canvas = self.canvas()
        canvas.unsetMapTool(self)
        canvas.scene().removeItem(self._band)

    def _show(self, start: QgsPointXY, end: QgsPointXY) -> None:
        self._band.setToGeometry(QgsGeometry.fromPolylineXY([start, end]), None)


class Plot(QWidget):
    """Two lines over a distance, with what was filled behind them."""

    def __init__(self) -> None:
        super().__init__()
        self._profile: Optional[Profile] = None
        self._band = 0
        self.setAccessibleName(tr("Values along the line"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(460, 240)

    def show_profile(self, profile: Optional[Profile], band: int) -> None:
        """Show a band (from 0) of a profile."""
        self._profile, self._band = profile, band
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(text)
        if self._profile is None:
            hint = tr("Drag a line over the map, across the edge of a hole.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)
        else:
            self._draw(painter, self._profile, text)
        painter.end()

    def _draw(self, painter: QPainter, profile: Profile, text: QColor) -> None:
        before, after = profile.before[self._band], profile.after[self._band]
        known = [value for value in (*before, *after) if not math.isnan(value)]
        if not known:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("There are no values along the line."))
            return
        low, high = min(known), max(known)
        labels = [f"{value:.5g}" for value in (high, low)]
        left = max(painter.fontMetrics().boundingRect(label).width() for label in labels) + 10
        line = painter.fontMetrics().height()
        area = QRectF(self.rect()).adjusted(left, line / 2 + 2, -10, -line - 8)
        length, span = profile.distances[-1] or 1.0, (high - low) or 1.0

        def at(distance: float, value: float) -> QPointF:
            return QPointF(
                area.left() + distance / length * area.width(), area.bottom() - (value - low) / span * area.height()
            )

        _mark(painter, profile, area, length)
        painter.setPen(QPen(text, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.topLeft())
        for label, y in zip(labels, (area.top(), area.bottom())):
            box = QRectF(0, y - line / 2, left - 6, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
        under = QRectF(area.left(), area.bottom() + 3, area.width(), line)
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, _length(length))
        for values, pen in ((before, scene_pen(text)), (after, result_pen(self.palette()))):
            painter.setPen(pen)
            for part in runs(values):
                painter.drawPolyline(QPolygonF([at(profile.distances[index], values[index]) for index in part]))


def scene_pen(text: QColor) -> QPen:
    """How the scene's line is drawn."""
    return QPen(text, 1.4, Qt.PenStyle.DashLine)


def result_pen(palette: QPalette) -> QPen:
    """How the result's line is drawn."""
    return QPen(palette.color(QPalette.ColorRole.Highlight), 2)


def runs(values: Sequence[float]) -> List[List[int]]:
    """The indices of values that follow each other without a NaN between them."""
    found: List[List[int]] = [[]]
    for index, value in enumerate(values):
        if math.isnan(value):
            found.append([])
        else:
            found[-1].append(index)
    return [part for part in found if part]


def _mark(painter: QPainter, profile: Profile, area: QRectF, length: float) -> None:
    """What was filled, in red behind the lines."""
    step = area.width() / max(len(profile.distances) - 1, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(230, 40, 40, 45))
    for distance, filled in zip(profile.distances, profile.filled):
        if filled:
            middle = area.left() + distance / length * area.width()
            painter.drawRect(QRectF(middle - step / 2, area.top(), step, area.height()).intersected(area))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _length(length: float) -> str:
    return (
        tr("{count:.1f} km").format(count=length / 1000) if length >= 1000 else tr("{count:.4g} m").format(count=length)
    )


class ProfileWindow(QDialog):
    """The plot beside the map; the line is drawn on the map while it is open. `closed` when it is."""

    closed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, scene: QgsRasterLayer, result: QgsRasterLayer, parent: Any) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("GeoInpaint: profile"))
        self._canvas, self._scene, self._result = canvas, scene, result
        self._bands = matching_bands(scene, result)
        self.profile: Optional[Profile] = None
        self.band = QComboBox()
        for number, name in enumerate(sources.band_names(result), 1):
            self.band.addItem(name or str(number))
        self.band.currentIndexChanged.connect(self._show)
        self.plot = Plot()
        top = QHBoxLayout()
        top.addWidget(labelled(tr("&Band"), self.band))
        top.addWidget(self.band, 1)
        top.addWidget(QLabel(tr("dashed: scene, solid: result, red: filled")))
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.plot, 1)
        column.addWidget(small_print(tr("Drag another line over the map to look elsewhere; Escape closes.")))
        self._previous = canvas.mapTool()
        self._tool: Optional[LineTool] = LineTool(canvas)
        self._tool.drawn.connect(self.look)
        canvas.setMapTool(self._tool)

    def look(self, start: QgsPointXY, end: QgsPointXY) -> None:
        """Show the values along a line in the map's CRS."""
        crs = self._canvas.mapSettings().destinationCrs()
        self.profile = sample(self._scene, self._result, (start, end), crs, scene_bands=self._bands)
        self._show()

    def done(self, code: int) -> None:
        self._end()
        super().done(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _show(self, *_: object) -> None:
        self.plot.show_profile(self.profile, max(self.band.currentIndex(), 0))

    def _end(self) -> None:
        """Give the map back; once is enough, more does no harm."""
        tool, self._tool = self._tool, None
        if tool is None:
            return
        had_map = self._canvas.mapTool() is tool
        tool.take_away()
        if had_map and self._previous is not None:
            self._canvas.setMapTool(self._previous)
        self.closed.emit()
        self.deleteLater()
