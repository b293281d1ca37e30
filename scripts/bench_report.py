"""Write docs/benchmark.md from the scores: the classical fills beside the paper preset and the paper's own figures.

    python scripts/bench_report.py [NAME=SCORES.json ...]

SCORES.json is what `s2bench.py score TASKS RESULTS SCORES.json` wrote for one fill; they are kept in
docs/figures/tasks.json. The paper preset's figures are in docs/figures/paper_protocol.json (scripts/bench_dip.py).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
TASKS, PROTOCOL = DOCS / "figures" / "tasks.json", DOCS / "figures" / "paper_protocol.json"
KEPT = ("ssim_hole", "rmse_hole", "ssim_whole", "rmse_whole", "clear_changed", "like_scene")
MODES = ("basic", "ms-r", "mt-r", "ms", "mt", "ms-mt")
# Czerkawski et al. 2022, Table 2: (Scotland, India)
PAPER = {
    "hole SSIM": (".66/.61", ".41/.42", ".71/.64", ".65/.60", ".76/.69", ".76/.70"),
    "hole RMSE": (".15/.13", ".23/.21", ".15/.15", ".14/.12", ".12/.11", ".11/.09"),
    "whole SSIM": (".84/.84", ".73/.74", ".86/.84", ".84/.84", ".88/.87", ".88/.87"),
    "whole RMSE": (".09/.07", ".13/.12", ".08/.08", ".08/.07", ".07/.06", ".07/.05"),
}


def keep(arguments: list[str]) -> dict[str, dict[str, dict[str, float]]]:
    """The scores by fill and task, with those named on the command line taken in."""
    scores = json.loads(TASKS.read_text()) if TASKS.exists() else {}
    for argument in arguments:
        name, path = argument.split("=", 1)
        rows = json.loads(Path(path).read_text())
        scores[name] = {task: {key: round(row[key], 5) for key in KEPT} for task, row in rows.items() if task != "mean"}
    TASKS.parent.mkdir(parents=True, exist_ok=True)
    TASKS.write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n")
    return scores


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A Markdown table."""
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows)]


def pair(row: dict[str, float] | None) -> str:
    """SSIM and RMSE in the hole."""
    return f"{row['ssim_hole']:.3f} / {row['rmse_hole']:.4f}" if row else ""


def classical(scores: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """Every fill on every task, and the means over the tasks that all of them did."""
    fills = [
        name for name in ("regression", "harmonic", "ratio", "paste", "telea", "coherent", "fast") if name in scores
    ]
    fills += [name for name in scores if name not in fills]
    tasks = sorted({task for rows in scores.values() for task in rows})
    rows = [[task, *(pair(scores[fill].get(task)) for fill in fills)] for task in tasks]
    for title, chosen in (
        ("mean of all", tasks),
        ("mean with references", [t for t in tasks if "ratio" in scores and t in scores["ratio"]]),
    ):
        cells = []
        for fill in fills:
            done = [scores[fill][task] for task in chosen if task in scores[fill]]
            whole = len(done) == len(chosen) and done
            cells.append(
                pair({key: sum(row[key] for row in done) / len(done) for key in ("ssim_hole", "rmse_hole")})
                if whole
                else ""
            )
        rows.append([f"**{title} ({len(chosen)})**", *cells])
    changed = sum(row["clear_changed"] for fill in scores.values() for row in fill.values())
    unlike = sum(not row["like_scene"] for fill in scores.values() for row in fill.values())
    count = sum(len(fill) for fill in scores.values())
    return [
        *table(["task", *fills], rows),
        "",
        f"In all {count} results together {changed:g} pixels outside the mask changed, and {unlike} files differ from "
        "their scene in grid, dtype, band names, nodata, scale, offset or colours.",
    ]


def paper_preset() -> list[str]:
    """The runs of the paper's protocol, and the paper's own figures."""
    if not PROTOCOL.exists():
        return ["The paper's protocol has not been run yet."]
    document = json.loads(PROTOCOL.read_text())
    jobs = [job for job in document["jobs"] if "coverage" not in job or job["coverage"] is None]
    rows = [
        [
            job["task"], job["mode"], str(job["steps"]), f"{job['ssim_hole']:.3f} / {job['rmse_hole']:.4f}",
            f"{job['ssim_whole']:.3f} / {job['rmse_whole']:.4f}", f"{job['cpu_seconds']:.0f}",
        ]
        for job in sorted(jobs, key=lambda job: (job["task"], MODES.index(job["mode"])))
    ]  # fmt: skip
    return table(["task", "mode", "steps", "hole SSIM / RMSE", "whole SSIM / RMSE (raw output)", "CPU s"], rows)


def coverage() -> list[str]:
    """The coverage sweep of the paper's Figure 5."""
    if not PROTOCOL.exists():
        return []
    jobs = [job for job in json.loads(PROTOCOL.read_text())["jobs"] if job.get("coverage") is not None]
    if not jobs:
        return ["The coverage sweep has not been run yet."]
    rows = [
        [job["task"], f"{job['coverage']:.0%}", str(job["steps"]), f"{job['ssim_hole']:.3f} / {job['rmse_hole']:.4f}"]
        for job in sorted(jobs, key=lambda job: (job["task"], job["coverage"]))
    ]
    return table(["chip", "covered", "steps", "hole SSIM / RMSE"], rows)


def main() -> None:
    """Write the page."""
    scores = keep(sys.argv[1:])
    lines = [
        "# Benchmark",
        "",
        "30 inpainting tasks on real Sentinel-2 scenes under real cloud masks (`../shared/bench/s2bench.py`). SSIM and "
        "RMSE in DN/2000, averaged over the bands, in the hole. Written by `scripts/bench_report.py`; the figures are "
        "in [figures/](figures/).",
        "",
        "## Every fill",
        "",
        "Each task through the command line (`scripts/bench_tasks.py`), scored by the benchmark's own scorer. "
        "Regression is on all references and Sentinel-1; where a task lacks the evidence of a fill, it is left out.",
        "",
        *classical(scores),
        "",
        "## The paper preset",
        "",
        "The six modes with the paper's settings, one seed, one thread. Hole figures are of the composite, whole-image "
        "figures of the raw network output, as in the paper.",
        "",
        *paper_preset(),
        "",
        "The paper's Table 2 (Scotland / India; its scenes, not ours):",
        "",
        *table(["", *MODES], [[name, *values] for name, values in PAPER.items()]),
        "",
        "## Coverage sweep (the paper's Figure 5)",
        "",
        *coverage(),
    ]
    (DOCS / "benchmark.md").write_text("\n".join(lines) + "\n")
    print(DOCS / "benchmark.md")


if __name__ == "__main__":
    main()
