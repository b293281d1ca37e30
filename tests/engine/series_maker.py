"""Series of dates for tests: small scenes with a cloud each, and the command line as a process."""

import json
import os
import sys

import numpy as np

from tests.engine import warm_engine
from tests.engine.conftest import ROOT, field, write_raster

DATES = ("2024-04-05", "2024-04-15", "2024-05-02", "2024-05-12", "2024-05-20")
NAMES = ("B02", "B03", "B04", "B08")
CLEAR = 1  # the number of the date without a cloud


def make_dates(folder, numbers=range(5), *, rows=96, cols=104):
    """Scenes of one place with a cloud each, but for one, and their masks beside them."""
    folder.mkdir(exist_ok=True)
    truth = field(np.random.default_rng(5), bands=4, rows=rows, cols=cols)
    for number in numbers:
        rng = np.random.default_rng(number)
        image = (truth * (0.8 + 0.1 * number) + 50 + 5 * rng.standard_normal(truth.shape)).clip(1, 60_000)
        hole = np.zeros((rows, cols), bool)
        if number != CLEAR:
            hole[8 + 11 * number : 34 + 11 * number, 10 + 8 * number : 44 + 8 * number] = True
        scene = np.where(hole, 9000, image).astype("uint16")
        write_raster(folder / f"scene_{DATES[number]}.tif", scene, names=NAMES)
        write_raster(folder / f"scene_{DATES[number]}_mask.tif", hole[None].astype("uint8"))
    return folder


OPTIONS = ("--mask-suffix", "_mask", "--mode", "classical", "--threads", "1")
WRITTEN = ("filled.tif", "fill_flag.tif", "uncertainty.tif", "mask.tif")


def contents(folder):
    """The bytes of what a series has, less what tells of the run (seconds, paths)."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("recipe.json")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files if path.name != "series.json"}


def command(*arguments):
    return [sys.executable, "-m", "geoinpaint_engine", "series", *map(str, arguments), "--json"]


def environment():
    return {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "OMP_NUM_THREADS": "1"}


def run(place, *arguments):
    return warm_engine.run(("series", *arguments, "--json"), cwd=place)


def last(done):
    return json.loads(done.stdout.splitlines()[-1])
