"""Builds the network's target: scene, reference and SAR stacked as channels, with weights for the loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.solvers.harmonic import harmonic_fill

MODES = ("basic", "ms-r", "mt-r", "ms", "mt", "ms-mt")
REFERENCE_USES = ("mean", "latest", "stack")
SAR_FLOOR_DB = (-25.0, -32.5)  # VV, VH; the ceiling is 0 dB


@dataclass(frozen=True)
class Range:
    """The range of DN that is mapped to [0, 1]: `low` to 0, `high` to 1.

    Values beyond are clipped. Scene and references share the range, so that equal DN stay equal.
    """

    low: float
    high: float

    def scaled(self, values: np.ndarray) -> np.ndarray:
        """Maps DN of any shape to float32 in [0, 1]."""
        return np.clip((values - self.low) / (self.high - self.low), 0.0, 1.0, dtype=np.float32)

    def restored(self, values: np.ndarray) -> np.ndarray:
        """Maps [0, 1] of any shape to float32 DN."""
        return (values * (self.high - self.low) + self.low).astype(np.float32)


@dataclass(frozen=True)
class Stack:
    """The target of an optimisation.

    Args:
        target: (channels, rows, cols) float32 in [0, 1], or in [-1, 1] for differences; 0 where the weight is 0. The
            scene (or its difference) comes first.
        weight: (channels, rows, cols) float32, 1 where the target is known, else 0.
        residual: whether the target is a difference to `base`.
        base: (bands, rows, cols) float32 in [0, 1] that differences refer to; None if not residual.
        value_range: range for converting the output to DN.
        bands: number of bands of the scene.
    """

    target: np.ndarray
    weight: np.ndarray
    residual: bool
    base: np.ndarray | None
    value_range: Range
    bands: int

    @property
    def channels(self) -> int:
        """Number of output channels of the network."""
        return self.target.shape[0]

    def decoded(self, output: np.ndarray) -> np.ndarray:
        """Extracts the scene from a (channels, rows, cols) output: (bands, rows, cols) float32 DN."""
        scene = output[: self.bands]
        return self.value_range.restored(scene if self.base is None else np.clip(scene + self.base, 0.0, 1.0))


def range_of(values: np.ndarray, *, share: float = 0.9995) -> Range:
    """Fits a range to a sample of the scene's clear values: from the lower tail, but at most 0, to the upper tail.

    The published code divides by 2000, which clips anything brighter; here only a share of 1 - `share` is clipped.

    Raises:
        InputError: `no-valid-pixel` if there is no finite value.
    """
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        raise InputError("no-valid-pixel", "The scene has no valid pixel outside the mask.", "Check nodata and mask.")
    low, high = np.quantile(finite, (1.0 - share, share))
    low = min(float(low), 0.0)
    return Range(low, float(high) if high > low else low + 1.0)


def merged_references(
    references: tuple[ReferenceChip, ...], *, use: str = "mean"
) -> tuple[tuple[np.ndarray, np.ndarray], ...]:
    """References as pairs of (bands, rows, cols) float32 DN, in the scene's band order, and (rows, cols) bool validity.

    `mean`: one pair, with the mean over the valid dates of each pixel (the paper's static reference); `latest`: one
    pair, with the last valid date of each pixel; `stack`: one pair per date.
    """
    if use == "stack":
        return tuple((np.where(r.valid, r.matched, 0.0).astype(np.float32), r.valid) for r in references)
    if use not in REFERENCE_USES:
        raise UsageError(
            "reference-use-unknown",
            f"There is no reference use {use!r}.",
            f"Choose one of {', '.join(REFERENCE_USES)}.",
        )
    total = np.zeros(references[0].matched.shape, dtype=np.float64)
    count = np.zeros(references[0].valid.shape, dtype=np.int32)
    for reference in references:
        if use == "latest":
            total[:, reference.valid] = reference.matched[:, reference.valid]
            count[reference.valid] = 1
        else:
            total[:, reference.valid] += reference.matched[:, reference.valid]
            count[reference.valid] += 1
    return (((total / np.maximum(count, 1)).astype(np.float32), count > 0),)


def scaled_sar(sar: SarChip) -> np.ndarray:
    """Scales SAR as the paper: (2, rows, cols) float32 in [0, 1], VV from [-25, 0] dB and VH from [-32.5, 0] dB."""
    floor = np.array(SAR_FLOOR_DB, dtype=np.float32)[:, None, None]
    return np.clip(1.0 - sar.data / floor, 0.0, 1.0).astype(np.float32)


def sar_as_bands(scaled: np.ndarray, bands: int) -> np.ndarray:
    """(bands, rows, cols): VV, VH and their mean, repeated to the number of bands (the paper has three)."""
    channels = (scaled[0], scaled[1], scaled.mean(axis=0))
    return np.stack([channels[k % 3] for k in range(bands)])


def _require(chip: Chip, *, references: bool, sar: bool, mode: str) -> None:
    if references and not chip.references:
        raise UsageError("missing-reference", f"Mode {mode} needs a reference.", "Give --reference, or choose basic.")
    if sar and chip.sar is None:
        raise UsageError("missing-sar", f"Mode {mode} needs SAR.", "Give --sar, or choose basic or mt.")


def _filled_smoothly(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Fills invalid values smoothly, or with 0.5 if none are valid: a difference needs a base everywhere."""
    if valid.all():
        return values
    filled = harmonic_fill(values, ~valid, valid)
    return np.where(np.isfinite(filled), filled, np.float32(0.5)).astype(np.float32)


def build_stack(chip: Chip, mode: str, *, value_range: Range, reference_use: str = "mean") -> Stack:
    """Builds the target of a mode (Figure 2 of Czerkawski et al. 2022) for a chip.

    Only the scene is masked by the hole; invalid pixels of a reference or of SAR have weight 0.

    Raises:
        UsageError: `mode-unknown`; `missing-reference` or `missing-sar` if the mode's evidence is missing.
    """
    if mode not in MODES:
        raise UsageError("mode-unknown", f"The paper preset has no mode {mode!r}.", f"Choose from {', '.join(MODES)}.")
    with_references, with_sar = mode.startswith("mt") or mode == "ms-mt", mode.startswith("ms")
    _require(chip, references=with_references, sar=with_sar, mode=mode)
    bands = chip.scene.shape[0]
    clear = chip.clear & np.isfinite(chip.scene).all(axis=0)
    scene = value_range.scaled(np.where(clear, chip.scene, 0.0))
    if mode.endswith("-r"):
        base, valid = _base(chip, mode, value_range=value_range, reference_use=reference_use)
        return _stacked([(scene - base, clear & valid)], bands, value_range, base=base)
    layers = [(scene, clear)]
    if with_references:
        layers += [
            (value_range.scaled(data), valid) for data, valid in merged_references(chip.references, use=reference_use)
        ]
    if with_sar and chip.sar is not None:
        layers.append((scaled_sar(chip.sar), chip.sar.valid))
    return _stacked(layers, bands, value_range)


def _base(chip: Chip, mode: str, *, value_range: Range, reference_use: str) -> tuple[np.ndarray, np.ndarray]:
    """The base of a residual mode, (bands, rows, cols) in [0, 1], and its (rows, cols) bool validity."""
    if mode == "ms-r" and chip.sar is not None:
        values, valid = sar_as_bands(scaled_sar(chip.sar), chip.scene.shape[0]), chip.sar.valid
    else:
        # a difference needs a single base, so several dates are averaged
        use = "mean" if reference_use == "stack" else reference_use
        data, valid = merged_references(chip.references, use=use)[0]
        values = value_range.scaled(data)
    return _filled_smoothly(values, valid), valid


def _stacked(
    layers: list[tuple[np.ndarray, np.ndarray]], bands: int, value_range: Range, *, base: np.ndarray | None = None
) -> Stack:
    weight = np.concatenate([np.broadcast_to(valid, data.shape) for data, valid in layers]).astype(np.float32)
    target = np.concatenate([data for data, _ in layers]).astype(np.float32)
    target[weight == 0.0] = 0.0
    return Stack(target, weight, base is not None, base, value_range, bands)


def padded_side(side: int, *, multiple: int, smallest: int) -> int:
    """The smallest multiple that is at least `side` and `smallest`."""
    return max(-(-side // multiple) * multiple, smallest)


def pad_to(
    values: np.ndarray, rows_cols: tuple[int, int], *, mode: Literal["symmetric", "constant"] = "symmetric"
) -> tuple[np.ndarray, tuple[slice, slice]]:
    """Pads (channels, rows, cols) on all sides; also returns the (rows, cols) slices of the original.

    `symmetric` reflects at the edges, `constant` adds zeros.
    """
    rows, cols = values.shape[1:]
    down, across = rows_cols[0] - rows, rows_cols[1] - cols
    top, left = down // 2, across // 2
    padded = np.pad(values, ((0, 0), (top, down - top), (left, across - left)), mode=mode)
    return padded, (slice(top, top + rows), slice(left, left + cols))
