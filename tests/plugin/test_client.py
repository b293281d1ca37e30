"""One run of the engine: the real one as far as its command line goes, and one that misbehaves in every known way."""

import itertools
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from geoinpaint_qgis.runner import client, diagnosis, environment
from geoinpaint_qgis.runner.platforms import current

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
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat").read_text() if Path(f"/proc/{pid}/stat").exists() else "gone"
    return ") Z " not in status


def gone(pid, seconds):
    until = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(pid)


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


def test_cancel_returns_at_once_and_a_healthy_engine_is_gone_within_a_second():
    pids = []
    begun = []

    def cancelled():
        pids.extend(child_pids())
        if pids and not begun:
            begun.append(time.monotonic())
        return bool(pids)

    outcome, _ = run("waits_for_wish", cancelled=cancelled)
    assert time.monotonic() - begun[0] < 0.2
    assert outcome.cancelled
    assert outcome.failure is None
    assert gone(pids[0], 1.0)
    assert client.wait_for_endings(1.0)


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
    begun = time.monotonic()
    assert client.wait_for_endings(4.0)
    assert time.monotonic() - begun < 2.5
    assert gone(told[0]["child"], 0.5)
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
    outcome, _ = run(scenario, silence_s=5)
    assert outcome.failure.code == "unreadable"
    assert client.wait_for_endings(4.0)


def test_silence_ends_the_run():
    outcome, _ = run("silent", silence_s=0.5)
    assert outcome.failure.code == "silent"
    assert client.wait_for_endings(4.0)


def test_pipes_held_by_a_child_do_not_hold_the_run():
    begun = time.monotonic()
    outcome, _ = run("child_holds_pipes")
    assert time.monotonic() - begun < 5
    assert outcome.failure is None


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
    gaps = [later - earlier for earlier, later in itertools.pairwise(calls)]
    assert len(calls) > 5
    assert max(gaps) < 0.2
    client.wait_for_endings(4.0)


def descriptors():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_no_thread_and_no_descriptor_is_left():
    run("healthy")
    before = descriptors()
    threads = threading.active_count()
    for _ in range(3):
        run("healthy")
        run("killed", "/tmp/never-made/x")
    assert descriptors() == before
    assert threading.active_count() == threads


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
