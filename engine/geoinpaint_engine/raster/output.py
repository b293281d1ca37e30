"""Where outputs go: checked beforehand, worked on in `<output>.partial/`, renamed into place when they are whole."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import rasterio

from geoinpaint_engine.errors import EngineError, ResourceError, UsageError
from geoinpaint_engine.raster.handles import GDAL_ERRORS

_SIDECARS = (".aux.xml", ".ovr", ".msk")
_FULL_BELOW = 2**20  # a disk with less than this left, when a write has failed, is called full


def check_output(output: Path, inputs: Iterable[str | Path]) -> None:
    """Whether a file can be written at `output` without touching an input.

    Raises:
        UsageError: `output-is-input` (hard and symbolic links included), `output-is-folder`,
            `output-folder-missing`, `output-folder-read-only`.
    """
    if output.is_dir():
        raise UsageError("output-is-folder", f"The output {output} is a folder.", "Name a file, such as filled.tif.")
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
        probe.touch()
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

    Args:
        output: the file the work is for.
        resume: keep what an interrupted run has left there, and leave it there when this run fails too.

    Raises:
        UsageError, ResourceError: it cannot be made (see `writing`).
    """

    def __init__(self, output: Path, *, resume: bool = False) -> None:
        self.path = output.with_name(output.name + ".partial")
        self.resume = resume

    def __enter__(self) -> Path:
        with writing(self.path):
            if not self.resume:
                self.remove()
            self.path.mkdir(exist_ok=True)
        return self.path

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or not self.resume:
            self.remove()

    def remove(self) -> None:
        """Removes the folder and all that is in it; a stray file of that name too."""
        if self.path.is_dir() and not self.path.is_symlink():
            shutil.rmtree(self.path, ignore_errors=True)
        else:
            self.path.unlink(missing_ok=True)


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
    placed: list[Path] = []
    for temporary, place in files:
        try:
            with writing(place):
                with temporary.open("rb+") as handle:
                    os.fsync(handle.fileno())
                temporary.replace(place)
        except BaseException:
            for done in placed:
                done.unlink(missing_ok=True)
            raise
        placed.append(place)
        for ending in _SIDECARS:
            place.with_name(place.name + ending).unlink(missing_ok=True)
    for folder in {place.parent for _, place in files}:
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Makes a rename survive a power cut, where the system lets folders be flushed (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
