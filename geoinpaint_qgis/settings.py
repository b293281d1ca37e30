"""What the user has set for good: typed, and each key in one place."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, fields
from typing import Any, List

from qgis.core import QgsSettings

PREFIX = "geoinpaint"


@dataclass(frozen=True)
class Preferences:
    """The plugin's settings.

    Attributes:
        interpreter: a Python of the user's own for the engine; empty: GEOINPAINT_PYTHON or the managed environment.
        environment_folder: where the managed environment lies; empty: the user's data folder.
        base_python: the Python to make the managed environment with; empty: the best one found.
        pip_options: further options of pip for the set-up.
        silence_s: an engine that says nothing for so many seconds is ended.
    """

    interpreter: str = ""
    environment_folder: str = ""
    base_python: str = ""
    pip_options: str = ""
    silence_s: int = 900

    def pip_arguments(self) -> List[str]:
        """The pip options as a list, quotes understood."""
        return shlex.split(self.pip_options)


def load() -> Preferences:
    """The settings as they are now."""
    store = QgsSettings()
    return Preferences(
        **{
            field.name: store.value(f"{PREFIX}/{field.name}", field.default, type=type(field.default))
            for field in fields(Preferences)
        }
    )


def save(name: str, value: Any) -> None:
    """Set one of them; its default takes it away again."""
    known = {field.name: field.default for field in fields(Preferences)}
    store = QgsSettings()
    if value == known[name]:
        store.remove(f"{PREFIX}/{name}")
    else:
        store.setValue(f"{PREFIX}/{name}", value)
