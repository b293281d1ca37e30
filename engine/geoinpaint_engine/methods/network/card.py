"""Model cards: JSON in the header of a model's safetensors file; also validates such files."""

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

HEADER_LIMIT = 2**22  # bytes; the header of a thousand tensors takes 0.1 MB, and a card some KB
CARD_LIMIT = 2**20
KEY = "card"


class Scaling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How DN are scaled to the values in [0, 1] that a model was trained on.

    Args:
        low, high: quantiles of a band's clear pixels that are mapped to 0 and 1.
        fixed: fixed (low, high) DN by dtype name, used instead of the quantiles.
    """

    low: float = 0.005
    high: float = 0.995
    fixed: dict[str, tuple[float, float]] = {}


class ModelCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Description of a model, for its users and for running it.

    Args:
        name: short name, also of the file.
        title: one-line description.
        bands: names of the bands that it fills, in its own order.
        scaling: scaling from DN to [0, 1].
        network: settings of its networks (`networks.NetworkConfig`), and `method`.
        data: training data.
        licence: licence of the weights.
        terms: terms of the data, and what they imply for using the model.
        figures: its accuracy and that of other methods, by name.
        warnings: shown whenever the model is used.
        training: settings of the training, including commit and seeds.
        tile, halo, overlap: window sizes in pixels.
        sha256: SHA-256 of the tensors' bytes in the file, hexadecimal.
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
    """Encodes a card as JSON."""
    return msgspec.json.encode(card).decode()


def read_card(path: Path) -> ModelCard:
    """Reads the card of a model file: from its header, else from `<name>.json` beside it.

    Raises:
        InputError: `model-unreadable`, `model-card`.
    """
    metadata = _header(path)[0].get("__metadata__", {})
    beside = path.with_suffix(".json")
    if isinstance(metadata, dict) and KEY in metadata:
        data, source = str(metadata[KEY]).encode(), path
    elif beside.is_file() and beside.stat().st_size <= CARD_LIMIT:
        data, source = beside.read_bytes(), beside
    else:
        raise InputError(
            "model-card", f"{path} has no card: it is not a model of this engine.", "Create one with export_model.py."
        )
    try:
        return msgspec.json.decode(data, type=ModelCard)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError(
            "model-card", f"The card in {source} is not valid: {error}.", "Export the model with this version."
        ) from error


def data_sha256(path: Path) -> str:
    """SHA-256 of the tensors' bytes, which follow the header.

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
    """Reads a model's card, and checks that the file's tensors are those that the card was written for.

    Raises:
        InputError: `model-unreadable`, `model-card`, `model-damaged`.
    """
    card = read_card(path)
    _check_tensors(path, card)
    if card.sha256 and data_sha256(path) != card.sha256:
        raise InputError(
            "model-damaged", f"The weights in {path} are not those that its card describes.", "Copy the file again."
        )
    return card


def _check_tensors(path: Path, card: ModelCard) -> None:
    """Checks that the file contains the tensors in its header, and that the card is plausible for its size."""
    try:
        with safe_open(path, framework="numpy") as file:
            names = list(file.keys())
    except (SafetensorError, OSError, ValueError) as error:
        raise InputError(
            "model-unreadable", f"{path} is not a complete safetensors file: {error}.", "Copy the file again."
        ) from error
    if not names:
        raise InputError("model-card", f"{path} has a card but no weights.", "Copy the file again.")
    # a network has at least as many weights as any number in its settings
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
    """Reads the header of a safetensors file, and the offset of its tensors."""
    try:
        if path.exists() and not path.is_file():
            raise ValueError("it is not a regular file")
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if not 2 <= length <= HEADER_LIMIT:
                raise ValueError("its header has an invalid length")
            header = json.loads(file.read(length))
            if not isinstance(header, dict):
                raise ValueError("its header is not a JSON object")
            return header, 8 + length
    except FileNotFoundError as error:
        raise InputError("model-unreadable", f"There is no model file {path}.", "Check the path.") from error
    except (OSError, ValueError, struct.error, RecursionError) as error:
        raise InputError(
            "model-unreadable", f"{path} is not a safetensors file: {error}.", "Name a model's .safetensors file."
        ) from error
