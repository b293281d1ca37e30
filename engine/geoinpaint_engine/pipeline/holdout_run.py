"""Hold-out of a run: patches of clear ground are hidden, filled like the hole, and compared with the truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import ndimage as ndi

from geoinpaint_engine.methods.base import Fill
from geoinpaint_engine.pipeline.patch_weights import mean_around, patch_weights
from geoinpaint_engine.pipeline.unshown import PARTLY, balanced, unshown_pixels, unshown_share
from geoinpaint_engine.quality.holdout import Patch, PatchFill, blinded, draw_patches, hidden_mask, holdout_figures
from geoinpaint_engine.quality.metrics import Unit
from geoinpaint_engine.quality.uncertainty import HiddenErrors
from geoinpaint_engine.raster.area import Area
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.raster.distance import distance_to_clear, distances_under
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import ADDED, ADDED_VEIL, CLEAR, CONTAMINATED, HOLE, VEILED, HoleMask
from geoinpaint_engine.raster.source import HiddenPatch, JobSource
from geoinpaint_engine.raster.windows import FillWindow, spread

SAMPLED_WINDOWS = 48  # windows at most whose holes' distances are sampled
WINDOWS = 24  # windows at most in which ground is hidden: more cost time without improving the estimate
NEARER = 0.05  # quantile of the hole's distances below which pixels of the patches do not count
RIM = 2  # px, width of the rim beside the hole that is tested for contamination
RAGGED = 0.4  # contaminated share of that rim above which the error is inflated by
DOUBTED = 1.25  # this factor: clear patches underestimate it there (docs/experiments.md, half of the places)
MARGIN = 5  # px of true surroundings kept around a patch for SSIM's window


@dataclass
class _Record:
    """One patch with its surroundings: the fill, the method's own deviation, the baseline fill; NaN until taken.

    `around` is the patch's `mean_around` if a window has noted it, `truth` the scene, once it is read.
    """

    window: Window
    fill: np.ndarray
    deviation: np.ndarray
    simple: np.ndarray
    around: np.ndarray | None = None
    truth: np.ndarray | None = None


class HoldoutRun:
    """The hidden patches of a run and their fills; create it with `HoldoutRun.draw`.

    Args:
        source: the run's source; the attribute `source` is a copy that hides the patches.
        windows: windows of the plan; those whose cores hold no patch are dropped.
        patches: the hidden patches.
        simple: a baseline fill to compare with, or None.
    """

    def __init__(
        self, source: JobSource, windows: Sequence[FillWindow], patches: Sequence[Patch], *, simple: Fill | None = None
    ) -> None:
        self.patches = tuple(patches)
        self.windows = [window for window in windows if self._hidden_in(window.core).any()]
        hidden = [HiddenPatch(patch.window, patch.hidden, patch.blind) for patch in self.patches]
        self.source = source.with_hidden(hidden)
        self._simple = simple
        self._nearest: float | None = None
        self._ragged: bool | None = None
        self._records: dict[int, _Record] = {}

    @classmethod
    def draw(
        cls, source: JobSource, plan: Sequence[FillWindow], *, seed: int, unshown: float = 0.0,
        simple: Fill | None = None,
    ) -> HoldoutRun:  # fmt: skip
        """Draws patches in the cores of a sample of the plan's windows, which are read anyway.

        `unshown` is the share of the hole that no other date shows: so much of the patches is filled without them.
        """
        chosen = spread(plan, WINDOWS)
        cores = [window.core for window in chosen]
        patches = draw_patches(_reader(source.mask, cores), source.grid.window, seed=seed)
        if patches and unshown >= PARTLY:
            patches = blinded(patches, [int(pixels.sum()) for pixels in unshown_pixels(source, patches)], unshown)
        return cls(source, chosen, patches, simple=simple)

    def __bool__(self) -> bool:
        return bool(self.patches)

    @property
    def pixels(self) -> int:
        """Number of hidden pixels."""
        return sum(patch.pixels for patch in self.patches)

    def deciding(self, window: Window) -> np.ndarray:
        """(rows, cols) bool: hidden pixels of a window with the role "decide" (early stopping, choice of the fill)."""
        return hidden_mask(self.patches, window, role="decide")

    def notes(
        self, window: FillWindow, chip: Chip, fill: np.ndarray, deviation: np.ndarray | None = None
    ) -> dict[str, np.ndarray]:
        """The fills of the patches' parts in a window's core, for `take`.

        Args:
            window: of the plan.
            chip: its chip, read with `hidden=True`.
            fill: (bands, rows, cols) DN over the chip.
            deviation: the method's own, of the same shape, or None.

        Returns:
            (bands, rows, cols) float32 of each patch's part in the core, keyed by "<kind>.<index of the patch>"; and
            "around", the patch's `mean_around`: here, what it is read from is decoded already.
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
        noted = {
            f"{kind}.{number}": _written(made[(slice(None), *part.within(chip.window))], dtype)
            for kind, made in fills.items()
            for number, part in parts.items()
        }
        for number in parts if self.source.references else ():
            if _first_pixel(self.patches[number]).intersection(window.core) is not None:  # of all windows, in one
                noted[f"around.{number}"] = mean_around(self.source, self.patches[number])
        return noted

    def take(self, window: FillWindow, notes: Mapping[str, np.ndarray]) -> None:
        """Stores the `notes` of a window; windows may arrive in any order."""
        parts = self.parts(window)
        for name, values in notes.items():
            kind, number = name.split(".")
            record = self._record(int(number))
            if kind == "around":
                record.around = values
                continue
            here = (slice(None), *parts[int(number)].within(record.window))
            getattr(record, kind)[here] = values

    def errors(self, alike: Sequence[np.ndarray] | None = None) -> HiddenErrors:
        """The errors on all patches, with the covariates that predict their size.

        Args:
            alike: for each patch the importance weights of its hidden pixels; None: equal weights.
        """
        columns = []
        for number, patch in enumerate(self.patches):
            record = self._record(number)
            in_patch = hidden_mask([patch], record.window)
            truth = self._truth(record)
            distance = distance_to_clear(self.source.mask, record.window, hidden=self.source.hidden_pixels)
            error, own = (record.fill - truth)[:, in_patch], record.deviation[:, in_patch]
            columns.append((error, own, distance[in_patch], np.full(error.shape[1], patch.role == "decide")))
        error, own, distance, deciding = (np.concatenate(part, axis=-1) for part in zip(*columns, strict=True))
        hidden = HiddenErrors(error, own, distance, deciding, None if alike is None else np.concatenate(alike))
        return hidden.beyond(self._nearest_of_hole()).times(DOUBTED if self._beside_clouds() else 1.0)

    def _nearest_of_hole(self) -> float:
        """The NEARER quantile of the hole's distances to clear ground, in px: over 1 beside contaminated rims."""
        if self._nearest is None:
            cores = [window.core for window in self.windows]
            distances = [distance_to_clear(self.source.mask, core)[self.source.mask.hole(core)] for core in cores]
            hole_distances = np.concatenate(distances) if distances else np.zeros(0)
            self._nearest = float(np.quantile(hole_distances, NEARER)) if hole_distances.size else 1.0
        return self._nearest

    def _beside_clouds(self) -> bool:
        """Whether the RAGGED share of the hole's rim is cloud or shadow that the mask left out."""
        if self._ragged is None:
            beside = np.zeros(2, dtype=np.int64)
            for window in self.windows:
                codes = self.source.mask.read(window.core)
                rim = ndi.binary_dilation(codes == HOLE, np.ones((3, 3), dtype=bool), iterations=RIM) & (codes != HOLE)
                beside += np.isin(codes[rim], (CONTAMINATED, VEILED, ADDED, ADDED_VEIL)).sum(), rim.sum()
            self._ragged = bool(beside[0] > RAGGED * beside[1])
        return self._ragged

    def fills(self) -> list[PatchFill]:
        """The fill of each patch, all bands."""
        fills = []
        for number, patch in enumerate(self.patches):
            record = self._record(number)
            simple = record.simple if self._simple else None
            fills.append(PatchFill(patch, record.window, self._truth(record), record.fill, simple))
        return fills

    def _truth(self, record: _Record) -> np.ndarray:
        """(bands, rows, cols) float32 DN: the scene in a record's window."""
        if record.truth is None:
            record.truth = self.source.scene.read_bands(record.window)[0].astype(np.float32)
        return record.truth

    def figures(self, unit: Unit | None) -> dict[str, Any]:
        """The error on the reporting half, in DN and in `unit` (the scene's reflectance; None where unknown)."""
        known = {} if unit is None else {"unit": unit}
        fills = [self._on_ground(entry) for entry in self.fills()]
        white = _white(unit, self.source.scene.dtype, [entry.hidden_truth for entry in fills])
        figures = holdout_figures(fills, role="report", known_scale=unit is not None, white=white, **known)
        return {name: value if value is None else round(value, 6) for name, value in figures.items()}

    def _on_ground(self, entry: PatchFill) -> PatchFill:
        """The entry with unclear ground around the patch set to the patch's mean, because SSIM's window includes it."""
        clear = self.source.mask.read(entry.window) == CLEAR
        mean = entry.hidden_truth.mean(axis=1)[:, None, None]
        return replace(entry, truth=np.where(clear, entry.truth, mean))

    def in_the_hole(self, distances: np.ndarray, area: Area | None = None, *, threads: int = 1) -> float | None:
        """The announced error, in DN: the expected RMSE under the hole.

        That of all patches, weighted by similarity to the ground under the hole and extrapolated to its distances.

        Args:
            distances: (n,) px from pixels of the hole to clear ground, see `hole_distances`.
            area: only holes in it count; None = everywhere.
            threads: number of cores processed in parallel.

        Returns:
            None where no patch was filled, or there are no distances.
        """
        cores = [window.core for window in self.windows]
        means = [self._record(number).around for number in range(len(self.patches))]
        weights = patch_weights(self.source, self.patches, cores, area, means=means, threads=threads)
        share = unshown_share(self.source, cores, area) if self.source.references else 0.0
        if share >= PARTLY or any(patch.blind for patch in self.patches):
            weights = balanced(weights, unshown_pixels(self.source, self.patches), share)
        return self.errors(weights).expected(distances)

    def parts(self, window: FillWindow) -> dict[int, Window]:
        """The parts of the patches that lie in a window's core, by the patch's index."""
        parts = {number: patch.window.intersection(window.core) for number, patch in enumerate(self.patches)}
        return {number: part for number, part in parts.items() if part is not None}

    def _record(self, number: int) -> _Record:
        if number not in self._records:
            window = self.patches[number].window.padded(MARGIN, self.source.grid.window)
            empty = np.full((len(self.source.band_names), *window.shape), np.nan, dtype=np.float32)
            self._records[number] = _Record(window, empty, empty.copy(), empty.copy())
        return self._records[number]

    def _hidden_in(self, window: Window) -> np.ndarray:
        return hidden_mask(self.patches, window)


def hole_distances(
    mask: HoleMask, plan: Sequence[FillWindow], area: Area | None = None, *, threads: int = 1
) -> np.ndarray:
    """(n,) float32 px from the hole's pixels to clear ground, in the cores of a sample of the plan's windows.

    Args:
        mask: the stored mask.
        plan: the windows.
        area: only holes in it count; None = everywhere.
        threads: number of cores processed in parallel.
    """
    cores = [window.core for window in spread(plan, SAMPLED_WINDOWS)]
    return np.concatenate([np.zeros(0, np.float32), *distances_under(mask, cores, area, threads=threads)])


def _first_pixel(patch: Patch) -> Window:
    """The first hidden pixel of a patch."""
    row, col = divmod(int(patch.hidden.argmax()), patch.hidden.shape[1])
    return Window(patch.window.row + row, patch.window.col + col, 1, 1)


def _written(values: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """float32 clipped to the range of the scene's dtype: a fill is evaluated as it would be written."""
    if dtype.kind == "f":
        return np.array(values, dtype=np.float32)
    limits = np.iinfo(dtype)
    return np.clip(values, limits.min, limits.max).astype(np.float32)


def _white(unit: Unit | None, dtype: np.dtype, truths: Sequence[np.ndarray]) -> float:
    """DN scaled to 1 for SSIM: reflectance 0.2 (2000 DN of Sentinel-2), 255 for bytes, else the range of the truth.

    Args:
        unit: the scene's reflectance, or None where it is not known.
        dtype: of the scene.
        truths: (bands, n) DN of each patch's hidden pixels only; their surroundings may be cloud or nodata.
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
