"""Coarse and residual refinement networks (Sun et al., Section III-A): encoder-decoders after ResNet-34."""

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
WHITE = 1.0  # value of the hole in occluded images
# two steps of 8-bit quantisation, below which there is nothing to learn
LEAST_SPREAD = 2 / 255


class NetworkConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Architecture of the two networks; the defaults are the paper's.

    Args:
        bands_in: bands of the occluded image, without the mask.
        bands_out: bands of the reconstruction.
        width: channels of the first stage; further stages have 2, 4, 8, 8, 8 times as many.
        depth: residual blocks of each encoder stage; four entries correspond to the released code's variant.
        norm: batch (as in the paper), group, or instance (as in the released code).
        smooth_start: the hole is filled smoothly instead of white, and the networks predict a residual to that fill;
            their heads start at 0.
        coherent: the smooth fill follows the edges of the image (coherent.py).
        unshuffle: space-to-depth factor: 1 = full resolution, 2 = a quarter of the cost.
        refine: use the refinement network (False: the coarse network only).
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
            raise UsageError("network-bands", "A smooth start needs as many output as input bands.", "Switch it off.")
        if self.coherent and not self.smooth_start:
            raise UsageError("network-start", "A coherent start requires a smooth start.", "Switch that on too.")

    @property
    def multiple(self) -> int:
        """Images are padded to multiples of this size."""
        return self.unshuffle * 2 ** (len(self.depth) - 1)


class EncoderDecoder(nn.Module):
    """Encoder of residual stages, dilated bridge, symmetric decoder, one concatenating skip per stage (Fig. 3).

    Stages 2 to 4 halve the size by stride, further stages by max pooling; the decoder doubles it bilinearly.

    Args:
        inputs: number of input channels.
        outputs: number of output channels.
        config: width, depth, norm and unshuffle.
        zero_head: initialise the head with zeros, so that the output is 0 before training.
    """

    def __init__(self, inputs: int, outputs: int, config: NetworkConfig, *, zero_head: bool) -> None:
        super().__init__()
        cell, norm = config.unshuffle, config.norm
        self.cell, self.multiple = cell, config.multiple
        widths = [config.width * min(2**i, 8) for i in range(len(config.depth))]
        self.stem = conv_stack([inputs * cell**2, config.width], norm=norm)
        previous = [config.width, *widths[:-1]]
        self.encoder = nn.ModuleList(
            residual_stage(previous[i], widths[i], blocks, stride=2 if 0 < i < 4 else 1, norm=norm)
            for i, blocks in enumerate(config.depth)
        )
        self.bridge = conv_stack([widths[-1]] * 4, norm=norm, dilation=2)
        self.decoder = nn.ModuleList(
            conv_stack([2 * width, width, width, next_width], norm=norm)
            for width, next_width in zip(widths, previous, strict=True)
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
    """The generator: a coarse map, and a refined map as coarse map plus residual (Eq. 1)."""

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
        """Coarse and refined map; without a refinement network, both are the coarse map.

        Args:
            occluded: (n, bands_in, rows, cols) in [0, 1], with a white hole.
            mask: (n, 1, rows, cols), 1 in the hole.
            start: the result of `start`, if already known.

        Returns:
            two (n, bands_out, rows, cols), not clipped to [0, 1].
        """
        if self.config.smooth_start:
            return self.added_to(self.start(occluded, mask) if start is None else start, mask)
        coarse = self.coarse(torch.cat([occluded, mask], dim=1))
        if self.refinement is None:
            return coarse, coarse
        return coarse, coarse + self.refinement(torch.cat([coarse, mask], dim=1))

    def start(self, occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The smooth fill that residual networks start from, along the edges of the image if `coherent`."""
        return coherent_fill(occluded, mask) if self.config.coherent else smooth_fill(occluded, mask)

    def from_start(self, start: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """As `forward` for residual networks, from an image whose hole is already filled smoothly."""
        if self.config.coherent:
            # adds a difference, so that a start that was computed from more than this window keeps that information
            start = start + coherent_fill(start, mask) - smooth_fill(start, mask)
        return self.added_to(start, mask)

    def added_to(self, start: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Adds the networks' residuals to a start.

        The refinement network sees the coarse composite, so that both networks see the same outside the hole. Inputs
        are standardised by the known pixels of the image, and outputs scaled back: otherwise the networks learn little
        from images of different contrast, and hardly deviate from their start.
        """
        mean, spread = known_contrast(start, mask)
        coarse = start + spread * self.coarse(torch.cat([(start - mean) / spread, mask], dim=1))
        if self.refinement is None:
            return coarse, coarse
        standardised = (composite(coarse, start, mask) - mean) / spread
        return coarse, coarse + spread * self.refinement(torch.cat([standardised, mask], dim=1))


def known_contrast(image: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean and standard deviation over the bands and known pixels of each image, or over all pixels if none are known.

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
