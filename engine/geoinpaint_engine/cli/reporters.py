"""Reporters of a run's events: JSON lines for programs, text and a progress line for people."""

from __future__ import annotations

import json
import math
import time
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from geoinpaint_engine.events import Event, written

if TYPE_CHECKING:
    from geoinpaint_engine.job import Job


class TextStream(Protocol):
    """A stream that a reporter writes to."""

    def write(self, text: str, /) -> int:
        """Writes a text."""

    def flush(self) -> None:
        """Flushes the stream."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


def _finite(value: Any) -> Any:
    """Replaces NaN and infinity, which JSON does not have, by None."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value


class JsonLines:
    """Writes each event as one line of JSON."""

    def __init__(self, stream: TextStream) -> None:
        self._stream = stream

    def __call__(self, event: Event) -> None:
        """Writes an event; skips those that later ones supersede while the reader is far behind."""
        if event["event"] in ("progress", "preview") and getattr(self._stream, "crowded", False):
            return
        self._stream.write(json.dumps(_finite(event), ensure_ascii=False, allow_nan=False) + "\n")
        self._stream.flush()


class Plain:
    """Text for people: on a terminal one progress line that is rewritten, elsewhere a line every few seconds."""

    def __init__(self, stream: TextStream, *, interval_s: float = 5.0) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._interval_s = 0.1 if self._terminal else interval_s
        self._last = -math.inf
        self._open_line = False

    def __call__(self, event: Event) -> None:
        """Writes an event."""
        kind = event["event"]
        if kind == "progress":
            self._progress(event)
        elif kind == "started" and "dates" in event:
            self._line(f"{counted(event['dates'], 'date')} in the series")
        elif kind == "started":
            pixels = counted(event.get("hole_pixels", 0), "pixel")
            windows = counted(event.get("windows", 0), "window")
            self._line(f"{pixels} to fill in {windows}, on {event.get('device', 'cpu')}")
        elif kind == "warning":
            self._line(f"Warning: {event['message']}")
        elif kind == "error":
            self._line(f"Error: {event['message']} {event['hint']}".rstrip() + f" [{event['code']}]")
        elif kind == "result":
            for name, path in event["outputs"].items():
                self._line(f"{name}: {path}")
            for line in result_lines(event["figures"]):
                self._line(line)

    def _progress(self, event: Event) -> None:
        now = time.monotonic()
        if now - self._last < self._interval_s and event["fraction"] < 1:
            return
        self._last = now
        text = f"{event['fraction']:5.0%}"
        if event.get("message"):
            text += f"  {event['message']}"
        if "step" in event:
            text += f"  step {event['step']}/{event['steps']}"
        if event.get("loss") is not None:
            text += f"  loss {event['loss']:.5f}"
        if event.get("seconds_left") is not None:
            text += f"  {event['seconds_left']:.0f} s left"
        if self._terminal:
            bar = "#" * round(24 * event["fraction"])
            self._stream.write(f"\r\x1b[K[{bar:<24}] {printable(text)}")
            self._stream.flush()
            self._open_line = True
        else:
            self._line(text)

    def _line(self, text: str) -> None:
        self._stream.write(("\n" if self._open_line else "") + printable(text) + "\n")
        self._stream.flush()
        self._open_line = False


def printable(text: str) -> str:
    """Escapes characters that could control a terminal (control characters, direction marks), except tabs."""
    return "".join(c if c == "\t" or unicodedata.category(c) not in ("Cc", "Cf") else ascii(c)[1:-1] for c in text)


def counted(number: int, word: str) -> str:
    """A number with a noun: `1 window`, `12,000 windows`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def result_lines(figures: Mapping[str, Any]) -> list[str]:
    """What the figures of a result say of a fill's error, a mask, a reference or a series, as readable lines."""
    lines = []
    if figures.get("holdout_rmse") is not None:
        lines.append(
            f"error on hidden clear ground: {written(figures['holdout_rmse'])} {figures['holdout_unit']} "
            f"(simple fill: {written(figures['holdout_rmse_simple'])})"
        )
    if figures.get("hole_rmse") is not None:
        lines.append(f"expected under the hole: {written(figures['hole_rmse'])} {figures['holdout_unit']}")
    if "hole_pixels" in figures and "windows" not in figures:  # of a fill it is said when it starts
        lines.append(f"masked: {_hole(figures)}")
    if "covered" in figures:
        lines.append(
            f"covered: {figures['covered']:,} of {figures['pixels']:,} pixels, by {written(figures['mean_count'], 2)} "
            f"of {counted(figures['dates'], 'date')} on average"
        )
    if "dates" in figures and "filled" in figures:
        left = figures["skipped"] + len(figures["left_out"])
        lines.append(
            f"dates: {figures['filled']} filled, {figures['clear']} with nothing to fill, {left} left out, "
            f"{figures['failed']} that could not be filled"
        )
    return lines


def _hole(figures: Mapping[str, Any]) -> str:
    """How much a mask covers."""
    return (
        f"{figures['hole_pixels']:,} pixels ({figures['hole_share']:.1%}) in {counted(figures['holes'], 'hole')}, "
        f"the largest of {figures['largest_hole_pixels']:,}"
    )


def plan_lines(plan: Mapping[str, Any], job: Job) -> list[str]:
    """The plan of a dry run as readable lines."""
    seconds = plan["seconds"]
    references = [f"{Path(entry.path).name}{f' ({entry.date})' if entry.date else ''}" for entry in job.references]
    evidence = references + [f"{Path(entry.path).name} (Sentinel-1)" for entry in job.sar]
    steps = "" if plan["steps"] is None else f", {plan['steps']} steps each at most"
    return [
        f"scene:     {job.scene.path}",
        f"to fill:   {_hole(plan)}",
        f"method:    {plan['mode']}, {plan['method']}, in {counted(plan['windows'], 'window')}{steps}",
        f"evidence:  {', '.join(evidence) or 'this image alone'}",
        f"device:    {plan['device']}, {counted(plan['threads'], 'thread')}",
        f"takes:     {'not known for this device' if seconds is None else f'about {_duration(seconds)}'}",
        f"output:    {job.output.path} (nothing was written)",
    ]


def _duration(seconds: float) -> str:
    if seconds < 100:
        return f"{max(round(seconds, -1), 10):.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
