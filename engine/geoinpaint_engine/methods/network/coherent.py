"""A fill along the lines of the image, on the device: fields, roads and shores go on into the hole.

Anisotropic diffusion steered by the structure tensor of the known ground (Weickert 1998, coherence-enhancing
diffusion), whose directions are themselves carried on into the hole by a smooth fill. Chosen on pictures for training:
among linear fills the harmonic one was the best that a stationary spectrum gives (theirs falls with frequency to the
power of -2, for which it is optimal), so what is left to win lies in each picture's own directions.
"""

from __future__ import annotations

import torch
import torch.nn.functional as nnf

from geoinpaint_engine.methods.network.smooth import gaussian_means, halved, smooth_fill

NOISE_SIGMA = 1.0  # px: finer than this is no direction
TENSOR_SIGMA = 4.0  # px: directions are averaged over this
STRENGTH = 2.5  # how much more flows along a line than across: exp(2 * 2.5) where all is one direction
SWEEPS = 24  # relaxations per level
# Under this share of weight within reach the tensor is carried on instead of averaged.
LEAST_WEIGHT = 0.02
NEIGHBOURS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))


def coherent_fill(image: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The image with the hole filled by diffusion along its lines, coarse levels first.

    Args:
        image: (n, bands, rows, cols); values in the hole do not matter but must be finite.
        mask: (n, 1, rows, cols), 1 in the hole. Where all is hole the fill is 0.

    Returns:
        (n, bands, rows, cols), equal to the image outside the hole.
    """
    known = 1 - mask
    return _filled(image * known, known, structure_tensor(image, mask))


def structure_tensor(image: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Averaged products of gradients (xx, xy, yy; x to the right), summed over the bands: (n, 3, rows, cols).

    From known pixels only; beyond their reach they go on as a smooth fill.
    """
    known = 1 - mask
    calm = _blurred(image * known, NOISE_SIGMA) / _blurred(known, NOISE_SIGMA).clamp(min=1e-6)
    calm = nnf.pad(calm, (1, 1, 1, 1), mode="replicate")
    across, down = calm[..., 1:-1, 2:] - calm[..., 1:-1, :-2], calm[..., 2:, 1:-1] - calm[..., :-2, 1:-1]
    pairs = ((across, across), (across, down), (down, down))
    products = torch.cat([(one * other).sum(1, keepdim=True) for one, other in pairs], dim=1)
    # a gradient needs all its neighbours
    sure = 1 - nnf.max_pool2d(mask, 3, 1, 1)
    weight = _blurred(sure, TENSOR_SIGMA)
    near = (weight > LEAST_WEIGHT).to(weight.dtype)
    return smooth_fill(_blurred(products * sure, TENSOR_SIGMA) / weight.clamp(min=1e-6) * near, 1 - near)


def flow_weights(tensor: torch.Tensor) -> torch.Tensor:
    """What each of the 8 neighbours adds to a pixel: (n, 8, rows, cols), positive, sum 1, more along the line."""
    twice_cos, twice_sin = tensor[:, 2:] - tensor[:, :1], -2 * tensor[:, 1:2]
    # their length over the sum of the eigenvalues is the coherence: 1 where all is one direction, 0 where none is
    total = (tensor[:, :1] + tensor[:, 2:]).clamp(min=1e-9)
    weights = []
    for row, col in NEIGHBOURS:
        length = row * row + col * col
        along = (twice_cos * (col * col - row * row) + twice_sin * 2 * row * col) / (length * total)
        weights.append(torch.exp(STRENGTH * along) / length**2)
    stacked = torch.cat(weights, dim=1)
    return stacked / stacked.sum(dim=1, keepdim=True)


def _filled(weighted: torch.Tensor, known: torch.Tensor, tensor: torch.Tensor) -> torch.Tensor:
    """Fill of values already multiplied by `known`, which is 0 or 1."""
    rows, cols = weighted.shape[-2:]
    if max(rows, cols) <= 4:
        return smooth_fill(weighted, 1 - known)
    share = halved(known)
    above_known = (share > 0).to(known.dtype)
    above = _filled(halved(weighted) / share.clamp(min=1e-6) * above_known, above_known, halved(tensor))
    fill = nnf.interpolate(above, size=(rows, cols), mode="bilinear", align_corners=False)
    hole, weights = 1 - known, flow_weights(tensor)
    for _ in range(SWEEPS):
        fill = weighted + hole * _flowed(weighted + hole * fill, weights)
    return fill


def _flowed(x: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Weighted mean of the 8 neighbours, edges repeated."""
    rows, cols = x.shape[-2:]
    wide = nnf.pad(x, (1, 1, 1, 1), mode="replicate")
    result = torch.zeros_like(x)
    for i, (row, col) in enumerate(NEIGHBOURS):
        result = result + weights[:, i : i + 1] * wide[..., 1 + row : 1 + row + rows, 1 + col : 1 + col + cols]
    return result


def _blurred(x: torch.Tensor, sigma: float) -> torch.Tensor:
    return gaussian_means(x, sigma, round(3 * sigma))
