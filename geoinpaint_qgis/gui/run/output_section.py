"""The panel's section on the result: its file, and advanced settings."""

from __future__ import annotations

import os
from dataclasses import replace

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QToolButton

from geoinpaint_qgis import settings
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.widgets import Section, labelled
from geoinpaint_qgis.interface import RANGES
from geoinpaint_qgis.translate import tr


class OutputSection(Section):
    """The file of the result, and advanced settings. `changed` signals changes."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__("5", tr("Result"))
        self.output = QgsFileWidget()
        self.output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.output.setFilter(tr("GeoTIFF (*.tif)"))
        self.output.setDialogTitle(tr("Result"))
        self.output.lineEdit().setAccessibleName(tr("File of the result"))
        self.output.fileChanged.connect(self.changed)
        self.add(self.output)
        self.report = QCheckBox(tr("Re&port"))
        self.report.setToolTip(tr("One page with pictures, errors, evidence and the job, beside the result"))
        self.uncertainty = QCheckBox(tr("&Uncertainty"))
        self.uncertainty.setToolTip(tr("A raster with the fill's standard deviation, beside the result"))
        self.fill_flag = QCheckBox(tr("Fill fla&g"))
        self.fill_flag.setToolTip(tr("A raster that says what was filled and what could not be, beside the result"))
        for box in (self.report, self.uncertainty, self.fill_flag):
            box.toggled.connect(self.changed)
        self.row(self.report, self.uncertainty)
        self.add(self.fill_flag)
        self.clear_stretch = QCheckBox(tr("Stretch to clear &ground"))
        self.clear_stretch.setToolTip(
            tr("Show scene and result in the range of the clear ground, unless you have set a range yourself")
        )
        self.clear_stretch.setChecked(settings.load().clear_stretch)
        self.clear_stretch.toggled.connect(lambda on: settings.save("clear_stretch", on))
        self.add(self.clear_stretch)
        self.advanced = QgsCollapsibleGroupBox(tr("Advanced"))
        form = QFormLayout(self.advanced)
        self.steps = QSpinBox()
        self.steps.setRange(0, RANGES["steps"][1])
        self.steps.setSpecialValueText(tr("as in the paper"))
        self.steps.valueChanged.connect(self.changed)
        form.addRow(labelled(tr("S&teps of the network"), self.steps), self.steps)
        self.residual = QCheckBox(tr("Make the difference only"))
        self.residual.setToolTip(tr("The other date or the radar is where the network starts from"))
        self.residual.toggled.connect(self.changed)
        form.addRow(self.residual)
        self.seed = QSpinBox()
        self.seed.setRange(*RANGES["seed"])
        self.seed.setToolTip(tr("The same seed, inputs and settings give the same result"))
        form.addRow(labelled(tr("S&eed"), self.seed), self.seed)
        self.add(self.advanced)
        self.advanced.setCollapsed(True)
        for button in self.advanced.findChildren(QToolButton):
            button.setAccessibleName(tr("Show the advanced settings"))

    def apply_to(self, request: Request) -> None:
        """Adds this section's choices to a request."""
        request.output = self.output.filePath().strip()
        request.report = self.report.isChecked()
        request.uncertainty = self.uncertainty.isChecked()
        request.fill_flag = self.fill_flag.isChecked()
        request.steps = self.steps.value() or None
        request.residual = self.residual.isChecked()
        request.seed = self.seed.value()

    def propose(self, request: Request) -> None:
        """Shows the proposed file name, and the settings that apply to the request."""
        proposal = os.path.basename(replace(request, output="").output_path())
        self.output.lineEdit().setPlaceholderText(proposal or tr("beside the raster"))
        self.output.lineEdit().setToolTip(request.output_path())
        self.residual.setEnabled(request.evidence in ("dates", "radar"))
        self.steps.setEnabled(request.network)
