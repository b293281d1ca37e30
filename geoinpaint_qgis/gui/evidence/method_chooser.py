"""Choice of the method: the cards, and below them the settings of the chosen one; disabled with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from geoinpaint_qgis.gui.evidence.cards import Cards
from geoinpaint_qgis.gui.evidence.model_table import ModelTable
from geoinpaint_qgis.gui.request import EVIDENCE, MODEL, SIMPLE, Request, unavailable
from geoinpaint_qgis.gui.run import estimate
from geoinpaint_qgis.gui.widgets import labelled, small_print
from geoinpaint_qgis.interface import FILLS, PRESETS
from geoinpaint_qgis.processing.classicalfill import AUTOMATIC
from geoinpaint_qgis.runner.models import Model
from geoinpaint_qgis.translate import tr


class MethodChooser(QWidget):
    """The cards with settings for fill, preset and models. `changed` signals changes."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._lacks_torch = False
        self._given = {"references": 0, "radar": 0}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self.cards = _cards()
        self.cards.chosen.connect(self._chosen)
        column.addWidget(self.cards)
        self.fill = _fills()
        self.fill.currentIndexChanged.connect(self.changed)
        self._fill_row = _row(tr("&Method"), self.fill)
        column.addWidget(self._fill_row)
        self.preset = QComboBox()
        for preset in PRESETS:
            self.preset.addItem(preset_text(Request(preset=preset), None), preset)
        _narrow(self.preset)
        self.preset.currentIndexChanged.connect(self.changed)
        self._preset_row = _row(tr("M&ethod"), self.preset)
        column.addWidget(self._preset_row)
        self.models = ModelTable()
        self.models.changed.connect(self._models_changed)
        column.addWidget(self.models)
        self.time = small_print()
        self.time.setAccessibleName(tr("Time it is likely to take"))
        column.addWidget(self.time)
        self._chosen(self.cards.current())
        self.grey()

    def apply_to(self, request: Request) -> None:
        """Adds this section's choices to a request."""
        request.evidence = self.cards.current()
        request.fill = str(self.fill.currentData())
        request.preset = str(self.preset.currentData())
        model = self.models.chosen
        request.model = model.name if model is not None else ""

    @property
    def model(self) -> Optional[Model]:
        """The trained model to fill with; None for other methods."""
        return self.models.chosen if self.cards.current() == MODEL else None

    def short_summary(self) -> str:
        """A short summary of the choice."""
        title = self.cards.card(self.cards.current()).accessibleName()
        return f"{title}. {self.time.text()}".strip()

    def set_evidence(self, *, references: int, radar: int) -> None:
        """Sets the number of ticked layers of each kind."""
        self._given = {"references": references, "radar": radar}
        self.grey()

    def set_lacks_torch(self, lacks: bool) -> None:
        """Sets whether PyTorch is known to be missing."""
        if lacks != self._lacks_torch:
            self._lacks_torch = lacks
            self.grey()
            self.changed.emit()

    def show_times(self, request: Request, pixels: Optional[float]) -> None:
        """Shows expected durations of presets and of the chosen method; None: the size of the hole is unknown."""
        for row in range(self.preset.count()):
            alternative = replace(request, preset=str(self.preset.itemData(row)))
            self.preset.setItemText(row, preset_text(alternative, pixels))
        seconds = estimate.estimate(request, pixels) if pixels else None
        self.time.setText(tr("Will take {time}.").format(time=estimate.about(seconds)) if seconds else "")
        self.time.setVisible(bool(seconds))

    def grey(self) -> None:
        """Disables unavailable choices, with the reason."""
        for evidence in EVIDENCE:
            self.cards.card(evidence).set_reason(self._reason(evidence))
        model = self.preset.model()
        if isinstance(model, QStandardItemModel):
            paper = model.item(self.preset.findData("paper"))
            paper.setEnabled(not self._lacks_torch)
            paper.setToolTip(needs_torch() if self._lacks_torch else "")
        if self._lacks_torch and self.preset.currentData() == "paper":
            self.preset.setCurrentIndex(self.preset.findData("fast"))
        if not self.cards.card(self.cards.current()).isEnabled():
            self.cards.choose(SIMPLE)

    def _reason(self, evidence: str) -> Optional[str]:
        """Why a card is unavailable; None if it is available. That of models always is, as they are added there."""
        if evidence == MODEL and self._lacks_torch:
            return needs_torch()
        return unavailable(evidence, **self._given)

    def _chosen(self, key: str) -> None:
        self._fill_row.setVisible(key == SIMPLE)
        self._preset_row.setVisible(key not in (SIMPLE, MODEL))
        self.models.setVisible(key == MODEL)
        self.changed.emit()

    def _models_changed(self) -> None:
        if self.cards.current() == MODEL:
            self.changed.emit()


def needs_torch() -> str:
    """The remedy if PyTorch is missing."""
    return tr("Needs torch: set up the full stage of the engine.")


def preset_text(request: Request, pixels: Optional[float]) -> str:
    """The name of a request's preset, with its expected duration."""
    names = {"fast": tr("Fast fit"), "paper": tr("Network of the paper (2022)")}
    name = names.get(request.preset, request.preset)
    return f"{name}: {estimate.about(estimate.estimate(request, pixels))}" if pixels else name


def _cards() -> Cards:
    cards = Cards(tr("How the fill is made"))
    texts = (
        (SIMPLE, tr("Classical fill"), tr("A simple rule; quick, and good with a recent date."), "simple"),
        ("image", tr("Only this image"), tr("Carries on what surrounds the hole; for small holes."), "image"),
        (
            "dates",
            tr("Other dates"),
            tr("Learns on clear ground how this image follows from the others."),
            "dates",
        ),
        ("radar", tr("Radar"), tr("Learns from radar, which sees through cloud."), "radar"),
        (
            "both",
            tr("Dates and radar"),
            tr("Learns from all the evidence there is."),
            "both",
        ),
        (MODEL, tr("Trained model"), tr("Learned from other scenes; looks at this image alone."), "model"),
    )
    for key, title, text, icon in texts:
        cards.add(key, title, text, f"card_{icon}")
    return cards


def _fills() -> QComboBox:
    combo = QComboBox()
    names = {
        "regression": tr("Regression (dates, radar)"),
        "harmonic": tr("Harmonic (smooth surface)"),
        "ratio": tr("Ratio (mean of the dates)"),
        "paste": tr("Paste the nearest date"),
        "telea": tr("TELEA (inwards)"),
        "coherent": tr("Coherent (along lines)"),
    }
    combo.addItem(tr("Automatic"), AUTOMATIC)
    for fill in FILLS:
        combo.addItem(names[fill], fill)
    _narrow(combo)
    return combo


def _narrow(combo: QComboBox) -> None:
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)


def _row(text: str, widget: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(labelled(text, widget))
    row.addWidget(widget, 1)
    return whole
