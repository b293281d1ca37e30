"""Paste fill: copies each pixel from the reference that is nearest in time among those valid there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from geoinpaint_engine.methods.base import ALONE, Context
from geoinpaint_engine.methods.classical.base import ClassicalFill
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.harmonic import harmonic_fill


def nearest_first(dates: Sequence[str], scene_date: str) -> list[int]:
    """The order in which references are used: nearest in time first; of two equally near the later one.

    If the scene's date is unknown, the order is that given (oldest first), reversed; if it is known, references without
    a date come last.

    Args:
        dates: ISO dates in the given order, "" if unknown.
        scene_date: ISO date of the scene, or "".

    Returns:
        Indices into `dates`.
    """
    scene = _day(scene_date)

    def distance(index: int) -> tuple[float, int]:
        day = _day(dates[index])
        if scene is None:
            return 0.0, -index
        return (float("inf") if day is None else abs((day - scene).days)), -index

    return sorted(range(len(dates)), key=distance)


def paste_field(
    chip: Chip, *, scene_date: str = "", where: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """The value of the nearest valid reference at each pixel, or at the pixels `where`, (rows, cols) bool.

    Returns:
        (bands, rows, cols) float32 in DN, 0 where none is valid; and (rows, cols) bool, True where one is.
    """
    values = np.zeros(chip.scene.shape, dtype=np.float32)
    known = np.zeros(chip.shape, dtype=bool)
    left = np.ones(chip.shape, dtype=bool) if where is None else where
    for index in nearest_first([reference.date for reference in chip.references], scene_date):
        reference = chip.references[index]
        new = reference.valid & left
        if not new.any():
            continue
        found = np.stack([reference.data[band][new] for band in reference.match])
        finite = np.isfinite(found).all(axis=0)
        new[new] = finite
        values[:, new] = found[:, finite]
        known |= new
        left = left & ~new
    return values, known


def paste_fill(chip: Chip, *, scene_date: str = "", rest_edge: np.ndarray | None = None) -> np.ndarray:
    """Copies the nearest valid date into the hole, and fills the rest harmonically.

    Args:
        chip: scene and evidence.
        scene_date: ISO date of the scene, "" if unknown.
        rest_edge: (bands, rows, cols) DN given at some pixels without evidence, NaN elsewhere.

    Returns:
        (bands, rows, cols) float32 DN: the scene with its hole filled; NaN there if nothing is known.
    """
    values, evidence = paste_field(chip, scene_date=scene_date, where=chip.hole)
    out = chip.scene.astype(np.float32, copy=True)
    pasted = chip.hole & evidence
    out[:, pasted] = values[:, pasted]
    rest = chip.hole & ~evidence
    if rest.any():
        out[:, rest] = harmonic_fill(out, rest, chip.clear_ground | pasted, edge=rest_edge)[:, rest]
    return out


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


class PasteFill(ClassicalFill):
    """Copies each pixel from the nearest date; see `paste_fill`."""

    name = "paste"

    def fill(self, chip: Chip, context: Context = ALONE) -> np.ndarray:
        """Fills the hole of a chip: (bands, rows, cols) float32 in DN; NaN in the hole if nothing is known."""
        return paste_fill(chip, scene_date=self.scene_date, rest_edge=self.rest_edge(chip))

    def field(self, chip: Chip, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """A field of 0, as dates are pasted unchanged; and where any date is valid."""
        values, evidence = paste_field(chip, scene_date=self.scene_date)
        return np.zeros_like(values), evidence

    def predicted(self, chip: Chip, where: np.ndarray, carried: np.ndarray) -> np.ndarray:
        """(bands, n) DN of the nearest date at the pixels `where`."""
        return paste_field(chip, scene_date=self.scene_date, where=where)[0][:, where]
