"""`stop` keeps the best so far: in one process, after a resume, and on workers; `cancel` and a lost parent nothing."""

import pytest

from tests.engine.conftest import read_raster
from tests.engine.processes import engine

LONG = ("inpaint", "scene.tif", "--mode", "mt", "--reference", "reference_1.tif", "--preset", "paper", "--mask",
        "mask.tif", "-o", "filled.tif", "--steps", "1000000", "--threads", "1")  # fmt: skip
ALONE = ("inpaint", "scene.tif", "--mode", "basic", *LONG[6:])


def stepping(event):
    return event["event"] == "progress" and "step" in event


def stopped(run):
    """The last event of a run that was told to stop."""
    run.say("stop")
    code, events = run.end()
    assert code == 0, events[-1]
    return events[-1]


def test_stop_keeps_the_best_so_far(job_files):
    folder, truth, hole = job_files
    with engine(*ALONE, cwd=folder, control=True) as run:
        run.until(stepping)
        last = stopped(run)
    assert last["event"] == "result"
    assert last["figures"]["filled_pixels"] == hole.sum()
    assert (read_raster(folder / "filled.tif")[:, ~hole] == truth[:, ~hole]).all()


@pytest.mark.parametrize(("wish", "code"), [("cancel", 5), (None, 6)])
def test_cancel_and_a_lost_parent_leave_nothing(job_files, wish, code):
    folder, *_ = job_files
    before = {path.name for path in folder.iterdir()}
    with engine(*ALONE, cwd=folder, control=True) as run:
        run.until(stepping)
        if wish:
            run.say(wish)
        else:
            run.hang_up()
        assert run.end()[0] == code
    assert {path.name for path in folder.iterdir()} == before


def test_stop_after_a_resume(job_files):
    folder, truth, hole = job_files
    with engine(*LONG, "--resume", cwd=folder, control=True) as run:
        run.until(stepping)
        run.kill()
    assert (folder / "filled.tif.partial" / "fit.safetensors").exists()
    with engine(*LONG, "--resume", cwd=folder, control=True) as run:
        run.until(stepping)
        last = stopped(run)
    assert last["figures"]["filled_pixels"] == hole.sum()
    assert (read_raster(folder / "filled.tif")[:, ~hole] == truth[:, ~hole]).all()


@pytest.mark.slow
def test_stop_on_workers(job_files):
    pytest.importorskip("distributed")
    folder, truth, hole = job_files
    with engine(*LONG, "--workers", "1", cwd=folder, control=True) as run:
        run.until(stepping)
        last = stopped(run)
    assert last["figures"]["filled_pixels"] == hole.sum()
    assert (read_raster(folder / "filled.tif")[:, ~hole] == truth[:, ~hole]).all()
