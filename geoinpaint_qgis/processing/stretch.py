"""Adapts a scene's renderer to another raster of the same stored values, whatever units each is shown in."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence

from qgis.core import (
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRasterTransparency,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)

from geoinpaint_qgis.processing.units import Units, translated, units_of


class SceneStyle:
    """A scene's renderer and the units of its bands; create it in the layer's thread."""

    def __init__(self, layer: QgsRasterLayer) -> None:
        provider = layer.dataProvider()
        self._renderer = layer.renderer().clone() if layer.renderer() is not None else None
        self._units = [units_of(provider, band) for band in range(1, layer.bandCount() + 1)]

    def renderer(self, provider: Any, bands: Sequence[int]) -> Optional[Any]:
        """The renderer for a data provider whose bands correspond to the scene's `bands` (1-based), in that order.

        None if it shows other bands, or if its values cannot be converted.
        """
        if self._renderer is None:
            return None
        places = {number: place for place, number in enumerate(bands, 1)}
        used = [band for band in self._renderer.usesBands() if band > 0]
        if not used or any(band not in places for band in used):
            return None
        target = _Target(provider, places, self._units)
        made = target.made(self._renderer)
        if made is not None:
            made.setOpacity(self._renderer.opacity())
            made.setNodataColor(self._renderer.nodataColor())
            made.setAlphaBand(places.get(self._renderer.alphaBand(), -1))
            made.setRasterTransparency(target.transparency(self._renderer, used))
        return made


class _Target:
    """The target raster of a renderer: its provider, its band number for each scene band, and the scene's units."""

    def __init__(self, provider: Any, places: Dict[int, int], units: List[Units]) -> None:
        self._provider, self._places, self._units = provider, places, units

    def value(self, value: float, band: int) -> float:
        """Converts a value of a scene band to the target's units."""
        return translated(value, self._units[band - 1], units_of(self._provider, self._places[band]))

    def same(self, band: int) -> bool:
        """Whether a band has the same number and units as in the scene."""
        place = self._places[band]
        return place == band and units_of(self._provider, place) == self._units[band - 1]

    def made(self, renderer: Any) -> Optional[Any]:
        if isinstance(renderer, QgsMultiBandColorRenderer):
            return self._colors(renderer)
        if isinstance(renderer, QgsSingleBandGrayRenderer):
            return self._gray(renderer)
        if isinstance(renderer, QgsSingleBandPseudoColorRenderer) and renderer.shader() is not None:
            return self._ramp(renderer)
        if not all(self.same(band) for band in renderer.usesBands()):
            return None
        copy = renderer.clone()
        return copy if copy.setInput(self._provider) else None

    def _enhancement(self, old: Optional[Any], band: int) -> Optional[Any]:
        if old is None:
            return None
        new = QgsContrastEnhancement(self._provider.dataType(self._places[band]))
        new.setContrastEnhancementAlgorithm(old.contrastEnhancementAlgorithm(), False)
        new.setMinimumValue(self.value(old.minimumValue(), band), False)
        new.setMaximumValue(self.value(old.maximumValue(), band), True)
        return new

    def _colors(self, old: Any) -> Any:
        bands = {"Red": old.redBand(), "Green": old.greenBand(), "Blue": old.blueBand()}
        new = QgsMultiBandColorRenderer(self._provider, *(self._places.get(band, -1) for band in bands.values()))
        for color, band in bands.items():
            enhancement = getattr(old, f"{color.lower()}ContrastEnhancement")() if band > 0 else None
            getattr(new, f"set{color}ContrastEnhancement")(self._enhancement(enhancement, band))
        new.setMinMaxOrigin(old.minMaxOrigin())
        return new

    def _gray(self, old: Any) -> Any:
        band = old.usesBands()[0]
        new = QgsSingleBandGrayRenderer(self._provider, self._places[band])
        new.setGradient(old.gradient())
        new.setContrastEnhancement(self._enhancement(old.contrastEnhancement(), band))
        new.setMinMaxOrigin(old.minMaxOrigin())
        return new

    def _ramp(self, old: Any) -> Optional[Any]:
        band, function = old.usesBands()[0], old.shader().rasterShaderFunction()
        if not isinstance(function, QgsColorRampShader):
            return None
        ramp = QgsColorRampShader(function)
        items = ramp.colorRampItemList()
        for item in items:
            item.value = self.value(item.value, band)
        ramp.setColorRampItemList(items)
        low, high = (self.value(value, band) for value in (function.minimumValue(), function.maximumValue()))
        ramp.setMinimumValue(low)
        ramp.setMaximumValue(high)
        shader = QgsRasterShader(low, high)
        shader.setRasterShaderFunction(ramp)
        new = QgsSingleBandPseudoColorRenderer(self._provider, self._places[band], shader)
        new.setClassificationMin(self.value(old.classificationMin(), band))
        new.setClassificationMax(self.value(old.classificationMax(), band))
        new.setMinMaxOrigin(old.minMaxOrigin())
        return new

    def transparency(self, renderer: Any, bands: Sequence[int]) -> Optional[Any]:
        """The transparent values, converted."""
        old = renderer.rasterTransparency()
        if old is None:
            return None
        new = QgsRasterTransparency()
        singles, triples = old.transparentSingleValuePixelList(), old.transparentThreeValuePixelList()
        for pixel in singles:
            pixel.min, pixel.max = (self.value(value, bands[0]) for value in (pixel.min, pixel.max))
        if len(bands) == 3:
            for pixel in triples:
                pixel.red, pixel.green, pixel.blue = (
                    self.value(value, band) for value, band in zip((pixel.red, pixel.green, pixel.blue), bands)
                )
        new.setTransparentSingleValuePixelList(singles)
        new.setTransparentThreeValuePixelList(triples)
        return new
