"""Paper runs on the same cores take turns."""

import os
import sys
from itertools import groupby, pairwise
from statistics import median

import pytest

from geoinpaint_engine.errors import Cancelled
from geoinpaint_engine.methods.dip.time_slices import TimeSlices, core_time_slices
from tests.engine.processes import started

SLICE_S = 0.2
WORKER = """
import json, sys, threading, time
from pathlib import Path
from geoinpaint_engine.methods.dip.time_slices import TimeSlices
folder, places, slice_s = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
enough = threading.Event()
threading.Thread(target=lambda: (sys.stdin.readline(), enough.set()), daemon=True).start()
with TimeSlices(folder, places=places, slice_s=slice_s).taken(lambda: None) as hand_on:
    while not enough.is_set():
        hand_on()
        started = time.monotonic()
        time.sleep(0.01)
        print(json.dumps([started, time.monotonic()]), flush=True)
"""


def start(folder, places=1):
    return started([sys.executable, "-c", WORKER, folder, places, SLICE_S], control=True)


def steps_of(folder, places):
    """(begin, end, which of two processes) of each step, in their order, of two that both came to their turn often."""
    with start(folder, places) as one, start(folder, places) as other:
        both = (one, other)
        for process in (*both, *both, *both):  # each waits for the other, so that none is ahead of what is read
            for _ in zip(range(30), process, strict=False):
                pass
        for process in both:
            process.say("enough")
        for process in both:
            assert process.end()[0] == 0, process.stderr
    return sorted((*step, number) for number, process in enumerate(both) for step in process.events)


def test_two_runs_take_turns(tmp_path):
    steps = steps_of(tmp_path, places=1)
    assert all(one[1] <= other[0] for one, other in pairwise(steps))
    turns = [next(turn)[0] for _, turn in groupby(steps, key=lambda step: step[2])]  # when each began
    assert len(turns) >= 5
    # all but the first and the last had somebody who waited; how exactly they are timed is up to the machine
    assert median(later - earlier for earlier, later in pairwise(turns[1:-1])) > SLICE_S / 2


def test_runs_for_whom_there_is_room_work_side_by_side(tmp_path):
    steps = steps_of(tmp_path, places=2)
    assert any(one[1] > other[0] for one, other in pairwise(steps))


def test_who_dies_gives_its_place_back(tmp_path):
    with start(tmp_path) as process:
        assert next(iter(process))
        process.kill()
        with TimeSlices(tmp_path).taken(lambda: None):
            pass


def test_who_waits_can_be_cancelled(tmp_path):
    def cancel():
        raise Cancelled

    with TimeSlices(tmp_path).taken(lambda: None), pytest.raises(Cancelled), TimeSlices(tmp_path).taken(cancel):
        pass
    # and has left the queue
    with TimeSlices(tmp_path).taken(cancel) as hand_on:
        hand_on()


def test_one_thread_takes_no_turn(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with core_time_slices(1, lambda: None), core_time_slices(1, lambda: None):
        assert not list(tmp_path.iterdir())
    with core_time_slices(os.cpu_count() or 1, lambda: None) as hand_on:
        hand_on()


def test_without_a_folder_to_write_to_there_are_no_turns(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with core_time_slices(2, lambda: None) as hand_on:
        hand_on()
