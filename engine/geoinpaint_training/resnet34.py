"""Initialises the encoders with ResNet-34's ImageNet weights (Sun et al., Section III-A)."""

from __future__ import annotations

from collections.abc import Mapping

import torch

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.networks import CoarseToFine
from geoinpaint_training.imagenet import imagenet_state


def resnet34_encoder(state: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """ResNet-34's layer1 to layer3 (torchvision's names) under the names of the first three encoder stages."""
    names = {"bn1": "norm1", "bn2": "norm2", "downsample.0": "shortcut.0", "downsample.1": "shortcut.1"}
    renamed = {}
    for key, value in state.items():
        layer, _, rest = key.partition(".")
        if layer in ("layer1", "layer2", "layer3"):
            block, _, inner = rest.partition(".")
            for theirs, ours in names.items():
                inner = inner.replace(f"{theirs}.", f"{ours}.") if inner.startswith(f"{theirs}.") else inner
            renamed[f"encoder.{int(layer[-1]) - 1}.{block}.{inner}"] = value
    return renamed


def load_resnet34(generator: CoarseToFine, source: str) -> None:
    """Initialises the first three encoder stages of both networks with a ResNet-34 trained on ImageNet.

    Args:
        generator: networks of the paper's width 64, depth of at least 3, 4, 6, and batch normalisation.
        source: a safetensors file with torchvision's names, or "torchvision" to let torchvision download them.

    Raises:
        UsageError: `resnet34-shape` if the networks have another shape.
        InputError: `weights-missing`, `weights-unreadable`, `weights-mismatch`.
    """
    config = generator.config
    if (config.width, config.depth[:3], config.norm) != (64, (3, 4, 6), "batch"):
        raise UsageError(
            "resnet34-shape",
            "ResNet-34's weights fit networks of width 64, depth 3 4 6 ... and batch normalisation only.",
            "Leave them out, or use the paper's network.",
        )
    weights = resnet34_encoder(imagenet_state("resnet34", source))
    for network in (generator.coarse, generator.refinement):
        if network is None:
            continue
        own = network.state_dict()
        wanted = {key for key in own if key.split(".")[:2] in (["encoder", "0"], ["encoder", "1"], ["encoder", "2"])}
        # the batch counters are missing in some copies of the weights, and have no effect
        absent = {key for key in wanted - set(weights) if not key.endswith("num_batches_tracked")}
        if absent or any(own[key].shape != weights[key].shape for key in wanted & set(weights)):
            raise InputError("weights-mismatch", f"{source} lacks ResNet-34's layers 1 to 3.", "Check the file.")
        network.load_state_dict({**own, **{key: weights[key] for key in wanted & set(weights)}})
