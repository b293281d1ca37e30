"""GeoInpaint's page in QGIS's options dialog: every setting of the plugin."""

from __future__ import annotations

import os
from typing import Any, Callable, Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from geoinpaint_qgis import engine, interface, settings
from geoinpaint_qgis.gui.widgets import labelled, small_print
from geoinpaint_qgis.icons import icon_path
from geoinpaint_qgis.runner import environment, platforms
from geoinpaint_qgis.translate import tr

PAGE = "GeoInpaintOptions"
MINUTES = (1, 24 * 60)
FILES = ("interpreter", "environment_folder", "base_python", "wheels_folder")
TEXTS = ("pip_options", "torch_index", "source_folders")


class OptionsPage(QgsOptionsPageWidget):
    """The settings as form fields; `apply` saves them and calls `changed`."""

    def __init__(self, parent: QWidget, *, changed: Callable[[], None], set_up: Optional[Callable[[], None]]) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._changed = changed
        column = QVBoxLayout(self)
        column.addWidget(self._engine_box(set_up))
        column.addWidget(self._set_up_box())
        column.addWidget(self._run_box())
        column.addWidget(self._inputs_box())
        column.addStretch(1)
        self._show(settings.load())

    def _engine_box(self, set_up: Optional[Callable[[], None]]) -> QGroupBox:
        box, form = _group(tr("Engine"))
        found = engine.interpreter()
        self.state = QLabel(tr("Not set up.") if found is None else tr("Runs with {path}").format(path=found.path))
        self.state.setWordWrap(True)
        form.addRow(self.state)
        self.interpreter = _file(tr("Python with the engine's packages"), folder=False)
        self.interpreter.lineEdit().setPlaceholderText(tr("empty: the environment below"))
        _add(form, tr("&Python to use:"), self.interpreter)
        self.environment_folder = _file(tr("Folder of the engine's environment"), folder=True)
        default = environment.environment_folder("", environ=os.environ, platform=platforms.current())
        self.environment_folder.lineEdit().setPlaceholderText(default)
        _add(form, tr("Engine &folder:"), self.environment_folder)
        if set_up is not None:
            self.set_up = QPushButton(tr("Set up in the panel…"))
            self.set_up.setToolTip(tr("Opens the GeoInpaint panel, where the engine is set up, changed or repaired."))
            self.set_up.clicked.connect(lambda: self._leave_for(set_up))
            form.addRow(self.set_up)
        return box

    def _leave_for(self, set_up: Callable[[], None]) -> None:
        """Closes the options dialog, applying changes, because it blocks everything else."""
        dialog = self.window()
        if isinstance(dialog, QDialog):
            dialog.accept()
        set_up()

    def _set_up_box(self) -> QGroupBox:
        box, form = _group(tr("Set-up"))
        self.base_python = _file(tr("Python to make the environment with"), folder=False)
        self.base_python.lineEdit().setPlaceholderText(tr("empty: the best one on this computer"))
        _add(form, tr("&Made with:"), self.base_python)
        self.pip_options = QLineEdit()
        self.pip_options.setPlaceholderText(tr("empty: the packages that were tested"))
        self.pip_options.textChanged.connect(self._check_options)
        _add(form, tr("E&xtra pip options:"), self.pip_options)
        self.problem = small_print()
        self.problem.hide()
        form.addRow(self.problem)
        self.torch_index = QLineEdit()
        self.torch_index.setPlaceholderText(tr("for computers without a graphics card"))
        _add(form, tr("torch without &CUDA from:"), self.torch_index)
        self.wheels_folder = _file(tr("Folder of wheels"), folder=True)
        _add(form, tr("Folder of &wheels:"), self.wheels_folder)
        return box

    def _run_box(self) -> QGroupBox:
        box, form = _group(tr("Runs"))
        self.device = QComboBox()
        for name, text in zip(
            interface.DEVICES,
            (tr("Automatic"), tr("Processor"), tr("Graphics card (CUDA)"), tr("Graphics card (Metal)")),
        ):
            self.device.addItem(text, name)
        _add(form, tr("&Device for networks:"), self.device)
        self.threads = QSpinBox()
        self.threads.setRange(0, 1024)
        self.threads.setSpecialValueText(tr("All processors"))
        _add(form, tr("&Threads:"), self.threads)
        self.silence = QSpinBox()
        self.silence.setRange(*MINUTES)
        self.silence.setSuffix(tr(" min"))
        _add(form, tr("End an engine that is &silent for:"), self.silence)
        return box

    def _inputs_box(self) -> QGroupBox:
        """What the engine may read besides local files; projects and files cannot change this."""
        box, form = _group(tr("Inputs"))
        self.network = QCheckBox(tr("Allow &network sources"))
        self.network.setToolTip(
            tr(
                "The engine may read rasters from servers. A file from somebody else can then make it ask a server that"
                " the file names."
            )
        )
        form.addRow(self.network)
        self.source_folders = QLineEdit()
        self.source_folders.setPlaceholderText(tr("empty: the folder of the virtual raster alone"))
        self.source_folders.setToolTip(
            tr("Folders in which the sources of virtual rasters (VRT) may lie, with {separator} between them.").format(
                separator=os.pathsep
            )
        )
        _add(form, tr("Fol&ders for VRT sources:"), self.source_folders)
        return box

    def _show(self, now: settings.Preferences) -> None:
        for name in FILES:
            getattr(self, name).setFilePath(getattr(now, name))
        for name in TEXTS:
            getattr(self, name).setText(getattr(now, name))
        self.network.setChecked(now.network)
        self.device.setCurrentIndex(max(self.device.findData(now.device), 0))
        self.threads.setValue(now.threads)
        self.silence.setValue(round(now.silence_s / 60))

    def _check_options(self, text: str) -> None:
        self.problem.setVisible(not _readable(text))
        self.problem.setText(tr("A quotation mark is not closed: these options are not saved."))

    def apply(self) -> None:
        """Saves the values of the fields."""
        for name in FILES:
            settings.save(name, getattr(self, name).filePath().strip())
        for name in TEXTS:
            if name != "pip_options" or _readable(self.pip_options.text()):
                settings.save(name, getattr(self, name).text().strip())
        settings.save("network", self.network.isChecked())
        settings.save("device", self.device.currentData())
        settings.save("threads", self.threads.value())
        settings.save("silence_s", 60 * self.silence.value())
        self._changed()


class OptionsFactory(QgsOptionsWidgetFactory):
    """Creates the page when QGIS opens its options; `set_up` opens the set-up in the panel, if there is one."""

    def __init__(self, *, changed: Callable[[], None], set_up: Optional[Callable[[], None]] = None) -> None:
        super().__init__(tr("GeoInpaint"), QIcon(icon_path("geoinpaint")))
        self._changed = changed
        self._set_up = set_up
        self._page: Any = None  # keeps a Python reference while QGIS shows the page

    def createWidget(self, parent: Optional[QWidget] = None) -> OptionsPage:
        self._page = OptionsPage(parent, changed=self._changed, set_up=self._set_up)
        return self._page


def _group(title: str) -> "tuple[QGroupBox, QFormLayout]":
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return box, form


def _add(form: QFormLayout, label: str, widget: QWidget) -> None:
    form.addRow(labelled(label, widget), widget)


def _file(title: str, *, folder: bool) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setDialogTitle(title)
    mode = QgsFileWidget.StorageMode
    widget.setStorageMode(mode.GetDirectory if folder else mode.GetFile)
    return widget


def _readable(options: str) -> bool:
    try:
        settings.Preferences(pip_options=options).pip_arguments()
    except ValueError:
        return False
    return True
