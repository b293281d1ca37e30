"""The panel's section on evidence: other dates and radar with their coverage, and the choice of the method."""

from __future__ import annotations

import math
import re
from typing import Callable, Dict, List, Optional, Tuple

from qgis.core import QgsApplication, QgsMapLayer, QgsProcessingContext, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from geoinpaint_qgis.gui.evidence import finding
from geoinpaint_qgis.gui.evidence.find_button import FindButton
from geoinpaint_qgis.gui.evidence.finding import layers_of
from geoinpaint_qgis.gui.evidence.layer_coverage import CoverageTask, LayerCoverage, Place
from geoinpaint_qgis.gui.evidence.layer_facts import date_of, days_between, days_text, file_of, overlap
from geoinpaint_qgis.gui.evidence.layer_ranking import DATE_DAYS, DATES, RADAR, RADAR_DAYS, layers_to_tick, rank
from geoinpaint_qgis.gui.evidence.method_chooser import MethodChooser
from geoinpaint_qgis.gui.layer_list import LayerList
from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.gui.project_layers import has_pixels, is_own_result, looks_like_radar, may_be_radar
from geoinpaint_qgis.gui.raster.section import raster_filter
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.widgets import Section, labelled, tool
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.translate import tr


class EvidenceSection(Section):
    """The evidence of a fill. `changed` signals changes.

    `build_wanted`: the user wants to build a reference; `find_wanted`: to search for dates and radar. `method` chooses
    how the evidence is used, and has a section of its own.
    """

    changed = pyqtSignal()
    find_wanted = pyqtSignal()
    build_wanted = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__("3", tr("What the fill may use"))
        self._project = project
        self._seen: Optional[MaskSurvey] = None
        self._coverages: Dict[str, LayerCoverage] = {}
        self._task: Optional[CoverageTask] = None
        self._chosen = False  # whether the user has ticked layers, so that none are proposed
        self._proposing = False
        self._scene_id = ""
        self.references = self._list(
            tr("Other &dates of the same place"),
            self._can_be_reference,
            tr("No other image: add clearer dates"),
        )
        self.radar = self._list(tr("&Radar (Sentinel-1)"), self._can_be_radar, tr("No radar image: add VV and VH"))
        self.find = FindButton(finding.server_note)
        self.find.wanted.connect(self.find_wanted)
        self.add(self.find)
        self.build = QPushButton(tr("Build a clear-sky &reference…"))
        self.build.setToolTip(tr("Makes one clear image of many cloudy dates, to be ticked above"))
        self.build.clicked.connect(self.build_wanted)
        self.row(self.build)
        self.method = MethodChooser()
        self.method.changed.connect(self.changed)
        self.cards, self.fill, self.preset = self.method.cards, self.method.fill, self.method.preset
        project.layersAdded.connect(self._look_again)
        project.cleared.connect(self._forget_choice)

    def _list(self, title: str, accepts: Callable[[QgsMapLayer], bool], empty: str) -> LayerList:
        name = title.replace("&", "")
        layers = LayerList(self._project, accepts, name, empty=empty, about=self._about, rank=self._rank, icons=False)
        layers.setToolTip(
            tr(
                "Date, days from the raster to fill, clouds (or what is valid), and how much of what is to be filled"
                " each shows. The nearest clear ones are ticked unless you choose."
            )
        )
        layers.changed.connect(self._ticked)
        layers.touched.connect(self._note_choice)
        add = tool("add", tr("Add files: {what}").format(what=name), tr("Add files to the project and tick them"))
        add.clicked.connect(lambda: self._add_files(layers))
        head = QHBoxLayout()
        head.addWidget(labelled(title, layers), 1)
        head.addWidget(add)
        self.column.addLayout(head)
        self.add(layers)
        return layers

    def take_files(self, references: List[str], radar: List[str]) -> None:
        """Adds fetched files to the project, and ticks exactly these."""
        self.keep_choice()
        for layers, files in ((self.references, references), (self.radar, radar)):
            if files:
                found = layers_of(files, self._project)
                layers.tick(found)

    def apply_to(self, request: Request) -> None:
        """Adds this section's choices to a request."""
        request.references = [layer for layer in self.references.ticked() if isinstance(layer, QgsRasterLayer)]
        request.radar = [layer for layer in self.radar.ticked() if isinstance(layer, QgsRasterLayer)]
        self.method.apply_to(request)

    @property
    def _scene(self) -> Optional[QgsRasterLayer]:
        """The raster to fill, looked up in the project each time because it may be removed."""
        return self._project.mapLayer(self._scene_id) if self._scene_id else None

    def set_scene(self, scene: Optional[QgsRasterLayer]) -> None:
        """Sets another raster to fill."""
        self._scene_id = scene.id() if scene is not None else ""
        self.find.update_note()
        self.references.refresh()
        self.radar.refresh()

    def short_summary(self) -> str:
        """A short summary of the ticked layers."""
        dates, radar = len(self.references.ticked()), len(self.radar.ticked())
        parts = [tr("1 date") if dates == 1 else tr("{count} dates").format(count=dates)] if dates else []
        if radar:
            parts.append(tr("1 radar image") if radar == 1 else tr("{count} radar images").format(count=radar))
        return ", ".join(parts) or tr("this image alone")

    def detach(self) -> None:
        """Stops following the project and reading layers."""
        self._project.layersAdded.disconnect(self._look_again)
        self._project.cleared.disconnect(self._forget_choice)
        self._forget_task()
        self.method.models.shut_down()
        self.references.shut_down()
        self.radar.shut_down()

    def show_survey(self, seen: Optional[MaskSurvey]) -> None:
        """Takes the mask's survey (or None), and shows the coverage of each layer."""
        self._forget_task()
        self._coverages = {}
        self._seen = seen
        if seen is not None and seen.mask.any():
            places = [Place(file_of(layer), _product_of(layer)) for layer in self._listed() if file_of(layer)]
            if places:
                self._task = CoverageTask(seen, places)
                self._task.coverages_known.connect(self._on_coverages)
                QgsApplication.taskManager().addTask(self._task)
                return
        self._describe()

    def _look_again(self, *_: object) -> None:
        """Reads layers that have been added."""
        self.show_survey(self._seen)

    @property
    def busy(self) -> bool:
        """Whether layers are being read."""
        return self._task is not None

    def _listed(self) -> List[QgsMapLayer]:
        return [*self.references.listed(), *self.radar.listed()]

    def _on_coverages(self, coverages: Dict[str, LayerCoverage]) -> None:
        self._task = None
        self._coverages = coverages
        self._describe()
        self._propose()

    def _propose(self) -> None:
        """Ticks the layers that are likely to help, unless the user has ticked some."""
        if self._chosen or not self._coverages:
            return
        self._proposing = True
        for layers, most, within in ((self.references, DATES, DATE_DAYS), (self.radar, RADAR, RADAR_DAYS)):
            known = [(layer, self._days(layer), self._coverages.get(file_of(layer))) for layer in layers.listed()]
            wanted = list(layers_to_tick(known, most=most, within=within))
            if {layer.id() for layer in wanted} != {layer.id() for layer in layers.ticked()}:
                layers.tick(wanted)
        self._proposing = False

    def keep_choice(self) -> None:
        """Keeps the ticked layers as the user's choice, without further proposals."""
        self._chosen = True

    def _note_choice(self) -> None:
        self._chosen = self._chosen or not self._proposing

    def _forget_choice(self) -> None:
        self._chosen = False

    def _describe(self) -> None:
        self.references.refresh()
        self.radar.refresh()

    def _forget_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.coverages_known.disconnect(self._on_coverages)
            task.cancel()

    def _ticked(self) -> None:
        if hasattr(self, "method"):  # False during construction
            self.method.set_evidence(references=len(self.references.ticked()), radar=len(self.radar.ticked()))
            self.changed.emit()

    def _add_files(self, layers: LayerList) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, tr("Add rasters"), "", raster_filter())
        for file in files:
            layer = QgsRasterLayer(file, re.sub(r"\.\w+$", "", re.split(r"[\\/]", file)[-1]))
            if layer.isValid():
                self._project.addMapLayer(layer)
                layers.tick_also(layer)

    def _can_be_reference(self, layer: QgsMapLayer) -> bool:
        if not has_pixels(layer) or layer is self._scene or is_own_result(layer):
            return False
        alone = self._scene is None or self._scene.bandCount() == 1
        return (layer.bandCount() > 1 or alone) and not looks_like_radar(layer)

    def _can_be_radar(self, layer: QgsMapLayer) -> bool:
        return has_pixels(layer) and layer is not self._scene and not is_own_result(layer) and may_be_radar(layer)

    def _days(self, layer: QgsMapLayer) -> Optional[int]:
        """Days from the scene to a layer; None if a date is unknown."""
        return days_between(self._scene, layer)

    def _rank(self, layer: QgsMapLayer) -> Tuple[float, ...]:
        return rank(self._days(layer), self._coverages.get(file_of(layer)))

    def _about(self, layer: QgsMapLayer) -> str:
        """A layer's date, cloud or overlap with the scene, and coverage of the hole, as short text."""
        parts = []
        found, days = date_of(layer), self._days(layer)
        if found:
            parts.append(found if days is None else tr("{date}, {days}").format(date=found, days=days_text(days)))
        coverage, covered = self._coverages.get(file_of(layer)), overlap(self._scene, layer)
        if coverage is None:
            if covered is not None and covered < 0.995:
                parts.append(tr("covers {percent:.0f} %").format(percent=100 * covered))
        else:
            if coverage.cloud is not None:
                parts.append(tr("cloud {percent:.0f} %").format(percent=math.ceil(100 * coverage.cloud)))
            else:
                parts.append(tr("{percent:.0f} % valid").format(percent=math.floor(100 * coverage.valid)))
            parts.append(tr("shows {percent:.0f} %").format(percent=math.floor(100 * coverage.shown)))
        return " · ".join(parts)


def _product_of(layer: QgsMapLayer) -> str:
    """The product that a layer's bands belong to; empty if none."""
    if not isinstance(layer, QgsRasterLayer) or not sources.is_product_layer(layer):
        return ""
    return sources.raster(layer, QgsProcessingContext()).path
