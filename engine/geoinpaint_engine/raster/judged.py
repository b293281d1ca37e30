"""What was judged of a scene and its dates, as files of the work folder.

`judged.tif` holds, float32, the scene's bands with thin cloud and shadow taken off (0 elsewhere), then the opacity in
percent (of shadows negative, 0 elsewhere); `dates.tif` holds for each reference, oldest first, 1 where it is not used.

A series keeps the same of each date as findings, one file a date, float32: where it is not used for others (MASKED,
FOUND), its opacity in percent, its bands with thin cloud and shadow taken off (0 elsewhere).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import rasterio

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.grid import Grid, Window
from geoinpaint_engine.raster.handles import Handles, open_raster, reading

JUDGED, DATES = "judged.tif", "dates.tif"
BLOCK = 512
MASKED, FOUND = 1, 2
# Tag, JSON: how ground changes (covariance of the bands); of `judged.tif` where what was found was added to the mask.
CHANGE = "GEOINPAINT_CHANGE"
RAGGED = "GEOINPAINT_RIMS_LEFT"  # tag of both: whether the mask leaves cloud or shadow beside it


class Judged:
    """The files; safe to read from several threads. `folder` is where they lie."""

    def __init__(self, folder: PurePath) -> None:
        self.folder = folder
        self._judged = Handles(lambda: open_raster(str(folder / JUDGED)))
        self._dates = Handles(lambda: open_raster(str(folder / DATES)))

    @property
    def ragged(self) -> bool:
        """Whether the mask leaves cloud or shadow beside it."""
        with reading(JUDGED):
            return bool(self._judged.get().tags().get(RAGGED) == "1")


    @property
    def change(self) -> np.ndarray | None:
        """(bands, bands) DN^2 of how ground changes where what was found was added to the mask, else None."""
        with reading(JUDGED):
            return _change_of(self._judged.get())

    def restored(self, window: Window) -> np.ndarray:
        """(bands, rows, cols) float32 DN of the scene without thin cloud and shadow, 0 where it was not restored."""
        with reading(JUDGED):
            dataset = self._judged.get()
            return np.asarray(dataset.read(list(range(1, dataset.count)), window=window.ranges))

    def opacity(self, window: Window) -> np.ndarray:
        """(rows, cols) float32: 0 to 1 of cloud, negative of shadow the share of light that it takes, 0 elsewhere."""
        with reading(JUDGED):
            dataset = self._judged.get()
            return np.asarray(dataset.read(dataset.count, window=window.ranges) / np.float32(100))

    def date(self, number: int) -> CloudyDate:
        """Where a reference is not used; by its number, oldest first."""
        return CloudyDate(self, number)

    def read_date(self, number: int, window: Window) -> np.ndarray:
        """(rows, cols) bool of a date; see `date`."""
        with reading(DATES):
            return np.asarray(self._dates.get().read(number + 1, window=window.ranges) > 0)

    def close(self) -> None:
        """Closes the files in all threads."""
        self._judged.close()
        self._dates.close()


@dataclass(frozen=True)
class CloudyDate:
    """A mask layer: where a reference shows cloud or shadow."""

    judged: Judged
    number: int
    title: str = "the other dates"
    overlaps: bool = True

    def read(self, window: Window) -> np.ndarray:
        """(rows, cols) bool, True where it is not used."""
        return self.judged.read_date(self.number, window)


def tags_of(*, ragged: bool, change: np.ndarray | None) -> dict[str, str]:
    """The tags of either kind of file."""
    tags = {RAGGED: str(int(ragged))}
    return tags if change is None else tags | {CHANGE: json.dumps(np.asarray(change, np.float64).tolist())}


def _change_of(dataset: rasterio.DatasetReader) -> np.ndarray | None:
    tag = dataset.tags().get(CHANGE)
    return None if tag is None else np.array(json.loads(tag))


def judged_profile(grid: Grid, *, bands: int) -> dict[str, Any]:
    """Profile (for rasterio) of `judged.tif`."""
    return {**_profile(grid), "dtype": "float32", "count": bands + 1}


def dates_profile(grid: Grid, *, dates: int) -> dict[str, Any]:
    """Profile (for rasterio) of `dates.tif`."""
    return {**_profile(grid), "dtype": "uint8", "count": max(dates, 1)}


def findings_profile(grid: Grid, *, bands: int) -> dict[str, Any]:
    """Profile (for rasterio) of a date's findings."""
    return {**_profile(grid), "dtype": "float32", "count": bands + 2}


@dataclass(frozen=True)
class Findings:
    """A date's findings, opened. Use `opened_findings`."""

    dataset: rasterio.DatasetReader
    title: str

    @property
    def ragged(self) -> bool:
        """Whether its mask leaves cloud or shadow beside it."""
        return bool(self.dataset.tags().get(RAGGED) == "1")

    @property
    def change(self) -> np.ndarray | None:
        """(bands, bands) DN^2: how ground changes; None where that is not known."""
        return _change_of(self.dataset)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """(rows, cols) float32 opacity in percent, and (bands, rows, cols) float32 DN, 0 where not restored."""
        with reading(self.title):
            found = self.dataset.read(list(range(2, self.dataset.count + 1)), window=window.ranges)
        return found[0], found[1:]


@contextmanager
def opened_findings(path: str, grid: Grid, *, bands: int) -> Iterator[Findings]:
    """A date's findings.

    Raises:
        InputError: `judged-mismatch`; `raster-unreadable`.
    """
    with reading(path), open_raster(path) as dataset:
        if (dataset.height, dataset.width, dataset.count) != (grid.height, grid.width, bands + 2):
            raise InputError(
                "judged-mismatch", f"{path} does not belong to the scene: it has another size or other bands.",
                "Name the file that was made with the scene, or leave it out.",
            )  # fmt: skip
        yield Findings(dataset, path)


def _profile(grid: Grid) -> dict[str, Any]:
    return {
        "driver": "GTiff", "height": grid.height, "width": grid.width, "crs": grid.crs, "transform": grid.transform,
        "tiled": True, "blockxsize": BLOCK, "blockysize": BLOCK, "interleave": "band", "compress": "deflate",
        "zlevel": 1, "sparse_ok": True, "bigtiff": "if_safer",
    }  # fmt: skip


def read_files(folder: PurePath) -> dict[str, bytes]:
    """The files as bytes, for a worker; empty where nothing was judged."""
    return {name: (Path(folder) / name).read_bytes() for name in (JUDGED, DATES) if (Path(folder) / name).is_file()}


def write_files(folder: PurePath, files: dict[str, bytes]) -> Judged | None:
    """The files put into a folder; None where there are none."""
    for name, content in files.items():
        (Path(folder) / name).write_bytes(content)
    return Judged(folder) if files else None
