"""The optimisation loop: steps without device synchronisation, periodic reports, stopping rules, output averaging."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn

from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.dip.optim.adam import Adam
from geoinpaint_engine.methods.dip.optim.graph import GraphedCall, own_stream, wait_asleep
from geoinpaint_engine.methods.dip.optim.stopping import Never, Rule

LEVEL = 0.05  # weight of the last step in the exponential mean of the losses

# (step, steps, loss, figure of the stopping rule or None)
Progress = Callable[[int, int, float, float | None], None]


class Problem(Protocol):
    """An optimisation problem. `noisy` and `loss` must not synchronise with the device; all tensors stay in place."""

    @property
    def generator(self) -> torch.Generator | None:
        """Source of the random numbers in `noisy`, or None."""

    def parameters(self) -> Iterable[nn.Parameter]:
        """The weights to optimise."""

    def noisy(self) -> Tensor:
        """The output of a step, from an input with new noise."""

    def clean(self) -> Tensor:
        """The output to keep, from the input without noise."""

    def loss(self, output: Tensor) -> Tensor:
        """The loss, a scalar, of the output of a step."""


@dataclass(frozen=True)
class LoopOptions:
    """Settings of the optimisation; the defaults are those of Czerkawski et al. 2022.

    Args:
        steps: number of steps at most.
        rate: Adam's learning rate.
        betas: Adam's decay rates.
        eps: Adam's epsilon.
        average: decay of an exponential mean over the outputs of all steps, which becomes the result; 0: no mean, the
            result is the output from the noise-free input (as published).
        every: steps between reports.
        check: steps between checks of the user's requests.
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
    """The resulting output, and the course of the optimisation.

    Args:
        output: the output, detached, on the problem's device.
        steps: number of steps done.
        losses: (step, loss) at each report.
        figures: (step, figure of the stopping rule) at each report.
        first_step_s: seconds until the end of the first step.
        seconds: seconds of the whole loop.
    """

    output: Tensor
    steps: int
    losses: tuple[tuple[int, float], ...]
    figures: tuple[tuple[int, float], ...]
    first_step_s: float
    seconds: float


class Step:
    """One step on the device: forward, loss, backward, Adam, output average; without device synchronisation.

    `advance` and `show` access tensors that stay in place, and do the same in every call, so that they can be captured.

    Args:
        problem: the optimisation problem.
        options: settings.

    Attributes:
        loss: scalar, the loss before the last `advance`.
        level: scalar, exponential mean of the losses over about the last 1 / `LEVEL` steps.
        average: exponential mean of the outputs, not yet bias-corrected; None if none is kept.
        shown: the output of the last `show`, None before the first.
    """

    def __init__(self, problem: Problem, options: LoopOptions) -> None:
        weights = list(problem.parameters())
        self.problem, self.device, self._decay = problem, weights[0].device, options.average
        self.loss = torch.zeros((), device=self.device)
        self.level = torch.zeros((), device=self.device)
        self.average: Tensor | None = None
        self.shown: Tensor | None = None
        self._adam = Adam(weights, rate=options.rate, betas=options.betas, eps=options.eps)

    def advance(self) -> None:
        """Updates the weights once."""
        self._adam.zero_grad()
        output = self.problem.noisy()
        loss = self.problem.loss(output)
        loss.backward()
        self._adam.step()
        if self._decay:
            if self.average is None:
                self.average = torch.zeros_like(output)
            self.average.lerp_(output.detach(), 1.0 - self._decay)
        self.loss.copy_(loss.detach())
        self.level.lerp_(self.loss, LEVEL)

    def show(self) -> None:
        """Computes the output from the noise-free input."""
        output = self.problem.clean()
        if self.shown is None:
            self.shown = torch.empty_like(output)
        self.shown.copy_(output)


class Stepper:
    """Takes steps; on a GPU, they are replayed as a CUDA graph after the first few.

    Args:
        problem: the optimisation problem.
        options: settings.
        failed: called with the reason if a step cannot be captured.
    """

    def __init__(self, problem: Problem, options: LoopOptions, *, failed: Callable[[str], None] | None = None) -> None:
        self._step, self._decay, self._done = Step(problem, options), options.average, 0
        device = self._step.device
        self._advance = GraphedCall(self._step.advance, device=device, generator=problem.generator, failed=failed)
        self._show = GraphedCall(self._step.show, device=device, failed=failed)

    def step(self) -> Tensor:
        """Takes one step; returns the loss before it: detached, on the device, overwritten by the next step."""
        self._advance()
        self._done += 1
        return self._step.loss

    @property
    def device(self) -> torch.device:
        """The device that the steps run on."""
        return self._step.device

    @property
    def level(self) -> Tensor:
        """Exponential mean of the losses, on the device; overwritten by the next step."""
        return self._step.level

    def result(self) -> Tensor:
        """The current output: the average if one is kept, else from the noise-free input.

        It is overwritten by the next call.
        """
        if self._step.average is not None:
            # bias correction of a mean that starts at zero (as in Adam)
            return self._step.average / (1.0 - self._decay**self._done)
        self._show()
        if self._step.shown is None:
            raise AssertionError("show has not set an output")
        return self._step.shown


def optimise(
    problem: Problem,
    *,
    options: LoopOptions,
    rule: Rule | None = None,
    control: Control | None = None,
    progress: Progress | None = None,
    preview: Callable[[Tensor], None] | None = None,
    preview_s: float = 5.0,
    failed: Callable[[str], None] | None = None,
    between: Callable[[], None] | None = None,
) -> Outcome:
    """Runs steps until the rule or the user ends the optimisation.

    Args:
        problem: the optimisation problem.
        options: settings.
        rule: when to stop and which output to keep; default: all steps, the last output.
        control: the user's requests, checked as often as the options say; `stop` keeps the best output so far.
        progress: called at each report.
        preview: called with the current output, at reports, at most every `preview_s` seconds.
        preview_s: shortest interval between previews in seconds.
        failed: called with the reason if a step cannot be captured as a CUDA graph.
        between: called before each step.

    Raises:
        Cancelled, ParentGone: raised by the control.
    """
    weight = next(iter(problem.parameters()))
    with own_stream(weight.device):
        return _optimise(
            Stepper(problem, options, failed=failed), options, rule or Never(), control or Control(),
            progress=progress, preview=preview, preview_s=preview_s, between=between or (lambda: None),
        )  # fmt: skip


def _optimise(
    stepper: Stepper,
    options: LoopOptions,
    rule: Rule,
    control: Control,
    *,
    progress: Progress | None,
    preview: Callable[[Tensor], None] | None,
    preview_s: float,
    between: Callable[[], None],
) -> Outcome:
    started = time.perf_counter()
    first_step_s = 0.0
    preview_at = started
    losses: list[tuple[int, float]] = []
    figures: list[tuple[int, float]] = []
    assesses = not isinstance(rule, Never)
    step = 0
    while step < options.steps:
        if step % options.check == 0:
            control.check()
            if control.stop_requested and step:
                break
        between()
        loss = stepper.step()
        step += 1
        first_step_s = first_step_s or time.perf_counter() - started
        ended = assesses and step % rule.every == 0 and rule.assess(stepper.result(), stepper.level)
        if step % options.every == 0 or step in (1, options.steps) or ended:
            wait_asleep(stepper.device)
            losses.append((step, float(loss)))
            if rule.figure is not None:
                figures.append((step, rule.figure))
            if progress is not None:
                progress(step, options.steps, losses[-1][1], rule.figure)
            if preview is not None and time.perf_counter() - preview_at >= preview_s:
                preview(stepper.result())
                preview_at = time.perf_counter()
        if ended:
            break
    output = rule.best if rule.best is not None else stepper.result()
    return Outcome(output, step, tuple(losses), tuple(figures), first_step_s, time.perf_counter() - started)
