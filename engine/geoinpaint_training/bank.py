"""A bank of precomputed images, masks and starts, from which training steps draw without delay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import torch

from geoinpaint_engine.methods.network.networks import CoarseToFine, occlude
from geoinpaint_training.augment import rng_at, turned
from geoinpaint_training.batches import batch_indices
from geoinpaint_training.data import Sample

TURNS, FLIPS = tuple(range(8)), (0, 2, 4, 6)


@dataclass(frozen=True)
class Batch:
    """The inputs of a training step, all on the device.

    Args:
        samples: images (n, bands, rows, cols) in [0, 1] and targets.
        mask: (n, 1, rows, cols) float32, 1 in the hole.
        start: the images with the hole filled as the networks' start, (n, bands, rows, cols); None: not computed.
    """

    samples: Sample
    mask: torch.Tensor
    start: torch.Tensor | None = None


class Bank:
    """Entries in half precision on the device, drawn in a new order in each epoch and turned at random.

    A turned start equals the start of the turned image, except for effects of odd sizes on its levels.

    Args:
        batches: samples and masks, all of the same size.
        network: network whose start is computed, or None.
        device: device of the entries.
        seed: seed of order and turns.
    """

    def __init__(
        self, batches: Iterable[tuple[Sample, torch.Tensor]], network: CoarseToFine | None, *, device: str, seed: int
    ) -> None:
        parts = [_entries(samples.to(device), mask.to(device), network) for samples, mask in batches]
        self._images, self._targets, self._masks = (torch.cat([part[i] for part in parts]) for i in range(3))
        self._starts = None if network is None else torch.cat([part[3] for part in parts])
        self._seed = seed
        rows, cols = self._images.shape[-2:]
        self._turns = TURNS if rows == cols else FLIPS

    def __len__(self) -> int:
        return len(self._images)

    def batch(self, step: int, size: int) -> Batch:
        """The `size` entries of a step, determined by seed and step alone."""
        chosen = torch.tensor(batch_indices(len(self), seed=self._seed, step=step, batch=size))
        draws = rng_at(self._seed, 3, step).integers(len(self._turns), size=size)
        groups = [(self._turns[i], chosen[torch.from_numpy(draws == i)]) for i in sorted(set(draws.tolist()))]

        def gathered(bank: torch.Tensor, *, turn: bool = True) -> torch.Tensor:
            picked = [(bank[index.to(bank.device)], number) for number, index in groups]
            return torch.cat([turned(part, number) if turn else part for part, number in picked])

        samples = Sample(gathered(self._images).float(), gathered(self._targets, turn=self._targets.ndim == 3))
        start = None if self._starts is None else gathered(self._starts).float()
        return Batch(samples, gathered(self._masks).float(), start)


@torch.inference_mode()
def _entries(samples: Sample, mask: torch.Tensor, network: CoarseToFine | None) -> tuple[torch.Tensor, ...]:
    """Images, targets, masks and starts of a batch, in the precision in which they are stored."""
    kept = samples.image.half(), samples.target, mask.bool()
    return kept if network is None else (*kept, network.start(occlude(samples.image, mask), mask).half())
