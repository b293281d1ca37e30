"""Reads a finished training for evaluation and export: its networks, settings and card."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import torch

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.model_file import METHOD, load_into
from geoinpaint_engine.methods.network.networks import CoarseToFine
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.inpaint_config import Generator, InpaintConfig, make_generator
from geoinpaint_training.settings import make_config

# settings under the names of older trainings
RENAMED = {
    "judge_width": "discriminator_width",
    "judge_rate": "discriminator_rate",
    "look_every": "validate_every",
}


def network_card(config: InpaintConfig) -> dict[str, Any]:
    """The network settings of a model card.

    Raises:
        UsageError: `export-method` if mode model does not support the networks.
    """
    if config.method == "pix2pix":
        raise UsageError("export-method", "Pix2Pix is for comparison and cannot be exported.", "Train coarse-to-fine.")
    return {"method": METHOD, **msgspec.structs.asdict(config.network)}


def read_training(path: Path) -> tuple[Generator, InpaintConfig, dict[str, Any]]:
    """Reads the networks of a training's model.safetensors, its settings, and its card.

    Raises:
        InputError: `model-card`, and as in `load_tensors`.
    """
    tensors, card = load_tensors(path)
    if card.get("kind") != "training":
        raise InputError(
            "model-card", f"{path} was not written by train_inpainter.py.", "Name a run's model.safetensors."
        )
    config = make_config(InpaintConfig, {RENAMED.get(key, key): value for key, value in card["config"].items()})
    network = make_generator(config)
    load_into(network, tensors, title=str(path))
    return network.eval().requires_grad_(False), config, card


@torch.no_grad()
def keep_residual(network: Generator, share: float) -> None:
    """Scales the residual of the refinement (Eq. 1) by scaling its last layer, which is linear.

    The task loss trades similarity for recognition; this chooses the compromise after training.

    Args:
        network: the networks, changed in place.
        share: 1 keeps the network as trained; 0 makes the refined map equal the coarse one.

    Raises:
        UsageError: `learns-method` if there is no refinement network.
    """
    if share == 1:
        return
    if not isinstance(network, CoarseToFine) or network.refinement is None:
        raise UsageError(
            "learns-method", "The networks have no refinement network to scale.", "Leave --residual out."
        )
    for parameter in network.refinement.head.parameters():
        parameter.mul_(share)
