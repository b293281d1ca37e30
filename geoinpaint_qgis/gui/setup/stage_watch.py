"""Determines whether the engine has PyTorch, so that what needs it can be disabled before a run."""

from __future__ import annotations

import os
from typing import Dict, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from geoinpaint_qgis import engine
from geoinpaint_qgis.runner import environment, platforms, pythons
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure
from geoinpaint_qgis.translate import tr


class StageTask(QgsTask):
    """Queries the stage that a Python's packages suffice for; `stage_known` carries path and stage, "" if unknown."""

    stage_known = pyqtSignal(str, str)

    def __init__(self, path: str) -> None:
        super().__init__(tr("GeoInpaint: engine"), QgsTask.Flag.CanCancel)
        self._path = path
        self._stage = ""

    def run(self) -> bool:
        try:
            self._stage = pythons.probe((self._path,), environ=os.environ, platform=platforms.current()).stage
        except EnvironmentFailure:
            return False
        return True

    def finished(self, fine: bool) -> None:
        self.stage_known.emit(self._path, self._stage)


class StageWatch(QObject):
    """Tracks the stage of the current engine: "full", "light", or "" while unknown; `changed` signals changes."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._known: Dict[str, str] = {}
        self._task: Optional[StageTask] = None

    @property
    def stage(self) -> str:
        """The stage, as far as known."""
        found = engine.interpreter()
        if found is None:
            return ""
        if found.source == "managed":
            return environment.read_stamp(engine.environment_folder()).get("stage", "")
        return self._known.get(found.path, "")

    @property
    def lacks_torch(self) -> bool:
        """Whether PyTorch is known to be missing."""
        return self.stage == "light"

    def look(self, *, again: bool = False) -> None:
        """Starts a query; `again`: even if that Python was queried before."""
        found = engine.interpreter()
        if found is None or found.source == "managed" or self._task is not None:
            self.changed.emit()
            return
        if again:
            self._known.pop(found.path, None)
        if found.path not in self._known:
            self._task = StageTask(found.path)
            self._task.stage_known.connect(self._on_stage)
            QgsApplication.taskManager().addTask(self._task)

    def shut_down(self) -> None:
        """Stops queries."""
        task, self._task = self._task, None
        if task is not None:
            task.stage_known.disconnect(self._on_stage)
            task.cancel()

    def _on_stage(self, path: str, stage: str) -> None:
        self._task = None
        self._known[path] = stage
        self.changed.emit()
