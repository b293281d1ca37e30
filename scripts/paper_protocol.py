"""The jobs of the paper's protocol on the benchmark's tasks: what each is, how it is run and scored, and its cache.

Used by bench_dip.py; a job is one chip, mode, number of steps and seed. Its result is kept under a hash of the job
and of the code that makes the numbers, so an interrupted protocol goes on where it was.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import rasterio
from scipy.ndimage import gaussian_filter

from geoinpaint_engine.quality.metrics import score
from geoinpaint_engine.raster.chip import Chip, ReferenceChip, SarChip
from geoinpaint_engine.raster.grid import Window

ENGINE = Path(__file__).parents[1] / "engine" / "geoinpaint_engine"
CODE = (
    *("methods/dip/enlarged.py", "methods/dip/network.py", "methods/dip/stacks.py", "methods/dip/fit.py"),
    *("methods/dip/optim/adam.py", "methods/dip/optim/loop.py", "methods/device.py"),
)
SIX_MODES = ("basic", "ms-r", "mt-r", "ms", "mt", "ms-mt")
WITH_ALL = ("s12cr_1302", "s12cr_316", "s12cr_6553")  # reference and SAR
WITH_REFERENCES = (
    "en21_29SQC_2361_2489_697_825_2017-09-30",
    "gee_34TET_romania_2021-07-30",
    "s2pair_1868_summer_100_p840",
    "ts_rome_2018-10-08",
)
IF_TIME = ("en21_29SQC_825_953_3257_3385_2017-09-25", "gee_29SND_portugal_2021-10-06")
SWEEP = ("s12cr_316", "s12cr_6553")
COVERAGES = (0.01, 0.04, 0.08, 0.16, 0.32, 0.64)
SEED = 0


@dataclass(frozen=True)
class ProtocolJob:
    """One optimisation.

    Args:
        task: name of the benchmark's task.
        mode: the paper's mode.
        steps: all are run.
        seed: weights and noise.
        coverage: None for the task's own mask; else the share of a 128 x 128 crop that an artificial mask hides.
    """

    task: str
    mode: str
    steps: int
    seed: int = SEED
    coverage: float | None = None

    @property
    def key(self) -> str:
        """A readable name that no other job has."""
        cover = "" if self.coverage is None else f"_c{self.coverage:g}"
        return f"{self.task}_{self.mode}_{self.steps}_s{self.seed}{cover}"


def jobs() -> list[ProtocolJob]:
    """All jobs, the most wanted first: mt, then basic, then the other modes, the coverage sweep (Figure 5) last."""
    first = [ProtocolJob(task, "mt", 4000) for task in (*WITH_REFERENCES[:2], WITH_ALL[0], *WITH_REFERENCES[2:])]
    first += [ProtocolJob(task, "mt", 1500) for task in WITH_ALL[1:]]
    modes = [ProtocolJob(task, mode, 1500) for mode in SIX_MODES[::-1] if mode != "mt" for task in WITH_ALL[1:]]
    basic = [ProtocolJob(task, "basic", 4000) for task in WITH_REFERENCES]
    more = [ProtocolJob(task, "mt", 4000) for task in IF_TIME]
    whole = [ProtocolJob(WITH_ALL[0], mode, 4000) for mode in SIX_MODES[::-1] if mode != "mt"]
    sweep = [ProtocolJob(task, "ms-mt", 2000, coverage=c) for task in SWEEP for c in COVERAGES]
    return first + whole[:1] + basic[:2] + modes + basic[2:] + whole[1:] + sweep + more


def code_hash() -> str:
    """A hash of the statements that make the numbers; comments, docstrings and layout do not change it."""
    digest = hashlib.sha256()
    for name in CODE:
        tree = ast.parse((ENGINE / name).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            body = getattr(node, "body", None)
            first = body[0] if isinstance(body, list) and body else None
            if isinstance(first, ast.Expr) and isinstance(getattr(first.value, "value", None), str):
                body.pop(0)
        digest.update(ast.dump(tree).encode())
    return digest.hexdigest()[:16]


def cache_path(job: ProtocolJob, folder: Path, code: str) -> Path:
    """Where a job's result is kept."""
    settings = json.dumps(asdict(job), sort_keys=True)
    return folder / f"{job.key}.{hashlib.sha256((settings + code).encode()).hexdigest()[:12]}.json"


def read_task(folder: Path, task: str) -> tuple[Chip, np.ndarray]:
    """A task's chip and its truth (bands, rows, cols) DN, straight from its files."""

    def read(path: Path) -> np.ndarray:
        with rasterio.open(path) as source:
            return source.read().astype(np.float32)

    scene, hole = read(folder / task / "scene.tif"), read(folder / task / "mask.tif")[0] > 0
    references = []
    for number in range(1, len(list((folder / task).glob("reference_[0-9]*.tif"))) + 1):
        data = read(folder / task / f"reference_{number}.tif")
        references.append(ReferenceChip(data, (data != 0).any(axis=0), tuple(range(data.shape[0]))))
    sar_file = folder / task / "sar.tif"
    sar = None
    if sar_file.exists():
        data = read(sar_file)
        valid = np.isfinite(data).all(axis=0)
        sar = SarChip(np.where(valid, data, 0.0).astype(np.float32), valid)
    clear = ~hole & (scene != 0).any(axis=0)
    chip = Chip(Window(0, 0, *hole.shape), scene, clear, hole, tuple(references), sar)
    return chip, read(folder / "truth" / f"{task}.tif")


def cropped(chip: Chip, truth: np.ndarray, coverage: float, *, side: int = 128) -> tuple[Chip, np.ndarray]:
    """The middle of a chip under an artificial mask of a given area, shaped like the chip's own clouds."""
    rows, cols = chip.shape
    part = slice((rows - side) // 2, (rows + side) // 2), slice((cols - side) // 2, (cols + side) // 2)
    everywhere = (slice(None), *part)
    # a cloud's own shape, swollen or shrunk to the area asked for; the slope across breaks ties
    field = gaussian_filter(chip.hole.astype(np.float64), 8.0)[part] + np.linspace(0.0, 1e-6, side)
    hole = np.zeros((side, side), dtype=bool)
    hole.flat[np.argsort(field, axis=None)[::-1][: round(coverage * side * side)]] = True
    crop_truth = truth[everywhere]
    references = tuple(ReferenceChip(r.data[everywhere], r.valid[part], r.match, r.date) for r in chip.references)
    sar = None if chip.sar is None else SarChip(chip.sar.data[everywhere], chip.sar.valid[part])
    scene = np.where(hole, 0.0, crop_truth).astype(np.float32)
    clear = ~hole & (crop_truth != 0).any(axis=0)
    return Chip(Window(0, 0, side, side), scene, clear, hole, references, sar), crop_truth


def run_job(job: ProtocolJob, *, tasks: Path, folder: Path, code: str, threads: int = 1) -> dict:
    """Runs one job, or finds it done; returns its record and leaves it, and the network's image, in the folder."""
    path = cache_path(job, folder, code)
    if path.exists():
        return json.loads(path.read_text())
    import torch

    from geoinpaint_engine.methods.dip.fit import DipOptions, fit_stack
    from geoinpaint_engine.methods.dip.optim.loop import LoopOptions
    from geoinpaint_engine.methods.dip.stacks import build_stack, range_of

    torch.set_num_threads(threads)
    chip, truth = read_task(tasks, job.task)
    if job.coverage is not None:
        chip, truth = cropped(chip, truth, job.coverage)
    stack = build_stack(chip, job.mode, value_range=range_of(chip.scene[:, chip.clear]))
    curve: list[dict[str, float]] = []

    def figures(raw: np.ndarray) -> dict[str, float]:
        composite = np.where(chip.hole, np.clip(np.rint(raw), 0, 65535), truth)
        hole, whole = score(composite, truth, chip.hole), score(raw, truth, chip.hole)
        return {k: v for k, v in hole.items() if k.endswith("_hole")} | {
            k: v for k, v in whole.items() if k.endswith("_whole")
        }

    def note(raw: np.ndarray) -> None:
        now = figures(raw)
        curve.append({"step": steps_seen[-1], "ssim_hole": now["ssim_hole"], "rmse_hole": now["rmse_hole"]})

    steps_seen = [0]
    cpu = time.process_time()
    fit = fit_stack(
        stack,
        options=DipOptions(LoopOptions(steps=job.steps, every=500)),
        device=torch.device("cpu"),
        seed=job.seed,
        progress=lambda step, *_: steps_seen.append(step),
        preview=note,
        preview_s=0.0,
    )
    record = {
        **asdict(job),
        "code": code,
        "shape": list(truth.shape),
        "channels": stack.channels,
        "hole_share": float(chip.hole.mean()),
        **figures(fit.scene),
        "loss": fit.outcome.losses[-1][1],
        "seconds": fit.outcome.seconds,
        "cpu_seconds": time.process_time() - cpu,
        "threads": threads,
        "curve": curve,
    }
    _keep(path, fit.scene, record)
    return record


def _keep(path: Path, raw: np.ndarray, record: dict) -> None:
    image = np.clip(np.rint(raw), 0, 65535).astype(np.uint16)
    profile = dict(driver="GTiff", dtype="uint16", count=image.shape[0], height=image.shape[1], width=image.shape[2])
    with rasterio.open(path.with_suffix(".tif"), "w", compress="deflate", predictor=2, **profile) as out:
        out.write(image)
    partial = path.with_suffix(f".{os.getpid()}")
    partial.write_text(json.dumps(record, indent=1))
    partial.replace(path)


def take_up(collected: Path, folder: Path, code: str) -> None:
    """Put the results of the same code that were collected elsewhere into the cache, so that they are not run again."""
    if not collected.exists():
        return
    records = json.loads(collected.read_text())["jobs"]
    for job in jobs():
        settings, path = asdict(job), cache_path(job, folder, code)
        for record in records:
            same = record["code"] == code and all(record.get(key) == value for key, value in settings.items())
            if same and not path.exists():
                path.write_text(json.dumps(record, indent=1))


def done(folder: Path, code: str) -> Iterator[dict]:
    """The records of the jobs that are done, in the protocol's order."""
    for job in jobs():
        path = cache_path(job, folder, code)
        if path.exists():
            yield json.loads(path.read_text())
