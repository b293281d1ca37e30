"""What a script of training says where it is called wrongly: one sentence, and never a traceback."""

import os
import subprocess
import sys

import pytest
import torch

from tests.training.running import SCRIPTS

ROOT = SCRIPTS.parent


def said(*words):
    """What a script says at its end, which must be an error."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine")}
    command = [sys.executable, SCRIPTS / f"{words[0]}.py", *words[1:]]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr, done.stderr
    return done.stderr


@pytest.mark.parametrize("name", ["train_inpainter", "train_task_network"])
def test_a_device_that_is_not_there(places, tmp_path, name):
    if torch.cuda.is_available():
        pytest.skip("this machine has CUDA")
    words = ["--data", places / "scene", "--folder", tmp_path / "run", "--device", "cuda", "--smoke"]
    masks = ["--masks", places / "masks"] if name == "train_inpainter" else []
    assert "The device 'cuda' is not available" in said(name, *words, *masks)
    assert "There is no device 'tpu'" in said(name, *words[:-2], "tpu", *masks)


def test_a_folder_that_is_a_file(places, tmp_path):
    file = tmp_path / "file"
    file.touch()
    mask = next((places / "masks").iterdir())
    assert said("prepare_masks", mask, "--folder", file) == f"{file}: File exists.\n"
    words = ["--data", places / "scene", "--masks", places / "masks", "--smoke"]
    assert str(file) in said("train_inpainter", *words, "--folder", file)


def test_options_that_are_missing():
    assert said("prepare_masks") == "Missing argument 'RASTERS...'.\n"
