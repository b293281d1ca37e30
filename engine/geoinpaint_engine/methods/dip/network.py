"""The hourglass network of the deep image prior, with cheaper but equivalent forward steps."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

from geoinpaint_engine.methods.dip.enlarged import convolve_phases, convolve_points, output_map, phase_map, point_map

CHANNELS = (16, 32, 64, 128, 128, 128)
SLOPE = 0.2
MULTIPLE = 64  # sides must be multiples of this, for six halvings
# at the lowest level of a 64 x 64 image, batch norm would have a single value per channel
SMALLEST = 128
# measured on a GPU: the image side from which the memory format channels last is faster
LEAST_FOR_CHANNELS_LAST = 512
# measured: sides of the image before upsampling from which summed kernels, and Winograd's method, are faster
LEAST_FOR_PHASES = 8
LEAST_FOR_POINTS = 16


class _Conv(nn.Conv2d):
    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1) -> None:
        super().__init__(inputs, outputs, kernel, stride, kernel // 2)

    def reset_parameters(self) -> None:
        """Does nothing: `_initialise` draws the weights from the network's own generator."""


def _norm(channels: int) -> nn.BatchNorm2d:
    # batch statistics in training and evaluation alike
    return nn.BatchNorm2d(channels, track_running_stats=False)


def _activated(norm: nn.BatchNorm2d, x: Tensor) -> Tensor:
    return nnf.leaky_relu_(norm(x), SLOPE)


def layout_of(device: torch.device, rows: int, cols: int) -> torch.memory_format:
    """The memory format in which the network is fastest for an image of this size."""
    if device.type == "cuda" and min(rows, cols) < LEAST_FOR_CHANNELS_LAST:
        return torch.contiguous_format
    return torch.channels_last


def _pointwise(conv: nn.Conv2d, x: Tensor, *, bias: bool, layout: torch.memory_format) -> Tensor:
    """A 1x1 convolution; as a matrix product if the memory format is channels last."""
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
        """(n, inputs, h, w) to (n, outputs, h/2, w/2). Biases are skipped, because batch norm would remove them."""
        x = _activated(self.norm1, nnf.conv2d(x, self.conv1.weight, stride=2, padding=1))
        return _activated(self.norm2, nnf.conv2d(x, self.conv2.weight, padding=1))

    def plain(self, x: Tensor) -> Tensor:
        """Reference implementation, layer by layer."""
        return _activated(self.norm2, self.conv2(_activated(self.norm1, self.conv1(x))))


class Up(nn.Module):
    """Doubles the image: nearest x2, BN, conv 5x5, BN, LeakyReLU, conv 1x1, BN, LeakyReLU.

    The upsampled image is never made (see enlarged.py). It has the statistics of the image before, so BN can come
    first.
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
        """(n, inputs, h, w) to (n, outputs, 2 h, 2 w), in the given memory format."""
        x = _activated(self.norm1, self._enlarged(self.norm0(x)))
        return _activated(self.norm2, _pointwise(self.conv2, x, bias=False, layout=layout))

    def plain(self, x: Tensor) -> Tensor:
        """Reference implementation, layer by layer."""
        x = _activated(self.norm1, self.conv1(self.norm0(nnf.interpolate(x, scale_factor=2))))
        return _activated(self.norm2, self.conv2(x))

    def _enlarged(self, x: Tensor) -> Tensor:
        rows, cols = x.shape[-2:]
        weight = self.conv1.weight
        if min(rows, cols) < LEAST_FOR_PHASES:
            return nnf.conv2d(nnf.interpolate(x, scale_factor=2), weight, padding=2)
        use_winograd = x.device.type == "cpu" and min(rows, cols) >= LEAST_FOR_POINTS and rows % 2 == cols % 2 == 0
        if use_winograd and not torch.is_autocast_enabled("cpu"):
            return convolve_points(x, weight, self.points, self.outputs)
        return convolve_phases(x, weight, self.phases)


class Hourglass(nn.Module):
    """The network of Czerkawski et al. 2022 as published: six levels down, six up, without skip connections.

    It has 2,442,152 parameters for 2 inputs and 8 outputs. Weights are drawn uniformly within 1/sqrt(fan in), PyTorch's
    default, but from the given generator; batch norm starts with scale 1 and shift 0.

    Args:
        outputs: number of output channels.
        inputs: number of input channels.
        residual: tanh head for differences in [-1, 1]; else sigmoid for values in [0, 1].
        device: device of the weights.
        generator: source of the weights, on that device (any device for "meta").
        channels: channels of the levels, from fine to coarse.
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
        upwards = channels[::-1]
        with device:
            self.down = nn.ModuleList(Down(i, o) for i, o in zip((inputs, *channels[:-1]), channels, strict=True))
            self.up = nn.ModuleList(Up(i, o) for i, o in zip((upwards[0], *upwards[:-1]), upwards, strict=True))
            self.head = _Conv(channels[0], outputs, 1)
        _initialise(self, generator)
        for name, values in (("phases", phase_map()), ("points", point_map()), ("outputs", output_map())):
            buffer = values.to(device)
            for level in self.up:
                level.register_buffer(name, buffer, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """(n, inputs, h, w), sides multiples of 64, to (n, outputs, h, w) in [0, 1], or [-1, 1] if residual."""
        layout = layout_of(x.device, *x.shape[-2:])
        x = x.contiguous(memory_format=layout)
        for level in self.down:
            x = level(x)
        for level in self.up:
            x = level(x, layout)
        return self._activation(_pointwise(self.head, x, bias=True, layout=layout))

    def plain(self, x: Tensor) -> Tensor:
        """Reference implementation of `forward`, layer by layer, for tests and benchmarks."""
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
    """The network's input (1, 2, rows, cols): row / rows and column / cols of each pixel."""
    down = torch.arange(rows, device=device, dtype=torch.float32) / rows
    across = torch.arange(cols, device=device, dtype=torch.float32) / cols
    return torch.stack((down[:, None].expand(rows, cols), across[None, :].expand(rows, cols)))[None]
