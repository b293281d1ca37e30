"""Places for windows on GPUs: spread, waited for, halved when memory is short."""

import threading

import pytest
import torch

from geoinpaint_engine.errors import Cancelled
from geoinpaint_engine.methods.dip.device_slots import DeviceSlots, gpus

ONE, OTHER = torch.device("cuda:0"), torch.device("cuda:1")


def nothing():
    pass


def test_windows_are_spread_over_the_gpus():
    slots = DeviceSlots({ONE: 2, OTHER: 2})
    assert slots.total == 4
    with slots.slot(nothing) as first, slots.slot(nothing) as second, slots.slot(nothing), slots.slot(nothing):
        assert {first, second} == {ONE, OTHER}


def test_who_finds_no_place_waits_for_one():
    slots = DeviceSlots({ONE: 1})
    came = threading.Event()

    def wait():
        with slots.slot(nothing):
            came.set()

    with slots.slot(nothing):
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert not came.wait(0.3)
    waiting.join(5)
    assert came.is_set()


def test_who_waits_can_be_cancelled():
    def cancel():
        raise Cancelled

    slots = DeviceSlots({ONE: 1})
    with slots.slot(nothing), pytest.raises(Cancelled), slots.slot(cancel):
        pass


def test_places_are_halved_where_memory_is_short_until_a_window_is_alone():
    slots = DeviceSlots({ONE: 16, OTHER: 4})
    with slots.slot(nothing), slots.slot(nothing), slots.slot(nothing), slots.slot(nothing):
        assert slots.narrow(ONE)
        assert slots.total == 2 + 4
        # others that were under way fail too, and are not the last one for that
        assert slots.narrow(ONE)
        assert slots.narrow(ONE)
    with slots.slot(nothing) as device:
        assert device == OTHER
        assert not slots.narrow(OTHER)


def test_a_numbered_gpu_is_the_only_one():
    assert gpus(OTHER) == [OTHER]
