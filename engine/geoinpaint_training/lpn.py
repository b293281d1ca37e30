"""LPN (Wang et al. 2021), the geolocation network: a classifier for each square-ring part of a feature map."""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as nnf
from torch import nn

from geoinpaint_engine.errors import UsageError

PARTS = 8
BOTTLENECK = 512
VIEWS = ("ground", "satellite")


def square_rings(features: torch.Tensor, parts: int) -> torch.Tensor:
    """Means over concentric square rings, innermost first: (n, channels, rows, cols) to (n, channels, parts).

    Innermost part and rings have a width of 1 / parts of half of each axis. Feature maps without a pixel in every ring
    are enlarged.
    """
    rows, cols = features.shape[-2:]
    if min(rows, cols) < 2 * parts:
        rows, cols = max(rows, 2 * parts), max(cols, 2 * parts)
        features = nnf.interpolate(features, size=(rows, cols), mode="bilinear", align_corners=False)
    ring = torch.maximum(_distance(rows, features)[:, None], _distance(cols, features)[None, :])
    index = (ring * parts).long().clamp(max=parts - 1)
    members = nnf.one_hot(index, parts).to(features.dtype)
    sums = torch.einsum("nchw,hwp->ncp", features, members)
    return sums / members.sum(dim=(0, 1))


def _distance(size: int, like: torch.Tensor) -> torch.Tensor:
    """Distance of each cell from the middle of an axis, 0 to 1."""
    place = torch.arange(size, device=like.device, dtype=torch.float32) + 0.5
    return (place / size * 2 - 1).abs()


class PartClassifier(nn.Module):
    """Bottleneck (linear, batch normalisation) and classifier of a part; the bottleneck's output is the descriptor."""

    def __init__(self, channels: int, classes: int, *, bottleneck: int) -> None:
        super().__init__()
        self.bottleneck = nn.Sequential(nn.Linear(channels, bottleneck), nn.BatchNorm1d(bottleneck))
        self.dropout = nn.Dropout(0.5)
        self.classifier = nn.Linear(bottleneck, classes)

    def forward(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(n, channels) to scores (n, classes) and descriptor (n, bottleneck)."""
        descriptor = self.bottleneck(features)
        return self.classifier(self.dropout(descriptor)), descriptor


class LPN(nn.Module):
    """Two backbones, one per view, with part classifiers shared by both views, so that descriptors are comparable.

    Unlike the published network, it returns scores in evaluation mode too, for the task loss of a frozen network.

    Args:
        backbones: a network from images to a feature map for each of "ground" and "satellite".
        channels: channels of the feature maps.
        classes: number of places.
        parts: number of square rings.
        bottleneck: length of a part's descriptor.
    """

    def __init__(
        self,
        backbones: dict[str, nn.Module],
        *,
        channels: int,
        classes: int,
        parts: int = PARTS,
        bottleneck: int = BOTTLENECK,
    ) -> None:
        super().__init__()
        self.backbones = nn.ModuleDict(backbones)
        self.parts = nn.ModuleList(PartClassifier(channels, classes, bottleneck=bottleneck) for _ in range(parts))

    def forward(self, images: torch.Tensor, view: str = "ground") -> tuple[list[torch.Tensor], torch.Tensor]:
        """Scores of each part, (n, classes) each, and the concatenated descriptors of the parts, of unit length."""
        pooled = square_rings(self.backbones[view](images), len(self.parts))
        pairs = [part(pooled[..., i]) for i, part in enumerate(self.parts)]
        descriptor = torch.cat([nnf.normalize(descriptor, dim=1) for _, descriptor in pairs], dim=1)
        return [scores for scores, _ in pairs], nnf.normalize(descriptor, dim=1)


def build_lpn(backbone: str, *, classes: int) -> LPN:
    """LPN with torchvision's `resnet50`, `vgg16` or another ResNet or VGG as backbone, with random weights.

    Raises:
        UsageError: `task-unknown`.
    """
    makers: dict[str, Callable[[str], tuple[nn.Module, int]]] = {"resnet": _resnet, "vgg": _vgg, "tiny": _tiny}
    make = makers.get(backbone.removesuffix("_bn").rstrip("0123456789"))
    if make is None:
        raise UsageError("task-unknown", f"LPN has no backbone {backbone!r}.", "Use resnet50 or vgg16.")
    built = {view: make(backbone) for view in VIEWS}
    bottleneck = 8 if backbone == "tiny" else BOTTLENECK
    networks = {view: network for view, (network, _) in built.items()}
    return LPN(networks, channels=built[VIEWS[0]][1], classes=classes, bottleneck=bottleneck)


def _resnet(name: str) -> tuple[nn.Module, int]:
    """The feature map of a ResNet, without the stride of the last stage, as in LPN."""
    from torchvision.models import get_model

    network = get_model(name, weights=None)
    last = network.layer4[0]
    for layer in last.modules():
        if isinstance(layer, nn.Conv2d) and layer.stride == (2, 2):
            layer.stride = (1, 1)
    layers = [network.conv1, network.bn1, network.relu, network.maxpool]
    stages = [network.layer1, network.layer2, network.layer3, network.layer4]
    return nn.Sequential(*layers, *stages), int(network.fc.in_features)


def _vgg(name: str) -> tuple[nn.Module, int]:
    from torchvision.models import get_model

    return get_model(name, weights=None).features, 512


def _tiny(_: str) -> tuple[nn.Module, int]:
    """Two strided convolutions, for smoke runs."""
    return nn.Sequential(nn.Conv2d(3, 8, 3, 4, 1), nn.ReLU(), nn.Conv2d(8, 8, 3, 2, 1), nn.ReLU()), 8
