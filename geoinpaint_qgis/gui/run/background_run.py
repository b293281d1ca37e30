"""Runs an algorithm in QGIS's task manager for the panel, and loads its results."""

from __future__ import annotations

import os
from typing import Any, ClassVar, Dict, List, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from geoinpaint_qgis.gui.request import Request, by_id
from geoinpaint_qgis.gui.run.diagnostics import described
from geoinpaint_qgis.processing.feedback import RunFeedback
from geoinpaint_qgis.processing.style import GROUP, MADE_KEY
from geoinpaint_qgis.translate import tr


class Run(QObject):
    """A run: `event_received` carries the engine's events, `ended` success, results, and the failure if any."""

    event_received = pyqtSignal(dict)
    ended = pyqtSignal(bool, dict, str)

    # the task refers to context and feedback until it has ended, so a run without an owner must be kept alive
    _alive: ClassVar[List[Any]] = []

    def __init__(self, request: Request, project: QgsProject) -> None:
        super().__init__()
        self.request = request
        self.output = request.output_path()
        self.description = described(request)
        self._scene_id = request.scene.id() if request.scene is not None else ""
        self._date_ids = [layer.id() for layer in request.references]
        self._result_id = ""
        self._uncertainty_id = ""
        self.report = ""  # path of the report, once written
        self._project = project
        self._feedback = RunFeedback()
        self._context = QgsProcessingContext()
        self._context.setProject(project)
        self._context.setFeedback(self._feedback)
        self._task: Any = None
        self._cancelled = False
        self.stopped = False
        self._abandoned = False

    def start(self) -> Optional[str]:
        """Starts the run; returns what is wrong if it cannot be started."""

        def loaded(path: str) -> QgsProcessingOutputLayerDefinition:
            return QgsProcessingOutputLayerDefinition(path, self._project)

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.request.algorithm)
        # layers are passed by id, because one could be removed before the thread starts
        values = self.request.parameters(loaded(self.output), raster=loaded)
        parameters = {name: by_id(value) for name, value in values.items()}
        able, why = algorithm.canExecute()
        if able:
            able, why = algorithm.checkParameterValues(self.request.parameters(self.output), self._context)
        if not able:
            return why
        self._feedback.event_received.connect(self.event_received)
        self._task = QgsProcessingAlgRunnerTask(algorithm, parameters, self._context, self._feedback)
        self._task.executed.connect(self._executed)
        Run._alive.append(self)
        QgsApplication.taskManager().addTask(self._task)
        return None

    def stop(self) -> None:
        """Finishes with the best fill so far."""
        self.stopped = True
        self._feedback.request_stop()

    def cancel(self) -> None:
        """Ends the run without a result."""
        self._cancelled = True
        self._feedback.cancel()

    def abandon(self) -> None:
        """Ends the run without a result and without signals, because the panel is closed."""
        self._abandoned = True
        self.cancel()

    @property
    def cancelled(self) -> bool:
        """Whether the user has cancelled the run."""
        return self._cancelled

    # layers are looked up in the project each time, because the user may have removed them

    def scene(self) -> Optional[QgsRasterLayer]:
        """The raster that was filled; None if it has been removed."""
        return self._project.mapLayer(self._scene_id)

    def result(self) -> Optional[QgsRasterLayer]:
        """The filled raster; None if there is none, or it has been removed."""
        return self._project.mapLayer(self._result_id) if self._result_id else None

    def dates(self) -> List[QgsRasterLayer]:
        """The layers of other dates used, as far as they still exist."""
        found = (self._project.mapLayer(layer_id) for layer_id in self._date_ids)
        return [layer for layer in found if isinstance(layer, QgsRasterLayer)]

    def uncertainty(self) -> Optional[QgsRasterLayer]:
        """The standard deviation of the fill; None if it was not requested, or has been removed."""
        return self._project.mapLayer(self._uncertainty_id) if self._uncertainty_id else None

    @property
    def log(self) -> str:
        """The messages of the run."""
        return str(self._feedback.textLog())

    def _executed(self, fine: bool, results: Dict[str, Any]) -> None:
        self._task = None  # QGIS deletes the task after this signal
        if self in Run._alive:
            Run._alive.remove(self)
        if self._abandoned:
            return
        problem = ""
        self.report = str(results.get("REPORT") or "") if fine else ""
        if fine:
            self._load()
        elif self._cancelled or self._feedback.isCanceled():  # the latter from the task manager
            self._cancelled = True
            problem = tr("Cancelled; no file was written.")
        else:
            problem = self._feedback.failure or tr("The run has failed; the log says more.")
        self.ended.emit(fine, dict(results), problem)

    def _load(self) -> None:
        """Adds the results to the project, as the toolbox does."""
        for path, details in self._context.layersToLoadOnCompletion().items():
            processor = details.postProcessor()
            options = QgsRasterLayer.LayerOptions()
            # QGIS would block while computing statistics for a style that is replaced at once
            options.loadDefaultStyle = not getattr(processor, "has_style", False)
            layer = QgsRasterLayer(path, details.name, "gdal", options)
            if not layer.isValid():
                continue
            self._project.addMapLayer(layer, False)
            main = os.path.abspath(path) == os.path.abspath(self.output)
            root = self._project.layerTreeRoot()
            group = root.findGroup(GROUP) or root.insertGroup(0, GROUP)
            node = group.insertLayer(0 if main else -1, layer)
            node.setItemVisibilityChecked(main)  # accompanying rasters must not cover the result
            if processor is not None:
                processor.postProcessLayer(layer, self._context, self._feedback)
            if main:
                self._result_id = layer.id()
            elif layer.customProperty(MADE_KEY, "") == "uncertainty":
                self._uncertainty_id = layer.id()
