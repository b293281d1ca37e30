"""Fill the benchmark's tasks through the command line, one run a task and fill, for the benchmark's own scorer.

    python ../shared/bench/s2bench.py make ../shared/data/s2bench work/tasks
    python scripts/bench_tasks.py work/tasks work/results --fill regression
    python ../shared/bench/s2bench.py score work/tasks work/results/regression

`--fill best` is regression, or harmonic where a task has no evidence. Fills that lack their evidence are left out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

NEEDS_EVIDENCE = {"regression": ("references", "sar"), "ratio": ("references",), "paste": ("references",)}


def job(task: Path, output: Path, options: dict, *, sar: bool) -> dict | None:
    """The job of a task, or None where it lacks the evidence that the fill needs."""
    references = sorted(task.glob("reference_[0-9]*.tif"), key=lambda path: int(path.stem.split("_")[1]))
    evidence = {
        "references": [{"path": str(path.resolve())} for path in references],
        "sar": [{"path": str((task / "sar.tif").resolve())}] if sar and (task / "sar.tif").exists() else [],
    }
    options = dict(options)
    if options.get("fill") == "best":
        options["fill"] = "regression" if evidence["references"] or evidence["sar"] else "harmonic"
    if options["mode"] == "classical":
        needs = NEEDS_EVIDENCE.get(options["fill"], ())
        if needs and not any(evidence[kind] for kind in needs):
            return None
        evidence = {kind: found for kind, found in evidence.items() if kind in needs}
    elif ("mt" in options["mode"] and not references) or ("ms" in options["mode"] and not evidence["sar"]):
        return None
    return {
        "scene": {"path": str((task / "scene.tif").resolve())},
        "mask": [{"path": str((task / "mask.tif").resolve())}],
        "output": {"path": str(output.resolve())},
        **options,
        **evidence,
    }


def main() -> None:
    """Fill every task; exit 1 where one failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tasks", type=Path, help="folder made by s2bench.py make")
    parser.add_argument("results", type=Path, help="results/<name>/<task>.tif are written")
    parser.add_argument("--fill", default="best", help="regression, harmonic, ratio, paste, telea, coherent or best")
    parser.add_argument("--mode", default="classical")
    parser.add_argument("--no-sar", action="store_true", help="withhold Sentinel-1")
    parser.add_argument("--option", action="append", default=[], metavar="KEY=JSON", help="another field of the job")
    parser.add_argument("--only", default="", help="tasks whose name contains this")
    arguments = parser.parse_args()
    options: dict = {"mode": arguments.mode}
    if arguments.mode == "classical":
        options["fill"] = arguments.fill
    options.update({key: json.loads(value) for key, value in (text.split("=", 1) for text in arguments.option)})
    folder = arguments.results / (arguments.fill if arguments.mode == "classical" else arguments.mode)
    folder.mkdir(parents=True, exist_ok=True)
    figures, failed = {}, 0
    for task in sorted(path.parent for path in arguments.tasks.glob("*/scene.tif") if arguments.only in str(path)):
        document = job(task, folder / f"{task.name}.tif", options, sar=not arguments.no_sar)
        if document is None:
            continue
        file = folder / f"{task.name}.job.json"
        file.write_text(json.dumps(document, indent=1))
        run = subprocess.run(
            [sys.executable, "-m", "geoinpaint_engine", "run", str(file), "--json"], stdout=subprocess.PIPE, text=True
        )
        events = [json.loads(line) for line in run.stdout.splitlines()]
        print(task.name, run.returncode, json.dumps(events[-1].get("figures", events[-1])), flush=True)
        figures[task.name] = events[-1].get("figures")
        failed += run.returncode != 0
    (folder / "figures.json").write_text(json.dumps(figures, indent=1))
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
