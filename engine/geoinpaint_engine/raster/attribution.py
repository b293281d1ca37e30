"""Attributions of the data, which are required for publishing a result, from tags of the evidence files."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.handles import open_raster

TAG = "ATTRIBUTION"
LONGEST = 300  # characters of a tag that are passed on


def attributions(paths: Iterable[str]) -> list[str]:
    """The attributions in rasters' tags, without duplicates, in order; unreadable rasters are skipped."""
    found = set()
    for path in paths:
        if not Path(path).is_file():
            continue
        with suppress(InputError), open_raster(path) as dataset:
            found.add(" ".join(dataset.tags().get(TAG, "").split())[:LONGEST])
    return sorted(found - {""})
