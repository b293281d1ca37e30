"""A run's ends: done, failed, cancelled, signalled, orphaned - in real processes with real signals."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engine.conftest import ROOT

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
from geoinpaint_engine.raster.ahead import ahead
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.windows import FillWindow

folder, way = Path(sys.argv[1]), sys.argv[2]
control, reporter = Control(), Reporter(reporters.JsonLines(sys.stdout))
control_stream.listen(control)

def read_by_threads(way):
    # two threads read what is closed when the run ends, and ask nobody whether they may
    closed = threading.Event()

    def read(*_):
        for _ in range(20):
            if closed.is_set():
                os._exit(99)  # GDAL would crash here
            time.sleep(0.01)

    with ExitStack() as stack:
        stack.callback(time.sleep, 0.1)  # called after the next
        stack.callback(closed.set)
        if way == "blocks":
            with ahead(read, [Window(0, 0, 1, 1)] * 1000, 2, name="read") as parts:
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
        time.sleep(30)
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
    processes = []

    def go(way):
        process = subprocess.Popen(
            [sys.executable, "-c", WORKER, str(tmp_path), way],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        assert json.loads(process.stdout.readline())["event"] == "started"
        return process

    yield go
    for process in processes:
        process.kill()
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()
        process.wait()


def ended(process, within_s):
    """(exit code, events) of a process that must end within so many seconds."""
    started = time.monotonic()
    code = process.wait(timeout=30)
    assert time.monotonic() - started < within_s
    return code, [json.loads(line) for line in process.stdout.read().splitlines()]


def files(folder: Path):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("way", "exit_code", "code"),
    [("bad", 3, "mask-empty"), ("fault", 1, "internal"), ("memory", 4, "memory"), ("disk", 4, "disk-full")],
)
def test_failures_have_their_code_and_leave_nothing(start, tmp_path, way, exit_code, code):
    got, events = ended(start(way), 5)
    assert got == exit_code
    assert events[-1]["event"] == "error"
    assert events[-1]["code"] == code
    assert files(tmp_path) == []


def test_done_keeps_the_result_only(start, tmp_path):
    assert ended(start("done"), 5) == (0, [])
    assert files(tmp_path) == ["out.tif"]


@pytest.mark.parametrize("way", ["polite", "deaf"])
def test_cancel_ends_any_run_within_a_second(start, tmp_path, way):
    process = start(way)
    process.stdin.write("cancel\n")
    process.stdin.flush()
    code, events = ended(process, 1.5)
    assert (code, events[-1]["code"]) == (5, "cancelled")
    assert files(tmp_path) == []


@pytest.mark.parametrize("way", ["polite", "deaf"])
def test_an_orphan_ends(start, tmp_path, way):
    process = start(way)
    process.stdin.close()
    code, _ = ended(process, 1.5)
    assert code == 6
    assert files(tmp_path) == []


@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("way", ["polite", "deaf"])
def test_signals_leave_nothing_behind(start, tmp_path, way, number, exit_code):
    process = start(way)
    process.send_signal(number)
    code, events = ended(process, 1.5)
    assert (code, events[-1]["code"]) == (exit_code, "interrupted")
    assert files(tmp_path) == []


@pytest.mark.parametrize("way", ["blocks", "windows"])
@pytest.mark.parametrize("end", ["signal", "cancel"])
def test_nothing_is_closed_while_threads_read_it(start, way, end):
    process = start(way)
    time.sleep(0.3)
    if end == "signal":
        process.send_signal(signal.SIGTERM)
    else:
        process.stdin.write("cancel\n")
        process.stdin.flush()
    assert ended(process, 1.5)[0] == (143 if end == "signal" else 5)


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
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)
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
    (partial / "here").touch()

    def tell():
        for number in range(200_000):
            s.reporter.warning("many", f"Warning {number}: " + "x" * 200)
            s.reporter.progress(0.5)
    threading.Thread(target=tell, daemon=True).start()
    if way == "deaf":
        import ctypes
        ctypes.CDLL(None).sleep(60)
    if way in ("fault", "done"):
        time.sleep(0.5)
    if way == "fault":
        raise ZeroDivisionError("x" * 200_000)
    while way != "done":
        s.control.check()
        time.sleep(0.02)

session.run_session(work, as_json="json" in sys.argv, control=True)
"""


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
    """The pipe is full and nobody reads: the engine ends all the same, within 3 s."""
    process = subprocess.Popen(
        [sys.executable, "-c", FULL_PIPE, str(tmp_path), way, *(["json"] if stream == "stdout" else [])],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )  # fmt: skip
    try:
        for _ in range(1000):
            if (tmp_path / "out.tif.partial" / "here").exists() or process.poll() is not None:
                break
            time.sleep(0.02)
        time.sleep(1)  # the pipe is full by now
        assert process.poll() is None
        if end == "cancel":
            process.stdin.write(b"cancel\n")
            process.stdin.flush()
        elif end == "end of stdin":
            process.stdin.close()
        else:
            process.send_signal(end)
        process.wait(timeout=3)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if not pipe.closed:
                pipe.close()
    assert not (tmp_path / "out.tif.partial").exists()
    expected = {signal.SIGTERM: {143}, signal.SIGINT: {130}, "cancel": {5}, "end of stdin": {6}}[end]
    assert process.returncode in {"done": {0}, "fault": {1}}.get(way, expected)
