"""Training on own scenes: clear tiles of any bands by name, places kept apart, from a folder to a filled scene."""

import json

import numpy as np
import pytest
import rasterio
import torch

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.card import Scaling, check_model
from geoinpaint_engine.methods.network.scaling import quantile_range
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.evaluation import telea
from geoinpaint_training.memory import Cached
from geoinpaint_training.rasters import RasterTiles, tile_windows
from geoinpaint_training.runs import pictured
from geoinpaint_training.validation import split_samples
from tests.engine.raster_maker import values, write_raster
from tests.training.data_maker import make_masks
from tests.training.running import options, script

BANDS = ("B02", "B03", "B04", "B08")
LEVELS = np.array([1.6, 1.3, 1.0, 0.7, 0.4])[:, None, None]


def scenes(root, *, places=3, dates=2, size=96):
    """A folder per place with its dates; the bands in another order than wanted, and one that is not."""
    for place in range(places):
        for date in range(dates):
            data = (values((5, size, size), seed=10 * place + date) * LEVELS).astype("uint16")
            folder = root / f"place{place}"
            folder.mkdir(parents=True, exist_ok=True)
            write_raster(folder / f"d{date}.tif", data, names=("B08", "B04", "B03", "B02", "B11"))
    return root


def test_tiles_are_the_named_bands_scaled_like_a_scene(tmp_path):
    root = scenes(tmp_path / "s", places=1, dates=1)
    tiles = RasterTiles(root, BANDS, size=48)
    assert len(tiles) == 4
    with rasterio.open(root / "place0" / "d0.tif") as file:
        data = file.read([4, 3, 2, 1]).astype(np.float32)
    low, high = quantile_range(data.reshape(4, -1), Scaling(0.005, 0.995))
    expected = ((data - low) / (high - low)).clip(-0.25, 1.25)
    np.testing.assert_allclose(tiles[3].image.numpy(), expected[:, 48:, 48:], atol=1e-6)
    assert 0.98 < float(((tiles[0].image >= 0) & (tiles[0].image <= 1)).float().mean()) < 1
    kept = Cached(tiles, half=True)[3].image
    torch.testing.assert_close(kept, tiles[3].image, atol=5e-4, rtol=0)
    torch.testing.assert_close(Cached(tiles, half=True)[3].image, kept, atol=0, rtol=0)


def test_tiles_hold_neither_nodata_nor_cloud(tmp_path):
    data = values((4, 100, 160), seed=1)
    data[2, 5, 5] = 0
    write_raster(tmp_path / "a.tif", data, names=BANDS, nodata=0)
    cloud = np.zeros((1, 100, 160), np.uint8)
    cloud[0, 99, 159] = 1
    write_raster(tmp_path / "a_mask.tif", cloud)
    tiles = RasterTiles(tmp_path, BANDS, size=50)
    # 2 x 3 tiles, spread to the edges; the first holds no data, the last a cloud
    assert [window.col for window in tile_windows(100, 160, 50)] == [0, 55, 110, 0, 55, 110]
    assert len(tiles) == 4
    # what is not clear does not count for the scaling either
    data[:, 99, 159] = 60000
    write_raster(tmp_path / "a.tif", data, names=BANDS, nodata=0)
    torch.testing.assert_close(RasterTiles(tmp_path, BANDS, size=50)[0].image, tiles[0].image, atol=0, rtol=0)
    assert RasterTiles(tmp_path, BANDS[:1], size=500)[0].image.shape == (1, 100, 100)


def test_a_scene_that_has_no_clear_tile_adds_none(tmp_path):
    data = values((4, 64, 64), seed=1)
    data[:, ::16, ::16] = 0
    write_raster(tmp_path / "a.tif", data, names=BANDS, nodata=0)
    with pytest.raises(InputError, match=r"No scene of 1 in .* has 32 x 32 px") as error:
        RasterTiles(tmp_path, BANDS, size=32)
    assert error.value.code == "dataset-clear"
    write_raster(tmp_path / "b.tif", values((4, 64, 64), seed=2), names=BANDS)
    assert RasterTiles(tmp_path, BANDS, size=32).classes == ("a.tif", "b.tif")
    assert set(RasterTiles(tmp_path, BANDS, size=32).places) == {1}


def test_bad_folders_are_told_in_a_sentence(tmp_path):
    def code_of(bands=BANDS, **settings):
        with pytest.raises((InputError, UsageError)) as error:
            open_samples("raster", tmp_path / "s", train=True, size=32, bands=bands, **settings)
        return error.value.code

    assert code_of() == "dataset-missing"
    (tmp_path / "s").mkdir()
    assert code_of() == "dataset-layout"
    assert code_of(bands=()) == "raster-bands"
    scenes(tmp_path / "s", places=1, dates=1)
    assert code_of(bands=("B02", "B12")) == "band-missing"
    assert code_of(least=128) == "dataset-size"
    write_raster(tmp_path / "s" / "place0" / "d0_mask.tif", np.zeros((1, 9, 9), np.uint8))
    assert code_of() == "dataset-layout"
    (tmp_path / "s" / "place0" / "d0_mask.tif").unlink()
    (tmp_path / "s" / "place0" / "d1.tif").write_bytes(b"no raster")
    assert code_of() == "raster-unreadable"
    with pytest.raises(UsageError, match="Bands cannot be chosen"):
        open_samples("scene", tmp_path / "s", train=True, size=32, bands=BANDS)


def test_years_of_a_place_stay_one_place_and_masks_may_have_another_format(tmp_path):
    for number, year in enumerate(("2018", "2019")):
        (tmp_path / "rome" / year).mkdir(parents=True)
        write_raster(tmp_path / "rome" / year / "a.tif", values((4, 64, 64), seed=number), names=BANDS)
    write_raster(tmp_path / "paris.tif", values((4, 64, 64), seed=7), names=BANDS)
    tiles = RasterTiles(tmp_path, BANDS, size=64)
    assert tiles.classes == ("paris.tif", "rome")
    assert tiles.places == [0, 1, 1]
    write_raster(tmp_path / "rome" / "2018" / "a_mask.tiff", np.ones((1, 64, 64), np.uint8))
    assert RasterTiles(tmp_path, BANDS, size=64).places == [0, 1]


def test_whole_places_are_held_out(tmp_path):
    tiles = RasterTiles(scenes(tmp_path / "s", places=4), BANDS, size=48)
    assert tiles.places == [0] * 8 + [1] * 8 + [2] * 8 + [3] * 8
    training, held_out = split_samples(tiles, hold_out=2, seed=3)
    held = {int(held_out[i].target) for i in range(len(held_out))}
    learned = {int(training[i].target) for i in range(len(training))}
    assert len(held) == 1
    assert held | learned == {0, 1, 2, 3}
    assert not held & learned
    assert len(held_out) == 8
    assert len(split_samples(tiles, hold_out=0, seed=3)[1]) == 0
    alone = RasterTiles(tmp_path / "s" / "place0", BANDS, size=96)
    assert [len(part) for part in split_samples(alone, hold_out=9, seed=3)] == [1, 1]


def test_other_numbers_of_bands_can_be_shown_and_filled_by_telea():
    image, mask = torch.rand(4, 20, 20) * 1.5 - 0.25, torch.zeros(1, 20, 20)
    mask[:, 5:9, 5:9] = 1
    filled = telea(image, mask)
    assert filled.shape == image.shape
    clipped = (image.clamp(0, 1) * 255).round() / 255
    torch.testing.assert_close(filled * (1 - mask), clipped * (1 - mask))
    three = telea(image[:3], mask)
    torch.testing.assert_close(three * (1 - mask), clipped[:3] * (1 - mask))
    torch.testing.assert_close(pictured(image), image[[2, 1, 0]])
    torch.testing.assert_close(pictured(image[:3]), image[:3])
    assert pictured(image[:1]).shape == (3, 20, 20)


def trained_on(root, masks, run, **settings):
    """The model.safetensors of a short training on own scenes."""
    settings = {"task": "raster", "data": root, "masks": masks, "bands": BANDS, "width": 4, "depth": (1, 1),
                "norm": "group", "discriminator_width": 4, "image_size": 48, "crop": 32, "steps": 3, "batch": 2,
                "hold_out": 2, "validate_every": 3, "log_every": 1, "tensorboard": False, "folder": run,
                **settings}  # fmt: skip
    script("train_inpainter").main(options(settings))
    assert (run / "samples" / "000003.png").is_file()
    return run / "model.safetensors"


def test_pix2pix_learns_on_own_scenes_and_is_no_model(tmp_path):
    trained = trained_on(scenes(tmp_path / "s"), make_masks(tmp_path / "masks"), tmp_path / "run", method="pix2pix")
    card = tmp_path / "card.json"
    card.write_text(json.dumps({"name": "row", "title": "a test", "licence": "CC0-1.0"}))
    export = [str(trained), "--card", str(card), "-o", str(tmp_path / "row.safetensors")]
    with pytest.raises(UsageError, match="cannot be exported"):
        script("export_model").main(export, standalone_mode=False)


def test_from_own_scenes_to_a_filled_scene(tmp_path, geoinpaint, capsys):
    root, masks = scenes(tmp_path / "s"), make_masks(tmp_path / "masks")
    trained = trained_on(root, masks, tmp_path / "run", smooth_start=True, coherent=True)
    card, model = tmp_path / "card.json", tmp_path / "s2.safetensors"
    text = {"name": "s2", "title": "a test", "licence": "CC0-1.0", "tile": 64, "halo": 16, "overlap": 16}
    card.write_text(json.dumps({**text, "bands": ["B02", "B03", "B04"]}))
    export = [str(trained), "--card", str(card), "-o", str(model)]
    with pytest.raises(InputError, match="B02, B03, B04, B08"):
        script("export_model").main(export, standalone_mode=False)
    card.write_text(json.dumps(text))
    script("export_model").main(export, standalone_mode=False)
    assert check_model(model).bands == BANDS
    assert check_model(model).network["bands_in"] == 4

    with rasterio.open(root / "place1" / "d0.tif") as file:
        truth = file.read()
    hole = np.zeros((96, 96), bool)
    hole[30:60, 20:70] = True
    scene = np.where(hole, np.uint16(9000), truth)
    write_raster(tmp_path / "scene.tif", scene, names=("B08", "B04", "B03", "B02", "B11"))
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    outcome = geoinpaint("inpaint", "scene.tif", "--mask", "mask.tif", "--bands", "B08,B04,B03,B02", "--mode", "model",
                         "--model", "s2.safetensors", "--holdout", "off", "--device", "cpu", "-o", "out.tif",
                         env={"OMP_NUM_THREADS": "1"})  # fmt: skip
    assert outcome.code == 0, outcome.events
    with rasterio.open(tmp_path / "out.tif") as file:
        result, names = file.read(), file.descriptions
    assert names[:4] == ("B08", "B04", "B03", "B02")
    assert np.array_equal(result[:4][:, ~hole], scene[:4][:, ~hole])
    # nothing to speak of was learned in three steps: it is the fill along the lines, near the truth
    error = np.abs(result[:4].astype(float) - truth[:4])[:, hole].mean(axis=1)
    # a band in another's place would be off by its whole contrast
    assert (error < 0.25 * np.abs(truth[:4] - truth[[1, 2, 3, 0]].astype(float))[:, hole].mean(axis=1)).all()
    capsys.readouterr()
    script("evaluate_inpainting").main(
        ["--task", "raster", "--data", str(root), "--masks", str(masks), "--bands", *BANDS, "--image-size", "48",
         "--images", "2", "--draws", "1", "--models", f"ours={trained}"]
    )  # fmt: skip
    assert "difference to TELEA" in capsys.readouterr().out
    shared = ["--task", "raster", "--data", str(root), "--masks", str(masks), "--bands", *BANDS, "--image-size", "48"]
    for name, words in (("task-network", "have no task"), ("perceptual", "red, green and blue")):
        with pytest.raises(UsageError, match=words):
            script("evaluate_inpainting").main([*shared, f"--{name}", "torchvision"])
    with pytest.raises(UsageError, match="have no task"):
        trained_on(root, masks, tmp_path / "run", task_network=tmp_path / "none")
    with pytest.raises(UsageError, match="red, green and blue"):
        trained_on(root, masks, tmp_path / "run", perceptual="torchvision")
