"""How long finding and fetching takes, what it asks of a server, and how good the dates are that it chooses.

    python scripts/bench_sources.py speed WORK [--rate 2] [--block 512]    a scene of 512 px, a catalogue of 50 images
    python scripts/bench_sources.py choice WORK ../shared/data/s2bench  the dates chosen for Rome, beside others

`speed` serves a made-up catalogue (demo_catalogue.py) on 127.0.0.1 at so many MB a second, runs the command line
from the cloudy scene to the scored fill, and prints seconds, megabytes and requests. `choice` makes a catalogue of the
19 dates of Rome, and compares the fill from the six dates that `geoinpaint find` chooses with the best six: a linear
regression is solved for every set of six, and the sets that it finds best are filled from in earnest.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from demo_catalogue import CatalogueServer
from demo_place import OPTICAL, make_place, write_cog, write_item
from PIL import Image
from rasterio.crs import CRS

ENGINE = Path(__file__).resolve().parents[1] / "engine"
BANDS = ("B02", "B03", "B04", "B08")
ROME = {"2018-02-10": "csmask_01_42", "2018-11-12": "csmask_00_23", "2018-08-09": "csmask_00_23",
        "2018-10-08": "csmask_01_42", "2018-06-25": "ts_2018-07-05_16", "2018-04-26": "ts_2018-02-25_38"}  # fmt: skip
CLOUDY_DN = 600  # brighter in blue than that above the median of the dates counts as cloud here
SET = 6  # dates of a set
TOP = 4  # sets that are filled from in earnest


def run(*arguments: object) -> dict[str, Any]:
    """The figures of a command."""
    command = [sys.executable, "-m", "geoinpaint_engine", *map(str, arguments), "--json"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ENGINE)}
    )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode:
        raise SystemExit(f"{events[-1] if events else done.stderr}")
    return events[-1]["figures"]


def speed(work: Path, rate: float, block: int) -> None:
    """From a cloudy scene to the scored fill."""
    place = work / f"place_{block}"
    if not (place / "catalogue").exists():
        make_place(place, size=512, items=50, tile=1024, block=block)
    evidence, filled = work / f"evidence_{block}_{os.getpid()}", work / "filled.tif"
    scene, mask = place / "scene.tif", place / "mask.tif"
    with CatalogueServer(place / "catalogue", rate=rate * 1e6) as server:
        begun = time.monotonic()
        found = run("find", scene, "--mask", mask, "-o", evidence, "--catalogue", server.url, "--sar", "--max-sar", 1,
                    "--yes")  # fmt: skip
        fetched = time.monotonic()
        figures = run("inpaint", scene, "--mask", mask, "--evidence", evidence, "--mode", "ms-mt", "-o", filled)
        scores = run("score", filled, place / "truth.tif", "--mask", mask)
        done = time.monotonic()
        print(f"dates: {len(found['references'])}, radar: {len(found['sar'])}, of {len(server.items())} images")
        print(f"fetched in {fetched - begun:.1f} s, filled and scored in {done - fetched:.1f} s: {done - begun:.1f} s")
        print(f"{server.sent / 1e6:.1f} MB in {len(server.log)} requests at {rate:g} MB/s, blocks of {block} px")
        print(f"error on hidden ground {figures['holdout_rmse']:.4f}, in the hole "
              f"{scores['reflectance']['hole']['rmse']:.4f} (reflectance)")  # fmt: skip
        before = len(server.log)
        run("find", scene, "--mask", mask, "-o", evidence, "--catalogue", server.url, "--sar", "--max-sar", 1, "--yes")
        print(f"the same command again: {len(server.log) - before} requests")


def rome(work: Path, data: Path) -> tuple[Path, dict[str, np.ndarray]]:
    """A catalogue of the dates of Rome, each with a classification; and their bands."""
    folder = work / "rome"
    folder.mkdir(parents=True, exist_ok=True)
    dates, grids = {}, []
    for path in sorted((data / "ts_rome").glob("S2_*.tif")):
        with rasterio.open(path) as source:
            names = list(source.descriptions)
            dates[path.stem[3:]] = source.read([names.index(name) + 1 for name in BANDS])
            grids.append((source.crs, source.transform))
    usual = np.median([bands[0] for bands in dates.values()], axis=0)
    crs, transform = grids[0]
    for date, bands in dates.items():
        cloudy = bands[0] > usual + CLOUDY_DN
        files = {}
        for name, values in zip(BANDS, bands, strict=True):
            files[name] = folder / f"{date}_{name}.tif"
            write_cog(files[name], values, transform, CRS.from_user_input(crs))
        files["SCL"] = folder / f"{date}_SCL.tif"
        classes = np.where(cloudy, 9, 4).astype(np.uint8)
        write_cog(files["SCL"], classes, transform, CRS.from_user_input(crs), OVERVIEW_RESAMPLING="NEAREST")
        write_item(folder, f"S2_{date}", OPTICAL, date, files, transform, usual.shape, crs,
                   **{"eo:cloud_cover": round(100 * float(cloudy.mean()), 2)})  # fmt: skip
    return folder, dates


def error_of(
    fill: Any, dates: dict[str, np.ndarray], scene: np.ndarray, hole: np.ndarray, truth: np.ndarray,
    names: tuple[str, ...], **way: Any,
) -> float:  # fmt: skip
    """RMSE in DN of the fill from some dates."""
    import geoinpaint_engine as gi

    usual = np.median([bands[0] for bands in dates.values()], axis=0)
    references = [gi.Reference(dates[name], mask=dates[name][0] > usual + CLOUDY_DN, date=name) for name in names]
    filled = fill(scene, hole, references=references, **way).filled
    return float(np.sqrt(np.mean((filled[:, hole].astype(float) - truth[:, hole]) ** 2)))


def errors_of_all(
    dates: dict[str, np.ndarray], others: list[str], truth: np.ndarray, hole: np.ndarray
) -> dict[tuple[str, ...], float]:
    """RMSE in DN, in the hole, of one linear regression on the clear ground for every set of SET dates.

    A stand-in for the fill that can be had for all 18,564 sets: each is a part of the same normal equations. Where a
    date is cloudy it has its own mean, which tells nothing.
    """
    usual = np.median([bands[0] for bands in dates.values()], axis=0)
    columns = []
    for name in others:
        cloudy = dates[name][0] > usual + CLOUDY_DN
        values = dates[name].astype(float) / 1000
        values[:, cloudy] = values[:, ~cloudy].mean(axis=1)[:, None]
        columns.append(values)
    columns.append(np.ones((1, *hole.shape)))
    x, y = np.concatenate(columns), truth.astype(float) / 1000
    sums = []
    for ground in (~hole, hole):
        inside, wanted = x[:, ground], y[:, ground]
        sums.append((inside @ inside.T, inside @ wanted.T, (wanted**2).sum(axis=1), inside.shape[1]))
    (known, known_y, _, n), (there, there_y, squares, count) = sums
    found: dict[tuple[str, ...], float] = {}
    sets = np.array(list(combinations(range(len(others)), SET)))
    for part in np.array_split(sets, max(1, len(sets) // 2000)):
        places = (part[:, :, None] * len(BANDS) + np.arange(len(BANDS))).reshape(len(part), -1)
        places = np.concatenate([places, np.full((len(part), 1), len(x) - 1)], axis=1)
        ridge = 1e-5 * n * np.eye(places.shape[1])
        weights = np.linalg.solve(known[places[:, :, None], places[:, None, :]] + ridge, known_y[places])
        ours = np.einsum("kfb,kfg,kgb->k", weights, there[places[:, :, None], places[:, None, :]], weights)
        ours += squares.sum() - 2 * np.einsum("kfb,kfb->k", weights, there_y[places])
        rmse = 1000 * np.sqrt(np.maximum(ours, 0) / (count * len(BANDS)))
        found |= {tuple(others[i] for i in one): float(error) for one, error in zip(part, rmse, strict=True)}
    return found


def choice(work: Path, data: Path, top: int, only: str) -> None:
    """The fill from the dates chosen, beside those from the sets that a regression finds best of all."""
    sys.path.insert(0, str(ENGINE))
    import geoinpaint_engine as gi

    folder, dates = rome(work, data)
    with rasterio.open(folder / f"{next(iter(dates))}_B02.tif") as source:
        profile = {"driver": "GTiff", "dtype": "uint16", "count": 4, "height": source.height, "width": source.width,
                   "crs": source.crs, "transform": source.transform}  # fmt: skip
    for date, name in ((date, name) for date, name in ROME.items() if only in date):
        truth = dates[date]
        hole = np.asarray(Image.open(data / "masks" / f"{name}.png"))[: truth.shape[1], : truth.shape[2]] > 0
        scene = np.where(hole, np.uint16(9000), truth)
        scene_path, mask_path = work / f"rome_{date}.tif", work / f"rome_{date}_mask.tif"
        with rasterio.open(scene_path, "w", **profile) as out:
            out.write(scene)
            out.descriptions = BANDS
        with rasterio.open(mask_path, "w", **{**profile, "count": 1, "dtype": "uint8"}) as out:
            out.write(hole.astype("uint8"), 1)
        found = run("find", scene_path, "--mask", mask_path, "-o", work / f"evidence_{date}", "--catalogue", folder,
                    "--date", date, "--before", 400, "--after", 400)  # fmt: skip
        chosen = tuple(sorted(row["date"] for row in found["candidates"] if row["chosen"]))
        every = errors_of_all(dates, [other for other in dates if other != date], truth, hole)
        order = sorted(every, key=every.__getitem__)
        print(f"{date}: chosen {' '.join(chosen)}")
        print(
            f"  regression {every[chosen]:.1f} DN, best of all {len(every)} sets {every[order[0]]:.1f}, "
            f"{every[chosen] / every[order[0]] - 1:+.1%}, place {order.index(chosen) + 1}, "
            f"median {np.median(list(every.values())):.1f}", flush=True,
        )  # fmt: skip
        error = partial(error_of, gi.fill, dates, scene, hole, truth)
        full = {names: error(names, mode="mt", holdout=False) for names in dict.fromkeys((*order[:top], chosen))}
        best = min(full, key=full.__getitem__)
        print(
            f"  mt, fast   {full[chosen]:.1f} DN, best of those {top} that regression finds best {full[best]:.1f} "
            f"({' '.join(best)}), {full[chosen] / full[best] - 1:+.1%}", flush=True,
        )  # fmt: skip


def main() -> None:
    """Runs one of the two."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("speed", "choice"))
    parser.add_argument("work", type=Path)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--rate", type=float, default=2.0)
    parser.add_argument("--block", type=int, default=512)
    parser.add_argument("--top", type=int, default=TOP)
    parser.add_argument("--only", default="", help="dates of Rome that contain this")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    if options.what == "speed":
        speed(options.work, options.rate, options.block)
    else:
        choice(options.work, options.data, options.top, options.only)


if __name__ == "__main__":
    main()
