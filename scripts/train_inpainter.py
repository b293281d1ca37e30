"""Train the coarse-to-fine inpainter (or a row it is compared with) for a geoscience task.

    python scripts/train_inpainter.py --data RSSCN7/train --masks work/masks --task-network FOLDER/task.safetensors
    torchrun --nproc-per-node 4 scripts/train_inpainter.py --device cuda --task segmentation --data LoveDA ...

Run it again with the same --folder to go on where it was interrupted. Writes FOLDER/model.safetensors at the end of
every sitting (export_model.py makes a model that ships of it), log, curves.png, samples/ and TensorBoard files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

import numpy as np
from torch import nn
from tqdm import tqdm

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.network.model_file import load_into
from geoinpaint_engine.methods.network.networks import CoarseToFine
from geoinpaint_training.adversarial import AdversarialTrainer
from geoinpaint_training.bank import Bank, Batch
from geoinpaint_training.batches import draw_batch, load_batches
from geoinpaint_training.checkpoints import load_tensors, save_tensors
from geoinpaint_training.data import Samples
from geoinpaint_training.datasets import RASTER, open_samples
from geoinpaint_training.frozen_networks import open_guides, open_perceptual
from geoinpaint_training.inpaint_config import InpaintConfig
from geoinpaint_training.maskmix import read_seed_masks
from geoinpaint_training.memory import Cached
from geoinpaint_training.perceptual import OFF
from geoinpaint_training.processes import Processes, join_processes, leave_processes
from geoinpaint_training.resnet34 import load_resnet34
from geoinpaint_training.runs import Clock, EarlyStop, Run, Throughput
from geoinpaint_training.schedule import cosine_rate, set_rate
from geoinpaint_training.script_errors import exit_on_known_errors
from geoinpaint_training.settings import parse_stages
from geoinpaint_training.validation import split_samples, validate

SMOKE = {"width": 4, "depth": (1, 1), "discriminator_width": 4, "crop": 64, "image_size": 64, "steps": 2, "batch": 2,
         "hold_out": 2, "validate_every": 2, "log_every": 1}  # fmt: skip


def make_trainer(config: InpaintConfig, samples: Samples, processes: Processes) -> AdversarialTrainer:
    """Networks, losses and optimisers; the first line of the log says what the perceptual loss and the start are."""
    guides = config.task_network if config.weight_task else ()
    task = open_guides(config.task, guides, samples, factory=config.task_factory)
    task = None if task is None else task.to(processes.device)
    perceptual = open_perceptual(config.perceptual, bands=config.band_count)
    perceptual = None if perceptual is None else perceptual.to(processes.device)
    trainer = AdversarialTrainer(config, task=task, perceptual=perceptual, wrap=processes.wrap)
    if processes.first:
        print(f"perceptual loss: {config.perceptual}; task networks: {', '.join(guides) or 'none'}; "
              f"ImageNet weights: {config.resnet34}", flush=True)  # fmt: skip
    if config.start:
        start_from(trainer.generator, config.start)
        trainer.average.load_state_dict(trainer.generator.state_dict())
    if config.resnet34 != OFF:
        if not isinstance(trainer.generator, CoarseToFine):
            raise UsageError("resnet34-shape", "Pix2Pix has no ResNet-34 encoder.", "Leave --resnet34 out.")
        load_resnet34(trainer.generator, config.resnet34)
        trainer.average.load_state_dict(trainer.generator.state_dict())
    return trainer


def start_from(generator: nn.Module, start: str) -> None:
    """Load the weights of another training; those of a coarse network alone leave the refinement at its beginning."""
    tensors, card = load_tensors(Path(start))
    coarse_only = dict(card.get("config", {})).get("method") == "coarse"
    if coarse_only and isinstance(generator, CoarseToFine) and generator.refinement is not None:
        tensors |= {f"refinement.{name}": value for name, value in generator.refinement.state_dict().items()}
    load_into(generator, tensors, title=start)


def save_model(trainer: AdversarialTrainer, config: InpaintConfig, step: int, figures: dict[str, float]) -> None:
    """Write the averaged weights and what is needed to rebuild and to describe them."""
    card = {"kind": "training", "config": asdict(config), "step": step, "figures": figures}
    save_tensors(Path(config.folder) / "model.safetensors", trainer.average.state_dict(), card)


def open_batches(
    config: InpaintConfig, training: Cached, seeds: Sequence[np.ndarray], trainer: AdversarialTrainer,
    processes: Processes, *, first: int,
) -> Iterator[Batch]:  # fmt: skip
    """What each step from `first` on is made from, on the device."""
    if first >= config.steps:  # nothing is read or made for no step
        return
    more = Cached(open_samples(config.task, Path(config.more_data), train=True, size=config.image_size)) \
        if config.more_data else None  # fmt: skip
    for samples in (training, more) if config.workers else ():
        if samples is not None:
            samples.fill()
    draw = partial(draw_batch, training, seeds, config, more=more, rank=processes.rank, ranks=processes.count)
    load = partial(load_batches, draw, workers=config.workers, device=processes.device)
    if config.bank:
        generator = trainer.generator
        starts = isinstance(generator, CoarseToFine) and generator.config.smooth_start
        drawn = progress(load(first=0, steps=config.bank), "bank", processes)
        bank = Bank(drawn, generator if starts else None, device=processes.device, seed=config.seed)
        yield from (bank.batch(step, config.batch // processes.count) for step in range(first, config.steps))
        return
    for samples, mask in load(first=first, steps=config.steps):
        yield Batch(samples.to(processes.device), mask.to(processes.device, non_blocking=True))


def progress(batches: Iterable, what: str, processes: Processes, *, first: int = 0, steps: int | None = None) -> tqdm:
    """The batches, with a bar where a person sees it."""
    return tqdm(batches, desc=what, initial=first, total=steps, disable=None if processes.first else True)


def train(config: InpaintConfig, seeds: Sequence[np.ndarray], processes: Processes) -> bool:
    """Train to the last step, the end of the sitting, or the early stop; returns whether there is nothing left."""
    samples = open_samples(config.task, Path(config.data), train=True, size=config.image_size, bands=config.bands,
                           least=config.crop)  # fmt: skip
    parts = split_samples(samples, hold_out=config.hold_out, seed=config.seed)
    training, held_out = (Cached(part, half=config.task == RASTER) for part in parts)
    trainer = make_trainer(config, samples, processes)
    state, card = Path(config.folder) / "state.safetensors", {}
    if state.is_file():
        card = trainer.load(state)
    step, stopper = int(card.get("step", 0)), EarlyStop(config.patience)
    stopper.best, stopper.since = card.get("best", stopper.best), card.get("since", 0)
    figures: dict[str, float] = card.get("figures", {})
    run = Run(Path(config.folder), config, step=step, tensorboard=config.tensorboard) if processes.first else None
    clock = Clock(config.save_minutes, config.max_minutes)

    def save() -> None:
        if run is not None:
            best = {"best": stopper.best} if stopper.best > float("-inf") else {}
            trainer.save(state, {"step": step, "since": stopper.since, "figures": figures, **best})

    batches = open_batches(config, training, seeds, trainer, processes, first=step)
    steps = Throughput(progress(batches, "steps", processes, first=step, steps=config.steps), config.batch)
    for batch in steps:
        if stopper.stop or processes.agreed(clock.over()):
            break
        set_rate(trainer.optimizer, cosine_rate(step, config.steps, config.rate))
        set_rate(trainer.discriminator_optimizer, cosine_rate(step, config.steps, config.discriminator_rate))
        terms = trainer.step(batch)
        step += 1
        if run is not None and step % config.log_every == 0:
            run.log(step, {name: term.item() for name, term in terms.items()})
        if step % config.validate_every == 0 or step == config.steps:
            figures, rows = validate(trainer.average, held_out, seeds, area=config.area, device=processes.device)
            better = stopper.better(figures.get("psnr_refined", 0.0))
            if run is not None:
                run.log(step, figures)
                run.samples(step, rows)
                run.curves()
                if better or not config.patience:
                    save_model(trainer, config, step, figures)
        if clock.save_due():
            save()
    save()
    if run is not None:
        if not config.patience:
            save_model(trainer, config, step, figures)
        run.close()
        print(steps, flush=True)
    return step >= config.steps or stopper.stop


def smoke_config(config: InpaintConfig, *, started: bool) -> InpaintConfig:
    """The settings of a smoke run: tiny, but for the size of networks that begin with a given model."""
    kept = ("width", "depth") if started else ()
    tiny = {name: value for name, value in SMOKE.items() if name not in kept}
    return replace(config, **tiny, bank=min(config.bank, 2))


def finished(config: InpaintConfig) -> bool:
    """Whether an earlier sitting brought this stage to its end."""
    model = Path(config.folder) / "model.safetensors"
    return model.is_file() and load_tensors(model)[1].get("step") == config.steps


def main(arguments: list[str] | None = None) -> None:
    """Read the settings and train, stage after stage; each starts from the model of the one before it."""
    stages = parse_stages(InpaintConfig, arguments, description=(__doc__ or "").split("\n", 1)[0])
    start = ""
    for number, config in enumerate(stages, 1):
        config = smoke_config(config, started=bool(stages[0].start)) if config.smoke else config
        if number < len(stages):
            config = replace(config, folder=str(Path(config.folder) / f"stage{number}"))
        config = replace(config, start=start or config.start)
        if not (number < len(stages) and finished(config)) and not sit(config):
            return
        start = str(Path(config.folder) / "model.safetensors")


def sit(config: InpaintConfig) -> bool:
    """One sitting of a stage; returns whether the stage is at its end."""
    if not config.data or not config.masks:
        raise UsageError("no-data", "Data set or seed masks are not named.", "Add --data FOLDER and --masks FOLDER.")
    processes = join_processes(config.device)
    if config.batch % processes.count:
        raise UsageError("batch-split", f"{config.batch} images cannot be shared by {processes.count} processes.",
                         "Choose --batch as a multiple of the processes.")  # fmt: skip
    try:
        return train(replace(config, device=processes.device), read_seed_masks(Path(config.masks)), processes)
    finally:
        leave_processes(processes)


if __name__ == "__main__":
    with exit_on_known_errors():
        main()
