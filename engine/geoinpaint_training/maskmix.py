"""Masks: MaskMix (Eq. 7) for training, randomly placed seed masks for testing, both within bounds of area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError

from geoinpaint_engine.errors import InputError

PAPER_AREA = (0.15, 0.60)
GROUND_AREA = (0.10, 0.20)
CHAINS, OPERATIONS = 3, 3
# the paper gives no threshold; a half keeps what most of the weight agrees on
THRESHOLD = 0.5
TRIES = 100
GROUND_TASKS = ("segmentation", "geolocation")

Draw = Callable[[], np.ndarray]


def mask_area(task: str) -> tuple[float, float]:
    """Bounds of the masked share of an image, as in the paper's experiment with the task, and in ours."""
    return GROUND_AREA if task in GROUND_TASKS else PAPER_AREA


@dataclass(frozen=True)
class Mix:
    """The intermediate results of Eq. 7, for the figure.

    Args:
        chains: the three masks after one, two and three operations: 3 x 3 arrays (rows, cols) in [0, 1].
        weights: (4,) summing to 1; the last one is the seed mask's.
        summed: (rows, cols) in [0, 1].
        mask: (rows, cols) bool.
    """

    chains: tuple[tuple[np.ndarray, ...], ...]
    weights: np.ndarray
    summed: np.ndarray
    mask: np.ndarray


def mix_masks(seed_mask: np.ndarray, generator: np.random.Generator, *, threshold: float = THRESHOLD) -> Mix:
    """MaskMix (Eq. 7): three chains of three random operations on the seed mask, mixed at random and thresholded.

    Args:
        seed_mask: (rows, cols) bool.
        generator: source of random numbers.
        threshold: threshold of the weighted sum.
    """
    seed = seed_mask.astype(np.float32)
    chains = []
    for _ in range(CHAINS):
        chain = [seed]
        for _ in range(OPERATIONS):
            chain.append(transformed(chain[-1], random_operation(seed.shape, generator)))
        chains.append(tuple(chain[1:]))
    weights = generator.dirichlet(np.ones(CHAINS + 1))
    summed = weights[-1] * seed + sum(w * chain[-1] for w, chain in zip(weights[:-1], chains, strict=True))
    return Mix(tuple(chains), weights, summed, summed >= threshold)


def random_operation(shape: tuple[int, ...], generator: np.random.Generator) -> np.ndarray:
    """A random translation (up to 30 % of the size), shear (up to 0.4) or rotation (any angle): (2, 3) affine in px."""
    kind = generator.integers(3)
    if kind == 0:
        shift = generator.uniform(-0.3, 0.3, size=2) * (shape[1], shape[0])
        return np.array([[1, 0, shift[0]], [0, 1, shift[1]]])
    if kind == 1:
        shear = generator.uniform(-0.4, 0.4, size=2)
        return _about_centre(np.array([[1, shear[0]], [shear[1], 1]]), shape)
    return _about_centre(_rotation(generator.uniform(0, 2 * np.pi)), shape)


def transformed(mask: np.ndarray, affine: np.ndarray) -> np.ndarray:
    """Transforms a mask by a (2, 3) affine in px (x, y); beyond its edges it is extended by reflection."""
    size = mask.shape[1], mask.shape[0]
    transformed_mask = cv2.warpAffine(
        mask, affine.astype(np.float64), size, flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT_101
    )
    return np.asarray(transformed_mask)


def placed_mask(seed_mask: np.ndarray, generator: np.random.Generator, *, size: int) -> np.ndarray:
    """A seed mask, randomly rotated, translated and resized to size x size px (Section IV-A): bool.

    Beyond the edges of the seed mask, the sky is clear.
    """
    scale = size / max(seed_mask.shape) * generator.uniform(0.7, 1.6)
    matrix = scale * _rotation(generator.uniform(0, 2 * np.pi))
    centre = np.array(seed_mask.shape[::-1]) / 2
    shift = size / 2 + generator.uniform(-0.25, 0.25, size=2) * size - matrix @ centre
    affine = np.concatenate([matrix, shift[:, None]], axis=1)
    moved = cv2.warpAffine(seed_mask.astype(np.uint8), affine, (size, size), flags=cv2.INTER_NEAREST)
    return np.asarray(moved) > 0


def within_area(draw: Draw, area: tuple[float, float]) -> np.ndarray:
    """The first drawn mask whose share of the image is within `area`.

    Raises:
        InputError: `mask-area` if none of 100 masks is.
    """
    for _ in range(TRIES):
        mask = draw()
        if area[0] <= mask.mean() <= area[1]:
            return mask
    raise InputError(
        "mask-area",
        f"None of {TRIES} masks made from the seed masks covers {area[0]:.0%} to {area[1]:.0%} of the image.",
        "Give seed masks with more or with less cloud, or other bounds.",
    )


def training_mask(
    seeds: Sequence[np.ndarray],
    generator: np.random.Generator,
    *,
    size: int,
    area: tuple[float, float] = PAPER_AREA,
    maskmix: bool,
) -> np.ndarray:
    """A mask for a training image: a random seed mask, placed, and mixed if `maskmix`; (size, size) bool."""

    def draw() -> np.ndarray:
        mask = placed_mask(seeds[int(generator.integers(len(seeds)))], generator, size=size)
        return mix_masks(mask, generator).mask if maskmix else mask

    return within_area(draw, area)


def fixed_mask(
    seeds: Sequence[np.ndarray], *, seed: int, image: int, draw: int, size: int, area: tuple[float, float] = PAPER_AREA
) -> np.ndarray:
    """The mask number `draw` of image number `image`: placed without MaskMix, and the same in every evaluation."""
    generator = np.random.default_rng((seed, image, draw))
    return within_area(lambda: placed_mask(seeds[int(generator.integers(len(seeds)))], generator, size=size), area)


def read_seed_masks(folder: Path) -> list[np.ndarray]:
    """Reads the masks of a folder (images, brighter than half = cloud) in alphabetical order: (rows, cols) bool each.

    Raises:
        InputError: `masks-missing`, `dataset-image`.
    """
    files = sorted(folder.glob("*.png")) + sorted(folder.glob("*.tif")) if folder.is_dir() else []
    if not files:
        raise InputError("masks-missing", f"There are no masks (.png, .tif) in {folder}.", "Run prepare_masks.py.")
    masks = []
    for path in files:
        try:
            with Image.open(path) as file:
                masks.append(np.asarray(file.convert("L")) > 127)
        except (OSError, UnidentifiedImageError) as error:
            raise InputError("dataset-image", f"The mask {path} cannot be read ({error}).") from error
    return masks


def _rotation(angle: float) -> np.ndarray:
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def _about_centre(matrix: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    centre = np.array([shape[1] - 1, shape[0] - 1]) / 2
    return np.concatenate([matrix, (centre - matrix @ centre)[:, None]], axis=1)
