"""The life of one engine process: signals, cancel, a vanished parent, and what is swept up before it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from geoinpaint_engine.early import INTERRUPTED
from geoinpaint_engine.errors import Cancelled, EngineError, ResourceError
from geoinpaint_engine.events import Control, Reporter

_GRACE_S = 0.6  # a run that looks at its control this often ends by itself; after it the process is ended


class Workspace:
    """The files of an unfinished run: swept away unless it came to its end.

    One lock keeps the two ends apart: either the result is moved into place, or everything is removed.
    """

    def __init__(self) -> None:
        self._paths: list[Path] = []
        self._ends: list[Callable[[], None]] = []
        self._lock = threading.RLock()
        self._closed = False
        self.in_finish = False

    def add(self, path: Path) -> Path:
        """Remember a file or folder that must not outlive a failed run."""
        with self._lock:
            self._paths.append(path)
        return path

    def at_end(self, end: Callable[[], None]) -> None:
        """Remember what ends the processes that the run has started: called however the run ends."""
        with self._lock:
            self._ends.append(end)

    @contextlib.contextmanager
    def finishing(self, control: Control) -> Iterator[None]:
        """Hold off every sweep while results are moved into place; raises Cancelled if it came first."""
        with self._lock:
            control.check()
            if self._closed:
                raise Cancelled()
            self.in_finish = True
            try:
                yield
            finally:
                self.in_finish = False

    def sweep(self) -> None:
        """Remove what is left of the run."""
        with self._lock:
            self._closed = True
            for end in self._ends:
                with contextlib.suppress(Exception):
                    end()
            for path in self._paths:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    with contextlib.suppress(OSError):
                        path.unlink()


class _Signalled(BaseException):
    """A signal asks the process to end; not an Exception, so that nothing on the way swallows it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def as_engine_error(error: BaseException) -> EngineError:
    """The error told to the user for an exception that reached the top."""
    if isinstance(error, EngineError):
        return error
    if isinstance(error, MemoryError) or "not enough memory" in str(error) or "out of memory" in str(error):
        return ResourceError(
            "memory",
            "The computation does not fit into the memory.",
            "Use a smaller --tile, fewer --threads or fewer references.",
        )
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ResourceError(
            "disk-full",
            f"There is no space left on the disk for {error.filename or 'the output'}.",
            "Free some space, or choose another output folder.",
        )
    with contextlib.suppress(OSError):
        traceback.print_exception(error, file=sys.stderr)
    return EngineError(
        "internal", f"The engine has failed: {type(error).__name__}: {error}.", "Please report it with the text above."
    )


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
