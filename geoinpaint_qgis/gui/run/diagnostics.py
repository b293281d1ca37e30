"""Diagnostics for a problem report: versions, engine, request, messages."""

from __future__ import annotations

import configparser
import os
import platform
from pathlib import Path
from typing import Any, List, Sequence

from qgis.core import Qgis, QgsMapLayer, QgsProcessingFeatureSourceDefinition
from qgis.PyQt.QtCore import QT_VERSION_STR, Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from geoinpaint_qgis import engine
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.translate import tr

LOG_TAIL = 4000  # characters


def diagnostics(description: Sequence[str], *, problem: str, warnings: Sequence[str], log: str) -> str:
    """The diagnostics as text, with home folders shortened to ~."""
    found = engine.interpreter()
    lines: List[str] = [
        f"GeoInpaint {version()}, QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, Python {platform.python_version()}",
        platform.platform(),
        f"Engine: {found.path} ({found.source})" if found is not None else "Engine: not set up",
        *description,
    ]
    lines += [f"Problem: {problem}"] if problem else []
    lines += [f"Warning: {warning}" for warning in warnings]
    lines += ["Log:", log[-LOG_TAIL:]] if log else []
    home = os.path.expanduser("~")
    text = "\n".join(lines)
    return text.replace(home, "~") if len(home) > 1 else text


def described(request: Request) -> List[str]:
    """The request, line by line."""
    lines = [f"Algorithm: {request.algorithm}"]
    scene = request.scene
    if scene is not None:
        size = f"{scene.width()} x {scene.height()} pixels, {scene.bandCount()} bands, {scene.crs().authid()}"
        lines.append(f"Raster: {size}")
        lines += [f"  {name} = {_shown(value)}" for name, value in request.parameters(request.output_path()).items()]
    return lines


def version() -> str:
    """The plugin's version from its metadata file, which is in or above the plugin's folder."""
    parser = configparser.ConfigParser(interpolation=None)
    folder = Path(__file__).resolve().parents[2]
    parser.read([str(folder.parent / "metadata.txt"), str(folder / "metadata.txt")], encoding="utf-8")
    return parser.get("general", "version", fallback="?")


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return f"{value.source.staticValue()} (selected features)"
    return value.source() if isinstance(value, QgsMapLayer) else str(value)


def show_log(log: str, *, title: str, parent: QWidget) -> None:
    """Shows the engine's log in a window."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, tr("GeoInpaint log"), title, parent=parent)
    box.setDetailedText(log or tr("The engine has said nothing."))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
