"""Geoscience task networks: what the inpainter is trained for. Frozen, with gradients flowing through to the image."""

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
    """What training and evaluation ask of a task network. Images are (n, bands, rows, cols) in [0, 1]."""

    def loss(self, images: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """L_T of Eq. 6, a scalar."""

    def predict(self, images: torch.Tensor) -> torch.Tensor:
        """What the task's metric takes: class scores, label scores per pixel, or descriptors."""


@dataclass(frozen=True)
class TaskCard:
    """What has to be known to rebuild a task network and feed it.

    Args:
        kind: scene (class per image), segmentation (class per pixel) or geolocation (place).
        architecture: `torchvision:NAME`, `lpn:BACKBONE`, `hrnet:WIDTH`, or `own` for a user's factory.
        classes: names, in the order of the scores.
        size: side in px the image is resized to before it enters; 0: as it is.
        mean, std: per band, subtracted and divided by after scaling to [0, 1].
        data, note: what it was trained on and how well it does.
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
    """The module in evaluation mode with fixed weights; gradients still flow to its input."""
    return module.eval().requires_grad_(False)


class Normalized(nn.Module):
    """A network behind its input scaling: resize, subtract the mean, divide by the standard deviation."""

    mean: torch.Tensor
    std: torch.Tensor

    def __init__(self, network: nn.Module, card: TaskCard) -> None:
        super().__init__()
        self.network = network
        self.card = card
        self.register_buffer("mean", torch.tensor(card.mean)[:, None, None], persistent=False)
        self.register_buffer("std", torch.tensor(card.std)[:, None, None], persistent=False)

    def prepare(self, images: torch.Tensor) -> torch.Tensor:
        """Images (n, bands, rows, cols) in [0, 1] as the network wants them."""
        if self.card.size and images.shape[-2:] != (self.card.size, self.card.size):
            images = nnf.interpolate(
                images, size=(self.card.size, self.card.size), mode="bilinear", antialias=True, align_corners=False
            )
        return (images - self.mean) / self.std

    def forward(self, images: torch.Tensor) -> Any:
        """The network's own output for (n, bands, rows, cols) in [0, 1]."""
        return self.network(self.prepare(images))


class SceneRecognition(Normalized):
    """Class of a whole image (Section III-B.3, the cross entropy of a classifier such as VGG16)."""

    def loss(self, images: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Mean cross entropy of the images whose class is known, 0 where none is; targets (n,) int64, -1 ignored."""
        total = nnf.cross_entropy(self(images), targets, ignore_index=IGNORED, reduction="sum")
        return total / (targets != IGNORED).sum().clamp(min=1)

    def predict(self, images: torch.Tensor) -> torch.Tensor:
        """(n, classes) scores."""
        return self(images)


class Segmentation(Normalized):
    """Class of each pixel (Section III-B.3, pixel-level cross entropy); scores are resized to the image."""

    def predict(self, images: torch.Tensor) -> torch.Tensor:
        """(n, classes, rows, cols) scores."""
        return nnf.interpolate(self(images), size=images.shape[-2:], mode="bilinear", align_corners=False)

    def loss(self, images: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Mean cross entropy over the labelled pixels, 0 where none is; targets (n, rows, cols), -1 ignored."""
        scores = self.predict(images)
        total = nnf.cross_entropy(scores, targets, ignore_index=IGNORED, reduction="sum")
        return total / (targets != IGNORED).sum().clamp(min=1)


class Geolocation(Normalized):
    """Place of a view among all places (LPN): the sum of the parts' cross entropies, descriptors for the search."""

    def loss(self, images: torch.Tensor, targets: torch.Tensor, view: str = "ground") -> torch.Tensor:
        """Sum over the parts of the cross entropy; targets (n,) number of the place."""
        parts = self.network(self.prepare(images), view)[0]
        return torch.stack([nnf.cross_entropy(scores, targets) for scores in parts]).sum()

    def predict(self, images: torch.Tensor, view: str = "ground") -> torch.Tensor:
        """(n, parts * features) descriptors of unit length of "ground" or "satellite" views."""
        return self.network(self.prepare(images), view)[1]


KINDS: dict[str, type[Normalized]] = {
    "scene": SceneRecognition, "segmentation": Segmentation, "geolocation": Geolocation,
}  # fmt: skip


def build_task(card: TaskCard, factory: str = "") -> Normalized:
    """The task network of a card, with fresh weights.

    Args:
        card: what to build.
        factory: `package.module:function` of a user's own network, called with the number of classes. Only scripts/
            pass it on; it is never read from a file.

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
    """Write weights and card of a task network."""
    save_tensors(path, task.network.state_dict(), asdict(task.card))


def load_task(path: Path, *, factory: str = "", classes: Sequence[str] | None = None) -> Normalized:
    """A task network from its file, frozen.

    The card is in the file's header or beside it as `<name>.json`.

    Args:
        path: safetensors file.
        factory: see build_task.
        classes: the data set's classes, which have to be the network's.

    Raises:
        InputError: `weights-missing`, `weights-unreadable`, `weights-mismatch`, `task-card`, `task-classes`.
        UsageError: `task-unknown`, `task-factory`.
    """
    tensors, settings = load_tensors(path)
    beside = path.with_suffix(".json")
    if not settings and beside.is_file():
        import json

        settings = json.loads(beside.read_text(encoding="utf-8"))
    if not {"kind", "architecture", "classes"} <= set(settings):
        raise InputError(
            "task-card", f"{path} has no card with kind, architecture and classes.", f"Write one as {beside.name}."
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
