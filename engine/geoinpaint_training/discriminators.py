"""The 70x70 PatchGAN discriminator of pix2pix (Isola et al. 2017), one for each of the two maps."""

from __future__ import annotations

import torch
from torch import nn


class PatchDiscriminator(nn.Module):
    """Scores overlapping patches of 70 x 70 px: kernels of 4, strides 2, 2, 2, 1, 1, LeakyReLU 0.2.

    Args:
        bands: total bands of the occluded image and the composite (6 for RGB).
        width: channels of the first layer (64); further layers have 2, 4 and 8 times as many, the last one 1.
    """

    def __init__(self, bands: int = 6, width: int = 64) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(bands, width, 4, 2, 1), nn.LeakyReLU(0.2)]
        for i, stride in ((1, 2), (2, 2), (3, 1)):
            inputs, outputs = width * 2 ** (i - 1), width * 2**i
            layers += [nn.Conv2d(inputs, outputs, 4, stride, 1), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)]
        layers.append(nn.Conv2d(8 * width, 1, 4, 1, 1))
        self.layers = nn.Sequential(*layers)

    def forward(self, occluded: torch.Tensor, composite: torch.Tensor) -> torch.Tensor:
        """(n, 1, patches, patches) logits of how real `composite` looks, given the image it was made from."""
        return self.layers(torch.cat([occluded, composite], dim=1))
