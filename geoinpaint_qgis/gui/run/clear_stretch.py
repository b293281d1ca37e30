"""Stretches scene and result by the scene's clear ground, so that clouds and shadows do not darken them."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsTask,
)
from qgis.PyQt.QtCore import pyqtSignal

from geoinpaint_qgis.gui.mask.mask_query import MaskSurvey
from geoinpaint_qgis.gui.run.background_run import Run
from geoinpaint_qgis.processing.style import freeze_stretch, share_stretch
from geoinpaint_qgis.translate import tr

CUT = (2.0, 98.0)  # percentiles, QGIS's own defaults
Ranges = Dict[int, Tuple[float, float]]


class StretchTask(QgsTask):
    """Determines the range of a scene's clear ground in the background; `found` carries it by band (1-based)."""

    found = pyqtSignal(dict)

    def __init__(self, scene: QgsRasterLayer, seen: MaskSurvey, bands: List[int]) -> None:
        super().__init__(tr("GeoInpaint: stretch"), QgsTask.Flag.CanCancel)
        self._provider = scene.dataProvider().clone()
        self._extent = scene.extent() if not scene.crs().isValid() else QgsRectangle(*seen.bounds)
        self._seen, self._bands = seen, bands
        self._ranges: Ranges = {}

    def run(self) -> bool:
        for band in self._bands:
            if self.isCanceled():
                return False
            found = clear_range(self._provider, band, self._extent, self._seen.mask)
            if found is not None:
                self._ranges[band] = found
        return True

    def finished(self, fine: bool) -> None:
        self.found.emit(self._ranges if fine else {})


class ClearStretch:
    """Stretches a run's scene by its clear ground, and its result likewise, in whatever order they become available."""

    def __init__(self) -> None:
        self._task: Optional[StretchTask] = None
        self._run: Optional[Run] = None

    @property
    def busy(self) -> bool:
        """Whether the range is being determined."""
        return self._task is not None

    def look(self, run: Run, seen: Optional[MaskSurvey]) -> None:
        """Starts, if QGIS has chosen the current range, and something is masked; `seen` is the mask's survey."""
        self.forget()
        scene = run.scene()
        if seen is None or not seen.mask.any() or scene is None:
            return
        bands = stretched_bands(scene)
        if bands:
            self._run, self._task = run, StretchTask(scene, seen, bands)
            self._task.found.connect(self._found)
            QgsApplication.taskManager().addTask(self._task)

    def forget(self) -> None:
        """Ends without changing the stretch."""
        task, self._task = self._task, None
        if task is not None:
            task.found.disconnect(self._found)
            task.cancel()

    def _found(self, ranges: Ranges) -> None:
        run, self._task = self._run, None
        scene = run.scene() if run is not None else None
        if run is None or scene is None or not ranges:
            return
        stretch(scene, ranges)
        result = run.result()
        if result is not None:
            share_stretch(scene, result)


def clear_range(provider: Any, band: int, extent: QgsRectangle, mask: Any) -> Optional[Tuple[float, float]]:
    """Range of a band outside a (rows, cols) bool mask, in shown values; None if nothing is clear."""
    import numpy as np  # imported here, because it would slow down loading the plugin

    rows, cols = mask.shape
    block = provider.block(band, extent, cols, rows)
    kinds = {Qgis.DataType.Byte: "u1", Qgis.DataType.UInt16: "u2", Qgis.DataType.Int16: "i2",
             Qgis.DataType.UInt32: "u4", Qgis.DataType.Int32: "i4", Qgis.DataType.Float32: "f4",
             Qgis.DataType.Float64: "f8"}  # fmt: skip
    if not block.isValid() or block.dataType() not in kinds:
        return None
    values = np.frombuffer(bytes(block.data()), dtype=kinds[block.dataType()]).reshape(rows, cols)
    clear = ~mask & np.isfinite(values)
    if block.hasNoDataValue():
        clear &= values != block.noDataValue()
    if not clear.any():
        return None
    low, high = (float(value) for value in np.percentile(values[clear], CUT))
    return (low, high) if high > low else None


def stretched_bands(layer: QgsRasterLayer) -> List[int]:
    """Bands whose range was chosen by QGIS; none if the user has chosen it, or without a stretch."""
    renderer = layer.renderer()
    if not isinstance(renderer, (QgsMultiBandColorRenderer, QgsSingleBandGrayRenderer)):
        return []
    if renderer.minMaxOrigin().limits() == QgsRasterMinMaxOrigin.Limits.None_:
        return []
    return [band for band in renderer.usesBands() if band > 0]


def stretch(layer: QgsRasterLayer, ranges: Ranges) -> None:
    """Sets the ranges of a layer's bands."""
    renderer = layer.renderer().clone()
    if isinstance(renderer, QgsSingleBandGrayRenderer):
        bands = {"": renderer.usesBands()[0]}
    else:
        bands = {"Red": renderer.redBand(), "Green": renderer.greenBand(), "Blue": renderer.blueBand()}
    for color, band in bands.items():
        if band in ranges:
            enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(band))
            enhancement.setContrastEnhancementAlgorithm(
                QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum, False
            )
            enhancement.setMinimumValue(ranges[band][0], False)
            enhancement.setMaximumValue(ranges[band][1], True)
            getattr(renderer, f"set{color}ContrastEnhancement")(enhancement)
    layer.setRenderer(renderer)
    freeze_stretch(layer)
