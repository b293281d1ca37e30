"""Checks beforehand that outputs can be written, and translates write errors."""

from __future__ import annotations

import errno
import glob
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath

import rasterio
import rasterio.shutil

from geoinpaint_engine.errors import EngineError, ResourceError, UsageError
from geoinpaint_engine.raster.handles import GDAL_ERRORS
from geoinpaint_engine.raster.spec import in_memory

LONGEST_NAME = 235  # bytes; the file systems' 255, less the suffixes .recipe.json or of the probe file
WRITABLE = 0o222  # mode bits of which a file that is not write-protected has one
_FULL_BELOW = 2**20  # bytes of free space below which a failed write is attributed to a full disk


def check_output(output: Path, inputs: Iterable[str | Path]) -> None:
    """Checks that a file can be written at `output` without overwriting an input.

    Raises:
        UsageError: `output-name-long`, `output-is-input` (hard and symbolic links included), `output-is-folder`,
            `output-no-file`, `output-read-only`, `output-folder-missing`, `output-folder-read-only`.
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
        raise UsageError(
            "output-no-file", f"The output {output} is not a regular file.", "Name one, such as filled.tif."
        )
    if output.is_file() and not output.stat().st_mode & WRITABLE:  # Windows would refuse to replace it, at the very end
        raise UsageError(
            "output-read-only", f"The output {output} is write-protected.",
            "Remove its protection, or name another file.",
        )  # fmt: skip
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
        for left in output.parent.glob(f".{glob.escape(output.name)}.*.probe"):  # left by runs that were killed
            left.unlink(missing_ok=True)
        probe = output.parent / f".{output.name}.{os.getpid()}.probe"
        try:
            probe.touch()
        except FileNotFoundError as error:  # folders such as /proc do not accept files
            raise PermissionError(errno.EACCES, "takes no files") from error
        probe.unlink(missing_ok=True)


def make_output_folder(folder: Path) -> None:
    """Creates the output folder and its missing parents.

    Raises:
        UsageError: `output-no-folder`, `output-folder-read-only`.
        ResourceError: `disk-full`, `write-failed`.
    """
    if folder.is_dir():
        return
    with writing(folder / "file"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise UsageError(
                "output-no-folder", f"The output {folder} is a file, or lies below one, and is to be a folder.",
                "Name a folder.",
            ) from error  # fmt: skip
        except FileNotFoundError as error:  # folders such as /proc do not accept folders
            raise PermissionError(errno.EACCES, "takes no folders") from error


@contextmanager
def output_folder(folder: Path) -> Iterator[None]:
    """The output folder, created if missing; folders created here are removed again if they stay empty.

    Raises:
        UsageError, ResourceError: those of `make_output_folder`.
    """
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    make_output_folder(folder)
    try:
        yield
    finally:
        with suppress(OSError):
            for place in made:
                place.rmdir()


@contextmanager
def writing(target: PurePath, *, room: int = _FULL_BELOW) -> Iterator[None]:
    """Translates write errors at `target` to the engine's errors: full disk, read-only folder, others.

    Args:
        target: path of the file.
        room: free bytes below which a failure of unknown cause is attributed to a full disk; for files that are written
            at once, and that GDAL removes on failure, their size.
    """
    try:
        yield
    except EngineError:
        raise
    except (OSError, *GDAL_ERRORS) as error:
        code = error.errno if isinstance(error, OSError) else None  # the numbers of GDAL's errors are not errno
        if code in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise UsageError(
                "output-folder-read-only", f"Nothing can be written to {target.parent}.", "Choose another folder."
            ) from error
        text = str(error).splitlines()[0].strip().rstrip(".") if str(error) else type(error).__name__
        if code in (errno.ENOSPC, errno.EDQUOT) or "o space left" in text or _free_bytes(target) < room:
            raise ResourceError(
                "disk-full", f"The disk of {target.parent} is full.", "Free some space, or choose another folder."
            ) from error
        raise ResourceError("write-failed", f"{target} could not be written: {text}.", "Check the disk.") from error


def _free_bytes(target: PurePath) -> int:
    folder = Path(target.parent)
    with suppress(OSError):
        usage = shutil.disk_usage(folder if folder.is_dir() else folder.parent)
        return usage.free if usage.total else _FULL_BELOW  # total is 0 for virtual file systems such as /proc
    return _FULL_BELOW


def check_tiff(path: PurePath, *, sparse: bool = False) -> None:
    """Checks that every tile of a GeoTIFF is within the file: on a full disk, GDAL may close a file without an error.

    Raises:
        OSError: the file is incomplete.
    """
    if in_memory(path):
        return
    size = Path(path).stat().st_size
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


def flush(path: Path) -> None:
    """Flushes a file to disk, so that its content survives a power failure."""
    with path.open("rb+") as handle:  # Windows only flushes files opened for writing
        os.fsync(handle.fileno())


def move_raster(path: PurePath, place: PurePath) -> None:
    """Renames a raster from the work folder, replacing an existing file."""
    if not in_memory(path):
        Path(path).replace(place)
        return
    rasterio.shutil.delete(str(place), driver="GTiff")
    rasterio.shutil.copyfiles(str(path), str(place))
    rasterio.shutil.delete(str(path), driver="GTiff")


def make_folder(path: PurePath) -> PurePath:
    """Creates a folder in the work folder; in GDAL's memory, folders exist once they contain a file."""
    if not in_memory(path):
        Path(path).mkdir(exist_ok=True)
    return path


def sync_folder(folder: Path) -> None:
    """Flushes a folder to disk, so that renames survive a power failure (not possible on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
