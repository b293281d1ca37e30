"""One run of the engine: the real one as far as its command line goes, and one that misbehaves in every known way."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from geoinpaint_qgis.runner import client, diagnosis, environment
from geoinpaint_qgis.runner.platforms import current
from tests.plugin.waiting import PATIENCE_S, hung, wait

FAKE = str(Path(__file__).parent / "fake_engine.py")


def run(scenario, *arguments, **options):
    """Run a scenario of the fake engine; the events told are in the second value."""
    events = []
    outcome = client.run_engine(
        [sys.executable, "-u", FAKE, scenario, *map(str, arguments)],
        environ=os.environ,
        platform=current(),
        on_event=events.append,
        **options,
    )
    return outcome, events


def alive(pid):
    """Whether a process lives; one that nobody has asked for its exit code does not."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_events_arrive_in_order():
    outcome, events = run("healthy")
    assert [event["event"] for event in events] == ["started", *["progress"] * 3, "warning", "result"]
    assert outcome.failure is None
    assert not outcome.cancelled
    assert outcome.result["figures"] == {"filled_pixels": 3}
    assert [warning["code"] for warning in outcome.warnings] == ["some-warning"]


def test_stop_keeps_the_result():
    outcome, _ = run("waits_for_wish", stop_wanted=lambda: True)
    assert outcome.failure is None
    assert outcome.result["event"] == "result"


def test_error_event_is_told_in_its_own_words():
    outcome, _ = run("tells_error")
    assert outcome.failure.code == "mask-empty"
    assert outcome.failure.sentence() == "The mask covers nothing. Choose another mask."


def test_a_healthy_engine_that_is_cancelled_ends_by_itself():
    pids = []

    def cancelled():
        pids.extend(child_pids())
        return bool(pids)

    outcome, _ = run("waits_for_wish", cancelled=cancelled)
    assert outcome.cancelled
    assert outcome.failure is None
    wait(lambda: not alive(pids[0]))
    assert client.wait_for_endings(PATIENCE_S)


def test_the_waits_for_an_engine_s_end_are_those_that_are_promised():
    assert client.POLL_S <= 0.1  # a cancelled task ends within 0.2 s
    assert client.GRACE_S <= 1.0
    assert client.HARD_S <= 2.0


def child_pids():
    me = os.getpid()
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == me:
            found.append(int(entry.parent.name))
    return found


def test_engine_that_refuses_to_die_is_gone_with_its_children_and_work_folder(tmp_path):
    """The run returns at once all the same."""
    partial = tmp_path / "out.tif.partial"
    told = []

    def cancelled():
        return bool(told)

    outcome = client.run_engine(
        [sys.executable, "-u", FAKE, "refuses_to_die", str(partial)],
        environ=os.environ,
        platform=current(),
        on_event=told.append,
        cancelled=cancelled,
        leftovers=[str(partial)],
    )
    assert outcome.cancelled
    assert partial.exists()
    assert client.wait_for_endings(PATIENCE_S)
    wait(lambda: not alive(told[0]["child"]))
    assert not partial.exists()


def test_killed_in_mid_run_is_one_clear_failure_and_leaves_no_work_folder(tmp_path):
    partial = tmp_path / "out.tif.partial"
    outcome, _ = run("killed", partial, leftovers=[str(partial)])
    assert outcome.result is None
    assert outcome.failure.code == "killed"
    assert "memory" in outcome.failure.sentence()
    assert not partial.exists()


def test_garbage_between_events_is_kept_for_the_log():
    outcome, events = run("garbage")
    assert [event["event"] for event in events] == ["started", "result"]
    assert outcome.failure is None
    assert "not json" in outcome.log


@pytest.mark.parametrize("scenario", ["garbage_flood", "garbage_line"])
def test_nothing_but_garbage_ends_the_run(scenario):
    outcome, _ = run(scenario)
    assert outcome.failure.code == "unreadable"
    assert client.wait_for_endings(PATIENCE_S)


def test_silence_ends_the_run():
    outcome, _ = run("silent", silence_s=0.5)
    assert outcome.failure.code == "silent"
    assert client.wait_for_endings(PATIENCE_S)


def test_pipes_held_by_a_child_do_not_hold_the_run():
    outcome, events = run("child_holds_pipes")
    assert outcome.failure is None
    assert alive(events[0]["child"])
    os.kill(events[0]["child"], signal.SIGKILL)


@pytest.mark.parametrize(
    ("scenario", "code"),
    [("missing_module", "module-missing"), ("missing_torch", "torch-missing"), ("no_result", "no-result")],
)
def test_failure_without_an_error_event_is_explained(scenario, code):
    outcome, _ = run(scenario)
    assert outcome.failure.code == code
    assert outcome.failure.message.endswith(".")


def test_a_crash_after_the_result_does_not_lose_it():
    outcome, _ = run("crash_after_result")
    assert outcome.failure is None
    assert outcome.result is not None


def test_python_that_is_not_there():
    outcome = client.run_engine(
        ["/no/such/python"], environ=os.environ, platform=current(), on_event=lambda event: None
    )
    assert outcome.failure.code == "not-started"
    assert "/no/such/python" in outcome.failure.message


def test_idle_is_called_often_enough_for_an_event_loop():
    calls = []

    def idle():
        calls.append(time.monotonic())

    run("silent", silence_s=1.0, idle=idle)
    assert len(calls) > 5
    assert hung(calls) < 0.5
    assert client.wait_for_endings(PATIENCE_S)


def descriptors():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_no_thread_and_no_descriptor_is_left(tmp_path):
    run("healthy")
    assert client.wait_for_endings(PATIENCE_S)  # of tests before this one
    before = descriptors(), threading.active_count()
    for _ in range(3):
        run("healthy")
        run("killed", tmp_path / "partial")
    assert client.wait_for_endings(PATIENCE_S)
    wait(lambda: (descriptors(), threading.active_count()) == before)


def test_old_python_and_missing_package_are_told_by_the_launcher(tmp_path):
    """The engine's folder is empty: the launcher itself must say so as an event."""
    outcome = client.run_engine(
        environment.engine_command(sys.executable, ["info", "--json"], engine=tmp_path),
        environ=os.environ,
        platform=current(),
        on_event=lambda event: None,
    )
    assert outcome.failure.code == "module-missing"
    assert "geoinpaint_engine" in outcome.failure.message
    old = (
        "import sys; sys.version_info = (3, 8, 1, 'final', 0); sys.argv = ['launch', 'x'];"
        f"sys.path.insert(0, {str(Path(environment.HERE))!r}); import launch; launch.main()"
    )
    outcome = client.run_engine(
        [sys.executable, "-c", old], environ=os.environ, platform=current(), on_event=lambda event: None
    )
    assert outcome.failure.code == "python-too-old"
    assert outcome.failure.action == "choose-python"


def test_every_sentence_of_a_failure_ends_well():
    for found in (diagnosis.no_engine(), diagnosis.silent(600, ""), diagnosis.unreadable("")):
        assert found.message.endswith(".")
        assert found.remedy.endswith(".")
