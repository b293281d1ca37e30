"""The panel's section on the raster to fill: chosen from the project or opened, its bands, and the area."""

from __future__ import annotations

import os
from typing import List, Optional, Sequence, Tuple

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsCheckableComboBox, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMenu, QToolButton

from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.gui.project_layers import start_layer, without_pixels
from geoinpaint_qgis.gui.raster import products
from geoinpaint_qgis.gui.raster.area import AreaRow
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.run.progress import grouped
from geoinpaint_qgis.gui.widgets import Section, labelled, small_print, tool
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.translate import tr


def raster_filter() -> str:
    """The filter of the file dialog."""
    return tr("Rasters (*.tif *.tiff *.jp2 *.vrt);;All (*)")


class RasterSection(Section):
    """The raster to fill. `changed` carries the layer, `narrowed` signals other bands or area, `problem` a message.

    `classified` carries the scene classification of an opened product.
    """

    changed = pyqtSignal(object)
    narrowed = pyqtSignal()
    problem = pyqtSignal(str)
    classified = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__("1", tr("Raster to fill"))
        self._project = project
        self.combo = QgsMapLayerComboBox()
        self.combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.combo.setAccessibleName(tr("Raster to fill"))
        self.combo.setMinimumContentsLength(10)
        self._except()
        self.combo.layerChanged.connect(self._changed)
        self.combo.activated.connect(self._note_choice)
        self._chosen = False  # whether the user has chosen a layer
        project.layersAdded.connect(self._except)
        project.cleared.connect(self._forget_choice)
        self.open_button = self._open_button()
        self.row(self.combo, self.open_button, stretch=0)
        self._proposed: List[int] = []
        self.about = small_print()
        self.add(self.about)
        self.bands = QgsCheckableComboBox()
        self.bands.setDefaultText(tr("all"))
        self.bands.setMinimumContentsLength(8)
        self.bands.setToolTip(tr("The bands to fill and to write; all where none is ticked"))
        self.bands.checkedItemsChanged.connect(lambda *_: self.narrowed.emit())
        self.row(labelled(tr("&Bands"), self.bands), self.bands, stretch=1)
        self.area = AreaRow(canvas, project, self.scene)
        self.area.changed.connect(self.narrowed)
        self.add(self.area)
        self._describe()

    def _open_button(self) -> QToolButton:
        button = tool("add", tr("Open a raster"), tr("Add a file or a Sentinel-2 product to the project and fill it"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(tr("Raster file…")).triggered.connect(lambda: self._open_file())
        menu.addAction(tr("Sentinel-2 product (.SAFE folder)…")).triggered.connect(lambda: self._open_folder())
        menu.addAction(tr("Sentinel-2 product (zip)…")).triggered.connect(lambda: self._open_zip())
        button.setMenu(menu)
        return button

    def scene(self) -> Optional[QgsRasterLayer]:
        """The raster to fill."""
        layer = self.combo.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def apply_to(self, request: Request) -> None:
        """Adds this section's choices to a request."""
        request.scene = self.scene()
        request.bands = self._ticked_bands()
        self.area.apply_to(request)

    def choose(self, layer: QgsRasterLayer) -> None:
        """Selects a layer to fill."""
        self._chosen = True
        self.combo.setLayer(layer)

    def start_with(self, active: Optional[QgsMapLayer]) -> None:
        """Selects the active or topmost suitable layer, unless the user has chosen one."""
        if not self._chosen:
            layer = start_layer(self._project, active)
            if layer is not None and layer is not self.combo.currentLayer():
                self.combo.setLayer(layer)

    def _note_choice(self, *_: object) -> None:
        self._chosen = True

    def _forget_choice(self) -> None:
        self._chosen = False

    def _except(self, *_: object) -> None:
        self.combo.setExceptedLayerList(without_pixels(self._project))

    def propose_bands(self, numbers: Sequence[int]) -> None:
        """Ticks bands if none are ticked; earlier proposals are withdrawn first."""
        ticked = self._ticked_bands()
        if ticked and ticked != self._proposed:
            return
        self._proposed = list(numbers)
        if ticked == self._proposed:
            return
        for row in range(self.bands.count()):
            on = self.bands.itemData(row) in self._proposed
            self.bands.setItemCheckState(row, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def detach(self) -> None:
        """Removes the section's items from the map permanently, and stops following the project."""
        self._project.layersAdded.disconnect(self._except)
        self._project.cleared.disconnect(self._forget_choice)
        self.area.detach()

    def _ticked_bands(self) -> List[int]:
        ticked = [int(number) for number in self.bands.checkedItemsData()]
        return [] if len(ticked) == self.bands.count() else ticked

    def _changed(self, layer: Optional[QgsMapLayer]) -> None:
        self._describe()
        self.changed.emit(self.scene())

    def _describe(self) -> None:
        scene = self.scene()
        self.about.setText(describe(scene))
        blocked = self.bands.blockSignals(True)
        self.bands.clear()
        self._proposed = []
        names = sources.band_names(scene) if scene is not None else []
        numbers = sources.spectral(names) if sources.is_product_layer(scene) else range(1, len(names) + 1)
        for number in numbers:
            self.bands.addItemWithCheckState(names[number - 1] or str(number), Qt.CheckState.Unchecked, number)
        self.bands.blockSignals(blocked)
        self.bands.setEnabled(len(names) > 1)

    def _open_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, tr("Open a raster"), "", raster_filter())
        if file:
            self.open(file)

    def _open_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Open a Sentinel-2 product"))
        if folder:
            self.open_product(folder)

    def _open_zip(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, tr("Open a Sentinel-2 product"), "", tr("Products (*.zip)"))
        if file:
            self.open_product(file)

    def open(self, file: str) -> None:
        """Adds a file to the project and selects it."""
        layer = QgsRasterLayer(file, os.path.splitext(os.path.basename(file))[0])
        if layer.isValid():
            self._project.addMapLayer(layer)
            self.choose(layer)
        else:
            self.problem.emit(tr("{name} cannot be opened as a raster.").format(name=os.path.basename(file)))

    def open_product(self, path: str) -> None:
        """Adds a product's bands of one resolution to the project, with its classification, and selects them."""
        found = products.resolutions(products.metadata_of(path))
        if not found:
            name = os.path.basename(path.rstrip("/\\"))
            self.problem.emit(tr("{name} is no Sentinel-2 product that QGIS can open.").format(name=name))
            return
        resolution, uri = self._ask_resolution(found) if len(found) > 1 else found[0]
        if not resolution:
            return
        layer = products.open_layer(uri, path, resolution)
        if not layer.isValid():
            self.problem.emit(tr("{name} cannot be opened as a raster.").format(name=products.name_of(path)))
            return
        self._project.addMapLayer(layer)
        self.choose(layer)
        classes = products.classification(path)
        if classes:
            classification = QgsRasterLayer(classes, tr("{name}_SCL").format(name=products.name_of(path)), "gdal")
            if classification.isValid():
                self._project.addMapLayer(classification)
                node = self._project.layerTreeRoot().findLayer(classification.id())
                node.setItemVisibilityChecked(False)
                self.classified.emit(classification)

    def _ask_resolution(self, found: List[Tuple[int, str]]) -> Tuple[int, str]:
        """The resolution chosen by the user; 0 for none."""
        texts = [tr("{resolution} m").format(resolution=resolution) for resolution, _ in found]
        text, fine = QInputDialog.getItem(
            self, tr("Sentinel-2 product"), tr("Bands of which resolution?"), texts, 0, False
        )
        return found[texts.index(text)] if fine else (0, "")


def describe(scene: Optional[QgsRasterLayer]) -> str:
    """Size, bands and nodata of a raster, with a warning if its CRS is geographic."""
    if scene is None:
        return tr("Add a raster to the project, or open a file.")
    provider = scene.dataProvider()
    parts = [
        tr("{columns} × {rows} pixels").format(columns=grouped(scene.width()), rows=grouped(scene.height())),
        tr("{count} bands").format(count=scene.bandCount()) if scene.bandCount() != 1 else tr("1 band"),
    ]
    if provider is not None:
        parts.append(provider.dataTypeName(1) if hasattr(provider, "dataTypeName") else "")
        if provider.sourceHasNoDataValue(1):
            parts.append(tr("nodata {value:g}").format(value=Figure(provider.sourceNoDataValue(1))))
    if scene.crs().isValid():
        parts.append(scene.crs().authid())
    text = " · ".join(part for part in parts if part)
    if scene.crs().isGeographic():
        text += ". " + tr("The grid is in degrees: pixels are not square on the ground.")
    return text
