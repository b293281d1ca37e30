"""Standardises a chip's evidence into one stack of channels, fills its gaps, and keeps track of what was observed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geoinpaint_engine.methods.ensemble.gaps import Normal
from geoinpaint_engine.modes import EVIDENCE_MODES
from geoinpaint_engine.raster.chip import Chip

# Evidence is clipped at this number of standard deviations: beyond it lie undetected clouds and glint.
CLIP = 6.0


@dataclass(frozen=True)
class Scaling:
    """Statistics of a scene's evidence.

    Args:
        mean, deviation: (channels,) float32, mean and standard deviation in the channel's unit (references DN, SAR
            dB); a constant channel has an infinite deviation, and so is 0 when standardised.
        dates: the joint distribution of the references' channels, or None where too few pixels are known.
    """

    mean: np.ndarray
    deviation: np.ndarray
    dates: Normal | None = None


@dataclass(frozen=True)
class Stack:
    """The evidence in a window.

    Args:
        data: (channels, rows, cols) float32, standardised, finite everywhere: gaps hold their expectation given the
            other dates, else 0.
        valid: (pieces, rows, cols) bool, where each reference, in order, and then SAR was observed.
        sar_channels: number of SAR channels, which come last.
    """

    data: np.ndarray
    valid: np.ndarray
    sar_channels: int = 0

    @property
    def main(self) -> np.ndarray:
        """(channels, rows, cols) float32: the references, or SAR if there are none."""
        return self.data[: len(self.data) - self.sar_channels] if self.sar_channels < len(self.data) else self.data

    @property
    def sar(self) -> np.ndarray:
        """(channels, rows, cols) float32: SAR."""
        return self.data[len(self.data) - self.sar_channels :]

    @property
    def sar_only(self) -> bool:
        """Whether SAR is all the evidence."""
        return self.sar_channels == len(self.data)

    @property
    def known(self) -> np.ndarray:
        """(rows, cols) bool: pixels with any observed evidence."""
        return np.asarray(self.valid.any(axis=0))


def pieces_of(chip: Chip, mode: str) -> list[tuple[np.ndarray, np.ndarray]]:
    """(data, valid) of each reference and of SAR, if the mode uses them; pixels that are not finite are not valid."""
    uses = EVIDENCE_MODES[mode]
    return chip.evidence(references=uses.references, sar=uses.sar)


def scaling_of(chips: Sequence[Chip], mode: str) -> Scaling:
    """Statistics over the valid pixels of some chips with the same channels."""
    sums: list[np.ndarray] = []
    for number in range(len(pieces_of(chips[0], mode))):
        parts: list[np.ndarray] = []
        for chip in chips:
            data, valid = pieces_of(chip, mode)[number]
            values = data[:, valid].astype(np.float64)
            parts.append(np.stack([values.sum(axis=1), (values**2).sum(axis=1), np.full(len(data), values.shape[1])]))
        sums.append(np.sum(parts, axis=0))
    total, total_of_squares, count = np.concatenate(sums, axis=1)
    mean = total / np.maximum(count, 1)
    deviation = np.sqrt(np.maximum(total_of_squares / np.maximum(count, 1) - mean**2, 0))
    # constant channels become 0
    deviation[deviation < 1e-6] = np.inf
    scaling = Scaling(mean.astype(np.float32), deviation.astype(np.float32))
    return replace(scaling, dates=_dates_of(chips, mode, scaling))


def _dates_of(chips: Sequence[Chip], mode: str, scaling: Scaling) -> Normal | None:
    references = chips[0].references if EVIDENCE_MODES[mode].references else ()
    if len(references) < 2:
        return None
    owners = np.repeat(np.arange(len(references)), [len(reference.data) for reference in references])
    stacks = [stack_of(chip, mode, scaling) for chip in chips]
    tables = [stack.data[: owners.size].reshape(owners.size, -1) for stack in stacks]
    valids = [stack.valid[: len(references)].reshape(len(references), -1) for stack in stacks]
    return Normal.learn(tables, valids, owners)


def stack_of(chip: Chip, mode: str, scaling: Scaling) -> Stack:
    """The chip's evidence that a mode uses, standardised, with its gaps filled."""
    stack = standardised(chip, mode, scaling)
    fill_gaps(stack, chip, mode, scaling)
    return stack


def standardised(
    chip: Chip, mode: str, scaling: Scaling, pieces: Sequence[tuple[np.ndarray, np.ndarray]] | None = None
) -> Stack:
    """The chip's evidence that a mode uses, standardised, with 0 in its gaps; `pieces` as of `pieces_of`."""
    pieces = pieces_of(chip, mode) if pieces is None else pieces
    stack = np.empty((sum(len(values) for values, _ in pieces), *chip.shape), np.float32)
    start = 0
    for values, valid in pieces:
        gaps = None if valid.all() else ~valid
        # one channel at a time fits the processor's cache
        for number, channel in enumerate(stack[start : start + len(values)], start):
            np.subtract(values[number - start], scaling.mean[number], out=channel)
            channel /= scaling.deviation[number]
            np.clip(channel, -CLIP, CLIP, out=channel)
            if gaps is not None:
                np.copyto(channel, 0, where=gaps)
        start += len(values)
    sar_channels = len(pieces[-1][0]) if EVIDENCE_MODES[mode].sar and chip.sar is not None else 0
    return Stack(stack, np.stack([valid for _, valid in pieces]), sar_channels)


def fill_gaps(stack: Stack, chip: Chip, mode: str, scaling: Scaling, wanted: np.ndarray | None = None) -> None:
    """Fills the gaps of a chip's references in place, with their expectation given the dates valid there.

    Args:
        stack: the chip's `standardised` evidence.
        chip: the chip.
        mode: the job's mode.
        scaling: statistics of the evidence.
        wanted: (rows, cols) bool, the pixels whose gaps are filled, None: all.
    """
    dates = len(chip.references) if EVIDENCE_MODES[mode].references else 0
    if stack.valid[:dates].all():
        return
    valid = stack.valid[:dates].reshape(dates, -1)
    places = np.arange(valid.shape[1]) if wanted is None else np.flatnonzero(wanted)
    if scaling.dates is not None:
        channels = stack.data[: scaling.dates.owners.size].reshape(scaling.dates.owners.size, -1)
        places = scaling.dates.complete(channels, valid, places, most=CLIP)
    if places.size:
        _fill_with_mean(stack, chip, places)


def _fill_with_mean(stack: Stack, chip: Chip, places: np.ndarray) -> None:
    """Fills gaps of the references, in place, with the mean of the same band in the dates that are valid there.

    Args:
        stack: the chip's evidence.
        chip: the chip.
        places: (n,) flat indices of the pixels to fill.
    """
    valid = stack.valid[: len(chip.references)].reshape(len(chip.references), -1)[:, places]
    data, start = [], 0
    for date in chip.references:
        data.append(stack.data[start : start + len(date.data)])
        start += len(date.data)
    count = np.maximum(valid.sum(axis=0), 1)
    for band in range(len(chip.references[0].match)):
        planes = [data[i].reshape(len(data[i]), -1)[date.match[band]] for i, date in enumerate(chip.references)]
        mean = sum((plane[places] for plane in planes), np.zeros(places.size, np.float32)) / count
        for plane, observed in zip(planes, valid, strict=True):
            plane[places[~observed]] = mean[~observed]


def base_of(chip: Chip, mode: str, level: np.ndarray, spread: np.ndarray, scaling: Scaling) -> np.ndarray:
    """The base that predictions are added to: (bands, rows, cols) float32 DN.

    The scene's mean level; in mt-r the mean of the valid references; in ms-r the standardised SAR composite (VV, VH
    and their mean, cycled over the bands) scaled to the scene's mean and standard deviation.

    Args:
        chip: the chip.
        mode: the job's mode.
        level, spread: (bands,) mean and standard deviation of the scene's clear ground in DN.
        scaling: statistics of the evidence.
    """
    base = np.broadcast_to(level[:, None, None], chip.scene.shape).astype(np.float32)
    if mode == "mt-r" and chip.references:
        valid = np.stack([valid for _, valid in pieces_of(chip, mode)])
        observed = (np.where(seen, date.matched, 0) for date, seen in zip(chip.references, valid, strict=True))
        total = sum(observed, np.zeros_like(base))
        base = np.where(valid.any(axis=0), total / np.maximum(valid.sum(axis=0), 1), base)
    elif mode == "ms-r" and chip.sar is not None:
        vv, vh = stack_of(chip, mode, scaling).data[:2]
        cycle = (vv, vh, (vv + vh) / 2)
        base = base + spread[:, None, None] * np.stack([cycle[band % 3] for band in range(len(base))])
    return base.astype(np.float32)
