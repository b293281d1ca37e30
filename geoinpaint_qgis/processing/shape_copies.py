"""Saves polygons that are not in a file (drawn, selected) next to the result, because its recipe refers to them."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import Any, Collection, Dict, Iterator, List, Mapping, Tuple


@contextlib.contextmanager
def beside(job: Dict[str, Any], exported: Collection[str]) -> Iterator[Mapping[str, str]]:
    """Copies a job's exported polygons to `<output>.area.gpkg` and `<output>.mask.gpkg`, and changes the job to them.

    Existing files are kept, because the recipe of another result may need them: the name gets a number. If the folder
    is not writable, the job keeps the temporary file. The copies are removed if the run in this context fails.

    Yields:
        The path of each copy, by that of the temporary file.
    """
    copies: Dict[str, str] = {}
    for kind, holder, key in _places(job):
        path = holder.get(key)
        if path not in exported:
            continue
        if path not in copies:
            copy = _free(f"{job['output']['path']}.{kind}", os.path.splitext(path)[1])
            try:
                shutil.copyfile(path, copy)
            except OSError:
                _remove([copy])
                continue
            copies[path] = copy
        holder[key] = copies[path]
    try:
        yield copies
    except BaseException:
        _remove(list(copies.values()))
        raise


def _places(job: Dict[str, Any]) -> List[Tuple[str, Dict[str, Any], str]]:
    """The places in a job that refer to polygons, as (kind, entry, key)."""
    return [
        *(("area", entry, "path") for entry in [job.get("area")] if entry),
        *(("mask", entry, "path") for entry in job["mask"]),
        *(("mask", entry, "mask") for entry in job["references"]),
    ]


def _free(stem: str, ending: str) -> str:
    path, number = f"{stem}{ending}", 2
    while os.path.exists(path):
        path, number = f"{stem}_{number}{ending}", number + 1
    return path


def _remove(paths: Collection[str]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            os.remove(path)
