"""Ratio fill: the mean of the valid references times the harmonic fill of scene / reference."""

from __future__ import annotations

import numpy as np

from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.solvers.harmonic import harmonic_fill

GUARD_SHARE = 0.05  # of the mean reference: darker pixels count as that bright, so that no ratio explodes


def reference_mean(chip: Chip) -> tuple[np.ndarray, np.ndarray]:
    """The mean of the references that are valid at each pixel.

    Returns:
        (bands, rows, cols) float32 in DN, 0 where none is valid, and (rows, cols) bool: where one is.
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
    """(bands,) float32: the darkest reference value that is divided by, from the chip's clear pixels with evidence."""
    mean, known = reference_mean(chip)
    there = known & chip.clear_ground
    if not there.any():
        there = known
    return guard_from(mean[:, there].sum(axis=1, dtype=np.float64), int(np.count_nonzero(there)))


def guard_from(total: np.ndarray, count: int) -> np.ndarray:
    """(bands,) float32: the guard from the sum of the mean reference over `count` pixels; at least a millionth."""
    return np.maximum(GUARD_SHARE * total / max(count, 1), 1e-6).astype(np.float32)


def ratio_field(chip: Chip, guard: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The scene over its mean reference.

    Returns:
        (bands, rows, cols) float32 ratio, meaningful at clear pixels with evidence; the guarded reference in DN; and
        (rows, cols) bool: where there is evidence.
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
    """Multiplies the mean reference with the ratio carried in from the hole's edge; harmonic where there is none.

    Args:
        chip: scene and evidence.
        guard: (bands,) darkest reference value divided by, in DN; None: from this chip.
        edge: (bands, rows, cols) ratio given at some pixels of the hole, NaN elsewhere.
        rest_edge: the same for the scene's value at pixels without evidence.

    Returns:
        (bands, rows, cols) float32 in DN: the scene, filled in the hole; NaN there if nothing is known.
    """
    clear = chip.clear_ground
    field, reference, evidence = ratio_field(chip, guard_of(chip) if guard is None else guard)
    out = chip.scene.astype(np.float32, copy=True)
    sought = chip.hole & evidence
    if sought.any():
        filled = harmonic_fill(field, sought, clear & evidence, edge=edge)[:, sought]
        # no clear pixel with evidence at all: the reference as it is
        out[:, sought] = reference[:, sought] * np.nan_to_num(filled, nan=1.0)
    rest = chip.hole & ~evidence
    if rest.any():
        out[:, rest] = harmonic_fill(out, rest, clear | sought, edge=rest_edge)[:, rest]
    return out
