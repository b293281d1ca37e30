"""Applies the scene's style to a result, and places the result in the layer tree."""

from __future__ import annotations

from typing import Any, ClassVar, List, Optional, Sequence

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
)
from qgis.PyQt.QtXml import QDomDocument

from geoinpaint_qgis.processing.measure_styles import MEASURES
from geoinpaint_qgis.processing.stretch import SceneStyle
from geoinpaint_qgis.processing.units import BANDS_KEY, matching_bands

GROUP = "GeoInpaint"
MADE_KEY = "geoinpaint/made"  # layer property: the kind of layer that a fill has created
RESULT = "result"


class LayerStyle:
    """A scene's complete style; create it in the layer's thread."""

    def __init__(self, layer: QgsRasterLayer) -> None:
        self._document = QDomDocument()
        layer.exportNamedStyle(self._document)
        self._scene = SceneStyle(layer)
        self._count = layer.bandCount()

    def apply(self, result: QgsRasterLayer, bands: Sequence[int]) -> None:
        """Styles a result like its scene, in the result's own units; unchanged if its bands do not correspond.

        `bands` are the 1-based numbers of the result's bands in the scene, in its order; empty: all.
        """
        numbers = list(bands) or list(range(1, self._count + 1))
        renderer = self._scene.renderer(result.dataProvider(), numbers) if result.bandCount() == len(numbers) else None
        if renderer is None:
            result.setDefaultContrastEnhancement()
        else:
            result.importNamedStyle(self._document)
            result.setRenderer(renderer)
            freeze_stretch(result)
        result.setCustomProperty(BANDS_KEY, ",".join(map(str, numbers)))


class ResultStyle(QgsProcessingLayerPostProcessorInterface):
    """Styles a result when QGIS has loaded it; keeps itself alive until then.

    Args:
        style: the scene's style, or None to keep the result's own.
        bands: 1-based numbers of the result's bands in the scene, in its order; empty: all.
        made: kind of layer ("result", "uncertainty", "fill_flag"); empty: a layer that can be filled itself.
    """

    _waiting: ClassVar[List[Any]] = []

    def __init__(self, style: Optional[LayerStyle] = None, bands: Sequence[int] = (), *, made: str = "") -> None:
        super().__init__()
        self._style = style
        self._bands = bands
        self._made = made

    @property
    def has_style(self) -> bool:
        """Whether the layer's own style will be replaced."""
        return self._style is not None or self._made in MEASURES

    def attach(self, context: QgsProcessingContext, destination: str, name: str) -> None:
        """Registers the layer loaded from `destination` for styling, naming and grouping; ignored if none is loaded."""
        if not context.willLoadLayerOnCompletion(destination):
            return
        details = context.layerToLoadOnCompletionDetails(destination)
        details.name = name
        details.forceName = True
        if hasattr(details, "groupName"):
            details.groupName = GROUP
        details.setPostProcessor(self)
        ResultStyle._waiting.append(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Called by QGIS in the main thread with the loaded layer."""
        if self in ResultStyle._waiting:
            ResultStyle._waiting.remove(self)
        if not isinstance(layer, QgsRasterLayer):
            return
        if self._style is not None:
            self._style.apply(layer, self._bands)
        elif self._made in MEASURES:
            MEASURES[self._made](layer)
        if self._made:
            layer.setCustomProperty(MADE_KEY, self._made)
        _name_apart(layer, context)
        _group(layer, context)


def share_stretch(scene: QgsRasterLayer, result: QgsRasterLayer) -> None:
    """Styles a result like its scene is styled now, in its own units; unchanged if its bands do not correspond."""
    renderer = SceneStyle(scene).renderer(result.dataProvider(), matching_bands(scene, result))
    if renderer is not None:
        result.setRenderer(renderer)
        freeze_stretch(result)


def freeze_stretch(layer: QgsRasterLayer) -> None:
    """Fixes minimum and maximum, so that QGIS does not recompute them."""
    renderer = layer.renderer()
    if renderer is not None:
        origin = renderer.minMaxOrigin()
        origin.setLimits(QgsRasterMinMaxOrigin.Limits.None_)
        renderer.setMinMaxOrigin(origin)
        layer.triggerRepaint()


def _name_apart(layer: QgsMapLayer, context: QgsProcessingContext) -> None:
    """Appends a number to a layer's name if another layer of the project has the same name."""
    project = context.project()
    others = project.mapLayers().values() if project is not None else ()
    taken = {other.name() for other in others if other.id() != layer.id()}
    name, number = layer.name(), 2
    while layer.name() in taken:
        layer.setName(f"{name}_{number}")
        number += 1


def _group(layer: QgsMapLayer, context: QgsProcessingContext) -> None:
    """Moves the layer into the group, if QGIS (before 3.32) has not done so."""
    project = context.project()
    root = project.layerTreeRoot() if project is not None else None
    node = root.findLayer(layer.id()) if root is not None else None
    if node is None or (node.parent() is not None and node.parent().name() == GROUP):
        return
    group = root.findGroup(GROUP) or root.insertGroup(0, GROUP)
    copy = node.clone()
    group.insertChildNode(0, copy)
    node.parent().removeChildNode(node)
