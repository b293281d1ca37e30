"""Locates the engine's Python (the user's own, or the managed environment), and reads the environment's state."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Set

from geoinpaint_qgis.runner import bundle
from geoinpaint_qgis.runner.pip_progress import normalised
from geoinpaint_qgis.runner.platforms import Platform

PYTHON_VARIABLE = "GEOINPAINT_PYTHON"
FOLDER_VARIABLE = "GEOINPAINT_ENVIRONMENT"
STAMP = "geoinpaint-environment.json"

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Interpreter:
    """A Python for the engine, and where it is configured: "setting", "variable" or "managed"."""

    path: str
    source: str


def environment_folder(setting: str, *, environ: Mapping[str, str], platform: Platform) -> str:
    """Folder of the managed environment: setting, GEOINPAINT_ENVIRONMENT, or in the user's data folder."""
    chosen = setting or environ.get(FOLDER_VARIABLE, "")
    return os.path.expanduser(chosen) if chosen else platform.paths.join(platform.data_folder(environ), "environment")


def find_interpreter(
    setting: str, folder: str, *, environ: Mapping[str, str], platform: Platform
) -> Optional[Interpreter]:
    """The engine's Python: the setting, GEOINPAINT_PYTHON, the managed environment in `folder`; None if there is none.

    A configured Python that does not exist is returned too, so that it is reported as missing.
    """
    if setting:
        return Interpreter(os.path.expanduser(setting), "setting")
    if environ.get(PYTHON_VARIABLE):
        return Interpreter(os.path.expanduser(environ[PYTHON_VARIABLE]), "variable")
    managed = platform.python_in(folder)
    if os.path.isfile(managed) and read_stamp(folder):
        return Interpreter(managed, "managed")
    return None


def engine_command(interpreter: str, arguments: Sequence[str], *, engine: Optional[Path] = None) -> List[str]:
    """The command line that runs the engine's source with a Python."""
    folder = engine or bundle.engine_folder()
    return [interpreter, "-u", "-E", "-X", "utf8", str(HERE / "launch.py"), str(folder), *arguments]


def read_stamp(folder: str) -> Dict[str, str]:
    """The properties that the managed environment was created with; empty if missing or incomplete."""
    try:
        with open(os.path.join(folder, STAMP), encoding="utf-8") as file:
            stamp = json.load(file)
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and stamp.get("stage") in bundle.STAGES else {}


def installed(folder: str) -> Set[str]:
    """Normalised names of the packages in the managed environment, by the metadata that pip writes last."""
    return {
        normalised(file.parent.name.split("-")[0])
        for pattern in ("lib/python*/site-packages", "Lib/site-packages")
        for file in Path(folder).glob(f"{pattern}/*.dist-info/INSTALLER")
    }


def outdated(folder: str) -> bool:
    """Whether the managed environment was created from another lock file than this plugin's."""
    stamp = read_stamp(folder)
    return bool(stamp) and stamp.get("lock") != bundle.lock_digest(stamp["stage"])


def remove_environment(folder: str) -> None:
    """Removes the managed environment; other folders are left alone."""
    if (Path(folder) / "pyvenv.cfg").exists():
        shutil.rmtree(folder)
