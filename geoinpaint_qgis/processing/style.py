"""Gives a result the look of its scene, and its place in the layer tree."""

from __future__ import annotations

from typing import Any, ClassVar, List, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
)
from qgis.PyQt.QtXml import QDomDocument

GROUP = "GeoInpaint"


def style_of(layer: QgsRasterLayer) -> QDomDocument:
    """A layer's style, to be taken in the layer's own thread."""
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return document


class ResultStyle(QgsProcessingLayerPostProcessorInterface):
    """Styles one result when QGIS has loaded it; keeps itself alive until then.

    Args:
        style: the scene's style, or None to leave the result's own.
        bands: the number of bands the style is for; a result with others keeps its own style.
    """

    _waiting: ClassVar[List[Any]] = []

    def __init__(self, style: Optional[QDomDocument], bands: int) -> None:
        super().__init__()
        self._style = style
        self._bands = bands

    @property
    def has_style(self) -> bool:
        """Whether the layer's own style will be replaced."""
        return self._style is not None

    def attach(self, context: QgsProcessingContext, destination: str, name: str) -> None:
        """Have the layer that is loaded from `destination` styled, named and grouped; nothing if none is loaded."""
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
        if self._style is not None and layer.bandCount() == self._bands:
            layer.importNamedStyle(self._style)
            freeze_stretch(layer)
        _group(layer, context)


def freeze_stretch(layer: QgsRasterLayer) -> None:
    """Keep the minimum and maximum as they are: they are the scene's, not to be measured anew."""
    renderer = layer.renderer()
    if renderer is not None:
        origin = renderer.minMaxOrigin()
        origin.setLimits(QgsRasterMinMaxOrigin.Limits.None_)
        renderer.setMinMaxOrigin(origin)
        layer.triggerRepaint()


def _group(layer: QgsMapLayer, context: QgsProcessingContext) -> None:
    """Move the layer into the group, where QGIS (before 3.32) did not put it there itself."""
    project = context.project()
    root = project.layerTreeRoot() if project is not None else None
    node = root.findLayer(layer.id()) if root is not None else None
    if node is None or (node.parent() is not None and node.parent().name() == GROUP):
        return
    group = root.findGroup(GROUP) or root.insertGroup(0, GROUP)
    copy = node.clone()
    group.insertChildNode(0, copy)
    node.parent().removeChildNode(node)
