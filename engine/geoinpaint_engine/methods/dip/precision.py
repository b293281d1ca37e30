"""Whether a GPU takes the paper preset's steps faster in float32 or in bfloat16: measured where it will run."""

from __future__ import annotations

import statistics
import time

import torch

from geoinpaint_engine.methods.dip.fit import StackProblem
from geoinpaint_engine.methods.dip.optim.graph import WARM_UP, GraphedCall, own_stream
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions, Step

CHANNELS = 8  # of the image that is timed: four bands and a reference
STEPS, ROUNDS = 10, 3
LEAST_GAIN = 1.15  # bfloat16 is used where it is so much faster: a lesser gain is not worth its rounding


def step_seconds(
    device: torch.device, rows_cols: tuple[int, int], precision: str, *, recorded: bool = True, steps: int = STEPS
) -> float:
    """Seconds of a step of an image of (rows, cols), the median of a few rounds of steps.

    Args:
        device: where to run.
        rows_cols: sides of the image, as padded for the network.
        precision: fp32 or bf16.
        recorded: whether steps are replayed on a GPU.
        steps: of a round.
    """
    generator = torch.Generator(device).manual_seed(0)
    target = torch.rand(CHANNELS, *rows_cols, generator=generator, device=device)
    problem = StackProblem(target, (target > 0.3).float(), residual=False, generator=generator, precision=precision)
    rounds = []
    with own_stream(device):
        step = Step(problem, LoopOptions())
        take = GraphedCall(step.advance, device=device, generator=generator) if recorded else step.advance
        for _ in range(WARM_UP + 1):
            take()
        for _ in range(ROUNDS):
            step.loss.item()  # waits for the device
            started = time.perf_counter()
            for _ in range(steps):
                take()
            step.loss.item()
            rounds.append((time.perf_counter() - started) / steps)
    return statistics.median(rounds)


def faster_precision(device: torch.device, rows_cols: tuple[int, int]) -> str:
    """fp32, or bf16 where the device takes a step so much faster in it.

    Elsewhere than on a GPU it is what `device.autocast` chooses by the processor's instructions (auto).
    """
    if device.type != "cuda":
        return "auto"
    if not torch.cuda.is_bf16_supported(including_emulation=False):
        return "fp32"
    try:
        seconds = {precision: step_seconds(device, rows_cols, precision) for precision in ("fp32", "bf16")}
    except torch.OutOfMemoryError:
        return "fp32"
    return "bf16" if seconds["fp32"] > LEAST_GAIN * seconds["bf16"] else "fp32"
