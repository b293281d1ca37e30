"""Windows without clear ground: they get the classical fill, and the run says so."""

import json
import subprocess
import sys

import numpy as np
import pytest

from geoinpaint_engine import job as jobs
from geoinpaint_engine.errors import Cancelled
from geoinpaint_engine.events import Control, Reporter
from geoinpaint_engine.pipeline.run import run
from geoinpaint_engine.pipeline.workspace import Workspace
from tests.engine.conftest import field, read_raster, write_raster
from tests.engine.processes import ENVIRONMENT

REFERENCES = [{"path": "reference_1.tif"}]
ROWS, COLS, CLEAR = 96, 640, 60
FAR = np.s_[:, :, 300:]  # the columns that no window with clear ground reaches


@pytest.fixture
def strip(tmp_path, rng):
    """A long scene that is clear at its left end alone: all windows but the first find too little to learn from."""
    truth = field(rng, bands=2, rows=ROWS, cols=COLS).astype("uint16")
    hole = np.ones((ROWS, COLS), bool)
    hole[:, :CLEAR] = False
    other = (truth * 0.8 + 300 + 5 * rng.standard_normal(truth.shape)).astype("uint16")
    names = ("B03", "B08")
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint16(9000), truth), names=names)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    write_raster(tmp_path / "reference_1.tif", other, names=names)
    return tmp_path, truth.astype(float), hole


def warnings_of(events):
    return {event["code"]: event["message"] for event in events if event["event"] == "warning"}


def rms(one, other):
    return float(np.sqrt(np.mean((one - other) ** 2)))


def test_the_paper_preset_gets_the_regression_there(strip, fill):
    folder, truth, hole = strip
    events = fill(mode="mt", preset="paper", steps=2, references=REFERENCES)
    figures = events[-1]["figures"]
    assert warnings_of(events)["window-starved"].startswith(f"{figures['windows'] - 1} of {figures['windows']} windows")
    paper = read_raster(folder / "filled.tif").astype(float)
    fill(references=REFERENCES)
    classical = read_raster(folder / "filled.tif").astype(float)
    # two steps of a network are far from anything; the regression is not
    assert rms(classical[FAR], truth[FAR]) < 40
    assert rms(paper[FAR], classical[FAR]) < 1
    near = np.s_[:, :, CLEAR : CLEAR + 60]
    assert rms(paper[near], truth[near]) > 5 * rms(classical[near], truth[near])
    assert (paper[:, ~hole] == truth[:, ~hole]).all()


def test_without_evidence_it_is_the_harmonic_fill(strip, fill):
    folder, truth, hole = strip
    events = fill(mode="basic", preset="paper", steps=2)
    assert "harmonic" in warnings_of(events)["window-starved"]
    result = read_raster(folder / "filled.tif").astype(float)
    low, high = truth[:, ~hole].min(), truth[:, ~hole].max()
    assert (result[FAR] >= low - 1).all()
    assert (result[FAR] <= high + 1).all()
    assert events[-1]["figures"]["unfilled_pixels"] == 0


def test_no_warning_where_all_windows_see_ground(strip, fill):
    events = fill(
        mode="mt", preset="paper", steps=1, references=REFERENCES, extent=[500_000, 4_599_040, 501_000, 4_600_000]
    )
    assert "window-starved" not in warnings_of(events)


def test_a_resumed_run_has_the_same_bytes(strip, fill):
    folder = strip[0]
    document = {
        "scene": {"path": "scene.tif"}, "mask": [{"path": "mask.tif"}], "output": {"path": "resumed.tif"},
        "mode": "mt", "preset": "paper", "steps": 2, "references": REFERENCES, "threads": 1,
    }  # fmt: skip
    job = jobs.resolved(jobs.from_dict(document), folder)
    control = Control()

    def stop_after_some(event):
        if event["event"] == "progress" and event["fraction"] > 0.5:
            control.cancel()

    with pytest.raises(Cancelled):
        run(job, reporter=Reporter(stop_after_some), control=control, workspace=Workspace(), resume=True)
    left = {path.name for path in (folder / "resumed.tif.partial").iterdir()}
    assert {"fit.safetensors", "fallback.safetensors", "fills"} <= left
    run(job, reporter=Reporter(), control=Control(), workspace=Workspace(), resume=True)
    fill(**{**document, "output": {"path": "whole.tif"}})
    assert (folder / "resumed.tif").read_bytes() == (folder / "whole.tif").read_bytes()


@pytest.mark.slow
def test_workers_fill_the_same(strip, fill):
    pytest.importorskip("distributed")
    folder = strip[0]
    fill(mode="mt", preset="paper", steps=2, references=REFERENCES, threads=1)
    done = subprocess.run(
        [
            sys.executable, "-m", "geoinpaint_engine", "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "mt",
            "--preset", "paper", "--steps", "2", "--reference", "reference_1.tif", "--threads", "1", "-o", "w.tif",
            "--workers", "1", "--json",
        ],
        cwd=folder, capture_output=True, text=True, env=ENVIRONMENT, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["event"] == "result"
    assert (folder / "w.tif").read_bytes() == (folder / "filled.tif").read_bytes()
