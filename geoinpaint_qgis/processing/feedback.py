"""Feedback that also carries the engine's events, and the user's request to stop."""

from __future__ import annotations

from typing import Any, Dict

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import pyqtSignal


class RunFeedback(QgsProcessingFeedback):
    """Passed to an algorithm by the panel; toolbox, batch and modeler use QGIS's own feedback."""

    event_received = pyqtSignal(dict)

    def __init__(self) -> None:
        super().__init__(False)
        self._stop = False
        self.failure = ""

    def request_stop(self) -> None:
        """Requests that the run finish with the best fill so far."""
        self._stop = True

    def stop_requested(self) -> bool:
        """Whether the run should finish with the best fill so far."""
        return self._stop

    def forward(self, event: Dict[str, Any]) -> None:
        """Forwards an event of the engine, from the thread of the run."""
        self.event_received.emit(event)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 - QGIS's name
        self.failure = error
        super().reportError(error, fatalError)
