"""Learning rate schedules."""

from __future__ import annotations

import math

import torch


def cosine_rate(step: int, steps: int, rate: float, *, warmup: float = 0.05, floor: float = 0.01) -> float:
    """Linear warm-up over the first part of the steps, then a half cosine down to `floor` * rate."""
    begin = max(1, round(warmup * steps))
    if step < begin:
        return rate * (step + 1) / begin
    progress = (step - begin) / max(1, steps - begin)
    return rate * (floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * progress)))


def set_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Sets the learning rate of an optimiser."""
    for group in optimizer.param_groups:
        group["lr"] = rate
