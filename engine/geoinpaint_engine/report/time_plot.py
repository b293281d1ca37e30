"""A time series plotted as SVG: clear, cloudy and filled values at a place, with their ranges."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 240, 44, 12, 10, 26
TICKS = 5
Y = Callable[[float], float]


@dataclass(frozen=True)
class Mark:
    """A value of the time series.

    Args:
        date: ISO date.
        value: value of the result.
        low, high: ends of its uncertainty range, or NaN.
        filled: whether it was filled; else it is the scene's own value.
        seen: the scene's own value where the result differs from it, else NaN.
    """

    date: str
    value: float
    low: float
    high: float
    filled: bool
    seen: float = math.nan


@dataclass(frozen=True)
class TimePlot:
    """A time series plot, as a part of a page.

    Args:
        title: title of the plot.
        marks: the values, oldest first.
        unit: unit of the values, for the axis.
    """

    title: str
    marks: Sequence[Mark]
    unit: str

    def html(self) -> str:
        """See `Part`."""
        return (
            f'<figure class="plot"><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(self.title)}">'
            f"{self._drawing()}</svg><figcaption>{escape(self.title)}</figcaption></figure>"
        )

    def _drawing(self) -> str:
        kept = [mark for mark in self.marks if math.isfinite(mark.value)]
        if not kept:
            return ""
        days = [datetime.date.fromisoformat(mark.date).toordinal() for mark in kept]
        numbers = [number for mark in kept for number in (mark.value, mark.low, mark.high, mark.seen)]
        values = list(filter(math.isfinite, numbers))
        low, high = _round_range(min(values), max(values))
        first, last = min(days), max(days)

        def x(day: float) -> float:
            share = (day - first) / max(last - first, 1)
            return round(LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 16), 1)

        def y(value: float) -> float:
            return round(TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

        parts = []
        for tick in range(TICKS):
            value = low + (high - low) * tick / (TICKS - 1)
            parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(value)}" y2="{y(value)}"/>')
            parts.append(f'<text x="{LEFT - 6}" y="{y(value) + 4}" text-anchor="end">{value:.2f}</text>')
        for day, anchor in ((first, "start"), (last, "end"))[: 2 if last > first else 1]:
            when = datetime.date.fromordinal(day).isoformat()
            parts.append(f'<text x="{x(day)}" y="{HEIGHT - 6}" text-anchor="{anchor}">{when}</text>')
        line = " ".join(f"{x(day)},{y(mark.value)}" for day, mark in zip(days, kept, strict=True))
        parts.append(f'<polyline class="curve" points="{line}"/>')
        for day, mark in zip(days, kept, strict=True):
            parts += _mark(mark, x(day), y)
        return "".join(parts)


def _mark(mark: Mark, x: float, y: Y) -> list[str]:
    tooltip = f"<title>{escape(mark.date)}: {mark.value:.3f}</title>"
    if not mark.filled:
        return [f'<circle class="clear" cx="{x}" cy="{y(mark.value)}" r="3.5">{tooltip}</circle>']
    parts = []
    if math.isfinite(mark.low) and math.isfinite(mark.high):
        parts.append(f'<line class="band" x1="{x}" x2="{x}" y1="{y(mark.low)}" y2="{y(mark.high)}"/>')
    if math.isfinite(mark.seen):
        seen_y = y(mark.seen)
        parts.append(f'<path class="seen" d="M{x - 3} {seen_y - 3}l6 6m0 -6l-6 6"/>')
    return [*parts, f'<circle class="filled" cx="{x}" cy="{y(mark.value)}" r="4">{tooltip}</circle>']


def _round_range(low: float, high: float) -> tuple[float, float]:
    """The range of multiples of 0.1 that encloses two values."""
    start, end = math.floor(low * 10) / 10, math.ceil(high * 10) / 10
    return (start, end) if end > start else (start - 0.1, end + 0.1)
