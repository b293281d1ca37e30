"""The evidence of a chip as one standardised stack without gaps, and which of it is really there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geoinpaint_engine.methods.ensemble.gaps import Normal
from geoinpaint_engine.modes import EVIDENCE_MODES
from geoinpaint_engine.raster.chip import Chip

# Standard deviations beyond which evidence is an outlier: an undetected cloud or a glint says nothing about the scene.
CLIP = 6.0


@dataclass(frozen=True)
class Scaling:
    """Mean and standard deviation of each channel of evidence over a scene: (channels,) float32, in its own unit.

    `dates` is how the references' channels vary together, None where too little is known.
    """

    mean: np.ndarray
    deviation: np.ndarray
    dates: Normal | None = None


@dataclass(frozen=True)
class Stack:
    """Evidence in a window.

    Args:
        data: (channels, rows, cols) float32, standardised, finite everywhere: gaps hold what the other dates let
            expect, else 0.
        valid: (pieces, rows, cols) bool, the references in order, then SAR: where the data were observed.
        sar_channels: number of channels that are SAR, the last ones.
    """

    data: np.ndarray
    valid: np.ndarray
    sar_channels: int = 0

    @property
    def main(self) -> np.ndarray:
        """(channels, rows, cols): the references, or SAR where there are none."""
        return self.data[: len(self.data) - self.sar_channels] if self.sar_channels < len(self.data) else self.data

    @property
    def sar(self) -> np.ndarray:
        """(channels, rows, cols): SAR."""
        return self.data[len(self.data) - self.sar_channels :]

    @property
    def known(self) -> np.ndarray:
        """(rows, cols) bool: where there is any evidence."""
        return np.asarray(self.valid.any(axis=0))


def pieces_of(chip: Chip, mode: str) -> list[tuple[np.ndarray, np.ndarray]]:
    """The (data, valid) of each reference and of SAR that a mode looks at; what is not finite is not valid."""
    uses = EVIDENCE_MODES[mode]
    return chip.evidence(references=uses.references, sar=uses.sar)


def scaling_of(chips: Sequence[Chip], mode: str) -> Scaling:
    """Mean and deviation of each channel over the valid pixels of some chips that share a layout, and its `dates`."""
    sums: list[np.ndarray] = []
    for number in range(len(pieces_of(chips[0], mode))):
        total: list[np.ndarray] = []
        for chip in chips:
            data, valid = pieces_of(chip, mode)[number]
            values = data[:, valid].astype(np.float64)
            total.append(np.stack([values.sum(axis=1), (values**2).sum(axis=1), np.full(len(data), values.shape[1])]))
        sums.append(np.sum(total, axis=0))
    first, second, count = np.concatenate(sums, axis=1)
    mean = first / np.maximum(count, 1)
    deviation = np.sqrt(np.maximum(second / np.maximum(count, 1) - mean**2, 0))
    # a channel that does not vary is left at 0
    deviation[deviation < 1e-6] = np.inf
    scaling = Scaling(mean.astype(np.float32), deviation.astype(np.float32))
    return replace(scaling, dates=_dates_of(chips, mode, scaling))


def _dates_of(chips: Sequence[Chip], mode: str, scaling: Scaling) -> Normal | None:
    references = chips[0].references if EVIDENCE_MODES[mode].references else ()
    if len(references) < 2:
        return None
    owners = np.repeat(np.arange(len(references)), [len(one.data) for one in references])
    stacks = [stack_of(chip, mode, scaling) for chip in chips]
    tables = [stack.data[: owners.size].reshape(owners.size, -1) for stack in stacks]
    valids = [stack.valid[: len(references)].reshape(len(references), -1) for stack in stacks]
    return Normal.learn(tables, valids, owners)


def stack_of(chip: Chip, mode: str, scaling: Scaling) -> Stack:
    """The evidence of a chip that a mode looks at, standardised and without gaps."""
    pieces = pieces_of(chip, mode)
    stack = np.empty((sum(len(values) for values, _ in pieces), *chip.shape), np.float32)
    data, start = [], 0
    for values, valid in pieces:
        data.append(stack[start : start + len(values)])
        gaps = None if valid.all() else ~valid
        for number, channel in enumerate(data[-1], start):  # one at a time stays in the processor's cache
            np.subtract(values[number - start], scaling.mean[number], out=channel)
            channel /= scaling.deviation[number]
            np.clip(channel, -CLIP, CLIP, out=channel)
            if gaps is not None:
                channel[gaps] = 0
        start += len(values)
    valids = np.stack([valid for _, valid in pieces])
    if EVIDENCE_MODES[mode].references and not valids[: len(chip.references)].all():
        if scaling.dates is None:
            _bridge(data, chip, valids)
        else:
            planes, valid = stack[: scaling.dates.owners.size], valids[: len(chip.references)]
            left = scaling.dates.complete(planes.reshape(len(planes), -1), valid.reshape(len(valid), -1))
            np.clip(planes, -CLIP, CLIP, out=planes)
            if left.size:
                _bridge(data, chip, valids, left)
    sar_channels = len(data[-1]) if EVIDENCE_MODES[mode].sar and chip.sar is not None else 0
    return Stack(stack, valids, sar_channels)


def _bridge(data: list[np.ndarray], chip: Chip, valids: np.ndarray, places: np.ndarray | None = None) -> None:
    """Where a date is missing, its bands get the mean of the same bands of the dates that are there.

    At some places of the window, given by their numbers in row-major order; None = at all.
    """
    valid = valids[: len(chip.references)].reshape(len(chip.references), -1)
    places = np.arange(valid.shape[1]) if places is None else places
    valid = valid[:, places]
    count = np.maximum(valid.sum(axis=0), 1)
    for band in range(len(chip.references[0].match)):
        planes = [data[i].reshape(len(data[i]), -1)[one.match[band]] for i, one in enumerate(chip.references)]
        mean = sum((plane[places] for plane in planes), np.zeros(places.size, np.float32)) / count
        for plane, there in zip(planes, valid, strict=True):
            plane[places[~there]] = mean[~there]


def base_of(chip: Chip, mode: str, level: np.ndarray, spread: np.ndarray, scaling: Scaling) -> np.ndarray:
    """What the fit is a difference to: (bands, rows, cols) float32 DN.

    The scene's mean level, but in mt-r the mean of the valid references, in ms-r the SAR composite (VV, VH and their
    mean, cycled over the bands) brought to the scene's level and spread.

    Args:
        chip: the chip.
        mode: of the job.
        level, spread: (bands,) mean and standard deviation of the scene's clear ground in DN.
        scaling: of the evidence.
    """
    base = np.broadcast_to(level[:, None, None], chip.scene.shape).astype(np.float32)
    if mode == "mt-r" and chip.references:
        valid = np.stack([valid for _, valid in pieces_of(chip, mode)])
        there = (np.where(v, r.matched, 0) for r, v in zip(chip.references, valid, strict=True))
        total = sum(there, np.zeros_like(base))
        base = np.where(valid.any(axis=0), total / np.maximum(valid.sum(axis=0), 1), base)
    elif mode == "ms-r" and chip.sar is not None:
        vv, vh = stack_of(chip, mode, scaling).data[:2]
        cycle = (vv, vh, (vv + vh) / 2)
        base = base + spread[:, None, None] * np.stack([cycle[i % 3] for i in range(len(base))])
    return base.astype(np.float32)
