"""The panel's part about what the fill may use: other dates, radar, and the cards that say how."""

from __future__ import annotations

import re
from typing import Callable, Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QWidget

from geoinpaint_qgis.gui.cards import Cards
from geoinpaint_qgis.gui.layerlist import LayerList
from geoinpaint_qgis.gui.parts import Section, labelled, tool
from geoinpaint_qgis.gui.rasterpart import raster_filter
from geoinpaint_qgis.gui.request import AUTOMATIC, EVIDENCE, SIMPLE, Request, unavailable
from geoinpaint_qgis.processing.classicalfill import FILLS
from geoinpaint_qgis.translate import tr

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_RADAR_NAME = re.compile(r"(?:^|[^a-z])(s1[abc]?|sar|vv|vh|sentinel-?1|radar)(?:[^a-z]|$)", re.IGNORECASE)


class EvidencePart(Section):
    """What the fill may use, and how it is made. `changed` when that has changed."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__("3", tr("What the fill may use"))
        self._project = project
        self._scene: Optional[QgsRasterLayer] = None
        self.references = self._list(
            tr("Other &dates of the same place"),
            self._can_be_reference,
            tr("No other image in the project: add clearer dates"),
        )
        self.radar = self._list(
            tr("&Radar (Sentinel-1)"), self._can_be_radar, tr("No radar image in the project: add VV and VH")
        )
        self._make_cards()

    def _list(self, title: str, accepts: Callable[[QgsMapLayer], bool], empty: str) -> LayerList:
        name = title.replace("&", "")
        layers = LayerList(self._project, accepts, name, empty=empty, about=self._about)
        layers.changed.connect(self._ticked)
        add = tool("add", tr("Add files: {what}").format(what=name), tr("Add files to the project and tick them"))
        add.clicked.connect(lambda: self._add_files(layers))
        head = QHBoxLayout()
        head.addWidget(labelled(title, layers), 1)
        head.addWidget(add)
        self.column.addLayout(head)
        self.add(layers)
        return layers

    def _make_cards(self) -> None:
        self.add(QLabel(tr("Fill with")))
        self.cards = Cards(tr("How the fill is made"))
        self.cards.add(
            SIMPLE,
            tr("Quick fill"),
            tr("Seconds. Uses what is ticked above; hard to beat with a recent clear date."),
            "card_simple",
        )
        self.cards.add(
            "image",
            tr("Network: only this image"),
            tr("Makes up a plausible texture; for small holes."),
            "card_image",
        )
        self.cards.add(
            "dates",
            tr("Network: + other dates"),
            tr("Fitted to this scene; learns from its other dates."),
            "card_dates",
        )
        self.cards.add(
            "radar", tr("Network: + radar"), tr("Fitted to this scene; radar sees through cloud."), "card_radar"
        )
        self.cards.add(
            "both",
            tr("Network: dates and radar"),
            tr("Fitted to this scene, with all the evidence there is."),
            "card_both",
        )
        self.cards.chosen.connect(self._chosen)
        self.add(self.cards)
        self.fill = QComboBox()
        names = {
            "regression": tr("Regression on dates and radar"),
            "harmonic": tr("Harmonic (smooth surface)"),
            "ratio": tr("Ratio (mean of the dates, fitted at the edge)"),
            "paste": tr("Paste the nearest date"),
            "telea": tr("TELEA (inwards from the edge)"),
        }
        self.fill.addItem(tr("Best for what is ticked"), AUTOMATIC)
        for fill in FILLS:
            self.fill.addItem(names[fill], fill)
        self.fill.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fill.setMinimumContentsLength(12)
        self.fill.currentIndexChanged.connect(self.changed)
        self._fill_row = QWidget()
        row = QHBoxLayout(self._fill_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(labelled(tr("&Quick fill by"), self.fill))
        row.addWidget(self.fill, 1)
        self.add(self._fill_row)
        self._refresh_cards()

    def fill_in(self, request: Request) -> None:
        """Put this part's wishes into a request."""
        request.references = [layer for layer in self.references.ticked() if isinstance(layer, QgsRasterLayer)]
        request.radar = [layer for layer in self.radar.ticked() if isinstance(layer, QgsRasterLayer)]
        request.evidence = self.cards.current()
        request.fill = str(self.fill.currentData())

    def set_scene(self, scene: Optional[QgsRasterLayer]) -> None:
        """Another raster is to be filled."""
        self._scene = scene
        self.references.refresh()
        self.radar.refresh()

    def take_away(self) -> None:
        """Stop following the project."""
        self.references.let_go()
        self.radar.let_go()

    def _ticked(self) -> None:
        self._refresh_cards()
        self.changed.emit()

    def _refresh_cards(self) -> None:
        if not hasattr(self, "cards"):
            return  # still being made
        given = {"references": len(self.references.ticked()), "radar": len(self.radar.ticked())}
        for evidence in EVIDENCE:
            self.cards.card(evidence).set_reason(unavailable(evidence, **given))
        if not self.cards.card(self.cards.current()).isEnabled():
            self.cards.choose(SIMPLE)

    def _chosen(self, key: str) -> None:
        self._fill_row.setVisible(key == SIMPLE)
        self.changed.emit()

    def _add_files(self, layers: LayerList) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, tr("Add rasters"), "", raster_filter())
        for file in files:
            layer = QgsRasterLayer(file, re.sub(r"\.\w+$", "", re.split(r"[\\/]", file)[-1]))
            if layer.isValid():
                self._project.addMapLayer(layer)
                layers.tick_also(layer)

    def _can_be_reference(self, layer: QgsMapLayer) -> bool:
        if not isinstance(layer, QgsRasterLayer) or layer is self._scene or "_inpainted_" in layer.name():
            return False
        alone = self._scene is None or self._scene.bandCount() == 1
        return (layer.bandCount() > 1 or alone) and not looks_like_radar(layer)

    def _can_be_radar(self, layer: QgsMapLayer) -> bool:
        if not isinstance(layer, QgsRasterLayer) or layer is self._scene:
            return False
        return looks_like_radar(layer) or layer.bandCount() == 2

    def _about(self, layer: QgsMapLayer) -> str:
        """Its date, where the name does not begin with it, and how much of the scene it covers."""
        parts = []
        found = date_in(layer.name())
        if found and found not in layer.name():
            parts.append(found)
        covered = overlap(self._scene, layer)
        if covered is not None and covered < 0.995:
            parts.append(tr("covers {percent:.0f} %").format(percent=100 * covered))
        return ", ".join(parts)


def date_in(name: str) -> str:
    """The first date in a name, as YYYY-MM-DD; empty where there is none."""
    match = _DATE.search(name)
    return "-".join(match.groups()) if match else ""


def looks_like_radar(layer: QgsRasterLayer) -> bool:
    """Whether name or bands of a raster say Sentinel-1."""
    names = [layer.name(), *(layer.bandName(band) for band in range(1, min(layer.bandCount(), 4) + 1))]
    return layer.bandCount() <= 4 and any(_RADAR_NAME.search(name) for name in names)


def overlap(scene: Optional[QgsRasterLayer], layer: QgsMapLayer) -> Optional[float]:
    """The share of a scene's extent that a layer's covers; None where that cannot be told."""
    if scene is None or scene.extent().isEmpty() or not scene.crs().isValid() or not layer.crs().isValid():
        return None
    try:
        transform = QgsCoordinateTransform(layer.crs(), scene.crs(), QgsProject.instance())
        there = transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return None
    if not there.intersects(scene.extent()):
        return 0.0  # what intersect() gives then differs between versions of QGIS
    common = there.intersect(scene.extent())
    return common.width() * common.height() / (scene.extent().width() * scene.extent().height())
