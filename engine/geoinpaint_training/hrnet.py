"""HRNetV2 (Wang et al. 2020), the segmentation network of LoveDA: timm's backbone with the published head."""

from __future__ import annotations

from typing import Any

import timm
import torch
import torch.nn.functional as nnf
from torch import nn

from geoinpaint_engine.errors import UsageError


class HRNetV2(nn.Module):
    """The branches of HRNet's last stage, resampled to the finest and concatenated, followed by two 1x1 convolutions.

    Args:
        width: timm's name of the backbone without `hrnet_w`: "32" has branches of 32, 64, 128 and 256 channels.
        classes: number of scores per pixel.

    Raises:
        UsageError: `task-unknown`.
    """

    def __init__(self, width: str, *, classes: int) -> None:
        super().__init__()
        name = f"hrnet_w{width}"
        if name not in timm.list_models("hrnet_w*"):
            raise UsageError("task-unknown", f"timm has no network {name!r}.", "Use hrnet:32 or hrnet:18_small.")
        # the stage's branches, without the layers added for classification
        backbone: Any = timm.create_model(name, features_only=True, feature_location="", out_indices=(1, 2, 3, 4))
        total = sum(backbone.feature_info.channels())
        self.backbone = backbone
        self.head = nn.Sequential(
            nn.Conv2d(total, total, 1), nn.BatchNorm2d(total), nn.ReLU(), nn.Conv2d(total, classes, 1)
        )

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """(n, 3, rows, cols) to (n, classes, rows / 4, cols / 4) scores."""
        finest, *coarser = self.backbone(images)
        size = finest.shape[-2:]
        resized = [nnf.interpolate(x, size=size, mode="bilinear", align_corners=False) for x in coarser]
        return self.head(torch.cat([finest, *resized], dim=1))
