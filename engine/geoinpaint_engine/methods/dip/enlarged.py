"""5x5 convolution of an image after 2x nearest-neighbour upsampling, computed without making the upsampled image.

The 25 taps of the kernel read only 3 x 3 different source pixels; which taps share one depends on the parity ("phase")
of the output row and column. Summing those taps turns the convolution into four 3x3 convolutions of the source, one per
phase: 9 products per output pixel instead of 25. Zero padding carries over, because padding lies beyond the source as
well. Winograd's minimal filtering F(2x2, 3x3) reduces this to 4 products. Both are exact up to rounding, and
differentiable in image and kernel.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable
from torch.nn import functional as nnf


def _phase_line() -> Tensor:
    """(2 phases, 3 taps, 5 taps): the sum of the taps that read the same source pixel.

    Tap k of a kernel centred at output pixel 2 i + p reads output pixel 2 i + p + k - 2, that is source pixel
    i + floor((p + k - 2) / 2).
    """
    line = torch.zeros(2, 3, 5)
    for phase in range(2):
        for tap in range(5):
            line[phase, (phase + tap - 2) // 2 + 1, tap] = 1.0
    return line


# Winograd F(2, 3): kernel transform (evaluation at 0, 1, -1 and infinity) and output transform
_POINTS = torch.tensor([[1.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0.0, 0.0, 1.0]])
_OUTPUTS = torch.tensor([[1.0, 1.0, 1.0, 0.0], [0.0, 1.0, -1.0, -1.0]])


def phase_map() -> Tensor:
    """(36, 25): maps the 5x5 taps to (phase row, phase col, tap row, tap col) of the four 3x3 kernels."""
    line = _phase_line()
    return torch.einsum("pak,qbl->pqabkl", line, line).reshape(36, 25)


def point_map() -> Tensor:
    """(64, 25): maps the 5x5 taps to (point row, point col, phase row, phase col) in Winograd's domain."""
    line = torch.einsum("ia,pak->ipk", _POINTS, _phase_line())
    return torch.einsum("ipk,jql->ijpqkl", line, line).reshape(64, 25)


def output_map() -> Tensor:
    """(4, 16): maps Winograd's 4 x 4 products to 2 x 2 outputs."""
    return torch.kron(_OUTPUTS, _OUTPUTS)


def convolve_phases(x: Tensor, weight: Tensor, maps: Tensor) -> Tensor:
    """The convolution as four 3x3 kernels: (n, i, h, w) and (o, i, 5, 5) to (n, o, 2 h, 2 w).

    Args:
        x: the image before upsampling.
        weight: kernel of the convolution after upsampling.
        maps: `phase_map()`, on the same device and of the same dtype.
    """
    outputs, inputs = weight.shape[:2]
    kernels = (weight.reshape(outputs * inputs, 25) @ maps.t()).view(outputs, inputs, 4, 9)
    kernels = kernels.permute(0, 2, 1, 3).reshape(4 * outputs, inputs, 3, 3)
    return nnf.pixel_shuffle(nnf.conv2d(x, kernels, padding=1), 2)


def convolve_points(x: Tensor, weight: Tensor, points: Tensor, outputs: Tensor) -> Tensor:
    """The convolution by Winograd's method: (n, i, h, w) and (o, i, 5, 5) to (n, o, 2 h, 2 w).

    Args:
        x: the image before upsampling; height and width even, memory format channels last.
        weight: kernel of the convolution after upsampling.
        points: `point_map()`, on the same device and of the same dtype.
        outputs: `output_map()`, likewise.
    """
    count_out, count_in = weight.shape[:2]
    kernels = weight.permute(1, 0, 2, 3).reshape(count_in * count_out, 25) @ points.t()
    kernels = kernels.view(count_in, count_out, 16, 4).permute(2, 0, 3, 1).reshape(16, count_in, 4 * count_out)
    return _Winograd.apply(x, kernels, outputs)


class _Winograd(torch.autograd.Function):
    """Products of tiles and kernels in Winograd's domain, with an explicit backward pass."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, kernels: Tensor, outputs: Tensor) -> Tensor:
        n, _, rows, cols = x.shape
        tiles = _tiles(x.permute(0, 2, 3, 1))
        ctx.save_for_backward(tiles, kernels, outputs)
        ctx.size = n, rows, cols
        count_out = kernels.shape[2] // 4
        products = torch.bmm(tiles, kernels).view(16, -1)
        summed = outputs @ products
        # (row in tile, col in tile, n, tile row, tile col, phase row, phase col, channel) to the output image
        image = summed.view(2, 2, n, rows // 2, cols // 2, 2, 2 * count_out).permute(2, 3, 0, 5, 4, 1, 6)
        return image.reshape(n, 2 * rows, 2 * cols, count_out).permute(0, 3, 1, 2)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, Tensor, None]:
        tiles, kernels, outputs = ctx.saved_tensors
        n, rows, cols = ctx.size
        width = kernels.shape[2]
        fine = gradient.permute(0, 2, 3, 1).reshape(n, rows // 2, 2, 2, cols // 2, 2, width // 2)
        summed = fine.permute(2, 5, 0, 1, 4, 3, 6).reshape(4, -1)
        products = (outputs.t() @ summed).view(16, -1, width)
        kernel_gradient = torch.bmm(tiles.transpose(1, 2), products)
        tile_gradient = torch.bmm(products, kernels.transpose(1, 2))
        return _from_tiles(tile_gradient, n, rows, cols).permute(0, 3, 1, 2), kernel_gradient, None


def _tiles(x: Tensor) -> Tensor:
    """Input transform: (n, h, w, c) to (16, n h/2 w/2, c), from the 4x4 neighbourhoods of 2x2 tiles."""
    n, rows, cols, channels = x.shape
    padded = nnf.pad(x, (0, 0, 1, 1, 1, 1))
    down = x.new_empty(4, n, rows // 2, cols + 2, channels)
    even, odd = padded[:, 0::2], padded[:, 1::2]
    _transform_line(even[:, :-1], odd[:, :-1], even[:, 1:], odd[:, 1:], down)
    both = x.new_empty(4, 4, n, rows // 2, cols // 2, channels)
    even, odd = down[:, :, :, 0::2], down[:, :, :, 1::2]
    _transform_line(even[:, :, :, :-1], odd[:, :, :, :-1], even[:, :, :, 1:], odd[:, :, :, 1:], both.transpose(0, 1))
    return both.view(16, -1, channels)


def _transform_line(d0: Tensor, d1: Tensor, d2: Tensor, d3: Tensor, out: Tensor) -> None:
    torch.sub(d0, d2, out=out[0])
    torch.add(d1, d2, out=out[1])
    torch.sub(d2, d1, out=out[2])
    torch.sub(d1, d3, out=out[3])


def _from_tiles(tiles: Tensor, n: int, rows: int, cols: int) -> Tensor:
    """Transpose of `_tiles`: (16, n h/2 w/2, c) to (n, h, w, c)."""
    channels = tiles.shape[-1]
    both = tiles.view(4, 4, n, rows // 2, cols // 2, channels)
    down = tiles.new_empty(4, n, rows // 2, cols, channels)
    _scatter_add(both.transpose(0, 1), down, dim=3)
    out = tiles.new_empty(n, rows, cols, channels)
    _scatter_add(down, out, dim=1)
    return out


def _scatter_add(points: Tensor, out: Tensor, *, dim: int) -> None:
    """Transpose of `_transform_line` over all tiles along a dimension, without the padding.

    Line 2 s (the padded odd line s) receives d1 of tile s and d3 of tile s - 1; line 2 s + 1 (the padded even line s +
    1) receives d2 of tile s and d0 of tile s + 1.
    """
    p0, p1, p2, p3 = points.unbind(0)
    first, second = out.unflatten(dim, (-1, 2)).unbind(dim + 1)
    count = first.shape[dim]
    torch.sub(p1, p2, out=first)
    first += p3
    first.narrow(dim, 1, count - 1).sub_(p3.narrow(dim, 0, count - 1))
    torch.add(p1, p2, out=second)
    second -= p0
    second.narrow(dim, 0, count - 1).add_(p0.narrow(dim, 1, count - 1))
