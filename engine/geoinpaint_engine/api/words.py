"""Rewrites the engine's messages, which recommend command-line options, in terms of the Python API.

Arrays are named after their argument ("references[0]"), which is the last part of the path of their copy in memory.
"""

from __future__ import annotations

import re

from geoinpaint_engine.errors import EngineError
from geoinpaint_engine.events import Reporter
from geoinpaint_engine.raster.spec import MEMORY

# options whose keyword differs; all others have a keyword of the same name
_KEYWORDS = {
    "append": "append=True",
    "detect": "detect=True",
    "dry-run": "dry_run=True",
    "mask-nodata": "nodata=True",
    "network": "GEOINPAINT_NETWORK=1 to the environment",
    "reference": "references",
    "resume": "resume=True",
    "scl": "a product as mask",
    "sources": "GEOINPAINT_SOURCES",
}
_COMMANDS = {
    "geoinpaint find SCENE --mask M -o FOLDER --yes": "find_evidence(scene, mask, folder)",
    "geoinpaint find --list": "find_evidence(..., fetch=False)",
    "geoinpaint find": "find_evidence",
    "geoinpaint mask --help": "docs/api.md",
}
_IN_MEMORY = re.compile(rf"{MEMORY}\d+/")
_VALUES = r"on|off|auto|cpu|cuda|mps|classical|model|paper|fast|harmonic|never|variance|YYYY-MM-DD|FOLDER"
_OPTION = re.compile(rf"(?<![\w/\\-])--(?P<name>[a-z]+(?:-[a-z]+)*)(?: (?P<value>(?:{_VALUES})\b|(?<=bands )[^\s.]+))?")


def in_python(text: str) -> str:
    """Replaces command-line options and paths in memory by keywords and arguments of the Python API."""
    for command, call in _COMMANDS.items():
        text = text.replace(command, call)
    return _OPTION.sub(_keyword, _IN_MEMORY.sub("", text))


def _keyword(found: re.Match[str]) -> str:
    name, value = found["name"], found["value"]
    keyword = _KEYWORDS.get(name, name.replace("-", "_"))
    if value is None:
        return keyword
    if name == "sources":
        return f"{keyword}={value}"
    if name == "bands":
        return f"bands={value.split(',')!r}".replace("'", '"')
    keyword = keyword.partition("=")[0]  # for a switch, the message gives the value
    return f"{keyword}={value == 'on'}" if value in ("on", "off") else f'{keyword}="{value}"'


def error_in_python(error: EngineError) -> EngineError:
    """The error in terms of the Python API; unchanged if it mentions no options."""
    message, hint = in_python(error.message), in_python(error.hint)
    if (message, hint) == (error.message, error.hint):
        return error
    return type(error)(error.code, message, hint)


class PythonReporter(Reporter):
    """A reporter whose warnings are in terms of the Python API."""

    def warning(self, code: str, message: str) -> None:
        """See `Reporter`."""
        super().warning(code, in_python(message))
