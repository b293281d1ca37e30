"""Places for windows on GPUs: spread, waited for, halved when memory is short."""

import threading

import pytest
import torch

from geoinpaint_engine.errors import Cancelled
from geoinpaint_engine.methods.dip.lanes import Lanes, gpus

ONE, OTHER = torch.device("cuda:0"), torch.device("cuda:1")


def nothing():
    pass


def test_windows_are_spread_over_the_gpus():
    lanes = Lanes({ONE: 2, OTHER: 2})
    assert lanes.total == 4
    with lanes.place(nothing) as first, lanes.place(nothing) as second, lanes.place(nothing), lanes.place(nothing):
        assert {first, second} == {ONE, OTHER}


def test_who_finds_no_place_waits_for_one():
    lanes = Lanes({ONE: 1})
    came = threading.Event()

    def wait():
        with lanes.place(nothing):
            came.set()

    with lanes.place(nothing):
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert not came.wait(0.3)
    waiting.join(5)
    assert came.is_set()


def test_who_waits_can_be_cancelled():
    def cancel():
        raise Cancelled

    lanes = Lanes({ONE: 1})
    with lanes.place(nothing), pytest.raises(Cancelled), lanes.place(cancel):
        pass


def test_places_are_halved_where_memory_is_short_until_a_window_is_alone():
    lanes = Lanes({ONE: 16, OTHER: 4})
    with lanes.place(nothing), lanes.place(nothing), lanes.place(nothing), lanes.place(nothing):
        assert lanes.narrow(ONE)
        assert lanes.total == 2 + 4
        # others that were under way fail too, and are not the last one for that
        assert lanes.narrow(ONE)
        assert lanes.narrow(ONE)
    with lanes.place(nothing) as device:
        assert device == OTHER
        assert not lanes.narrow(OTHER)


def test_a_numbered_gpu_is_the_only_one():
    assert gpus(OTHER) == [OTHER]
