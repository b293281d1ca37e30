"""Training: an interrupted run ends where an undisturbed one does, all tasks run end to end, pieces learn."""

import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
import torch

from geoinpaint_engine.errors import UsageError
from geoinpaint_training.adversarial import AdversarialTrainer
from geoinpaint_training.augment import stacked
from geoinpaint_training.bank import Batch
from geoinpaint_training.batches import draw_batch
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.inpaint_config import InpaintConfig
from geoinpaint_training.maskmix import read_seed_masks
from geoinpaint_training.runs import Clock
from geoinpaint_training.settings import make_config
from geoinpaint_training.tasks import TaskCard, build_task, frozen
from tests.training.running import SCRIPTS, TINY, options, script, train


class Sitting(Clock):
    """A sitting that is over after some steps, as if the time were up."""

    steps = 0

    def __init__(self, save_minutes, max_minutes):
        super().__init__(0.0, 0.0)
        self.left = Sitting.steps

    def over(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.filterwarnings("ignore:This DataLoader will create")
@pytest.mark.parametrize(("precision", "workers", "bank"), [("fp32", 0, 0), ("bf16", 2, 0), ("fp32", 1, 3)])
def test_an_interrupted_training_ends_like_an_undisturbed_one(
    places, classifier, tmp_path, monkeypatch, precision, workers, bank
):
    same = {"steps": 5, "ema": 0.9, "precision": precision, "bank": bank}
    whole = train(places, classifier, tmp_path / "whole", **same)
    same["workers"] = workers
    for sitting in (1, 3, 9):
        module = script("train_inpainter")
        monkeypatch.setattr(Sitting, "steps", sitting)
        module.Clock = Sitting
        settings = {**TINY, **same, "data": places / "scene", "masks": places / "masks", "task_network": classifier,
                    "folder": tmp_path / "parts", "tensorboard": False}  # fmt: skip
        module.main(options(settings))
    for name in ("state.safetensors", "model.safetensors"):
        expected, card = load_tensors(whole / name)
        got, card_of_parts = load_tensors(tmp_path / "parts" / name)
        assert card["step"] == card_of_parts["step"] == 5
        assert card["figures"] == card_of_parts["figures"]
        assert expected.keys() == got.keys()
        assert all(torch.equal(expected[key], got[key]) for key in expected)
    log = [json.loads(line) for line in (tmp_path / "parts" / "log.jsonl").read_text().splitlines()]
    assert log == [json.loads(line) for line in (whole / "log.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("task", ["scene", "segmentation", "geolocation"])
def test_all_three_tasks_run_from_data_to_model(places, tmp_path, task):
    architectures = {
        "scene": "torchvision:squeezenet1_1", "segmentation": "hrnet:18_small", "geolocation": "lpn:tiny",
    }  # fmt: skip
    architecture = architectures[task]
    script("train_task_network").main(
        ["--task", task, "--data", str(places / task), "--validate", str(places / task), "--architecture", architecture,
         "--folder", str(tmp_path / "task"), "--image-size", "64", "--size", "64", "--smoke"]
    )  # fmt: skip
    assert "on " + task in load_tensors(tmp_path / "task" / "task.safetensors")[1]["note"]
    script("train_inpainter").main(
        ["--task", task, "--data", str(places / task), "--masks", str(places / "masks"), "--smoke",
         "--task-network", str(tmp_path / "task" / "task.safetensors"), "--folder", str(tmp_path / "run")]
    )  # fmt: skip
    tensors, card = load_tensors(tmp_path / "run" / "model.safetensors")
    assert card["step"] == 2
    assert card["config"]["task"] == task
    assert all(torch.isfinite(tensor).all() for tensor in tensors.values())
    made = {path.name for path in (tmp_path / "run").iterdir()}
    assert {"config.json", "commit.txt", "log.jsonl", "curves.png", "samples", "tensorboard"} <= made
    assert any((tmp_path / "run" / "tensorboard").iterdir())
    row = json.loads((tmp_path / "run" / "log.jsonl").read_text().splitlines()[0])
    terms = {f"{term}_{name}" for term in ("discriminator", "l1", "gan") for name in ("coarse", "refined")}
    assert {*terms, "task"} < set(row)


@pytest.mark.parametrize("method", ["coarse", "pix2pix"])
def test_the_rows_it_is_compared_with_train_too(places, tmp_path, method):
    extra = {"method": method, "smooth_start": False, "task_network": "", "steps": 2, "maskmix": False}
    run = train(places, "", tmp_path / "run", **extra)
    row = json.loads((run / "log.jsonl").read_text().splitlines()[0])
    assert {"discriminator_coarse", "l1_coarse", "gan_coarse", "step"} == set(row)


def test_a_started_run_goes_on_from_the_other_one_s_model(places, classifier, tmp_path):
    first = train(places, classifier, tmp_path / "first", steps=2)
    begun = train(places, classifier, tmp_path / "second", steps=1, rate=0.0, discriminator_rate=0.0,
                  start=first / "model.safetensors")  # fmt: skip
    one, other = (load_tensors(run / "model.safetensors")[0] for run in (first, begun))
    assert all(torch.equal(one[key], other[key]) for key in one)


def test_a_smoke_run_starts_from_a_model_of_any_size(places, classifier, tmp_path):
    first = train(places, classifier, tmp_path / "first", steps=1, width=6)
    smoke = train(places, classifier, tmp_path / "smoke", smoke=True, width=6, start=first / "model.safetensors")
    assert load_tensors(smoke / "model.safetensors")[1]["step"] == 2


def test_both_networks_start_from_a_training_of_the_coarse_one(places, classifier, tmp_path):
    coarse = train(places, classifier, tmp_path / "coarse", method="coarse", steps=2)
    both = train(places, classifier, tmp_path / "both", steps=1, rate=0.0, discriminator_rate=0.0,
                 start=coarse / "model.safetensors")  # fmt: skip
    one, other = (load_tensors(run / "model.safetensors")[0] for run in (coarse, both))
    assert all(torch.equal(one[key], other[key]) for key in one)
    assert any(name.startswith("refinement.") for name in other)


def test_the_refinement_can_learn_alone(places, classifier, tmp_path):
    first = train(places, classifier, tmp_path / "first", steps=2)
    second = train(places, classifier, tmp_path / "second", steps=2, learns="refinement",
                   start=first / "model.safetensors")  # fmt: skip
    one, other = (load_tensors(run / "model.safetensors")[0] for run in (first, second))
    changed = {key for key in one if not torch.equal(one[key], other[key])}
    assert changed
    assert all(key.startswith("refinement.") for key in changed)
    row = json.loads((second / "log.jsonl").read_text().splitlines()[0])
    assert {"l1_refined", "gan_refined", "discriminator_refined", "task"} < set(row)
    assert not any("coarse" in key for key in row if key != "psnr_coarse")


def test_a_network_without_refinement_cannot_have_it_learn_alone(places, tmp_path):
    with pytest.raises(UsageError, match="has no refinement network"):
        train(places, "", tmp_path / "run", method="coarse", learns="refinement", steps=1)


def test_training_makes_the_images_better(places, tmp_path):
    config = make_config(InpaintConfig, {**TINY, "rate": 3e-3, "weight_gan": 0.0, "batch": 4, "smooth_start": False})
    samples = open_samples("scene", places / "scene", train=True, size=32)
    seeds = read_seed_masks(places / "masks")
    trainer = AdversarialTrainer(config, task=None, perceptual=None)
    losses = [float(trainer.step(Batch(*draw_batch(samples, seeds, config, step)))["l1_refined"]) for step in range(60)]
    assert np.mean(losses[-5:]) < 0.5 * np.mean(losses[:5])


def test_the_task_loss_reaches_the_networks(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    seeds = read_seed_masks(places / "masks")
    torch.manual_seed(1)
    task = frozen(build_task(TaskCard("scene", "torchvision:squeezenet1_1", samples.classes, size=48)))
    off = {"weight_l1": 0.0, "weight_gan": 0.0, "rate": 1e-3, "batch": 3}
    trainer = AdversarialTrainer(make_config(InpaintConfig, {**TINY, **off}), task=task, perceptual=None)
    before = [parameter.clone() for parameter in trainer.generator.parameters()]
    terms = trainer.step(Batch(*draw_batch(samples, seeds, trainer.config, 0)))
    assert "discriminator_coarse" not in terms
    assert any(not torch.equal(old, new) for old, new in zip(before, trainer.generator.parameters(), strict=True))


def test_discriminators_learn_only_in_their_own_step(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    config = make_config(InpaintConfig, {**TINY, "discriminator_rate": 0.0})
    trainer = AdversarialTrainer(config, task=None, perceptual=None)
    before = [parameter.clone() for parameter in trainer.discriminators.parameters()]
    trainer.step(Batch(*draw_batch(samples, read_seed_masks(places / "masks"), config, 0)))
    assert all(torch.equal(old, new) for old, new in zip(before, trainer.discriminators.parameters(), strict=True))


def test_processes_share_a_batch(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    seeds = read_seed_masks(places / "masks")
    config = make_config(InpaintConfig, {**TINY, "batch": 4})
    whole, masks = draw_batch(samples, seeds, config, 3)
    parts = [draw_batch(samples, seeds, config, 3, rank=rank, ranks=2) for rank in range(2)]
    for rank, (batch, mask) in enumerate(parts):
        assert torch.equal(batch.image, whole.image[rank::2])
        assert torch.equal(mask, masks[rank::2])
    assert stacked([samples[0]]).partner is None


@pytest.mark.slow
def test_two_processes_learn_what_one_learns(places, tmp_path):
    settings = {**TINY, "data": places / "scene", "masks": places / "masks", "steps": 3, "weight_gan": 0.0,
                "tensorboard": False}  # fmt: skip
    # a discriminator's batch statistics are those of a process; without discriminators both must agree
    one = train(places, "", tmp_path / "one", steps=3, weight_gan=0.0, task_network="")
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2",
               str(SCRIPTS / "train_inpainter.py"), *options({**settings, "folder": tmp_path / "two"})]  # fmt: skip
    subprocess.run(command, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"}, timeout=300)
    expected, got = (load_tensors(run / "model.safetensors")[0] for run in (one, tmp_path / "two"))
    for key in expected:
        torch.testing.assert_close(got[key], expected[key], atol=2e-4, rtol=1e-3)


def test_stages_start_from_one_another_and_are_not_repeated(places, classifier, tmp_path):
    recipe = tmp_path / "recipe.json"
    words = {**TINY, "data": str(places / "scene"), "masks": str(places / "masks"), "tensorboard": False,
             "task_network": [str(classifier), str(classifier)], "more_data": str(places / "scene"), "zoom": 1.5,
             "maskmix_share": 0.5, "folder": str(tmp_path / "run"),
             "stages": [{"steps": 2, "weight_task": 0.0, "more_share": 0.5}, {"steps": 3, "rate": 0.0}]}  # fmt: skip
    recipe.write_text(json.dumps(words))
    script("train_inpainter").main(["--config", str(recipe)])
    first, last = tmp_path / "run" / "stage1", tmp_path / "run"
    made = (first / "model.safetensors").stat().st_mtime_ns
    one, other = (load_tensors(folder / "model.safetensors") for folder in (first, last))
    assert (one[1]["step"], other[1]["step"]) == (2, 3)
    # a rate of nothing leaves what the first stage had learned
    assert all(torch.equal(one[0][key], other[0][key]) for key in one[0])
    terms = [json.loads((folder / "log.jsonl").read_text().splitlines()[0]) for folder in (first, last)]
    assert ["task" in row for row in terms] == [False, True]
    script("train_inpainter").main(["--config", str(recipe)])
    assert (first / "model.safetensors").stat().st_mtime_ns == made


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # the compiler's own
@pytest.mark.skipif(shutil.which("g++") is None, reason="compiling needs a C++ compiler")
def test_compiled_networks_learn_what_others_learn(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    drawn = Batch(*draw_batch(samples, read_seed_masks(places / "masks"), make_config(InpaintConfig, TINY), 0))
    terms, names = [], []
    for compiled in (False, True):
        config = make_config(InpaintConfig, {**TINY, "weight_gan": 0.0, "compile": compiled})
        trainer = AdversarialTrainer(config, task=None, perceptual=None)
        trainer.step(drawn)
        terms.append(trainer.step(drawn))
        names.append(set(trainer.generator.state_dict()))
    assert names[0] == names[1]
    torch.testing.assert_close(terms[0], terms[1], atol=1e-4, rtol=1e-3)
