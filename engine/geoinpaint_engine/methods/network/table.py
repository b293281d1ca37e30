"""The table of trained models: those shipped with the engine, and those added by the user."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from geoinpaint_engine.errors import EngineError, InputError, UsageError
from geoinpaint_engine.methods.network.card import ModelCard, check_model, read_card

SUFFIX = ".safetensors"
FOLDER_VARIABLE = "GEOINPAINT_MODELS"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True)
class Model:
    """A model in the table: name (of the file), path, card, and whether it ships with the engine."""

    name: str
    path: Path
    card: ModelCard
    ships: bool


def shipped_folder() -> Path:
    """Folder of the shipped models."""
    return Path(__file__).parent


def user_folder() -> Path:
    """Folder of the user's models: GEOINPAINT_MODELS, else in the user's application data."""
    variable = os.environ.get(FOLDER_VARIABLE)
    if variable:
        return Path(variable)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "geoinpaint" / "models"


def list_models(*, warn: Callable[[str, str], None] | None = None) -> list[Model]:
    """Lists all models, shipped ones first; a user's model with the name of a shipped one is left out.

    Args:
        warn: called with (code, message) for files that cannot be used.
    """
    models: dict[str, Model] = {}
    for folder, ships in ((shipped_folder(), True), (user_folder(), False)):
        for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
            try:
                models.setdefault(path.stem, Model(path.stem, path, read_card(path), ships))
            except EngineError as error:
                if warn:
                    warn(error.code, str(error))
    return list(models.values())


def find_model(model: str) -> Model:
    """Finds a model by its name in the table or by path, and checks its weights against the card.

    Raises:
        UsageError: `model-unknown`.
        InputError: `model-unreadable`, `model-card`, `model-damaged`.
    """
    for folder, ships in ((shipped_folder(), True), (user_folder(), False)):
        path = folder / f"{model}{SUFFIX}"
        if _NAME.fullmatch(model) and path.is_file():
            return Model(model, path, check_model(path), ships)
    path = Path(model)
    if path.suffix == SUFFIX or path.is_file():
        return Model(path.stem, path, check_model(path), False)
    names = ", ".join(found.name for found in list_models()) or "none"
    raise UsageError(
        "model-unknown", f"There is no model {model}.", f"Name a .safetensors file, or one of the table: {names}."
    )


def add_model(path: Path, *, name: str = "") -> Model:
    """Copies a model (and the card beside it, if any) into the user's folder, under its own or another name.

    Raises:
        UsageError: `model-name`, `model-exists`.
        InputError: as find_model.
    """
    card = check_model(path)
    name = name or path.stem
    if not _NAME.fullmatch(name):
        raise UsageError("model-name", f"{name!r} cannot be a model's name.", "Use letters, digits, '.', '_' and '-'.")
    if any(model.name == name for model in list_models()):
        raise UsageError("model-exists", f"There is already a model {name}.", "Choose another name, or remove it.")
    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}{SUFFIX}"
    card_file = path.with_suffix(".json")
    if card_file.is_file():
        _copy(card_file, target.with_suffix(".json"))
    _copy(path, target)
    return Model(name, target, card, False)


def remove_model(name: str) -> Path:
    """Deletes one of the user's models; returns its former path.

    Raises:
        UsageError: `model-unknown`, `model-ships`.
    """
    path = user_folder() / f"{name}{SUFFIX}"
    if _NAME.fullmatch(name) and path.is_file():
        path.unlink()
        path.with_suffix(".json").unlink(missing_ok=True)
        return path
    if (shipped_folder() / f"{name}{SUFFIX}").is_file():
        raise UsageError("model-ships", f"{name} ships with the engine and cannot be removed.", "Leave it unused.")
    raise UsageError("model-unknown", f"You have added no model {name}.", "See geoinpaint models list.")


def _copy(source: Path, target: Path) -> None:
    """Copies a file atomically."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        shutil.copyfile(source, temporary)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputError("model-copy", f"The model cannot be copied to {target}: {error}.") from error
