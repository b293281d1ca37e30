"""Aggregates the steps of windows that are optimised in parallel to the progress of the run."""

from __future__ import annotations

import math
import threading
import time

from geoinpaint_engine.events import Reporter
from geoinpaint_engine.raster.grid import Window

INTERVAL_S = 0.1  # least time between two reports of a window: steps may be fast


class StepProgress:
    """A `StepObserver` that adds up the steps of all windows. Safe to call from several threads.

    Args:
        reporter: receives the progress.
        windows: how many windows take steps.
        steps: of each, at most.
        span: the part of the run's progress that they stand for.
    """

    def __init__(self, reporter: Reporter, *, windows: int, steps: int, span: tuple[float, float]) -> None:
        self._reporter, self._total, self._span = reporter, max(1, windows) * steps, span
        self._done: dict[Window, int] = {}
        self._told: dict[Window, float] = {}
        self._lock = threading.Lock()
        self._started = time.monotonic()

    def __call__(self, window: Window, step: int, steps: int, loss: float | None, holdout_rmse: float | None) -> None:
        """Records that `step` of at most `steps` is done in a window; the hold-out error is in DN."""
        with self._lock:
            self._done[window] = step
            now = time.monotonic()
            if step < steps and now - self._told.get(window, -math.inf) < INTERVAL_S:
                return
            self._told[window] = now
            share = min(sum(self._done.values()) / self._total, 1.0)
        low, high = self._span
        left = (now - self._started) * (1.0 - share) / max(share, 1e-9)
        fields: dict[str, float] = {"step": step, "steps": steps, "seconds_left": round(left, 1)}
        if loss is not None:
            fields["loss"] = loss
        if holdout_rmse is not None:
            fields["holdout_rmse"] = holdout_rmse
        self._reporter.progress(low + (high - low) * share, **fields)
