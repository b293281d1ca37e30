"""Frozen task networks for which the inpainter is trained; gradients pass through them to the image."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import torch
import torch.nn.functional as nnf
from torch import nn

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.model_file import load_into
from geoinpaint_training.checkpoints import load_tensors, save_tensors
from geoinpaint_training.data import IGNORED
from geoinpaint_training.settings import make_config

IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
Module = TypeVar("Module", bound=nn.Module)


class TaskNetwork(Protocol):
    """Interface of task networks for training and evaluation. Images are (n, bands, rows, cols) in [0, 1]."""

    def loss(self, images: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """The task loss L_T of Eq. 6, a scalar."""

    def predict(self, images: torch.Tensor) -> torch.Tensor:
        """The input of the task's metric: class scores, scores per pixel, or descriptors."""


@dataclass(frozen=True)
class TaskCard:
    """The properties needed to rebuild a task network and to prepare its input.

    Args:
        kind: scene (class per image), segmentation (class per pixel) or geolocation (place).
        architecture: `torchvision:NAME`, `lpn:BACKBONE`, `hrnet:WIDTH`, or `own` for a factory given by the user.
        classes: class names, in the order of the scores.
        size: side in px that images are resized to; 0: unchanged.
        mean, std: normalisation per band of images in [0, 1].
        data, note: training data, and accuracy.
    """

    kind: str
    architecture: str
    classes: tuple[str, ...]
    size: int = 0
    mean: tuple[float, ...] = IMAGENET_MEAN
    std: tuple[float, ...] = IMAGENET_STD
    data: str = ""
    note: str = ""


def frozen(module: Module) -> Module:
    """The module in evaluation mode without weight gradients; gradients still pass to its input."""
    return module.eval().requires_grad_(False)


class Normalized(nn.Module):
    """A network with its input normalisation: resize, subtract the mean, divide by the standard deviation."""

    mean: torch.Tensor
    std: torch.Tensor

    def __init__(self, network: nn.Module, card: TaskCard) -> None:
        super().__init__()
        self.network = network
        self.card = card
        self.register_buffer("mean", torch.tensor(card.mean)[:, None, None], persistent=False)
        self.register_buffer("std", torch.tensor(card.std)[:, None, None], persistent=False)

    def prepare(self, images: torch.Tensor) -> torch.Tensor:
        """Resizes and normalises images (n, bands, rows, cols) in [0, 1]."""
        if self.card.size and images.shape[-2:] != (self.card.size, self.card.size):
            images = nnf.interpolate(
                images, size=(self.card.size, self.card.size), mode="bilinear", antialias=True, align_corners=False
            )
        return (images - self.mean) / self.std

    def forward(self, images: torch.Tensor) -> Any:
        """The network's raw output for images (n, bands, rows, cols) in [0, 1]."""
        return self.network(self.prepare(images))


class SceneRecognition(Normalized):
    """Classification of whole images (Section III-B.3, cross entropy of a classifier such as VGG16)."""

    def loss(self, images: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Mean cross entropy over images of known class, 0 without any; targets (n,) int64, -1 ignored."""
        total = nnf.cross_entropy(self(images), targets, ignore_index=IGNORED, reduction="sum")
        return total / (targets != IGNORED).sum().clamp(min=1)

    def predict(self, images: torch.Tensor) -> torch.Tensor:
        """(n, classes) scores."""
        return self(images)


class Segmentation(Normalized):
    """Classification of pixels (Section III-B.3, pixel-level cross entropy); scores are resized to the image."""

    def predict(self, images: torch.Tensor) -> torch.Tensor:
        """(n, classes, rows, cols) scores."""
        return nnf.interpolate(self(images), size=images.shape[-2:], mode="bilinear", align_corners=False)

    def loss(self, images: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Mean cross entropy over labelled pixels, 0 without any; targets (n, rows, cols), -1 ignored."""
        scores = self.predict(images)
        total = nnf.cross_entropy(scores, targets, ignore_index=IGNORED, reduction="sum")
        return total / (targets != IGNORED).sum().clamp(min=1)


class Geolocation(Normalized):
    """Identification of a place among all places (LPN): sum of the parts' cross entropies, descriptors."""

    def loss(self, images: torch.Tensor, targets: torch.Tensor, view: str = "ground") -> torch.Tensor:
        """Sum of the cross entropies of the parts; targets (n,) int64, place numbers."""
        parts = self.network(self.prepare(images), view)[0]
        return torch.stack([nnf.cross_entropy(scores, targets) for scores in parts]).sum()

    def predict(self, images: torch.Tensor, view: str = "ground") -> torch.Tensor:
        """(n, parts * features) descriptors of unit length for "ground" or "satellite" views."""
        return self.network(self.prepare(images), view)[1]


KINDS: dict[str, type[Normalized]] = {
    "scene": SceneRecognition, "segmentation": Segmentation, "geolocation": Geolocation,
}  # fmt: skip


def build_task(card: TaskCard, factory: str = "") -> Normalized:
    """Builds the task network of a card, with random weights.

    Args:
        card: the card.
        factory: `package.module:function` of the user's own network, called with the number of classes. It comes from
            the command line only, never from a file.

    Raises:
        UsageError: `task-unknown`, `task-factory`.
    """
    if card.kind not in KINDS:
        raise UsageError("task-unknown", f"There is no task {card.kind!r}.", f"Tasks are {', '.join(KINDS)}.")
    return KINDS[card.kind](_backbone(card, factory), card)


def _backbone(card: TaskCard, factory: str) -> nn.Module:
    family, _, name = card.architecture.partition(":")
    if factory:
        return _own(factory)(len(card.classes))
    if family == "torchvision":
        return _torchvision(name, len(card.classes))
    if family == "lpn":
        from geoinpaint_training.lpn import build_lpn

        return build_lpn(name, classes=len(card.classes))
    if family == "hrnet":
        from geoinpaint_training.hrnet import HRNetV2

        return HRNetV2(name, classes=len(card.classes))
    hint = "Name it with --task-factory package.module:function." if family == "own" else ""
    raise UsageError("task-unknown", f"The task network {card.architecture!r} cannot be built from its card.", hint)


def _torchvision(name: str, classes: int) -> nn.Module:
    from torchvision.models import get_model, list_models

    if name not in list_models():
        raise UsageError("task-unknown", f"torchvision has no network {name!r}.", "See list_models() there.")
    return get_model(name, weights=None, num_classes=classes)


def _own(factory: str) -> Callable[[int], nn.Module]:
    module, _, name = factory.partition(":")
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(
            "task-factory", f"The factory {factory!r} cannot be loaded: {error}.", "Write package.module:function."
        ) from error


def save_task(path: Path, task: Normalized) -> None:
    """Writes weights and card of a task network."""
    save_tensors(path, task.network.state_dict(), asdict(task.card))


def load_task(path: Path, *, factory: str = "", classes: Sequence[str] | None = None) -> Normalized:
    """Reads a frozen task network from its file.

    The card is in the file's header, or beside it as `<name>.json`.

    Args:
        path: safetensors file.
        factory: see `build_task`.
        classes: classes of the dataset, which must be the network's.

    Raises:
        InputError: `weights-missing`, `weights-unreadable`, `weights-mismatch`, `task-card`, `task-classes`.
        UsageError: `task-unknown`, `task-factory`.
    """
    tensors, settings = load_tensors(path)
    card_file = path.with_suffix(".json")
    if not settings and card_file.is_file():
        import json

        settings = json.loads(card_file.read_text(encoding="utf-8"))
    if not {"kind", "architecture", "classes"} <= set(settings):
        raise InputError(
            "task-card", f"{path} has no card with kind, architecture and classes.", f"Write one as {card_file.name}."
        )
    card = make_config(TaskCard, settings)
    if classes is not None and tuple(classes) != card.classes:
        raise InputError(
            "task-classes",
            f"The task network knows {len(card.classes)} classes ({', '.join(card.classes[:3])}, ...), the data "
            f"set has {len(classes)} ({', '.join(classes[:3])}, ...).",
            "Use the data set the network was trained for.",
        )
    task = build_task(card, factory)
    load_into(task.network, tensors, title=path.name)
    return frozen(task)
