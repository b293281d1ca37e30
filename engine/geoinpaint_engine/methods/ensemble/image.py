"""Mode basic of the fast preset: a weighted sum of fills from the image alone."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import scipy.ndimage as ndi

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.methods.base import ALONE, Context, Method
from geoinpaint_engine.methods.ensemble.surfaces import Blend, learn, surfaces
from geoinpaint_engine.methods.ensemble.windows import learned_from
from geoinpaint_engine.methods.fills import classical_fill
from geoinpaint_engine.raster.chip import Chip, ChipSource


class ImageMethod(Method):
    """A weighted sum of surfaces, see `surfaces.py`; holes larger than a window are first solved over the scene.

    Args:
        seed: of the folds, and of the training windows of a large scene.
    """

    overlap = 64
    holes_apart = True
    tells_deviation = True

    def __init__(self, *, seed: int = 0) -> None:
        self.seed = seed
        self._large_holes = classical_fill("coherent")
        self._blend: Blend | None = None

    @property
    def fitted(self) -> Blend:
        """The scene's fit.

        Raises:
            InputError: `not-fitted`.
        """
        if self._blend is None:
            raise InputError("not-fitted", "Nothing was learned from the scene yet.", "Fit before filling.")
        return self._blend

    def fit(self, source: ChipSource, context: Context) -> None:
        """Fits the surfaces' weights on hidden clear ground, and solves holes larger than a window."""
        self._large_holes.fit(source, context)
        chips, shapes = learned_from(
            source, context.windows, seed=self.seed, control=context.control, hidden=context.hidden
        )
        self._blend = learn(chips, shapes, seed=self.seed, control=context.control)

    def state(self) -> dict[str, np.ndarray]:
        """The fit as named arrays."""
        kept = {f"beyond.{name}": array for name, array in self._large_holes.state().items()}
        return kept if self._blend is None else kept | self._blend.state()

    def restore(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores the fit from the `state` of a fit to the same scene."""
        self._large_holes.restore({name[7:]: array for name, array in state.items() if name.startswith("beyond.")})
        self._blend = Blend.from_state(state) if "weights" in state else None

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """(bands, rows, cols) float32 DN: the scene with its hole filled; NaN where no value can be predicted."""
        blend = self.fitted
        return self._blended(chip, self._surfaces(chip, blend.weights > 0))

    def fill_and_deviation(self, chip: Chip, context: Context = ALONE) -> tuple[np.ndarray, np.ndarray]:
        """The fill and its standard deviation in DN: (bands, rows, cols) float32 each.

        +-1.645 standard deviations cover 90 % of hidden ground. NaN outside the hole, and everywhere if too little
        ground could be hidden to fit the error model.
        """
        blend, deviation = self.fitted, np.full(chip.scene.shape, np.nan, np.float32)
        clear = chip.clear_ground & ~chip.hole
        if blend.errors is None or not clear.any():
            return self.fill(chip, context), deviation
        fills = self._surfaces(chip, np.ones_like(blend.weights, dtype=bool))
        distance = ndi.distance_transform_edt(~clear)[chip.hole]
        deviation[:, chip.hole] = blend.errors.deviation(fills.std(axis=0), distance)
        return self._blended(chip, fills), deviation

    def _surfaces(self, chip: Chip, wanted: np.ndarray) -> np.ndarray:
        """(SURFACES, bands, n) float32 DN: the surfaces at the hole's pixels; 0 for those not wanted."""
        clear, edge = chip.clear_ground & ~chip.hole, self._large_holes.rest_edge(chip)
        return surfaces(chip.scene, chip.hole, clear, self.fitted.level, wanted=wanted.tolist(), edge=edge)

    def _blended(self, chip: Chip, fills: np.ndarray) -> np.ndarray:
        out = chip.scene.astype(np.float32, copy=True)
        # summed one by one, so that unweighted surfaces, computed or not, leave the bytes unchanged
        fill = np.zeros_like(fills[0])
        for weight, surface in zip(self.fitted.weights, fills, strict=True):
            if weight:
                fill += np.float32(weight) * surface
        out[:, chip.hole] = fill
        return out
