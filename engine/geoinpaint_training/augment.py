"""Drawing batches: seeded order, crops and turns. All randomness is a function of seed and step, so runs resume."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as nnf

from geoinpaint_training.data import Sample, Samples


def rng_at(*keys: int) -> np.random.Generator:
    """The generator of a place in a training, such as (seed, step, position in the batch)."""
    return np.random.default_rng(keys)


def batch_indices(count: int, *, seed: int, step: int, batch: int) -> list[int]:
    """Which samples make the batch of a step: every epoch is a permutation of its own, batches run across epochs."""
    places = range(step * batch, (step + 1) * batch)
    orders = {epoch: rng_at(seed, 0, epoch).permutation(count) for epoch in {place // count for place in places}}
    return [int(orders[place // count][place % count]) for place in places]


def turned(array: torch.Tensor, turn: int) -> torch.Tensor:
    """One of the 8 turns and reflections of the last two axes; turn from 0 to 7."""
    flipped = array.flip(-1) if turn >= 4 else array
    return torch.rot90(flipped, turn % 4, (-2, -1))


def augmented(sample: Sample, *, size: int, generator: np.random.Generator, turns: bool) -> Sample:
    """A square crop of at most `size` px at a random place, turned at random; a label map goes along.

    Geolocation samples (with a partner view) are left as they are: panorama and satellite view belong together.
    """
    if sample.partner is not None:
        return sample
    rows, cols = sample.image.shape[-2:]
    height, width = min(size, rows), min(size, cols)
    row, col = int(generator.integers(rows - height + 1)), int(generator.integers(cols - width + 1))
    turn = int(generator.integers(8)) if turns and height == width else 0

    def cut(array: torch.Tensor) -> torch.Tensor:
        return turned(array[..., row : row + height, col : col + width], turn).contiguous()

    target = cut(sample.target) if sample.target.ndim == 2 else sample.target
    return Sample(cut(sample.image), target)


def zoomed(image: torch.Tensor, *, size: int, generator: np.random.Generator, smallest: float = 0.4) -> torch.Tensor:
    """A random part of the image (area from `smallest` to 1) at `size` px, with random brightness and contrast."""
    rows, cols = image.shape[-2:]
    side = float(np.sqrt(generator.uniform(smallest, 1.0)))
    height, width = int(rows * side), int(cols * side)
    row, col = int(generator.integers(rows - height + 1)), int(generator.integers(cols - width + 1))
    part = image[None, :, row : row + height, col : col + width]
    part = nnf.interpolate(part, size=(size, size), mode="bilinear", antialias=True, align_corners=False)[0]
    contrast, brightness = generator.uniform(0.8, 1.2), generator.uniform(-0.1, 0.1)
    mean = part.mean()
    return ((part - mean) * float(contrast) + mean + float(brightness)).clamp(0, 1)


def stacked(samples: list[Sample]) -> Sample:
    """Samples of equal sizes as one batch."""
    partners = [sample.partner for sample in samples if sample.partner is not None]
    return Sample(
        torch.stack([sample.image for sample in samples]),
        torch.stack([sample.target for sample in samples]),
        torch.stack(partners) if partners else None,
    )


class Cached:
    """A data set whose images are kept in memory as bytes: decoding costs more than a small network's step.

    Args:
        samples: the data set.
        half: keep images in half precision instead, for those that are more than 8 bit or leave [0, 1].
    """

    def __init__(self, samples: Samples, *, half: bool = False) -> None:
        self.classes = samples.classes
        self._samples = samples
        self._pack, self._unpack = (_halved, _single) if half else (_bytes, _floats)
        self._kept: dict[int, tuple[torch.Tensor, torch.Tensor, torch.Tensor | None]] = {}

    def __len__(self) -> int:
        return len(self._samples)

    def __getitem__(self, index: int) -> Sample:
        if index not in self._kept:
            sample = self._samples[index]
            partner = None if sample.partner is None else self._pack(sample.partner)
            self._kept[index] = self._pack(sample.image), sample.target, partner
        image, target, other = self._kept[index]
        return Sample(self._unpack(image), target, None if other is None else self._unpack(other))


def _bytes(image: torch.Tensor) -> torch.Tensor:
    return (image * 255).round().to(torch.uint8)


def _floats(kept: torch.Tensor) -> torch.Tensor:
    return kept.float() / 255


def _halved(image: torch.Tensor) -> torch.Tensor:
    return image.half()


def _single(kept: torch.Tensor) -> torch.Tensor:
    return kept.float()
