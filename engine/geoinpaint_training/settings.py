"""Settings of a training: a flat dataclass, saved as JSON with the run, and filled from a file and the command line."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from geoinpaint_engine.errors import InputError, UsageError

Config = TypeVar("Config")


def parse_config(kind: type[Config], arguments: Sequence[str] | None = None, *, description: str = "") -> Config:
    """Parses the settings of the only, or the last, stage; see `parse_stages`."""
    return parse_stages(kind, arguments, description=description)[-1]


def parse_stages(
    kind: type[Config], arguments: Sequence[str] | None = None, *, description: str = ""
) -> list[Config]:
    """Parses settings from `--config FILE`, and then from options, one for each field of the dataclass `kind`.

    The file may have a list `stages`, each with settings that override those of the file.

    Raises:
        InputError: `config-unreadable`.
        UsageError: `config-unknown`.
    """
    parser = argparse.ArgumentParser(description=description, argument_default=argparse.SUPPRESS)
    parser.add_argument("--config", metavar="FILE", help="JSON file with settings, which options override")
    for field in _fields(kind):
        _add_option(parser, field)
    options = vars(parser.parse_args(arguments))
    path = options.pop("config", None)
    settings = _read(Path(path)) if path else {}
    stages = settings.pop("stages", [{}])
    return [make_config(kind, {**settings, **stage, **options}) for stage in stages]


def make_config(kind: type[Config], settings: dict[str, Any]) -> Config:
    """Creates the dataclass from settings; lists become tuples.

    Raises:
        UsageError: `config-unknown` if a setting does not exist.
    """
    known = {field.name for field in _fields(kind)}
    unknown = sorted(set(settings) - known)
    if unknown:
        raise UsageError(
            "config-unknown", f"There is no setting {unknown[0]!r}.", f"The settings are: {', '.join(sorted(known))}."
        )
    tuples = {field.name for field in _fields(kind) if isinstance(field.default, tuple)}
    return kind(**{key: _tuple(value, words=key in tuples) for key, value in settings.items()})


def _tuple(value: Any, *, words: bool) -> Any:
    """A JSON list as a tuple; for settings that are lists of words, also a single word, as in older files."""
    if words and isinstance(value, str):
        return (value,) if value else ()
    return tuple(value) if isinstance(value, list) else value


def save_config(config: Any, path: Path) -> None:
    """Writes the settings as JSON."""
    path.write_text(json.dumps(dataclasses.asdict(config), indent=2) + "\n", encoding="utf-8")


def _fields(kind: Any) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(kind)


def _add_option(parser: argparse.ArgumentParser, field: dataclasses.Field[Any]) -> None:
    """Adds an option named like the field, with the type of its default."""
    name, default = "--" + field.name.replace("_", "-"), field.default
    text = field.metadata.get("help", "").replace("%", "%%") + f" (default: {default})"
    if isinstance(default, bool):
        parser.add_argument(name, dest=field.name, action=argparse.BooleanOptionalAction, help=text)
    elif isinstance(default, tuple):
        item = type(default[0]) if default else str
        parser.add_argument(name, dest=field.name, nargs="+", type=item, metavar=item.__name__, help=text)
    else:
        choices = field.metadata.get("choices")
        parser.add_argument(name, dest=field.name, type=type(default), choices=choices, help=text)


def _read(path: Path) -> dict[str, Any]:
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError("config-unreadable", f"The settings {path} cannot be read: {error}.") from error
    if not isinstance(settings, dict):
        raise InputError("config-unreadable", f"The settings {path} are not a JSON object.")
    return settings


def option(default: Any, text: str, *, choices: tuple[str, ...] | None = None) -> Any:
    """A dataclass field with a default, a help text, and allowed values."""
    return dataclasses.field(default=default, metadata={"help": text, "choices": choices})
