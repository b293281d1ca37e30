"""Training: an interrupted run ends where an undisturbed one does, all tasks run end to end, pieces learn."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
import torch

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_engine.methods.network.networks import occlude
from geoinpaint_training.adversarial import AdversarialTrainer
from geoinpaint_training.augment import stacked, turned
from geoinpaint_training.bank import Bank, Batch
from geoinpaint_training.batches import draw_batch, load_batches
from geoinpaint_training.checkpoints import load_tensors
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.inpaint_config import InpaintConfig, make_generator
from geoinpaint_training.maskmix import read_seed_masks
from geoinpaint_training.memory import Cached
from geoinpaint_training.processes import Processes
from geoinpaint_training.runs import Clock, EarlyStop, Run, Throughput
from geoinpaint_training.schedule import cosine_rate
from geoinpaint_training.settings import make_config, parse_config
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


def test_the_early_stop_counts_validations_without_gain():
    stopper = EarlyStop(2)
    assert [stopper.better(value) for value in (1.0, 2.0, 1.5)] == [True, True, False]
    assert not stopper.stop
    stopper.better(2.0)
    assert stopper.stop
    assert not EarlyStop(0).stop


def test_settings_come_from_file_and_options(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"width": 8, "depth": [1, 2], "gan": "lsgan"}')
    config = parse_config(InpaintConfig, ["--config", str(path), "--width", "12", "--no-maskmix"])
    assert (config.width, config.depth, config.gan, config.maskmix) == (12, (1, 2), "lsgan", False)
    assert config.weights["task"] == 5
    assert replace(config, task="geolocation").weights["task"] == 1.2
    assert replace(config, task="geolocation").area == (0.1, 0.2)
    path.write_text('{"widht": 8}')
    with pytest.raises(UsageError, match="no setting 'widht'"):
        parse_config(InpaintConfig, ["--config", str(path)])
    path.write_text("{")
    with pytest.raises(InputError, match="cannot be read"):
        parse_config(InpaintConfig, ["--config", str(path)])


def test_the_paper_s_settings_are_the_default():
    config = InpaintConfig()
    assert (config.width, config.depth, config.norm, config.batch, config.steps) == (
        64,
        (3, 4, 6, 3, 3, 3),
        "batch",
        4,
        35000,
    )
    assert (config.gan, config.smooth_start, config.maskmix, config.l1_region) == ("log", False, True, "image")
    assert set(config.weights.values()) == {1.0, 5.0}


def test_a_wrong_task_network_or_missing_data_is_told(places, classifier):
    scenes = open_samples("scene", places / "scene", train=True, size=32)
    config = make_config(InpaintConfig, {**TINY, "task": "segmentation", "task_network": (str(classifier),)})
    with pytest.raises(UsageError, match="not segmentation"):
        script("train_inpainter").make_trainer(config, scenes, Processes())
    with pytest.raises(UsageError, match="not named"):
        script("train_inpainter").main(["--data", str(places / "scene")])


def test_the_rate_warms_up_and_falls():
    rates = [cosine_rate(step, 100, 1.0) for step in range(100)]
    assert rates[0] == pytest.approx(0.2)
    assert max(rates) == pytest.approx(1.0)
    assert rates[-1] < 0.02
    assert rates[5:] == sorted(rates[5:], reverse=True)


def test_a_run_s_log_is_cut_back_to_where_it_goes_on(tmp_path):
    run = Run(tmp_path, InpaintConfig(), tensorboard=False)
    for step in (1, 2, 3):
        run.log(step, {"loss": 1 / step})
    again = Run(tmp_path, InpaintConfig(), step=2, tensorboard=False)
    assert again.column("loss") == [(1, 1.0), (2, 0.5)]
    again.close()
    assert (tmp_path / "curves.png").is_file()


@pytest.mark.parametrize("recipe", sorted((SCRIPTS / "recipes").glob("*.json")), ids=lambda path: path.stem)
def test_the_recipes_are_settings_that_exist(recipe):
    config = parse_config(InpaintConfig, ["--config", str(recipe)])
    assert config.network.smooth_start
    parameters = sum(parameter.numel() for parameter in make_generator(config).parameters())
    assert 2 * parameters < 16 * 2**20  # what ships is in half precision


@pytest.mark.filterwarnings("ignore:This DataLoader will create")
def test_workers_draw_the_same_batches_from_any_step_on(places):
    samples = Cached(open_samples("scene", places / "scene", train=True, size=48))
    config = make_config(InpaintConfig, {**TINY, "batch": 3})
    draw = partial(draw_batch, samples, read_seed_masks(places / "masks"), config)
    expected = [draw(step) for step in range(6)]
    assert not torch.equal(expected[0][0].image, expected[1][0].image)
    for first, workers in ((0, 0), (2, 0), (0, 2), (3, 1)):
        got = list(load_batches(draw, first=first, steps=6, workers=workers))
        assert len(got) == 6 - first
        for (batch, mask), (wanted, wanted_mask) in zip(got, expected[first:], strict=True):
            assert torch.equal(batch.image, wanted.image)
            assert torch.equal(batch.target, wanted.target)
            assert torch.equal(mask, wanted_mask)


def test_a_bank_s_batch_is_its_entries_turned_with_their_starts(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    config = make_config(InpaintConfig, {**TINY, "batch": 4, "coherent": True})
    network = make_generator(config)
    draw = partial(draw_batch, samples, read_seed_masks(places / "masks"), config)
    bank = Bank([draw(step) for step in range(3)], network, device="cpu", seed=1)
    images = torch.cat([draw(step)[0].image for step in range(3)])
    first, again, second = bank.batch(0, 6), bank.batch(0, 6), bank.batch(1, 6)
    assert torch.equal(first.samples.image, again.samples.image)
    found = []
    for batch in (first, second):
        start = network.start(occlude(batch.samples.image, batch.mask), batch.mask)
        torch.testing.assert_close(batch.start, start, atol=3e-3, rtol=0)
        for image in batch.samples.image:
            distances = [min((turned(other, turn) - image).abs().max() for turn in range(8)) for other in images]
            assert min(distances) < 1e-3  # half precision
            found.append(int(np.argmin(distances)))
    assert sorted(found) == list(range(12))


def test_a_known_start_changes_nothing(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    config = make_config(InpaintConfig, {**TINY, "weight_gan": 0.0})
    batch, mask = draw_batch(samples, read_seed_masks(places / "masks"), config, 0)
    terms = []
    for known in (False, True):
        trainer = AdversarialTrainer(config, task=None, perceptual=None)
        start = trainer.generator.start(occlude(batch.image, mask), mask) if known else None
        terms.append(trainer.step(Batch(batch, mask, start)))
    assert terms[0] == terms[1]


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


def test_further_images_have_no_class_and_zooms_change_the_image_alone(places):
    samples = open_samples("scene", places / "scene", train=True, size=32)
    seeds = read_seed_masks(places / "masks")
    config = make_config(InpaintConfig, {**TINY, "batch": 16, "more_share": 0.5})
    batch, _ = draw_batch(samples, seeds, config, 0, more=samples)
    assert 0 < int((batch.target == -1).sum()) < 16
    plain, zoomed = (draw_batch(samples, seeds, replace(config, zoom=zoom), 0)[0] for zoom in (1.0, 1.7))
    assert plain.image.shape == zoomed.image.shape
    assert torch.equal(plain.target, zoomed.target)
    task = frozen(build_task(TaskCard("scene", "torchvision:squeezenet1_1", samples.classes, size=48)))
    one = task.loss(plain.image[:1], plain.target[:1])
    unknown = torch.cat([plain.target[:1], torch.full((15,), -1)])
    torch.testing.assert_close(task.loss(plain.image, unknown), one)


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


def test_a_sitting_tells_how_fast_it_was_and_how_long_it_waited():
    def slow():
        for number in range(6):
            time.sleep(0.02)
            yield number

    waiting = Throughput(slow(), 8, warm_up=2)
    assert list(waiting) == list(range(6))
    images, waited = re.fullmatch(r"(\d+) images/s, ([\d.]+)% of it waiting for them", str(waiting)).groups()
    assert 0 < int(images) <= 8 / 0.02
    assert float(waited) > 60  # on a busy machine whatever else a step does takes time too
    busy = Throughput(range(6), 8, warm_up=2)
    for _ in busy:
        time.sleep(0.02)
    assert float(str(busy).split(", ")[1].split("%")[0]) < 40
    assert "too few" in str(Throughput([], 8))


def test_the_rows_of_the_table_are_trained_with_one_command(places, tmp_path, capfd):
    rows = script("train_rows")
    settings = {**TINY, "steps": 1, "tensorboard": False, "data": places / "scene", "masks": places / "masks"}
    arguments = [*options(settings), "--folder", str(tmp_path), "--rows", "plain"]
    with pytest.raises(SystemExit) as ended:
        rows.main(arguments)
    said = capfd.readouterr().out
    assert ended.value.code == 0, (tmp_path / "plain.txt").read_text()
    assert "plain: done" in said
    assert f"(Proposed_b)={tmp_path / 'plain' / 'model.safetensors'}" in said
    with pytest.raises(SystemExit) as ended:
        rows.main([*arguments, "--width", "none"])
    assert ended.value.code == 1
    assert "plain: ended with" in capfd.readouterr().out


def test_a_row_of_the_table_has_what_the_paper_says_of_it(tmp_path, capfd):
    rows = script("train_rows")

    def settings(name):
        command = rows.row_command(name, tmp_path, ["a", "b"], "start", ["--steps", "7", "--maskmix", "--width", "16"])
        return parse_config(InpaintConfig, command[2:], description="")

    found = {name: settings(name) for name in rows.ROWS}
    assert {config.steps for config in found.values()} == {7}
    assert {name for name, config in found.items() if config.task_network} == {"no-maskmix", "full", "adversarial"}
    assert {name for name, config in found.items() if config.maskmix} == {"full", "adversarial"}
    assert {name for name, config in found.items() if config.start} == {"plain", "no-maskmix", "full", "adversarial"}
    assert found["pix2pix"].method == "pix2pix"
    assert found["coarse"].weights["task"] == found["plain"].weights["task"] == 0
    with pytest.raises(SystemExit):
        rows.main(["--folder", str(tmp_path / "rows"), "--rows", "full"])
    assert "Add --task-network" in capfd.readouterr().err
