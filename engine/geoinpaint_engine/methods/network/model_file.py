"""Model files: weights in half precision with a card in the header, written and read."""

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
    """The networks that a card describes, with fresh weights.

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
        raise InputError("model-card", f"The model's card describes no network: {error}.") from error


def load_into(module: nn.Module, tensors: Mapping[str, torch.Tensor], *, title: str) -> None:
    """Load tensors into a module they must fit exactly.

    Raises:
        InputError: `weights-mismatch`, with the first tensor that does not fit.
    """
    _check_fit(module, tensors, title=title)
    module.load_state_dict(dict(tensors))


def _check_fit(module: nn.Module, tensors: Mapping[str, torch.Tensor], *, title: str) -> None:
    own = module.state_dict()
    odd = sorted(set(own) ^ set(tensors)) or sorted(n for n in own if own[n].shape != tensors[n].shape)
    if odd:
        raise InputError(
            "weights-mismatch",
            f"The weights of {title} do not fit its network: {odd[0]!r} and {len(odd) - 1} more.",
            "Use the weights with the network they were trained for.",
        )


def write_model(path: Path, tensors: Mapping[str, torch.Tensor], card: ModelCard) -> ModelCard:
    """Write a model in half precision; the card gets the SHA-256 of its tensors' bytes. Returns that card."""
    held = {name: _half(tensor) for name, tensor in tensors.items()}
    # the tensors' bytes do not depend on the metadata before them
    bare = save(held)
    (length,) = struct.unpack("<Q", bare[:8])
    card = msgspec.structs.replace(card, sha256=hashlib.sha256(bare[8 + length :]).hexdigest())
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(save(held, metadata={KEY: card_json(card)}))
    temporary.replace(path)
    return card


def read_model(path: Path, card: ModelCard) -> CoarseToFine:
    """The networks of a model file, in single precision, frozen.

    Raises:
        InputError: `model-unreadable`, `model-card`, `weights-mismatch`.
    """
    try:
        tensors = load_file(path)
    except (SafetensorError, OSError) as error:
        raise InputError("model-unreadable", f"{path} is not a complete safetensors file: {error}.") from error
    # what a card describes may be larger than any memory: its shapes are compared before a weight is made
    with torch.device("meta"):
        _check_fit(build_network(card.network), tensors, title=path.name)
    network = build_network(card.network)
    load_into(network, {name: _single(tensor) for name, tensor in tensors.items()}, title=path.name)
    return network.eval().requires_grad_(False)


def _half(tensor: torch.Tensor) -> torch.Tensor:
    held = tensor.detach().cpu().contiguous()
    return held.half() if held.is_floating_point() else held


def _single(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
