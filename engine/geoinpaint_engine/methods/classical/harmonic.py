"""Harmonic fill: the Laplace equation over the hole, from its edge."""

from __future__ import annotations

import numpy as np

from geoinpaint_engine.methods.base import ALONE, Context
from geoinpaint_engine.methods.classical.base import ClassicalFill
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.harmonic import harmonic_fill


class HarmonicFill(ClassicalFill):
    """The smoothest surface over the hole that meets its edge; see solvers/harmonic.py."""

    name = "harmonic"

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole where nothing is known."""
        return harmonic_fill(chip.scene, chip.hole, chip.clear_ground, edge=self.rest_edge(chip))
