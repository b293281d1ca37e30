"""When an optimisation has gone far enough, and which of its outputs is kept."""

from __future__ import annotations

import math
from typing import Protocol

import torch
from torch import Tensor

RULES = ("never", "holdout", "variance")
LEVEL_STEPS = 300  # until the mean of the losses has forgotten that it began at nothing


class Rule(Protocol):
    """Watches outputs; told every `every` steps.

    Attributes:
        every: steps between two assessments.
        best: the output to keep, None while the last one is as good as any.
        figure: what was last measured, None where the rule measures nothing.
    """

    every: int
    best: Tensor | None
    figure: float | None

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Takes note of an output, and of the mean of the last losses (a scalar); True: going on is of no use."""


class Never:
    """Runs all steps and keeps the last output."""

    def __init__(self, every: int = 50) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Never ends."""
        return False


class LastStable:
    """Runs all steps and keeps the last output, or one a little before where the loss has just leapt up.

    At Adam's rate of 0.02 the loss leaps every few thousand steps, and takes some hundred to come down again: an output
    taken meanwhile is worse than it was before the leap. So of the outputs of the last steps the one is kept at which
    the mean of the losses was least.

    Args:
        steps: of the run.
        every: steps between two assessments.
        share: of the steps, the last ones, whose outputs may be kept.
    """

    def __init__(self, steps: int, *, every: int = 100, share: float = 0.25) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None
        self._idle = max(math.ceil((1.0 - share) * steps / every), math.ceil(LEVEL_STEPS / every))
        self._lowest = math.inf

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Keeps the output if the level of the losses is the lowest yet."""
        self._idle -= 1
        if self._idle < 0 and float(level) < self._lowest:
            self._lowest, self.best = float(level), output.clone()
        return False


class Holdout:
    """Keeps the output with the least error on hidden clear pixels; ends after `patience` looks without a better one.

    Args:
        target: what the output should be, in the output's own shape and unit.
        weight: 1 on the entries that decide, 0 elsewhere; same shape.
        every: steps between two assessments.
        patience: looks.
    """

    def __init__(self, target: Tensor, weight: Tensor, *, every: int = 25, patience: int = 40) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None
        self.lowest = math.inf
        self._target, self._weight, self._total = target, weight, weight.sum()
        self._patience, self._since = patience, 0

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Measures the RMSE on the deciding pixels."""
        square = (output - self._target).square().mul_(self._weight).sum() / self._total
        self.figure = math.sqrt(float(square))
        self._since += 1
        if self.figure < self.lowest:
            self.lowest, self.best, self._since = self.figure, output.clone(), 0
        return self._since >= self._patience


class Variance:
    """ES-WMV: ends once the variance of the last outputs has not fallen for long, and keeps the output at its least.

    Wang et al. 2021, "Early stopping for deep image prior": the variance within a moving window of `window` outputs
    falls while the image forms and rises once noise is fitted. It is taken on an even sample of the output's entries,
    which bounds the memory of the window.

    Args:
        window: outputs in the window.
        patience: steps without a lower variance after which it ends.
        every: steps between two outputs looked at.
        sample: most entries of an output that are kept.
    """

    def __init__(self, *, window: int = 100, patience: int = 1000, every: int = 1, sample: int = 16384) -> None:
        self.every = every
        self.best: Tensor | None = None
        self.figure: float | None = None
        self._lowest, self._since, self._patience = math.inf, 0, patience // every
        self._window, self._sample, self._count = window, sample, 0
        self._ring: Tensor | None = None

    def assess(self, output: Tensor, level: Tensor) -> bool:
        """Adds an output to the window; the variance itself is read out every tenth time."""
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
