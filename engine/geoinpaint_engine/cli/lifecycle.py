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
from collections.abc import Callable, Sequence
from types import FrameType

from geoinpaint_engine.cli.bootstrap import INTERRUPTED
from geoinpaint_engine.errors import as_engine_error
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.workspace import Workspace

_GRACE_S = 0.6  # a run that polls its control this often ends by itself; after this time, the process is ended
_LAST_WORDS_S = 0.8  # how long a cancelled process waits for the reader of its events
_POLL_S = 0.1


class _Signalled(BaseException):
    """A signal asks the process to end; not an Exception, so that nothing on the way swallows it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Signals:
    """The signals of the process: the first interrupts the main thread, and a watch ends it where it does not hear.

    Args:
        workspace: of the run.
        reporter: receives how the run ended, where the watch ends it.
        control: the user's requests.
        drain: see `execute`.

    Attributes:
        came: the number of the signal that interrupted the run, if one did.
        late: those that came when there was nothing left to interrupt.
        over: whether the work has come to its end, by itself.
        ended: set when nothing more is to be watched.
    """

    def __init__(
        self, workspace: Workspace, reporter: Reporter, control: Control, drain: Callable[[float], bool]
    ) -> None:
        self._workspace, self._reporter, self._control, self._drain = workspace, reporter, control, drain
        self.came: list[int] = []
        self.late: list[int] = []
        self.over = False
        self.ended = threading.Event()
        self._waking, self._woken = socket.socketpair()
        for end in (self._waking, self._woken):
            end.setblocking(False)

    def take_over(self) -> None:
        """Handles signals from now on, and starts the watch over the run."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)
        signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        # too late, as the result is being published; or a repeated signal, while the first one propagates
        if self._workspace.in_finish or self.over or self.came:
            self.late.append(number)
            return
        self.came.append(number)
        self._control.cancel()
        raise _Signalled(number)

    def _waiting(self) -> int:
        """The number of a signal that arrived while the main thread was in a native call; 0 = none."""
        if not select.select([self._woken], [], [], _POLL_S)[0]:
            return 0
        return next((number for number in self._woken.recv(64) if number in (signal.SIGINT, signal.SIGTERM)), 0)

    def _watch(self) -> None:
        """Ends a run that does not poll its control because it is in a long native call."""
        workspace, reporter = self._workspace, self._reporter
        while not self.ended.is_set():
            number = self._waiting()
            ending = self._control.ending
            if (not number and ending is None) or workspace.in_finish or workspace.finished:
                continue
            if self.ended.wait(_GRACE_S):
                return
            workspace.sweep()  # waits for results that are being put in place
            if self.ended.is_set() or workspace.finished:
                return
            if number or self.came or ending is None:
                reporter.error(*INTERRUPTED)
                code = 128 + (self.came or [number])[0]
            else:
                reporter.error(ending.code, ending.message, ending.hint)
                code = ending.exit_code
            self._drain(_LAST_WORDS_S)
            os._exit(code)


def execute(
    work: Callable[[Workspace], None],
    *,
    reporter: Reporter,
    control: Control,
    drain: Callable[[float], bool] = lambda seconds: True,
) -> int:
    """Run `work` to its end, or to a clean early end; returns the exit code of the process.

    Exit codes: 0 done or stopped, 1 fault of ours, 2 usage, 3 bad input, 4 resources, 5 cancelled, 6 parent gone,
    128 + signal. Must be called in the main thread.

    Args:
        work: called with the workspace.
        reporter: receives how it ended.
        control: the user's requests.
        drain: waits this many seconds for the reader of the events; returns whether all are delivered.
    """
    workspace = Workspace()
    signals = _Signals(workspace, reporter, control, drain)
    failure: BaseException | None = None
    try:
        try:
            signals.take_over()
            work(workspace)
        except Exception as error:
            failure = error
        signals.over = True
    except _Signalled as error:
        failure = error
    signals.ended.set()
    workspace.sweep()
    code = _told(failure, signals.came, reporter)
    _deliver(drain, control, late=[*signals.came, *signals.late])
    signal.set_wakeup_fd(-1)
    return code


def _told(failure: BaseException | None, came: Sequence[int], reporter: Reporter) -> int:
    """Reports the failure of a run, if any, and returns its exit code.

    Args:
        failure: that ended it, or None.
        came: the signal that interrupted it, if one did.
        reporter: receives it.
    """
    if failure is None:
        return 0
    if came:  # in the middle of an import the signal may come out as a failure of it
        reporter.error(*INTERRUPTED)
        return 128 + came[0]
    told = as_engine_error(failure)
    reporter.error(told.code, told.message, told.hint)
    return told.exit_code


def _deliver(drain: Callable[[float], bool], control: Control, *, late: list[int]) -> None:
    """Wait for the reader of the last events; only briefly once the process is asked to end.

    Args:
        drain: see `execute`.
        control: the user's requests.
        late: the signals that arrived when there was nothing left to interrupt.
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
    """End the process now, without waiting for worker threads in native code or for a reader that has stopped."""

    def flush() -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()

    flushing = threading.Thread(target=flush, daemon=True)
    flushing.start()
    flushing.join(_LAST_WORDS_S)
    os._exit(code)
