"""A command as a process: events out, wishes in, signals, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

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
    out: IO[str]

    def say(self, text: str) -> None:
        """Print a line on the real stdout; that its reader is gone is no failure."""
        with suppress(OSError):
            print(text, file=self.out, flush=True)


def run_session(work: Callable[[Session], None], *, as_json: bool, control: bool) -> None:
    """Run a command with events, control, signals and exit code; does not return."""
    import logging

    from geoinpaint_engine.cli import lifecycle, reporters
    from geoinpaint_engine.cli.control_stream import listen
    from geoinpaint_engine.events import Control, Reporter

    # what matters is raised as an error; the rest (files that a product may lack) would only worry
    logging.getLogger("rasterio").setLevel(logging.CRITICAL)
    out = _own_stdout()
    reporter = Reporter(reporters.JsonLines(out) if as_json else reporters.Plain(sys.stderr))
    wishes = Control()
    if control:
        listen(wishes)
    code = lifecycle.execute(
        lambda workspace: work(Session(workspace, reporter, wishes, out)), reporter=reporter, control=wishes
    )
    with suppress(OSError):
        out.flush()
    lifecycle.leave(code)


def fail(error: EngineError) -> None:
    """Tell an error that came before the session had streams; does not return."""
    from geoinpaint_engine.cli import lifecycle, reporters
    from geoinpaint_engine.events import Reporter

    sink = reporters.JsonLines(_own_stdout()) if "--json" in sys.argv[1:] else reporters.Plain(sys.stderr)
    Reporter(sink).error(error.code, error.message, error.hint)
    lifecycle.leave(error.exit_code)


def _own_stdout() -> IO[str]:
    """Stdout for our own words only; what libraries print to it goes to stderr from now on."""
    with suppress(OSError):
        sys.stdout.flush()
    # of a name that is not UTF-8 the odd bytes are told as JSON has them
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace")
    os.dup2(2, 1)
    return out
