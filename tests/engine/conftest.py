"""What the engine's tests share: small rasters on a grid, and the command line as a process."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import settings
from rasterio.transform import from_origin

from tests.engine import warm_engine

# `make test` tries the same examples everywhere, so that it fails for what was changed; `make soak` tries others
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("others", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"


@dataclass(frozen=True)
class Outcome:
    """How a run of the command line ended."""

    code: int
    events: list
    stdout: str
    stderr: str

    @property
    def last(self) -> dict:
        return self.events[-1] if self.events else {}

    @property
    def figures(self) -> dict:
        return self.last["figures"]


@pytest.fixture
def geoinpaint(tmp_path):
    """Run the command line as a user would: a process, its events read from stdout.

    With variables for its environment, or with workers, which count when it is imported, it is imported anew.
    """

    def run(*arguments, cwd=tmp_path, env=None, timeout=300):
        words = [*map(str, arguments), "--json"]
        if env is None and not {"--workers", "--scheduler"} & set(words):
            done = warm_engine.run(words, cwd=cwd, timeout=timeout)
        else:
            done = subprocess.run(
                [sys.executable, "-m", "geoinpaint_engine", *words], cwd=cwd, capture_output=True, text=True,
                timeout=timeout, env={**os.environ, "PYTHONPATH": str(ROOT / "engine"), **(env or {})},
            )  # fmt: skip
        events = [json.loads(line) for line in done.stdout.splitlines()]
        return Outcome(done.returncode, events, done.stdout, done.stderr)

    return run


def write_raster(path, data, *, crs="EPSG:32633", transform=None, names=(), driver="GTiff", tags=None, **profile):
    """Write (bands, rows, cols); 10 m pixels in UTM 33N unless told otherwise."""
    data = np.asarray(data)
    if transform is None and crs is not None:
        transform = from_origin(500_000, 4_600_000, 10, 10)
    profile = {
        "driver": driver,
        "dtype": data.dtype,
        "count": data.shape[0],
        "height": data.shape[1],
        "width": data.shape[2],
        "crs": crs,
        **({"transform": transform} if transform is not None else {}),
        **profile,
    }
    with rasterio.open(path, "w", **profile) as dst:
        dst.write(data)
        if names:
            dst.descriptions = names
        dst.update_tags(**(tags or {}))
    return path


def read_raster(path):
    """(bands, rows, cols) as they are in the file."""
    with rasterio.open(path) as src:
        return src.read()


def field(rng, bands=3, rows=48, cols=56, low=300, high=3000):
    """A smooth (bands, rows, cols) float64 image with some noise: ground that can be told from its neighbours."""
    y, x = np.mgrid[:rows, :cols]
    waves = [np.sin(x / (7 + 2 * band) + band) + np.cos(y / (9 + band)) for band in range(bands)]
    image = np.stack(waves) + 0.1 * rng.standard_normal((bands, rows, cols))
    return low + (image - image.min()) / np.ptp(image) * (high - low)


@pytest.fixture
def rng():
    return np.random.default_rng(11)


@pytest.fixture
def job_files(tmp_path, rng):
    """A folder with scene.tif, mask.tif, two references and sar.tif of one place; returns the truth too."""
    return write_job_files(tmp_path, rng)


@pytest.fixture
def wide_job_files(tmp_path, rng):
    """The same with clear ground enough to hide some of it, 128 x 136 px."""
    return write_job_files(tmp_path, rng, rows=128, cols=136)


def write_job_files(tmp_path, rng, **size):
    """The files of `job_files`."""
    truth = field(rng, **size).astype("uint16")
    hole = np.zeros(truth.shape[1:], bool)
    hole[14:30, 18:37] = True
    hole[40:44, 5:9] = True
    scene = np.where(hole, np.uint16(9000), truth)
    names = ("B02", "B03", "B04")
    write_raster(tmp_path / "scene.tif", scene, names=names)
    write_raster(tmp_path / "truth.tif", truth, names=names)
    write_raster(tmp_path / "mask.tif", hole[None].astype("uint8"))
    for number, gain in enumerate((0.8, 1.2), 1):
        other = (truth * gain + 60 + 15 * rng.standard_normal(truth.shape)).clip(1, 65_000)
        write_raster(tmp_path / f"reference_{number}.tif", other.astype("uint16"), names=names)
    sar = -20 + 10 * (truth[:2] / 3000.0) + rng.standard_normal((2, *hole.shape))
    write_raster(tmp_path / "sar.tif", sar.astype("float32"), names=("VV", "VH"))
    return tmp_path, truth, hole


@pytest.fixture
def fill(tmp_path):
    """Run a job in this process; returns the events. Errors are raised."""
    from geoinpaint_engine import job as jobs
    from geoinpaint_engine.events import Control, Reporter
    from geoinpaint_engine.pipeline.run import run
    from geoinpaint_engine.pipeline.workspace import Workspace

    def go(folder=tmp_path, *, dry_run=False, **document):
        base = {
            "scene": {"path": "scene.tif"},
            "mask": [{"path": "mask.tif"}],
            "output": {"path": "filled.tif"},
            "mode": "classical",
        }
        job = jobs.resolved(jobs.from_dict({**base, **document}), Path(folder))
        events, workspace = [], Workspace()
        try:
            run(job, reporter=Reporter(events.append), control=Control(), workspace=workspace, dry_run=dry_run)
        finally:
            workspace.sweep()
        return events

    return go
