"""Styles of the layers that accompany a result: uncertainty as a colour ramp, fill flag by class."""

from __future__ import annotations

from qgis.core import (
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsRasterBandStats,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from geoinpaint_qgis.translate import tr

COLOURS = ("#fcfdbf", "#fe9f6d", "#de4968", "#8c2981", "#3b0f70")  # from low to high uncertainty
SAMPLED = 250_000  # pixels sampled for the range


def style_uncertainty(layer: QgsRasterLayer) -> None:
    """Shows a standard deviation in colours, from 0 to two deviations above its mean; 0 (not filled) is transparent."""
    wanted = QgsRasterBandStats.Stats.Mean | QgsRasterBandStats.Stats.StdDev | QgsRasterBandStats.Stats.Max
    found = layer.dataProvider().bandStatistics(1, wanted, layer.extent(), SAMPLED)
    largest = min(found.maximumValue, found.mean + 2 * found.stdDev)
    show_ramp(layer, largest if largest > 0 else 1.0)


def show_ramp(layer: QgsRasterLayer, largest: float) -> None:
    """Shows the first band in colours from 0, which is transparent, to `largest`."""
    steps = [(0.0, QColor(0, 0, 0, 0))]
    steps += [(largest * (0.001 + 0.999 * index / 4), QColor(name)) for index, name in enumerate(COLOURS)]
    ramp = QgsColorRampShader(0.0, largest)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    item = QgsColorRampShader.ColorRampItem
    ramp.setColorRampItemList([item(value, colour, f"{value:.3g}") for value, colour in steps])
    shader = QgsRasterShader(0.0, largest)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0.0)
    renderer.setClassificationMax(largest)
    layer.setRenderer(renderer)


def style_fill_flag(layer: QgsRasterLayer) -> None:
    """Shows filled and unfilled hole pixels as classes; other pixels are transparent."""
    item = QgsPalettedRasterRenderer.Class
    classes = [
        item(0, QColor(0, 0, 0, 0), tr("Kept")),
        item(1, QColor(43, 131, 186), tr("Filled")),
        item(2, QColor(215, 25, 28), tr("Could not be filled")),
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))


MEASURES = {"uncertainty": style_uncertainty, "fill_flag": style_fill_flag}
