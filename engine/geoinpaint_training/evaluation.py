"""The rows of Table I: fills of the same images under the same masks, with confidence intervals of differences."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields

import cv2
import numpy as np
import torch

from geoinpaint_engine.methods.network.coherent import coherent_fill
from geoinpaint_engine.methods.network.networks import CoarseToFine, composite, occlude
from geoinpaint_engine.quality.metrics import SSIM_RADIUS, psnr, ssim_map
from geoinpaint_engine.solvers.harmonic import harmonic_fill
from geoinpaint_training.data import Samples
from geoinpaint_training.inpaint_config import Generator
from geoinpaint_training.maskmix import fixed_mask
from geoinpaint_training.perceptual import Perceptual
from geoinpaint_training.scores import task_score
from geoinpaint_training.tasks import Normalized, SceneRecognition

Fill = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
"""(bands, rows, cols) image with a white hole and (1, rows, cols) mask to an image, of which the hole is used."""


def no_fill(occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Testing without a fill: the hole stays white."""
    return occluded


def telea(occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Telea 2004 as the papers use it: OpenCV with 8 bit and radius 3, on three bands together (else band by band)."""
    hole = (mask[0].numpy() > 0).astype(np.uint8)
    scene = np.round(occluded.numpy().clip(0, 1) * 255).astype(np.uint8)
    groups = [scene.transpose(1, 2, 0)] if len(scene) == 3 else list(scene)
    filled = [cv2.inpaint(np.ascontiguousarray(group), hole, 3, cv2.INPAINT_TELEA) for group in groups]
    together = filled[0].transpose(2, 0, 1) if len(scene) == 3 else np.stack(filled)
    return torch.from_numpy(together.astype(np.float32) / 255)


def harmonic(occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The harmonic fill."""
    hole = mask[0].numpy() > 0
    return torch.from_numpy(harmonic_fill(occluded.numpy(), hole, ~hole))


def coherent(occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The fill along the edges of the image, with which networks with a coherent start begin."""
    with torch.inference_mode():
        return coherent_fill(occluded[None], mask[None])[0]


class Starts:
    """Caches the starts of images under their masks, for all networks of the same kind of start.

    Args:
        capacity: cache size in bytes; the least recently used starts are dropped.
    """

    def __init__(self, capacity: int = 600 * 2**20) -> None:
        self._capacity = capacity
        self._kept: dict[tuple[bool, bytes], torch.Tensor] = {}

    def __call__(self, network: CoarseToFine, occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """network.start of (n, bands, rows, cols) and (n, 1, rows, cols)."""
        content = hashlib.sha256(occluded.numpy().tobytes() + mask.numpy().tobytes()).digest()
        key = (network.config.coherent, content)
        start = self._kept.pop(key, None)
        if start is None:
            start = network.start(occluded, mask)
        self._kept[key] = start
        while sum(kept.nbytes for kept in self._kept.values()) > self._capacity and len(self._kept) > 1:
            del self._kept[next(iter(self._kept))]
        return start


def model_fill(network: Generator, *, coarse: bool = False, starts: Starts | None = None) -> Fill:
    """The refined (or coarse) map of a trained model as a fill; networks that share `starts` compute it once."""
    which = 0 if coarse else 1

    def fill(occluded: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        with torch.inference_mode():
            image, hole = occluded[None], mask[None]
            if starts is not None and isinstance(network, CoarseToFine) and network.config.smooth_start:
                return network.added_to(starts(network, image, hole), hole)[which][0]
            return network(image, hole)[which][0]

    return fill


@dataclass
class Row:
    """Scores of a fill, one entry per image and mask (mask by mask, then image by image).

    Args:
        psnr, ssim, perceptual: of the whole composite; perceptual is empty without its weights.
        right: 1 if the class was recognised, else 0 (scene recognition).
        task: scores of the task, one dict per mask.
    """

    psnr: list[float] = field(default_factory=list)
    ssim: list[float] = field(default_factory=list)
    perceptual: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    task: list[Mapping[str, float]] = field(default_factory=list)

    def means(self) -> dict[str, float]:
        """Mean of each score that was measured."""
        found = {
            name: float(np.mean(getattr(self, name))) for name in ("psnr", "ssim", "perceptual") if getattr(self, name)
        }
        keys = self.task[0].keys() if self.task else ()
        return {**found, **{key: float(np.mean([table[key] for table in self.task])) for key in keys}}


def evaluate_draw(
    fill: Fill,
    samples: Samples,
    masks: Sequence[np.ndarray],
    task: Normalized | None,
    *,
    seed: int,
    draw: int,
    area: tuple[float, float],
    perceptual: Perceptual | None = None,
) -> Row:
    """Scores a fill on all images, each under its fixed mask number `draw`.

    Args:
        fill: the fill; only its hole is used, clipped to [0, 1].
        samples: the images.
        masks: seed masks.
        task: the frozen task network, or None.
        seed: seed of the masks; the same for all rows.
        draw: number of the mask of each image.
        area: bounds of the share of the image that masks cover.
        perceptual: the perceptual distance, or None.
    """
    row = Row()

    def change(index: int, image: torch.Tensor) -> torch.Tensor:
        shown = masked_fill(fill, image, masks, seed=seed, index=index, draw=draw, area=area)
        _measure(row, shown, image, perceptual)
        return shown

    if task is None:
        for index in range(len(samples)):
            change(index, samples[index].image)
    elif isinstance(task, SceneRecognition):
        with torch.inference_mode():
            row.right = [_recognised(task, change(i, samples[i].image), samples[i].target) for i in range(len(samples))]
        row.task.append({"accuracy": float(np.mean(row.right))})
    else:
        row.task.append(task_score(task, samples, change=change))
    return row


def masked_fill(
    fill: Fill,
    image: torch.Tensor,
    masks: Sequence[np.ndarray],
    *,
    seed: int,
    index: int,
    draw: int,
    area: tuple[float, float],
) -> torch.Tensor:
    """The composite of an image (bands, rows, cols), filled under one of its fixed masks."""
    drawn = fixed_mask(masks, seed=seed, image=index, draw=draw, size=image.shape[-1], area=area)
    mask = torch.from_numpy(drawn.astype(np.float32))[None, : image.shape[-2]]
    occluded = occlude(image[None], mask[None])[0]
    return composite(fill(occluded, mask).clamp(0, 1), occluded, mask)


def _measure(row: Row, composite_image: torch.Tensor, truth: torch.Tensor, perceptual: Perceptual | None) -> None:
    result, wanted = composite_image.numpy(), truth.numpy()
    row.psnr.append(psnr(result, wanted, data_range=1.0))
    inner = (slice(None), slice(SSIM_RADIUS, -SSIM_RADIUS), slice(SSIM_RADIUS, -SSIM_RADIUS))
    row.ssim.append(float(ssim_map(result, wanted, data_range=1.0)[inner].mean()))
    if perceptual is not None:
        with torch.inference_mode():
            row.perceptual.append(float(perceptual(composite_image[None], truth[None])))


def _recognised(task: SceneRecognition, image: torch.Tensor, target: torch.Tensor) -> float:
    return float(int(task.predict(image[None]).argmax()) == int(target))


def joined(rows: Sequence[Row]) -> Row:
    """Concatenates the rows of several masks."""
    row = Row()
    for field_ in fields(Row):
        for part in rows:
            getattr(row, field_.name).extend(getattr(part, field_.name))
    return row


def averaged(rows: Sequence[Row]) -> Row:
    """Averages the rows of several seeds of a training, image by image."""

    def mean(name: str) -> list[float]:
        return np.mean([getattr(row, name) for row in rows], axis=0).tolist() if getattr(rows[0], name) else []

    tables: list[Mapping[str, float]] = [
        {key: float(np.mean([table[key] for table in draw])) for key in draw[0]}
        for draw in zip(*(row.task for row in rows), strict=True)
    ]
    return Row(mean("psnr"), mean("ssim"), mean("perceptual"), mean("right"), tables)


def paired_interval(
    one: Sequence[float], other: Sequence[float], *, images: int, seed: int = 0, draws: int = 2000
) -> tuple[float, float, float]:
    """Mean of one - other with a 95 % bootstrap interval over images; the masks of an image are resampled together.

    Args:
        one, other: one entry per image and mask, mask by mask.
        images: number of images.
        seed: seed of the bootstrap.
        draws: number of resamples.

    Returns:
        (mean, lower, upper).
    """
    difference = (np.asarray(one) - np.asarray(other)).reshape(-1, images).mean(axis=0)
    generator = np.random.default_rng(seed)
    means = difference[generator.integers(images, size=(draws, images))].mean(axis=1)
    lower, upper = np.quantile(means, (0.025, 0.975))
    return float(difference.mean()), float(lower), float(upper)


def won_back(accuracy: float, *, clean: float, occluded: float) -> float:
    """Share of the accuracy lost to occlusion that a fill recovers; NaN if none was lost."""
    return (accuracy - occluded) / (clean - occluded) if clean > occluded else float("nan")
