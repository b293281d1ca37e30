"""Rome's real dates: false alarms of detection on clear ones, and cloudy ones filled and compared with clear ones.

    python scripts/bench_rome.py ../shared/data/s2bench work/rome [--picture docs/images/rome_clouds_found.jpg]

The 14 clear dates of 2018, each judged from the other 13 without any mask: the share that is told to be cloud or
shadow.
The five cloudy ones, filled from the six clear dates that are nearest in time, under their own masks (`masks/ts_*`;
the two that come without one, under what `--detect` finds) and with `--grow auto`; nobody knows what lay under their
clouds, so each fill is compared with the clear date that is nearest, beside what this differs from the next nearest.
Also called by `bench_clouds.py --rome`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image
from scipy import ndimage as ndi

BANDS = ("B02", "B03", "B04", "B08")
CLOUDY = {
    "2018-01-21": "ts_2018-01-21_33.png", "2018-02-25": "ts_2018-02-25_38.png", "2018-03-07": None,
    "2018-07-05": "ts_2018-07-05_16.png", "2018-09-18": None,
}  # fmt: skip
NEAREST = 6  # clear dates that a cloudy one is filled from
STRETCH = 2200  # DN that are drawn white
DRAWN = 170  # px of a picture's side


def prepared(data: Path, folder: Path) -> dict[str, Path]:
    """The dates in four bands, by day."""
    made = {}
    for path in sorted((data / "ts_rome").glob("S2_*.tif")):
        target = made[path.stem[3:]] = folder / f"{path.stem[3:]}.tif"
        if target.exists():
            continue
        with rasterio.open(path) as src:
            image = src.read([src.descriptions.index(name) + 1 for name in BANDS])
            profile = {**src.profile, "count": len(BANDS)}
        with rasterio.open(target, "w", **profile) as out:
            out.write(image)
            out.descriptions = BANDS
    return made


def nearest(day: str, days: list[str]) -> list[str]:
    """The days by their distance in time to one."""
    return sorted(days, key=lambda other: abs((date.fromisoformat(other) - date.fromisoformat(day)).days))


def call(engine: str, *words: str | Path) -> dict:
    """The last event of a command."""
    done = subprocess.run([engine, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    last: dict = json.loads(done.stdout.splitlines()[-1])
    if done.returncode and last.get("code") != "mask-empty":
        raise SystemExit(f"{words}\n{done.stdout[-500:]}{done.stderr[-500:]}")
    return last


def detected(engine: str, dates: dict[str, Path], day: str, others: list[str], out: Path) -> np.ndarray:
    """(rows, cols) bool: what the others tell to be cloud or shadow in a date."""
    out.unlink(missing_ok=True)
    words = [word for other in others for word in ("--reference", dates[other])]
    call(engine, "mask", dates[day], "--detect", *words, "-o", out)
    if not out.exists():  # nothing was found
        return np.zeros(read(dates[day]).shape[1:], dtype=bool)
    with rasterio.open(out) as src:
        return np.asarray(src.read(1) > 0)


def read(path: Path) -> np.ndarray:
    """(bands, rows, cols) float64."""
    with rasterio.open(path) as src:
        return src.read().astype(np.float64)


def own_mask(data: Path, like: Path, name: str, target: Path) -> np.ndarray:
    """(rows, cols) bool: a date's own mask, also written beside it."""
    with rasterio.open(like) as src:
        profile = {**src.profile, "count": 1, "dtype": "uint8", "nodata": None}
        mask = np.asarray(Image.open(data / "masks" / name).convert("L"))[: src.height, : src.width] > 127
    with rasterio.open(target, "w", **profile) as out:
        out.write(mask.astype("uint8"), 1)
    return mask


def difference(one: np.ndarray, other: np.ndarray, where: np.ndarray) -> float:
    """RMSE in DN after the mean of each band is taken off: light and season differ between any two dates."""
    apart = (one - other)[:, where]
    return float(np.sqrt(((apart - apart.mean(axis=1, keepdims=True)) ** 2).mean()))


def drawn(image: np.ndarray, outline: np.ndarray | None = None) -> np.ndarray:
    """(rows, cols, 3) uint8 in true colour, a mask's outline in red."""
    colour = (np.sqrt(np.clip(image[[2, 1, 0]] / STRETCH, 0, 1)) * 255).astype(np.uint8).transpose(1, 2, 0)
    if outline is not None:
        colour[outline & ~ndi.binary_erosion(outline, iterations=1)] = (255, 40, 40)
    return np.asarray(Image.fromarray(colour).resize((DRAWN, DRAWN), Image.Resampling.LANCZOS))


def rome(engine: str, data: Path, folder: Path, picture: Path | None = None) -> None:
    """Prints both tables and draws the fills."""
    folder.mkdir(parents=True, exist_ok=True)
    dates = prepared(data, folder)
    clear = [day for day in dates if day not in CLOUDY]
    cloudy_dates(engine, data, folder, dates, clear, picture)
    clear_dates(engine, folder, dates, clear)


def cloudy_dates(
    engine: str, data: Path, folder: Path, dates: dict[str, Path], clear: list[str], picture: Path | None
) -> None:
    """The cloudy dates filled, compared and drawn: cloudy, filled, with `--grow auto`, the nearest clear date."""
    rows = []
    for day, name in CLOUDY.items():
        near = nearest(day, clear)
        mask_path = folder / f"{day}_mask.tif"
        found = detected(engine, dates, day, sorted(near[:NEAREST]), folder / f"{day}_found.tif")
        mask = found if name is None else own_mask(data, dates[day], name, mask_path)
        words = ["--mask", folder / f"{day}_found.tif" if name is None else mask_path, "--mode", "mt"]
        words += [word for other in sorted(near[:NEAREST]) for word in ("--reference", dates[other])]
        scene, nearby, next_ = (read(dates[other]) for other in (day, near[0], near[1]))
        images = [drawn(scene, mask)]
        line = [f"Rome, cloudy {day}: mask {mask.mean():.0%} ({'found' if name is None else 'its own'})"]
        line.append(f"found {found.mean():.0%}, of the mask {found[mask].mean():.0%}")
        for title, extra in (("filled", []), ("grown", ["--grow", "auto"])):
            out = folder / f"{day}_{title}.tif"
            out.unlink(missing_ok=True)
            figures = call(engine, "inpaint", dates[day], *words, "-o", out, *extra)["figures"]
            filled = read(out)
            told = (figures.get("hole_rmse") or 0) * 1e4
            line.append(f"{title}: {difference(filled, nearby, mask):.0f} DN off {near[0]}, told {told:.0f}")
            images.append(drawn(filled))
        line.append(f"as {near[0]} is off {near[1]}: {difference(nearby, next_, mask):.0f} DN")
        print("; ".join(line), flush=True)
        rows.append(np.hstack([*images, drawn(nearby)]))
    if picture is not None:
        picture.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.vstack(rows)).save(picture, quality=82)


def clear_dates(engine: str, folder: Path, dates: dict[str, Path], clear: list[str]) -> None:
    """The share of each clear date that the others tell to be cloud or shadow."""
    shares = []
    for day in clear:
        found = detected(engine, dates, day, [other for other in clear if other != day], folder / f"{day}_found.tif")
        shares.append(found.mean())
        print(f"Rome, clear {day} from the other {len(clear) - 1}: {shares[-1]:.2%} told", flush=True)
    print(f"Rome, clear dates: mean {np.mean(shares):.2%}, worst {max(shares):.2%}", flush=True)


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", default=str(Path(sys.executable).parent / "geoinpaint"))
    parser.add_argument("--picture", type=Path)
    arguments = parser.parse_args()
    rome(arguments.engine, arguments.data, arguments.folder, arguments.picture)


if __name__ == "__main__":
    main()
