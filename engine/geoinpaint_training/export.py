"""From a training to what is evaluated and exported: its networks, its settings, its card."""

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

# settings that older trainings know by another name
RENAMED = {
    "judge_width": "discriminator_width",
    "judge_rate": "discriminator_rate",
    "look_every": "validate_every",
}


def network_card(config: InpaintConfig) -> dict[str, Any]:
    """What a card says of the networks.

    Raises:
        UsageError: `export-method`: mode model does not run them.
    """
    if config.method == "pix2pix":
        raise UsageError("export-method", "Pix2Pix is a row of comparison and no model.", "Train coarse-to-fine.")
    return {"method": METHOD, **msgspec.structs.asdict(config.network)}


def read_training(path: Path) -> tuple[Generator, InpaintConfig, dict[str, Any]]:
    """The networks of a training's model.safetensors, its settings, and its card.

    Raises:
        InputError: `model-card`, and as load_tensors.
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
    """Keep a share of what the refinement adds (Eq. 1), by scaling its last layer, which is linear.

    The task loss trades likeness for recognition; the share says afterwards how far to go.

    Args:
        network: changed in place.
        share: 1 keeps the network as it was trained, 0 makes the refined map the coarse one.

    Raises:
        UsageError: `learns-method`: there is no refinement.
    """
    if share == 1:
        return
    if not isinstance(network, CoarseToFine) or network.refinement is None:
        raise UsageError(
            "learns-method", "The networks have no refinement to take a share of.", "Leave --residual out."
        )
    for parameter in network.refinement.head.parameters():
        parameter.mul_(share)
