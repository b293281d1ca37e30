"""The generator of pix2pix (Isola et al. 2017), the comparison row of Table I: a U-Net of 4x4 convolutions."""

from __future__ import annotations

import torch
import torch.nn.functional as nnf
from torch import nn

from geoinpaint_engine.methods.network.blocks import pad_to_multiple


class Pix2Pix(nn.Module):
    """A U-Net, C64-C128-C256-C512-... down to 1 px for 256 px; it receives the occluded image without the mask.

    Args:
        bands_in, bands_out: bands of image and reconstruction.
        width: channels of the first layer.
        levels: number of halvings; sizes are padded to multiples of 2 ** levels.
    """

    def __init__(self, bands_in: int = 3, bands_out: int = 3, *, width: int = 64, levels: int = 8) -> None:
        super().__init__()
        self.multiple = 2**levels
        widths = [width * min(2**i, 8) for i in range(levels)]
        self.down = nn.ModuleList()
        for i, outputs in enumerate(widths):
            layer = nn.Conv2d(widths[i - 1] if i else bands_in, outputs, 4, 2, 1)
            # batch normalisation needs more than a single value per channel
            normed = 0 < i < levels - 1
            self.down.append(nn.Sequential(layer, nn.BatchNorm2d(outputs)) if normed else layer)
        self.up = nn.ModuleList()
        for i in reversed(range(1, levels)):
            inputs = widths[i] * (1 if i == levels - 1 else 2)
            conv = nn.ConvTranspose2d(inputs, widths[i - 1], 4, 2, 1)
            self.up.append(nn.Sequential(conv, nn.BatchNorm2d(widths[i - 1])))
        self.head = nn.ConvTranspose2d(2 * widths[0], bands_out, 4, 2, 1)

    def forward(self, occluded: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The reconstruction, twice: (n, bands_out, rows, cols) each, as there is no refinement. `mask` is ignored."""
        rows, cols = occluded.shape[-2:]
        x = pad_to_multiple(2 * occluded - 1, self.multiple)
        skips = []
        for i, layer in enumerate(self.down):
            x = layer(nnf.leaky_relu(x, 0.2) if i else x)
            skips.append(x)
        for i, layer in enumerate(self.up):
            x = layer(nnf.relu(x if i == 0 else torch.cat([x, skips[-1 - i]], dim=1)))
        x = torch.tanh(self.head(nnf.relu(torch.cat([x, skips[0]], dim=1))))[..., :rows, :cols]
        return (x + 1) / 2, (x + 1) / 2
