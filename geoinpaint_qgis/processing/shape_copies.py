"""Saves shapes that are not files (drawn, selected) next to the result, because its recipe needs them."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import Any, Collection, Dict, Iterator, List, Tuple


@contextlib.contextmanager
def beside(job: Dict[str, Any], exported: Collection[str]) -> Iterator[None]:
    """Copy a job's exported shapes to `<output>.area.gpkg` and `<output>.mask.gpkg`, and have the job name the copies.

    A name that is taken gets a number: another result's recipe may need that file. Where the folder takes no copy, the
    job keeps the temporary file. What was copied is removed again if the run in this context fails.
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
        yield
    except BaseException:
        _remove(list(copies.values()))
        raise


def _places(job: Dict[str, Any]) -> List[Tuple[str, Dict[str, Any], str]]:
    """Where a job names shapes: what they are, the entry and its key."""
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
