"""Runs a command as a process: events out, requests in, signals, and the exit code."""

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
    """What a command works with: workspace, reporter, control, and the process's stdout."""

    workspace: Workspace
    reporter: Reporter
    control: Control
    out: Outbox

    def say(self, text: str) -> None:
        """Prints a line to stdout; a reader that is gone is not an error."""
        self.out.write("\n".join(printable(line) for line in text.split("\n")) + "\n")


def run_session(work: Callable[[Session], None], *, as_json: bool, control: bool) -> None:
    """Runs a command with events, control, signals and exit code; does not return."""
    import logging

    from geoinpaint_engine.cli import lifecycle, reporters
    from geoinpaint_engine.cli.control_stream import listen
    from geoinpaint_engine.events import Control, Reporter
    from geoinpaint_engine.raster.handles import own_process

    own_process()
    # failures are raised as errors; the rest (such as files that a product may lack) would only confuse
    logging.getLogger("rasterio").setLevel(logging.CRITICAL)
    out, stderr = _own_stdout(), Outbox(2)
    reporter = Reporter(reporters.JsonLines(out) if as_json else reporters.Plain(stderr), previews=as_json)
    requests = Control()
    if control:
        listen(requests)
    outboxes = (out, stderr)
    code = lifecycle.execute(
        lambda workspace: work(Session(workspace, reporter, requests, out)),
        reporter=reporter,
        control=requests,
        drain=lambda seconds: all([box.drain(seconds) for box in outboxes]),
    )
    lifecycle.leave(code)


def fail(error: EngineError) -> None:
    """Reports an error that occurred before the session had streams; does not return."""
    from geoinpaint_engine.cli import lifecycle, reporters
    from geoinpaint_engine.events import Reporter

    as_json = "--json" in sys.argv[1:]
    box = _own_stdout() if as_json else Outbox(2)
    Reporter(reporters.JsonLines(box) if as_json else reporters.Plain(box)).error(error.code, error.message, error.hint)
    while not box.drain(0.2):  # a signal ends the process in the meantime, see bootstrap.py
        pass
    lifecycle.leave(error.exit_code)


def _own_stdout() -> Outbox:
    """The process's stdout for the engine's own output; what libraries print to stdout goes to stderr from now on."""
    with suppress(OSError):
        sys.stdout.flush()
    out = Outbox(os.dup(1))
    os.dup2(2, 1)
    return out
