"""Copies to the clipboard: the request as a command, and the diagnostics for a problem report."""

from __future__ import annotations

from typing import Any, Optional, Sequence, Tuple

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QApplication

from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.run import commands
from geoinpaint_qgis.gui.run.background_run import Run
from geoinpaint_qgis.gui.run.diagnostics import described, diagnostics
from geoinpaint_qgis.translate import tr


def copy_command(request: Request, kind: str) -> Tuple[str, Any]:
    """Copies the command of a kind (see `commands.command`); returns a message and its level."""
    text, problem = commands.command(request, kind)
    if problem:
        return problem, Qgis.MessageLevel.Warning
    QApplication.clipboard().setText(text)
    return tr("The command is on the clipboard."), Qgis.MessageLevel.Info


def copy_diagnostics(run: Optional[Run], request: Request, *, problem: str, warnings: Sequence[str]) -> Tuple[str, Any]:
    """Copies versions, settings and log of a run, or else of the request; returns a message and its level."""
    asked = run.description if run is not None else described(request)
    log = run.log if run is not None else ""
    QApplication.clipboard().setText(diagnostics(asked, problem=problem, warnings=warnings, log=log))
    return tr("The diagnostics are on the clipboard."), Qgis.MessageLevel.Info
