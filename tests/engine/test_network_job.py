"""Mode model from the command line: exact outside the mask, the model's bands by name, its file anywhere."""

import json

import numpy as np
import rasterio
import torch

from geoinpaint_engine.methods.network.card import ModelCard
from geoinpaint_engine.methods.network.model_file import write_model
from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig
from tests.engine import warm_engine
from tests.engine.conftest import field, write_raster


def geoinpaint(folder, *arguments):
    """(exit code, events)."""
    models = {"GEOINPAINT_MODELS": str(folder / "models")}
    result = warm_engine.run([*arguments, "--json"], cwd=folder, env=models)
    return result.returncode, [json.loads(line) for line in result.stdout.splitlines()]


def test_a_scene_is_filled_by_a_model_of_the_user(tmp_path):
    truth = field(np.random.default_rng(3), rows=150, cols=170).astype("uint16")
    hole = np.zeros(truth.shape[1:], bool)
    hole[40:110, 30:140] = True
    scene = np.where(hole, np.uint16(9000), truth)
    write_raster(tmp_path / "scene.tif", scene, names=("B02", "B03", "B04"))
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    torch.manual_seed(0)
    network = {"width": 4, "depth": (1, 1), "norm": "group", "smooth_start": True}
    card = ModelCard("little", "a test", ("B04", "B03", "B02"), network, tile=64, halo=16, overlap=16,
                     warnings=("Only a test.",))  # fmt: skip
    write_model(tmp_path / "little.safetensors", CoarseToFine(NetworkConfig(**network)).state_dict(), card)
    assert geoinpaint(tmp_path, "models", "add", "little.safetensors")[0] == 0
    code, events = geoinpaint(tmp_path, "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "model",
                              "--model", "little", "--holdout", "off", "--device", "cpu", "-o", "out.tif")  # fmt: skip
    assert code == 0, events
    assert "model-note" in {event.get("code") for event in events if event["event"] == "warning"}
    with rasterio.open(tmp_path / "out.tif") as file:
        result = file.read()
        assert file.descriptions == ("B02", "B03", "B04")
    assert np.array_equal(result[:, ~hole], scene[:, ~hole])
    # heads of zeros leave the smooth start: between the values at the hole's edge, and seamless over windows
    assert not (result[:, hole] == 9000).any()
    assert result[:, hole].max() <= truth.max()
    code, events = geoinpaint(tmp_path, "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", "model",
                              "--model", "little", "--bands", "B02,B03", "-o", "other.tif")  # fmt: skip
    assert (code, events[-1]["code"]) == (3, "model-bands")
    assert not (tmp_path / "other.tif").exists()


def test_the_shipped_model_says_what_it_is_and_carries_lines_into_the_hole(tmp_path):
    code, events = geoinpaint(tmp_path, "models", "list")
    cards = {card["name"]: card for card in events[-1]["figures"]["models"]}
    assert code == 0
    assert all(cards["rgb-task"][key] for key in ("data", "licence", "terms", "figures", "warnings"))
    rows, cols = np.mgrid[:160, :160]
    wave = (120 + 80 * np.sin((rows - 0.7 * cols) / 5)).astype("uint8")
    truth = np.stack([wave, wave // 2, 255 - wave])
    hole = (rows - 80) ** 2 + (cols - 80) ** 2 < 28**2
    write_raster(tmp_path / "scene.tif", np.where(hole, np.uint8(255), truth), names=("B04", "B03", "B02"))
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    errors = {}
    for name, how in (("model", ("--model", "rgb-task")), ("classical", ("--fill", "harmonic"))):
        code, events = geoinpaint(tmp_path, "inpaint", "scene.tif", "--mask", "mask.tif", "--mode", name, *how,
                                  "--holdout", "off", "-o", f"{name}.tif")  # fmt: skip
        assert code == 0, events
        with rasterio.open(tmp_path / f"{name}.tif") as file:
            result = file.read()
        assert np.array_equal(result[:, ~hole], truth[:, ~hole])
        errors[name] = np.sqrt(np.mean((result.astype(float) - truth)[:, hole] ** 2))
    assert errors["model"] < 0.8 * errors["classical"]
