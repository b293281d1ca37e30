"""Python interpreters: their properties, whether they suit the engine, and which one creates environments."""

from __future__ import annotations

import json
import os
import shutil
import subprocess  # nosec B404 # other Pythons run as processes
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, Mapping, Optional, Sequence, Tuple

from geoinpaint_qgis.runner import diagnosis
from geoinpaint_qgis.runner.diagnosis import Diagnosis, EnvironmentFailure
from geoinpaint_qgis.runner.platforms import Platform
from geoinpaint_qgis.runner.probe import STAGES
from geoinpaint_qgis.translate import tr

OLDEST_PYTHON = (3, 10)
PROBE_TIMEOUT_S = 30.0

HERE = Path(__file__).resolve().parent
LIGHT_PACKAGES = tuple(STAGES["light"])


@dataclass(frozen=True)
class Probe:
    """Properties of a Python."""

    executable: str
    version: Tuple[int, ...]
    bits: int
    can_make_environments: bool
    packages: Mapping[str, str]
    machine: str = ""

    @property
    def stage(self) -> str:
        """The stage that its packages suffice for: "full", "light" or ""."""
        if any(name not in self.packages for name in LIGHT_PACKAGES):
            return ""
        return "full" if "torch" in self.packages else "light"

    def problem(self) -> Optional[Diagnosis]:
        """Why it cannot run the engine; None if it can."""
        version = ".".join(map(str, self.version))
        if self.version < OLDEST_PYTHON:
            return Diagnosis(
                "python-too-old",
                tr("The engine needs Python 3.10 or newer, and {path} is {version}.").format(
                    path=self.executable, version=version
                ),
                tr("Choose another Python for the engine."),
                "choose-python",
            )
        if self.bits < 64:
            return Diagnosis(
                "wrong-architecture",
                tr("The Python {path} is a 32-bit one.").format(path=self.executable),
                tr("Choose a 64-bit Python for the engine."),
                "choose-python",
            )
        missing = [name for name in LIGHT_PACKAGES if name not in self.packages]
        if missing:
            return Diagnosis(
                "module-missing",
                tr("The Python {path} lacks packages that the engine needs: {names}.").format(
                    path=self.executable, names=", ".join(missing)
                ),
                tr("Install them there, or choose another Python for the engine."),
                "choose-python",
            )
        return None


def probe(
    command: Sequence[str], *, environ: Mapping[str, str], platform: Platform, timeout_s: float = PROBE_TIMEOUT_S
) -> Probe:
    """Queries the properties of a Python.

    Raises:
        EnvironmentFailure: it cannot be started, does not respond, or is not Python.
    """
    options: Dict[str, Any] = platform.popen_options()
    try:
        answer = subprocess.run(  # nosec B603 # a list, no shell; the interpreter is the user's choice
            [*command, "-E", str(HERE / "probe.py")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=platform.clean_environment(environ),
            timeout=timeout_s,
            check=False,
            **options,
        )
    except subprocess.TimeoutExpired as error:
        raise EnvironmentFailure(_no_python(command[0], tr("it does not answer"))) from error
    except OSError as error:
        raise EnvironmentFailure(diagnosis.not_started(error, command[0])) from error
    try:
        said = json.loads(answer.stdout.decode("utf-8").strip().splitlines()[-1])
        return Probe(
            executable=said["executable"],
            version=tuple(said["version"]),
            bits=said["bits"],
            can_make_environments=said["can_make_environments"],
            packages=said["packages"],
            machine=said.get("machine", ""),
        )
    except (ValueError, IndexError, KeyError, TypeError) as error:
        log = answer.stderr.decode("utf-8", "replace")
        raise EnvironmentFailure(
            diagnosis.recognise(log) or _no_python(command[0], tr("what it says is not what a Python says"))
        ) from error


def _no_python(path: str, reason: str) -> Diagnosis:
    return Diagnosis(
        "no-python",
        tr("{path} is not a Python that can be used: {reason}.").format(path=path, reason=reason),
        tr("Choose another Python for the engine."),
        "choose-python",
    )


def find_base_python(setting: str, *, environ: Mapping[str, str], platform: Platform) -> Probe:
    """A Python 3.10+ that can create environments: the setting, or the best one found on this computer.

    Raises:
        EnvironmentFailure: there is none; the hint says what to install.
    """
    commands: Iterable[Tuple[str, ...]] = [(setting,)] if setting else platform.base_pythons(sys.prefix)
    crippled: Optional[Probe] = None
    for command in commands:
        program = shutil.which(command[0], path=environ.get("PATH")) if not os.path.isabs(command[0]) else command[0]
        if not program or "WindowsApps" in program:  # the Microsoft Store's placeholder, which opens the store
            continue
        try:
            found = probe((program, *command[1:]), environ=environ, platform=platform)
        except EnvironmentFailure:
            if setting:
                raise
            continue
        if found.version >= OLDEST_PYTHON and found.bits == 64:
            if found.can_make_environments:
                return found
            crippled = crippled or found
        elif setting:
            raise EnvironmentFailure(found.problem() or _no_python(setting, ""))
    if crippled:
        known = diagnosis.recognise("No module named ensurepip")
        raise EnvironmentFailure(known or _no_python(crippled.executable, ""))
    raise EnvironmentFailure(
        Diagnosis(
            "no-base-python",
            tr("No Python 3.10 or newer was found on this computer."),
            {
                "windows": tr("Install Python 3.12 (64-bit) from python.org and try again."),
                "macos": tr("Install Python 3.12 from python.org and try again."),
                "linux": tr("Install the packages python3 and python3-venv and try again."),
            }[platform.name],
            "choose-python",
        )
    )
