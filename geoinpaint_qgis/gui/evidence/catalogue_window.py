"""The window *Find dates and radar*: choice of the catalogue, its results for this hole, and their selection."""

from __future__ import annotations

import math
import os
from typing import Any, Dict, List, Optional

from qgis.core import QgsProject
from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from geoinpaint_qgis.gui.evidence import finding
from geoinpaint_qgis.gui.evidence.catalogue_search import Search, offers_of
from geoinpaint_qgis.gui.request import Request, place_of
from geoinpaint_qgis.interface import CATALOGUES
from geoinpaint_qgis.processing import findevidence
from geoinpaint_qgis.processing import parameters as shared
from geoinpaint_qgis.runner import messages
from geoinpaint_qgis.translate import tr

PICTURE = QSize(56, 56)
RADAR = int(Qt.ItemDataRole.UserRole) + 1
MEGABYTES = int(Qt.ItemDataRole.UserRole) + 2


class CatalogueWindow(QDialog):
    """Searches a catalogue, and fetches what is ticked. `fetched` carries the files of other dates, and those of radar.

    `run_wanted`: the fill should be started at once.
    """

    fetched = pyqtSignal(list, list)
    run_wanted = pyqtSignal()

    def __init__(self, request: Request, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find dates and radar"))
        self._request, self._project = request, project
        self._search: Optional[Search] = None
        folder, stem = place_of(request.scene)
        self._folder = os.path.join(folder, f"{stem}_evidence")
        self.catalogue = QComboBox()
        self.catalogue.addItems(list(CATALOGUES))
        self.catalogue.setEditable(True)
        self.catalogue.setEditText(finding.catalogue())
        self.catalogue.setToolTip(tr("A catalogue by name, the URL of a STAC API, or a folder of STAC items"))
        self.days = _number(90, 1, 3650, tr(" days before and after"))
        self.dates = _number(6, 0, 100, tr(" dates at most"))
        self.radar = _number(2, 0, 100, tr(" radar images at most"))
        self.authentication = QgsAuthConfigSelect(self)
        self.look = QPushButton(tr("&Look"))
        self.look.clicked.connect(self.search)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.hide()
        self.table = _table()
        self.table.itemChanged.connect(self._count)
        self.fetch = QPushButton(tr("&Fetch"))
        self.fetch.setToolTip(tr("Adds what is ticked to the project, and fills nothing yet"))
        self.fetch.clicked.connect(self.fetch_ticked)
        self.run = QPushButton(tr("Fetch and &run"))
        self.run.setToolTip(tr("Fetches what is ticked, adds it to the project, and fills the raster from it"))
        self.run.clicked.connect(lambda: self.fetch_ticked(run=True))
        for button in (self.fetch, self.run):
            button.setEnabled(False)
        self.catalogue.currentTextChanged.connect(self._say_whom)
        self._lay_out()
        self._say_whom()
        self.resize(720, 560)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("&Catalogue"), self.catalogue)
        numbers = QHBoxLayout()
        for box in (self.days, self.dates, self.radar):
            numbers.addWidget(box)
        form.addRow(tr("At most"), numbers)
        form.addRow(tr("&Token, if it wants one"), self.authentication)
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        buttons.addWidget(self.look)
        below = QHBoxLayout()
        below.addWidget(self.bar, 1)
        below.addWidget(self.fetch)
        below.addWidget(self.run)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.look.setDefault(True)

    def search(self) -> None:
        """Searches the catalogue."""
        whom = finding.host(self.catalogue.currentText()) or tr("this computer")
        if self._start({findevidence.FETCH: False}, self._show_offers):
            self.said.setText(tr("Asking {whom} what there is").format(whom=whom))

    def fetch_ticked(self, *, run: bool = False) -> None:
        """Fetches what is ticked; `run`: then starts the fill."""
        ticked = self._ticked()
        dates = [date for date, radar in ticked if not radar]
        passes = [date for date, radar in ticked if radar]
        parameters = {findevidence.DATES: ",".join(dates), findevidence.RADAR_DATES: ",".join(passes)}
        most = math.ceil(2 * self._size()) + 50  # download limit; the size shown on the button is approximate
        self._start({findevidence.FETCH: True, findevidence.MAX_MB: most, **parameters},
                    lambda results: self._take(results, run=run))  # fmt: skip

    def reject(self) -> None:
        """Closes the window, and cancels what is in progress."""
        if self._search is not None:
            self._search.abandon()
            self._search = None
        super().reject()

    def _start(self, parameters: Dict[str, Any], then: Any) -> bool:
        if self._search is not None:  # the button now cancels
            self._search.cancel()
            return False
        asked = {
            findevidence.CATALOGUE: self.catalogue.currentText().strip(),
            findevidence.BEFORE: self.days.value(), findevidence.AFTER: self.days.value(),
            findevidence.MAX_DATES: self.dates.value(), findevidence.MAX_SAR: self.radar.value(),
            shared.OUTPUT: self._folder, **parameters,
        }  # fmt: skip
        if self.authentication.configId():
            asked[findevidence.AUTHENTICATION] = self.authentication.configId()
        search = Search(self._request, asked, self._project)
        search.event_received.connect(self._progress)
        search.ended.connect(lambda results, problem: self._ended(results, problem, then))
        problem = search.start()
        if problem:
            self.said.setText(problem)
            return False
        self._search = search
        self.bar.setValue(0)
        self.bar.show()
        self.look.setText(tr("&Cancel"))
        self.fetch.setEnabled(False)
        self.run.setEnabled(False)
        return True

    def _progress(self, event: Dict[str, Any]) -> None:
        if event.get("event") == "progress":
            self.bar.setValue(int(100 * float(event.get("fraction") or 0)))
        elif event.get("event") == "warning":
            self.said.setText(messages.translated(str(event.get("code") or ""), str(event.get("message") or "")))

    def _ended(self, results: Dict[str, Any], problem: str, then: Any) -> None:
        self._search = None
        self.bar.hide()
        self.look.setText(tr("&Look"))
        self._count()
        if problem:
            self.said.setText(problem)
        else:
            then(results)

    def _show_offers(self, results: Dict[str, Any]) -> None:
        finding.store_catalogue(self.catalogue.currentText())
        offers = offers_of(results)
        rows = [(row, False) for row in offers["candidates"]] + [(row, True) for row in offers["radar"]]
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        for number, (row, radar) in enumerate(rows):
            for column, item in enumerate(_items(row, radar)):
                self.table.setItem(number, column, item)
        self.table.resizeRowsToContents()
        self.table.blockSignals(blocked)
        whence = ", ".join(offers["hosts"] or []) or tr("this computer")
        text = tr("{count} images, from {whence}. Green: what a date shows of the hole; the best are ticked.")
        if self._request.detect:
            text = tr("{count} images, from {whence}. Green: where a date is clear; the clouds are detected from them.")
        self.said.setText(text.format(count=len(rows), whence=whence))
        self._count()

    def _take(self, results: Dict[str, Any], *, run: bool) -> None:
        self.fetched.emit(list(results[shared.REFERENCES]), list(results[shared.SAR]))
        self.accept()
        if run:
            self.run_wanted.emit()

    def _ticked(self) -> List[Any]:
        found = []
        for number in range(self.table.rowCount()):
            item = self.table.item(number, 0)
            if item is not None and item.checkState() == Qt.CheckState.Checked:
                found.append((item.text(), bool(item.data(RADAR))))
        return found

    def _size(self) -> float:
        """Approximate download size of what is ticked, in megabytes."""
        items = [self.table.item(number, 0) for number in range(self.table.rowCount())]
        ticked = [item for item in items if item is not None and item.checkState() == Qt.CheckState.Checked]
        return sum(float(item.data(MEGABYTES)) for item in ticked)

    def _count(self, *_: object) -> None:
        """Updates the download size on the button."""
        ticked, size = self._ticked(), self._size()
        self.run.setText(tr("Fetch about {size:.0f} MB and &run").format(size=size) if ticked else tr("Fetch and &run"))
        self.run.setMinimumWidth(self.run.sizeHint().width())
        for button in (self.fetch, self.run):
            button.setEnabled(bool(ticked) and self._search is None)

    def _say_whom(self, *_: object) -> None:
        host = finding.host(self.catalogue.currentText())
        if host:
            self.said.setText(tr("Asks {host}, and the servers of its images, once you press Look.").format(host=host))
        else:
            self.said.setText(tr("A folder of this computer: nothing is asked of the network for the search."))


def _number(value: int, least: int, most: int, suffix: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setSuffix(suffix)
    return box


def _table() -> QTableWidget:
    heads = [tr("Date"), tr("What it shows"), tr("Days"), tr("Clear in the hole"), tr("Around it"), tr("MB")]
    heads.append(tr("Orbit"))
    table = QTableWidget(0, len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setIconSize(PICTURE)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return table


def _items(row: Dict[str, Any], radar: bool) -> List[QTableWidgetItem]:
    """The cells of an image's row."""
    first = QTableWidgetItem(str(row["date"]))
    first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    first.setCheckState(Qt.CheckState.Checked if row["chosen"] else Qt.CheckState.Unchecked)
    first.setData(RADAR, radar)
    first.setData(MEGABYTES, row["megabytes"])
    picture = QTableWidgetItem(tr("radar") if radar else "")
    if row.get("picture") and os.path.exists(row["picture"]):
        picture.setIcon(QIcon(row["picture"]))
    shares = ["", ""] if radar else [f"{100 * float(row[name]):.0f} %" for name in ("clear_hole", "clear_around")]
    texts = [f"{int(row['days']):+d}", *shares, f"{float(row['megabytes']):.1f}", str(row["orbit"])]
    return [first, picture, *(QTableWidgetItem(text) for text in texts)]
