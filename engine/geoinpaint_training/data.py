"""Datasets of the three tasks in their published layouts: image folders (RSSCN7), CVUSA, LoveDA."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from PIL import Image, UnidentifiedImageError

from geoinpaint_engine.errors import InputError

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
LOVEDA_CLASSES: tuple[str, ...] = ("background", "building", "road", "water", "barren", "forest", "agriculture")
IGNORED = -1


@dataclass(frozen=True)
class Sample:
    """An image with its task's target.

    Args:
        image: (3, rows, cols) float32 in [0, 1], the image to be occluded and filled.
        target: int64: a class (), a label map (rows, cols) with -1 = ignored, or a place number ().
        partner: the other view of the place, (3, rows, cols), never occluded; None except for geolocation.
    """

    image: torch.Tensor
    target: torch.Tensor
    partner: torch.Tensor | None = None

    def to(self, device: str) -> Sample:
        """Moves the sample, or batch of samples, to a device."""
        return self._each(lambda tensor: tensor.to(device, non_blocking=True))

    def pin_memory(self) -> Sample:
        """Moves it to pinned memory; called by PyTorch's DataLoader."""
        return self._each(torch.Tensor.pin_memory)

    def _each(self, change: Callable[[torch.Tensor], torch.Tensor]) -> Sample:
        partner = None if self.partner is None else change(self.partner)
        return Sample(change(self.image), change(self.target), partner)


class Samples(Protocol):
    """A dataset of one task: its length, its classes, and its samples by index."""

    classes: tuple[str, ...]

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Sample: ...


def read_image(path: Path, size: int | tuple[int, int] | None = None) -> torch.Tensor:
    """Reads an RGB image as (3, rows, cols) float32 in [0, 1], resized to `size` (side, or rows and columns) if given.

    Raises:
        InputError: `dataset-image`.
    """
    try:
        with Image.open(path) as file:
            image = file.convert("RGB")
    except (OSError, UnidentifiedImageError, SyntaxError) as error:
        raise InputError(
            "dataset-image", f"The image {path} cannot be read ({error}).", "Fetch or unpack the data set again."
        ) from error
    if size is not None:
        rows, cols = (size, size) if isinstance(size, int) else size
        if image.size != (cols, rows):
            image = image.resize((cols, rows), Image.Resampling.BILINEAR)
    return torch.from_numpy(np.asarray(image, dtype=np.float32) / 255).permute(2, 0, 1).contiguous()


class ImageFolder:
    """A folder with one folder of images per class, such as RSSCN7; classes are in alphabetical order.

    Args:
        root: the folder.
        size: side in px that images are resized to; None: unchanged.
        classes: required number of classes; None: any number from two.

    Raises:
        InputError: `dataset-missing`, `dataset-classes`, `dataset-layout`.
    """

    def __init__(self, root: Path, *, size: int | None = 256, classes: int | None = None) -> None:
        folders = _folders(root, "one folder per class")
        self.classes = tuple(folder.name for folder in folders)
        if len(folders) != classes if classes else len(folders) < 2:
            wanted = f"{classes}" if classes else "at least 2"
            raise InputError(
                "dataset-classes",
                f"{root} has {len(folders)} class folders, {wanted} expected.",
                "Name the folder that holds the class folders, and unpack all of them.",
            )
        self._size = size
        self._files = [(path, label) for label, folder in enumerate(folders) for path in _images(folder)]

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, index: int) -> Sample:
        path, label = self._files[index]
        return Sample(read_image(path, self._size), torch.tensor(label))


class Cvusa:
    """CVUSA: ground panoramas (occluded) and satellite views (clean) of the same places, listed in splits/*.csv.

    Each row of `splits/train-19zl.csv` or `splits/val-19zl.csv` lists satellite view, panorama and (unused) labels.

    Args:
        root: the folder with splits/, bingmap/ and streetview/.
        split: "train" or "val".
        size: rows and columns of both views.

    Raises:
        InputError: `dataset-missing`, `dataset-layout`, `dataset-incomplete`.
    """

    def __init__(self, root: Path, split: str, *, size: tuple[int, int] = (256, 256)) -> None:
        table = root / "splits" / f"{split}-19zl.csv"
        if not root.is_dir():
            raise _missing(root, "CVUSA's folder")
        if not table.is_file():
            raise InputError("dataset-layout", f"{root} has no splits/{table.name}.", "Name CVUSA's top folder.")
        with table.open(newline="", encoding="utf-8") as file:
            rows = [row for row in csv.reader(file) if row]
        if not rows or any(len(row) < 2 for row in rows):
            raise InputError(
                "dataset-layout", f"{table} does not list satellite view and panorama.", "Fetch the splits again."
            )
        self._pairs = [(root / row[0].strip(), root / row[1].strip()) for row in rows]
        _complete([path for pair in self._pairs for path in pair], root)
        self._size = size
        self.classes = tuple(satellite.stem for satellite, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, index: int) -> Sample:
        satellite, ground = self._pairs[index]
        return Sample(read_image(ground, self._size), torch.tensor(index), read_image(satellite, self._size))


class LoveDa:
    """LoveDA: land-cover label maps. Labels are 0 = no data (here -1, ignored) and 1 to 7 = classes (here 0 to 6).

    The test labels are not public: train on Train (2,522 images), and report on Val (1,669 images).

    Args:
        root: the folder with Train/ and Val/, each containing Urban/ and Rural/ with images_png/ and masks_png/.
        split: "Train" or "Val".
        size: side in px that images (bilinear) and label maps (nearest) are resized to.

    Raises:
        InputError: `dataset-missing`, `dataset-layout`, `dataset-incomplete`; `dataset-classes` when read.
    """

    classes = LOVEDA_CLASSES

    def __init__(self, root: Path, split: str, *, size: int = 512) -> None:
        areas = _folders(root / split, "Urban and Rural")
        self._size = size
        self._pairs = []
        for area in areas:
            if not (area / "images_png").is_dir() or not (area / "masks_png").is_dir():
                raise InputError(
                    "dataset-layout", f"{area} has no images_png and masks_png.", "Unpack LoveDA unchanged."
                )
            self._pairs += [(image, area / "masks_png" / image.name) for image in _images(area / "images_png")]
        _complete([labels for _, labels in self._pairs], root)

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, index: int) -> Sample:
        image, labels = self._pairs[index]
        return Sample(read_image(image, self._size), self._labels(labels))

    def _labels(self, path: Path) -> torch.Tensor:
        try:
            with Image.open(path) as file:
                resized = file.convert("L").resize((self._size, self._size), Image.Resampling.NEAREST)
        except (OSError, UnidentifiedImageError, SyntaxError) as error:
            raise InputError("dataset-image", f"The labels {path} cannot be read ({error}).") from error
        labels = np.asarray(resized, dtype=np.int64) + IGNORED
        if labels.max() >= len(self.classes):
            raise InputError(
                "dataset-classes",
                f"{path} has label {labels.max() - IGNORED}, LoveDA's labels are 0 to {len(self.classes)}.",
                "Use masks_png as published, without converting the labels.",
            )
        return torch.from_numpy(labels)


def _folders(root: Path, expected: str) -> list[Path]:
    if not root.is_dir():
        raise _missing(root, expected)
    folders = sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    if not folders:
        raise InputError("dataset-layout", f"{root} holds no folders, {expected} expected.", "Check the folder.")
    return folders


def _images(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    if not files:
        raise InputError("dataset-layout", f"{folder} holds no images.", "Unpack the data set completely.")
    return files


def _complete(paths: Sequence[Path], root: Path) -> None:
    absent = [path for path in paths if not path.is_file()]
    if absent:
        raise InputError(
            "dataset-incomplete",
            f"{len(absent)} of {len(paths)} files of {root} are missing, the first is {absent[0]}.",
            "Finish the download and unpack all parts.",
        )


def _missing(root: Path, expected: str) -> InputError:
    return InputError("dataset-missing", f"There is no folder {root} ({expected}).", "Check the path.")
