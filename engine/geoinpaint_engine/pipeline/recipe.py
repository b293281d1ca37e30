"""The recipe of a result: job, inputs and versions, so that it can be reproduced."""

from __future__ import annotations

import importlib.metadata
import json
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import rasterio

from geoinpaint_engine import __version__
from geoinpaint_engine.job import Job
from geoinpaint_engine.modes import DETECTORS
from geoinpaint_engine.raster.attribution import attributions
from geoinpaint_engine.raster.checkpoint import sha256_of_file
from geoinpaint_engine.raster.handles import gdal_env
from geoinpaint_engine.raster.output import writing
from geoinpaint_engine.raster.parallel_map import parallel_map
from geoinpaint_engine.raster.work_folder import files_below

PREFIX = "GEOINPAINT_"  # of the tags; in the default domain, the only one that a COG keeps
PACKAGES = (
    *("numpy", "scipy", "rasterio", "pyogrio", "opencv-python-headless", "msgspec", "torch"),
    *(package for detector in DETECTORS.values() for package in detector.packages),
)


def versions() -> dict[str, str]:
    """Versions of the engine, Python, GDAL and the packages that are installed."""
    found = {"geoinpaint_engine": __version__, "python": platform.python_version(), "gdal": rasterio.__gdal_version__}
    for package in PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def fingerprint(path: str) -> dict[str, Any]:
    """Size and SHA-256 of an input file; for a folder (a product), only the sizes of its files."""
    file = Path(path)
    if file.is_file():
        return {"path": path, "bytes": file.stat().st_size, "sha256": sha256_of_file(file)}
    if file.is_dir():
        return {"path": path, "bytes": sum(part.stat().st_size for part in files_below(file))}
    return {"path": path}


def recipe(
    job: Job, inputs: list[str], figures: dict[str, Any], warnings: Sequence[tuple[str, str]] = (), *, threads: int = 1
) -> dict[str, Any]:
    """The document that is written next to the result.

    Args:
        job: the job.
        inputs: files that it reads.
        figures: of the result.
        warnings: (code, message) of each.
        threads: that hash the inputs side by side.
    """
    owed = attributions(evidence_files(job))
    with parallel_map(fingerprint, list(dict.fromkeys(inputs)), threads, name="hash") as found:
        fingerprints = list(found)
    return {
        "job": msgspec.to_builtins(job),
        "versions": versions(),
        "inputs": fingerprints,
        "figures": figures,
        "warnings": [{"code": code, "message": message} for code, message in warnings],
        **({"attribution": owed} if owed else {}),
    }


def evidence_files(job: Job) -> list[str]:
    """The references and radar images of a job."""
    return [*(entry.path for entry in job.references), *(entry.path for entry in job.sar)]


def tag(path: Path, job: Job) -> None:
    """Write how the result was made into its tags (GEOINPAINT_...); paths and times are in the recipe only.

    So the same job gives the same bytes wherever it is run.
    """
    settings = msgspec.to_builtins(job)
    paths = ("output", "scene", "mask", "area", "references", "sar", "model", "judged", "report")
    for name in (*paths, "device", "threads"):
        settings.pop(name, None)
    owed = attributions(evidence_files(job))
    with writing(path), gdal_env(GDAL_PAM_ENABLED=False), rasterio.open(path, "r+") as out:
        tags = {"VERSION": __version__, "JOB": settings, "REFERENCES": len(job.references), "SAR": len(job.sar)}
        if owed:
            tags["ATTRIBUTION"] = owed
        out.update_tags(**{PREFIX + name: json.dumps(value, sort_keys=True) for name, value in tags.items()})
