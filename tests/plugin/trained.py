"""Little trained models for tests: a file with a card and one weight, or one that the engine can run."""

import json
import struct
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAKE = """
import sys
from pathlib import Path
import torch
from geoinpaint_engine.methods.network.card import ModelCard
from geoinpaint_engine.methods.network.model_file import write_model
from geoinpaint_engine.methods.network.networks import CoarseToFine, NetworkConfig
torch.manual_seed(0)
network = {"width": 4, "depth": (1, 1), "norm": "group", "smooth_start": True, "bands_in": 2, "bands_out": 2}
card = ModelCard("little", "A test", ("B04", "B03"), network, tile=64, halo=16, overlap=16, licence="GPL-3.0",
                 data="made up", figures={"rmse": 0.01}, warnings=("Only a test.",))
write_model(Path(sys.argv[1]), CoarseToFine(NetworkConfig(**network)).state_dict(), card)
"""


def model_file(path, **card):
    """A model file with a card and one weight."""
    text = json.dumps({"name": "one", "title": "One", "bands": ["B04", "B03", "B02"], "network": {}, **card})
    weight = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}
    header = json.dumps({"__metadata__": {"card": text}, "weight": weight}).encode()
    Path(path).write_bytes(struct.pack("<Q", len(header)) + header + bytes(4))
    return str(path)


def trained_model(path, engine_python):
    """A model for B04 and B03 that the engine can run; needs torch there."""
    subprocess.run([engine_python, "-c", MAKE, str(path)], cwd=ROOT / "engine", check=True)
    return str(path)
