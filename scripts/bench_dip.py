"""Speed of the paper preset's optimisation, and the paper's protocol on the benchmark's tasks.

bench_dip.py speed [--rounds N]                       a step against the plain loop, 256 x 256, 8 output channels
bench_dip.py fidelity --tasks DIR --task T [--steps N] hole SSIM of both loops from the same seeds
bench_dip.py start                                    seconds from the process's start to the end of the first step
bench_dip.py protocol --tasks DIR [--out JSON]        all jobs, resumable; DIR is made by the benchmark's `make`
bench_dip.py collect [--out JSON]                     the results so far, and Table A1's times from them
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "engine"), str(Path(__file__).parent)]

import paper_protocol as protocol  # noqa: E402

FOLDER = ROOT / "work" / "bench_dip"
OUT = ROOT / "docs" / "figures" / "paper_protocol.json"
SIDE, CHANNELS, MODE = 256, 8, "mt"


def speed(rounds: int) -> None:
    """Times single steps of both loops in turn, so that other work on the machine meets both alike."""
    import torch

    for threads in (1, 2):
        torch.set_num_threads(threads)
        steppers = {name: _stepper(plain=name == "plain") for name in ("plain", "ours")}
        wall: dict[str, list[float]] = {name: [] for name in steppers}
        busy: dict[str, list[float]] = {name: [] for name in steppers}
        for turn in range(rounds + 2):
            for name, step in steppers.items():
                before, cpu = time.perf_counter(), time.process_time()
                step()
                if turn >= 2:  # the first steps choose kernels and take memory
                    wall[name].append(time.perf_counter() - before)
                    busy[name].append(time.process_time() - cpu)
        for kind, seconds in (("wall", wall), ("CPU", busy)):
            plain, ours = (statistics.median(seconds[name]) * 1e3 for name in ("plain", "ours"))
            print(f"{threads} thread(s), {kind}: plain {plain:.0f} ms, ours {ours:.0f} ms, ratio {ours / plain:.2f}")
    print(f"load average {os.getloadavg()[0]:.1f}: with other work running, the CPU figures are the sounder")


def _stepper(*, plain: bool):
    """One step of a loop over random images; the plain one as anybody would write it, float32 and eager."""
    import torch

    from geoinpaint_engine.methods.dip.fit import StackProblem
    from geoinpaint_engine.methods.dip.network import Hourglass, meshgrid
    from geoinpaint_engine.methods.dip.optim.loop import LoopOptions, Stepper

    cpu, generator = torch.device("cpu"), torch.Generator().manual_seed(0)
    target = torch.rand(CHANNELS, SIDE, SIDE, generator=generator)
    weight = (torch.rand(CHANNELS, SIDE, SIDE, generator=generator) > 0.3).float()
    if not plain:
        return Stepper(StackProblem(target, weight, residual=False, generator=generator), LoopOptions()).step
    network = Hourglass(CHANNELS, device=cpu, generator=generator)
    grid = meshgrid(SIDE, SIDE, device=cpu)
    adam = torch.optim.Adam(network.parameters(), lr=2e-2)

    def step() -> None:
        adam.zero_grad()
        output = network.plain(grid + 0.1 * torch.randn(grid.shape, generator=generator))
        ((output - target) ** 2 * weight).mean().backward()
        adam.step()

    return step


def fidelity(tasks: Path, task: str, steps: int, seeds: int) -> None:
    """Hole SSIM and RMSE of both loops after as many steps, from the same weights and noise."""
    import numpy as np
    import torch

    from geoinpaint_engine.methods.dip.fit import StackProblem
    from geoinpaint_engine.methods.dip.optim.loop import LoopOptions, optimise
    from geoinpaint_engine.methods.dip.stacks import build_stack, range_of
    from geoinpaint_engine.quality.metrics import score

    chip, truth = protocol.read_task(tasks, task)
    stack = build_stack(chip, MODE, value_range=range_of(chip.scene[:, chip.clear]))
    rows = []
    for seed in range(seeds):
        figures = []
        for plain in (True, False):
            problem = StackProblem(
                torch.from_numpy(stack.target), torch.from_numpy(stack.weight), residual=stack.residual,
                generator=torch.Generator().manual_seed(seed),
            )  # fmt: skip
            if plain:
                problem._run = problem.network.plain
            output = optimise(problem, options=LoopOptions(steps=steps)).output[0].numpy()
            figures.append(score(np.where(chip.hole, stack.decoded(output), truth), truth, chip.hole))
        rows.append([f["ssim_hole"] for f in figures] + [f["rmse_hole"] for f in figures])
        print("seed {}: hole SSIM plain {:.4f} ours {:.4f}; RMSE plain {:.4f} ours {:.4f}".format(seed, *rows[-1]))
    plain, ours = (statistics.mean(row[k] for row in rows) for k in (0, 1))
    print(f"{task}, {MODE}, {steps} steps, mean of {seeds}: plain {plain:.4f}, ours {ours:.4f}, {ours - plain:+.4f}")


FIRST_STEP = """
import numpy as np, torch
from geoinpaint_engine.methods.dip.fit import DipOptions, fit_stack
from geoinpaint_engine.methods.dip.stacks import Range, build_stack
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions
from geoinpaint_engine.raster.chip import Chip
from geoinpaint_engine.raster.grid import Window
hole = np.zeros((256, 256), bool); hole[100:150, 100:150] = True
scene = np.random.default_rng(0).uniform(0, 4000, (8, 256, 256)).astype(np.float32)
stack = build_stack(Chip(Window(0, 0, 256, 256), scene, ~hole, hole), "basic", value_range=Range(0.0, 4000.0))
fit_stack(stack, options=DipOptions(LoopOptions(steps=1)), device=torch.device("cpu"), seed=0)
"""


def start() -> None:
    """Starts an interpreter that takes one step, three times."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine")}
    seconds = []
    for _ in range(3):
        before = time.perf_counter()
        subprocess.run([sys.executable, "-c", FIRST_STEP], check=True, env=environment)
        seconds.append(time.perf_counter() - before)
    print(f"start to first step: {min(seconds):.1f} s at best, {max(seconds):.1f} s at worst of 3")


def run_protocol(tasks: Path, out: Path, workers: int) -> None:
    """Runs what is not done yet, one thread a process: throughput is best so, and no process waits for another."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    code = protocol.code_hash()
    protocol.take_up(out, FOLDER, code)
    todo = [job for job in protocol.jobs() if not protocol.cache_path(job, FOLDER, code).exists()]
    print(f"code {code}: {len(todo)} jobs to do", flush=True)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_warm) as pool:
        futures = {pool.submit(protocol.run_job, job, tasks=tasks, folder=FOLDER, code=code): job for job in todo}
        for future in as_completed(futures):
            job = futures[future]
            if future.exception() is not None:
                print(f"{time.strftime('%H:%M:%S')} {job.key} FAILED {future.exception()!r}", flush=True)
                continue
            record = future.result()
            print(
                f"{time.strftime('%H:%M:%S')} {job.key} hole SSIM {record['ssim_hole']:.3f} "
                f"RMSE {record['rmse_hole']:.3f} in {record['seconds']:.0f} s ({record['cpu_seconds']:.0f} s CPU)",
                flush=True,
            )
            collect(out, code)


def _warm() -> None:
    """Imports all code at the start, so that files edited meanwhile cannot change a run that is under way."""
    import geoinpaint_engine.methods.dip.fit  # noqa: F401


def collect(out: Path, code: str | None = None) -> dict:
    """Writes the results so far, with the times of the paper's Table A1 scaled from them."""
    code = code or protocol.code_hash()
    records = list(protocol.done(FOLDER, code))
    document = {"code": code, "unit": "DN / 2000", "jobs": records, "table_a1": table_a1(records)}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(document, indent=1) + "\n")
    return document


def table_a1(records: list[dict]) -> dict:
    """Seconds of 4000 steps on one core, scaled by pixels from jobs of 256 x 256 (CPU time: other work is left out)."""
    chips = [r for r in records if r["shape"][1:] == [SIDE, SIDE] and r["threads"] == 1]
    if not chips:
        return {}
    chip = statistics.median(r["cpu_seconds"] / r["steps"] for r in chips) * 4000
    return {
        "measured_jobs": len(chips),
        "one_core_seconds": {
            "2.5 x 2.5 km (256 x 256)": chip,
            "50 x 50 km (5120 x 5120)": chip * (5120 / SIDE) ** 2,
            "100 x 100 km (10240 x 10240)": chip * (10240 / SIDE) ** 2,
        },
        "note": "4000 steps; extrapolated by the number of pixels from the CPU seconds of the 256 x 256 jobs above",
    }


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("speed").add_argument("--rounds", type=int, default=15)
    compare = commands.add_parser("fidelity")
    compare.add_argument("--tasks", type=Path, required=True)
    compare.add_argument("--task", default=protocol.WITH_ALL[0])
    compare.add_argument("--steps", type=int, default=1000)
    compare.add_argument("--seeds", type=int, default=1)
    commands.add_parser("start")
    run = commands.add_parser("protocol")
    run.add_argument("--tasks", type=Path, required=True)
    run.add_argument("--out", type=Path, default=OUT)
    run.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    commands.add_parser("collect").add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if options.command == "speed":
        speed(options.rounds)
    elif options.command == "fidelity":
        fidelity(options.tasks, options.task, options.steps, options.seeds)
    elif options.command == "start":
        start()
    elif options.command == "protocol":
        run_protocol(options.tasks, options.out, options.workers)
    else:
        print(json.dumps(collect(options.out)["table_a1"], indent=1))


if __name__ == "__main__":
    main()
