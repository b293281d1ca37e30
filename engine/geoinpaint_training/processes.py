"""Training on several GPUs: one process each, started by torchrun, synchronised by DistributedDataParallel."""

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
    """One of the processes of a training: its number, their count, and its device."""

    rank: int = 0
    count: int = 1
    device: str = "cpu"

    @property
    def first(self) -> bool:
        """Whether this process logs and saves."""
        return self.rank == 0

    @property
    def wrap(self) -> Callable[[nn.Module], nn.Module]:
        """The function that wraps a module to average gradients over the processes."""
        if self.count == 1:
            return lambda module: module
        # running statistics are not synchronised; those of the first process are saved
        return lambda module: DistributedDataParallel(module, broadcast_buffers=False)

    def agreed(self, decision: bool) -> bool:
        """Broadcasts the first process's decision to all."""
        if self.count == 1:
            return decision
        message = torch.tensor([float(decision)], device=self.device)
        dist.broadcast(message, 0)
        return bool(message.item())


def join_processes(device: str) -> Processes:
    """Joins the processes started by torchrun (if WORLD_SIZE and related variables are set); else a single process.

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
    """Leaves the process group."""
    if processes.count > 1:
        dist.destroy_process_group()
