"""Building blocks of the encoder-decoder: normalisation, residual blocks, convolution stacks, padding."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import torch
import torch.nn.functional as nnf
from torch import nn

NORMS = ("batch", "group", "instance")


def make_norm(kind: str, channels: int) -> nn.Module:
    """Batch (as in the paper), group (8 channels each, stable for small batches) or instance normalisation."""
    if kind == "batch":
        return nn.BatchNorm2d(channels)
    if kind == "group":
        return nn.GroupNorm(max(1, channels // 8), channels)
    if kind == "instance":
        return nn.InstanceNorm2d(channels, affine=True)
    raise ValueError(f"normalisation {kind!r} is none of {NORMS}")


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions with a shortcut (He et al. 2016, basic block)."""

    def __init__(self, inputs: int, outputs: int, *, stride: int, norm: str) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm1 = make_norm(norm, outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm2 = make_norm(norm, outputs)
        self.shortcut: nn.Module = nn.Identity()
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), make_norm(norm, outputs))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(n, inputs, rows, cols) to (n, outputs, rows / stride, cols / stride)."""
        y = nnf.relu(self.norm1(self.conv1(x)))
        return nnf.relu(self.norm2(self.conv2(y)) + self.shortcut(x))


def residual_stage(inputs: int, outputs: int, blocks: int, *, stride: int, norm: str) -> nn.Sequential:
    """A stage of `blocks` residual blocks; the first one applies the stride and changes the number of channels."""
    first = ResidualBlock(inputs, outputs, stride=stride, norm=norm)
    return nn.Sequential(first, *(ResidualBlock(outputs, outputs, stride=1, norm=norm) for _ in range(blocks - 1)))


def conv_stack(channels: Sequence[int], *, norm: str, dilation: int = 1) -> nn.Sequential:
    """3x3 convolutions with channels[0], channels[1], ... channels, each followed by normalisation and ReLU."""
    layers: list[nn.Module] = []
    for inputs, outputs in itertools.pairwise(channels):
        conv = nn.Conv2d(inputs, outputs, 3, padding=dilation, dilation=dilation)
        layers += [conv, make_norm(norm, outputs), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers)


def pad_to_multiple(x: torch.Tensor, multiple: int) -> torch.Tensor:
    """Pads (n, bands, rows, cols) at the lower and right edge by reflection, to multiples of `multiple`.

    Images smaller than the padding are extended by repeating their edge instead.
    """
    rows, cols = x.shape[-2:]
    below, right = -rows % multiple, -cols % multiple
    if not below and not right:
        return x
    mode = "reflect" if below < rows and right < cols else "replicate"
    return nnf.pad(x, (0, right, 0, below), mode=mode)
