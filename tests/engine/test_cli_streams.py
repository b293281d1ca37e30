"""The command line's streams and signals: readers that go away, streams that are closed, signals at odd moments."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.engine.processes import ENGINE, ENVIRONMENT, FILL, ROOT, engine, shell, started


def test_a_reader_that_goes_away(job_files):
    folder = job_files[0]
    assert shell(f"$E {' '.join(FILL)} -o o.tif --json | head -1; exit ${{PIPESTATUS[0]}}", folder)[0] == 0
    assert (folder / "o.tif").exists()
    assert shell("$E info --json | true; exit ${PIPESTATUS[0]}", folder)[0] == 0
    assert shell("$E info | true; exit ${PIPESTATUS[0]}", folder)[0] == 0
    assert shell("$E info none.tif --json | true; exit ${PIPESTATUS[0]}", folder)[0] == 3
    assert shell("$E inpaint --json | true; exit ${PIPESTATUS[0]}", folder)[0] == 2


def test_streams_that_are_closed(job_files):
    folder = job_files[0]
    for number, closing in enumerate((">&-", "2>&-", "<&-", ">&- 2>&- <&-", ">/dev/full", "--json >/dev/full")):
        assert shell(f"$E {' '.join(FILL)} -o {number}.tif {closing}", folder)[0] == 0, closing
    first = (folder / "0.tif").read_bytes()
    assert all((folder / f"{number}.tif").read_bytes() == first for number in range(6))
    assert shell("$E info none.tif 2>&-", folder)[0] == 3
    # who asks for control has a parent that holds stdin open
    code, stdout, _ = shell(f"$E {' '.join(FILL)} -o c.tif --json --control <&-", folder)
    assert (code, json.loads(stdout.splitlines()[-1])["code"]) == (6, "parent-gone")
    assert not (folder / "c.tif").exists()


def test_stdin_that_is_no_text(job_files):
    with engine(*FILL, "-o", "c.tif", cwd=job_files[0], control=True, hold="filling") as run:
        run.until("filling")
        os.write(run.process.stdin.fileno(), b"\xff\xfe\n")
        run.say("cancel")
        code, events = run.end()
        assert (code, events[-1]["code"]) == (5, "cancelled")
        assert "unknown control word" in run.stderr


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_in_the_middle_of_the_imports(tmp_path, number, code):
    """Whenever it comes after Python itself has started, there is one line and no traceback."""
    slow = {**ENVIRONMENT, "PYTHONPATH": f"{tmp_path}:{ROOT / 'engine'}"}
    # a module that the command line imports first, made slow
    (tmp_path / "click.py").write_text("import sys, time\nprint('\"here\"', flush=True)\ntime.sleep(600)\n")
    for more in ([], ["--json"]):
        with started([*ENGINE, "info", "none.tif", *more], env=slow) as run:
            assert next(iter(run)) == "here"
            run.signal(number)
            assert run.end()[0] == code
            assert [event["code"] for event in run.events[1:]] == (["interrupted"] if more else [])
            said = run.stderr.splitlines()
        assert len(said) == (0 if more else 1)
        assert all("interrupted" in line for line in said)


@pytest.mark.parametrize(("given", "policy"), [(None, "passive"), ("active", "active")])
def test_threads_that_wait_leave_their_core_to_others(given, policy):
    """Two runs on the same cores took more than twice as long as one after the other."""
    code = (
        "import os\n"
        "from geoinpaint_engine.cli.bootstrap import guard\n"
        "guard()\n"
        "print(os.environ.get('OMP_WAIT_POLICY'))\n"
    )
    environment = {k: v for k, v in ENVIRONMENT.items() if k != "OMP_WAIT_POLICY"}
    environment |= {} if given is None else {"OMP_WAIT_POLICY": given}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"{policy}\n"


def test_a_worker_keeps_its_own_signals(tmp_path):
    """Workers import the main module once more; how they end is up to who started them."""
    (tmp_path / "main.py").write_text(
        "import multiprocessing, signal\n"
        "from geoinpaint_engine.cli.bootstrap import guard\n"
        "guard()\n"
        "def show(queue):\n"
        "    queue.put(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)\n"
        "if __name__ == '__main__':\n"
        "    context = multiprocessing.get_context('spawn')\n"
        "    queue = context.Queue()\n"
        "    process = context.Process(target=show, args=(queue,))\n"
        "    process.start()\n"
        "    print(queue.get(timeout=300), signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)\n"
        "    process.join()\n"
    )
    done = subprocess.run([sys.executable, "main.py"], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.stdout == "True False\n", done.stderr
