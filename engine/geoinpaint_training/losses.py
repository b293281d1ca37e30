"""The losses of Sun et al.: L1 (Eq. 3), perceptual (Eq. 4), adversarial (Eq. 5), and their weighted sum (Eq. 6).

Relative squares and structure are additions to the paper: fills are evaluated by PSNR and SSIM, and the perceptual loss
needs ImageNet weights.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
import torch.nn.functional as nnf

from geoinpaint_engine.methods.network.smooth import gaussian_means
from geoinpaint_engine.quality.metrics import SSIM_K1, SSIM_K2, SSIM_RADIUS, SSIM_SIGMA

GAN_FORMS = ("log", "minimax", "lsgan")
LEAST_VARIANCE = (2 / 255) ** 2
LAMBDA = {"scene": 5.0, "segmentation": 5.0, "geolocation": 1.2}


def l1_loss(reconstruction: torch.Tensor, truth: torch.Tensor, where: torch.Tensor | None = None) -> torch.Tensor:
    """Mean absolute difference (Eq. 3), over all pixels or over those of `where` (n, 1, rows, cols)."""
    if where is None:
        return nnf.l1_loss(reconstruction, truth)
    total = (where * (reconstruction - truth).abs()).sum()
    return total / (where.sum() * reconstruction.shape[1]).clamp(min=1)


def square_loss(result: torch.Tensor, truth: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean squared difference in the hole, divided by each image's variance, so that low contrast counts equally.

    Args:
        result, truth: (n, bands, rows, cols).
        mask: (n, 1, rows, cols), 1 in the hole; an image without a hole adds 0.
    """
    count = (mask.sum(dim=(1, 2, 3)) * truth.shape[1]).clamp(min=1)
    error = (mask * (result - truth).square()).sum(dim=(1, 2, 3)) / count
    return (error / truth.flatten(1).var(dim=1).clamp(min=LEAST_VARIANCE)).mean()


def structural_loss(shown: torch.Tensor, truth: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """1 - SSIM (Wang et al. 2004, Gaussian window as in `quality.metrics`), averaged over the hole's pixels.

    Args:
        shown: composites (n, bands, rows, cols) in [0, 1], sides of at least 11 px.
        truth: the images, same shape.
        mask: (n, 1, rows, cols), 1 in the hole; an image without a hole adds 0.
    """
    bands, c1, c2 = truth.shape[1], SSIM_K1**2, SSIM_K2**2
    parts = torch.cat([shown, truth, shown * shown, truth * truth, shown * truth], dim=1)
    means = gaussian_means(parts, SSIM_SIGMA, SSIM_RADIUS, edges="reflect")
    one, other, squares_one, squares_other, products = means.split(bands, dim=1)
    both, squares = one * other, one * one + other * other
    similarity = (2 * both + c1) * (2 * (products - both) + c2)
    similarity = similarity / ((squares + c1) * (squares_one + squares_other - squares + c2))
    missing = (mask * (1 - similarity)).sum(dim=(1, 2, 3))
    return (missing / (bands * mask.sum(dim=(1, 2, 3))).clamp(min=1)).mean()


def discriminator_loss(real: torch.Tensor, fake: torch.Tensor, form: str = "log") -> torch.Tensor:
    """The discriminator's objective of Eq. 5, from logits: -mean log D(real) - mean log(1 - D(fake)).

    It is computed by softplus, which is stable for large logits. "minimax" is the same for the discriminator; "lsgan"
    uses squared differences to 1 and 0 instead (Mao et al. 2017), halved as usual.
    """
    if form == "lsgan":
        return 0.5 * ((real - 1).square().mean() + fake.square().mean())
    return nnf.softplus(-real).mean() + nnf.softplus(fake).mean()


def generator_loss(fake: torch.Tensor, form: str = "log") -> torch.Tensor:
    """The generator's objective against one discriminator, from logits.

    "minimax" is mean log(1 - D(fake)) exactly as in Eq. 5, whose gradient vanishes while D wins; "log" is -mean log
    D(fake), with the same fixed point, as in pix2pix, on which the discriminators are based.
    """
    if form == "lsgan":
        return (fake - 1).square().mean()
    return -nnf.softplus(fake).mean() if form == "minimax" else nnf.softplus(-fake).mean()


def overall_loss(terms: Mapping[str, torch.Tensor], weights: Mapping[str, float]) -> torch.Tensor:
    """Weighted sum of the terms (Eq. 6); in the paper, all weights are 1 except lambda for `task`."""
    return torch.stack([weights.get(name, 1.0) * term for name, term in terms.items()]).sum()
