"""Checks at the end of a run that its inputs have not changed since it opened them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.checkpoint import sha256_of_file
from geoinpaint_engine.raster.work_folder import files_below

WHOLE = 2**26  # bytes up to which a file's content alone counts, all of it
SAMPLE = 2**16  # bytes read at the beginning, in the middle and at the end of a larger one
# what QGIS writes beside a raster while it shows it; read when the raster is opened
_SIDE_FILES = (".aux.xml", ".ovr")
_SQLITE, _SQLITE_HEADER = b"SQLite format 3\0", 100  # which changes when QGIS merely opens a GeoPackage

Stamp = tuple[tuple[object, ...], ...]


class Provenance:
    """The state of a run's input files when it opened them."""

    def __init__(self) -> None:
        self._stamps: dict[str, Stamp] = {}

    def note(self, files: Iterable[str]) -> None:
        """Records the state of files and folders; for those recorded already, the first state is kept."""
        for file in files:
            if not file.endswith(_SIDE_FILES) and file not in self._stamps and (stamp := stamp_of(Path(file))):
                self._stamps[file] = stamp

    def check(self) -> None:
        """Whether they are as they were; what has come into a folder, such as another run's result, was not read.

        Raises:
            InputError: `input-changed`.
        """
        for file, stamp in self._stamps.items():
            if not set(stamp) <= set(stamp_of(Path(file))):
                raise InputError(
                    "input-changed",
                    f"The input {file} has changed while it was read.",
                    "Run it again when nothing writes to it any more.",
                )


def stamp_of(path: Path) -> Stamp:
    """A stamp by which a change of a file, or of those in a folder, is detected; empty where there is neither.

    Of a file up to 64 MiB the hash of its content; of a larger one, and of a folder's files, its size, the time of its
    last change, its inode, and of the larger one the hash of samples.
    """
    with suppress(OSError):
        if path.is_dir():
            return tuple(_outside(part) for part in files_below(path) if not part.name.endswith(_SIDE_FILES))
        if path.is_file():
            size = path.stat().st_size
            return ((str(path), size, _content(path)),) if size <= WHOLE else ((*_outside(path), _samples(path)),)
    return ()


def _outside(file: Path) -> tuple[object, ...]:
    state = file.stat()
    return str(file), state.st_size, state.st_mtime_ns, state.st_ino


def _content(file: Path) -> str:
    with file.open("rb") as stream:
        database = stream.read(len(_SQLITE)) == _SQLITE
    return hashlib.sha256(file.read_bytes()[_SQLITE_HEADER:]).hexdigest() if database else sha256_of_file(file)


def _samples(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        for place in (0, size // 2, max(size - SAMPLE, 0)):
            stream.seek(place)
            digest.update(stream.read(SAMPLE))
    return digest.hexdigest()
