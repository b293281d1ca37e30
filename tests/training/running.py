"""How the tests run the scripts of training."""

import importlib.util
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"
TINY = {
    "width": 4, "depth": (1, 1), "discriminator_width": 4, "crop": 32, "image_size": 32, "batch": 2, "hold_out": 2,
    "validate_every": 2, "log_every": 1, "smooth_start": True, "norm": "group", "rate": 1e-3,
}  # fmt: skip


def script(name):
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def options(settings):
    words = []
    for key, value in settings.items():
        name = "--" + key.replace("_", "-")
        if isinstance(value, bool):
            words.append(name if value else name.replace("--", "--no-", 1))
        else:
            words += [name, *map(str, value if isinstance(value, tuple) else (value,))]
    return words


def train(places, classifier, run, **settings):
    settings = {**TINY, "data": places / "scene", "masks": places / "masks", "task_network": classifier, "folder": run,
                "tensorboard": False, **settings}  # fmt: skip
    script("train_inpainter").main(options(settings))
    return Path(run)
