"""Where windows are optimised: as many at the same time on each GPU as its memory holds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch

# Measured (docs/paper-preset.md): more windows at a time than this bring a card nothing more.
MOST = 16
# What a window takes of a card's memory, and what is left to others: by pixel, at 8 channels, with its recorded step.
BYTES_PER_PIXEL = 5000
SHARE = 0.85
POLL_S = 0.1


class DeviceSlots:
    """Slots for windows on one or several devices; a window waits for one and keeps it until it is done.

    Args:
        slots: device to the number of windows that it takes at the same time.
    """

    def __init__(self, slots: dict[torch.device, int]) -> None:
        self._slots = dict(slots)
        self._taken = dict.fromkeys(slots, 0)
        self._changed = threading.Condition()

    @property
    def total(self) -> int:
        """Windows at the same time."""
        return sum(self._slots.values())

    @contextmanager
    def slot(self, check: Callable[[], None]) -> Iterator[torch.device]:
        """Waits for a slot on the device with most of them free; `check` is called now and then, and may raise."""
        with self._changed:
            while True:
                device = max(self._slots, key=lambda one: self._slots[one] - self._taken[one])
                if self._taken[device] < self._slots[device]:
                    break
                self._changed.wait(POLL_S)
                check()
            self._taken[device] += 1
        try:
            yield device
        finally:
            with self._changed:
                self._taken[device] -= 1
                self._changed.notify_all()

    def narrow(self, device: torch.device) -> bool:
        """Halves the slots of a device that is full, from one of them; False where its window has it for itself."""
        with self._changed:
            taken = self._taken[device]
            self._slots[device] = max(1, min(self._slots[device], taken // 2))
            return taken > 1


def slots_on(devices: Sequence[torch.device], *, pixels: int) -> DeviceSlots:
    """The slots on GPUs.

    Args:
        devices: the GPUs.
        pixels: of the largest window, as padded for the network.
    """
    return DeviceSlots({device: _held(device, pixels) for device in devices})


def gpus(device: torch.device) -> Sequence[torch.device]:
    """The GPUs that "cuda" or "cuda:1" stands for."""
    if str(device) != "cuda":
        return [device]
    return [torch.device("cuda", number) for number in range(torch.cuda.device_count())]


def _held(device: torch.device, pixels: int) -> int:
    free, _ = torch.cuda.mem_get_info(device)
    return max(1, min(MOST, int(free * SHARE) // (BYTES_PER_PIXEL * pixels)))
