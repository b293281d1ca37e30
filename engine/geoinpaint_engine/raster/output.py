"""Where outputs go: checked beforehand, worked on in `<output>.partial/`, renamed into place when they are whole."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO

import rasterio

from geoinpaint_engine.errors import EngineError, ResourceError, UsageError
from geoinpaint_engine.raster.handles import GDAL_ERRORS

if sys.platform != "win32":
    import fcntl

_SIDECARS = (".aux.xml", ".ovr", ".msk")
LOCK = "geoinpaint.lock"  # in a work folder: says that it is one, and that a run is alive
LONGEST_NAME = 235  # bytes: the file systems' 255, less what .recipe.json or the probe's ending take
_FULL_BELOW = 2**20  # a disk with less than this left, when a write has failed, is called full


def check_output(output: Path, inputs: Iterable[str | Path]) -> None:
    """Whether a file can be written at `output` without touching an input.

    Raises:
        UsageError: `output-name-long`, `output-is-input` (hard and symbolic links included), `output-is-folder`,
            `output-no-file`, `output-folder-missing`, `output-folder-read-only`.
    """
    if len(os.fsencode(output.name)) > LONGEST_NAME:
        raise UsageError(
            "output-name-long",
            f"The output's name {output.name[:40]}... is too long for the files that go with it.",
            f"Name it with at most {LONGEST_NAME} bytes.",
        )
    if output.is_dir():
        raise UsageError("output-is-folder", f"The output {output} is a folder.", "Name a file, such as filled.tif.")
    if output.exists() and not output.is_file():
        raise UsageError("output-no-file", f"The output {output} is no regular file.", "Name one, such as filled.tif.")
    if not output.parent.is_dir():
        raise UsageError(
            "output-folder-missing", f"The output's folder {output.parent} does not exist.", "Make it, or name another."
        )
    for source in inputs:
        same = os.path.realpath(source) == os.path.realpath(output)
        with suppress(OSError):
            same = same or Path(source).samefile(output)
        if same:
            raise UsageError("output-is-input", f"The output {output} is one of the inputs.", "Name another output.")
    with writing(output):
        probe = output.parent / f".{output.name}.{os.getpid()}.probe"
        try:
            probe.touch()
        except FileNotFoundError as error:  # /proc and the like are there, but take no files
            raise PermissionError(errno.EACCES, "takes no files") from error
        probe.unlink()


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Turns failures to write at `target` into errors of ours: full disk, read-only folder, anything else."""
    try:
        yield
    except EngineError:
        raise
    except (OSError, *GDAL_ERRORS) as error:
        code = getattr(error, "errno", None)
        if code in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise UsageError(
                "output-folder-read-only", f"Nothing can be written to {target.parent}.", "Choose another folder."
            ) from error
        text = str(error).splitlines()[0].strip().rstrip(".") if str(error) else type(error).__name__
        if code in (errno.ENOSPC, errno.EDQUOT) or "o space left" in text or _free_bytes(target) < _FULL_BELOW:
            raise ResourceError(
                "disk-full", f"The disk of {target.parent} is full.", "Free some space, or choose another folder."
            ) from error
        raise ResourceError("write-failed", f"{target} could not be written: {text}.", "Check the disk.") from error


def _free_bytes(target: Path) -> int:
    with suppress(OSError):
        return shutil.disk_usage(target.parent if target.parent.is_dir() else target.parent.parent).free
    return _FULL_BELOW


class WorkFolder:
    """`<output>.partial/`, made on entering and removed on leaving, whatever happened in between.

    A lock file in it says that it is ours, and keeps a second run away from it while this one is alive.

    Args:
        output: the file the work is for.
        resume: keep what an interrupted run has left there, and leave it there when this run fails too.

    Raises:
        UsageError: `output-busy`: another run works towards the same output; `partial-taken`: something else has that
            name; and those of `writing`.
        ResourceError: see `writing`.
    """

    def __init__(self, output: Path, *, resume: bool = False) -> None:
        self.path = output.with_name(output.name + ".partial")
        self.resume = resume
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Path:
        with writing(self.path):
            self._check_ours()
            self.path.mkdir(exist_ok=True)
            self._take()
            if not self.resume:
                clear(self.path)
        return self.path

    def check(self) -> None:
        """Raises what entering would raise, and leaves everything as it is."""
        with writing(self.path / LOCK):
            self._check_ours()
            if self.path.exists():
                if not os.access(self.path, os.W_OK | os.X_OK):
                    raise PermissionError(errno.EACCES, "is read-only")
                if (self.path / LOCK).exists():
                    self._take()
        if self._lock is not None:
            self._lock.close()

    def _take(self) -> None:
        self._lock = _locked(self.path / LOCK)
        if self._lock is None:
            raise UsageError(
                "output-busy",
                f"Another run is working towards the same output (it uses {self.path}).",
                "Wait for it, end it, or name another output.",
            )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock is not None:
            self._lock.close()
        if kind is None or not self.resume:
            shutil.rmtree(self.path, ignore_errors=True)

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


def clear(folder: Path) -> None:
    """Removes all that lies in a work folder, but for its lock."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != LOCK:
            path.unlink()


def _locked(path: Path) -> IO[bytes] | None:
    """The file, locked until it is closed or the process ends; None where another process has it."""
    handle = path.open("ab")
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # the run that had it may have removed it together with the folder
            gone = os.fstat(handle.fileno()).st_nlink == 0
        except BlockingIOError:
            gone = True
        if gone:
            handle.close()
            return None
    return handle


def check_tiff(path: Path, *, sparse: bool = False) -> None:
    """Whether every tile of a GeoTIFF lies within the file: GDAL may close one on a full disk without an error.

    Raises:
        OSError: it is incomplete.
    """
    size = path.stat().st_size
    with rasterio.open(path) as dataset:
        rows, cols = dataset.block_shapes[0]
        across, down = -(-dataset.width // cols), -(-dataset.height // rows)
        for band in dataset.indexes if dataset.profile.get("interleave") == "band" else [1]:
            for x, y in ((x, y) for y in range(down) for x in range(across)):
                offset = dataset.get_tag_item(f"BLOCK_OFFSET_{x}_{y}", "TIFF", bidx=band)
                length = dataset.get_tag_item(f"BLOCK_SIZE_{x}_{y}", "TIFF", bidx=band)
                if offset is None and sparse:
                    continue
                if offset is None or length is None or int(offset) + int(length) > size:
                    raise OSError(f"{path.name} is incomplete")


def publish(files: Sequence[tuple[Path, Path]]) -> None:
    """Puts finished files in place: flushed to disk, then renamed, the last one last.

    Side files of an older output of the same name (.aux.xml, .ovr, .msk) are removed: they describe what is no more.

    Args:
        files: (temporary file, its place), on the same file system.
    """
    placed: list[tuple[Path, Path | None]] = []
    for temporary, place in files:
        try:
            with writing(place):
                with temporary.open("rb+") as handle:
                    os.fsync(handle.fileno())
                before = _kept(place, temporary.with_name(temporary.name + ".before"))
                temporary.replace(place)
        except BaseException:
            for done, older in placed:
                if older is None:
                    done.unlink(missing_ok=True)
                else:
                    older.replace(done)
            raise
        placed.append((place, before))
        for ending in _SIDECARS:
            place.with_name(place.name + ending).unlink(missing_ok=True)
    for folder in {place.parent for _, place in files}:
        _sync_folder(folder)


def _kept(place: Path, aside: Path) -> Path | None:
    """A second name for the file that is about to be replaced, so that it can be put back; None where there is none."""
    if not place.exists():
        return None
    aside.unlink(missing_ok=True)
    try:
        os.link(place, aside)
    except OSError:  # a file system without hard links
        shutil.copy2(place, aside)
    return aside


def _sync_folder(folder: Path) -> None:
    """Makes a rename survive a power cut, where the system lets folders be flushed (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
