"""The difference of scene and result as a layer of the project: made in a task, shown in colours."""

from __future__ import annotations

from typing import Any, Callable

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

from geoinpaint_qgis.processing.style import GROUP, MADE_KEY
from geoinpaint_qgis.processing.units import matching_bands, units_of
from geoinpaint_qgis.translate import tr


class DifferenceLayer:
    """Makes the layer; `done` is called with what went wrong, empty where it was made."""

    def __init__(
        self, scene: QgsRasterLayer, result: QgsRasterLayer, project: QgsProject, done: Callable[[str], None]
    ) -> None:
        from geoinpaint_qgis.gui.compare.difference_task import DifferenceTask  # numpy would slow the plugin's loading

        self._project, self._done = project, done
        self._name = tr("{name}_difference").format(name=result.name())
        files = [layer.source() if layer.providerType() == "gdal" else "" for layer in (scene, result)]
        output = QgsProcessingUtils.generateTempFilename("difference.tif")
        scales = [units_of(result.dataProvider(), band).scale for band in range(1, result.bandCount() + 1)]
        bands = matching_bands(scene, result)
        self._task: Any = DifferenceTask(*files, output, bands=bands, scales=scales)
        self._task.made.connect(self._made)
        QgsApplication.taskManager().addTask(self._task)

    def abandon(self) -> None:
        """End it without telling."""
        if self._task is not None:
            self._task.made.disconnect(self._made)
            self._task.cancel()
            self._task = None

    def _made(self, path: str) -> None:
        self._task = None
        layer = QgsRasterLayer(path, self._name) if path else None
        if layer is None or not layer.isValid():
            self._done(tr("The difference cannot be made: scene and result do not lie on the same grid and bands."))
            return
        colour(layer)
        layer.setCustomProperty(MADE_KEY, "difference")
        self._project.addMapLayer(layer, False)
        root = self._project.layerTreeRoot()
        (root.findGroup(GROUP) or root.insertGroup(0, GROUP)).insertLayer(0, layer)
        self._done("")


def colour(layer: QgsRasterLayer) -> None:
    """From pale for little to dark red for much; what was kept is clear."""
    statistics = layer.dataProvider().bandStatistics(1, QgsRasterBandStats.Stats.Max, layer.extent(), 250_000)
    largest = statistics.maximumValue if statistics.maximumValue > 0 else 1.0
    ramp = QgsColorRampShader(0.0, largest)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    steps = ((0.0, "#fee8c8"), (0.4, "#fdbb84"), (0.7, "#e34a33"), (1.0, "#7f0000"))
    item = QgsColorRampShader.ColorRampItem
    ramp.setColorRampItemList([item(s * largest, QColor(name), f"{s * largest:.3g}") for s, name in steps])
    shader = QgsRasterShader(0.0, largest)
    shader.setRasterShaderFunction(ramp)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
