"""Write docs/benchmark.md from the scores: every fill, the presets, the trained model and the paper's own figures.

    python scripts/bench_report.py [NAME=SCORES.json ...]

SCORES.json is what `s2bench.py score TASKS RESULTS SCORES.json` wrote for one fill; they are kept in
docs/figures/tasks.json. The paper preset's figures are in docs/figures/paper_protocol.json (scripts/bench_dip.py).
"""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
TASKS, PROTOCOL = DOCS / "figures" / "tasks.json", DOCS / "figures" / "paper_protocol.json"
FAST = DOCS / "figures" / "fast.json"
MODEL = DOCS / "figures" / "rgb-task.json"
FULLEST = ("ms-mt", "mt", "ms")  # modes of the fast preset with all the evidence of a task, the first that it has
BESIDE = ("regression", "harmonic")  # classical fills in the table of the paper preset's runs
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


def pair(row: dict[str, float] | None, region: str = "hole") -> str:
    """SSIM and RMSE in the hole or on the whole image."""
    return f"{row[f'ssim_{region}']:.3f} / {row[f'rmse_{region}']:.4f}" if row else ""


def classical(scores: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """Every fill on every task, and the means over the tasks that all of them did."""
    files = {name: rows for name, rows in scores.items() if rows}
    scores = {"fast preset": fast_scores(FULLEST), "fast, image alone": fast_scores(("basic",)), **files}
    order = ("fast preset", "regression", "ratio", "paste", "fast, image alone", "coherent", "harmonic", "telea")
    fills = [name for name in order if scores.get(name)]
    fills += [name for name in files if name not in fills]
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
    changed = sum(row["clear_changed"] for fill in files.values() for row in fill.values())
    unlike = sum(not row["like_scene"] for fill in files.values() for row in fill.values())
    count = sum(len(fill) for fill in files.values())
    return [
        *table(["task", *fills], rows),
        "",
        f"In all {count} results of the classical fills, {changed:g} pixels outside the mask changed, and {unlike} "
        "files differ from their scene in grid, dtype, band names, nodata, scale, offset or colours.",
    ]


def paper_preset(scores: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """The runs of the paper's protocol beside classical fills and the fast preset."""
    if not PROTOCOL.exists():
        return ["The paper's protocol has not been run yet."]
    document = json.loads(PROTOCOL.read_text())
    jobs = sorted(
        (job for job in document["jobs"] if job.get("coverage") is None),
        key=lambda job: (job["task"], MODES.index(job["mode"])),
    )
    ours = json.loads(FAST.read_text())["results"] if FAST.exists() else {}
    rows = [
        [
            job["task"], job["mode"], str(job["steps"]), pair(job), pair(job, "whole"),
            *(pair(scores.get(fill, {}).get(job["task"])) for fill in BESIDE),
            fast(ours.get(job["task"], {}).get("fast", {}).get(job["mode"])), f"{job['cpu_seconds']:.0f}",
        ]
        for job in jobs
    ]  # fmt: skip
    head = ["task", "mode", "steps", "hole", "whole image (raw output)", *BESIDE, "fast preset", "CPU s"]
    return [
        *table(head, rows),
        "",
        "The six modes, hole SSIM / RMSE, on the tasks that have both a reference and Sentinel-1:",
        "",
        *six_modes(jobs),
    ]


def six_modes(jobs: list[dict]) -> list[str]:
    """A row a task that has been run in more modes than mt and basic, a column a mode."""
    found: dict[str, dict[str, dict]] = {}
    for job in jobs:
        found.setdefault(job["task"], {})[job["mode"]] = job
    rows = [
        [f"{task} ({next(iter(done.values()))['steps']} steps)", *(pair(done.get(mode)) for mode in MODES)]
        for task, done in found.items()
        if len(done) > 2
    ]
    return table(["", *MODES], rows)


def fast(row: dict[str, float] | None) -> str:
    """SSIM and RMSE in the hole of a record of `bench_fast.py`, which keeps 1 - SSIM."""
    return f"{1 - row['ssim']:.3f} / {row['rmse']:.4f}" if row else ""


def fast_scores(modes: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """SSIM and RMSE in the hole of the fast preset by task, in the first of some modes that was run there."""
    results = json.loads(FAST.read_text())["results"] if FAST.exists() else {}
    found = {
        task: next((row["fast"][mode] for mode in modes if mode in row["fast"]), None) for task, row in results.items()
    }
    return {task: {"ssim_hole": 1 - row["ssim"], "rmse_hole": row["rmse"]} for task, row in found.items() if row}


def model() -> list[str]:
    """The shipped model beside the classical fills, on the pictures that it is scored on."""
    document = json.loads(MODEL.read_text())
    names = {"rgb-task": "**model rgb-task**", "coherent": "coherent", "harmonic": "harmonic", "TELEA": "telea"}
    rows = [
        [title, f"{row['psnr']:.2f}", f"{row['ssim']:.4f}", f"{row['accuracy']:.3f}"]
        for name, title in names.items()
        for row in [document["rows"][name]]
    ]
    return [
        f"Mode model fills red, green and blue from the image alone. {document['images']} pictures of RSSCN7 under "
        "cloud masks, whole picture; *recognised* is the accuracy of a classifier that had no part in the model's "
        f"training ({document['clean']['accuracy']:.3f} without clouds). See [task-driven.md](task-driven.md#figures).",
        "",
        *table(["fill", "PSNR", "SSIM", "recognised"], rows),
    ]


def times() -> list[str]:
    """The paper's Table A1, from the chips measured here."""
    seconds = json.loads(PROTOCOL.read_text())["table_a1"] if PROTOCOL.exists() else {}
    if not seconds:
        return ["No chip of 256 x 256 has been measured yet."]
    rows = [[area, duration(value)] for area, value in seconds["one_core_seconds"].items()]
    return [
        f"One processor core, from the processor time of {seconds['measured_jobs']} runs at 256 x 256, scaled by the "
        "number of pixels; only the first row was measured. The paper: 95 s for the chip and 42 h for 100 x 100 km on "
        "one GPU. Times on a GPU are in [paper-preset.md](paper-preset.md#on-gpus).",
        "",
        *table(["area", "4000 steps"], rows),
    ]


def duration(seconds: float) -> str:
    """A time in the unit that suits it."""
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.0f} h" if seconds < 172800 else f"{seconds / 86400:.1f} days"


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
        "30 inpainting tasks on real Sentinel-2 scenes under real cloud masks (`../shared/bench/s2bench.py`). Each "
        "cell is SSIM / RMSE in the hole, averaged over the bands: SSIM is better the higher, RMSE (in DN/2000) the "
        "lower. This page is written by `scripts/bench_report.py` from the figures in [figures/](figures/). How the "
        "fast preset came to these figures is in [experiments.md](experiments.md).",
        "",
        "## Every fill",
        "",
        "Each task was filled through the command line (`scripts/bench_tasks.py`) and scored by the benchmark's own "
        "scorer. The fast preset and regression use all references and Sentinel-1 of a task; `fast, image alone` is "
        "mode basic (the fast preset by `scripts/bench_fast.py`, seed 0). A cell is empty where the task lacks the "
        "evidence that the fill needs.",
        "",
        *classical(scores),
        "",
        "## The trained model",
        "",
        *model(),
        "",
        "## The paper preset",
        "",
        "The paper's settings ([paper-preset.md](paper-preset.md)), one seed, one thread. Hole figures are of the "
        "composite, whole-image figures of the raw network output, as in the paper. Beside them, in the hole: two "
        "classical fills (regression has all the evidence of the task, whatever the mode) and the fast preset in the "
        "same mode.",
        "",
        *paper_preset(scores),
        "",
        "The paper's Table 2 (Scotland / India, on the paper's own scenes):",
        "",
        *table(["", *MODES], [[name, *values] for name, values in PAPER.items()]),
        "",
        "## Coverage sweep (the paper's Figure 5)",
        "",
        *coverage(),
        "",
        "## Time (the paper's Table A1)",
        "",
        *times(),
    ]
    wrapped = (line if line.startswith("|") else textwrap.fill(line, 120, break_on_hyphens=False) for line in lines)
    (DOCS / "benchmark.md").write_text("\n".join(wrapped) + "\n")
    print(DOCS / "benchmark.md")


if __name__ == "__main__":
    main()
