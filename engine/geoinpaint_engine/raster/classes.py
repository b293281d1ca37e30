"""Class lists as people write them: "3, 8-10"."""

from __future__ import annotations

import re

from geoinpaint_engine.errors import UsageError

_ITEM = re.compile(r"(-?\d{1,6})(?:\s*-\s*(-?\d{1,6}))?")


def parse_classes(text: str) -> frozenset[int]:
    """The classes of a list such as "3, 8-10": numbers and ranges (both ends included), by comma, semicolon or space.

    >>> sorted(parse_classes("3, 8-10"))
    [3, 8, 9, 10]

    Raises:
        UsageError: `classes-unreadable`.
    """
    found: set[int] = set()
    spaced = re.sub(r"\s*-\s*", "-", text.strip())
    for item in filter(None, re.split(r"[,;\s]+", spaced)):
        match = _ITEM.fullmatch(item)
        if not match:
            raise UsageError(
                "classes-unreadable", f"{item[:40]!r} is no class or range of classes.", 'Write them like "3, 8-10".'
            )
        first, last = int(match[1]), int(match[2] or match[1])
        if not first <= last <= first + 65535:
            raise UsageError("classes-unreadable", f"{item!r} is not a range of classes.", 'Write it like "8-10".')
        found.update(range(first, last + 1))
    if not found:
        raise UsageError("classes-unreadable", "No classes are named.", 'Write them like "3, 8-10".')
    return frozenset(found)
