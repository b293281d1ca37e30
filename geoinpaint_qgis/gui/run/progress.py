"""Translates a run's events for display: fraction, message, time left, error curve, final figures."""

from __future__ import annotations

import time
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.gui.run import estimate
from geoinpaint_qgis.runner import messages
from geoinpaint_qgis.translate import tr

FIRST_ESTIMATE_S = 4.0  # before, progress is too little for extrapolation
LEAST_DELAY_S, DELAY = 5.0, 0.3  # delay (s, relative) above which a longer time left is shown; smaller ones are not
FIRST_STEP = 5  # earlier steps are slow, and not representative


class RunState:
    """Processes the events of a run, and describes its state.

    Args:
        clock: returns a time in seconds.
        expected: expected duration in seconds, None if unknown.
        shares: shares of time at which the progress reaches each of estimate.KNOTS; empty: proportional.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        *,
        expected: Optional[float] = None,
        shares: Sequence[float] = (),
    ) -> None:
        self._clock = clock
        self._expected, self._shares = expected, tuple(shares)
        self._passed: List[Tuple[float, float]] = []  # fractions, and the times at which they were reported
        self._begun = clock()
        self._seconds_left: Optional[float] = None
        self._end: Optional[float] = None  # expected end, as shown
        self._slower = False
        self._early = False
        self.fraction = 0.0
        self.message = tr("Starting the engine")
        self.device = ""
        self.stoppable = False  # whether the run has a best fill so far that can be kept
        self.memory: Optional[int] = None  # bytes
        self.hole_pixels: Optional[int] = None
        self.curve: List[Tuple[float, float]] = []
        self.warnings: List[str] = []
        self._beside_mask = ""  # warning about cloud outside the mask, and whether the panel shows it elsewhere
        self._shown_beside_mask = False
        self.preview = ""
        self.figures: Dict[str, Any] = {}
        self._step: Tuple[int, int] = (0, 0)
        self._stopped: Optional[Tuple[int, int]] = None

    def take(self, event: Mapping[str, Any]) -> None:
        """Processes an event; unknown ones are ignored."""
        kind = event.get("event")
        if kind == "started":
            self.device = str(event.get("device") or "")
            self.hole_pixels = event.get("hole_pixels")
            self.stoppable = bool(event.get("stoppable"))
            if self._expected is None and event.get("seconds"):
                self._expected = float(event["seconds"])  # of the whole run
            self.message = tr("Filling")
        elif kind == "progress":
            self._progress(event)
        elif kind == "preview":
            self.preview = str(event.get("path") or "")
        elif kind == "warning":
            text = messages.translated(str(event.get("code") or ""), str(event.get("message") or ""))
            if text and text not in self.warnings:
                self.warnings.append(text)
            if event.get("code") == "contaminated-rim":
                self._beside_mask = text
        elif kind == "contamination":
            self._shown_beside_mask = True
        elif kind == "result":
            self.fraction = 1.0
            self.figures = dict(event.get("figures") or {})

    def _progress(self, event: Mapping[str, Any]) -> None:
        self.fraction = min(max(float(event.get("fraction") or 0.0), 0.0), 1.0)
        self._passed.append((self.fraction, self._clock() - self._begun))
        self.memory = event.get("memory") or self.memory
        left = event.get("seconds_left")
        self._early = int(event.get("step") or FIRST_STEP) < FIRST_STEP
        self._seconds_left = float(left) if left is not None else None
        text = messages.activity(str(event.get("message") or ""))
        if event.get("step") is not None and event.get("steps"):
            self._step = int(event["step"]), int(event["steps"])
            text = tr("step {step} of {steps}").format(step=event["step"], steps=event["steps"])
        if text:
            self.message = text[:1].upper() + text[1:]
        error = event.get("holdout_rmse")
        if error is not None:
            self.curve.append((self.fraction, float(error)))

    @property
    def notes(self) -> List[str]:
        """The warnings that the panel does not show elsewhere."""
        return [text for text in self.warnings if text != self._beside_mask or not self._shown_beside_mask]

    @property
    def seconds_left(self) -> Optional[float]:
        """The engine's estimate, else one from earlier runs and progress; None while unknown."""
        if self._early:
            return None
        if self._seconds_left is not None:
            return self._seconds_left
        elapsed, share = self._clock() - self._begun, estimate.share_of_time(self.fraction, self._shares)
        seen = None if share < 0.03 or elapsed < FIRST_ESTIMATE_S else elapsed / share
        if seen is None or self._expected is None:
            whole = self._expected if seen is None else seen
        else:  # the more is done, the more weight the progress has
            whole = share * seen + (1 - share) * max(self._expected, elapsed)
        return None if whole is None else max(whole - elapsed, 0.0)

    def shares(self) -> List[float]:
        """Shares of time at which the progress reached each of estimate.KNOTS; empty if the run is not complete."""
        whole = self._passed[-1][1] if self._passed and self.fraction == 1.0 else 0.0
        if whole <= 0:
            return []
        return [next(at for fraction, at in self._passed if fraction >= knot) / whole for knot in estimate.KNOTS]

    def stop(self) -> None:
        """The user stops the run; windows that end early count as complete."""
        self._stopped = self._step

    def stopped_at(self) -> str:
        """How far the run was when stopped; empty if it was not stopped, or had no steps left."""
        step, steps = self._stopped or (0, 0)
        if not 0 < step < steps:
            return ""
        return tr("Stopped early, after about {step} of {steps} steps.").format(
            step=grouped(step), steps=grouped(steps)
        )

    def headline(self) -> str:
        """The current activity, and the time left."""
        if self._stopped is not None:
            return tr("Finishing with the best so far")
        left = self._told_left()
        if left is None or left < 1:
            return self.message
        parts = [self.message, *([tr("slower than expected")] if self._slower else []), time_text(left)]
        return " · ".join(parts)

    def _told_left(self) -> Optional[float]:
        """The time left as shown: decreasing steadily, except for noticeable delays."""
        left, now = self.seconds_left, self._clock()
        if left is None:
            return None
        if self._end is None or now + left <= self._end:
            self._end = now + left
        elif now + left > self._end + max(LEAST_DELAY_S, DELAY * left):
            self._slower, self._end = True, now + left
        return self._end - now

    def detail(self) -> str:
        """Size of the hole, device, memory, error so far."""
        parts = []
        if self.hole_pixels is not None:
            parts.append(tr("{count} pixels to fill").format(count=grouped(self.hole_pixels)))
        if self.device:
            parts.append(tr("on {device}").format(device=device_text(self.device)))
        if self.memory:
            parts.append(tr("{size:.1f} GB of memory").format(size=Figure(self.memory / 1e9)))
        if self.curve:
            parts.append(tr("error on hidden ground {value:.3g}").format(value=Figure(self.curve[-1][1])))
        return ", ".join(parts)


def time_text(seconds: float) -> str:
    """A time left in words."""
    if seconds < 90:
        return tr("{count} s left").format(count=max(round(seconds), 1))
    if seconds < 5400:
        return tr("{count} min left").format(count=round(seconds / 60))
    return tr("{count:.1f} h left").format(count=Figure(seconds / 3600))


def device_text(device: str) -> str:
    """The name of a device for the user."""
    return tr("the processor") if device == "cpu" else tr("the graphics card ({name})").format(name=device)


def grouped(number: float) -> str:
    """A whole number with thin spaces between thousands."""
    return f"{int(number):,}".replace(",", "\u202f")


def summary(figures: Mapping[str, Any]) -> str:
    """A summary of the fill in one line."""
    text = tr("{count} pixels filled").format(count=grouped(figures.get("filled_pixels") or 0))
    seconds = figures.get("seconds")
    if seconds is not None:
        text = tr("{done} in {seconds:.0f} s").format(done=text, seconds=max(float(seconds), 1.0))
    left_over = figures.get("unfilled_pixels")
    if left_over:
        text += "; " + tr("{count} could not be filled").format(count=grouped(left_over))
    return text + "."


def trust(figures: Mapping[str, Any]) -> str:
    """A sentence on the accuracy of the fill, compared with a simple fill."""
    error, simple = figures.get("holdout_rmse"), figures.get("holdout_rmse_simple")
    if error is None:
        return tr("The error was not measured: nothing was hidden to test the fill on.")
    unit = figures.get("holdout_unit") or ""
    unit = tr("reflectance") if unit == "reflectance" else unit
    text = tr("Error on hidden clear ground: {error} {unit}").format(error=f"{Figure(error):.3g}", unit=unit).strip()
    parts = []
    if simple:
        parts.append(tr("a simple fill: {simple}").format(simple=f"{Figure(simple):.3g}"))
        change = 100 * (simple - error) / simple
        if change >= 1:
            parts.append(tr("{percent:.0f} % less error").format(percent=change))
        elif change <= -1:
            parts.append(tr("{percent:.0f} % more error").format(percent=-change))
    text += f" ({'; '.join(parts)})." if parts else "."
    expected = figures.get("hole_rmse")
    if expected is None:
        return text
    return f"{text} " + tr("To be expected under the clouds: about {error}.").format(error=f"{Figure(expected):.3g}")


def worse_than_simple(figures: Mapping[str, Any]) -> bool:
    """Whether the simple fill was more accurate on hidden ground, which deserves a warning."""
    error, simple = figures.get("holdout_rmse"), figures.get("holdout_rmse_simple")
    return bool(error and simple and error > 1.01 * simple)
