"""The work folder of a run, `<output>.partial/`: locked while the run is alive, and recoverable if it is killed."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.output import writing
from geoinpaint_engine.raster.publication import complete, under_way

PARTIAL = ".partial"  # suffix of work folders
LOCK = "geoinpaint.lock"  # file that identifies a work folder, and is locked while its run is alive
SCRATCH = "geoinpaint-"  # prefix of temporary folders
_YOUNG_S = 3600.0  # age in seconds below which a scratch folder without a lock may be about to get one


def files_below(folder: Path) -> list[Path]:
    """The files in a folder and its subfolders, except other runs' work folders (`*.partial/`)."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.endswith(PARTIAL) for part in path.relative_to(folder).parts)
    ]


class WorkFolder:
    """`<output>.partial/`, created on entry and always removed on exit.

    Its lock file identifies it, and keeps other runs away while this one is alive. A publication that a killed run left
    incomplete is completed first.

    Args:
        output: path of the output that the folder belongs to.
        resume: keep what an interrupted run left in it, and keep the folder if this run fails too.
        outputs: all output files of the run, see `publication.complete`.

    Raises:
        UsageError: `output-busy`: another run has the same output; `partial-taken`: the name is taken by something
            else; `publication-elsewhere`; and those of `writing`.
        ResourceError: those of `writing`.
    """

    def __init__(self, output: Path, *, resume: bool = False, outputs: Iterable[Path] = ()) -> None:
        self.path = output.with_name(output.name + PARTIAL)
        self.resume = resume
        self._outputs = (output, *outputs)
        self._lock: FileLock | None = None

    def __enter__(self) -> Path:
        with writing(self.path):
            self._check_ours()
            self.path.mkdir(exist_ok=True)
            self._acquire()
            try:
                complete(self.path, self._outputs)
                if not self.resume:
                    clear(self.path)
            except BaseException:
                self._release()
                raise
        return self.path

    def check(self) -> None:
        """Raises what entering would raise, without changing anything."""
        with writing(self.path / LOCK):
            self._check_ours()
            if self.path.exists():
                if not os.access(self.path, os.W_OK | os.X_OK):
                    raise PermissionError(errno.EACCES, "is read-only")
                if (self.path / LOCK).exists():
                    self._acquire()
        self._release()

    def _acquire(self) -> None:
        self._lock = locked(self.path / LOCK)
        if self._lock is None:
            raise UsageError(
                "output-busy",
                f"Another run is working towards the same output (it uses {self.path}).",
                "Wait for it, end it, or name another output.",
            )

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or not self.resume:
            remove(self.path, self._lock)
        self._release()

    def _check_ours(self) -> None:
        if not (self.path.exists() or self.path.is_symlink()):
            return
        ours = self.path.is_dir() and not self.path.is_symlink()
        if not ours or (any(self.path.iterdir()) and not (self.path / LOCK).exists()):
            raise UsageError(
                "partial-taken",
                f"{self.path} is in the way: it is not the work folder of an earlier run.",
                "Move it away, or name another output.",
            )


def locked(path: Path) -> FileLock | None:
    """Locks a file until the lock is released or the process ends; None if another process holds it."""
    lock = FileLock(path, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


def clear(folder: Path) -> None:
    """Removes everything in a work folder except its lock."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != LOCK:
            path.unlink()


def remove(folder: Path, lock: FileLock | None = None) -> None:
    """Removes a work folder as far as possible, its lock last, so that remains are still recognised as one.

    A folder needed to complete or undo a publication is kept.

    Args:
        folder: path of the folder; may be missing.
        lock: the caller's lock of that folder.
    """
    with suppress(OSError):
        if under_way(folder):
            return
        for _ in range(3):  # a thread in native code may still be writing to it
            with suppress(OSError):
                clear(folder)
                break
        if sys.platform == "win32" and lock is not None:  # Windows cannot remove open files
            lock.release()
        (folder / LOCK).unlink(missing_ok=True)
        folder.rmdir()


@contextmanager
def scratch_folder(parent: str | None = None) -> Iterator[Path]:
    """Creates a temporary folder, after removing those left by killed runs.

    Args:
        parent: folder to create it in; None = the system's temporary folder.
    """
    place = Path(parent or tempfile.gettempdir())
    _sweep_scratch(place)
    folder = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=place))
    lock = locked(folder / LOCK)
    try:
        yield folder
    finally:
        remove(folder, lock)
        if lock is not None:
            lock.release()


def _sweep_scratch(place: Path) -> None:
    """Removes this user's scratch folders that no living process has locked."""
    mine = os.getuid() if hasattr(os, "getuid") else None
    for folder in place.glob(f"{SCRATCH}*"):
        with suppress(OSError):
            state = folder.lstat()
            if not folder.is_dir() or folder.is_symlink() or (mine is not None and state.st_uid != mine):
                continue
            if not (folder / LOCK).exists():
                # may be a folder of another program with a similar name, so it is removed only if it is empty
                if time.time() - state.st_mtime >= _YOUNG_S:
                    folder.rmdir()
                continue
            lock = locked(folder / LOCK)
            if lock is not None:
                remove(folder, lock)
                lock.release()
