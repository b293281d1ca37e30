"""From a training to what is evaluated and exported: its networks, its settings, its card."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.taskdriven.checkpoints import load_into, load_tensors
from geoinpaint_engine.taskdriven.config import make_config
from geoinpaint_engine.taskdriven.model_file import Generator
from geoinpaint_engine.taskdriven.training import InpaintConfig, make_generator


def network_card(config: InpaintConfig) -> dict[str, Any]:
    """What a card says of the networks."""
    if config.method == "pix2pix":
        return {"method": "pix2pix", "width": config.width}
    return {"method": "coarse-to-fine", **asdict(config.network)}


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
    config = make_config(InpaintConfig, card["config"])
    network = make_generator(config)
    load_into(network, tensors, title=str(path))
    return network.eval().requires_grad_(False), config, card
