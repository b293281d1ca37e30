"""Windows on Dask workers: the bytes of one process, whoever dies; nothing left running."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engine.runs import ENVIRONMENT, REFERENCES, make_job

pytest.importorskip("distributed")

# a halo that is small beside the scene, so that there is more than one window; run by the workers too
SCRIPT = """
from geoinpaint_engine.methods.classical.base import ClassicalFill
ClassicalFill.halo = 40
if __name__ == "__main__":
    from geoinpaint_engine.cli.main import main
    main()
"""


@pytest.fixture(scope="module")
def scene_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scene")
    make_job(folder)
    (folder / "geoinpaint.py").write_text(SCRIPT)
    return folder


@pytest.fixture(scope="module")
def alone(scene_folder):
    """The bytes and the hold-out figures of one process."""
    process = start(scene_folder, "alone.tif")
    figures = ended(process)[1][-1]["figures"]
    return (scene_folder / "alone.tif").read_bytes(), figures["holdout"]


def start(folder, output, *options, **pipes):
    return subprocess.Popen(
        [
            sys.executable, "geoinpaint.py", "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical",
            *REFERENCES, "--tile", "64", "--threads", "1", "-o", output, "--json", *options,
        ],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True,
        **pipes,
    )  # fmt: skip


def ended(process, timeout=180):
    """(exit code, events) of a run, nothing of which is left."""
    out, err = process.communicate(timeout=timeout)
    assert "Traceback" not in err, err
    deadline = time.monotonic() + 3
    while session(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert session(process.pid) == {}
    return process.returncode, [json.loads(line) for line in out.splitlines()]


def session(leader):
    """{pid: command} of the living processes of a session."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, _, of = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            if int(of) == leader and state != "Z":
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (OSError, ValueError):
            continue
    return found


def workers_of(process):
    """The worker processes that a run has started."""
    return [pid for pid, command in session(process.pid).items() if pid != process.pid and "spawn_main" in command]


def read_until_filling(process):
    lines = []
    for line in process.stdout:
        lines.append(line)
        if json.loads(line).get("message") == "filling":
            return
    raise AssertionError(lines)


@pytest.mark.slow
def test_one_of_two_workers_killed_the_bytes_are_those_of_one_process(scene_folder, alone):
    process = start(scene_folder, "workers.tif", "--workers", "2")
    read_until_filling(process)
    workers = workers_of(process)
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGKILL)
    code, events = ended(process)
    assert code == 0
    assert (scene_folder / "workers.tif").read_bytes() == alone[0]
    assert events[-1]["figures"]["holdout"] == alone[1]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["cancel", "killed"])
def test_an_end_in_the_middle_leaves_no_process(scene_folder, alone, way):
    process = start(scene_folder, f"{way}.tif", "--workers", "2", "--control", "--resume", stdin=subprocess.PIPE)
    read_until_filling(process)
    before = time.monotonic()
    if way == "cancel":
        process.stdin.write("cancel\n")
        process.stdin.flush()
    else:
        process.kill()
    process.wait(timeout=30)
    assert time.monotonic() - before < 1.5
    assert ended(process)[0] == (5 if way == "cancel" else -signal.SIGKILL)
    assert ended(start(scene_folder, f"{way}.tif", "--resume"))[0] == 0
    assert (scene_folder / f"{way}.tif").read_bytes() == alone[0]


@pytest.fixture
def dask(scene_folder):
    """A scheduler and two workers, started by hand; the address, and the workers."""
    processes = []

    def dask(*arguments):
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments], cwd=scene_folder, env=ENVIRONMENT, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        processes.append(process)
        return process

    scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    address = next(found[0] for line in scheduler.stderr if (found := re.findall(r"tcp://[\d.]+:\d+", line)))
    options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--preload", "geoinpaint.py")
    workers = [dask("worker", address, *options) for _ in range(2)]
    for worker in workers:
        assert any("Registered to" in line for line in worker.stderr)
    yield address, workers
    for process in processes:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.mark.slow
def test_a_scheduler_of_ones_own_and_a_worker_that_dies(scene_folder, alone, dask):
    address, workers = dask
    process = start(scene_folder, "scheduler.tif", "--scheduler", address)
    read_until_filling(process)
    workers[0].kill()
    assert ended(process)[0] == 0
    assert (scene_folder / "scheduler.tif").read_bytes() == alone[0]
    assert workers[1].poll() is None
    # the workers are free for the next run
    assert ended(start(scene_folder, "scheduler.tif", "--scheduler", address))[0] == 0
    assert (scene_folder / "scheduler.tif").read_bytes() == alone[0]


def test_no_scheduler_and_no_dask_are_said(scene_folder):
    code, events = ended(start(scene_folder, "none.tif", "--workers", "1", "--scheduler", "tcp://127.0.0.1:9"))
    assert (code, events[-1]["code"]) == (2, "workers-and-scheduler")
    text = SCRIPT.replace("if __name__", "import sys\nsys.modules['dask'] = None\nif __name__")
    (scene_folder / "geoinpaint.py").write_text(text)
    try:
        code, events = ended(start(scene_folder, "none.tif", "--workers", "1"))
    finally:
        (scene_folder / "geoinpaint.py").write_text(SCRIPT)
    assert (code, events[-1]["code"]) == (4, "dask-missing")
    assert not (scene_folder / "none.tif.partial").exists()


@pytest.mark.slow
def test_a_scheduler_that_is_not_there_is_said(scene_folder):
    code, events = ended(start(scene_folder, "none.tif", "--scheduler", "tcp://127.0.0.1:9"))
    assert (code, events[-1]["code"]) == (4, "scheduler-unreachable")
