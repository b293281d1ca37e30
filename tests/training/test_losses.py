"""Losses: each against its equation written out; LPIPS only ever with weights that were named."""

import numpy as np
import pytest
import torch
from torchvision.models import mobilenet_v2
from torchvision.models.vgg import cfgs, make_layers

from geoinpaint_engine.errors import InputError
from geoinpaint_engine.quality.metrics import ssim_map
from geoinpaint_training.checkpoints import save_tensors
from geoinpaint_training.losses import (
    LAMBDA,
    discriminator_loss,
    generator_loss,
    l1_loss,
    overall_loss,
    square_loss,
    structural_loss,
)
from geoinpaint_training.perceptual import OFF, Lpips, MobileNetDistance, make_perceptual

MEAN, DEVIATION = (torch.tensor(one)[:, None, None] for one in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)))


def draw(seed, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def test_l1_is_equation_3_over_the_image_or_the_hole():
    result, truth = draw(0, 2, 3, 5, 7), draw(1, 2, 3, 5, 7)
    torch.testing.assert_close(l1_loss(result, truth), (result - truth).abs().mean())
    hole = torch.zeros(2, 1, 5, 7)
    hole[:, :, 1:3, 2:6] = 1
    expected = (result - truth)[:, :, 1:3, 2:6].abs().mean()
    torch.testing.assert_close(l1_loss(result, truth, hole), expected)
    assert l1_loss(result, truth, torch.zeros(2, 1, 5, 7)) == 0


def test_the_structural_loss_is_what_the_metric_misses_in_the_hole():
    truth = torch.rand((2, 3, 40, 48), generator=torch.Generator().manual_seed(2))
    mask = torch.zeros(2, 1, 40, 48)
    mask[0, :, 15:25, 20:31] = 1
    mask[1, :, 8:12, 9:40] = 1
    shown = truth * (1 - mask) + 0.4 * mask
    expected = [
        1 - ssim_map(one.numpy(), other.numpy(), data_range=1.0)[:, hole[0].numpy() > 0].mean()
        for one, other, hole in zip(shown, truth, mask, strict=True)
    ]
    assert float(structural_loss(shown, truth, mask)) == pytest.approx(np.mean(expected), abs=1e-5)
    assert structural_loss(truth, truth, mask) == pytest.approx(0, abs=1e-5)
    assert structural_loss(truth, truth, torch.zeros_like(mask)) == 0


def test_squares_count_in_the_hole_relative_to_each_image_s_variance():
    truth = draw(4, 2, 3, 9, 11)
    result, hole = truth + 0.5, torch.zeros(2, 1, 9, 11)
    hole[:, :, 2:4, 3:8] = 1
    expected = (0.25 / truth.flatten(1).var(dim=1)).mean()
    torch.testing.assert_close(square_loss(torch.where(hole > 0, result, 7.0), truth, hole), expected)
    torch.testing.assert_close(square_loss(10 * result, 10 * truth, hole), square_loss(result, truth, hole))
    assert square_loss(result, truth, torch.zeros_like(hole)) == 0
    assert torch.isfinite(square_loss(torch.ones_like(truth), torch.zeros_like(truth), hole))


def test_the_log_form_is_equation_5():
    real, fake = draw(0, 4, 1, 6, 6), draw(1, 4, 1, 6, 6)
    d_real, d_fake = torch.sigmoid(real.double()), torch.sigmoid(fake.double())
    # D maximises log D(real) + log(1 - D(fake)); G minimises the second term
    expected = -(d_real.log().mean() + (1 - d_fake).log().mean())
    torch.testing.assert_close(discriminator_loss(real, fake).double(), expected)
    torch.testing.assert_close(generator_loss(fake, "minimax").double(), (1 - d_fake).log().mean())
    torch.testing.assert_close(generator_loss(fake, "log").double(), -d_fake.log().mean())


@pytest.mark.parametrize("form", ["log", "minimax", "lsgan"])
def test_adversarial_losses_stay_finite_and_push_the_right_way(form):
    sure = torch.tensor([200.0], requires_grad=True)
    wrong = discriminator_loss(-sure, sure, form)
    wrong.backward()
    assert torch.isfinite(wrong)
    assert torch.isfinite(sure.grad).all()
    fake = torch.zeros(1, requires_grad=True)
    generator_loss(fake, form).backward()
    assert fake.grad < 0


def test_least_squares_are_squared_differences_to_1_and_0():
    real, fake = draw(2, 3), draw(3, 3)
    expected = ((real - 1) ** 2).mean() / 2 + (fake**2).mean() / 2
    torch.testing.assert_close(discriminator_loss(real, fake, "lsgan"), expected)
    torch.testing.assert_close(generator_loss(fake, "lsgan"), ((fake - 1) ** 2).mean())


def test_equation_6_adds_with_lambda():
    terms = {"l1_refined": torch.tensor(1.0), "task": torch.tensor(2.0)}
    assert overall_loss(terms, {"task": LAMBDA["scene"]}) == 11
    assert LAMBDA == {"scene": 5.0, "segmentation": 5.0, "geolocation": 1.2}


@pytest.mark.slow  # VGG16 is made once, by lpips
def test_lpips_takes_vgg16_from_a_file_and_never_from_chance(tmp_path):
    torch.manual_seed(0)
    features = make_layers(cfgs["D"])
    path = tmp_path / "vgg16.safetensors"
    save_tensors(path, {f"features.{key}": value for key, value in features.state_dict().items()}, {})
    perceptual = Lpips(str(path))
    trunk = perceptual.lpips.net.slice1[0].weight
    assert torch.equal(trunk, features[0].weight)
    image = torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(1))
    assert perceptual(image, image) == 0
    other = image.flip(-1).requires_grad_()
    loss = perceptual(other, image)
    loss.backward()
    assert loss.item() > 0
    assert other.grad.abs().sum() > 0
    assert make_perceptual(OFF) is None
    with pytest.raises(InputError, match="no weights file"):
        Lpips(str(tmp_path / "absent.safetensors"))
    save_tensors(path, {"features.0.weight": torch.zeros(64, 3, 3, 3)}, {})
    with pytest.raises(InputError, match="VGG16"):
        Lpips(str(path))


def test_the_features_of_mobilenet_measure_where_a_file_holds_its_weights(tmp_path):
    torch.manual_seed(0)
    network = mobilenet_v2(weights=None)
    path = tmp_path / "mobilenet_v2.safetensors"
    save_tensors(path, network.state_dict(), {})
    perceptual = make_perceptual(str(path))
    assert isinstance(perceptual, MobileNetDistance)
    image = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(1))
    other = image.flip(-1).requires_grad_()
    expected, now, then = [], *((one - MEAN) / DEVIATION for one in (image, other))
    for number, layer in enumerate(network.eval().features[:18]):
        now, then = layer(now), layer(then)
        if number in (1, 3, 6, 13, 17):
            cosine = torch.cosine_similarity(now, then, dim=1)
            expected.append((2 - 2 * cosine).mean())
    loss = perceptual(other, image)
    torch.testing.assert_close(loss, torch.stack(expected).mean())
    loss.backward()
    assert other.grad.abs().sum() > 0
    assert perceptual(image, image) == 0
    assert all(weight.grad is None for weight in perceptual.parameters())
    save_tensors(path, {"features.0.0.weight": torch.zeros(32, 3, 3, 3)}, {})
    with pytest.raises(InputError, match="MobileNetV2"):
        make_perceptual(str(path))
