"""The losses of Sun et al., each its own function: L1 (Eq. 3), perceptual (Eq. 4), adversarial (Eq. 5), all (Eq. 6)."""

from __future__ import annotations

from collections.abc import Mapping

import torch
import torch.nn.functional as nnf

GAN_FORMS = ("log", "minimax", "lsgan")
LAMBDA = {"scene": 5.0, "segmentation": 5.0, "geolocation": 1.2}


def l1_loss(reconstruction: torch.Tensor, truth: torch.Tensor, where: torch.Tensor | None = None) -> torch.Tensor:
    """Eq. 3: the mean absolute difference, over all pixels or, if `where` (n, 1, rows, cols) is given, over those."""
    if where is None:
        return nnf.l1_loss(reconstruction, truth)
    total = (where * (reconstruction - truth).abs()).sum()
    return total / (where.sum() * reconstruction.shape[1]).clamp(min=1)


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
