"""Parses untrusted XML: no document types, no entities, and limited size."""

from __future__ import annotations

from xml.etree import ElementTree  # nosec B405 # DOCTYPE is refused below

MAX_BYTES = 16 * 2**20  # metadata of products and mosaics have a few MB at most
MAX_DEPTH = 64  # nesting of elements
_PIECE = 2**16  # bytes parsed at once, so that refusal comes early
MAX_NODES = 200_000  # elements and attributes, each of which takes a hundred times the memory of its text


def parse_plain_xml(data: bytes) -> ElementTree.Element:
    """Parses XML, and returns the root.

    Raises:
        ValueError: invalid XML, a document type (so no entity is ever expanded), or too many nodes.
    """
    if len(data) > MAX_BYTES:
        raise ValueError(f"{len(data)} bytes are too many")
    parser = ElementTree.XMLParser(target=_Bounded())  # noqa: S314 # nosec B314 # _Bounded refuses what could expand
    try:
        for start in range(0, len(data), _PIECE):
            parser.feed(data[start : start + _PIECE])
        root: ElementTree.Element = parser.close()
    except (ElementTree.ParseError, LookupError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return root


class _Bounded(ElementTree.TreeBuilder):
    """Builds the tree; refuses document types before their declarations are parsed, and too many nodes."""

    def __init__(self) -> None:
        super().__init__()
        self._left, self._depth = MAX_NODES, 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ValueError("it has a document type declaration, which is refused")

    def start(self, tag: str, attrs: dict[str, str], /) -> ElementTree.Element:
        self._left -= 1 + len(attrs)
        self._depth += 1
        if self._left < 0:
            raise ValueError(f"it has more than {MAX_NODES} elements and attributes")
        if self._depth > MAX_DEPTH:
            raise ValueError(f"its elements lie more than {MAX_DEPTH} deep within each other")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)
