"""The networks of training alone: discriminators, Pix2Pix, and ResNet-34's weights as a start."""

import pytest
import torch
from torchvision.models import resnet34

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig
from geoinpaint_training.checkpoints import save_tensors
from geoinpaint_training.discriminators import PatchDiscriminator
from geoinpaint_training.pix2pix import Pix2Pix
from geoinpaint_training.resnet34 import load_resnet34


def test_the_discriminator_has_the_paper_s_parameters():
    with torch.device("meta"):
        network = PatchDiscriminator()
        patches = network(torch.empty(1, 3, 256, 256), torch.empty(1, 3, 256, 256))
    assert sum(parameter.numel() for parameter in network.parameters()) == 2_769_601
    assert patches.shape == (1, 1, 30, 30)


def test_a_scored_patch_is_70_px_wide():
    network = PatchDiscriminator(2, 2).eval()
    x = torch.rand(1, 1, 128, 128, requires_grad=True)
    scores = network(x, x)
    scores[0, 0, 7, 7].backward()
    rows = torch.nonzero(x.grad[0, 0].abs().sum(1)).flatten()
    assert int(rows[-1] - rows[0]) + 1 == 70


def test_resnet34_s_layers_become_the_first_three_stages(tmp_path):
    torch.manual_seed(0)
    theirs = resnet34(weights=None)
    # of the encoder's last stages only the sizes matter here
    generator = CoarseToFine(NetworkConfig(depth=(3, 4, 6)))
    path = tmp_path / "resnet34.safetensors"
    save_tensors(path, theirs.state_dict(), {})
    load_resnet34(generator, str(path))
    x = torch.rand(1, 64, 8, 8)
    with torch.no_grad():
        for network in (generator.coarse, generator.refinement):
            expected, got = x, x
            for stage, layer in zip(network.eval().encoder, (theirs.layer1, theirs.layer2, theirs.layer3), strict=True):
                expected, got = layer.eval()(expected), stage(got)
                torch.testing.assert_close(got, expected)


def test_resnet34_s_weights_are_refused_where_they_do_not_fit(tmp_path):
    with pytest.raises(UsageError, match="width 64"):
        load_resnet34(CoarseToFine(NetworkConfig(width=4, depth=(1, 1))), "nowhere.safetensors")
    path = tmp_path / "other.safetensors"
    save_tensors(path, {"layer1.0.conv1.weight": torch.zeros(3)}, {})
    with torch.device("meta"):
        generator = CoarseToFine(NetworkConfig(depth=(3, 4, 6)))
    with pytest.raises(InputError, match="ResNet-34"):
        load_resnet34(generator, str(path))


def test_pix2pix_fills_without_the_mask():
    network = Pix2Pix(width=4, levels=4).eval().requires_grad_(False)
    image = torch.rand(2, 3, 40, 56, generator=torch.Generator().manual_seed(0))
    out = network(image, torch.ones(2, 1, 40, 56))[1]
    assert out.shape == (2, 3, 40, 56)
    assert 0 <= float(out.min()) <= float(out.max()) <= 1
    assert torch.equal(out, network(image, torch.zeros(2, 1, 40, 56))[1])
