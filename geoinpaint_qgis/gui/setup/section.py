"""The panel's section on the engine: its Python and stage, and its set-up."""

from __future__ import annotations

from typing import Any, Callable, Optional, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
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

from geoinpaint_qgis import engine, settings
from geoinpaint_qgis.gui.setup import setup_steps
from geoinpaint_qgis.gui.setup.dialog import Computer, SetupDialog
from geoinpaint_qgis.gui.setup.task import BackgroundTask
from geoinpaint_qgis.gui.widgets import shortened
from geoinpaint_qgis.runner import environment, pythons
from geoinpaint_qgis.runner.diagnosis import Diagnosis, EnvironmentFailure
from geoinpaint_qgis.translate import tr

WORD_MS = 100


class EngineSection(QGroupBox):
    """Shows the engine's Python and stage, and sets it up.

    `changed`: the engine may have changed; `settings_wanted`: QGIS's options should be opened.
    """

    changed = pyqtSignal()
    settings_wanted = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Engine"), parent)
        self._work: Optional[BackgroundTask] = None
        self._doing = ""
        self._next_word = QTimer(self)  # limits the update rate, because pip writes many lines
        self._next_word.setSingleShot(True)
        self._next_word.setInterval(WORD_MS)
        self._next_word.timeout.connect(self._say)
        self._offered = False
        self._answered = False
        self._failure: Optional[Diagnosis] = None
        self._again: Callable[[], None] = self.set_up
        self.dialog: Optional[SetupDialog] = None
        column = QVBoxLayout(self)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setMinimumWidth(1)  # so that long words, such as paths, do not widen the panel
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.label)
        column.addWidget(self._failure_row())
        column.addWidget(self._buttons_row())
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Progress of the set-up"))
        self.end = QPushButton(tr("Cancel the set-up"))
        self.end.clicked.connect(self.cancel)
        column.addWidget(self.bar)
        column.addWidget(self.end)
        self._show_state()

    def _buttons_row(self) -> QWidget:
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
        return self.buttons

    def _failure_row(self) -> QWidget:
        """The remedy for the last failure, and its log."""
        self.failure = QWidget()
        row = QHBoxLayout(self.failure)
        row.setContentsMargins(0, 0, 0, 0)
        self.cure = QPushButton()
        self.cure.clicked.connect(lambda: self._cure()[1]())
        self.log = QPushButton(tr("Show log"))
        self.log.clicked.connect(self.show_log)
        row.addWidget(self.cure, 1)
        row.addWidget(self.log)
        return self.failure

    # --- what it shows -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Updates the state of the engine, and signals that it may have changed."""
        self._show_state()
        self.changed.emit()

    def offer(self) -> None:
        """Offers the set-up although an engine exists: to add a stage, to repair it, or to choose another Python."""
        self._offered = True
        self.refresh()

    @property
    def needed(self) -> bool:
        """Whether the section should be shown; not if the engine is ready and nothing has happened."""
        return self.busy or self._answered or self._wanted()

    def _wanted(self) -> bool:
        return engine.problem() is not None or self._failure is not None or self._offered or self._outdated()

    def _show_state(self) -> None:
        busy = self._work is not None
        self.bar.setVisible(busy)
        self.end.setVisible(busy)
        self.failure.setVisible(not busy and self._failure is not None)
        problem = engine.problem()
        self.buttons.setVisible(not busy and self._wanted())
        if busy:
            return
        if self._failure is not None:
            self.label.setText(self._failure.sentence())
            self.cure.setText(self._cure()[0])
            self.log.setVisible(bool(self._failure.details))
        elif problem is not None:
            self.label.setText(problem.message if problem.code == "no-engine" else problem.sentence())
        elif self._outdated():
            self.label.setText(tr("The engine was set up for another version of the plugin: set it up again."))
        else:
            found = engine.interpreter()
            self.label.setText(tr("Ready: {path}").format(path=shortened(found.path)))
            self.label.setToolTip(found.path)

    def _outdated(self) -> bool:
        found = engine.interpreter()
        return found is not None and found.source == "managed" and environment.outdated(engine.environment_folder())

    def _cure(self) -> Tuple[str, Callable[[], None]]:
        """Text and action of the button for the last failure."""
        action = self._failure.action if self._failure is not None else ""
        return {
            "choose-python": (tr("Choose a Python…"), self._choose_again),
            "folder": (tr("Choose a folder…"), self.set_up),
            "address": (tr("Choose again…"), self.set_up),
            "settings": (tr("Settings…"), self.settings_wanted.emit),
        }.get(action, (tr("Try again"), lambda: self._again()))

    def show_log(self) -> None:
        """Shows the log of the last failed step."""
        if self._failure is None:
            return
        box = QMessageBox(QMessageBox.Icon.NoIcon, tr("GeoInpaint log"), self._failure.sentence(), parent=self)
        box.setDetailedText(self._failure.details)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # --- a Python of the user's own ----------------------------------------------------------------------------------

    def choose_python(self) -> None:
        """Lets the user choose a Python, and uses it if it is suitable."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Python for the engine"))
        if path:
            self.use_python(path)

    def _choose_again(self) -> None:
        """Lets the user choose another Python in place of the failed one, to use or to create the environment with."""
        if self._again == self.choose_python:
            self.choose_python()
            return
        path, _ = QFileDialog.getOpenFileName(self, tr("Python to make the environment with"))
        if path:
            settings.save("base_python", path)
            self._again()

    def use_python(self, path: str) -> None:
        """Checks a Python, and uses it if it is suitable."""
        self._again = self.choose_python

        def done(answer: Optional[str], error: Optional[Exception]) -> None:
            if error is None:
                settings.save("interpreter", path)
            self._ended(answer, error)

        self._begin(tr("Checking a Python"), setup_steps.check(path), done)

    # --- the managed environment -------------------------------------------------------------------------------------

    def set_up(self) -> None:
        """Creates the managed environment from the package index, after confirmation."""
        self._again = self.set_up
        self._look("")

    def set_up_offline(self) -> None:
        """Creates the managed environment from a folder of wheels, after confirmation."""
        self._again = self.set_up_offline
        start = settings.load().wheels_folder
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of wheels"), start)
        if folder:
            settings.save("wheels_folder", folder)
            self._look(folder)

    def _look(self, wheels: str) -> None:
        """Inspects this computer, and then asks for confirmation."""

        def done(computer: Optional[Computer], error: Optional[Exception]) -> None:
            self._ended(None, error)
            if computer is not None:
                self._ask(computer, wheels)

        self._begin(tr("Looking at this computer"), setup_steps.look(settings.load().base_python), done)

    def _ask(self, computer: Computer, wheels: str) -> None:
        options = self._pip_options()
        if options is None:
            return
        dialog = SetupDialog(
            computer, engine.environment_folder(), wheels=wheels, pip_options=options,
            torch_index=settings.load().torch_index, parent=self,
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._agreed(dialog, computer.base, wheels))
        dialog.finished.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def _agreed(self, dialog: SetupDialog, base: pythons.Probe, wheels: str) -> None:
        folder = dialog.folder.filePath().strip()
        if folder != engine.environment_folder():
            settings.save("environment_folder", folder)
        if dialog.torch_index:
            settings.save("torch_index", dialog.torch_index)
        self.build(dialog.stage, wheels, base, dialog.torch_index)

    def _pip_options(self) -> "Optional[list[str]]":
        try:
            return settings.load().pip_arguments()
        except ValueError:
            self._failed(
                Diagnosis(
                    "pip-options",
                    tr("In the extra pip options a quotation mark is not closed."),
                    tr("Correct them in the settings."),
                    "settings",
                )
            )
            return None

    def build(self, stage: str, wheels: str, base: pythons.Probe, torch_index: str = "") -> None:
        """Creates the managed environment in the background, with PyTorch from another index if given."""
        work = setup_steps.build(
            engine.environment_folder(), stage, base=base, wheels=wheels, pip_options=self._pip_options() or [],
            torch_index=torch_index,
        )  # fmt: skip
        self._again = lambda: self.build(stage, wheels, base, torch_index)

        def done(answer: Optional[str], error: Optional[Exception]) -> None:
            if error is None:
                settings.save("interpreter", "")  # use the new environment
            self._ended(answer, error)

        self._begin(tr("Setting up the GeoInpaint engine"), work, done)

    def add_detector(self) -> None:
        """Adds the cloud detection network to the managed environment, after confirmation."""
        self._again = self.add_detector
        text = tr(
            "Install the network for clouds, ukis-csmask (Apache-2.0), and ONNX Runtime (MIT) that runs it, into"
            " {folder}? About 165 MB are fetched from Python's package index."
        ).format(folder=engine.environment_folder())
        box = QMessageBox(QMessageBox.Icon.Question, tr("GeoInpaint"), text, parent=self)
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: self.add("clouds"))
        box.open()

    def add(self, extra: str, wheels: str = "") -> None:
        """Adds the packages of an extra in the background."""
        options = self._pip_options()
        if options is None:
            return
        work = setup_steps.add(engine.environment_folder(), extra, wheels=wheels, pip_options=options)
        self._again = lambda: self.add(extra, wheels)
        self._begin(tr("Installing the network for clouds"), work, self._ended)

    # --- work in the background --------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """Cancels the current step."""
        if self._work is not None:
            self._work.cancel()

    @property
    def busy(self) -> bool:
        """Whether a step is in progress."""
        return self._work is not None

    def _begin(
        self, title: str, work: Callable[[BackgroundTask], Any], done: Callable[[Any, Optional[Exception]], None]
    ) -> None:
        if self._work is not None:
            return
        self._failure = None
        self.label.setText(title)
        self._work = BackgroundTask(title, work, done)
        self._work.progressed.connect(self._on_progress)
        self.bar.setValue(0)
        self._show_state()
        QgsApplication.taskManager().addTask(self._work)

    def _on_progress(self, fraction: float, text: str) -> None:
        self.bar.setValue(int(1000 * fraction))
        self._doing = text
        if not self._next_word.isActive():
            self._next_word.start()

    def _say(self) -> None:
        """Shows the current step."""
        if self.busy:
            self.label.setText(self._doing)

    def _ended(self, answer: Optional[str], error: Optional[Exception]) -> None:
        """Shows the outcome: the self-test's sentence, a failure, or that the user cancelled."""
        self._work = None
        if isinstance(error, EnvironmentFailure):
            self._failed(error.diagnosis)
            return
        self._offered = self._offered and answer is None
        self._answered = answer is not None
        self._show_state()
        if answer is not None:
            self.label.setText(f"{self.label.text()}\n{answer}")
        elif error is not None:
            self.label.setText(tr("The set-up was cancelled."))
            self.buttons.show()
        self.changed.emit()

    def _failed(self, found: Diagnosis) -> None:
        self._failure = found
        self.refresh()
