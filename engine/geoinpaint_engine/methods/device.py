"""The device that a fit runs on, and its precision."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import torch

from geoinpaint_engine.errors import ResourceError, UsageError

DEVICES = ("auto", "cpu", "cuda", "mps")
PRECISIONS = ("auto", "fp32", "bf16")


def choose_device(name: str = "auto") -> torch.device:
    """The device of a name; auto: CUDA, else MPS, else the CPU.

    Raises:
        ResourceError: `device-unavailable` if this machine or this build of PyTorch lacks it.
        UsageError: `device-unknown`.
    """
    kind = name.split(":")[0]
    if kind not in DEVICES:
        raise UsageError("device-unknown", f"There is no device {name!r}.", f"Choose one of {', '.join(DEVICES)}.")
    has = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next((kind for kind, available in has.items() if available), "cpu"))
    if not has.get(kind, True):
        raise ResourceError(
            "device-unavailable",
            f"The device {name!r} is not available to torch {torch.__version__} on this machine.",
            "Choose --device cpu, or set the engine up with a torch build for it.",
        )
    return torch.device(name)


def half_precision_helps(device: torch.device) -> bool:
    """Whether the processor multiplies bfloat16 in hardware instead of emulating it; GPUs are measured instead."""
    return device.type == "cpu" and (torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def autocast(device: torch.device, precision: str = "auto") -> AbstractContextManager[object]:
    """The context of a forward pass: bfloat16 if requested, or with `auto` if it is faster; else no change.

    Only matrix products and convolutions run in bfloat16. Batch norm statistics are float32 in any case; compute the
    loss from `output.float()`.
    """
    if precision not in PRECISIONS:
        raise UsageError(
            "precision-unknown", f"There is no precision {precision!r}.", f"Choose one of {', '.join(PRECISIONS)}."
        )
    if precision == "bf16" or (precision == "auto" and half_precision_helps(device)):
        return torch.autocast(device.type, dtype=torch.bfloat16)
    return nullcontext()
