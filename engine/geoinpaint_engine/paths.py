"""Checks paths given by users, and resolves relative ones."""

from __future__ import annotations

import os
import re
from pathlib import Path

from geoinpaint_engine.errors import UsageError

LONGEST_NAME = 255  # bytes of a file's name on the common file systems
LONGEST_PATH = 4095
# What GDAL opens and is no file of its own; a file may well be named SENTINEL2_something.tif.
GDAL_NAMES = re.compile(r"/vsi|GTIFF_DIR:|SENTINEL2_L\w+:|(?:NETCDF|HDF5|HDF4_\w+):", re.IGNORECASE)


def current_folder() -> Path:
    """The folder that relative paths of the command line count from.

    Raises:
        UsageError: `folder-gone`.
    """
    try:
        return Path.cwd()
    except OSError as error:
        raise UsageError(
            "folder-gone", "The current folder does not exist any more.", "Change to one that does, and try again."
        ) from error


def absolute(text: str, folder: Path) -> str:
    """The path that a text names, relative ones counted from `folder`; a name that only GDAL knows stays as it is.

    Raises:
        UsageError: `path-invalid`.
    """
    plain = checked(text)
    return plain if _of_gdal(plain) else os.path.normpath(folder / plain)


def target(text: str, folder: Path) -> str:
    """As `absolute`, of a file to write: one of this computer's, and no folder.

    Raises:
        UsageError: `path-invalid`, `output-is-folder`, `output-no-file`.
    """
    if _of_gdal(text) or text.strip() in ("", "-"):  # what stands for the standard output elsewhere
        raise UsageError("output-no-file", f"The output {text!r} is no file of this computer.", "Name one to write.")
    if text.endswith(("/", os.sep)):
        raise UsageError("output-is-folder", f"The output {text} is a folder.", "Name a file, such as filled.tif.")
    return absolute(text, folder)


def checked(text: str) -> str:
    """A path that may be the name of a file, `~` replaced by the user's folder; relative ones stay relative.

    Raises:
        UsageError: `path-invalid`: empty, too long, with a NUL character, not UTF-8, of an unknown user.
    """
    if not text:
        raise UsageError("path-invalid", "A path is empty.", "Name a file, or leave it out.")
    if "\0" in text:
        raise _invalid(text, "holds a NUL character")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _invalid(text, "is not UTF-8") from error
    if _of_gdal(text):
        return text
    try:
        path = Path(text).expanduser() if text.startswith("~") else Path(text)
    except RuntimeError as error:
        raise _invalid(text, "begins with a user that this computer does not know") from error
    longest = max((len(os.fsencode(part)) for part in path.parts), default=0)
    if longest > LONGEST_NAME or len(os.fsencode(path)) > LONGEST_PATH:
        raise _invalid(text, f"is longer than a file's name can be ({LONGEST_NAME} bytes, {LONGEST_PATH} in all)")
    return str(path) if text.startswith("~") else text


def _of_gdal(text: str) -> bool:
    return "://" in text or GDAL_NAMES.match(text) is not None


def _invalid(text: str, why: str) -> UsageError:
    shown = text if len(text) <= 80 else f"{text[:40]}...{text[-30:]}"
    return UsageError("path-invalid", f"The path {shown!r} {why}.", "Name the file otherwise.")
