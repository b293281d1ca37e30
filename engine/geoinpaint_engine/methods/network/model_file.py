"""Reads and writes model files: weights in half precision, with a card in the header."""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch import nn

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.methods.network.card import KEY, ModelCard, card_json
from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig

METHOD = "coarse-to-fine"


def build_network(network: Mapping[str, Any]) -> CoarseToFine:
    """Builds the networks that a card describes, with initial weights.

    Raises:
        InputError: `model-card`.
    """
    settings = dict(network)
    method = settings.pop("method", METHOD)
    try:
        if method != METHOD:
            raise ValueError(f"there is no method {method!r}")
        return CoarseToFine(msgspec.convert(settings, NetworkConfig))
    except (msgspec.ValidationError, ValueError) as error:
        raise InputError("model-card", f"The card does not describe a valid network: {error}.") from error


def load_into(module: nn.Module, tensors: Mapping[str, torch.Tensor], *, title: str) -> None:
    """Loads tensors into a module, which they must match exactly.

    Raises:
        InputError: `weights-mismatch`.
    """
    _check_fit(module, tensors, title=title)
    module.load_state_dict(dict(tensors))


def _check_fit(module: nn.Module, tensors: Mapping[str, torch.Tensor], *, title: str) -> None:
    expected = module.state_dict()
    mismatched = sorted(set(expected) ^ set(tensors))
    mismatched = mismatched or sorted(name for name in expected if expected[name].shape != tensors[name].shape)
    if mismatched:
        raise InputError(
            "weights-mismatch",
            f"The weights of {title} do not fit its network: {mismatched[0]!r} and {len(mismatched) - 1} more.",
            "Use the weights with the network they were trained for.",
        )


def write_model(path: Path, tensors: Mapping[str, torch.Tensor], card: ModelCard) -> ModelCard:
    """Writes a model in half precision; returns the card with the SHA-256 of the tensors' bytes."""
    half_tensors = {name: _half(tensor) for name, tensor in tensors.items()}
    # the tensors' bytes do not depend on the metadata before them
    without_card = save(half_tensors)
    (length,) = struct.unpack("<Q", without_card[:8])
    card = msgspec.structs.replace(card, sha256=hashlib.sha256(without_card[8 + length :]).hexdigest())
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(save(half_tensors, metadata={KEY: card_json(card)}))
    temporary.replace(path)
    return card


def read_model(path: Path, card: ModelCard) -> CoarseToFine:
    """Reads the networks of a model file, in single precision and without gradients.

    Raises:
        InputError: `model-unreadable`, `model-card`, `weights-mismatch`.
    """
    try:
        tensors = load_file(path)
    except (SafetensorError, OSError) as error:
        raise InputError("model-unreadable", f"{path} is not a complete safetensors file: {error}.") from error
    # compares shapes before allocating, because a card may describe networks larger than memory
    with torch.device("meta"):
        _check_fit(build_network(card.network), tensors, title=path.name)
    network = build_network(card.network)
    load_into(network, {name: _single(tensor) for name, tensor in tensors.items()}, title=path.name)
    return network.eval().requires_grad_(False)


def _half(tensor: torch.Tensor) -> torch.Tensor:
    on_cpu = tensor.detach().cpu().contiguous()
    return on_cpu.half() if on_cpu.is_floating_point() else on_cpu


def _single(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
