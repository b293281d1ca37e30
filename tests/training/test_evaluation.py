"""Evaluation: figures of known fills, paired intervals, the scripts from seed masks to a model in the table."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest
import rasterio
import torch
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from geoinpaint_engine.errors import UsageError
from geoinpaint_engine.methods.network.card import check_model
from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig
from geoinpaint_engine.methods.network.table import add_model, find_model
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.evaluation import (
    Row,
    Starts,
    averaged,
    evaluate_draw,
    harmonic,
    joined,
    masked_fill,
    model_fill,
    no_fill,
    paired_interval,
    telea,
    won_back,
)
from geoinpaint_training.export import keep_residual
from geoinpaint_training.maskmix import fixed_mask, read_seed_masks
from geoinpaint_training.tasks import TaskCard, build_task, frozen
from geoinpaint_training.validation import evenly
from tests.training.data_maker import make_loveda, make_masks, make_scenes, save_image
from tests.training.running import options, script, train

AREA = (0.15, 0.60)


def evaluate_row(fill, samples, masks, task, *, seed, draws, area):
    """All images under `draws` masks each."""
    return joined([evaluate_draw(fill, samples, masks, task, seed=seed, draw=n, area=area) for n in range(draws)])


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    root = tmp_path_factory.mktemp("data")
    make_masks(root / "masks")
    make_scenes(root / "scene", classes=2, images=6)
    make_loveda(root / "segmentation", images=1)
    return root


def test_figures_are_those_of_the_whole_composite(places):
    samples, masks = open_samples("scene", places / "scene", train=False, size=64), read_seed_masks(places / "masks")
    row = evaluate_row(harmonic, samples, masks, None, seed=1, draws=2, area=AREA)
    assert len(row.psnr) == len(row.ssim) == 2 * len(samples)
    truth = samples[3].image.numpy()
    shown = masked_fill(harmonic, samples[3].image, masks, seed=1, index=3, draw=1, area=AREA).numpy()
    place = len(samples) + 3
    assert row.psnr[place] == pytest.approx(peak_signal_noise_ratio(truth, shown, data_range=1), abs=1e-3)
    expected = structural_similarity(truth, shown, channel_axis=0, data_range=1, gaussian_weights=True, sigma=1.5,
                                     use_sample_covariance=False)  # fmt: skip
    assert row.ssim[place] == pytest.approx(expected, abs=1e-3)
    hole = fixed_mask(masks, seed=1, image=3, draw=1, size=64, area=AREA)
    assert np.array_equal(shown[:, ~hole], truth[:, ~hole])


def test_fills_rank_as_they_should_and_see_nothing_of_the_hole(places):
    samples, masks = open_samples("scene", places / "scene", train=False, size=64), read_seed_masks(places / "masks")
    truth = evaluate_row(lambda occluded, mask: samples[0].image, samples, masks, None, seed=1, draws=1, area=AREA)
    means = {fill.__name__: evaluate_row(fill, samples, masks, None, seed=1, draws=1, area=AREA).means()["psnr"]
             for fill in (no_fill, telea, harmonic)}  # fmt: skip
    assert truth.psnr[0] > 100
    assert means["no_fill"] < means["telea"]
    assert means["no_fill"] < means["harmonic"]

    def peek(occluded, mask):
        assert (occluded[:, mask[0] > 0] == 1).all()
        return occluded

    evaluate_row(peek, samples, masks, None, seed=1, draws=1, area=AREA)


@pytest.mark.parametrize("kind", ["scene", "segmentation"])
def test_the_task_s_figure_is_of_the_filled_images(places, kind):
    torch.manual_seed(0)
    samples = open_samples(kind, places / kind, train=False, size=64)
    architecture = {"scene": "torchvision:squeezenet1_1", "segmentation": "hrnet:18_small"}[kind]
    task = frozen(build_task(TaskCard(kind, architecture, samples.classes)))
    masks = read_seed_masks(places / "masks")
    row = evaluate_row(no_fill, samples, masks, task, seed=1, draws=2, area=AREA)
    assert len(row.task) == 2
    assert set(row.means()) == {"psnr", "ssim", {"scene": "accuracy", "segmentation": "miou"}[kind]}


def test_seeds_of_a_training_are_averaged_image_by_image():
    one = Row([1.0, 2.0], [0.0, 0.5], right=[1.0, 0.0], task=[{"accuracy": 0.5}])
    other = Row([3.0, 2.0], [1.0, 0.5], right=[1.0, 1.0], task=[{"accuracy": 1.0}])
    row = averaged([one, other])
    assert (row.psnr, row.ssim, row.right) == ([2.0, 2.0], [0.5, 0.5], [1.0, 0.5])
    assert row.means() == {"psnr": 2.0, "ssim": 0.5, "accuracy": 0.75}


def test_the_paired_interval_covers_the_true_difference_and_resamples_images():
    generator = np.random.default_rng(0)
    covered = 0
    for trial in range(60):
        of_image = generator.normal(0.5, 1.0, 40)  # the same for all five masks of an image
        one = (of_image + generator.normal(0, 0.1, (5, 40))).ravel()
        mean, low, high = paired_interval(one, np.zeros(200), images=40, seed=trial, draws=400)
        assert mean == pytest.approx(one.mean())
        covered += low <= 0.5 <= high
        # over 200 independent values it would be less than half as wide
        assert high - low > 2.5 * 1.0 / np.sqrt(40)
    assert covered >= 50


def test_images_are_chosen_evenly():
    assert evenly(350, 7) == [25, 75, 125, 175, 225, 275, 325]
    assert evenly(3, 5) == [0, 1, 2]


def test_networks_with_the_same_start_make_it_once():
    torch.manual_seed(1)
    settings = NetworkConfig(width=4, depth=(1, 1), norm="group", smooth_start=True)
    networks = [CoarseToFine(s).eval() for s in (settings, settings, msgspec.structs.replace(settings, coherent=True))]
    for network in networks:
        torch.nn.init.normal_(network.coarse.head.weight, std=0.1)
    image, mask = torch.rand(3, 32, 32), torch.zeros(1, 32, 32)
    mask[:, 5:20, 8:20] = 1
    starts = Starts()
    for network in networks:
        got = model_fill(network, starts=starts)(image, mask)
        torch.testing.assert_close(got, model_fill(network)(image, mask), rtol=0, atol=0)
    assert starts(networks[0], image[None], mask[None]) is starts(networks[1], image[None], mask[None])
    first = starts(networks[0], image[None], mask[None])
    full = Starts(capacity=first.nbytes)
    kept = full(networks[0], image[None], mask[None])
    full(networks[0], image[None], 1 - mask[None])
    assert full(networks[0], image[None], mask[None]) is not kept


def test_figures_are_kept_and_belong_to_what_they_were_measured_on(places, tmp_path, capsys):
    run = train(places, "", tmp_path / "run", steps=2, task_network="")
    keep, figures = tmp_path / "kept", tmp_path / "figures.json"

    def evaluate(**changed):
        settings = {"data": places / "scene", "masks": places / "masks", "image_size": 64, "draws": 1, "images": 4,
                    "models": f"ours={run / 'model.safetensors'}", "keep": keep, "output": figures,
                    **changed}  # fmt: skip
        script("evaluate_inpainting").main(options(settings))
        return json.loads(figures.read_text())["rows"]

    measured = evaluate()
    files = set(keep.iterdir())
    assert len(files) == 5
    for file in files:
        file.write_text(json.dumps({**json.loads(file.read_text()), "psnr": [7.0] * 4}))
    assert all(row["psnr"] == 7 for row in evaluate().values())
    assert set(keep.iterdir()) == files
    # another number of masks adds to them; other images or masks have files of their own
    assert evaluate(draws=2)["ours"]["psnr"] not in (7, measured["ours"]["psnr"])
    assert evaluate(images=3)["ours"]["psnr"] != 7
    assert evaluate(seed=2)["ours"]["psnr"] != 7
    assert len(set(keep.iterdir())) == 20
    capsys.readouterr()


def test_two_rows_are_compared_with_each_seed_beside_the_mean(places, tmp_path, capsys):
    seeds = [train(places, "", tmp_path / f"run{n}", steps=3, task_network="", seed=n) / "model.safetensors"
             for n in (1, 2)]  # fmt: skip
    figures = tmp_path / "figures.json"
    arguments = {"data": places / "scene", "masks": places / "masks", "image_size": 64, "draws": 2, "images": 4,
                 "models": (f"ours={seeds[0]},{seeds[1]}", f"first={seeds[0]}"), "pairs": ("ours,first",),
                 "output": figures}  # fmt: skip
    script("evaluate_inpainting").main(options(arguments))
    found = json.loads(figures.read_text())
    change = found["differences"]["first"]["ours"]["PSNR"]
    assert change["mean"] == pytest.approx(found["rows"]["ours"]["psnr"] - found["rows"]["first"]["psnr"])
    assert change["interval"][0] <= change["mean"] <= change["interval"][1]
    assert change["seeds"][0] == 0
    assert change["seeds"][1] == pytest.approx(2 * change["mean"])
    assert found["seeds"]["ours"][0]["psnr"] == found["rows"]["first"]["psnr"]
    assert set(found["differences"]) == {"TELEA", "first"}
    assert "difference to first" in capsys.readouterr().out
    with pytest.raises(UsageError, match="no row 'second'"):
        script("evaluate_inpainting").main(options({**arguments, "pairs": ("ours,second",)}))


def test_the_share_won_back():
    assert won_back(0.86, clean=0.94, occluded=0.71) == pytest.approx(0.15 / 0.23)
    assert np.isnan(won_back(0.9, clean=0.5, occluded=0.5))


def test_from_seed_masks_to_a_model_in_the_table(places, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GEOINPAINT_MODELS", str(tmp_path / "mine"))
    run = train(places, "", tmp_path / "run", steps=2, task_network="")
    evaluated, trained = tmp_path / "figures.json", run / "model.safetensors"
    arguments = ["--data", str(places / "scene"), "--masks", str(places / "masks"), "--image-size", "64",
                 "--draws", "2", "--images", "6", "--models", f"ours={trained},{trained}",
                 "--coarse-maps", "--compare", "TELEA", "harmonic", "--output", str(evaluated),
                 "--pictures", str(tmp_path / "fills.png")]  # fmt: skip
    script("evaluate_inpainting").main(arguments)
    table = capsys.readouterr().out
    for label in ("clean", "occluded", "TELEA", "harmonic", "ours", "ours (coarse map)", "difference to harmonic"):
        assert label in table
    assert (tmp_path / "fills.png").is_file()
    assert set(json.loads(evaluated.read_text())["rows"]) == {
        "occluded",
        "TELEA",
        "harmonic",
        "coherent",
        "ours",
        "ours (coarse map)",
    }

    card = tmp_path / "card.json"
    card.write_text(
        json.dumps({"name": "ours", "title": "a test", "bands": ["B04", "B03", "B02"], "licence": "CC0-1.0"})
    )
    model = tmp_path / "ours.safetensors"
    command = [str(run / "model.safetensors"), "--card", str(card), "-o", str(model), "--figures", str(evaluated)]
    script("export_model").main(command, standalone_mode=False)
    exported = check_model(model)
    assert exported.training["steps"] == 2
    assert exported.figures["evaluation"]["ours"]["psnr"] > 0
    add_model(model)
    assert find_model("ours").card == exported
    # an exported model gets another card and keeps its weights, networks and training
    text = json.loads(card.read_text())
    card.write_text(json.dumps({**text, "title": "another test"}))
    again = tmp_path / "again.safetensors"
    script("export_model").main([str(model), "--card", str(card), "-o", str(again)], standalone_mode=False)
    assert check_model(again) == msgspec.structs.replace(exported, title="another test", figures={})
    script("evaluate_inpainting").main([*arguments[:10], "--models", "shipped=ours"])
    assert "shipped" in capsys.readouterr().out


def test_seed_masks_are_cut_from_class_rasters(tmp_path):
    classes = np.full((96, 160), 4, np.uint8)
    classes[20:70, 30:60] = 9
    classes[:, 100:] = 8
    path = tmp_path / "scl.tif"
    with rasterio.open(path, "w", driver="GTiff", height=96, width=160, count=1, dtype="uint8") as file:
        file.write(classes, 1)
    prepare = script("prepare_masks")
    folder = tmp_path / "masks"
    prepare.main([str(path), "--classes", "8-9", "--size", "64", "--folder", str(folder)], standalone_mode=False)
    masks = read_seed_masks(folder)
    assert 0 < len(masks) <= 4
    assert all(mask.shape == (64, 64) and 0.15 <= mask.mean() <= 0.60 for mask in masks)
    result = subprocess.run(
        [sys.executable, str(Path(prepare.__file__)), str(path), "--classes", "3", "--folder", str(folder)],
        capture_output=True, text=True,
    )  # fmt: skip
    assert result.returncode == 1
    assert result.stderr.strip().startswith("No square of 256 px")
    save_image(tmp_path / "mask.png", (classes == 8).astype(np.uint8) * 255)
    assert prepare.read_cloud(tmp_path / "mask.png", "").mean() == pytest.approx(0.375)


def test_the_figure_of_maskmix_is_drawn(places, tmp_path):
    script("figure_maskmix").main([str(places / "masks"), str(tmp_path / "mix.png")], standalone_mode=False)
    assert (tmp_path / "mix.png").stat().st_size > 500


def test_a_share_of_the_residual_can_be_kept():
    torch.manual_seed(3)
    network = CoarseToFine(NetworkConfig(width=4, depth=(1, 1), norm="group")).eval()
    occluded, mask = torch.rand(1, 3, 32, 32), torch.zeros(1, 1, 32, 32)
    mask[..., 8:20, 8:20] = 1
    with torch.inference_mode():
        coarse, refined = network(occluded, mask)
        keep_residual(network, 0.25)
        kept = network(occluded, mask)
    torch.testing.assert_close(kept[0], coarse)
    torch.testing.assert_close(kept[1], coarse + 0.25 * (refined - coarse))
    assert not torch.allclose(refined, coarse)


def test_without_refinement_there_is_no_share_of_it():
    with pytest.raises(UsageError, match="no refinement"):
        keep_residual(CoarseToFine(NetworkConfig(width=4, depth=(1, 1), refine=False)), 0.5)
