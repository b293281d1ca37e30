"""Events of filling a cube: progress as of a single run, and warnings about dates that are left out."""

from __future__ import annotations

from geoinpaint_engine.api.running import OnEvent
from geoinpaint_engine.errors import EngineError, InputError
from geoinpaint_engine.events import Event, Reporter
from geoinpaint_engine.pipeline.series.series import FILLS_END, JUDGED_END, MASKS_END

# errors of a whole call, which a single date may raise too if there are too few others to use with it
LACKING = ("evidence-missing", "detect-without-references")


class CubeProgress:
    """Reports the events of a cube, and collects the warnings for the result.

    Args:
        on_event: called with each event; None: events are discarded.

    Attributes:
        warnings: (date, code, message).
        skipped: how many dates are left out.
    """

    def __init__(self, on_event: OnEvent | None) -> None:
        self.warnings: list[tuple[str, str, str]] = []
        self.skipped = 0
        self._on_event = on_event
        self._reporter = Reporter(on_event)

    def skip(self, date: str, error: EngineError) -> None:
        """Warns that a date is left out, and why; raises errors that concern the whole call."""
        if not isinstance(error, InputError) and error.code not in LACKING:
            raise error
        self.skipped += 1
        self.warnings.append((date, "date-skipped", f"{error} [{error.code}]"))
        self._reporter.warning("date-skipped", f"{date} is left out: {error} [{error.code}]")

    def judged(self, share: float) -> None:
        """Reports the progress of the joint screening, 0 to 1."""
        fraction = MASKS_END + (JUDGED_END - MASKS_END) * share
        self._reporter.progress(fraction, message="looking for cloud in all dates")

    def of_date(self, date: str, number: int, count: int) -> OnEvent | None:
        """The event handler for the fill of one date, whose progress is part of that of the series.

        Args:
            date: ISO date.
            number: number of dates filled before.
            count: total number of dates.
        """
        listener, length = self._on_event, (FILLS_END - JUDGED_END) / count
        if listener is None:
            return None

        def tell(event: Event) -> None:
            if event["event"] == "progress":
                fraction = JUDGED_END + length * (number + event["fraction"])
                message = f"{date}: {event['message']}" if event.get("message") else date
                event = {**event, "fraction": round(fraction, 4), "message": message}
                event.pop("seconds_left", None)  # refers to the date, not to the series
            listener(event)

        return tell
