"""A method's input: the scene and its evidence in one window, aligned, in the scene's DN."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import numpy as np

from geoinpaint_engine.raster.grid import Grid, Window


@dataclass(frozen=True)
class ReferenceChip:
    """One other date in a window.

    Args:
        data: (bands, rows, cols) float32, all bands of the reference, in the scene's DN (scale and offset applied);
            0 where not valid.
        valid: (rows, cols) bool, False under the reference's own clouds, nodata, and outside its extent.
        match: for each band of the scene, the index of the reference's corresponding band.
        date: ISO date, or "" where unknown.
    """

    data: np.ndarray
    valid: np.ndarray
    match: tuple[int, ...]
    date: str = ""

    @property
    def matched(self) -> np.ndarray:
        """(scene bands, rows, cols) float32: the reference's bands in the scene's order."""
        return self.data[list(self.match)]


@dataclass(frozen=True)
class SarChip:
    """The SAR composite in a window.

    Args:
        data: (2, rows, cols) float32, VV and VH in dB; 0 where not valid.
        valid: (rows, cols) bool.
    """

    data: np.ndarray
    valid: np.ndarray


@dataclass(frozen=True)
class Chip:
    """The scene and its evidence in a window.

    Args:
        window: the pixels covered, halo included.
        scene: (bands, rows, cols) float32 in DN; 0 where neither clear nor otherwise valid.
        clear: (rows, cols) bool, True where the scene is valid in all bands, outside the hole and not hidden:
            the only pixels that a method may learn from.
        hole: (rows, cols) bool, True where the method predicts a value: the hole itself, the hold-out patches while
            they are hidden, and contamination beside the mask, which connects the hole to known ground but is not
            written.
        references: oldest first.
        sar: the SAR composite, or None.
        used: (rows, cols) bool, the pixels whose fill is used; None: all. Values filled elsewhere do not matter.
        rough: (rows, cols) bool, clear pixels whose values are only roughly known: ground seen through thin cloud or
            shadow (removed from the values), and pixels next to a mask that leaves rims. None: none.
        veiled: (rows, cols) bool, those of them whose fill is written. None: none.

    A pixel that is neither clear nor hole is nodata: not learned from, not filled.
    """

    window: Window
    scene: np.ndarray
    clear: np.ndarray
    hole: np.ndarray
    references: tuple[ReferenceChip, ...] = ()
    sar: SarChip | None = None
    used: np.ndarray | None = None
    rough: np.ndarray | None = None
    veiled: np.ndarray | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.window.shape

    def within(self, box: tuple[slice, slice]) -> Chip:
        """The part of the chip in some of its rows and columns, given with start and stop; shares the arrays."""
        rows, cols = box
        window = Window(
            self.window.row + rows.start, self.window.col + cols.start, rows.stop - rows.start, cols.stop - cols.start
        )
        references = tuple(
            replace(date, data=date.data[:, rows, cols], valid=date.valid[box]) for date in self.references
        )
        sar = None if self.sar is None else SarChip(self.sar.data[:, rows, cols], self.sar.valid[box])
        used, rough, veiled = (None if mask is None else mask[box] for mask in (self.used, self.rough, self.veiled))
        return Chip(
            window, self.scene[:, rows, cols], self.clear[box], self.hole[box], references, sar, used, rough, veiled
        )

    def evidence(self, *, references: bool = True, sar: bool = True) -> list[tuple[np.ndarray, np.ndarray]]:
        """(data, valid) of each reference, oldest first, then of SAR; pixels that are not finite are not valid."""
        pieces = [(piece.data, piece.valid) for piece in self.references] if references else []
        if sar and self.sar is not None:
            pieces.append((self.sar.data, self.sar.valid))
        return [(data, valid & _finite(data)) for data, valid in pieces]

    @property
    def clear_ground(self) -> np.ndarray:
        """(rows, cols) bool: the pixels to learn from: clear, not hole, and finite in all bands."""
        return self.clear & ~self.hole & _finite(self.scene)


def _finite(data: np.ndarray) -> np.ndarray:
    """(rows, cols) bool: the pixels that are finite in all bands of (bands, rows, cols)."""
    finite = np.isfinite(data)
    return np.ones(data.shape[1:], dtype=bool) if finite.all() else np.asarray(finite.all(axis=0))


class ChipSource(Protocol):
    """Reads chips of one job: the opened scene, its hole and its evidence. Safe to read from several threads."""

    @property
    def grid(self) -> Grid:
        """The scene's grid."""

    @property
    def band_names(self) -> tuple[str, ...]:
        """Names of the bands that are filled, in order."""

    def chip(self, window: Window, *, hidden: bool = False) -> Chip:
        """The chip of a window; `hidden=True`: the hold-out patches count as hole, not as clear ground."""


@runtime_checkable
class HoleSource(Protocol):
    """A chip source that returns hole and patches without reading anything else."""

    def hole(self, window: Window, *, hidden: bool = False) -> np.ndarray:
        """(rows, cols) bool: the hole of the window's chip."""

    def hidden_pixels(self, window: Window, *, blind: bool = False) -> np.ndarray:
        """(rows, cols) bool: the pixels of the hold-out patches in a window; `blind`: of those without other dates."""
