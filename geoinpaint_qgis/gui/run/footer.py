"""The panel's footer: the button Run, progress, result, and actions on the result."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geoinpaint_qgis.gui.run import progress
from geoinpaint_qgis.gui.run.error_curve import Curve
from geoinpaint_qgis.gui.run.progress import RunState
from geoinpaint_qgis.gui.widgets import small_print
from geoinpaint_qgis.translate import tr

READY, RUNNING, DONE, FAILED = "ready", "running", "done", "failed"


class RunFooter(QFrame):
    """Signals requests for run, stop, cancel and comparisons; shows state and figures."""

    run = pyqtSignal()
    stop = pyqtSignal()
    cancel = pyqtSignal()
    swipe = pyqtSignal(bool)
    blink = pyqtSignal(bool)
    difference = pyqtSignal()
    profile = pyqtSignal(bool)
    report = pyqtSignal()
    log = pyqtSignal()
    diagnostics = pyqtSignal()
    command = pyqtSignal(str)
    batch = pyqtSignal()
    modeler = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Run"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(5)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        column.addWidget(line)
        self.hint = small_print()
        column.addWidget(self.hint)
        column.addWidget(self._running_box())
        column.addWidget(self._result_box())
        column.addLayout(self._start_row())
        self.set_state(READY)

    def _start_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.start = QPushButton(tr("&Run"))
        font = self.start.font()
        font.setBold(True)
        self.start.setFont(font)
        self.start.setMinimumHeight(32)
        self.start.clicked.connect(self.run)
        row.addWidget(self.start, 1)
        self.more = QToolButton()
        self.more.setText("⋯")
        self.more.setMinimumHeight(32)
        self.more.setAccessibleName(tr("More: commands, batch, modeler, log, diagnostics"))
        self.more.setToolTip(tr("Copy as a command, open in batch or modeler, show the log, copy diagnostics"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.copy_qgis = menu.addAction(tr("Copy as qgis_process command"))
        self.copy_qgis.triggered.connect(lambda: self.command.emit("qgis_process"))
        self.copy_engine = menu.addAction(tr("Copy as geoinpaint command"))
        self.copy_engine.triggered.connect(lambda: self.command.emit("geoinpaint"))
        menu.addSeparator()
        self.open_batch = menu.addAction(tr("Open in batch"))
        self.open_batch.triggered.connect(lambda: self.batch.emit())
        self.open_modeler = menu.addAction(tr("Open in modeler"))
        self.open_modeler.triggered.connect(lambda: self.modeler.emit())
        menu.addSeparator()
        self.show_log = menu.addAction(tr("Show log"))
        self.show_log.triggered.connect(lambda: self.log.emit())
        self.show_log.setEnabled(False)
        self.copy_diagnostics = menu.addAction(tr("Copy diagnostics"))
        self.copy_diagnostics.triggered.connect(lambda: self.diagnostics.emit())
        self.more.setMenu(menu)
        row.addWidget(self.more)
        return row

    def _running_box(self) -> QWidget:
        self.running = QWidget()
        column = QVBoxLayout(self.running)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.headline = QLabel()
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Progress of the run"))
        self.detail = small_print()
        self.curve = Curve()
        row = QHBoxLayout()
        self.keep = QPushButton(tr("&Stop and keep best"))
        self.keep.setToolTip(tr("Finish now with the best fill so far"))
        self.keep.clicked.connect(self.stop)
        self.abandon = QPushButton(tr("C&ancel"))
        self.abandon.setToolTip(tr("End without a result; no file is left"))
        self.abandon.clicked.connect(self.cancel)
        row.addWidget(self.keep, 1)
        row.addWidget(self.abandon, 1)
        for widget in (self.headline, self.bar, self.detail, self.curve):
            column.addWidget(widget)
        column.addLayout(row)
        return self.running

    def _result_box(self) -> QWidget:
        self.result = QWidget()
        column = QVBoxLayout(self.result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)
        self.trust = small_print()
        self.notes = small_print()
        row = QHBoxLayout()
        self.swipe_button = QPushButton(tr("S&wipe"))
        self.swipe_button.setCheckable(True)
        self.swipe_button.setToolTip(tr("Move the mouse over the map: before on the left, after on the right"))
        self.swipe_button.toggled.connect(self.swipe)
        self.blink_button = QPushButton(tr("&Blink"))
        self.blink_button.setCheckable(True)
        self.blink_button.setToolTip(tr("Show before and after in turns"))
        self.blink_button.toggled.connect(self.blink)
        self.difference_button = QPushButton(tr("Di&fference"))
        self.difference_button.setToolTip(
            tr("Add a layer: this fill minus a simple fill, blue where it is darker, orange where it is brighter")
        )
        self.difference_button.clicked.connect(self.difference)
        self.profile_button = QPushButton(tr("Pr&ofile"))
        self.profile_button.setCheckable(True)
        self.profile_button.setToolTip(tr("Draw a line over the map: the values before and after along it"))
        self.profile_button.toggled.connect(self.profile)
        for button in (self.swipe_button, self.blink_button, self.difference_button, self.profile_button):
            row.addWidget(button, 1)
        self.report_button = QPushButton(tr("Show re&port"))
        self.report_button.setToolTip(tr("Open the report in the browser"))
        self.report_button.clicked.connect(self.report)
        self.compare = QWidget()
        self.compare.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.summary, self.trust, self.notes, self.compare, self.report_button):
            column.addWidget(widget)
        return self.result

    def set_state(self, state: str) -> None:
        """Shows the widgets of a state: ready, running, done or failed."""
        self.running.setVisible(state == RUNNING)
        self.result.setVisible(state in (DONE, FAILED))
        self.compare.setVisible(state == DONE)
        self.start.setVisible(state != RUNNING)
        self.more.setVisible(state != RUNNING)
        self.hint.setVisible(state != RUNNING and bool(self.hint.text()))
        self.state = state

    def set_hint(self, missing: Optional[str], *, note: str = "") -> None:
        """Shows what is missing before a run can start; if nothing is (None), a note on what it will do."""
        self.hint.setText(missing or note)
        self.hint.setVisible(self.state != RUNNING and bool(missing or note))
        self.start.setEnabled(missing is None)
        self.start.setToolTip(missing or tr("Fill the masked part and add the result to the project"))

    def begin(self) -> None:
        """A run has started; stopping is offered once it is known to be possible."""
        self.keep.hide()
        self.keep.setEnabled(True)
        self.abandon.setEnabled(True)
        self.bar.setValue(0)
        self.detail.setText("")
        self.curve.show_points([])
        self.headline.setText(tr("Starting the engine"))
        self.set_state(RUNNING)

    def show_run(self, state: RunState) -> None:
        """Shows the state of the run."""
        self.keep.setVisible(state.stoppable)
        self.bar.setValue(int(1000 * state.fraction))
        self.headline.setText(state.headline())
        self.detail.setText(state.detail())
        self.curve.show_points(state.curve)

    def stopping(self) -> None:
        """Stop was pressed, which takes a moment; the run can still be cancelled."""
        self.keep.setEnabled(False)

    def cancelling(self) -> None:
        """Cancel was pressed; no further action is possible."""
        self.headline.setText(tr("Cancelling"))
        self.keep.setEnabled(False)
        self.abandon.setEnabled(False)

    def end(self, state: RunState, problem: str = "", *, report: bool = False) -> None:
        """The run has ended: shows figures, or the failure; `report`: a report is available."""
        self.show_log.setEnabled(True)
        self.report_button.setVisible(report)
        notes = "\n".join(state.notes)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        if problem:
            self.summary.setText(problem)
            self.trust.setVisible(False)
            self.set_state(FAILED)
            return
        self.summary.setText(f"{progress.summary(state.figures)} {state.stopped_at()}".strip())
        text = progress.trust(state.figures)
        if progress.worse_than_simple(state.figures):
            text += " " + tr("The simple fill did better here.")
        self.trust.setText(text)
        self.trust.setVisible(True)
        self.set_state(DONE)

    def comparison_ended(self) -> None:
        """Swipe or blink was ended by something else."""
        for button in (self.swipe_button, self.blink_button):
            _release(button)

    def profile_ended(self) -> None:
        """The profile window was closed."""
        _release(self.profile_button)

    def forget(self) -> None:
        """The result was removed from the project."""
        if self.state == DONE:
            self.set_state(READY)


def _release(button: QPushButton) -> None:
    """Unchecks a button without triggering its action."""
    blocked = button.blockSignals(True)
    button.setChecked(False)
    button.blockSignals(blocked)
