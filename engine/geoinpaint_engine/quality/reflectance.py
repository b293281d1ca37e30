"""The unit of a raster's values: one rule for the run's figures, the report and `geoinpaint score`.

Declared scale and offset hold. Where none are declared, 16-bit integers are Sentinel-2 DN (reflectance = DN / 10000),
floating-point values within the range of reflectance are reflectance, and anything else (8 bits, other floats) has no
known unit: its errors are given in DN.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from geoinpaint_engine.quality.metrics import Unit
from geoinpaint_engine.raster.align import SENTINEL2_SCALE
from geoinpaint_engine.raster.scene import Scene
from geoinpaint_engine.raster.spec import Radiometry

LARGEST_REFLECTANCE = 2.0  # cloud tops and glint reach 1.6; 8 bits stretched to floats go up to 255
BLOCK, BLOCKS = 256, 16  # px a side and number of the sampled blocks
PAPER_SCALE = 5.0  # Czerkawski et al. 2022 use DN / 2000, which is reflectance times 5


def unit_of(radiometry: Radiometry, dtype: np.dtype, values: Iterable[np.ndarray]) -> Unit | None:
    """Reflectance of a raster's DN, None where it is not known.

    Args:
        radiometry: as declared.
        dtype: of the raster.
        values: some of its valid values, consumed only for floats without a declared scale.
    """
    if not radiometry.plain:
        return Unit("reflectance", radiometry.scale, radiometry.offset)
    if dtype.kind in "iu" and dtype.itemsize == 2:
        return Unit("reflectance", SENTINEL2_SCALE)
    if dtype.kind != "f":
        return None
    largest = [float(np.percentile(np.abs(part), 99.5)) for part in values if part.size]
    return Unit("reflectance", 1.0) if largest and max(largest) <= LARGEST_REFLECTANCE else None


def reflectance_of(scene: Scene) -> Unit | None:
    """The scene's scale from DN to reflectance, None where it is not known."""
    return unit_of(scene.radiometry[0], scene.dtype, _some_values(scene))


def paper_unit(reflectance: Unit) -> Unit:
    """The unit of Czerkawski et al. 2022 (DN / 2000 of Sentinel-2), with the data range 1."""
    return Unit("dn2000", reflectance.scale * PAPER_SCALE, reflectance.offset * PAPER_SCALE)


def dn_unit(dtype: np.dtype, truth: np.ndarray) -> Unit:
    """DN unscaled; the data range is 255 for 8 bits, else the span of the truth's central 99 %.

    Args:
        dtype: of the raster.
        truth: valid values, of any shape.
    """
    if dtype == np.uint8:
        return Unit("DN", 1.0, data_range=255.0)
    low, high = np.percentile(truth, (0.5, 99.5)) if truth.size else (0.0, 0.0)
    return Unit("DN", 1.0, data_range=float(high - low) or 1.0)


def _some_values(scene: Scene) -> Iterable[np.ndarray]:
    blocks = list(scene.grid.window.blocks(BLOCK))
    for block in blocks[:: max(1, len(blocks) // BLOCKS)]:
        data, valid = scene.read_bands(block)
        kept = data[np.asarray(valid) & np.isfinite(data)]
        yield kept
