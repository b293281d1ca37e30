"""Access to a product's files, in a folder or a zip, and parsing of untrusted XML."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 # read by plain_xml alone

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.raster.admission import HEAD, POINTERS, virtual_head
from geoinpaint_engine.raster.plain_xml import MAX_BYTES, parse_plain_xml

LONGEST_MEMBER = 512  # characters; products use up to 200, and regular expressions are slow on long names
MOST_MEMBERS = 200_000
_UNREADABLE = (
    *(OSError, KeyError, EOFError, ValueError, NotImplementedError, RuntimeError, OverflowError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)
_IMAGES = (".jp2", ".tif", ".tiff", ".ovr", ".msk", ".aux")


@dataclass(frozen=True)
class Store:
    """A .SAFE folder on disk or inside a zip.

    Args:
        container: folder with the metadata file, or the zip file; absolute.
        prefix: path of the .SAFE folder in the zip, "" or ending in "/"; None = `container` is a folder.
        members: names of all files in the zip, relative to the prefix; unused for folders.
    """

    container: Path
    prefix: str | None = None
    members: frozenset[str] = frozenset()

    def gdal_path(self, name: str) -> str:
        """The path under which GDAL opens a file, which is named relative to the .SAFE folder."""
        if self.prefix is None:
            return (self.container / name).as_posix()
        return f"/vsizip/{{{self.container.as_posix()}}}/{self.prefix}{name}"

    def check_images(self) -> None:
        """Refuses image files that would make GDAL read others: virtual rasters, and side files with references.

        Raises:
            InputError: `product-unreadable`.
        """
        pointers = [f'"{name}"'.encode() for name in POINTERS]
        try:
            for name, head in self._heads((*_IMAGES, ".aux.xml")):
                if virtual_head(head) or any(pointer in head for pointer in pointers):
                    raise ValueError(f"{name} refers to other files")
        except _UNREADABLE as error:
            raise InputError(
                "product-unreadable", f"The product {self.container.name} cannot be used: {error}.",
                "Download the product again.",
            ) from error  # fmt: skip

    def _heads(self, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        """(name, first bytes) of files with the given suffixes; XML side files in full."""
        names = self.members if self.prefix is not None else self._walk()
        wanted = sorted(name for name in names if name.lower().endswith(endings))
        if self.prefix is None:
            for name in wanted:
                with (self.container / name).open("rb") as stream:
                    yield name, stream.read(MAX_BYTES if name.lower().endswith(".xml") else HEAD)
            return
        with zipfile.ZipFile(self.container) as archive:
            for name in wanted:
                with archive.open(self.prefix + name) as member:
                    yield name, member.read(MAX_BYTES if name.lower().endswith(".xml") else HEAD)

    def find(self, pattern: str) -> list[str]:
        """Sorted relative paths that fully match a regular expression."""
        names = self.members if self.prefix is not None else self._walk()
        return sorted(name for name in names if re.fullmatch(pattern, name))

    def _walk(self) -> list[str]:
        return [p.relative_to(self.container).as_posix() for p in self.container.rglob("*") if p.is_file()]

    def read(self, name: str) -> bytes:
        """Reads a small file, such as metadata.

        Raises:
            InputError: `product-unreadable`.
        """
        try:
            if self.prefix is None:
                path = self.container / name
                _check_size(path.stat().st_size, name)
                return path.read_bytes()
            with zipfile.ZipFile(self.container) as archive:
                _check_size(archive.getinfo(self.prefix + name).file_size, name)
                return archive.read(self.prefix + name)
        except _UNREADABLE as error:
            raise InputError(
                "product-unreadable",
                f"{name} of the product {self.container.name} cannot be read ({error}).",
                "Download the product again.",
            ) from error


def zip_store(path: Path, main_file: re.Pattern[str]) -> tuple[Store, str] | None:
    """The store of a zip, and the name of its topmost file that matches `main_file`; None if none does.

    Raises:
        InputError: `product-unreadable` (damaged zip).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > MOST_MEMBERS:
                raise ValueError(f"it has more than {MOST_MEMBERS} files")
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            names = [name for name in names if len(name) <= LONGEST_MEMBER]
    except _UNREADABLE as error:
        raise InputError(
            "product-unreadable",
            f"{path.name} is not a complete zip ({error}).",
            "Download the product again.",
        ) from error
    found = [name for name in names if main_file.fullmatch(name.rsplit("/", 1)[-1])]
    if not found:
        return None
    main = min(found, key=lambda name: (name.count("/"), name))
    prefix = main[: main.rfind("/") + 1]
    members = frozenset(name[len(prefix) :] for name in names if name.startswith(prefix))
    return Store(path, prefix, members), main[len(prefix) :]


def parse_xml(data: bytes, label: str) -> ElementTree.Element:
    """Parses XML; refuses a document type declaration, so that no entity is ever expanded.

    Raises:
        InputError: `xml-invalid`.
    """
    try:
        return parse_plain_xml(data)
    except ValueError as error:
        raise InputError(
            "xml-invalid", f"{label} is not valid XML ({error}).", "Download the product again."
        ) from error


def local_name(element: ElementTree.Element) -> str:
    """An element's tag without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def elements(root: ElementTree.Element, *names: str) -> list[ElementTree.Element]:
    """All descendants of `root` with one of the local names, in document order."""
    return [element for element in root.iter() if local_name(element) in names]


def text_of(root: ElementTree.Element, *names: str) -> str:
    """Text of the first descendant with one of the local names, or ""."""
    found = elements(root, *names)
    return (found[0].text or "").strip() if found else ""


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise ValueError(f"{name} is too large ({size} bytes)")
