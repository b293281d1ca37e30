"""The help pages of the algorithms, made from the algorithms themselves: geoinpaint_qgis/help/*.html.

    .venv/plugin/bin/python scripts/help_pages.py

Needs QGIS's Python. A test says when to run it again. QGIS opens a page with the Help button of an algorithm's dialog.
"""

from __future__ import annotations

import os
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "geoinpaint_qgis" / "help"
STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:48em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #ccc;padding:.4em .6em;text-align:left;"
    "vertical-align:top}code{background:#f2f2f2;padding:0 .2em}@media(prefers-color-scheme:dark)"
    "{body{background:#222;color:#ddd}code{background:#333}}"
)


def page(algorithm: object) -> str:
    """The help page of an algorithm, as HTML."""
    from qgis.core import QgsProcessingParameterDefinition as Definition

    shown = [p for p in algorithm.parameterDefinitions() if not p.flags() & Definition.Flag.FlagHidden]
    rows = [
        f"<tr><td><b>{escape(p.description())}</b><br><code>{p.name()}</code></td>"
        f"<td>{escape(p.help())}{_facts(p, Definition)}</td></tr>"
        for p in shown
    ]
    destinations = {p.name() for p in shown}
    outputs = [
        f"<tr><td><code>{o.name()}</code></td><td>{escape(o.description())}</td></tr>"
        for o in algorithm.outputDefinitions()
        if o.name() not in destinations
    ]
    title = escape(algorithm.displayName())
    needed = " ".join(f"{p.name()}=…" for p in shown if not p.flags() & Definition.Flag.FlagOptional and _is_open(p))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head><body>',
            f"<h1>{title}</h1>",
            f"<p>{escape(algorithm.about())}</p>",
            f"<p><code>{' '.join(f'qgis_process run geoinpaint:{algorithm.name()} -- {needed}'.split())}</code></p>",
            *(["<h2>Parameters</h2>", "<table>", *rows, "</table>"] if rows else []),
            *(["<h2>Figures and texts it gives back</h2>", "<table>", *outputs, "</table>"] if outputs else []),
            "</body></html>",
            "",
        ]
    )


def _is_open(parameter: object) -> bool:
    """Whether a parameter has no value of its own."""
    return parameter.defaultValue() in (None, "")


def _facts(parameter: object, definition: type) -> str:
    """Choices, default and whether it may be left out, in small print."""
    facts = []
    if hasattr(parameter, "options") and callable(parameter.options):
        facts.append("one of " + ", ".join(f"<code>{escape(option)}</code>" for option in parameter.options()))
    default = parameter.defaultValue()
    if not _is_open(parameter) and not parameter.isDestination():
        facts.append(f"default <code>{escape(str(default))}</code>")
    if parameter.flags() & definition.Flag.FlagOptional:
        facts.append("optional")
    if parameter.flags() & definition.Flag.FlagAdvanced:
        facts.append("advanced")
    return f"<br><small>{'; '.join(facts)}</small>" if facts else ""


def pages() -> dict[str, str]:
    """File name -> page; the ready-made models carry their help themselves."""
    from geoinpaint_qgis.processing.provider import ALGORITHMS

    found = {}
    for kind in ALGORITHMS:
        algorithm = kind()
        algorithm.initAlgorithm({})
        found[f"{algorithm.name()}.html"] = page(algorithm)
    return found


def main() -> None:
    """Write the pages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(FOLDER / name)
    application.exitQgis()


if __name__ == "__main__":
    main()
