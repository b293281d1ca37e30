"""A dataset cached in memory."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import torch

from geoinpaint_training.data import Sample, Samples


class Cached:
    """Caches images in memory as bytes, because decoding takes longer than a step of a small network.

    Args:
        samples: the dataset.
        half: store images in half precision instead, for more than 8 bit or values beyond [0, 1].
    """

    def __init__(self, samples: Samples, *, half: bool = False) -> None:
        self.classes = samples.classes
        self._samples = samples
        self._pack, self._unpack = (_halved, _single) if half else (_bytes, _floats)
        self._kept: dict[int, tuple[torch.Tensor, torch.Tensor, torch.Tensor | None]] = {}

    def __len__(self) -> int:
        return len(self._samples)

    def fill(self) -> None:
        """Reads all samples now, so that worker processes forked later share them."""
        with ThreadPoolExecutor() as pool:
            for _ in pool.map(self._keep, range(len(self))):
                pass

    def _keep(self, index: int) -> None:
        if index not in self._kept:
            sample = self._samples[index]
            partner = None if sample.partner is None else self._pack(sample.partner)
            self._kept[index] = self._pack(sample.image), sample.target, partner

    def __getitem__(self, index: int) -> Sample:
        self._keep(index)
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
