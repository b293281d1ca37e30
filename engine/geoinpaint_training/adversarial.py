"""Adversarial training of the inpainter: networks, discriminators, optimisers, and their common step (Eq. 5, 6)."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.network.networks import CoarseToFine, composite, occlude
from geoinpaint_training.bank import Batch
from geoinpaint_training.checkpoints import load_training, save_training
from geoinpaint_training.data import Sample
from geoinpaint_training.discriminators import PatchDiscriminator
from geoinpaint_training.inpaint_config import InpaintConfig, make_generator
from geoinpaint_training.losses import (
    discriminator_loss,
    generator_loss,
    l1_loss,
    overall_loss,
    square_loss,
    structural_loss,
)
from geoinpaint_training.perceptual import Perceptual
from geoinpaint_training.tasks import TaskNetwork


class AdversarialTrainer:
    """The networks, the discriminators and the optimisers of both.

    Args:
        config: the settings.
        task: the frozen task network, or None.
        perceptual: the perceptual distance, or None.
        wrap: wraps modules for training in several processes (DistributedDataParallel); default: no change.
    """

    def __init__(
        self, config: InpaintConfig, *, task: TaskNetwork | None, perceptual: Perceptual | None, wrap: Any = None
    ) -> None:
        self.config, self.task, self.perceptual = config, task, perceptual
        torch.manual_seed(config.seed)
        self.generator = make_generator(config).to(config.device)
        names = ("coarse", "refined") if config.method == "coarse-to-fine" else ("coarse",)
        self.discriminators = nn.ModuleDict(
            {name: PatchDiscriminator(2 * config.band_count, config.discriminator_width) for name in names}
        )
        self.discriminators.to(config.device)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)
        if config.compile:
            compile_networks(self.generator)
        wrap = wrap or (lambda module: module)
        self.wrapped_generator = wrap(self.generator)
        self.wrapped_discriminators = {name: wrap(network) for name, network in self.discriminators.items()}
        if config.learns == "refinement":
            if not isinstance(self.generator, CoarseToFine) or self.generator.refinement is None:
                raise UsageError("learns-method", f"The method {config.method} has no refinement network.",
                                 "Let both learn.")  # fmt: skip
            self.generator.coarse.requires_grad_(False)
        betas = (config.momentum, 0.999)
        self.optimizer = torch.optim.AdamW(
            self.generator.parameters(), lr=config.rate, betas=betas, weight_decay=config.weight_decay,
            fused=torch.device(config.device).type == "cuda",
        )  # fmt: skip
        self.discriminator_optimizer = torch.optim.Adam(
            self.discriminators.parameters(), lr=config.discriminator_rate, betas=(0.5, 0.999)
        )
        self.scaler = torch.amp.GradScaler(torch.device(config.device).type, enabled=config.precision == "fp16")

    def step(self, drawn: Batch) -> dict[str, torch.Tensor]:
        """Takes one step of the discriminators and one of the networks; returns the terms of the losses."""
        batch, mask = drawn.samples, drawn.mask
        occluded = occlude(batch.image, mask)
        known = () if drawn.start is None else (drawn.start,)
        with self._autocast():
            maps = self.wrapped_generator(occluded, mask, *known)
        maps = dict(zip(self.discriminators, (m.float() for m in maps), strict=False))
        if self.config.learns == "refinement":
            # no gradient reaches the coarse map's discriminator
            maps = {"refined": maps["refined"]}
        shown = {name: composite(m, occluded, mask) for name, m in maps.items()}
        terms: dict[str, torch.Tensor] = {}
        if self.config.weight_gan:
            terms |= self._discriminator_step(batch.image, occluded, shown)
        terms |= self._generator_step(batch, mask, occluded, maps, shown)
        return {name: term.detach() for name, term in terms.items()}

    def _discriminator_step(
        self, truth: torch.Tensor, occluded: torch.Tensor, shown: dict[str, torch.Tensor]
    ) -> dict[str, torch.Tensor]:
        """Maximises Eq. 5 over the discriminators D_c and D_r."""
        self.discriminators.requires_grad_(True)
        losses = {}
        for name, image in shown.items():
            network = self.wrapped_discriminators[name]
            with self._autocast():
                real, fake = network(occluded, truth), network(occluded, image.detach())
            losses[f"discriminator_{name}"] = discriminator_loss(real.float(), fake.float(), self.config.gan)
        self._descend(torch.stack(list(losses.values())).sum(), self.discriminator_optimizer)
        return losses

    def _generator_step(
        self,
        batch: Sample,
        mask: torch.Tensor,
        occluded: torch.Tensor,
        maps: dict[str, torch.Tensor],
        shown: dict[str, torch.Tensor],
    ) -> dict[str, torch.Tensor]:
        """Minimises Eq. 6 over the networks G."""
        # gradients pass through the discriminators, but are not needed for their weights
        self.discriminators.requires_grad_(False)
        where = mask if self.config.l1_region == "hole" else None
        last = list(maps)[-1]
        terms = {f"l1_{name}": l1_loss(m, batch.image, where) for name, m in maps.items()}
        if self.config.weight_gan:
            for name, image in shown.items():
                with self._autocast():
                    fake = self.discriminators[name](occluded, image)
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
        self._update_average()
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
    def _update_average(self) -> None:
        """Moves the averaged weights towards the current ones; running statistics are copied."""
        current = self.generator.state_dict()
        pairs = [(kept, current[name]) for name, kept in self.average.state_dict().items()]
        moved = [pair for pair in pairs if self.config.ema and pair[0].is_floating_point()]
        if moved:  # in a single call, because separate calls would leave a GPU waiting for Python
            get_ema_multi_avg_fn(self.config.ema)([kept for kept, _ in moved], [now for _, now in moved], 0)
        for kept, now in pairs:
            if not (self.config.ema and kept.is_floating_point()):
                kept.copy_(now)

    def _autocast(self) -> torch.autocast:
        kind = torch.device(self.config.device).type
        dtype = torch.float16 if self.config.precision == "fp16" else torch.bfloat16
        return torch.autocast(kind, dtype, enabled=self.config.precision != "fp32")

    def save(self, path: Path, card: dict[str, Any]) -> None:
        """Writes everything that the next step depends on."""
        scaler = {key: float(value) for key, value in self.scaler.state_dict().items()}
        save_training(path, modules=self._modules(), optimizers=self._optimizers(), card={**card, "scaler": scaler})

    def load(self, path: Path) -> dict[str, Any]:
        """Restores the state written by `save`; returns its card."""
        card = load_training(path, modules=self._modules(), optimizers=self._optimizers())
        if card.get("scaler"):
            whole = {key: int(value) if "interval" in key or "tracker" in key else value
                     for key, value in card["scaler"].items()}  # fmt: skip
            self.scaler.load_state_dict(whole)
        return card

    def _modules(self) -> dict[str, nn.Module]:
        return {"generator": self.generator, "discriminators": self.discriminators, "average": self.average}

    def _optimizers(self) -> dict[str, torch.optim.Optimizer]:
        return {"generator": self.optimizer, "discriminators": self.discriminator_optimizer}


def compile_networks(generator: nn.Module) -> None:
    """Compiles the networks in place, except `start`; the names of the weights stay the same."""
    parts = (generator.coarse, generator.refinement) if isinstance(generator, CoarseToFine) else (generator,)
    for part in parts:
        if part is not None:
            part.compile()
