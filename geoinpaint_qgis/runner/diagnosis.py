"""Explains failures: maps a log, an exit code or an error event to a message and a remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Mapping, Optional, Tuple

from geoinpaint_qgis.runner import messages
from geoinpaint_qgis.runner.known_failures import KNOWN
from geoinpaint_qgis.runner.platforms import Platform, crash_name
from geoinpaint_qgis.translate import tr


@dataclass(frozen=True)
class Diagnosis:
    """A failure, as shown to the user.

    `action` is the remedy offered: "setup" (set up the engine again), "choose-python", "retry", "folder" (another
    folder, or free space), "address" (of PyTorch without CUDA), "settings" (device, threads, tile) or "report"; "" if
    only the input can be changed.
    """

    code: str
    message: str
    remedy: str = ""
    action: str = ""
    details: str = field(default="", compare=False)

    def sentence(self) -> str:
        """Message and hint as one text."""
        return f"{self.message} {self.remedy}".strip()


class EnvironmentFailure(Exception):
    """An incomplete set-up, or an unsuitable Python; carries the diagnosis."""

    def __init__(self, found: Diagnosis) -> None:
        super().__init__(found.sentence())
        self.diagnosis = found


class SetupCancelled(Exception):
    """The user cancelled the set-up."""


# remedies by error code of the engine; other codes concern the input
_ACTIONS = {
    "module-missing": "setup",
    "torch-missing": "setup",
    "python-too-old": "choose-python",
    "disk-full": "folder",
    "memory": "settings",
    "internal": "report",
}


def recognise(log: str) -> Optional[Diagnosis]:
    """The first known failure found in a log, if any."""
    for code, pattern, message, remedy, action in KNOWN:
        if re.search(pattern, log):
            return Diagnosis(code, message(), remedy(), action, details=log)
    return None


def known_codes() -> Tuple[str, ...]:
    """The codes that `recognise` can return."""
    return tuple(entry[0] for entry in KNOWN)


def from_error_event(event: Mapping[str, Any], log: str = "") -> Diagnosis:
    """Diagnosis from the engine's own error event."""
    code = str(event.get("code") or "internal")
    if code == "internal":
        known = recognise(f"{log}\n{event.get('message', '')}")
        if known:
            return known
    message = str(event.get("message") or tr("The engine has failed without a word."))
    shown = messages.translated(code, message, str(event.get("hint") or ""))
    return Diagnosis(code, shown, "", _ACTIONS.get(code, ""), details=log)


def from_exit(code: Optional[int], log: str, platform: Platform) -> Diagnosis:
    """Diagnosis of an engine that ended without a result and without an error event."""
    crash = crash_name(platform, code) if code is not None else ""
    known = recognise(f"{log}\n{crash}")
    if known:
        return known
    if crash in ("SIGKILL", "out of memory"):
        return Diagnosis(
            "killed",
            tr("The engine was ended from outside, most likely because the memory ran out."),
            tr("Close other programs, choose a smaller tile or fewer threads, and try again."),
            "settings",
            details=log,
        )
    if crash:
        return Diagnosis(
            "crashed",
            tr("The engine has crashed ({reason}).").format(reason=crash),
            tr("Try again; if it stays so, copy the diagnostics into a report."),
            "report",
            details=log,
        )
    return Diagnosis(
        "no-result",
        tr("The engine ended without a result (exit code {code}).").format(code=code),
        tr("The log says more; copy the diagnostics into a report."),
        "report",
        details=log,
    )


def silent(seconds: float, log: str) -> Diagnosis:
    """Diagnosis of an engine that has not responded for too long."""
    return Diagnosis(
        "silent",
        tr("The engine has said nothing for {minutes:.0f} minutes and was ended.").format(minutes=max(seconds / 60, 1)),
        tr("Try again with fewer threads or a smaller tile."),
        "settings",
        details=log,
    )


def unreadable(log: str) -> Diagnosis:
    """Diagnosis of output that is not the engine's."""
    return Diagnosis(
        "unreadable",
        tr("What the engine wrote could not be understood, so it was ended."),
        tr("Another program may stand in for the engine's Python: choose it again."),
        "choose-python",
        details=log,
    )


def not_started(error: OSError, command: str) -> Diagnosis:
    """Diagnosis of an interpreter that cannot be started."""
    return Diagnosis(
        "not-started",
        tr("The engine's Python {path} cannot be started: {reason}.").format(
            path=command, reason=error.strerror or str(error)
        ),
        tr("Choose another Python for the engine, or set it up again."),
        "choose-python",
        details=repr(error),
    )


def no_engine() -> Diagnosis:
    """Diagnosis if no interpreter is known."""
    return Diagnosis(
        "no-engine",
        tr("The engine is not set up."),
        tr("Set it up in the GeoInpaint panel, or name a Python in the environment variable GEOINPAINT_PYTHON."),
        "setup",
    )
