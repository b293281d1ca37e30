"""The life of one engine process: signals, cancel, a vanished parent, and its exit code."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

from geoinpaint_engine.cli.bootstrap import INTERRUPTED
from geoinpaint_engine.errors import as_engine_error
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.workspace import Workspace

_GRACE_S = 0.6  # a run that looks at its control this often ends by itself; after it the process is ended
_LAST_WORDS_S = 0.8  # how long a process that is told to end waits for whoever reads its events
_POLL_S = 0.1


class _Signalled(BaseException):
    """A signal asks the process to end; not an Exception, so that nothing on the way swallows it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def execute(
    work: Callable[[Workspace], None],
    *,
    reporter: Reporter,
    control: Control,
    drain: Callable[[float], bool] = lambda seconds: True,
) -> int:
    """Run `work` to its end, or to a clean one before; returns the exit code of the process.

    Exit codes: 0 done or stopped, 1 fault of ours, 2 usage, 3 bad input, 4 resources, 5 cancelled, 6 parent gone,
    128 + signal. Must be called in the main thread.

    Args:
        work: is given the workspace.
        reporter: told how it ended.
        control: the user's wishes.
        drain: waits so many seconds for the reader of the events, and says whether they are delivered.
    """
    workspace = Workspace()
    ended = threading.Event()
    signalled: list[int] = []
    late: list[int] = []
    over = False
    waking, woken = socket.socketpair()
    for end in (waking, woken):
        end.setblocking(False)

    def on_signal(number: int, frame: FrameType | None) -> None:
        # too late: the result is being put in place; or once more, while the first is on its way up
        if workspace.in_finish or over or signalled:
            late.append(number)
            return
        signalled.append(number)
        control.cancel()
        raise _Signalled(number)

    def signal_waiting() -> int:
        """The number of a signal that came in while the main thread sits in a native call; 0 = none."""
        if not select.select([woken], [], [], _POLL_S)[0]:
            return 0
        return next((number for number in woken.recv(64) if number in (signal.SIGINT, signal.SIGTERM)), 0)

    def watch() -> None:
        """End a run that does not come to look at its control: it sits in a long native call."""
        while not ended.is_set():
            number = signal_waiting()
            ending = control.ending
            if (not number and ending is None) or workspace.in_finish or workspace.finished:
                continue
            if ended.wait(_GRACE_S):
                return
            workspace.sweep()  # waits for results that are being put in place
            if ended.is_set() or workspace.finished:
                return
            if number or signalled or ending is None:
                reporter.error(*INTERRUPTED)
                code = 128 + (signalled or [number])[0]
            else:
                reporter.error(ending.code, ending.message, ending.hint)
                code = ending.exit_code
            drain(_LAST_WORDS_S)
            os._exit(code)

    failure: BaseException | None = None
    try:
        try:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, on_signal)
            signal.set_wakeup_fd(waking.fileno(), warn_on_full_buffer=False)
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
        code = 0
    elif signalled:  # in the middle of an import the signal may come out as a failure of it
        reporter.error(*INTERRUPTED)
        code = 128 + signalled[0]
    else:
        told = as_engine_error(failure)
        reporter.error(told.code, told.message, told.hint)
        code = told.exit_code
    _deliver(drain, control, late=[*signalled, *late])
    signal.set_wakeup_fd(-1)
    return code


def _deliver(drain: Callable[[float], bool], control: Control, *, late: list[int]) -> None:
    """Wait for the reader of the last events; not for long once the process is told to end.

    Args:
        drain: see `execute`.
        control: the user's wishes.
        late: the signals that came in when there was nothing left to interrupt.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, frame: late.append(number))
    since: float | None = None
    while not drain(_POLL_S):
        if since is None and (late or control.ending):
            since = time.monotonic()
        if since is not None and time.monotonic() - since > _LAST_WORDS_S:
            return


def leave(code: int) -> None:
    """End the process now: worker threads in native code are not waited for, nor is a reader that has stopped."""

    def flush() -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()

    flushing = threading.Thread(target=flush, daemon=True)
    flushing.start()
    flushing.join(_LAST_WORDS_S)
    os._exit(code)
