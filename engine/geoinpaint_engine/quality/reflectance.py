"""What a scene's numbers mean: the scale and offset from DN to reflectance, by one rule for all."""

from __future__ import annotations

from geoinpaint_engine.quality.metrics import Unit
from geoinpaint_engine.raster.scene import Scene


def reflectance_of(scene: Scene) -> Unit | None:
    """The scene's scale from DN to reflectance, None where it is not known.

    uint16 without a declared scale is taken for Sentinel-2 DN (reflectance = DN / 10000).
    """
    declared = scene.radiometry[0]
    if declared.plain:
        return Unit("reflectance", 1e-4, declared.offset) if scene.dtype == "uint16" else None
    return Unit("reflectance", declared.scale, declared.offset)
