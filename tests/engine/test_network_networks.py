"""Networks: the paper's sizes, the coarse-to-fine wiring, smooth start, padding."""

import numpy as np
import pytest
import torch

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.network.blocks import pad_to_multiple
from geoinpaint_engine.methods.network.coherent import coherent_fill
from geoinpaint_engine.methods.network.networks import (
    CoarseToFine,
    NetworkConfig,
    composite,
    occlude,
)
from geoinpaint_engine.methods.network.smooth import smooth_fill
from geoinpaint_engine.solvers.harmonic import harmonic_fill

SMALL = NetworkConfig(width=4, depth=(1, 1, 1, 1, 1, 1), norm="group")


def picture(seed=0, shape=(2, 3, 40, 56)):
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed))


def square(shape=(2, 1, 40, 56)):
    mask = torch.zeros(shape)
    mask[..., 10:30, 12:40] = 1
    return mask


def test_the_paper_s_networks_have_its_parameters():
    with torch.device("meta"):
        generator = CoarseToFine(NetworkConfig())
        coarse, refined = generator(torch.empty(1, 3, 256, 256), torch.empty(1, 1, 256, 256))
    for network in (generator.coarse, generator.refinement):
        assert sum(parameter.numel() for parameter in network.parameters()) == 86_562_051
    assert coarse.shape == refined.shape == (1, 3, 256, 256)


def test_the_paper_s_encoder_has_the_sizes_of_the_table():
    with torch.device("meta"):
        network = CoarseToFine(NetworkConfig()).coarse
        sizes = []
        for stage in network.encoder:
            stage.register_forward_hook(lambda module, args, out: sizes.append((out.shape[1], out.shape[-1])))
        network(torch.empty(1, 4, 256, 256))
    assert sizes == [(64, 256), (128, 128), (256, 64), (512, 32), (512, 16), (512, 8)]


@pytest.mark.parametrize("norm", ["batch", "group", "instance"])
@pytest.mark.parametrize("size", [(64, 64), (33, 70)])
def test_any_size_norm_and_number_of_bands(norm, size):
    config = NetworkConfig(bands_in=4, bands_out=2, width=4, depth=(1, 1, 1, 1, 1, 1), norm=norm)
    coarse, refined = CoarseToFine(config)(picture(shape=(2, 4, *size)), torch.zeros(2, 1, *size))
    assert coarse.shape == refined.shape == (2, 2, *size)


def test_the_released_variant_has_four_stages_and_cells_are_cheaper():
    assert NetworkConfig(depth=(3, 4, 6, 3), norm="instance").multiple == 8
    config = NetworkConfig(width=4, depth=(1, 1, 1, 1), norm="instance", unshuffle=2)
    assert config.multiple == 16
    assert CoarseToFine(config)(picture(), square())[1].shape == (2, 3, 40, 56)


def test_refined_is_coarse_plus_residual():
    generator = CoarseToFine(SMALL).eval()
    coarse, refined = generator(occlude(picture(), square()), square())
    residual = generator.refinement(torch.cat([coarse, square()], dim=1))
    torch.testing.assert_close(refined, coarse + residual)
    only = CoarseToFine(NetworkConfig(width=4, depth=(1, 1), refine=False))(picture(), square())
    assert only[0] is only[1]


def test_a_smooth_start_begins_as_the_smooth_fill():
    generator = CoarseToFine(NetworkConfig(width=4, depth=(1, 1), norm="group", smooth_start=True))
    occluded = occlude(picture(), square())
    coarse, refined = generator(occluded, square())
    torch.testing.assert_close(refined, smooth_fill(occluded, square()))
    torch.testing.assert_close(coarse, refined)
    refined.mean().backward()
    assert generator.coarse.head.weight.grad.abs().sum() > 0


def test_a_smooth_start_treats_images_of_any_contrast_alike():
    generator = CoarseToFine(NetworkConfig(width=4, depth=(1, 1), norm="group", smooth_start=True)).eval()
    for network in (generator.coarse, generator.refinement):
        torch.nn.init.normal_(network.head.weight, std=0.1)
    start = smooth_fill(occlude(picture(), square()), square())
    for found, expected in zip(generator.from_start(0.2 * start + 0.5, square()),
                               generator.from_start(start, square()), strict=True):  # fmt: skip
        torch.testing.assert_close(found, 0.2 * expected + 0.5, atol=1e-4, rtol=0)
    everything = generator.from_start(torch.full_like(start, 0.3), torch.ones_like(square()))
    assert all(torch.isfinite(found).all() for found in everything)


def stripes(angle):
    """(1, 1, 96, 96) of stripes along `angle` (degrees, clockwise from the x axis), and a hole of 40 px across."""
    rows, cols = np.mgrid[:96, :96]
    along = np.radians(angle)
    wave = 0.5 + 0.4 * np.sin((rows * np.cos(along) - cols * np.sin(along)) / 4)
    mask = np.zeros((96, 96), np.float32)
    mask[(rows - 48) ** 2 + (cols - 48) ** 2 < 20**2] = 1
    return torch.from_numpy(wave.astype(np.float32))[None, None], torch.from_numpy(mask)[None, None]


@pytest.mark.parametrize("angle", [0, 30, 45, 90, 135, 160])
def test_the_coherent_fill_goes_on_along_lines_of_any_direction(angle):
    truth, mask = stripes(angle)
    filled = coherent_fill(occlude(truth, mask), mask)
    assert torch.equal(filled[mask == 0], truth[mask == 0])
    error, smooth_error = ((fill - truth).square().mean() for fill in (filled, smooth_fill(occlude(truth, mask), mask)))
    assert error < 0.7 * smooth_error


def test_the_coherent_fill_bears_no_known_pixel_and_images_without_lines():
    everything = torch.ones(1, 1, 33, 21)
    assert torch.equal(coherent_fill(torch.rand(1, 2, 33, 21), everything), torch.zeros(1, 2, 33, 21))
    flat = torch.full((1, 2, 33, 21), 0.3)
    hole = torch.zeros(1, 1, 33, 21)
    hole[..., 8:20, 5:15] = 1
    torch.testing.assert_close(coherent_fill(flat, hole), flat)


def test_a_coherent_start_keeps_what_the_start_knows_beyond_the_window():
    network = CoarseToFine(NetworkConfig(width=4, depth=(1, 1), norm="group", smooth_start=True, coherent=True))
    truth, mask = stripes(30)
    truth = truth.repeat(1, 3, 1, 1)
    smooth = smooth_fill(occlude(truth, mask), mask)
    torch.testing.assert_close(network.from_start(smooth, mask)[1], coherent_fill(occlude(truth, mask), mask))
    # a hole over the whole window: nothing to follow, the start itself
    everything, field = torch.ones_like(mask), torch.rand_like(truth)
    torch.testing.assert_close(network.from_start(field, everything)[1], field)
    with pytest.raises(UsageError, match="requires a smooth start"):
        NetworkConfig(coherent=True)


def test_the_smooth_fill_is_close_to_the_harmonic_one_and_keeps_the_rest():
    rows, cols = np.mgrid[:48, :64] / 48.0
    truth = np.stack([np.sin(3 * rows) * cols, rows + cols**2]).astype(np.float32)
    hole = np.zeros((48, 64), bool)
    hole[10:36, 20:52] = True
    harmonic = harmonic_fill(truth, hole, ~hole)
    mask = torch.from_numpy(hole.astype(np.float32))[None, None]
    filled = smooth_fill(torch.from_numpy(truth)[None], mask)[0].numpy()
    assert np.array_equal(filled[:, ~hole], truth[:, ~hole])
    error = np.sqrt(np.mean((filled - harmonic)[:, hole] ** 2))
    assert error < 0.02 * np.ptp(truth)


def test_the_smooth_fill_of_nothing_known_is_zero_and_odd_sizes_work():
    everything = smooth_fill(torch.rand(1, 2, 7, 5), torch.ones(1, 1, 7, 5))
    assert torch.equal(everything, torch.zeros(1, 2, 7, 5))
    mask = torch.ones(1, 1, 7, 5)
    mask[..., 6, 4] = 0
    torch.testing.assert_close(smooth_fill(torch.full((1, 1, 7, 5), 0.3), mask), torch.full((1, 1, 7, 5), 0.3))


def test_padding_reflects_and_composites_keep_the_image():
    x = torch.arange(6.0).view(1, 1, 1, 6).expand(1, 1, 6, 6)
    padded = pad_to_multiple(x, 8)
    assert padded.shape == (1, 1, 8, 8)
    assert padded[0, 0, 0].tolist() == [0, 1, 2, 3, 4, 5, 4, 3]
    assert pad_to_multiple(x, 32).shape == (1, 1, 32, 32)
    shown = composite(torch.zeros(2, 3, 40, 56), picture(), square())
    outside = (square() == 0).expand_as(shown)
    assert torch.equal(shown[outside], picture()[outside])
    assert shown[~outside].abs().sum() == 0
