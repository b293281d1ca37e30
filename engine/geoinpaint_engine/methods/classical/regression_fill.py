"""The regression fill as a `Method`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from geoinpaint_engine.methods.base import ALONE, Context
from geoinpaint_engine.methods.classical.base import ClassicalFill, parts_of
from geoinpaint_engine.methods.classical.blocks import Blocks
from geoinpaint_engine.methods.classical.regression import (
    FEW_PIXELS,
    LEAST_PIXELS,
    NormalEquations,
    Regression,
    regression_of,
)
from geoinpaint_engine.methods.classical.sums import SceneSums
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.solvers.overview import OVERVIEW_PIXELS


class RegressionFill(ClassicalFill):
    """The prediction from all evidence plus the residual carried into the hole; see `regression.py`."""

    name = "regression"

    def __init__(self, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> None:
        super().__init__(scene_date=scene_date, overview_pixels=overview_pixels)
        self._sums = SceneSums(NormalEquations.of, NormalEquations.from_state)
        self._regression: Regression | None = None

    def fit(self, source: ChipSource, context: Context) -> None:
        """Fits to all clear ground, and warns of `few-clear-pixels` if there is little of it."""
        super().fit(source, context)
        if self._regression is not None and not context.hidden:
            message = few_pixels_warning(self._regression.equations)
            if message:
                context.warn("few-clear-pixels", message)

    def learn(self, blocks: Blocks, source: ChipSource, *, hidden: bool) -> None:
        """Sums the normal equations of each validity pattern over the scene."""
        self._regression = Regression(self._sums.learn(blocks, source, hidden=hidden))

    def learned(self) -> dict[str, np.ndarray]:
        """The normal equations."""
        return self._sums.state()

    def relearn(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores the normal equations."""
        sums = self._sums.restore(parts_of(state))
        self._regression = None if sums is None else Regression(sums)

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole if nothing is known."""
        regression = self._regression or regression_of(chip)
        return regression.fill(chip, edge=self.edge(chip), rest_edge=self.rest_edge(chip))

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The residual, scene minus prediction, and where there is a prediction."""
        return (self._regression or regression_of(chip)).field(chip, where)

    def predicted(self, chip: Chip, where: np.ndarray, carried: np.ndarray) -> np.ndarray:
        """(bands, n) DN: the prediction plus the carried residual."""
        # the residual of a scene of zeros is minus the prediction
        zero_scene = replace(chip, scene=np.zeros_like(chip.scene))
        return carried - (self._regression or regression_of(chip)).field(zero_scene, where)[0][:, where]


def few_pixels_warning(equations: NormalEquations) -> str:
    """A warning about how few clear pixels with evidence are used; "" if there are enough."""
    layout, patterns = equations.layout, [pattern for pattern in equations.counts if pattern]
    count = sum(equations.counts[pattern] for pattern in patterns)
    if count >= LEAST_PIXELS or not layout.bands:
        return ""
    if not any(map(Regression(equations).serving, patterns)):
        used = "the hole is filled from its edge alone"
    elif count >= FEW_PIXELS:
        used = "the fill is a plain regression on them"
    else:
        used = "the fill is the mean of the references, scaled to the scene's brightness"
    return (
        f"Other dates or Sentinel-1 show only {count} px of the clear ground, so {used}: expect a coarse fill, or give "
        "a larger part of the scene."
    )
