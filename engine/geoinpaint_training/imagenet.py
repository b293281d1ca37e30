"""ImageNet weights of torchvision's networks, and task networks initialised with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.perceptual import FETCHED
from geoinpaint_training.tasks import Normalized


def imagenet_state(name: str, source: str) -> Mapping[str, torch.Tensor]:
    """The ImageNet weights of torchvision's network `name`, under torchvision's names.

    Args:
        name: name of the network, such as mobilenet_v2.
        source: a safetensors file, or "torchvision" to let torchvision download them.

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
    """Initialises a torchvision network with ImageNet weights, except for its classification layers.

    Raises:
        UsageError: `task-unknown` if it is not a torchvision network.
        InputError: `weights-mismatch`, and as in `imagenet_state`.
    """
    family, _, name = task.card.architecture.partition(":")
    if family != "torchvision":
        architecture = task.card.architecture
        raise UsageError("task-unknown", f"There are no ImageNet weights for {architecture}.", "Leave them out.")
    weights, state, classes = imagenet_state(name, source), task.network.state_dict(), len(task.card.classes)
    # the batch counters are missing in some copies of the weights, and have no effect
    needed = {key for key in state if not key.endswith("num_batches_tracked")}
    fitting = {key for key in needed & set(weights) if weights[key].shape == state[key].shape}
    if any(state[key].shape[0] != classes for key in needed - fitting):
        raise InputError("weights-mismatch", f"{source} does not hold the weights of {name}.", "Check the file.")
    task.network.load_state_dict({**state, **{key: weights[key] for key in fitting}})
