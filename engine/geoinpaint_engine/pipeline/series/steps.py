"""The steps of a series, each a run of its own (a date's mask, its fill), reported as parts of one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geoinpaint_engine.events import Control, Event, Reporter
from geoinpaint_engine.pipeline.workspace import Workspace
from geoinpaint_engine.raster.output import writing


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
    _under_way: Workspace | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.workspace.at_end(self._sweep)

    def _sweep(self) -> None:
        if self._under_way is not None:
            self._under_way.sweep()

    @contextmanager
    def step(self, name: str, span: tuple[float, float]) -> Iterator[Step]:
        """A step of a date: its progress is a part of the series', its warnings begin with its name."""
        self.control.check()
        workspace = Workspace()
        self._under_way = workspace
        figures: dict[str, Any] = {}
        try:
            yield Step(Reporter(self._teller(name, span, figures)), self.control, workspace, figures)
        finally:
            workspace.sweep()
            self._under_way = None

    def _teller(self, name: str, span: tuple[float, float], figures: dict[str, Any]) -> Callable[[Event], None]:
        start, end = span

        def tell(event: Event) -> None:
            kind = event["event"]
            if kind == "progress":
                parts = {key: value for key, value in event.items() if key not in ("event", "fraction", "memory")}
                parts["message"] = f"{name}: {parts['message']}" if parts.get("message") else name
                parts.pop("seconds_left", None)  # of the step, not of the series
                self.reporter.progress(start + (end - start) * event["fraction"], **parts)
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
