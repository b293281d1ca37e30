"""The plot of a time profile: values at a point over the dates, distinguished as clear, filled and cloudy."""

from __future__ import annotations

import datetime
import math
from typing import Any, Dict, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QEvent, QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QToolTip

from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.gui.compare.plot_frame import Frame, PlotWidget, frame_in
from geoinpaint_qgis.gui.compare.profile_plot import COVERING, value_range
from geoinpaint_qgis.gui.compare.time_data import CLEAR, FILLED, Moment
from geoinpaint_qgis.translate import tr

FILL = QColor("#d55e00")  # colour-blind safe against the blue of clear values
CLOUD = QColor(128, 128, 128)
RADIUS, ARM, CAP = 4.0, 3.5, 3.0  # px; of discs and rings, of crosses, of the ends of ranges
NEAR = 10.0  # px; distance from a date at which the tooltip shows its values
DAY_GAP = 14  # px; least space between dates below the axis


class TimePlot(PlotWidget):
    """Values over time, with the 90 % range of filled ones."""

    def __init__(self) -> None:
        super().__init__(tr("Values over time"), QSize(520, 240))
        self._moments: Sequence[Moment] = ()
        self._number = 0
        self._hint = ""
        self._frame: Optional[Frame] = None

    def show_moments(self, moments: Sequence[Moment], number: int, hint: str = "") -> None:
        """Shows a band (0-based) of a point's dates, or a hint if there are none."""
        self._moments, self._number, self._hint = moments, number, hint
        self.update()

    def draw(self, painter: QPainter, ink: QColor) -> str:
        """See `PlotWidget.draw`."""
        shown, seen = _drawn(self._moments, self._number)
        span = value_range(shown, seen) or value_range(seen, [])
        self._frame = None
        if span is None:
            return self._hint if not self._moments else tr("There are no values here.")
        days = [_day(moment) for moment in self._moments]
        room = 0.04 * ((span[1] - span[0]) or 1.0)
        self._frame = frame_in(painter, self.rect(), (days[0] - 1.0, days[-1] + 1.0), (span[0] - room, span[1] + room))
        self._draw(painter, self._frame, ink)
        return ""

    def _draw(self, painter: QPainter, frame: Frame, text: QColor) -> None:
        frame.draw(painter, text, _dates_under(painter, frame, [_day(moment) for moment in self._moments]))
        painter.setClipRect(frame.area.adjusted(-RADIUS, -1, RADIUS, 1))
        number, clear = self._number, clear_colour(self.palette())
        marks = [(moment, frame.x(_day(moment))) for moment in self._moments]
        known = [
            frame.at(_day(moment), moment.values[number])
            for moment, _ in marks
            if not math.isnan(moment.values[number])
        ]
        faint = QColor(text)
        faint.setAlpha(90)
        painter.setPen(QPen(faint, 1))
        painter.drawPolyline(QPolygonF(known))
        for moment, x in marks:
            value, deviation, seen = moment.values[number], moment.deviations[number], moment.seen[number]
            if not math.isnan(seen):
                draw_cross(painter, QPointF(x, frame.at(0, seen).y()))
            if not math.isnan(deviation) and not math.isnan(value):
                low, high = (frame.at(0, value + sign * COVERING * deviation).y() for sign in (-1, 1))
                painter.setPen(QPen(FILL, 1.6))
                painter.drawLine(QPointF(x, low), QPointF(x, high))
                for y in (low, high):
                    painter.drawLine(QPointF(x - CAP, y), QPointF(x + CAP, y))
            if not math.isnan(value):
                draw_value(painter, frame.at(_day(moment), value), clear if moment.kind == CLEAR else FILL, moment.kind)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            text = self.description_at(event.pos().x())
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    def description_at(self, x: float) -> str:
        """Description of the date closest to a horizontal position; empty if none is near."""
        frame = self._frame
        if frame is None:
            return ""
        moment = min(self._moments, key=lambda one: abs(frame.x(_day(one)) - x))
        return describe(moment, self._number) if abs(frame.x(_day(moment)) - x) <= NEAR else ""


def describe(moment: Moment, number: int) -> str:
    """A date's value as a sentence."""
    value, deviation, seen = (part[number] for part in (moment.values, moment.deviations, moment.seen))
    if moment.kind == CLEAR:
        return tr("{date}: {value}, clear").format(date=moment.date, value=_text(value))
    parts = tr("{date}: cloudy, not filled").format(date=moment.date)
    if moment.kind == FILLED:
        parts = tr("{date}: {value}, filled").format(date=moment.date, value=_text(value))
    if not math.isnan(deviation):
        low, high = (_text(value + sign * COVERING * deviation) for sign in (-1, 1))
        parts += "\n" + tr("{share} band {low} to {high}").format(share="90 %", low=low, high=high)
    if not math.isnan(seen):
        parts += "\n" + tr("The scene shows {value}").format(value=_text(seen))
    return parts


def draw_value(painter: QPainter, place: QPointF, colour: QColor, kind: str) -> None:
    """Draws a value: a disc if clear, a ring if filled."""
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(colour if kind == CLEAR else QColor(255, 255, 255))
    painter.drawEllipse(place, RADIUS - 0.5, RADIUS - 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_cross(painter: QPainter, place: QPointF) -> None:
    """Draws a cloudy value."""
    painter.setPen(QPen(CLOUD, 1.6))
    for sign in (-1, 1):
        painter.drawLine(place + QPointF(-ARM, -sign * ARM), place + QPointF(ARM, sign * ARM))


def clear_colour(palette: QPalette) -> QColor:
    """Colour of clear values."""
    return palette.color(QPalette.ColorRole.Highlight)


def _drawn(moments: Sequence[Moment], number: int) -> Tuple[List[float], List[float]]:
    """The values and ends of ranges that are drawn, and the cloudy values."""
    shown: List[float] = []
    for moment in moments:
        value, deviation = moment.values[number], moment.deviations[number]
        shown += [value, value - COVERING * deviation, value + COVERING * deviation]
    return shown, [moment.seen[number] for moment in moments]


def _dates_under(painter: QPainter, frame: Frame, days: Sequence[int]) -> List[Tuple[float, str]]:
    """The dates below the axis: as many as fit, always including the first and the last."""
    wide = painter.fontMetrics().boundingRect("2024-04-05").width() + DAY_GAP
    left, right = frame.area.left() + wide / 2, frame.area.right() - wide / 2
    chosen: Dict[int, float] = {}
    for day in dict.fromkeys((days[0], days[-1], *days)):
        middle = min(max(frame.x(day), left), right)  # clipped, as the frame does
        if all(abs(middle - other) >= wide for other in chosen.values()):
            chosen[day] = middle
    return [(float(day), datetime.date.fromordinal(day).isoformat()) for day in sorted(chosen)]


def _day(moment: Moment) -> int:
    return datetime.date.fromisoformat(moment.date).toordinal()


def _text(value: float) -> str:
    return f"{Figure(value):.4g}"


def legend_marks(palette: QPalette) -> List[Tuple[str, Any]]:
    """The elements of the plot, each with a function that draws it at a position."""
    clear = clear_colour(palette)
    return [
        (tr("clear"), lambda painter, place: draw_value(painter, place, clear, CLEAR)),
        (tr("filled, with {share} band").format(share="90 %"), _draw_filled),
        (tr("what a cloud shows"), draw_cross),
    ]


def _draw_filled(painter: QPainter, place: QPointF) -> None:
    painter.setPen(QPen(FILL, 1.6))
    painter.drawLine(place - QPointF(0, 7), place + QPointF(0, 7))
    draw_value(painter, place, FILL, FILLED)
