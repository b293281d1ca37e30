"""Ratio fill: the mean of the valid references times the harmonic fill of scene / reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from geoinpaint_engine.methods.base import ALONE, Context
from geoinpaint_engine.methods.classical.base import ClassicalFill, parts_of
from geoinpaint_engine.methods.classical.blocks import Blocks
from geoinpaint_engine.methods.classical.sums import SceneSums
from geoinpaint_engine.raster.chip import Chip, ChipSource
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from geoinpaint_engine.solvers.overview import OVERVIEW_PIXELS

GUARD_SHARE = 0.05  # least divisor, relative to the mean of the reference, which bounds the ratio


def reference_mean(chip: Chip) -> tuple[np.ndarray, np.ndarray]:
    """The mean of the valid references at each pixel.

    Returns:
        (bands, rows, cols) float32 in DN, 0 where none is valid; and (rows, cols) bool, True where one is.
    """
    total = np.zeros(chip.scene.shape, dtype=np.float64)
    count = np.zeros(chip.shape, dtype=np.int32)
    for reference in chip.references:
        matched = reference.matched
        valid = reference.valid & np.isfinite(matched).all(axis=0)
        total += np.where(valid, matched, 0.0)
        count += valid
    return (total / np.maximum(count, 1)).astype(np.float32), count > 0


def guard_of(chip: Chip) -> np.ndarray:
    """(bands,) float32 DN: the least divisor, from the chip's clear pixels with evidence."""
    mean, known = reference_mean(chip)
    pixels = known & chip.clear_ground
    if not pixels.any():
        pixels = known
    return guard_from(mean[:, pixels].sum(axis=1, dtype=np.float64), int(np.count_nonzero(pixels)))


def guard_from(total: np.ndarray, count: int) -> np.ndarray:
    """(bands,) float32 DN: the least divisor from the sum of the mean reference over `count` pixels; at least 1e-6."""
    return np.maximum(GUARD_SHARE * total / max(count, 1), 1e-6).astype(np.float32)


def ratio_field(chip: Chip, guard: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The ratio of the scene to its mean reference.

    Returns:
        (bands, rows, cols) float32 ratio, meaningful at clear pixels with evidence; (bands, rows, cols) float32 DN, the
        reference, at least `guard`; and (rows, cols) bool, where there is evidence.
    """
    mean, known = reference_mean(chip)
    mean = np.maximum(mean, guard[:, None, None])
    return chip.scene / mean, mean, known


def ratio_fill(
    chip: Chip,
    *,
    guard: np.ndarray | None = None,
    edge: np.ndarray | None = None,
    rest_edge: np.ndarray | None = None,
) -> np.ndarray:
    """The mean reference times the harmonic fill of the ratio; the harmonic fill of the scene without evidence.

    Args:
        chip: scene and evidence.
        guard: (bands,) least divisor in DN; None: from this chip.
        edge: (bands, rows, cols) ratio given at some pixels of the hole, NaN elsewhere.
        rest_edge: (bands, rows, cols) DN given at some pixels without evidence, NaN elsewhere.

    Returns:
        (bands, rows, cols) float32 DN: the scene with its hole filled; NaN there if nothing is known.
    """
    clear = chip.clear_ground
    field, reference, evidence = ratio_field(chip, guard_of(chip) if guard is None else guard)
    out = chip.scene.astype(np.float32, copy=True)
    with_evidence = chip.hole & evidence
    if with_evidence.any():
        filled = harmonic_fill(field, with_evidence, clear & evidence, edge=edge)[:, with_evidence]
        # without any clear pixel with evidence the ratio is 1
        out[:, with_evidence] = reference[:, with_evidence] * np.nan_to_num(filled, nan=1.0)
    rest = chip.hole & ~evidence
    if rest.any():
        out[:, rest] = harmonic_fill(out, rest, clear | with_evidence, edge=rest_edge)[:, rest]
    return out


@dataclass
class GuardSums:
    """The sum of the mean reference over clear pixels with evidence, (bands,) float64 DN, and the number of these."""

    total: np.ndarray
    count: int = 0

    @classmethod
    def of(cls, chip: Chip) -> GuardSums:
        """Empty sums for chips like this one."""
        return cls(np.zeros(chip.scene.shape[0]))

    def add(self, chip: Chip) -> None:
        """Adds the clear pixels of a chip."""
        mean, known = reference_mean(chip)
        pixels = known & chip.clear_ground
        self.total += mean[:, pixels].sum(axis=1, dtype=np.float64)
        self.count += int(np.count_nonzero(pixels))

    def empty(self) -> GuardSums:
        """Sums over no pixels."""
        return GuardSums(np.zeros_like(self.total))

    def copy(self) -> GuardSums:
        """An independent copy."""
        return GuardSums(self.total.copy(), self.count)

    def merge(self, other: GuardSums) -> None:
        """Adds other sums."""
        self.total += other.total
        self.count += other.count

    def state(self) -> dict[str, np.ndarray]:
        """The sums as named arrays."""
        return {"total": self.total, "count": np.array([self.count], dtype=np.int64)}

    @classmethod
    def from_state(cls, state: Mapping[str, np.ndarray]) -> GuardSums:
        """The sums of a `state`."""
        return cls(state["total"], int(state["count"][0]))


class RatioFill(ClassicalFill):
    """The mean reference times the ratio carried into the hole; see `ratio_fill`."""

    name = "ratio"

    def __init__(self, *, scene_date: str = "", overview_pixels: int = OVERVIEW_PIXELS) -> None:
        super().__init__(scene_date=scene_date, overview_pixels=overview_pixels)
        self._sums = SceneSums(GuardSums.of, GuardSums.from_state)
        self._guard: np.ndarray | None = None

    def learn(self, blocks: Blocks, source: ChipSource, *, hidden: bool) -> None:
        """Sums the mean reference over the scene's clear ground, for the least divisor."""
        self._use(self._sums.learn(blocks, source, hidden=hidden))

    def learned(self) -> dict[str, np.ndarray]:
        """The sums."""
        return self._sums.state()

    def relearn(self, state: Mapping[str, np.ndarray]) -> None:
        """Restores the sums."""
        self._use(self._sums.restore(parts_of(state)))

    def _use(self, sums: GuardSums | None) -> None:
        self._guard = None if sums is None else guard_from(sums.total, sums.count)

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole if nothing is known."""
        return ratio_fill(chip, guard=self._guard, edge=self.edge(chip), rest_edge=self.rest_edge(chip))

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The ratio of the scene to its mean reference, and where there is evidence."""
        quotient, _, evidence = ratio_field(chip, guard_of(chip) if self._guard is None else self._guard)
        return quotient, evidence

    def predicted(self, chip: Chip, where: np.ndarray, carried: np.ndarray) -> np.ndarray:
        """(bands, n) DN: the mean reference times the carried ratio."""
        return ratio_field(chip, guard_of(chip) if self._guard is None else self._guard)[1][:, where] * carried
