"""A self-contained HTML page of text, tables and pictures: no scripts, no network access, light and dark."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from geoinpaint_engine.report.style import STYLE


class Part(Protocol):
    """An element of the page."""

    def html(self) -> str:
        """The part as HTML."""


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str

    def html(self) -> str:
        """See `Part`."""
        return f"<p>{escape(self.text)}</p>"


@dataclass(frozen=True)
class Items:
    """A list."""

    items: Sequence[str]

    def html(self) -> str:
        """See `Part`."""
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in self.items) + "</ul>"


@dataclass(frozen=True)
class Table:
    """A table whose first column holds row headers.

    Args:
        caption: what the table shows.
        head: column names.
        rows: cells, row by row; None is an empty cell.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str | None]]

    def html(self) -> str:
        """See `Part`."""
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.head)
        body = "".join(
            f'<tr><th scope="row">{escape(row[0] or "")}</th>'
            + "".join(f"<td>{escape(cell or '')}</td>" for cell in row[1:])
            + "</tr>"
            for row in self.rows
        )
        return (
            f'<div class="wide"><table><caption>{escape(self.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )


@dataclass(frozen=True)
class Picture:
    """A picture.

    Args:
        png: contents of a PNG file.
        caption: text under the picture.
        alt: alternative text for readers who do not see it.
    """

    png: bytes
    caption: str
    alt: str

    def html(self) -> str:
        """See `Part`."""
        data = base64.b64encode(self.png).decode("ascii")
        return (
            f'<figure><img src="data:image/png;base64,{data}" alt="{escape(self.alt)}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
        )


@dataclass(frozen=True)
class Pictures:
    """Pictures side by side, or in a grid of `columns`; `scale` labels a colour bar (lowest, middle, highest)."""

    pictures: Sequence[Picture]
    columns: int = 0
    scale: tuple[str, str, str] | None = None

    def html(self) -> str:
        """See `Part`."""
        kind = f'pictures small" style="--columns: {self.columns}' if self.columns else "pictures"
        bar = ""
        if self.scale:
            words = "".join(f"<span>{escape(word)}</span>" for word in self.scale)
            bar = f'<div class="scale"><div class="bar"></div><div class="words">{words}</div></div>'
        return f'<div class="{kind}">{"".join(picture.html() for picture in self.pictures)}</div>{bar}'


@dataclass(frozen=True)
class Verbatim:
    """Preformatted text."""

    text: str

    def html(self) -> str:
        """See `Part`."""
        return f"<pre>{escape(self.text)}</pre>"


@dataclass(frozen=True)
class Folded:
    """A part that is collapsed until the reader opens it."""

    title: str
    part: Part

    def html(self) -> str:
        """See `Part`."""
        return f"<details><summary>{escape(self.title)}</summary>{self.part.html()}</details>"


@dataclass(frozen=True)
class Section:
    """Parts under a heading."""

    title: str
    parts: Sequence[Part]

    def html(self) -> str:
        """See `Part`."""
        return f"<section><h2>{escape(self.title)}</h2>{''.join(part.html() for part in self.parts)}</section>"


def page(title: str, lead: Sequence[str], sections: Sequence[Section]) -> str:
    """Renders the whole page.

    Args:
        title: title and main heading.
        lead: introductory paragraphs with the essential results.
        sections: the sections, in order.
    """
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in lead)
    body = "\n".join(section.html() for section in sections)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<header><h1>{escape(title)}</h1><div class="lead">{paragraphs}</div></header>
{body}
</main>
</body>
</html>
"""
