"""Limits the number of windows that are optimised at the same time on each GPU, by its memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch

# Measured (docs/paper-preset.md): more windows at a time do not increase the throughput of a GPU.
MOST = 16
BYTES_PER_PIXEL = 5000  # GPU memory of a window with 8 channels, including its captured CUDA graphs
SHARE = 0.85  # of the free memory; the rest is left to others
POLL_S = 0.1  # interval of calling `check` while waiting


class DeviceSlots:
    """Slots for windows on one or several devices; a window holds a slot while it is optimised.

    Args:
        slots: number of simultaneous windows by device.
    """

    def __init__(self, slots: dict[torch.device, int]) -> None:
        self._slots = dict(slots)
        self._taken = dict.fromkeys(slots, 0)
        self._changed = threading.Condition()

    @property
    def total(self) -> int:
        """Number of windows that run at the same time."""
        return sum(self._slots.values())

    @contextmanager
    def slot(self, check: Callable[[], None]) -> Iterator[torch.device]:
        """Waits for a slot on the device with most free slots; calls `check` repeatedly, which may raise."""
        with self._changed:
            while True:
                device = max(self._slots, key=lambda candidate: self._slots[candidate] - self._taken[candidate])
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
        """Halves the slots of a device that ran out of memory; False if only one window was running on it."""
        with self._changed:
            taken = self._taken[device]
            self._slots[device] = max(1, min(self._slots[device], taken // 2))
            return taken > 1


def slots_on(devices: Sequence[torch.device], *, pixels: int) -> DeviceSlots:
    """Slots of GPUs, by their free memory.

    Args:
        devices: the GPUs.
        pixels: size of the largest window, as padded for the network.
    """
    return DeviceSlots({device: _slots_by_memory(device, pixels) for device in devices})


def gpus(device: torch.device) -> Sequence[torch.device]:
    """The GPUs that a device such as "cuda" (all of them) or "cuda:1" stands for."""
    if str(device) != "cuda":
        return [device]
    return [torch.device("cuda", number) for number in range(torch.cuda.device_count())]


def _slots_by_memory(device: torch.device, pixels: int) -> int:
    free, _ = torch.cuda.mem_get_info(device)
    return max(1, min(MOST, int(free * SHARE) // (BYTES_PER_PIXEL * pixels)))
