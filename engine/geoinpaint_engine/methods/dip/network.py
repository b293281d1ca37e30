"""The hourglass network of the deep image prior, and its step made cheap without changing its result."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

from geoinpaint_engine.methods.dip.enlarged import convolve_phases, convolve_points, output_map, phase_map, point_map

CHANNELS = (16, 32, 64, 128, 128, 128)
SLOPE = 0.2
MULTIPLE = 64  # six halvings
# At the lowest level a channel of a 64 x 64 image has one value, of which no variance can be taken.
SMALLEST = 128
# On a GPU smaller images are faster with their channels apart, larger ones with them together (measured).
LEAST_FOR_CHANNELS_LAST = 512
# Sides of the small image from which summed kernels, and from which Winograd's products, are faster (measured).
LEAST_FOR_PHASES = 8
LEAST_FOR_POINTS = 16


class _Conv(nn.Conv2d):
    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1) -> None:
        super().__init__(inputs, outputs, kernel, stride, kernel // 2)

    def reset_parameters(self) -> None:
        """Leaves the weights to `_initialise`, which draws them from the network's own generator."""


def _norm(channels: int) -> nn.BatchNorm2d:
    # statistics of the batch in training and in the output alike: none are kept
    return nn.BatchNorm2d(channels, track_running_stats=False)


def _activated(norm: nn.BatchNorm2d, x: Tensor) -> Tensor:
    return nnf.leaky_relu_(norm(x), SLOPE)


def layout_of(device: torch.device, rows: int, cols: int) -> torch.memory_format:
    """The memory layout in which the network is fastest for an image of that size."""
    if device.type == "cuda" and min(rows, cols) < LEAST_FOR_CHANNELS_LAST:
        return torch.contiguous_format
    return torch.channels_last


def _pointwise(conv: nn.Conv2d, x: Tensor, *, bias: bool, layout: torch.memory_format) -> Tensor:
    """A 1x1 convolution, as the matrix product that it is where the channels are to lie together."""
    offset = conv.bias if bias else None
    if layout is torch.contiguous_format:
        return nnf.conv2d(x, conv.weight, offset)
    return nnf.linear(x.permute(0, 2, 3, 1), conv.weight.flatten(1), offset).permute(0, 3, 1, 2)


class Down(nn.Module):
    """Halves the image: conv 3x3 stride 2, BN, LeakyReLU, conv 3x3, BN, LeakyReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv1 = _Conv(inputs, outputs, 3, 2)
        self.norm1 = _norm(outputs)
        self.conv2 = _Conv(outputs, outputs, 3)
        self.norm2 = _norm(outputs)

    def forward(self, x: Tensor) -> Tensor:
        """(n, inputs, h, w) to (n, outputs, h/2, w/2). BN takes off the convolutions' biases: they are left out."""
        x = _activated(self.norm1, nnf.conv2d(x, self.conv1.weight, stride=2, padding=1))
        return _activated(self.norm2, nnf.conv2d(x, self.conv2.weight, padding=1))

    def plain(self, x: Tensor) -> Tensor:
        """The same, layer by layer as the network is described."""
        return _activated(self.norm2, self.conv2(_activated(self.norm1, self.conv1(x))))


class Up(nn.Module):
    """Doubles the image: nearest x2, BN, conv 5x5, BN, LeakyReLU, conv 1x1, BN, LeakyReLU.

    The enlarged image is never made (see enlarged.py): it has the statistics of the small one, so BN comes first.
    """

    phases: Tensor
    points: Tensor
    outputs: Tensor

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.norm0 = _norm(inputs)
        self.conv1 = _Conv(inputs, outputs, 5)
        self.norm1 = _norm(outputs)
        self.conv2 = _Conv(outputs, outputs, 1)
        self.norm2 = _norm(outputs)

    def forward(self, x: Tensor, layout: torch.memory_format = torch.channels_last) -> Tensor:
        """(n, inputs, h, w) to (n, outputs, 2 h, 2 w), laid out as told."""
        x = _activated(self.norm1, self._enlarged(self.norm0(x)))
        return _activated(self.norm2, _pointwise(self.conv2, x, bias=False, layout=layout))

    def plain(self, x: Tensor) -> Tensor:
        """The same, layer by layer as the network is described."""
        x = _activated(self.norm1, self.conv1(self.norm0(nnf.interpolate(x, scale_factor=2))))
        return _activated(self.norm2, self.conv2(x))

    def _enlarged(self, x: Tensor) -> Tensor:
        rows, cols = x.shape[-2:]
        weight = self.conv1.weight
        if min(rows, cols) < LEAST_FOR_PHASES:
            return nnf.conv2d(nnf.interpolate(x, scale_factor=2), weight, padding=2)
        by_points = x.device.type == "cpu" and min(rows, cols) >= LEAST_FOR_POINTS and rows % 2 == cols % 2 == 0
        if by_points and not torch.is_autocast_enabled("cpu"):
            return convolve_points(x, weight, self.points, self.outputs)
        return convolve_phases(x, weight, self.phases)


class Hourglass(nn.Module):
    """The network of Czerkawski et al. 2022 as published: six levels down and up, no skip connections.

    2,442,152 parameters for 2 inputs and 8 outputs. Weights are drawn from the generator, uniform within
    1/sqrt(fan in), as torch's layers do by default; BN starts at scale 1 and shift 0.

    Args:
        outputs: channels of the output.
        inputs: channels of the input.
        residual: tanh head for differences in [-1, 1]; else sigmoid for values in [0, 1].
        device: where the weights live.
        generator: source of the weights, on that device (any device for "meta").
        channels: channels of the levels, fine to coarse.
    """

    def __init__(
        self,
        outputs: int,
        *,
        device: torch.device,
        generator: torch.Generator,
        inputs: int = 2,
        residual: bool = False,
        channels: tuple[int, ...] = CHANNELS,
    ) -> None:
        super().__init__()
        self.residual = residual
        back = channels[::-1]
        with device:
            self.down = nn.ModuleList(Down(i, o) for i, o in zip((inputs, *channels[:-1]), channels, strict=True))
            self.up = nn.ModuleList(Up(i, o) for i, o in zip((back[0], *back[:-1]), back, strict=True))
            self.head = _Conv(channels[0], outputs, 1)
        _initialise(self, generator)
        for name, values in (("phases", phase_map()), ("points", point_map()), ("outputs", output_map())):
            shared = values.to(device)
            for level in self.up:
                level.register_buffer(name, shared, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """(n, inputs, h, w), sides multiples of 64, to (n, outputs, h, w) in [0, 1], or [-1, 1] for differences."""
        layout = layout_of(x.device, *x.shape[-2:])
        x = x.contiguous(memory_format=layout)
        for level in self.down:
            x = level(x)
        for level in self.up:
            x = level(x, layout)
        return self._activation(_pointwise(self.head, x, bias=True, layout=layout))

    def plain(self, x: Tensor) -> Tensor:
        """The same as `forward`, layer by layer as the network is described: for tests and for comparing speed."""
        for level in (*self.down, *self.up):
            x = level.plain(x)
        return self._activation(self.head(x))

    def _activation(self, x: Tensor) -> Tensor:
        return torch.tanh(x) if self.residual else torch.sigmoid(x)


@torch.no_grad()
def _initialise(network: nn.Module, generator: torch.Generator) -> None:
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            bound = 1.0 / math.sqrt(module.weight[0].numel())
            for tensor in (module.weight, module.bias):
                if tensor is not None:
                    tensor.uniform_(-bound, bound, generator=generator)
        elif isinstance(module, nn.BatchNorm2d):
            module.weight.fill_(1.0)
            module.bias.fill_(0.0)


def meshgrid(rows: int, cols: int, *, device: torch.device) -> Tensor:
    """The input (1, 2, rows, cols): row / rows and column / cols, exactly one sample a pixel at any size."""
    down = torch.arange(rows, device=device, dtype=torch.float32) / rows
    across = torch.arange(cols, device=device, dtype=torch.float32) / cols
    return torch.stack((down[:, None].expand(rows, cols), across[None, :].expand(rows, cols)))[None]
