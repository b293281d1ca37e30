"""The table of trained models with the contents of their cards; the user's own can be added and removed."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geoinpaint_qgis import engine
from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.gui.widgets import small_print
from geoinpaint_qgis.runner.models import Model
from geoinpaint_qgis.translate import tr

ROWS = 3  # rows visible without scrolling


class TableTask(QgsTask):
    """Lets the engine add or remove a model; `done` carries a failure, empty on success."""

    done = pyqtSignal(str)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(tr("GeoInpaint: trained models"), QgsTask.Flag.CanCancel)
        self._arguments = list(arguments)
        self._problem = ""

    def run(self) -> bool:
        outcome = engine.run(self._arguments, on_event=lambda event: None, cancelled=self.isCanceled)
        if outcome.failure is not None:
            self._problem = outcome.failure.sentence()
        return outcome.failure is None and not outcome.cancelled

    def finished(self, fine: bool) -> None:
        self.done.emit("" if fine else self._problem or tr("Cancelled; the table is as it was."))


class ModelTable(QWidget):
    """The models by name, one of them chosen; `changed` signals another choice or changes of the table."""

    changed = pyqtSignal()
    problem = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.models: List[Model] = []
        self._task: Optional[TableTask] = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(tr("Trained models"))
        self.table.setHorizontalHeaderLabels([tr("Model"), tr("Bands"), tr("Licence")])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMaximumHeight((ROWS + 1) * (self.table.fontMetrics().height() + 16))
        self.table.itemSelectionChanged.connect(self._selected)
        column.addWidget(self.table)
        self.about = small_print()
        column.addWidget(self.about)
        row = QHBoxLayout()
        self.add = self._button(tr("Add a model…"), tr("Copy a model's file (.safetensors) into your models"))
        self.add.clicked.connect(self._choose_file)
        self.remove = self._button(tr("Remove"), tr("Delete your copy of this model"))
        self.remove.clicked.connect(self._ask_to_remove)
        for button in (self.add, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.refresh()

    @staticmethod
    def _button(text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text.rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    @property
    def chosen(self) -> Optional[Model]:
        """The chosen model, or None."""
        rows = self.table.selectionModel().selectedRows()
        return self.models[rows[0].row()] if rows else None

    @property
    def busy(self) -> bool:
        """Whether the engine is adding or removing a model."""
        return self._task is not None

    def refresh(self, choose: str = "") -> None:
        """Reads the table again, and chooses the model `choose`, or the one chosen before."""
        before = choose or (self.chosen.name if self.chosen is not None else "")
        self.models = engine.trained_models()
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(len(self.models))
        for row, model in enumerate(self.models):
            for col, text in enumerate((model.name, ", ".join(model.bands), model.licence)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, col, item)
        names = [model.name for model in self.models]
        if names:
            self.table.selectRow(names.index(before) if before in names else 0)
        self.table.blockSignals(blocked)
        self.table.setVisible(bool(names))
        self._selected()

    def add_file(self, path: str) -> None:
        """Lets the engine copy a model file into the user's models."""
        self._start(["models", "add", path])

    def remove_chosen(self) -> None:
        """Lets the engine delete the chosen model, one of the user's own."""
        if self.chosen is not None and not self.chosen.ships:
            self._start(["models", "remove", self.chosen.name])

    def shut_down(self) -> None:
        """Stops waiting for the engine."""
        task, self._task = self._task, None
        if task is not None:
            task.done.disconnect(self._done)
            task.cancel()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Add a trained model"), "", tr("Models (*.safetensors)"))
        if path:
            self.add_file(path)

    def _ask_to_remove(self) -> None:
        model = self.chosen
        text = tr("Delete your model {name}? Its file is {path}.").format(name=model.name, path=model.path)
        answer = QMessageBox.question(self, tr("Remove a trained model"), text)
        if answer == QMessageBox.StandardButton.Yes:
            self.remove_chosen()

    def _start(self, arguments: Sequence[str]) -> None:
        if self._task is not None:
            return
        self._task = TableTask(arguments)
        self._task.done.connect(self._done)
        self._selected()
        QgsApplication.taskManager().addTask(self._task)

    def _done(self, problem: str) -> None:
        self._task = None
        self.refresh()
        if problem:
            self.problem.emit(problem)

    def _selected(self) -> None:
        model = self.chosen
        self.add.setEnabled(not self.busy)
        self.remove.setEnabled(not self.busy and model is not None and not model.ships)
        self.about.setText(describe(model))
        self.changed.emit()


def describe(model: Optional[Model]) -> str:
    """A summary of a model's card in a few lines."""
    if model is None:
        return tr("No trained model is here yet: add one from its file.")
    parts: Dict[str, Any] = {
        "": model.title,
        tr("Trained on"): model.data,
        tr("Figures"): figures(model),
        tr("Terms"): model.terms,
        tr("Note"): " ".join(model.warnings),
    }
    return "\n".join(f"{name}: {text}" if name else str(text) for name, text in parts.items() if text)


def figures(model: Model) -> str:
    """A model's accuracy in one line."""
    return ", ".join(f"{name} {Figure(value):.3g}" if isinstance(value, float) else f"{name} {value}"
                     for name, value in model.figures.items())  # fmt: skip
