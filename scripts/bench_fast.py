"""The fast preset on the benchmark's tasks, beside every classical fill and the paper preset's cached results.

    python ../shared/bench/s2bench.py make ../shared/data/s2bench work/tasks
    python scripts/bench_fast.py work/tasks [--seeds 0 1] [--out docs/figures/fast.json]

Ratios are geometric means over tasks of (1 - hole SSIM) and of hole RMSE, ours over theirs. "Best" is the best
classical fill of each task and each figure, chosen with the truth known. The paper's step is timed in the same run.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from affine import Affine
from scipy.stats import spearmanr

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "engine"), str(Path(__file__).parent)]

import paper_protocol as protocol  # noqa: E402

from geoinpaint_engine.methods.base import Context  # noqa: E402
from geoinpaint_engine.methods.ensemble.image import ImageMethod  # noqa: E402
from geoinpaint_engine.methods.ensemble.method import EnsembleMethod  # noqa: E402
from geoinpaint_engine.methods.fills import classical_fill  # noqa: E402
from geoinpaint_engine.modes import FILLS  # noqa: E402
from geoinpaint_engine.quality.metrics import score  # noqa: E402
from geoinpaint_engine.quality.uncertainty import NORMAL  # noqa: E402
from geoinpaint_engine.raster.chip import Chip  # noqa: E402
from geoinpaint_engine.raster.grid import Grid, Window  # noqa: E402

PAPER = ROOT / "docs" / "figures" / "paper_protocol.json"
PAPER_STEPS = 4000
FIGURES = ("ssim", "rmse")
IMAGE_FILLS = ("harmonic", "coherent")


class _Source:
    """One chip as a whole scene."""

    def __init__(self, chip: Chip) -> None:
        self._chip = chip
        self.grid = Grid(None, Affine.identity(), *chip.shape)
        self.band_names = tuple(f"{band + 1}" for band in range(len(chip.scene)))

    def chip(self, window: Window, *, hidden: bool = False) -> Chip:
        return self._chip


def figures_of(fill: np.ndarray, chip: Chip, truth: np.ndarray) -> dict[str, float]:
    """1 - hole SSIM and hole RMSE in DN / 2000 of a fill as it would be written."""
    written = np.where(chip.hole, np.clip(np.rint(fill), 0, 65535), truth)
    found = score(written, truth, chip.hole)
    return {"ssim": 1 - found["ssim_hole"], "rmse": found["rmse_hole"]}


def fast(chip: Chip, truth: np.ndarray, mode: str, seed: int) -> dict[str, float]:
    """Figures, interval coverage, hidden error and seconds of the fast preset."""
    method = ImageMethod(seed=seed) if mode == "basic" else EnsembleMethod(mode, seed=seed)
    before, cpu = time.perf_counter(), time.process_time()
    method.fit(_Source(chip), Context(windows=[chip.window]))
    fill = method.fill(chip)
    seconds, busy = time.perf_counter() - before, time.process_time() - cpu
    deviation = method.fill_and_deviation(chip)[1]
    # what was written where no interval could be given does not count as covered
    inside = np.abs(fill - truth)[:, chip.hole] <= NORMAL * deviation[:, chip.hole]
    return {
        **figures_of(fill, chip, truth), "covered": float(inside.mean()),
        "hidden_rmse": method.fitted.hidden_rmse / 2000, "seconds": seconds, "cpu_seconds": busy,
    }  # fmt: skip


def classical(chip: Chip, truth: np.ndarray, fill: str) -> dict[str, float]:
    """Figures of a classical fill."""
    method = classical_fill(fill)
    method.fit(_Source(chip), Context(windows=[chip.window]))
    return figures_of(np.nan_to_num(method.fill(chip)), chip, truth)


def task_figures(tasks: Path, name: str, seeds: Sequence[int]) -> dict:
    """All figures of a task: classical fills, and the fast preset in the modes that its evidence allows."""
    chip, truth = protocol.read_task(tasks, name)
    fills = FILLS if chip.references else ("regression", "harmonic", "coherent")
    # with references the regression is the one without SAR, as in mode mt
    plain = replace(chip, sar=None) if chip.references else chip
    modes = (["mt"] if chip.references else []) + (["ms"] if chip.sar is not None and not chip.references else [])
    modes += ["ms-mt"] if chip.references and chip.sar is not None else []
    modes += ["basic"]
    return {
        "side": max(chip.shape),
        "classical": {fill: classical(plain, truth, fill) for fill in fills},
        "fast": {mode: _mean([fast(chip, truth, mode, seed) for seed in seeds]) for mode in modes},
    }


def plain_step_s(rounds: int = 8) -> tuple[float, float]:
    """Median wall and CPU seconds of a step of the plain float32 eager loop at 256 x 256 on two threads."""
    import torch
    from bench_dip import _stepper

    torch.set_num_threads(2)
    step = _stepper(plain=True)
    wall, busy = [], []
    for turn in range(rounds + 2):
        before, cpu = time.perf_counter(), time.process_time()
        step()
        if turn >= 2:
            wall.append(time.perf_counter() - before)
            busy.append(time.process_time() - cpu)
    return statistics.median(wall), statistics.median(busy)


def table(results: dict, step: tuple[float, float] | None) -> list[str]:
    """The comparison table, a line each."""
    referenced = {name: r for name, r in results.items() if "mt" in r["fast"]}
    radar = {name: r for name, r in results.items() if "ms" in r["fast"]}
    both = {name: r for name, r in results.items() if "ms-mt" in r["fast"]}
    lines = ["| fast against | tasks | 1 - SSIM | RMSE | worst 1 - SSIM | worst RMSE | required |", "|" + "---|" * 7]
    paper = _paper()
    known = {name: r for name, r in referenced.items() if name in paper}
    if known:
        lines.append(_row("paper mt, 4000 steps", known, "mt", lambda name, r: paper[name], "0.38, 0.48"))
    if referenced:
        lines.append(_row("best classical", referenced, "mt", lambda name, r: _best(r), "0.75, 0.82, worst 1.05"))
        for fill in FILLS:
            lines.append(_row(fill, referenced, "mt", lambda name, r, fill=fill: r["classical"][fill], ""))
    if radar:
        beside = ("regression", "harmonic")
        lines.append(_row("SAR only: best of both", radar, "ms", lambda name, r: _best(r, beside), "0.92, 0.92"))
    if both:
        lines.append(_row("ms-mt against mt", both, "ms-mt", lambda name, r: r["fast"]["mt"], "worst 1.02"))
    alone = {name: r for name, r in results.items() if "basic" in r["fast"]}
    for fill in IMAGE_FILLS if alone else ():
        lines.append(_row(f"image alone: {fill}", alone, "basic", lambda name, r, fill=fill: r["classical"][fill], ""))
    # what each task's evidence allows comes first
    main = [next(iter(r["fast"].values())) for r in results.values()]
    measured = [one for one in main if math.isfinite(one["hidden_rmse"])]
    rank = spearmanr([one["hidden_rmse"] for one in measured], [one["rmse"] for one in measured]).statistic
    lines += [
        "",
        f"Rank correlation of hidden and true RMSE over {len(measured)} tasks: {rank:.2f} (required 0.7).",
        f"90 % intervals cover {np.mean([one['covered'] for one in main]):.1%} (required 85 to 95 %).",
    ]
    large = [next(iter(r["fast"].values())) for r in results.values() if r["side"] == 256]
    if large:
        wall, busy = (max(one[kind] for one in large) for kind in ("seconds", "cpu_seconds"))
        lines.append(f"256 x 256: at most {wall:.1f} s wall, {busy:.1f} s CPU, start-up apart.")
        if step is not None:
            lines.append(
                f"The paper's plain step, 2 threads: {step[0] * 1e3:.0f} ms wall, {step[1] * 1e3:.0f} ms CPU; "
                f"ours is 1/{PAPER_STEPS * step[0] / wall:.0f} of 4000 steps by wall, "
                f"1/{PAPER_STEPS * step[1] / busy:.0f} by CPU (required 1/50)."
            )
    lines.append(f"Load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.")
    return lines


def _row(title: str, results: dict, mode: str, theirs: Callable[[str, dict], dict], required: str) -> str:
    cells = [title, str(len(results))]
    ratios = {
        figure: [r["fast"][mode][figure] / max(theirs(name, r)[figure], 1e-9) for name, r in results.items()]
        for figure in FIGURES
    }
    cells += [f"{math.exp(np.mean(np.log(ratios[figure]))):.3f}" for figure in FIGURES]
    cells += [f"{max(ratios[figure]):.2f}" for figure in FIGURES]
    return "| " + " | ".join([*cells, required]) + " |"


def _best(result: dict, fills: Sequence[str] | None = None) -> dict[str, float]:
    """The best classical fill for each figure, of all or of some."""
    chosen = [fill for name, fill in result["classical"].items() if fills is None or name in fills]
    return {figure: min(fill[figure] for fill in chosen) for figure in FIGURES}


def _paper() -> dict[str, dict[str, float]]:
    """Per task the mean over seeds of the paper preset's mode mt after all steps."""
    if not PAPER.exists():
        return {}
    found: dict[str, list[dict[str, float]]] = {}
    for job in json.loads(PAPER.read_text())["jobs"]:
        if job["mode"] == "mt" and job["steps"] == PAPER_STEPS:
            found.setdefault(job["task"], []).append({"ssim": 1 - job["ssim_hole"], "rmse": job["rmse_hole"]})
    return {task: _mean(rows) for task, rows in found.items()}


def _mean(rows: list[dict[str, float]]) -> dict[str, float]:
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}


def main() -> None:
    """Runs all tasks and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tasks", type=Path, help="folder made by s2bench.py make")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0], help="the mean over these")
    parser.add_argument("--only", default="", help="tasks whose name contains this")
    parser.add_argument("--out", type=Path, help="all figures as JSON")
    parser.add_argument("--no-step", action="store_true", help="do not time the paper's step")
    arguments = parser.parse_args()
    names = sorted(path.parent.name for path in arguments.tasks.glob("*/scene.tif") if arguments.only in str(path))
    results = {}
    for name in names:
        results[name] = task_figures(arguments.tasks, name, arguments.seeds)
        for mode, ours in results[name]["fast"].items():
            best = _best(results[name], IMAGE_FILLS if mode == "basic" else None)
            print(
                f"{name} {mode}: 1-SSIM {ours['ssim']:.4f} ({ours['ssim'] / best['ssim']:.2f} of the best classical), "
                f"RMSE {ours['rmse']:.4f} ({ours['rmse'] / best['rmse']:.2f}), hidden {ours['hidden_rmse']:.4f}, "
                f"covered {ours['covered']:.0%}, {ours['cpu_seconds']:.1f} s CPU",
                flush=True,
            )
    step = None if arguments.no_step else plain_step_s()
    print("\n".join(table(results, step)))
    if arguments.out:
        arguments.out.write_text(json.dumps({"results": results, "plain_step_s": step}, indent=1) + "\n")


if __name__ == "__main__":
    main()
