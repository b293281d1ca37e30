"""Chooses between float32 and bfloat16 on a GPU by timing optimisation steps."""

from __future__ import annotations

import statistics
import time

import torch

from geoinpaint_engine.methods.dip.fit import StackProblem
from geoinpaint_engine.methods.dip.optim.graph import WARM_UP, GraphedCall, own_stream
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions, Step

CHANNELS = 8  # of the timed image, as for four bands and a reference
STEPS, ROUNDS = 10, 3
LEAST_GAIN = 1.15  # least speed-up for which bfloat16 is used, because of its coarser rounding


def step_seconds(
    device: torch.device, rows_cols: tuple[int, int], precision: str, *, recorded: bool = True, steps: int = STEPS
) -> float:
    """Seconds per step for an image of (rows, cols), the median over a few rounds.

    Args:
        device: device to run on.
        rows_cols: sides of the image, as padded for the network.
        precision: fp32 or bf16.
        recorded: replay the steps as a CUDA graph, on GPUs.
        steps: steps per round.
    """
    generator = torch.Generator(device).manual_seed(0)
    target = torch.rand(CHANNELS, *rows_cols, generator=generator, device=device)
    problem = StackProblem(target, (target > 0.3).float(), residual=False, generator=generator, precision=precision)
    rounds = []
    with own_stream(device):
        step = Step(problem, LoopOptions())
        advance = GraphedCall(step.advance, device=device, generator=generator) if recorded else step.advance
        for _ in range(WARM_UP + 1):
            advance()
        for _ in range(ROUNDS):
            step.loss.item()  # waits for the device
            started = time.perf_counter()
            for _ in range(steps):
                advance()
            step.loss.item()
            rounds.append((time.perf_counter() - started) / steps)
    return statistics.median(rounds)


def faster_precision(device: torch.device, rows_cols: tuple[int, int]) -> str:
    """The faster precision on a GPU: fp32 or bf16.

    On other devices "auto", with which `device.autocast` decides by the processor's instruction set.
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
