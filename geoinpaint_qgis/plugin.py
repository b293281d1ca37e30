"""The plugin's life: what it adds to QGIS when it is loaded, and takes away again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from geoinpaint_qgis import settings  # noqa: F401 - loaded here, so that a broken installation shows at once
from geoinpaint_qgis.processing.provider import GeoInpaintProvider
from geoinpaint_qgis.runner.client import wait_for_endings

FOLDER = Path(__file__).resolve().parent


class GeoInpaintPlugin:
    """Adds the Processing provider, in a desktop the panel too; `iface` is None where there is no desktop."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._provider: Optional[GeoInpaintProvider] = None
        self._translator: Optional[QTranslator] = None

    def initProcessing(self) -> None:
        """Add the provider; all that qgis_process calls."""
        if self._provider is None:
            self._provider = GeoInpaintProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)
            # The ready-made models find their steps only once the provider is registered.
            self._provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Add what a desktop shows."""
        self._translate()
        self.initProcessing()

    def unload(self) -> None:
        """Take everything away again."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        wait_for_endings(3.0)

    def _translate(self) -> None:
        translator = QTranslator()
        if translator.load(QLocale(), "geoinpaint", "_", str(FOLDER / "i18n")):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
