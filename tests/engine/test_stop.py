"""`stop` keeps the best so far: in one process, after a resume, and on workers."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.engine.conftest import ROOT, read_raster

LONG = ("inpaint", "scene.tif", "--mode", "mt", "--reference", "reference_1.tif", "--preset", "paper", "--mask",
        "mask.tif", "-o", "filled.tif", "--steps", "1000000", "--threads", "1", "--json", "--control")  # fmt: skip


@contextmanager
def running(folder, *options):
    """The paper preset under way, its first steps taken."""
    process = subprocess.Popen(
        [sys.executable, "-m", "geoinpaint_engine", *LONG, *options], cwd=folder, text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
    )  # fmt: skip
    try:
        for line in process.stdout:
            event = json.loads(line)
            assert event["event"] != "error", event
            if event["event"] == "progress" and "step" in event:
                break
        yield process
    finally:
        process.kill()
        process.communicate()


def stopped(process):
    """The last event of a run that was told to stop."""
    process.stdin.write("stop\n")
    process.stdin.flush()
    lines = process.stdout.read().splitlines()
    assert process.wait(timeout=60) == 0
    return json.loads(lines[-1])


def test_stop_after_a_resume(job_files):
    folder, truth, hole = job_files
    with running(folder, "--resume") as process:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=10)
    assert (folder / "filled.tif.partial" / "fit.safetensors").exists()
    with running(folder, "--resume") as process:
        last = stopped(process)
    assert last["figures"]["filled_pixels"] == hole.sum()
    assert (read_raster(folder / "filled.tif")[:, ~hole] == truth[:, ~hole]).all()


@pytest.mark.slow
def test_stop_on_workers(job_files):
    pytest.importorskip("distributed")
    folder, truth, hole = job_files
    with running(folder, "--workers", "1") as process:
        last = stopped(process)
    assert last["figures"]["filled_pixels"] == hole.sum()
    assert (read_raster(folder / "filled.tif")[:, ~hole] == truth[:, ~hole]).all()
