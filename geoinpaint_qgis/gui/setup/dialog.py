"""Confirms the set-up before anything is downloaded: GPU, build of PyTorch, download size, folder, free space."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Optional, Sequence

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from geoinpaint_qgis.gui.widgets import labelled, small_print
from geoinpaint_qgis.runner import setup_plan
from geoinpaint_qgis.runner.platforms import Platform
from geoinpaint_qgis.runner.pythons import Probe
from geoinpaint_qgis.runner.setup_plan import Gpu, Plan
from geoinpaint_qgis.translate import tr

PROCESSOR = "processor"  # key of the full stage with PyTorch without CUDA


@dataclass(frozen=True)
class Computer:
    """The Python for creating an environment, and the GPU, as found on this computer."""

    base: Probe
    gpu: Optional[Gpu]
    platform: Platform


class SetupDialog(QDialog):
    """Choice of stage and folder, with their requirements. `wheels`: folder of wheels to install from."""

    def __init__(
        self,
        computer: Computer,
        folder: str,
        *,
        wheels: str,
        pip_options: Sequence[str],
        torch_index: str = "",
        parent: Optional[QWidget],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Set up the GeoInpaint engine"))
        self._computer = computer
        self._wheels = wheels
        self._has_torch = not wheels or any(Path(wheels).glob("torch-*.whl"))
        self._options = tuple(pip_options)
        self.plans: Dict[str, Plan] = {}
        column = QVBoxLayout(self)
        origin = (
            tr("The packages come from {folder}; nothing is downloaded.").format(folder=wheels)
            if wheels
            else tr("The packages are downloaded from the Python package index into a Python environment of their own.")
        )
        column.addWidget(_wrapped(origin + " " + tr("QGIS's own Python stays as it is.")))
        column.addLayout(self._facts(folder))
        self.light = QRadioButton()
        self.full = QRadioButton()
        self.build = small_print()
        column.addWidget(self.light)
        column.addWidget(small_print(tr("The fast fit, classical fills, masks, references and scores.")))
        column.addWidget(self.full)
        column.addWidget(small_print(tr("Also the network of the paper and trained models, which need torch.")))
        column.addWidget(self.build)
        column.addWidget(self._without_cuda(torch_index))
        self.problem = _wrapped("")
        column.addWidget(self.problem)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("&Set up"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(self.buttons)
        column.setSpacing(5)
        self.light.setChecked(True)
        choices = QButtonGroup(self)
        for choice in (self.light, self.full, self.processor):
            choices.addButton(choice)
            choice.toggled.connect(self._show)
        self.folder.fileChanged.connect(self._reckon)
        self.setMinimumWidth(520)
        self._reckon()

    def _facts(self, folder: str) -> QFormLayout:
        form = QFormLayout()
        base, gpu = self._computer.base, self._computer.gpu
        self.card = _wrapped(gpu.text() if gpu else tr("none found: networks run on the processor"))
        form.addRow(tr("Graphics card:"), self.card)
        version = ".".join(map(str, base.version))
        form.addRow(
            tr("Made with:"), _wrapped(tr("Python {version}, {path}").format(version=version, path=base.executable))
        )
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(folder)
        form.addRow(labelled(tr("&Folder:"), self.folder), self.folder)
        self.free = QLabel()
        form.addRow(tr("Free there:"), self.free)
        return form

    def _without_cuda(self, address: str) -> QWidget:
        """The full stage without CUDA and the URL of its index; shown if no GPU was found."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        self.processor = QRadioButton()
        column.addWidget(self.processor)
        column.addWidget(
            small_print(
                tr(
                    "The same on the processor alone, since no graphics card was found. torch comes from the address"
                    " that pytorch.org names for Pip and CPU (after “index-url”):"
                )
            )
        )
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://…")
        self.address.setAccessibleName(tr("Address of torch without CUDA"))
        self.address.textChanged.connect(self._show)
        self.address.textEdited.connect(lambda: self.processor.setChecked(True))
        column.addWidget(self.address)
        computer = self._computer
        part.setVisible(setup_plan.offers_without_cuda(computer.gpu, computer.platform, self._wheels, self._options))
        return part

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """Sets the height that wrapped texts need at this width, which Qt underestimates."""
        self.setMinimumHeight(self.layout().totalHeightForWidth(self.width()))

    @property
    def stage(self) -> str:
        """The chosen stage."""
        return "light" if self.light.isChecked() else "full"

    @property
    def torch_index(self) -> str:
        """URL of the index for PyTorch without CUDA; empty if it was not chosen."""
        return self.address.text().strip() if self.processor.isChecked() else ""

    def _reckon(self, *_: object) -> None:
        """Updates the requirements of each stage in the chosen folder."""
        self.plans = {
            key: setup_plan.plan(
                key if key == "light" else "full",
                folder=self.folder.filePath(),
                base=self._computer.base,
                gpu=self._computer.gpu,
                platform=self._computer.platform,
                wheels=self._wheels,
                pip_options=self._options,
                without_cuda=key == PROCESSOR,
            )
            for key in ("light", "full", PROCESSOR)
        }
        self.light.setText(tr("&Light: {size}").format(size=self._size("light")))
        self.full.setText(tr("F&ull: {size}").format(size=self._size("full")))
        self.processor.setText(tr("Full &without CUDA: {size}").format(size=self._size(PROCESSOR)))
        self.full.setEnabled(self._has_torch)
        self._show()

    def _size(self, key: str) -> str:
        size = self.plans[key].download
        if key == "full" and not self._has_torch:
            return tr("that folder holds no torch")
        if size is None:
            return tr("the size of the download is not known")
        if self._wheels:
            return tr("from {size} of wheels").format(size=size_text(size))
        if self.plans[key].estimated:
            return tr("about {size} to download").format(size=size_text(size))
        return tr("{size} to download").format(size=size_text(size))

    def _show(self, *_: object) -> None:
        chosen = self.plans[PROCESSOR if self.processor.isChecked() else self.stage]
        self.free.setText(size_text(chosen.free))
        self.build.setText(" ".join(filter(None, (f"{chosen.build}." if chosen.build else "", chosen.warning))))
        self.build.setVisible(bool(chosen.build))
        named = bool(self.folder.filePath().strip())
        if self.processor.isChecked():
            named = named and bool(re.match(r"(https?|file)://\S", self.torch_index))
        room = tr("This needs about {size}: choose a folder on a disk with more room.").format(
            size=size_text(setup_plan.NEEDED * (chosen.download or 0))
        )
        self.problem.setText("" if chosen.fits else room)
        self.problem.setVisible(not chosen.fits)
        self.go.setEnabled(named and chosen.fits)
        self._keep_height()


def size_text(size: float) -> str:
    """Formats a number of bytes."""
    number = QLocale()
    if size >= 1e9:
        return tr("{number} GB").format(number=number.toString(size / 1e9, "f", 1))
    return tr("{number} MB").format(number=number.toString(size / 1e6, "f", 0 if size >= 1e7 else 1))


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
