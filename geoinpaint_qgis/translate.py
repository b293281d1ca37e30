"""The plugin's translation context; works without Qt too (tests of the runner, launcher of the engine)."""

from __future__ import annotations

CONTEXT = "GeoInpaint"

try:
    from qgis.PyQt.QtCore import QCoreApplication
except ImportError:

    def tr(text: str) -> str:
        """Returns the text unchanged, in the absence of Qt."""
        return text

else:

    def tr(text: str) -> str:
        """The text in QGIS's language."""
        return QCoreApplication.translate(CONTEXT, text)
