"""The steps of a series, each a run of its own (a date's mask, its fill), reported as parts of one run."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geoinpaint_engine.events import Control, Event, Reporter
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.output import writing

Place = Callable[[float], float]  # where a share of a step's progress lies in the progress of the run, both 0 to 1


def between(start: float, end: float) -> Place:
    """The place of a step that runs alone."""
    return lambda share: start + (end - start) * share


class SideBySide:
    """The progress of steps that run at the same time, which is the mean of theirs.

    Args:
        start, end: of it in the progress of the run, 0 to 1.
        count: number of steps.
    """

    def __init__(self, start: float, end: float, count: int) -> None:
        self._start, self._length = start, (end - start) / max(count, 1)
        self._shares = [0.0] * count

    def place(self, number: int) -> Place:
        """The place of a step, counted from 0."""

        def reached(share: float) -> float:
            self._shares[number] = max(self._shares[number], share)  # a date may be begun anew, see `filling._ways`
            return self._start + self._length * sum(self._shares)

        return reached


@dataclass
class Steps:
    """The run of a series as its steps see it.

    Args:
        reporter: receives all events.
        control: the user's requests.
        workspace: of the run; sweeps up what a step has under way.
        workers, scheduler: who fills the windows, see `pipeline.run`.
    """

    reporter: Reporter
    control: Control
    workspace: Workspace
    workers: int = 0
    scheduler: str | None = None
    _under_way: list[Workspace] = field(default_factory=list, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def __post_init__(self) -> None:
        self.workspace.at_end(self._sweep)

    def _sweep(self) -> None:
        for workspace in list(self._under_way):
            workspace.sweep()

    @contextmanager
    def step(self, name: str, place: Place, control: Control | None = None) -> Iterator[Step]:
        """A step of a date: its progress is a part of the series', its warnings begin with its name.

        Args:
            name: of the date.
            place: of the step in the progress.
            control: the requests to the step; None = those to the run.
        """
        control = control or self.control
        control.check()
        workspace = Workspace()
        self._under_way.append(workspace)
        figures: dict[str, Any] = {}
        try:
            yield Step(Reporter(self._teller(name, place, figures), previews=False), control, workspace, figures)
        finally:
            workspace.sweep()
            self._under_way.remove(workspace)

    def _teller(self, name: str, place: Place, figures: dict[str, Any]) -> Callable[[Event], None]:
        def tell(event: Event) -> None:
            kind = event["event"]
            if kind == "progress":
                parts = {key: value for key, value in event.items() if key not in ("event", "fraction", "memory")}
                parts["message"] = f"{name}: {parts['message']}" if parts.get("message") else name
                parts.pop("seconds_left", None)  # of the step, not of the series
                with self._lock:  # reckoned and reported at once, so that it never goes back
                    self.reporter.progress(place(event["fraction"]), **parts)
            elif kind == "warning":
                self.reporter.warning(event["code"], f"{name}: {event['message']}")
            elif kind == "result":
                figures.update(event["figures"])

        return tell


@dataclass(frozen=True)
class Step:
    """What a step works with; `figures` are those of its result."""

    reporter: Reporter
    control: Control
    workspace: Workspace
    figures: dict[str, Any]


def make_folder(folder: Path) -> Path:
    """The folder of a date."""
    with writing(folder / "x"):
        folder.mkdir(exist_ok=True)
    return folder
