"""Checkpoints: tensors in safetensors files, and everything else as a JSON card in their header; no pickle is used."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import nn

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.methods.network.model_file import load_into

Tensors = dict[str, torch.Tensor]


def save_tensors(path: Path, tensors: Mapping[str, torch.Tensor], card: Mapping[str, Any]) -> None:
    """Writes tensors and card atomically (temporary name, fsync, rename)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    contiguous = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}
    save_file(contiguous, temporary, metadata={"card": json.dumps(dict(card))})
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(path)


def load_tensors(path: Path) -> tuple[Tensors, dict[str, Any]]:
    """Reads tensors and card of a file; the card is empty if the file has none.

    Raises:
        InputError: `weights-missing`, `weights-unreadable`.
    """
    if not path.is_file():
        raise InputError("weights-missing", f"There is no weights file {path}.", "Check the path.")
    try:
        with safe_open(path, framework="pt") as file:
            card = json.loads((file.metadata() or {}).get("card", "{}"))
            return {name: file.get_tensor(name) for name in file.keys()}, dict(card)  # noqa: SIM118
    except (SafetensorError, OSError, ValueError) as error:
        raise InputError(
            "weights-unreadable", f"{path} is not a complete safetensors file: {error}.", "Export or copy it again."
        ) from error


def save_training(
    path: Path,
    *,
    modules: Mapping[str, nn.Module],
    optimizers: Mapping[str, torch.optim.Optimizer],
    card: Mapping[str, Any],
) -> None:
    """Writes the state of a training: modules, the optimisers' moments, and a card with step and settings."""
    tensors: Tensors = {}
    for name, module in modules.items():
        tensors |= {f"module.{name}.{key}": value for key, value in module.state_dict().items()}
    for name, optimizer in optimizers.items():
        for index, state in optimizer.state_dict()["state"].items():
            tensors |= {f"optimizer.{name}.{index}.{key}": torch.as_tensor(value) for key, value in state.items()}
    save_tensors(path, tensors, card)


def load_training(
    path: Path, *, modules: Mapping[str, nn.Module], optimizers: Mapping[str, torch.optim.Optimizer]
) -> dict[str, Any]:
    """Restores modules and optimisers of the same architecture from a checkpoint; returns the card.

    Raises:
        InputError: as in `load_tensors` and `load_into`.
    """
    tensors, card = load_tensors(path)
    for name, module in modules.items():
        load_into(module, _below(tensors, f"module.{name}."), title=f"{path.name} ({name})")
    for name, optimizer in optimizers.items():
        state: dict[int, Tensors] = {}
        for key, value in _below(tensors, f"optimizer.{name}.").items():
            index, entry = key.split(".", 1)
            state.setdefault(int(index), {})[entry] = value
        optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
    return card


def _below(tensors: Tensors, prefix: str) -> Tensors:
    return {key[len(prefix) :]: value for key, value in tensors.items() if key.startswith(prefix)}
