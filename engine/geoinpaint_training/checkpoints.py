"""Checkpoints: tensors in safetensors files, everything else as a JSON card in their header; nothing is unpickled."""

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
    """Write tensors and card; the file is complete or not there (temporary name, fsync, rename)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    held = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}
    save_file(held, temporary, metadata={"card": json.dumps(dict(card))})
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(path)


def load_tensors(path: Path) -> tuple[Tensors, dict[str, Any]]:
    """Tensors and card of a file; an empty card where it holds none.

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
    """Write the whole state of a training: modules, the optimizers' moments, and a card with step and settings."""
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
    """Put a training's state back into modules and optimizers of the same making; returns the card.

    Raises:
        InputError: as load_tensors and load_into.
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
