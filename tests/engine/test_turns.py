"""Paper runs on the same cores take turns."""

import os
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from geoinpaint_engine.errors import Cancelled
from geoinpaint_engine.methods.dip.turns import Turns, core_turns
from tests.engine.conftest import ROOT

WORKER = """
import sys, time
from pathlib import Path
from geoinpaint_engine.methods.dip.turns import Turns
folder, places = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
with Turns(folder, places=places, turn_s=0.1).taken(lambda: None) as hand_on:
    for _ in range(60):
        hand_on()
        started = time.time()
        time.sleep(0.01)
        print(started, time.time(), flush=True)
"""


def start(folder, places=1):
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), str(places)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )  # fmt: skip
    assert process.stdout.readline() == "ready\n"
    return process


def steps_of(folder, places):
    """(begin, end, which of two processes) of each step, in their order."""
    processes = [start(folder, places) for _ in range(2)]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    lines = [process.communicate(timeout=60)[0].splitlines() for process in processes]
    return sorted((*map(float, line.split()), number) for number, one in enumerate(lines) for line in one)


def test_two_runs_take_turns(tmp_path):
    steps = steps_of(tmp_path, places=1)
    assert len(steps) == 120
    assert all(one[1] <= other[0] for one, other in pairwise(steps))
    changes = sum(one[2] != other[2] for one, other in pairwise(steps))
    assert 4 <= changes <= 40


def test_runs_for_whom_there_is_room_work_side_by_side(tmp_path):
    steps = steps_of(tmp_path, places=2)
    assert any(one[1] > other[0] for one, other in pairwise(steps))


def test_who_dies_gives_its_place_back(tmp_path):
    process = start(tmp_path)
    process.stdin.write("go\n")
    process.stdin.flush()
    process.stdout.readline()
    process.kill()
    process.communicate()
    started = time.monotonic()
    with Turns(tmp_path).taken(lambda: None):
        assert time.monotonic() - started < 1.0


def test_who_waits_can_be_cancelled(tmp_path):
    def cancel():
        raise Cancelled

    with Turns(tmp_path).taken(lambda: None), pytest.raises(Cancelled), Turns(tmp_path).taken(cancel):
        pass
    # and has left the queue
    with Turns(tmp_path).taken(cancel) as hand_on:
        hand_on()


def test_one_thread_takes_no_turn(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with core_turns(1, lambda: None), core_turns(1, lambda: None):
        assert not list(tmp_path.iterdir())
    with core_turns(os.cpu_count() or 1, lambda: None) as hand_on:
        hand_on()


def test_without_a_folder_to_write_to_there_are_no_turns(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with core_turns(2, lambda: None) as hand_on:
        hand_on()
