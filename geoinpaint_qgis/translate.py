"""The plugin's one translation context, usable where there is no Qt (tests of the runner, the engine's launcher)."""

from __future__ import annotations

CONTEXT = "GeoInpaint"

try:
    from qgis.PyQt.QtCore import QCoreApplication
except ImportError:

    def tr(text: str) -> str:
        """The text itself: there is no Qt to translate it."""
        return text

else:

    def tr(text: str) -> str:
        """The text in the language of QGIS."""
        return QCoreApplication.translate(CONTEXT, text)
