"""Events that a run emits, and the requests (stop, cancel) that it obeys meanwhile."""

from __future__ import annotations

import contextlib
import math
import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from geoinpaint_engine.errors import Cancelled, ParentGone

Event = dict[str, Any]
Sink = Callable[[Event], None]


def resident_bytes() -> int | None:
    """Resident memory of this process in bytes; None where the system does not provide it (Linux does)."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):  # Windows has no sysconf
        return None


def written(value: float, figures: int = 4) -> str:
    """Formats a number with this many significant digits: thousands separators, no exponent, at most 9 decimals."""
    if not math.isfinite(value):
        return "unknown"
    size = math.floor(math.log10(abs(value))) if value else 0
    decimals = min(max(figures - 1 - size, 0), 9)
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Reporter:
    """Sends events to a sink, one dict each with the key `event`; safe to call from several threads.

    Kinds (../docs/events.md): started, progress, preview, contamination, warning, result,
    error.

    Args:
        sink: receives them; None = nobody.
        previews: whether it looks at previews; if not, none need be made.
    """

    def __init__(self, sink: Sink | None = None, *, previews: bool = True) -> None:
        self._sink = sink or (lambda event: None)
        self.previews = previews and sink is not None
        self._lock = threading.Lock()
        self.warnings: list[tuple[str, str]] = []

    def _send(self, kind: str, fields: Mapping[str, Any]) -> None:
        # the listener may be gone; the run continues without it
        with self._lock, contextlib.suppress(OSError):
            self._sink({"event": kind, **fields})

    def started(self, **plan: Any) -> None:
        """The plan is known: windows, steps, device, an estimate in seconds."""
        self._send("started", plan)

    def progress(self, fraction: float, **fields: Any) -> None:
        """The progress of the run, 0 to 1; optional: step, steps, loss, holdout_rmse, seconds_left, message.

        Adds the memory in use where it is known.
        """
        held = resident_bytes()
        known = {} if held is None else {"memory": held}
        self._send("progress", {"fraction": round(min(max(fraction, 0.0), 1.0), 4), **fields, **known})

    def preview(self, path: str) -> None:
        """A small GeoTIFF shows the fill so far."""
        self._send("preview", {"path": path})

    def contamination(self, *, picture: str, step: int, **figures: Any) -> None:
        """Where the scene looks like cloud or shadow: a PNG in base64, a cell of it `step` px wide, and figures."""
        self._send("contamination", {**figures, "step": step, "picture": picture})

    def warning(self, code: str, message: str) -> None:
        """Something that the user should know; emitted once per code and message."""
        if (code, message) not in self.warnings:
            self.warnings.append((code, message))
            self._send("warning", {"code": code, "message": message})

    def result(self, outputs: Mapping[str, str], figures: Mapping[str, Any]) -> None:
        """The run is done and its files are in place."""
        self._send("result", {"outputs": dict(outputs), "figures": dict(figures)})

    def error(self, code: str, message: str, hint: str = "") -> None:
        """The run has failed and left no output."""
        self._send("error", {"code": code, "message": message, "hint": hint})


class Control:
    """The user's requests to a running job. Set from any thread; polled at every step.

    Args:
        parent: whose requests count as well, for a part of a run that can also be ended by itself; None = no other's.
    """

    def __init__(self, parent: Control | None = None) -> None:
        self._parent = parent
        self._stop = threading.Event()
        self._cancel = threading.Event()
        self._orphan = threading.Event()

    def stop(self) -> None:
        """Keep the best so far and finish."""
        self._stop.set()

    def cancel(self) -> None:
        """End without a result."""
        self._cancel.set()

    def parent_gone(self) -> None:
        """End without a result: the parent process is gone."""
        self._orphan.set()

    @property
    def stop_requested(self) -> bool:
        """Whether to finish with what there is."""
        return self._stop.is_set() or (self._parent is not None and self._parent.stop_requested)

    @property
    def ending(self) -> Cancelled | ParentGone | None:
        """Why the run should end without a result, or None."""
        if self._cancel.is_set():  # takes precedence if the control stream ends right after the request
            return Cancelled()
        if self._orphan.is_set():
            return ParentGone()
        return None if self._parent is None else self._parent.ending

    def check(self) -> None:
        """Raises Cancelled or ParentGone once the run should end without a result."""
        ending = self.ending
        if ending is not None:
            raise ending
