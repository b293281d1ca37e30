"""A method put to the test on clear ground: patches hidden, filled like the hole, and compared with what was there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.methods.base import Fill
from geoinpaint_engine.pipeline.patch_weights import patch_weights
from geoinpaint_engine.quality.holdout import Patch, PatchFill, draw_patches, hidden_mask, holdout_figures
from geoinpaint_engine.quality.metrics import Unit
from geoinpaint_engine.quality.uncertainty import HiddenErrors
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.raster.distance import distance_to_clear, distances_under
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import ADDED, ADDED_VEIL, CLEAR, CONTAMINATED, HOLE, VEILED, HoleMask
from geoinpaint_engine.raster.source import HiddenPatch, JobSource
from geoinpaint_engine.raster.windows import FillWindow

SAMPLED_WINDOWS = 48  # windows whose holes are measured, at most
WINDOWS = 24  # windows in which ground is hidden, at most: more cost time and say no more
NEARER = 0.05  # share of the hole that may be nearer to clear ground than what counts on the patches
RIM = 2  # px beside the hole, and
RAGGED = 0.4  # share of them that is cloud or shadow, from which on the mask leaves rims
DOUBTED = 1.25  # times the error on patches in the clear: under such a mask (docs/experiments.md, half of the places)
MARGIN = 5  # px of true surroundings kept around a patch, which SSIM looks at


@dataclass
class _Record:
    """What is known of one patch: its surroundings as filled, the method's own deviation, a simple fill of them."""

    window: Window
    fill: np.ndarray
    deviation: np.ndarray
    simple: np.ndarray


class HoldoutRun:
    """The hidden patches of a run, and what was made of them; see `HoldoutRun.draw`.

    Args:
        source: the run's source; `source` of this object is the same with the patches.
        windows: those of the plan whose cores may hold patches; the others are left out.
        patches: the hidden patches.
        simple: a simple fill to compare with, or None.
    """

    def __init__(
        self, source: JobSource, windows: Sequence[FillWindow], patches: Sequence[Patch], *, simple: Fill | None = None
    ) -> None:
        self.patches = tuple(patches)
        self.windows = [window for window in windows if self._hidden_in(window.core).any()]
        hidden = [HiddenPatch(patch.window, patch.hidden) for patch in self.patches]
        self.source = source.with_hidden(hidden)
        self._simple = simple
        self._nearest: float | None = None
        self._ragged: bool | None = None
        self._records: dict[int, _Record] = {}

    @classmethod
    def draw(
        cls, source: JobSource, plan: Sequence[FillWindow], *, seed: int, simple: Fill | None = None
    ) -> HoldoutRun:
        """Hides ground in the cores of some windows of the plan, where it is read anyway; `seed` is of the draw."""
        chosen = _spread(plan, WINDOWS)
        patches = draw_patches(_reader(source.mask, [w.core for w in chosen]), source.grid.window, seed=seed)
        return cls(source, chosen, patches, simple=simple)

    def __bool__(self) -> bool:
        return bool(self.patches)

    @property
    def pixels(self) -> int:
        """Number of hidden pixels."""
        return sum(patch.pixels for patch in self.patches)

    def deciding(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: the hidden pixels of a window that may decide (when to stop, which fill is kept)."""
        return hidden_mask(self.patches, window, role="decide")

    def notes(
        self, window: FillWindow, chip: Chip, fill: np.ndarray, deviation: np.ndarray | None = None
    ) -> dict[str, np.ndarray]:
        """What a fill of a chip read with `hidden=True` made of the patches in the window's core, to be taken down.

        Args:
            window: of the plan.
            chip: its chip.
            fill: (bands, rows, cols) DN over the chip.
            deviation: the method's own, the same shape, or None.

        Returns:
            (bands, rows, cols) float32 of each patch's part in the core, by kind of fill and number of the patch.
        """
        parts = self.parts(window)
        if not parts:
            return {}
        fills = {"fill": fill}
        if deviation is not None:
            fills["deviation"] = deviation
        if self._simple is not None:
            fills["simple"] = self._simple(chip)
        dtype = self.source.scene.dtype
        return {
            f"{kind}.{number}": _written(made[(slice(None), *part.within(chip.window))], dtype)
            for kind, made in fills.items()
            for number, part in parts.items()
        }

    def take(self, window: FillWindow, notes: Mapping[str, np.ndarray]) -> None:
        """Take down the `notes` of a window; in whatever order they come."""
        parts = self.parts(window)
        for name, values in notes.items():
            kind, number = name.split(".")
            record = self._record(int(number))
            here = (slice(None), *parts[int(number)].within(record.window))
            getattr(record, kind)[here] = values

    def errors(self, alike: Sequence[np.ndarray] | None = None) -> HiddenErrors:
        """The errors on all patches, beside what may tell their size.

        Args:
            alike: for each patch how much its hidden pixels are like the hole's; None = all the same.
        """
        columns = []
        for number, patch in enumerate(self.patches):
            record = self._record(number)
            inside = hidden_mask([patch], record.window)
            truth = self.source.scene.read_bands(record.window)[0].astype(np.float32)
            far = distance_to_clear(self.source.mask, record.window, hidden=self.source.hidden_pixels)
            error, own = (record.fill - truth)[:, inside], record.deviation[:, inside]
            columns.append((error, own, far[inside], np.full(error.shape[1], patch.role == "decide")))
        error, own, far, deciding = (np.concatenate(part, axis=-1) for part in zip(*columns, strict=True))
        found = HiddenErrors(error, own, far, deciding, None if alike is None else np.concatenate(alike))
        return found.beyond(self._nearest_of_hole()).times(DOUBTED if self._beside_clouds() else 1.0)

    def _nearest_of_hole(self) -> float:
        """How far nearly all of the hole is from clear ground, in px: more than 1 beside contaminated rims."""
        if self._nearest is None:
            cores = [window.core for window in self.windows]
            far = [distance_to_clear(self.source.mask, core)[self.source.mask.hole(core)] for core in cores]
            under = np.concatenate(far) if far else np.zeros(0)
            self._nearest = float(np.quantile(under, NEARER)) if under.size else 1.0
        return self._nearest

    def _beside_clouds(self) -> bool:
        """Whether most of what lies beside the hole is cloud or shadow that the mask has left."""
        if self._ragged is None:
            beside = np.zeros(2, dtype=np.int64)
            for window in self.windows:
                codes = self.source.mask.read(window.core)
                rim = ndi.binary_dilation(codes == HOLE, np.ones((3, 3), dtype=bool), iterations=RIM) & (codes != HOLE)
                beside += np.isin(codes[rim], (CONTAMINATED, VEILED, ADDED, ADDED_VEIL)).sum(), rim.sum()
            self._ragged = bool(beside[0] > RAGGED * beside[1])
        return self._ragged

    def fills(self) -> list[PatchFill]:
        """What was made of each patch, all bands."""
        fills = []
        for number, patch in enumerate(self.patches):
            record = self._record(number)
            truth = self.source.scene.read_bands(record.window)[0].astype(np.float32)
            fills.append(PatchFill(patch, record.window, truth, record.fill, record.simple if self._simple else None))
        return fills

    def figures(self, unit: Unit | None) -> dict[str, Any]:
        """The error on the reporting half, in DN and in `unit` (the scene's reflectance; None where unknown)."""
        known = {} if unit is None else {"unit": unit}
        fills = [self._on_ground(entry) for entry in self.fills()]
        white = _white(unit, self.source.scene.dtype, [entry.hidden_truth for entry in fills])
        figures = holdout_figures(fills, role="report", known_scale=unit is not None, white=white, **known)
        return {name: value if value is None else round(value, 6) for name, value in figures.items()}

    def _on_ground(self, entry: PatchFill) -> PatchFill:
        """The entry with what is no clear ground around the patch at the patch's mean, for SSIM sees that far."""
        clear = self.source.mask.read(entry.window) == CLEAR
        mean = entry.hidden_truth.mean(axis=1)[:, None, None]
        return replace(entry, truth=np.where(clear, entry.truth, mean))

    def in_the_hole(self, plan: Sequence[FillWindow], area: Area | None = None, *, threads: int = 1) -> float | None:
        """The RMSE to be expected under the hole itself, in DN: that of all patches, grown with the distance.

        Ground counts by how much it is like that under the hole.

        Args:
            plan: the windows; the hole is looked at in the cores of some of them.
            area: only what is filled in it counts; None = all.
            threads: that look at it side by side.

        Returns:
            None where no patch was filled, or no hole lies in those cores.
        """
        cores = [window.core for window in self.windows]
        found = self.errors(patch_weights(self.source, self.patches, cores, area, threads=threads))
        looked = [window.core for window in _spread(plan, SAMPLED_WINDOWS)]
        far = distances_under(self.source.mask, looked, area, threads=threads)
        return found.expected(np.concatenate(far)) if far else None

    def parts(self, window: FillWindow) -> dict[int, Window]:
        """The parts of the patches that lie in a window's core, by the patch's number."""
        found = {number: patch.window.intersection(window.core) for number, patch in enumerate(self.patches)}
        return {number: part for number, part in found.items() if part is not None}

    def _record(self, number: int) -> _Record:
        if number not in self._records:
            window = self.patches[number].window.padded(MARGIN, self.source.grid.window)
            nothing = np.full((len(self.source.band_names), *window.shape), np.nan, dtype=np.float32)
            self._records[number] = _Record(window, nothing, nothing.copy(), nothing.copy())
        return self._records[number]

    def _hidden_in(self, window: Window) -> np.ndarray:
        return hidden_mask(self.patches, window)


def _spread(plan: Sequence[FillWindow], most: int) -> list[FillWindow]:
    """At most so many windows of a plan, evenly spread."""
    return [plan[i] for i in np.unique(np.linspace(0, len(plan) - 1, min(most, len(plan))).astype(int))]


def _written(values: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """float32 within what the scene's dtype can hold: a fill is judged as it would be written."""
    if dtype.kind == "f":
        return np.array(values, dtype=np.float32)
    limits = np.iinfo(dtype)
    return np.clip(values, limits.min, limits.max).astype(np.float32)


def _white(unit: Unit | None, dtype: np.dtype, truths: Sequence[np.ndarray]) -> float:
    """DN that count as 1 for SSIM: 0.2 of reflectance (2000 DN of Sentinel-2), 255, else the spread of the truth.

    Args:
        unit: the scene's reflectance, or None where it is not known.
        dtype: of the scene.
        truths: (bands, n) DN of each patch's hidden pixels; what lies around them may be cloud or no data.
    """
    if unit is not None:
        return 0.2 / unit.scale
    if dtype == np.uint8:
        return 255.0
    low, high = np.percentile(np.concatenate([t.ravel() for t in truths]), (0.5, 99.5)) if truths else (0.0, 0.0)
    return float(high - low) or 1.0


def _reader(mask: HoleMask, cores: Sequence[Window]) -> Callable[[Window], tuple[np.ndarray, np.ndarray]]:
    """Reads clear ground (in the cores alone) and hole of a window."""

    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        allowed = np.zeros(window.shape, dtype=bool)
        for core in cores:
            part = core.intersection(window)
            if part is not None:
                allowed[part.within(window)] = True
        if not allowed.any():
            return allowed, np.zeros(window.shape, dtype=bool)
        codes = mask.read(window)
        return (codes == CLEAR) & allowed, codes == HOLE

    return read
