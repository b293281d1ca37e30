"""Validation: PSNR and pictures of fills of held-out images under fixed masks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import nn

from geoinpaint_engine.methods.network.networks import composite, occlude
from geoinpaint_training.data import Sample, Samples
from geoinpaint_training.maskmix import fixed_mask
from geoinpaint_training.rasters import RasterTiles

VALIDATION_SEED = 20_000
SHOWN = 4


class Subset:
    """A subset of a dataset."""

    def __init__(self, samples: Samples, indices: Sequence[int]) -> None:
        self.classes = samples.classes
        self._samples, self._indices = samples, list(indices)

    def __len__(self) -> int:
        return len(self._indices)

    def __getitem__(self, index: int) -> Sample:
        return self._samples[self._indices[index]]


def split_samples(samples: Samples, *, hold_out: int, seed: int) -> tuple[Subset, Subset]:
    """Splits samples into (training, held-out) subsets by the seed; at most a tenth is held out.

    Of own scenes whole places are held out, in random order until there are enough tiles, because other dates of a
    place and neighbouring tiles are correlated.
    """
    generator = np.random.default_rng((seed, 7))
    if isinstance(samples, RasterTiles):
        return _split_places(samples, hold_out, generator)
    order = generator.permutation(len(samples))
    count = min(hold_out, len(samples) // 10)
    return Subset(samples, sorted(order[count:].tolist())), Subset(samples, sorted(order[:count].tolist()))


def _split_places(samples: RasterTiles, hold_out: int, generator: np.random.Generator) -> tuple[Subset, Subset]:
    """As `split_samples`; at least one place remains for training."""
    places = np.array(samples.places)
    held_out = np.zeros(len(places), dtype=bool)
    for place in generator.permutation(np.unique(places))[:-1]:
        if held_out.sum() >= min(hold_out, len(places) / 10):
            break
        held_out |= places == place
    return Subset(samples, np.flatnonzero(~held_out).tolist()), Subset(samples, np.flatnonzero(held_out).tolist())


def evenly(count: int, wanted: int) -> list[int]:
    """`wanted` of `count` indices, evenly spaced (all of them if there are not more)."""
    wanted = min(wanted, count)
    return [count * (2 * i + 1) // (2 * wanted) for i in range(wanted)]


def decibel(result: torch.Tensor, truth: torch.Tensor) -> float:
    """Peak signal-to-noise ratio in dB of images in [0, 1]."""
    return float(-10 * torch.log10((result - truth).square().mean().clamp(min=1e-12)))


@torch.inference_mode()
def validate(
    generator: nn.Module, held_out: Samples, seeds: Sequence[np.ndarray], *, area: tuple[float, float], device: str
) -> tuple[dict[str, float], list[list[torch.Tensor]]]:
    """Mean PSNR of both maps' composites over the held-out images, and pictures of the first few.

    Returns:
        {"psnr_coarse", "psnr_refined"}, and rows of occluded image, coarse map, refined composite, truth.
    """
    generator.eval()
    figures: dict[str, list[float]] = {"psnr_coarse": [], "psnr_refined": []}
    rows = []
    for i in range(len(held_out)):
        truth = held_out[i].image[None].to(device)
        mask = held_out_mask(seeds, i, truth.shape[-1], area).to(device)[:, :, : truth.shape[-2]]
        occluded = occlude(truth, mask)
        coarse, refined = generator(occluded, mask)
        shown = [composite(part.float().clamp(0, 1), occluded, mask) for part in (coarse, refined)]
        for name, image in zip(figures, shown, strict=True):
            figures[name].append(decibel(image, truth))
        if i < SHOWN:
            rows.append([occluded[0], coarse[0], shown[1][0], truth[0]])
    generator.train()
    return {name: float(np.mean(values)) for name, values in figures.items() if values}, rows


def held_out_mask(seeds: Sequence[np.ndarray], index: int, size: int, area: tuple[float, float]) -> torch.Tensor:
    """The fixed mask of a held-out image: (1, 1, size, size) float32."""
    mask = fixed_mask(seeds, seed=VALIDATION_SEED, image=index, draw=0, size=size, area=area)
    return torch.from_numpy(mask.astype(np.float32))[None, None]
