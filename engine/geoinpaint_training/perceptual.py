"""The perceptual loss of Eq. 4: LPIPS with VGG16, through the `lpips` package; never with weights drawn at random."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import torch
from torch import nn

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.tasks import frozen

OFF = "off"
FETCHED = "torchvision"


class Perceptual(nn.Module):
    """LPIPS between images in [0, 1]; the distance is 0 for equal images.

    Args:
        source: "torchvision" to let torchvision fetch VGG16's ImageNet weights, or a safetensors file that holds them
            with torchvision's names (`features.0.weight`, ...).

    Raises:
        InputError: `weights-missing`, `weights-unreadable`, `weights-mismatch`.
        UsageError: `lpips-missing`.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.lpips = frozen(_lpips(fetched=source == FETCHED))
        if source != FETCHED:
            _load_trunk(self.lpips, Path(source))

    def forward(self, reconstruction: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
        """Eq. 4: the mean distance over the batch; both (n, 3, rows, cols)."""
        # LPIPS was fitted on [-1, 1]
        return self.lpips(2 * reconstruction - 1, 2 * truth - 1).mean()


def make_perceptual(source: str) -> Perceptual | None:
    """The perceptual loss, or None where it is "off"."""
    return None if source == OFF else Perceptual(source)


def _lpips(*, fetched: bool) -> nn.Module:
    try:
        import lpips
    except ImportError as error:
        raise UsageError(
            "lpips-missing", "The package lpips is not installed.", "Install the extra [train], or switch it off."
        ) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it calls torchvision in an old way
        try:
            return lpips.LPIPS(net="vgg", pnet_rand=not fetched, verbose=False)
        except OSError as error:
            raise InputError(
                "weights-missing",
                f"torchvision cannot fetch VGG16's weights: {error}.",
                "Name a safetensors file with them, or switch the perceptual loss off.",
            ) from error


def _load_trunk(network: nn.Module, path: Path) -> None:
    """Put torchvision's `features.<i>` into the slices that LPIPS cuts VGG16 into."""
    tensors, _ = load_tensors(path)
    own = {key: value for key, value in network.state_dict().items() if key.startswith("net.slice")}
    found = {}
    for key, value in own.items():
        theirs = "features." + re.sub(r"^net\.slice\d+\.", "", key)
        if theirs not in tensors or tensors[theirs].shape != value.shape:
            raise InputError("weights-mismatch", f"{path} does not hold VGG16's {theirs}.", "Check the file.")
        found[key] = tensors[theirs]
    network.load_state_dict({**network.state_dict(), **found})
