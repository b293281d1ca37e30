"""Images with one file a band, as catalogues give them: a folder (B02.tif, ...), files of one beginning, an item."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.admission import is_virtual
from geoinpaint_engine.raster.bands import BAND_NAMES, normalise_band_name
from geoinpaint_engine.raster.grid import Grid
from geoinpaint_engine.raster.handles import examined
from geoinpaint_engine.raster.spec import Radiometry
from geoinpaint_engine.sentinel.items import SCENE_CLASSES, Item, item_of, radiometry_of
from geoinpaint_engine.sentinel.radiometry import date_of, find_date

ANY = "*"  # in the last part of a path: where the names of the bands stand
ENDINGS = (".tif", ".tiff", ".jp2")
LEAST_BANDS = 2  # fewer are a raster like any other
LARGEST_ITEM = 20_000_000  # bytes
METRES_PER_DEGREE = 111_320.0

_BAND = re.compile(
    r"(?P<before>.*?)(?:(?<![A-Za-z0-9])|(?<=_))(?P<name>B(?:0?[1-9]|1[0-2]|8A)|SCL)(?:[_-](?P<metres>10|20|60)m)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class BandFile:
    """A band of an image, in a file of its own.

    Args:
        name: "B01" ... "B12", "B8A".
        path: of its file.
        grid: of the file.
        metres: side of its pixels.
        radiometry: how its DN become reflectance.
        dtype: of the file, in GDAL's words.
        nodata: that the file declares, or None.
    """

    name: str
    path: str
    grid: Grid
    metres: int
    radiometry: Radiometry
    dtype: str
    nodata: float | None


@dataclass(frozen=True)
class _Files:
    """Files of an image: by band and pixel size in metres (0 where the name does not give it), and its item."""

    bands: Mapping[tuple[str, int], Path] = field(default_factory=dict)
    item: Item | None = None

    @property
    def names(self) -> set[str]:
        """The spectral bands that there are."""
        return {name for name, _ in self.bands} - {SCENE_CLASSES}


def band_of(stem: str) -> tuple[str, str, int] | None:
    """(what stands before the band, the band or SCL, metres or 0) in a file's name without extension.

    >>> band_of("S2_2024-04-05_B8A_20m"), band_of("B4"), band_of("red"), band_of("scene_2024-04-05")
    (('S2_2024-04-05_', 'B8A', 20), ('', 'B04', 0), ('', 'B04', 0), None)
    """
    whole = normalise_band_name(stem)
    if whole in BAND_NAMES and not re.search(r"\d{2}m$", stem):
        return "", whole, 0
    found = _BAND.fullmatch(stem)
    if found is None:
        return None
    name = found["name"].upper()
    return found["before"], name if name == SCENE_CLASSES else normalise_band_name(name), int(found["metres"] or 0)


def is_band_set(path: str | Path) -> bool:
    """Whether a path is such an image: a folder, files of one beginning (`S2_2024-04-05_*`), or an item."""
    with suppress(OSError, ValueError):
        return len(_files_of(Path(path)).names) >= LEAST_BANDS
    return False


def beginnings(folder: Path) -> dict[str, list[Path]]:
    """The files of the images that lie in one folder, by what their names begin with; not those of one band."""
    groups: dict[str, list[Path]] = {}
    bands: dict[str, set[str]] = {}
    for path, (before, name, _) in _named(folder):
        groups.setdefault(before, []).append(path)
        bands.setdefault(before, set()).add(name)
    return {one: paths for one, paths in groups.items() if len(bands[one] - {SCENE_CLASSES}) >= LEAST_BANDS}


def files_of(path: str | Path) -> list[Path]:
    """The files of an image, its classification among them."""
    return sorted(_files_of(Path(path)).bands.values())


def open_bands(path: str | Path) -> tuple[list[BandFile], str, str]:
    """The bands of an image, in the order of BAND_NAMES; its classification's path, or ""; its ISO date, or "".

    Of a band in several pixel sizes each is there. Scale and offset are those that its item gives, else the file's.

    Raises:
        InputError: `bands-unreadable`, and those of opening a file.
    """
    place = Path(path)
    files = _files_of(place)
    bands, dates = [], set()
    for (name, _), file in files.bands.items():
        if is_virtual(file):
            raise InputError(
                "bands-unreadable", f"The band {file.name} of {place.name} is a virtual raster.",
                "Name the files that it stands for.",
            )  # fmt: skip
        with examined(str(file)) as source:
            dates.add(date_of(source.tags(), file.name))
            if name == SCENE_CLASSES:
                continue
            grid = Grid(source.crs, source.transform, source.height, source.width)
            own = Radiometry(source.scales[0], source.offsets[0])
            dtype, nodata = source.dtypes[0], source.nodata
        radiometry = own
        if files.item is not None and name in files.item.bands:
            radiometry, _ = radiometry_of(files.item, files.item.bands[name], own)
        bands.append(BandFile(name, str(file), grid, _metres(grid), radiometry, dtype, nodata))
    bands.sort(key=lambda band: (BAND_NAMES.index(band.name), band.metres))
    classes = next((str(file) for (name, _), file in files.bands.items() if name == SCENE_CLASSES), "")
    told = files.item.date if files.item is not None else find_date(place.name)
    return bands, classes, told or (dates.pop() if len(dates) == 1 else "")


def _metres(grid: Grid) -> int:
    side = abs(grid.transform.a) or abs(grid.transform.b)
    degrees = grid.crs is not None and grid.crs.is_geographic
    return max(1, round(side * (METRES_PER_DEGREE if degrees else 1.0)))


def _files_of(path: Path) -> _Files:
    """Raises OSError, ValueError."""
    if path.suffix.lower() == ".json":
        return _of_item(path)
    if ANY in path.name:
        before, _, after = path.name.partition(ANY)
        named = [one for one in _named(path.parent) if not after and one[1][0] == before]
        return _Files(_unlike(named))
    if not path.is_dir():
        return _Files()
    named = list(_named(path))
    if len({before for _, (before, _, _) in named}) != 1:
        return _Files()
    items = [file for file in sorted(path.iterdir()) if file.suffix.lower() == ".json"]
    with suppress(OSError, ValueError):
        if len(items) == 1:
            return _Files(_unlike(named), _of_item(items[0]).item)
    return _Files(_unlike(named))


def _named(folder: Path) -> list[tuple[Path, tuple[str, str, int]]]:
    """The files of a folder that are named like bands, with the parts of their names."""
    found = []
    for path in sorted(folder.iterdir()):
        told = band_of(path.stem) if path.suffix.lower() in ENDINGS else None
        if told is not None and path.is_file():
            found.append((path, told))
    return found


def _unlike(named: list[tuple[Path, tuple[str, str, int]]]) -> dict[tuple[str, int], Path]:
    """Files by band and metres.

    Raises:
        ValueError: two files have the same.
    """
    files = {(name, metres): path for path, (_, name, metres) in named}
    if len(files) < len(named):
        raise ValueError("two files are the same band")
    return files


def _of_item(path: Path) -> _Files:
    """The files that an item on this computer names; those on the network, and outside of its folder, are none."""
    if path.stat().st_size > LARGEST_ITEM:
        raise ValueError("it is too large for an item")
    try:
        item = item_of(json.loads(path.read_text(encoding="utf-8")), str(path))
    except RecursionError as error:
        raise ValueError("it lies too deep within itself") from error
    if item is None:
        return _Files()
    alone = {name: Path(band.href) for name, band in item.bands.items() if "://" not in band.href and band.number == 1}
    once = {name: file for name, file in alone.items() if list(alone.values()).count(file) == 1 and file.is_file()}
    return _Files({(name, 0): file for name, file in once.items() if name in (*BAND_NAMES, SCENE_CLASSES)}, item)
