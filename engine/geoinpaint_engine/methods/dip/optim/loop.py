"""The optimisation loop: steps that stay on the device, figures read out now and then, stopping, output averaging."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.dip.optim.adam import Adam
from geoinpaint_engine.methods.dip.optim.stopping import Never, Rule

# (step, steps, loss, figure of the stopping rule or None)
Progress = Callable[[int, int, float, float | None], None]


class Problem(Protocol):
    """What is optimised. Nothing in `noisy` and `loss` may wait for the device."""

    def parameters(self) -> Iterable[nn.Parameter]:
        """The weights to be found."""

    def noisy(self) -> Tensor:
        """The output of a step, from an input drawn anew."""

    def clean(self) -> Tensor:
        """The output to be kept, from the input without noise."""

    def loss(self, output: Tensor) -> Tensor:
        """What is made small: a scalar, from the output of a step."""


@dataclass(frozen=True)
class LoopOptions:
    """How the weights are found; the defaults are those of Czerkawski et al. 2022.

    Args:
        steps: at most.
        rate: Adam's learning rate.
        betas: Adam's decay rates.
        eps: Adam's stabilising term.
        average: decay of an exponential mean over the outputs of the steps, which then is the result; 0: no mean, the
            result is the output from the noise-free input (as published).
        every: steps between two reports.
        check: steps between two looks at the user's wishes.
    """

    steps: int = 4000
    rate: float = 2e-2
    betas: tuple[float, float] = (0.9, 0.999)
    eps: float = 1e-8
    average: float = 0.0
    every: int = 50
    check: int = 1


@dataclass(frozen=True)
class Outcome:
    """The output kept, and how it came about.

    Args:
        output: detached, on the problem's device.
        steps: steps done.
        losses: (step, loss) at each report.
        figures: (step, figure of the stopping rule) at each report.
        first_step_s: seconds from the call to the end of the first step.
        seconds: seconds of the whole loop.
    """

    output: Tensor
    steps: int
    losses: tuple[tuple[int, float], ...]
    figures: tuple[tuple[int, float], ...]
    first_step_s: float
    seconds: float


class Stepper:
    """One step after the other: forward, loss, backward, Adam, output average, without waiting for the device.

    Args:
        problem: what is optimised.
        options: how.
    """

    def __init__(self, problem: Problem, options: LoopOptions) -> None:
        self._problem = problem
        self._average_decay = options.average
        self._average: Tensor | None = None
        self._done = 0
        self._adam = Adam(problem.parameters(), rate=options.rate, betas=options.betas, eps=options.eps)

    def step(self) -> Tensor:
        """Takes one step; returns the loss before it, detached and still on the device."""
        self._adam.zero_grad()
        output = self._problem.noisy()
        loss = self._problem.loss(output)
        loss.backward()
        self._adam.step()
        self._done += 1
        if self._average_decay:
            self._average_in(output.detach())
        return loss.detach()

    def result(self) -> Tensor:
        """The output as it stands: the average where one is kept, else from the noise-free input."""
        if self._average is not None:
            # a mean that starts at zero is too small by this factor (as in Adam)
            return self._average / (1.0 - self._average_decay**self._done)
        return self._problem.clean()

    def _average_in(self, output: Tensor) -> None:
        if self._average is None:
            self._average = torch.zeros_like(output)
        self._average.lerp_(output, 1.0 - self._average_decay)


def optimise(
    problem: Problem,
    *,
    options: LoopOptions,
    rule: Rule | None = None,
    control: Control | None = None,
    progress: Progress | None = None,
    preview: Callable[[Tensor], None] | None = None,
    preview_s: float = 5.0,
) -> Outcome:
    """Runs the steps until the rule or the user ends them.

    Args:
        problem: what is optimised.
        options: how.
        rule: when to stop and what to keep; default: all steps, the last output.
        control: asked as often as the options say; `stop` keeps the best so far.
        progress: told at each report.
        preview: shown the output as it forms, at most every `preview_s` seconds.
        preview_s: seconds.

    Raises:
        Cancelled, ParentGone: as the control asks.
    """
    rule, control = rule or Never(), control or Control()
    started = time.perf_counter()
    first = 0.0
    shown = started
    stepper = Stepper(problem, options)
    losses: list[tuple[int, float]] = []
    figures: list[tuple[int, float]] = []
    looks = not isinstance(rule, Never)
    step = 0
    while step < options.steps:
        if step % options.check == 0:
            control.check()
            if control.stop_requested and step:
                break
        loss = stepper.step()
        step += 1
        first = first or time.perf_counter() - started
        ended = looks and step % rule.every == 0 and rule.look(stepper.result())
        if step % options.every == 0 or step in (1, options.steps) or ended:
            losses.append((step, float(loss)))
            if rule.figure is not None:
                figures.append((step, rule.figure))
            if progress is not None:
                progress(step, options.steps, losses[-1][1], rule.figure)
            if preview is not None and time.perf_counter() - shown >= preview_s:
                preview(stepper.result())
                shown = time.perf_counter()
        if ended:
            break
    output = rule.best if rule.best is not None else stepper.result()
    return Outcome(output, step, tuple(losses), tuple(figures), first, time.perf_counter() - started)
