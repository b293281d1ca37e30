"""The life of one engine process: signals, cancel, a vanished parent, and its exit code."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

from geoinpaint_engine.cli.bootstrap import INTERRUPTED
from geoinpaint_engine.errors import EngineError, as_engine_error
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.workspace import Workspace

_GRACE_S = 0.6  # a run that looks at its control this often ends by itself; after it the process is ended


class _Signalled(BaseException):
    """A signal asks the process to end; not an Exception, so that nothing on the way swallows it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def execute(work: Callable[[Workspace], None], *, reporter: Reporter, control: Control) -> int:
    """Run `work` to its end, or to a clean one before; returns the exit code of the process.

    Exit codes: 0 done or stopped, 1 fault of ours, 2 usage, 3 bad input, 4 resources, 5 cancelled, 6 parent gone,
    128 + signal. Must be called in the main thread.
    """
    workspace = Workspace()
    ended = threading.Event()
    signalled: list[int] = []
    over = False

    def on_signal(number: int, frame: FrameType | None) -> None:
        # too late: the result is being put in place; or once more, while the first is on its way up
        if workspace.in_finish or over or signalled:
            return
        signalled.append(number)
        control.cancel()
        raise _Signalled(number)

    def watch() -> None:
        """End a run that does not come to look at its control: it sits in a long native call."""
        while not ended.wait(0.1):
            try:
                control.check()
            except EngineError as error:
                if ended.wait(_GRACE_S):
                    return
                workspace.sweep()
                if signalled:
                    reporter.error(*INTERRUPTED)
                    os._exit(128 + signalled[0])
                reporter.error(error.code, error.message, error.hint)
                os._exit(error.exit_code)

    failure: BaseException | None = None
    try:
        try:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, on_signal)
            threading.Thread(target=watch, name="watch", daemon=True).start()
            work(workspace)
        except Exception as error:
            failure = error
        over = True
    except _Signalled as error:
        failure = error
    ended.set()
    workspace.sweep()
    if failure is None:
        return 0
    if signalled:  # in the middle of an import the signal may come out as a failure of it
        reporter.error(*INTERRUPTED)
        return 128 + signalled[0]
    told = as_engine_error(failure)
    reporter.error(told.code, told.message, told.hint)
    return told.exit_code


def leave(code: int) -> None:
    """End the process now: worker threads in native code are not waited for."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(code)
