"""The engine as configured in this QGIS: its Python, environment and command line. Combines settings and runner."""

from __future__ import annotations

import os
import shutil
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence

from geoinpaint_qgis import settings
from geoinpaint_qgis.runner import client, diagnosis, environment, models, platforms
from geoinpaint_qgis.runner.diagnosis import Diagnosis
from geoinpaint_qgis.runner.environment import Interpreter, installed
from geoinpaint_qgis.runner.pip_progress import normalised


def environment_folder() -> str:
    """Path of the managed environment, whether it exists or not."""
    return environment.environment_folder(
        settings.load().environment_folder, environ=os.environ, platform=platforms.current()
    )


def interpreter() -> Optional[Interpreter]:
    """The Python of the engine, or None if unknown."""
    return environment.find_interpreter(
        settings.load().interpreter, environment_folder(), environ=os.environ, platform=platforms.current()
    )


def problem() -> Optional[Diagnosis]:
    """Why the engine cannot be started, as far as can be determined without starting it; None if it can."""
    found = interpreter()
    if found is None:
        return diagnosis.no_engine()
    if not shutil.which(found.path):
        return diagnosis.not_started(FileNotFoundError(2, os.strerror(2)), found.path)
    return None


def lacks(packages: Sequence[str]) -> bool:
    """Whether the managed environment lacks any of the packages; False for a Python chosen by the user."""
    found = interpreter()
    if found is None or found.source != "managed":
        return False
    return not {normalised(name) for name in packages} <= installed(environment_folder())


def trained_models() -> List[models.Model]:
    """The table of trained models: those shipped with the plugin, then the user's own."""
    return models.list_models(os.environ, platforms.current())


def run(
    arguments: Sequence[str],
    *,
    on_event: Callable[[Dict[str, Any]], None],
    cancelled: Callable[[], bool] = lambda: False,
    stop_wanted: Callable[[], bool] = lambda: False,
    idle: Callable[[], None] = lambda: None,
    leftovers: Sequence[str] = (),
    python: str = "",
    environment_of_run: Optional[Mapping[str, str]] = None,
) -> client.Outcome:
    """Runs the engine with these arguments (and --json --control) to its end, with callbacks in the calling thread.

    `python` is used instead of the configured Python; `environment_of_run` is added to the environment.
    """
    found = Interpreter(python, "setting") if python else interpreter()
    if found is None:
        return client.Outcome(failure=diagnosis.no_engine())
    platform = platforms.current()
    return client.run_engine(
        command(found, [*arguments, *settings.load().allowances(), "--json", "--control"]),
        environ={**platform.clean_environment(os.environ), **(environment_of_run or {})},
        platform=platform,
        on_event=on_event,
        cancelled=cancelled,
        stop_wanted=stop_wanted,
        idle=idle,
        silence_s=settings.load().silence_s,
        leftovers=leftovers,
    )


def command(found: Interpreter, arguments: Sequence[str]) -> List[str]:
    """The command line that runs the engine with the given interpreter."""
    return environment.engine_command(found.path, arguments)
