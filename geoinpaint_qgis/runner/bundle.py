"""What is bundled with the plugin: the engine's source, its pinned packages, and their download sizes."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from pathlib import Path
from typing import Optional

STAGES = ("light", "full")
HERE = Path(__file__).resolve().parent
OF_ONE_TORCH_BUILD = re.compile(r"^(cuda-|nvidia-|triton\b)")  # dependencies of the pinned build of PyTorch only


def engine_folder(plugin: Optional[Path] = None) -> Path:
    """Folder of the engine's source: inside the plugin, or beside it in a checkout."""
    root = plugin or HERE.parent
    bundled = root / "bundled"
    return bundled if (bundled / "geoinpaint_engine").is_dir() else root.parent / "engine"


def lock_file(stage: str) -> Path:
    """Lock file of a stage, which is part of the engine's source."""
    return engine_folder() / "requirements" / f"{stage}.txt"


def lock_digest(stage: str) -> str:
    """A hash that identifies the version of a lock file."""
    return hashlib.sha256(lock_file(stage).read_bytes()).hexdigest()


def pins(stage: str, *, other_builds: bool = False) -> str:
    """Text of a stage's lock file.

    With `other_builds`, other builds of packages are accepted: hashes are removed, and so are packages that only the
    pinned build of PyTorch needs.
    """
    text = lock_file(stage).read_text(encoding="utf-8")
    if not other_builds:
        return text
    bare = re.sub(r"\s*\\\n\s+--hash=\S+", "", text)
    return "".join(line for line in bare.splitlines(keepends=True) if not OF_ONE_TORCH_BUILD.match(line))


def pins_beside_torch() -> str:
    """Requirements of the full stage with hashes, without PyTorch and the packages of its pinned build."""
    requirements = re.split(r"^(?=\S)", lock_file("full").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return "".join(one for one in requirements if not OF_ONE_TORCH_BUILD.match(one) and not one.startswith("torch=="))


def torch_version() -> str:
    """The pinned version of PyTorch, or ""."""
    found = re.search(r"^torch==([^\s;]+)", lock_file("full").read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def count_of(pinned: str) -> int:
    """Number of requirements in a lock file, including those for other systems and Python versions."""
    return len(re.findall(r"^[A-Za-z0-9]", pinned, re.MULTILINE))


def download_bytes(stage: str, *, system: str, machine: str, python: str) -> Optional[int]:
    """Download size of a stage's packages for a system and Python; None if it was not measured.

    `system` is the name of a `Platform`, `machine` as from `platform.machine()`, `python` such as "3.12".
    """
    file = engine_folder() / "requirements" / "downloads.json"
    try:
        measured = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    machine = {"amd64": "x86_64", "aarch64": "arm64"}.get(machine.lower(), machine.lower())
    if measured["lock"].get(stage) != zlib.crc32(lock_file(stage).read_bytes()):
        return None
    size = measured["bytes"].get(f"{system}-{machine}", {}).get(python, {}).get(stage)
    return int(size) if size else None
