"""Train a geoscience task network on clean images: scene recognition, segmentation or geolocation.

    python scripts/train_task_network.py --data RSSCN7/train --validate RSSCN7/test --folder work/classifier
    python scripts/train_task_network.py --task segmentation --data LoveDA --architecture hrnet:32 --size 512 ...
    python scripts/train_task_network.py --task geolocation --data CVUSA --architecture lpn:resnet50 ...

Writes FOLDER/task.safetensors (weights and card) and the log; run it again to go on where it was interrupted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.device import choose_device
from geoinpaint_training.augment import augmented, rng_at, stacked, zoomed
from geoinpaint_training.batches import batch_indices, load_batches
from geoinpaint_training.checkpoints import load_training, save_training
from geoinpaint_training.data import Sample, Samples
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.imagenet import begin_with_imagenet
from geoinpaint_training.memory import Cached
from geoinpaint_training.perceptual import OFF
from geoinpaint_training.runs import Clock, Run
from geoinpaint_training.schedule import cosine_rate, set_rate
from geoinpaint_training.scores import task_score
from geoinpaint_training.script_errors import exit_on_known_errors
from geoinpaint_training.settings import option, parse_config
from geoinpaint_training.tasks import Normalized, TaskCard, build_task, save_task


@dataclass(frozen=True)
class Config:
    """The settings of a training."""

    task: str = option("scene", "what to recognise", choices=("scene", "segmentation", "geolocation"))
    data: str = option("", "folder of the data set's training part (LoveDA, CVUSA: the top folder)")
    validate: str = option("", "folder of another part to report the final figure on")
    folder: str = option("work/task", "folder for log, checkpoint and result")
    architecture: str = option("torchvision:shufflenet_v2_x1_0", "torchvision:NAME, hrnet:32, lpn:BACKBONE or own")
    task_factory: str = option("", "package.module:function of an own network, called with the number of classes")
    imagenet: str = option(OFF, "ImageNet weights to begin with: off, torchvision, or a safetensors file")
    image_size: int = option(256, "side in px the images are read at")
    size: int = option(128, "side in px the network sees; 0: as read")
    classes: int = option(0, "number of classes the data set must have; 0: any")
    workers: int = option(0, "processes that draw batches in advance; 0: none")
    steps: int = option(3000, "optimiser steps")
    batch: int = option(32, "images per step")
    rate: float = option(3e-3, "largest learning rate")
    weight_decay: float = option(0.02, "AdamW's weight decay")
    smoothing: float = option(0.1, "label smoothing of scene recognition")
    seed: int = option(1, "seed of weights, order and augmentation")
    save_minutes: float = option(5.0, "minutes between checkpoints")
    max_minutes: float = option(0.0, "end this session after this many minutes; 0: no limit")
    log_every: int = option(50, "steps between lines of the log")
    device: str = option("cpu", "torch device")
    tensorboard: bool = option(True, "write TensorBoard files")
    smoke: bool = option(False, "two steps, to see that everything fits together")


def draw_batch(samples: Samples, config: Config, step: int) -> Sample:
    """The augmented batch of a step."""
    batch = []
    indices = batch_indices(len(samples), seed=config.seed, step=step, batch=config.batch)
    for place, index in enumerate(indices):
        generator = rng_at(config.seed, 1, step, place)
        sample = augmented(samples[index], size=config.image_size, generator=generator, turns=True)
        if config.task == "scene":
            side = config.size or config.image_size
            sample = Sample(zoomed(sample.image, size=side, generator=generator), sample.target)
        batch.append(sample)
    return stacked(batch)


def batch_loss(task: Normalized, batch: Sample, config: Config) -> torch.Tensor:
    """The task's loss on clean images; scene recognition with label smoothing, geolocation over both views."""
    if config.task == "scene":
        return torch.nn.functional.cross_entropy(task(batch.image), batch.target, label_smoothing=config.smoothing)
    if config.task == "geolocation":
        return task.loss(batch.image, batch.target) + task.loss(batch.partner, batch.target, "satellite")  # type: ignore
    return task.loss(batch.image, batch.target)  # type: ignore[operator]


def train(config: Config) -> Normalized:
    """Train to the last step, going on from FOLDER/state.safetensors where it exists."""
    if not config.data:
        raise UsageError("no-data", "No data set is named.", "Add --data FOLDER.")
    samples = Cached(open_samples(config.task, Path(config.data), train=True, size=config.image_size,
                                  classes=config.classes or None))  # fmt: skip
    torch.manual_seed(config.seed)
    card = TaskCard(config.task, config.architecture, samples.classes, config.size,
                    data=f"{Path(config.data).name}, {len(samples)} clean images")  # fmt: skip
    task = build_task(card, config.task_factory).to(config.device)
    if config.imagenet != OFF:
        begin_with_imagenet(task, config.imagenet)
    decayed = [p for p in task.parameters() if p.ndim > 1]
    others = [p for p in task.parameters() if p.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": config.weight_decay}, {"params": others, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=config.rate)
    state, step = Path(config.folder) / "state.safetensors", 0
    if state.is_file():
        step = load_training(state, modules={"task": task}, optimizers={"task": optimizer})["step"]
    run, clock = Run(Path(config.folder), config, step=step, tensorboard=config.tensorboard), Clock(
        config.save_minutes, config.max_minutes)  # fmt: skip
    task.train()
    if config.workers:
        samples.fill()
    draw = partial(draw_batch, samples, config)
    for batch in load_batches(draw, first=step, steps=config.steps, workers=config.workers, device=config.device):
        if clock.over():
            break
        set_rate(optimizer, cosine_rate(step, config.steps, config.rate))
        torch.manual_seed(config.seed * 1_000_003 + step)  # dropout's draw, the same after a resumption
        loss = batch_loss(task, batch.to(config.device), config)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        step += 1
        if step % config.log_every == 0 or step == config.steps:
            run.log(step, {"loss": loss.item()})
        if clock.save_due() or step == config.steps:
            save_training(state, modules={"task": task}, optimizers={"task": optimizer}, card={"step": step})
    save_training(state, modules={"task": task}, optimizers={"task": optimizer}, card={"step": step})
    task.eval()
    note = ""
    if config.validate and step == config.steps:
        held_out = open_samples(config.task, Path(config.validate), train=False, size=config.image_size,
                                classes=len(samples.classes) if config.task == "scene" else None)  # fmt: skip
        figures = task_score(task, held_out, device=config.device)
        note = ", ".join(f"{key} {value:.4f}" for key, value in figures.items()) + f" on {Path(config.validate).name}"
        run.log(step, figures)
    task.card = replace(card, note=note)
    save_task(Path(config.folder) / "task.safetensors", task)
    run.close()
    return task


def main(arguments: list[str] | None = None) -> None:
    """Read the settings and train."""
    config = parse_config(Config, arguments, description=(__doc__ or "").split("\n", 1)[0])
    if config.smoke:
        config = replace(config, steps=2, batch=2, log_every=1)
    train(replace(config, device=str(choose_device(config.device))))


if __name__ == "__main__":
    with exit_on_known_errors():
        main()
