"""The hourglass network of the deep image prior, and its step made cheap without changing its result."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

CHANNELS = (16, 32, 64, 128, 128, 128)
SLOPE = 0.2
MULTIPLE = 64  # six halvings
# At the lowest level a channel of a 64 x 64 image has one value, of which no variance can be taken.
SMALLEST = 128
# Below this low-resolution side the fixed cost of summing weights exceeds what the smaller kernel saves.
LEAST_SIDE = 8


def _phase_map() -> Tensor:
    """(36, 25): sums the 5 x 5 taps that meet the same low-resolution pixel; rows are (phase row, col, tap row, col).

    On an image enlarged twofold by nearest neighbour, tap k of 0..4 of a kernel centred on fine pixel 2 i + p reads
    fine pixel 2 i + p + k - 2, which is coarse pixel i + floor((p + k - 2) / 2).
    """
    line = torch.zeros(2, 3, 5)
    for phase in range(2):
        for tap in range(5):
            line[phase, (phase + tap - 2) // 2 + 1, tap] = 1.0
    return torch.einsum("pak,qbl->pqabkl", line, line).reshape(36, 25)


def phase_weights(weight: Tensor, phase_map: Tensor) -> Tensor:
    """The (4 o, i, 3, 3) kernels, phase by phase, that act on the coarse image as (o, i, 5, 5) acts on the enlarged."""
    outputs, inputs = weight.shape[:2]
    summed = weight.reshape(outputs * inputs, 25) @ phase_map.t()
    return summed.view(outputs, inputs, 4, 9).permute(2, 0, 1, 3).reshape(4 * outputs, inputs, 3, 3)


def to_phases(image: Tensor) -> Tensor:
    """(n, c, 2 h, 2 w) to (4 n, c, h, w): the pixels of even and odd rows and columns as images of their own."""
    n, channels, rows, cols = image.shape
    split = image.view(n, channels, rows // 2, 2, cols // 2, 2)
    return split.permute(0, 3, 5, 1, 2, 4).reshape(4 * n, channels, rows // 2, cols // 2)


def from_phases(phases: Tensor) -> Tensor:
    """(4 n, c, h, w) back to (n, c, 2 h, 2 w)."""
    n4, channels, rows, cols = phases.shape
    split = phases.view(n4 // 4, 2, 2, channels, rows, cols)
    return split.permute(0, 3, 4, 1, 5, 2).reshape(n4 // 4, channels, 2 * rows, 2 * cols)


def _conv(inputs: int, outputs: int, kernel: int, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, device="meta")


def _norm(channels: int) -> nn.BatchNorm2d:
    # statistics of the batch in training and in the output alike: none are kept
    return nn.BatchNorm2d(channels, track_running_stats=False, device="meta")


class Down(nn.Module):
    """Halves the image: conv 3x3 stride 2, BN, LeakyReLU, conv 3x3, BN, LeakyReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv1 = _conv(inputs, outputs, 3, 2)
        self.norm1 = _norm(outputs)
        self.conv2 = _conv(outputs, outputs, 3)
        self.norm2 = _norm(outputs)

    def forward(self, x: Tensor) -> Tensor:
        """(n, inputs, h, w) to (n, outputs, h/2, w/2)."""
        x = nnf.leaky_relu_(self.norm1(self.conv1(x)), SLOPE)
        return nnf.leaky_relu_(self.norm2(self.conv2(x)), SLOPE)


class Up(nn.Module):
    """Doubles the image: nearest x2, BN, conv 5x5, BN, LeakyReLU, conv 1x1, BN, LeakyReLU.

    Computed without the enlarged image. Its statistics are those of the coarse one, so BN comes before enlarging; and
    each quarter of the fine pixels (phase) sees the coarse image through a 3x3 kernel of summed weights: 9 products
    a fine pixel and channel pair where the 5x5 kernel takes 25. What follows acts pixel by pixel, so the phases stay
    apart, as a batch of four, until the next level needs neighbours.
    """

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.norm0 = _norm(inputs)
        self.conv1 = _conv(inputs, outputs, 5)
        self.norm1 = _norm(outputs)
        self.conv2 = _conv(outputs, outputs, 1)
        self.norm2 = _norm(outputs)

    def _tail(self, x: Tensor) -> Tensor:
        x = nnf.leaky_relu_(self.norm1(x), SLOPE)
        return nnf.leaky_relu_(self.norm2(self.conv2(x)), SLOPE)

    def forward(self, x: Tensor, phase_map: Tensor) -> Tensor:
        """(n, inputs, h, w) to the phases (4 n, outputs, h, w) of the doubled image."""
        n, _, rows, cols = x.shape
        x = self.norm0(x)
        if min(rows, cols) < LEAST_SIDE:
            return self._tail(to_phases(self.conv1(nnf.interpolate(x, scale_factor=2))))
        kernels = phase_weights(self.conv1.weight, phase_map)
        bias = self.conv1.bias
        fine = nnf.conv2d(x, kernels, None if bias is None else bias.repeat(4), padding=1)
        return self._tail(fine.view(4 * n, self.conv1.out_channels, rows, cols))

    def plain(self, x: Tensor) -> Tensor:
        """(n, inputs, h, w) to (n, outputs, 2 h, 2 w), layer by layer as the network is described."""
        return self._tail(self.conv1(self.norm0(nnf.interpolate(x, scale_factor=2))))


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

    phase_map: Tensor

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
        self.down = nn.ModuleList(Down(i, o) for i, o in zip((inputs, *channels[:-1]), channels, strict=True))
        back = channels[::-1]
        self.up = nn.ModuleList(Up(i, o) for i, o in zip((back[0], *back[:-1]), back, strict=True))
        self.head = _conv(channels[0], outputs, 1)
        self.to_empty(device=device)
        self.register_buffer("phase_map", _phase_map().to(device), persistent=False)
        _initialise(self, generator)

    def phases(self, x: Tensor) -> Tensor:
        """The output for (n, inputs, h, w), h and w multiples of 64, as its four phases (4 n, outputs, h/2, w/2)."""
        for level in self.down:
            x = level(x)
        last = len(self.up) - 1
        for k, level in enumerate(self.up):
            x = level(x, self.phase_map)
            x = x if k == last else from_phases(x)
        return self._activation(self.head(x))

    def forward(self, x: Tensor) -> Tensor:
        """(n, inputs, h, w) to (n, outputs, h, w) in [0, 1], or [-1, 1] for differences."""
        return from_phases(self.phases(x))

    def plain(self, x: Tensor) -> Tensor:
        """The same as `forward`, layer by layer as the network is described: for tests and for comparing speed."""
        for level in self.down:
            x = level(x)
        for level in self.up:
            x = level.plain(x)  # type: ignore[operator]
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
