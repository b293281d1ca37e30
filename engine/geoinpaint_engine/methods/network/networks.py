"""Coarse network and residual refinement network (Sun et al., Section III-A): encoder-decoders after ResNet-34."""

from __future__ import annotations

import msgspec
import torch
import torch.nn.functional as nnf
from torch import nn

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.network.blocks import conv_stack, pad_to_multiple, residual_stage
from geoinpaint_engine.methods.network.coherent import coherent_fill
from geoinpaint_engine.methods.network.smooth import smooth_fill

PAPER_DEPTH = (3, 4, 6, 3, 3, 3)
WHITE = 1.0
# Two steps of 8 bit: below that there is nothing to learn but quantisation.
LEAST_SPREAD = 2 / 255


class NetworkConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the two networks are made of; the defaults are the paper's.

    Args:
        bands_in: bands of the occluded image, the mask aside.
        bands_out: bands of the reconstruction.
        width: channels of the first stage (64); stages have width times 1, 2, 4, 8, 8, 8.
        depth: residual blocks of each encoder stage; four entries make the released code's four-stage variant.
        norm: batch (paper), group, or instance (released code).
        smooth_start: the networks see the hole filled smoothly instead of white, and add to that fill through heads
            that start at 0, instead of making the image from nothing.
        coherent: that start follows the lines of the image (coherent.py).
        unshuffle: work on cells of this many px a side (space to depth): 1 = every pixel, 2 = a quarter of the cost.
        refine: have the refinement network (False: the coarse network only).
    """

    bands_in: int = 3
    bands_out: int = 3
    width: int = 64
    depth: tuple[int, ...] = PAPER_DEPTH
    norm: str = "batch"
    smooth_start: bool = False
    coherent: bool = False
    unshuffle: int = 1
    refine: bool = True

    def __post_init__(self) -> None:
        if self.smooth_start and self.bands_in != self.bands_out:
            raise UsageError("network-bands", "A smooth start needs as many bands out as in.", "Switch it off.")
        if self.coherent and not self.smooth_start:
            raise UsageError("network-start", "A coherent start is a kind of smooth start.", "Switch that on too.")

    @property
    def multiple(self) -> int:
        """Sizes are padded to multiples of this."""
        return self.unshuffle * 2 ** (len(self.depth) - 1)


class EncoderDecoder(nn.Module):
    """Encoder of residual stages, dilated bridge, symmetric decoder, one concatenating skip per stage (Fig. 3).

    Stages 2 to 4 halve the size by stride, those after them by max pooling; the decoder doubles it bilinearly.

    Args:
        inputs: channels in.
        outputs: channels out.
        config: width, depth, norm and unshuffle.
        zero_head: start with a head of zeros, so that the output is 0 until it is trained.
    """

    def __init__(self, inputs: int, outputs: int, config: NetworkConfig, *, zero_head: bool) -> None:
        super().__init__()
        cell, norm = config.unshuffle, config.norm
        self.cell, self.multiple = cell, config.multiple
        widths = [config.width * min(2**i, 8) for i in range(len(config.depth))]
        self.stem = conv_stack([inputs * cell**2, config.width], norm=norm)
        before = [config.width, *widths[:-1]]
        self.encoder = nn.ModuleList(
            residual_stage(before[i], widths[i], blocks, stride=2 if 0 < i < 4 else 1, norm=norm)
            for i, blocks in enumerate(config.depth)
        )
        self.bridge = conv_stack([widths[-1]] * 4, norm=norm, dilation=2)
        self.decoder = nn.ModuleList(
            conv_stack([2 * width, width, width, below], norm=norm) for width, below in zip(widths, before, strict=True)
        )
        self.head = nn.Conv2d(config.width, outputs * cell**2, 3, padding=1)
        if zero_head:
            nn.init.zeros_(self.head.weight)
            assert self.head.bias is not None  # nosec B101 # a reminder for the type checker, not a check
            nn.init.zeros_(self.head.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(n, inputs, rows, cols) of any size to (n, outputs, rows, cols)."""
        rows, cols = x.shape[-2:]
        x = pad_to_multiple(x, self.multiple)
        x = self.stem(nnf.pixel_unshuffle(x, self.cell) if self.cell > 1 else x)
        skips = []
        for i, stage in enumerate(self.encoder):
            x = stage(nnf.max_pool2d(x, 2) if i >= 4 else x)
            skips.append(x)
        x = self.bridge(x)
        for i in reversed(range(len(skips))):
            x = self.decoder[i](torch.cat([x, skips[i]], dim=1))
            if i:
                x = nnf.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
        x = self.head(x)
        x = nnf.pixel_shuffle(x, self.cell) if self.cell > 1 else x
        return x[..., :rows, :cols]


class CoarseToFine(nn.Module):
    """The generator: the coarse map, and the refined map as coarse + residual (Eq. 1)."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        smooth = config.smooth_start
        self.coarse = EncoderDecoder(config.bands_in + 1, config.bands_out, config, zero_head=smooth)
        self.refinement = (
            EncoderDecoder(config.bands_out + 1, config.bands_out, config, zero_head=smooth) if config.refine else None
        )

    def forward(
        self, occluded: torch.Tensor, mask: torch.Tensor, start: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Coarse and refined map; without a refinement network both are the coarse one.

        Args:
            occluded: (n, bands_in, rows, cols) in [0, 1], the hole white.
            mask: (n, 1, rows, cols), 1 in the hole.
            start: what `start` makes of them, where it is known already.

        Returns:
            two (n, bands_out, rows, cols), not limited to [0, 1].
        """
        if self.config.smooth_start:
            return self.added_to(self.start(occluded, mask) if start is None else start, mask)
        coarse = self.coarse(torch.cat([occluded, mask], dim=1))
        if self.refinement is None:
            return coarse, coarse
        return coarse, coarse + self.refinement(torch.cat([coarse, mask], dim=1))

    def start(self, occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The smooth fill that networks made for one begin with, along the image's lines if they are made for that."""
        return coherent_fill(occluded, mask) if self.config.coherent else smooth_fill(occluded, mask)

    def from_start(self, start: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The same from an image whose hole is already filled smoothly, for networks made for that."""
        if self.config.coherent:
            # a difference, so that a start that knows more than this window keeps what it knows
            start = start + coherent_fill(start, mask) - smooth_fill(start, mask)
        return self.added_to(start, mask)

    def added_to(self, start: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """What the networks make of the start that they add to.

        The refinement network sees the coarse composite, so that both see the same outside the hole. What goes in is
        standardised by the known pixels of the image and what comes out is scaled back: without that, images of
        different contrast teach little to one another, and the networks hardly leave their start.
        """
        mean, spread = known_contrast(start, mask)
        coarse = start + spread * self.coarse(torch.cat([(start - mean) / spread, mask], dim=1))
        if self.refinement is None:
            return coarse, coarse
        shown = (composite(coarse, start, mask) - mean) / spread
        return coarse, coarse + spread * self.refinement(torch.cat([shown, mask], dim=1))


def known_contrast(image: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean and standard deviation over bands and known pixels of each image; over all its pixels where none is known.

    Args:
        image: (n, bands, rows, cols) in [0, 1].
        mask: (n, 1, rows, cols), 1 in the hole.

    Returns:
        two (n, 1, 1, 1), the second at least `LEAST_SPREAD`.
    """
    known = 1 - mask
    known = torch.where(known.sum(dim=(1, 2, 3), keepdim=True) > 0, known, torch.ones_like(known))
    count = known.sum(dim=(1, 2, 3), keepdim=True) * image.shape[1]
    mean = (known * image).sum(dim=(1, 2, 3), keepdim=True) / count
    square = (known * (image - mean).square()).sum(dim=(1, 2, 3), keepdim=True) / count
    return mean, square.sqrt().clamp(min=LEAST_SPREAD)


def occlude(image: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The image with a white hole: (n, bands, rows, cols) in [0, 1], mask (n, 1, rows, cols)."""
    return image * (1 - mask) + WHITE * mask


def composite(reconstruction: torch.Tensor, occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """R * M + I * (1 - M) (Eq. 2): the reconstruction in the hole, the image itself elsewhere."""
    return reconstruction * mask + occluded * (1 - mask)
