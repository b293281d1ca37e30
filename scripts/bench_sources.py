"""How long finding and fetching takes, what it asks of a server, and how good the dates are that it chooses.

    python scripts/bench_sources.py speed WORK [--rate 2] [--block 512]    a scene of 512 px, a catalogue of 50 images
    python scripts/bench_sources.py choice WORK ../shared/data/s2bench  the dates chosen for Rome, beside others

`speed` serves a made-up catalogue (demo_catalogue.py) on 127.0.0.1 at so many MB a second, runs the command line
from the cloudy scene to the scored fill, and prints seconds, megabytes and requests. `choice` makes a catalogue of the
19 dates of Rome, and compares the fill from the six dates that `geoinpaint find` chooses with those from other sets.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from demo_catalogue import OPTICAL, CatalogueServer, make_place, write_cog, write_item
from PIL import Image
from rasterio.crs import CRS

ENGINE = Path(__file__).resolve().parents[1] / "engine"
BANDS = ("B02", "B03", "B04", "B08")
ROME = {"2018-08-09": "csmask_00_23", "2018-10-08": "csmask_01_42", "2018-06-25": "ts_2018-07-05_16",
        "2018-04-26": "ts_2018-02-25_38"}  # fmt: skip
CLOUDY_DN = 600  # brighter in blue than that above the median of the dates counts as cloud here
SETS = 150


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


def choice(work: Path, data: Path, sets: int) -> None:
    """The fill from the dates chosen, beside those from other sets of six."""
    sys.path.insert(0, str(ENGINE))
    import geoinpaint_engine as gi

    folder, dates = rome(work, data)
    with rasterio.open(folder / f"{next(iter(dates))}_B02.tif") as source:
        profile = {"driver": "GTiff", "dtype": "uint16", "count": 4, "height": source.height, "width": source.width,
                   "crs": source.crs, "transform": source.transform}  # fmt: skip
    for date, name in ROME.items():
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

        error = partial(error_of, gi.fill, dates, scene, hole, truth)
        others = [name for name in dates if name != date]
        every = list(combinations(others, min(6, len(others))))
        tried = random.Random(1).sample(every, min(sets, len(every)))  # noqa: S311
        quick = {names: error(names, mode="classical", holdout=False) for names in {*tried, chosen}}
        best = min(quick, key=quick.__getitem__)
        climbing = True
        print(f"{date}: {len(quick)} sets tried", flush=True)
        while climbing:  # from the best of them by exchanging one date at a time
            near = [tuple(sorted({*best} - {old} | {new})) for old in best for new in others if new not in best]
            near = random.Random(len(quick)).sample(near, min(len(near), sets))  # noqa: S311
            quick |= {names: error(names, mode="classical", holdout=False) for names in near if names not in quick}
            better = min(near, key=quick.__getitem__)
            climbing = quick[better] < quick[best]
            best = better if climbing else best
        top = sorted(quick, key=quick.__getitem__)[:4]
        full = {names: error(names, mode="mt", holdout=False) for names in {*top, chosen}}
        at_best = min(full.values())
        place = sorted(quick.values()).index(quick[chosen]) + 1
        print(f"{date}: chosen {' '.join(chosen)}")
        print(
            f"  regression {quick[chosen]:.1f} DN, best of {len(quick)} sets {quick[best]:.1f} ({' '.join(best)}), "
            f"{quick[chosen] / quick[best] - 1:+.1%}, place {place}, median {np.median(list(quick.values())):.1f}"
        )
        print(
            f"  mt, fast   {full[chosen]:.1f} DN, best of the top 4 {at_best:.1f}, {full[chosen] / at_best - 1:+.1%}",
            flush=True,
        )


def main() -> None:
    """Runs one of the two."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("speed", "choice"))
    parser.add_argument("work", type=Path)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--rate", type=float, default=2.0)
    parser.add_argument("--block", type=int, default=512)
    parser.add_argument("--sets", type=int, default=SETS)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    if options.what == "speed":
        speed(options.work, options.rate, options.block)
    else:
        choice(options.work, options.data, options.sets)


if __name__ == "__main__":
    main()
