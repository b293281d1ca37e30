"""Loads the dates of a series as layers: in a group, with a common style and consecutive temporal ranges."""

from __future__ import annotations

import os
from typing import Any, ClassVar, Dict, List, Mapping, Optional, Sequence

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsInterval,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from geoinpaint_qgis.processing import layers
from geoinpaint_qgis.processing.style import MADE_KEY, RESULT, share_stretch

TRUE_COLOUR = ("B04", "B03", "B02")
LAST_DAYS = 5  # duration for which the last date is shown, the revisit time of Sentinel-2


def start_of(date: str) -> QDateTime:
    """Midnight (UTC) of an ISO date."""
    return QDateTime(QDate.fromString(date, Qt.DateFormat.ISODate), QTime(0, 0), Qt.TimeSpec.UTC)


def times(dates: Sequence[str]) -> List[QgsDateTimeRange]:
    """Temporal ranges of the dates (oldest first), each until the next date.

    A second is left between them, because QGIS 3.22 regards adjacent ranges as overlapping, and would show two dates.
    The first range starts at midnight, from which the temporal controller counts its frames.
    """
    starts = [start_of(date) for date in dates]
    ends = [*starts[1:], starts[-1].addDays(LAST_DAYS)] if starts else []
    return [
        QgsDateTimeRange(start.addSecs(1 if number else 0), (end if end > start else start.addDays(1)).addSecs(-1))
        for number, (start, end) in enumerate(zip(starts, ends))
    ]


class SeriesLayers:
    """The layers of a series, loaded when its algorithm has ended.

    Args:
        folder: folder of the series.
        dates: the filled dates as reported by the engine, oldest first.
    """

    def __init__(self, folder: str, dates: Sequence[Mapping[str, Any]]) -> None:
        self.group = os.path.basename(folder.rstrip("/\\"))
        self.first: Optional[QgsRasterLayer] = None
        self._files: Dict[str, Any] = {
            os.path.join(folder, date["name"], "filled.tif"): (f"{self.group} {date['name']}", time)
            for date, time in zip(dates, times([date["date"] for date in dates]))
        }

    def attach(self, context: QgsProcessingContext) -> None:
        """Registers the layers for loading."""
        for path, (name, time) in self._files.items():
            details = QgsProcessingContext.LayerDetails(
                name, context.project(), "", QgsProcessingUtils.LayerHint.Raster
            )
            details.forceName = True
            if hasattr(details, "groupName"):
                details.groupName = self.group
            details.setPostProcessor(DateLayer(self, time))
            context.addLayerToLoadOnCompletion(path, details)


class DateLayer(QgsProcessingLayerPostProcessorInterface):
    """Sets a date's temporal range, style and group when QGIS has loaded it; keeps itself alive until then."""

    _waiting: ClassVar[List[Any]] = []

    def __init__(self, series: SeriesLayers, time: QgsDateTimeRange) -> None:
        super().__init__()
        self._series = series
        self._time = time
        DateLayer._waiting.append(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread with the loaded layer."""
        if self in DateLayer._waiting:
            DateLayer._waiting.remove(self)
        if not isinstance(layer, QgsRasterLayer):
            return
        properties = layer.temporalProperties()
        properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        properties.setFixedTemporalRange(self._time)
        properties.setIsActive(True)
        layer.setCustomProperty(MADE_KEY, RESULT)
        if self._series.first is None:
            show_true_colour(layer)
            layer.setDefaultContrastEnhancement()
            self._series.first = layer
        else:
            share_stretch(self._series.first, layer)
        self._move_into_group(layer, context)
        self._extend(context)

    def _move_into_group(self, layer: QgsMapLayer, context: QgsProcessingContext) -> None:
        """Moves the layer into the series' group, if QGIS (before 3.32) has not done so."""
        project = context.project()
        root = project.layerTreeRoot() if project is not None else None
        node = root.findLayer(layer.id()) if root is not None else None
        if node is None or (node.parent() is not None and node.parent().name() == self._series.group):
            return
        group = root.findGroup(self._series.group) or root.insertGroup(0, self._series.group)
        copy = node.clone()
        group.insertChildNode(0, copy)
        node.parent().removeChildNode(node)

    def _extend(self, context: QgsProcessingContext) -> None:
        """Extends the project's temporal range, which the temporal controller plays, to include the date."""
        project = context.project()
        if project is None:
            return
        settings = project.timeSettings()
        time = QgsDateTimeRange(settings.temporalRange())
        if time.isInfinite() or time.isEmpty():
            time = self._time
            settings.setTimeStep(1)
            settings.setTimeStepUnit(QgsUnitTypes.TemporalUnit.TemporalDays)
            _step_by_days()
        else:
            time.extend(self._time)
        settings.setTemporalRange(time)


def show_true_colour(layer: QgsRasterLayer) -> None:
    """Shows red, green and blue bands, if identified by their names; by default QGIS uses the first three."""
    names = layers.band_names(layer)
    if all(name in names for name in TRUE_COLOUR):
        numbers = (names.index(name) + 1 for name in TRUE_COLOUR)
        layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *numbers))


def _step_by_days() -> None:
    """Sets the temporal controller to steps of days instead of hours, unless it is in use."""
    from qgis.utils import iface  # None without a desktop

    canvas = iface.mapCanvas() if iface is not None else None
    clock = canvas.temporalController() if canvas is not None else None
    if clock is not None and clock.navigationMode() == QgsTemporalNavigationObject.NavigationMode.NavigationOff:
        clock.setFrameDuration(QgsInterval(1, QgsUnitTypes.TemporalUnit.TemporalDays))
