"""The regression fill as a method of the run."""

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
    """The scene predicted from all evidence, its residual carried in; see regression.py."""

    name = "regression"

    def __init__(self, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> None:
        super().__init__(scene_date=scene_date, overview_pixels=overview_pixels)
        self._sums = SceneSums(NormalEquations.of, NormalEquations.from_state)
        self._regression: Regression | None = None

    def fit(self, source: ChipSource, context: Context) -> None:
        """Learns from all clear ground, and tells of what could be learned where there is little."""
        super().fit(source, context)
        if self._regression is not None and not context.hidden:
            told = told_by_few(self._regression.equations)
            if told:
                context.warn("few-clear-pixels", told)

    def learn(self, blocks: Blocks, source: ChipSource, *, hidden: bool) -> None:
        """Learns the normal equations of each validity pattern."""
        self._regression = Regression(self._sums.learn(blocks, source, hidden=hidden))

    def learned(self) -> dict[str, np.ndarray]:
        """The normal equations."""
        return self._sums.state()

    def relearn(self, state: Mapping[str, np.ndarray]) -> None:
        """Takes the normal equations."""
        sums = self._sums.restore(parts_of(state))
        self._regression = None if sums is None else Regression(sums)

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole where nothing is known."""
        regression = self._regression or regression_of(chip)
        return regression.fill(chip, edge=self.edge(chip), rest_edge=self.rest_edge(chip))

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The scene minus what the regression says."""
        return (self._regression or regression_of(chip)).field(chip, where)

    def predicted(self, chip: Chip, where: np.ndarray, carried: np.ndarray) -> np.ndarray:
        """(bands, n) what the regression says plus the carried residual."""
        # the residual of a scene of zeros is minus the prediction
        nothing = replace(chip, scene=np.zeros_like(chip.scene))
        return carried - (self._regression or regression_of(chip)).field(nothing, where)[0][:, where]


def told_by_few(equations: NormalEquations) -> str:
    """What is used where few clear pixels of a scene have evidence, as a sentence; "" where they are enough."""
    layout, patterns = equations.layout, [pattern for pattern in equations.counts if pattern]
    count = sum(equations.counts[pattern] for pattern in patterns)
    if count >= LEAST_PIXELS or not layout.bands:
        return ""
    if not any(map(Regression(equations).serving, patterns)):
        used = "the hole is filled from its edge alone"
    elif count >= FEW_PIXELS:
        used = "a plain regression with a strong penalty was learned from them"
    else:
        used = "they tell how bright the scene is beside the mean of its references, which is scaled to it, and no more"
    return f"Only {count} clear pixels show the ground on other dates or in Sentinel-1 too: {used}."
