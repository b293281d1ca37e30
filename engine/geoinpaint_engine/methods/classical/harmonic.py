"""Harmonic fill: the solution of the Laplace equation with the hole's edge as boundary."""

from __future__ import annotations

import numpy as np

from geoinpaint_engine.methods.base import ALONE, Context
from geoinpaint_engine.methods.classical.base import ClassicalFill
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.harmonic import harmonic_fill


class HarmonicFill(ClassicalFill):
    """The harmonic function over the hole that agrees with its edge; see solvers/harmonic.py."""

    name = "harmonic"

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole if nothing is known."""
        return harmonic_fill(chip.scene, chip.hole, chip.clear_ground, edge=self.rest_edge(chip))
