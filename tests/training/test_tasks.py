"""Task networks: frozen with gradients to the image, their losses written out, files and factories."""

import numpy as np
import pytest
import torch
import torch.nn.functional as nnf
from torch import nn
from torchvision.models import get_model

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_training.checkpoints import save_tensors
from geoinpaint_training.hrnet import HRNetV2
from geoinpaint_training.imagenet import begin_with_imagenet
from geoinpaint_training.lpn import build_lpn, square_rings
from geoinpaint_training.tasks import (
    Segmentation,
    TaskCard,
    build_task,
    frozen,
    load_task,
    save_task,
)

CARDS = {
    "scene": TaskCard("scene", "torchvision:squeezenet1_1", ("a", "b", "c"), size=48),
    "segmentation": TaskCard("segmentation", "hrnet:18_small", ("a", "b", "c")),
    "geolocation": TaskCard("geolocation", "lpn:tiny", ("a", "b", "c")),
}
TARGETS = {
    "scene": torch.tensor([0, 2]),
    "segmentation": torch.tensor([0, 1, 2, -1]).repeat(2, 64, 16),
    "geolocation": torch.tensor([0, 2]),
}


def own_network(classes):
    """The factory a user would write."""
    return nn.Sequential(nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(12, classes))


def images(seed=0):
    return torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("kind", list(CARDS))
def test_gradients_flow_through_the_frozen_network_to_the_image(kind):
    torch.manual_seed(0)
    task = frozen(build_task(CARDS[kind]))
    shown = images().requires_grad_()
    before = {key: value.clone() for key, value in task.state_dict().items()}
    loss = task.loss(shown, TARGETS[kind])
    loss.backward()
    assert loss.ndim == 0
    assert shown.grad.abs().sum() > 0
    assert all(parameter.grad is None for parameter in task.parameters())
    assert all(torch.equal(before[key], value) for key, value in task.state_dict().items())
    assert task.predict(images()).shape[0] == 2


def test_a_step_along_the_gradient_lowers_the_task_loss():
    torch.manual_seed(0)
    task = frozen(build_task(TaskCard("scene", "own", ("a", "b")), f"{__name__}:own_network"))
    shown = images().requires_grad_()
    loss = task.loss(shown, torch.tensor([0, 1]))
    (gradient,) = torch.autograd.grad(loss, shown)
    assert task.loss(shown - 0.1 * gradient / gradient.norm(), torch.tensor([0, 1])) < loss


def test_the_segmentation_loss_leaves_out_unlabelled_pixels():
    class Scores(nn.Module):
        def forward(self, x):
            return x[:, :, ::4, ::4]

    task = Segmentation(Scores(), TaskCard("segmentation", "own", ("a", "b", "c"), mean=(0,) * 3, std=(1,) * 3))
    labels = TARGETS["segmentation"]
    scores = nnf.interpolate(images()[:, :, ::4, ::4], size=(64, 64), mode="bilinear", align_corners=False)
    pixels = scores.permute(0, 2, 3, 1)[labels >= 0]
    expected = -(pixels.log_softmax(1)[torch.arange(len(pixels)), labels[labels >= 0]]).mean()
    torch.testing.assert_close(task.loss(images(), labels), expected)
    assert task.loss(images(), torch.full_like(labels, -1)) == 0


def test_the_geolocation_loss_is_the_sum_over_the_parts():
    torch.manual_seed(0)
    task = frozen(build_task(CARDS["geolocation"]))
    parts, descriptor = task.network(task.prepare(images()), "ground")
    assert len(parts) == 8
    expected = sum(-scores.log_softmax(1)[[0, 1], [0, 2]].mean() for scores in parts)
    torch.testing.assert_close(task.loss(images(), TARGETS["geolocation"]), expected)
    torch.testing.assert_close(descriptor.norm(dim=1), torch.ones(2))
    assert not torch.equal(descriptor, task.predict(images(), "satellite"))


def test_square_rings_are_means_over_concentric_squares():
    features = torch.arange(256.0).view(1, 1, 16, 16)
    rings = square_rings(features, 8)
    inner = features[0, 0, 7:9, 7:9]
    torch.testing.assert_close(rings[0, 0, 0], inner.mean())
    around = (features[0, 0, 6:10, 6:10].sum() - inner.sum()) / 12
    torch.testing.assert_close(rings[0, 0, 1], around)
    assert square_rings(torch.ones(1, 2, 4, 12), 8).shape == (1, 2, 8)


def test_published_networks_have_their_published_sizes():
    with torch.device("meta"):
        hrnet = HRNetV2("32", classes=7)
        lpn = build_lpn("resnet50", classes=10)
        parts, descriptor = lpn(torch.empty(2, 3, 256, 256))
        scores = hrnet(torch.empty(1, 3, 128, 128))
    assert hrnet.head[0].in_channels == 480
    assert scores.shape == (1, 7, 32, 32)
    # 28.5 M in the published HRNetV2-W32 backbone (Wang et al. 2020) and about 1 M of the OCR-free head
    assert 29.4e6 < sum(parameter.numel() for parameter in hrnet.parameters()) < 29.7e6
    assert [part.shape for part in parts] == [(2, 10)] * 8
    assert descriptor.shape == (2, 8 * 512)


def test_a_task_network_comes_back_from_its_file(tmp_path):
    torch.manual_seed(0)
    task = build_task(CARDS["scene"]).eval()
    save_task(tmp_path / "task.safetensors", task)
    loaded = load_task(tmp_path / "task.safetensors", classes=("a", "b", "c"))
    assert loaded.card == CARDS["scene"]
    assert torch.equal(loaded.predict(images()), task.predict(images()))
    assert not loaded.training
    with pytest.raises(InputError, match="knows 3 classes"):
        load_task(tmp_path / "task.safetensors", classes=("a", "b"))


def test_an_own_network_is_named_by_the_call_only(tmp_path):
    weights = own_network(2).state_dict()
    save_tensors(tmp_path / "own.safetensors", weights, {})
    with pytest.raises(InputError, match="no card"):
        load_task(tmp_path / "own.safetensors")
    (tmp_path / "own.json").write_text('{"kind": "scene", "architecture": "own", "classes": ["a", "b"]}')
    with pytest.raises(UsageError, match="--task-factory"):
        load_task(tmp_path / "own.safetensors")
    task = load_task(tmp_path / "own.safetensors", factory=f"{__name__}:own_network")
    assert torch.equal(task.network[2].weight, weights["2.weight"])
    with pytest.raises(UsageError, match=r"package\.module:function"):
        load_task(tmp_path / "own.safetensors", factory="no_such_package:thing")


def test_unknown_networks_and_broken_files_are_told(tmp_path):
    with pytest.raises(UsageError, match="no network"):
        build_task(TaskCard("scene", "torchvision:nothing", ("a", "b")))
    with pytest.raises(UsageError, match="timm has no network 'hrnet_w4'"):
        build_task(TaskCard("segmentation", "hrnet:4", ("a", "b")))
    with pytest.raises(UsageError, match="no task"):
        build_task(TaskCard("poetry", "torchvision:vgg16", ("a", "b")))
    path = tmp_path / "torn.safetensors"
    path.write_bytes(np.random.default_rng(0).bytes(200))
    with pytest.raises(InputError, match="not a complete safetensors file"):
        load_task(path)
    save_tensors(path, {"0.weight": torch.zeros(1)}, {"kind": "scene", "architecture": "torchvision:alexnet",
                                                      "classes": ["a"]})  # fmt: skip
    with pytest.raises(InputError, match="do not fit"):
        load_task(path)


def test_a_task_network_begins_with_imagenet_s_weights_but_for_its_classes(tmp_path):
    torch.manual_seed(0)
    card = TaskCard("scene", "torchvision:mobilenet_v2", ("a", "b", "c"))
    theirs = get_model("mobilenet_v2", weights=None).state_dict()
    path = tmp_path / "mobilenet.safetensors"
    save_tensors(path, {key: value for key, value in theirs.items() if "num_batches" not in key}, {})
    task = build_task(card)
    before = task.network.classifier[1].weight.clone()
    begin_with_imagenet(task, str(path))
    found = task.network.state_dict()
    assert torch.equal(found["classifier.1.weight"], before)
    assert all(torch.equal(found[key], theirs[key]) for key in found if not key.startswith("classifier"))
    with pytest.raises(InputError, match="does not hold the weights of shufflenet"):
        begin_with_imagenet(build_task(TaskCard("scene", "torchvision:shufflenet_v2_x0_5", ("a", "b"))), str(path))
    with pytest.raises(UsageError, match="no ImageNet weights for lpn"):
        begin_with_imagenet(build_task(CARDS["geolocation"]), str(path))
