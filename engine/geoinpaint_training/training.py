"""Training the inpainter: settings, the parts that learn, and one step of the game between networks and judges."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.network.checkpoints import load_training, save_training
from geoinpaint_engine.methods.network.config import option
from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig, composite, occlude
from geoinpaint_engine.methods.network.pix2pix import Pix2Pix
from geoinpaint_training.augment import augmented, batch_indices, rng_at, stacked
from geoinpaint_training.data import Sample, Samples
from geoinpaint_training.datasets import DATA_SETS
from geoinpaint_training.discriminators import PatchDiscriminator
from geoinpaint_training.losses import (
    GAN_FORMS,
    LAMBDA,
    discriminator_loss,
    generator_loss,
    l1_loss,
    overall_loss,
    square_loss,
    structural_loss,
)
from geoinpaint_training.maskmix import mask_area, training_mask
from geoinpaint_training.perceptual import OFF, Perceptual
from geoinpaint_training.tasks import TaskNetwork

RGB = 3


@dataclass(frozen=True)
class InpaintConfig:
    """The settings of a training of the inpainter; network and losses default to the paper's."""

    task: str = option("scene", "the data set's kind; raster: own scenes, without a task", choices=DATA_SETS)
    data: str = option("", "folder of the training part (LoveDA, CVUSA: the top folder)")
    bands: tuple[str, ...] = option((), "raster: names of the bands that are filled, such as B02 B03 B04 B08")
    masks: str = option("", "folder of seed masks (prepare_masks.py)")
    folder: str = option("work/inpainter", "folder for log, checkpoint and result")
    task_network: str = option("", "weights of the frozen task network; empty: no task loss (baseline)")
    task_factory: str = option("", "package.module:function that makes an own task network")
    method: str = option("coarse-to-fine", "what is trained", choices=("coarse-to-fine", "coarse", "pix2pix"))
    width: int = option(64, "channels of the first stage")
    depth: tuple[int, ...] = option((3, 4, 6, 3, 3, 3), "residual blocks per stage; four stages: the released code's")
    norm: str = option("batch", "normalisation", choices=("batch", "group", "instance"))
    smooth_start: bool = option(False, "start from a smooth fill of the hole and learn what it lacks")
    coherent: bool = option(False, "let that smooth fill follow the lines of the image")
    unshuffle: int = option(1, "side in px of the cells the networks work on")
    judge_width: int = option(64, "channels of the discriminators' first layer")
    start: str = option(
        "", "model.safetensors of another run of the same networks, or an exported model, to start from"
    )
    learns: str = option("both", "which of the two networks learns", choices=("both", "refinement"))
    resnet34: str = option(OFF, "ImageNet weights of the first encoder stages: off, torchvision, or a safetensors file")
    perceptual: str = option(OFF, "VGG16 of LPIPS: off, torchvision, or a safetensors file")
    maskmix: bool = option(True, "mix masks (Eq. 7)")
    gan: str = option("log", "form of the adversarial loss", choices=GAN_FORMS)
    weight_l1: float = option(1.0, "weight of L1 (Eq. 6: 1)")
    weight_gan: float = option(1.0, "weight of the adversarial loss (Eq. 6: 1); 0 leaves the discriminators out")
    weight_perceptual: float = option(1.0, "weight of LPIPS (Eq. 6: 1)")
    weight_task: float = option(-1.0, "lambda; -1: the paper's, 5 or, for geolocation, 1.2")
    weight_square: float = option(0.0, "weight of relative squared differences in the hole, ours; 0: without")
    weight_structure: float = option(0.0, "weight of 1 - SSIM in the hole, ours; 0: the paper's losses only")
    l1_region: str = option("image", "where L1 counts: all of the image (paper) or the hole", choices=("image", "hole"))
    image_size: int = option(256, "side in px the images are read at (segmentation: 512)")
    crop: int = option(256, "side in px of the part of an image that is trained on")
    steps: int = option(35000, "steps of the optimisers")
    batch: int = option(4, "images per step, over all processes")
    rate: float = option(2e-4, "largest learning rate of the networks")
    judge_rate: float = option(2e-4, "largest learning rate of the discriminators")
    momentum: float = option(0.5, "Adam's beta 1 (0.5 as in pix2pix, where the adversarial set-up comes from)")
    clip: float = option(0.0, "largest norm of the networks' gradient; 0: no limit")
    ema: float = option(0.0, "decay of the averaged weights that are exported; 0: the last weights")
    precision: str = option("fp32", "arithmetic of the networks", choices=("fp32", "bf16", "fp16"))
    seed: int = option(1, "seed of weights, order, crops and masks")
    device: str = option("cpu", "torch device; under torchrun each process takes its own")
    hold_out: int = option(64, "images kept from training to look at the PSNR")
    look_every: int = option(500, "steps between looks")
    patience: int = option(0, "looks without a better PSNR before the training stops; 0: never")
    save_minutes: float = option(5.0, "minutes between checkpoints")
    max_minutes: float = option(0.0, "end this sitting after so many minutes; 0: no limit")
    log_every: int = option(50, "steps between lines of the log")
    tensorboard: bool = option(True, "write TensorBoard files")
    smoke: bool = option(False, "two tiny steps, to see that everything fits together")

    @property
    def network(self) -> NetworkConfig:
        """The networks' part of the settings."""
        return NetworkConfig(
            bands_in=self.band_count, bands_out=self.band_count,
            width=self.width, depth=self.depth, norm=self.norm, smooth_start=self.smooth_start,
            coherent=self.coherent, unshuffle=self.unshuffle, refine=self.method == "coarse-to-fine",
        )  # fmt: skip

    @property
    def band_count(self) -> int:
        """Bands of the images."""
        return len(self.bands) or RGB

    @property
    def area(self) -> tuple[float, float]:
        """Share of the image that masks cover: 10 to 20 % for segmentation and geolocation, else 15 to 60 %."""
        return mask_area(self.task)

    @property
    def weights(self) -> dict[str, float]:
        """Weight of each term of Eq. 6."""
        weight = LAMBDA.get(self.task, 0.0) if self.weight_task < 0 else self.weight_task
        terms = {"l1_coarse": self.weight_l1, "l1_refined": self.weight_l1, "gan_coarse": self.weight_gan}
        terms |= {"gan_refined": self.weight_gan, "perceptual": self.weight_perceptual, "task": weight}
        # only what is in use, so that the paper's settings show the paper's terms
        for name, weight in (("square", self.weight_square), ("structure", self.weight_structure)):
            if weight:
                terms |= {f"{name}_coarse": weight, f"{name}_refined": weight}
        return terms


def make_generator(config: InpaintConfig) -> CoarseToFine | Pix2Pix:
    """The networks that fill, with weights drawn by the global generator's state."""
    bands = config.band_count
    return Pix2Pix(bands, bands, width=config.width) if config.method == "pix2pix" else CoarseToFine(config.network)


class Game:
    """The networks, their discriminators, and the optimisers of both.

    Args:
        config: the settings.
        task: the frozen task network, or None.
        perceptual: LPIPS, or None.
        wrap: what makes a module fit for several processes (DistributedDataParallel); default: nothing.
    """

    def __init__(
        self, config: InpaintConfig, *, task: TaskNetwork | None, perceptual: Perceptual | None, wrap: Any = None
    ) -> None:
        self.config, self.task, self.perceptual = config, task, perceptual
        torch.manual_seed(config.seed)
        self.generator = make_generator(config).to(config.device)
        names = ("coarse", "refined") if config.method == "coarse-to-fine" else ("coarse",)
        self.judges = nn.ModuleDict(
            {name: PatchDiscriminator(2 * config.band_count, config.judge_width) for name in names}
        )
        self.judges.to(config.device)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)
        wrap = wrap or (lambda module: module)
        self.playing = wrap(self.generator)
        self.judging = {name: wrap(judge) for name, judge in self.judges.items()}
        if config.learns == "refinement":
            if not isinstance(self.generator, CoarseToFine) or self.generator.refinement is None:
                raise UsageError("learns-method", f"The method {config.method} has no refinement network.",
                                 "Let both learn.")  # fmt: skip
            self.generator.coarse.requires_grad_(False)
        betas = (config.momentum, 0.999)
        self.optimizer = torch.optim.Adam(self.generator.parameters(), lr=config.rate, betas=betas)
        self.judge_optimizer = torch.optim.Adam(self.judges.parameters(), lr=config.judge_rate, betas=(0.5, 0.999))
        self.scaler = torch.amp.GradScaler(torch.device(config.device).type, enabled=config.precision == "fp16")

    def step(self, batch: Sample, mask: torch.Tensor) -> dict[str, torch.Tensor]:
        """One step of the discriminators and one of the networks; the terms of the losses.

        Args:
            batch: images (n, bands, rows, cols) in [0, 1] and targets.
            mask: (n, 1, rows, cols), 1 in the hole.
        """
        occluded = occlude(batch.image, mask)
        with self._autocast():
            maps = self.playing(occluded, mask)
        maps = dict(zip(self.judges, (m.float() for m in maps), strict=False))
        if self.config.learns == "refinement":
            # nothing that is said of the coarse map could change it
            maps = {"refined": maps["refined"]}
        shown = {name: composite(m, occluded, mask) for name, m in maps.items()}
        terms: dict[str, torch.Tensor] = {}
        if self.config.weight_gan:
            terms |= self._judge_step(batch.image, occluded, shown)
        terms |= self._generator_step(batch, mask, occluded, maps, shown)
        return {name: term.detach() for name, term in terms.items()}

    def _judge_step(
        self, truth: torch.Tensor, occluded: torch.Tensor, shown: dict[str, torch.Tensor]
    ) -> dict[str, torch.Tensor]:
        """Max over D_c and D_r of Eq. 5."""
        self.judges.requires_grad_(True)
        losses = {}
        for name, image in shown.items():
            with self._autocast():
                real, fake = self.judging[name](occluded, truth), self.judging[name](occluded, image.detach())
            losses[f"judge_{name}"] = discriminator_loss(real.float(), fake.float(), self.config.gan)
        self._descend(torch.stack(list(losses.values())).sum(), self.judge_optimizer)
        return losses

    def _generator_step(
        self,
        batch: Sample,
        mask: torch.Tensor,
        occluded: torch.Tensor,
        maps: dict[str, torch.Tensor],
        shown: dict[str, torch.Tensor],
    ) -> dict[str, torch.Tensor]:
        """Min over G of Eq. 6."""
        # no gradients for the judges' weights, only through them
        self.judges.requires_grad_(False)
        where = mask if self.config.l1_region == "hole" else None
        last = list(maps)[-1]
        terms = {f"l1_{name}": l1_loss(m, batch.image, where) for name, m in maps.items()}
        if self.config.weight_gan:
            for name, image in shown.items():
                with self._autocast():
                    fake = self.judges[name](occluded, image)
                terms[f"gan_{name}"] = generator_loss(fake.float(), self.config.gan)
        if self.config.weight_square:
            terms |= {f"square_{name}": square_loss(m, batch.image, mask) for name, m in maps.items()}
        if self.config.weight_structure:
            for name, image in shown.items():
                terms[f"structure_{name}"] = structural_loss(image, batch.image, mask)
        if self.perceptual is not None and last == "refined":
            terms["perceptual"] = self.perceptual(maps[last], batch.image)
        if self.task is not None:
            terms["task"] = self.task.loss(shown[last], batch.target)
        self._descend(overall_loss(terms, self.config.weights), self.optimizer)
        self._follow()
        return terms

    def _descend(self, loss: torch.Tensor, optimizer: torch.optim.Optimizer) -> None:
        optimizer.zero_grad(set_to_none=True)
        self.scaler.scale(loss).backward()
        if optimizer is self.optimizer and self.config.clip:
            self.scaler.unscale_(optimizer)
            nn.utils.clip_grad_norm_(self.generator.parameters(), self.config.clip)
        self.scaler.step(optimizer)
        if optimizer is self.optimizer:
            self.scaler.update()

    @torch.no_grad()
    def _follow(self) -> None:
        """Move the averaged weights towards the current ones; running statistics are taken as they are."""
        current = self.generator.state_dict()
        for name, kept in self.average.state_dict().items():
            if self.config.ema and kept.is_floating_point():
                kept.lerp_(current[name], 1 - self.config.ema)
            else:
                kept.copy_(current[name])

    def _autocast(self) -> torch.autocast:
        kind = torch.device(self.config.device).type
        dtype = torch.float16 if self.config.precision == "fp16" else torch.bfloat16
        return torch.autocast(kind, dtype, enabled=self.config.precision != "fp32")

    def save(self, path: Path, card: dict[str, Any]) -> None:
        """Write everything that the next step depends on."""
        scaler = {key: float(value) for key, value in self.scaler.state_dict().items()}
        save_training(path, modules=self._modules(), optimizers=self._optimizers(), card={**card, "scaler": scaler})

    def load(self, path: Path) -> dict[str, Any]:
        """Go on from what `save` wrote; returns its card."""
        card = load_training(path, modules=self._modules(), optimizers=self._optimizers())
        if card.get("scaler"):
            whole = {key: int(value) if "interval" in key or "tracker" in key else value
                     for key, value in card["scaler"].items()}  # fmt: skip
            self.scaler.load_state_dict(whole)
        return card

    def _modules(self) -> dict[str, nn.Module]:
        return {"generator": self.generator, "judges": self.judges, "average": self.average}

    def _optimizers(self) -> dict[str, torch.optim.Optimizer]:
        return {"generator": self.optimizer, "judges": self.judge_optimizer}


def draw_batch(
    samples: Samples, seeds: Sequence[np.ndarray], config: InpaintConfig, step: int, *, rank: int = 0, ranks: int = 1
) -> tuple[Sample, torch.Tensor]:
    """Images and masks of a step, a function of seed and step alone; of several processes each takes its share.

    Returns:
        the samples, and (n, 1, rows, cols) float32 masks, 1 in the hole.
    """
    chosen, masks = [], []
    indices = batch_indices(len(samples), seed=config.seed, step=step, batch=config.batch)
    for place in range(rank, config.batch, ranks):
        generator = rng_at(config.seed, 1, step, place)
        sample = augmented(samples[indices[place]], size=config.crop, generator=generator, turns=True)
        size = sample.image.shape[-1]
        mask = training_mask(seeds, generator, size=size, area=config.area, maskmix=config.maskmix)
        chosen.append(sample)
        masks.append(torch.from_numpy(mask[: sample.image.shape[-2]].astype(np.float32))[None])
    return stacked(chosen), torch.stack(masks)
