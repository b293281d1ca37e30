"""The losses of Sun et al., each its own function: L1 (Eq. 3), perceptual (Eq. 4), adversarial (Eq. 5), all (Eq. 6).

Squares and structure are ours: PSNR and SSIM are what a fill is measured by, and without ImageNet weights there is no
perceptual loss.
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
    """Eq. 3: the mean absolute difference, over all pixels or, if `where` (n, 1, rows, cols) is given, over those."""
    if where is None:
        return nnf.l1_loss(reconstruction, truth)
    total = (where * (reconstruction - truth).abs()).sum()
    return total / (where.sum() * reconstruction.shape[1]).clamp(min=1)


def square_loss(result: torch.Tensor, truth: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean squared difference in the hole, each image's divided by its variance, so that dull images count as well.

    Args:
        result, truth: (n, bands, rows, cols).
        mask: (n, 1, rows, cols), 1 in the hole; an image without a hole adds 0.
    """
    count = (mask.sum(dim=(1, 2, 3)) * truth.shape[1]).clamp(min=1)
    error = (mask * (result - truth).square()).sum(dim=(1, 2, 3)) / count
    return (error / truth.flatten(1).var(dim=1).clamp(min=LEAST_VARIANCE)).mean()


def structural_loss(shown: torch.Tensor, truth: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """1 - SSIM (Wang et al. 2004, the Gaussian window of `quality.metrics`), mean over the hole's pixels of each image.

    Args:
        shown: composites (n, bands, rows, cols) in [0, 1], each side at least 11 px.
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
    """What one discriminator minimises in Eq. 5, from logits: -mean log D(real) - mean log(1 - D(fake)).

    Computed as softplus, which neither overflows nor loses small probabilities. "minimax" is the same for the
    discriminator; "lsgan" has squared differences to 1 and 0 instead (Mao et al. 2017), halved as usual.
    """
    if form == "lsgan":
        return 0.5 * ((real - 1).square().mean() + fake.square().mean())
    return nnf.softplus(-real).mean() + nnf.softplus(fake).mean()


def generator_loss(fake: torch.Tensor, form: str = "log") -> torch.Tensor:
    """What the generator minimises against one discriminator, from logits.

    "minimax" is Eq. 5 to the letter, mean log(1 - D(fake)), whose gradient vanishes while D wins; "log" has the same
    fixed point through -mean log D(fake), as in pix2pix, where the discriminators come from.
    """
    if form == "lsgan":
        return (fake - 1).square().mean()
    return -nnf.softplus(fake).mean() if form == "minimax" else nnf.softplus(-fake).mean()


def overall_loss(terms: Mapping[str, torch.Tensor], weights: Mapping[str, float]) -> torch.Tensor:
    """Eq. 6: the weighted sum of the terms; the paper's weights are 1, and lambda for `task`."""
    return torch.stack([weights.get(name, 1.0) * term for name, term in terms.items()]).sum()
