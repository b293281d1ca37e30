"""A run's ends: done, failed, cancelled, signalled, orphaned - in real processes with real signals."""

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from array import array
from contextlib import ExitStack
from pathlib import Path

import pytest

from geoinpaint_engine.cli import lifecycle
from tests.engine.processes import ENVIRONMENT, PATIENCE_S, soon, started

WORKER = """
import os, sys, threading, time
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from geoinpaint_engine.cli import lifecycle
from geoinpaint_engine.cli import reporters, control_stream
from geoinpaint_engine.errors import InputError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.window_runner import Threads
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.windows import FillWindow

folder, way = Path(sys.argv[1]), sys.argv[2]
control, reporter = Control(), Reporter(reporters.JsonLines(sys.stdout))
control_stream.listen(control)

def read_by_threads(way):
    # two threads read what is closed when the run ends, and ask nobody whether they may
    closed = threading.Event()

    def read(*_):
        reporter.warning("reading", "A thread reads.")
        for _ in range(20):
            if closed.is_set():
                os._exit(99)  # GDAL would crash here
            time.sleep(0.01)

    with ExitStack() as stack:
        stack.callback(time.sleep, 0.1)  # called after the next
        stack.callback(closed.set)
        if way == "blocks":
            with parallel_map(read, [Window(0, 0, 1, 1)] * 1000, 2, name="read") as parts:
                for part in parts:
                    control.check()
        else:
            read.method = SimpleNamespace(at_once=lambda windows, count: count)
            one = Window(0, 0, 1, 1)
            windows = [FillWindow(index, one, one, one) for index in range(1000)]
            Threads(2).each(read, windows, deliver=read, control=control)

def work(workspace):
    partial = workspace.add(folder / "out.tif.partial")
    partial.mkdir()
    (partial / "half.tif").write_text("half")
    reporter.started(windows=1)
    if way == "polite":
        while True:
            control.check()
            time.sleep(0.02)
    elif way == "deaf":  # a native call that never looks at its control
        time.sleep(600)
    elif way in ("blocks", "windows"):
        read_by_threads(way)
    elif way == "bad":
        raise InputError("mask-empty", "The mask is empty.", "Draw one.")
    elif way == "fault":
        raise ZeroDivisionError("ours")
    elif way == "memory":
        raise MemoryError
    elif way == "disk":
        raise OSError(28, "No space left on device", "out.tif")
    elif way == "done":
        with workspace.finishing(control):
            (partial / "half.tif").rename(folder / "out.tif")

lifecycle.leave(lifecycle.execute(work, reporter=reporter, control=control))
"""


@pytest.fixture
def start(tmp_path):
    with ExitStack() as stack:

        def go(way):
            run = stack.enter_context(started([sys.executable, "-c", WORKER, tmp_path, way], control=True))
            assert run.until("started")
            return run

        yield go


def files(folder: Path):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("way", "exit_code", "code"),
    [("bad", 3, "mask-empty"), ("fault", 1, "internal"), ("memory", 4, "memory"), ("disk", 4, "disk-full")],
)
def test_failures_have_their_code_and_leave_nothing(start, tmp_path, way, exit_code, code):
    got, events = start(way).end()
    assert got == exit_code
    assert events[-1]["event"] == "error"
    assert events[-1]["code"] == code
    assert files(tmp_path) == []


def test_done_keeps_the_result_only(start, tmp_path):
    code, events = start("done").end()
    assert (code, [event["event"] for event in events]) == (0, ["started"])
    assert files(tmp_path) == ["out.tif"]


def test_the_waits_of_an_end_add_up_to_less_than_is_promised():
    """Gone within a second with a reader, and within 2.5 s without; what a busy machine adds is not ours."""
    looks = lifecycle._POLL_S + lifecycle._GRACE_S
    assert looks <= 0.8
    assert looks + lifecycle._DELIVERY_S <= 1.8


@pytest.mark.parametrize("way", ["polite", "deaf"])
def test_cancel_ends_any_run(start, tmp_path, way):
    run = start(way)
    run.say("cancel")
    code, events = run.end()
    assert (code, events[-1]["code"]) == (5, "cancelled")
    assert files(tmp_path) == []


@pytest.mark.parametrize("way", ["polite", "deaf"])
def test_an_orphan_ends(start, tmp_path, way):
    run = start(way)
    run.hang_up()
    assert run.end()[0] == 6
    assert files(tmp_path) == []


@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("way", ["polite", "deaf"])
def test_signals_leave_nothing_behind(start, tmp_path, way, number, exit_code):
    run = start(way)
    run.signal(number)
    code, events = run.end()
    assert (code, events[-1]["code"]) == (exit_code, "interrupted")
    assert files(tmp_path) == []


@pytest.mark.parametrize("way", ["blocks", "windows"])
@pytest.mark.parametrize("end", ["signal", "cancel"])
def test_nothing_is_closed_while_threads_read_it(start, way, end):
    run = start(way)
    run.until("reading")
    if end == "signal":
        run.signal(signal.SIGTERM)
    else:
        run.say("cancel")
    assert run.end()[0] == (143 if end == "signal" else 5)


EVERY_LINE = """
import os, signal, sys
from pathlib import Path
from geoinpaint_engine.cli import bootstrap
from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.cli.lifecycle import execute

folder, fails = Path(sys.argv[1]), sys.argv[2] == "fails"


def child(at):
    bootstrap.guard()
    lines, left = 0, folder / "left.tif"

    def trace(frame, event, argument):
        nonlocal lines
        if frame.f_code.co_name not in ("execute", "work"):
            return None
        if event == "line":
            lines += 1
            if lines == at:
                os.kill(os.getpid(), signal.SIGTERM)
        return trace

    def work(workspace):
        workspace.add(left)
        left.touch()
        if fails:
            raise UsageError("usage", "Wrong.")

    sys.settrace(trace)
    code = execute(work, reporter=Reporter(lambda event: None), control=Control())
    sys.settrace(None)
    os._exit(100 + code if lines < at else code)


for at in range(1, 1000):
    pid = os.fork()
    if not pid:
        try:
            child(at)
        finally:
            os._exit(99)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(at, code, (folder / "left.tif").exists())
    if code >= 100 and code != 143:
        break
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(("way", "codes"), [("succeeds", {0, 143}), ("fails", {2, 143})])
def test_a_signal_at_any_line_ends_the_run_cleanly(tmp_path, way, codes):
    command = [sys.executable, "-c", EVERY_LINE, tmp_path, way]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=ENVIRONMENT)
    *lines, _ = [line.split() for line in done.stdout.splitlines()]
    assert len(lines) > 15
    assert {int(code) for _, code, _ in lines} == codes, done.stderr
    assert {left for _, _, left in lines} == {"False"}
    assert "Traceback" not in done.stderr


FULL_PIPE = """
import os, signal, sys, threading, time
from pathlib import Path
from geoinpaint_engine.cli import session

folder, way = Path(sys.argv[1]), sys.argv[2]

def work(s):
    partial = s.workspace.add(folder / "out.tif.partial")
    partial.mkdir()

    def tell():
        for number in range(200_000):
            s.reporter.warning("many", f"Warning {number}: " + "x" * 200)
            s.reporter.progress(0.5)
    threading.Thread(target=tell, daemon=True).start()
    while not (folder / "full").exists():
        time.sleep(0.01)
    (folder / "here").touch()
    if way == "deaf":
        import ctypes
        ctypes.CDLL(None).sleep(600)
    if way == "fault":
        raise ZeroDivisionError("x" * 200_000)
    while way != "done":
        s.control.check()
        time.sleep(0.02)

session.run_session(work, as_json="json" in sys.argv, control=True)
"""


def full(pipe):
    """Whether the pipe takes no more."""
    waiting = array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, waiting)
    return waiting[0] > fcntl.fcntl(pipe, fcntl.F_GETPIPE_SZ) - 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux how full a pipe is")
@pytest.mark.parametrize(
    ("stream", "way", "end"),
    [
        *(("stdout", "polite", end) for end in (signal.SIGTERM, signal.SIGINT, "cancel", "end of stdin")),
        *(("stdout", "deaf", end) for end in (signal.SIGTERM, "cancel")),
        *(("stdout", "done", end) for end in (signal.SIGTERM, "end of stdin")),
        *(("stdout", "fault", signal.SIGINT), ("stderr", "polite", signal.SIGTERM)),
        *(("stderr", "fault", signal.SIGTERM), ("stderr", "done", "cancel")),
    ],
)
def test_a_reader_that_has_stopped_keeps_no_engine_alive(tmp_path, stream, way, end):
    """The pipe is full and nobody reads: the engine ends all the same."""
    command = [sys.executable, "-c", FULL_PIPE, tmp_path, way, *(["json"] if stream == "stdout" else [])]
    with started(command, control=True, **({} if stream == "stdout" else {"stderr": subprocess.PIPE})) as run:
        process = run.process
        assert soon(lambda: full(process.stdout if stream == "stdout" else process.stderr))
        (tmp_path / "full").touch()
        assert soon((tmp_path / "here").exists)
        if way in ("fault", "done"):
            time.sleep(0.3)  # on its way out by then, as a rule
        assert process.poll() is None
        if end == "cancel":
            run.say("cancel")
        elif end == "end of stdin":
            run.hang_up()
        else:
            run.signal(end)
        process.wait(PATIENCE_S)
    assert not (tmp_path / "out.tif.partial").exists()
    asked = {signal.SIGTERM: 143, signal.SIGINT: 130, "cancel": 5, "end of stdin": 6}[end]
    # it may have been asked before it was on its way out
    assert process.returncode in {{"done": 0, "fault": 1}.get(way, asked), asked}
