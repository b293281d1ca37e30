"""Runs `geoinpaint:findevidence` for the catalogue window: first the search, then the download."""

from __future__ import annotations

import json
from typing import Any, ClassVar, Dict, List, Optional

from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from geoinpaint_qgis.gui.request import Request, by_id
from geoinpaint_qgis.processing import findevidence
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.processing.feedback import RunFeedback
from geoinpaint_qgis.translate import tr

ALGORITHM = "geoinpaint:findevidence"
_SHARED = (shared.INPUT, shared.MASKS, shared.MASK_NODATA, shared.DILATE, shared.CLASSIFICATION, shared.CLASSES,
           shared.DETECT, shared.DETECTOR)  # fmt: skip


class Search(QObject):
    """A run: `event_received` passes on the engine's events, `ended` results and failure ("" for none)."""

    event_received = pyqtSignal(dict)
    ended = pyqtSignal(dict, str)

    # the task refers to context and feedback until it has ended
    _alive: ClassVar[List[Any]] = []

    def __init__(self, request: Request, parameters: Dict[str, Any], project: QgsProject) -> None:
        super().__init__()
        known = request.parameters("")
        self._parameters = {**{name: known[name] for name in _SHARED if name in known}, **parameters}
        self._feedback = RunFeedback()
        self._context = QgsProcessingContext()
        self._context.setProject(project)
        self._context.setFeedback(self._feedback)
        self._abandoned = False

    def start(self) -> Optional[str]:
        """Starts the run; returns what is wrong if it cannot be started."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        able, why = algorithm.canExecute()
        if able:
            able, why = algorithm.checkParameterValues(self._parameters, self._context)
        if not able:
            return why
        self._feedback.event_received.connect(self.event_received)
        parameters = {name: by_id(value) for name, value in self._parameters.items()}
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, self._context, self._feedback)
        task.executed.connect(self._executed)
        Search._alive.append(self)
        QgsApplication.taskManager().addTask(task)
        return None

    def cancel(self) -> None:
        """Cancels the run."""
        self._feedback.cancel()

    def abandon(self) -> None:
        """Cancels the run without signals, because the window is closed."""
        self._abandoned = True
        self.cancel()

    def _executed(self, fine: bool, results: Dict[str, Any]) -> None:
        if self in Search._alive:
            Search._alive.remove(self)
        if self._abandoned:
            return
        problem = ""
        if not fine:
            cancelled = self._feedback.isCanceled()
            problem = tr("Cancelled.") if cancelled else self._feedback.failure or tr("The search has failed.")
        self.ended.emit(dict(results) if fine else {}, problem)


def offers_of(results: Dict[str, Any]) -> Dict[str, Any]:
    """The offers of a catalogue: `candidates`, `radar`, `hosts`."""
    return dict(json.loads(results[findevidence.CANDIDATES]))
