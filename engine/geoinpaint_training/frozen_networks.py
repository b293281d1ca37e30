"""Opens the frozen networks of training and evaluation (task, LPIPS), and checks that they fit the data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from geoinpaint_engine.errors import UsageError
from geoinpaint_training.data import Samples
from geoinpaint_training.datasets import RASTER
from geoinpaint_training.inpaint_config import RGB
from geoinpaint_training.perceptual import OFF, Perceptual, make_perceptual
from geoinpaint_training.tasks import Normalized, load_task


def open_task(kind: str, path: str, samples: Samples, *, factory: str = "") -> Normalized | None:
    """Opens a frozen task network; None if no file is given.

    Args:
        kind: task of the data, one of `DATA_SETS`.
        path: safetensors file, or "".
        samples: the data, whose classes must be the network's.
        factory: see `build_task`.

    Raises:
        UsageError: `task-kind`, and as in `load_task`.
        InputError: as in `load_task`.
    """
    if not path:
        return None
    if kind == RASTER:
        raise UsageError("task-kind", "Own scenes have no task.", "Leave --task-network out.")
    # places have no names, only numbers in the order of the dataset
    classes = None if kind == "geolocation" else samples.classes
    network = load_task(Path(path), factory=factory, classes=classes)
    if network.card.kind != kind:
        raise UsageError(
            "task-kind", f"{path} is a {network.card.kind} network, not {kind}.", "Name a network of the task."
        )
    return network


class Guides(nn.Module):
    """Several task networks as one, with the mean of their losses."""

    def __init__(self, networks: Sequence[Normalized]) -> None:
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def loss(self, images: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """L_T of Eq. 6, a scalar."""
        return torch.stack([network.loss(images, targets) for network in self.networks]).mean()  # type: ignore[operator]


def open_guides(kind: str, paths: Sequence[str], samples: Samples, *, factory: str = "") -> Guides | None:
    """Opens the task networks that guide a training; None if none are given. Arguments and errors as in `open_task`."""
    networks = [open_task(kind, path, samples, factory=factory) for path in paths if path]
    found = [network for network in networks if network is not None]
    return Guides(found) if found else None


def open_perceptual(source: str, *, bands: int) -> Perceptual | None:
    """Opens the perceptual loss; None if it is off.

    Args:
        source: see `make_perceptual`.
        bands: number of bands of the images.

    Raises:
        UsageError: `perceptual-bands`, and as in `make_perceptual`.
    """
    if source != OFF and bands != RGB:
        raise UsageError(
            "perceptual-bands", "The perceptual loss supports red, green and blue only.", "Leave --perceptual out."
        )
    return make_perceptual(source)
