"""Weights of ImageNet for torchvision's networks, and task networks that begin with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.perceptual import FETCHED
from geoinpaint_training.tasks import Normalized


def imagenet_state(name: str, source: str) -> Mapping[str, torch.Tensor]:
    """The weights of torchvision's network `name` by torchvision's names.

    Args:
        name: such as mobilenet_v2.
        source: a safetensors file, or "torchvision" to let torchvision fetch its own.

    Raises:
        InputError: `weights-missing`, `weights-unreadable`.
    """
    if source != FETCHED:
        return load_tensors(Path(source))[0]
    from torchvision.models import get_model_weights

    try:
        return get_model_weights(name).DEFAULT.get_state_dict(progress=False)
    except OSError as error:
        raise InputError(
            "weights-missing", f"torchvision cannot fetch the weights of {name}: {error}.", "Name a safetensors file."
        ) from error


def begin_with_imagenet(task: Normalized, source: str) -> None:
    """Load ImageNet's weights into all of a torchvision network but the layers that know the classes.

    Raises:
        UsageError: `task-unknown`: it is none of torchvision's.
        InputError: `weights-mismatch`, and as `imagenet_state`.
    """
    family, _, name = task.card.architecture.partition(":")
    if family != "torchvision":
        wanted = task.card.architecture
        raise UsageError("task-unknown", f"There are no ImageNet weights for {wanted}.", "Leave them out.")
    weights, own, classes = imagenet_state(name, source), task.network.state_dict(), len(task.card.classes)
    # the counter of batches is not in every copy of the weights, and means nothing here
    needed = {key for key in own if not key.endswith("num_batches_tracked")}
    fitting = {key for key in needed & set(weights) if weights[key].shape == own[key].shape}
    if any(own[key].shape[0] != classes for key in needed - fitting):
        raise InputError("weights-mismatch", f"{source} does not hold the weights of {name}.", "Check the file.")
    task.network.load_state_dict({**own, **{key: weights[key] for key in fitting}})
