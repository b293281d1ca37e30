"""The perceptual loss of Eq. 4: LPIPS with VGG16, from the package `lpips`; it requires pretrained weights.

Without weights of VGG16, the features of MobileNetV2 are used instead, in the distance of Zhang et al. (2018) without
learned channel weights.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import nn

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.model_file import load_into
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.tasks import IMAGENET_MEAN, IMAGENET_STD, frozen

OFF = "off"
FETCHED = "torchvision"
MOBILENET_KEY = "features.0.0.weight"  # first weights of MobileNetV2; those of VGG16 are features.0.weight
MOBILENET_STAGES = (1, 3, 6, 13, 17)  # last layer of each resolution: 1/2, 1/4, 1/8, 1/16, 1/32


class Lpips(nn.Module):
    """LPIPS (Zhang et al. 2018) with VGG16, between images in [0, 1]; 0 for equal images.

    Args:
        source: "torchvision" to let torchvision download VGG16's ImageNet weights, or a safetensors file with them
            under torchvision's names (`features.0.weight`, ...).

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
        """Mean distance over the batch (Eq. 4), a scalar; both images are (n, 3, rows, cols)."""
        # LPIPS expects [-1, 1]
        return self.lpips(2 * reconstruction - 1, 2 * truth - 1).mean()


class MobileNetDistance(nn.Module):
    """Squared distance of MobileNetV2's features, normalised to length 1 per pixel, averaged over five resolutions.

    Args:
        weights: ImageNet weights under torchvision's names (`features.0.0.weight`, ...); others are ignored.

    Raises:
        InputError: `weights-mismatch`.
    """

    mean: torch.Tensor
    deviation: torch.Tensor

    def __init__(self, weights: Mapping[str, torch.Tensor]) -> None:
        super().__init__()
        from torchvision.models import mobilenet_v2

        layers = mobilenet_v2(weights=None).features[: MOBILENET_STAGES[-1] + 1]
        own = layers.state_dict()
        # the batch counters are missing in some copies of the weights, and have no effect
        counters = {key: value for key, value in own.items() if key.endswith("num_batches_tracked")}
        found = {
            key: weights[f"features.{key}"] for key in own.keys() - counters.keys() if f"features.{key}" in weights
        }
        load_into(layers, {**found, **counters}, title="MobileNetV2")
        self.layers = frozen(layers)
        for name, values in (("mean", IMAGENET_MEAN), ("deviation", IMAGENET_STD)):
            self.register_buffer(name, torch.tensor(values)[:, None, None], persistent=False)

    def forward(self, reconstruction: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
        """As `Lpips.forward`."""
        distances = [
            (one - other).square().sum(dim=1).mean()
            for one, other in zip(self._features(reconstruction), self._features(truth), strict=True)
        ]
        return torch.stack(distances).mean()

    def _features(self, images: torch.Tensor) -> list[torch.Tensor]:
        """Features of each stage, (n, channels, rows, cols), of length 1 over the channels."""
        found, now = [], (images - self.mean) / self.deviation
        for number, layer in enumerate(self.layers):
            now = layer(now)
            if number in MOBILENET_STAGES:
                found.append(nn.functional.normalize(now, dim=1))
        return found


Perceptual = Lpips | MobileNetDistance


def make_perceptual(source: str) -> Perceptual | None:
    """Creates the perceptual loss; None if `source` is "off".

    Args:
        source: "torchvision" to let torchvision download VGG16's ImageNet weights, or a safetensors file with VGG16's
            or MobileNetV2's under torchvision's names.

    Raises:
        InputError, UsageError: as in `Lpips`, `MobileNetDistance` and `load_tensors`.
    """
    if source == OFF:
        return None
    if source != FETCHED:
        tensors, _ = load_tensors(Path(source))
        if MOBILENET_KEY in tensors:
            return MobileNetDistance(tensors)
    return Lpips(source)


def _lpips(*, fetched: bool) -> nn.Module:
    try:
        import lpips
    except ImportError as error:
        raise UsageError(
            "lpips-missing", "The package lpips is not installed.", "Install the extra [train], or switch it off."
        ) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it uses a deprecated interface of torchvision
        try:
            return lpips.LPIPS(net="vgg", pnet_rand=not fetched, verbose=False)
        except OSError as error:
            raise InputError(
                "weights-missing",
                f"torchvision cannot fetch VGG16's weights: {error}.",
                "Name a safetensors file with them, or switch the perceptual loss off.",
            ) from error


def _load_trunk(network: nn.Module, path: Path) -> None:
    """Loads torchvision's `features.<i>` into the slices into which LPIPS splits VGG16."""
    tensors, _ = load_tensors(path)
    own = {key: value for key, value in network.state_dict().items() if key.startswith("net.slice")}
    found = {}
    for key, value in own.items():
        theirs = "features." + re.sub(r"^net\.slice\d+\.", "", key)
        if theirs not in tensors or tensors[theirs].shape != value.shape:
            raise InputError("weights-mismatch", f"{path} does not hold VGG16's {theirs}.", "Check the file.")
        found[key] = tensors[theirs]
    network.load_state_dict({**network.state_dict(), **found})
