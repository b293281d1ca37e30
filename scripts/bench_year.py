"""A series of large, cloudy dates, filled by `geoinpaint series` and measured: what a year of a tile takes.

    python scripts/bench_year.py make ../shared/data/s2bench work/year [--side 5490] [--dates 9]
    python scripts/bench_year.py run work/year [work/smaller] [--first 4] [--threads 2]

`make` mirrors and shifts the clear dates of Rome over so many pixels, and hides a quarter of each under real cloud
shapes of its own; `run` fills all of them, or as many as the first so many make, with uncertainty, the whole way from
the folder, and prints wall and CPU seconds and the peak of the resident memory of each phase, the error of each date,
and what 30 dates of 10,980 x 10,980 pixels take at that pace: by pixels; and, of two series of different size, with
what does not grow with a date (what looks at a sample of it) once a date. With nine dates and more each is filled from
eight others, as in a year.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from bench_tile import BANDS, CLOUD_DN, PIECE, measured, mosaic_mask, read_masks, show, tiled
from rasterio.transform import from_origin

from geoinpaint_engine.pipeline.series.judging import LEARNT
from geoinpaint_engine.pipeline.series.series import FILLS_END, JUDGED_END, MASKS_END

HIDDEN = 0.25  # of each date
CLEAR = (
    "2018-01-21", "2018-04-26", "2018-05-31", "2018-06-10", "2018-06-25", "2018-07-20", "2018-07-30", "2018-08-09",
    "2018-08-24", "2018-09-03", "2018-09-28", "2018-10-08", "2018-10-23", "2018-11-12",
)  # fmt: skip
LEARNT_END = MASKS_END + LEARNT * (JUDGED_END - MASKS_END) - 1e-9  # as reported, whatever the rounding
PHASES = (
    ("masks", MASKS_END), ("learning", LEARNT_END), ("judging", JUDGED_END - 1e-9), ("fills", FILLS_END - 1e-9),
    ("catalogue", 1.0),
)  # fmt: skip
OF_A_DATE = ("masks", "learning", "judging", "fills")  # phases that a further date makes longer
TILE, YEAR = 10_980, 30  # px on a side, dates


def make(data: Path, folder: Path, side: int, count: int) -> None:
    """Writes the dates with their masks into folder/in, and the truths into folder/truth."""
    masks = read_masks(data)
    for kind in ("in", "truth"):
        shutil.rmtree(folder / kind, ignore_errors=True)
        (folder / kind).mkdir(parents=True)
    first = (len(CLEAR) - count) // 2
    common = {
        "driver": "GTiff", "height": side, "width": side, "crs": "EPSG:32633", "tiled": True, "blockxsize": 512,
        "blockysize": 512, "compress": "deflate", "zlevel": 1, "transform": from_origin(300_000, 4_700_040, 10, 10),
    }  # fmt: skip
    for number, date in enumerate(CLEAR[first : first + count]):
        with rasterio.open(data / "ts_rome" / f"S2_{date}.tif") as src:
            image = src.read([src.descriptions.index(band) + 1 for band in BANDS])
        hole = mosaic_mask(masks, side, seed=number + 1, share=HIDDEN)
        with rasterio.open(folder / "in" / f"{date}_mask.tif", "w", count=1, dtype="uint8", **common) as out:
            out.write(hole.astype(np.uint8), 1)
        _write_date(image, hole, [folder / kind / f"{date}.tif" for kind in ("in", "truth")], common, number)


def _write_date(image: np.ndarray, hole: np.ndarray, paths: Sequence[Path], common: dict, number: int) -> None:
    """The date clouded and the truth, strip by strip: (bands, rows, cols) mirrored over the plane, with some noise."""
    generator, side = np.random.default_rng(number), len(hole)
    with (
        rasterio.open(paths[0], "w", count=4, dtype="uint16", predictor=2, **common) as scene,
        rasterio.open(paths[1], "w", count=4, dtype="uint16", predictor=2, **common) as truth,
    ):
        scene.descriptions = truth.descriptions = BANDS
        for row in range(0, side, PIECE):
            rows = min(PIECE, side - row)
            # each date changes with the place beside what the land does, as haze and the sun's height do
            wave = 1 + 0.03 * np.sin((np.arange(side) + row + 300 * number) / (900.0 + 50 * number))
            piece = tiled(image, rows, side, row + 77, 133) * wave
            piece = piece + 10 * generator.standard_normal(piece.shape, dtype=np.float32)
            piece = piece.clip(1, 20_000).astype(np.uint16)
            window = ((row, row + rows), (0, side))
            truth.write(piece, window=window)
            scene.write(np.where(hole[row : row + rows], np.uint16(CLOUD_DN), piece), window=window)


def errors(folder: Path, date: str) -> dict[str, float]:
    """Of a date: the share that was hidden, the RMSE there in DN, and how much of it the 90 % bands hold."""
    squares, held, hidden = 0.0, 0, 0
    made = folder / "out" / date
    with (
        rasterio.open(folder / "truth" / f"{date}.tif") as truth, rasterio.open(made / "filled.tif") as filled,
        rasterio.open(made / "uncertainty.tif") as deviation, rasterio.open(folder / "in" / f"{date}_mask.tif") as mask,
    ):  # fmt: skip
        for row in range(0, mask.height, PIECE):
            window = ((row, min(row + PIECE, mask.height)), (0, mask.width))
            hole = mask.read(1, window=window) > 0
            error = filled.read(window=window)[:, hole].astype(np.float64) - truth.read(window=window)[:, hole]
            squares += float((error**2).sum())
            held += int(np.count_nonzero(np.abs(error) <= 1.645 * deviation.read(window=window)[:, hole]))
            hidden += int(hole.sum())
        count, share = hidden * len(BANDS), hidden / (mask.width * mask.height)
    return {"hidden": share, "rmse_dn": (squares / count) ** 0.5, "held": held / count}


def run(folder: Path, first: int | None, options: list[str]) -> tuple[float, dict[str, float]]:
    """Fills the series, or as much as its first dates are, and prints its figures.

    Returns:
        (tiles that a date covers, seconds that a date takes by "wall" and by "cpu").
    """
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    names = sorted(path.stem for path in (folder / "in").glob("*.tif") if not path.stem.endswith("_mask"))
    if not names:
        sys.exit(f"{folder / 'in'} holds no dates. Make them first: bench_year.py make DATA {folder}")
    filled = min(first or len(names), len(names))
    command = [sys.executable, "-m", "geoinpaint_engine", "series", str(folder / "in"), "-o", str(out),
               "--mask-suffix", "_mask", "--json", *options]  # fmt: skip
    # dates are filled side by side: the progress tells how many of them have been done in all
    until = JUDGED_END + (FILLS_END - JUDGED_END) * filled / len(names) - 1e-4 if filled < len(names) else 1.0
    made = measured(command, PHASES, until=until)
    show(made)
    for date in names:
        if (out / date / "filled.tif").exists():
            print(date, json.dumps({name: round(value, 3) for name, value in errors(folder, date).items()}), flush=True)
    with rasterio.open(folder / "in" / f"{names[0]}.tif") as src:
        tiles = src.width * src.height / TILE**2
    counts = dict.fromkeys(OF_A_DATE, len(names)) | {"fills": filled}
    of_a_date = {
        kind: sum(made["phases"][name][kind] / counts[name] for name in OF_A_DATE if name in made["phases"])
        for kind in ("wall", "cpu")
    }
    print(json.dumps({"tiles": round(tiles, 3), **{kind: round(took, 2) for kind, took in of_a_date.items()}}))
    return tiles, of_a_date


def year_of(made: Sequence[tuple[float, dict[str, float]]]) -> dict[str, float]:
    """Minutes that a year of a tile takes, in wall and CPU time: by pixels, or by a line through two sizes.

    Args:
        made: of each series, as of `run`.
    """
    figures: dict[str, float] = {}
    (tiles, took), *others = sorted(made, key=lambda one: -one[0])
    for kind, seconds in took.items():
        figures[f"year_{kind}_minutes_by_pixels"] = round(seconds / tiles * YEAR / 60)
        for smaller, less in others:
            grows = (seconds - less[kind]) / (tiles - smaller)
            figures[f"year_{kind}_minutes"] = round((seconds + grows * (1 - tiles)) * YEAR / 60)
    return figures


def main() -> None:
    """See the head of this file; options that are not listed go to `geoinpaint series`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("step", choices=("make", "run"))
    parser.add_argument("places", nargs="+", type=Path, help="make: data and work folder; run: work folders")
    parser.add_argument("--side", type=int, default=TILE // 2)
    parser.add_argument("--dates", type=int, default=9)
    parser.add_argument("--first", type=int, help="run: stop when so many of the dates are filled")
    arguments, options = parser.parse_known_args()
    if arguments.step == "make":
        make(*arguments.places, arguments.side, arguments.dates)
    else:
        print(json.dumps(year_of([run(folder, arguments.first, options) for folder in arguments.places])))


if __name__ == "__main__":
    main()
