"""Settings, recipes, logs and rows of a training run."""

import re
import time
from dataclasses import replace

import pytest

from geoinpaint_engine.errors import InputError, UsageError
from geoinpaint_training.datasets import open_samples
from geoinpaint_training.inpaint_config import InpaintConfig, make_generator
from geoinpaint_training.processes import Processes
from geoinpaint_training.runs import EarlyStop, Run, Throughput
from geoinpaint_training.schedule import cosine_rate
from geoinpaint_training.settings import make_config, parse_config
from tests.training.running import SCRIPTS, TINY, options, script


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
