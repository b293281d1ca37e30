"""A curve over time as a drawing (SVG) on a page: clear, cloudy and filled values of one place, with their bands."""

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
    """A value on a date.

    Args:
        date: ISO date.
        value: of the result.
        low, high: the ends of its band; NaN where it has none.
        filled: whether it is a fill; else the scene's own.
        seen: the scene's own value where that is another, else NaN.
    """

    date: str
    value: float
    low: float
    high: float
    filled: bool
    seen: float = math.nan


@dataclass(frozen=True)
class TimePlot:
    """A curve over time.

    Args:
        title: what it shows.
        marks: oldest first.
        unit: of the values, for the axis.
    """

    title: str
    marks: Sequence[Mark]
    unit: str

    def html(self) -> str:
        """The part as HTML."""
        return (
            f'<figure class="plot"><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(self.title)}">'
            f"{self._drawing()}</svg><figcaption>{escape(self.title)}</figcaption></figure>"
        )

    def _drawing(self) -> str:
        kept = [mark for mark in self.marks if math.isfinite(mark.value)]
        if not kept:
            return ""
        days = [datetime.date.fromisoformat(mark.date).toordinal() for mark in kept]
        values = [one for mark in kept for one in (mark.value, mark.low, mark.high, mark.seen) if math.isfinite(one)]
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
    told = f"<title>{escape(mark.date)}: {mark.value:.3f}</title>"
    if not mark.filled:
        return [f'<circle class="clear" cx="{x}" cy="{y(mark.value)}" r="3.5">{told}</circle>']
    parts = []
    if math.isfinite(mark.low) and math.isfinite(mark.high):
        parts.append(f'<line class="band" x1="{x}" x2="{x}" y1="{y(mark.low)}" y2="{y(mark.high)}"/>')
    if math.isfinite(mark.seen):
        place = y(mark.seen)
        parts.append(f'<path class="seen" d="M{x - 3} {place - 3}l6 6m0 -6l-6 6"/>')
    return [*parts, f'<circle class="filled" cx="{x}" cy="{y(mark.value)}" r="4">{told}</circle>']


def _round_range(low: float, high: float) -> tuple[float, float]:
    """A range of tenths around two values."""
    start, end = math.floor(low * 10) / 10, math.ceil(high * 10) / 10
    return (start, end) if end > start else (start - 0.1, end + 0.1)
