"""The hourglass: as published, and the cheap way equal to the plain one."""

import pytest
import torch
from torch.nn import functional as nnf

from geoinpaint_engine.methods.dip import enlarged
from geoinpaint_engine.methods.dip.network import Hourglass, meshgrid

CPU = torch.device("cpu")


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def double_network(outputs: int = 3, **options) -> Hourglass:
    return Hourglass(outputs, device=CPU, generator=generator(), **options).double()


def test_parameter_count_is_that_of_the_published_network():
    network = Hourglass(8, device=torch.device("meta"), generator=generator())
    assert sum(p.numel() for p in network.parameters()) == 2_442_152
    # statistics of the batch only: nothing but weights in a checkpoint
    assert sum(v.numel() for v in network.state_dict().values()) == 2_442_152


@pytest.mark.parametrize(("rows", "cols"), [(128, 128), (192, 128), (128, 320)])
def test_cheap_form_equals_the_plain_network(rows, cols):
    network = double_network()
    x = torch.rand(1, 2, rows, cols, generator=generator(1), dtype=torch.float64)
    weight = torch.rand(1, 3, rows, cols, generator=generator(2), dtype=torch.float64)
    outputs, gradients = [], []
    for run in (network, network.plain):
        network.zero_grad()
        output = run(x)
        (output * weight).sum().backward()
        outputs.append(output.detach())
        gradients.append([torch.zeros_like(p) if p.grad is None else p.grad.clone() for p in network.parameters()])
    torch.testing.assert_close(outputs[0], outputs[1], rtol=0, atol=1e-10)
    # the biases that BN takes off have no gradient but rounding
    for ours, plain in zip(*gradients, strict=True):
        torch.testing.assert_close(ours, plain, rtol=1e-7, atol=1e-8)


def test_cheap_form_rounds_no_worse_than_the_plain_network():
    network = Hourglass(8, device=CPU, generator=generator())
    x = torch.rand(1, 2, 128, 128, generator=generator(1))
    with torch.no_grad():
        ours, plain, exact = network(x), network.plain(x), double_network(8)(x.double())
        errors = [float((output - exact).square().mean().sqrt()) for output in (ours, plain)]
    assert errors[0] < min(2 * errors[1], 1e-5)


@pytest.mark.parametrize("form", ["phases", "points"])
def test_convolutions_of_the_enlarged_image(form):
    # the zero border carries over exactly, on all four sides
    x = torch.rand(2, 5, 6, 10, generator=generator(1), dtype=torch.float64).requires_grad_()
    weight = torch.randn(4, 5, 5, 5, generator=generator(2), dtype=torch.float64).requires_grad_()
    maps = [m.double() for m in (enlarged.phase_map(), enlarged.point_map(), enlarged.output_map())]
    if form == "phases":
        ours = enlarged.convolve_phases(x, weight, maps[0])
    else:
        ours = enlarged.convolve_points(x, weight, maps[1], maps[2])
    plain = nnf.conv2d(nnf.interpolate(x, scale_factor=2), weight, padding=2)
    torch.testing.assert_close(ours, plain, rtol=0, atol=1e-12)
    direction = torch.rand(plain.shape, generator=generator(3), dtype=torch.float64)
    expected = torch.autograd.grad((plain * direction).sum(), (x, weight))
    for mine, theirs in zip(torch.autograd.grad((ours * direction).sum(), (x, weight)), expected, strict=True):
        torch.testing.assert_close(mine, theirs, rtol=0, atol=1e-11)


def test_weights_come_from_the_generator_alone():
    torch.manual_seed(5)
    before = torch.random.get_rng_state()
    one, same, other = (Hourglass(3, device=CPU, generator=generator(seed)) for seed in (1, 1, 2))
    assert torch.equal(torch.random.get_rng_state(), before)
    assert torch.equal(one.head.weight, same.head.weight)
    assert not torch.equal(one.head.weight, other.head.weight)
    weight = one.up[0].conv1.weight.detach()
    assert float(weight.abs().max()) <= 1 / (128 * 25) ** 0.5
    assert float(weight.std()) == pytest.approx(1 / (128 * 25) ** 0.5 / 3**0.5, rel=0.01)


def test_heads():
    x = torch.rand(1, 2, 128, 128, generator=generator(1), dtype=torch.float64)
    network = double_network(residual=True)
    with torch.no_grad():
        assert float(double_network()(x).min()) > 0
        network.head.bias.fill_(-3)
        assert -1 < float(network(x).max()) < 0


@pytest.mark.parametrize("size", [49, 98, 103, 196, 256])
def test_meshgrid_has_one_sample_a_pixel(size):
    # the published code makes n + 1 samples at some of these sizes
    grid = meshgrid(size, size + 1, device=CPU)
    assert grid.shape == (1, 2, size, size + 1)
    assert float(grid[0, 0, -1, 0]) == pytest.approx((size - 1) / size)
    assert float(grid[0, 1, 0, -1]) == pytest.approx(size / (size + 1))
