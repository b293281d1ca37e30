"""Steps of windows that are optimised side by side."""

import pytest

from geoinpaint_engine.events import Reporter
from geoinpaint_engine.pipeline.step_progress import StepProgress
from geoinpaint_engine.raster.grid import Window

LEFT, RIGHT = Window(0, 0, 64, 64), Window(0, 64, 64, 64)


def test_steps_of_two_windows_add_up():
    events = []
    told = StepProgress(Reporter(events.append), windows=2, steps=10, span=(0.2, 0.8))
    told(LEFT, 5, 10, 0.1, None)
    told(RIGHT, 5, 10, 0.2, 12.0)
    told(LEFT, 10, 10, None, None)
    told(RIGHT, 10, 10, None, None)
    assert [event["fraction"] for event in events] == pytest.approx([0.35, 0.5, 0.65, 0.8])
    assert events[0] | {"loss": 0.1, "step": 5, "steps": 10} == events[0]
    assert events[1]["holdout_rmse"] == 12.0
    assert "loss" not in events[2]
