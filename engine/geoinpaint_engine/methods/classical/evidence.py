"""Stacks a chip's evidence as regression features, with a validity pattern for each pixel; despeckles SAR."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.ndimage import gaussian_filter

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.raster.chip import Chip

MOST_PIECES = 61  # bits of a validity pattern
# px, of the Gaussian that averages speckle: did best on the benchmark's tasks with SAR (1.5 and 4 px: worse)
SPECKLE_SIGMA = 2.0
SPECKLE_RADIUS = 6  # px at which it is cut off
MOST_DECIBELS = 300.0  # above any backscatter, and within float32's range as linear power


@dataclass(frozen=True)
class Layout:
    """Positions of the pieces of evidence in the stack of features.

    Args:
        bands: number of features of each piece: the references in order, then SAR, if any.
        matches: for each reference and each band of the scene, the index of the corresponding band.
    """

    bands: tuple[int, ...]
    matches: tuple[tuple[int, ...], ...] = ()

    @property
    def features(self) -> int:
        """Total number of features."""
        return sum(self.bands)

    def columns(self, pattern: int) -> np.ndarray:
        """(n,) indices of the features of the pieces whose bits are set in a pattern."""
        piece = np.repeat(np.arange(len(self.bands)), self.bands)
        return np.flatnonzero((pattern >> piece) & 1)

    def same_bands(self, pattern: int) -> np.ndarray:
        """(references, scene bands): indices of the features that correspond to the scene's bands, for a pattern."""
        starts = np.cumsum((0, *self.bands))
        chosen = [np.add(starts[index], match) for index, match in enumerate(self.matches) if pattern >> index & 1]
        return np.array(chosen, dtype=np.int64).reshape(len(chosen), len((self.matches or ((),))[0]))


def layout_of(chip: Chip) -> Layout:
    """The layout of a chip's evidence."""
    sar = () if chip.sar is None else (chip.sar.data.shape[0],)
    bands = tuple(reference.data.shape[0] for reference in chip.references)
    return Layout(bands + sar, tuple(reference.match for reference in chip.references))


def features_of(chip: Chip, where: np.ndarray) -> np.ndarray:
    """All evidence at the pixels `where`, (rows, cols) bool: (features, n) float32, with 0 for NaN and infinity."""
    pieces = [reference.data[:, where] for reference in chip.references]
    if chip.sar is not None:
        pieces.append(chip.sar.data[:, where])
    if not pieces:
        return np.zeros((0, int(np.count_nonzero(where))), dtype=np.float32)
    return np.nan_to_num(np.concatenate(pieces), copy=False, nan=0.0, posinf=0.0, neginf=0.0)


def patterns_of(chip: Chip) -> np.ndarray:
    """The validity pattern of each pixel: (rows, cols) int64, bit i set where piece i is valid and finite.

    Raises:
        UsageError: `too-many-references`: more than 61 pieces of evidence.
    """
    pattern = np.zeros(chip.shape, dtype=np.int64)
    pieces = chip.evidence()
    if len(pieces) > MOST_PIECES:
        raise UsageError(
            "too-many-references", f"The job names {len(pieces)} references.", f"Name at most {MOST_PIECES - 1}."
        )
    for bit, (_, valid) in enumerate(pieces):
        pattern |= valid.astype(np.int64) << bit
    return pattern


def despeckled(chip: Chip) -> Chip:
    """The chip with its SAR smoothed by a Gaussian of 2 px in linear power, over valid pixels only."""
    if chip.sar is None:
        return chip
    valid = chip.sar.valid & np.isfinite(chip.sar.data).all(axis=0)
    whole = bool(valid.all())
    weight = np.ones(0) if whole else gaussian_filter(valid.astype(np.float64), SPECKLE_SIGMA, radius=SPECKLE_RADIUS)
    data = np.zeros_like(chip.sar.data)
    for band, decibels in zip(data, chip.sar.data, strict=True):
        bounded = np.minimum(decibels if whole else np.where(valid, decibels, 0), MOST_DECIBELS).astype(np.float32)
        power = np.exp(bounded * np.float32(np.log(10.0) / 10.0))
        if whole:
            mean = gaussian_filter(power, SPECKLE_SIGMA, radius=SPECKLE_RADIUS)
            band[:] = np.log10(np.maximum(mean, np.float32(1e-12))) * np.float32(10.0)
        else:
            mean = gaussian_filter(np.where(valid, power, 0.0), SPECKLE_SIGMA, radius=SPECKLE_RADIUS)[valid]
            band[valid] = 10.0 * np.log10(np.maximum(mean / weight[valid], 1e-12))
    return replace(chip, sar=replace(chip.sar, data=data, valid=valid))
