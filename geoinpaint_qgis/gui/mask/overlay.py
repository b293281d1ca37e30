"""The mask in red on the map, with its figures: updated by a task whenever the request changes."""

from __future__ import annotations

from typing import Any, List, Optional, Set

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsTask,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.gui.map_image import MapImage, mask_image
from geoinpaint_qgis.gui.mask.mask_query import MaskQuery, MaskSurvey, RasterMask, ShapeMask
from geoinpaint_qgis.gui.request import Request
from geoinpaint_qgis.gui.run.progress import grouped
from geoinpaint_qgis.processing import layers as sources
from geoinpaint_qgis.processing.values import parse_classes
from geoinpaint_qgis.translate import tr

RED = QColor(230, 40, 40, 115)
PAUSE_MS = 200  # so that a number being typed is evaluated only once
# of a vector layer: its filter, its shapes (also those that are edited and not saved yet) or its place has changed
CHANGES = ("subsetStringChanged", "layerModified", "afterCommitChanges", "afterRollBack", "dataChanged", "crsChanged")


class SurveyTask(QgsTask):
    """Evaluates a mask in the background."""

    looked = pyqtSignal(object)

    def __init__(self, question: MaskQuery) -> None:
        super().__init__(tr("GeoInpaint: mask"), QgsTask.Flag.CanCancel)
        self._question = question
        self.answer: Optional[MaskSurvey] = None

    def run(self) -> bool:
        from geoinpaint_qgis.gui.mask.survey import NotReadable, survey  # importing numpy would slow down loading

        try:
            self.answer = survey(self._question, stopped=self.isCanceled)
        except (NotReadable, RuntimeError):
            return False
        return not self.isCanceled()

    def finished(self, fine: bool) -> None:
        self.looked.emit(self.answer if fine else None)


class MaskOverlay(QObject):
    """Keeps the red overlay and the figures of a request up to date.

    `said` carries a sentence, empty if nothing is known; `seen` the survey of the mask, or None.
    """

    said = pyqtSignal(str)
    seen = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._picture = MapImage(canvas)
        self._visible = True
        self._request: Optional[Request] = None
        self._extent, self._crs = QgsRectangle(), QgsCoordinateReferenceSystem()
        self._question: Optional[MaskQuery] = None
        self._task: Optional[SurveyTask] = None
        self.answer: Optional[MaskSurvey] = None
        self._watched: Set[str] = set()  # ids of the layers whose changes are followed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        QgsProject.instance().layersWillBeRemoved.connect(self._layers_go)

    def follow(self, request: Request, *, again: bool = False) -> None:
        """Schedules showing the mask of a request; `again`: even for an equal query (a layer's content has changed)."""
        self._request = request
        if request.scene is not None:
            self._extent, self._crs = request.scene.extent(), request.scene.crs()
        if again:
            self._question = None
        self._watch([request.area, *request.masks])
        self._timer.start()

    def _watch(self, layers: List[Any]) -> None:
        """Follows the changes of vector layers from now on."""
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and layer.id() not in self._watched:
                self._watched.add(layer.id())
                for change in CHANGES:
                    getattr(layer, change).connect(self._layer_changed)

    def _layer_changed(self, *_: Any) -> None:
        """Repeats the query; it is the same where the layer is no longer a part of it."""
        if self._request is not None:
            self._timer.start()

    def rest(self) -> None:
        """Suspends updates while the panel is not visible."""
        self._timer.stop()
        self._request = None

    def set_visible(self, visible: bool) -> None:
        """Shows or hides the overlay."""
        self._visible = visible
        self._picture.setVisible(visible)

    @property
    def busy(self) -> bool:
        """Whether a survey is pending."""
        return self._timer.isActive() or self._task is not None

    def detach(self) -> None:
        """Stops, and removes the overlay from the map permanently."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._layers_go)
        self.rest()
        self._forget_task()
        self._picture.detach()

    def _layers_go(self, ids: List[str]) -> None:
        """Repeats the query without layers that are being removed."""
        self._watched -= set(ids)
        request = self._request
        if request is None:
            return
        known = (request.scene, request.classification, request.area, *request.masks)
        if any(layer is not None and layer.id() in ids for layer in known):
            self._request = None

    def _forget_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.looked.disconnect(self._survey_done)
            task.cancel()

    def _look(self) -> None:
        question = query_of(self._request) if self._request is not None else None
        if question == self._question and question is not None:
            return
        self._forget_task()
        self._question = question
        if question is None:
            self._show(None)
            return
        self._task = SurveyTask(question)
        self._task.looked.connect(self._survey_done)
        QgsApplication.taskManager().addTask(self._task)

    def _survey_done(self, answer: Optional[MaskSurvey]) -> None:
        self._task = None
        self._show(answer)

    def _show(self, answer: Optional[MaskSurvey]) -> None:
        self.answer = answer
        if answer is None or not answer.mask.any():
            self._picture.clear()
        else:
            extent = self._extent if not self._crs.isValid() else QgsRectangle(*answer.bounds)
            self._picture.show_image(mask_image(answer.mask, RED), extent, self._crs)
            self._picture.setVisible(self._visible)
        self.said.emit(sentence(answer))
        self.seen.emit(answer)


def query_of(request: Request) -> Optional[MaskQuery]:
    """The query of a request; None if it is incomplete. Call it in the main thread, because it reads layers."""
    scene = request.scene
    if scene is None or not scene.isValid():
        return None
    file = sources.raster(scene, QgsProcessingContext())
    if file.provider is not None:
        return None
    rasters: List[RasterMask] = []
    shapes: List[ShapeMask] = []
    for layer in request.masks:
        if isinstance(layer, QgsVectorLayer):
            found = _shapes_of(layer, scene)
            if found:
                shapes.append(ShapeMask(tuple(found)))
        elif isinstance(layer, QgsRasterLayer):
            rasters += _raster_of(layer, ())
    if request.classification is not None:
        try:
            classes = tuple(parse_classes(request.classes))
        except ValueError:
            classes = ()
        rasters += _raster_of(request.classification, classes) if classes else []
    if not rasters and not shapes and not request.nodata:
        return None
    path = scene.source() if file.resolution else file.path  # for a product, the bands of one resolution
    box = request.extent
    within = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) if box is not None else None
    area = None
    if request.area is not None:
        area = ShapeMask(tuple(_shapes_of(request.area, scene, selected=request.area_selected)))
    return MaskQuery(path, tuple(rasters), tuple(shapes), request.nodata, request.dilate, within, area)


def _raster_of(layer: QgsRasterLayer, classes: Any) -> List[RasterMask]:
    file = sources.raster(layer, QgsProcessingContext())
    return [] if file.provider is not None else [RasterMask(file.path, tuple(classes))]


def _shapes_of(layer: QgsVectorLayer, scene: QgsRasterLayer, *, selected: bool = False) -> List[bytes]:
    request = QgsFeatureRequest()
    if scene.crs().isValid() and layer.crs().isValid():
        request.setDestinationCrs(scene.crs(), QgsProject.instance().transformContext())
        request.setFilterRect(QgsRectangle(scene.extent()))  # interpreted in the destination CRS
    # a request cannot filter by rectangle and by ids at the same time
    features = layer.getSelectedFeatures(request) if selected else layer.getFeatures(request)
    return [bytes(feature.geometry().asWkb()) for feature in features if feature.hasGeometry()]


def sentence(answer: Optional[MaskSurvey]) -> str:
    """The figures of a mask as a sentence."""
    if answer is None:
        return ""
    if not answer.holes:
        return tr("The mask is empty: nothing would be filled.")
    percent = Figure(100 * answer.share)
    share = f"{percent:.1f}" if percent >= 0.1 else f"{percent:.2g}"
    holes = tr("1 hole") if answer.holes == 1 else tr("{count} holes").format(count=grouped(answer.holes))
    text = tr("{share} % will be filled: {holes}, largest {size}").format(
        share=share, holes=holes, size=length_text(answer.largest, answer.unit)
    )
    if not answer.exact:
        text = tr("About {text}").format(text=text)
    return text


def length_text(length: float, unit: str) -> str:
    """Formats a length for the user."""
    if unit == "px":
        return tr("{count} px").format(count=round(length))
    if length >= 1000:
        return tr("{count:.1f} km").format(count=Figure(length / 1000))
    return tr("{count} m").format(count=round(length))
