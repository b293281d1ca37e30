"""Augmentation: crops, rotations, reflections and zooms from explicit generators, and stacking of samples."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as nnf

from geoinpaint_training.data import Sample


def rng_at(*keys: int) -> np.random.Generator:
    """The random generator of a position in a training, such as (seed, step, index in the batch)."""
    return np.random.default_rng(keys)


def turned(array: torch.Tensor, turn: int) -> torch.Tensor:
    """One of the 8 rotations and reflections of the last two axes, by number (0 to 7)."""
    flipped = array.flip(-1) if turn >= 4 else array
    return torch.rot90(flipped, turn % 4, (-2, -1))


def augmented(
    sample: Sample, *, size: int, generator: np.random.Generator, turns: bool, zoom: float = 1.0
) -> Sample:
    """A randomly placed and turned square crop of at most `size` px; label maps are transformed likewise.

    With `zoom` above 1, half of the crops of images without a label map are taken smaller by up to that factor, and
    resized.

    Geolocation samples (with a partner view) are not changed, because panorama and satellite view belong together.
    """
    if sample.partner is not None:
        return sample
    rows, cols = sample.image.shape[-2:]
    height, width = min(size, rows), min(size, cols)
    zooms = zoom > 1 and sample.target.ndim == 0 and height == width and generator.random() < 0.5
    if zooms:
        height = width = round(height / generator.uniform(1, zoom))
    row, col = int(generator.integers(rows - height + 1)), int(generator.integers(cols - width + 1))
    turn = int(generator.integers(8)) if turns and height == width else 0

    def cut(array: torch.Tensor) -> torch.Tensor:
        return turned(array[..., row : row + height, col : col + width], turn).contiguous()

    target = cut(sample.target) if sample.target.ndim == 2 else sample.target
    image = cut(sample.image)
    if zooms:
        side = min(size, rows)
        image = nnf.interpolate(image[None], size=(side, side), mode="bilinear", align_corners=False)[0]
    return Sample(image, target)


def zoomed(image: torch.Tensor, *, size: int, generator: np.random.Generator, smallest: float = 0.4) -> torch.Tensor:
    """A random part of the image (`smallest` to 1 of its area), resized to `size` px, of random brightness."""
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
    """Stacks samples of equal size to a batch."""
    partners = [sample.partner for sample in samples if sample.partner is not None]
    return Sample(
        torch.stack([sample.image for sample in samples]),
        torch.stack([sample.target for sample in samples]),
        torch.stack(partners) if partners else None,
    )
