"""Runs of the engine as processes: read event by event, steered, and ended whatever becomes of the test."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
STEERED = str(Path(__file__).with_name("steered_engine.py"))
# the engine as it stands here, with one thread of its own
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "OMP_NUM_THREADS": "1"}
ENGINE = [sys.executable, "-m", "geoinpaint_engine"]
# a classical fill of the fixture `job_files`, but for its output
FILL = ["inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", "--fill", "harmonic"]
# Far more than the engine takes, for what a machine that does other work too may need. What is to end a test that waits
# without it sits much longer (`time.sleep(600)`), so that the end came from what the test did.
PATIENCE_S = 60.0


class Running:
    """A process that tells events on its stdout, one JSON object a line.

    Args:
        process: its pipes are text.
        errors: the file that its stderr goes to, which no full pipe can block.
    """

    def __init__(self, process, errors):
        self.process = process
        self.events = []
        self._errors = errors

    @property
    def pid(self):
        return self.process.pid

    @property
    def stderr(self):
        """What it has said on stderr so far."""
        number = self._errors.fileno()  # the process goes on writing where it was: nothing may be sought
        return os.pread(number, os.fstat(number).st_size, 0).decode(errors="replace")

    def until(self, wanted):
        """Read on to an event that has this text as JSON, or that fulfils a condition; returns it."""
        fits = (lambda event: wanted in json.dumps(event)) if isinstance(wanted, str) else wanted
        for event in self:
            if fits(event):
                return event
        raise AssertionError(f"It ended before {wanted}: {self.events[-3:]} {self.stderr}")

    def __iter__(self):
        """Its events from here on, as they come."""
        for line in self.process.stdout:
            self.events.append(json.loads(line))
            yield self.events[-1]

    def say(self, word):
        """A wish on its stdin; that it is gone shows in how it has ended."""
        with suppress(BrokenPipeError):
            self.process.stdin.write(f"{word}\n")
            self.process.stdin.flush()

    def hang_up(self):
        """Close its stdin, as the end of its parent does."""
        self.process.stdin.close()

    def signal(self, number):
        self.process.send_signal(number)

    def kill(self):
        """Kill it as the system does that has no memory left; when this returns, nothing of it happens any more."""
        self.process.kill()
        return self.end()

    def end(self):
        """(exit code, all its events): waits until it has ended by itself."""
        for _ in self:
            pass
        code = self.process.wait(PATIENCE_S)
        assert code == 1 or "Traceback" not in self.stderr, self.stderr  # 1: a fault of ours, told with its traceback
        return code, self.events


@contextmanager
def started(command, *, control=False, patience_s=5 * PATIENCE_S, **options):
    """A command as a process of a session of its own; at the end of the block it is gone, with what it has started.

    Args:
        command: its words.
        control: whether it has a stdin to be told wishes on.
        patience_s: after so many seconds it is killed, so that no test waits forever.
        options: of Popen.
    """
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE if control else subprocess.DEVNULL,
            stdout=subprocess.PIPE, text=True, start_new_session=True,
            **{"stderr": errors, "env": ENVIRONMENT, **options},
        )  # fmt: skip
        late = threading.Timer(patience_s, end_session, (process.pid,))
        late.daemon = True
        late.start()
        try:
            yield Running(process, errors)
        finally:
            late.cancel()
            end_session(process.pid)
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    with suppress(BrokenPipeError):  # words that it never read
                        pipe.close()


def end_session(leader):
    """Kill a process that leads a session, and what it has started, also where it is gone itself."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def engine(*arguments, hold=None, halo=None, without=None, env=None, **options):
    """`started` with the engine's command line; it tells events.

    Args:
        arguments: of the command line, less `--json`.
        hold: at the first event with this text it stands still until it is told to stop or to end: what is done to it
            then reaches it in the middle of its work, however busy the machine is.
        halo: see steered_engine.py.
        without: see steered_engine.py.
        env: more variables.
        options: of `started`.
    """
    steered = {"ENGINE_HOLD": hold, "ENGINE_HALO": halo, "ENGINE_WITHOUT": without}
    given = {name: str(value) for name, value in steered.items() if value is not None}
    words = [sys.executable, STEERED, *arguments, "--json"]
    if options.get("control"):
        words.append("--control")
    return started(words, env={**ENVIRONMENT, **(env or {}), **given}, **options)


def soon(condition, seconds=PATIENCE_S):
    """Whether something holds within so long, which no event tells."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def shell(line, folder, **options):
    """Run a line of bash in which $E is the engine; returns (exit code, stdout, stderr)."""
    environment = {**ENVIRONMENT, "E": " ".join(ENGINE)}
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, **options
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert "Exception ignored" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr
