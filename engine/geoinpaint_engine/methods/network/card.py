"""The card of a trained model, kept as JSON in the header of its safetensors file, and the checks of such a file."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from safetensors import SafetensorError, safe_open

from geoinpaint_engine.errors import InputError

HEADER_LIMIT = 2**22  # bytes; a model of a thousand tensors has a tenth of a MB, its card some KB
CARD_LIMIT = 2**20
KEY = "card"


class Scaling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How DN become the values in [0, 1] that a model was trained on.

    Args:
        low, high: quantiles of a band's clear pixels that become 0 and 1.
        fixed: for dtypes named here, these DN become 0 and 1 instead, as (low, high).
    """

    low: float = 0.005
    high: float = 0.995
    fixed: dict[str, tuple[float, float]] = {}


class ModelCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a user should know of a model, and what is needed to run it.

    Args:
        name: short name, also the file's.
        title: one line.
        bands: names of the bands it fills, in its own order.
        scaling: from DN to [0, 1].
        network: the settings of its networks (networks.NetworkConfig) and `method`.
        data: what it was trained on.
        licence: of the weights.
        terms: of the data, and what follows for the use of the model.
        figures: what it reaches, and the comparison: name to value or text.
        warnings: told with every use.
        training: settings of the training, commit and seeds included.
        tile, halo, overlap: windows in px.
        sha256: of the tensors' bytes in the file, in hexadecimal.
    """

    name: str
    title: str
    bands: tuple[str, ...]
    network: dict[str, Any]
    scaling: Scaling = Scaling()
    data: str = ""
    licence: str = ""
    terms: str = ""
    figures: dict[str, Any] = {}
    warnings: tuple[str, ...] = ()
    training: dict[str, Any] = {}
    tile: int = 512
    halo: int = 64
    overlap: int = 32
    sha256: str = ""


def card_json(card: ModelCard) -> str:
    """The card as JSON text."""
    return msgspec.json.encode(card).decode()


def read_card(path: Path) -> ModelCard:
    """The card of a model's file: from its header, else from `<name>.json` beside it.

    Raises:
        InputError: `model-unreadable`, `model-card`.
    """
    metadata = _header(path)[0].get("__metadata__", {})
    beside = path.with_suffix(".json")
    if isinstance(metadata, dict) and KEY in metadata:
        text, where = str(metadata[KEY]).encode(), path
    elif beside.is_file() and beside.stat().st_size <= CARD_LIMIT:
        text, where = beside.read_bytes(), beside
    else:
        raise InputError(
            "model-card", f"{path} has no card: it is not a model of this engine.", "Make one with export_model.py."
        )
    try:
        return msgspec.json.decode(text, type=ModelCard)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError(
            "model-card", f"The card in {where} does not fit: {error}.", "Export the model with this version."
        ) from error


def data_sha256(path: Path) -> str:
    """SHA-256 of the tensors' bytes, the part of the file behind its header.

    Raises:
        InputError: `model-unreadable`.
    """
    start = _header(path)[1]
    digest = hashlib.sha256()
    with path.open("rb") as file:
        file.seek(start)
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def check_model(path: Path) -> ModelCard:
    """The card of a file whose tensors are those the card was written for.

    Raises:
        InputError: `model-unreadable`, `model-card`, `model-damaged`.
    """
    card = read_card(path)
    _check_tensors(path, card)
    if card.sha256 and data_sha256(path) != card.sha256:
        raise InputError(
            "model-damaged", f"The weights in {path} are not those its card was written for.", "Copy the file again."
        )
    return card


def _check_tensors(path: Path, card: ModelCard) -> None:
    """Whether the file holds the tensors that it says it holds, and whether the card is one of such a file."""
    try:
        with safe_open(path, framework="numpy") as file:
            names = list(file.keys())
    except (SafetensorError, OSError, ValueError) as error:
        raise InputError(
            "model-unreadable", f"{path} is not a complete safetensors file: {error}.", "Copy the file again."
        ) from error
    if not names:
        raise InputError("model-card", f"{path} has a card and no weights.", "Copy the file again.")
    # a network has a few weights for each number in its card: one that is larger than the file is none of it
    largest = max((n for n in _numbers(card.network) if not isinstance(n, bool)), default=0)
    if not 0 <= largest <= path.stat().st_size:
        raise InputError(
            "model-card", f"The card in {path} describes a larger network than the file can hold.",
            "Export the model with this version.",
        )  # fmt: skip


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, int | float):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _numbers(item)


def _header(path: Path) -> tuple[dict[str, Any], int]:
    """A safetensors file's header, and where its tensors begin; reads nothing else."""
    try:
        if path.exists() and not path.is_file():
            raise ValueError("it is no regular file")
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if not 2 <= length <= HEADER_LIMIT:
                raise ValueError("its header has no sensible length")
            header = json.loads(file.read(length))
            if not isinstance(header, dict):
                raise ValueError("its header is no table")
            return header, 8 + length
    except FileNotFoundError as error:
        raise InputError("model-unreadable", f"There is no model file {path}.", "Check the path.") from error
    except (OSError, ValueError, struct.error, RecursionError) as error:
        raise InputError(
            "model-unreadable", f"{path} is not a safetensors file: {error}.", "Name a model's .safetensors file."
        ) from error
