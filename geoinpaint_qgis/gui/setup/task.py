"""Runs a slow step of the set-up in QGIS's task manager."""

from __future__ import annotations

import traceback
from typing import Any, Callable, Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from geoinpaint_qgis.runner.diagnosis import Diagnosis, EnvironmentFailure, SetupCancelled
from geoinpaint_qgis.translate import tr


class BackgroundTask(QgsTask):
    """Runs `work` in a thread, and then `done` in the main thread with its result or error."""

    progressed = pyqtSignal(float, str)

    def __init__(
        self, title: str, work: Callable[["BackgroundTask"], Any], done: Callable[[Any, Optional[Exception]], None]
    ):
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._done = done
        self._answer: Any = None
        self._error: Optional[Exception] = None

    def run(self) -> bool:
        try:
            self._answer = self._work(self)
        except (EnvironmentFailure, SetupCancelled) as error:
            self._error = error
            return False
        except Exception as error:  # otherwise unreported, and some versions of Qt would terminate QGIS
            self._error = EnvironmentFailure(_unforeseen(error))
            return False
        if self.isCanceled():  # work that cannot be interrupted was completed nevertheless
            self._answer = None
        return not self.isCanceled()

    def finished(self, fine: bool) -> None:
        if not fine and self._error is None:
            self._error = SetupCancelled()
        self._done(self._answer, self._error)

    def report_progress(self, fraction: float, text: str) -> None:
        """Reports progress, from the thread of the task."""
        self.setProgress(100 * fraction)
        self.progressed.emit(fraction, text)


def _unforeseen(error: Exception) -> Diagnosis:
    """Diagnosis of an error in the plugin itself."""
    return Diagnosis(
        "internal",
        tr("The set-up has failed: {reason}").format(reason=f"{type(error).__name__}: {error}"),
        tr("The log says more."),
        "retry",
        details=traceback.format_exc(),
    )
