"""Publishes finished files atomically as a set: all new or all old, even if the process is killed at any moment.

Before the first file is moved, a manifest in the work folder records the moves. The next run with the same output
completes them, or undoes them if undoing had begun; see `complete`.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.checkpoint import write_whole
from geoinpaint_engine.raster.output import flush, sync_folder, writing

MANIFEST = "publication.json"  # the files being published
UNDOING = "publication_undone.json"  # the manifest, renamed while the publication is undone
_SIDECARS = (".aux.xml", ".ovr", ".msk")


@dataclass(frozen=True)
class Move:
    """A pending move: a file's name in the work folder, its destination, and whether it replaces an older file."""

    name: str
    place: str
    replaces: bool


def publish(files: Sequence[tuple[Path, Path]]) -> None:
    """Publishes finished files: flushes them to disk, then renames them in the given order.

    New files take over the permissions of the files they replace. Side files of a replaced output (.aux.xml, .ovr,
    .msk) are removed, as they describe the old file. If publishing fails half-way, the previous state is restored.

    Args:
        files: (temporary file, destination) pairs; all temporary files in the same work folder, all on one file system.

    Raises:
        ResourceError: `disk-full`, `write-failed`.
        UsageError: `output-folder-read-only`.
    """
    folder = files[0][0].parent
    moves = [Move(temporary.name, str(place.absolute()), place.exists()) for temporary, place in files]
    with writing(files[-1][1]):
        for temporary, place in files:
            if place.exists():
                temporary.chmod(stat.S_IMODE(place.stat().st_mode))
                _keep(place, _before(folder, temporary.name))
            flush(temporary)
        write_whole(folder / MANIFEST, json.dumps([asdict(move) for move in moves]).encode())
        sync_folder(folder)
        try:
            _put(folder, moves)
        except BaseException:
            (folder / MANIFEST).replace(folder / UNDOING)
            _take_back(folder, moves)
            raise
    (folder / MANIFEST).unlink()


def complete(folder: Path, outputs: Iterable[Path] = ()) -> None:
    """Completes or undoes a publication that was interrupted by a kill.

    Only files beside the work folder, and the outputs of the current run, are changed, because the manifest is
    untrusted.

    Raises:
        UsageError: `publication-elsewhere`.
    """
    for name, work in ((UNDOING, _take_back), (MANIFEST, _put)):
        moves = _read(folder / name)
        if moves is None:
            continue
        mine = {os.path.realpath(path) for path in outputs}
        beside = os.path.realpath(folder.parent)
        for move in moves:
            real = os.path.realpath(move.place)
            if real not in mine and os.path.dirname(real) != beside:  # noqa: PTH120 - a real path as text
                raise UsageError(
                    "publication-elsewhere",
                    f"An earlier run was interrupted while it put {move.place} in place.",
                    f"Run the same job again, which completes that, or remove {folder}.",
                )
        work(folder, moves)
        (folder / name).unlink(missing_ok=True)


def under_way(folder: Path) -> bool:
    """Whether a work folder contains what is needed to complete or undo a publication."""
    return (folder / MANIFEST).exists() or (folder / UNDOING).exists()


def _read(path: Path) -> list[Move] | None:
    """The moves in a manifest; None if it is missing or invalid."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        moves = [Move(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
        if all(Path(move.name).name == move.name for move in moves) and all(Path(m.place).is_absolute() for m in moves):
            return moves
    path.unlink(missing_ok=True)
    return None


def _put(folder: Path, moves: Sequence[Move]) -> None:
    for move in moves:
        place = Path(move.place)
        if (folder / move.name).exists():
            (folder / move.name).replace(place)
        for ending in _SIDECARS:
            beside = place.with_name(place.name + ending)
            if beside.exists() and not _before(folder, move.name + ending).exists():
                beside.replace(_before(folder, move.name + ending))
    for parent in {Path(move.place).parent for move in moves}:
        sync_folder(parent)


def _take_back(folder: Path, moves: Sequence[Move]) -> None:
    for move in moves:
        place = Path(move.place)
        if move.replaces:
            if _before(folder, move.name).exists():
                _before(folder, move.name).replace(place)
        elif not (folder / move.name).exists():
            place.unlink(missing_ok=True)
        for ending in _SIDECARS:
            if _before(folder, move.name + ending).exists():
                _before(folder, move.name + ending).replace(place.with_name(place.name + ending))
    (folder / UNDOING).unlink(missing_ok=True)


def _before(folder: Path, name: str) -> Path:
    return folder / f"{name}.before"


def _keep(place: Path, aside: Path) -> None:
    """Creates a hard link to the file about to be replaced, so that it can be restored."""
    aside.unlink(missing_ok=True)
    try:
        os.link(place, aside)
    except OSError:  # the file system does not support hard links
        shutil.copy2(place, aside)
        flush(aside)
