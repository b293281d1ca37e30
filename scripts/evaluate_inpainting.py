r"""The rows of Table I: clean, occluded, TELEA, harmonic, coherent, and trained models, on the same images and masks.

    python scripts/evaluate_inpainting.py --data RSSCN7/test --masks MASKS --task-network FOLDER/task.safetensors \
        --models Pix2Pix=work/p1/model.safetensors,work/p2/model.safetensors Proposed=work/a1/model.safetensors

A model is a training's model.safetensors, an exported model, or the name of one that ships; several files after one
label are seeds of one training and are averaged. Differences are given with 95 % paired bootstrap intervals.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from geoinpaint_engine.errors import EngineError, UsageError
from geoinpaint_engine.models.table import find_model
from geoinpaint_engine.taskdriven.augment import Cached
from geoinpaint_engine.taskdriven.config import option, parse_config
from geoinpaint_engine.taskdriven.data import open_samples
from geoinpaint_engine.taskdriven.evaluation import (
    Fill,
    Row,
    averaged,
    coherent,
    evaluate_row,
    harmonic,
    masked_fill,
    model_fill,
    no_fill,
    paired_interval,
    telea,
    won_back,
)
from geoinpaint_engine.taskdriven.export import read_training
from geoinpaint_engine.taskdriven.looks import Part
from geoinpaint_engine.taskdriven.maskmix import GROUND_AREA, PAPER_AREA, read_seed_masks
from geoinpaint_engine.taskdriven.model_file import Generator, read_model
from geoinpaint_engine.taskdriven.perceptual import OFF, make_perceptual
from geoinpaint_engine.taskdriven.runs import contact_sheet
from geoinpaint_engine.taskdriven.scores import task_score
from geoinpaint_engine.taskdriven.tasks import load_task


@dataclass(frozen=True)
class Config:
    """The settings of an evaluation."""

    task: str = option("scene", "the data set's kind", choices=("scene", "segmentation", "geolocation"))
    data: str = option("", "folder of the part to report on")
    masks: str = option("", "folder of seed masks")
    task_network: str = option("", "weights of the frozen task network; empty: image quality only")
    task_factory: str = option("", "package.module:function that makes an own task network")
    models: tuple[str, ...] = option((), "LABEL=FILE[,FILE...] or LABEL=NAME")
    coarse_maps: bool = option(False, "a row for the coarse map of each model too")
    compare: tuple[str, ...] = option(("TELEA",), "rows that every model is compared with")
    image_size: int = option(256, "side in px (segmentation: 512)")
    images: int = option(0, "evenly chosen images; 0: all")
    draws: int = option(5, "masks per image")
    seed: int = option(1, "seed of the masks and the bootstrap")
    perceptual: str = option(OFF, "VGG16 of LPIPS: off, torchvision, or a safetensors file")
    output: str = option("", "JSON file for all figures")
    pictures: str = option("", "PNG file for a table of fills")


def open_network(name: str) -> Generator:
    """The networks of a training's file, an exported model, or a shipped one."""
    path = Path(name)
    if path.name == "model.safetensors":
        return read_training(path)[0]
    found = find_model(name)
    return read_model(found.path, found.card)


def fills_of(models: Sequence[str], *, coarse_maps: bool) -> dict[str, list[Fill]]:
    """Label to fills, one per seed; the classical ones first."""
    fills: dict[str, list[Fill]] = {"occluded": [no_fill], "TELEA": [telea], "harmonic": [harmonic]}
    fills["coherent"] = [coherent]
    for text in models:
        label, _, files = text.partition("=")
        if not files:
            raise UsageError("model-option", f"{text!r} has no label.", "Write LABEL=FILE.")
        networks = [open_network(file) for file in files.split(",")]
        fills[label] = [model_fill(network) for network in networks]
        if coarse_maps:
            fills[f"{label} (coarse map)"] = [model_fill(network, coarse=True) for network in networks]
    return fills


def show(rows: dict[str, Row], clean: dict[str, float], images: int, config: Config) -> None:
    """Print the table, then the models' differences to the rows they are compared with."""
    keys = list(dict.fromkeys(key for row in rows.values() for key in row.means()))
    back = "accuracy" in clean
    print(f"\n{'method':28}" + "".join(f"{key:>12}" for key in keys) + ("   won back" if back else ""))
    print(f"{'clean':28}" + "".join(f"{clean[key]:12.4f}" if key in clean else f"{'-':>12}" for key in keys))
    occluded = rows["occluded"].means()
    for label, row in rows.items():
        means = row.means()
        line = f"{label:28}" + "".join(f"{means[key]:12.4f}" if key in means else f"{'-':>12}" for key in keys)
        if back:
            line += f"{won_back(means['accuracy'], clean=clean['accuracy'], occluded=occluded['accuracy']):11.1%}"
        print(line)
    for other in config.compare:
        if other not in rows:
            raise UsageError("compare-unknown", f"There is no row {other}.", f"Rows are {', '.join(rows)}.")
        print(f"\ndifference to {other}: mean [95 % interval over {images} images]")
        for label, row in rows.items():
            if label in ("occluded", other):
                continue
            parts = []
            for key, name in (("psnr", "PSNR"), ("ssim", "SSIM"), ("right", "accuracy")):
                if getattr(row, key):
                    mean, low, high = paired_interval(
                        getattr(row, key), getattr(rows[other], key), images=images, seed=config.seed
                    )
                    note = " (includes 0)" if low <= 0 <= high else ""
                    parts.append(f"{name} {mean:+.4f} [{low:+.4f}, {high:+.4f}]{note}")
            print(f"{label:28}" + "   ".join(parts))


def main(arguments: list[str] | None = None) -> None:
    """Read the settings, fill, measure, print."""
    config = parse_config(Config, arguments, description=(__doc__ or "").split("\n", 1)[0])
    if not config.data or not config.masks:
        raise UsageError("no-data", "Data set or seed masks are not named.", "Add --data FOLDER and --masks FOLDER.")
    whole = open_samples(config.task, Path(config.data), train=False, size=config.image_size)
    every = max(1, len(whole) // config.images) if config.images else 1
    samples = Cached(Part(whole, range(0, len(whole), every)))
    masks = read_seed_masks(Path(config.masks))
    classes = None if config.task == "geolocation" else samples.classes
    task = (
        load_task(Path(config.task_network), factory=config.task_factory, classes=classes)
        if config.task_network
        else None
    )
    perceptual = make_perceptual(config.perceptual)
    area = PAPER_AREA if config.task == "scene" else GROUND_AREA
    print(
        f"{len(samples)} images x {config.draws} masks over {area[0]:.0%} to {area[1]:.0%}; LPIPS: {config.perceptual}"
    )
    clean = dict(task_score(task, samples)) if task is not None else {}
    rows: dict[str, Row] = {}
    pictures: list[list[torch.Tensor]] = []
    for label, fills in fills_of(config.models, coarse_maps=config.coarse_maps).items():
        started = time.monotonic()
        rows[label] = averaged(
            [
                evaluate_row(
                    fill, samples, masks, task, seed=config.seed, draws=config.draws, area=area, perceptual=perceptual
                )
                for fill in fills
            ]
        )
        print(f"{label}: {time.monotonic() - started:.0f} s", flush=True)
        if config.pictures:
            pictures.append(picture_column(fills[0], samples, masks, config.seed, area))
    show(rows, clean, len(samples), config)
    if config.pictures:
        pictures.append([samples[i].image for i in shown_places(len(samples))])
        contact_sheet(list(zip(*pictures, strict=True))).save(config.pictures)
    if config.output:
        figures = {"config": asdict(config), "clean": clean, "rows": {key: row.means() for key, row in rows.items()}}
        Path(config.output).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def shown_places(count: int, *, shown: int = 5) -> list[int]:
    """Evenly spread images for the pictures."""
    return [count * (2 * i + 1) // (2 * shown) for i in range(min(shown, count))]


def picture_column(
    fill: Fill, samples: Cached, masks: list, seed: int, area: tuple[float, float]
) -> list[torch.Tensor]:
    """Composites of a few images."""
    return [masked_fill(fill, samples[i].image, masks, seed=seed, index=i, draw=0, area=area)
            for i in shown_places(len(samples))]  # fmt: skip


if __name__ == "__main__":
    try:
        main()
    except EngineError as error:
        sys.exit(str(error))
