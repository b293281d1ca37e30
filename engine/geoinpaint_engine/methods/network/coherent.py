"""Fills holes along the edges of the image, so that fields, roads and shores continue into the hole.

Anisotropic diffusion steered by the structure tensor of the known ground (Weickert 1998, coherence-enhancing
diffusion), which is itself extended into the hole by a smooth fill. It was chosen on training images: for their
spectrum (power proportional to frequency^-2) the harmonic fill is the best linear fill that is stationary, so that
further gains require the directions of each image.
"""

from __future__ import annotations

import torch
import torch.nn.functional as nnf

from geoinpaint_engine.methods.network.smooth import gaussian_means, halved, smooth_fill

NOISE_SIGMA = 1.0  # px; smoothing before gradients are computed
TENSOR_SIGMA = 4.0  # px; smoothing of the structure tensor
STRENGTH = 2.5  # anisotropy: weights along and across an edge differ by exp(2 * 2.5) at full coherence
SWEEPS = 24  # relaxations per level
LEAST_WEIGHT = 0.02  # weight of known pixels below which the tensor is extended instead of averaged
NEIGHBOURS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))


def coherent_fill(image: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Fills the hole by coherence-enhancing diffusion, from coarse to fine levels.

    Args:
        image: (n, bands, rows, cols); values in the hole are ignored, but must be finite.
        mask: (n, 1, rows, cols), 1 in the hole. If everything is hole, the fill is 0.

    Returns:
        (n, bands, rows, cols), equal to the image outside the hole.
    """
    known = 1 - mask
    return _filled(image * known, known, structure_tensor(image, mask))


def structure_tensor(image: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The structure tensor: smoothed products of gradients, summed over bands, (n, 3, rows, cols).

    The components are xx, xy, yy, with x to the right. It is computed from known pixels, and extended smoothly
    elsewhere.
    """
    known = 1 - mask
    smoothed = _blurred(image * known, NOISE_SIGMA) / _blurred(known, NOISE_SIGMA).clamp(min=1e-6)
    smoothed = nnf.pad(smoothed, (1, 1, 1, 1), mode="replicate")
    across = smoothed[..., 1:-1, 2:] - smoothed[..., 1:-1, :-2]
    down = smoothed[..., 2:, 1:-1] - smoothed[..., :-2, 1:-1]
    pairs = ((across, across), (across, down), (down, down))
    products = torch.cat([(first * second).sum(1, keepdim=True) for first, second in pairs], dim=1)
    # a gradient needs all its neighbours to be known
    reliable = 1 - nnf.max_pool2d(mask, 3, 1, 1)
    weight = _blurred(reliable, TENSOR_SIGMA)
    near = (weight > LEAST_WEIGHT).to(weight.dtype)
    return smooth_fill(_blurred(products * reliable, TENSOR_SIGMA) / weight.clamp(min=1e-6) * near, 1 - near)


def flow_weights(tensor: torch.Tensor) -> torch.Tensor:
    """Diffusion weights of the 8 neighbours: (n, 8, rows, cols), positive, sum 1, larger along edges."""
    twice_cos, twice_sin = tensor[:, 2:] - tensor[:, :1], -2 * tensor[:, 1:2]
    # the length of (twice_cos, twice_sin) over the trace is the coherence: 1 for a single direction, 0 for none
    total = (tensor[:, :1] + tensor[:, 2:]).clamp(min=1e-9)
    weights = []
    for row, col in NEIGHBOURS:
        length = row * row + col * col
        along = (twice_cos * (col * col - row * row) + twice_sin * 2 * row * col) / (length * total)
        weights.append(torch.exp(STRENGTH * along) / length**2)
    stacked = torch.cat(weights, dim=1)
    return stacked / stacked.sum(dim=1, keepdim=True)


def _filled(weighted: torch.Tensor, known: torch.Tensor, tensor: torch.Tensor) -> torch.Tensor:
    """Fills values that are already multiplied by `known`, which is 0 or 1."""
    rows, cols = weighted.shape[-2:]
    if max(rows, cols) <= 4:
        return smooth_fill(weighted, 1 - known)
    share = halved(known)
    coarser_known = (share > 0).to(known.dtype)
    coarser = _filled(halved(weighted) / share.clamp(min=1e-6) * coarser_known, coarser_known, halved(tensor))
    fill = nnf.interpolate(coarser, size=(rows, cols), mode="bilinear", align_corners=False)
    hole, weights = 1 - known, flow_weights(tensor)
    for _ in range(SWEEPS):
        fill = weighted + hole * _diffused(weighted + hole * fill, weights)
    return fill


def _diffused(x: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Weighted mean of the 8 neighbours; edges are repeated."""
    rows, cols = x.shape[-2:]
    wide = nnf.pad(x, (1, 1, 1, 1), mode="replicate")
    result = torch.zeros_like(x)
    for i, (row, col) in enumerate(NEIGHBOURS):
        result = result + weights[:, i : i + 1] * wide[..., 1 + row : 1 + row + rows, 1 + col : 1 + col + cols]
    return result


def _blurred(x: torch.Tensor, sigma: float) -> torch.Tensor:
    return gaussian_means(x, sigma, round(3 * sigma))
