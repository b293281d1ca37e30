"""The panel's part about what the fill may use: other dates and radar, what each shows, and the cards that say how."""

from __future__ import annotations

import contextlib
import datetime
import math
import os
import re
from typing import Callable, Dict, List, Optional, Tuple

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from geoinpaint_qgis.gui.evidence.method_chooser import MethodChooser
from geoinpaint_qgis.gui.evidence.valid_share import ValidShareTask
from geoinpaint_qgis.gui.layer_list import LayerList
from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.gui.project_layers import has_pixels, is_own_result, looks_like_radar, may_be_radar
from geoinpaint_qgis.gui.raster.section import raster_filter
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.widgets import Section, labelled, tool
from geoinpaint_qgis.translate import tr

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")


class EvidenceSection(Section):
    """What the fill may use, and how it is made. `changed` when that has; `build_wanted`: a reference is to be made."""

    changed = pyqtSignal()
    build_wanted = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__("3", tr("What the fill may use"))
        self._project = project
        self._seen: Optional[MaskSurvey] = None
        self._shares: Dict[str, float] = {}
        self._task: Optional[ValidShareTask] = None
        self._scene_id = ""
        self.references = self._list(
            tr("Other &dates of the same place"),
            self._can_be_reference,
            tr("No other image in the project: add clearer dates"),
        )
        self.radar = self._list(
            tr("&Radar (Sentinel-1)"), self._can_be_radar, tr("No radar image in the project: add VV and VH")
        )
        self.build = QPushButton(tr("Build a clear-sky &reference…"))
        self.build.setToolTip(tr("Makes one clear image of many cloudy dates, to be ticked above"))
        self.build.clicked.connect(self.build_wanted)
        self.row(self.build)
        self.method = MethodChooser()
        self.method.changed.connect(self.changed)
        self.cards, self.fill, self.preset = self.method.cards, self.method.fill, self.method.preset
        self.add(self.method)
        project.layersAdded.connect(self._look_again)

    def _list(self, title: str, accepts: Callable[[QgsMapLayer], bool], empty: str) -> LayerList:
        name = title.replace("&", "")
        layers = LayerList(self._project, accepts, name, empty=empty, about=self._about, rank=self._rank)
        layers.setToolTip(tr("Date, days from the raster to fill, and how much of what is to be filled each shows"))
        layers.changed.connect(self._ticked)
        add = tool("add", tr("Add files: {what}").format(what=name), tr("Add files to the project and tick them"))
        add.clicked.connect(lambda: self._add_files(layers))
        head = QHBoxLayout()
        head.addWidget(labelled(title, layers), 1)
        head.addWidget(add)
        self.column.addLayout(head)
        self.add(layers)
        return layers

    def fill_in(self, request: Request) -> None:
        """Put this part's wishes into a request."""
        request.references = [layer for layer in self.references.ticked() if isinstance(layer, QgsRasterLayer)]
        request.radar = [layer for layer in self.radar.ticked() if isinstance(layer, QgsRasterLayer)]
        self.method.fill_in(request)

    @property
    def _scene(self) -> Optional[QgsRasterLayer]:
        """The raster to fill, asked of the project each time: it may be being removed."""
        return self._project.mapLayer(self._scene_id) if self._scene_id else None

    def set_scene(self, scene: Optional[QgsRasterLayer]) -> None:
        """Another raster is to be filled."""
        self._scene_id = scene.id() if scene is not None else ""
        self.references.refresh()
        self.radar.refresh()

    def take_away(self) -> None:
        """Stop following the project, and looking."""
        self._project.layersAdded.disconnect(self._look_again)
        self._forget_task()
        self.method.models.let_go()
        self.references.let_go()
        self.radar.let_go()

    def show_seen(self, seen: Optional[MaskSurvey]) -> None:
        """The mask is known (or not): say what each layer shows of it."""
        self._forget_task()
        self._shares = {}
        self._seen = seen
        if seen is not None and seen.mask.any():
            paths = [path for path in map(file_of, self._listed()) if path]
            if paths:
                self._task = ValidShareTask(seen, paths)
                self._task.told.connect(self._told)
                QgsApplication.taskManager().addTask(self._task)
                return
        self._describe()

    def _look_again(self, *_: object) -> None:
        """There are new layers, of which nothing is known yet."""
        self.show_seen(self._seen)

    @property
    def busy(self) -> bool:
        """Whether it is still looking at the layers."""
        return self._task is not None

    def _listed(self) -> List[QgsMapLayer]:
        return [*self.references.listed(), *self.radar.listed()]

    def _told(self, shares: Dict[str, float]) -> None:
        self._task = None
        self._shares = shares
        self._describe()

    def _describe(self) -> None:
        self.references.refresh()
        self.radar.refresh()

    def _forget_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.told.disconnect(self._told)
            task.cancel()

    def _ticked(self) -> None:
        if hasattr(self, "method"):  # else still being made
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
        """Days from the scene to a layer; None where either has no date."""
        scene = date_of(self._scene) if self._scene is not None else ""
        there = date_of(layer)
        if not scene or not there:
            return None
        return (datetime.date.fromisoformat(there) - datetime.date.fromisoformat(scene)).days

    def _rank(self, layer: QgsMapLayer) -> Tuple[float, ...]:
        """What shows most of the hole comes first, of those alike what is nearest in time."""
        shown, days = self._shares.get(file_of(layer)), self._days(layer)
        return (-round(shown, 1) if shown is not None else 0.0, abs(days) if days is not None else math.inf)

    def _about(self, layer: QgsMapLayer) -> str:
        """Its date, how much of the scene it covers, and how much of the hole it shows."""
        parts = []
        found, days = date_of(layer), self._days(layer)
        if found:
            parts.append(found if days is None else tr("{date}, {days}").format(date=found, days=days_text(days)))
        covered = overlap(self._scene, layer)
        if covered is not None and covered < 0.995:
            parts.append(tr("covers {percent:.0f} %").format(percent=100 * covered))
        shown = self._shares.get(file_of(layer))
        if shown is not None:
            parts.append(tr("shows {percent:.0f} %").format(percent=math.floor(100 * shown)))
        return " · ".join(parts)


def file_of(layer: QgsMapLayer) -> str:
    """What GDAL opens a raster layer by; empty where it is no file."""
    return layer.source() if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal" else ""


def date_of(layer: QgsMapLayer) -> str:
    """A layer's date by its name or its file's, as YYYY-MM-DD; empty where neither has one."""
    return date_in(layer.name()) or date_in(os.path.basename(file_of(layer)))


def days_text(days: int) -> str:
    """Days from the scene, short: later ones with a plus."""
    return tr("same day") if days == 0 else tr("{days} d").format(days=f"{days:+d}".replace("-", "\u2212"))


def date_in(name: str) -> str:
    """The first date in a name, as YYYY-MM-DD; empty where there is none."""
    for match in _DATE.finditer(name):
        with contextlib.suppress(ValueError):  # such as 31 June
            return datetime.date(*map(int, match.groups())).isoformat()
    return ""


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
