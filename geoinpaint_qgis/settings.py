"""The user's persistent settings, typed, with each key defined in one place."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass, fields
from typing import Any, Dict, List, Mapping

from qgis.core import QgsSettings

PREFIX = "geoinpaint"


@dataclass(frozen=True)
class Preferences:
    """The plugin's settings.

    Attributes:
        interpreter: Python for the engine; empty: GEOINPAINT_PYTHON or the managed environment.
        environment_folder: folder of the managed environment; empty: in the user's data folder.
        base_python: Python that creates the managed environment; empty: the best one found.
        pip_options: further options of pip for the set-up.
        torch_index: URL of a package index with PyTorch without CUDA, for computers without a supported GPU.
        wheels_folder: folder of wheels for an offline set-up.
        device: device of networks, unless a run specifies it: "auto", "cpu", "cuda" or "mps".
        threads: number of threads, unless a run specifies it; 0 for all processors.
        silence_s: seconds without output after which the engine is ended.
        network: whether the engine may read inputs from the network; off by default.
        source_folders: folders that virtual rasters may refer to besides their own, separated as in PATH.
        catalogue: catalogue for dates and radar, by name, URL or folder; empty: the first preset.
        clear_stretch: whether scene and result are stretched to the range of the scene's clear ground.
    """

    interpreter: str = ""
    environment_folder: str = ""
    base_python: str = ""
    pip_options: str = ""
    torch_index: str = ""
    wheels_folder: str = ""
    device: str = "auto"
    threads: int = 0
    silence_s: int = 900
    network: bool = False
    source_folders: str = ""
    catalogue: str = ""
    clear_stretch: bool = True

    def pip_arguments(self) -> List[str]:
        """The pip options as a list, with quotes interpreted.

        Raises:
            ValueError: unbalanced quotation marks.
        """
        words = shlex.shlex(self.pip_options, posix=True, punctuation_chars=False)
        # on Windows, backslashes are part of paths
        words.whitespace_split, words.escape, words.commenters = True, "", ""
        return list(words)

    def allowances(self) -> List[str]:
        """Command-line options for what the user allows the engine to read besides local files.

        They come from QGIS's user profile only; projects, recipes, models and data files cannot change them.
        """
        folders = [folder for folder in self.source_folders.split(os.pathsep) if folder.strip()]
        sources = [word for folder in folders for word in ("--sources", folder.strip())]
        return [*(["--network"] if self.network else []), *sources]

    def applied(self, job: Mapping[str, Any]) -> Dict[str, Any]:
        """A job with the user's device and threads, unless it specifies its own."""
        whole = dict(job)
        if self.threads and not whole.get("threads"):
            whole["threads"] = self.threads
        if self.device != "auto" and whole.get("device", "auto") == "auto" and _takes_device(whole):
            whole["device"] = self.device
        return whole


def _takes_device(job: Mapping[str, Any]) -> bool:
    """Whether the job uses a network; otherwise the engine would warn about an unused device."""
    mode = job.get("mode")
    return mode == "model" or (mode != "classical" and job.get("preset") == "paper")


def load() -> Preferences:
    """Reads the current settings."""
    store = QgsSettings()
    return Preferences(
        **{
            field.name: store.value(f"{PREFIX}/{field.name}", field.default, type=type(field.default))
            for field in fields(Preferences)
        }
    )


def save(name: str, value: Any) -> None:
    """Stores a setting; its default value removes the key."""
    known = {field.name: field.default for field in fields(Preferences)}
    store = QgsSettings()
    if value == known[name]:
        store.remove(f"{PREFIX}/{name}")
    else:
        store.setValue(f"{PREFIX}/{name}", value)
