"""Fills holes smoothly, on the device: the start of networks that predict a residual."""

from __future__ import annotations

import torch
import torch.nn.functional as nnf

# relaxations per level; enough to be close to the harmonic fill
SWEEPS = 12


def smooth_fill(image: torch.Tensor, mask: torch.Tensor, *, sweeps: int = SWEEPS) -> torch.Tensor:
    """Fills the hole with an approximately harmonic function.

    Known pixels are averaged to coarser and coarser levels until no pixel is unknown. Back up, each level starts from
    the coarser one and is relaxed: each pixel of the hole becomes the mean of its 4 neighbours, with edges repeated.

    Args:
        image: (n, bands, rows, cols); values in the hole are ignored, but must be finite.
        mask: (n, 1, rows, cols), 1 in the hole. If everything is hole, the fill is 0.
        sweeps: relaxations per level.

    Returns:
        (n, bands, rows, cols), equal to the image outside the hole.
    """
    known = 1 - mask
    return _filled(image * known, known, sweeps)


def gaussian_means(x: torch.Tensor, sigma: float, radius: int, *, edges: str = "replicate") -> torch.Tensor:
    """Gaussian-weighted means of (n, channels, rows, cols) in a window of 2 * radius + 1 px; same shape.

    Args:
        x: values.
        sigma: standard deviation of the Gaussian in px.
        radius: radius of the window in px.
        edges: padding mode, as in `torch.nn.functional.pad`.
    """
    offsets = torch.arange(-radius, radius + 1, dtype=x.dtype, device=x.device)
    window = torch.exp(-(offsets**2) / (2 * sigma**2))
    window = (window / window.sum()).expand(x.shape[1], 1, -1)
    x = nnf.pad(x, [radius] * 4, mode=edges)
    x = nnf.conv2d(x, window[:, :, :, None], groups=x.shape[1])
    return nnf.conv2d(x, window[:, :, None, :], groups=x.shape[1])


def _filled(weighted: torch.Tensor, known: torch.Tensor, sweeps: int) -> torch.Tensor:
    """Fills values that are already multiplied by `known`, which is 0 or 1."""
    rows, cols = weighted.shape[-2:]
    if max(rows, cols) <= 2:
        total = known.sum(dim=(-2, -1), keepdim=True)
        mean = weighted.sum(dim=(-2, -1), keepdim=True) / total.clamp(min=1)
        return weighted + (1 - known) * mean
    share = halved(known)
    coarser_known = (share > 0).to(known.dtype)
    coarser = _filled(halved(weighted) / share.clamp(min=1e-6) * coarser_known, coarser_known, sweeps)
    fill = nnf.interpolate(coarser, size=(rows, cols), mode="bilinear", align_corners=False)
    hole = 1 - known
    for _ in range(sweeps):
        fill = weighted + hole * _neighbour_mean(weighted + hole * fill)
    return fill


def halved(x: torch.Tensor) -> torch.Tensor:
    """Means over cells of 2 x 2 pixels; a last odd row or column forms smaller cells."""
    return nnf.avg_pool2d(x, 2, ceil_mode=True, count_include_pad=False)


def _neighbour_mean(x: torch.Tensor) -> torch.Tensor:
    """Mean of the 4 neighbours; edges are repeated."""
    padded = nnf.pad(x, (1, 1, 1, 1), mode="replicate")
    return (padded[..., :-2, 1:-1] + padded[..., 2:, 1:-1] + padded[..., 1:-1, :-2] + padded[..., 1:-1, 2:]) / 4
