"""Windows on Dask workers: the bytes of one process, whoever dies; nothing left running."""

import os
import re
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.engine.processes import ENVIRONMENT, STEERED, engine, soon, started
from tests.engine.runs import REFERENCES, make_job

pytest.importorskip("distributed")

HALO = 40  # small beside the scene, so that there is more than one window
WORDS = ("inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "classical", *REFERENCES, "--tile", "64",
         "--threads", "1")  # fmt: skip


@pytest.fixture(scope="module")
def scene_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scene")
    make_job(folder)
    return folder


@pytest.fixture(scope="module")
def alone(scene_folder):
    """The bytes and the hold-out figures of one process."""
    with run(scene_folder, "alone.tif") as process:
        figures = ended(process)[1][-1]["figures"]
    return (scene_folder / "alone.tif").read_bytes(), figures["holdout"]


def run(folder, output, *options, **steered):
    return engine(*WORDS, "-o", output, *options, cwd=folder, halo=HALO, **steered)


def ended(process):
    """(exit code, events) of a run, nothing of which is left."""
    code, events = process.end()
    assert soon(lambda: not session(process.pid)), session(process.pid)
    return code, events


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


@pytest.mark.slow
def test_one_of_two_workers_killed_the_bytes_are_those_of_one_process(scene_folder, alone):
    with run(scene_folder, "workers.tif", "--workers", "2") as process:
        process.until("filling")
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
    output = f"{way}.tif"
    with run(scene_folder, output, "--workers", "2", "--resume", control=True, hold="filling") as process:
        process.until("filling")
        assert len(workers_of(process)) == 2
        if way == "cancel":
            process.say("cancel")
        else:
            process.signal(signal.SIGKILL)
        assert ended(process)[0] == (5 if way == "cancel" else -signal.SIGKILL)
    with run(scene_folder, output, "--resume") as process:
        assert ended(process)[0] == 0
    assert (scene_folder / output).read_bytes() == alone[0]


def listened_on(pids):
    """The addresses on which some processes listen, as /proc writes them: hexadecimal, in the byte order of the CPU."""
    inodes = set()
    for pid in pids:
        for link in Path(f"/proc/{pid}/fd").iterdir():
            found = re.fullmatch(r"socket:\[(\d+)\]", str(link.readlink()))
            inodes |= {found[1]} if found else set()
    tables = [Path(f"/proc/net/{kind}").read_text().splitlines()[1:] for kind in ("tcp", "tcp6")]
    sockets = [line.split() for table in tables for line in table]
    return {one[1].partition(":")[0] for one in sockets if one[3] == "0A" and one[9] in inodes}


@pytest.mark.slow
def test_workers_of_this_machine_are_reached_from_nowhere_else(scene_folder):
    with run(scene_folder, "loopback.tif", "--workers", "2", control=True, hold="filling") as process:
        process.until("filling")
        assert listened_on(session(process.pid)) == {"0100007F"}
        process.say("cancel")
        assert ended(process)[0] == 5


@pytest.fixture
def dask(scene_folder):
    """A scheduler and two workers, started by hand; the address, and the workers."""
    with ExitStack() as stack:

        def start(*arguments):
            command = [sys.executable, "-m", "dask", *arguments]
            environment = {**ENVIRONMENT, "ENGINE_HALO": str(HALO)}
            return stack.enter_context(started(command, cwd=scene_folder, env=environment))

        scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        assert soon(lambda: re.search(r"Scheduler at: +tcp://[\d.]+:\d+", scheduler.stderr)), scheduler.stderr
        address = re.search(r"tcp://[\d.]+:\d+", scheduler.stderr)[0]
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--preload", STEERED)
        workers = [start("worker", address, *options) for _ in range(2)]
        for worker in workers:
            assert soon(lambda worker=worker: "Registered to" in worker.stderr), worker.stderr
        yield address, workers


@pytest.mark.slow
def test_a_scheduler_of_ones_own_and_a_worker_that_dies(scene_folder, alone, dask):
    address, workers = dask
    with run(scene_folder, "scheduler.tif", "--scheduler", address) as process:
        process.until("filling")
        workers[0].signal(signal.SIGKILL)
        assert ended(process)[0] == 0
    assert (scene_folder / "scheduler.tif").read_bytes() == alone[0]
    assert workers[1].process.poll() is None
    # the workers are free for the next run
    with run(scene_folder, "scheduler.tif", "--scheduler", address) as process:
        assert ended(process)[0] == 0
    assert (scene_folder / "scheduler.tif").read_bytes() == alone[0]


def test_no_scheduler_and_no_dask_are_said(scene_folder):
    with run(scene_folder, "none.tif", "--workers", "1", "--scheduler", "tcp://127.0.0.1:9") as process:
        code, events = ended(process)
    assert (code, events[-1]["code"]) == (2, "workers-and-scheduler")
    with run(scene_folder, "none.tif", "--workers", "1", without="dask") as process:
        code, events = ended(process)
    assert (code, events[-1]["code"]) == (4, "dask-missing")
    assert not (scene_folder / "none.tif.partial").exists()


@pytest.mark.slow
def test_a_scheduler_that_is_not_there_is_said(scene_folder):
    with run(scene_folder, "none.tif", "--scheduler", "tcp://127.0.0.1:9") as process:
        code, events = ended(process)
    assert (code, events[-1]["code"]) == (4, "scheduler-unreachable")
