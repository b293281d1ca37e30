"""A smooth fill of the hole on the device: the start of networks that only add what a smooth fill lacks."""

from __future__ import annotations

import torch
import torch.nn.functional as nnf

# Relaxations per level: enough that the fill is close to the harmonic one, few enough to cost little.
SWEEPS = 12


def smooth_fill(image: torch.Tensor, mask: torch.Tensor, *, sweeps: int = SWEEPS) -> torch.Tensor:
    """The image with the hole filled by nearly the harmonic function of its edge.

    Known pixels are averaged down level by level until there are none to fill; going up again, each level starts from
    the one above it and is relaxed (each pixel of the hole becomes the mean of its 4 neighbours, edges repeated).

    Args:
        image: (n, bands, rows, cols); values in the hole do not matter but must be finite.
        mask: (n, 1, rows, cols), 1 in the hole. Where all is hole the fill is 0.
        sweeps: relaxations per level.

    Returns:
        (n, bands, rows, cols), equal to the image outside the hole.
    """
    known = 1 - mask
    return _filled(image * known, known, sweeps)


def gaussian_means(x: torch.Tensor, sigma: float, radius: int, *, edges: str = "replicate") -> torch.Tensor:
    """Means of (n, channels, rows, cols) under a Gaussian window of 2 * radius + 1 px, same shape.

    Args:
        x: the values.
        sigma: of the window, px.
        radius: of the window, px.
        edges: how the image goes on beyond its edges, as torch's `pad` calls it.
    """
    places = torch.arange(-radius, radius + 1, dtype=x.dtype, device=x.device)
    window = torch.exp(-(places**2) / (2 * sigma**2))
    window = (window / window.sum()).expand(x.shape[1], 1, -1)
    x = nnf.pad(x, [radius] * 4, mode=edges)
    x = nnf.conv2d(x, window[:, :, :, None], groups=x.shape[1])
    return nnf.conv2d(x, window[:, :, None, :], groups=x.shape[1])


def _filled(weighted: torch.Tensor, known: torch.Tensor, sweeps: int) -> torch.Tensor:
    """Fill of values already multiplied by `known`, which is 0 or 1."""
    rows, cols = weighted.shape[-2:]
    if max(rows, cols) <= 2:
        total = known.sum(dim=(-2, -1), keepdim=True)
        mean = weighted.sum(dim=(-2, -1), keepdim=True) / total.clamp(min=1)
        return weighted + (1 - known) * mean
    share = halved(known)
    above_known = (share > 0).to(known.dtype)
    above = _filled(halved(weighted) / share.clamp(min=1e-6) * above_known, above_known, sweeps)
    fill = nnf.interpolate(above, size=(rows, cols), mode="bilinear", align_corners=False)
    hole = 1 - known
    for _ in range(sweeps):
        fill = weighted + hole * _neighbours(weighted + hole * fill)
    return fill


def halved(x: torch.Tensor) -> torch.Tensor:
    """Means over cells of 2 x 2; a last odd row or column makes cells of its own."""
    return nnf.avg_pool2d(x, 2, ceil_mode=True, count_include_pad=False)


def _neighbours(x: torch.Tensor) -> torch.Tensor:
    """Mean of the 4 neighbours, edges repeated."""
    wide = nnf.pad(x, (1, 1, 1, 1), mode="replicate")
    return (wide[..., :-2, 1:-1] + wide[..., 2:, 1:-1] + wide[..., 1:-1, :-2] + wide[..., 1:-1, 2:]) / 4
