"""A series whose dates are hidden one by one: fills from both sides in time beside one side, smoothers and pasting.

    python scripts/bench_series.py make ../shared/data/s2bench/ts_rome work/series [--bright 2500]
    python scripts/bench_series.py run work/series [--fills both before ratio] [--clean] [--only 2018-08-09 ...]
    python scripts/bench_series.py scale work/series [--side 1024]
    python scripts/bench_series.py joint work/series [--side 1024] [--dates 6] [--each] [--name out]

`make` lays real cloud layers (../shared/bench/realclouds.py) over the clear dates of a folder of dates, one at a time;
all others, clear, are its references; B8A stands in where there is no B08. `run` fills each under the mask that a
detection would give (`mask_typical`), keeps the results, and prints for every way RMSE (DN), spectral angle (degrees),
RMSE of NDVI, all under the mask, how often the written 90 % bands hold the true NDVI and the true DN, and RMSE without
the pixels whose truth is brighter than what makes a date cloudy (the sun in a roof: a few of them can be three quarters
of a date's squared error). `--clean` fills the scene without its clouds under the same mask: what the method can do,
without what clouds leave beside a mask.

`scale` lays the clear dates side by side to a larger scene, masks a quarter of it, fills one date from eight with one
thread, and extrapolates its processor time to a year of a tile: 30 dates of 10,980 x 10,980 pixels on two cores.

`joint` lays each date's clouds over it, all at once, as a series is in truth, mirrored to a side of so many pixels;
fills them by `geoinpaint series` with one thread, and prints processor seconds, memory, and the figures under the
masks. With `--each` the same dates are filled by `geoinpaint inpaint` one by one, from the same dates with their masks.

Ways: `both`, the engine's rule for a series (4 nearest dates on each side); `before`, the six nearest before; `ratio`,
the classical fill of that name from the dates of `both`. In the script itself, each pixel for itself from all other
dates: the nearest date, linear interpolation in time, Whittaker smoothing on a daily grid (`pybaselines`, the best of
several penalties), and harmonics of the year with a trend by least squares (HANTS-like, the best number of them).
"""

from __future__ import annotations

import argparse
import datetime
import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np
import rasterio

from geoinpaint_engine.pipeline.series.curves import error_correlation, ndvi, ndvi_deviation
from geoinpaint_engine.pipeline.series.neighbours import around

ROOT = Path(__file__).resolve().parents[1]
REAL_CLOUDS = ROOT.parent / "shared" / "bench" / "realclouds.py"
PAIRS = ROOT.parent / "shared" / "data" / "cloudpairs"
BANDS = ("B02", "B03", "B04", "B08")
BRIGHT, CLOUDY = 2500, 0.0015  # DN of B02 that a cloud may have; share of such pixels that makes a date cloudy
NORMAL = 1.645
AROUND, BEFORE = 4, 6
PENALTIES = (1e1, 1e2, 1e3, 1e4, 1e5, 1e6)
YEAR = 365.25
TILE, YEAR_DATES, CORES = 10_980, 30, 2  # what is extrapolated to


def read(path: Path) -> np.ndarray:
    """(bands, rows, cols) float64."""
    with rasterio.open(path) as dataset:
        return dataset.read().astype(np.float64)


def date_of(path: Path) -> str:
    """The ISO date at the end of a name."""
    return path.stem[-10:]


def day_of(path: Path) -> int:
    """Its day, counted from year 1."""
    return datetime.date.fromisoformat(date_of(path)).toordinal()


def make(source: Path, out: Path, bright: int) -> None:
    """Writes the clear dates (few pixels brighter than `bright`), a task for each, and the clouded tasks."""
    dates, tasks = out / "dates", out / "tasks"
    dates.mkdir(parents=True, exist_ok=True)
    (tasks / "truth").mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.tif")):
        with rasterio.open(path) as dataset:
            names = [*dataset.descriptions]
            numbers = [names.index(band if band in names else "B8A") + 1 for band in BANDS]
            data, profile = dataset.read(numbers), {**dataset.profile, "count": len(BANDS)}
        if (data[0] > bright).mean() > CLOUDY:
            continue
        with rasterio.open(dates / path.name, "w", **profile) as dataset:
            dataset.write(data)
            dataset.descriptions = BANDS
    clear = sorted(dates.glob("*.tif"))
    for path in clear:
        task = tasks / path.stem
        task.mkdir(exist_ok=True)
        others = [other for other in clear if other != path]
        links = {task / "scene.tif": path, tasks / "truth" / path.name: path}
        links |= {task / f"reference_{number}.tif": other for number, other in enumerate(others, 1)}
        for link, target in links.items():
            link.unlink(missing_ok=True)
            link.symlink_to(target.resolve())
    subprocess.run([sys.executable, str(REAL_CLOUDS), "make", str(tasks), str(PAIRS), str(out / "clouds")], check=True)


def sources(way: str, dates: Sequence[Path], number: int) -> list[Path]:
    """The dates that a date is filled from."""
    if way == "before":
        return list(dates[max(0, number - BEFORE) : number])
    return [dates[other] for other in around([date_of(path) for path in dates], number, AROUND)]


def filled(
    way: str, task: Path, references: Sequence[Path], out: Path, which: str
) -> tuple[np.ndarray, np.ndarray, float]:
    """The fill of `scene` or `truth` and its standard deviation, (bands, rows, cols) each; see `correlation`."""
    result = out / f"{task.name}_{which}_{way}.tif"
    doubt = result.with_name(f"{result.stem}_sd.tif")
    if not result.exists():
        engine = str(Path(sys.executable).with_name("geoinpaint"))
        how = ["--mode", "classical", "--fill", "ratio"] if way == "ratio" else ["--mode", "mt"]
        words = [word for path in references for word in ("--reference", str(path))]
        mask = str(task / "mask_typical.tif")
        command = [engine, "inpaint", str(task / f"{which}.tif"), "--mask", mask, *how, *words, "-o", str(result),
                   "--uncertainty", str(doubt), "--threads", "1", "--json"]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}\n{done.stdout[-500:]}")
    return read(result), read(doubt), correlation(doubt)


def correlation(doubt: Path) -> float:
    """Of the errors in red and near infrared, by an uncertainty file."""
    with rasterio.open(doubt) as dataset:
        return error_correlation(dataset, (2, 3))


def scores(fill: np.ndarray, truth: np.ndarray, deviation: np.ndarray | None, together: float = 0.0) -> list[float]:
    """RMSE, spectral angle, RMSE of NDVI, shares of NDVI and of DN within the 90 % band, of (bands, n) values.

    Last RMSE where the truth is not bright.
    """
    off = fill - truth
    cosine = (fill * truth).sum(axis=0) / (np.linalg.norm(fill, axis=0) * np.linalg.norm(truth, axis=0))
    index_off = ndvi(fill[2], fill[3]) - ndvi(truth[2], truth[3])
    dull = float(np.sqrt((off[:, truth[0] <= BRIGHT] ** 2).mean()))
    found = [np.sqrt((off**2).mean()), np.degrees(np.arccos(np.clip(cosine, -1, 1))).mean(),
             np.sqrt((index_off**2).mean())]  # fmt: skip
    if deviation is None:
        return [*map(float, found), float("nan"), float("nan"), dull]
    wide = ndvi_deviation(fill[2], fill[3], deviation[2], deviation[3], together)
    held = (np.abs(index_off) <= NORMAL * wide).mean(), (np.abs(off) <= NORMAL * deviation).mean()
    return [*map(float, found), *map(float, held), dull]


def smoothers(days: np.ndarray, number: int) -> dict[str, np.ndarray]:
    """The weights of the other dates in the value of a date, (dates,), of each way that is linear in them."""
    from pybaselines.utils import whittaker_smooth

    others = np.delete(np.arange(len(days)), number)
    nearest = np.eye(len(days))[others[np.argmin(np.abs(days[others] - days[number]))]]
    found = {"nearest date": nearest}

    def weights(value_of: Callable[[np.ndarray], float]) -> np.ndarray:
        """Those of a linear smoother, found by smoothing one date's impulse after the other."""
        made = np.zeros(len(days))
        for other in others:
            made[other] = value_of(np.eye(len(days))[other])
        return made

    found["linear in time"] = weights(lambda y: float(np.interp(days[number], days[others], y[others])))
    daily, seen = days - days[0], np.zeros(days[-1] - days[0] + 1)
    seen[daily[others]] = 1.0
    for penalty in PENALTIES:

        def whittaker(y: np.ndarray, penalty: float = penalty) -> float:
            line = np.zeros(len(seen))
            line[daily[others]] = y[others]
            return float(whittaker_smooth(line, lam=penalty, diff_order=2, weights=seen + 1e-12)[daily[number]])

        found[f"whittaker {penalty:.0e}"] = weights(whittaker)
    angle = 2 * np.pi * days / YEAR
    for count in (1, 2, 3):
        waves = [wave(k * angle) for k in range(1, count + 1) for wave in (np.sin, np.cos)]
        table = np.stack([np.ones(len(days)), (days - days.mean()) / YEAR, *waves], axis=1)
        row = np.linalg.lstsq(table[others].T, table[number], rcond=None)[0]
        found[f"harmonic {count}"] = np.insert(row, number, 0.0)
    return found


def scale(folder: Path, side: int) -> None:
    """Prints processor seconds and memory of one date of a large scene, and what a year of a tile would take."""
    place = folder / f"scale_{side}"
    place.mkdir(exist_ok=True)
    dates = sorted((folder / "dates").glob("*.tif"))[: 2 * AROUND + 1]
    cloud = read(folder / "clouds" / dates[0].stem / "mask_typical.tif")
    for path in dates:
        with rasterio.open(path) as dataset:
            data, profile = dataset.read(), {**dataset.profile, "width": side, "height": side, "tiled": True}
        with rasterio.open(place / path.name, "w", **profile) as dataset:
            dataset.write(enlarged(data, side))
            dataset.descriptions = BANDS
    mask = enlarged(cloud.astype(np.uint8), side)
    with rasterio.open(place / "mask.tif", "w", **{**profile, "count": 1, "dtype": "uint8", "nodata": None}) as dataset:
        dataset.write(mask)
    scene, engine = place / dates[AROUND].name, str(Path(sys.executable).with_name("geoinpaint"))
    words = [word for path in dates if path.name != scene.name for word in ("--reference", str(place / path.name))]
    subprocess.run([engine, "inpaint", str(scene), "--mask", str(place / "mask.tif"), "--mode", "mt", *words, "-o",
                    str(place / "filled.tif"), "--uncertainty", str(place / "sd.tif"), "--threads", "1", "--json"],
                   check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, share = used.ru_utime + used.ru_stime, float((mask > 0).mean())
    year = seconds * (TILE / side) ** 2 * YEAR_DATES / CORES / 60
    memory = round(used.ru_maxrss / 2**20, 2)
    print(json.dumps({"side": side, "masked_share": round(share, 3), "cpu_seconds": round(seconds, 1),
                      "memory_gib": memory, "year_of_a_tile_minutes": round(year)}))  # fmt: skip


def joint(folder: Path, side: int, count: int, *, each: bool, name: str) -> None:
    """Prints what a series costs whose dates are all clouded, and how near to the truth it is."""
    place = folder / f"joint_{side}_{count}"
    (place / "in").mkdir(parents=True, exist_ok=True)
    tasks = sorted((folder / "clouds").iterdir())
    first = max(0, (len(tasks) - count) // 2)
    tasks, truths = tasks[first : first + count], {}
    for task in tasks:
        with rasterio.open(task / "scene.tif") as dataset:
            data, profile = dataset.read(), {**dataset.profile, "width": side, "height": side, "tiled": True,
                                             "blockxsize": 256, "blockysize": 256}  # fmt: skip
        hole = enlarged(read(task / "mask_typical.tif").astype(np.uint8), side)
        truths[task.name] = enlarged(read(task / "truth.tif"), side), hole[0] > 0
        with rasterio.open(place / "in" / f"{task.name}.tif", "w", **profile) as dataset:
            dataset.write(enlarged(data, side))
            dataset.descriptions = BANDS
        one = {**profile, "count": 1, "dtype": "uint8", "nodata": None}
        with rasterio.open(place / "in" / f"{task.name}_mask.tif", "w", **one) as dataset:
            dataset.write(hole)
    out, engine = place / name, str(Path(sys.executable).with_name("geoinpaint"))
    shutil.rmtree(out, ignore_errors=True)
    commands = [[engine, "series", str(place / "in"), "-o", str(out), "--mask-suffix", "_mask"]]
    if each:
        commands = [_one(engine, place, [task.name for task in tasks], number, out) for number in range(len(tasks))]
    for command in commands:
        done = subprocess.run([*command, "--threads", "1", "--json"], capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    rows = {}
    for task, (truth, hole) in truths.items():
        result = out / task[-10:]
        fill, doubt = read(result / "filled.tif"), read(result / "uncertainty.tif")
        rows[task] = scores(fill[:, hole], truth[:, hole], doubt[:, hole], correlation(result / "uncertainty.tif"))
        print(task, *[f"{value:.4g}" for value in rows[task]])
    seconds = used.ru_utime + used.ru_stime
    print(json.dumps({
        "side": side, "dates": len(tasks), "way": "each" if each else "series", "cpu_seconds": round(seconds, 1),
        "cpu_seconds_a_date": round(seconds / len(tasks), 1), "memory_gib": round(used.ru_maxrss / 2**20, 2),
        "masked_share": round(float(np.mean([hole.mean() for _, hole in truths.values()])), 3),
        "mean": [round(float(value), 4) for value in np.mean(list(rows.values()), axis=0)],
    }))  # fmt: skip


def _one(engine: str, place: Path, names: Sequence[str], number: int, out: Path) -> list[str]:
    """The command that fills one date of a series by itself."""
    result = out / names[number][-10:]
    result.mkdir(parents=True)
    others = around([name[-10:] for name in names], number, AROUND)
    words = [word for other in others for word in (
        "--reference", f"{place / 'in' / names[other]}.tif,mask={place / 'in' / names[other]}_mask.tif")]  # fmt: skip
    return [engine, "inpaint", f"{place / 'in' / names[number]}.tif", "--mask",
            f"{place / 'in' / names[number]}_mask.tif", "--mode", "mt", *words, "-o", str(result / "filled.tif"),
            "--uncertainty", str(result / "uncertainty.tif")]  # fmt: skip


def enlarged(data: np.ndarray, side: int) -> np.ndarray:
    """(bands, side, side): mirrored copies side by side, so that there are no seams."""
    over = [(0, 0), *((0, side - size) for size in data.shape[1:])]
    return np.pad(data, over, mode="symmetric")


def main() -> None:
    """See the module's text."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("step", choices=("make", "run", "scale", "joint"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--fills", nargs="*", default=["both", "before", "ratio"])
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--bright", type=int, default=BRIGHT, help="DN of B02 that the ground of a clear date may have")
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--side", type=int, default=1024)
    parser.add_argument("--dates", type=int, default=6)
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--name", default="out", help="of the folder of `joint`'s results")
    chosen = parser.parse_args()
    if chosen.step == "make":
        make(chosen.folder, chosen.out, chosen.bright)
        return
    if chosen.step == "scale":
        scale(chosen.folder, chosen.side)
        return
    if chosen.step == "joint":
        joint(chosen.folder, chosen.side, chosen.dates, each=chosen.each, name=chosen.name)
        return
    which, results = "truth" if chosen.clean else "scene", chosen.folder / "results"
    results.mkdir(exist_ok=True)
    dates = sorted((chosen.folder / "dates").glob("*.tif"))
    cube, days = [read(path) for path in dates], np.array([day_of(path) for path in dates])
    rows: dict[str, dict[str, list[float]]] = {}
    for number, path in enumerate(dates):
        task = chosen.folder / "clouds" / path.stem
        if not task.exists() or (chosen.only and date_of(path) not in chosen.only):
            continue
        hole = read(task / "mask_typical.tif")[0] > 0
        truth = read(task / "truth.tif")[:, hole]
        for way in chosen.fills:
            references = sources(way, dates, number)
            if references:
                fill, doubt, together = filled(way, task, references, results, which)
                rows.setdefault(way, {})[path.stem] = scores(fill[:, hole], truth, doubt[:, hole], together)
                print(way, date_of(path), *[f"{value:.4g}" for value in rows[way][path.stem]], flush=True)
        for name, share in smoothers(days, number).items():
            value = sum(weight * image[:, hole] for weight, image in zip(share, cube, strict=True) if weight)
            rows.setdefault(name, {})[path.stem] = scores(np.asarray(value), truth, None)
    common = set.intersection(*(set(found) for found in rows.values()))
    print(f"means over {len(common)} dates: RMSE, spectral angle, RMSE of NDVI, NDVI and DN within the 90 % band, RMSE "
          "without bright pixels; geometric means of the dates' ratios, with and without bright pixels")  # fmt: skip
    best = {name: min(((found[name][0], found[name][5]) for way, found in rows.items() if way not in chosen.fills))
            for name in common}  # fmt: skip
    base = {name: (row[0], row[5]) for name, row in (rows.get("before") or rows.get("both") or {}).items()}
    for way, found in rows.items():
        mean = np.mean([found[name] for name in common], axis=0)
        print(json.dumps({"way": way, "mean": [round(float(value), 4) for value in mean],
                          "to_before": _ratios(found, base, common), "to_best_smoother": _ratios(found, best, common),
                          "dates": len(found)}))  # fmt: skip


def _ratios(
    found: dict[str, list[float]], base: dict[str, tuple[float, float]], names: Collection[str]
) -> list[float] | None:
    """Geometric means over dates of RMSE over another's, of all pixels and of those that are not bright."""
    if not base:
        return None
    shares = [[np.log(found[name][0] / base[name][0]), np.log(found[name][5] / base[name][1])] for name in names]
    return [round(float(value), 3) for value in np.exp(np.mean(shares, axis=0))]


if __name__ == "__main__":
    main()
