"""Stores fills per window, hole pixels only, and blends them block by block in a fixed order."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from geoinpaint_engine.raster.checkpoint import SpacedSyncs, sealed, unsealed, write_whole
from geoinpaint_engine.raster.grid import Window
from geoinpaint_engine.raster.masks import HoleMask
from geoinpaint_engine.raster.windows import FillWindow, blend_weights


def hole_values(mask: HoleMask, window: FillWindow, fill: np.ndarray) -> np.ndarray:
    """The part of a fill that is stored: (bands, n) float32, the hole pixels of the window's reach in row-major order.

    Args:
        mask: the stored mask.
        window: the window of the plan.
        fill: (bands, rows, cols) float32 over the window's chip (`window.read`).
    """
    values = np.asarray(fill, dtype=np.float32)[(slice(None), *window.reach.within(window.read))]
    return np.ascontiguousarray(values[:, mask.hole(window.reach)])


class FillStore:
    """Stores one small .npy file per window in a folder, atomically, so that a file there is always complete.

    Args:
        folder: created if missing; fills left there by an earlier run are reused.
        mask: the stored mask of the scene, whose hole pixels are stored.
        durable: flush fills to disk, so that a power cut costs half a minute of work, or one fill that took longer.
    """

    def __init__(self, folder: Path, mask: HoleMask, *, durable: bool = False) -> None:
        self._folder = folder
        self._mask = mask
        self._syncs = SpacedSyncs() if durable else None
        folder.mkdir(parents=True, exist_ok=True)

    def _path(self, index: int) -> Path:
        return self._folder / f"{index:07d}.npy"

    def has(self, window: FillWindow) -> bool:
        """Whether the window's fill is stored and undamaged."""
        return unsealed(self._path(window.index)) is not None

    def put(self, window: FillWindow, fill: np.ndarray, hole: np.ndarray | None = None) -> None:
        """Stores a fill.

        Args:
            window: the window of the plan.
            fill: (bands, rows, cols) float32 over the window's chip (`window.read`).
            hole: (rows, cols) bool over the same, False where the fill is discarded; None: keep it everywhere.

        Raises:
            ResourceError: `disk-full`, `write-failed`.
        """
        if hole is not None:
            fill = np.where(hole, fill, np.float32(np.nan))
        self.keep(window, hole_values(self._mask, window, fill))

    def keep(self, window: FillWindow, values: np.ndarray) -> None:
        """Stores the `hole_values` of a window.

        Raises:
            ResourceError: `disk-full`, `write-failed`.
        """
        content = io.BytesIO()
        np.save(content, values)
        durable = self._syncs is not None and self._syncs.due()
        write_whole(self._path(window.index), sealed(content.getvalue()), durable=durable)

    def spread(self, window: FillWindow, values: np.ndarray) -> np.ndarray:
        """(bands, rows, cols) float32 over the window's reach from its `hole_values`, NaN where there is no hole."""
        out = np.full((values.shape[0], *window.reach.shape), np.nan, dtype=np.float32)
        out[:, self._mask.hole(window.reach)] = values
        return out

    def kept(self, window: FillWindow) -> np.ndarray | None:
        """The stored `hole_values` of a window; None if missing."""
        content = unsealed(self._path(window.index))
        return None if content is None else np.asarray(np.load(io.BytesIO(content), allow_pickle=False))

    def get(self, window: FillWindow) -> np.ndarray | None:
        """(bands, rows, cols) float32 over the window's reach, NaN where there is no fill; None if missing."""
        values = self.kept(window)
        return None if values is None else self.spread(window, values)

    def get_at(self, window: FillWindow, part: Window, wanted: np.ndarray) -> np.ndarray | None:
        """Some pixels of a fill, row by row: (bands, n) float32; None if it is not there.

        Args:
            window: the window of the plan.
            part: of its reach.
            wanted: (rows, cols) bool over the part: pixels of the hole.
        """
        values = self.kept(window)
        if values is None:
            return None
        chosen = np.zeros(window.reach.shape, dtype=bool)
        chosen[part.within(window.reach)] = wanted
        return np.compress(chosen[self._mask.hole(window.reach)], values, axis=1)


class MemoryFillStore(FillStore):
    """The same without files.

    Args:
        mask: the stored mask of the scene, whose hole pixels are kept.
    """

    def __init__(self, mask: HoleMask) -> None:
        self._mask = mask
        self._values: dict[int, np.ndarray] = {}

    def has(self, window: FillWindow) -> bool:
        """Whether the window's fill is there."""
        return window.index in self._values

    def keep(self, window: FillWindow, values: np.ndarray) -> None:
        """Stores the `hole_values` of a window."""
        self._values[window.index] = values

    def kept(self, window: FillWindow) -> np.ndarray | None:
        """The stored `hole_values` of a window; None if missing."""
        return self._values.get(window.index)


def blended(
    store: FillStore,
    plan: Sequence[FillWindow],
    block: Window,
    bounds: Window,
    wanted: np.ndarray,
    *,
    bands: int,
    overlap: int,
) -> np.ndarray:
    """The fills of all windows that reach into a block, weighted so that the weights of a pixel sum to one.

    Args:
        store: the fills.
        plan: windows that reach into the block, and others.
        block: of the scene.
        bounds: the scene.
        wanted: (rows, cols) bool over the block: the pixels of the hole that are asked for.
        bands: that the fills have.
        overlap: the plan's, in px.

    Returns:
        (bands, n) float64 at the pixels wanted, row by row; NaN where no window has a value in every band. The windows
        are added in the plan's order, so the result does not depend on the order in which they were filled.
    """
    numbers = np.cumsum(wanted, dtype=np.int32).reshape(wanted.shape) - 1
    total = np.zeros((bands, int(np.count_nonzero(wanted))))
    weight = np.zeros(total.shape[1])
    for window in plan:
        part = window.reach.intersection(block)
        if part is None:
            continue
        here = part.within(block)
        chosen = wanted[here]
        values = store.get_at(window, part, chosen) if chosen.any() else None
        if values is None:
            continue
        usable = np.isfinite(values).all(axis=0)
        weights = np.where(usable, blend_weights(window, bounds, overlap)[part.within(window.reach)][chosen], 0.0)
        places = numbers[here][chosen]
        total[:, places] += weights * np.where(usable, values, np.float32(0))
        weight[places] += weights
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0, total / weight, np.nan)
