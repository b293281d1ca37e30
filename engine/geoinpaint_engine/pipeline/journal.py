"""The journal of a resumable run in `<output>.partial/`, and the check whether another run may resume from it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from geoinpaint_engine import __version__
from geoinpaint_engine.errors import EngineError, UsageError
from geoinpaint_engine.job import Job, takes_device
from geoinpaint_engine.modes import EVIDENCE_MODES
from geoinpaint_engine.raster.checkpoint import Checkpoint, sha256_of_file, write_whole
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.mask_stats import MaskStats
from geoinpaint_engine.raster.masks import HoleMask, reopen_mask
from geoinpaint_engine.raster.output import flush
from geoinpaint_engine.raster.work_folder import clear, files_below

NAME = "journal.json"
# settings that do not affect the fill: where it goes, in which format, and on how many threads
IRRELEVANT = ("output", "report", "threads")
PACKAGES = ("numpy", "scipy", "rasterio")


def identity(job: Job, files: Iterable[str], *, threads: int) -> dict[str, Any]:
    """Everything that must be equal for a run to resume from another's parts: job, inputs, engine and packages.

    Args:
        job: the job, its paths absolute.
        files: every file that it reads, identified by size and modification time.
        threads: of the run; they affect the last digits where a network computes, and nothing otherwise.
    """
    settings = msgspec.to_builtins(job)
    for name in IRRELEVANT:
        settings.pop(name, None)
    return {
        "engine": __version__,
        "packages": _packages(job),
        "job": hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest(),
        "threads": threads if takes_device(job) else None,
        "inputs": {file: size_and_time(Path(file)) for file in sorted(set(files))},
    }


def _packages(job: Job) -> dict[str, str]:
    """Versions of the packages that affect the bytes of this job's fill; other upgrades do not prevent a resume."""
    uses_torch = takes_device(job)
    # the fast preset's filters, TELEA, and the screening and error estimate from references use OpenCV
    uses_opencv = job.fill == "telea" or bool(job.references) or (job.mode in EVIDENCE_MODES and not uses_torch)
    found = {}
    for package in (*PACKAGES, *["torch"] * uses_torch, *["opencv-python-headless"] * uses_opencv):
        with suppress(importlib.metadata.PackageNotFoundError):
            found[package] = importlib.metadata.version(package)
    return found


def size_and_time(file: Path) -> list[int]:
    """[bytes, modification time in ns] of a file, or of all files in a folder; [] where there is neither."""
    with suppress(OSError):
        parts = [part.stat() for part in files_below(file)] if file.is_dir() else [file.stat()]
        return [sum(part.st_size for part in parts), max((part.st_mtime_ns for part in parts), default=0)]
    return []


class Journal:
    """The record of a resumable run in its work folder; all other files there belong to the run.

    Args:
        folder: the work folder.
        known: the run's `identity`.

    Raises:
        UsageError: `resume-mismatch`: the folder belongs to another job, other inputs or other versions.
        ResourceError: `disk-full`, `write-failed`.
    """

    def __init__(self, folder: Path, known: dict[str, Any]) -> None:
        self._folder = folder
        found = _read(folder / NAME)
        if found is None:
            clear(folder)
            write_whole(folder / NAME, json.dumps(known, indent=1).encode())
        elif found != known:
            raise UsageError(
                "resume-mismatch",
                f"The interrupted run in {folder} cannot be resumed: {_difference(found, known)}.",
                "Undo the change, or leave --resume out to start anew.",
            )

    def checkpoint(self, name: str) -> Checkpoint:
        """A checkpoint for arrays."""
        return Checkpoint(self._folder / f"{name}.safetensors")

    def mask(self, grid: Grid) -> HoleMask | None:
        """The stored mask, or None where there is none yet."""
        noted, path = _read(self._folder / "mask.json"), self._folder / "mask.tif"
        # a foreign or damaged mask, or a damaged note: the mask is made again
        with suppress(OSError, KeyError, TypeError, EngineError):
            if noted is not None and sha256_of_file(path) == noted.pop("sha256"):
                nodata = noted.pop("fills_nodata")
                return reopen_mask(path, grid, stats=MaskStats(**noted), fills_nodata=nodata)
        return None

    def note_mask(self, mask: HoleMask) -> None:
        """Records that the mask is stored."""
        path = self._folder / "mask.tif"
        flush(path)
        document = {**asdict(mask.stats), "fills_nodata": mask.fills_nodata, "sha256": sha256_of_file(path)}
        write_whole(self._folder / "mask.json", json.dumps(document).encode())


def _read(path: Path) -> dict[str, Any] | None:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None


def _difference(found: dict[str, Any], known: dict[str, Any]) -> str:
    """A description of what has changed."""
    if found.get("job") != known["job"]:
        return "the job has changed"
    if found.get("threads") != known["threads"]:
        return (
            f"it ran with --threads {found.get('threads')}, and this one has {known['threads']}, which decides on the "
            "last digits where a network computes"
        )
    inputs = found.get("inputs")
    if not isinstance(inputs, dict):
        return "its journal is damaged"
    changed = [file for file, stamp in known["inputs"].items() if inputs.get(file) != stamp]
    if changed or len(inputs) != len(known["inputs"]):
        return f"the input {changed[0]} has changed" if changed else "the inputs have changed"
    return "it was made by another version of the engine or its packages"
