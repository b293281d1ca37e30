"""The table of trained models: reads their cards from the files; adding and removing is done by the engine."""

from __future__ import annotations

import json
import os
import re
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from geoinpaint_qgis import interface
from geoinpaint_qgis.runner import bundle
from geoinpaint_qgis.runner.platforms import Platform

FOLDER_VARIABLE = "GEOINPAINT_MODELS"
SUFFIX = ".safetensors"
_SENTINEL2 = re.compile(r"b(\d{1,2})(a?)")
HEADER_LIMIT = 10_000_000  # bytes; a card is a few kilobytes


@dataclass(frozen=True)
class Model:
    """A trained model: name in the table, file, whether it ships with the plugin, and contents of its card.

    Attributes:
        bands: names of the bands that it fills, in its own order.
        figures: accuracy and comparisons, by name.
    """

    name: str
    path: str
    ships: bool
    title: str
    bands: Tuple[str, ...]
    data: str = ""
    licence: str = ""
    terms: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)
    warnings: Tuple[str, ...] = ()


class NoCard(Exception):
    """The file is not a model of the engine."""


def shipped_folder() -> Path:
    """Folder of the shipped models."""
    return bundle.engine_folder() / "geoinpaint_engine" / "methods" / "network"


def user_folder(environ: Mapping[str, str], platform: Platform) -> str:
    """Folder of the user's own models."""
    if environ.get(FOLDER_VARIABLE):
        return environ[FOLDER_VARIABLE]
    home = environ.get("USERPROFILE" if platform.windows else "HOME", "")
    if platform.windows:
        base = environ.get("APPDATA") or platform.paths.join(home, "AppData", "Roaming")
    elif platform.name == "macos":
        base = platform.paths.join(home, "Library", "Application Support")
    else:
        base = environ.get("XDG_DATA_HOME") or platform.paths.join(home, ".local", "share")
    return str(platform.paths.join(base, "geoinpaint", "models"))


def read_model(path: str) -> Model:
    """Reads a model's card from its file; the weights are not read.

    Raises:
        NoCard: the file cannot be read, or has no card.
    """
    try:
        return _model(path, _card(Path(path)), ships=False)
    except (OSError, ValueError, KeyError, TypeError, struct.error) as error:
        raise NoCard(path) from error


def shipped_models() -> List[Model]:
    """The shipped models, whose cards the engine has exported."""
    return [
        _model(str(shipped_folder() / f"{name}{SUFFIX}"), card, ships=True)
        for name, card in interface.MODEL_CARDS.items()
    ]


def _model(path: str, card: Mapping[str, Any], *, ships: bool) -> Model:
    return Model(
        name=Path(path).stem,
        path=path,
        ships=ships,
        title=str(card["title"]),
        bands=tuple(map(str, card["bands"])),
        data=str(card.get("data", "")),
        licence=str(card.get("licence", "")),
        terms=str(card.get("terms", "")),
        figures=dict(card.get("figures", {})),
        warnings=tuple(map(str, card.get("warnings", ()))),
    )


def list_models(environ: Mapping[str, str], platform: Platform) -> List[Model]:
    """All models by name, shipped ones first; a user's model with the name of a shipped one is left out."""
    found = {model.name: model for model in shipped_models()}
    folder = user_folder(environ, platform)
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if name.endswith(SUFFIX) and not name.startswith("."):
            try:
                model = read_model(os.path.join(folder, name))
            except NoCard:
                continue  # the engine reports the problem when the model is used
            found.setdefault(model.name, model)
    return list(found.values())


def band_numbers(model: Model, names: Sequence[str]) -> Optional[List[int]]:
    """1-based numbers of the scene's bands that a model fills, in the scene's order; None if the names do not match."""
    wanted = {canonical(name) for name in model.bands}
    numbers = [number for number, name in enumerate(names, 1) if canonical(name) in wanted]
    found = [canonical(names[number - 1]) for number in numbers]
    return numbers if sorted(found) == sorted(wanted) else None


def canonical(name: str) -> str:
    """Normalises a band name: B4, b04 and B04 are the same."""
    match = _SENTINEL2.fullmatch(name.strip().lower())
    return f"b{int(match[1]):02d}{match[2]}" if match else name.strip().lower()


def _card(path: Path) -> Dict[str, Any]:
    """Reads the card in the header of a safetensors file, else from `<name>.json` beside it."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        if not 2 <= length <= HEADER_LIMIT:
            raise ValueError("no header")
        metadata = json.loads(file.read(length)).get("__metadata__", {})
    text = metadata["card"] if "card" in metadata else path.with_suffix(".json").read_text(encoding="utf-8")
    card = json.loads(text)
    if not isinstance(card, dict):
        raise ValueError("no card")
    return card
