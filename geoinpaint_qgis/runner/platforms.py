"""Operating system differences in starting, ending and locating processes; the system is a parameter."""

from __future__ import annotations

import contextlib
import ntpath
import os
import posixpath
import signal
import subprocess  # nosec B404 # the engine is a separate process
import sys
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple

# process creation flags of Windows, by value, because subprocess defines the names on Windows only
CREATE_NEW_PROCESS_GROUP = 0x00000200
CREATE_NO_WINDOW = 0x08000000

# variables that QGIS sets for itself, and that would mislead another Python
FOREIGN_NAMES = frozenset(
    {
        "LD_LIBRARY_PATH",
        "LD_PRELOAD",
        "PYTHONEXECUTABLE",
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONSTARTUP",
        "QGIS_PREFIX_PATH",
        "VIRTUAL_ENV",
        "__PYVENV_LAUNCHER__",
    }
)
FOREIGN_PREFIXES = ("DYLD_", "PROJ_", "GDAL_", "OSGEO4W_")

Runner = Callable[[List[str]], None]


@dataclass(frozen=True)
class Platform:
    """An operating system: "linux", "macos" or "windows"."""

    name: str

    @property
    def windows(self) -> bool:
        """Whether the system is Windows."""
        return self.name == "windows"

    @property
    def paths(self) -> Any:
        """The module for this system's path syntax."""
        return ntpath if self.windows else posixpath

    def popen_options(self) -> Dict[str, Any]:
        """Options that give a process its own group and no console window."""
        if self.windows:
            return {"creationflags": CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW}
        return {"start_new_session": True}

    def clean_environment(self, environ: Mapping[str, str], *, keep_pip: bool = False) -> Dict[str, str]:
        """The environment without QGIS's own libraries and paths.

        `keep_pip` keeps PIP_*: proxies and indexes matter for installing packages, but not in a run.
        """
        prefixes = FOREIGN_PREFIXES if keep_pip else (*FOREIGN_PREFIXES, "PIP_")

        def foreign(name: str) -> bool:
            upper = name.upper() if self.windows else name
            return upper in FOREIGN_NAMES or upper.startswith(prefixes)

        return {name: value for name, value in environ.items() if not foreign(name)}

    def python_in(self, folder: str) -> str:
        """Path of the interpreter in a virtual environment."""
        return (
            self.paths.join(folder, "Scripts", "python.exe") if self.windows else posixpath.join(folder, "bin/python")
        )

    def data_folder(self, environ: Mapping[str, str]) -> str:
        """The user's folder for the plugin's data, outside of profile and plugin."""
        home = environ.get("USERPROFILE" if self.windows else "HOME", "")
        if self.windows:
            return ntpath.join(environ.get("LOCALAPPDATA") or ntpath.join(home, "AppData", "Local"), "GeoInpaint")
        if self.name == "macos":
            return posixpath.join(home, "Library", "Application Support", "GeoInpaint")
        return posixpath.join(environ.get("XDG_DATA_HOME") or posixpath.join(home, ".local", "share"), "geoinpaint")

    def base_pythons(self, prefix: str) -> List[Tuple[str, ...]]:
        """Commands that may start a Python for creating environments, the best first; `prefix` is QGIS's own."""
        versions = ("3.12", "3.13", "3.11", "3.10")
        if self.windows:
            launchers: List[Tuple[str, ...]] = [("py", f"-{version}") for version in versions]
            return [
                *launchers,
                ("python",),
                (ntpath.join(prefix, "python.exe"),),
                (ntpath.join(prefix, "python3.exe"),),
            ]
        named: List[Tuple[str, ...]] = [(f"python{version}",) for version in versions]
        found = [*named, ("python3",)]
        if self.name == "macos":
            brew = [(posixpath.join(folder, "python3"),) for folder in ("/opt/homebrew/bin", "/usr/local/bin")]
            found += [*brew, (posixpath.join(prefix, "bin", "python3"),)]
        return found

    def end(self, pid: int, *, hard: bool, run: Optional[Runner] = None) -> None:
        """Asks (or with `hard`, forces) the whole process group to end; ignored if it has ended already."""
        if self.windows:
            # a process without console has no gentler signal; the cancel request on stdin was the first attempt
            if hard:
                (run or _run_quietly)(["taskkill", "/T", "/F", "/PID", str(pid)])
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL if hard else signal.SIGTERM)


def _run_quietly(command: List[str]) -> None:
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # nosec B603 # a fixed command with a process number
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=CREATE_NO_WINDOW,
            timeout=5,
            check=False,
        )


def current() -> Platform:
    """The operating system of this process."""
    return Platform({"win32": "windows", "cygwin": "windows", "darwin": "macos"}.get(sys.platform, "linux"))


def crash_name(platform: Platform, code: int) -> str:
    """A short description of a crash by exit code; empty for ordinary exits."""
    if platform.windows:
        known = {
            0xC0000005: "access violation",
            0xC0000017: "out of memory",
            0xC000001D: "illegal instruction",
            0xC0000135: "a DLL was not found",
            0xC000013A: "interrupted",
            0xC0000142: "a DLL failed to start",
        }
        return known.get(code & 0xFFFFFFFF, "")
    if code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
        return f"signal {-code}"
    return ""
