"""The difference between a fill and a simple fill as a layer with two colours, computed in a task."""

from __future__ import annotations

from typing import Any, Callable, List

from qgis.core import (
    QgsApplication,
    QgsColorRampShader,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterBandStats,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from geoinpaint_qgis.figure import Figure
from geoinpaint_qgis.gui.compare.simple_fill import job_of, simple_job
from geoinpaint_qgis.processing.style import GROUP, MADE_KEY
from geoinpaint_qgis.processing.units import units_of
from geoinpaint_qgis.translate import tr

# blue and orange, as in the report: a colour-blind safe pair
BELOW, LEVEL, ABOVE = (33, 102, 172), (247, 247, 247), (217, 95, 2)
OPAQUE_FROM = 0.35  # share of the full colour from which it is opaque; smaller differences are translucent
SAMPLED = 250_000  # pixels sampled for the range


class DifferenceLayer:
    """Creates the layer; `done` is called with a failure, empty on success.

    Raises:
        NoSimpleFill: there is nothing to compare with.
    """

    def __init__(self, result: QgsRasterLayer, project: QgsProject, done: Callable[[str], None]) -> None:
        from geoinpaint_qgis.gui.compare.difference_task import DifferenceTask  # numpy would slow down loading

        job = simple_job(job_of(result), QgsProcessingUtils.generateTempFilename("simple.tif"))
        self._project, self._done = project, done
        self._name = tr("{name}_minus_{simple}").format(name=result.name(), simple=job["fill"])
        bands = shown_bands(result)
        scales = [units_of(result.dataProvider(), band).scale for band in bands]
        output = QgsProcessingUtils.generateTempFilename("difference.tif")
        self._task: Any = DifferenceTask(result.source(), job, output, bands=bands, scales=scales)
        self._task.made.connect(self._made)
        QgsApplication.taskManager().addTask(self._task)

    def abandon(self) -> None:
        """Cancels without signals."""
        if self._task is not None:
            self._task.made.disconnect(self._made)
            self._task.cancel()
            self._task = None

    def _made(self, path: str, problem: str) -> None:
        self._task = None
        layer = QgsRasterLayer(path, self._name) if path else None
        if layer is None or not layer.isValid():
            self._done(problem)
            return
        colour(layer)
        layer.setCustomProperty(MADE_KEY, "difference")
        self._project.addMapLayer(layer, False)
        root = self._project.layerTreeRoot()
        (root.findGroup(GROUP) or root.insertGroup(0, GROUP)).insertLayer(0, layer)
        self._done("")


def shown_bands(layer: QgsRasterLayer) -> List[int]:
    """1-based numbers of the bands in a layer's rendering; all bands if unknown."""
    used = layer.renderer().usesBands() if layer.renderer() is not None else []
    return [band for band in used if 0 < band <= layer.bandCount()] or list(range(1, layer.bandCount() + 1))


def colour(layer: QgsRasterLayer) -> None:
    """Colours a layer: blue where the fill is darker than the simple one, orange where brighter, else transparent."""
    wanted = QgsRasterBandStats.Stats.All
    found = layer.dataProvider().bandStatistics(1, wanted, layer.extent(), SAMPLED)
    largest = max(abs(found.minimumValue), abs(found.maximumValue))
    limit = min(largest, abs(found.mean) + 2 * found.stdDev) or largest or 1.0
    ramp = QgsColorRampShader(-limit, limit)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    item = QgsColorRampShader.ColorRampItem
    shares = (-1.0, -OPAQUE_FROM, 0.0, OPAQUE_FROM, 1.0)
    ramp.setColorRampItemList([item(s * limit, _shade(s), f"{Figure(s * limit):+.3g}") for s in shares])
    shader = QgsRasterShader(-limit, limit)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(-limit)
    renderer.setClassificationMax(limit)
    layer.setRenderer(renderer)


def _shade(share: float) -> QColor:
    """The colour for -1 (darker) to 1 (brighter); transparent at 0."""
    end = BELOW if share < 0 else ABOVE
    mixed = [round(level + abs(share) * (full - level)) for level, full in zip(LEVEL, end)]
    return QColor(*mixed, round(255 * min(abs(share) / OPAQUE_FROM, 1.0)))
