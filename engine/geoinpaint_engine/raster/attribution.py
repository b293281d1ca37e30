"""Attribution of the data, which publishers of a result must give, from a tag in the files of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.handles import open_raster

TAG = "ATTRIBUTION"
LONGEST = 300  # characters of a tag that is passed on


def attributions(paths: Iterable[str]) -> list[str]:
    """The texts that rasters carry, each once, in order; none of what carries none or cannot be read."""
    found = set()
    for path in paths:
        if not Path(path).is_file():
            continue
        with suppress(InputError), open_raster(path) as dataset:
            found.add(" ".join(dataset.tags().get(TAG, "").split())[:LONGEST])
    return sorted(found - {""})
