"""Mode model: files and cards, bands by name, scaling and back to DN, windows that agree, bounded memory."""

import json

import msgspec
import numpy as np
import pytest
import torch
from affine import Affine
from safetensors.torch import save_file

from geoinpaint_engine.errors import InputError, ResourceError, UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.base import Context
from geoinpaint_engine.methods.network.card import ModelCard, Scaling, check_model, data_sha256, read_card
from geoinpaint_engine.methods.network.inference import ModelMethod, band_order, clear_range, open_model
from geoinpaint_engine.methods.network.model_file import read_model, write_model
from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig, composite, occlude
from geoinpaint_engine.methods.network.smooth import smooth_fill
from geoinpaint_engine.methods.network.table import add_model, find_model, list_models, remove_model
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.raster.grid import Grid, Window

SMALL = {"method": "coarse-to-fine", "width": 4, "depth": [1, 1], "norm": "group", "smooth_start": True}
CARD = ModelCard("little", "for tests", ("B04", "B03", "B02"), SMALL, halo=16, tile=64, overlap=16)


class Source:
    """A scene in memory, with the parts of a ChipSource that a method asks for."""

    band_names = ("B02", "B03", "B04")

    def __init__(self, scene, hole, valid=None):
        self.scene, self.hole = scene.astype(np.float32), hole
        self.valid = np.ones_like(hole) if valid is None else valid
        self.grid = Grid(None, Affine.identity(), *hole.shape)
        self.read = 0

    def chip(self, window, *, hidden=False):
        self.read = max(self.read, window.area)
        rows, cols = window.slices
        clear = self.valid[rows, cols] & ~self.hole[rows, cols]
        return Chip(window, np.where(clear, self.scene[:, rows, cols], 0), clear, self.hole[rows, cols])


def scene(size=96, seed=0):
    rows, cols = np.mgrid[:size, :size] / size
    bands = [2000 + 800 * np.sin(5 * rows + k) * np.cos(4 * cols) for k in range(3)]
    return np.stack(bands) + np.random.default_rng(seed).normal(0, 20, (3, size, size))


def hole(size=96):
    mask = np.zeros((size, size), bool)
    mask[30:60, 20:70] = True
    return mask


def network(seed=0, *, trained=True):
    torch.manual_seed(seed)
    net = CoarseToFine(NetworkConfig(width=4, depth=(1, 1), norm="group", smooth_start=True)).eval()
    if trained:
        for part in (net.coarse, net.refinement):
            torch.nn.init.normal_(part.head.weight, std=0.02)
    return net.requires_grad_(False)


def fitted(net, source, **settings):
    method = ModelMethod(net, msgspec.structs.replace(CARD, **settings), order=(2, 1, 0), dtype="uint16")
    method.fit(source, Context(windows=[source.grid.window]))
    return method


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.setenv("GEOINPAINT_MODELS", str(tmp_path / "mine"))
    path = tmp_path / "little.safetensors"
    write_model(path, network().state_dict(), CARD)
    return path


def test_a_model_comes_back_from_its_file_with_half_the_bytes(table):
    card = check_model(table)
    loaded = read_model(table, card)
    for name, value in network().state_dict().items():
        torch.testing.assert_close(loaded.state_dict()[name], value.half().float(), rtol=0, atol=0)
    assert card.sha256 == data_sha256(table)
    assert msgspec.structs.replace(card, sha256="") == CARD
    assert not loaded.training


def test_damaged_foreign_and_missing_files_are_told(table, tmp_path):
    data = bytearray(table.read_bytes())
    data[-3] ^= 1
    table.write_bytes(data)
    with pytest.raises(InputError, match="not those that its card"):
        find_model(str(table))
    table.write_bytes(b"PK\x03\x04 a pickle in a zip")
    with pytest.raises(InputError, match="not a safetensors file"):
        find_model(str(table))
    save_file({"a": torch.zeros(1)}, table)
    with pytest.raises(InputError, match="no card"):
        find_model(str(table))
    table.with_suffix(".json").write_text(json.dumps({"name": "little", "shoe_size": 43}))
    with pytest.raises(InputError, match="is not valid"):
        read_card(table)
    with pytest.raises(InputError, match="no model file"):
        find_model(str(tmp_path / "absent.safetensors"))
    with pytest.raises(UsageError, match="no model nonsense"):
        find_model("nonsense")


def test_weights_of_another_network_are_refused(table):
    other = ModelCard("other", "", ("B04", "B03", "B02"), {**SMALL, "width": 8})
    write_model(table, network().state_dict(), other)
    with pytest.raises(InputError, match="do not fit"):
        read_model(table, check_model(table))
    wide = msgspec.structs.replace(other, network={"method": "coarse-to-fine", "width": "wide"})
    write_model(table, network().state_dict(), wide)
    with pytest.raises(InputError, match="not describe a valid network"):
        read_model(table, check_model(table))


def test_the_table_adds_lists_and_removes(table):
    added = add_model(table)
    assert added.path.is_file()
    assert "little" in {model.name for model in list_models() if not model.ships}
    assert find_model("little").card == added.card
    with pytest.raises(UsageError, match="already"):
        add_model(table)
    with pytest.raises(UsageError, match="cannot be a model's name"):
        add_model(table, name="../outside")
    told = []
    (added.path.parent / "broken.safetensors").write_bytes(b"")
    assert "broken" not in {model.name for model in list_models(warn=lambda code, text: told.append(code))}
    assert told == ["model-unreadable"]
    assert not remove_model("little").exists()
    with pytest.raises(UsageError, match="added no model"):
        remove_model("little")


def test_bands_are_mapped_by_name_else_by_position_with_a_warning():
    told = []

    def warn(code, text):
        told.append(code)

    assert band_order(CARD, ("B2", "b03", "Band 4"), warn=warn) == (2, 1, 0)
    assert band_order(CARD, ("red", "green", "blue"), warn=warn) == (0, 1, 2)
    assert band_order(CARD, ("B", "G", "R"), warn=warn) == (2, 1, 0)
    assert told == []
    assert band_order(CARD, ("", "", ""), warn=warn) == (0, 1, 2)
    assert told == ["bands-by-position"]
    for names in (("B02", "B03", "B04", "B08"), ("B02", "B03", "B08"), ("swir1", "cirrus", "B05"), ("B04", "B03")):
        with pytest.raises(InputError, match="--bands B04,B03,B02"):
            band_order(CARD, names, warn=warn)


def test_the_order_of_the_job_s_bands_does_not_change_the_fill():
    source = Source(scene(), hole())
    straight = fitted(network(), source).fill(source.chip(source.grid.window))
    turned_source = Source(scene()[::-1], hole())
    method = ModelMethod(network(), CARD, order=(0, 1, 2), dtype="uint16")
    method.fit(turned_source, Context(windows=[turned_source.grid.window]))
    np.testing.assert_allclose(method.fill(turned_source.chip(source.grid.window))[::-1], straight, atol=1e-2)


def test_the_fill_is_the_network_s_in_its_scaling_and_back():
    source = Source(scene(), hole())
    filled = fitted(network(), source, scaling=Scaling(fixed={"uint16": (1000.0, 4000.0)})).fill(
        source.chip(source.grid.window)
    )
    mask = torch.from_numpy(hole().astype(np.float32))[None, None]
    image = torch.from_numpy(((scene() - 1000) / 3000).astype(np.float32)[[2, 1, 0]])[None]
    occluded = occlude(image, mask)
    expected = composite(network()(occluded, mask)[1], occluded, mask)[0].numpy()[[2, 1, 0]] * 3000 + 1000
    np.testing.assert_allclose(filled[:, hole()], expected[:, hole()], atol=0.05)


def test_scaling_looks_at_clear_pixels_only_and_not_at_the_windows():
    values = scene(200)
    covered = hole(200)
    values[:, covered] = 60000
    valid = np.ones_like(covered)
    valid[:, :9] = False
    values[:, ~valid] = 0
    source = Source(values, covered, valid)
    low, high = clear_range(source, Scaling(), control=Control(), hidden=False)
    expected = np.quantile(values[:, valid & ~covered], (0.005, 0.995), axis=1)
    np.testing.assert_allclose(np.stack([low, high])[..., 0, 0], expected, rtol=1e-5)


def test_an_untrained_head_gives_the_smooth_fill_without_clipping():
    bright = scene()
    bright[:, 14:76, 6:86] = 9000  # beyond the 99.5 % quantile
    bright[:, :, :2] = 0
    source = Source(bright, hole())
    filled = fitted(network(trained=False), source).fill(source.chip(source.grid.window))
    mask = torch.from_numpy(hole().astype(np.float32))[None, None]
    expected = smooth_fill(torch.from_numpy(source.scene)[None], mask)[0].numpy()
    np.testing.assert_allclose(filled[:, hole()], expected[:, hole()], rtol=2e-3)
    assert filled[:, 45, 45].min() > 8000


def test_the_paper_s_form_stays_within_the_scaling():
    torch.manual_seed(0)
    net = CoarseToFine(NetworkConfig(width=4, depth=(1, 1))).eval().requires_grad_(False)
    source = Source(scene(), hole())
    filled = fitted(net, source, scaling=Scaling(fixed={"uint16": (0.0, 10000.0)})).fill(
        source.chip(source.grid.window)
    )
    assert np.isfinite(filled).all()
    assert filled.min() >= 0
    assert filled.max() <= 10000


def test_windows_in_any_order_give_the_same_and_do_not_disagree_much():
    source = Source(scene(160), hole(160) | np.roll(hole(160), 60, axis=1))
    windows = [Window(0, 0, 96, 160), Window(40, 0, 120, 160)]
    method = ModelMethod(network(trained=False), CARD, order=(2, 1, 0), dtype="uint16")
    method.fit(source, Context(windows=windows))
    first = [method.fill(source.chip(window)) for window in windows]
    second = [method.fill(source.chip(window)) for window in reversed(windows)][::-1]
    for one, other in zip(first, second, strict=True):
        assert np.array_equal(one, other)


def test_a_hole_larger_than_its_windows_is_started_from_one_solution():
    large = np.zeros((160, 160), bool)
    large[20:140, 20:140] = True
    source = Source(scene(160), large)
    windows = [Window(0, 0, 100, 160), Window(60, 0, 100, 160)]
    method = ModelMethod(network(trained=False), CARD, order=(2, 1, 0), dtype="uint16")
    method.fit(source, Context(windows=windows))
    upper, lower = (method.fill(source.chip(window)) for window in windows)
    shared = upper[:, 70:90, 30:130] - lower[:, 10:30, 30:130]
    assert np.sqrt(np.mean(shared**2)) < 1.5


def test_a_chip_without_clear_ground_is_not_filled():
    source = Source(scene(), np.ones((96, 96), bool))
    method = fitted(network(), source)
    assert np.isnan(method.fill(source.chip(source.grid.window))).all()


def test_only_blocks_are_read_for_the_scaling():
    source = Source(np.full((3, 1100, 700), 1500.0), np.zeros((1100, 700), bool))
    low, high = clear_range(source, Scaling(), control=Control(), hidden=False)
    assert source.read <= 512 * 512
    assert low.ravel().tolist() == high.ravel().tolist() == [1500] * 3


def test_a_model_is_opened_by_name_with_its_warnings(table):
    add_model(table)
    told = []
    noted = msgspec.structs.replace(CARD, name="noted", warnings=("Worse than harmonic on fields.",))
    write_model(table.with_name("noted.safetensors"), network().state_dict(), noted)
    method = open_model("little", band_names=Source.band_names, dtype="uint16", device="cpu",
                        warn=lambda code, text: told.append(code))  # fmt: skip
    assert (method.tile, method.halo, method.overlap, method.device) == (64, 16, 16, "cpu")
    assert told == []
    open_model(str(table.with_name("noted.safetensors")), band_names=Source.band_names, dtype="uint16", device="cpu",
               warn=lambda code, text: told.append(code))  # fmt: skip
    assert told == ["model-note"]
    with pytest.raises(ResourceError) as caught:
        open_model("little", band_names=Source.band_names, dtype="uint16", warn=lambda code, text: None,
                   device="cuda" if not torch.cuda.is_available() else "mps")  # fmt: skip
    assert caught.value.code == "device-unavailable"
