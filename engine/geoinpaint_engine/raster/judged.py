"""Findings of the screening (docs/clouds.md), as files of the work folder.

`judged.tif` holds, in float32, the scene's bands with thin cloud and shadow removed (0 elsewhere), then the opacity in
percent (negative: shadow; 0 elsewhere). `dates.tif` holds, for each reference, oldest first, 1 where it is not used.

A series keeps findings of each date, one float32 file a date: where other dates must not use it (MASKED, FOUND), its
opacity in percent, its bands with thin cloud and shadow removed (0 elsewhere).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
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
# Tag, JSON: covariance of cloud-free ground's residuals over the bands; in `judged.tif` only with `--grow auto`.
CHANGE = "GEOINPAINT_CHANGE"
RAGGED = "GEOINPAINT_RIMS_LEFT"  # tag of both: whether the mask leaves cloud or shadow along its edge


class Judged:
    """Reads `judged.tif` and `dates.tif` in `folder`; safe to read from several threads."""

    def __init__(self, folder: PurePath) -> None:
        self.folder = folder
        self._judged = Handles(lambda: open_raster(str(folder / JUDGED)))
        self._dates = Handles(lambda: open_raster(str(folder / DATES)))

    @property
    def ragged(self) -> bool:
        """Whether the mask leaves cloud or shadow along its edge."""
        with reading(JUDGED):
            return bool(self._judged.get().tags().get(RAGGED) == "1")

    @property
    def change(self) -> np.ndarray | None:
        """(bands, bands) DN^2: covariance of cloud-free ground's residuals; None without `--grow auto`."""
        with reading(JUDGED):
            return _change_of(self._judged.get())

    def restored(self, window: Window) -> np.ndarray:
        """(bands, rows, cols) float32 DN: the scene with thin cloud and shadow removed, 0 where not restored."""
        with reading(JUDGED):
            dataset = self._judged.get()
            return np.asarray(dataset.read(list(range(1, dataset.count)), window=window.ranges))

    def opacity(self, window: Window) -> np.ndarray:
        """(rows, cols) float32, -1 to 1: opacity of cloud; negative: share of light taken by shadow; 0 elsewhere."""
        with reading(JUDGED):
            dataset = self._judged.get()
            return np.asarray(dataset.read(dataset.count, window=window.ranges) / np.float32(100))

    def date(self, number: int) -> CloudyDate:
        """The mask of pixels where a reference is not used; `number` counts from the oldest, 0."""
        return CloudyDate(self, number)

    def read_date(self, number: int, window: Window) -> np.ndarray:
        """(rows, cols) bool, True where a date is not used; see `date`."""
        with reading(DATES):
            return np.asarray(self._dates.get().read(number + 1, window=window.ranges) > 0)

    def close(self) -> None:
        """Closes the files in all threads."""
        self._judged.close()
        self._dates.close()


@dataclass(frozen=True)
class CloudyDate:
    """A mask layer: pixels of a reference that are cloud or shadow and not used."""

    judged: Judged
    number: int
    title: str = "the other dates"
    overlaps: bool = True

    def read(self, window: Window) -> np.ndarray:
        """(rows, cols) bool, True where it is not used."""
        return self.judged.read_date(self.number, window)


def tags_of(*, ragged: bool, change: np.ndarray | None) -> dict[str, str]:
    """The tags of either kind of file; see RAGGED and CHANGE."""
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
    """A date's findings, opened; safe to read from several threads. Use `opened_findings`."""

    handles: Handles
    title: str

    @property
    def ragged(self) -> bool:
        """Whether the date's mask leaves cloud or shadow along its edge."""
        return bool(self.handles.get().tags().get(RAGGED) == "1")

    @property
    def change(self) -> np.ndarray | None:
        """(bands, bands) DN^2: covariance of cloud-free ground's residuals; None where unknown."""
        return _change_of(self.handles.get())

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """(rows, cols) float32 opacity in percent, and (bands, rows, cols) float32 DN, 0 where not restored."""
        with reading(self.title):
            dataset = self.handles.get()
            found = dataset.read(list(range(2, dataset.count + 1)), window=window.ranges)
        return found[0], found[1:]


@contextmanager
def opened_findings(path: str, grid: Grid, *, bands: int) -> Iterator[Findings]:
    """Opens a date's findings.

    Raises:
        InputError: `judged-mismatch`; `raster-unreadable`.
    """
    handles = Handles(lambda: open_raster(path))
    with closing(handles), reading(path):
        dataset = handles.get()
        if (dataset.height, dataset.width, dataset.count) != (grid.height, grid.width, bands + 2):
            raise InputError(
                "judged-mismatch", f"{path} does not belong to the scene: it has another size or other bands.",
                "Name the file that was made with the scene, or leave it out.",
            )  # fmt: skip
        yield Findings(handles, path)


def _profile(grid: Grid) -> dict[str, Any]:
    return {
        "driver": "GTiff", "height": grid.height, "width": grid.width, "crs": grid.crs, "transform": grid.transform,
        "tiled": True, "blockxsize": BLOCK, "blockysize": BLOCK, "interleave": "band", "compress": "deflate",
        "zlevel": 1, "sparse_ok": True, "bigtiff": "if_safer",
    }  # fmt: skip


def read_files(folder: PurePath) -> dict[str, bytes]:
    """The files as bytes, to send to a worker; empty where the scene was not screened."""
    return {name: (Path(folder) / name).read_bytes() for name in (JUDGED, DATES) if (Path(folder) / name).is_file()}


def write_files(folder: PurePath, files: dict[str, bytes]) -> Judged | None:
    """Writes the files into a folder and opens them; None where there are none."""
    for name, content in files.items():
        (Path(folder) / name).write_bytes(content)
    return Judged(folder) if files else None
