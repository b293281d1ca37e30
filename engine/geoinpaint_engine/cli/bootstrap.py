"""The first moments of the command line, before anything large is imported: signals, and streams that are closed."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from geoinpaint_engine.cli.outbox import write_soon

INTERRUPTED = ("interrupted", "The run was interrupted.")


def guard() -> None:
    """End on SIGINT and SIGTERM with a line and no traceback, and make sure that there are three streams.

    A process that was started by one of ours (a worker, which imports the main module once more) is left as it is,
    but for its libraries' settings.
    """
    set_up_libraries()
    if "--multiprocessing-fork" in sys.orig_argv:
        return
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, _end)
    # the number of a closed stream would go to the next file that is opened, and what is said would land in it
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            _lead_nowhere(number)
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def set_up_libraries() -> None:
    """Settings that numerical libraries read when they are loaded, unless the user has given others.

    Threads that wait for each other sleep. By default they spin, each on a core of its own; where another program (a
    second run, say) wants the cores too, a wait then lasts until the system takes the spinning thread off its core.

    On a GPU, matrix products use little memory of their own: by default 32 MB for each thread that uses the card; and
    add up in the same order in every run.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":16:8")


def _lead_nowhere(number: int) -> None:
    opened = os.open(os.devnull, os.O_RDWR)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    os.set_inheritable(number, True)


def _end(number: int, frame: FrameType | None) -> None:
    """Nothing has begun yet, so there is nothing to sweep up."""
    code, message = INTERRUPTED
    as_json = "--json" in sys.argv[1:]
    line = f'{{"event": "error", "code": "{code}", "message": "{message}", "hint": ""}}'
    write_soon(1 if as_json else 2, f"{line if as_json else f'Error: {message} [{code}]'}\n")
    os._exit(128 + number)
