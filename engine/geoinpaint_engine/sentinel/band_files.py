"""Images stored as one file per band: a folder (B02.tif, ...), files with a common prefix, or a local STAC item."""

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

ANY = "*"  # wildcard in the last part of a path, in place of the band names
ENDINGS = (".tif", ".tiff", ".jp2")
LEAST_BANDS = 2  # a single file is an ordinary raster
LARGEST_ITEM = 20_000_000  # bytes
METRES_PER_DEGREE = 111_320.0

_BAND = re.compile(
    r"(?P<before>.*?)(?:(?<![A-Za-z0-9])|(?<=_))(?P<name>B(?:0?[1-9]|1[0-2]|8A)|SCL)(?:[_-](?P<metres>10|20|60)m)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class BandFile:
    """A band of an image, stored in its own file.

    Args:
        name: "B01" ... "B12", "B8A".
        path: path of the file.
        grid: grid of the file.
        metres: pixel size in metres.
        radiometry: scale and offset that convert DN to reflectance.
        dtype: data type of the file, as rasterio names it.
        nodata: nodata value that the file declares, or None.
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
    """Files of an image, by band and pixel size in metres (0 if not in the file name), and the STAC item if any."""

    bands: Mapping[tuple[str, int], Path] = field(default_factory=dict)
    item: Item | None = None

    @property
    def names(self) -> set[str]:
        """The spectral bands that are present."""
        return {name for name, _ in self.bands} - {SCENE_CLASSES}


def band_of(stem: str) -> tuple[str, str, int] | None:
    """Parses a file name without extension: (prefix, band name or "SCL", pixel size in metres or 0); None if no band.

    >>> band_of("S2_2024-04-05_B8A_20m"), band_of("B4"), band_of("red"), band_of("scene_2024-04-05")
    (('S2_2024-04-05_', 'B8A', 20), ('', 'B04', 0), ('', 'B04', 0), None)
    """
    name = normalise_band_name(stem)
    if name in BAND_NAMES and not re.search(r"\d{2}m$", stem):
        return "", name, 0
    found = _BAND.fullmatch(stem)
    if found is None:
        return None
    name = found["name"].upper()
    return found["before"], name if name == SCENE_CLASSES else normalise_band_name(name), int(found["metres"] or 0)


def is_band_set(path: str | Path) -> bool:
    """Whether a path is a multi-file image: a folder, a common prefix (`S2_2024-04-05_*`), or a STAC item."""
    with suppress(OSError, ValueError):
        return len(_files_of(Path(path)).names) >= LEAST_BANDS
    return False


def beginnings(folder: Path) -> dict[str, list[Path]]:
    """The multi-file images in a folder: their files by common prefix, where at least two bands share it."""
    groups: dict[str, list[Path]] = {}
    bands: dict[str, set[str]] = {}
    for path, (prefix, name, _) in _band_named_files(folder):
        groups.setdefault(prefix, []).append(path)
        bands.setdefault(prefix, set()).add(name)
    return {prefix: paths for prefix, paths in groups.items() if len(bands[prefix] - {SCENE_CLASSES}) >= LEAST_BANDS}


def files_of(path: str | Path) -> list[Path]:
    """The files of an image, including its scene classification."""
    return sorted(_files_of(Path(path)).bands.values())


def open_bands(path: str | Path) -> tuple[list[BandFile], str, str]:
    """Opens the bands of a multi-file image.

    Scale and offset are taken from the STAC item where it gives them, else from the file.

    Returns:
        The bands in the order of BAND_NAMES, each in all its pixel sizes; the path of the scene classification, or "";
        the ISO date, or "".

    Raises:
        InputError: `bands-unreadable`, and the errors of opening a file.
    """
    image_path = Path(path)
    files = _files_of(image_path)
    bands, dates = [], set()
    for (name, _), file in files.bands.items():
        if is_virtual(file):
            raise InputError(
                "bands-unreadable", f"The band {file.name} of {image_path.name} is a virtual raster.",
                "Name the files that it stands for.",
            )  # fmt: skip
        with examined(str(file)) as source:
            dates.add(date_of(source.tags(), file.name))
            if name == SCENE_CLASSES:
                continue
            grid = Grid(source.crs, source.transform, source.height, source.width)
            declared = Radiometry(source.scales[0], source.offsets[0])
            dtype, nodata = source.dtypes[0], source.nodata
        radiometry = declared
        if files.item is not None and name in files.item.bands:
            radiometry, _ = radiometry_of(files.item, files.item.bands[name], declared)
        bands.append(BandFile(name, str(file), grid, _metres(grid), radiometry, dtype, nodata))
    bands.sort(key=lambda band: (BAND_NAMES.index(band.name), band.metres))
    classes = next((str(file) for (name, _), file in files.bands.items() if name == SCENE_CLASSES), "")
    date = files.item.date if files.item is not None else find_date(image_path.name)
    return bands, classes, date or (dates.pop() if len(dates) == 1 else "")


def _metres(grid: Grid) -> int:
    side = abs(grid.transform.a) or abs(grid.transform.b)
    degrees = grid.crs is not None and grid.crs.is_geographic
    return max(1, round(side * (METRES_PER_DEGREE if degrees else 1.0)))


def _files_of(path: Path) -> _Files:
    """Raises OSError or ValueError if the path cannot be read, or two files are the same band."""
    if path.suffix.lower() == ".json":
        return _files_of_item(path)
    if ANY in path.name:
        before, _, after = path.name.partition(ANY)
        named = [one for one in _band_named_files(path.parent) if not after and one[1][0] == before]
        return _Files(_by_band(named))
    if not path.is_dir():
        return _Files()
    named = list(_band_named_files(path))
    if len({before for _, (before, _, _) in named}) != 1:
        return _Files()
    items = [file for file in sorted(path.iterdir()) if file.suffix.lower() == ".json"]
    with suppress(OSError, ValueError):
        if len(items) == 1:
            return _Files(_by_band(named), _files_of_item(items[0]).item)
    return _Files(_by_band(named))


def _band_named_files(folder: Path) -> list[tuple[Path, tuple[str, str, int]]]:
    """Files of a folder whose names contain a band, with the parsed name: see `band_of`."""
    found = []
    for path in sorted(folder.iterdir()):
        parsed = band_of(path.stem) if path.suffix.lower() in ENDINGS else None
        if parsed is not None and path.is_file():
            found.append((path, parsed))
    return found


def _by_band(candidates: list[tuple[Path, tuple[str, str, int]]]) -> dict[tuple[str, int], Path]:
    """Files by (band, metres).

    Raises:
        ValueError: two files have the same key.
    """
    files = {(name, metres): path for path, (_, name, metres) in candidates}
    if len(files) < len(candidates):
        raise ValueError("two files are the same band")
    return files


def _files_of_item(path: Path) -> _Files:
    """Files of a STAC item on disk; assets that are remote, shared by several bands, or missing are left out."""
    if path.stat().st_size > LARGEST_ITEM:
        raise ValueError("the file is too large for a STAC item")
    try:
        item = item_of(json.loads(path.read_text(encoding="utf-8")), str(path))
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply") from error
    if item is None:
        return _Files()
    hrefs = {name: Path(band.href) for name, band in item.bands.items() if "://" not in band.href and band.number == 1}
    present = {name: file for name, file in hrefs.items() if list(hrefs.values()).count(file) == 1 and file.is_file()}
    return _Files({(name, 0): file for name, file in present.items() if name in (*BAND_NAMES, SCENE_CLASSES)}, item)
