"""Batches that are determined by seed and step, so that runs can resume; worker processes draw them in advance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import cv2
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from geoinpaint_training.augment import augmented, rng_at, stacked
from geoinpaint_training.data import IGNORED, Sample, Samples
from geoinpaint_training.inpaint_config import InpaintConfig
from geoinpaint_training.maskmix import training_mask

# steps that each worker draws in advance
AHEAD = 4


def batch_indices(count: int, *, seed: int, step: int, batch: int) -> list[int]:
    """Indices of the samples in a step's batch; each epoch is a new permutation, and batches may span epochs."""
    places = range(step * batch, (step + 1) * batch)
    orders = {epoch: rng_at(seed, 0, epoch).permutation(count) for epoch in {place // count for place in places}}
    return [int(orders[place // count][place % count]) for place in places]


def draw_batch(
    samples: Samples,
    seeds: Sequence[np.ndarray],
    config: InpaintConfig,
    step: int,
    *,
    more: Samples | None = None,
    rank: int = 0,
    ranks: int = 1,
) -> tuple[Sample, torch.Tensor]:
    """Images and masks of a step, determined by seed and step alone; with several processes, each draws its share.

    Args:
        samples: the training data.
        seeds: seed masks.
        config: the settings.
        step: step number, from 0.
        more: unlabelled images, which make up `config.more_share` of the batch; their classes are ignored.
        rank, ranks: number of this process, and number of processes.

    Returns:
        The samples without their partner views, and (n, 1, rows, cols) float32 masks, 1 in the hole.
    """
    chosen, masks = [], []
    indices = batch_indices(len(samples), seed=config.seed, step=step, batch=config.batch)
    for place in range(rank, config.batch, ranks):
        generator = rng_at(config.seed, 1, step, place)
        sample = samples[indices[place]]
        if more is not None and generator.random() < config.more_share:
            sample = Sample(more[int(generator.integers(len(more)))].image, torch.tensor(IGNORED))
        sample = augmented(sample, size=config.crop, generator=generator, turns=True, zoom=config.zoom)
        size = sample.image.shape[-1]
        mixed = config.maskmix and (config.maskmix_share >= 1 or generator.random() < config.maskmix_share)
        mask = training_mask(seeds, generator, size=size, area=config.area, maskmix=mixed)
        chosen.append(Sample(sample.image, sample.target))
        masks.append(torch.from_numpy(mask[: sample.image.shape[-2]].astype(np.float32))[None])
    return stacked(chosen), torch.stack(masks)


class StepBatches(Dataset[Any]):
    """A dataset whose items are the batches of the steps.

    Args:
        draw: creates the batch of a step, deterministically. It is sent to worker processes, if any.
        steps: number of steps of the whole training.
    """

    def __init__(self, draw: Callable[[int], Any], steps: int) -> None:
        self._draw, self._steps = draw, steps

    def __len__(self) -> int:
        return self._steps

    def __getitem__(self, step: int) -> Any:
        return self._draw(step)


def load_batches(
    draw: Callable[[int], Any], *, first: int, steps: int, workers: int = 0, device: str = "cpu"
) -> DataLoader[Any]:
    """Yields the batches of steps `first` to `steps` - 1, drawn in advance by worker processes.

    Args:
        draw: see `StepBatches`; returns tensors and samples.
        first: the first step.
        steps: number of steps of the whole training.
        workers: number of worker processes; 0 draws each batch in this process on demand.
        device: device of the training; batches for CUDA are put into pinned memory.
    """
    return DataLoader(
        StepBatches(draw, steps), batch_size=None, sampler=range(first, steps), num_workers=workers,
        prefetch_factor=AHEAD if workers else None, worker_init_fn=_single_threaded,
        pin_memory=device.startswith("cuda"), generator=torch.Generator().manual_seed(0),
    )  # fmt: skip


def _single_threaded(_: int) -> None:
    """Disables OpenCV's threads, which do not survive a fork and would block the worker."""
    cv2.setNumThreads(0)
