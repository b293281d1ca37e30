"""Events as JSON lines and as plain text, and the wishes that come in on stdin."""

import io
import json
import os
from pathlib import Path

import numpy as np
import pytest

from geoinpaint_engine.cli import control_stream, reporters
from geoinpaint_engine.errors import Cancelled, ParentGone
from geoinpaint_engine.events import Control, Reporter


def test_json_lines_are_valid_json_even_for_nan():
    out = io.StringIO()
    reporter = Reporter(reporters.JsonLines(out))
    reporter.started(windows=2, device="cpu")
    reporter.progress(0.5, loss=float("nan"), step=1, steps=2)
    reporter.result({"output": "ä.tif"}, {"psnr": float("inf"), "rows": [1.0, float("nan")]})
    lines = [json.loads(line, parse_constant=lambda name: 1 / 0) for line in out.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["started", "progress", "result"]
    assert lines[1]["loss"] is None
    assert lines[2]["figures"] == {"psnr": None, "rows": [1.0, None]}


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not tell a process's memory")
def test_progress_tells_the_memory_in_use():
    events = []
    reporter = Reporter(events.append)
    reporter.progress(0.1)
    held = np.ones(25_000_000)  # 200 MB that are written to
    reporter.progress(0.2)
    grown = events[1]["memory"] - events[0]["memory"]
    assert 150e6 < grown < 250e6, held.shape


def test_a_warning_is_told_once():
    out = io.StringIO()
    reporter = Reporter(reporters.JsonLines(out))
    for _ in range(3):
        reporter.warning("sar-unused", "It is ignored.")
    assert len(out.getvalue().splitlines()) == 1


def test_plain_lines_off_a_terminal_are_few_and_whole():
    out = io.StringIO()
    reporter = Reporter(reporters.Plain(out, interval_s=1000))
    for step in range(100):
        reporter.progress(step / 100, step=step, steps=100)
    reporter.error("x", "It failed.", "Do this.")
    lines = out.getvalue().splitlines()
    assert len(lines) == 2
    assert "\r" not in out.getvalue()
    assert lines[-1] == "Error: It failed. Do this. [x]"


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        (
            {"hole_pixels": 4370, "hole_share": 0.167, "holes": 2, "largest_hole_pixels": 4000},
            "masked: 4,370 pixels (16.7%) in 2 holes, the largest of 4,000",
        ),
        (
            {"filled": 3, "clear": 1, "skipped": 1, "failed": 0, "left_out": [{}, {}], "dates": [{}] * 5},
            "dates: 3 filled, 1 with nothing to fill, 3 left out, 0 that could not be filled",
        ),
        (
            {"dates": 3, "pixels": 26123, "covered": 20000, "mean_count": 1.53},
            "covered: 20,000 of 26,123 pixels, by 1.5 of 3 dates on average",
        ),
        ({"hole_pixels": 9, "windows": 1}, None),  # was said when the fill started
    ],
)
def test_plain_lines_say_what_a_mask_a_reference_and_a_series_came_to(figures, line):
    out = io.StringIO()
    Reporter(reporters.Plain(out)).result({"output": "a.tif"}, figures)
    assert out.getvalue().splitlines() == ["output: a.tif", *([line] if line else [])]


def test_wishes_and_the_end_of_the_parent():
    read, write = os.pipe()
    control = Control()
    with os.fdopen(read) as stream:
        thread = control_stream.listen(control, stream)
        os.write(write, b"stop\nnonsense\n")
        os.close(write)
        thread.join(timeout=5)
    assert control.stop_requested
    with pytest.raises(ParentGone):
        control.check()


def test_cancelled_before_the_parents_end_is_cancelled():
    control = Control()
    control_stream.listen(control, io.StringIO("cancel\n")).join(timeout=5)
    with pytest.raises(Cancelled):
        control.check()


@pytest.mark.parametrize(
    ("windows", "pixels", "line"),
    [(1, 1, "1 pixel to fill in 1 window, on cpu"), (12, 34140, "34,140 pixels to fill in 12 windows, on cpu")],
)
def test_the_plan_in_a_line(windows, pixels, line):
    out = io.StringIO()
    Reporter(reporters.Plain(out)).started(windows=windows, hole_pixels=pixels, device="cpu")
    assert out.getvalue() == f"{line}\n"
