"""XML read without trusting it: no document type, no entity, and not more of it than metadata have."""

from __future__ import annotations

from xml.etree import ElementTree  # nosec B405 # DOCTYPE is refused below

MAX_BYTES = 16 * 2**20  # a product's metadata and a mosaic's description have a few MB at most
MAX_DEPTH = 64  # of elements within elements
_PIECE = 2**16  # bytes that are parsed at once: a refusal comes early
MAX_NODES = 200_000  # elements and attributes: each takes a hundred times its text's length in memory


def parse_plain_xml(data: bytes) -> ElementTree.Element:
    """The root of an XML text.

    Raises:
        ValueError: it is no XML, has a document type (so no entity is ever expanded), or more nodes than metadata have.
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
    """Builds the tree; refuses a document type before the parser reads what it declares, and a flood of nodes."""

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
