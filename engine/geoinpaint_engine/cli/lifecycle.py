"""The lifecycle of the engine process: signals, cancellation, a vanished parent, and exit codes."""

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

_GRACE_S = 0.6  # time for a run to end by itself after a signal or cancel; then the watch ends the process
_DELIVERY_S = 0.8  # how long an ending process waits for the reader of its events
_POLL_S = 0.1


class _Signalled(BaseException):
    """Raised in the main thread by a signal; not an Exception, so that no handler on the way catches it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Signals:
    """Signal handling: the first signal interrupts the main thread; a watch ends the process if that does not react.

    Args:
        workspace: workspace of the run.
        reporter: receives the error if the watch ends the process.
        control: the user's requests.
        drain: see `execute`.

    Attributes:
        received: numbers of the signals that interrupted the run, in their order.
        late: signals that arrived when there was nothing left to interrupt.
        over: whether the work has ended by itself.
        ended: set when the watch is no longer needed.
    """

    def __init__(
        self, workspace: Workspace, reporter: Reporter, control: Control, drain: Callable[[float], bool]
    ) -> None:
        self._workspace, self._reporter, self._control, self._drain = workspace, reporter, control, drain
        self.received: list[int] = []
        self.late: list[int] = []
        self.over = False
        self.ended = threading.Event()
        self._waking, self._woken = socket.socketpair()
        for end in (self._waking, self._woken):
            end.setblocking(False)

    def take_over(self) -> None:
        """Installs the signal handlers, and starts the watch."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)
        signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        # too late, because the result is being published; or repeated, while the first signal propagates
        if self._workspace.in_finish or self.over or self.received:
            self.late.append(number)
            return
        self.received.append(number)
        self._control.cancel()
        raise _Signalled(number)

    def _missed_signal(self) -> int:
        """The number of a signal that arrived while the main thread was in a native call; 0 if none did."""
        if not select.select([self._woken], [], [], _POLL_S)[0]:
            return 0
        return next((number for number in self._woken.recv(64) if number in (signal.SIGINT, signal.SIGTERM)), 0)

    def _watch(self) -> None:
        """Ends the process if the run does not poll its control, because it is in a long native call."""
        workspace, reporter = self._workspace, self._reporter
        while not self.ended.is_set():
            number = self._missed_signal()
            ending = self._control.ending
            if (not number and ending is None) or workspace.in_finish or workspace.finished:
                continue
            if self.ended.wait(_GRACE_S):
                return
            workspace.sweep()  # waits for results that are being moved into place
            if self.ended.is_set() or workspace.finished:
                return
            if number or self.received or ending is None:
                reporter.error(*INTERRUPTED)
                code = 128 + (self.received or [number])[0]
            else:
                reporter.error(ending.code, ending.message, ending.hint)
                code = ending.exit_code
            self._drain(_DELIVERY_S)
            os._exit(code)


def execute(
    work: Callable[[Workspace], None],
    *,
    reporter: Reporter,
    control: Control,
    drain: Callable[[float], bool] = lambda seconds: True,
) -> int:
    """Runs `work` to its end, or to a clean early end; returns the exit code of the process.

    Exit codes: 0 done or stopped, 1 internal error, 2 usage, 3 bad input, 4 resources, 5 cancelled, 6 parent gone,
    128 + signal. Must be called in the main thread.

    Args:
        work: called with the workspace.
        reporter: receives the error, if any.
        control: the user's requests.
        drain: waits for the given seconds for the reader of the events; returns whether all are delivered.
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
    code = _report_failure(failure, signals.received, reporter)
    _deliver_last_events(drain, control, late=[*signals.received, *signals.late])
    signal.set_wakeup_fd(-1)
    return code


def _report_failure(failure: BaseException | None, received: Sequence[int], reporter: Reporter) -> int:
    """Reports the failure of a run, if any, and returns the exit code.

    Args:
        failure: the exception that ended the run, or None.
        received: numbers of the signals that interrupted it, if any.
        reporter: receives the error.
    """
    if failure is None:
        return 0
    if received:  # during an import, the signal may surface as an import error
        reporter.error(*INTERRUPTED)
        return 128 + received[0]
    engine_error = as_engine_error(failure)
    reporter.error(engine_error.code, engine_error.message, engine_error.hint)
    return engine_error.exit_code


def _deliver_last_events(drain: Callable[[float], bool], control: Control, *, late: list[int]) -> None:
    """Waits for the reader of the last events; only briefly if the process was asked to end.

    Args:
        drain: see `execute`.
        control: the user's requests.
        late: signals that arrived when there was nothing left to interrupt.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, frame: late.append(number))
    since: float | None = None
    while not drain(_POLL_S):
        if since is None and (late or control.ending):
            since = time.monotonic()
        if since is not None and time.monotonic() - since > _DELIVERY_S:
            return


def leave(code: int) -> None:
    """Ends the process now, without waiting for threads in native code or for a reader that has stopped."""

    def flush() -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()

    flushing = threading.Thread(target=flush, daemon=True)
    flushing.start()
    flushing.join(_DELIVERY_S)
    os._exit(code)
