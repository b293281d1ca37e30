"""Dates filled side by side: their progress is one, and the first failure ends them all."""

import threading
import time

import pytest

from geoinpaint_engine.errors import Cancelled, ResourceError
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.series.filling import _side_by_side
from geoinpaint_engine.pipeline.series.steps import SideBySide, Steps, between
from geoinpaint_engine.pipeline.workspace import Workspace
from tests.engine.processes import PATIENCE_S


def full():
    return ResourceError("disk-full", "No space is left.", "Free some.")


def test_the_first_failure_ends_what_is_under_way_and_is_the_one_that_is_told():
    control, started, begun, ended = Control(), threading.Event(), [], []

    def work(number):
        begun.append(number)
        if number == 1:
            assert started.wait(PATIENCE_S)
            raise full()
        started.set()
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and not control.ending:
            time.sleep(0.01)
        ended.append(type(control.ending))

    with pytest.raises(ResourceError, match="No space"):
        _side_by_side(work, range(9), 2, control)
    assert (sorted(begun), ended) == ([0, 1], [Cancelled])


def test_all_of_them_are_done_two_at_a_time():
    meeting, done = threading.Barrier(2), []

    def work(number):
        meeting.wait(PATIENCE_S)
        done.append(number)

    _side_by_side(work, range(6), 2, Control())
    assert sorted(done) == list(range(6))


def test_a_part_of_a_run_is_ended_with_it_and_by_itself():
    whole = Control()
    part, other = Control(whole), Control(whole)
    part.cancel()
    assert (isinstance(part.ending, Cancelled), whole.ending, other.ending) == (True, None, None)
    whole.stop()
    assert other.stop_requested
    whole.parent_gone()
    assert other.ending is not None
    assert other.ending.code == "parent-gone"


def test_steps_side_by_side_share_the_progress():
    events = []
    steps = Steps(Reporter(events.append), Control(), Workspace())
    shared = SideBySide(0.4, 0.8, 2)
    with steps.step("a", shared.place(0)) as first, steps.step("b", shared.place(1)) as second:
        first.reporter.progress(0.5)
        second.reporter.progress(0.5, message="filling")
        first.reporter.progress(1.0)
        second.reporter.progress(1.0)
    with steps.step("c", between(0.8, 1.0)) as last:
        last.reporter.progress(0.5)
    assert [event["fraction"] for event in events] == pytest.approx([0.5, 0.6, 0.7, 0.8, 0.9])
    assert events[1]["message"] == "b: filling"


def test_the_progress_stays_where_a_step_begins_anew():
    events = []
    steps = Steps(Reporter(events.append), Control(), Workspace())
    with steps.step("a", SideBySide(0.4, 0.8, 2).place(0)) as step:
        for share in (0.5, 0.0, 1.0):  # as without an uncertainty, where it cannot be measured
            step.reporter.progress(share)
    assert [event["fraction"] for event in events] == pytest.approx([0.5, 0.5, 0.6])


def test_the_workspaces_of_all_steps_under_way_are_swept_at_the_end(tmp_path):
    whole = Workspace()
    steps = Steps(Reporter(), Control(), whole)
    with steps.step("a", between(0, 1)) as first, steps.step("b", between(0, 1)) as second:
        for name, step in (("a", first), ("b", second)):
            (tmp_path / name).touch()
            step.workspace.add(tmp_path / name)
        whole.sweep()
        assert list(tmp_path.iterdir()) == []
