"""The user's persistent settings: typed, with each key defined in one place."""

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
        interpreter: a Python of the user's own for the engine; empty: GEOINPAINT_PYTHON or the managed environment.
        environment_folder: where the managed environment lies; empty: the user's data folder.
        base_python: the Python to make the managed environment with; empty: the best one found.
        pip_options: further options of pip for the set-up.
        torch_index: the address of a package index with torch without CUDA, for computers without a graphics card.
        wheels_folder: the folder of wheels offered for an offline set-up.
        device: for networks where a run leaves it to the engine: "auto", "cpu", "cuda" or "mps".
        threads: where a run leaves them to the engine; 0 for all processors.
        silence_s: an engine that says nothing for so many seconds is ended.
        network: whether the engine may read inputs from the network; off unless the user has turned it on.
        source_folders: folders in which sources of virtual rasters may lie beside the VRT's own, as in PATH.
        catalogue: that is asked for dates and radar, by name, URL or folder; empty: the first that is known by name.
        clear_stretch: whether scene and result are shown in the range of the scene's clear ground.
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
        """The pip options as a list, quotes understood.

        Raises:
            ValueError: a quotation mark is not closed.
        """
        words = shlex.shlex(self.pip_options, posix=True, punctuation_chars=False)
        # a backslash belongs to a path of Windows
        words.whitespace_split, words.escape, words.commenters = True, "", ""
        return list(words)

    def allowances(self) -> List[str]:
        """What the user allows the engine to read beside local files and their folders, as options of its command line.

        These are settings of QGIS's profile: no project, recipe, model or data file has a say in them.
        """
        folders = [folder for folder in self.source_folders.split(os.pathsep) if folder.strip()]
        sources = [word for folder in folders for word in ("--sources", folder.strip())]
        return [*(["--network"] if self.network else []), *sources]

    def applied(self, job: Mapping[str, Any]) -> Dict[str, Any]:
        """A job with the user's device and threads where it leaves them to the engine."""
        whole = dict(job)
        if self.threads and not whole.get("threads"):
            whole["threads"] = self.threads
        if self.device != "auto" and whole.get("device", "auto") == "auto" and _takes_device(whole):
            whole["device"] = self.device
        return whole


def _takes_device(job: Mapping[str, Any]) -> bool:
    """Whether a network does the work; the engine warns of a device that nothing runs on."""
    mode = job.get("mode")
    return mode == "model" or (mode != "classical" and job.get("preset") == "paper")


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
