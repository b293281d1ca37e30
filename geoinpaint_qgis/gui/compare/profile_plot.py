"""The plot of a profile: scene and result over distance, with filled parts marked."""

from __future__ import annotations

import math
from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF

from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.gui.compare.plot_frame import Frame, PlotWidget, frame_in
from geoinpaint_qgis.gui.compare.profile_data import Profile
from geoinpaint_qgis.translate import tr

DATES = ("#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9")  # a colour-blind safe palette
FILLED = QColor(230, 40, 40, 45)
COVERING = 1.645  # standard deviations on either side that contain 90 % of the errors


class Plot(PlotWidget):
    """Two lines over distance, with filled parts marked in the background."""

    def __init__(self) -> None:
        super().__init__(tr("Values along the line"), QSize(460, 240))
        self._profile: Optional[Profile] = None
        self._band = 0

    def show_profile(self, profile: Optional[Profile], band: int) -> None:
        """Shows a band (0-based) of a profile."""
        self._profile, self._band = profile, band
        self.update()

    def draw(self, painter: QPainter, ink: QColor) -> str:
        """See `PlotWidget.draw`."""
        if self._profile is None:
            return tr("Drag a line over the map, across the edge of a hole.")
        self._draw(painter, self._profile, ink)
        return ""

    def _draw(self, painter: QPainter, profile: Profile, text: QColor) -> None:
        before, after = profile.before[self._band], profile.after[self._band]
        kept = [value for value, filled in zip(before, profile.filled) if not filled]
        within = _band(profile, self._band)
        shown = (*kept, *after, *(value for pair in within for value in pair))
        dates = [date[self._band] for date in profile.dates]
        span_of_all = value_range(shown, [value for date in dates for value in date])
        if span_of_all is None:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("There are no values along the line."))
            return
        length = profile.distances[-1] or 1.0
        frame = frame_in(painter, self.rect(), (0.0, length), span_of_all)
        _mark(painter, profile, frame)
        frame.draw(painter, text, [(0.0, "0"), (length, _length(length))])
        painter.setClipRect(frame.area.adjusted(0, -1, 0, 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band_colour(self.palette()))
        for part in runs([low for low, _ in within]):
            upper = [frame.at(profile.distances[index], within[index][1]) for index in part]
            lower = [frame.at(profile.distances[index], within[index][0]) for index in reversed(part)]
            painter.drawPolygon(QPolygonF([*upper, *lower]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        others = [(date, date_pen(number)) for number, date in enumerate(dates)]
        for values, pen in (*others, (before, scene_pen(text)), (after, result_pen(self.palette()))):
            painter.setPen(pen)
            for part in runs(values):
                painter.drawPolyline(QPolygonF([frame.at(profile.distances[index], values[index]) for index in part]))


def _band(profile: Profile, band: int) -> List[Tuple[float, float]]:
    """The 90 % range at each point, low and high; NaN where nothing was filled or the deviation is unknown."""
    if not profile.deviation:
        return []
    nothing = (math.nan, math.nan)
    return [
        (value - COVERING * deviation, value + COVERING * deviation) if filled else nothing
        for value, deviation, filled in zip(profile.after[band], profile.deviation[band], profile.filled)
    ]


def band_colour(palette: QPalette) -> QColor:
    """Fill colour of the 90 % range."""
    pale = QColor(palette.color(QPalette.ColorRole.Highlight))
    pale.setAlpha(70)
    return pale


def scene_pen(text: QColor) -> QPen:
    """Pen of the scene's line."""
    return QPen(text, 1.4, Qt.PenStyle.DashLine)


def result_pen(palette: QPalette) -> QPen:
    """Pen of the result's line."""
    return QPen(palette.color(QPalette.ColorRole.Highlight), 2)


def date_pen(number: int) -> QPen:
    """Pen of another date's line, by its index."""
    return QPen(QColor(DATES[number % len(DATES)]), 1.3)


def value_range(shown: Sequence[float], dates: Sequence[float]) -> Optional[Tuple[float, float]]:
    """Range of the values drawn; None if there are none.

    A date extends the range by at most its own width, because a cloud in it would flatten the fill.
    """
    known = [value for value in shown if not math.isnan(value)]
    others = [value for value in dates if not math.isnan(value)]
    if not known:
        return None
    low, high = min(known), max(known)
    room = (high - low) / 2
    if others:
        low, high = max(min(low, *others), low - room), min(max(high, *others), high + room)
    return low, high


def runs(values: Sequence[float]) -> List[List[int]]:
    """Indices of consecutive values without NaN."""
    found: List[List[int]] = [[]]
    for index, value in enumerate(values):
        if math.isnan(value):
            found.append([])
        else:
            found[-1].append(index)
    return [part for part in found if part]


def _mark(painter: QPainter, profile: Profile, frame: Frame) -> None:
    """Marks filled parts in red, behind the lines."""
    area = frame.area
    step = area.width() / max(len(profile.distances) - 1, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(FILLED)
    for part in runs([0.0 if filled else math.nan for filled in profile.filled]):
        left, right = (frame.x(profile.distances[index]) for index in (part[0], part[-1]))
        whole = QRectF(left - step / 2, area.top(), right - left + step, area.height())
        painter.drawRect(whole.intersected(area))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _length(length: float) -> str:
    if length >= 1000:
        return tr("{count:.1f} km").format(count=Figure(length / 1000))
    return tr("{count:.4g} m").format(count=Figure(length))
