"""Several GPUs: one process each, started by torchrun, tied together by DistributedDataParallel."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from geoinpaint_engine.methods.device import choose_device


@dataclass(frozen=True)
class Processes:
    """One process among those of a training: its number, how many there are, its device."""

    rank: int = 0
    count: int = 1
    device: str = "cpu"

    @property
    def first(self) -> bool:
        """Whether this is the one that logs and saves."""
        return self.rank == 0

    @property
    def wrap(self) -> Callable[[nn.Module], nn.Module]:
        """What averages a module's gradients over the processes."""
        if self.count == 1:
            return lambda module: module
        # each process keeps its own running statistics; those of the first are saved
        return lambda module: DistributedDataParallel(module, broadcast_buffers=False)

    def agreed(self, wish: bool) -> bool:
        """The first process's answer, for all of them."""
        if self.count == 1:
            return wish
        answer = torch.tensor([float(wish)], device=self.device)
        dist.broadcast(answer, 0)
        return bool(answer.item())


def join_processes(device: str) -> Processes:
    """Join the processes that torchrun started (WORLD_SIZE and its like are set), or stand alone.

    Raises:
        ResourceError: `device-unavailable`.
        UsageError: `device-unknown`.
    """
    device = str(choose_device(device))
    count = int(os.environ.get("WORLD_SIZE", "1"))
    if count == 1:
        return Processes(device=device)
    cuda = device.startswith("cuda")
    rank, local = int(os.environ["RANK"]), int(os.environ.get("LOCAL_RANK", "0"))
    if not dist.is_initialized():
        dist.init_process_group("nccl" if cuda else "gloo")
    return Processes(rank, count, f"cuda:{local}" if cuda else device)


def leave_processes(processes: Processes) -> None:
    """Part with the others."""
    if processes.count > 1:
        dist.destroy_process_group()
