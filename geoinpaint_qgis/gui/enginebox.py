"""The engine's place in the panel: what it runs with, and how to set it up."""

from __future__ import annotations

import os
import time
from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geoinpaint_qgis import engine, selftest, settings
from geoinpaint_qgis.runner import environment, installing, plan, platforms, pythons
from geoinpaint_qgis.runner.diagnosis import EnvironmentFailure, SetupCancelled
from geoinpaint_qgis.translate import tr


class Work(QgsTask):
    """Something slow about the engine, in QGIS's task manager; `done` is called with what came of it, or the error."""

    told = pyqtSignal(float, str)

    def __init__(self, title: str, work: Callable[["Work"], Any], done: Callable[[Any, Optional[Exception]], None]):
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
        return True

    def finished(self, fine: bool) -> None:
        if not fine and self._error is None:
            self._error = SetupCancelled()
        self._done(self._answer, self._error)

    def tell(self, fraction: float, text: str) -> None:
        """Report how far it is, from the thread of the task."""
        self.setProgress(100 * fraction)
        self.told.emit(fraction, text)


class EngineBox(QGroupBox):
    """Says what the engine runs with and sets it up; `changed` when another engine may be there."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Engine"), parent)
        self._work: Optional[Work] = None
        self._told_at = 0.0
        column = QVBoxLayout(self)
        self.label = QLabel()
        self.label.setWordWrap(True)
        column.addWidget(self.label)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for text, tip, slot in (
            (tr("Set &up…"), tr("Make a Python environment for the engine; asks before it fetches."), self.set_up),
            (tr("Use a &Python…"), tr("Use a Python that has the packages already."), self.choose_python),
            (tr("&Offline…"), tr("Install the packages from a folder of wheels."), self.set_up_offline),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(slot)
            row.addWidget(button)
        column.addWidget(self.buttons)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.end = QPushButton(tr("Cancel the set-up"))
        self.end.clicked.connect(self.cancel)
        column.addWidget(self.bar)
        column.addWidget(self.end)
        self._show_state()

    def _show_state(self) -> None:
        busy = self._work is not None
        self.bar.setVisible(busy)
        self.end.setVisible(busy)
        problem = engine.problem()
        self.buttons.setVisible(not busy and (problem is not None or self._outdated()))
        if busy:
            return
        if problem is not None:
            self.label.setText(problem.message if problem.code == "no-engine" else problem.sentence())
        elif self._outdated():
            self.label.setText(tr("The engine was set up for another version of the plugin: set it up again."))
        else:
            found = engine.interpreter()
            self.label.setText(tr("Ready: {path}").format(path=found.path))
            self.label.setToolTip(found.path)

    def _outdated(self) -> bool:
        found = engine.interpreter()
        return found is not None and found.source == "managed" and environment.outdated(engine.environment_folder())

    # --- what the buttons do -----------------------------------------------------------------------------------------

    def choose_python(self) -> None:
        """Use a Python of the user's own, once it is seen to do."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Python for the engine"))
        if path:
            self.use_python(path)

    def use_python(self, path: str) -> None:
        """Check a Python and use it if it will do."""

        def work(task: Work) -> selftest.Trial:
            task.tell(0.1, tr("Asking {path}").format(path=path))
            found = pythons.probe((path,), environ=os.environ, platform=platforms.current())
            problem = found.problem()
            if problem is not None:
                raise EnvironmentFailure(problem)
            task.tell(0.5, tr("Trying the engine"))
            return selftest.try_engine(path, cancelled=task.isCanceled)

        def done(answer: Optional[selftest.Trial], error: Optional[Exception]) -> None:
            if error is None:
                settings.save("interpreter", path)
            self._ended(answer, error)

        self._begin(tr("Checking a Python"), work, done)

    def set_up(self) -> None:
        """Make the managed environment, after asking."""
        stage = self._ask(tr("The packages are downloaded from the Python package index."))
        if stage:
            self.build(stage, "")

    def set_up_offline(self) -> None:
        """Make the managed environment from a folder of wheels, after asking."""
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of wheels"))
        if folder:
            stage = self._ask(tr("The packages come from {folder}; nothing is downloaded.").format(folder=folder))
            if stage:
                self.build(stage, folder)

    def _ask(self, origin: str) -> str:
        """Which stage is to be set up; empty for none."""
        folder = engine.environment_folder()
        text = tr(
            "GeoInpaint makes a Python environment of its own in {folder}, where {free:.1f} GB are free. {origin}"
            " Light suffices for classical fills, masks, references and scores; full adds torch for the fills that fit"
            " a network, several gigabytes on some systems."
        ).format(folder=folder, free=plan.free_space(folder) / 1e9, origin=origin)
        question = QMessageBox(QMessageBox.Icon.Question, tr("Set up the engine"), text, parent=self)
        light = question.addButton(tr("Light"), QMessageBox.ButtonRole.AcceptRole)
        full = question.addButton(tr("Full"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.exec()
        return {light: "light", full: "full"}.get(question.clickedButton(), "")

    def build(self, stage: str, wheels: str) -> None:
        """Make the managed environment in the background."""
        wishes = settings.load()
        folder = engine.environment_folder()

        def work(task: Work) -> selftest.Trial:
            platform = platforms.current()
            task.tell(0.0, tr("Looking for a Python"))
            base = pythons.find_base_python(wishes.base_python, environ=os.environ, platform=platform)
            python = installing.create_environment(
                folder,
                stage,
                base=base,
                environ=os.environ,
                platform=platform,
                wheels=wheels,
                pip_options=wishes.pip_arguments(),
                progress=task.tell,
                cancelled=task.isCanceled,
            )
            task.tell(1.0, tr("Trying the engine"))
            return selftest.try_engine(python, cancelled=task.isCanceled)

        def done(answer: Optional[selftest.Trial], error: Optional[Exception]) -> None:
            if error is None:
                settings.save("interpreter", "")  # the one just made is the one to use
            self._ended(answer, error)

        self._begin(tr("Setting up the GeoInpaint engine"), work, done)

    def cancel(self) -> None:
        """End what is being done."""
        if self._work is not None:
            self._work.cancel()

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    def _begin(self, title: str, work: Callable[[Work], Any], done: Callable[[Any, Optional[Exception]], None]) -> None:
        self._work = Work(title, work, done)
        self._work.told.connect(self._told)
        self.bar.setValue(0)
        self._show_state()
        QgsApplication.taskManager().addTask(self._work)

    def _told(self, fraction: float, text: str) -> None:
        self.bar.setValue(int(1000 * fraction))
        if time.monotonic() - self._told_at > 0.1:  # pip writes faster than anyone reads
            self._told_at = time.monotonic()
            self.label.setText(text)

    def _ended(self, trial: Optional[selftest.Trial], error: Optional[Exception]) -> None:
        self._work = None
        self._show_state()
        if trial is not None:
            self.label.setText(f"{self.label.text()}\n{trial.sentence()}")
        if isinstance(error, EnvironmentFailure):
            self.label.setText(error.diagnosis.sentence())
            self.buttons.show()
        elif error is not None:
            self.label.setText(tr("The set-up was cancelled."))
            self.buttons.show()
        self.changed.emit()
