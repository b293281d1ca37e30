r"""The rows of Table I: clean, occluded, TELEA, harmonic, coherent, and trained models, on the same images and masks.

    python scripts/evaluate_inpainting.py --data RSSCN7/test --masks MASKS --task-network FOLDER/task.safetensors \
        --models Pix2Pix=work/p1/model.safetensors,work/p2/model.safetensors Proposed=work/a1/model.safetensors \
        --pairs Proposed,Pix2Pix --keep work/rows

A model is a training's model.safetensors, an exported model, or the name of one that ships; several files after one
label are seeds of one training and are averaged, and the differences of each seed are told too. Differences have 95 %
paired bootstrap intervals over the images, of the mean over masks and seeds. With --keep the figures of each row and
mask number are written as they come, and are not measured again (empty the folder after a change of the code).
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.network.model_file import read_model
from geoinpaint_engine.methods.network.table import find_model
from geoinpaint_training.datasets import DATA_SETS, RASTER, open_samples
from geoinpaint_training.evaluation import (
    Fill,
    Row,
    Starts,
    averaged,
    coherent,
    evaluate_draw,
    harmonic,
    joined,
    masked_fill,
    model_fill,
    no_fill,
    paired_interval,
    telea,
    won_back,
)
from geoinpaint_training.export import read_training
from geoinpaint_training.frozen_networks import open_perceptual, open_task
from geoinpaint_training.inpaint_config import Generator
from geoinpaint_training.kept_scores import KeptScores, content_of, content_of_file
from geoinpaint_training.maskmix import mask_area, read_seed_masks
from geoinpaint_training.memory import Cached
from geoinpaint_training.perceptual import OFF
from geoinpaint_training.runs import contact_sheet
from geoinpaint_training.scores import task_score
from geoinpaint_training.script_errors import exit_on_known_errors
from geoinpaint_training.settings import option, parse_config
from geoinpaint_training.validation import Subset, evenly

CLASSICAL: dict[str, Fill] = {"occluded": no_fill, "TELEA": telea, "harmonic": harmonic, "coherent": coherent}
JPEG_QUALITY = 70
MEASURES = (("psnr", "PSNR"), ("ssim", "SSIM"), ("right", "accuracy"))


@dataclass(frozen=True)
class Config:
    """The settings of an evaluation."""

    task: str = option("scene", "the data set's kind", choices=DATA_SETS)
    data: str = option("", "folder of the part to report on")
    bands: tuple[str, ...] = option((), "raster: names of the bands, in the models' order")
    masks: str = option("", "folder of seed masks")
    task_network: str = option("", "weights of the frozen task network; empty: image quality only")
    task_factory: str = option("", "package.module:function that makes an own task network")
    models: tuple[str, ...] = option((), "LABEL=FILE[,FILE...] or LABEL=NAME")
    coarse_maps: bool = option(False, "a row for the coarse map of each model too")
    compare: tuple[str, ...] = option(("TELEA",), "rows that every other row is compared with")
    pairs: tuple[str, ...] = option((), "ROW,OTHER: two more rows to compare, ROW minus OTHER")
    image_size: int = option(256, "side in px (segmentation: 512)")
    images: int = option(0, "evenly chosen images (scenes are listed class by class); 0: all")
    draws: int = option(5, "masks per image")
    seed: int = option(1, "seed of the masks and the bootstrap")
    perceptual: str = option(
        OFF, "LPIPS: off, torchvision, or a safetensors file with ImageNet weights of VGG16 (or MobileNetV2)"
    )
    keep: str = option("", "folder where the figures of each row and mask number are kept")
    output: str = option("", "JSON file for all figures")
    pictures: str = option("", "PNG or JPEG file for a table of fills beside the truth")
    picture_count: int = option(5, "evenly chosen images in that table")
    picture_ways: tuple[str, ...] = option((), "labels of the ways to fill in that table; none: all")


@dataclass(frozen=True)
class Way:
    """A way to fill, and what tells it from all others (its name, or the content of its file)."""

    fill: Fill
    identity: str


def open_network(name: str) -> tuple[Generator, Path]:
    """The networks of a training's file, an exported model, or a shipped one; and that file."""
    path = Path(name)
    if path.name == "model.safetensors":
        return read_training(path)[0], path
    found = find_model(name)
    return read_model(found.path, found.card), found.path


def ways_of(models: Sequence[str], *, coarse_maps: bool) -> dict[str, list[Way]]:
    """Label to ways to fill, one per seed; the classical ones first."""
    ways = {label: [Way(fill, label)] for label, fill in CLASSICAL.items()}
    starts = Starts()
    for text in models:
        label, _, files = text.partition("=")
        if not files:
            raise UsageError("model-option", f"{text!r} has no label.", "Write LABEL=FILE.")
        for coarse in (False, True) if coarse_maps else (False,):
            ways[f"{label} (coarse map)" if coarse else label] = [
                Way(model_fill(network, coarse=coarse, starts=starts), f"{content_of_file(path)} {coarse}")
                for network, path in map(open_network, files.split(","))
            ]
    return ways


def pairs_of(config: Config, labels: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each row that others are compared with, and those others.

    Raises:
        UsageError: `compare-unknown`.
    """
    wanted = {other: [label for label in labels if label not in ("occluded", other)] for other in config.compare}
    for text in config.pairs:
        one, _, other = text.partition(",")
        wanted.setdefault(other, [])
        wanted[other] += [] if one in wanted[other] else [one]
    for name in [*wanted, *(label for ones in wanted.values() for label in ones)]:
        if name not in labels:
            raise UsageError("compare-unknown", f"There is no row {name!r}.", f"Rows are {', '.join(labels)}.")
    yield from wanted.items()


def difference(one: Sequence[Row], other: Sequence[Row], *, images: int, seed: int) -> dict[str, dict]:
    """Mean, interval and, where both rows have as many seeds, each seed's mean of every measure's difference."""
    found = {}
    both = averaged(one), averaged(other)
    for key, name in MEASURES:
        values = [getattr(row, key) for row in both]
        if all(values):
            mean, low, high = paired_interval(*values, images=images, seed=seed)
            found[name] = {"mean": mean, "interval": [low, high]}
            if len(one) > 1:
                others = other if len(other) == len(one) else [both[1]] * len(one)
                found[name]["seeds"] = [
                    paired_interval(getattr(a, key), getattr(b, key), images=images, draws=1)[0]
                    for a, b in zip(one, others, strict=True)
                ]
    return found


def show_table(rows: dict[str, Row], clean: dict[str, float]) -> None:
    """Print the means of each row."""
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


def show_difference(label: str, found: dict[str, dict]) -> None:
    """Print a row's differences on one line."""
    parts = []
    for name, values in found.items():
        low, high = values["interval"]
        note = " (includes 0)" if low <= 0 <= high else ""
        seeds = ", ".join(f"{mean:+.4f}" for mean in values.get("seeds", []))
        parts.append(
            f"{name} {values['mean']:+.4f} [{low:+.4f}, {high:+.4f}]{note}" + (f" seeds {seeds}" if seeds else "")
        )
    print(f"{label:28}" + "   ".join(parts))


def main(arguments: list[str] | None = None) -> None:
    """Read the settings, fill, measure, print."""
    config = parse_config(Config, arguments, description=(__doc__ or "").split("\n", 1)[0])
    if not config.data or not config.masks:
        raise UsageError("no-data", "Data set or seed masks are not named.", "Add --data FOLDER and --masks FOLDER.")
    whole = open_samples(config.task, Path(config.data), train=False, size=config.image_size, bands=config.bands)
    chosen = Subset(whole, evenly(len(whole), config.images or len(whole)))
    samples = Cached(chosen, half=config.task == RASTER)
    masks = read_seed_masks(Path(config.masks))
    task = open_task(config.task, config.task_network, samples, factory=config.task_factory)
    perceptual = open_perceptual(config.perceptual, bands=samples[0].image.shape[0])
    area = mask_area(config.task)
    print(
        f"{len(samples)} images x {config.draws} masks over {area[0]:.0%} to {area[1]:.0%}; "
        f"perceptual distance: {config.perceptual}"
    )
    ways = ways_of(config.models, coarse_maps=config.coarse_maps)
    pairs = list(pairs_of(config, list(ways)))
    judged = content_of_file(Path(config.task_network)) if config.task_network else ""
    shared = [content_of(samples, masks), judged, config.perceptual, str(config.seed), str(area)]
    kept = KeptScores(Path(config.keep) if config.keep else None, shared)
    clean = dict(task_score(task, samples)) if task is not None else {}
    parts: dict[str, list[list[Row]]] = {label: [[] for _ in seeds] for label, seeds in ways.items()}
    # mask by mask, so that all networks have their start from one making
    for draw in range(config.draws):
        for label, seeds in ways.items():
            started = time.monotonic()
            for place, way in enumerate(seeds):

                def measure(way: Way = way, draw: int = draw) -> Row:
                    return evaluate_draw(way.fill, samples, masks, task, seed=config.seed, draw=draw, area=area,
                                         perceptual=perceptual)  # fmt: skip

                parts[label][place].append(kept(way.identity, draw, measure))
            print(f"mask {draw + 1}, {label}: {time.monotonic() - started:.0f} s", flush=True)
    by_seed = {label: [joined(draws) for draws in seeds] for label, seeds in parts.items()}
    rows = {label: averaged(seeds) for label, seeds in by_seed.items()}
    show_table(rows, clean)
    differences: dict[str, dict[str, dict]] = {}
    for other, labels in pairs:
        print(f"\ndifference to {other}: mean [95 % interval over {len(samples)} images]")
        for label in labels:
            found = difference(by_seed[label], by_seed[other], images=len(samples), seed=config.seed)
            differences.setdefault(other, {})[label] = found
            show_difference(label, found)
    if config.pictures:
        shown = evenly(len(samples), config.picture_count)
        fills = [ways[label][0].fill for label in config.picture_ways or ways]
        columns = [picture_column(fill, samples, shown, masks, config.seed, area) for fill in fills]
        columns.append([samples[i].image for i in shown])
        contact_sheet(list(zip(*columns, strict=True))).save(config.pictures, quality=JPEG_QUALITY)
    if config.output:
        figures = {
            "config": asdict(config), "images": len(samples), "clean": clean,
            "rows": {label: row.means() for label, row in rows.items()},
            "seeds": {label: [row.means() for row in seeds] for label, seeds in by_seed.items() if len(seeds) > 1},
            "differences": differences,
        }  # fmt: skip
        Path(config.output).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def picture_column(
    fill: Fill, samples: Cached, shown: Sequence[int], masks: list, seed: int, area: tuple[float, float]
) -> list[torch.Tensor]:
    """Composites of some images."""
    return [masked_fill(fill, samples[i].image, masks, seed=seed, index=i, draw=0, area=area) for i in shown]


if __name__ == "__main__":
    with exit_on_known_errors():
        main()
