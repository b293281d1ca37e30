"""Speed of the paper preset's optimisation, and the paper's protocol on the benchmark's tasks.

bench_dip.py speed [--threads N] [--steps N]            a step against the plain loop, hole SSIM after N steps
bench_dip.py start                                      seconds from the process's start to the first step
bench_dip.py protocol --tasks DIR [--out JSON]          all jobs, resumable; DIR is made by the benchmark's `make`
bench_dip.py collect [--out JSON]                       the results so far, and Table A1's times from them
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "2")
ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "engine"), str(Path(__file__).parent)]

import paper_protocol as protocol  # noqa: E402

FOLDER = ROOT / "work" / "bench_dip"
OUT = ROOT / "docs" / "figures" / "paper_protocol.json"


def run_protocol(tasks: Path, out: Path, workers: int) -> None:
    """Runs what is not done yet, one thread a process: throughput is best so, and no process waits for another."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    code = protocol.code_hash()
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
    import geoinpaint_engine.dip.fit  # noqa: F401


def collect(out: Path, code: str | None = None) -> dict:
    """Writes the results so far, with the times of the paper's Table A1 scaled from them."""
    code = code or protocol.code_hash()
    records = list(protocol.done(FOLDER, code))
    document = {"code": code, "unit": "DN / 2000", "jobs": records, "table_a1": table_a1(records)}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(document, indent=1) + "\n")
    return document


def table_a1(records: list[dict]) -> dict:
    """Seconds of 4000 steps on one core, scaled by pixels from the jobs measured (CPU time: other work is left out)."""
    per_pixel = [r["cpu_seconds"] / r["steps"] / (r["shape"][1] * r["shape"][2]) for r in records if r["threads"] == 1]
    if not per_pixel:
        return {}
    pixel_steps = statistics.median(per_pixel) * 4000
    return {
        "measured_jobs": len(per_pixel),
        "one_core_seconds": {
            "2.5 x 2.5 km (256 x 256)": pixel_steps * 256**2,
            "100 x 100 km (10240 x 10240)": pixel_steps * 10240**2,
        },
        "note": "extrapolated by the number of pixels from CPU seconds of the jobs above, 4000 steps",
    }


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("protocol")
    run.add_argument("--tasks", type=Path, required=True)
    run.add_argument("--out", type=Path, default=OUT)
    run.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    commands.add_parser("collect").add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if options.command == "protocol":
        run_protocol(options.tasks, options.out, options.workers)
    else:
        print(json.dumps(collect(options.out)["table_a1"], indent=1))


if __name__ == "__main__":
    main()
