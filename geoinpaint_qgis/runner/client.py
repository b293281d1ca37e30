"""Runs the engine: starts its process, delivers its events, forwards stop and cancel, and always ends it."""

from __future__ import annotations

import contextlib
import json
import queue
import shutil
import subprocess  # nosec B404 # the engine is a separate process
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Callable, Deque, Dict, List, Mapping, Optional, Sequence, Tuple

from geoinpaint_qgis.runner import diagnosis
from geoinpaint_qgis.runner.diagnosis import Diagnosis
from geoinpaint_qgis.runner.platforms import Platform

Event = Dict[str, Any]

POLL_S = 0.1
LINE_LIMIT = 1 << 20
QUEUED_LINES = 10_000
LOG_LINES = 400
LINE_LENGTH = 2000  # characters of a line in the log; longer lines on stdout count as several
FOREIGN_LINES = 1000  # lines on stdout other than events after which the process is not an engine
GRACE_S = 1.0  # time for the engine to end by itself
HARD_S = 2.0  # time after which it is killed
DRAIN_S = 1.0  # time to read the rest; a child process may keep the pipes open

_enders: List[threading.Thread] = []
_enders_lock = threading.Lock()


@dataclass
class Outcome:
    """How a run ended: with a result, a failure, or by cancelling."""

    result: Optional[Event] = None
    failure: Optional[Diagnosis] = None
    cancelled: bool = False
    warnings: List[Event] = field(default_factory=list)
    log: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class _Caller:
    """The callbacks of a run; see `run_engine`."""

    on_engine_event: Callable[[Event], None]
    cancelled: Callable[[], bool]
    stop_wanted: Callable[[], bool]
    idle: Callable[[], None]


class EngineRun:
    """A process that writes events to stdout, and accepts `stop` and `cancel` on stdin.

    Args:
        command: program and arguments.
        environ: environment of the process, cleaned.
        platform: the operating system.
        leftovers: folders to remove if the process is killed before it removes them itself.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        environ: Mapping[str, str],
        platform: Platform,
        leftovers: Sequence[str] = (),
    ) -> None:
        self._platform = platform
        self._leftovers = tuple(leftovers)
        # bounded, so that a process that floods its pipes waits instead of filling the memory of QGIS
        self._queue: "queue.Queue[Tuple[str, Optional[bytes]]]" = queue.Queue(QUEUED_LINES)
        self._deaf = threading.Event()
        self._log: Deque[str] = deque(maxlen=LOG_LINES)
        self._foreign = 0
        self._open_pipes = 2
        self._write_lock = threading.Lock()
        self._process = subprocess.Popen(  # nosec B603 # a list, no shell; the interpreter is the user's choice
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environ),
            **platform.popen_options(),
        )
        self._pumps = [
            threading.Thread(target=self._pump, args=(name, pipe), name=f"geoinpaint-{name}", daemon=True)
            for name, pipe in (("out", self._process.stdout), ("err", self._process.stderr))
        ]
        for pump in self._pumps:
            pump.start()

    @property
    def pid(self) -> int:
        """Process id, which on POSIX is also the id of its group."""
        return self._process.pid

    @property
    def log(self) -> str:
        """The last lines of output that were not events."""
        return "\n".join(self._log)

    @property
    def foreign_lines(self) -> int:
        """Number of lines on stdout that were not events."""
        return self._foreign

    def _pump(self, name: str, pipe: Any) -> None:
        # the pump itself closes its pipe: closing from another thread would wait for the end of a blocking read
        with contextlib.suppress(OSError, ValueError), pipe:
            for line in iter(lambda: pipe.readline(LINE_LIMIT), b""):
                self._offer((name, line))
        self._offer((name, None))

    def _offer(self, item: Tuple[str, Optional[bytes]]) -> None:
        """Queues a line, waiting while the queue is full; drops it if there is no reader."""
        while not self._deaf.is_set():
            with contextlib.suppress(queue.Full):
                self._queue.put(item, timeout=POLL_S)
                return

    def send(self, word: str) -> None:
        """Sends `stop` or `cancel` to the engine; ignored if it no longer reads."""
        with self._write_lock, contextlib.suppress(OSError, ValueError):
            if self._process.stdin is not None:
                self._process.stdin.write(f"{word}\n".encode())
                self._process.stdin.flush()

    def read(self, timeout: float) -> Tuple[List[Event], bool]:
        """The events received, and whether anything was received; waits up to `timeout` seconds for the first line."""
        events: List[Event] = []
        heard = False
        until = time.monotonic() + timeout
        while True:
            try:
                # waits once, then takes only what has arrived; never longer than `timeout` in total
                name, line = self._queue.get(timeout=timeout) if not heard else self._queue.get_nowait()
            except queue.Empty:
                return events, heard
            heard = True
            if line is None:
                self._open_pipes -= 1
                if not self._open_pipes:
                    return events, heard
                continue
            event = _as_event(line) if name == "out" else None
            if event is not None:
                events.append(event)
            else:
                self._foreign += (1 + len(line) // LINE_LENGTH) * (name == "out")
                self._log.append(line[:LINE_LENGTH].decode("utf-8", "replace").rstrip())
            if time.monotonic() > until:
                return events, heard

    @property
    def exit_code(self) -> Optional[int]:
        """The exit code, or None while it runs."""
        return self._process.poll()

    @property
    def drained(self) -> bool:
        """Whether both pipes have reached end of file."""
        return self._open_pipes == 0

    def close(self) -> None:
        """Releases the resources of a process that has ended: closes its pipes, kills its group."""
        if self.exit_code:
            # worker processes of a crashed engine would survive in its group
            self._platform.end(self.pid, hard=True)
        self._deaf.set()
        for pump in self._pumps:
            pump.join(DRAIN_S)
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.close()

    def end(self) -> threading.Thread:
        """Asks the engine to end, and kills it if it does not. Returns at once; the thread ends with the process."""
        self._deaf.set()
        self.send("cancel")
        ender = threading.Thread(target=self._end, name="geoinpaint-end", daemon=True)
        with _enders_lock:
            _enders[:] = [*(thread for thread in _enders if thread.is_alive()), ender]
            ender.start()
        return ender

    def _end(self) -> None:
        started = time.monotonic()
        asked = False
        while self.exit_code is None:
            waited = time.monotonic() - started
            if waited > GRACE_S and not asked:
                asked = True
                self._platform.end(self.pid, hard=False)
            if waited > HARD_S:
                self._platform.end(self.pid, hard=True)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(1.0)
                for folder in self._leftovers:
                    shutil.rmtree(folder, ignore_errors=True)
                break
            time.sleep(0.02)
        self.close()


def _as_event(line: bytes) -> Optional[Event]:
    if not line.lstrip().startswith(b"{"):
        return None
    try:
        event = json.loads(line.decode("utf-8"))
    except ValueError:
        return None
    return event if isinstance(event, dict) and isinstance(event.get("event"), str) else None


def wait_for_endings(seconds: float) -> bool:
    """Waits for cancelled engines to exit; returns whether all have."""
    until = time.monotonic() + seconds
    with _enders_lock:
        waiting = list(_enders)
    for thread in waiting:
        thread.join(max(until - time.monotonic(), 0))
    return not any(thread.is_alive() for thread in waiting)


def run_engine(
    command: Sequence[str],
    *,
    environ: Mapping[str, str],
    platform: Platform,
    on_event: Callable[[Event], None],
    cancelled: Callable[[], bool] = lambda: False,
    stop_wanted: Callable[[], bool] = lambda: False,
    idle: Callable[[], None] = lambda: None,
    silence_s: float = 900.0,
    leftovers: Sequence[str] = (),
) -> Outcome:
    """Runs the engine to its end, with callbacks in the calling thread.

    Args:
        command: program and arguments.
        environ: environment of the process, cleaned.
        platform: the operating system.
        on_event: called with each event.
        cancelled: polled about ten times per second; True ends the run at once, and the process within two seconds.
        stop_wanted: polled likewise; True asks the engine to finish with the best fill so far.
        idle: called about ten times per second, to process events of the calling thread.
        silence_s: seconds without output after which the engine is ended.
        leftovers: folders to remove if the engine has to be killed.
    """
    begun = time.monotonic()
    try:
        run = EngineRun(command, environ=environ, platform=platform, leftovers=leftovers)
    except OSError as error:
        return Outcome(failure=diagnosis.not_started(error, command[0]))
    outcome = Outcome()
    errors: List[Event] = []

    def on_engine_event(event: Event) -> None:
        if event["event"] == "result":
            outcome.result = event
        elif event["event"] == "error":
            errors.append(event)
        elif event["event"] == "warning":
            outcome.warnings.append(event)
        on_event(event)

    try:
        caller = _Caller(on_engine_event, cancelled, stop_wanted, idle)
        outcome.failure = _follow(run, caller, outcome, silence_s=silence_s)
        if not outcome.cancelled and outcome.failure is None:
            code = _wait(run, idle)
            if outcome.result is None:
                outcome.failure = (
                    diagnosis.from_error_event(errors[-1], run.log)
                    if errors
                    else diagnosis.from_exit(code, run.log, platform)
                )
        return outcome
    finally:
        outcome.log = run.log
        outcome.seconds = time.monotonic() - begun
        _clean_up(run, outcome, leftovers)


def _follow(run: EngineRun, caller: _Caller, outcome: Outcome, *, silence_s: float) -> Optional[Diagnosis]:
    """Reads events until the engine closes its pipes; returns a failure, if any, or sets `outcome.cancelled`."""
    last_heard = time.monotonic()
    died: Optional[float] = None
    stopping = False
    while not run.drained:
        if caller.cancelled():
            outcome.cancelled = True
            return None
        if not stopping and caller.stop_wanted():
            stopping = True
            run.send("stop")
        events, heard = run.read(POLL_S)
        for event in events:
            caller.on_engine_event(event)
        caller.idle()
        now = time.monotonic()
        last_heard = now if heard else last_heard
        if run.exit_code is not None:
            died = died or now
            if now - died > DRAIN_S:
                break
        elif run.foreign_lines > FOREIGN_LINES:
            return diagnosis.unreadable(run.log)
        elif now - last_heard > silence_s:
            return diagnosis.silent(silence_s, run.log)
    return None


def _clean_up(run: EngineRun, outcome: Outcome, leftovers: Sequence[str]) -> None:
    """Ends an engine that is still running, and removes what a crashed one has left behind."""
    if run.exit_code is not None and outcome.result is None:
        # a crash leaves the work folder behind; otherwise the engine removes it itself
        for folder in leftovers:
            shutil.rmtree(folder, ignore_errors=True)
    if run.exit_code is None or not run.drained:
        run.end()
    else:
        run.close()


def _wait(run: EngineRun, idle: Callable[[], None]) -> Optional[int]:
    """Exit code of an engine that has closed its pipes, which it does just before exiting."""
    until = time.monotonic() + HARD_S
    while run.exit_code is None and time.monotonic() < until:
        time.sleep(0.01)
        idle()
    return run.exit_code
