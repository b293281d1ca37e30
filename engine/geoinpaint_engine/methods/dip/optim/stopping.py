"""Stopping rules: when the optimisation ends, and which of its outputs is kept."""

from __future__ import annotations

import math
from typing import Protocol

import torch
from torch import Tensor

RULES = ("never", "holdout", "variance")
LEVEL_STEPS = 300  # steps until the exponential mean of the losses no longer depends on its initial value


class Rule(Protocol):
    """Assesses the output every `every` steps.

    Attributes:
        every: steps between two assessments.
        best: the output to keep, None for the last one.
        figure: the last measurement, None if the rule measures nothing.
    """

    every: int
    best: Tensor | None
    figure: float | None

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Assesses an output, given the exponential mean of the losses (a scalar); returns whether to end."""


class Never:
    """Runs all steps and keeps the last output."""

    def __init__(self, every: int = 50) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Returns False."""
        return False


class LastStable:
    """Runs all steps and keeps the last output, or a slightly earlier one if the loss has just spiked.

    At Adam's rate of 0.02 the loss spikes every few thousand steps, and takes some hundred steps to recover; the
    outputs in between are worse than before the spike. So the output is kept at which the mean of the losses was
    lowest, among the last steps.

    Args:
        steps: steps of the run.
        every: steps between two assessments.
        share: share of the steps, at the end, whose outputs may be kept.
    """

    def __init__(self, steps: int, *, every: int = 100, share: float = 0.25) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None
        self._ignored = max(math.ceil((1.0 - share) * steps / every), math.ceil(LEVEL_STEPS / every))
        self._lowest = math.inf

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Keeps the output if the level of the losses is the lowest so far."""
        self._ignored -= 1
        if self._ignored < 0 and float(level) < self._lowest:
            self._lowest, self.best = float(level), output.clone()
        return False


class Holdout:
    """Keeps the output with the least error on hidden clear pixels; ends when it has not improved for long.

    Args:
        target: the true output, in the shape and unit of the output.
        weight: 1 at the hidden clear pixels, else 0; same shape.
        every: steps between two assessments.
        patience: number of assessments without improvement.
    """

    def __init__(self, target: Tensor, weight: Tensor, *, every: int = 25, patience: int = 40) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None
        self.lowest = math.inf
        self._target, self._weight, self._total = target, weight, weight.sum()
        self._patience, self._since = patience, 0

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Measures the RMSE on the hidden pixels."""
        square = (output - self._target).square().mul_(self._weight).sum() / self._total
        self.figure = math.sqrt(float(square))
        self._since += 1
        if self.figure < self.lowest:
            self.lowest, self.best, self._since = self.figure, output.clone(), 0
        return self._since >= self._patience


class Variance:
    """ES-WMV: keeps the output at the least variance of recent outputs; ends when it has not fallen for long.

    Wang et al. 2021, "Early stopping for deep image prior": the variance within a moving window of outputs falls while
    the image forms, and rises once noise is fitted. It is computed on an even sample of the output's entries, which
    bounds memory.

    Args:
        window: number of outputs in the window.
        patience: steps without a lower variance after which the optimisation ends.
        every: steps between the outputs in the window.
        sample: number of entries sampled per output at most.
    """

    def __init__(self, *, window: int = 100, patience: int = 1000, every: int = 1, sample: int = 16384) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None
        self._lowest, self._since, self._patience = math.inf, 0, patience // every
        self._window, self._sample, self._count = window, sample, 0
        self._ring: Tensor | None = None

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Adds an output to the window; measures the variance every tenth time."""
        flat = output.flatten()
        flat = flat[:: max(1, math.ceil(flat.numel() / self._sample))]
        if self._ring is None:
            self._ring = torch.zeros(self._window, flat.numel(), device=output.device)
        self._ring[self._count % self._window] = flat
        self._count += 1
        self._since += 1
        if self._count >= self._window and self._count % 10 == 0:
            self.figure = float(self._ring.var(dim=0, unbiased=False).mean())
            if self.figure < self._lowest:
                self._lowest, self.best, self._since = self.figure, output.clone(), 0
        return self._since >= self._patience
