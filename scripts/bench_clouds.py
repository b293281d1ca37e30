"""Real cloud layers over clear scenes: error, announced error, intervals and detection, through the command line.

    python ../shared/bench/s2bench.py make ../shared/data/s2bench work/tasks
    python ../shared/bench/realclouds.py make work/tasks ../shared/data/cloudpairs work/clouds
    python scripts/bench_clouds.py work/clouds work/results [--fills fast regression] [--grow] [--detect] [--only NAME]
        [--detector ukis-csmask] [--rome ../shared/data/s2bench] [--detectors PYTHON]

Each task is filled twice under the same mask, clouded and clear. "Ratio" is the error under the mask clouded over
clear, "grown" that over all affected pixels with `--grow auto`, "grown ratio" and so on the others with it; "told" the
true error over the announced one (`hole_rmse`); "covered" the share of hole values within 1.645 of the written standard
deviations. Detection is measured against the layers: recalls by opacity, and false alarms among pixels farther than 2
px from any effect; with `--detector` by a detector alone and with the dates too. TUNED names the places that
thresholds were chosen on; the others were only looked at to report. `--rome` adds Rome's real dates
(`bench_rome.py`), `--detectors` packaged single-image detectors as they come, by the Python of an environment that has
them (`bench_detectors.py`).
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import rasterio
from scipy import ndimage as ndi

sys.path.insert(0, str(Path(__file__).parent))
from bench_rome import rome

TUNED = ("ftw_", "gee_", "s12cr_316", "s2pair_1868_summer_100_p500", "s2pair_1868_summer_102_p100")
FILLS = {"fast": ["--mode", "mt"], "regression": ["--mode", "classical", "--fill", "regression"]}
NORMAL = 1.645
DN = 1e-4  # reflectance of one
NOTHING_FOUND = "mask-empty"
L2A = ("ftw_", "gee_")  # places whose scenes are surface reflectance, which their files do not tell


def read(path: Path) -> np.ndarray:
    """(bands, rows, cols) float64."""
    with rasterio.open(path) as dataset:
        return dataset.read().astype(np.float64)


def call(command: list[str]) -> list[dict]:
    """The events of a command, which may end with an empty mask."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    events = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode and not (events and events[-1].get("code") == NOTHING_FOUND):
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-500:]}{done.stderr[-500:]}")
    return events


def references(task: Path) -> list[str]:
    """The references of a task as options."""
    found = sorted(task.glob("reference_[0-9]*.tif"), key=lambda path: int(path.stem.split("_")[1]))
    return [word for path in found for word in ("--reference", str(path))]


def filled(engine: str, task: Path, out: Path, which: str, fill: str, options: list[str]) -> dict[str, float]:
    """Errors, announced error and coverage of a fill of `scene` or `truth`."""
    result, doubt = out / f"{task.name}_{which}_{fill}.tif", out / f"{task.name}_{which}_{fill}_sd.tif"
    for file in (result, doubt):
        file.unlink(missing_ok=True)
    events = call([
        engine, "inpaint", str(task / f"{which}.tif"), "--mask", str(task / "mask_typical.tif"), "-o", str(result),
        *FILLS[fill], *references(task), "--uncertainty", str(doubt), "--json", *options,
    ])  # fmt: skip
    figures = [event for event in events if event["event"] == "result"][-1]["figures"]
    truth, mask = read(task / "truth.tif"), read(task / "mask_typical.tif")[0] > 0
    affected = read(task / "mask_exact.tif")[0] > 0
    error, deviation = read(result) - truth, read(doubt)
    rmse = math.sqrt((error[:, mask] ** 2).mean())
    return {
        "rmse": rmse, "affected": math.sqrt((error[:, affected] ** 2).mean()),
        "told": rmse * DN / figures["hole_rmse"] if figures.get("hole_rmse") else math.nan,
        "covered": float((np.abs(error[:, mask]) <= NORMAL * deviation[:, mask]).mean()),
        "warnings": sum(event["event"] == "warning" for event in events),
    }  # fmt: skip


def detected(engine: str, task: Path, out: Path, how: list[str]) -> dict[str, float]:
    """Recalls and false alarms of detection without any mask, and on the clear scene."""
    layer = read(task / "layer.tif") / 100
    opacity, light = layer
    found = {}
    for which in ("scene", "truth"):
        target, scene = (out / f"{task.name}_{which}_{name}.tif" for name in ("detected", "with_level"))
        target.unlink(missing_ok=True)
        shutil.copyfile(task / f"{which}.tif", scene)
        with rasterio.open(scene, "r+") as told:
            told.update_tags(PROCESSING_LEVEL="Level-2A" if task.name.startswith(L2A) else "Level-1C")
        dates = references(task) if "--detect" in how else []
        call([engine, "mask", str(scene), *how, *dates, "-o", str(target), "--json"])
        found[which] = read(target)[0] > 0 if target.exists() else np.zeros(layer.shape[1:], dtype=bool)
    affected = (opacity > 0.02) | (light < 0.97)
    far = ndi.distance_transform_edt(~affected) > 2
    kinds = {
        "thin": (opacity > 0.02) & (opacity <= 0.1) & (light > 0.97), "haze": (opacity > 0.1) & (opacity <= 0.25),
        "cloud": opacity > 0.25, "shadow": (light < 0.75) & (opacity <= 0.25),
    }  # fmt: skip
    recalls = {kind: float(found["scene"][there].mean()) for kind, there in kinds.items() if there.any()}
    return {**recalls, "false": float(found["scene"][far].mean()), "clear": float(found["truth"].mean())}


def geometric(values: Iterable[float]) -> float:
    """The geometric mean of what is a number."""
    return math.exp(np.nanmean(np.log([value for value in values])))


def main() -> None:
    """Runs the tasks and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tasks", type=Path, help="folder made by realclouds.py make")
    parser.add_argument("out", type=Path)
    parser.add_argument("--engine", default=str(Path(sys.executable).parent / "geoinpaint"))
    parser.add_argument("--fills", nargs="*", default=list(FILLS), choices=list(FILLS))
    parser.add_argument("--grow", action="store_true", help="with --grow auto too")
    parser.add_argument("--detect", action="store_true", help="detection too")
    parser.add_argument("--detector", help="detection by that detector too, alone and with the dates")
    parser.add_argument("--only", default="", help="tasks whose name contains this")
    parser.add_argument("--rome", type=Path, help="the scenes of s2bench: Rome's real dates too")
    parser.add_argument("--detectors", help="a Python with ukis-csmask and s2cloudless; with --rome")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    tasks = sorted(path.parent for path in arguments.tasks.glob("*/scene.tif") if arguments.only in path.parent.name)
    for fill in arguments.fills:
        rows = {}
        for task in tasks:
            clouded = filled(arguments.engine, task, arguments.out, "scene", fill, [])
            clear = filled(arguments.engine, task, arguments.out, "truth", fill, [])
            row = {
                "ratio": clouded["rmse"] / clear["rmse"], "told": clouded["told"], "covered": clouded["covered"],
                "clear told": clear["told"], "clear covered": clear["covered"], "warnings": clouded["warnings"],
                "clear warnings": clear["warnings"], "rmse": clouded["rmse"], "clear rmse": clear["rmse"],
            }  # fmt: skip
            if arguments.grow:
                grown = filled(arguments.engine, task, arguments.out, "scene", fill, ["--grow", "auto"])
                row |= {"grown": grown["affected"] / clear["affected"], "grown ratio": grown["rmse"] / clear["rmse"]}
                row |= {f"grown {key}": grown[key] for key in ("told", "covered")}
            rows[task.name] = row
            print(fill, task.name, " ".join(f"{key} {value:.3g}" for key, value in row.items()), flush=True)
        for title, names in _halves(rows):
            part = [rows[name] for name in names]
            line = [f"ratio {geometric(r['ratio'] for r in part):.2f} (worst {max(r['ratio'] for r in part):.2f})"]
            for key in ("told", "clear told"):
                told = [r[key] for r in part]
                line.append(f"{key} {geometric(told):.2f} ({np.nanmin(told):.2f} to {np.nanmax(told):.2f})")
            for key in ("covered", "clear covered"):
                line.append(f"{key} {np.mean([r[key] for r in part]):.1%} (least {min(r[key] for r in part):.1%})")
            if arguments.grow:
                for key in ("grown", "grown ratio"):
                    line.append(f"{key} {geometric(r[key] for r in part):.2f} (worst {max(r[key] for r in part):.2f})")
                told = [r["grown told"] for r in part]
                line.append(f"grown told {geometric(told):.2f} ({np.nanmin(told):.2f} to {np.nanmax(told):.2f})")
                covered = [r["grown covered"] for r in part]
                line.append(f"grown covered {np.mean(covered):.1%} (least {min(covered):.1%})")
            print(f"{fill}, {title} ({len(part)}): " + ", ".join(line), flush=True)
    ways = {"dates": ["--detect"]} if arguments.detect else {}
    if arguments.detector:
        alone = ["--detector", arguments.detector]
        ways |= {arguments.detector: alone, f"dates and {arguments.detector}": ["--detect", *alone]}
    for way, how in ways.items():
        rows = {task.name: detected(arguments.engine, task, arguments.out, how) for task in tasks}
        for name, row in rows.items():
            print(f"detect by {way}", name, " ".join(f"{key} {value:.3f}" for key, value in row.items()))
        for title, names in _halves(rows):
            keys = ("thin", "haze", "cloud", "shadow", "false", "clear")
            means = {key: [rows[name][key] for name in names if key in rows[name]] for key in keys}
            print(f"detect by {way}, {title}: " + ", ".join(
                f"{key} {np.mean(values):.3f} (worst {(max if key in ('false', 'clear') else min)(values):.3f})"
                for key, values in means.items() if values
            ))  # fmt: skip
    if arguments.rome:
        rome(arguments.engine, arguments.rome, arguments.out / "rome")
        if arguments.detectors:
            detectors = Path(__file__).parent / "bench_detectors.py"
            subprocess.run([arguments.detectors, detectors, arguments.tasks, arguments.rome], check=True)


def _halves(rows: dict) -> list[tuple[str, list[str]]]:
    """The tuned places, the others, and all."""
    tuned = [name for name in rows if name.startswith(TUNED)]
    others = [name for name in rows if name not in tuned]
    return [(title, names) for title, names in (("tuned", tuned), ("others", others), ("all", list(rows))) if names]


if __name__ == "__main__":
    main()
