"""How much the set-up downloads, by system and Python, for what the panel says before it fetches anything.

    python scripts/measure_downloads.py

Run it after every change of engine/requirements/light.txt or full.txt (a test says so). Needs `uv`, which reads the
sizes of the pinned packages' wheels from the package index; the wheel for each system is chosen as pip chooses it.
Writes engine/requirements/downloads.json.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

from packaging import tags
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import parse_wheel_filename

FOLDER = Path(__file__).resolve().parents[1] / "engine" / "requirements"
STAGES = ("light", "full")
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
RESOLVED_FOR_ALL = ("--quiet", "--universal", "--python-version", "3.10", "--no-deps", "--only-binary", ":all:",
                    "--format", "pylock.toml")  # fmt: skip
OLDEST_GLIBC, NEWEST_GLIBC = 5, 39
SYSTEMS = {
    "linux-x86_64": ("linux", "Linux", "x86_64"),
    "linux-arm64": ("linux", "Linux", "aarch64"),
    "windows-x86_64": ("win32", "Windows", "AMD64"),
    "macos-arm64": ("darwin", "Darwin", "arm64"),
}


def platforms(system: str) -> list[str]:
    """The platform tags of a system, the best first."""
    if system == "windows-x86_64":
        return ["win_amd64"]
    if system == "macos-arm64":
        return list(tags.mac_platforms((15, 0), "arm64"))
    machine = SYSTEMS[system][2]
    newest_first = [f"manylinux_2_{minor}_{machine}" for minor in range(NEWEST_GLIBC, OLDEST_GLIBC - 1, -1)]
    return [*newest_first, f"manylinux2014_{machine}", f"manylinux2010_{machine}", f"manylinux1_{machine}"]


def ranked_tags(system: str, python: str) -> dict[tags.Tag, int]:
    """The tags of wheels that pip takes there, with their rank."""
    version = tuple(map(int, python.split(".")))
    ordered = [
        *tags.cpython_tags(version, platforms=platforms(system)),
        *tags.compatible_tags(version, interpreter=f"cp{version[0]}{version[1]}", platforms=platforms(system)),
    ]
    return {tag: rank for rank, tag in reversed(list(enumerate(ordered)))}


def wheels_of(stage: str) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """(name, version) -> (file name, bytes) of the wheels of everything a stage pins."""
    import tomllib

    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder) / "pylock.toml"
        command = ["uv", "pip", "compile", *RESOLVED_FOR_ALL, "-o", str(lock), str(FOLDER / f"{stage}.txt")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        packages: list[dict[str, Any]] = tomllib.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {
        (package["name"], package["version"]): [
            (wheel["url"].rsplit("/", 1)[-1], int(wheel["size"])) for wheel in package["wheels"]
        ]
        for package in packages
    }


def stage_bytes(stage: str, wheels: dict[tuple[str, str], list[tuple[str, int]]], system: str, python: str) -> int:
    """The bytes of the wheels that pip fetches; 0 where a package has none for that system and Python."""
    sys_platform, platform_system, machine = SYSTEMS[system]
    environment = {
        "sys_platform": sys_platform,
        "platform_system": platform_system,
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.9",
        "platform_python_implementation": "CPython",
    }
    ranks = ranked_tags(system, python)
    total = 0
    for line in (FOLDER / f"{stage}.txt").read_text(encoding="utf-8").splitlines():
        if "==" not in line:
            continue
        requirement = Requirement(line.rstrip("\\ "))
        if not _applies(requirement.marker, environment):
            continue
        version = str(next(iter(requirement.specifier))).removeprefix("==")
        fitting = [
            (min(ranks[tag] for tag in parse_wheel_filename(name)[3] if tag in ranks), size)
            for name, size in wheels[requirement.name, version]
            if any(tag in ranks for tag in parse_wheel_filename(name)[3])
        ]
        if not fitting:
            print(f"{requirement.name} {version}: no wheel for {system}, Python {python}", file=sys.stderr)
            return 0
        total += min(fitting)[1]
    return total


def _applies(marker: Marker | None, environment: dict[str, str]) -> bool:
    return marker is None or marker.evaluate(environment)


def main() -> None:
    """Measure and write."""
    wheels = {stage: wheels_of(stage) for stage in STAGES}
    measured = {
        system: {
            python: {stage: size for stage in STAGES if (size := stage_bytes(stage, wheels[stage], system, python))}
            for python in PYTHONS
        }
        for system in SYSTEMS
    }
    lock = {stage: zlib.crc32((FOLDER / f"{stage}.txt").read_bytes()) for stage in STAGES}
    text = json.dumps({"lock": lock, "bytes": measured}, indent=1)
    (FOLDER / "downloads.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
