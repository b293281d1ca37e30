"""Coherent fill: continues lines of the image into the hole."""

from __future__ import annotations

import numpy as np

from geoinpaint_engine.methods.base import ALONE, Context
from geoinpaint_engine.methods.classical.base import ClassicalFill
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.coherent import coherent_fill


class CoherentFill(ClassicalFill):
    """Diffusion along the lines of the image; see solvers/coherent.py."""

    name = "coherent"
    overlap = 64  # blended, since there is no scene-wide solution that neighbouring windows share

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole if nothing is known."""
        return coherent_fill(chip.scene, chip.hole, chip.clear_ground, edge=self.rest_edge(chip))
