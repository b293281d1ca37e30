"""A command as a process: events out, wishes in, signals, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoinpaint_engine.cli.outbox import Outbox
from geoinpaint_engine.cli.reporters import printable
from geoinpaint_engine.errors import EngineError

if TYPE_CHECKING:
    from geoinpaint_engine.events import Control, Reporter
    from geoinpaint_engine.pipeline.workspace import Workspace


@dataclass(frozen=True)
class Session:
    """What a command works with: the files of the run, its events, its wishes, and the real stdout."""

    workspace: Workspace
    reporter: Reporter
    control: Control
    out: Outbox

    def say(self, text: str) -> None:
        """Print a line on the real stdout; that its reader is gone is no failure."""
        self.out.write("\n".join(printable(line) for line in text.split("\n")) + "\n")


def run_session(work: Callable[[Session], None], *, as_json: bool, control: bool) -> None:
    """Run a command with events, control, signals and exit code; does not return."""
    import logging

    from geoinpaint_engine.cli import lifecycle, reporters
    from geoinpaint_engine.cli.control_stream import listen
    from geoinpaint_engine.events import Control, Reporter
    from geoinpaint_engine.raster.handles import own_process

    own_process()
    # what matters is raised as an error; the rest (files that a product may lack) would only worry
    logging.getLogger("rasterio").setLevel(logging.CRITICAL)
    out, aside = _own_stdout(), Outbox(2)
    reporter = Reporter(reporters.JsonLines(out) if as_json else reporters.Plain(aside))
    wishes = Control()
    if control:
        listen(wishes)
    outboxes = (out, aside)
    code = lifecycle.execute(
        lambda workspace: work(Session(workspace, reporter, wishes, out)),
        reporter=reporter,
        control=wishes,
        drain=lambda seconds: all([box.drain(seconds) for box in outboxes]),
    )
    lifecycle.leave(code)


def fail(error: EngineError) -> None:
    """Tell an error that came before the session had streams; does not return."""
    from geoinpaint_engine.cli import lifecycle, reporters
    from geoinpaint_engine.events import Reporter

    as_json = "--json" in sys.argv[1:]
    box = _own_stdout() if as_json else Outbox(2)
    Reporter(reporters.JsonLines(box) if as_json else reporters.Plain(box)).error(error.code, error.message, error.hint)
    while not box.drain(0.2):  # a signal ends the process meanwhile, see bootstrap.py
        pass
    lifecycle.leave(error.exit_code)


def _own_stdout() -> Outbox:
    """Stdout for our own words only; what libraries print to it goes to stderr from now on."""
    with suppress(OSError):
        sys.stdout.flush()
    out = Outbox(os.dup(1))
    os.dup2(2, 1)
    return out
