"""When the context of a pool ends nothing of its work is under way, also where a signal comes in a thread's start."""

import threading
import time
from contextlib import suppress

import pytest

from geoinpaint_engine.raster.thread_pool import thread_pool
from tests.engine.processes import PATIENCE_S


class Signalled(BaseException):
    """As a signal's handler raises it in the main thread."""


@pytest.fixture
def interrupted_start(monkeypatch):
    start = threading.Thread.start

    def interrupted(thread):
        start(thread)
        raise Signalled

    monkeypatch.setattr(threading.Thread, "start", interrupted)


def test_a_thread_that_the_pool_does_not_know_is_waited_for(interrupted_start):
    closed, late, done = threading.Event(), [], []

    def read():
        for _ in range(20):
            late.extend([True] * closed.is_set())
            time.sleep(0.01)
        done.append(True)

    with pytest.raises(Signalled), thread_pool(2, name="read") as submit:
        submit(read)
    closed.set()
    time.sleep(0.3)
    assert done
    assert not late


def test_results_and_failures_come_through():
    with thread_pool(2, name="read") as submit:
        whole, broken = submit(divmod, 7, 2), submit(divmod, 7, 0)
        assert whole.result() == (3, 1)
        with pytest.raises(ZeroDivisionError):
            broken.result()


def test_what_has_not_begun_is_not_done():
    begun, given_up = [], threading.Event()

    def held(number):
        begun.append(number)
        given_up.wait(PATIENCE_S if number == 0 else 0)

    with suppress(Signalled), thread_pool(1, name="read") as submit:
        calls = [submit(held, number) for number in range(9)]
        calls[-1].add_done_callback(lambda _: given_up.set())  # called when it is taken back, too
        raise Signalled
    assert begun in ([], [0])  # the one thread may not have come to it
    assert all(call.cancelled() for call in calls[1:])
