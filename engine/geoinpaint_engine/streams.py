"""How a run speaks and listens: JSON lines or a progress line out, `stop` and `cancel` in."""

from __future__ import annotations

import io
import json
import math
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, Any

from geoinpaint_engine.events import Control, Event


def _finite(value: Any) -> Any:
    """JSON has no NaN and no infinity: they become null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value


class JsonLines:
    """Writes each event as one line of JSON."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def __call__(self, event: Event) -> None:
        """Write one event."""
        self._stream.write(json.dumps(_finite(event), ensure_ascii=False, allow_nan=False) + "\n")
        self._stream.flush()


class Plain:
    """Tells people: one line that is rewritten on a terminal, a line every few seconds elsewhere."""

    def __init__(self, stream: IO[str], *, interval_s: float = 5.0) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._interval_s = 0.1 if self._terminal else interval_s
        self._last = -math.inf
        self._open_line = False

    def __call__(self, event: Event) -> None:
        """Tell one event."""
        kind = event["event"]
        if kind == "progress":
            self._progress(event)
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
            self._trust(event["figures"])

    def _trust(self, figures: Mapping[str, Any]) -> None:
        if figures.get("holdout_rmse") is not None:
            self._line(
                f"error on hidden clear ground: {figures['holdout_rmse']:.4g} {figures['holdout_unit']} "
                f"(a simple fill: {figures['holdout_rmse_simple']:.4g})"
            )
        if figures.get("hole_rmse") is not None:
            self._line(f"to be expected under the hole: {figures['hole_rmse']:.4g} {figures['holdout_unit']}")

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
            self._stream.write(f"\r\x1b[K[{bar:<24}] {text}")
            self._stream.flush()
            self._open_line = True
        else:
            self._line(text)

    def _line(self, text: str) -> None:
        self._stream.write(("\n" if self._open_line else "") + text + "\n")
        self._stream.flush()
        self._open_line = False


def counted(number: int, word: str) -> str:
    """`1 window`, `12,000 windows`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def listen(control: Control, stream: IO[str] | None = None) -> threading.Thread:
    """Follow a stream of wishes in a thread: `stop`, `cancel`; its end means that the parent is gone."""
    source = stream or sys.stdin
    if isinstance(source, io.TextIOWrapper):
        source.reconfigure(errors="replace")  # bytes that are no text are no wish, and no end

    def follow() -> None:
        for line in source:
            word = line.strip()
            if word == "stop":
                control.stop()
            elif word == "cancel":
                control.cancel()
            elif word:
                with suppress(OSError):
                    print(f"unknown control word: {word!r}", file=sys.stderr)
        control.parent_gone()

    thread = threading.Thread(target=follow, name="control", daemon=True)
    thread.start()
    return thread
