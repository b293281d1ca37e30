"""Optimises the network for one chip: from its stack of channels to the network's output in DN."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.device import autocast
from geoinpaint_engine.methods.dip.network import MULTIPLE, SMALLEST, Hourglass, layout_of, meshgrid
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions, Outcome, Progress, optimise
from geoinpaint_engine.methods.dip.optim.stopping import RULES, Holdout, LastStable, Rule, Variance
from geoinpaint_engine.methods.dip.stacks import Stack, pad_to, padded_side

NOISE = 0.1


@dataclass(frozen=True)
class DipOptions:
    """Settings of the optimisation of a chip; the defaults are the paper's.

    Args:
        loop: settings of the loop: steps, Adam, averaging.
        noise: standard deviation of the Gaussian noise added to the input at each step.
        stop: stopping rule: never, holdout or variance.
        precision: auto, fp32 or bf16.
        compiled: use torch.compile, which needs a compiler and pays off over thousands of steps.
    """

    loop: LoopOptions = field(default_factory=LoopOptions)
    noise: float = NOISE
    stop: str = "never"
    precision: str = "auto"
    compiled: bool = False


@dataclass(frozen=True)
class Fit:
    """The scene as the network reconstructs it, in the hole and outside.

    Args:
        scene: (bands, rows, cols) float32 DN.
        outcome: steps, losses, times; `first_step_s` includes the set-up.
    """

    scene: np.ndarray
    outcome: Outcome


class StackProblem:
    """The optimisation of a stack, see `Problem`.

    Args:
        target: (channels, rows, cols) on the device; sides are multiples of 64, at least 128.
        weight: same shape, 1 where the target counts in the loss.
        residual: whether the network's output is a difference.
        generator: source of initial weights and noise, on the device (any device for "meta").
        noise: standard deviation of the input noise.
        precision: auto, fp32 or bf16.
        compiled: use torch.compile.
    """

    def __init__(
        self,
        target: Tensor,
        weight: Tensor,
        *,
        residual: bool,
        generator: torch.Generator,
        noise: float = NOISE,
        precision: str = "auto",
        compiled: bool = False,
    ) -> None:
        device = target.device
        channels, rows, cols = target.shape
        self.network = Hourglass(channels, residual=residual, device=device, generator=generator)
        layout = layout_of(device, rows, cols)
        self.target = target[None].contiguous(memory_format=layout)
        self.weight = weight[None].contiguous(memory_format=layout)
        self._scale = 1.0 / self.weight.sum()
        self._grid = meshgrid(rows, cols, device=device).contiguous(memory_format=layout)
        self._input = torch.empty_like(self._grid)
        self._noise, self.generator = noise, generator
        self._device, self._precision = device, precision
        self._run: Callable[[Tensor], Tensor] = torch.compile(self.network) if compiled else self.network

    def parameters(self) -> list[nn.Parameter]:
        """The network's weights."""
        return list(self.network.parameters())

    def noisy(self) -> Tensor:
        """The output (1, channels, rows, cols) from the input with new noise."""
        self._input.normal_(0.0, self._noise, generator=self.generator).add_(self._grid)
        return self._forward(self._input)

    @torch.no_grad()
    def clean(self) -> Tensor:
        """The output from the input without noise; batch norm uses the statistics of this very image."""
        return self._forward(self._grid)

    def loss(self, output: Tensor) -> Tensor:
        """Mean squared error over the weighted entries."""
        return (output - self.target).square_().mul_(self.weight).sum() * self._scale

    def _forward(self, x: Tensor) -> Tensor:
        with autocast(self._device, self._precision):
            return self._run(x).float()


def fit_stack(
    stack: Stack,
    *,
    options: DipOptions,
    device: torch.device,
    seed: int,
    deciding: tuple[np.ndarray, np.ndarray] | None = None,
    control: Control | None = None,
    progress: Progress | None = None,
    preview: Callable[[np.ndarray], None] | None = None,
    preview_s: float = 5.0,
    failed: Callable[[str], None] | None = None,
    between: Callable[[], None] | None = None,
) -> Fit:
    """Optimises a network to reproduce a stack, and returns the scene that it generates.

    Args:
        stack: target, weight, and decoding of the output.
        options: settings.
        device: device to run on.
        seed: seed of weights and noise.
        deciding: for `stop="holdout"`: (bands, rows, cols) DN of the scene, and (rows, cols) bool of the hidden clear
            pixels on which the stopping rule measures the error.
        control: the user's requests.
        progress: called with (step, steps, loss, figure): hold-out RMSE in DN, variance, or None.
        preview: called with (bands, rows, cols) DN of the current output, at reports, at most every `preview_s`
            seconds.
        preview_s: shortest interval between previews in seconds.
        failed: called with the reason if the steps cannot be captured as a CUDA graph.
        between: called before each step.

    Raises:
        UsageError: `stop-unknown`; `no-holdout` if `stop="holdout"` has no deciding pixels.
    """
    started = time.perf_counter()
    sides = padded_sides(stack.target.shape[1:])
    target, interior = pad_to(stack.target, sides)
    weight, _ = pad_to(stack.weight, sides)
    problem = StackProblem(
        torch.from_numpy(target).to(device),
        torch.from_numpy(weight).to(device),
        residual=stack.residual,
        generator=torch.Generator(device).manual_seed(seed),
        noise=options.noise,
        precision=options.precision,
        compiled=options.compiled,
    )

    def as_scene(output: Tensor) -> np.ndarray:
        return stack.decoded(output[0].cpu().numpy()[:, interior[0], interior[1]])

    prepared = time.perf_counter() - started
    unit = stack.value_range.high - stack.value_range.low if options.stop == "holdout" else 1.0
    outcome = optimise(
        problem,
        options=options.loop,
        rule=_rule(stack, options.stop, options.loop.steps, deciding, sides, device),
        control=control,
        progress=None
        if progress is None
        else lambda step, steps, loss, figure: progress(step, steps, loss, None if figure is None else figure * unit),
        preview=None if preview is None else lambda output: preview(as_scene(output)),
        preview_s=preview_s,
        failed=failed,
        between=between,
    )
    with_set_up = Outcome(
        outcome.output,
        outcome.steps,
        outcome.losses,
        outcome.figures,
        outcome.first_step_s + prepared,
        outcome.seconds + prepared,
    )
    return Fit(as_scene(outcome.output), with_set_up)


def padded_sides(rows_cols: Sequence[int]) -> tuple[int, int]:
    """The sides of the network's image for a chip of (rows, cols)."""
    rows, cols = (padded_side(side, multiple=MULTIPLE, smallest=SMALLEST) for side in rows_cols)
    return rows, cols


def _rule(
    stack: Stack,
    stop: str,
    steps: int,
    deciding: tuple[np.ndarray, np.ndarray] | None,
    rows_cols: tuple[int, int],
    device: torch.device,
) -> Rule:
    if stop == "never":
        return LastStable(steps)
    if stop == "variance":
        return Variance()
    if stop != "holdout":
        raise UsageError("stop-unknown", f"There is no stopping rule {stop!r}.", f"Choose one of {', '.join(RULES)}.")
    if deciding is None or not deciding[1].any():
        raise UsageError(
            "no-holdout",
            "There is too little clear ground to hide any, which the stopping rule needs.",
            "Choose --stop never or --stop variance.",
        )
    truth, where = deciding
    target = np.zeros_like(stack.target)
    weight = np.zeros_like(stack.weight)
    scaled = stack.value_range.scaled(truth)
    target[: stack.bands] = scaled if stack.base is None else scaled - stack.base
    weight[: stack.bands] = where
    # padding does not count
    planes = [pad_to(target, rows_cols)[0], pad_to(weight, rows_cols, mode="constant")[0]]
    return Holdout(*(torch.from_numpy(plane).to(device)[None] for plane in planes))
