"""Translates the engine's messages: a sentence for each code, followed by the engine's own English text.

The engine reports in English only. If QGIS is in English too, or if a code is unknown here, the engine's own text is
shown, which is more specific: it names files and figures.
"""

from __future__ import annotations

import re
from typing import Callable, Dict, Tuple

from geoinpaint_qgis.runner.engine_sentences import ACTIVITIES, SENTENCES
from geoinpaint_qgis.translate import tr

_BY_CODE: Dict[str, Callable[[], str]] = {code: message for message, codes in SENTENCES for code in codes}


# of a scene that a series cannot use: which, what becomes of it, why, and the code of that
_SKIPPED = re.compile(r"(.+?) (is left out|keeps its fill|cannot be filled): (.+) \[([a-z0-9-]+)\]", re.DOTALL)
_BECOMES: Dict[str, Callable[[], str]] = {
    "is left out": lambda: tr("{date} is left out of the series: {why}"),
    "keeps its fill": lambda: tr("{date} keeps the fill that it has: {why}"),
    "cannot be filled": lambda: tr("{date} cannot be filled: {why}"),
}


def codes() -> Tuple[str, ...]:
    """The codes with a translatable sentence."""
    return tuple(_BY_CODE)


_COMMAND_LINE = re.compile(
    r"(?<![\w-])--[a-z]|(?<![\w/\\])geoinpaint [a-z]|(?<![\w/\\])(?:classes|layer|mask|date|detect|nodata)="
    r"|\bpip install\b|\bdask (?:worker|scheduler)\b"
)
# characters that control a terminal or change the direction of text, as file names may contain
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def mentions_options(text: str) -> bool:
    """Whether a text refers to options of the command line."""
    return bool(_COMMAND_LINE.search(text))


def plain(text: str) -> str:
    """Escapes control characters, which file names may contain."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def translated(code: str, english: str, hint: str = "") -> str:
    """The engine's message in QGIS's language if a translation is known, followed by the English text in brackets.

    English texts that refer to command-line options are left out.

    Args:
        code: code of an error or a warning (docs/errors.md).
        english: the engine's message.
        hint: the engine's remedy, for an error.
    """
    skipped = _SKIPPED.fullmatch(english) if code == "date-skipped" else None
    if skipped is not None:
        date, becomes, why, reason = skipped.groups()
        return _BECOMES[becomes]().format(date=plain(date), why=translated(reason, why))
    shown, helps = ("" if mentions_options(text) else plain(text) for text in (english, hint))
    message = _BY_CODE.get(code)
    if message is None and not shown:
        return tr("The engine cannot do this as it was asked ({code}).").format(code=plain(code))
    complete = bool(shown) and bool(helps) == bool(hint)
    if message is None or (complete and not is_translated()):
        return f"{shown} {helps}".strip()
    return f"{message()} ({shown.rstrip('.')})" if shown else message()


def activity(english: str) -> str:
    """The engine's progress message in QGIS's language, if a translation is known."""
    date, _, rest = english.rpartition(": ")  # in a series
    known = ACTIVITIES.get(rest)
    if known is not None:
        return f"{plain(date)}: {known()}" if date else known()
    if rest.startswith("asking "):
        return tr("Asking {path}").format(path=plain(rest.partition(" ")[2]))
    return plain(english[:1].upper() + english[1:])


def is_translated() -> bool:
    """Whether the plugin's language differs from the engine's."""
    return tr("Whole raster") != "Whole raster"
